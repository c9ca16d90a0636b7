/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-session.h"

#include <string.h>

#include "session/sk-session-error.h"
#include "session/sk-session-format.h"

#define N_RANDOM 400
#define N_FLIPS 6000
#define HEAD "\"format\":\"sidekick-session\",\"version\":1"

typedef struct
{
  SkVocabularies *vocabularies;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->vocabularies = sk_vocabularies_new (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->vocabularies);
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static SkSession *
read_bytes (Fixture *fixture,
            GBytes  *bytes)
{
  g_autoptr (GError) error = NULL;
  gboolean newer = TRUE;
  SkSession *session = sk_session_format_read (bytes, fixture->vocabularies, &newer, &error);

  g_assert_no_error (error);
  g_assert_nonnull (session);
  g_assert_false (newer);
  return session;
}

static SkSession *
read_text (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GBytes) bytes = bytes_of (text);

  return read_bytes (fixture, bytes);
}

static char *
write_text (SkSession *session)
{
  g_autoptr (GBytes) bytes = sk_session_format_write (session);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

/* Reads a session of one line and writes it: without the blanks that are for people. */
static char *
rewrite (Fixture    *fixture,
         const char *text)
{
  g_autoptr (SkSession) session = read_text (fixture, text);
  g_autofree char *written = write_text (session);
  g_autoptr (JsonNode) node = json_from_string (written, NULL);

  g_assert_nonnull (node);
  return json_to_string (node, FALSE);
}

static void
assert_refused (Fixture    *fixture,
                GBytes     *bytes,
                int         code,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkSession) session =
    sk_session_format_read (bytes, fixture->vocabularies, NULL, &error);

  g_assert_null (session);
  g_assert_error (error, SK_SESSION_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
}

static void
assert_same_lines (const char *a,
                   const char *b)
{
  g_auto (GStrv) lines_a = g_strsplit (a, "\n", -1);
  g_auto (GStrv) lines_b = g_strsplit (b, "\n", -1);

  for (guint i = 0; lines_a[i] != NULL && lines_b[i] != NULL; i++)
    g_assert_cmpstr (lines_a[i], ==, lines_b[i]);
  g_assert_cmpuint (g_strv_length (lines_a), ==, g_strv_length (lines_b));
}

/* The files that people will have, as they are to stay. */
static void
test_written_as_it_was_read (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "shared", "sessions", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *written = NULL;
      g_autoptr (SkSession) session = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      session = read_text (fixture, text);
      written = write_text (session);
      assert_same_lines (written, text);
      n_files++;
    }

  g_assert_cmpuint (n_files, ==, 8);
}

static guint
draw (GRand *chance,
      guint  end)
{
  return (guint) g_rand_int_range (chance, 0, (gint32) end);
}

static JsonObject *
make_more (GRand *chance)
{
  static const char * const values[] = {"null",    "true",  "[]",
                                        "{}",      "0",     "9007199254740993",
                                        "0.1",     "1e300", "1e999",
                                        "-2.5e-8", "-1.0",  "{\"b\":[1,{\"a\":[[]]}],\"a\":\"\"}"};
  JsonObject *more = json_object_new ();

  for (guint i = draw (chance, 4); i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("later%u", g_rand_int (chance));

      json_object_set_member (more, name,
                              json_from_string (values[draw (chance, G_N_ELEMENTS (values))],
                                                NULL));
    }

  return more;
}

/* What only a file holds of a block. */
static SkBlock *
add_to_block (SkBlock *block,
              GRand   *chance)
{
  g_auto (SkBlockFields) fields;

  sk_block_copy_fields (block, &fields);
  fields.more = make_more (chance);
  fields.reasons = g_strsplit ("unknown: ages|\x01\x7f|&amp;", "|", (int) draw (chance, 4));
  if (fields.kind == SK_BLOCK_TOOL)
    {
      fields.withdrawn = g_rand_boolean (chance);
      fields.kept = g_rand_boolean (chance) ? g_strdup ("5f0c1a2b") : NULL;
      fields.snapshot =
        g_strdup_printf ("{\"id\":\"%s\",\"name\":\"A\",\"later\":[0.5,{}]}", fields.resource_id);
    }
  for (guint i = 0; fields.lanes != NULL && i < fields.lanes->len; i++)
    {
      g_autoptr (SkBlock) lane = g_ptr_array_index (fields.lanes, i);

      g_ptr_array_index (fields.lanes, i) = add_to_block (lane, chance);
    }

  return sk_block_new (&fields);
}

static SkSession *
make_session (GRand *chance)
{
  g_autoptr (SkSession) session = random_session (chance);
  g_auto (SkSessionFields) fields;

  sk_session_copy_fields (session, &fields);
  fields.more = make_more (chance);
  fields.archived = g_rand_boolean (chance);
  for (guint i = 0; i < fields.blocks->len; i++)
    {
      g_autoptr (SkBlock) block = g_ptr_array_index (fields.blocks, i);

      g_ptr_array_index (fields.blocks, i) = add_to_block (block, chance);
    }

  return sk_session_new (&fields);
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (SkSession) session = make_session (chance);
      g_autoptr (GBytes) bytes = sk_session_format_write (session);
      g_autoptr (SkSession) back = read_bytes (fixture, bytes);
      g_autoptr (GBytes) again = sk_session_format_write (back);

      g_assert_true (sk_session_equal (session, back));
      g_assert_cmpint (sk_session_compare (session, back), ==, SK_SESSION_SAME);
      g_assert_cmpint (sk_session_get_modified (session), ==, sk_session_get_modified (back));
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_for_people (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (SkSession) session =
    read_text (fixture, "{" HEAD ",\"id\":\"3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01\","
                        "\"title\":\"5B\",\"start\":\"2027-02-09T10:25\","
                        "\"timezone\":\"Europe/Brussels\",\"inLanguage\":\"nl\",\"blocks\":["
                        "{\"id\":\"a\",\"kind\":\"break\",\"minutes\":3}]}");
  g_autofree char *text = write_text (session);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"format\": \"sidekick-session\",\n"
                   "  \"version\": 1,\n"
                   "  \"id\": \"3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01\",\n"
                   "  \"title\": \"5B\",\n"
                   "  \"start\": \"2027-02-09T10:25\",\n"
                   "  \"timezone\": \"Europe/Brussels\",\n"
                   "  \"inLanguage\": [\n"
                   "    \"nl\"\n"
                   "  ],\n"
                   "  \"blocks\": [\n"
                   "    {\n"
                   "      \"id\": \"a\",\n"
                   "      \"kind\": \"break\",\n"
                   "      \"minutes\": 3\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");
}

#define WHOLE                                                                                      \
  "{" HEAD ",\"id\":\"3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01\",\"start\":\"2027-02-09T10:25\","      \
  "\"timezone\":\"Europe/Brussels\",\"inLanguage\":[\"nl\"],"                                      \
  "\"group\":{\"name\":\"5B\",\"zeta\":1,\"alpha\":[true,null]},"                                  \
  "\"blocks\":["                                                                                   \
  "{\"id\":\"b1\",\"kind\":\"tool\",\"title\":\"T\",\"minutes\":5,\"activity\":\"do\","            \
  "\"resource\":\"https://example.org/1\","                                                        \
  "\"record\":{\"zeta\":{\"b\":1,\"a\":0.1},\"id\":\"https://example.org/1\",\"name\":\"T "        \
  "&amp;\"},"                                                                                      \
  "\"later\":{\"y\":1,\"x\":2}},"                                                                  \
  "{\"id\":\"b2\",\"kind\":\"groups\",\"minutes\":9,\"lanes\":["                                   \
  "{\"id\":\"b3\",\"kind\":\"break\",\"zeta\":\"\",\"alpha\":-1.5e-7},"                            \
  "{\"id\":\"b4\",\"kind\":\"break\"}],\"colour\":\"red\"}],"                                      \
  "\"zeta\":9007199254740993,\"alpha\":[[],{}]}"

static void
test_unknown_fields (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (SkSession) session = read_text (fixture, WHOLE);
  g_autofree char *written = write_text (session);
  g_autoptr (JsonNode) before = json_from_string (WHOLE, NULL);
  g_autoptr (JsonNode) after = json_from_string (written, NULL);
  g_autofree char *text_before = json_to_string (before, FALSE);
  g_autofree char *text_after = json_to_string (after, FALSE);
  SkBlock *tool = sk_session_get_block (session, 0);

  g_assert_cmpstr (text_after, ==, text_before);
  g_assert_cmpstr (sk_block_get_snapshot (tool), ==,
                   "{\"zeta\":{\"b\":1,\"a\":0.1},\"id\":\"https://example.org/1\","
                   "\"name\":\"T &amp;\"}");
  g_assert_cmpstr (sk_resource_pick_name (sk_block_get_resource (tool), NULL, NULL), ==, "T &amp;");
}

/* What someone wrote by hand, or another program in its own way. */
static void
test_lenient (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *given;
    const char *written;
  } rows[] = {
    {"\"title\":7", "\"title\":7"},
    {"\"room\":[\"screen\",3]", "\"room\":[\"screen\",3]"},
    {"\"group\":\"5B\"", "\"group\":\"5B\""},
    {"\"group\":{\"typicalAgeRange\":\"old\"}", "\"group\":{\"typicalAgeRange\":\"old\"}"},
    {"\"group\":{\"size\":-1,\"name\":\"5B\"}", "\"group\":{\"name\":\"5B\",\"size\":-1}"},
    {"\"archived\":\"yes\"", "\"archived\":\"yes\""},
    {"\"modified\":\"yesterday\"", "\"modified\":\"yesterday\""},
    {"\"blocks\":[{\"id\":\"a\",\"kind\":\"do\",\"minutes\":1,\"activity\":\"sing\"}]",
     "\"activity\":\"do\""},
    {"\"blocks\":[{\"id\":\"a\",\"kind\":\"do\",\"minutes\":5.0}]", "\"minutes\":5"},
    {"\"blocks\":[{\"id\":\"a\",\"kind\":\"do\",\"minutes\":1,\"lock\":\"9:05\"}]",
     "\"lock\":\"09:05\""},
    {"\"timezone\":\"Mars/Olympus\"", "\"timezone\":\"Mars/Olympus\""},
    {"\"start\":\"2027-02-09T09:25:30Z\",\"timezone\":\"Europe/Brussels\"",
     "\"start\":\"2027-02-09T10:25\",\"timezone\":\"Europe/Brussels\""},
    {"\"id\":\"3F6D1C0A-52B7-4E0E-9C64-0D1B7A8E5B01\"",
     "\"id\":\"3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01\""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{" HEAD ",%s}", rows[i].given);
      g_autofree char *written = rewrite (fixture, text);

      if (strstr (written, rows[i].written) == NULL)
        g_error ("“%s” became “%s”", rows[i].given, written);
    }
}

static void
test_byte_order_mark (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (SkSession) session =
    read_text (fixture, "\xEF\xBB\xBF{" HEAD ",\"title\":\"5B\",\"blocks\":[]}");

  g_assert_cmpstr (sk_session_get_title (session), ==, "5B");
}

/* What would make another session of it if it were passed over. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    {"", "not JSON"},
    {"{", "line 1"},
    {"{\n\"format\":\n\"sidekick-session\",]", "line 3"},
    {"[]", "something other"},
    {"7", "something other"},
    {"{}", "something other"},
    {"{\"format\":\"other\"}", "something other"},
    {"{" HEAD "} {}", "not JSON"},
    {"{" HEAD ",\"title\":\"\\ud800\"}", "not JSON"},
    {"{\"format\":\"sidekick-session\",\"version\":0}", "version"},
    {"{\"format\":\"sidekick-session\",\"version\":\"1\"}", "version"},
    {"{\"format\":\"sidekick-session\",\"version\":1.5}", "version"},
    {"{" HEAD ",\"start\":\"tomorrow\"}", "“start”"},
    {"{" HEAD ",\"start\":17}", "“start”"},
    {"{" HEAD ",\"start\":\"9999-12-31T10:00\"}", "“start”"},
    {"{" HEAD ",\"start\":\"2027-02-09T10:25\",\"end\":\"2027-02-09T10:25\"}", "“end”"},
    {"{" HEAD ",\"blocks\":{}}", "“blocks”"},
    {"{" HEAD ",\"blocks\":[7]}", "Block 1: It is not an object"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"break\",\"minutes\":1},{}]}",
     "Block 2: Its “kind” is missing"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"nap\"}]}", "Block 1: “nap” is not a kind of block"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"do\",\"minutes\":0}]}", "from 1 to 1440"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"do\",\"minutes\":2.5}]}", "“minutes”"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"do\",\"minutes\":\"5\"}]}", "“minutes”"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"do\",\"lock\":\"24:00\"}]}", "“lock”"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"do\",\"lock\":\"10:5x\"}]}", "“lock”"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"do\",\"lock\":650}]}", "“lock”"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"tool\"}]}", "“resource”"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"groups\"}]}", "0 “lanes”"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"groups\",\"lanes\":[{},{},{},{},{}]}]}", "5 “lanes”"},
    {"{" HEAD
     ",\"blocks\":[{\"kind\":\"groups\",\"lanes\":[{\"kind\":\"do\"},{\"kind\":\"no\"}]}]}",
     "Block 1, group 2: “no”"},
    {"{" HEAD ",\"blocks\":[{\"kind\":\"groups\",\"lanes\":[{\"kind\":\"do\"},"
     "{\"kind\":\"groups\",\"lanes\":[]}]}]}",
     "groups within groups"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (rows[i].text);

      assert_refused (fixture, bytes, SK_SESSION_ERROR_FORMAT, rows[i].words);
    }
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes =
    bytes_of ("{\"format\":\"sidekick-session\",\"version\":2,\"title\":\"5B\",\"start\":[2027],"
              "\"blocks\":[{\"kind\":\"nap\",\"minutes\":\"PT5M\",\"title\":\"Nap\"},"
              "{\"kind\":\"groups\",\"lanes\":[{\"kind\":\"groups\"},{},{},{},{},{}]},[]]}");
  g_autoptr (GError) error = NULL;
  gboolean newer = FALSE;
  g_autoptr (SkSession) session =
    sk_session_format_read (bytes, fixture->vocabularies, &newer, &error);

  g_assert_no_error (error);
  g_assert_true (newer);
  g_assert_cmpstr (sk_session_get_title (session), ==, "5B");
  g_assert_cmpuint (sk_session_get_n_blocks (session), ==, 2);
  g_assert_cmpstr (sk_block_get_title (sk_session_get_block (session, 0)), ==, "Nap");
}

static void
test_ids (Fixture       *fixture,
          gconstpointer  data)
{
  static const char text[] =
    "{" HEAD
    ",\"id\":7,\"blocks\":[{\"id\":\"b2\",\"kind\":\"do\"},{\"id\":\"b2\",\"kind\":\"do\"},"
    "{\"kind\":\"groups\",\"lanes\":[{\"id\":\"b1\",\"kind\":\"do\"},{\"id\":\"\",\"kind\":\"do\"}]"
    "},"
    "{\"id\":\"b3\",\"kind\":\"do\"},{\"id\":{},\"kind\":\"do\"}]}";
  g_autoptr (SkSession) first = read_text (fixture, text);
  g_autoptr (SkSession) second = read_text (fixture, text);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true (g_uuid_string_is_valid (sk_session_get_id (first)));
  g_assert_true (sk_session_equal (first, second));
  for (guint i = 0; i < sk_session_get_n_blocks (first); i++)
    g_assert_true (
      g_hash_table_add (ids, (gpointer) sk_block_get_id (sk_session_get_block (first, i))));
  g_assert_cmpstr (sk_block_get_id (sk_session_get_block (first, 0)), ==, "b2");
  g_assert_cmpstr (sk_block_get_id (sk_session_get_block (first, 3)), ==, "b3");
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *blanks = g_strnfill (SK_SESSION_MAX_BYTES, ' ');
  g_autoptr (GString) blocks = g_string_new ("{" HEAD ",\"blocks\":[{}");
  g_autoptr (GBytes) deep = NULL;
  g_autoptr (GBytes) large = NULL;
  g_autoptr (GBytes) many = NULL;
  g_autoptr (GBytes) nul = g_bytes_new_static ("{" HEAD ",\"title\":\"a\0b\"}", 53);
  g_autoptr (GBytes) latin = bytes_of ("{" HEAD ",\"title\":\"caf\xe9\"}");
  g_autofree char *text = g_strconcat ("{" HEAD ",\"a\":", brackets, NULL);
  g_autofree char *padded = g_strconcat ("{" HEAD "}", blanks, NULL);

  for (guint i = 0; i < SK_SESSION_MAX_BLOCKS; i++)
    g_string_append (blocks, ",{}");
  g_string_append (blocks, "]}");
  deep = bytes_of (text);
  large = bytes_of (padded);
  many = bytes_of (blocks->str);

  assert_refused (fixture, deep, SK_SESSION_ERROR_FORMAT, "nested too deeply");
  assert_refused (fixture, large, SK_SESSION_ERROR_TOO_LARGE, "16 MiB");
  assert_refused (fixture, many, SK_SESSION_ERROR_TOO_LARGE, "10001 blocks");
  assert_refused (fixture, nul, SK_SESSION_ERROR_FORMAT, "UTF-8");
  assert_refused (fixture, latin, SK_SESSION_ERROR_FORMAT, "UTF-8");
}

/* Whatever comes of it: a session that can be written, or an error that says why. */
static void
assert_survives (Fixture *fixture,
                 GBytes  *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkSession) session =
    sk_session_format_read (bytes, fixture->vocabularies, NULL, &error);
  g_autoptr (GBytes) written = NULL;

  if (session == NULL)
    {
      g_assert_true (error->domain == SK_SESSION_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), >, 10);
      return;
    }

  g_assert_no_error (error);
  written = sk_session_format_write (session);
  g_clear_object (&session);
  session = sk_session_format_read (written, fixture->vocabularies, NULL, &error);
  g_assert_no_error (error);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  for (gsize length = 0; length < strlen (WHOLE); length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (WHOLE, length);

      assert_refused (fixture, bytes, SK_SESSION_ERROR_FORMAT, "cut off");
    }
}

static void
test_flipped (Fixture       *fixture,
              gconstpointer  data)
{
  static const char letters[] = "{}[]\",:0179-.eE\\unltrfa \n\x01\x80\xff";
  g_autoptr (GRand) chance = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < N_FLIPS; i++)
    {
      g_autofree char *text = g_strdup (WHOLE);
      g_autoptr (GBytes) bytes = NULL;

      for (int n = g_rand_int_range (chance, 1, 4); n > 0; n--)
        {
          char *place = text + g_rand_int_range (chance, 0, (gint32) strlen (WHOLE));

          if (g_rand_boolean (chance))
            *place ^= (char) (1 << g_rand_int_range (chance, 0, 8));
          else
            *place = letters[g_rand_int_range (chance, 0, (gint32) strlen (letters))];
        }

      bytes = g_bytes_new (text, strlen (WHOLE));
      assert_survives (fixture, bytes);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/session/format/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("a-file-is-written-as-it-was-read", test_written_as_it_was_read);
  ADD ("any-session-comes-back-equal-and-is-written-the-same", test_random);
  ADD ("it-is-for-people-to-read", test_for_people);
  ADD ("unknown-fields-survive-in-their-order-everywhere", test_unknown_fields);
  ADD ("what-does-not-change-the-meaning-is-kept-as-it-is", test_lenient);
  ADD ("a-byte-order-mark-is-passed-over", test_byte_order_mark);
  ADD ("what-breaks-the-meaning-is-refused-and-named", test_refused);
  ADD ("of-a-newer-version-what-is-understood-is-read", test_newer);
  ADD ("ids-are-renewed-the-same-way-each-time", test_ids);
  ADD ("hostile-files-are-refused", test_hostile);
  ADD ("cut-off-anywhere-it-is-refused-as-such", test_truncated);
  ADD ("flipped-anywhere-it-is-read-or-refused", test_flipped);
#undef ADD

  return g_test_run ();
}
