/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-languages-group.h"

#include <glib/gi18n.h>

#include "sk-words.h"

/* Those that the program speaks. */
static const char * const usual[] = {"nl", "fr", "de", "en"};

struct _SkLanguagesGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *tags;            /* in the order in which they were chosen */
  GHashTable *rows;           /* tag → AdwSwitchRow */
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkLanguagesGroup, sk_languages_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
find_tag (SkLanguagesGroup *self,
          const char       *tag,
          guint            *position)
{
  return g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, position);
}

static void
show_rows (SkLanguagesGroup *self)
{
  GHashTableIter iter;
  gpointer tag;
  gpointer row;

  self->setting = TRUE;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &tag, &row))
    {
      guint position;
      const gboolean is_chosen = find_tag (self, tag, &position);
      const gboolean leads = is_chosen && position == 0 && self->tags->len > 1;

      adw_switch_row_set_active (row, is_chosen);
      adw_action_row_set_subtitle (row, leads ? C_("language", "Leads") : "");
    }
  self->setting = FALSE;
}

/* One is left, whatever is switched off. */
static void
on_switched (SkLanguagesGroup *self,
             GParamSpec       *pspec,
             AdwSwitchRow     *row)
{
  const char *tag = g_object_get_data (G_OBJECT (row), "tag");
  guint position;

  if (self->setting)
    return;

  if (!find_tag (self, tag, &position))
    g_ptr_array_add (self->tags, g_strdup (tag));
  else if (self->tags->len > 1)
    g_ptr_array_remove_index (self->tags, position);

  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (SkLanguagesGroup *self,
         const char       *tag)
{
  g_autofree char *name = sk_words_language (tag);
  GtkWidget *row;

  if (g_hash_table_contains (self->rows, tag))
    return;

  row = adw_switch_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  g_object_set_data_full (G_OBJECT (row), "tag", g_strdup (tag), g_free);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_hash_table_insert (self->rows, g_strdup (tag), row);
}

static void
sk_languages_group_finalize (GObject *object)
{
  SkLanguagesGroup *self = SK_LANGUAGES_GROUP (object);

  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (sk_languages_group_parent_class)->finalize (object);
}

static void
sk_languages_group_class_init (SkLanguagesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_languages_group_finalize;

  /**
   * SkLanguagesGroup::changed:
   * @self: a group
   *
   * Other languages were chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", SK_TYPE_LANGUAGES_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sk_languages_group_init (SkLanguagesGroup *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    add_row (self, usual[i]);
}

/**
 * sk_languages_group_set_tags:
 * @tags: BCP 47 tags, the first one leads
 *
 * Shows which languages are chosen.
 */
void
sk_languages_group_set_tags (SkLanguagesGroup   *self,
                             const char * const *tags)
{
  g_return_if_fail (SK_IS_LANGUAGES_GROUP (self));
  g_return_if_fail (tags != NULL);

  g_ptr_array_set_size (self->tags, 0);
  for (; *tags != NULL; tags++)
    {
      g_ptr_array_add (self->tags, g_strdup (*tags));
      add_row (self, *tags);
    }
  show_rows (self);
}

/**
 * sk_languages_group_dup_tags:
 *
 * Returns: (transfer full): the tags of the languages that are chosen, the first one leads
 */
GStrv
sk_languages_group_dup_tags (SkLanguagesGroup *self)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  g_return_val_if_fail (SK_IS_LANGUAGES_GROUP (self), NULL);

  for (guint i = 0; i < self->tags->len; i++)
    g_strv_builder_add (tags, self->tags->pdata[i]);
  return g_strv_builder_end (tags);
}
