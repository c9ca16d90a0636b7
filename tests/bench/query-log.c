/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-log.h"

#include "draws.h"

/* Of a hundred queries: clicks on filters alone, and what is typed; the rest is both. */
#define PERCENT_FILTERS 40
#define PERCENT_TYPING 40

#define MOST_FILTERS 3
#define SEED 20260211

typedef struct
{
  Corpus *corpus;
  Draws draws;
  sqlite3_stmt *read_name;
  sqlite3_stmt *read_places;
  char *text;                 /* what is being typed */
  gsize n_typed;              /* and as far as it is, in bytes */
} Author;

static void
author_clear (Author *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->read_places, sqlite3_finalize);
  g_clear_pointer (&self->read_name, sqlite3_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Author, author_clear)

static void
draw_record (Author       *self,
             sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_bind_int64 (statement, 1, 1 + draws_below (&self->draws, self->corpus->n_records));
}

/* One or two words of the title of some record, so that common words are typed most. */
static char *
draw_words (Author *self)
{
  g_auto (GStrv) words = NULL;
  guint n_words;
  guint first;

  draw_record (self, self->read_name);
  g_assert_true (sql_next (self->read_name));
  words = g_strsplit ((const char *) sqlite3_column_text (self->read_name, 0), " ", -1);
  n_words = g_strv_length (words);
  first = draws_below (&self->draws, n_words);

  return first + 1 < n_words && draws_chance (&self->draws, 50)
           ? g_strconcat (words[first], " ", words[first + 1], NULL)
           : g_strdup (words[first]);
}

/* A letter more; once all are typed, the next words. */
static SkQuery *
type_on (Author  *self,
         SkQuery *query)
{
  g_autofree char *typed = NULL;

  if (self->text == NULL || self->text[self->n_typed] == '\0')
    {
      g_free (self->text);
      self->text = draw_words (self);
      self->n_typed = 0;
    }

  self->n_typed = (gsize) (g_utf8_next_char (self->text + self->n_typed) - self->text);
  while (self->text[self->n_typed] == ' ')
    self->n_typed++;

  typed = g_strndup (self->text, self->n_typed);
  return sk_query_with_text (query, g_strchomp (typed));
}

static SkQuery *
choose_range (Author  *self,
              SkQuery *query)
{
  guint min = 3 + draws_below (&self->draws, 14);
  g_autofree char *ages = NULL;

  ages = g_strdup_printf ("%u-%u", min, min + draws_below (&self->draws, 5));
  return sk_query_with_value (query, SK_FACET_AGE, ages);
}

static SkQuery *
choose_place (Author  *self,
              SkQuery *query,
              guint    place)
{
  const CorpusValue *value = &g_array_index (self->corpus->values, CorpusValue, place);

  return sk_query_with_value (query, value->facet, value->value);
}

/* A value that some record has, so that common ones are clicked most. */
static SkQuery *
choose_common (Author  *self,
               SkQuery *query)
{
  guint places[64];
  guint n_places = 0;

  draw_record (self, self->read_places);
  while (n_places < G_N_ELEMENTS (places) && sql_next (self->read_places))
    places[n_places++] = (guint) sqlite3_column_int64 (self->read_places, 0) - 1;

  return choose_place (self, query, places[draws_below (&self->draws, n_places)]);
}

/* Half of them are common; a quarter are any that the panel offers; the others are ages. */
static SkQuery *
choose_value (Author  *self,
              SkQuery *query)
{
  if (draws_chance (&self->draws, 50))
    return choose_common (self, query);
  if (draws_chance (&self->draws, 50))
    return choose_place (self, query, draws_below (&self->draws, self->corpus->values->len));

  return choose_range (self, query);
}

static SkQuery *
make_query (Author *self,
            guint   nth)
{
  SkQuery *query = sk_query_new ();
  gboolean types = nth % 100 >= PERCENT_FILTERS;
  gboolean filters = !types || nth % 100 >= PERCENT_FILTERS + PERCENT_TYPING;

  for (guint i = filters ? 1 + draws_below (&self->draws, MOST_FILTERS) : 0; i > 0; i--)
    {
      g_autoptr (SkQuery) before = query;

      query = choose_value (self, before);
    }

  if (types)
    {
      g_autoptr (SkQuery) before = query;

      query = type_on (self, before);
    }

  return query;
}

/**
 * query_log_new:
 * @corpus: what is asked
 *
 * Makes up what people ask, the same of the same corpus: filters alone (40 of 100), words that grow
 * by a letter each time (40), and both (20).
 *
 * Returns: (transfer full) (element-type SkQuery): the queries, in their order
 */
GPtrArray *
query_log_new (Corpus *corpus,
               guint   n_queries)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Author) author = {.corpus = corpus, .draws = {SEED}};

  author.read_name = sql_prepare (corpus->database, "SELECT name FROM record WHERE number = ?");
  author.read_places = sql_prepare (corpus->database, "SELECT place FROM listed WHERE number = ?");

  for (guint i = 0; i < n_queries; i++)
    g_ptr_array_add (queries, make_query (&author, i));

  return queries;
}
