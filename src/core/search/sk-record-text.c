/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-text.h"

#include <string.h>

#include "sk-tails.h"
#include "sk-text-fold.h"

static void
add_text (SkRecordText *self,
          SkTextField   field,
          const char   *text,
          GStringChunk *chunk)
{
  g_autofree char *folded = sk_text_fold_words (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (self->words[field], g_string_chunk_insert_const (chunk, words[i]));

  self->lengths[field] += g_strv_length (words);
  g_ptr_array_add (self->words[field], NULL);
}

static void
add_lang_string (SkRecordText       *self,
                 SkTextField         field,
                 const SkLangString *text,
                 GStringChunk       *chunk)
{
  for (guint i = 0; i < sk_lang_string_get_size (text); i++)
    add_text (self, field, sk_lang_string_get_nth (text, i, NULL), chunk);
}

static void
add_strings (SkRecordText       *self,
             SkTextField         field,
             const char * const *texts,
             GStringChunk       *chunk)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (self, field, texts[i], chunk);
}

/**
 * sk_record_text_new:
 * @resource: a record
 * @chunk: where its words are kept; must outlive them
 *
 * Lists the words of a record: of its name in all languages, its keywords, its publishers'
 * names and its description in all languages. The labels of its concepts are no text of the
 * record: they are filters.
 *
 * Returns: (transfer full): its words
 */
SkRecordText *
sk_record_text_new (SkResource   *resource,
                    GStringChunk *chunk)
{
  SkRecordText *self = g_new0 (SkRecordText, 1);

  for (guint i = 0; i < SK_TEXT_N_FIELDS; i++)
    self->words[i] = g_ptr_array_new ();

  add_lang_string (self, SK_TEXT_FIELD_TITLE, sk_resource_get_name (resource), chunk);
  add_strings (self, SK_TEXT_FIELD_KEYWORDS, sk_resource_get_keywords (resource), chunk);
  add_strings (self, SK_TEXT_FIELD_KEYWORDS, sk_resource_get_publishers (resource), chunk);
  add_lang_string (self, SK_TEXT_FIELD_DESCRIPTION, sk_resource_get_description (resource), chunk);

  return self;
}

/**
 * sk_record_text_free:
 * @self: (transfer full): a record's words
 */
void
sk_record_text_free (SkRecordText *self)
{
  for (guint i = 0; i < SK_TEXT_N_FIELDS; i++)
    g_ptr_array_unref (self->words[i]);

  g_free (self);
}

static gboolean
is_meant (const char       *word,
          const SkTextTerm *term,
          guint             nth)
{
  gboolean goes_on = term->goes_on && nth + 1 == term->n_words;

  return goes_on ? g_str_has_prefix (word, term->words[nth]) : g_str_equal (word, term->words[nth]);
}

/* The end of a text is no word, so that a phrase does not reach beyond it. */
static gboolean
stands_at (const SkTextTerm *term,
           GPtrArray        *words,
           guint             place)
{
  for (guint i = 0; i < term->n_words; i++)
    {
      const char *word = g_ptr_array_index (words, place + i);

      if (word == NULL || !is_meant (word, term, i))
        return FALSE;
    }

  return TRUE;
}

static guint
count_phrase (GPtrArray        *words,
              const SkTextTerm *term)
{
  guint count = 0;

  for (guint i = 0; i < words->len; i++)
    count += stands_at (term, words, i);

  return count;
}

static guint
count_word (GPtrArray  *words,
            const char *word)
{
  guint count = 0;

  for (guint i = 0; i < words->len; i++)
    count += g_strcmp0 (g_ptr_array_index (words, i), word) == 0;

  return count;
}

static guint
weigh_place (const SkRecordText *self,
             SkTextField         field,
             guint               place,
             const SkTextTerm   *term,
             const SkTextTotals *totals)
{
  GPtrArray *words = self->words[field];
  const char *word = g_ptr_array_index (words, place);
  gboolean is_exact = term->n_words > 1 || g_str_equal (word, term->words[0]);
  guint n_times = term->n_words > 1 ? count_phrase (words, term) : count_word (words, word);
  guint level =
    sk_text_level (n_times, self->lengths[field], totals->totals[field], totals->n_records);

  return sk_text_worth (field, level, is_exact);
}

static gboolean
has_tail (const char         *word,
          const SkTextTerm   *term,
          const SkTextTotals *totals)
{
  guint frequency;
  glong length;

  /* Most words are dismissed at once. */
  if (strstr (word, term->words[0]) == NULL)
    return FALSE;

  frequency = GPOINTER_TO_UINT (g_hash_table_lookup (totals->words, word));
  length = g_utf8_strlen (word, -1);
  if (length < SK_TEXT_TAILED_MIN || length > SK_TEXT_TAILED_MAX ||
      !sk_tails_are_kept (frequency, totals->least_tailed))
    return FALSE;

  for (glong head = SK_TEXT_HEAD_MIN; head + SK_TEXT_LOOSE_MIN <= length; head++)
    if (is_meant (g_utf8_offset_to_pointer (word, head), term, 0))
      return TRUE;

  return FALSE;
}

static gboolean
has_term_as_tail (const SkRecordText *self,
                  const SkTextTerm   *term,
                  const SkTextTotals *totals)
{
  for (guint field = 0; field < SK_TEXT_N_FIELDS; field++)
    for (guint i = 0; i < self->words[field]->len; i++)
      {
        const char *word = g_ptr_array_index (self->words[field], i);

        if (word != NULL && has_tail (word, term, totals))
          return TRUE;
      }

  return FALSE;
}

/**
 * sk_record_text_weigh:
 * @term: what is asked for
 * @strict: whether tails of longer words are left out
 * @totals: of all records
 *
 * Looks at every place where the term may stand in the record. A word that stands in several
 * fields is worth most in the best of them, so that the best place is the best word in its
 * best field.
 *
 * Returns: what the record is worth for the term, 0 where it does not match
 */
guint
sk_record_text_weigh (const SkRecordText *self,
                      const SkTextTerm   *term,
                      gboolean            strict,
                      const SkTextTotals *totals)
{
  guint best = 0;

  for (guint field = 0; field < SK_TEXT_N_FIELDS; field++)
    for (guint i = 0; i < self->words[field]->len; i++)
      if (stands_at (term, self->words[field], i))
        {
          guint worth = weigh_place (self, (SkTextField) field, i, term, totals);

          best = MAX (best, worth);
        }

  if (best == 0 && !strict && sk_text_term_is_loose (term) && has_term_as_tail (self, term, totals))
    best = SK_TEXT_TAIL_WORTH;

  return best;
}
