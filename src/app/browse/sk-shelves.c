/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-shelves.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-words.h"

/* In minutes. */
#define SHORT "20"

static void
plan_free (gpointer data)
{
  SkShelfPlan *plan = data;

  g_clear_object (&plan->query);
  g_free (plan->heading);
  g_free (plan->meaning);
  g_free (plan);
}

/* Takes the query and the meaning. */
static SkShelfPlan *
add (GPtrArray  *plans,
     SkQuery    *query,
     const char *heading,
     char       *meaning)
{
  SkShelfPlan *plan = g_new0 (SkShelfPlan, 1);

  plan->query = query;
  plan->heading = g_strdup (heading);
  plan->meaning = meaning;
  g_ptr_array_add (plans, plan);
  return plan;
}

/* The language of the program, as records state it. */
static GStrv
dup_readers (void)
{
  const char *name = g_get_language_names ()[0];
  const gsize length = strcspn (name, "_-.@");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (g_str_equal (name, "C"))
    g_strv_builder_add (builder, "en");
  else
    g_strv_builder_take (builder, g_strndup (name, length));
  return g_strv_builder_end (builder);
}

static char *
describe_language (const char *tag)
{
  if (g_str_equal (tag, "nl"))
    return g_strdup (C_("tools", "in Dutch"));
  if (g_str_equal (tag, "fr"))
    return g_strdup (C_("tools", "in French"));
  if (g_str_equal (tag, "de"))
    return g_strdup (C_("tools", "in German"));
  if (g_str_equal (tag, "en"))
    return g_strdup (C_("tools", "in English"));

  return sk_words_language (tag);
}

static char *
describe_languages (GStrv tags)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; tags[i] != NULL; i++)
    g_strv_builder_take (builder, describe_language (tags[i]));

  words = g_strv_builder_end (builder);
  return g_strjoinv (", ", words);
}

static SkQuery *
ask_languages (GStrv tags)
{
  SkQuery *query = sk_query_new ();

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autoptr (SkQuery) before = query;

      query = sk_query_with_value (before, SK_FACET_LANGUAGE, tags[i]);
    }

  return query;
}

/* What somebody chose by hand comes first. */
static void
add_collections (GPtrArray   *plans,
                 SkCatalogue *catalogue)
{
  GPtrArray *collections = sk_catalogue_get_collections (catalogue);
  const char * const *readers = g_get_language_names ();
  g_autoptr (SkQuery) everything = sk_query_new ();

  for (guint i = 0; i < collections->len; i++)
    {
      SkCollection *collection = g_ptr_array_index (collections, i);
      const char *name = sk_collection_pick_name (collection, readers, NULL);

      add (plans, sk_query_with_among (everything, name, sk_collection_get_members (collection)),
           name, g_strdup (sk_collection_pick_description (collection, readers, NULL)));
    }
}

/* For the ages of a group, where they are known. */
static void
add_mine (GPtrArray  *plans,
          SkQuery    *mine,
          GStrv       languages,
          SkProfile  *profile)
{
  const SkAgeRange *ages = profile != NULL ? sk_profile_get_ages (profile) : NULL;
  g_autofree char *value = NULL;
  g_autofree char *age_words = NULL;
  g_autofree char *language_words = NULL;

  if (ages == NULL)
    {
      add (plans, g_object_ref (mine), _("In Your Language"), sk_words_language (languages[0]));
      return;
    }

  value = sk_age_range_to_string (*ages);
  age_words = sk_words_ages (*ages);
  language_words = describe_languages (languages);
  add (plans, sk_query_with_value (mine, SK_FACET_AGE, value), _("For Your Group"),
       g_strjoin (", ", age_words, language_words, NULL));
}

static void
add_favourites (GPtrArray  *plans,
                SkUserData *user)
{
  g_auto (GStrv) ids = sk_user_data_dup_favourites (user);
  g_autoptr (SkQuery) everything = sk_query_new ();

  if (ids[0] != NULL)
    add (plans, sk_query_with_among (everything, _("Favourites"), (const char * const *) ids),
         _("Favourites"), NULL);
}

/**
 * sk_shelves_plan:
 * @catalogue: what there is
 * @user: (nullable): for whom
 *
 * Plans the shelves of the page that one lands on.
 *
 * Returns: (transfer full) (element-type SkShelfPlan): what each is to be, the first first
 */
GPtrArray *
sk_shelves_plan (SkCatalogue *catalogue,
                 SkUserData  *user)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func (plan_free);
  g_autoptr (SkProfile) profile = user != NULL ? sk_user_data_dup_profile (user) : NULL;
  const char * const *chosen = profile != NULL ? sk_profile_get_languages (profile) : NULL;
  g_auto (GStrv) languages =
    chosen != NULL && chosen[0] != NULL ? g_strdupv ((GStrv) chosen) : dup_readers ();
  g_autoptr (SkQuery) mine = ask_languages (languages);

  add_collections (plans, catalogue);
  add_mine (plans, mine, languages, profile);
  add (plans, sk_query_with_value (mine, SK_FACET_LENGTH, SHORT), _("Up to 20 Minutes"),
       describe_languages (languages));
  add (plans, sk_query_with_lacking (mine, "screen"), _("No Screen Needed"),
       describe_languages (languages));
  add (plans, sk_query_new (), C_("tools", "New"), NULL)->dated = TRUE;
  if (user != NULL)
    add_favourites (plans, user);
  return plans;
}
