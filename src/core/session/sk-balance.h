/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session.h"

G_BEGIN_DECLS

#define SK_N_ACTIVITIES 4
#define SK_N_FAMILIES 6

/* The six families of themes, in the order of the vocabulary, as sk_concept_get_family() names them. */
extern const char * const sk_families[SK_N_FAMILIES];

/* How a session's minutes are spread; the minutes of groups are shared by their lanes. */
typedef struct
{
  double families[SK_N_FAMILIES];
  double no_family;
  double activities[SK_N_ACTIVITIES];
  double screen;
  double screen_unknown;      /* of tools that do not state what they need */
  double minutes;
} SkBalance;

void sk_balance_init (SkBalance *self,
                      SkSession *session);

G_END_DECLS
