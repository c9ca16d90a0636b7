/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-column.h"

#include <string.h>

#include "sk-text-fold.h"

struct _SkTextColumn
{
  SkLexicon *lexicon;
  GArray *tokens;             /* SkToken; of each record by word, each word once */
  GArray *starts;             /* guint32: where each record's tokens begin, and the end */
};

typedef struct
{
  SkTextColumn *column;
  GStringChunk *chunk;
  GPtrArray *words;           /* owned by chunk */
  GHashTable *numbers;        /* word → its place in words, plus one */
} Builder;

static guint32
number_word (Builder    *builder,
             const char *word)
{
  gpointer number = g_hash_table_lookup (builder->numbers, word);

  if (number == NULL)
    {
      char *kept = g_string_chunk_insert (builder->chunk, word);

      g_ptr_array_add (builder->words, kept);
      number = GUINT_TO_POINTER (builder->words->len);
      g_hash_table_insert (builder->numbers, kept, number);
    }

  return GPOINTER_TO_UINT (number) - 1;
}

static void
add_text (Builder      *builder,
          const char   *text,
          SkTextWeight  field)
{
  g_autofree char *words = sk_text_fold_words (text);
  char *rest = words;
  char *word;

  while ((word = strsep (&rest, " ")) != NULL)
    if (*word != '\0')
      {
        SkToken token = {number_word (builder, word), field};

        g_array_append_val (builder->column->tokens, token);
      }
}

static void
add_lang_string (Builder            *builder,
                 const SkLangString *text,
                 SkTextWeight        field)
{
  for (guint i = 0; i < sk_lang_string_get_size (text); i++)
    add_text (builder, sk_lang_string_get_nth (text, i, NULL), field);
}

static void
add_strings (Builder            *builder,
             const char * const *texts,
             SkTextWeight        field)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (builder, texts[i], field);
}

static void
add_resource (Builder    *builder,
              SkResource *resource)
{
  g_array_append_val (builder->column->starts, builder->column->tokens->len);
  add_lang_string (builder, sk_resource_get_name (resource), SK_TEXT_WEIGHT_TITLE);
  add_strings (builder, sk_resource_get_keywords (resource), SK_TEXT_WEIGHT_KEYWORDS);
  add_strings (builder, sk_resource_get_publishers (resource), SK_TEXT_WEIGHT_KEYWORDS);
  add_lang_string (builder, sk_resource_get_description (resource), SK_TEXT_WEIGHT_DESCRIPTION);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* By word; of the same word the field that is worth most comes first. */
static int
compare_tokens (gconstpointer a,
                gconstpointer b)
{
  const SkToken *left = a;
  const SkToken *right = b;

  if (left->word != right->word)
    return left->word < right->word ? -1 : 1;

  return (int) right->field - (int) left->field;
}

/* From the order in which the words were met to the alphabet's. */
static void
renumber_words (Builder *builder)
{
  GPtrArray *words = builder->words;
  g_autofree guint32 *places = g_new (guint32, words->len);

  g_ptr_array_sort (words, compare_words);

  for (guint32 i = 0; i < words->len; i++)
    {
      gpointer number = g_hash_table_lookup (builder->numbers, g_ptr_array_index (words, i));

      places[GPOINTER_TO_UINT (number) - 1] = i;
    }

  for (guint i = 0; i < builder->column->tokens->len; i++)
    {
      SkToken *token = &g_array_index (builder->column->tokens, SkToken, i);

      token->word = places[token->word];
    }
}

static void
sort_tokens (SkTextColumn *self)
{
  SkToken *tokens = (SkToken *) (void *) self->tokens->data;
  guint32 *starts = (guint32 *) (void *) self->starts->data;
  guint32 kept = 0;

  for (guint record = 0; record + 1 < self->starts->len; record++)
    {
      guint32 begin = starts[record];
      guint32 end = starts[record + 1];

      starts[record] = kept;
      if (begin < end)
        qsort (tokens + begin, end - begin, sizeof (SkToken), compare_tokens);

      for (guint32 i = begin; i < end; i++)
        if (i == begin || tokens[i].word != tokens[i - 1].word)
          tokens[kept++] = tokens[i];
    }

  starts[self->starts->len - 1] = kept;
  g_array_set_size (self->tokens, kept);
}

/**
 * sk_text_column_new:
 * @resources: (element-type SkResource): the records, in the order of their numbers
 *
 * Folds and sorts the words of every record: of its name in all languages, its keywords,
 * its publishers' names (worth as much as keywords) and its description in all languages.
 * The labels of its concepts are no text of the record: they are filters.
 *
 * Returns: (transfer full): the words of all records
 */
SkTextColumn *
sk_text_column_new (GPtrArray *resources)
{
  SkTextColumn *self = g_new0 (SkTextColumn, 1);
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (4096);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  Builder builder = {self, chunk, words, numbers};

  self->tokens = g_array_new (FALSE, FALSE, sizeof (SkToken));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < resources->len; i++)
    add_resource (&builder, g_ptr_array_index (resources, i));

  g_array_append_val (self->starts, self->tokens->len);
  renumber_words (&builder);
  sort_tokens (self);
  self->lexicon = sk_lexicon_new (words);

  return self;
}

/**
 * sk_text_column_free:
 * @self: (transfer full): the words of all records
 */
void
sk_text_column_free (SkTextColumn *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->tokens);
  sk_lexicon_unref (self->lexicon);
  g_free (self);
}

/**
 * sk_text_column_get_lexicon:
 *
 * Returns: (transfer none): the words that the tokens number
 */
SkLexicon *
sk_text_column_get_lexicon (SkTextColumn *self)
{
  return self->lexicon;
}

/**
 * sk_text_column_get_tokens:
 * @record: a record's number
 * @n_tokens: (out): how many words it has
 *
 * Returns: (transfer none) (array length=n_tokens): its words, sorted, each once
 */
const SkToken *
sk_text_column_get_tokens (SkTextColumn *self,
                           guint32       record,
                           guint        *n_tokens)
{
  const guint32 *starts = (const guint32 *) (void *) self->starts->data;

  *n_tokens = starts[record + 1] - starts[record];
  return (const SkToken *) (void *) self->tokens->data + starts[record];
}

static const SkToken *
find_token (const SkToken *begin,
            const SkToken *end,
            guint32        word)
{
  while (begin < end)
    {
      const SkToken *middle = begin + (end - begin) / 2;

      if (middle->word < word)
        begin = middle + 1;
      else
        end = middle;
    }

  return begin;
}

static guint
score_range (const SkToken     *begin,
             const SkToken     *end,
             const SkWordRange *range)
{
  guint best = 0;

  for (const SkToken *token = find_token (begin, end, range->first);
       token < end && token->word < range->end; token++)
    {
      gboolean exact = range->first_is_exact && token->word == range->first;

      best = MAX (best, exact ? token->field * 2 : token->field);
    }

  return best;
}

/**
 * sk_text_column_score:
 * @record: a record's number
 * @ranges: (element-type SkWordRange): from [method@Lexicon.look_up]
 *
 * Adds up what the best match of each word is worth.
 *
 * Returns: how well the record matches; 0 where one of the words is not in it
 */
guint
sk_text_column_score (SkTextColumn *self,
                      guint32       record,
                      GArray       *ranges)
{
  guint n_tokens;
  const SkToken *begin = sk_text_column_get_tokens (self, record, &n_tokens);
  const SkToken *end = begin + n_tokens;
  guint score = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      guint best = score_range (begin, end, &g_array_index (ranges, SkWordRange, i));

      if (best == 0)
        return 0;

      score += best;
    }

  return score;
}
