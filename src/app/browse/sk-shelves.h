/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sync/sk-catalogue.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* A shelf that there may be: what it asks, and what it is called. */
typedef struct
{
  SkQuery *query;
  char *heading;
  char *meaning;              /* nullable */
  gboolean dated;             /* whether only tools whose date is known are worth a shelf */
} SkShelfPlan;

GPtrArray *sk_shelves_plan (SkCatalogue *catalogue,
                            SkUserData  *user);

G_END_DECLS
