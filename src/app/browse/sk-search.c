/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-search.h"

#include "sk-filter.h"
#include "sk-question.h"

/* Until somebody says how many there is room for. */
#define N_AHEAD 100

struct _SkSearch
{
  GObject parent_instance;

  SkCatalogue *catalogue;
  SkQuery *query;
  guint n_ahead;
  GCancellable *asking;

  SkIndex *index;
  SkQuery *answered;
  SkResults *results;
};

enum
{
  PROP_CATALOGUE = 1,
  PROP_QUERY,
  PROP_RESULTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSearch, sk_search, G_TYPE_OBJECT)

/* A question on its way, and what it is asked of. */
typedef struct
{
  SkSearch *search;
  SkIndex *index;
  SkQuery *query;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->search);
  g_clear_object (&question->index);
  g_clear_object (&question->query);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GPtrArray) answers = sk_question_finish (result, NULL);
  SkSearch *self = question->search;

  if (answers == NULL)
    return;

  g_clear_object (&self->asking);
  g_set_object (&self->index, question->index);
  g_set_object (&self->answered, question->query);
  g_set_object (&self->results, g_ptr_array_index (answers, 0));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULTS]);
}

/* Whatever was asked before is cancelled first, so its answer is never heard. */
static void
ask (SkSearch *self)
{
  SkIndex *index = sk_catalogue_get_index (self->catalogue);
  g_autoptr (GPtrArray) queries = NULL;
  Question *question;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (index == NULL)
    return;

  queries = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (queries, g_object_ref (self->query));

  question = g_new0 (Question, 1);
  question->search = g_object_ref (self);
  question->index = g_object_ref (index);
  question->query = g_object_ref (self->query);

  self->asking = g_cancellable_new ();
  sk_question_ask (index, queries, self->n_ahead, self->asking, on_answered, question);
}

static void
sk_search_constructed (GObject *object)
{
  SkSearch *self = SK_SEARCH (object);

  G_OBJECT_CLASS (sk_search_parent_class)->constructed (object);

  g_signal_connect_object (self->catalogue, "notify::index", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  ask (self);
}

static void
sk_search_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  SkSearch *self = SK_SEARCH (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_QUERY:
      g_value_set_object (value, self->query);
      break;
    case PROP_RESULTS:
      g_value_set_object (value, self->results);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_search_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  SkSearch *self = SK_SEARCH (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      self->catalogue = g_value_dup_object (value);
      break;
    case PROP_QUERY:
      sk_search_set_query (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_search_dispose (GObject *object)
{
  SkSearch *self = SK_SEARCH (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->results);
  g_clear_object (&self->answered);
  g_clear_object (&self->index);
  g_clear_object (&self->query);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sk_search_parent_class)->dispose (object);
}

static void
sk_search_class_init (SkSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sk_search_constructed;
  object_class->get_property = sk_search_get_property;
  object_class->set_property = sk_search_set_property;
  object_class->dispose = sk_search_dispose;

  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] =
    g_param_spec_object ("query", NULL, NULL, SK_TYPE_QUERY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RESULTS] = g_param_spec_object ("results", NULL, NULL, SK_TYPE_RESULTS,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_search_init (SkSearch *self)
{
  self->query = sk_query_new ();
  self->n_ahead = N_AHEAD;
}

/**
 * sk_search_new:
 * @catalogue: what is asked; it may be opened later
 *
 * Makes a search that asks for everything. It asks anew whenever the catalogue has another
 * index.
 *
 * Returns: (transfer full): a new search
 */
SkSearch *
sk_search_new (SkCatalogue *catalogue)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);

  return g_object_new (SK_TYPE_SEARCH, "catalogue", catalogue, NULL);
}

/**
 * sk_search_get_catalogue:
 *
 * Returns: (transfer none): the catalogue that is asked
 */
SkCatalogue *
sk_search_get_catalogue (SkSearch *self)
{
  g_return_val_if_fail (SK_IS_SEARCH (self), NULL);

  return self->catalogue;
}

/**
 * sk_search_get_query:
 *
 * Returns: (transfer none): what is asked now, answered or not
 */
SkQuery *
sk_search_get_query (SkSearch *self)
{
  g_return_val_if_fail (SK_IS_SEARCH (self), NULL);

  return self->query;
}

/**
 * sk_search_set_query:
 * @query: what to ask
 *
 * Asks something else; the same again asks nothing. The results stay those of before until the
 * answer is there.
 */
void
sk_search_set_query (SkSearch *self,
                     SkQuery  *query)
{
  g_return_if_fail (SK_IS_SEARCH (self));
  g_return_if_fail (SK_IS_QUERY (query));

  if (sk_query_equal (self->query, query))
    return;

  g_set_object (&self->query, query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  ask (self);
}

/**
 * sk_search_set_text:
 * @text: words to look for, as they are typed; "" for none
 *
 * Asks for a text, with the filters that there are.
 */
void
sk_search_set_text (SkSearch   *self,
                    const char *text)
{
  g_autoptr (SkQuery) query = NULL;

  g_return_if_fail (SK_IS_SEARCH (self));

  query = sk_query_with_text (self->query, text);
  sk_search_set_query (self, query);
}

/**
 * sk_search_toggle_value:
 * @value: a value of the facet
 *
 * Adds a value to those chosen in its facet, or takes it away when it is among them.
 */
void
sk_search_toggle_value (SkSearch   *self,
                        SkFacet     facet,
                        const char *value)
{
  g_autoptr (SkQuery) query = NULL;

  g_return_if_fail (SK_IS_SEARCH (self));
  g_return_if_fail (value != NULL);

  if (sk_query_has_value (self->query, facet, value))
    query = sk_query_without_value (self->query, facet, value);
  else
    query = sk_query_with_value (self->query, facet, value);

  sk_search_set_query (self, query);
}

/**
 * sk_search_choose_value:
 * @value: (nullable): a value of the facet, or %NULL for none
 *
 * Makes a value the only one chosen in its facet.
 */
void
sk_search_choose_value (SkSearch   *self,
                        SkFacet     facet,
                        const char *value)
{
  g_autoptr (SkQuery) none = NULL;
  g_autoptr (SkQuery) one = NULL;

  g_return_if_fail (SK_IS_SEARCH (self));

  none = sk_query_without_facet (self->query, facet);
  if (value != NULL)
    one = sk_query_with_value (none, facet, value);

  sk_search_set_query (self, one != NULL ? one : none);
}

/**
 * sk_search_clear_filters:
 *
 * Takes all that narrows the catalogue away; the text and the order stay.
 */
void
sk_search_clear_filters (SkSearch *self)
{
  g_autoptr (SkQuery) query = NULL;

  g_return_if_fail (SK_IS_SEARCH (self));

  query = sk_query_without_filters (self->query);
  sk_search_set_query (self, query);
}

/**
 * sk_search_drop_filter:
 *
 * Takes the last of the filters away, in the order in which they are shown.
 *
 * Returns: whether there was one
 */
gboolean
sk_search_drop_filter (SkSearch *self)
{
  g_autoptr (GPtrArray) filters = NULL;
  g_autoptr (SkQuery) query = NULL;

  g_return_val_if_fail (SK_IS_SEARCH (self), FALSE);

  filters = sk_filter_list (self->query);
  if (filters->len == 0)
    return FALSE;

  query = sk_filter_leave (g_ptr_array_index (filters, filters->len - 1), self->query);
  sk_search_set_query (self, query);
  return TRUE;
}

/**
 * sk_search_get_n_ahead:
 *
 * Returns: how many of the first tools of an answer are read before it is told
 */
guint
sk_search_get_n_ahead (SkSearch *self)
{
  g_return_val_if_fail (SK_IS_SEARCH (self), 0);

  return self->n_ahead;
}

/**
 * sk_search_set_n_ahead:
 * @n_ahead: how many tools are looked at as soon as there is an answer
 *
 * Has so many tools read from now on before an answer is told.
 */
void
sk_search_set_n_ahead (SkSearch *self,
                       guint     n_ahead)
{
  g_return_if_fail (SK_IS_SEARCH (self));

  self->n_ahead = n_ahead;
}

/**
 * sk_search_get_results:
 *
 * Returns: (transfer none) (nullable): the newest answer, %NULL before the first
 */
SkResults *
sk_search_get_results (SkSearch *self)
{
  g_return_val_if_fail (SK_IS_SEARCH (self), NULL);

  return self->results;
}

/**
 * sk_search_get_index:
 *
 * Returns: (transfer none) (nullable): the index that the results are of
 */
SkIndex *
sk_search_get_index (SkSearch *self)
{
  g_return_val_if_fail (SK_IS_SEARCH (self), NULL);

  return self->index;
}

/**
 * sk_search_get_answered:
 *
 * Returns: (transfer none) (nullable): the query that the results answer, which is not that of
 *   now while a newer one is asked
 */
SkQuery *
sk_search_get_answered (SkSearch *self)
{
  g_return_val_if_fail (SK_IS_SEARCH (self), NULL);

  return self->answered;
}

/**
 * sk_search_dup_words:
 *
 * Returns: (transfer full) (nullable): the text by which the results were found: the query's, or
 *   what it was taken for; %NULL before the first answer
 */
char *
sk_search_dup_words (SkSearch *self)
{
  const char *repaired;
  const char *text;

  g_return_val_if_fail (SK_IS_SEARCH (self), NULL);

  if (self->results == NULL)
    return NULL;

  text = sk_query_get_text (self->answered);
  repaired = sk_results_get_repaired (self->results);
  if (repaired == NULL)
    return g_strdup (text);

  /* A space says that the last word is whole. */
  return g_strconcat (repaired, g_str_has_suffix (text, " ") ? " " : "", NULL);
}

/**
 * sk_search_find_concept:
 * @value: a value of the facet
 *
 * Returns: (transfer none) (nullable): the concept that a value stands for, where the results
 *   list it and the facet has concepts
 */
SkConcept *
sk_search_find_concept (SkSearch   *self,
                        SkFacet     facet,
                        const char *value)
{
  const SkFacetCount *counts;
  guint n_values = 0;

  g_return_val_if_fail (SK_IS_SEARCH (self), NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if (self->results == NULL)
    return NULL;

  counts = sk_results_get_facet (self->results, facet, &n_values);
  for (guint i = 0; i < n_values; i++)
    if (g_str_equal (counts[i].value, value))
      return counts[i].concept;

  return NULL;
}
