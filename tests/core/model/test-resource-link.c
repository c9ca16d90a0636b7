/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-resource-link.h"

static void
test_there_and_back (void)
{
  static const char * const ids[] = {
    "https://w3id.org/sidekick/starter/15-und-medienfit",
    "https://example.org/tool?a=1&b=2#top",
    "urn:uuid:6f1a",
    "https://example.org/é + %20",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *link = sk_resource_link_new (ids[i]);
      g_autofree char *id = sk_resource_link_dup_id (link);

      g_assert_true (sk_resource_link_is (link));
      g_assert_true (g_str_is_ascii (link));
      g_assert_cmpstr (id, ==, ids[i]);
    }
}

static void
assert_id (const char *uri,
           const char *expected)
{
  g_autofree char *id = sk_resource_link_dup_id (uri);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_as_others_write_it (void)
{
  assert_id ("SIDEKICK:resource?id=urn:a", "urn:a");
  assert_id ("sidekick:resource?from=mail&id=urn%3Aa#here", "urn:a");
  assert_id ("sidekick:resource?id=https://example.org/a", "https://example.org/a");
}

static void
test_no_tool (void)
{
  static const char * const links[] = {
    "sidekick:resource",
    "sidekick:resource?",
    "sidekick:resource?id=",
    "sidekick:resource?id=%zz",
    "sidekick:resource?name=a",
    "sidekick:session#1.abc",
    "sidekick:resources?id=urn:a",
    "https://example.org/?id=urn:a",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    assert_id (links[i], NULL);

  g_assert_true (sk_resource_link_is (links[0]));
  g_assert_false (sk_resource_link_is (links[5]));
  g_assert_false (sk_resource_link_is (links[6]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/resource-link/leads-there-and-back", test_there_and_back);
  g_test_add_func ("/model/resource-link/is-read-as-others-write-it", test_as_others_write_it);
  g_test_add_func ("/model/resource-link/may-lead-nowhere", test_no_tool);

  return g_test_run ();
}
