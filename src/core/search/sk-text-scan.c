/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-scan.h"

#include <string.h>

#include "sk-record-text.h"
#include "sk-tails.h"
#include "sk-text-slip.h"

struct _SkTextScan
{
  GStringChunk *chunk;
  GPtrArray *records;         /* SkRecordText, by number */
  SkTextTotals totals;        /* owns its words */
};

/* A term, and what each record is worth for it. */
typedef struct
{
  SkTextTerm *term;
  guint *worths;              /* by record, 0 where it does not match */
  guint n_matches;
} Weighed;

/* The word that a term may have meant, and how well it fits. */
typedef struct
{
  const char *word;
  SkTextSlip slip;
  guint n_records;
} Candidate;

static void
weighed_clear (Weighed *weighed)
{
  g_clear_pointer (&weighed->worths, g_free);
}

static void
count_words (SkTextScan         *self,
             const SkRecordText *record)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint field = 0; field < SK_TEXT_N_FIELDS; field++)
    for (guint i = 0; i < record->words[field]->len; i++)
      {
        char *word = g_ptr_array_index (record->words[field], i);

        if (word != NULL && g_hash_table_add (seen, word))
          {
            guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->totals.words, word));

            g_hash_table_insert (self->totals.words, word, GUINT_TO_POINTER (count + 1));
          }
      }
}

static guint32
find_least_tailed (SkTextScan *self)
{
  guint64 n_tails[SK_TAILS_N_FREQUENCIES] = {0};
  guint8 offsets[SK_TEXT_TAILED_MAX];
  GHashTableIter words;
  gpointer word;
  gpointer count;

  g_hash_table_iter_init (&words, self->totals.words);
  while (g_hash_table_iter_next (&words, &word, &count))
    n_tails[MIN (GPOINTER_TO_UINT (count), SK_TAILS_N_FREQUENCIES - 1)] +=
      sk_tails_list (word, offsets);

  return sk_tails_least (n_tails, self->totals.n_records);
}

/**
 * sk_text_scan_new:
 * @resources: (element-type SkResource): the records, in the order of their numbers
 *
 * Lists the words of every record.
 *
 * Returns: (transfer full): the text of all records
 */
SkTextScan *
sk_text_scan_new (GPtrArray *resources)
{
  SkTextScan *self = g_new0 (SkTextScan, 1);

  self->chunk = g_string_chunk_new (4096);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_record_text_free);
  self->totals.words = g_hash_table_new (g_str_hash, g_str_equal);
  self->totals.n_records = resources->len;

  for (guint i = 0; i < resources->len; i++)
    {
      SkRecordText *record = sk_record_text_new (g_ptr_array_index (resources, i), self->chunk);

      g_ptr_array_add (self->records, record);
      count_words (self, record);
      for (guint field = 0; field < SK_TEXT_N_FIELDS; field++)
        self->totals.totals[field] += record->lengths[field];
    }

  self->totals.least_tailed = find_least_tailed (self);
  return self;
}

/**
 * sk_text_scan_free:
 * @self: (transfer full): the text of all records
 */
void
sk_text_scan_free (SkTextScan *self)
{
  g_hash_table_unref (self->totals.words);
  g_ptr_array_unref (self->records);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

static void
weigh (SkTextScan   *self,
       Weighed      *weighed,
       gboolean      strict,
       GCancellable *cancellable)
{
  weighed->n_matches = 0;

  for (guint i = 0; i < self->records->len; i++)
    {
      if (i % SK_SCAN_BREATH == 0 && g_cancellable_is_cancelled (cancellable))
        return;

      weighed->worths[i] = sk_record_text_weigh (g_ptr_array_index (self->records, i),
                                                 weighed->term, strict, &self->totals);
      weighed->n_matches += weighed->worths[i] > 0;
    }
}

static GArray *
weigh_all (SkTextScan   *self,
           GPtrArray    *terms,
           gboolean      strict,
           GCancellable *cancellable)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Weighed));

  g_array_set_clear_func (all, (GDestroyNotify) weighed_clear);

  for (guint i = 0; i < terms->len; i++)
    {
      Weighed weighed = {g_ptr_array_index (terms, i), g_new0 (guint, self->records->len), 0};

      weigh (self, &weighed, strict, cancellable);
      g_array_append_val (all, weighed);
    }

  return all;
}

static gboolean
is_better (const Candidate *a,
           const Candidate *b)
{
  if (b->word == NULL || a->slip != b->slip)
    return b->word == NULL || a->slip > b->slip;
  if (a->n_records != b->n_records)
    return a->n_records > b->n_records;

  return strcmp (a->word, b->word) < 0;
}

static const char *
find_repair (SkTextScan       *self,
             const SkTextTerm *term)
{
  SkTextSlip least = term->goes_on ? SK_TEXT_SLIP_BEGINNING : SK_TEXT_SLIP_WHOLE;
  Candidate best = {NULL, SK_TEXT_SLIP_NONE, 0};
  GHashTableIter words;
  gpointer word;
  gpointer count;

  g_hash_table_iter_init (&words, self->totals.words);
  while (g_hash_table_iter_next (&words, &word, &count))
    {
      Candidate candidate = {word, sk_text_slip_find (term->words[0], word),
                             GPOINTER_TO_UINT (count)};

      if (candidate.slip >= least && is_better (&candidate, &best))
        best = candidate;
    }

  return best.word;
}

/* Lists what takes the place of each term, NULL where it stays. */
static gboolean
find_repairs (SkTextScan *self,
              GArray     *all,
              GPtrArray  *repairs)
{
  gboolean any = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      const Weighed *weighed = &g_array_index (all, Weighed, i);
      const char *word = NULL;

      if (weighed->n_matches == 0)
        {
          if (sk_text_term_is_loose (weighed->term))
            word = find_repair (self, weighed->term);
          if (word == NULL)
            return FALSE;
          any = TRUE;
        }

      g_ptr_array_add (repairs, (gpointer) word);
    }

  return any;
}

static gboolean
repair (SkTextScan   *self,
        GArray       *all,
        GCancellable *cancellable)
{
  g_autoptr (GPtrArray) repairs = g_ptr_array_new ();

  if (!find_repairs (self, all, repairs))
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      Weighed *weighed = &g_array_index (all, Weighed, i);
      const char *word = g_ptr_array_index (repairs, i);

      if (word != NULL)
        {
          sk_text_term_set_word (weighed->term, word);
          weigh (self, weighed, FALSE, cancellable);
        }
    }

  return TRUE;
}

static guint
add_up (SkTextScan *self,
        GArray     *all,
        guint       record)
{
  guint score = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Weighed *weighed = &g_array_index (all, Weighed, i);
      guint shift = sk_text_shift (weighed->n_matches, self->records->len);

      if (weighed->worths[record] == 0)
        return 0;

      score += all->len > 1 ? weighed->worths[record] << shift : weighed->worths[record];
    }

  return score;
}

/**
 * sk_text_scan_score:
 * @query: what is asked, of which the text is looked at, and whether it is strict
 * @cancellable: (nullable): looked at now and then; once cancelled, the scores are of no use
 * @repaired: (out) (transfer full) (nullable): the text that was searched for, where it is not
 *   the query's
 *
 * Scores every record as [method@Index.search] says.
 *
 * Returns: (transfer full) (array): each record's score, 0 where it does not match; 1 for all
 *   where the text asks for nothing
 */
guint *
sk_text_scan_score (SkTextScan    *self,
                    SkQuery       *query,
                    GCancellable  *cancellable,
                    char         **repaired)
{
  g_autoptr (GPtrArray) terms = sk_text_query_parse (sk_query_get_text (query));
  gboolean strict = sk_query_get_strict (query);
  g_autoptr (GArray) all = weigh_all (self, terms, strict, cancellable);
  guint *scores = g_new (guint, self->records->len);

  *repaired = NULL;
  if (!strict && !g_cancellable_is_cancelled (cancellable) && repair (self, all, cancellable))
    *repaired = sk_text_query_write (terms);

  for (guint i = 0; i < self->records->len; i++)
    scores[i] = terms->len > 0 ? add_up (self, all, i) : 1;

  return scores;
}
