/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* What a person notes about a tool, kept while it is written. */
#define SK_TYPE_RESOURCE_NOTE (sk_resource_note_get_type ())
G_DECLARE_FINAL_TYPE (SkResourceNote, sk_resource_note, SK, RESOURCE_NOTE, AdwBin)

void sk_resource_note_set_resource (SkResourceNote *self,
                                    SkUserData     *user,
                                    const char     *id);

G_END_DECLS
