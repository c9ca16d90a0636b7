/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-ctl.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

SkUserData *sk_ctl_load_user (SkCtl   *ctl,
                              GError **error);

G_END_DECLS
