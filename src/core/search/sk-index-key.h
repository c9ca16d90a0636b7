/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How long that is by which an index is known to be of certain records. */
#define SK_INDEX_KEY_BYTES 32
