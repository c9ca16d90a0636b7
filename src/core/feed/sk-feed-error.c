/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-error.h"

/**
 * sk_feed_error_quark:
 *
 * Returns: the domain of what goes wrong with a feed
 */
G_DEFINE_QUARK (sk-feed-error-quark, sk_feed_error)
