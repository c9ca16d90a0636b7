/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SK_AGE_MIN 0
#define SK_AGE_MAX 99

/* Whole years, both ends included; an open end is SK_AGE_MIN or SK_AGE_MAX. */
typedef struct
{
  guint8 min;
  guint8 max;
} SkAgeRange;

/* The bands by which ages are counted, the last one for adults. */
extern const SkAgeRange sk_age_bands[];
#define SK_N_AGE_BANDS 6

gboolean sk_age_range_parse     (const char *text,
                                 SkAgeRange *range);
gboolean sk_age_range_overlaps  (SkAgeRange a,
                                 SkAgeRange b);
SkAgeRange sk_age_range_union   (SkAgeRange a,
                                 SkAgeRange b);
char    *sk_age_range_to_string (SkAgeRange range);

G_END_DECLS
