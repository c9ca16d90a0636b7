/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-export.h"
#include "sk-outline.h"

G_BEGIN_DECLS

/* One file a format; sk_export() chooses. */
GBytes *sk_export_to_markdown  (SkOutline              *outline);
GBytes *sk_export_to_html      (SkOutline              *outline);
GBytes *sk_export_to_odt       (SkOutline              *outline);
GBytes *sk_export_to_csv       (SkOutline              *outline);
GBytes *sk_export_to_icalendar (SkOutline              *outline,
                                gboolean                event_a_block);

G_END_DECLS
