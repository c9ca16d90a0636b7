/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-maker.h"

#include <gio/gunixinputstream.h>
#include <math.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "sidekick-config.h"

#define SEED 20260210
#define N_LANGUAGES 4
#define N_WORDS 6000
#define N_PUBLISHERS 150

static const char * const languages[N_LANGUAGES] = {"nl", "fr", "de", "en"};

/* Beginnings and ends of words, of which the first are the commonest. */
static const char * const stems[N_LANGUAGES][12] = {
  {"online", "veilig", "privacy", "pest", "scherm", "leer", "media", "kind", "wacht", "chat",
   "beeld", "groep"},
  {"ligne", "sécur", "privé", "harcel", "écran", "élève", "média", "enfant", "mot", "réseau",
   "image", "groupe"},
  {"online", "sicher", "schütz", "mobb", "schirm", "lehr", "medien", "kinder", "pass", "netz",
   "bild", "gruppe"},
  {"online", "safe", "privat", "bully", "screen", "learn", "media", "child", "pass", "network",
   "image", "group"},
};
static const char * const endings[N_LANGUAGES][8] = {
  {"", "heid", "en", "lijk", "woord", "spel", "kracht", "tijd"},
  {"", "ité", "er", "ment", "eur", "ique", "age", "és"},
  {"", "heit", "en", "lich", "wort", "spiel", "kraft", "zeit"},
  {"", "ness", "ing", "ly", "word", "game", "er", "time"},
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
static const char * const licences[] = {"by/4.0", "by-sa/4.0", "by-nc-sa/4.0", "by-nc/4.0"};

struct _FeedMaker
{
  guint64 state;
  double log_words;
  char *words[N_LANGUAGES][N_WORDS];
};

/* SplitMix64, so that a seed means the same everywhere. */
static guint64
draw (FeedMaker *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
draw_below (FeedMaker *self,
            guint      n)
{
  return (guint) (draw (self) % n);
}

static gboolean
draw_chance (FeedMaker *self,
             guint      percent)
{
  return draw_below (self, 100) < percent;
}

/* The nth commonest of n comes up about as often as 1 / nth (Zipf's law). */
static guint
draw_rank (FeedMaker *self,
           guint      n)
{
  double even = (double) (draw (self) >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);

  return MIN ((guint) pow (n + 1, even) - 1, n - 1);
}

static char *
make_word (FeedMaker *self,
           guint      language,
           guint      rank)
{
  const char *stem = stems[language][rank % 12];
  const char *ending = endings[language][rank / 12 % 8];

  return rank < 96 ? g_strconcat (stem, ending, NULL)
                   : g_strconcat (stem, ending, stems[language][rank / 96 % 12],
                                  endings[language][rank / 1152 % 8], NULL);
}

/**
 * feed_maker_new:
 *
 * Returns: (transfer full): a maker of records
 */
FeedMaker *
feed_maker_new (guint64 seed)
{
  FeedMaker *self = g_new0 (FeedMaker, 1);

  self->state = seed;
  for (guint language = 0; language < N_LANGUAGES; language++)
    for (guint rank = 0; rank < N_WORDS; rank++)
      self->words[language][rank] = make_word (self, language, rank);

  return self;
}

void
feed_maker_free (FeedMaker *self)
{
  for (guint language = 0; language < N_LANGUAGES; language++)
    for (guint rank = 0; rank < N_WORDS; rank++)
      g_free (self->words[language][rank]);

  g_free (self);
}

static void
append_words (FeedMaker *self,
              GString   *text,
              guint      language,
              guint      n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, self->words[language][draw_rank (self, N_WORDS)]);
    }
}

static void
append_concepts (FeedMaker          *self,
                 GString            *text,
                 const char         *member,
                 const char         *root,
                 const char * const *names,
                 guint               n_names)
{
  guint n_concepts = 1 + draw_rank (self, 3);

  g_string_append_printf (text, ", \"%s\": [", member);
  for (guint i = 0; i < n_concepts; i++)
    g_string_append_printf (text, "%s{\"id\": \"%s%s\"}", i > 0 ? ", " : "", root,
                            names[draw_rank (self, n_names)]);
  g_string_append_c (text, ']');
}

static void
append_facts (FeedMaker *self,
              GString   *text)
{
  guint age = 3 + draw_below (self, 14);

  if (draw_chance (self, 80))
    g_string_append_printf (text, ", \"typicalAgeRange\": \"%u-%u\"", age,
                            age + 1 + draw_below (self, 4));
  if (draw_chance (self, 60))
    g_string_append_printf (text, ", \"timeRequired\": \"PT%uM\"", 5 * (1 + draw_rank (self, 30)));
  if (draw_chance (self, 50))
    g_string_append_printf (text,
                            ", \"license\": {\"id\": \"https://creativecommons.org/licenses/%s/\"}",
                            licences[draw_below (self, G_N_ELEMENTS (licences))]);
  if (draw_chance (self, 70))
    g_string_append (text, ", \"isAccessibleForFree\": true");
  if (draw_chance (self, 90))
    g_string_append_printf (text, ", \"dateModified\": \"20%02u-%02u-%02u\"",
                            10 + draw_below (self, 16), 1 + draw_below (self, 12),
                            1 + draw_below (self, 28));
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
  guint language = draw_rank (self, N_LANGUAGES);

  g_string_append_printf (
    text,
    "{\"type\": \"DataFeedItem\", \"item\": {\"@context\": ["
    "\"https://w3id.org/kim/amb/context.jsonld\", \"https://schema.org\", "
    "{\"@language\": \"%s\"}], \"id\": \"https://example.org/r/%" G_GUINT64_FORMAT
    "\", \"type\": [\"LearningResource\"], \"inLanguage\": [\"%s\"], \"name\": \"",
    languages[language], nth, languages[language]);
  append_words (self, text, language, 3 + draw_below (self, 6));
  g_string_append (text, "\", \"description\": \"");
  append_words (self, text, language, 15 + draw_below (self, 60));
  g_string_append (text, "\", \"keywords\": [\"");
  append_words (self, text, language, 1);
  g_string_append (text, "\", \"");
  append_words (self, text, language, 2);
  g_string_append_printf (
    text, "\"], \"publisher\": [{\"type\": \"Organization\", \"name\": \"Publisher %u\"}]",
    draw_rank (self, N_PUBLISHERS));

  append_concepts (self, text, "about", SK_W3ID_ROOT "theme/", themes, G_N_ELEMENTS (themes));
  append_concepts (self, text, "learningResourceType", "https://w3id.org/kim/hcrt/", formats,
                   G_N_ELEMENTS (formats));
  if (draw_chance (self, 70))
    append_concepts (self, text, "audience",
                     "http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/", audiences,
                     G_N_ELEMENTS (audiences));
  append_facts (self, text);
  g_string_append (text, "}}");
}

G_NORETURN static void
write_feed (int     fd,
            guint64 n_records)
{
  g_autoptr (FeedMaker) maker = feed_maker_new (SEED);
  g_autoptr (GString) text = g_string_new (NULL);
  FILE *file = fdopen (fd, "w");

  fputs ("{\"type\": \"DataFeed\", \"name\": \"Made up\", \"dataFeedElement\": [\n", file);
  for (guint64 i = 0; i < n_records; i++)
    {
      g_string_assign (text, i > 0 ? ",\n" : "");
      feed_maker_append (maker, text, i);
      fwrite (text->str, 1, text->len, file);
    }
  fputs ("\n]}\n", file);

  _exit (fclose (file) == 0 ? 0 : 1);
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
      write_feed (ends[1], n_records);
    }

  close (ends[1]);
  return g_unix_input_stream_new (ends[0], TRUE);
}
