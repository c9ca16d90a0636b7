/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"

G_BEGIN_DECLS

/* What stands before the minutes of a length in a log: "-30" is up to 30 minutes. */
#define SK_CTL_LOG_UP_TO '-'

SkQuery *sk_ctl_log_read_query (const char      *line,
                                SkVocabularies  *vocabularies,
                                SkResults       *all,
                                GError         **error);

G_END_DECLS
