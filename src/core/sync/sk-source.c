/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-source-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "model/sk-lang-string.h"
#include "sidekick-config.h"

struct _SkSource
{
  GObject parent_instance;

  char *url;
  char *name;
  char *message;
  SkSourceState state;
  guint resources;
  gint64 synced;
  guint64 bytes_done;
  guint64 bytes_total;
};

enum
{
  PROP_URL = 1,
  PROP_NAME,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_RESOURCES,
  PROP_SYNCED,
  PROP_BYTES_DONE,
  PROP_BYTES_TOTAL,
  PROP_BUILT_IN,
  PROP_SIGNATURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (SkSourceState, sk_source_state,
                    G_DEFINE_ENUM_VALUE (SK_SOURCE_NEVER, "never"),
                    G_DEFINE_ENUM_VALUE (SK_SOURCE_BUSY, "busy"),
                    G_DEFINE_ENUM_VALUE (SK_SOURCE_FRESH, "fresh"),
                    G_DEFINE_ENUM_VALUE (SK_SOURCE_FAILED, "failed"))

G_DEFINE_ENUM_TYPE (SkSignature, sk_signature,
                    G_DEFINE_ENUM_VALUE (SK_SIGNATURE_NOT_CHECKED, "not-checked"))

G_DEFINE_FINAL_TYPE (SkSource, sk_source, G_TYPE_OBJECT)

static void
sk_source_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  SkSource *self = SK_SOURCE (object);

  switch (id)
    {
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_NAME:
      g_value_set_string (value, sk_source_get_name (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_RESOURCES:
      g_value_set_uint (value, self->resources);
      break;
    case PROP_SYNCED:
      g_value_set_int64 (value, self->synced);
      break;
    case PROP_BYTES_DONE:
      g_value_set_uint64 (value, self->bytes_done);
      break;
    case PROP_BYTES_TOTAL:
      g_value_set_uint64 (value, self->bytes_total);
      break;
    case PROP_BUILT_IN:
      g_value_set_boolean (value, sk_source_get_built_in (self));
      break;
    case PROP_SIGNATURE:
      g_value_set_enum (value, sk_source_get_signature (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_source_finalize (GObject *object)
{
  SkSource *self = SK_SOURCE (object);

  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (sk_source_parent_class)->finalize (object);
}

static void
sk_source_class_init (SkSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_source_get_property;
  object_class->finalize = sk_source_finalize;

  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, SK_TYPE_SOURCE_STATE, SK_SOURCE_NEVER, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_RESOURCES] = g_param_spec_uint ("resources", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SYNCED]
      = g_param_spec_int64 ("synced", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_BYTES_DONE]
      = g_param_spec_uint64 ("bytes-done", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_BYTES_TOTAL]
      = g_param_spec_uint64 ("bytes-total", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_BUILT_IN] = g_param_spec_boolean ("built-in", NULL, NULL, FALSE, flags);
  properties[PROP_SIGNATURE] = g_param_spec_enum ("signature", NULL, NULL, SK_TYPE_SIGNATURE,
                                                  SK_SIGNATURE_NOT_CHECKED, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_source_init (SkSource *self)
{
}

/**
 * sk_source_new:
 * @url: its address
 *
 * Returns: (transfer full): a source of which nothing is known yet
 */
SkSource *
sk_source_new (const char *url)
{
  SkSource *self = g_object_new (SK_TYPE_SOURCE, NULL);

  self->url = g_strdup (url);
  return self;
}

static void
set_state (SkSource      *self,
           SkSourceState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_text (SkSource    *self,
          char       **text,
          const char  *value,
          guint        property)
{
  if (g_set_str (text, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
add_name (JsonObject *names,
          const char *language,
          JsonNode   *text,
          gpointer    data)
{
  if (JSON_NODE_HOLDS_VALUE (text) && json_node_get_value_type (text) == G_TYPE_STRING)
    sk_lang_string_add (data, language, json_node_get_string (text));
}

/**
 * sk_source_pick_name:
 * @names: (nullable): JSON object of language tag to text
 *
 * Returns: (transfer full) (nullable): the name in the user's language, or the best there is
 */
char *
sk_source_pick_name (const char *names)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (SkLangString) name = NULL;

  if (names != NULL)
    node = json_from_string (names, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  name = sk_lang_string_new ();
  json_object_foreach_member (json_node_get_object (node), add_name, name);
  return g_strdup (sk_lang_string_pick (name, g_get_language_names (), NULL, NULL));
}

static char *
describe (const SkStoreSource *known)
{
  g_autoptr (GDateTime) expires = NULL;
  g_autofree char *date = NULL;

  if (known->error != NULL)
    return g_strdup (known->error);

  if (known->expires == 0 || known->expires > g_get_real_time () / G_USEC_PER_SEC)
    return NULL;

  expires = g_date_time_new_from_unix_local (known->expires);
  date = expires != NULL ? g_date_time_format (expires, "%x") : NULL;
  return g_strdup_printf (_("Its publisher has not refreshed it, and meant it to last until %s."),
                          date != NULL ? date : "?");
}

/**
 * sk_source_show:
 * @known: what the store knows of it
 *
 * Brings the properties up to date. On the main thread.
 */
void
sk_source_show (SkSource            *self,
                const SkStoreSource *known)
{
  g_autofree char *name = sk_source_pick_name (known->name);
  g_autofree char *message = describe (known);

  set_text (self, &self->name, name, PROP_NAME);
  set_text (self, &self->message, message, PROP_MESSAGE);

  if (self->resources != known->resources)
    {
      self->resources = known->resources;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESOURCES]);
    }

  if (self->synced != known->synced)
    {
      self->synced = known->synced;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNCED]);
    }

  set_state (self, known->error != NULL ? SK_SOURCE_FAILED
                   : known->synced != 0 ? SK_SOURCE_FRESH
                                        : SK_SOURCE_NEVER);
}

/**
 * sk_source_begin:
 *
 * Shows that it is being fetched. On the main thread.
 */
void
sk_source_begin (SkSource *self)
{
  sk_source_set_progress (self, 0, 0);
  set_text (self, &self->message, NULL, PROP_MESSAGE);
  set_state (self, SK_SOURCE_BUSY);
}

/**
 * sk_source_set_progress:
 * @done: bytes received
 * @total: bytes to receive, 0 while not known
 *
 * Shows how far it is. On the main thread.
 */
void
sk_source_set_progress (SkSource *self,
                        guint64   done,
                        guint64   total)
{
  if (self->bytes_done != done)
    {
      self->bytes_done = done;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BYTES_DONE]);
    }

  if (self->bytes_total != total)
    {
      self->bytes_total = total;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BYTES_TOTAL]);
    }
}

/**
 * sk_source_get_url:
 *
 * Returns: its address: https, http or file
 */
const char *
sk_source_get_url (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), NULL);

  return self->url;
}

/**
 * sk_source_get_name:
 *
 * Returns: what it calls itself, in the user's language; its address where it does not
 */
const char *
sk_source_get_name (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), NULL);

  return self->name != NULL ? self->name : self->url;
}

/**
 * sk_source_get_state:
 *
 * Returns: how its last sync went
 */
SkSourceState
sk_source_get_state (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), SK_SOURCE_NEVER);

  return self->state;
}

/**
 * sk_source_get_message:
 *
 * Returns: (nullable): why the last sync failed, or what else a person should know
 */
const char *
sk_source_get_message (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), NULL);

  return self->message;
}

/**
 * sk_source_get_resources:
 *
 * Returns: how many resources it has, those that another source has too among them
 */
guint
sk_source_get_resources (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), 0);

  return self->resources;
}

/**
 * sk_source_get_synced:
 *
 * Returns: seconds since the epoch of its last successful sync, 0 for never
 */
gint64
sk_source_get_synced (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), 0);

  return self->synced;
}

/**
 * sk_source_get_bytes_done:
 *
 * Returns: bytes received in the sync under way, or in the last one
 */
guint64
sk_source_get_bytes_done (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), 0);

  return self->bytes_done;
}

/**
 * sk_source_get_bytes_total:
 *
 * Returns: bytes to receive, 0 while not known
 */
guint64
sk_source_get_bytes_total (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), 0);

  return self->bytes_total;
}

/**
 * sk_source_get_built_in:
 *
 * Returns: whether it is the starter catalogue, which comes with the program
 */
gboolean
sk_source_get_built_in (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), FALSE);

  return g_str_equal (self->url, SK_STARTER_URL);
}

/**
 * sk_source_get_signature:
 *
 * Returns: what is known of who signed it
 */
SkSignature
sk_source_get_signature (SkSource *self)
{
  g_return_val_if_fail (SK_IS_SOURCE (self), SK_SIGNATURE_NOT_CHECKED);

  return SK_SIGNATURE_NOT_CHECKED;
}
