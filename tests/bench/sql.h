/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite for those who need not go on when it fails: that ends the program with its message. */

sqlite3      *sql_open    (const char   *path);
void          sql_run     (sqlite3      *database,
                           const char   *statements);
sqlite3_stmt *sql_prepare (sqlite3      *database,
                           const char   *statement);
gboolean      sql_next    (sqlite3_stmt *statement);
void          sql_bind    (sqlite3_stmt *statement,
                           int           place,
                           const char   *text);
guint32       sql_number  (sqlite3      *database,
                           const char   *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
