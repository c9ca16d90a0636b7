/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-qr.h"
#include "session/sk-session.h"

G_BEGIN_DECLS

SkQr *sk_sheet_code_new (SkSession *session,
                         double    *size);

G_END_DECLS
