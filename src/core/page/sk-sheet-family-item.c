/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-balance.h"
#include "sk-sheet-family-private.h"

#define LEADING 1.12

/* Of what is told of a block, in characters: the beginning of it. */
#define MAX_TEXT 140

/**
 * sk_family_is_told:
 *
 * Returns: whether a block is something that was done, and not how it began, paused or ended
 */
gboolean
sk_family_is_told (SkBlock *block)
{
  switch (sk_block_get_kind (block))
    {
    case SK_BLOCK_TOOL:
    case SK_BLOCK_GROUPS:
    case SK_BLOCK_TALK:
    case SK_BLOCK_DO:
    case SK_BLOCK_PLAY:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The first sentence of a text, or as much of it as has room. */
static char *
dup_first_sentence (const char *text)
{
  const char *end = text;
  g_autofree char *start = NULL;
  glong length = 0;

  while (*end != '\0' && length < MAX_TEXT)
    {
      gunichar letter = g_utf8_get_char (end);

      end = g_utf8_next_char (end);
      length++;
      if (letter == '\n' || ((letter == '.' || letter == '?' || letter == '!') &&
                             (*end == '\0' || g_ascii_isspace (*end))))
        break;
    }

  start = g_strndup (text, (gsize) (end - text));
  g_strstrip (start);
  return length < MAX_TEXT || *end == '\0' ? g_steal_pointer (&start)
                                           : g_strconcat (start, "…", NULL);
}

/* What to say of a block in one language: what a person wrote, which is in the language of the
 * session, else what its record says; NULL where there is nothing in this language. */
static char *
dup_story (const SkSheetPlan *plan,
           SkPaperWords      *words,
           SkBlock           *block)
{
  g_autoptr (SkPaperWords) own = sk_paper_words_new (sk_session_get_languages (plan->session)[0]);
  const char *language = sk_paper_words_get_language (words);
  const char *goal = sk_block_get_goal (block);
  SkResource *resource = sk_block_get_resource (block);
  SkLangString *description = resource != NULL ? sk_resource_get_description (resource) : NULL;
  const char *text = NULL;

  if (goal != NULL && *goal != '\0' && g_str_equal (sk_paper_words_get_language (own), language))
    text = goal;
  else if (description != NULL)
    text = sk_lang_string_find (description, language);

  return text != NULL ? dup_first_sentence (text) : NULL;
}

/* In which language a tool is, where it is not in that of the reader; NULL else. */
static char *
dup_other_language (SkPaperWords *words,
                    SkBlock      *block)
{
  SkResource *resource = sk_block_get_resource (block);
  const char * const *languages = resource != NULL ? sk_resource_get_languages (resource) : NULL;
  g_autofree char *name = NULL;

  if (languages == NULL || languages[0] == NULL)
    return NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_has_prefix (languages[i], sk_paper_words_get_language (words)))
        return NULL;
    }

  name = sk_paper_words_language (words, languages[0]);
  return sk_paper_words_format (words, "help-in", "languages", name, NULL);
}

static void
add_name (const SkFamilyGrid *grid,
          SkPageText         *text,
          SkPaperWords       *words,
          SkBlock            *block)
{
  g_autofree char *title = sk_paper_words_title (words, block);
  g_autofree char *language = dup_other_language (words, block);

  sk_page_text_add (text, title, grid->text, PANGO_WEIGHT_BOLD, SK_PAGE_BLACK);
  if (language != NULL)
    {
      g_autofree char *added = g_strdup_printf (" (%s)", language);

      sk_page_text_add (text, added, grid->text * 0.9, PANGO_WEIGHT_NORMAL, SK_PAGE_DARK);
    }
}

/* "Max 24/7 or Cyberquiz, in two groups". */
static void
add_lanes (const SkFamilyGrid *grid,
           SkPageText         *text,
           SkPaperWords       *words,
           GPtrArray          *lanes)
{
  g_autofree char *key = g_strdup_printf ("in-%u-groups", lanes->len);
  g_autofree char *or = sk_paper_words_format (words, "or", "a", "", "b", "", NULL);

  for (guint i = 0; i < lanes->len; i++)
    {
      if (i > 0)
        sk_page_text_add (text, i + 1 < lanes->len ? ", " : or, grid->text, PANGO_WEIGHT_NORMAL,
                          SK_PAGE_BLACK);
      add_name (grid, text, words, g_ptr_array_index (lanes, i));
    }

  if (sk_paper_words_has (words, key))
    {
      sk_page_text_add (text, ", ", grid->text, PANGO_WEIGHT_NORMAL, SK_PAGE_BLACK);
      sk_page_text_add (text, sk_paper_words_get (words, key), grid->text, PANGO_WEIGHT_NORMAL,
                        SK_PAGE_BLACK);
    }
}

/**
 * sk_family_make_item:
 * @language: the first one of the paper, or the second
 * @block: a block that is told
 *
 * Returns: (transfer full): what was done, in that language
 */
SkPageStack *
sk_family_make_item (const SkFamilyGrid *self,
                     guint               language,
                     SkBlock            *block)
{
  SkPageStack *stack = sk_page_stack_new ();
  SkPaperWords *words = sk_sheet_plan_get_words (self->plan, language);
  GPtrArray *lanes = sk_block_get_lanes (block);
  g_autoptr (SkPageText) text = sk_page_text_new ();
  g_autofree char *icon = sk_sheet_dup_icon (block);
  SkPageDrawing *mark = sk_page_drawing_new ();
  double size = self->text * 1.15;
  double indent = size * 1.6;

  if (lanes != NULL && lanes->len > 0)
    {
      add_lanes (self, text, words, lanes);
    }
  else
    {
      g_autofree char *story = dup_story (self->plan, words, block);
      g_autofree char *told =
        story != NULL ? sk_paper_words_format (words, "with-text", "title", "", "text", story, NULL)
                      : g_strdup ("");

      add_name (self, text, words, block);
      sk_page_text_add (text, told, self->text, PANGO_WEIGHT_NORMAL, SK_PAGE_BLACK);
    }

  sk_page_drawing_add_icon (mark, icon, -indent, -size * 0.86, size, SK_PAGE_BLACK);
  sk_page_stack_add_marked (stack,
                            sk_page_text_lay_out (text, self->plan->context, self->width - indent),
                            indent, LEADING, "P", mark);
  sk_page_stack_add_space (stack, 4.0 * self->tight);

  return stack;
}

/* The words of a question in each language of the paper; NULL where one of them is missing. */
static GStrv
find_in_all (const SkSheetPlan *plan,
             SkLangString      *question)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; plan->languages[i] != NULL; i++)
    {
      const char *text = sk_lang_string_find (question, plan->languages[i]);

      if (text == NULL)
        return NULL;
      g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

static void
add_questions_of (const SkSheetPlan *plan,
                  SkBlock           *block,
                  GPtrArray         *questions)
{
  SkResource *resource = sk_block_get_resource (block);
  GPtrArray *stated = resource != NULL ? sk_resource_get_talk_questions (resource) : NULL;
  GPtrArray *lanes = sk_block_get_lanes (block);

  for (guint i = 0; stated != NULL && i < stated->len && questions->len < SK_FAMILY_QUESTIONS; i++)
    {
      GStrv texts = find_in_all (plan, g_ptr_array_index (stated, i));

      if (texts != NULL)
        g_ptr_array_add (questions, texts);
    }
  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    add_questions_of (plan, g_ptr_array_index (lanes, i), questions);
}

static void
add_question (const SkSheetPlan *plan,
              const char        *key,
              guint              most,
              GPtrArray         *questions)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  if (questions->len >= most)
    return;

  for (guint i = 0; i < plan->words->len; i++)
    g_strv_builder_add (texts, sk_paper_words_get (sk_sheet_plan_get_words (plan, i), key));
  g_ptr_array_add (questions, g_strv_builder_end (texts));
}

/* Questions on what took most of the time, one a family, and then a second one each. */
static void
add_general_questions (const SkSheetPlan *plan,
                       guint              most,
                       GPtrArray         *questions)
{
  SkBalance balance;

  sk_balance_init (&balance, plan->session);
  for (guint nth = 1; nth <= 2; nth++)
    {
      gboolean asked[SK_N_FAMILIES] = {FALSE};

      for (guint i = 0; i < SK_N_FAMILIES; i++)
        {
          int best = -1;
          g_autofree char *key = NULL;

          for (int family = 0; family < SK_N_FAMILIES; family++)
            {
              if (!asked[family] && balance.families[family] > 0.0 &&
                  (best < 0 || balance.families[family] > balance.families[best]))
                best = family;
            }
          if (best < 0)
            break;
          asked[best] = TRUE;
          key = g_strdup_printf ("home-%s-%u", sk_families[best], nth);
          add_question (plan, key, most, questions);
        }
    }
  add_question (plan, "home-any-1", most, questions);
  add_question (plan, "home-any-2", most, questions);
}

/**
 * sk_family_choose_questions:
 *
 * Chooses what to talk about at home: what the records of the tools ask, in all languages of
 * the paper; else, of our own, on the themes that took most of the time, and last to whom one
 * can turn.
 *
 * Returns: (transfer full) (element-type GStrv): the questions, each in the languages of the
 *   paper
 */
GPtrArray *
sk_family_choose_questions (const SkSheetPlan *plan)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < sk_session_get_n_blocks (plan->session); i++)
    add_questions_of (plan, sk_session_get_block (plan->session, i), questions);
  add_general_questions (plan, SK_FAMILY_QUESTIONS - 1, questions);
  add_question (plan, "home-always", SK_FAMILY_QUESTIONS, questions);

  return questions;
}

static SkPageDrawing *
draw_number (const SkFamilyGrid *grid,
             guint               number,
             double              radius,
             double              indent)
{
  SkPageDrawing *drawing = sk_page_drawing_new ();
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (SkPageText) text = sk_page_text_new ();
  g_autoptr (PangoLayout) layout = NULL;
  double x = radius - indent;
  double y = -grid->text * 0.4;

  sk_page_text_add (text, digits, grid->text * 0.95, PANGO_WEIGHT_BOLD, SK_PAGE_WHITE);
  layout = sk_page_text_lay_out (text, grid->plan->context, SK_PAGE_UNBROKEN);
  sk_page_drawing_add_disc (drawing, x, y, radius, 0.0, SK_PAGE_BLACK);
  sk_page_drawing_add_text (drawing, layout, x - sk_page_layout_width (layout) / 2.0,
                            y - sk_page_layout_height (layout) / 2.0);

  return drawing;
}

/**
 * sk_family_make_questions:
 * @language: the first one of the paper, or the second
 * @questions: (element-type GStrv): what [func@family_choose_questions] chose
 *
 * Returns: (transfer full): the questions, numbered, in that language
 */
SkPageStack *
sk_family_make_questions (const SkFamilyGrid *self,
                          guint               language,
                          GPtrArray          *questions)
{
  SkPageStack *stack = sk_page_stack_new ();
  double size = self->text * 1.1;
  double radius = self->text * 0.78;
  double indent = radius * 2.0 + self->text * 0.7;

  for (guint i = 0; i < questions->len; i++)
    {
      char **texts = g_ptr_array_index (questions, i);

      sk_page_stack_add_space (stack, 3.5 * self->tight);
      sk_page_stack_add_marked (stack,
                                sk_page_lay_out (self->plan->context, texts[language], size,
                                                 PANGO_WEIGHT_NORMAL, self->width - indent),
                                indent, LEADING, "P", draw_number (self, i + 1, radius, indent));
    }

  return stack;
}
