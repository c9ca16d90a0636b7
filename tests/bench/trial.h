/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "contender.h"

G_BEGIN_DECLS

#define TRIAL_N_QUERIES 1000

/* One contender on one corpus, and what it took. */
typedef struct
{
  const Contender *contender;
  const char *folder;
  guint stride;               /* of so many queries it is asked one: 1, or prime to 100 */

  double make_seconds;
  double make_mebibytes;      /* of memory, at most */
  double file_mebibytes;
  double open_ms;
  double mebibytes;           /* of memory, once all was asked */
  guint n_rounds;
  guint n_asked;
  double times[TRIAL_N_QUERIES];  /* of the queries asked, in milliseconds, in their order */
} Trial;

gboolean trial_init  (int                      argc,
                      char                   **argv,
                      const Contender * const *contenders);
void     trial_make  (Trial                   *self);
void     trial_ask   (Trial                   *self);
FILE    *trial_open  (const Trial             *self);
gboolean trial_next  (FILE                    *answers,
                      double                  *time,
                      Answer                  *answer);

G_END_DECLS
