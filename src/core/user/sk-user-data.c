/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-user-data-private.h"

#include <string.h>

#include "sidekick-config.h"
#include "sk-user-tree.h"

G_DEFINE_FINAL_TYPE (SkUserData, sk_user_data, G_TYPE_OBJECT)

enum
{
  PROP_LOADED = 1,
  PROP_ERROR,
  PROP_NOTICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
sk_user_data_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SkUserData *self = SK_USER_DATA (object);

  switch (property)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
sk_user_data_dispose (GObject *object)
{
  SkUserData *self = SK_USER_DATA (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  dex_clear (&self->closing);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->notice, g_free);

  G_OBJECT_CLASS (sk_user_data_parent_class)->dispose (object);
}

static void
sk_user_data_class_init (SkUserDataClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sk_user_data_dispose;
  object_class->get_property = sk_user_data_get_property;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", SK_TYPE_USER_DATA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sk_user_data_init (SkUserData *self)
{
  self->root = sk_user_tree_new ();
  self->changes = sk_user_data_new_changes ();
}

/**
 * sk_user_data_emit_changed:
 * @id: (nullable): a tool; %NULL for any, or the profile
 */
void
sk_user_data_emit_changed (SkUserData *self,
                           const char *id)
{
  g_signal_emit (self, changed_signal, 0, id);
}

/**
 * sk_user_data_new:
 * @data_dir: (nullable): the data folder; %NULL for the person's own
 *
 * Begins to read what is kept.
 *
 * Returns: (transfer full): what a person keeps
 */
SkUserData *
sk_user_data_new (const char *data_dir)
{
  SkUserData *self = g_object_new (SK_TYPE_USER_DATA, NULL);
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), SK_DATA_FOLDER, NULL);

  self->path = g_build_filename (data_dir != NULL ? data_dir : usual, "user.json", NULL);
  sk_user_data_begin (self);
  return self;
}

/**
 * sk_user_data_get_loaded:
 *
 * Returns: whether it was read what is kept
 */
gboolean
sk_user_data_get_loaded (SkUserData *self)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), FALSE);

  return self->loaded;
}

/**
 * sk_user_data_get_error:
 *
 * Returns: (transfer none) (nullable): why it cannot be read or written, translated
 */
const char *
sk_user_data_get_error (SkUserData *self)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);

  return self->error;
}

/**
 * sk_user_data_get_notice:
 *
 * Returns: (transfer none) (nullable): that a damaged file was set aside, translated
 */
const char *
sk_user_data_get_notice (SkUserData *self)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);

  return self->notice;
}

static void
change_tool (SkUserData *self,
             const char *id,
             const char *field,
             JsonNode   *value)
{
  sk_user_data_take_change (self, id, field, value);
  sk_user_data_emit_changed (self, id);
}

static JsonNode *
new_string (const char *text)
{
  return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
}

/* NULL where there is none, or something else in its place. */
static const char *
get_string (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static const char *
get_tool_string (SkUserData *self,
                 const char *id,
                 const char *field)
{
  return get_string (sk_user_tree_get (self->root, id, field));
}

/**
 * sk_user_data_get_favourite:
 * @id: a tool
 *
 * Returns: whether it is one of the favourites
 */
gboolean
sk_user_data_get_favourite (SkUserData *self,
                            const char *id)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return get_tool_string (self, id, "favourite") != NULL;
}

/**
 * sk_user_data_set_favourite:
 * @id: a tool
 * @favourite: whether it is to be one of the favourites
 */
void
sk_user_data_set_favourite (SkUserData *self,
                            const char *id,
                            gboolean    favourite)
{
  g_autofree char *now = NULL;

  g_return_if_fail (SK_IS_USER_DATA (self));
  g_return_if_fail (id != NULL);

  if (favourite == sk_user_data_get_favourite (self, id))
    return;

  if (favourite)
    {
      g_autoptr (GDateTime) time = g_date_time_new_now_utc ();

      now = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S.%fZ");
    }
  change_tool (self, id, "favourite", new_string (now));
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b,
                      gpointer      data)
{
  SkUserData *self = data;
  const char *one = *(const char * const *) a;
  const char *other = *(const char * const *) b;
  int order = g_strcmp0 (get_tool_string (self, other, "favourite"),
                         get_tool_string (self, one, "favourite"));

  return order != 0 ? order : strcmp (one, other);
}

/**
 * sk_user_data_dup_favourites:
 *
 * Returns: (transfer full): the tools that are, the newest first
 */
GStrv
sk_user_data_dup_favourites (SkUserData *self)
{
  GStrv ids;

  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);

  ids = sk_user_tree_dup_ids (self->root, "favourite");
  g_sort_array (ids, g_strv_length (ids), sizeof (char *), compare_newest_first, self);
  return ids;
}

/**
 * sk_user_data_get_note:
 * @id: a tool
 *
 * Returns: (transfer none) (nullable): what a person noted about it
 */
const char *
sk_user_data_get_note (SkUserData *self,
                       const char *id)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_tool_string (self, id, "note");
}

/**
 * sk_user_data_set_note:
 * @id: a tool
 * @note: (nullable): what a person notes about it; %NULL or empty for nothing
 */
void
sk_user_data_set_note (SkUserData *self,
                       const char *id,
                       const char *note)
{
  g_return_if_fail (SK_IS_USER_DATA (self));
  g_return_if_fail (id != NULL);

  if (note != NULL && *note == '\0')
    note = NULL;
  if (g_strcmp0 (note, sk_user_data_get_note (self, id)) != 0)
    change_tool (self, id, "note", new_string (note));
}

static const char *
get_dead (SkUserData *self,
          const char *id,
          const char *member)
{
  JsonNode *node = sk_user_tree_get (self->root, id, "deadLink");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
           ? get_string (json_object_get_member (json_node_get_object (node), member))
           : NULL;
}

/**
 * sk_user_data_get_dead_link:
 * @id: a tool
 *
 * Returns: (transfer none) (nullable): the day on which its link was found dead, "2027-02-09";
 * %NULL where it was not
 */
const char *
sk_user_data_get_dead_link (SkUserData *self,
                            const char *id)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_dead (self, id, "date");
}

/**
 * sk_user_data_get_dead_url:
 * @id: a tool
 *
 * Returns: (transfer none) (nullable): the link that was found dead
 */
const char *
sk_user_data_get_dead_url (SkUserData *self,
                           const char *id)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_dead (self, id, "url");
}

static JsonNode *
new_dead_link (const char *url)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%F");
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "url", url);
  json_object_set_string_member (object, "date", date);
  json_node_take_object (node, object);
  return node;
}

/**
 * sk_user_data_set_dead_link:
 * @id: a tool
 * @url: its link
 * @dead: whether that leads nowhere
 */
void
sk_user_data_set_dead_link (SkUserData *self,
                            const char *id,
                            const char *url,
                            gboolean    dead)
{
  g_return_if_fail (SK_IS_USER_DATA (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (url != NULL);

  if (dead != (sk_user_data_get_dead_link (self, id) != NULL))
    change_tool (self, id, "deadLink", dead ? new_dead_link (url) : NULL);
}

/**
 * sk_user_data_dup_dead_links:
 *
 * Returns: (transfer full): the tools whose link was found dead
 */
GStrv
sk_user_data_dup_dead_links (SkUserData *self)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);

  return sk_user_tree_dup_ids (self->root, "deadLink");
}

static GStrv
dup_languages (JsonNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array =
    node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *tag = get_string (json_array_get_element (array, i));

      if (tag != NULL)
        g_strv_builder_add (builder, tag);
    }

  return g_strv_builder_end (builder);
}

/**
 * sk_user_data_dup_profile:
 *
 * Returns: (transfer full) (nullable): for whom tools are looked for; %NULL where that was never
 *   asked
 */
SkProfile *
sk_user_data_dup_profile (SkUserData *self)
{
  JsonNode *languages;
  g_auto (GStrv) tags = NULL;
  const char *ages;
  SkAgeRange range;

  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);

  languages = sk_user_tree_get (self->root, NULL, "languages");
  if (languages == NULL)
    return NULL;

  tags = dup_languages (languages);
  ages = get_tool_string (self, NULL, "typicalAgeRange");
  return sk_profile_new ((const char * const *) tags, get_tool_string (self, NULL, "setting"),
                         ages != NULL && sk_age_range_parse (ages, &range) ? &range : NULL);
}

static JsonNode *
new_strings (const char * const *strings)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  json_node_take_array (node, array);
  return node;
}

/**
 * sk_user_data_set_profile:
 * @profile: for whom tools are looked for; an empty one for who does not want to say
 */
void
sk_user_data_set_profile (SkUserData *self,
                          SkProfile  *profile)
{
  g_autoptr (SkProfile) old = NULL;
  g_autofree char *ages = NULL;

  g_return_if_fail (SK_IS_USER_DATA (self));
  g_return_if_fail (SK_IS_PROFILE (profile));

  old = sk_user_data_dup_profile (self);
  if (old != NULL && sk_profile_equal (old, profile))
    return;

  if (sk_profile_get_ages (profile) != NULL)
    ages = sk_age_range_to_string (*sk_profile_get_ages (profile));
  sk_user_data_take_change (self, NULL, "languages",
                            new_strings (sk_profile_get_languages (profile)));
  sk_user_data_take_change (self, NULL, "setting", new_string (sk_profile_get_setting (profile)));
  sk_user_data_take_change (self, NULL, "typicalAgeRange", new_string (ages));
  sk_user_data_emit_changed (self, NULL);
}
