/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON as it is written, without blanks, byte for byte what JsonGenerator makes of a tree, but
 * without the tree. Who writes sees to it that what begins ends. */
typedef struct
{
  GString *text;
  gboolean follows;           /* whether a comma goes before the next one */
} SkJsonOutput;

void sk_json_output_begin   (SkJsonOutput *self,
                             char          bracket);
void sk_json_output_end     (SkJsonOutput *self,
                             char          bracket);
void sk_json_output_name    (SkJsonOutput *self,
                             const char   *name);
void sk_json_output_string  (SkJsonOutput *self,
                             const char   *value);
void sk_json_output_int     (SkJsonOutput *self,
                             gint64        value);
void sk_json_output_boolean (SkJsonOutput *self,
                             gboolean      value);

G_END_DECLS
