/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <stdio.h>

#include "model/sk-vocabularies.h"
#include "session/sk-timetable.h"

static GDateTime *
read_time (const char *zone,
           const char *text)
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_identifier (zone);
  g_autofree char *seconds = g_strconcat (text, ":00", NULL);
  GDateTime *time;

  g_assert_nonnull (tz);
  time = g_date_time_new_from_iso8601 (seconds, tz);
  g_assert_nonnull (time);
  return time;
}

static SkBlock *
read_own (const char *id,
          const char *kind,
          guint       minutes,
          int         lock)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  fields.id = g_strdup (id);
  fields.title = g_strdup (id);
  fields.minutes = minutes;
  fields.lock = lock;
  g_assert_true (sk_block_kind_parse (kind, &fields.kind));
  fields.activity = sk_block_kind_get_activity (fields.kind);
  return sk_block_new (&fields);
}

static SkBlock *
read_groups (const char *id,
             GStrv       kinds,
             guint       minutes,
             int         lock)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  fields.id = g_strdup (id);
  fields.title = g_strdup (id);
  fields.kind = SK_BLOCK_GROUPS;
  fields.minutes = minutes;
  fields.lock = lock;
  fields.lanes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *lane = g_strdup_printf ("%s%u", id, i + 1);

      g_ptr_array_add (fields.lanes, read_own (lane, kinds[i], minutes, SK_BLOCK_UNLOCKED));
    }

  return sk_block_new (&fields);
}

static SkBlock *
read_block (const char *id,
            const char *text)
{
  g_autofree char *kinds = g_malloc (strlen (text) + 1);
  g_auto (GStrv) lanes = NULL;
  guint minutes = 0;
  int hour = 0;
  int minute = 0;
  int n_read = sscanf (text, "%s %u @%d:%d", kinds, &minutes, &hour, &minute);
  const int lock = n_read == 4 ? hour * 60 + minute : SK_BLOCK_UNLOCKED;

  g_assert_true (n_read == 2 || n_read == 4);
  lanes = g_strsplit (kinds, "|", -1);
  return lanes[1] != NULL ? read_groups (id, lanes, minutes, lock)
                          : read_own (id, kinds, minutes, lock);
}

static SkSession *
read_session (const char *zone,
              const char *times,
              const char *first,
              va_list     others)
{
  g_auto (SkSessionFields) fields;
  g_auto (GStrv) both = g_strsplit (times, " ", 2);
  char id[] = "a";

  sk_session_fields_init (&fields);
  fields.id = g_strdup ("8a7f6f0e-5a39-4a53-9a54-0d6d0f4a2c11");
  fields.title = g_strdup ("Safer Internet Day");
  fields.languages = g_strsplit ("nl", " ", -1);
  fields.start = read_time (zone, both[0]);
  fields.end = both[1] != NULL ? read_time (zone, both[1]) : NULL;
  fields.blocks = g_ptr_array_new_with_free_func (g_object_unref);
  for (const char *text = first; text != NULL; text = va_arg (others, const char *))
    {
      g_ptr_array_add (fields.blocks, read_block (id, text));
      id[0]++;
    }

  return sk_session_new (&fields);
}

SkSession *
fixture_session (const char *zone,
                 const char *times,
                 const char *first,
                 ...)
{
  SkSession *session;
  va_list others;

  va_start (others, first);
  session = read_session (zone, times, first, others);
  va_end (others);
  return session;
}

SkSession *
fixture_hour (const char *first,
              ...)
{
  SkSession *session;
  va_list others;

  va_start (others, first);
  session = read_session ("Europe/Brussels", "2027-02-09T10:25 2027-02-09T11:15", first, others);
  va_end (others);
  return session;
}

static void
add_name (GString *text,
          SkBlock *block)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  if (lanes == NULL)
    {
      g_string_append (text,
                       *sk_block_get_title (block) != '\0' ? sk_block_get_title (block) : "new");
      return;
    }

  for (guint i = 0; i < lanes->len; i++)
    {
      g_string_append_c (text, i == 0 ? '(' : ' ');
      add_name (text, g_ptr_array_index (lanes, i));
    }
  g_string_append_c (text, ')');
}

char *
fixture_order (SkSession *session)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      SkBlock *block = sk_session_get_block (session, i);
      const int lock = sk_block_get_lock (block);

      g_string_append (text, i > 0 ? " " : "");
      add_name (text, block);
      g_string_append_printf (text, "%u", sk_block_get_minutes (block));
      if (lock != SK_BLOCK_UNLOCKED)
        g_string_append_printf (text, "@%02d:%02d", lock / 60, lock % 60);
    }

  return g_string_free (text, FALSE);
}

char *
fixture_times (SkSession *session)
{
  g_autoptr (SkTimetable) times = sk_timetable_new (session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      const SkSlot *slot = sk_timetable_get_slot (times, i);
      g_autoptr (GDateTime) time = sk_session_dup_time (session, slot->start);
      g_autofree char *clock = g_date_time_format (time, "%H:%M");

      g_string_append (text, i > 0 ? ", " : "");
      if (slot->gap > 0)
        g_string_append_printf (text, "%u free ", slot->gap);
      g_string_append_printf (text, "%s ", clock);
      add_name (text, sk_session_get_block (session, i));
      if (slot->overrun > 0)
        g_string_append_printf (text, " +%u", slot->overrun);
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
find_concept (SkFacet     facet,
              const char *notation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);
  GPtrArray *concepts;
  SkConcept *concept;

  g_assert_no_error (error);
  concept = sk_vocabulary_find (sk_vocabularies_get (vocabularies, facet), notation);
  g_assert_nonnull (concept);
  concepts = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_concept_unref);
  g_ptr_array_add (concepts, sk_concept_ref (concept));
  return concepts;
}

SkResource *
fixture_tool (const char *id,
              const char *name,
              const char *format,
              const char *theme,
              guint       minutes,
              const char *needs)
{
  g_auto (SkResourceFields) fields = {0};

  fields.id = g_strdup (id);
  fields.name = sk_lang_string_new ();
  sk_lang_string_add (fields.name, "nl", name);
  fields.languages = g_strsplit ("nl", " ", -1);
  fields.formats = format != NULL ? find_concept (SK_FACET_FORMAT, format) : NULL;
  fields.themes = theme != NULL ? find_concept (SK_FACET_THEME, theme) : NULL;
  fields.minutes = minutes;
  fields.needs = needs != NULL ? g_strsplit (needs, " ", -1) : NULL;
  return sk_resource_new (&fields);
}
