/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-folder-private.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"

enum
{
  PROP_NOTICE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SkSessionFolder,
                               sk_session_folder,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return SK_TYPE_SESSION_DOCUMENT;
}

static guint
get_n_items (GListModel *model)
{
  return SK_SESSION_FOLDER (model)->documents->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  SkSessionFolder *self = SK_SESSION_FOLDER (model);

  return position < self->documents->len
           ? g_object_ref (g_ptr_array_index (self->documents, position))
           : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
sk_session_folder_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SkSessionFolder *self = SK_SESSION_FOLDER (object);

  switch (id)
    {
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
forget_documents (SkSessionFolder *self,
                  GPtrArray       *documents)
{
  for (guint i = 0; i < documents->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (documents, i), self);
  g_ptr_array_set_size (documents, 0);
}

static void
sk_session_folder_dispose (GObject *object)
{
  SkSessionFolder *self = SK_SESSION_FOLDER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  forget_documents (self, self->documents);
  forget_documents (self, self->removed);
  g_clear_object (&self->vocabularies);

  G_OBJECT_CLASS (sk_session_folder_parent_class)->dispose (object);
}

static void
sk_session_folder_finalize (GObject *object)
{
  SkSessionFolder *self = SK_SESSION_FOLDER (object);

  dex_clear (&self->opening);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->versions, g_free);
  g_clear_pointer (&self->trash, g_free);
  g_clear_pointer (&self->sitting, g_free);
  g_clear_pointer (&self->notice, g_free);

  G_OBJECT_CLASS (sk_session_folder_parent_class)->finalize (object);
}

static void
sk_session_folder_class_init (SkSessionFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sk_session_folder_get_property;
  object_class->dispose = sk_session_folder_dispose;
  object_class->finalize = sk_session_folder_finalize;

  properties[PROP_NOTICE] =
    g_param_spec_string ("notice", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_session_folder_init (SkSessionFolder *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sitting = g_strdup_printf ("%08x", g_random_int ());
}

/**
 * sk_session_folder_new:
 * @data_dir: (nullable): the data folder; %NULL for the person's own
 * @vocabularies: what the concepts of pinned records are looked up in
 *
 * Returns: (transfer full): the sessions in it, none yet: they are opened by
 *   [method@SessionFolder.open]
 */
SkSessionFolder *
sk_session_folder_new (const char     *data_dir,
                       SkVocabularies *vocabularies)
{
  SkSessionFolder *self;
  g_autofree char *usual = NULL;

  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  usual = g_build_filename (g_get_user_data_dir (), SK_DATA_FOLDER, NULL);
  self = g_object_new (SK_TYPE_SESSION_FOLDER, NULL);
  self->path = g_build_filename (data_dir != NULL ? data_dir : usual, "sessions", NULL);
  self->versions = g_build_filename (self->path, "versions", NULL);
  self->trash = g_build_filename (self->path, "trash", NULL);
  self->vocabularies = g_object_ref (vocabularies);
  return self;
}

/**
 * sk_session_folder_set_notice:
 * @notice: what a person must know, translated
 */
void
sk_session_folder_set_notice (SkSessionFolder *self,
                              const char      *notice)
{
  if (g_set_str (&self->notice, notice))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

/**
 * sk_session_folder_make_copy:
 * @session: a session
 *
 * Returns: (transfer full): another session of the same content, and named so
 */
SkSession *
sk_session_folder_make_copy (SkSession *session)
{
  const char *title = sk_session_get_title (session);
  /* TRANSLATORS: the title of a session of which there are two. */
  g_autofree char *named = g_strdup_printf (_("%s (copy)"), title);

  return sk_session_dup_as_new (session, *title != '\0' ? named : _("Copy"));
}

static void
on_parted (SkSessionDocument *document,
           SkSession         *ours,
           SkSessionFolder   *self)
{
  g_autoptr (SkSession) copy = sk_session_folder_make_copy (ours);
  g_autofree char *notice = NULL;

  sk_session_folder_add (self, copy);
  notice =
    g_strdup_printf (_("“%s” was changed by another program while you changed it here. Both "
                        "are kept: yours is “%s”."),
                     sk_session_get_title (ours), sk_session_get_title (copy));
  sk_session_folder_set_notice (self, notice);
}

/**
 * sk_session_folder_take_out:
 *
 * Takes a document out of the list.
 *
 * Returns: whether it was there
 */
gboolean
sk_session_folder_take_out (SkSessionFolder   *self,
                            SkSessionDocument *document)
{
  guint position;

  if (!g_ptr_array_find (self->documents, document, &position))
    return FALSE;

  g_ptr_array_remove_index (self->documents, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  return TRUE;
}

static void
on_gone (SkSessionDocument *document,
         SkSessionFolder   *self)
{
  g_autoptr (SkSessionDocument) held = g_object_ref (document);

  g_signal_handlers_disconnect_by_data (document, self);
  sk_session_folder_take_out (self, document);
  /* Another session may be in its place. */
  if (!self->closed)
    sk_session_folder_note (self, sk_session_document_get_path (document));
}

/**
 * sk_session_folder_put_in:
 *
 * Puts a document into the list.
 */
void
sk_session_folder_put_in (SkSessionFolder   *self,
                          SkSessionDocument *document)
{
  g_ptr_array_add (self->documents, g_object_ref (document));
  g_list_model_items_changed (G_LIST_MODEL (self), self->documents->len - 1, 0, 1);
}

/**
 * sk_session_folder_add_file:
 * @file: its file
 * @session: what is in it, or is to be
 *
 * Returns: (transfer none): the document, in the list now
 */
SkSessionDocument *
sk_session_folder_add_file (SkSessionFolder *self,
                            SkSessionFile   *file,
                            SkSession       *session)
{
  g_autofree char *versions = g_build_filename (self->versions, sk_session_get_id (session), NULL);
  g_autoptr (SkSessionDocument) document =
    sk_session_document_new (file, self->vocabularies, session, versions, self->sitting);

  g_signal_connect (document, "parted", G_CALLBACK (on_parted), self);
  g_signal_connect (document, "gone", G_CALLBACK (on_gone), self);
  sk_session_folder_put_in (self, document);
  return document;
}

/**
 * sk_session_folder_make_path:
 * @folder: where the file is to be
 * @id: of a session
 *
 * Returns: (transfer full): where it may be written: nothing is there, not even one that is damaged
 */
char *
sk_session_folder_make_path (const char *folder,
                             const char *id)
{
  char *path = g_strdup_printf ("%s/%s" SK_SESSION_SUFFIX, folder, id);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/%s-%u" SK_SESSION_SUFFIX, folder, id, i);
    }

  return path;
}

/**
 * sk_session_folder_add_new:
 * @session: a session that is not here
 *
 * Returns: (transfer none): the document, which is written soon
 */
SkSessionDocument *
sk_session_folder_add_new (SkSessionFolder *self,
                           SkSession       *session)
{
  g_autofree char *path = sk_session_folder_make_path (self->path, sk_session_get_id (session));
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, self->vocabularies);
  SkSessionDocument *document = sk_session_folder_add_file (self, file, session);

  sk_session_document_touch (document);
  return document;
}

/**
 * sk_session_folder_add:
 * @self: the sessions
 * @session: a session that was made here
 *
 * Adds a session, and has it written.
 *
 * Returns: (transfer none): its document; where there is a session of that id already, it is of
 *   another one of the same content
 */
SkSessionDocument *
sk_session_folder_add (SkSessionFolder *self,
                       SkSession       *session)
{
  g_autoptr (SkSession) own = NULL;
  g_autoptr (SkSession) counted = NULL;

  g_return_val_if_fail (SK_IS_SESSION_FOLDER (self), NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  own = sk_session_folder_find (self, sk_session_get_id (session)) == NULL
          ? g_object_ref (session)
          : sk_session_dup_as_new (session, NULL);
  counted = sk_session_with_edit (own, self->sitting, g_get_real_time () / G_USEC_PER_SEC);
  return sk_session_folder_add_new (self, counted);
}

/**
 * sk_session_folder_find:
 * @self: the sessions
 * @id: (nullable): of a session
 *
 * Returns: (transfer none) (nullable): its document
 */
SkSessionDocument *
sk_session_folder_find (SkSessionFolder *self,
                        const char      *id)
{
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (self), NULL);

  for (guint i = 0; i < self->documents->len; i++)
    {
      SkSessionDocument *document = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (sk_session_get_id (sk_session_document_get_session (document)), id) == 0)
        return document;
    }

  return NULL;
}

/**
 * sk_session_folder_find_path:
 *
 * Returns: (transfer none) (nullable): the document of that file
 */
SkSessionDocument *
sk_session_folder_find_path (SkSessionFolder *self,
                             const char      *path)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      SkSessionDocument *document = g_ptr_array_index (self->documents, i);

      if (g_str_equal (sk_session_document_get_path (document), path))
        return document;
    }

  return NULL;
}

/**
 * sk_session_folder_get_notice:
 * @self: the sessions
 *
 * Returns: (nullable): what a person must know, translated
 */
const char *
sk_session_folder_get_notice (SkSessionFolder *self)
{
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (self), NULL);

  return self->notice;
}
