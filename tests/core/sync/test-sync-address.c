/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/sk-address.h"
#include "sync/sk-sync-error.h"

static void
assert_normal (const char *address,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = sk_address_normalise (address, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (url, ==, expected);
}

static void
test_normalise (void)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *uri = g_filename_to_uri (here, NULL, NULL);
  g_autofree char *expected = g_strconcat (uri, "/feed.json", NULL);

  assert_normal ("https://example.org/feed.json", "https://example.org/feed.json");
  assert_normal ("http://example.org:8080/feed.json?a=b#top",
                 "http://example.org:8080/feed.json?a=b");
  assert_normal ("https://example.org", "https://example.org/");
  assert_normal ("/srv/een lijst.json", "file:///srv/een%20lijst.json");
  assert_normal ("file:///srv/feed.json", "file:///srv/feed.json");
  assert_normal ("feed.json", expected);
}

static void
test_refused (void)
{
  static const char * const addresses[] = {
    "",         "javascript:alert(1)", "data:application/json,[]", "ftp://example.org/feed.json",
    "https://", "https:///feed.json",  "mailto:a@example.org",     "file://",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", addresses[i]);
      g_assert_null (sk_address_normalise (addresses[i], &error));
      g_assert_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_ADDRESS);
    }
}

static void
test_resolve (void)
{
  static const char * const cases[][2] = {
    {"pages/1.json", "https://example.org/feed/pages/1.json"},
    {"/1.json", "https://example.org/1.json"},
    {"//other.example/1.json", "https://other.example/1.json"},
    {"../1.json#x", "https://example.org/1.json"},
    {"file:///etc/hosts", "file:///etc/hosts"},
    {"javascript:alert(1)", NULL},
    {"data:,x", NULL},
    {"http://[", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url =
        sk_address_resolve ("https://example.org/feed/index.json", cases[i][0]);

      g_assert_cmpstr (url, ==, cases[i][1]);
    }
}

static void
test_may_lead (void)
{
  g_assert_true (sk_address_may_lead ("http://a.example/", "http://b.example/"));
  g_assert_true (sk_address_may_lead ("http://a.example/", "https://a.example/"));
  g_assert_true (sk_address_may_lead ("https://a.example/", "https://b.example/"));
  g_assert_true (sk_address_may_lead ("file:///srv/a.json", "file:///srv/b.json"));
  g_assert_false (sk_address_may_lead ("https://a.example/", "http://a.example/"));
  g_assert_false (sk_address_may_lead ("https://a.example/", "file:///etc/hosts"));
  g_assert_false (sk_address_may_lead ("http://a.example/", "javascript:alert(1)"));
  g_assert_false (sk_address_may_lead ("file:///srv/a.json", "https://a.example/"));
}

static void
test_same_origin (void)
{
  g_assert_true (sk_address_is_same_origin ("https://a.example/x", "https://A.example:443/y"));
  g_assert_true (sk_address_is_same_origin ("http://a.example/x", "https://a.example/x"));
  g_assert_true (sk_address_is_same_origin ("file:///a", "file:///b"));
  g_assert_false (sk_address_is_same_origin ("https://a.example/", "https://b.example/"));
  g_assert_false (sk_address_is_same_origin ("https://a.example/", "https://a.example:8443/"));
  g_assert_false (sk_address_is_same_origin ("file:///a", "https://a.example/"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/address/a-path-or-an-address-becomes-a-uri", test_normalise);
  g_test_add_func ("/sync/address/what-is-no-address-of-a-feed-is-refused", test_refused);
  g_test_add_func ("/sync/address/references-are-resolved", test_resolve);
  g_test_add_func ("/sync/address/leads-to-https-or-stays-as-it-is", test_may_lead);
  g_test_add_func ("/sync/address/one-server-is-a-host-and-a-port", test_same_origin);

  return g_test_run ();
}
