/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-draft-writer.h"

#include <string.h>

#include "sk-bits.h"
#include "sk-postings.h"
#include "sk-ranges.h"
#include "sk-tails.h"

/* What a word costs to be found, in the time that one posting takes to be read. */
#define WORD_COST 8

/* Below this, reading the postings one by one takes no longer than reading a set does. */
#define LEAST 1024

/* And what one in so many records costs to be read. */
#define SHARE 8

/* So many bytes a record are spent on the sets of beginnings, and on those of tails. */
#define PREFIX_BYTES 56
#define TAIL_BYTES 12

typedef struct
{
  guint64 start;              /* the first eight bytes of the tail, to be compared as a number */
  guint32 place;
  guint32 offset;
} Tail;

typedef struct
{
  SkDraftWriter *writer;
  SkWordList *words;
  SkPostings postings;        /* in what is written already */
  GArray *tails;              /* Tail */
} Ranger;

static const char *
get_tail (SkWordList *words,
          const Tail *tail)
{
  return sk_word_list_get_sorted (words, tail->place) + tail->offset;
}

static int
compare_tails (gconstpointer a,
               gconstpointer b,
               gpointer      words)
{
  const Tail *left = a;
  const Tail *right = b;
  int order;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  order = strcmp (get_tail (words, left), get_tail (words, right));
  if (order != 0)
    return order;

  return left->place < right->place ? -1 : left->place > right->place;
}

static guint64
pack_start (const char *tail)
{
  guint64 start = 0;

  for (guint i = 0; i < sizeof start; i++)
    {
      start = start << 8 | (guint8) *tail;
      tail += *tail != '\0';
    }

  return start;
}

static guint32
find_least (Ranger *self)
{
  const guint32 *frequencies = sk_word_list_get_frequencies (self->words);
  guint64 n_tails[SK_TAILS_N_FREQUENCIES] = {0};
  guint8 offsets[SK_TEXT_TAILED_MAX];

  for (guint32 i = 0; i < sk_word_list_get_size (self->words); i++)
    n_tails[MIN (frequencies[i], SK_TAILS_N_FREQUENCIES - 1)] +=
      sk_tails_list (sk_word_list_get_sorted (self->words, i), offsets);

  return sk_tails_least (n_tails, self->writer->counts.n_records);
}

static void
list_tails (Ranger *self)
{
  const guint32 *frequencies = sk_word_list_get_frequencies (self->words);
  guint32 least = find_least (self);
  guint8 offsets[SK_TEXT_TAILED_MAX];

  for (guint32 i = 0; i < sk_word_list_get_size (self->words); i++)
    {
      const char *word = sk_word_list_get_sorted (self->words, i);
      guint n_tails = sk_tails_are_kept (frequencies[i], least) ? sk_tails_list (word, offsets) : 0;

      for (guint j = 0; j < n_tails; j++)
        {
          Tail tail = {pack_start (word + offsets[j]), i, offsets[j]};

          g_array_append_val (self->tails, tail);
        }
    }

  g_sort_array (self->tails->data, self->tails->len, sizeof (Tail), compare_tails, self->words);
}

static void
write_tails (Ranger *self)
{
  SkIndexWriter *writer = self->writer->writer;

  list_tails (self);
  self->writer->counts.n_tails = self->tails->len;

  sk_index_writer_begin (writer, SK_SECTION_TAIL_WORDS);
  for (guint i = 0; i < self->tails->len; i++)
    sk_index_writer_write (writer, &g_array_index (self->tails, Tail, i).place, sizeof (guint32));

  sk_index_writer_begin (writer, SK_SECTION_TAIL_OFFSETS);
  for (guint i = 0; i < self->tails->len; i++)
    {
      guint8 offset = (guint8) g_array_index (self->tails, Tail, i).offset;

      sk_index_writer_write (writer, &offset, sizeof offset);
    }
}

static const char *
get_nth_word (gconstpointer list,
              guint32       nth)
{
  return sk_word_list_get_sorted (((const Ranger *) list)->words, nth);
}

static const char *
get_nth_tail (gconstpointer list,
              guint32       nth)
{
  const Ranger *self = list;

  return get_tail (self->words, &g_array_index (self->tails, Tail, nth));
}

static GArray *
choose (Ranger        *self,
        SkRangeList   *list,
        const guint32 *places,
        gsize          set_bytes,
        gsize          bytes_a_record)
{
  const guint32 *frequencies = sk_word_list_get_frequencies (self->words);
  guint64 n_records = self->writer->counts.n_records;
  g_autofree guint64 *sums = g_new (guint64, (gsize) list->size + 1);

  sums[0] = 0;
  for (guint32 i = 0; i < list->size; i++)
    sums[i + 1] = sums[i] + frequencies[places != NULL ? places[i] : i] + WORD_COST;

  list->list = self;
  list->sums = sums;
  return sk_ranges_choose (list, MAX (n_records / SHARE, LEAST),
                           n_records * bytes_a_record / set_bytes);
}

static gboolean
write_prefixes (Ranger  *self,
                GError **error)
{
  SkRangeList list = {.get_text = get_nth_word, .size = sk_word_list_get_size (self->words)};
  SkIndexWriter *writer = self->writer->writer;
  guint32 n_records = self->writer->counts.n_records;
  gsize n_words = sk_bits_n_words (n_records) * SK_CODE_BITS;
  g_autofree guint64 *planes = g_new (guint64, n_words);
  g_autoptr (GArray) pairs = choose (self, &list, NULL, n_words * sizeof (guint64), PREFIX_BYTES);

  self->writer->counts.n_prefixes = pairs->len / 2;
  sk_index_writer_begin (writer, SK_SECTION_PREFIXES);
  sk_index_writer_write (writer, pairs->data, pairs->len * sizeof (guint32));
  sk_index_writer_begin (writer, SK_SECTION_PREFIX_PLANES);

  for (guint i = 0; i < pairs->len; i += 2)
    {
      g_autofree guint8 *codes = sk_codes_new (n_records);

      if (g_cancellable_set_error_if_cancelled (self->writer->cancellable, error))
        return FALSE;

      for (guint32 word = g_array_index (pairs, guint32, i);
           word < g_array_index (pairs, guint32, i + 1); word++)
        sk_postings_gather (&self->postings, word, codes);

      memset (planes, 0, n_words * sizeof (guint64));
      sk_codes_to_planes (codes, n_records, planes);
      sk_index_writer_write (writer, planes, n_words * sizeof (guint64));
    }

  return TRUE;
}

static gboolean
write_tail_sets (Ranger  *self,
                 GError **error)
{
  SkRangeList list = {.get_text = get_nth_tail, .size = self->tails->len,
                      .shortest = SK_TEXT_LOOSE_MIN};
  SkIndexWriter *writer = self->writer->writer;
  gsize n_words = sk_bits_n_words (self->writer->counts.n_records);
  g_autofree guint32 *places = g_new (guint32, (gsize) list.size + 1);
  g_autofree guint64 *bits = g_new (guint64, n_words);
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < self->tails->len; i++)
    places[i] = g_array_index (self->tails, Tail, i).place;

  pairs = choose (self, &list, places, n_words * sizeof (guint64), TAIL_BYTES);
  self->writer->counts.n_tail_sets = pairs->len / 2;
  sk_index_writer_begin (writer, SK_SECTION_TAILS);
  sk_index_writer_write (writer, pairs->data, pairs->len * sizeof (guint32));
  sk_index_writer_begin (writer, SK_SECTION_TAIL_SETS);

  for (guint i = 0; i < pairs->len; i += 2)
    {
      if (g_cancellable_set_error_if_cancelled (self->writer->cancellable, error))
        return FALSE;

      memset (bits, 0, n_words * sizeof (guint64));
      for (guint32 nth = g_array_index (pairs, guint32, i);
           nth < g_array_index (pairs, guint32, i + 1); nth++)
        sk_postings_add (&self->postings, places[nth], bits);
      sk_index_writer_write (writer, bits, n_words * sizeof (guint64));
    }

  return TRUE;
}

/**
 * sk_draft_writer_ranges:
 * @starts: where the postings of each word begin, and the end
 *
 * Writes the tails of words, and the sets of records of what very many have.
 *
 * Returns: whether that was possible
 */
gboolean
sk_draft_writer_ranges (SkDraftWriter  *self,
                        const guint64  *starts,
                        GError        **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (self->fd, FALSE, error);
  g_autoptr (GArray) tails = g_array_new (FALSE, FALSE, sizeof (Tail));
  Ranger ranger = {.writer = self, .words = self->draft->words, .tails = tails};

  if (mapped == NULL)
    return FALSE;

  ranger.postings.n_records = self->counts.n_records;
  ranger.postings.n_words = self->counts.n_words;
  ranger.postings.starts = starts;
  ranger.postings.bytes = (const guint8 *) g_mapped_file_get_contents (mapped) +
                          sk_index_writer_find (self->writer, SK_SECTION_POSTINGS);
  ranger.postings.size = starts[self->counts.n_words];

  write_tails (&ranger);
  return write_prefixes (&ranger, error) && write_tail_sets (&ranger, error);
}
