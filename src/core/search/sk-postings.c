/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-postings.h"

#include "sk-bits.h"

struct _SkPostings
{
  SkLexicon *lexicon;
  guint n_records;
  gsize *starts;              /* where each word's begin in records, field by field; the end */
  guint32 *records;           /* of each word and field, the lowest first */
};

static SkPostingsField
field_of_token (const SkToken *token)
{
  switch (token->field)
    {
    case SK_TEXT_WEIGHT_TITLE:
      return SK_POSTINGS_TITLE;
    case SK_TEXT_WEIGHT_KEYWORDS:
      return SK_POSTINGS_KEYWORDS;
    default:
      return SK_POSTINGS_DESCRIPTION;
    }
}

static gsize
place_of (guint32         word,
          SkPostingsField field)
{
  return (gsize) word * SK_POSTINGS_N_FIELDS + field;
}

/* Counts into the place after the next, so that summing up leaves in the next one where its
 * records begin, and filling them in moves that to where they end. */
static void
count_tokens (SkPostings   *self,
              SkTextColumn *column,
              gsize         n_places)
{
  for (guint32 record = 0; record < self->n_records; record++)
    {
      guint n_tokens;
      const SkToken *tokens = sk_text_column_get_tokens (column, record, &n_tokens);

      for (guint i = 0; i < n_tokens; i++)
        self->starts[place_of (tokens[i].word, field_of_token (&tokens[i])) + 2]++;
    }

  for (gsize place = 1; place < n_places + 2; place++)
    self->starts[place] += self->starts[place - 1];
}

static void
fill_records (SkPostings   *self,
              SkTextColumn *column)
{
  for (guint32 record = 0; record < self->n_records; record++)
    {
      guint n_tokens;
      const SkToken *tokens = sk_text_column_get_tokens (column, record, &n_tokens);

      for (guint i = 0; i < n_tokens; i++)
        {
          gsize place = place_of (tokens[i].word, field_of_token (&tokens[i]));

          self->records[self->starts[place + 1]++] = record;
        }
    }
}

/**
 * sk_postings_new:
 * @column: the words of the records
 * @n_records: how many records there are
 *
 * Turns the words of all records into the records of all words.
 *
 * Returns: (transfer full): the records of all words
 */
SkPostings *
sk_postings_new (SkTextColumn *column,
                 guint         n_records)
{
  SkPostings *self = g_new0 (SkPostings, 1);
  gsize n_places;

  self->lexicon = sk_lexicon_ref (sk_text_column_get_lexicon (column));
  self->n_records = n_records;
  n_places = (gsize) sk_lexicon_get_size (self->lexicon) * SK_POSTINGS_N_FIELDS;
  self->starts = g_new0 (gsize, n_places + 2);

  count_tokens (self, column, n_places);
  self->records = g_new (guint32, self->starts[n_places + 1]);
  fill_records (self, column);

  return self;
}

/**
 * sk_postings_free:
 * @self: (transfer full): the records of all words
 */
void
sk_postings_free (SkPostings *self)
{
  g_free (self->records);
  g_free (self->starts);
  sk_lexicon_unref (self->lexicon);
  g_free (self);
}

/**
 * sk_postings_get_n_records:
 *
 * Returns: how many records there are
 */
guint
sk_postings_get_n_records (SkPostings *self)
{
  return self->n_records;
}

/**
 * sk_postings_get_lexicon:
 *
 * Returns: (transfer none): the words
 */
SkLexicon *
sk_postings_get_lexicon (SkPostings *self)
{
  return self->lexicon;
}

/**
 * sk_postings_count:
 * @first: a word's number
 * @end: that of the word after the last one
 *
 * Returns: how many records the words have together, one that has several counted as often
 */
gsize
sk_postings_count (SkPostings *self,
                   guint32     first,
                   guint32     end)
{
  return self->starts[place_of (end, SK_POSTINGS_TITLE)] -
         self->starts[place_of (first, SK_POSTINGS_TITLE)];
}

/**
 * sk_postings_gather:
 * @first: a word's number
 * @end: that of the word after the last one
 * @field: a field
 * @bits: (inout): a set, to which records are added that have one of the words there
 */
void
sk_postings_gather (SkPostings      *self,
                    guint32          first,
                    guint32          end,
                    SkPostingsField  field,
                    guint64         *bits)
{
  for (guint32 word = first; word < end; word++)
    {
      const gsize *start = &self->starts[place_of (word, field)];

      sk_bits_add (bits, self->records + start[0], start[1] - start[0]);
    }
}
