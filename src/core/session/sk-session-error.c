/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-error.h"

/**
 * sk_session_error_quark:
 *
 * Returns: the domain of errors of sessions and their files
 */
/* clang-format off */
G_DEFINE_QUARK (sk-session-error-quark, sk_session_error)
/* clang-format on */
