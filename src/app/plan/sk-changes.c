/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-changes.h"

/* So many milliseconds after the last change, so that typing is not looked at letter by letter. */
#define REST 300

struct _SkChanges
{
  GObject parent_instance;

  SkCatalogue *catalogue;
  SkSessionFolder *folder;
  GPtrArray *documents;       /* SkSessionDocument, those that are followed */
  GHashTable *marked;         /* set of ids of sessions that this index was asked for already */
  SkIndex *index;             /* that index */
  GCancellable *cancellable;  /* of the look that is under way */
  guint timeout;
  SkToolChanges *found;
};

enum
{
  PROP_FOUND = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkChanges, sk_changes, G_TYPE_OBJECT)

/* What a worker needs. */
typedef struct
{
  GPtrArray *sessions;
  SkIndex *index;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_ptr_array_unref (look->sessions);
  g_object_unref (look->index);
  g_free (look);
}

static void
look_on_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Look *look = data;

  g_task_return_pointer (task, sk_tool_changes_find (look->sessions, look->index, cancellable),
                         g_object_unref);
}

/* A mark that was undone is not made again, until the catalogue is another. */
static void
mark_withdrawn (SkChanges *self,
                GPtrArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const char *id = sk_session_get_id (g_ptr_array_index (sessions, i));
      SkSessionDocument *document = sk_session_folder_find (self->folder, id);

      if (document != NULL && g_hash_table_add (self->marked, g_strdup (id)))
        sk_tool_changes_mark (self->found, sk_session_document_get_editor (document));
    }
}

static void
on_looked (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  SkChanges *self = SK_CHANGES (object);
  g_autoptr (SkToolChanges) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_set_object (&self->found, found);
  mark_withdrawn (self, ((Look *) g_task_get_task_data (G_TASK (result)))->sessions);
  g_object_notify_by_pspec (object, properties[PROP_FOUND]);
}

/* What comes next is asked first, then what was last. */
static int
compare_sessions (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  GDateTime *now = data;
  GDateTime *start_a = sk_session_get_start (*(SkSession * const *) a);
  GDateTime *start_b = sk_session_get_start (*(SkSession * const *) b);
  const gboolean is_past_a = g_date_time_compare (start_a, now) < 0;
  const gboolean is_past_b = g_date_time_compare (start_b, now) < 0;

  if (is_past_a != is_past_b)
    return is_past_a ? 1 : -1;

  return is_past_a ? g_date_time_compare (start_b, start_a)
                   : g_date_time_compare (start_a, start_b);
}

/* What was put away, or cannot be changed here, is not asked about. */
static GPtrArray *
list_sessions (SkChanges *self)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (guint i = 0; i < self->documents->len; i++)
    {
      SkSessionEditor *editor =
        sk_session_document_get_editor (g_ptr_array_index (self->documents, i));
      SkSession *session = sk_session_editor_get_session (editor);

      if (!sk_session_editor_get_read_only (editor) && !sk_session_get_archived (session))
        g_ptr_array_add (sessions, g_object_ref (session));
    }

  g_ptr_array_sort_with_data (sessions, compare_sessions, now);
  return sessions;
}

static gboolean
look (gpointer data)
{
  SkChanges *self = data;
  SkIndex *index = sk_catalogue_get_index (self->catalogue);
  g_autoptr (GTask) task = NULL;
  Look *question;

  self->timeout = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (index == NULL)
    return G_SOURCE_REMOVE;

  if (g_set_object (&self->index, index))
    g_hash_table_remove_all (self->marked);
  question = g_new0 (Look, 1);
  question->index = g_object_ref (index);
  question->sessions = list_sessions (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_looked, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, question, look_free);
  g_task_run_in_thread (task, look_on_worker);
  return G_SOURCE_REMOVE;
}

static void
look_soon (SkChanges *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (REST, look, self);
}

static void
follow_documents (SkChanges *self)
{
  for (guint i = 0; i < self->documents->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->documents, i), look_soon, self);
  g_ptr_array_set_size (self->documents, 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->folder)); i++)
    {
      SkSessionDocument *document = g_list_model_get_item (G_LIST_MODEL (self->folder), i);

      g_signal_connect_object (document, "notify::session", G_CALLBACK (look_soon), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->documents, document);
    }

  look_soon (self);
}

static void
sk_changes_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FOUND:
      g_value_set_object (value, SK_CHANGES (object)->found);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_changes_dispose (GObject *object)
{
  SkChanges *self = SK_CHANGES (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->folder);
  g_clear_object (&self->index);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (sk_changes_parent_class)->dispose (object);
}

static void
sk_changes_class_init (SkChangesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sk_changes_get_property;
  object_class->dispose = sk_changes_dispose;

  properties[PROP_FOUND] = g_param_spec_object ("found", NULL, NULL, SK_TYPE_TOOL_CHANGES,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_changes_init (SkChanges *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * sk_changes_new:
 * @catalogue: a catalogue; it may be opened later
 * @folder: sessions; they may come later
 *
 * Returns: (transfer full): what follows both
 */
SkChanges *
sk_changes_new (SkCatalogue     *catalogue,
                SkSessionFolder *folder)
{
  SkChanges *self;

  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);

  self = g_object_new (SK_TYPE_CHANGES, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->folder = g_object_ref (folder);
  g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (look_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (folder, "items-changed", G_CALLBACK (follow_documents), self,
                           G_CONNECT_SWAPPED);
  follow_documents (self);
  return self;
}

/**
 * sk_changes_get_folder:
 * @self: what follows the sessions
 *
 * Returns: (transfer none): the sessions
 */
SkSessionFolder *
sk_changes_get_folder (SkChanges *self)
{
  g_return_val_if_fail (SK_IS_CHANGES (self), NULL);

  return self->folder;
}

/**
 * sk_changes_get_found:
 * @self: what follows the sessions
 *
 * Returns: (transfer none) (nullable): what was found last; %NULL until it has looked
 */
SkToolChanges *
sk_changes_get_found (SkChanges *self)
{
  g_return_val_if_fail (SK_IS_CHANGES (self), NULL);

  return self->found;
}
