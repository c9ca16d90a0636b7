/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-word-list.h"

#include <string.h>

struct _SkWordList
{
  GStringChunk *chunk;
  GHashTable *numbers;        /* word → its number, plus one; NULL once sorted */
  GPtrArray *words;           /* by number; once sorted, by place */
  GArray *frequencies;        /* guint32: likewise */
  GArray *last_records;       /* guint32: by number, the record it was last counted in, plus one */
  guint32 *places;            /* by number, once sorted */
};

/**
 * sk_word_list_new:
 *
 * Returns: (transfer full): an empty list
 */
SkWordList *
sk_word_list_new (void)
{
  SkWordList *self = g_new0 (SkWordList, 1);

  self->chunk = g_string_chunk_new (64 * 1024);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_ptr_array_new ();
  self->frequencies = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->last_records = g_array_new (FALSE, TRUE, sizeof (guint32));

  return self;
}

/**
 * sk_word_list_free:
 * @self: (transfer full): a list
 */
void
sk_word_list_free (SkWordList *self)
{
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->last_records, g_array_unref);
  g_clear_pointer (&self->frequencies, g_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  g_free (self);
}

/**
 * sk_word_list_number:
 * @word: a folded word
 *
 * Returns: its number, a new one where it was not met before
 */
guint32
sk_word_list_number (SkWordList *self,
                     const char *word)
{
  gpointer number = g_hash_table_lookup (self->numbers, word);

  if (number == NULL)
    {
      char *kept = g_string_chunk_insert (self->chunk, word);

      g_ptr_array_add (self->words, kept);
      g_array_set_size (self->frequencies, self->words->len);
      g_array_set_size (self->last_records, self->words->len);
      number = GUINT_TO_POINTER (self->words->len);
      g_hash_table_insert (self->numbers, kept, number);
    }

  return GPOINTER_TO_UINT (number) - 1;
}

/**
 * sk_word_list_count:
 * @word: a word's number
 * @record: a record's, which has it; those of one record are counted together
 *
 * Counts the records that have a word.
 */
void
sk_word_list_count (SkWordList *self,
                    guint32     word,
                    guint32     record)
{
  guint32 *last = &g_array_index (self->last_records, guint32, word);

  if (*last == record + 1)
    return;

  *last = record + 1;
  g_array_index (self->frequencies, guint32, word)++;
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer      words)
{
  return strcmp (g_ptr_array_index ((GPtrArray *) words, *(const guint32 *) a),
                 g_ptr_array_index ((GPtrArray *) words, *(const guint32 *) b));
}

static void
reorder (SkWordList    *self,
         const guint32 *sorted)
{
  g_autoptr (GPtrArray) words = g_steal_pointer (&self->words);
  g_autoptr (GArray) frequencies = g_steal_pointer (&self->frequencies);

  self->words = g_ptr_array_sized_new (words->len);
  self->frequencies = g_array_sized_new (FALSE, FALSE, sizeof (guint32), words->len);
  self->places = g_new (guint32, words->len + 1);

  for (guint32 place = 0; place < words->len; place++)
    {
      guint32 number = sorted[place];

      g_ptr_array_add (self->words, g_ptr_array_index (words, number));
      g_array_append_val (self->frequencies, g_array_index (frequencies, guint32, number));
      self->places[number] = place;
    }
}

/**
 * sk_word_list_sort:
 *
 * Puts the words in the order of their bytes; no more can be added.
 */
void
sk_word_list_sort (SkWordList *self)
{
  g_autofree guint32 *sorted = g_new (guint32, self->words->len + 1);

  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->last_records, g_array_unref);

  for (guint32 i = 0; i < self->words->len; i++)
    sorted[i] = i;

  g_sort_array (sorted, self->words->len, sizeof (guint32), compare_words, self->words);
  reorder (self, sorted);
}

/**
 * sk_word_list_get_size:
 *
 * Returns: how many words there are
 */
guint32
sk_word_list_get_size (SkWordList *self)
{
  return self->words->len;
}

/**
 * sk_word_list_get_sorted:
 * @place: a place in the order
 *
 * Returns: (transfer none): the word there, once they are sorted
 */
const char *
sk_word_list_get_sorted (SkWordList *self,
                         guint32     place)
{
  return g_ptr_array_index (self->words, place);
}

/**
 * sk_word_list_get_places:
 *
 * Returns: (transfer none) (array): the place of each word, by number, once they are sorted
 */
const guint32 *
sk_word_list_get_places (SkWordList *self)
{
  return self->places;
}

/**
 * sk_word_list_get_frequencies:
 *
 * Returns: (transfer none) (array): how many records have each word, by place, once they are
 *   sorted
 */
const guint32 *
sk_word_list_get_frequencies (SkWordList *self)
{
  return (const guint32 *) (void *) self->frequencies->data;
}
