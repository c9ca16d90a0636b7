/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-ctl.h"

G_BEGIN_DECLS

/* A bar on the terminal that follows the sync of a catalogue. */
typedef struct _SkCtlProgress SkCtlProgress;

SkCtlProgress *sk_ctl_progress_new  (SkCtl         *ctl);
void           sk_ctl_progress_free (SkCtlProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkCtlProgress, sk_ctl_progress_free)

G_END_DECLS
