/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "model/sk-vocabularies.h"
#include "random-session.h"
#include "session/sk-handoff.h"
#include "session/sk-session-error.h"
#include "session/sk-session-pin.h"

#define TOOL "https://w3id.org/sidekick/starter/mediamasters"

static char *
to_link (const char *version,
         gconstpointer data,
         gsize         length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GBytes) deflated = g_converter_convert_bytes (G_CONVERTER (compressor), bytes, NULL);
  gsize size;
  const guint8 *raw = g_bytes_get_data (deflated, &size);
  g_autofree char *text = g_base64_encode (raw, size);

  g_strdelimit (g_strdelimit (text, "+", '-'), "/", '_');
  text[strcspn (text, "=")] = '\0';
  return g_strconcat ("sidekick:session#", version, ".", text, NULL);
}

static char *
link_to_plan (const char *link)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree char *text = g_strdup (link + strlen (SK_HANDOFF_PREFIX));
  g_autofree char *padded = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) plan = NULL;
  gsize size;
  guchar *raw;

  g_strdelimit (g_strdelimit (text, "-", '+'), "_", '/');
  padded = g_strconcat (text, &"==="[3 - (4 - strlen (text) % 4) % 4], NULL);
  raw = g_base64_decode (padded, &size);
  bytes = g_bytes_new_take (raw, size);
  plan = g_converter_convert_bytes (G_CONVERTER (inflater), bytes, NULL);
  g_assert_nonnull (plan);
  return g_strndup (g_bytes_get_data (plan, NULL), g_bytes_get_size (plan));
}

/* What a link may hold of a session. */
static SkSession *
without_secrets (SkSession *session)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      g_auto (SkBlockFields) fields;

      sk_block_copy_fields (sk_session_get_block (session, i), &fields);
      g_clear_pointer (&fields.note, g_free);
      for (guint lane = 0; fields.lanes != NULL && lane < fields.lanes->len; lane++)
        {
          g_auto (SkBlockFields) inner;

          sk_block_copy_fields (g_ptr_array_index (fields.lanes, lane), &inner);
          g_clear_pointer (&inner.note, g_free);
          g_object_unref (g_ptr_array_index (fields.lanes, lane));
          fields.lanes->pdata[lane] = sk_block_new (&inner);
        }
      g_ptr_array_add (blocks, sk_block_new (&fields));
    }

  return sk_session_with_blocks (session, blocks);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (SkSession) session = random_session (rand);
      g_autoptr (SkSession) expected = without_secrets (session);
      g_autofree char *link = sk_handoff_write (session);
      g_autofree char *plan = link_to_plan (link);
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SkSession) read = sk_handoff_read (link, &error);

      g_test_message ("%u: %s", i, plan);
      g_assert_no_error (error);
      g_assert_true (sk_session_equal (read, expected));
      g_assert_cmpint (sk_session_get_modified (read), ==, sk_session_get_modified (session));
      g_assert_cmpint (sk_session_compare (read, expected), ==, SK_SESSION_SAME);
      again = sk_handoff_write (read);
      g_assert_cmpstr (again, ==, link);
    }
}

static SkSession *
make_session (SkResource *tool,
              const char *note)
{
  g_auto (SkSessionFields) fields;
  g_auto (SkBlockFields) block;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Brussels");

  sk_session_fields_init (&fields);
  fields.id = g_strdup ("3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01");
  fields.title = g_strdup ("Safer Internet Day met 5B");
  fields.start = g_date_time_new (zone, 2027, 2, 9, 10, 25, 0);
  fields.languages = g_strsplit ("nl", ",", -1);
  fields.archived = note != NULL;
  fields.blocks = g_ptr_array_new_with_free_func (g_object_unref);

  sk_block_fields_init (&block);
  block.id = g_strdup ("b1");
  block.kind = SK_BLOCK_TOOL;
  block.title = g_strdup ("MediaMasters");
  block.minutes = 20;
  block.note = g_strdup (note);
  block.resource_id = g_strdup (TOOL);
  if (tool != NULL)
    block.resource = g_object_ref (tool);
  g_ptr_array_add (fields.blocks, sk_block_new (&block));

  return sk_session_new (&fields);
}

static SkResource *
make_tool (void)
{
  g_auto (SkResourceFields) fields = {0};

  fields.id = g_strdup (TOOL);
  fields.name = sk_lang_string_new ();
  sk_lang_string_add (fields.name, "nl", "MediaMasters");
  fields.attachments = g_ptr_array_new_with_free_func (g_object_unref);
  return sk_resource_new (&fields);
}

static void
test_leaves_out_notes_and_records (void)
{
  g_autoptr (SkResource) tool = make_tool ();
  g_autoptr (SkSession) session = make_session (tool, "Noah zit alleen");
  g_autofree char *link = sk_handoff_write (session);
  g_autofree char *plan = link_to_plan (link);

  g_assert_true (g_str_has_prefix (link, "sidekick:session#1."));
  g_assert_null (strpbrk (link + strlen (SK_HANDOFF_PREFIX), "+/="));
  g_assert_null (strstr (plan, "Noah"));
  g_assert_null (strstr (plan, "LearningResource"));
  g_assert_nonnull (strstr (plan, "\":starter/mediamasters\""));
}

static void
test_back_home (void)
{
  g_autoptr (SkResource) tool = make_tool ();
  g_autoptr (SkSession) ours = make_session (tool, "Noah zit alleen");
  g_autofree char *link = sk_handoff_write (ours);
  g_autoptr (SkSession) read = sk_handoff_read (link, NULL);
  g_autoptr (SkSession) whole = sk_session_complete (read, ours);

  g_assert_false (sk_session_equal (read, ours));
  g_assert_true (sk_session_equal (whole, ours));
  g_assert_cmpint (sk_session_compare (whole, ours), ==, SK_SESSION_SAME);
}

static void
test_pinned_from_the_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);
  g_autoptr (GPtrArray) tools = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkIndex) index = NULL;
  g_autoptr (SkSession) session = make_session (NULL, NULL);
  g_autoptr (SkSession) pinned = NULL;
  SkBlock *block;

  g_assert_no_error (error);
  g_ptr_array_add (tools, make_tool ());
  index = sk_index_new (tools, vocabularies);
  pinned = sk_session_pin (session, index);
  block = sk_session_get_block (pinned, 0);

  g_assert_null (sk_block_get_resource (sk_session_get_block (session, 0)));
  g_assert_nonnull (sk_block_get_resource (block));
  g_assert_nonnull (strstr (sk_block_get_snapshot (block), "LearningResource"));
  g_assert_cmpstr (sk_block_get_id (block), ==, "b1");
  g_assert_cmpuint (sk_block_get_minutes (block), ==, 20);
}

static void
assert_refused (const char     *link,
                SkSessionError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkSession) session = sk_handoff_read (link, &error);

  g_test_message ("%.80s", link);
  g_assert_null (session);
  g_assert_error (error, SK_SESSION_ERROR, (int) code);
}

static void
test_no_link (void)
{
  assert_refused ("", SK_SESSION_ERROR_FORMAT);
  assert_refused ("https://example.org/", SK_SESSION_ERROR_FORMAT);
  assert_refused ("sidekick:session", SK_SESSION_ERROR_FORMAT);
  assert_refused ("sidekick:session#", SK_SESSION_ERROR_FORMAT);
  assert_refused ("sidekick:session#1", SK_SESSION_ERROR_FORMAT);
  assert_refused ("sidekick:session#1.", SK_SESSION_ERROR_FORMAT);
  assert_refused ("sidekick:session#01.AAAA", SK_SESSION_ERROR_FORMAT);
  assert_refused ("sidekick:session#1.AAAA", SK_SESSION_ERROR_FORMAT);
  assert_refused ("sidekick:session#1.%%%%", SK_SESSION_ERROR_FORMAT);
  assert_refused ("sidekick:session#1.A", SK_SESSION_ERROR_FORMAT);
}

static void
test_newer (void)
{
  assert_refused ("sidekick:session#2.anything at all", SK_SESSION_ERROR_NEWER);
  assert_refused ("sidekick:session#10.AAAA", SK_SESSION_ERROR_NEWER);
}

static void
assert_plan_refused (const char *plan)
{
  g_autofree char *link = to_link ("1", plan, strlen (plan));

  g_test_message ("%.80s", plan);
  assert_refused (link, SK_SESSION_ERROR_FORMAT);
}

static void
test_hostile_plans (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *blocks = NULL;
  GString *many = g_string_new ("{\"s\":\"2027-02-09T10:25\",\"b\":[{}");

  assert_plan_refused ("null");
  assert_plan_refused ("[]");
  assert_plan_refused ("{}");
  assert_plan_refused ("{\"s\":\"tomorrow\"}");
  assert_plan_refused ("{\"s\":\"2027-02-31T10:25\"}");
  assert_plan_refused (deep);

  for (guint i = 0; i < 100000; i++)
    g_string_append (many, ",{}");
  g_string_append (many, "]}");
  blocks = g_string_free_and_steal (many);
  assert_plan_refused (blocks);
}

static void
test_odd_plans_are_mended (void)
{
  const char *plan = "{\"s\":\"2027-02-09T10:25\",\"z\":\"Mars/Olympus\",\"e\":7,\"l\":{},\"a\":[1],"
                     "\"new\":1,\"b\":[7,{\"k\":\"groups\",\"l\":[{\"k\":\"groups\"}]},{\"r\":7},"
                     "{\"i\":\"x\",\"m\":9999999},{\"i\":\"x\",\"c\":\"99:99\",\"m\":-4}]}";
  g_autofree char *link = to_link ("1", plan, strlen (plan));
  g_autoptr (GError) error = NULL;
  g_autoptr (SkSession) session = sk_handoff_read (link, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sk_session_get_n_blocks (session), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      SkBlock *block = sk_session_get_block (session, i);

      g_assert_cmpuint (sk_block_get_minutes (block), >=, 1);
      g_assert_cmpuint (sk_block_get_minutes (block), <=, SK_BLOCK_MAX_MINUTES);
      g_assert_cmpint (sk_block_get_lock (block), ==, SK_BLOCK_UNLOCKED);
    }
}

static void
test_bombs (void)
{
  const gsize size = 512 * 1024 * 1024;
  g_autofree char *blanks = g_strnfill (size, ' ');
  g_autofree char *link = to_link ("1", blanks, size);
  g_autofree char *endless = g_strnfill (2 * 1024 * 1024, 'A');
  g_autofree char *long_link = g_strconcat (SK_HANDOFF_PREFIX, endless, NULL);

  g_assert_cmpuint (strlen (link), <, 1024 * 1024);
  assert_refused (link, SK_SESSION_ERROR_TOO_LARGE);
  assert_refused (long_link, SK_SESSION_ERROR_TOO_LARGE);
}

static void
test_damage (void)
{
  g_autoptr (SkSession) session = make_session (NULL, NULL);
  g_autofree char *link = sk_handoff_write (session);
  g_autofree char *padded = g_strconcat ("  ", link, "\n", NULL);
  g_autoptr (SkSession) read = sk_handoff_read (padded, NULL);

  g_assert_true (sk_session_equal (read, session));

  for (gsize cut = 0; cut < strlen (link); cut++)
    {
      g_autofree char *part = g_strndup (link, cut);

      g_assert_null (sk_handoff_read (part, NULL));
    }

  for (gsize at = strlen (SK_HANDOFF_PREFIX); at < strlen (link); at++)
    {
      g_autofree char *flipped = g_strdup (link);
      g_autoptr (SkSession) other = NULL;

      flipped[at] = flipped[at] == 'A' ? 'B' : 'A';
      other = sk_handoff_read (flipped, NULL);
      g_assert_true (other == NULL || SK_IS_SESSION (other));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handoff/round-trip", test_round_trip);
  g_test_add_func ("/handoff/leaves-out-notes-and-records", test_leaves_out_notes_and_records);
  g_test_add_func ("/handoff/back-home", test_back_home);
  g_test_add_func ("/handoff/pinned-from-the-catalogue", test_pinned_from_the_catalogue);
  g_test_add_func ("/handoff/no-link", test_no_link);
  g_test_add_func ("/handoff/newer", test_newer);
  g_test_add_func ("/handoff/hostile-plans", test_hostile_plans);
  g_test_add_func ("/handoff/odd-plans-are-mended", test_odd_plans_are_mended);
  g_test_add_func ("/handoff/bombs", test_bombs);
  g_test_add_func ("/handoff/damage", test_damage);

  return g_test_run ();
}
