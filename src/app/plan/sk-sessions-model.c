/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sessions-model.h"

#include "session/sk-timetable.h"

/* How often it is looked at what has been meanwhile. */
#define TICK_SECONDS 60

struct _SkSessionsModel
{
  GObject parent_instance;

  SkSessionFolder *folder;
  char *text;
  gboolean show_archived;
  guint n_archived;
  GDateTime *now;

  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSorter *section_sorter;
  GtkSortListModel *list;
  guint tick_id;
};

enum
{
  PROP_FOLDER = 1,
  PROP_LIST,
  PROP_TEXT,
  PROP_SHOW_ARCHIVED,
  PROP_N_ARCHIVED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSessionsModel, sk_sessions_model, G_TYPE_OBJECT)

static gboolean
is_over (SkSession *session,
         GDateTime *now)
{
  g_autoptr (SkTimetable) timetable = NULL;
  g_autoptr (GDateTime) end = NULL;

  if (g_date_time_compare (sk_session_get_start (session), now) > 0)
    return FALSE;
  if (sk_session_get_end (session) != NULL)
    return g_date_time_compare (sk_session_get_end (session), now) < 0;

  timetable = sk_timetable_new (session);
  end = sk_session_dup_time (session, sk_timetable_get_end (timetable));
  return g_date_time_compare (end, now) < 0;
}

/**
 * sk_sessions_model_get_section:
 * @document: one of the sessions
 *
 * Returns: where in the list it is
 */
SkSessionsSection
sk_sessions_model_get_section (SkSessionsModel   *self,
                               SkSessionDocument *document)
{
  SkSession *session;

  g_return_val_if_fail (SK_IS_SESSIONS_MODEL (self), SK_SESSIONS_PAST);

  session = sk_session_document_get_session (document);
  if (sk_session_get_archived (session))
    return SK_SESSIONS_ARCHIVED;

  return is_over (session, self->now) ? SK_SESSIONS_PAST : SK_SESSIONS_COMING_UP;
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  return (int) sk_sessions_model_get_section (data, (SkSessionDocument *) a) -
         (int) sk_sessions_model_get_section (data, (SkSessionDocument *) b);
}

/* The soonest first among those that come up, the latest first among all others. */
static int
compare_sessions (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  SkSessionDocument *one = (SkSessionDocument *) a;
  SkSession *first = sk_session_document_get_session (one);
  SkSession *second = sk_session_document_get_session ((SkSessionDocument *) b);
  const int order =
    g_date_time_compare (sk_session_get_start (first), sk_session_get_start (second));

  if (order == 0)
    return g_utf8_collate (sk_session_get_title (first), sk_session_get_title (second));

  return sk_sessions_model_get_section (data, one) == SK_SESSIONS_COMING_UP ? order : -order;
}

static gboolean
has_text (SkSession  *session,
          const char *text)
{
  const char *said[] = {sk_session_get_title (session), sk_session_get_group (session),
                        sk_session_get_place (session)};
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_string_append_printf (all, "%s ", said[i]);
  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      SkBlock *block = sk_session_get_block (session, i);
      GPtrArray *lanes = sk_block_get_lanes (block);

      g_string_append_printf (all, "%s ", sk_block_get_title (block));
      for (guint j = 0; lanes != NULL && j < lanes->len; j++)
        g_string_append_printf (all, "%s ", sk_block_get_title (lanes->pdata[j]));
    }

  return g_str_match_string (text, all->str, TRUE);
}

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  SkSessionsModel *self = data;
  SkSession *session = sk_session_document_get_session (item);

  if (*self->text != '\0')
    return has_text (session, self->text);

  return self->show_archived || !sk_session_get_archived (session);
}

static void
count_archived (SkSessionsModel *self)
{
  GListModel *all = G_LIST_MODEL (self->folder);
  guint n_archived = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SkSessionDocument) document = g_list_model_get_item (all, i);

      n_archived += sk_session_get_archived (sk_session_document_get_session (document)) ? 1 : 0;
    }

  if (self->n_archived == n_archived)
    return;
  self->n_archived = n_archived;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ARCHIVED]);
}

/* What is listed, and in which order, may be another by now. */
static void
look_again (SkSessionsModel *self)
{
  g_clear_pointer (&self->now, g_date_time_unref);
  self->now = g_date_time_new_now_local ();

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->section_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  count_archived (self);
}

static gboolean
on_tick (gpointer data)
{
  look_again (data);
  return G_SOURCE_CONTINUE;
}

static void
on_folder (SkSessionsModel *self,
           guint            position,
           guint            n_removed,
           guint            n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (SkSessionDocument) document =
        g_list_model_get_item (G_LIST_MODEL (self->folder), i);

      /* One that was taken back is followed already. */
      g_signal_handlers_disconnect_by_func (document, look_again, self);
      g_signal_connect_object (document, "notify::session", G_CALLBACK (look_again), self,
                               G_CONNECT_SWAPPED);
    }

  count_archived (self);
}

static void
sk_sessions_model_constructed (GObject *object)
{
  SkSessionsModel *self = SK_SESSIONS_MODEL (object);
  GtkFilterListModel *filtered;

  G_OBJECT_CLASS (sk_sessions_model_parent_class)->constructed (object);

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sessions, self, NULL));
  self->section_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sections, self, NULL));

  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->folder)),
                                        g_object_ref (self->filter));
  self->list = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  gtk_sort_list_model_set_section_sorter (self->list, self->section_sorter);

  g_signal_connect_object (self->folder, "items-changed", G_CALLBACK (on_folder), self,
                           G_CONNECT_SWAPPED);
  on_folder (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->folder)));
  self->tick_id = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

static void
sk_sessions_model_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SkSessionsModel *self = SK_SESSIONS_MODEL (object);

  switch (id)
    {
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SHOW_ARCHIVED:
      g_value_set_boolean (value, self->show_archived);
      break;
    case PROP_N_ARCHIVED:
      g_value_set_uint (value, self->n_archived);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_sessions_model_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SkSessionsModel *self = SK_SESSIONS_MODEL (object);
  const char *text;

  switch (id)
    {
    case PROP_FOLDER:
      self->folder = g_value_dup_object (value);
      break;
    case PROP_TEXT:
      text = g_value_get_string (value);
      if (g_set_str (&self->text, text != NULL ? text : ""))
        look_again (self);
      break;
    case PROP_SHOW_ARCHIVED:
      self->show_archived = g_value_get_boolean (value);
      look_again (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_sessions_model_dispose (GObject *object)
{
  SkSessionsModel *self = SK_SESSIONS_MODEL (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->list);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->section_sorter);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (sk_sessions_model_parent_class)->dispose (object);
}

static void
sk_sessions_model_finalize (GObject *object)
{
  SkSessionsModel *self = SK_SESSIONS_MODEL (object);

  g_clear_pointer (&self->now, g_date_time_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (sk_sessions_model_parent_class)->finalize (object);
}

static void
sk_sessions_model_class_init (SkSessionsModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS;

  object_class->constructed = sk_sessions_model_constructed;
  object_class->get_property = sk_sessions_model_get_property;
  object_class->set_property = sk_sessions_model_set_property;
  object_class->dispose = sk_sessions_model_dispose;
  object_class->finalize = sk_sessions_model_finalize;

  properties[PROP_FOLDER] =
    g_param_spec_object ("folder", NULL, NULL, SK_TYPE_SESSION_FOLDER,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | flags);
  properties[PROP_LIST] =
    g_param_spec_object ("list", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", G_PARAM_READWRITE | flags);
  properties[PROP_SHOW_ARCHIVED] =
    g_param_spec_boolean ("show-archived", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_N_ARCHIVED] =
    g_param_spec_uint ("n-archived", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_sessions_model_init (SkSessionsModel *self)
{
  self->text = g_strdup ("");
  self->now = g_date_time_new_now_local ();
}

/**
 * sk_sessions_model_new:
 * @folder: sessions
 *
 * Returns: (transfer full): the sessions in the order in which one looks for them
 */
SkSessionsModel *
sk_sessions_model_new (SkSessionFolder *folder)
{
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);

  return g_object_new (SK_TYPE_SESSIONS_MODEL, "folder", folder, NULL);
}

/**
 * sk_sessions_model_get_list:
 *
 * Returns: (transfer none): the sessions that are wanted, a list of [class@SessionDocument]
 */
GListModel *
sk_sessions_model_get_list (SkSessionsModel *self)
{
  g_return_val_if_fail (SK_IS_SESSIONS_MODEL (self), NULL);

  return G_LIST_MODEL (self->list);
}

/**
 * sk_sessions_model_get_n_archived:
 *
 * Returns: how many of all sessions are archived
 */
guint
sk_sessions_model_get_n_archived (SkSessionsModel *self)
{
  g_return_val_if_fail (SK_IS_SESSIONS_MODEL (self), 0);

  return self->n_archived;
}
