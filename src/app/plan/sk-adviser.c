/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-adviser.h"

#include "compose/sk-composer.h"

struct _SkAdviser
{
  GObject parent_instance;

  SkCatalogue *catalogue;

  GMutex mutex;               /* of what follows: it is made by the first worker that needs it */
  SkIndex *index;
  SkComposer *composer;
};

G_DEFINE_FINAL_TYPE (SkAdviser, sk_adviser, G_TYPE_OBJECT)

/* What is asked; of a swap there is the id of a block. */
typedef struct
{
  SkIndex *index;
  SkVocabularies *vocabularies;
  SkSession *session;
  char *block_id;
  guint minutes;
  char *text;
  guint max;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->index);
  g_clear_object (&question->vocabularies);
  g_clear_object (&question->session);
  g_free (question->block_id);
  g_free (question->text);
  g_free (question);
}

static void
sk_adviser_finalize (GObject *object)
{
  SkAdviser *self = SK_ADVISER (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->index);
  g_clear_object (&self->composer);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (sk_adviser_parent_class)->finalize (object);
}

static void
sk_adviser_class_init (SkAdviserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_adviser_finalize;
}

static void
sk_adviser_init (SkAdviser *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * sk_adviser_new:
 * @catalogue: what is asked; it may be opened later
 *
 * Returns: (transfer full): a new adviser
 */
SkAdviser *
sk_adviser_new (SkCatalogue *catalogue)
{
  SkAdviser *self;

  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (SK_TYPE_ADVISER, NULL);
  self->catalogue = g_object_ref (catalogue);

  return self;
}

/**
 * sk_adviser_is_open:
 *
 * Returns: whether the catalogue can be asked
 */
gboolean
sk_adviser_is_open (SkAdviser *self)
{
  g_return_val_if_fail (SK_IS_ADVISER (self), FALSE);

  return sk_catalogue_get_index (self->catalogue) != NULL;
}

/* Reading the tools of an index is most of the work, so it is done once for each. */
static SkComposer *
dup_composer (SkAdviser      *self,
              SkIndex        *index,
              SkVocabularies *vocabularies)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->index != index)
    {
      g_clear_object (&self->composer);
      self->composer = sk_composer_new (index, vocabularies, NULL);
      g_set_object (&self->index, index);
    }

  return g_object_ref (self->composer);
}

static void
answer (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (SkComposer) composer = NULL;
  GPtrArray *blocks;

  if (g_task_return_error_if_cancelled (task))
    return;

  composer = dup_composer (SK_ADVISER (source), question->index, question->vocabularies);
  if (question->block_id != NULL)
    blocks = sk_composer_swap (composer, question->session, question->block_id, question->max);
  else
    blocks = sk_composer_suggest (composer, question->session, question->minutes, question->text,
                                  question->max);

  g_task_return_pointer (task, blocks, (GDestroyNotify) g_ptr_array_unref);
}

static void
ask (SkAdviser           *self,
     Question            *question,
     SkSession           *session,
     guint                max,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  question->index = g_object_ref (sk_catalogue_get_index (self->catalogue));
  question->vocabularies = g_object_ref (sk_catalogue_get_vocabularies (self->catalogue));
  question->session = g_object_ref (session);
  question->max = max;

  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, answer);
}

/**
 * sk_adviser_suggest:
 * @session: whom it is for, and what it has already
 * @minutes: that there are for it; 0: as many as it takes
 * @text: (nullable): words to look for
 * @max: how many tools at most
 * @cancellable: (nullable): cancelled, no answer comes
 * @callback: called with the answer
 *
 * Asks for tools to add. Only where [method@Adviser.is_open].
 */
void
sk_adviser_suggest (SkAdviser           *self,
                    SkSession           *session,
                    guint                minutes,
                    const char          *text,
                    guint                max,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  Question *question;

  g_return_if_fail (SK_IS_ADVISER (self));
  g_return_if_fail (SK_IS_SESSION (session));
  g_return_if_fail (sk_adviser_is_open (self));

  question = g_new0 (Question, 1);
  question->minutes = minutes;
  question->text = g_strdup (text);
  ask (self, question, session, max, cancellable, callback, user_data);
}

/**
 * sk_adviser_swap:
 * @session: a session
 * @block_id: one of its blocks
 * @max: how many tools at most
 * @cancellable: (nullable): cancelled, no answer comes
 * @callback: called with the answer
 *
 * Asks for tools that could take the place of a block, within the same bounds. Only where
 * [method@Adviser.is_open].
 */
void
sk_adviser_swap (SkAdviser           *self,
                 SkSession           *session,
                 const char          *block_id,
                 guint                max,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  Question *question;

  g_return_if_fail (SK_IS_ADVISER (self));
  g_return_if_fail (SK_IS_SESSION (session));
  g_return_if_fail (block_id != NULL);
  g_return_if_fail (sk_adviser_is_open (self));

  question = g_new0 (Question, 1);
  question->block_id = g_strdup (block_id);
  ask (self, question, session, max, cancellable, callback, user_data);
}

/**
 * sk_adviser_finish:
 * @result: what the callback was given
 *
 * Takes the answer. The only error is %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type SkBlock) (nullable): the tools, best first, each a block
 *   that is ready to be added, with its reasons; %NULL with @error set
 */
GPtrArray *
sk_adviser_finish (SkAdviser     *self,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (SK_IS_ADVISER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
