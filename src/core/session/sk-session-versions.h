/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-vocabularies.h"

G_BEGIN_DECLS

/* A state of before that was kept. */
typedef struct
{
  char *path;
  gint64 modified;            /* seconds since the epoch */
  guint minutes;
  guint n_blocks;
} SkSessionVersion;

void       sk_session_version_free  (SkSessionVersion  *self);
gboolean   sk_session_versions_keep (const char        *folder,
                                     GBytes            *content,
                                     gboolean           first,
                                     GError           **error);
GPtrArray *sk_session_versions_list (const char        *folder,
                                     SkVocabularies    *vocabularies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkSessionVersion, sk_session_version_free)

G_END_DECLS
