/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "model/sk-age-range.h"
#include "model/sk-date.h"
#include "sk-feed-value.h"
#include "sk-json.h"
#include "sk-record-check.h"

static void
add_error (SkRecordCheck *self,
           const char    *code,
           const char    *path,
           char          *message)
{
  sk_record_check_add (self, SK_FEED_SEVERITY_ERROR, code, path, message);
}

static void
add_warning (SkRecordCheck *self,
             const char    *code,
             const char    *path,
             char          *message)
{
  sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, code, path, message);
}

/* The text, or NULL once it was said that there is none. */
static const char *
expect_text (SkRecordCheck *self,
             JsonNode      *node,
             const char    *path)
{
  const char *text = sk_json_string (node);

  if (text == NULL)
    add_error (self, "bad-type", path, g_strdup (_("This is not text. Write it in quotes.")));

  return text;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* The tags that AMB and BCP 47 know; we read a little more. */
static gboolean
is_language (const char *text)
{
  g_autofree char *tag = sk_value_parse_language (text);

  return tag != NULL && strchr (text, '_') == NULL && strchr (text, ' ') == NULL;
}

/* Any text, blank too. */
void
sk_check_string (SkRecordCheck     *self,
                 const SkCheckRule *rule,
                 JsonNode          *node,
                 const char        *path)
{
  expect_text (self, node, path);
}

/* Text that says something. */
void
sk_check_name (SkRecordCheck     *self,
               const SkCheckRule *rule,
               JsonNode          *node,
               const char        *path)
{
  const char *text;

  if (sk_json_object (node) != NULL)
    {
      add_warning (self, "bad-shape", path, g_strdup (_("A text is expected here, not one by language.")));
      return;
    }

  text = expect_text (self, node, path);
  if (text != NULL && is_blank (text))
    add_error (self, "bad-value", path, g_strdup (_("The text is blank. Fill it in or leave it out.")));
}

static void
check_language_map (SkRecordCheck *self,
                    JsonObject    *map,
                    const char    *path)
{
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, map);
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      g_autofree char *member = g_strdup_printf ("%s.%s", path, language);

      if (!is_language (language) && !g_str_equal (language, "@none"))
        add_error (self, "bad-language", path,
                   g_strdup_printf (_("“%.60s” is not a language tag such as “nl” or “pt-BR”."),
                                    language));
      sk_check_name (self, NULL, node, member);
    }
}

/* Text in the context's language, or by language. */
void
sk_check_text (SkRecordCheck     *self,
               const SkCheckRule *rule,
               JsonNode          *node,
               const char        *path)
{
  JsonObject *map = sk_json_object (node);

  if (map == NULL)
    sk_check_name (self, rule, node, path);
  else if (json_object_get_size (map) == 0)
    add_error (self, "bad-value", path, g_strdup (_("There is no text in any language.")));
  else
    check_language_map (self, map, path);
}

/* Text by language, as a concept's. */
void
sk_check_labels (SkRecordCheck     *self,
                 const SkCheckRule *rule,
                 JsonNode          *node,
                 const char        *path)
{
  if (sk_json_object (node) != NULL)
    check_language_map (self, sk_json_object (node), path);
  else
    add_warning (self, "bad-shape", path,
                 g_strdup (_("Write the label by language: {\"nl\": \"…\", \"fr\": \"…\"}.")));
}

/* A tag of BCP 47. */
void
sk_check_language (SkRecordCheck     *self,
                   const SkCheckRule *rule,
                   JsonNode          *node,
                   const char        *path)
{
  const char *text;
  g_autofree char *tag = NULL;

  if (sk_json_object (node) != NULL)
    {
      add_warning (self, "bad-shape", path, g_strdup (_("Write the language’s tag alone: \"nl\".")));
      return;
    }

  text = expect_text (self, node, path);
  if (text == NULL || is_language (text))
    return;

  tag = sk_value_parse_language (text);
  if (tag != NULL)
    add_warning (self, "bad-shape", path,
                 g_strdup_printf (_("Write the language “%.60s” as “%s”."), text, tag));
  else
    add_error (self, "bad-language", path,
               g_strdup_printf (_("“%.60s” is not a language tag such as “nl” or “pt-BR”."), text));
}

/* A day or a moment of ISO 8601. */
void
sk_check_date (SkRecordCheck     *self,
               const SkCheckRule *rule,
               JsonNode          *node,
               const char        *path)
{
  const char *text = expect_text (self, node, path);
  gint64 seconds;

  if (text != NULL && !sk_date_parse (text, &seconds))
    add_error (self, "bad-date", path,
               g_strdup_printf (_("“%.60s” is not a date such as “2026-02-10”."), text));
}

/* A duration of ISO 8601. */
void
sk_check_duration (SkRecordCheck     *self,
                   const SkCheckRule *rule,
                   JsonNode          *node,
                   const char        *path)
{
  const char *text = expect_text (self, node, path);
  guint minutes;

  if (text != NULL && !sk_value_parse_duration (text, &minutes))
    add_error (self, "bad-duration", path,
               g_strdup_printf (_("“%.60s” is not a duration such as “PT50M”."), text));
}

/* A range of whole years, or some. */
void
sk_check_ages (SkRecordCheck     *self,
               const SkCheckRule *rule,
               JsonNode          *node,
               const char        *path)
{
  gboolean many = JSON_NODE_HOLDS_ARRAY (node);

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      g_autofree char *place = many ? g_strdup_printf ("%s[%u]", path, i) : g_strdup (path);
      const char *text = expect_text (self, sk_json_nth (node, i), place);
      SkAgeRange range;

      if (text != NULL && !sk_age_range_parse (text, &range))
        add_error (self, "bad-age-range", place,
                   g_strdup_printf (_("“%.60s” is not a range of years such as “8-12”."), text));
    }
}

static void
check_link (SkRecordCheck *self,
            JsonNode      *node,
            const char    *path,
            gboolean       may_be_relative)
{
  const char *text;
  SkLink link;

  if (sk_json_object (node) != NULL)
    {
      add_warning (self, "bad-shape", path, g_strdup (_("Write the address alone, in quotes.")));
      return;
    }

  text = expect_text (self, node, path);
  link = text != NULL ? sk_value_classify_link (text) : SK_LINK_WEB;
  may_be_relative = may_be_relative && text != NULL && *text != '/';

  if (link == SK_LINK_UNSAFE)
    add_error (self, "unsafe-url", path,
               g_strdup_printf (_("“%.200s” is never opened. Only http and https are."), text));
  else if (link == SK_LINK_RELATIVE && !may_be_relative && self->has_web_base)
    add_warning (self, "bad-shape", path,
                 g_strdup_printf (_("Write the whole address of “%.200s”."), text));
  else if (link == SK_LINK_BAD || (link == SK_LINK_RELATIVE && !may_be_relative))
    add_error (self, "bad-url", path,
               g_strdup_printf (_("“%.200s” is not a whole address of http or https."), text));
}

/* An http or https address. */
void
sk_check_web_link (SkRecordCheck     *self,
                   const SkCheckRule *rule,
                   JsonNode          *node,
                   const char        *path)
{
  check_link (self, node, path, FALSE);
}

/* An http or https address, or a path beside the feed. */
void
sk_check_file_link (SkRecordCheck     *self,
                    const SkCheckRule *rule,
                    JsonNode          *node,
                    const char        *path)
{
  check_link (self, node, path, TRUE);
}

/* An absolute URI. */
void
sk_check_uri (SkRecordCheck     *self,
              const SkCheckRule *rule,
              JsonNode          *node,
              const char        *path)
{
  const char *text = expect_text (self, node, path);

  if (text != NULL && !sk_value_is_uri (text))
    add_error (self, "bad-value", path,
               g_strdup_printf (_("“%.200s” is not an absolute address."), text));
}

/* True or false. */
void
sk_check_boolean (SkRecordCheck     *self,
                  const SkCheckRule *rule,
                  JsonNode          *node,
                  const char        *path)
{
  const char *text = sk_json_string (node);

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return;

  if (text != NULL &&
      (g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "false") == 0))
    add_warning (self, "bad-shape", path, g_strdup (_("Write true or false, without quotes.")));
  else
    add_error (self, "bad-type", path, g_strdup (_("Write true or false, without quotes.")));
}

/* A number as digits in a string. */
void
sk_check_size (SkRecordCheck     *self,
               const SkCheckRule *rule,
               JsonNode          *node,
               const char        *path)
{
  const char *text = sk_json_string (node);
  double number;
  gint64 size;

  if (sk_json_number (node, &number))
    add_warning (self, "bad-shape", path, g_strdup (_("Write the number in quotes.")));
  else if (text == NULL || !sk_value_parse_size (text, &size))
    add_error (self, "bad-size", path,
               g_strdup (_("Write the number as digits in quotes, without a unit.")));
}

/* 64 hexadecimal digits. */
void
sk_check_sha256 (SkRecordCheck     *self,
                 const SkCheckRule *rule,
                 JsonNode          *node,
                 const char        *path)
{
  const char *text = expect_text (self, node, path);
  g_autofree char *digits = text != NULL ? sk_value_parse_sha256 (text) : NULL;

  if (text != NULL && digits == NULL)
    add_error (self, "bad-sha256", path,
               g_strdup (_("A SHA-256 has 64 hexadecimal digits. Compute it again.")));
}

/* A whole number. */
void
sk_check_version (SkRecordCheck     *self,
                  const SkCheckRule *rule,
                  JsonNode          *node,
                  const char        *path)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    add_error (self, "bad-type", path, g_strdup (_("Write a whole number, without quotes.")));
  else if (json_node_get_int (node) < 0)
    add_error (self, "bad-value", path, g_strdup (_("Write a number that is not below zero.")));
}

/* One of the values that the rule has; costs nothing. */
void
sk_check_constant (SkRecordCheck     *self,
                   const SkCheckRule *rule,
                   JsonNode          *node,
                   const char        *path)
{
  const char *text = sk_json_string (node);

  if (text == NULL || !g_strv_contains (rule->values, text))
    add_warning (self, "bad-value", path,
                 g_strdup_printf (_("“%s” is expected here."), rule->values[0]));
}

/* One of the concepts that the rule has; costs nothing. */
void
sk_check_foreign (SkRecordCheck     *self,
                  const SkCheckRule *rule,
                  JsonNode          *node,
                  const char        *path)
{
  const char *text = expect_text (self, node, path);

  for (guint i = 0; text != NULL && rule->values[i] != NULL; i++)
    if (g_str_has_prefix (text, rule->values[i]))
      return;

  if (text != NULL)
    add_warning (self, "foreign-concept", path,
                 g_strdup_printf (_("“%.200s” is not of the vocabulary that AMB asks for."), text));
}

/* An open licence. */
void
sk_check_licence (SkRecordCheck     *self,
                  const SkCheckRule *rule,
                  JsonNode          *node,
                  const char        *path)
{
  static const char * const open[] = {
    "creativecommons.org/licenses/", "creativecommons.org/licences/",
    "creativecommons.org/publicdomain/", "www.gnu.org/licenses/", "www.apache.org/licenses/",
    "opensource.org/licenses/MIT", "www.opensource.org/licenses/BSD",
  };
  const char *text = expect_text (self, node, path);
  const char *host = text != NULL ? strstr (text, "://") : NULL;

  for (guint i = 0; host != NULL && i < G_N_ELEMENTS (open); i++)
    if (g_str_has_prefix (host + strlen ("://"), open[i]))
      return;

  if (text != NULL)
    add_warning (self, "bad-licence", path,
                 g_strdup_printf (_("“%.200s” is not a licence that AMB counts as open."), text));
}

/* A media type (RFC 6838). */
void
sk_check_media_type (SkRecordCheck     *self,
                     const SkCheckRule *rule,
                     JsonNode          *node,
                     const char        *path)
{
  static const char * const trees[] = {"application/", "audio/", "example/", "font/", "image/",
                                       "message/", "model/", "multipart/", "text/", "video/"};
  const char *text = expect_text (self, node, path);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (trees); i++)
    if (g_str_has_prefix (text, trees[i]) && text[strlen (trees[i])] != '\0' &&
        strpbrk (text, " ;,\"") == NULL)
      return;

  if (text != NULL)
    add_warning (self, "bad-value", path,
                 g_strdup_printf (_("“%.60s” is not a media type such as “application/pdf”."), text));
}
