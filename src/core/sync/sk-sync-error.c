/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sync-error.h"

G_DEFINE_QUARK (sk-sync-error-quark, sk_sync_error)
