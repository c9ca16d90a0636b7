/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which part of a word was meant by what was typed, where that differs by one slip: a
 * character too many, too few or another one, or two neighbours the other way round. */
typedef enum
{
  SK_TEXT_SLIP_NONE,
  SK_TEXT_SLIP_BEGINNING,
  SK_TEXT_SLIP_WHOLE,
} SkTextSlip;

SkTextSlip sk_text_slip_find (const char *typed,
                              const char *word);

G_END_DECLS
