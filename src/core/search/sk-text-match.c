/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-match.h"

#include <string.h>

#include "sk-bits.h"
#include "sk-phrase.h"
#include "sk-repair.h"
#include "sk-text-query.h"
#include "sk-worths.h"

typedef struct
{
  const SkTextIndex *index;
  const SkTextQuestion *question;
  GCancellable *cancellable;

  /* What the term matches that is looked at: sets in the file, or in the room below. */
  const guint64 *best;
  const guint64 *exact;
  const guint64 *tails;

  guint64 *nothing;           /* SK_CODE_BITS sets that stay empty */
  guint64 *best_room;
  guint64 *exact_room;
  guint64 *tails_room;
  guint64 *listed;
  guint64 *worths;
} Matcher;

static guint64 *
new_sets (Matcher *self,
          gsize    n_sets)
{
  return g_new0 (guint64, self->index->n_set_words * n_sets);
}

static void
matcher_init (Matcher              *self,
              const SkTextIndex    *index,
              const SkTextQuestion *question,
              GCancellable         *cancellable)
{
  self->index = index;
  self->question = question;
  self->cancellable = cancellable;
  self->nothing = new_sets (self, SK_CODE_BITS);
  self->best_room = new_sets (self, SK_CODE_BITS);
  self->exact_room = new_sets (self, SK_CODE_BITS);
  self->tails_room = new_sets (self, 1);
  self->listed = new_sets (self, 1);
  self->worths = new_sets (self, SK_N_WORTH_BITS);
}

static void
matcher_clear (Matcher *self)
{
  g_clear_pointer (&self->worths, g_free);
  g_clear_pointer (&self->listed, g_free);
  g_clear_pointer (&self->tails_room, g_free);
  g_clear_pointer (&self->exact_room, g_free);
  g_clear_pointer (&self->best_room, g_free);
  g_clear_pointer (&self->nothing, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matcher, matcher_clear)

static void
set_codes (Matcher      *self,
           const guint8 *codes,
           guint64      *room)
{
  memset (room, 0, self->index->n_set_words * SK_CODE_BITS * sizeof (guint64));
  sk_codes_to_planes (codes, self->index->counts->n_records, room);
}

/* The codes of the best of some words, in sets. */
static const guint64 *
find_codes (Matcher *self,
            guint32  first,
            guint32  end,
            guint64 *room)
{
  const guint64 *found = first < end ? sk_ranges_find (&self->index->prefixes, first, end)
                                     : self->nothing;
  g_autofree guint8 *codes = NULL;

  if (found != NULL)
    return found;

  codes = sk_codes_new (self->index->counts->n_records);
  for (guint32 word = first; word < end; word++)
    sk_postings_gather (&self->index->postings, word, codes);

  set_codes (self, codes, room);
  return room;
}

static const guint64 *
find_tails (Matcher          *self,
            const SkTextTerm *term)
{
  const SkTextIndex *index = self->index;
  const guint64 *found;
  guint32 first;
  guint32 end;

  if (self->question->strict || !sk_text_term_is_loose (term))
    return self->nothing;

  sk_tails_look_up (&index->tails, term->words[0], term->goes_on, &first, &end);
  found = first < end ? sk_ranges_find (&index->tail_sets, first, end) : self->nothing;
  if (found != NULL)
    return found;

  memset (self->tails_room, 0, index->n_set_words * sizeof (guint64));
  for (guint32 nth = first; nth < end; nth++)
    sk_postings_add (&index->postings, index->tails.words[nth], self->tails_room);

  return self->tails_room;
}

static void
match_word (Matcher          *self,
            const SkTextTerm *term)
{
  SkWordRange range = sk_lexicon_look_up (&self->index->lexicon, term->words[0], term->goes_on);
  guint32 end = range.first_is_exact ? range.first + 1 : range.first;

  self->best = find_codes (self, range.first, range.end, self->best_room);
  self->exact = range.end == end ? self->best
                                 : find_codes (self, range.first, end, self->exact_room);
  self->tails = find_tails (self, term);
}

static void
match_phrase (Matcher          *self,
              const SkTextTerm *term)
{
  const SkTextIndex *index = self->index;
  g_autofree SkWordRange *ranges = g_new (SkWordRange, term->n_words);
  g_autofree guint8 *codes = sk_codes_new (index->counts->n_records);
  g_autofree guint64 *bits = sk_bits_new (index->n_set_words);

  sk_bits_fill (bits, index->counts->n_records);

  for (guint i = 0; i < term->n_words; i++)
    {
      gboolean goes_on = term->goes_on && i + 1 == term->n_words;
      const guint64 *found;

      ranges[i] = sk_lexicon_look_up (&index->lexicon, term->words[i], goes_on);
      found = find_codes (self, ranges[i].first, ranges[i].end, self->best_room);
      sk_worths_listed (self->listed, found, self->nothing, index->n_set_words);
      sk_bits_and (bits, self->listed, index->n_set_words);
    }

  sk_phrase_find (index, ranges, term->n_words, bits, codes, self->cancellable);
  set_codes (self, codes, self->best_room);
  self->best = self->exact = self->best_room;
  self->tails = self->nothing;
}

/* Returns how many records match. */
static guint
match_term (Matcher          *self,
            const SkTextTerm *term)
{
  if (term->n_words > 1)
    match_phrase (self, term);
  else
    match_word (self, term);

  sk_worths_listed (self->listed, self->best, self->tails, self->index->n_set_words);
  return sk_bits_count (self->listed, self->index->n_set_words);
}

static gboolean
repair_term (Matcher    *self,
             SkTextTerm *term)
{
  const char *word = NULL;

  if (!self->question->strict && term->n_words == 1 && sk_text_term_is_loose (term))
    word = sk_repair_find (self->index, term->words[0], term->goes_on);
  if (word != NULL)
    sk_text_term_set_word (term, word);

  return word != NULL;
}

static void
add_worths (Matcher  *self,
            SkPlanes *scores,
            guint     shift)
{
  guint64 *addend[SK_N_WORTH_BITS + 2];
  gsize n_words = self->index->n_set_words;

  sk_worths_find (self->worths, self->best, self->exact, self->tails, n_words);

  for (guint i = 0; i < shift; i++)
    addend[i] = self->nothing;
  for (guint i = 0; i < SK_N_WORTH_BITS; i++)
    addend[shift + i] = self->worths + i * n_words;

  sk_planes_add (scores, addend, SK_N_WORTH_BITS + shift);
}

/* A text in which something matches nothing, and cannot be repaired, is left as it is. */
static void
match_terms (Matcher     *self,
             SkTextMatch *match,
             GPtrArray   *terms)
{
  gboolean is_repaired = FALSE;
  gboolean is_broken = FALSE;

  for (guint i = 0; i < terms->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      SkTextTerm *term = g_ptr_array_index (terms, i);
      guint n_matches = match_term (self, term);

      if (n_matches == 0 && repair_term (self, term))
        {
          is_repaired = TRUE;
          n_matches = match_term (self, term);
        }

      is_broken = is_broken || n_matches == 0;
      sk_bits_and (match->bits, self->listed, self->index->n_set_words);
      if (match->scores != NULL)
        add_worths (self, match->scores,
                    terms->len > 1 ? sk_text_shift (n_matches, self->index->counts->n_records) : 0);
    }

  if (is_repaired && !is_broken)
    match->repaired = sk_text_query_write (terms);
}

/**
 * sk_text_match_init:
 * @question: what is asked
 * @cancellable: (nullable): looked at before each term; once cancelled, the match is of no use
 *
 * Finds the records that match all terms of a text, and adds up what each term is worth in
 * them, 64 records at a time.
 */
void
sk_text_match_init (SkTextMatch           *self,
                    const SkTextIndex     *index,
                    const SkTextQuestion  *question,
                    GCancellable          *cancellable)
{
  g_autoptr (GPtrArray) terms = sk_text_query_parse (question->text);
  g_auto (Matcher) matcher = {0};

  self->bits = sk_bits_new (index->n_set_words);
  self->scores = NULL;
  self->repaired = NULL;
  sk_bits_fill (self->bits, index->counts->n_records);

  if (terms->len == 0)
    return;

  if (question->with_scores)
    self->scores = sk_planes_new (index->n_set_words);

  matcher_init (&matcher, index, question, cancellable);
  match_terms (&matcher, self, terms);
}

/**
 * sk_text_match_clear:
 * @self: a match
 */
void
sk_text_match_clear (SkTextMatch *self)
{
  g_clear_pointer (&self->repaired, g_free);
  g_clear_pointer (&self->scores, sk_planes_free);
  g_clear_pointer (&self->bits, g_free);
}
