/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A record as its source gave it, for whoever wants to know what is behind a tool. */
#define SK_TYPE_RECORD_DIALOG (sk_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkRecordDialog, sk_record_dialog, SK, RECORD_DIALOG, AdwDialog)

AdwDialog *sk_record_dialog_new (const char *record);

G_END_DECLS
