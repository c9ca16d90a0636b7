/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "store/sk-spool.h"

G_BEGIN_DECLS

/* Brings what is read of a feed into a spool, on a thread of its own, in its order. Memory is
 * bounded: who reads faster than it writes waits. */
typedef struct _SkSpooler SkSpooler;

SkSpooler *sk_spooler_new    (SkSpool      *spool);
void       sk_spooler_free   (SkSpooler    *self);
gboolean   sk_spooler_add    (SkSpooler    *self,
                              SkSpoolKind   kind,
                              const char   *id,
                              GObject      *thing,
                              GError      **error);
gboolean   sk_spooler_finish (SkSpooler    *self,
                              GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkSpooler, sk_spooler_free)

G_END_DECLS
