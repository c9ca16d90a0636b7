/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-word-diff.h"

#include <string.h>

/* The table of a comparison has a cell for each pair of words that are not the same at the start
 * or the end: texts of some 2,000 words that have nothing in common. Longer ones are shown as
 * replaced, which nobody reads word by word either. */
#define MAX_CELLS (4 * 1024 * 1024)

/* A word, a space or a sign, as a number that stands for its text, and where it is. */
typedef struct
{
  guint32 token;
  const char *start;
  gsize length;
} Word;

typedef struct
{
  const Word *before;
  guint n_before;
  const Word *after;
  guint n_after;
  GPtrArray *spans;
} Diff;

/**
 * sk_word_span_free:
 * @self: (transfer full): a span
 *
 * Lets go of it.
 */
void
sk_word_span_free (SkWordSpan *self)
{
  g_free (self->text);
  g_free (self);
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* An apostrophe between letters, or a comma or point between digits, is part of the word. */
static gboolean
joins (const char *text,
       gunichar    before)
{
  const gunichar sign = g_utf8_get_char (text);
  const gunichar after = *text != '\0' ? g_utf8_get_char (g_utf8_next_char (text)) : 0;

  if (sign == '\'' || sign == 0x2019)
    return g_unichar_isalpha (before) && g_unichar_isalpha (after);

  return (sign == '.' || sign == ',') && g_unichar_isdigit (before) && g_unichar_isdigit (after);
}

static const char *
find_end (const char *start)
{
  gunichar c = g_utf8_get_char (start);
  const char *end = g_utf8_next_char (start);

  if (g_unichar_isspace (c))
    {
      while (*end != '\0' && g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      return end;
    }
  if (!is_in_word (c))
    return end;

  while (*end != '\0' && (is_in_word (g_utf8_get_char (end)) || joins (end, c)))
    {
      c = g_utf8_get_char (end);
      end = g_utf8_next_char (end);
    }
  return end;
}

/* All space is the same: lines that are broken elsewhere are no change. */
static guint32
number_word (const char *start,
             gsize       length,
             GHashTable *numbers)
{
  g_autofree char *text =
    g_unichar_isspace (g_utf8_get_char (start)) ? g_strdup (" ") : g_strndup (start, length);
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_steal_pointer (&text), GUINT_TO_POINTER (number));
    }

  return number;
}

static GArray *
cut (const char *text,
     GHashTable *numbers)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *start = text; *start != '\0';)
    {
      const char *end = find_end (start);
      Word word = {0, start, (gsize) (end - start)};

      word.token = number_word (start, word.length, numbers);
      g_array_append_val (words, word);
      start = end;
    }

  return words;
}

static void
add (Diff         *self,
     SkWordChange  change,
     const char   *text,
     gsize         length)
{
  SkWordSpan *last =
    self->spans->len > 0 ? g_ptr_array_index (self->spans, self->spans->len - 1) : NULL;
  SkWordSpan *span;

  if (length == 0)
    return;

  if (last != NULL && last->change == change)
    {
      g_autofree char *before = last->text;

      last->text = g_strdup_printf ("%s%.*s", before, (int) length, text);
      return;
    }

  span = g_new0 (SkWordSpan, 1);
  span->change = change;
  span->text = g_strndup (text, length);
  g_ptr_array_add (self->spans, span);
}

static void
add_words (Diff         *self,
           SkWordChange  change,
           const Word   *words,
           guint         n_words)
{
  if (n_words > 0)
    add (self, change, words[0].start,
         (gsize) (words[n_words - 1].start + words[n_words - 1].length - words[0].start));
}

/* The longest common subsequence: each cell is how long that of what is left is. */
static guint16 *
make_table (const Diff *self)
{
  const gsize width = self->n_after + 1;
  guint16 *table = g_new0 (guint16, (self->n_before + 1) * width);

  for (guint i = self->n_before; i > 0; i--)
    for (guint j = self->n_after; j > 0; j--)
      {
        const gsize cell = (i - 1) * width + j - 1;

        table[cell] = self->before[i - 1].token == self->after[j - 1].token
                        ? table[cell + width + 1] + 1
                        : MAX (table[cell + width], table[cell + 1]);
      }

  return table;
}

static void
follow_table (Diff *self)
{
  g_autofree guint16 *table = make_table (self);
  const gsize width = self->n_after + 1;
  guint i = 0;
  guint j = 0;

  while (i < self->n_before && j < self->n_after)
    {
      const gsize cell = i * width + j;

      if (self->before[i].token == self->after[j].token)
        {
          add_words (self, SK_WORDS_KEPT, self->after + j++, 1);
          i++;
        }
      else if (table[cell + width] >= table[cell + 1])
        {
          add_words (self, SK_WORDS_REMOVED, self->before + i++, 1);
        }
      else
        {
          add_words (self, SK_WORDS_ADDED, self->after + j++, 1);
        }
    }

  add_words (self, SK_WORDS_REMOVED, self->before + i, self->n_before - i);
  add_words (self, SK_WORDS_ADDED, self->after + j, self->n_after - j);
}

static void
compare (Diff *self)
{
  guint n_same = 0;
  guint n_end = 0;
  const Word *end;

  while (n_same < MIN (self->n_before, self->n_after) &&
         self->before[n_same].token == self->after[n_same].token)
    n_same++;
  while (n_end < MIN (self->n_before, self->n_after) - n_same &&
         self->before[self->n_before - n_end - 1].token ==
           self->after[self->n_after - n_end - 1].token)
    n_end++;

  add_words (self, SK_WORDS_KEPT, self->after, n_same);
  end = self->after + self->n_after - n_end;
  self->before += n_same;
  self->after += n_same;
  self->n_before -= n_same + n_end;
  self->n_after -= n_same + n_end;

  if ((gsize) (self->n_before + 1) * (self->n_after + 1) <= MAX_CELLS)
    {
      follow_table (self);
    }
  else
    {
      add_words (self, SK_WORDS_REMOVED, self->before, self->n_before);
      add_words (self, SK_WORDS_ADDED, self->after, self->n_after);
    }
  add_words (self, SK_WORDS_KEPT, end, n_end);
}

static gboolean
has_words (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (is_in_word (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

static void
flush (Diff    *self,
       GString *removed,
       GString *added)
{
  add (self, SK_WORDS_REMOVED, removed->str, removed->len);
  add (self, SK_WORDS_ADDED, added->str, added->len);
  g_string_truncate (removed, 0);
  g_string_truncate (added, 0);
}

/* Changes with nothing but space and signs between them are one: what went, then what came. */
static GPtrArray *
join_changes (GPtrArray *spans)
{
  Diff joined = {.spans = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_word_span_free)};
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const SkWordSpan *span = g_ptr_array_index (spans, i);
      const gboolean is_between = i > 0 && i + 1 < spans->len && !has_words (span->text);

      if (span->change == SK_WORDS_KEPT && !is_between)
        {
          flush (&joined, removed, added);
          add (&joined, SK_WORDS_KEPT, span->text, strlen (span->text));
          continue;
        }

      if (span->change != SK_WORDS_ADDED)
        g_string_append (removed, span->text);
      if (span->change != SK_WORDS_REMOVED)
        g_string_append (added, span->text);
    }

  flush (&joined, removed, added);
  return joined.spans;
}

/**
 * sk_word_diff:
 * @before: (nullable): a text, in UTF-8
 * @after: (nullable): what it has become
 *
 * Compares two texts by their words. The spans that are kept or added make up @after, and those
 * that are kept or removed make up @before, apart from how its space is written.
 *
 * Returns: (transfer full) (element-type SkWordSpan): the spans in their order; no two that follow
 *   each other are of the same kind, and what was removed goes before what was added there
 */
GPtrArray *
sk_word_diff (const char *before,
              const char *after)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) old_words = cut (before != NULL ? before : "", numbers);
  g_autoptr (GArray) new_words = cut (after != NULL ? after : "", numbers);
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_word_span_free);
  Diff diff = {
    .before = (const Word *) (gconstpointer) old_words->data,
    .n_before = old_words->len,
    .after = (const Word *) (gconstpointer) new_words->data,
    .n_after = new_words->len,
    .spans = spans,
  };

  compare (&diff);
  return join_changes (spans);
}
