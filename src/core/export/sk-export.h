/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page/sk-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  SK_EXPORT_PDF,
  SK_EXPORT_ICALENDAR,
  SK_EXPORT_ODT,
  SK_EXPORT_MARKDOWN,
  SK_EXPORT_HTML,
  SK_EXPORT_CSV,
  SK_EXPORT_JSON,
} SkExportFormat;

#define SK_N_EXPORT_FORMATS 7

/* The options of a sheet: the PDF is one, and the other documents for people hold goals, materials
 * and private notes where it is the leader's, and else the programme alone. And how a calendar is
 * cut. */
typedef struct
{
  SkSheetOptions sheet;
  gboolean event_a_block;
} SkExportOptions;

GBytes     *sk_export                     (SkSession              *session,
                                           SkExportFormat          format,
                                           const SkExportOptions  *options,
                                           GError                **error);
gboolean    sk_export_format_parse        (const char             *text,
                                           SkExportFormat         *format);
const char *sk_export_format_to_string    (SkExportFormat          format);
const char *sk_export_format_get_suffix   (SkExportFormat          format);
const char *sk_export_format_get_media_type (SkExportFormat        format);

G_END_DECLS
