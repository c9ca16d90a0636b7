/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-lexicon.h"

#include <string.h>

#include "sk-text-fold.h"

struct _SkLexicon
{
  gatomicrefcount ref_count;

  guint32 size;
  gsize *starts;              /* where each word begins in bytes */
  char *bytes;                /* the words, each with its end */
};

/**
 * sk_lexicon_new:
 * @sorted: (element-type utf8): folded words, sorted by their bytes, each once
 *
 * Returns: (transfer full): the same words
 */
SkLexicon *
sk_lexicon_new (GPtrArray *sorted)
{
  SkLexicon *self = g_new0 (SkLexicon, 1);
  GString *bytes = g_string_new (NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->size = sorted->len;
  self->starts = g_new (gsize, sorted->len);

  for (guint32 i = 0; i < sorted->len; i++)
    {
      const char *word = g_ptr_array_index (sorted, i);

      self->starts[i] = bytes->len;
      g_string_append_len (bytes, word, (gssize) strlen (word) + 1);
    }

  self->bytes = g_string_free_and_steal (bytes);
  return self;
}

/**
 * sk_lexicon_ref:
 *
 * Returns: (transfer full): the same
 */
SkLexicon *
sk_lexicon_ref (SkLexicon *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sk_lexicon_unref:
 * @self: (transfer full): words
 */
void
sk_lexicon_unref (SkLexicon *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->bytes);
  g_free (self->starts);
  g_free (self);
}

/**
 * sk_lexicon_get_size:
 *
 * Returns: how many words there are
 */
guint32
sk_lexicon_get_size (SkLexicon *self)
{
  return self->size;
}

/**
 * sk_lexicon_get_nth:
 * @nth: a word's number, less than the size
 *
 * Returns: (transfer none): the word
 */
const char *
sk_lexicon_get_nth (SkLexicon *self,
                    guint32    nth)
{
  return self->bytes + self->starts[nth];
}

/* The first word that is not before the prefix, or, when past, the first one beyond it. */
static guint32
find_word (SkLexicon  *self,
           const char *prefix,
           gboolean    past)
{
  gsize length = strlen (prefix);
  guint32 low = 0;
  guint32 high = self->size;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strncmp (sk_lexicon_get_nth (self, middle), prefix, length);

      if (order < 0 || (past && order == 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static SkWordRange
look_up_word (SkLexicon  *self,
              const char *word,
              gboolean    is_prefix)
{
  SkWordRange range = {0};

  range.first = find_word (self, word, FALSE);
  range.first_is_exact =
    range.first < self->size && strcmp (sk_lexicon_get_nth (self, range.first), word) == 0;
  range.end = is_prefix ? find_word (self, word, TRUE) : range.first + range.first_is_exact;

  return range;
}

/**
 * sk_lexicon_look_up:
 * @text: what was typed
 *
 * Looks up the words of a text. The last one stands for every word that it begins, unless
 * the text ends with a space.
 *
 * Returns: (transfer full) (element-type SkWordRange): one range for each word of @text;
 *   empty where @text has no word, an empty range where no record has the word
 */
GArray *
sk_lexicon_look_up (SkLexicon  *self,
                    const char *text)
{
  g_autofree char *words = sk_text_fold_words (text);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SkWordRange));
  gboolean goes_on = !g_str_has_suffix (text, " ");
  char *rest = words;
  char *word;

  while ((word = strsep (&rest, " ")) != NULL)
    if (*word != '\0')
      {
        SkWordRange range = look_up_word (self, word, rest == NULL && goes_on);

        g_array_append_val (ranges, range);
      }

  return ranges;
}
