/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-change-files.h"

#include <glib/gi18n.h>

#include "sk-words.h"

static void
sk_change_file_free (gpointer data)
{
  SkChangeFile *file = data;

  g_free (file->name);
  g_free (file->before);
  g_free (file->after);
  g_free (file);
}

/* What a file is called; where nobody says, the end of its address. */
static char *
dup_name (const SkAttachment *file)
{
  const char *name = sk_attachment_get_name (file);

  return name != NULL ? g_strdup (name) : g_path_get_basename (sk_attachment_get_url (file));
}

static const SkAttachment *
find_file (SkResource         *resource,
           const SkAttachment *like)
{
  GPtrArray *files = sk_resource_get_attachments (resource);
  g_autofree char *wanted = dup_name (like);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      g_autofree char *name = dup_name (g_ptr_array_index (files, i));

      if (g_str_equal (name, wanted))
        return g_ptr_array_index (files, i);
    }

  return NULL;
}

static gboolean
is_same (const SkAttachment *a,
         const SkAttachment *b)
{
  return sk_attachment_get_size (a) == sk_attachment_get_size (b) &&
         g_strcmp0 (sk_attachment_get_url (a), sk_attachment_get_url (b)) == 0 &&
         g_strcmp0 (sk_attachment_get_sha256 (a), sk_attachment_get_sha256 (b)) == 0;
}

static char *
put_in_words (const SkAttachment *file,
              const char         *otherwise)
{
  const gint64 size = sk_attachment_get_size (file);

  return size != SK_ATTACHMENT_SIZE_UNKNOWN ? g_format_size ((guint64) size) : g_strdup (otherwise);
}

static void
add (GPtrArray          *files,
     const SkAttachment *before,
     const SkAttachment *after)
{
  SkChangeFile *file = g_new0 (SkChangeFile, 1);

  file->name = dup_name (after != NULL ? after : before);
  file->before = before != NULL ? put_in_words (before, _("the version of before")) : NULL;
  file->after = after != NULL ? put_in_words (after, _("another version")) : NULL;

  /* Of two sizes that read the same it is not seen that the file is another. */
  if (g_strcmp0 (file->before, file->after) == 0)
    {
      g_set_str (&file->before, _("the version of before"));
      g_set_str (&file->after, _("another version"));
    }

  g_ptr_array_add (files, file);
}

/**
 * sk_change_files_compare:
 * @before: a version of a tool
 * @after: a newer one
 *
 * Returns: (transfer full) (element-type SkChangeFile): its files that are not the same
 */
GPtrArray *
sk_change_files_compare (SkResource *before,
                         SkResource *after)
{
  GPtrArray *old_files;
  GPtrArray *new_files;
  GPtrArray *files;

  g_return_val_if_fail (SK_IS_RESOURCE (before), NULL);
  g_return_val_if_fail (SK_IS_RESOURCE (after), NULL);

  files = g_ptr_array_new_with_free_func (sk_change_file_free);
  old_files = sk_resource_get_attachments (before);
  new_files = sk_resource_get_attachments (after);
  for (guint i = 0; old_files != NULL && i < old_files->len; i++)
    {
      const SkAttachment *old = g_ptr_array_index (old_files, i);
      const SkAttachment *same = find_file (after, old);

      if (same == NULL || !is_same (old, same))
        add (files, old, same);
    }
  for (guint i = 0; new_files != NULL && i < new_files->len; i++)
    if (find_file (before, g_ptr_array_index (new_files, i)) == NULL)
      add (files, NULL, g_ptr_array_index (new_files, i));

  return files;
}
