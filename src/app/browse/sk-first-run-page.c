/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-first-run-page.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-languages.h"
#include "sk-words.h"

/* Languages that are always offered, those of the program. */
static const char * const own_languages[] = {"nl", "fr", "de", "en", NULL};

struct _SkFirstRunPage
{
  AdwNavigationPage parent_instance;

  SkUserData *user;
  gboolean filling;

  AdwHeaderBar *header;
  GtkWidget *skip;
  AdwWrapBox *languages;
  AdwWrapBox *ages;
  AdwWrapBox *settings;
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (SkFirstRunPage, sk_first_run_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
add_pill (AdwWrapBox *box,
          const char *value,
          const char *label,
          gboolean    active)
{
  GtkWidget *pill = gtk_toggle_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (pill), "value", g_strdup (value), g_free);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), active);
  gtk_widget_add_css_class (pill, "compose-pill");
  gtk_widget_add_css_class (pill, "large");
  adw_wrap_box_append (box, pill);
  return pill;
}

static gboolean
is_active (GtkWidget *pill)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pill));
}

/* What is on, in the order in which it is shown. */
static GStrv
list_values (AdwWrapBox *box)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GtkWidget *pill = gtk_widget_get_first_child (GTK_WIDGET (box)); pill != NULL;
       pill = gtk_widget_get_next_sibling (pill))
    if (is_active (pill))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (pill), "value"));

  return g_strv_builder_end (builder);
}

/* A group has one range of ages: what is between two bands is in it, and what is above one that is
 * taken out of it goes too. */
static void
on_age_toggled (SkFirstRunPage  *self,
                GtkToggleButton *toggled)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->ages));
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->ages));

  if (self->filling)
    return;

  self->filling = TRUE;
  if (gtk_toggle_button_get_active (toggled))
    {
      while (!is_active (first))
        first = gtk_widget_get_next_sibling (first);
      while (!is_active (last))
        last = gtk_widget_get_prev_sibling (last);
      for (GtkWidget *pill = first; pill != last; pill = gtk_widget_get_next_sibling (pill))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), TRUE);
    }
  else
    {
      for (GtkWidget *pill = GTK_WIDGET (toggled); pill != NULL;
           pill = gtk_widget_get_next_sibling (pill))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), FALSE);
    }
  self->filling = FALSE;
}

static gboolean
get_ages (SkFirstRunPage *self,
          SkAgeRange     *ages)
{
  g_auto (GStrv) values = list_values (self->ages);

  for (guint i = 0; values[i] != NULL; i++)
    {
      SkAgeRange band;

      sk_age_range_parse (values[i], &band);
      *ages = i == 0 ? band : sk_age_range_union (*ages, band);
    }

  return values[0] != NULL;
}

static void
on_done (SkFirstRunPage *self)
{
  g_auto (GStrv) languages = list_values (self->languages);
  g_auto (GStrv) settings = list_values (self->settings);
  const gboolean has_setting = settings[0] != NULL && *settings[0] != '\0';
  SkAgeRange ages;
  const gboolean has_ages = get_ages (self, &ages);
  g_autoptr (SkProfile) profile =
    sk_profile_new ((const char * const *) languages, has_setting ? settings[0] : NULL,
                    has_ages ? &ages : NULL);

  sk_user_data_set_profile (self->user, profile);
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
sk_first_run_page_hidden (AdwNavigationPage *page)
{
  SkFirstRunPage *self = SK_FIRST_RUN_PAGE (page);
  g_autoptr (SkProfile) profile = sk_user_data_dup_profile (self->user);

  if (profile == NULL)
    {
      g_autoptr (SkProfile) nothing = sk_profile_new (NULL, NULL, NULL);

      sk_user_data_set_profile (self->user, nothing);
    }

  if (ADW_NAVIGATION_PAGE_CLASS (sk_first_run_page_parent_class)->hidden != NULL)
    ADW_NAVIGATION_PAGE_CLASS (sk_first_run_page_parent_class)->hidden (page);
}

static void
sk_first_run_page_dispose (GObject *object)
{
  SkFirstRunPage *self = SK_FIRST_RUN_PAGE (object);

  g_clear_object (&self->user);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_FIRST_RUN_PAGE);

  G_OBJECT_CLASS (sk_first_run_page_parent_class)->dispose (object);
}

static void
sk_first_run_page_class_init (SkFirstRunPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_first_run_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = sk_first_run_page_hidden;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-first-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkFirstRunPage, header);
  gtk_widget_class_bind_template_child (widget_class, SkFirstRunPage, skip);
  gtk_widget_class_bind_template_child (widget_class, SkFirstRunPage, languages);
  gtk_widget_class_bind_template_child (widget_class, SkFirstRunPage, ages);
  gtk_widget_class_bind_template_child (widget_class, SkFirstRunPage, settings);
  gtk_widget_class_bind_template_child (widget_class, SkFirstRunPage, done);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
}

static void
sk_first_run_page_init (SkFirstRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_languages (SkFirstRunPage *self,
                SkProfile      *profile)
{
  const char * const *chosen = profile != NULL ? sk_profile_get_languages (profile) : NULL;

  for (guint i = 0; own_languages[i] != NULL; i++)
    {
      const char *tag = own_languages[i];
      g_autofree char *name = sk_words_language (tag);

      add_pill (self->languages, tag, name,
                chosen != NULL ? g_strv_contains (chosen, tag) : sk_languages_reads (tag));
    }

  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    {
      g_autofree char *name = sk_words_language (chosen[i]);

      if (!g_strv_contains (own_languages, chosen[i]))
        add_pill (self->languages, chosen[i], name, TRUE);
    }
}

static void
fill_ages (SkFirstRunPage *self,
           SkProfile      *profile)
{
  const SkAgeRange *chosen = profile != NULL ? sk_profile_get_ages (profile) : NULL;

  for (guint i = 0; i < SK_N_AGE_BANDS; i++)
    {
      g_autofree char *value = sk_age_range_to_string (sk_age_bands[i]);
      g_autofree char *label = sk_words_ages (sk_age_bands[i]);
      GtkWidget *pill = add_pill (self->ages, value, label,
                                  chosen != NULL && sk_age_range_overlaps (*chosen, sk_age_bands[i]));

      g_signal_connect_object (pill, "toggled", G_CALLBACK (on_age_toggled), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
fill_settings (SkFirstRunPage *self,
               SkProfile      *profile,
               SkVocabulary   *vocabulary)
{
  const char *chosen = profile != NULL ? sk_profile_get_setting (profile) : NULL;
  GtkWidget *anywhere = add_pill (self->settings, "", C_("setting", "Anywhere"), chosen == NULL);

  for (guint i = 0; i < sk_vocabulary_get_size (vocabulary); i++)
    {
      SkConcept *concept = sk_vocabulary_get_nth (vocabulary, i);
      const char *key = sk_concept_get_key (concept);
      GtkWidget *pill =
        add_pill (self->settings, key, sk_concept_pick_label (concept, g_get_language_names ()),
                  g_strcmp0 (chosen, key) == 0);

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (pill), GTK_TOGGLE_BUTTON (anywhere));
    }
}

/**
 * sk_first_run_page_new:
 * @user: what is kept of a person
 * @vocabularies: where a group may meet
 *
 * Returns: (transfer floating): a page that is left by itself
 */
SkFirstRunPage *
sk_first_run_page_new (SkUserData     *user,
                       SkVocabularies *vocabularies)
{
  SkFirstRunPage *self;
  g_autoptr (SkProfile) profile = NULL;

  g_return_val_if_fail (SK_IS_USER_DATA (user), NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_object_new (SK_TYPE_FIRST_RUN_PAGE, NULL);
  self->user = g_object_ref (user);
  profile = sk_user_data_dup_profile (user);

  gtk_widget_set_visible (self->skip, profile == NULL);
  adw_header_bar_set_show_back_button (self->header, profile != NULL);
  if (profile != NULL && sk_profile_is_empty (profile))
    g_clear_object (&profile);
  fill_languages (self, profile);
  fill_ages (self, profile);
  fill_settings (self, profile, sk_vocabularies_get (vocabularies, SK_FACET_SETTING));
  return self;
}

/**
 * sk_first_run_page_is_due:
 * @user: what is kept of a person
 *
 * Returns: whether they were never asked, and what they say can be kept
 */
gboolean
sk_first_run_page_is_due (SkUserData *user)
{
  g_autoptr (SkProfile) profile = NULL;

  g_return_val_if_fail (SK_IS_USER_DATA (user), FALSE);

  profile = sk_user_data_dup_profile (user);
  return profile == NULL && sk_user_data_get_loaded (user) && sk_user_data_get_error (user) == NULL;
}
