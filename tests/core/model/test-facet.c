/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-facet.h"

static void
test_names (void)
{
  static const char * const names[SK_N_FACETS] = {
    "age",     "theme",  "format",    "language", "audience",
    "setting", "length", "publisher", "licence",  "free",
  };

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      SkFacet facet;

      g_assert_cmpstr (sk_facet_get_name ((SkFacet) i), ==, names[i]);
      g_assert_true (sk_facet_from_name (names[i], &facet));
      g_assert_cmpuint (facet, ==, i);
    }
}

static void
test_unknown (void)
{
  SkFacet facet;

  g_assert_false (sk_facet_from_name ("", &facet));
  g_assert_false (sk_facet_from_name ("Age", &facet));
  g_assert_false (sk_facet_from_name ("ages", &facet));
}

static void
test_lengths (void)
{
  for (guint i = 1; i < SK_N_LENGTH_LIMITS; i++)
    g_assert_cmpuint (sk_length_limits[i], >, sk_length_limits[i - 1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/facet/each-has-its-name-in-its-place", test_names);
  g_test_add_func ("/model/facet/another-name-is-none", test_unknown);
  g_test_add_func ("/model/facet/lengths-grow", test_lengths);

  return g_test_run ();
}
