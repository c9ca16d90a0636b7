/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "sk-store-error.h"

G_BEGIN_DECLS

/* One SQLite connection, used by one thread at a time, whose errors are SK_STORE_ERROR. */
typedef struct _SkDatabase SkDatabase;

typedef enum
{
  SK_STEP_FAILED,
  SK_STEP_ROW,
  SK_STEP_DONE,
} SkStep;

SkDatabase   *sk_database_open        (const char    *path,
                                       gboolean       read_only,
                                       GError       **error);
void          sk_database_free        (SkDatabase    *self);
gboolean      sk_database_exec        (SkDatabase    *self,
                                       const char    *sql,
                                       GError       **error);
sqlite3_stmt *sk_database_query       (SkDatabase    *self,
                                       GError       **error,
                                       const char    *sql,
                                       const char    *types,
                                       ...);
SkStep        sk_database_step        (SkDatabase    *self,
                                       sqlite3_stmt  *query,
                                       GError       **error);
gboolean      sk_database_run         (SkDatabase    *self,
                                       GError       **error,
                                       const char    *sql,
                                       const char    *types,
                                       ...);
gboolean      sk_database_read_number (SkDatabase    *self,
                                       const char    *sql,
                                       gint64        *number,
                                       GError       **error);
gint64        sk_database_changes     (SkDatabase    *self);
gint64        sk_database_last_row    (SkDatabase    *self);
void          sk_database_roll_back   (SkDatabase    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkDatabase, sk_database_free)

G_END_DECLS
