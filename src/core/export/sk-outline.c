/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-outline.h"

#include "page/sk-helplines.h"
#include "session/sk-handoff.h"
#include "session/sk-qr.h"
#include "sk-outline-rows.h"

static void
free_fact (gpointer data)
{
  SkOutlineFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

/**
 * sk_outline_free:
 *
 * Frees the outline.
 */
void
sk_outline_free (SkOutline *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->times, sk_timetable_unref);
  g_strfreev (self->languages);
  g_ptr_array_unref (self->words);
  g_free (self->title);
  g_free (self->audience);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->helplines);
  g_free (self->link);
  g_free (self);
}

/**
 * sk_outline_get_words:
 * @language: its number, from 0
 *
 * Returns: (transfer none): the words of that language
 */
SkPaperWords *
sk_outline_get_words (SkOutline *self,
                      guint      language)
{
  return g_ptr_array_index (self->words, language);
}

/**
 * sk_outline_join:
 * @texts: (array zero-terminated=1): the same in every language
 *
 * Returns: (transfer full): all of them that differ, with a stroke between
 */
char *
sk_outline_join (const char * const *texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) different = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    if (*texts[i] != '\0' && (i == 0 || g_strcmp0 (texts[i], texts[0]) != 0))
      g_strv_builder_add (builder, texts[i]);

  different = g_strv_builder_end (builder);
  return g_strjoinv (" / ", different);
}

/**
 * sk_outline_dup_label:
 * @key: of words on paper
 *
 * Returns: (transfer full): those words in every language
 */
char *
sk_outline_dup_label (SkOutline  *self,
                      const char *key)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < self->words->len; i++)
    g_strv_builder_add (builder, sk_paper_words_get (sk_outline_get_words (self, i), key));

  texts = g_strv_builder_end (builder);
  return sk_outline_join ((const char * const *) texts);
}

typedef char *(*DescribeFunc) (SkPaperWords *words, SkSession *session);

static char *
describe_date (SkPaperWords *words,
               SkSession    *session)
{
  return sk_paper_words_date (words, sk_session_get_start (session));
}

static char *
describe_times (SkPaperWords *words,
                SkSession    *session)
{
  g_autoptr (SkTimetable) times = sk_timetable_new (session);
  int minutes = sk_timetable_has_bell (times) ? sk_timetable_get_bell (times)
                                              : sk_timetable_get_end (times);
  g_autoptr (GDateTime) end = sk_session_dup_time (session, minutes);
  g_autofree char *from = sk_paper_words_clock (words, sk_session_get_start (session));
  g_autofree char *to = sk_paper_words_clock (words, end);

  return minutes > 0 ? sk_paper_words_format (words, "from-to", "from", from, "to", to, NULL)
                     : g_steal_pointer (&from);
}

static char *
describe_place (SkPaperWords *words,
                SkSession    *session)
{
  return g_strdup (sk_session_get_place (session));
}

static char *
describe_room (SkPaperWords *words,
               SkSession    *session)
{
  const char * const *room = sk_session_get_room (session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; room != NULL && room[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("need-", room[i], NULL);

      g_strv_builder_add (builder, sk_paper_words_has (words, key)
                                     ? sk_paper_words_get (words, key)
                                     : room[i]);
    }

  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static char *
describe_aims (SkPaperWords *words,
               SkSession    *session)
{
  return g_strdup (sk_session_get_aims (session));
}

static void
add_fact (SkOutline    *self,
          const char   *key,
          DescribeFunc  describe)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *value = NULL;
  SkOutlineFact *fact;

  for (guint i = 0; i < self->words->len; i++)
    g_strv_builder_take (builder, describe (sk_outline_get_words (self, i), self->session));

  texts = g_strv_builder_end (builder);
  value = sk_outline_join ((const char * const *) texts);
  if (*value == '\0')
    return;

  fact = g_new0 (SkOutlineFact, 1);
  fact->label = sk_outline_dup_label (self, key);
  fact->value = g_steal_pointer (&value);
  g_ptr_array_add (self->facts, fact);
}

static void
add_facts (SkOutline *self)
{
  add_fact (self, "date", describe_date);
  add_fact (self, "column-time", describe_times);
  add_fact (self, "place", describe_place);
  add_fact (self, "group", sk_paper_words_group);

  if (self->leader)
    {
      add_fact (self, "room", describe_room);
      add_fact (self, "aims", describe_aims);
    }
}

static void
add_helpline (SkOutline        *self,
              const SkHelpline *line)
{
  SkOutlineFact *fact = g_new0 (SkOutlineFact, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < self->words->len; i++)
    g_strv_builder_take (builder,
                         sk_helpline_describe (line, sk_outline_get_words (self, i), FALSE));

  texts = g_strv_builder_end (builder);
  fact->label = g_strdup_printf ("%s %s", line->name, line->phone);
  fact->value = sk_outline_join ((const char * const *) texts);
  g_ptr_array_add (self->helplines, fact);
}

static void
add_helplines (SkOutline *self)
{
  g_autoptr (GPtrArray) lines = NULL;

  lines = sk_helplines_for (self->session, (const char * const *) self->languages);
  for (guint i = 0; i < lines->len; i++)
    add_helpline (self, g_ptr_array_index (lines, i));
}

/* A link that no code can hold is too long to be read, or clicked, from a page either. */
static char *
make_link (SkSession *session)
{
  g_autofree char *link = sk_handoff_write (session);
  g_autoptr (SkQr) code = sk_qr_new (link, NULL);

  return code != NULL ? g_steal_pointer (&link) : NULL;
}

static char *
make_audience (SkOutline *self)
{
  g_autofree char *sheet = NULL;
  g_autofree char *warning = NULL;

  if (!self->leader)
    return sk_outline_dup_label (self, "programme");

  sheet = sk_outline_dup_label (self, "sheet-leader");
  warning = sk_outline_dup_label (self, "not-to-hang");
  return g_strconcat (sheet, " · ", warning, NULL);
}

/**
 * sk_outline_new:
 * @languages: (nullable): in which it is to be; %NULL is the session's first
 * @leader: whether it is for the leader alone
 *
 * Says what a document on a session says, in words.
 *
 * Returns: (transfer full): the outline
 */
SkOutline *
sk_outline_new (SkSession          *session,
                const char * const *languages,
                gboolean            leader)
{
  const char * const first[] = {sk_session_get_languages (session)[0], NULL};
  SkOutline *self = g_new0 (SkOutline, 1);

  self->session = g_object_ref (session);
  self->times = sk_timetable_new (session);
  self->leader = leader;
  self->languages = g_strdupv ((GStrv) (languages != NULL ? languages : first));
  self->words = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->languages[i] != NULL; i++)
    g_ptr_array_add (self->words, sk_paper_words_new (self->languages[i]));

  self->title = g_strdup (sk_session_get_title (session));
  if (*self->title == '\0')
    {
      g_free (self->title);
      self->title = sk_outline_dup_label (self, "session");
    }
  self->audience = make_audience (self);
  self->facts = g_ptr_array_new_with_free_func (free_fact);
  add_facts (self);
  self->rows = sk_outline_list_rows (self);
  self->helplines = g_ptr_array_new_with_free_func (free_fact);
  add_helplines (self);
  if (leader)
    self->link = make_link (session);

  return self;
}
