/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-catalogue.h"
#include "sk-syncer.h"

G_BEGIN_DECLS

void sk_catalogue_set_limits (SkCatalogue          *self,
                              const SkFetchLimits  *fetch_limits,
                              const SkFeedLimits   *feed_limits);

G_END_DECLS
