/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sidekick-config.h"
#include "sk-feed-value.h"
#include "sk-json-normalizer.h"
#include "sk-json.h"
#include "sk-map-curated.h"
#include "sk-record-mapper.h"

/**
 * sk_record_check_add:
 * @message: (transfer full): what is wrong and what to do
 *
 * Notes a problem.
 */
void
sk_record_check_add (SkRecordCheck  *self,
                     SkFeedSeverity  severity,
                     const char     *code,
                     const char     *path,
                     char           *message)
{
  g_ptr_array_add (self->problems, sk_feed_problem_new (severity, code, path, message));
}

static char *
join (const char *path,
      const char *name)
{
  return *path == '\0' ? g_strdup (name) : g_strdup_printf ("%s.%s", path, name);
}

static gboolean
has_label (JsonObject *object)
{
  return sk_json_get (object, "prefLabel") != NULL || sk_json_get (object, "name") != NULL;
}

static void
miss (SkRecordCheck     *self,
      const SkCheckRule *rule,
      JsonObject        *object,
      const char        *path)
{
  gboolean costs = (rule->flags & SK_CHECK_NEEDED) != 0 ||
                   ((rule->flags & SK_CHECK_LABELLED) != 0 && !has_label (object));

  if ((rule->flags & (SK_CHECK_NEEDED | SK_CHECK_WANTED | SK_CHECK_LABELLED)) == 0)
    return;

  sk_record_check_add (self, costs ? SK_FEED_SEVERITY_ERROR : SK_FEED_SEVERITY_WARNING,
                       "missing-field", path,
                       g_strdup_printf (_("There is no “%s” here. Add it."), rule->name));
}

static void
check_list (SkRecordCheck     *self,
            const SkCheckRule *rule,
            JsonNode          *node,
            const char        *path)
{
  for (guint i = 0; i < sk_json_count (node); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);

      rule->check (self, rule, sk_json_nth (node, i), place);
    }
}

static gboolean
takes_list (const SkCheckRule *rule)
{
  return (rule->flags & SK_CHECK_LIST) != 0 || rule->check == sk_check_ages;
}

static void
check_member (SkRecordCheck     *self,
              const SkCheckRule *rule,
              JsonNode          *node,
              const char        *path)
{
  gboolean is_list = JSON_NODE_HOLDS_ARRAY (node);

  if ((rule->flags & SK_CHECK_LIST) != 0 && is_list)
    check_list (self, rule, node, path);
  else if ((rule->flags & SK_CHECK_LIST) != 0 || (is_list && !takes_list (rule)))
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-shape", path,
                         g_strdup (is_list ? _("One value is expected here, not a list.")
                                           : _("A list is expected here: put it in brackets.")));

  if ((rule->flags & SK_CHECK_LIST) == 0 && (!is_list || takes_list (rule)))
    rule->check (self, rule, node, path);
  else if (!is_list && sk_json_string (node) != NULL && rule->check != sk_check_object)
    rule->check (self, rule, node, path);
}

/* What has no rule is no problem. */
static void
check_members (SkRecordCheck     *self,
               JsonObject        *object,
               const SkCheckRule *rules,
               const char        *path)
{
  for (const SkCheckRule *rule = rules; rule->name != NULL; rule++)
    {
      JsonNode *node = sk_json_get (object, rule->name);
      g_autofree char *place = join (path, rule->name);

      if (node == NULL)
        miss (self, rule, object, place);
      else
        check_member (self, rule, node, place);
    }
}

/* An object with the members that the rule has. */
void
sk_check_object (SkRecordCheck     *self,
                 const SkCheckRule *rule,
                 JsonNode          *node,
                 const char        *path)
{
  if (sk_json_object (node) != NULL)
    check_members (self, json_node_get_object (node), rule->members, path);
  else if (sk_json_string (node) != NULL)
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-shape", path,
                         g_strdup (_("An object is expected here, such as {\"id\": \"…\"}.")));
  else
    sk_record_check_add (self, SK_FEED_SEVERITY_ERROR, "bad-type", path,
                         g_strdup (_("An object is expected here, such as {\"id\": \"…\"}.")));
}

/* A file: somewhere it must be. */
void
sk_check_media (SkRecordCheck     *self,
                const SkCheckRule *rule,
                JsonNode          *node,
                const char        *path)
{
  JsonObject *media = sk_json_object (node);

  sk_check_object (self, rule, node, path);
  if (media != NULL && sk_json_get (media, "contentUrl") == NULL &&
      sk_json_get (media, "embedUrl") == NULL)
    sk_record_check_add (self, SK_FEED_SEVERITY_ERROR, "missing-url", path,
                         g_strdup (_("The file has no address. Add its “contentUrl”.")));
}

static void
check_context (SkRecordCheck *self,
               JsonObject    *object)
{
  const char *language = sk_record_mapper_find_language (object);

  if (!sk_record_mapper_is_amb (object) || language == NULL)
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "missing-context", "@context",
                         g_strdup (_("The context must name AMB’s and the language of the texts: "
                                     "[\"https://w3id.org/kim/amb/context.jsonld\", "
                                     "{\"@language\": \"nl\"}].")));
  else if (strlen (language) != 2 || !g_ascii_islower (language[0]) || !g_ascii_islower (language[1]))
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-language", "@context",
                         g_strdup_printf (_("The language of the context, “%.60s”, must be two letters."),
                                          language));
}

static void
check_types (SkRecordCheck *self,
             JsonNode      *types)
{
  gboolean is_resource = FALSE;

  for (guint i = 0; i < sk_json_count (types); i++)
    {
      const char *type = sk_json_string (sk_json_nth (types, i));
      g_autofree char *path = g_strdup_printf ("type[%u]", i);

      is_resource = is_resource || g_strcmp0 (type, "LearningResource") == 0;
      if (type == NULL || !g_strv_contains (sk_check_record_types, type))
        sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-record-type", path,
                             g_strdup_printf (_("AMB does not know the type “%.60s”."),
                                              type != NULL ? type : "?"));
    }

  if (!is_resource)
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-record-type", "type",
                         g_strdup (_("“LearningResource” must be among the types.")));
  else if (!JSON_NODE_HOLDS_ARRAY (types))
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-shape", "type",
                         g_strdup (_("A list is expected here: put it in brackets.")));
}

static void
check_name (SkRecordCheck *self,
            JsonObject    *record)
{
  JsonNode *name = sk_json_get (record, "name");

  if (name == NULL && sk_json_get (record, "headline") != NULL)
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-shape", "name",
                         g_strdup (_("The name stands in “headline”. Write it in “name”.")));
  else if (name != NULL && JSON_NODE_HOLDS_ARRAY (name))
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-shape", "name",
                         g_strdup (_("One value is expected here, not a list.")));
}

static gboolean
any_of (JsonNode           *concepts,
        const char * const *roots)
{
  for (guint i = 0; i < sk_json_count (concepts); i++)
    {
      const char *id = sk_json_reference (sk_json_nth (concepts, i));

      for (guint j = 0; id != NULL && roots[j] != NULL; j++)
        if (g_str_has_prefix (id, roots[j]))
          return TRUE;
    }

  return FALSE;
}

static void
check_roots (SkRecordCheck      *self,
             JsonObject         *record,
             const char         *name,
             const char * const *roots,
             const char         *message)
{
  JsonNode *concepts = sk_json_get (record, name);

  if (concepts != NULL && JSON_NODE_HOLDS_ARRAY (concepts) && !any_of (concepts, roots))
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "foreign-concept", name, g_strdup (message));
}

static void
check_known (SkRecordCheck *self,
             const char    *uri,
             SkFacet        facet,
             const char    *root,
             const char    *path)
{
  if (uri == NULL || !g_str_has_prefix (uri, root) ||
      sk_vocabulary_find (sk_vocabularies_get (self->vocabularies, facet), uri) != NULL)
    return;

  sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "unknown-concept", path,
                       g_strdup_printf (_("The vocabulary has no “%.200s”. Check its spelling."), uri));
}

static void
check_concepts (SkRecordCheck *self,
                JsonObject    *record)
{
  static const char * const subjects[] = {
    "http://w3id.org/kim/schulfaecher/", "https://w3id.org/kim/schulfaecher/",
    "http://w3id.org/kim/hochschulfaechersystematik/",
    "https://w3id.org/kim/hochschulfaechersystematik/", NULL};
  static const char * const formats[] = {"https://w3id.org/kim/hcrt/",
                                         "http://w3id.org/openeduhub/vocabs/new_lrt/", NULL};
  static const struct
  {
    const char *name;
    SkFacet facet;
    const char *root;
  } ours[] = {
    {"about", SK_FACET_THEME, SK_W3ID_ROOT "theme/"},
    {"learningResourceType", SK_FACET_FORMAT, "https://w3id.org/kim/hcrt/"},
    {"audience", SK_FACET_AUDIENCE, "http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/"},
  };

  check_roots (self, record, "about", subjects,
               _("AMB asks for a school or university subject among the concepts: media education is "
                 "“http://w3id.org/kim/schulfaecher/s1046”."));
  check_roots (self, record, "learningResourceType", formats,
               _("AMB asks for a format of “https://w3id.org/kim/hcrt/” among these."));

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      JsonNode *concepts = sk_json_get (record, ours[i].name);

      for (guint j = 0; j < sk_json_count (concepts); j++)
        {
          g_autofree char *path = g_strdup_printf ("%s[%u]", ours[i].name, j);

          check_known (self, sk_json_reference (sk_json_nth (concepts, j)), ours[i].facet,
                       ours[i].root, path);
        }
    }
}

/**
 * sk_record_check_record:
 * @record: a normalised record
 *
 * Checks a record. That it is refused for want of an id or a name is said by whoever reads
 * it.
 */
void
sk_record_check_record (SkRecordCheck *self,
                        JsonObject    *record)
{
  check_context (self, record);
  check_types (self, sk_json_get (record, "type"));
  check_name (self, record);
  check_members (self, record, sk_check_rules_record, "");
  check_concepts (self, record);
  sk_record_check_properties (self, record);
}

/* A member that is no address is passed over, and what comes after so many. */
static void
check_curated_members (SkRecordCheck *self,
                       JsonObject    *record)
{
  JsonNode *members = sk_curated_get_members (record);
  const char *name =
    sk_json_get (record, "itemListElement") != NULL ? "itemListElement" : "hasPart";

  for (guint i = 0; i < sk_json_count (members); i++)
    {
      JsonNode *member = sk_json_nth (members, i);
      JsonObject *object = sk_json_object (member);
      JsonNode *item = object != NULL ? sk_json_get (object, "item") : NULL;
      const char *id = sk_json_reference (item != NULL ? item : member);
      g_autofree char *path = g_strdup_printf ("%s[%u]", name, i);

      if (id == NULL || (!sk_value_is_uri (id) && !self->has_web_base))
        sk_record_check_add (self, SK_FEED_SEVERITY_ERROR, "bad-member", path,
                             g_strdup (
                               _("A tool of the list is named by its id, which is an absolute "
                                  "address.")));
    }

  if (sk_json_count (members) > SK_CURATED_MAX_MEMBERS)
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "too-many", name,
                         g_strdup_printf (_("Only the first %u tools of the list are read."),
                                          SK_CURATED_MAX_MEMBERS));
}

/**
 * sk_record_check_curated:
 * @record: a normalised list of tools, or an event
 *
 * Checks what stands beside the records. That it is refused is said by whoever reads it.
 */
void
sk_record_check_curated (SkRecordCheck *self,
                         JsonObject    *record)
{
  check_name (self, record);

  if (sk_curated_classify (record) == SK_CURATED_EVENT)
    {
      check_members (self, record, sk_check_rules_event, "");
      return;
    }

  check_members (self, record, sk_check_rules_collection, "");
  check_curated_members (self, record);
}

/**
 * sk_record_check_wrapper:
 * @wrapper: a normalised DataFeedItem
 *
 * Checks what stands around a record.
 */
void
sk_record_check_wrapper (SkRecordCheck *self,
                         JsonObject    *wrapper)
{
  check_members (self, wrapper, sk_check_rules_wrapper, "");
}

/**
 * sk_record_check_document:
 * @document: a normalised feed or index, without its records
 *
 * Checks what a document says of itself.
 */
void
sk_record_check_document (SkRecordCheck *self,
                          JsonObject    *document)
{
  gboolean is_index = json_object_has_member (document, "distribution");

  check_context (self, document);
  check_members (self, document, is_index ? sk_check_rules_index : sk_check_rules_feed, "");
}
