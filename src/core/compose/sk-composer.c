/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-composer-private.h"

#include "sk-compose-proposals.h"
#include "sk-compose-relax.h"

G_DEFINE_FINAL_TYPE (SkComposer, sk_composer, G_TYPE_OBJECT)

static void
sk_composer_finalize (GObject *object)
{
  SkComposer *self = SK_COMPOSER (object);

  g_clear_object (&self->index);
  g_clear_object (&self->vocabularies);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->works, sk_compose_works_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (sk_composer_parent_class)->finalize (object);
}

static void
sk_composer_class_init (SkComposerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_composer_finalize;
}

static void
sk_composer_init (SkComposer *self)
{
  g_mutex_init (&self->lock);
}

/**
 * sk_composer_new:
 * @index: the tools to choose from
 * @vocabularies: what their themes are called
 * @cancellable: (nullable): looked at now and then; once cancelled, answers are not of all tools
 *
 * Returns: (transfer full): a composer; ask it away from the main thread
 */
SkComposer *
sk_composer_new (SkIndex        *index,
                 SkVocabularies *vocabularies,
                 GCancellable   *cancellable)
{
  SkComposer *self;

  g_return_val_if_fail (SK_IS_INDEX (index), NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_object_new (SK_TYPE_COMPOSER, NULL);
  self->index = g_object_ref (index);
  self->vocabularies = g_object_ref (vocabularies);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return self;
}

static const SkComposeWorks *
get_works (SkComposer *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->works == NULL)
    self->works = sk_compose_works_new (self->index, self->cancellable);
  return self->works;
}

/*
 * sk_composer_make_pool:
 * @task: what is asked for, which lives as long
 *
 * Returns: (transfer full): all tools, held against the task
 */
SkComposePool *
sk_composer_make_pool (SkComposer          *self,
                       const SkComposeTask *task)
{
  return sk_compose_pool_new (self->index, task, get_works (self), self->cancellable);
}

/**
 * sk_composer_compose:
 * @request: what the session must keep to
 *
 * Proposes up to three plans. The same tools and the same request give the same plans, whatever
 * the time and the language of the reader, in which only titles and reasons are.
 *
 * Returns: (transfer full): the plans; where nothing fits, the constraint to relax
 */
SkComposition *
sk_composer_compose (SkComposer             *self,
                     const SkComposeRequest *request)
{
  g_autoptr (SkComposition) composition = NULL;
  g_autoptr (SkComposePool) pool = NULL;
  g_auto (SkComposeTask) task = {0};

  g_return_val_if_fail (SK_IS_COMPOSER (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  composition = sk_composition_new ();
  sk_compose_task_init (&task, request);
  pool = sk_composer_make_pool (self, &task);

  sk_compose_proposals_add (composition, self, pool, &task);
  if (composition->proposals->len == 0)
    sk_compose_relax (composition, pool, &task);

  return g_steal_pointer (&composition);
}
