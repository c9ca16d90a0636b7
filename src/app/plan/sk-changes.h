/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session-folder.h"
#include "session/sk-tool-changes.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* Looks again, whenever the catalogue or a session is another, how the tools that sessions use stand
 * to those of the catalogue; and marks those that were withdrawn.
 *
 * Properties:
 *   found   SkToolChanges, nullable until it has looked; notifies
 */
#define SK_TYPE_CHANGES (sk_changes_get_type ())
G_DECLARE_FINAL_TYPE (SkChanges, sk_changes, SK, CHANGES, GObject)

SkChanges       *sk_changes_new        (SkCatalogue     *catalogue,
                                        SkSessionFolder *folder);
SkSessionFolder *sk_changes_get_folder (SkChanges       *self);
SkToolChanges   *sk_changes_get_found  (SkChanges       *self);

G_END_DECLS
