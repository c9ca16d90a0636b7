/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* What a tool is, and what to talk about afterwards, in its publisher's words. */
#define SK_TYPE_RESOURCE_STORY (sk_resource_story_get_type ())
G_DECLARE_FINAL_TYPE (SkResourceStory, sk_resource_story, SK, RESOURCE_STORY, GtkBox)

void sk_resource_story_set_resource (SkResourceStory *self,
                                     SkResource      *resource);

G_END_DECLS
