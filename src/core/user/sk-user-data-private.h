/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "sk-user-data.h"

G_BEGIN_DECLS

struct _SkUserData
{
  GObject parent_instance;

  char *path;
  JsonNode *root;             /* what is kept, with all changes */
  GPtrArray *changes;         /* SkUserChange: not on the disk yet, nor on their way there */
  GFileMonitor *monitor;
  DexPromise *closing;        /* NULL while it is in use */
  guint timer;
  gboolean busy;              /* whether a worker reads or writes */
  gboolean stale;             /* whether the file may have been changed by another program */
  gboolean loaded;
  char *error;
  char *notice;
};

GPtrArray *sk_user_data_new_changes  (void);
void       sk_user_data_begin        (SkUserData    *self);
void       sk_user_data_take_change  (SkUserData    *self,
                                      const char    *id,
                                      const char    *field,
                                      JsonNode      *value);
void       sk_user_data_emit_changed (SkUserData    *self,
                                      const char    *id);

G_END_DECLS
