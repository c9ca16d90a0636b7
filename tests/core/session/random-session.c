/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-session.h"

static const char * const texts[] = {
  "", "Welkom", "Qu’est-ce qu’un « ami » ?", "Straße & Übung", "two\nlines", "\"quoted\" \\ back",
  "🦔 emoji", "עברית", "https://w3id.org/sidekick/", ":leading colon", "0", "=1+1",
};

static char *
draw_text (GRand *rand)
{
  return g_strdup (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static gboolean
draw (GRand *rand)
{
  return g_rand_boolean (rand);
}

static GStrv
draw_list (GRand *rand)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    g_strv_builder_take (builder, draw_text (rand));

  return g_strv_builder_end (builder);
}

static SkBlock *
draw_block (GRand    *rand,
            guint     number,
            gboolean  lane)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  fields.id = g_strdup_printf ("b%u", number);
  fields.kind = g_rand_int_range (rand, 0, SK_N_BLOCK_KINDS);
  if (lane && fields.kind == SK_BLOCK_GROUPS)
    fields.kind = SK_BLOCK_TALK;
  fields.title = draw_text (rand);
  fields.minutes = g_rand_int_range (rand, 1, 100);
  fields.minutes_guessed = !lane && draw (rand);
  fields.minutes_min = draw (rand) ? g_rand_int_range (rand, 1, 20) : 0;
  fields.skippable = draw (rand);
  fields.lock = !lane && draw (rand) ? g_rand_int_range (rand, 0, 1440) : SK_BLOCK_UNLOCKED;
  fields.activity = g_rand_int_range (rand, 0, 4);
  fields.goal = draw_text (rand);
  fields.note = g_strdup ("between us");
  fields.materials = draw_list (rand);
  fields.size = draw (rand) ? g_rand_int_range (rand, 1, 40) : 0;
  if (fields.kind == SK_BLOCK_TOOL)
    fields.resource_id = g_strdup_printf (draw (rand) ? "https://w3id.org/sidekick/starter/tool-%u"
                                                      : "https://example.org/tool?n=%u",
                                          number);
  if (fields.kind == SK_BLOCK_GROUPS)
    {
      fields.lanes = g_ptr_array_new_with_free_func (g_object_unref);
      for (int i = g_rand_int_range (rand, 2, 5); i > 0; i--)
        g_ptr_array_add (fields.lanes, draw_block (rand, number * 10 + i, TRUE));
    }

  return sk_block_new (&fields);
}

static void
draw_times (GRand           *rand,
            SkSessionFields *fields)
{
  static const char * const zones[] = {"Europe/Brussels", "America/St_Johns", "UTC"};
  g_autoptr (GTimeZone) zone = NULL;

  zone = g_time_zone_new_identifier (zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
  fields->start = g_date_time_new (zone, 2027, g_rand_int_range (rand, 1, 13), 9,
                                   g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60), 0);
  if (draw (rand))
    fields->end = g_date_time_add_minutes (fields->start, g_rand_int_range (rand, 1, 3000));
}

SkSession *
random_session (GRand *rand)
{
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  fields.title = draw_text (rand);
  draw_times (rand, &fields);
  fields.place = draw_text (rand);
  fields.languages = g_strsplit (draw (rand) ? "nl,fr" : "de", ",", -1);
  fields.group = draw_text (rand);
  fields.has_ages = draw (rand);
  fields.ages = (SkAgeRange) {8, fields.has_ages && draw (rand) ? SK_AGE_MAX : 10};
  fields.size = draw (rand) ? g_rand_int_range (rand, 1, 40) : 0;
  if (draw (rand))
    fields.setting = g_strdup ("https://w3id.org/sidekick/setting/school");
  fields.room_stated = draw (rand);
  if (fields.room_stated && draw (rand))
    fields.room = g_strsplit ("internet,screen", ",", -1);
  fields.aims = draw_text (rand);
  fields.modified = 1795421520;
  fields.edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    g_hash_table_insert (fields.edits, g_strdup_printf ("%08x", g_rand_int (rand)),
                         GUINT_TO_POINTER (g_rand_int_range (rand, 1, 50)));
  fields.blocks = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = g_rand_int_range (rand, 0, 9); i > 0; i--)
    g_ptr_array_add (fields.blocks, draw_block (rand, i, FALSE));

  return sk_session_new (&fields);
}
