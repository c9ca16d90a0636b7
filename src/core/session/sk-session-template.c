/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-template.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "feed/sk-json.h"
#include "sidekick-config.h"
#include "sk-core-resources.h"

struct _SkSessionTemplate
{
  GObject parent_instance;

  JsonObject *json;           /* as in data/templates */
  SkLangString *name;
  SkLangString *description;
  guint minutes;
};

G_DEFINE_FINAL_TYPE (SkSessionTemplate, sk_session_template, G_TYPE_OBJECT)

const char * const sk_session_template_ids[] = {
  "safer-internet-day",
  "class-hour",
  "starter-20",
  "ten-minutes-left",
  "library-visit",
  "library-drop-in",
  "three-corners",
  "hard-subject",
  "parents-evening",
  "half-day",
  NULL,
};

static void
sk_session_template_finalize (GObject *object)
{
  SkSessionTemplate *self = SK_SESSION_TEMPLATE (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->name, sk_lang_string_unref);
  g_clear_pointer (&self->description, sk_lang_string_unref);

  G_OBJECT_CLASS (sk_session_template_parent_class)->finalize (object);
}

static void
sk_session_template_class_init (SkSessionTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_session_template_finalize;
}

static void
sk_session_template_init (SkSessionTemplate *self)
{
}

static SkLangString *
read_texts (JsonNode *node)
{
  SkLangString *texts = sk_lang_string_new ();
  JsonObjectIter iter;
  const char *language;
  JsonNode *text;

  json_object_iter_init (&iter, sk_json_object (node));
  while (json_object_iter_next (&iter, &language, &text))
    sk_lang_string_add (texts, language, sk_json_string (text));

  return texts;
}

static char *
pick_text (JsonNode   *node,
           const char *language)
{
  const char * const preferred[] = {language, "en", NULL};
  g_autoptr (SkLangString) texts = NULL;

  if (node == NULL)
    return NULL;

  texts = read_texts (node);
  return g_strdup (sk_lang_string_pick (texts, preferred, NULL, NULL));
}

static guint
read_minutes (JsonObject *block,
              const char *name)
{
  gint64 minutes;

  return sk_json_count_of (sk_json_get (block, name), &minutes) ? (guint) minutes : 0;
}

static SkSessionTemplate *
load_template (const char *id)
{
  g_autofree char *path = g_strconcat (SK_RESOURCE_BASE "/templates/", id, ".json", NULL);
  g_autoptr (SkSessionTemplate) self = g_object_new (SK_TYPE_SESSION_TEMPLATE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *blocks;
  gsize length = 0;
  const char *data;

  bytes =
    g_resource_lookup_data (sk_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("A template is missing: %s", error->message);

  data = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, data, (gssize) length, &error))
    g_error ("The template %s cannot be read: %s", id, error->message);

  self->json = json_object_ref (json_node_get_object (json_parser_get_root (parser)));
  self->name = read_texts (sk_json_get (self->json, "name"));
  self->description = read_texts (sk_json_get (self->json, "description"));
  blocks = sk_json_get (self->json, "blocks");
  for (guint i = 0; i < sk_json_count (blocks); i++)
    self->minutes += read_minutes (sk_json_object (sk_json_nth (blocks, i)), "minutes");

  return g_steal_pointer (&self);
}

/**
 * sk_session_template_list:
 *
 * Returns: (transfer full): a list of [class@SessionTemplate], in the order in which they are
 *   offered
 */
GListModel *
sk_session_template_list (void)
{
  GListStore *list = g_list_store_new (SK_TYPE_SESSION_TEMPLATE);

  for (guint i = 0; sk_session_template_ids[i] != NULL; i++)
    {
      g_autoptr (SkSessionTemplate) template = load_template (sk_session_template_ids[i]);

      g_list_store_append (list, template);
    }

  return G_LIST_MODEL (list);
}

/**
 * sk_session_template_find:
 * @id: any text
 *
 * Returns: (transfer full) (nullable): the template of that id
 */
SkSessionTemplate *
sk_session_template_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_strv_contains (sk_session_template_ids, id) ? load_template (id) : NULL;
}

/**
 * sk_session_template_get_id:
 *
 * Returns: (transfer none): what the command line names it by; it stays the same over versions
 */
const char *
sk_session_template_get_id (SkSessionTemplate *self)
{
  g_return_val_if_fail (SK_IS_SESSION_TEMPLATE (self), NULL);

  return sk_json_get_string (self->json, "id");
}

/**
 * sk_session_template_get_name:
 *
 * Returns: (transfer none): its name, in every language of the program
 */
SkLangString *
sk_session_template_get_name (SkSessionTemplate *self)
{
  g_return_val_if_fail (SK_IS_SESSION_TEMPLATE (self), NULL);

  return self->name;
}

/**
 * sk_session_template_get_description:
 *
 * Returns: (transfer none): what it is for in a line, in every language of the program
 */
SkLangString *
sk_session_template_get_description (SkSessionTemplate *self)
{
  g_return_val_if_fail (SK_IS_SESSION_TEMPLATE (self), NULL);

  return self->description;
}

/**
 * sk_session_template_get_minutes:
 *
 * Returns: how long it lasts
 */
guint
sk_session_template_get_minutes (SkSessionTemplate *self)
{
  g_return_val_if_fail (SK_IS_SESSION_TEMPLATE (self), 0);

  return self->minutes;
}

/**
 * sk_session_template_get_ages:
 * @ages: (out): the years that it is made for
 *
 * Returns: whether it is made for some ages more than for others
 */
gboolean
sk_session_template_get_ages (SkSessionTemplate *self,
                              SkAgeRange        *ages)
{
  const char *years;

  g_return_val_if_fail (SK_IS_SESSION_TEMPLATE (self), FALSE);

  years = sk_json_get_string (self->json, "typicalAgeRange");
  return years != NULL && sk_age_range_parse (years, ages);
}

static GStrv
pick_materials (JsonNode   *node,
                const char *language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < sk_json_count (node); i++)
    g_strv_builder_take (builder, pick_text (sk_json_nth (node, i), language));

  return g_strv_builder_end (builder);
}

static GPtrArray *make_blocks (JsonNode *node, const char *language, guint lane_minutes);

static SkBlock *
make_block (JsonObject *json,
            const char *language,
            guint       lane_minutes)
{
  const char *kind_name = sk_json_get_string (json, "kind");
  const char *activity = sk_json_get_string (json, "activity");
  g_autofree char *title = pick_text (sk_json_get (json, "title"), language);
  guint minutes = lane_minutes > 0 ? lane_minutes : read_minutes (json, "minutes");
  g_auto (SkBlockFields) fields;
  gboolean skippable = FALSE;

  sk_block_fields_init (&fields);
  fields.kind = SK_BLOCK_DO;
  sk_block_kind_parse (kind_name, &fields.kind);

  if (fields.kind != SK_BLOCK_GROUPS)
    {
      g_autoptr (SkBlock) usual = sk_block_new_own (fields.kind, NULL, minutes);

      fields.activity = sk_block_get_activity (usual);
    }

  if (activity != NULL)
    sk_activity_parse (activity, &fields.activity);

  fields.title = g_steal_pointer (&title);
  fields.minutes = minutes;
  fields.minutes_min = read_minutes (json, "minutesMin");
  sk_json_boolean (sk_json_get (json, "skippable"), &skippable);
  fields.skippable = skippable;
  fields.goal = pick_text (sk_json_get (json, "goal"), language);
  fields.materials = pick_materials (sk_json_get (json, "materials"), language);
  if (fields.kind == SK_BLOCK_GROUPS)
    fields.lanes = make_blocks (sk_json_get (json, "lanes"), language, minutes);

  return sk_block_new (&fields);
}

static GPtrArray *
make_blocks (JsonNode   *node,
             const char *language,
             guint       lane_minutes)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sk_json_count (node); i++)
    g_ptr_array_add (blocks,
                     make_block (sk_json_object (sk_json_nth (node, i)), language, lane_minutes));

  return blocks;
}

/**
 * sk_session_template_make:
 * @language: a BCP 47 tag; English where the template has no words in it
 * @start: (nullable): when it begins; %NULL is the next Safer Internet Day
 *
 * Makes a session of it, whose bell rings when its blocks end. What a person is to put into it
 * stands in an own block of the right length.
 *
 * Returns: (transfer full): a new session
 */
SkSession *
sk_session_template_make (SkSessionTemplate *self,
                          const char        *language,
                          GDateTime         *start)
{
  g_auto (SkSessionFields) fields;
  g_autofree char *primary = NULL;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_TEMPLATE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  primary = g_ascii_strdown (language, (gssize) strcspn (language, "-_"));
  fields.title = pick_text (sk_json_get (self->json, "name"), primary);
  fields.languages = g_strdupv ((GStrv) (const char * const[]) {language, NULL});
  fields.has_ages = sk_session_template_get_ages (self, &fields.ages);
  fields.setting = g_strdup (sk_json_get_string (self->json, "setting"));
  fields.blocks = make_blocks (sk_json_get (self->json, "blocks"), primary, 0);

  if (start != NULL)
    {
      fields.start = g_date_time_ref (start);
    }
  else
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      fields.start = sk_safer_internet_day_next (now);
    }
  fields.end = g_date_time_add_minutes (fields.start, (int) self->minutes);

  return sk_session_new (&fields);
}
