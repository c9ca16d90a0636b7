/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-checker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-feed-reader-private.h"
#include "sk-json-normalizer.h"
#include "sk-json.h"
#include "sk-map-curated.h"
#include "sk-record-check.h"

typedef struct
{
  SkVocabularies *vocabularies;
  gboolean has_web_base;
  SkFeedProblemFunc func;
  gpointer user_data;
  SkFeedReport *report;
} Checking;

/**
 * sk_feed_report_clear:
 * @report: what a validation found
 *
 * Frees what it holds, and leaves it empty.
 */
void
sk_feed_report_clear (SkFeedReport *report)
{
  sk_feed_info_clear (&report->info);
  memset (report, 0, sizeof *report);
}

static gboolean
on_resource (SkResource  *resource,
             guint64      index,
             gpointer     user_data,
             GError     **error)
{
  ((Checking *) user_data)->report->n_resources++;
  return TRUE;
}

static gboolean
on_withdrawn (const char  *id,
              guint64      index,
              gpointer     user_data,
              GError     **error)
{
  ((Checking *) user_data)->report->n_withdrawn++;
  return TRUE;
}

static gboolean
on_curated (GObject   *thing,
            guint64    index,
            gpointer   user_data,
            GError   **error)
{
  Checking *checking = user_data;

  if (SK_IS_EVENT (thing))
    checking->report->n_events++;
  else
    checking->report->n_collections++;
  return TRUE;
}

static gboolean
on_problem (SkFeedProblem  *problem,
            gpointer        user_data,
            GError        **error)
{
  Checking *checking = user_data;

  if (sk_feed_problem_get_severity (problem) == SK_FEED_SEVERITY_ERROR)
    checking->report->n_errors++;
  else
    checking->report->n_warnings++;

  checking->func (problem, checking->user_data);
  return TRUE;
}

/* "@id" for "id" and the like are understood, and said once a record. */
static void
check_spelling (SkRecordCheck *check,
                JsonObject    *object)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (g_str_equal (name, "@id") || g_str_equal (name, "@type") || sk_json_strip_prefix (name) != name)
      {
        sk_record_check_add (check, SK_FEED_SEVERITY_WARNING, "bad-shape", name,
                             g_strdup_printf (_("Write “%s” as AMB does, without its prefix."), name));
        return;
      }
}

static void
normalize (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  sk_json_normalize (node);
}

static void
inspect_record (JsonObject *record,
                JsonObject *wrapper,
                GPtrArray  *problems,
                gpointer    user_data)
{
  Checking *checking = user_data;
  SkRecordCheck check = {checking->vocabularies, problems, checking->has_web_base};
  gboolean withdrawn;

  check_spelling (&check, record);
  normalize (record);
  if (wrapper != NULL)
    normalize (wrapper);

  withdrawn = wrapper != NULL && sk_json_get (wrapper, "dateDeleted") != NULL;
  if (wrapper != NULL)
    sk_record_check_wrapper (&check, wrapper);
  /* Of what is withdrawn the id is enough. */
  if (withdrawn)
    return;

  if (sk_curated_classify (record) == SK_CURATED_NOT)
    sk_record_check_record (&check, record);
  else
    sk_record_check_curated (&check, record);
}

static void
inspect_document (JsonObject *document,
                  GPtrArray  *problems,
                  gpointer    user_data)
{
  Checking *checking = user_data;
  SkRecordCheck check = {checking->vocabularies, problems, checking->has_web_base};

  check_spelling (&check, document);
  normalize (document);
  sk_record_check_document (&check, document);
}

/**
 * sk_feed_checker_check:
 * @stream: the document; it is not closed
 * @base_uri: (nullable): its own address
 * @func: (scope call): told of each problem, in the order of the document, what concerns the
 *   document itself at the end
 * @report: (out caller-allocates): what was found beside them
 * @cancellable: (nullable): stops the check
 * @error: a SkFeedError, or what the stream says
 *
 * Reads a document as [method@FeedReader.read] does, and holds it against the native dialect,
 * as `data/schemas/feed.schema.json` describes it, and beyond.
 *
 * Returns: whether it is a feed that can be read at all
 */
gboolean
sk_feed_checker_check (SkVocabularies     *vocabularies,
                       GInputStream       *stream,
                       const char         *base_uri,
                       SkFeedProblemFunc   func,
                       gpointer            user_data,
                       SkFeedReport       *report,
                       GCancellable       *cancellable,
                       GError            **error)
{
  static const SkFeedHandler handler = {on_resource, on_withdrawn, on_problem, on_curated};
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  Checking checking = {vocabularies, FALSE, func, user_data, report};
  const SkFeedInspector inspector = {inspect_document, inspect_record, &checking};
  gboolean readable;

  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  sk_feed_report_clear (report);
  checking.has_web_base = base_uri != NULL && g_str_has_prefix (base_uri, "http");
  readable = sk_feed_reader_inspect (reader, stream, base_uri, &handler, &checking, &inspector,
                                     &report->info, cancellable, error);
  report->n_refused =
    report->info.n_records - report->n_resources - report->n_withdrawn - report->info.n_curated;

  return readable;
}
