/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-draft-writer.h"

#include "sk-bits.h"
#include "sk-facet-sets.h"
#include "sk-planes.h"

/* How much memory the sets may take that are filled in at once. */
#define SET_BYTES_AT_ONCE (64 * 1024 * 1024)

typedef struct
{
  SkDraftWriter *writer;
  SkValueList *values;
  guint32 n_places;
  guint32 firsts[SK_N_FACETS]; /* the first place of each facet */
  guint32 *totals;             /* of each place */
  guint64 *starts;             /* of each place: where its set or its list begins */
} Facets;

static gboolean
is_few (Facets  *self,
        guint32  place)
{
  return sk_facet_sets_is_few (self->totals[place], self->writer->counts.n_records);
}

static void
list_span (Facets  *self,
           SkFacet  facet,
           SkSpan   span,
           GArray  *places)
{
  GArray *spans = sk_value_list_get_sorted (self->values, facet)->spans;

  for (guint32 i = 0; i < spans->len; i++)
    if (sk_span_overlaps (span, g_array_index (spans, SkSpan, i)))
      {
        guint32 place = self->firsts[facet] + i;

        g_array_append_val (places, place);
      }
}

/* Where the values of one record are: first of the facets that name, then of those that
 * measure. */
static guint
list_places (Facets   *self,
             SkDigest *digest,
             GArray   *places)
{
  guint n_numbers;
  const guint32 *place_of = sk_value_list_get_places (self->values, &n_numbers);
  guint32 number;
  guint n_named;

  g_array_set_size (places, 0);
  while (sk_digest_next_value (digest, &number))
    g_array_append_val (places, place_of[number]);
  n_named = places->len;

  list_span (self, SK_FACET_AGE, digest->spans[0], places);
  list_span (self, SK_FACET_LENGTH, digest->spans[1], places);
  return n_named;
}

static void
write_values (Facets *self)
{
  SkIndexWriter *writer = self->writer->writer;
  g_autoptr (GVariant) unknown = NULL;
  guint n_numbers;
  const guint32 *places;

  sk_value_list_sort (self->values);
  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      guint n_values = sk_value_list_get_sorted (self->values, (SkFacet) facet)->counts->len;

      self->firsts[facet] = self->n_places;
      self->n_places += n_values;
      self->writer->counts.n_values[facet] = n_values;
    }

  self->writer->counts.n_places = self->n_places;
  unknown = sk_value_list_dup_unknown (self->values);
  sk_index_writer_begin (writer, SK_SECTION_VALUES);
  sk_index_writer_write (writer, g_variant_get_data (unknown), g_variant_get_size (unknown));

  places = sk_value_list_get_places (self->values, &n_numbers);
  sk_index_writer_begin (writer, SK_SECTION_VALUE_PLACES);
  sk_index_writer_write (writer, places, n_numbers * sizeof (guint32));
}

static gboolean
write_listed (Facets  *self,
              GArray  *places,
              GError **error)
{
  SkDraftWriter *writer = self->writer;
  guint32 n_records = writer->counts.n_records;
  g_autofree guint32 *starts = g_new (guint32, (gsize) n_records + 1);
  guint32 n_listed = 0;
  SkDigest digest;

  sk_index_writer_begin (writer->writer, SK_SECTION_LISTED);

  for (guint32 i = 0; i < n_records; i++)
    {
      guint n_named;

      if (!sk_draft_writer_next (writer, &digest, i, error))
        return FALSE;

      n_named = list_places (self, &digest, places);
      sk_index_writer_write (writer->writer, places->data, n_named * sizeof (guint32));
      starts[i] = n_listed;
      n_listed += n_named;

      for (guint j = 0; j < places->len; j++)
        self->totals[g_array_index (places, guint32, j)]++;
    }

  starts[n_records] = n_listed;
  sk_index_writer_begin (writer->writer, SK_SECTION_LISTED_STARTS);
  sk_index_writer_write (writer->writer, starts, ((gsize) n_records + 1) * sizeof (guint32));
  sk_index_writer_begin (writer->writer, SK_SECTION_VALUE_TOTALS);
  sk_index_writer_write (writer->writer, self->totals, self->n_places * sizeof (guint32));
  return TRUE;
}

static gboolean
write_sets (Facets  *self,
            GArray  *places,
            GError **error)
{
  SkDraftWriter *writer = self->writer;
  gsize n_words = sk_bits_n_words (writer->counts.n_records);
  gsize most = MAX (SET_BYTES_AT_ONCE / (n_words * sizeof (guint64)), 1);
  guint64 at = 0;

  sk_index_writer_begin (writer->writer, SK_SECTION_VALUE_SETS);

  for (guint32 first = 0, end; first < self->n_places; first = end)
    {
      g_autofree guint64 *sets = NULL;
      gsize n_sets = 0;
      SkDigest digest;

      for (end = first; end < self->n_places && n_sets < most; end++)
        if (!is_few (self, end))
          self->starts[end] = at + n_words * n_sets++;

      sets = g_new0 (guint64, n_sets * n_words + 1);
      for (guint32 i = 0; i < writer->counts.n_records && n_sets > 0; i++)
        {
          if (!sk_draft_writer_next (writer, &digest, i, error))
            return FALSE;

          list_places (self, &digest, places);
          for (guint j = 0; j < places->len; j++)
            {
              guint32 place = g_array_index (places, guint32, j);

              if (place >= first && place < end && !is_few (self, place))
                sk_bits_add (sets + (self->starts[place] - at), &i, 1);
            }
        }

      sk_index_writer_write (writer->writer, sets, n_sets * n_words * sizeof (guint64));
      at += n_sets * n_words;
    }

  return TRUE;
}

static gboolean
write_lists (Facets  *self,
             GArray  *places,
             GError **error)
{
  SkDraftWriter *writer = self->writer;
  g_autofree guint64 *ends = g_new0 (guint64, (gsize) self->n_places + 1);
  g_autofree guint32 *lists = NULL;
  guint64 n_listed = 0;
  SkDigest digest;

  for (guint32 place = 0; place < self->n_places; place++)
    if (is_few (self, place))
      {
        self->starts[place] = ends[place] = n_listed;
        n_listed += self->totals[place];
      }

  lists = g_new (guint32, n_listed + 1);
  for (guint32 i = 0; i < writer->counts.n_records; i++)
    {
      if (!sk_draft_writer_next (writer, &digest, i, error))
        return FALSE;

      list_places (self, &digest, places);
      for (guint j = 0; j < places->len; j++)
        {
          guint32 place = g_array_index (places, guint32, j);

          if (is_few (self, place))
            lists[ends[place]++] = i;
        }
    }

  sk_index_writer_begin (writer->writer, SK_SECTION_VALUE_LISTS);
  sk_index_writer_write (writer->writer, lists, n_listed * sizeof (guint32));
  sk_index_writer_begin (writer->writer, SK_SECTION_VALUE_STARTS);
  sk_index_writer_write (writer->writer, self->starts, self->n_places * sizeof (guint64));
  return TRUE;
}

static gboolean
fill_planes (Facets     *self,
             GPtrArray  *planes,
             GError    **error)
{
  SkDigest digest;

  for (guint32 i = 0; i < self->writer->counts.n_records; i++)
    {
      if (!sk_draft_writer_next (self->writer, &digest, i, error))
        return FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (digest.spans); j++)
        {
          sk_planes_set (g_ptr_array_index (planes, 2 * j), i, digest.spans[j].low);
          sk_planes_set (g_ptr_array_index (planes, 2 * j + 1), i, digest.spans[j].high);
        }
    }

  return TRUE;
}

static gboolean
write_spans (Facets  *self,
             GError **error)
{
  SkIndexWriter *writer = self->writer->writer;
  gsize n_words = sk_bits_n_words (self->writer->counts.n_records);
  g_autoptr (GPtrArray) planes = NULL;

  planes = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_planes_free);
  for (guint i = 0; i < SK_N_SPAN_PLANES; i++)
    g_ptr_array_add (planes, sk_planes_new (n_words));

  if (!fill_planes (self, planes, error))
    return FALSE;

  sk_index_writer_begin (writer, SK_SECTION_SPAN_PLANES);
  for (guint i = 0; i < SK_N_SPAN_PLANES; i++)
    {
      guint64 n_planes = sk_planes_get_size (g_ptr_array_index (planes, i));

      sk_index_writer_write (writer, &n_planes, sizeof n_planes);
    }

  for (guint i = 0; i < SK_N_SPAN_PLANES; i++)
    for (guint nth = 0; nth < sk_planes_get_size (g_ptr_array_index (planes, i)); nth++)
      sk_index_writer_write (writer, sk_planes_get_nth (g_ptr_array_index (planes, i), nth),
                             n_words * sizeof (guint64));

  return TRUE;
}

/**
 * sk_draft_writer_facets:
 *
 * Sorts the values of the facets, and writes which records have which.
 *
 * Returns: whether that was possible
 */
gboolean
sk_draft_writer_facets (SkDraftWriter  *self,
                        GError        **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *totals = NULL;
  g_autofree guint64 *starts = NULL;
  Facets facets = {.writer = self, .values = self->draft->values};

  write_values (&facets);
  facets.totals = totals = g_new0 (guint32, (gsize) facets.n_places + 1);
  facets.starts = starts = g_new0 (guint64, (gsize) facets.n_places + 1);

  return write_listed (&facets, places, error) && write_sets (&facets, places, error) &&
         write_lists (&facets, places, error) && write_spans (&facets, error);
}
