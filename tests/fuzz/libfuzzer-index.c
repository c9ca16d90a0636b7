/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-index.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size);

/* What libFuzzer calls with each input that it thinks of. */
int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size)
{
  g_auto (FuzzIndex) fuzz = {NULL};

  fuzz_index_init (&fuzz);
  fuzz_index_feed (&fuzz, bytes, size);
  return 0;
}
