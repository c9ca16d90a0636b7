/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/sk-vocabularies.h"
#include "session/sk-handoff.h"
#include "session/sk-qr.h"
#include "session/sk-session-template.h"
#include "session/sk-timetable.h"

static const char * const languages[] = {"nl", "fr", "de", "en"};

static const struct
{
  const char *id;
  guint minutes;
} promised[] = {
  {"safer-internet-day", 50}, {"class-hour", 50},      {"starter-20", 20},
  {"ten-minutes-left", 10},   {"library-visit", 60},   {"library-drop-in", 90},
  {"three-corners", 80},      {"hard-subject", 50},    {"parents-evening", 75},
  {"half-day", 180},
};

static void
test_promised (void)
{
  g_autoptr (GListModel) list = sk_session_template_list ();

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (promised));

  for (guint i = 0; i < G_N_ELEMENTS (promised); i++)
    {
      g_autoptr (SkSessionTemplate) listed = g_list_model_get_item (list, i);
      g_autoptr (SkSessionTemplate) found = sk_session_template_find (promised[i].id);

      g_assert_cmpstr (sk_session_template_get_id (listed), ==, promised[i].id);
      g_assert_cmpstr (sk_session_template_get_id (found), ==, promised[i].id);
      g_assert_cmpuint (sk_session_template_get_minutes (found), ==, promised[i].minutes);
    }

  g_assert_null (sk_session_template_find ("no-such-template"));
}

static void
assert_languages (SkLangString *text)
{
  g_assert_cmpuint (sk_lang_string_get_size (text), ==, G_N_ELEMENTS (languages));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    g_assert_cmpstr (sk_lang_string_find (text, languages[i]), !=, NULL);
}

static void
assert_block (SkBlock *block)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  g_assert_cmpstr (sk_block_get_title (block), !=, "");
  g_assert_cmpuint (sk_block_get_minutes_min (block), <=, sk_block_get_minutes (block));
  g_assert_cmpint (sk_block_get_kind (block), !=, SK_BLOCK_TOOL);
  if (lanes == NULL)
    g_assert_cmpstr (sk_block_get_goal (block), !=, "");
  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    assert_block (g_ptr_array_index (lanes, i));
}

/* Whether no text of the block is the same in both, which a forgotten translation would be. */
static void
assert_translated (SkBlock *block,
                   SkBlock *other)
{
  GPtrArray *lanes = sk_block_get_lanes (block);
  GPtrArray *others = sk_block_get_lanes (other);

  if (lanes == NULL)
    g_assert_cmpstr (sk_block_get_goal (block), !=, sk_block_get_goal (other));
  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    assert_translated (g_ptr_array_index (lanes, i), g_ptr_array_index (others, i));
}

static void
assert_made (SkSessionTemplate *template,
             const char        *language)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Brussels");
  g_autoptr (GDateTime) start = g_date_time_new (zone, 2027, 2, 9, 10, 0, 0);
  g_autoptr (SkSession) session = sk_session_template_make (template, language, start);
  g_autoptr (SkSession) english = sk_session_template_make (template, "en", start);
  g_autoptr (SkTimetable) times = sk_timetable_new (session);

  g_test_message ("%s in %s", sk_session_template_get_id (template), language);
  g_assert_cmpstr (sk_session_get_title (session), ==,
                   sk_lang_string_find (sk_session_template_get_name (template), language));
  g_assert_cmpstr (sk_session_get_languages (session)[0], ==, language);
  g_assert_true (g_date_time_equal (sk_session_get_start (session), start));
  g_assert_cmpuint (sk_timetable_get_minutes (times), ==,
                    sk_session_template_get_minutes (template));
  g_assert_cmpuint (sk_timetable_get_free (times), ==, 0);
  g_assert_cmpuint (sk_timetable_get_overrun (times), ==, 0);

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      assert_block (sk_session_get_block (session, i));
      if (strcmp (language, "en") != 0)
        assert_translated (sk_session_get_block (session, i), sk_session_get_block (english, i));
    }
}

static void
test_every_language (void)
{
  g_autoptr (GListModel) list = sk_session_template_list ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SkSessionTemplate) template = g_list_model_get_item (list, i);

      assert_languages (sk_session_template_get_name (template));
      assert_languages (sk_session_template_get_description (template));
      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        assert_made (template, languages[j]);
    }
}

static void
test_known_setting (void)
{
  g_autoptr (GListModel) list = sk_session_template_list ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);
  SkVocabulary *settings;

  g_assert_no_error (error);
  settings = sk_vocabularies_get (vocabularies, SK_FACET_SETTING);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SkSessionTemplate) template = g_list_model_get_item (list, i);
      g_autoptr (SkSession) session = sk_session_template_make (template, "nl-BE", NULL);
      const char *setting = sk_session_get_setting (session);

      g_assert_true (setting == NULL || sk_vocabulary_find (settings, setting) != NULL);
      g_assert_cmpstr (sk_session_get_languages (session)[0], ==, "nl-BE");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-template/promised", test_promised);
  g_test_add_func ("/session-template/every-language", test_every_language);
  g_test_add_func ("/session-template/known-setting", test_known_setting);

  return g_test_run ();
}
