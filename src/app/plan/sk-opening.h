/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session.h"

G_BEGIN_DECLS

/* Where the next block goes, and how many minutes there are for it. */
typedef struct
{
  guint position;
  guint minutes;              /* 0: as many as it takes */
  char *title;                /* in words, translated */
  char *subtitle;
} SkOpening;

void sk_opening_init  (SkOpening  *self,
                       SkSession  *session,
                       const char *block_id);
void sk_opening_clear (SkOpening  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkOpening, sk_opening_clear)

G_END_DECLS
