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

/*
 * sk_composer_init_task:
 * @task: (out caller-allocates): the request made ready
 *
 * Avoids with a tool the same work in other languages.
 */
void
sk_composer_init_task (SkComposer             *self,
                       const SkComposeRequest *request,
                       SkComposeTask          *task)
{
  sk_compose_task_init (task, request);

  for (guint i = 0; request->avoid != NULL && request->avoid[i] != NULL; i++)
    {
      guint32 record;

      if (sk_index_find (self->index, request->avoid[i], &record))
        {
          g_autoptr (SkResource) resource = sk_index_dup_resource (self->index, record);

          sk_compose_task_avoid (task, resource);
        }
    }
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
  sk_composer_init_task (self, request, &task);
  pool = sk_compose_pool_new (self->index, &task, self->cancellable);

  sk_compose_proposals_add (composition, pool, &task, self->vocabularies);
  if (composition->proposals->len == 0)
    sk_compose_relax (composition, pool, &task);

  return g_steal_pointer (&composition);
}
