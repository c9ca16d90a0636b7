/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-shortcut-row.h"

#include <glib/gi18n.h>

struct _SkShortcutRow
{
  AdwActionRow parent_instance;

  char *accelerators;
};

enum
{
  PROP_ACCELERATORS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkShortcutRow, sk_shortcut_row, ADW_TYPE_ACTION_ROW)

static GtkWidget *
make_label (const char *words,
            const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* As it is printed on the key. */
static const char *
draw_arrow (guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return "←";
    case GDK_KEY_Right:
      return "→";
    case GDK_KEY_Up:
      return "↑";
    case GDK_KEY_Down:
      return "↓";
    default:
      return NULL;
    }
}

/* One key on each cap: "Ctrl", "F". */
static char *
add_caps (GtkBox     *box,
          const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;
  g_autofree char *words = NULL;
  g_auto (GStrv) parts = NULL;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    g_return_val_if_reached (NULL);

  words = gtk_accelerator_get_label (key, modifiers);
  parts = g_strsplit (words, "+", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *arrow = parts[i + 1] == NULL ? draw_arrow (key) : NULL;

      gtk_box_append (box, make_label (arrow != NULL ? arrow : parts[i], "keycap"));
    }

  return g_steal_pointer (&words);
}

static void
show_keys (SkShortcutRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_auto (GStrv) accelerators = g_strsplit (self->accelerators, " ", -1);
  g_autoptr (GString) spoken = g_string_new (NULL);

  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      g_autofree char *words = NULL;

      if (i > 0)
        {
          /* TRANSLATORS: between two keys that do the same. */
          gtk_box_append (GTK_BOX (box), make_label (C_("keys", "or"), "secondary"));
          g_string_append (spoken, ", ");
        }

      words = add_caps (GTK_BOX (box), accelerators[i]);
      g_string_append (spoken, words);
    }

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spoken->str, -1);
}

static void
sk_shortcut_row_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SkShortcutRow *self = SK_SHORTCUT_ROW (object);

  switch (id)
    {
    case PROP_ACCELERATORS:
      self->accelerators = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_shortcut_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (sk_shortcut_row_parent_class)->constructed (object);

  show_keys (SK_SHORTCUT_ROW (object));
}

static void
sk_shortcut_row_finalize (GObject *object)
{
  g_clear_pointer (&SK_SHORTCUT_ROW (object)->accelerators, g_free);

  G_OBJECT_CLASS (sk_shortcut_row_parent_class)->finalize (object);
}

static void
sk_shortcut_row_class_init (SkShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = sk_shortcut_row_set_property;
  object_class->constructed = sk_shortcut_row_constructed;
  object_class->finalize = sk_shortcut_row_finalize;

  properties[PROP_ACCELERATORS] =
    g_param_spec_string ("accelerators", NULL, NULL, "",
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_shortcut_row_init (SkShortcutRow *self)
{
}
