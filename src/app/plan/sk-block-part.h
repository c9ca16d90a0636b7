/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-commands.h"

G_BEGIN_DECLS

/* A part of the inspector: it shows a block of an editor's session, and changes it. */
#define SK_TYPE_BLOCK_PART (sk_block_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (SkBlockPart, sk_block_part, SK, BLOCK_PART, GtkBox)

struct _SkBlockPartClass
{
  GtkBoxClass parent_class;

  void (*show) (SkBlockPart *self,
                SkBlock     *block);
};

void             sk_block_part_set_block  (SkBlockPart     *self,
                                           SkSessionEditor *editor,
                                           SkBlock         *block);
SkBlock         *sk_block_part_get_block  (SkBlockPart     *self);
const char      *sk_block_part_get_id     (SkBlockPart     *self);
SkSessionEditor *sk_block_part_get_editor (SkBlockPart     *self);
gboolean         sk_block_part_is_showing (SkBlockPart     *self);
void             sk_block_part_seal       (SkBlockPart     *self);
void             sk_block_part_seal_soon  (SkBlockPart     *self);

G_END_DECLS
