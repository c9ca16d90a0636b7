/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-updater.h"

G_BEGIN_DECLS

/* Asks for the address of a source, or a file, and adds it. */
#define SK_TYPE_ADD_SOURCE_DIALOG (sk_add_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkAddSourceDialog, sk_add_source_dialog, SK, ADD_SOURCE_DIALOG, AdwDialog)

SkAddSourceDialog *sk_add_source_dialog_new (SkCatalogue *catalogue,
                                             SkUpdater   *updater);

G_END_DECLS
