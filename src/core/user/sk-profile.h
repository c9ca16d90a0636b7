/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/sk-age-range.h"

G_BEGIN_DECLS

/* Whom a person looks for tools for: what was said when Sidekick was opened first, or later. It
 * proposes, and hides nothing. Immutable. */
#define SK_TYPE_PROFILE (sk_profile_get_type ())
G_DECLARE_FINAL_TYPE (SkProfile, sk_profile, SK, PROFILE, GObject)

SkProfile          *sk_profile_new           (const char * const *languages,
                                              const char         *setting,
                                              const SkAgeRange   *ages);
const char * const *sk_profile_get_languages (SkProfile          *self);
const char         *sk_profile_get_setting   (SkProfile          *self);
const SkAgeRange   *sk_profile_get_ages      (SkProfile          *self);
gboolean            sk_profile_is_empty      (SkProfile          *self);
gboolean            sk_profile_equal         (SkProfile          *a,
                                              SkProfile          *b);

G_END_DECLS
