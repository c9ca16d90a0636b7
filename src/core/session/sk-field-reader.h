/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sk-session-error.h"

G_BEGIN_DECLS

/* Takes the fields that are understood out of an object of a file. What is not understood, by its
 * name or by its value, stays there to be written again. */
typedef struct
{
  JsonObject *object;         /* what was not taken yet */
  const char *place;          /* what it is in the file, translated; NULL: the session itself */
  gboolean newer;             /* of a newer version: nothing is refused */
  GError **error;             /* the first that was refused; never NULL */
} SkFieldReader;

char       *sk_field_reader_take_string  (SkFieldReader  *self,
                                          const char     *name);
GStrv       sk_field_reader_take_strings (SkFieldReader  *self,
                                          const char     *name);
gboolean    sk_field_reader_take_boolean (SkFieldReader  *self,
                                          const char     *name);
gboolean    sk_field_reader_take_number  (SkFieldReader  *self,
                                          const char     *name,
                                          guint           least,
                                          guint           most,
                                          guint          *number);
JsonNode   *sk_field_reader_take_node    (SkFieldReader  *self,
                                          const char     *name,
                                          JsonNodeType    type);
gboolean    sk_field_reader_has          (SkFieldReader  *self,
                                          const char     *name);
void        sk_field_reader_refuse       (SkFieldReader  *self,
                                          const char     *format,
                                          ...) G_GNUC_PRINTF (2, 3);
JsonObject *sk_field_reader_end          (SkFieldReader  *self);

G_END_DECLS
