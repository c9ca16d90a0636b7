/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* The files that belong to a tool; one opens where it lies on the web. */
#define SK_TYPE_RESOURCE_FILES (sk_resource_files_get_type ())
G_DECLARE_FINAL_TYPE (SkResourceFiles, sk_resource_files, SK, RESOURCE_FILES, GtkBox)

void sk_resource_files_set_resource (SkResourceFiles *self,
                                     SkResource      *resource);

G_END_DECLS
