/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-user-file.h"

#include <glib/gi18n.h>
#include <gio/gio.h>

#include "sk-user-error.h"
#include "sk-user-tree.h"
#include "store/sk-file-replace.h"

/* How often another program may come between the reading and the writing. */
#define MOST_TRIES 16

/**
 * sk_user_change_new:
 * @id: (nullable): a tool; %NULL for the profile
 * @field: what of it
 * @value: (transfer full) (nullable): what is to be kept; %NULL for nothing
 *
 * Returns: (transfer full): a change
 */
SkUserChange *
sk_user_change_new (const char *id,
                    const char *field,
                    JsonNode   *value)
{
  SkUserChange *self = g_new0 (SkUserChange, 1);

  self->id = g_strdup (id);
  self->field = g_strdup (field);
  self->value = value;
  return self;
}

/**
 * sk_user_change_free:
 * @self: (transfer full): a change
 */
void
sk_user_change_free (SkUserChange *self)
{
  g_free (self->id);
  g_free (self->field);
  g_clear_pointer (&self->value, json_node_unref);
  g_free (self);
}

static gboolean
fail_to_read (const char    *path,
              const GError  *why,
              GError       **error)
{
  g_set_error (
    error, SK_USER_ERROR, SK_USER_ERROR_READ,
    _("Your favourites and notes cannot be read from “%s”: %s. They are left as they are; "
       "check the disk, and who may read the file."),
    path, why->message);
  return FALSE;
}

/* A person may be able to mend by hand what no program can read. */
static char *
set_aside (const char  *path,
           GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", path, date);

  return sk_file_move (path, aside, error) ? g_path_get_basename (aside) : NULL;
}

/* What was there is in content, NULL where nothing was. */
static JsonNode *
read_content (const char  *path,
              GBytes     **content,
              char       **notice,
              GError     **error)
{
  g_autoptr (GError) why = NULL;
  g_autofree char *name = NULL;
  JsonNode *root;

  *content = sk_file_load (path, SK_USER_MAX_BYTES, &why);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return sk_user_tree_new ();

  root = *content != NULL ? sk_user_tree_read (*content, &why) : NULL;
  if (root != NULL)
    return root;

  if (why->domain == SK_USER_ERROR)
    {
      g_clear_error (&why);
      name = set_aside (path, &why);
    }
  if (name == NULL)
    {
      fail_to_read (path, why, error);
      return NULL;
    }

  g_clear_pointer (content, g_bytes_unref);
  g_free (*notice);
  *notice =
    g_strdup_printf (_("The file of your favourites and notes was damaged. It was kept as “%s”, "
                        "and a new one was begun."),
                     name);
  return sk_user_tree_new ();
}

/**
 * sk_user_file_read:
 * @path: user.json, there or not
 * @notice: (inout) (nullable): what a person must know, translated: that a damaged one was set
 *   aside
 *
 * Blocking.
 *
 * Returns: (transfer full) (nullable): what is kept; where %NULL, @error is %SK_USER_ERROR_READ
 */
JsonNode *
sk_user_file_read (const char  *path,
                   char       **notice,
                   GError     **error)
{
  g_autoptr (GBytes) content = NULL;

  return read_content (path, &content, notice, error);
}

static gboolean
check_old (GBytes    *old,
           gpointer   data,
           GError   **error)
{
  GBytes *known = data;

  if (old == known || (old != NULL && known != NULL && g_bytes_equal (old, known)))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                       _("other programs change it all the time"));
  return FALSE;
}

static gboolean
fail_to_write (const char    *path,
               const GError  *why,
               GError       **error)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, SK_USER_ERROR, SK_USER_ERROR_NO_SPACE,
                 _(
                   "Your favourites and notes cannot be saved: there is no room left on the disk. "
                   "Delete something else, or empty the bin; until then they are kept in memory."));
  else
    g_set_error (
      error, SK_USER_ERROR, SK_USER_ERROR_WRITE,
      _("Your favourites and notes cannot be saved in “%s”: %s. Check the disk, and who may "
         "write in its folder; until then they are kept in memory."),
      path, why->message);
  return FALSE;
}

static gboolean
write_root (const char  *path,
            JsonNode    *root,
            GBytes      *old,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) content = sk_user_tree_write (root);

  if (old != NULL && g_bytes_equal (content, old))
    return TRUE;

  /* Where this goes wrong, the next step does too, and says why. */
  (void) g_mkdir_with_parents (folder, 0700);
  return sk_file_replace (path, content, SK_USER_MAX_BYTES, check_old, old, error);
}

static JsonNode *
change_once (const char  *path,
             GPtrArray   *changes,
             char       **notice,
             gboolean    *again,
             GError     **error)
{
  g_autoptr (GBytes) old = NULL;
  g_autoptr (JsonNode) root = read_content (path, &old, notice, error);
  g_autoptr (GError) why = NULL;

  *again = FALSE;
  if (root == NULL)
    return NULL;

  if (sk_user_tree_newer (root))
    {
      g_set_error_literal (
        error, SK_USER_ERROR, SK_USER_ERROR_NEWER,
        _("Your favourites and notes were kept by a newer version of Sidekick, so "
           "they can be read but not changed. Update Sidekick to change them."));
      return NULL;
    }

  for (guint i = 0; i < changes->len; i++)
    {
      const SkUserChange *change = changes->pdata[i];

      sk_user_tree_set (root, change->id, change->field, change->value);
    }

  if (write_root (path, root, old, &why))
    return g_steal_pointer (&root);

  *again = g_error_matches (why, G_IO_ERROR, G_IO_ERROR_PENDING);
  fail_to_write (path, why, error);
  return NULL;
}

/**
 * sk_user_file_change:
 * @path: user.json, there or not
 * @changes: (element-type SkUserChange): in their order
 * @notice: (inout) (nullable): what a person must know, translated: that a damaged one was set
 *   aside
 *
 * Makes the changes to what is in the file now, whoever wrote it, and returns when that is on the
 * disk. Blocking.
 *
 * Returns: (transfer full) (nullable): what is kept now; where %NULL the file is as it was, and
 *   @error is of the SK_USER_ERROR domain
 */
JsonNode *
sk_user_file_change (const char  *path,
                     GPtrArray   *changes,
                     char       **notice,
                     GError     **error)
{
  for (guint n_tries = 1;; n_tries++)
    {
      g_autoptr (GError) why = NULL;
      gboolean again;
      JsonNode *root = change_once (path, changes, notice, &again, &why);

      if (root != NULL)
        return root;

      if (!again || n_tries == MOST_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return NULL;
        }
    }
}
