/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-profile.h"

struct _SkProfile
{
  GObject parent_instance;

  GStrv languages;
  char *setting;
  gboolean has_ages;
  SkAgeRange ages;
};

G_DEFINE_FINAL_TYPE (SkProfile, sk_profile, G_TYPE_OBJECT)

static void
sk_profile_finalize (GObject *object)
{
  SkProfile *self = SK_PROFILE (object);

  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->setting, g_free);

  G_OBJECT_CLASS (sk_profile_parent_class)->finalize (object);
}

static void
sk_profile_class_init (SkProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_profile_finalize;
}

static void
sk_profile_init (SkProfile *self)
{
}

/**
 * sk_profile_new:
 * @languages: (nullable): of tools, BCP 47; the one that is liked best first
 * @setting: (nullable): where the group meets, a concept's URI
 * @ages: (nullable): of the group
 *
 * All of it may be missing: that is the profile of who preferred to say nothing.
 *
 * Returns: (transfer full): a profile
 */
SkProfile *
sk_profile_new (const char * const *languages,
                const char         *setting,
                const SkAgeRange   *ages)
{
  static const char * const none[] = {NULL};
  SkProfile *self = g_object_new (SK_TYPE_PROFILE, NULL);

  self->languages = g_strdupv ((GStrv) (languages != NULL ? languages : none));
  self->setting = g_strdup (setting);
  self->has_ages = ages != NULL;
  if (ages != NULL)
    self->ages = *ages;
  return self;
}

/**
 * sk_profile_get_languages:
 *
 * Returns: (transfer none): of tools, BCP 47; empty where none was said
 */
const char * const *
sk_profile_get_languages (SkProfile *self)
{
  g_return_val_if_fail (SK_IS_PROFILE (self), NULL);

  return (const char * const *) self->languages;
}

/**
 * sk_profile_get_setting:
 *
 * Returns: (transfer none) (nullable): where the group meets, a concept's URI
 */
const char *
sk_profile_get_setting (SkProfile *self)
{
  g_return_val_if_fail (SK_IS_PROFILE (self), NULL);

  return self->setting;
}

/**
 * sk_profile_get_ages:
 *
 * Returns: (transfer none) (nullable): the ages of the group, in years
 */
const SkAgeRange *
sk_profile_get_ages (SkProfile *self)
{
  g_return_val_if_fail (SK_IS_PROFILE (self), NULL);

  return self->has_ages ? &self->ages : NULL;
}

/**
 * sk_profile_is_empty:
 *
 * Returns: whether nothing was said
 */
gboolean
sk_profile_is_empty (SkProfile *self)
{
  g_return_val_if_fail (SK_IS_PROFILE (self), TRUE);

  return *self->languages == NULL && self->setting == NULL && !self->has_ages;
}

/**
 * sk_profile_equal:
 *
 * Returns: whether both say the same
 */
gboolean
sk_profile_equal (SkProfile *a,
                  SkProfile *b)
{
  g_return_val_if_fail (SK_IS_PROFILE (a), FALSE);
  g_return_val_if_fail (SK_IS_PROFILE (b), FALSE);

  return g_strv_equal (sk_profile_get_languages (a), sk_profile_get_languages (b)) &&
         g_strcmp0 (a->setting, b->setting) == 0 && a->has_ages == b->has_ages &&
         (!a->has_ages || (a->ages.min == b->ages.min && a->ages.max == b->ages.max));
}
