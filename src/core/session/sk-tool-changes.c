/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-tool-changes.h"

#include <glib/gi18n.h>

#include "sk-block-words.h"

struct _SkToolChanges
{
  GObject parent_instance;

  GPtrArray *changes;         /* SkToolChange that wait for an answer: withdrawn tools last */
  GHashTable *there;          /* set of the ids that are in the catalogue */
  GHashTable *withdrawn;      /* set of those that were, until they were withdrawn */
};

G_DEFINE_FINAL_TYPE (SkToolChanges, sk_tool_changes, G_TYPE_OBJECT)

static void
sk_tool_changes_finalize (GObject *object)
{
  SkToolChanges *self = SK_TOOL_CHANGES (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->there, g_hash_table_unref);
  g_clear_pointer (&self->withdrawn, g_hash_table_unref);

  G_OBJECT_CLASS (sk_tool_changes_parent_class)->finalize (object);
}

static void
sk_tool_changes_class_init (SkToolChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_tool_changes_finalize;
}

static void
sk_tool_changes_init (SkToolChanges *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->withdrawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What is found, while it is being looked for. */
typedef struct
{
  SkToolChanges *result;
  SkIndex *index;
  GHashTable *newer;          /* id → SkResource of the catalogue, each read once */
  GHashTable *by_version;     /* id and hash of what is pinned → SkToolChange */
} Search;

/* A record that cannot be read has its id for a name: of it nothing can be said. */
static SkResource *
read_newer (Search     *self,
            const char *id)
{
  SkResource *known = g_hash_table_lookup (self->newer, id);
  g_autoptr (SkResource) resource = NULL;
  guint32 record;

  if (known != NULL || !sk_index_find (self->index, id, &record))
    return known;

  resource = sk_index_dup_resource (self->index, record);
  if (g_strcmp0 (sk_resource_pick_name (resource, NULL, NULL), id) == 0)
    return NULL;

  known = resource;
  g_hash_table_insert (self->newer, g_strdup (id), g_steal_pointer (&resource));
  return known;
}

static SkToolChange *
ensure_change (Search     *self,
               SkResource *pinned,
               SkResource *newer,
               const char *hash)
{
  g_autofree char *version = g_strconcat (sk_resource_get_id (pinned), " ", hash, NULL);
  SkToolChange *change = g_hash_table_lookup (self->by_version, version);

  if (change == NULL)
    {
      change = sk_tool_change_new (pinned, newer);
      g_hash_table_insert (self->by_version, g_steal_pointer (&version), change);
      g_ptr_array_add (self->result->changes, change);
    }

  return change;
}

static void
look_at_block (Search    *self,
               SkSession *session,
               SkBlock   *block)
{
  SkResource *pinned = sk_block_get_resource (block);
  const char *id = sk_block_get_resource_id (block);
  SkResource *newer = read_newer (self, id);
  g_autofree char *hash = pinned != NULL ? sk_tool_hash_facts (pinned) : NULL;
  g_autoptr (SkToolChange) change = NULL;

  if (sk_index_find (self->index, id, NULL))
    g_hash_table_add (self->result->there, g_strdup (id));
  else if (sk_index_is_withdrawn (self->index, id))
    g_hash_table_add (self->result->withdrawn, g_strdup (id));
  else
    return;

  if (pinned == NULL || (newer == NULL && g_hash_table_contains (self->result->there, id)))
    return;
  if (newer != NULL)
    {
      g_autofree char *newer_hash = sk_tool_hash_facts (newer);

      if (g_str_equal (hash, newer_hash))
        return;
    }

  change = g_object_ref (ensure_change (self, pinned, newer, hash));
  if (!sk_tool_change_is_answered (change, block))
    sk_tool_change_add (change, session);
}

static gboolean
is_asked (SkToolChange *change,
          gboolean      is_withdrawn)
{
  return sk_tool_change_get_sessions (change)->len > 0 &&
         (sk_tool_change_get_newer (change) == NULL) == is_withdrawn;
}

/* Drops what everybody answered already, and puts what was withdrawn last. */
static void
settle (SkToolChanges *self)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->changes);

  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
  for (int is_withdrawn = FALSE; is_withdrawn <= TRUE; is_withdrawn++)
    for (guint i = 0; i < all->len; i++)
      if (is_asked (g_ptr_array_index (all, i), is_withdrawn))
        g_ptr_array_add (self->changes, g_object_ref (g_ptr_array_index (all, i)));
}

/**
 * sk_tool_changes_find:
 * @sessions: (element-type SkSession): sessions, those first that are to be asked for first
 * @index: the catalogue
 * @cancellable: (nullable): ends it early, with what was found so far
 *
 * Compares what sessions have pinned with what the catalogue has. Reads from disk: for workers.
 * What a catalogue without a single tool lacks was not withdrawn.
 *
 * Returns: (transfer full): what is to be asked, and what is to be marked
 */
SkToolChanges *
sk_tool_changes_find (GPtrArray    *sessions,
                      SkIndex      *index,
                      GCancellable *cancellable)
{
  SkToolChanges *self;
  Search search = {.index = index};
  g_autoptr (GHashTable) newer = NULL;
  g_autoptr (GHashTable) by_version = NULL;

  g_return_val_if_fail (sessions != NULL, NULL);
  g_return_val_if_fail (SK_IS_INDEX (index), NULL);

  self = g_object_new (SK_TYPE_TOOL_CHANGES, NULL);
  if (sk_index_get_size (index) == 0)
    return self;

  newer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  by_version = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.result = self;
  search.newer = newer;
  search.by_version = by_version;
  for (guint i = 0; i < sessions->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      SkSession *session = g_ptr_array_index (sessions, i);
      g_autoptr (GPtrArray) tools = sk_session_list_tools (session);

      for (guint j = 0; j < tools->len; j++)
        look_at_block (&search, session, g_ptr_array_index (tools, j));
    }

  settle (self);
  return self;
}

/**
 * sk_tool_changes_get_size:
 * @self: what was found
 *
 * Returns: how many changes wait for an answer
 */
guint
sk_tool_changes_get_size (SkToolChanges *self)
{
  g_return_val_if_fail (SK_IS_TOOL_CHANGES (self), 0);

  return self->changes->len;
}

/**
 * sk_tool_changes_get_nth:
 * @self: what was found
 * @nth: the number of a change, from 0
 *
 * Returns: (transfer none): that change
 */
SkToolChange *
sk_tool_changes_get_nth (SkToolChanges *self,
                         guint          nth)
{
  g_return_val_if_fail (SK_IS_TOOL_CHANGES (self), NULL);
  g_return_val_if_fail (nth < self->changes->len, NULL);

  return g_ptr_array_index (self->changes, nth);
}

/**
 * sk_tool_changes_get_n_sessions:
 * @self: what was found
 *
 * Returns: how many sessions use tools that changed; those that were withdrawn aside
 */
guint
sk_tool_changes_get_n_sessions (SkToolChanges *self)
{
  g_autoptr (GHashTable) sessions = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (SK_IS_TOOL_CHANGES (self), 0);

  for (guint i = 0; i < self->changes->len; i++)
    {
      SkToolChange *change = g_ptr_array_index (self->changes, i);
      GPtrArray *concerned = sk_tool_change_get_sessions (change);

      for (guint j = 0; sk_tool_change_get_newer (change) != NULL && j < concerned->len; j++)
        g_hash_table_add (sessions, g_ptr_array_index (concerned, j));
    }

  return g_hash_table_size (sessions);
}

/**
 * sk_tool_changes_get_n_withdrawn:
 * @self: what was found
 *
 * Returns: how many tools that sessions use were withdrawn
 */
guint
sk_tool_changes_get_n_withdrawn (SkToolChanges *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (SK_IS_TOOL_CHANGES (self), 0);

  for (guint i = 0; i < self->changes->len; i++)
    {
      SkToolChange *change = g_ptr_array_index (self->changes, i);

      if (sk_tool_change_get_newer (change) == NULL)
        g_hash_table_add (ids, (gpointer) sk_resource_get_id (sk_tool_change_get_pinned (change)));
    }

  return g_hash_table_size (ids);
}

/* The block as it is to be marked; %NULL where it is. */
static SkBlock *
mark_block (SkToolChanges *self,
            SkBlock       *block)
{
  const char *id = sk_block_get_resource_id (block);
  const gboolean is_withdrawn = g_hash_table_contains (self->withdrawn, id);
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  if (sk_block_get_withdrawn (block) == is_withdrawn ||
      (!is_withdrawn && !g_hash_table_contains (self->there, id)))
    return NULL;

  sk_block_copy_fields (block, &fields);
  fields.withdrawn = is_withdrawn;
  return sk_block_new (&fields);
}

static char *
name_step (guint    n_marked,
           SkBlock *last)
{
  if (n_marked > 1)
    return g_strdup_printf (ngettext ("News of %u tool", "News of %u tools", n_marked), n_marked);

  return sk_block_get_withdrawn (last)
           ? g_strdup_printf (_("Withdrawal of “%s”"), sk_block_words_title (last))
           : g_strdup_printf (_("Return of “%s”"), sk_block_words_title (last));
}

/**
 * sk_tool_changes_mark:
 * @self: what was found
 * @editor: of a session that was looked at, or of another one
 *
 * Marks the blocks whose tools were withdrawn, and takes the mark from those that are back, as one
 * step. What this catalogue never had is left as it is.
 *
 * Returns: whether something changed
 */
gboolean
sk_tool_changes_mark (SkToolChanges   *self,
                      SkSessionEditor *editor)
{
  g_autoptr (SkSession) session = NULL;
  g_autoptr (GPtrArray) tools = NULL;
  g_autoptr (SkBlock) last = NULL;
  g_autofree char *name = NULL;
  guint n_marked = 0;

  g_return_val_if_fail (SK_IS_TOOL_CHANGES (self), FALSE);
  g_return_val_if_fail (SK_IS_SESSION_EDITOR (editor), FALSE);

  session = g_object_ref (sk_session_editor_get_session (editor));
  tools = sk_session_list_tools (session);
  for (guint i = 0; i < tools->len; i++)
    {
      g_autoptr (SkBlock) marked = mark_block (self, g_ptr_array_index (tools, i));
      SkSession *next;

      if (marked == NULL)
        continue;

      next = sk_session_with_block (session, marked);
      g_object_unref (session);
      session = next;
      g_set_object (&last, marked);
      n_marked++;
    }
  if (n_marked == 0)
    return FALSE;

  name = name_step (n_marked, last);
  return sk_session_editor_apply (editor, session, name, NULL);
}
