/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-source-list.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "sk-sync-error.h"
#include "store/sk-file-lock.h"

#define FILE_NAME "sources.json"
#define LOCK_NAME "sources.lock"
#define LOCK_WAIT_MS 10000

struct _SkSourceList
{
  char *path;
  char *lock_path;
  GMutex mutex;
  JsonNode *root;             /* an object with an array "sources", once loaded */
};

typedef struct
{
  const char * const *urls;
  guint position;
} Edit;

/* Whether the list was changed; FALSE with the error set where it cannot be. */
typedef gboolean (*EditFunc) (JsonArray *sources, const Edit *edit, GError **error);

/**
 * sk_source_list_new:
 * @folder: the data folder, which is there
 *
 * Returns: (transfer full): a list that is not loaded yet
 */
SkSourceList *
sk_source_list_new (const char *folder)
{
  SkSourceList *self = g_new0 (SkSourceList, 1);

  self->path = g_build_filename (folder, FILE_NAME, NULL);
  self->lock_path = g_build_filename (folder, LOCK_NAME, NULL);
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * sk_source_list_free:
 * @self: (transfer full): a list
 */
void
sk_source_list_free (SkSourceList *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->lock_path, g_free);
  g_clear_pointer (&self->root, json_node_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static JsonArray *
get_sources (JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *sources = object != NULL ? json_object_get_member (object, "sources") : NULL;

  return sources != NULL && JSON_NODE_HOLDS_ARRAY (sources) ? json_node_get_array (sources) : NULL;
}

/* NULL for what is not a source: it is kept, and passed over. */
static const char *
get_url (JsonArray *sources,
         guint      nth)
{
  JsonNode *node = json_array_get_element (sources, nth);
  JsonNode *url;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  url = json_object_get_member (json_node_get_object (node), "url");
  return url != NULL && json_node_get_value_type (url) == G_TYPE_STRING ? json_node_get_string (url)
                                                                        : NULL;
}

static JsonNode *
make_source (const char *url)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "url", url);
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
make_root (const char * const *urls)
{
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *sources = json_array_new ();

  for (guint i = 0; urls[i] != NULL; i++)
    json_array_add_element (sources, make_source (urls[i]));

  json_object_set_array_member (object, "sources", sources);
  json_node_take_object (root, object);
  return root;
}

static gboolean
write_file (SkSourceList  *self,
            JsonNode      *root,
            GError       **error)
{
  g_autofree char *text = json_to_string (root, TRUE);
  g_autofree char *content = g_strconcat (text, "\n", NULL);
  g_autoptr (GError) why = NULL;

  if (g_file_set_contents_full (self->path, content, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &why))
    return TRUE;

  g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_SOURCES,
               _("The list of sources “%s” cannot be written (%s); it is as it was. Check the room "
                 "on the disk and who owns the folder."),
               self->path, why->message);
  return FALSE;
}

/* The text is ended by a null byte, which is not of its length. */
static JsonNode *
parse (const char  *content,
       gsize        length,
       GError     **error)
{
  g_autoptr (JsonNode) root = NULL;

  if (g_utf8_validate_len (content, length, NULL))
    root = json_from_string (content, NULL);

  if (root != NULL && get_sources (root) != NULL)
    return g_steal_pointer (&root);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("it is damaged"));
  return NULL;
}

/* NULL without an error where there is no file; with one where it is damaged. */
static JsonNode *
read_file (SkSourceList  *self,
           GError       **error)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) why = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &content, &length, &why))
    {
      if (!g_error_matches (why, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }

  return parse (content, length, error);
}

static char *
set_aside (SkSourceList  *self,
           GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.damaged-%s", self->path, date);

  if (g_rename (self->path, name) != 0)
    {
      int code = errno;

      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_SOURCES,
                   _("The list of sources “%s” is damaged, and cannot be set aside: %s"), self->path,
                   g_strerror (code));
      return NULL;
    }

  return g_path_get_basename (name);
}

static SkFileLock *
lock (SkSourceList  *self,
      GError       **error)
{
  g_autoptr (GError) why = NULL;
  SkFileLock *held
      = sk_file_lock_new (self->lock_path, SK_FILE_LOCK_EXCLUSIVE, LOCK_WAIT_MS, NULL, &why);

  if (held == NULL)
    g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_SOURCES,
                 _("The list of sources cannot be changed now: %s"), why->message);

  return held;
}

static gboolean
load_locked (SkSourceList        *self,
             const char * const  *fallback,
             char               **notice,
             GError             **error)
{
  g_autoptr (GError) why = NULL;
  g_autofree char *name = NULL;

  self->root = read_file (self, &why);
  if (self->root != NULL)
    return TRUE;

  if (why != NULL && !g_error_matches (why, G_FILE_ERROR, G_FILE_ERROR_INVAL))
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_SOURCES,
                   _("The list of sources “%s” cannot be read: %s"), self->path, why->message);
      return FALSE;
    }

  if (why != NULL)
    {
      name = set_aside (self, error);
      if (name == NULL)
        return FALSE;

      *notice = g_strdup_printf (_("The list of sources was damaged. It was kept as “%s”, and a new "
                                   "one was made of what the catalogue knows: look it over."),
                                 name);
    }

  self->root = make_root (fallback);
  return write_file (self, self->root, error);
}

/**
 * sk_source_list_load:
 * @fallback: the URLs to begin with where there is no list, or a damaged one
 * @notice: (out) (nullable): what a person must know, translated: that the list was damaged
 *
 * Reads the list, once.
 *
 * Returns: whether there is a list now; where not, @error is of the SK_SYNC_ERROR domain
 */
gboolean
sk_source_list_load (SkSourceList        *self,
                     const char * const  *fallback,
                     char               **notice,
                     GError             **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (SkFileLock) held = lock (self, error);

  *notice = NULL;
  g_clear_pointer (&self->root, json_node_unref);
  return held != NULL && load_locked (self, fallback, notice, error);
}

/**
 * sk_source_list_refresh:
 *
 * Takes in what another process changed. Where the list cannot be read now, it stays as it is.
 */
void
sk_source_list_refresh (SkSourceList *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  JsonNode *root = read_file (self, NULL);

  if (root == NULL)
    return;

  g_clear_pointer (&self->root, json_node_unref);
  self->root = root;
}

static GStrv
dup_urls (JsonNode *root)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *sources = root != NULL ? get_sources (root) : NULL;

  for (guint i = 0; sources != NULL && i < json_array_get_length (sources); i++)
    {
      const char *url = get_url (sources, i);

      if (url != NULL && g_hash_table_add (seen, (gpointer) url))
        g_strv_builder_add (builder, url);
    }

  return g_strv_builder_end (builder);
}

/**
 * sk_source_list_dup_urls:
 *
 * Returns: (transfer full): the URLs in their order, each once
 */
GStrv
sk_source_list_dup_urls (SkSourceList *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return dup_urls (self->root);
}

/**
 * sk_source_list_parse:
 * @content: what is in a sources.json, of another data folder perhaps
 *
 * Returns: (transfer full) (nullable): the URLs in their order, each once; %NULL with the error set
 *   where it is damaged
 */
GStrv
sk_source_list_parse (GBytes  *content,
                      GError **error)
{
  const gsize length = g_bytes_get_size (content);
  g_autofree char *ended = g_strndup (g_bytes_get_data (content, NULL), length);
  g_autoptr (JsonNode) root = parse (ended, length, error);

  return root != NULL ? dup_urls (root) : NULL;
}

static gboolean
find (JsonArray  *sources,
      const char *url,
      guint      *nth)
{
  for (guint i = 0; i < json_array_get_length (sources); i++)
    if (g_strcmp0 (get_url (sources, i), url) == 0)
      {
        *nth = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_or_fail (JsonArray   *sources,
              const char  *url,
              guint       *nth,
              GError     **error)
{
  if (find (sources, url, nth))
    return TRUE;

  g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_UNKNOWN,
               _("“%s” is not one of the sources. See the list of sources for their addresses."),
               url);
  return FALSE;
}

static gboolean
add_edit (JsonArray   *sources,
          const Edit  *edit,
          GError     **error)
{
  guint nth;

  for (guint i = 0; edit->urls[i] != NULL; i++)
    if (!find (sources, edit->urls[i], &nth))
      json_array_add_element (sources, make_source (edit->urls[i]));

  return TRUE;
}

static gboolean
remove_edit (JsonArray   *sources,
             const Edit  *edit,
             GError     **error)
{
  guint nth;

  if (!find_or_fail (sources, edit->urls[0], &nth, error))
    return FALSE;

  while (find (sources, edit->urls[0], &nth))
    json_array_remove_element (sources, nth);

  return TRUE;
}

static gboolean
move_edit (JsonArray   *sources,
           const Edit  *edit,
           GError     **error)
{
  g_autoptr (JsonNode) moved = NULL;
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  guint nth;

  if (!find_or_fail (sources, edit->urls[0], &nth, error))
    return FALSE;

  moved = json_array_dup_element (sources, nth);
  json_array_remove_element (sources, nth);

  for (guint i = 0; i < json_array_get_length (sources); i++)
    g_ptr_array_add (rest, json_array_dup_element (sources, i));
  g_ptr_array_insert (rest, (int) MIN (edit->position, rest->len), g_steal_pointer (&moved));

  while (json_array_get_length (sources) > 0)
    json_array_remove_element (sources, 0);
  for (guint i = 0; i < rest->len; i++)
    json_array_add_element (sources, json_node_ref (g_ptr_array_index (rest, i)));

  return TRUE;
}

/* Reads the list afresh, since another process may have changed it meanwhile. */
static gboolean
change (SkSourceList  *self,
        EditFunc       func,
        const Edit    *edit,
        GError       **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (SkFileLock) held = lock (self, error);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) why = NULL;

  if (held == NULL)
    return FALSE;

  root = read_file (self, &why);
  if (root == NULL)
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_SOURCES,
                   _("The list of sources “%s” cannot be read: %s. Start Sidekick again."), self->path,
                   why != NULL ? why->message : _("it is gone"));
      return FALSE;
    }

  if (!func (get_sources (root), edit, error) || !write_file (self, root, error))
    return FALSE;

  g_clear_pointer (&self->root, json_node_unref);
  self->root = g_steal_pointer (&root);
  return TRUE;
}

/**
 * sk_source_list_add:
 * @urls: addresses, normalised
 *
 * Adds those that are not there at the end.
 *
 * Returns: whether all are there, and on the disk
 */
gboolean
sk_source_list_add (SkSourceList        *self,
                    const char * const  *urls,
                    GError             **error)
{
  const Edit edit = {.urls = urls};

  return change (self, add_edit, &edit, error);
}

/**
 * sk_source_list_remove:
 * @url: a source
 *
 * Returns: whether it is gone; %FALSE with %SK_SYNC_ERROR_UNKNOWN where it was not there
 */
gboolean
sk_source_list_remove (SkSourceList  *self,
                       const char    *url,
                       GError       **error)
{
  const char * const urls[] = {url, NULL};
  const Edit edit = {.urls = urls};

  return change (self, remove_edit, &edit, error);
}

/**
 * sk_source_list_move:
 * @url: a source
 * @position: its new place, from 0; beyond the end is the end
 *
 * Returns: whether it stands there
 */
gboolean
sk_source_list_move (SkSourceList  *self,
                     const char    *url,
                     guint          position,
                     GError       **error)
{
  const char * const urls[] = {url, NULL};
  const Edit edit = {.urls = urls, .position = position};

  return change (self, move_edit, &edit, error);
}
