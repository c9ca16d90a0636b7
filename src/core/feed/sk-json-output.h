/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON as it is written. Without blanks it is byte for byte what JsonGenerator makes of a tree of
 * strings, whole numbers and truths, but without the tree; with them, one member or value a line.
 * Who writes sees to it that what begins ends. */
typedef struct
{
  GString *text;
  gboolean blanks;            /* for people to read */
  guint depth;
  gboolean follows;           /* whether a comma goes before the next one */
  gboolean named;             /* whether a name was written whose value is to come */
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
void sk_json_output_node    (SkJsonOutput *self,
                             JsonNode     *node);

G_END_DECLS
