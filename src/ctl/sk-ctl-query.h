/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-ctl.h"

G_BEGIN_DECLS

/* The filters of the command line, as they were typed. Each may be given more than once. */
typedef struct
{
  GStrv values[SK_N_FACETS];
  char *without;
  char *collection;
  char *order;
  GStrv words;
} SkCtlFilters;

void     sk_ctl_filters_clear (SkCtlFilters       *filters);
SkQuery *sk_ctl_query_new     (SkCtl              *ctl,
                               const SkCtlFilters *filters,
                               GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkCtlFilters, sk_ctl_filters_clear)

G_END_DECLS
