/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* The tools for GNOME Shell's overview (org.gnome.Shell.SearchProvider2), answered from the
 * catalogue's index on a worker, without a window. The program is held while it answers.
 *
 * Signals:
 *   open (char *id): a tool is to be shown
 *   search (char *text): all that is found is to be shown
 */
#define SK_TYPE_SEARCH_PROVIDER (sk_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (SkSearchProvider, sk_search_provider, SK, SEARCH_PROVIDER, GObject)

SkSearchProvider *sk_search_provider_new           (GApplication      *application);
void              sk_search_provider_set_catalogue (SkSearchProvider  *self,
                                                    SkCatalogue       *catalogue);
gboolean          sk_search_provider_export        (SkSearchProvider  *self,
                                                    GDBusConnection   *connection,
                                                    const char        *path,
                                                    GError           **error);
void              sk_search_provider_unexport      (SkSearchProvider  *self,
                                                    GDBusConnection   *connection);

G_END_DECLS
