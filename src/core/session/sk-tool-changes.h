/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"
#include "sk-tool-change.h"

G_BEGIN_DECLS

/* How the tools that sessions use stand to those of a catalogue. Immutable. */
#define SK_TYPE_TOOL_CHANGES (sk_tool_changes_get_type ())
G_DECLARE_FINAL_TYPE (SkToolChanges, sk_tool_changes, SK, TOOL_CHANGES, GObject)

SkToolChanges *sk_tool_changes_find            (GPtrArray        *sessions,
                                                SkIndex          *index,
                                                GCancellable     *cancellable);
guint          sk_tool_changes_get_size        (SkToolChanges    *self);
SkToolChange  *sk_tool_changes_get_nth         (SkToolChanges    *self,
                                                guint             nth);
guint          sk_tool_changes_get_n_sessions  (SkToolChanges    *self);
guint          sk_tool_changes_get_n_withdrawn (SkToolChanges    *self);
gboolean       sk_tool_changes_mark            (SkToolChanges    *self,
                                                SkSessionEditor  *editor);

G_END_DECLS
