/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-draft-writer.h"

#include <string.h>

#include "sk-postings.h"
#include "sk-text-worth.h"
#include "sk-varint.h"

/* How many postings are put in order at a time. */
#define POSTINGS_AT_ONCE (16 * 1024 * 1024)

/**
 * sk_draft_writer_words:
 *
 * Sorts the words, and writes them.
 *
 * Returns: whether that was possible
 */
gboolean
sk_draft_writer_words (SkDraftWriter  *self,
                       GError        **error)
{
  SkWordList *words = self->draft->words;
  SkIndexWriter *writer = self->writer;
  guint32 n_words;

  sk_word_list_sort (words);
  n_words = self->counts.n_words = sk_word_list_get_size (words);

  sk_index_writer_begin (writer, SK_SECTION_WORD_STARTS);
  for (guint32 i = 0, start = 0; i < n_words; i++)
    {
      sk_index_writer_write (writer, &start, sizeof start);
      start += (guint32) strlen (sk_word_list_get_sorted (words, i)) + 1;
    }

  sk_index_writer_begin (writer, SK_SECTION_WORDS);
  for (guint32 i = 0; i < n_words; i++)
    {
      const char *word = sk_word_list_get_sorted (words, i);

      sk_index_writer_write (writer, word, strlen (word) + 1);
    }

  sk_index_writer_begin (writer, SK_SECTION_WORD_PLACES);
  sk_index_writer_write (writer, sk_word_list_get_places (words), n_words * sizeof (guint32));
  sk_index_writer_begin (writer, SK_SECTION_FREQUENCIES);
  sk_index_writer_write (writer, sk_word_list_get_frequencies (words), n_words * sizeof (guint32));

  return TRUE;
}

/* A word of one record, with how often it is there. */
typedef struct
{
  guint32 place;
  guint32 times[SK_INDEX_N_FIELDS];
} Found;

typedef struct
{
  SkDraftWriter *writer;
  const guint32 *places;      /* of each word by number */
  guint32 *found_at;          /* by place, where it is in found, plus one */
  GArray *found;              /* Found */
  guint32 lengths[SK_INDEX_N_FIELDS];

  /* The words that are put in order now, and room for their postings. */
  guint32 first;
  guint32 end;
  guint32 *postings;
  gsize *ends;                /* how far each word's are filled in */
} Inverter;

static void
find_word (Inverter *self,
           guint32   number,
           guint     field)
{
  guint32 place = self->places[number];
  Found *found;

  if (place < self->first || place >= self->end)
    return;

  if (self->found_at[place - self->first] == 0)
    {
      Found fresh = {place, {0}};

      g_array_append_val (self->found, fresh);
      self->found_at[place - self->first] = self->found->len;
    }

  found = &g_array_index (self->found, Found, self->found_at[place - self->first] - 1);
  found->times[field]++;
}

static void
find_words (Inverter *self,
            SkDigest *digest)
{
  guint field = SK_TEXT_FIELD_TITLE;
  guint32 token;

  g_array_set_size (self->found, 0);
  memset (self->lengths, 0, sizeof self->lengths);

  while (sk_digest_next_token (digest, &token))
    if (token >= SK_TOKEN_WORDS)
      {
        self->lengths[field]++;
        find_word (self, token - SK_TOKEN_WORDS, field);
      }
    else if (token == SK_TOKEN_NEXT_FIELD)
      {
        field--;
      }
}

static void
add_postings (Inverter *self,
              guint32   record)
{
  const SkIndexCounts *counts = &self->writer->counts;

  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);
      guint field = SK_TEXT_FIELD_TITLE;
      guint level;

      while (found->times[field] == 0)
        field--;

      level = sk_text_level (found->times[field], self->lengths[field], counts->totals[field],
                             counts->n_records);
      self->postings[self->ends[found->place - self->first]++] =
        record << SK_CODE_BITS | sk_code_new (field, level);
      self->found_at[found->place - self->first] = 0;
    }
}

static void
write_postings (Inverter   *self,
                guint64    *starts,
                GByteArray *bytes)
{
  SkIndexWriter *writer = self->writer->writer;
  gsize at = 0;

  for (guint32 place = self->first; place < self->end; place++)
    {
      guint32 last = 0;

      g_byte_array_set_size (bytes, 0);
      starts[place] = sk_index_writer_tell (writer);

      for (; at < self->ends[place - self->first]; at++)
        {
          guint32 record = self->postings[at] >> SK_CODE_BITS;

          sk_varint_append (bytes, (guint64) (record - last) << SK_CODE_BITS |
                                     (self->postings[at] & SK_CODE_MASK));
          last = record;
        }

      sk_index_writer_write (writer, bytes->data, bytes->len);
    }
}

/* As many words, at least one, as there is room for. */
static gsize
choose_words (Inverter      *self,
              const guint32 *frequencies)
{
  gsize n_postings = 0;

  for (self->end = self->first; self->end < self->writer->counts.n_words; self->end++)
    {
      if (self->end > self->first && n_postings + frequencies[self->end] > POSTINGS_AT_ONCE)
        break;

      self->ends[self->end - self->first] = n_postings;
      n_postings += frequencies[self->end];
    }

  return n_postings;
}

static gboolean
invert (Inverter  *self,
        guint64   *starts,
        GError   **error)
{
  const guint32 *frequencies = sk_word_list_get_frequencies (self->writer->draft->words);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  SkDigest digest;

  for (; self->first < self->writer->counts.n_words; self->first = self->end)
    {
      g_autofree guint32 *postings = g_new (guint32, choose_words (self, frequencies));

      self->postings = postings;

      for (guint32 i = 0; i < self->writer->counts.n_records; i++)
        {
          if (!sk_draft_writer_next (self->writer, &digest, i, error))
            return FALSE;

          find_words (self, &digest);
          add_postings (self, i);
        }

      write_postings (self, starts, bytes);
    }

  return TRUE;
}

/**
 * sk_draft_writer_postings:
 * @starts: (out) (transfer full): where the postings of each word begin, and the end
 *
 * Turns the words of the records into the records of the words.
 *
 * Returns: whether that was possible
 */
gboolean
sk_draft_writer_postings (SkDraftWriter  *self,
                          guint64       **starts,
                          GError        **error)
{
  guint32 n_words = self->counts.n_words;
  g_autofree guint32 *found_at = g_new0 (guint32, (gsize) n_words + 1);
  g_autofree gsize *ends = g_new (gsize, (gsize) n_words + 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Inverter inverter = {.writer = self, .found_at = found_at, .found = found, .ends = ends};

  *starts = g_new0 (guint64, (gsize) n_words + 1);
  inverter.places = sk_word_list_get_places (self->draft->words);
  sk_index_writer_begin (self->writer, SK_SECTION_POSTINGS);
  if (!invert (&inverter, *starts, error))
    return FALSE;

  (*starts)[n_words] = sk_index_writer_tell (self->writer);
  sk_index_writer_begin (self->writer, SK_SECTION_POSTING_STARTS);
  sk_index_writer_write (self->writer, *starts, ((gsize) n_words + 1) * sizeof **starts);

  return sk_index_writer_flush (self->writer, error);
}
