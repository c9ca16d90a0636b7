/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-hand-private.h"

#include <glib/gi18n.h>

#include "plan/sk-session-words.h"
#include "session/sk-clock.h"
#include "session/sk-timetable.h"

#define LAST_SESSION "last-session"

/* Besides the one in hand. */
#define MAX_OTHERS 5

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkSessionHand, sk_session_hand, G_TYPE_OBJECT)

static void
tell_changed (SkSessionHand *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_folder (SkSessionHand *self,
           guint          position,
           guint          n_removed,
           guint          n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (SkSessionDocument) document =
        g_list_model_get_item (G_LIST_MODEL (self->folder), i);

      /* One that was taken back is followed already. */
      g_signal_handlers_disconnect_by_func (document, tell_changed, self);
      g_signal_connect_object (document, "notify::session", G_CALLBACK (tell_changed), self,
                               G_CONNECT_SWAPPED);
    }

  tell_changed (self);
}

static void
sk_session_hand_dispose (GObject *object)
{
  SkSessionHand *self = SK_SESSION_HAND (object);

  g_clear_object (&self->sessions);
  g_clear_object (&self->folder);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sk_session_hand_parent_class)->dispose (object);
}

static void
sk_session_hand_class_init (SkSessionHandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sk_session_hand_dispose;

  signals[CHANGED] = g_signal_new ("changed", SK_TYPE_SESSION_HAND, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sk_session_hand_init (SkSessionHand *self)
{
}

/**
 * sk_session_hand_new:
 * @folder: the sessions, opened when they are needed
 * @settings: where the program keeps which session was worked on last
 *
 * Returns: (transfer full): the sessions, for whoever looks for tools
 */
SkSessionHand *
sk_session_hand_new (SkSessionFolder *folder,
                     GSettings       *settings)
{
  SkSessionHand *self;

  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SK_TYPE_SESSION_HAND, NULL);
  self->folder = g_object_ref (folder);
  self->settings = g_object_ref (settings);
  self->sessions = sk_sessions_model_new (folder);

  g_signal_connect_object (folder, "items-changed", G_CALLBACK (on_folder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" LAST_SESSION, G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
  on_folder (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (folder)));
  return self;
}

/**
 * sk_session_hand_open:
 *
 * Has the sessions read, away from the main thread, unless they are at hand.
 */
void
sk_session_hand_open (SkSessionHand *self)
{
  g_return_if_fail (SK_IS_SESSION_HAND (self));

  dex_future_disown (sk_session_folder_open (self->folder));
}

static gboolean
is_open_to (SkSessionDocument *document)
{
  return !sk_session_get_archived (sk_session_document_get_session (document)) &&
         !sk_session_editor_get_read_only (sk_session_document_get_editor (document));
}

/**
 * sk_session_hand_get_document:
 *
 * Returns: (transfer none) (nullable): the session in hand; %NULL where there is none, or where it
 *   is not to be changed
 */
SkSessionDocument *
sk_session_hand_get_document (SkSessionHand *self)
{
  g_autofree char *id = NULL;
  SkSessionDocument *document;

  g_return_val_if_fail (SK_IS_SESSION_HAND (self), NULL);

  id = g_settings_get_string (self->settings, LAST_SESSION);
  document = *id != '\0' ? sk_session_folder_find (self->folder, id) : NULL;
  return document != NULL && is_open_to (document) ? document : NULL;
}

/**
 * sk_session_hand_describe:
 *
 * Returns: (transfer full): where a tool goes that is added, in words
 */
char *
sk_session_hand_describe (SkSessionHand *self)
{
  SkSessionDocument *document;
  g_autofree char *title = NULL;

  g_return_val_if_fail (SK_IS_SESSION_HAND (self), NULL);

  document = sk_session_hand_get_document (self);
  if (document == NULL)
    return g_strdup (_("Add to a new session"));

  title = sk_session_words_title (sk_session_document_get_session (document));
  return g_strdup_printf (_("Add to “%s”"), title);
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *session_id,
          const char *resource_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.add-to-session", "(ss)", session_id, resource_id);
  g_menu_append_item (menu, item);
}

/* With its day, for many have the same title; an underscore of it is none of a mnemonic. */
static void
add_session (GMenu             *menu,
             SkSessionDocument *document,
             const char        *resource_id)
{
  SkSession *session = sk_session_document_get_session (document);
  g_autofree char *title = sk_session_words_title (session);
  g_autofree char *day = sk_session_words_day (session);
  g_autoptr (GString) label = g_string_new (NULL);

  g_string_printf (label, "%s · %s", title, day);
  g_string_replace (label, "_", "__", 0);
  add_item (menu, label->str, sk_session_get_id (session), resource_id);
}

static GMenu *
make_others (SkSessionHand     *self,
             SkSessionDocument *hand,
             const char        *resource_id)
{
  GListModel *list = sk_sessions_model_get_list (self->sessions);
  GMenu *others = g_menu_new ();
  guint n_others = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list) && n_others < MAX_OTHERS; i++)
    {
      g_autoptr (SkSessionDocument) document = g_list_model_get_item (list, i);

      if (document == hand || !is_open_to (document))
        continue;
      add_session (others, document, resource_id);
      n_others++;
    }

  return others;
}

/**
 * sk_session_hand_make_menu:
 * @resource_id: a tool
 *
 * Returns: (transfer full): a menu of the sessions that the tool can be added to: that in hand, some
 *   others, those that come up first, and a new one
 */
GMenuModel *
sk_session_hand_make_menu (SkSessionHand *self,
                           const char    *resource_id)
{
  GMenu *menu;
  g_autoptr (GMenu) first = NULL;
  g_autoptr (GMenu) others = NULL;
  g_autoptr (GMenu) last = NULL;
  SkSessionDocument *hand;

  g_return_val_if_fail (SK_IS_SESSION_HAND (self), NULL);
  g_return_val_if_fail (resource_id != NULL, NULL);

  hand = sk_session_hand_get_document (self);
  menu = g_menu_new ();
  first = g_menu_new ();
  last = g_menu_new ();
  others = make_others (self, hand, resource_id);
  if (hand != NULL)
    add_session (first, hand, resource_id);
  add_item (last, _("_New Session"), SK_SESSION_HAND_NEW, resource_id);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

/* The tool's first block, with the number of what it is in; -1 where it is in none. */
static int
find_in (SkSession  *session,
         const char *resource_id)
{
  g_autoptr (GPtrArray) tools = sk_session_list_tools (session);
  SkBlockPlace place;

  for (guint i = 0; i < tools->len; i++)
    if (g_strcmp0 (sk_block_get_resource_id (tools->pdata[i]), resource_id) == 0 &&
        sk_session_find_block (session, sk_block_get_id (tools->pdata[i]), &place) != NULL)
      return (int) place.position;

  return -1;
}

/* "Already in “Safer Internet Day with 5B”, at 10:35", with a link to it. */
static char *
describe_place (SkSession *session,
                int        position)
{
  g_autoptr (SkTimetable) timetable = sk_timetable_new (session);
  g_autofree char *clock =
    sk_clock_words_session (session, sk_timetable_get_slot (timetable, (guint) position)->start);
  g_autofree char *title = sk_session_words_title (session);
  g_autofree char *link =
    g_markup_printf_escaped ("<a href=\"%s\">%s</a>", sk_session_get_id (session), title);

  /* TRANSLATORS: the title of a session, and a time of day. */
  return g_strdup_printf (_("Already in “%s”, at %s"), link, clock);
}

/**
 * sk_session_hand_find_tool:
 * @resource_id: a tool
 *
 * Says where the tool is already: in the session in hand, or else in the first that has it.
 *
 * Returns: (transfer full) (nullable): markup, with a link whose address is the session's id; %NULL
 *   where the tool is in none
 */
char *
sk_session_hand_find_tool (SkSessionHand *self,
                           const char    *resource_id)
{
  SkSessionDocument *hand;
  GListModel *list;
  int position;

  g_return_val_if_fail (SK_IS_SESSION_HAND (self), NULL);
  g_return_val_if_fail (resource_id != NULL, NULL);

  hand = sk_session_hand_get_document (self);
  if (hand != NULL)
    {
      position = find_in (sk_session_document_get_session (hand), resource_id);
      if (position >= 0)
        return describe_place (sk_session_document_get_session (hand), position);
    }

  list = sk_sessions_model_get_list (self->sessions);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SkSessionDocument) document = g_list_model_get_item (list, i);

      position = find_in (sk_session_document_get_session (document), resource_id);
      if (position >= 0)
        return describe_place (sk_session_document_get_session (document), position);
    }

  return NULL;
}
