/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A lock on a file, held until it is freed or its process ends, however it ends. */
typedef struct _SkFileLock SkFileLock;

typedef enum
{
  SK_FILE_LOCK_SHARED,
  SK_FILE_LOCK_EXCLUSIVE,
} SkFileLockMode;

SkFileLock *sk_file_lock_new        (const char      *path,
                                     SkFileLockMode   mode,
                                     guint            wait_ms,
                                     GCancellable    *cancellable,
                                     GError         **error);
SkFileLock *sk_file_lock_new_for_fd (int              fd,
                                     const char      *name,
                                     SkFileLockMode   mode,
                                     guint            wait_ms,
                                     GCancellable    *cancellable,
                                     GError         **error);
gboolean    sk_file_lock_change     (SkFileLock      *self,
                                     SkFileLockMode   mode);
void        sk_file_lock_free       (SkFileLock      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFileLock, sk_file_lock_free)

G_END_DECLS
