/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One thing that a person changed. */
typedef struct
{
  char *id;                   /* of a tool; NULL: the profile */
  char *field;
  JsonNode *value;            /* NULL: it is no longer kept */
} SkUserChange;

SkUserChange *sk_user_change_new  (const char    *id,
                                   const char    *field,
                                   JsonNode      *value);
void          sk_user_change_free (SkUserChange  *self);
JsonNode     *sk_user_file_read   (const char    *path,
                                   char         **notice,
                                   GError       **error);
JsonNode     *sk_user_file_change (const char    *path,
                                   GPtrArray     *changes,
                                   char         **notice,
                                   GError       **error);

G_END_DECLS
