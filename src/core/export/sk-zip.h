/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files in one, as OpenDocument wants them: the first one stored as it is, and none with any of the
 * extra fields that libarchive gives each. The same files always make the same bytes. */
typedef struct _SkZip SkZip;

SkZip  *sk_zip_new    (void);
void    sk_zip_store  (SkZip      *self,
                       const char *name,
                       GBytes     *content);
void    sk_zip_deflate(SkZip      *self,
                       const char *name,
                       GBytes     *content);
GBytes *sk_zip_end    (SkZip      *self);

G_END_DECLS
