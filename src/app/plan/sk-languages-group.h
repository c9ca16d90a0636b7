/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The languages of a group of people, one of which leads: a switch for each that the program speaks,
 * and for those that are set besides.
 *
 * Signals:
 *   changed: others were chosen
 */
#define SK_TYPE_LANGUAGES_GROUP (sk_languages_group_get_type ())
G_DECLARE_FINAL_TYPE (SkLanguagesGroup, sk_languages_group, SK, LANGUAGES_GROUP, AdwPreferencesGroup)

void  sk_languages_group_set_tags (SkLanguagesGroup   *self,
                                   const char * const *tags);
GStrv sk_languages_group_dup_tags (SkLanguagesGroup   *self);

G_END_DECLS
