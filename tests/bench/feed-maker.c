/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-maker.h"

#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "draws.h"
#include "sidekick-config.h"
#include "words.h"

#define SEED 20260210
#define N_LANGUAGES 4

/* Heaps' law: of so many words that were written, so many are different: 44 n^0.52, about
 * as in newspapers (Manning, Raghavan, Schütze, Introduction to Information Retrieval, 5.1). */
#define HEAPS_FACTOR 44
#define HEAPS_EXPONENT 0.52

/* Publishers grow in number too, though more slowly. */
#define PUBLISHERS_FACTOR 60
#define PUBLISHERS_EXPONENT 0.2

/* One of so many publishers and keywords is written in another script. */
#define ONE_IN_OTHER_SCRIPT 40

static const char * const languages[N_LANGUAGES] = {"nl", "fr", "de", "en"};

static const char * const other_names[] = {
  "محمد العلي", "جمعية الأمان الرقمي", "فاطمة الزهراء", "مركز يوسف الحسن",    "李小明",
  "王芳",       "数字安全中心",        "张伟和刘洋",    "Ελένη Παπαδοπούλου", "Олена Шевченко",
};

static const char * const themes[] = {
  "privacy",          "security",      "bullying",  "disinformation",
  "screen-time",      "relationships", "identity",  "ai-algorithms",
  "sexting-grooming", "reputation",    "gaming",    "wellbeing",
  "advertising",      "search",        "copyright", "hate-radicalisation",
  "participation",    "coding",        "help",
};
static const char * const formats[] = {
  "lesson_plan",      "video",  "worksheet", "web_page",
  "educational_game", "text",   "slide",     "assessment",
  "application",      "course", "audio",     "image",
};
static const char * const audiences[] = {"teacher", "parent", "student", "professional",
                                         "generalPublic"};
static const char * const settings[] = {"school", "home", "library", "youth-work"};
static const char * const licences[] = {"by/4.0", "by-sa/4.0", "by-nc-sa/4.0", "by-nc/4.0"};

struct _FeedMaker
{
  Draws draws;
  Words *words[N_LANGUAGES];
  guint64 n_written[N_LANGUAGES];
};

/**
 * feed_maker_new:
 *
 * Returns: (transfer full): a maker of records
 */
FeedMaker *
feed_maker_new (guint64 seed)
{
  FeedMaker *self = g_new0 (FeedMaker, 1);

  self->draws.state = seed;
  for (guint language = 0; language < N_LANGUAGES; language++)
    self->words[language] = words_new (languages[language]);

  return self;
}

void
feed_maker_free (FeedMaker *self)
{
  for (guint language = 0; language < N_LANGUAGES; language++)
    words_free (self->words[language]);

  g_free (self);
}

static guint
grow (double  factor,
      guint64 n,
      double  exponent)
{
  return (guint) (factor * pow ((double) n + 100, exponent));
}

static void
append_words (FeedMaker *self,
              GString   *text,
              guint      language,
              guint      n_words)
{
  guint n_different = grow (HEAPS_FACTOR, self->n_written[language], HEAPS_EXPONENT);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      words_append (self->words[language], text, draws_rank (&self->draws, n_different));
    }

  self->n_written[language] += n_words;
}

/* The same number is the same publisher. */
static void
append_publisher (FeedMaker *self,
                  GString   *text,
                  guint      number)
{
  Draws draws = {number};
  Words *words = self->words[draws_below (&draws, N_LANGUAGES)];

  if (number % ONE_IN_OTHER_SCRIPT == ONE_IN_OTHER_SCRIPT - 1)
    {
      g_string_append (text, other_names[draws_below (&draws, G_N_ELEMENTS (other_names))]);
    }
  else
    {
      words_append (words, text, 100 + draws_below (&draws, 900));
      g_string_append_c (text, ' ');
      words_append (words, text, 100 + draws_below (&draws, 900));
    }

  g_string_append_printf (text, " %u", number + 1);
}

static void
append_keywords (FeedMaker *self,
                 GString   *text,
                 guint      language)
{
  guint n_keywords = 1 + draws_below (&self->draws, 4);

  g_string_append (text, ", \"keywords\": [");
  for (guint i = 0; i < n_keywords; i++)
    {
      g_string_append (text, i > 0 ? ", \"" : "\"");
      append_words (self, text, language, 1 + draws_below (&self->draws, 2));
      g_string_append_c (text, '"');
    }
  if (draws_below (&self->draws, ONE_IN_OTHER_SCRIPT) == 0)
    g_string_append_printf (text, ", \"%s\"",
                            other_names[draws_below (&self->draws, G_N_ELEMENTS (other_names))]);
  g_string_append_c (text, ']');
}

static void
append_concepts (FeedMaker          *self,
                 GString            *text,
                 const char         *member,
                 const char         *root,
                 const char * const *names,
                 guint               n_names)
{
  guint n_draws = 1 + draws_rank (&self->draws, 3);
  guint64 drawn = 0;

  for (guint i = 0; i < n_draws; i++)
    drawn |= G_GUINT64_CONSTANT (1) << draws_rank (&self->draws, n_names);

  g_string_append_printf (text, ", \"%s\": [", member);
  for (guint i = 0; i < n_names; i++)
    if (drawn >> i & 1)
      g_string_append_printf (text, "{\"id\": \"%s%s\", \"type\": \"Concept\"}, ", root, names[i]);
  g_string_truncate (text, text->len - strlen (", "));
  g_string_append_c (text, ']');
}

static void
append_ages (FeedMaker *self,
             GString   *text)
{
  guint age = 3 + draws_below (&self->draws, 14);

  if (draws_chance (&self->draws, 10))
    g_string_append_printf (text, ", \"typicalAgeRange\": \"%u-\"", age);
  else
    g_string_append_printf (text, ", \"typicalAgeRange\": \"%u-%u\"", age,
                            age + 1 + draws_below (&self->draws, 4));
}

static void
append_setting (FeedMaker *self,
                GString   *text)
{
  g_string_append_printf (text,
                          ", \"additionalProperty\": [{\"type\": \"PropertyValue\", "
                          "\"propertyID\": \"" SK_W3ID_ROOT "property/setting\", "
                          "\"value\": \"" SK_W3ID_ROOT "setting/%s\"}]",
                          settings[draws_rank (&self->draws, G_N_ELEMENTS (settings))]);
}

static void
append_facts (FeedMaker *self,
              GString   *text)
{
  Draws *draws = &self->draws;

  if (draws_chance (draws, 80))
    append_ages (self, text);
  if (draws_chance (draws, 60))
    g_string_append_printf (text, ", \"timeRequired\": \"PT%uM\"",
                            5 * (1 + draws_rank (draws, 30)));
  if (draws_chance (draws, 50))
    g_string_append_printf (text,
                            ", \"license\": {\"id\": \"https://creativecommons.org/licenses/%s/\"}",
                            licences[draws_below (draws, G_N_ELEMENTS (licences))]);
  if (draws_chance (draws, 70))
    g_string_append_printf (text, ", \"isAccessibleForFree\": %s",
                            draws_chance (draws, 90) ? "true" : "false");
  if (draws_chance (draws, 90))
    g_string_append_printf (text, ", \"dateModified\": \"20%02u-%02u-%02u\"",
                            10 + draws_below (draws, 16), 1 + draws_below (draws, 12),
                            1 + draws_below (draws, 28));
  if (draws_chance (draws, 40))
    append_setting (self, text);
}

/**
 * feed_maker_append:
 * @nth: which record, from 0: they are made in their order
 *
 * Writes one more item of a DataFeed.
 */
void
feed_maker_append (FeedMaker *self,
                   GString   *text,
                   guint64    nth)
{
  guint language = draws_rank (&self->draws, N_LANGUAGES);

  g_string_append_printf (
    text,
    "{\"type\": \"DataFeedItem\", \"item\": {\"@context\": ["
    "\"https://w3id.org/kim/amb/context.jsonld\", \"https://schema.org\", "
    "{\"@language\": \"%s\"}], \"id\": \"https://example.org/r/%" G_GUINT64_FORMAT
    "\", \"type\": [\"LearningResource\"], \"inLanguage\": [\"%s\"], \"name\": \"",
    languages[language], nth, languages[language]);
  append_words (self, text, language, 3 + draws_below (&self->draws, 6));
  g_string_append (text, "\", \"description\": \"");
  append_words (self, text, language, 15 + draws_below (&self->draws, 60));
  g_string_append_c (text, '"');
  append_keywords (self, text, language);
  g_string_append (text, ", \"publisher\": [{\"type\": \"Organization\", \"name\": \"");
  append_publisher (self, text,
                    draws_rank (&self->draws, grow (PUBLISHERS_FACTOR, nth, PUBLISHERS_EXPONENT)));
  g_string_append (text, "\"}]");

  append_concepts (self, text, "about", SK_W3ID_ROOT "theme/", themes, G_N_ELEMENTS (themes));
  append_concepts (self, text, "learningResourceType", "https://w3id.org/kim/hcrt/", formats,
                   G_N_ELEMENTS (formats));
  if (draws_chance (&self->draws, 70))
    append_concepts (self, text, "audience",
                     "http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/", audiences,
                     G_N_ELEMENTS (audiences));
  append_facts (self, text);
  g_string_append (text, "}}");
}

static gboolean
write_feed (FILE    *file,
            guint64  n_records)
{
  g_autoptr (FeedMaker) maker = feed_maker_new (SEED);
  g_autoptr (GString) text = g_string_new (NULL);

  fputs ("{\"type\": \"DataFeed\", \"name\": \"Made up\", \"dataFeedElement\": [\n", file);
  for (guint64 i = 0; i < n_records; i++)
    {
      g_string_assign (text, i > 0 ? ",\n" : "");
      feed_maker_append (maker, text, i);
      fwrite (text->str, 1, text->len, file);
    }
  fputs ("\n]}\n", file);

  return fclose (file) == 0;
}

/**
 * feed_maker_open_feed:
 *
 * Makes a feed in another process, as fast as it is read, so that making it takes neither
 * the time nor the memory of what is measured. To be called before there are threads.
 *
 * Returns: (transfer full): the feed
 */
GInputStream *
feed_maker_open_feed (guint64 n_records)
{
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      close (ends[0]);
      _exit (write_feed (fdopen (ends[1], "w"), n_records) ? 0 : 1);
    }

  close (ends[1]);
  return g_unix_input_stream_new (ends[0], TRUE);
}

/**
 * feed_maker_save_feed:
 *
 * Makes the same feed as a file.
 */
void
feed_maker_save_feed (const char *path,
                      guint64     n_records)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_true (write_feed (file, n_records));
}
