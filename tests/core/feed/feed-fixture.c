/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-fixture.h"

#include <string.h>

void
feed_result_clear (FeedResult *result)
{
  g_clear_pointer (&result->resources, g_ptr_array_unref);
  g_clear_pointer (&result->withdrawn, g_ptr_array_unref);
  g_clear_pointer (&result->curated, g_ptr_array_unref);
  g_clear_pointer (&result->problems, g_ptr_array_unref);
  g_clear_error (&result->error);
  sk_feed_info_clear (&result->info);
}

static gboolean
on_resource (SkResource  *resource,
             guint64      index,
             gpointer     user_data,
             GError     **error)
{
  FeedResult *result = user_data;

  g_ptr_array_add (result->resources, g_object_ref (resource));
  return TRUE;
}

static gboolean
on_withdrawn (const char  *id,
              guint64      index,
              gpointer     user_data,
              GError     **error)
{
  FeedResult *result = user_data;

  g_ptr_array_add (result->withdrawn, g_strdup (id));
  return TRUE;
}

static gboolean
on_problem (SkFeedProblem  *problem,
            gpointer        user_data,
            GError        **error)
{
  FeedResult *result = user_data;

  g_ptr_array_add (result->problems, sk_feed_problem_ref (problem));
  return TRUE;
}

static gboolean
on_curated (GObject   *thing,
            guint64    index,
            gpointer   user_data,
            GError   **error)
{
  FeedResult *result = user_data;

  g_ptr_array_add (result->curated, g_object_ref (thing));
  return TRUE;
}

SkFeedReader *
feed_reader_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);

  g_assert_no_error (error);
  return sk_feed_reader_new (vocabularies);
}

void
feed_read_stream (GInputStream       *stream,
                  const char         *base_uri,
                  const SkFeedLimits *limits,
                  FeedResult         *result)
{
  static const SkFeedHandler handler = {on_resource, on_withdrawn, on_problem, on_curated};
  g_autoptr (SkFeedReader) reader = feed_reader_new ();
  gboolean whole;

  result->resources = g_ptr_array_new_with_free_func (g_object_unref);
  result->withdrawn = g_ptr_array_new_with_free_func (g_free);
  result->curated = g_ptr_array_new_with_free_func (g_object_unref);
  result->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_feed_problem_unref);
  if (limits != NULL)
    sk_feed_reader_set_limits (reader, limits);

  whole = sk_feed_reader_read (reader, stream, base_uri, &handler, result, &result->info, NULL,
                               &result->error);
  g_assert_true (whole == (result->error == NULL));
}

void
feed_read_bytes (const void *bytes,
                 gssize      length,
                 FeedResult *result)
{
  g_autoptr (GInputStream) stream = NULL;

  stream = g_memory_input_stream_new_from_data (
      bytes, length < 0 ? (gssize) strlen (bytes) : length, NULL);
  feed_read_stream (stream, NULL, NULL, result);
}

void
feed_read_shape (const char *name,
                 FeedResult *result)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpora", "shapes", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  feed_read_bytes (text, -1, result);
}

SkResource *
feed_get_resource (FeedResult *result,
                   guint       nth)
{
  g_assert_no_error (result->error);
  g_assert_cmpuint (nth, <, result->resources->len);

  return g_ptr_array_index (result->resources, nth);
}

void
feed_assert_problem (FeedResult *result,
                     guint       nth,
                     guint64     index,
                     const char *code,
                     const char *path)
{
  SkFeedProblem *problem;

  g_assert_cmpuint (nth, <, result->problems->len);
  problem = g_ptr_array_index (result->problems, nth);
  g_assert_cmpstr (sk_feed_problem_get_code (problem), ==, code);
  g_assert_cmpstr (sk_feed_problem_get_path (problem), ==, path);
  g_assert_cmpuint (sk_feed_problem_get_index (problem), ==, index);
  g_assert_cmpstr (sk_feed_problem_get_message (problem), !=, "");
}

#define FEED_TYPE_ENDLESS (feed_endless_get_type ())
G_DECLARE_FINAL_TYPE (FeedEndless, feed_endless, FEED, ENDLESS, GInputStream)

struct _FeedEndless
{
  GInputStream parent_instance;

  GString *text;
  gsize offset;
  FeedUnitFunc unit;
  guint64 nth;
  guint64 n_units;
  const char *tail;
};

G_DEFINE_FINAL_TYPE (FeedEndless, feed_endless, G_TYPE_INPUT_STREAM)

static gboolean
feed_endless_advance (FeedEndless *self)
{
  g_string_truncate (self->text, 0);
  self->offset = 0;

  if (self->nth < self->n_units)
    self->unit (self->text, self->nth++);
  else if (self->tail != NULL)
    g_string_append (self->text, g_steal_pointer (&self->tail));

  return self->text->len > 0;
}

static gssize
feed_endless_read (GInputStream  *stream,
                   void          *buffer,
                   gsize          count,
                   GCancellable  *cancellable,
                   GError       **error)
{
  FeedEndless *self = FEED_ENDLESS (stream);
  gsize n_read = 0;

  while (n_read < count)
    {
      gsize length = MIN (self->text->len - self->offset, count - n_read);

      memcpy ((char *) buffer + n_read, self->text->str + self->offset, length);
      self->offset += length;
      n_read += length;
      if (self->offset == self->text->len && !feed_endless_advance (self))
        break;
    }

  return (gssize) n_read;
}

static void
feed_endless_finalize (GObject *object)
{
  g_string_free (FEED_ENDLESS (object)->text, TRUE);
  G_OBJECT_CLASS (feed_endless_parent_class)->finalize (object);
}

static void
feed_endless_class_init (FeedEndlessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feed_endless_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = feed_endless_read;
}

static void
feed_endless_init (FeedEndless *self)
{
}

GInputStream *
feed_endless_new (const char   *head,
                  FeedUnitFunc  unit,
                  guint64       n_units,
                  const char   *tail)
{
  FeedEndless *self = g_object_new (FEED_TYPE_ENDLESS, NULL);

  self->text = g_string_new (head);
  self->unit = unit;
  self->n_units = n_units;
  self->tail = tail;

  return G_INPUT_STREAM (self);
}
