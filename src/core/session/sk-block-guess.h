/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block.h"

G_BEGIN_DECLS

/* What a block takes from its tool, also where the publisher does not say it. */
guint      sk_block_guess_minutes   (SkResource      *resource);
SkActivity sk_block_guess_activity  (SkResource      *resource);
gboolean   sk_block_guess_of_format (const SkConcept *format,
                                     guint           *minutes,
                                     SkActivity      *activity);
GStrv      sk_block_list_materials (SkResource *resource);

G_END_DECLS
