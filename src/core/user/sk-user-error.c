/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-user-error.h"

/**
 * sk_user_error_quark:
 *
 * Returns: the domain of errors of what a person keeps about tools
 */
/* clang-format off */
G_DEFINE_QUARK (sk-user-error-quark, sk_user_error)
/* clang-format on */
