/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sidekick-config.h"

/* The same function once more for processors with wider words, chosen when the program starts:
 * before ThreadSanitizer does, which cannot bear that. */
#if defined (SK_HAVE_TARGET_CLONES) && !defined (__SANITIZE_THREAD__)
#define SK_WIDE __attribute__ ((target_clones ("arch=x86-64-v3", "default")))
#else
#define SK_WIDE
#endif
