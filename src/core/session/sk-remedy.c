/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-remedy-private.h"

#include <glib/gi18n.h>

struct _SkRemedy
{
  GObject parent_instance;

  SkRemedyKind kind;
  SkBlock *block;
  guint minutes;
  guint won;
  gboolean solves;
  SkSession *before;
  SkSession *after;
  char *title;
  char *consequence;
  char *step;
};

G_DEFINE_FINAL_TYPE (SkRemedy, sk_remedy, G_TYPE_OBJECT)

static void
sk_remedy_finalize (GObject *object)
{
  SkRemedy *self = SK_REMEDY (object);

  g_clear_object (&self->block);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self->title);
  g_free (self->consequence);
  g_free (self->step);

  G_OBJECT_CLASS (sk_remedy_parent_class)->finalize (object);
}

static void
sk_remedy_class_init (SkRemedyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_remedy_finalize;
}

static void
sk_remedy_init (SkRemedy *self)
{
}

/* Where there are none too many, all of them. */
static guint
count_minutes (SkSession *session,
               gboolean   late)
{
  g_autoptr (SkTimetable) timetable = sk_timetable_new (session);

  return late ? sk_timetable_get_minutes (timetable) : sk_timetable_get_overrun (timetable);
}

/*
 * sk_remedy_new:
 * @before: the session that has minutes too many
 * @after: what it is once repaired
 * @change: what was done to it
 *
 * Returns: (transfer full): a remedy that knows by itself how many minutes it wins
 */
SkRemedy *
sk_remedy_new (SkSession            *before,
               SkSession            *after,
               const SkRemedyChange *change)
{
  SkRemedy *self = g_object_new (SK_TYPE_REMEDY, NULL);
  const gboolean late = change->excess == 0;
  const guint had = count_minutes (before, late);
  const guint has = count_minutes (after, late);

  self->kind = change->kind;
  g_set_object (&self->block, change->block);
  self->minutes = change->minutes;
  self->won = had > has ? had - has : 0;
  self->solves = !late && self->won >= change->excess;
  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  self->title = sk_remedy_words_title (change, after);
  self->consequence = sk_remedy_words_consequence (change, after, self->won);
  self->step = sk_remedy_words_step (change);

  return self;
}

/**
 * sk_remedy_get_kind:
 *
 * Returns: what it does
 */
SkRemedyKind
sk_remedy_get_kind (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), SK_REMEDY_KEEP);

  return self->kind;
}

/**
 * sk_remedy_get_block:
 *
 * Returns: (transfer none) (nullable): the block that it changes, as it was before; %NULL where it
 *   is about several, or the bell
 */
SkBlock *
sk_remedy_get_block (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), NULL);

  return self->block;
}

/**
 * sk_remedy_get_minutes:
 *
 * Returns: how long its block then lasts; 0 where it is left out
 */
guint
sk_remedy_get_minutes (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), 0);

  return self->minutes;
}

/**
 * sk_remedy_get_won:
 *
 * Returns: by how many minutes the overrun of the whole session becomes less; of the list for when
 * one is late, how many minutes it takes less
 */
guint
sk_remedy_get_won (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), 0);

  return self->won;
}

/**
 * sk_remedy_get_solves:
 *
 * Returns: whether nothing is left of the overrun that it was asked for
 */
gboolean
sk_remedy_get_solves (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), FALSE);

  return self->solves;
}

/**
 * sk_remedy_get_title:
 *
 * Returns: (transfer none): what to do, translated: "Move MediaMasters to 11:05"
 */
const char *
sk_remedy_get_title (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), NULL);

  return self->title;
}

static const char * const verbs[] = {
  [SK_REMEDY_MOVE] = NC_("remedy", "_Move"),
  [SK_REMEDY_SHORTEN] = NC_("remedy", "_Shorten"),
  [SK_REMEDY_LEAVE_OUT] = NC_("remedy", "_Leave Out"),
  [SK_REMEDY_SHORTEN_SEVERAL] = NC_("remedy", "_Shorten"),
  [SK_REMEDY_UNLOCK] = NC_("remedy", "_Unlock"),
  [SK_REMEDY_MOVE_BELL] = NC_("remedy", "_Move"),
};

/**
 * sk_remedy_get_verb:
 *
 * Returns: (transfer none) (nullable): the same in a word, for a button beside the title,
 *   translated, with an underline: "_Move"; %NULL where nothing is to be done
 */
const char *
sk_remedy_get_verb (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), NULL);

  return self->kind != SK_REMEDY_KEEP ? g_dpgettext2 (NULL, "remedy", verbs[self->kind]) : NULL;
}

/**
 * sk_remedy_get_consequence:
 *
 * Returns: (transfer none): what comes of it, a sentence or two, translated; "" where there is
 *   nothing to say
 */
const char *
sk_remedy_get_consequence (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), NULL);

  return self->consequence;
}

/**
 * sk_remedy_get_session:
 *
 * Returns: (transfer none): what the session is once it is applied
 */
SkSession *
sk_remedy_get_session (SkRemedy *self)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), NULL);

  return self->after;
}

/**
 * sk_remedy_apply:
 * @editor: of the session that it was made for
 *
 * Does it, in one step that can be undone.
 *
 * Returns: whether it was done; not where the session went on since the remedy was made
 */
gboolean
sk_remedy_apply (SkRemedy        *self,
                 SkSessionEditor *editor)
{
  g_return_val_if_fail (SK_IS_REMEDY (self), FALSE);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  if (sk_session_editor_get_session (editor) != self->before || self->after == self->before)
    return FALSE;

  return sk_session_editor_apply (editor, self->after, self->step, NULL);
}
