/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet-plan.h"

#define MAX_LANGUAGES 2

#define SCHOOL "https://w3id.org/sidekick/setting/school"

/**
 * sk_sheet_plan_new:
 * @session: a session
 * @options: what is wanted on paper
 *
 * Returns: (transfer full): all that a sheet is laid out from
 */
SkSheetPlan *
sk_sheet_plan_new (SkSession            *session,
                   const SkSheetOptions *options)
{
  SkSheetPlan *self = g_new0 (SkSheetPlan, 1);
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();
  const char * const first[] = {sk_session_get_languages (session)[0], NULL};
  const char * const *wanted = options->languages;

  if (wanted == NULL || wanted[0] == NULL)
    wanted = first;

  self->session = g_object_ref (session);
  self->timetable = sk_timetable_new (session);
  self->words = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; wanted[i] != NULL && i < MAX_LANGUAGES; i++)
    {
      SkPaperWords *words = sk_paper_words_new (wanted[i]);

      g_ptr_array_add (self->words, words);
      g_strv_builder_add (languages, sk_paper_words_get_language (words));
    }
  self->languages = g_strv_builder_end (languages);
  self->helplines = sk_helplines_for (session, (const char *const *) self->languages);
  self->context = sk_page_context_new (self->languages[0]);
  self->large_print = options->large_print;

  return self;
}

/**
 * sk_sheet_plan_free:
 * @self: (transfer full): a plan of a sheet
 */
void
sk_sheet_plan_free (SkSheetPlan *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->timetable, sk_timetable_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->helplines, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * sk_sheet_plan_get_words:
 * @language: the first one of the paper, or the second
 *
 * Returns: (transfer none): the words in it
 */
SkPaperWords *
sk_sheet_plan_get_words (const SkSheetPlan *self,
                         guint              language)
{
  return g_ptr_array_index (self->words, language);
}

/**
 * sk_sheet_plan_join:
 * @key: a key of the words of paper
 * @between: what stands between two languages
 *
 * Returns: (transfer full): the words in the languages of the paper, once if they are the
 *   same in both
 */
char *
sk_sheet_plan_join (const SkSheetPlan *self,
                    const char        *key,
                    const char        *between)
{
  const char *first = sk_paper_words_get (sk_sheet_plan_get_words (self, 0), key);
  const char *second = sk_paper_words_get (sk_sheet_plan_get_words (self, self->words->len - 1), key);

  return g_str_equal (first, second) ? g_strdup (first) : g_strconcat (first, between, second, NULL);
}

/**
 * sk_sheet_plan_clock:
 * @language: the first one of the paper, or the second
 * @minutes: from the start of the session
 *
 * Returns: (transfer full): what the clock says then
 */
char *
sk_sheet_plan_clock (const SkSheetPlan *self,
                     guint              language,
                     int                minutes)
{
  g_autoptr (GDateTime) time = sk_session_dup_time (self->session, minutes);

  return sk_paper_words_clock (sk_sheet_plan_get_words (self, language), time);
}

/**
 * sk_sheet_plan_dup_times:
 * @language: the first one of the paper, or the second
 *
 * Returns: (transfer full): when the session is: "10:25 – 11:15", to the bell, or else to when
 *   its blocks end
 */
char *
sk_sheet_plan_dup_times (const SkSheetPlan *self,
                         guint              language)
{
  int end = sk_timetable_has_bell (self->timetable) ? sk_timetable_get_bell (self->timetable)
                                                    : sk_timetable_get_end (self->timetable);
  g_autofree char *from = sk_sheet_plan_clock (self, language, 0);
  g_autofree char *to = sk_sheet_plan_clock (self, language, end);

  return sk_paper_words_format (sk_sheet_plan_get_words (self, language), "from-to", "from", from,
                                "to", to, NULL);
}

/**
 * sk_sheet_plan_is_school:
 *
 * Returns: whether the session is given in a school, which has a bell
 */
gboolean
sk_sheet_plan_is_school (const SkSheetPlan *self)
{
  return g_strcmp0 (sk_session_get_setting (self->session), SCHOOL) == 0;
}

/**
 * sk_sheet_plan_dup_today:
 * @language: the first one of the paper, or the second
 *
 * Returns: (transfer full): what a sheet for the group is called: "Today in 5B"
 */
char *
sk_sheet_plan_dup_today (const SkSheetPlan *self,
                         guint              language)
{
  SkPaperWords *words = sk_sheet_plan_get_words (self, language);
  const char *group = sk_session_get_group (self->session);

  if (group == NULL || *group == '\0')
    return g_strdup (sk_paper_words_get (words, "today"));

  return sk_paper_words_format (words, "today-in", "group", group, NULL);
}

/**
 * sk_sheet_dup_icon:
 * @block: a block, or a lane
 *
 * Returns: (transfer full): the icon of a block: that of its kind, and of a tool that of its
 *   first theme
 */
char *
sk_sheet_dup_icon (SkBlock *block)
{
  static const char *const icons[SK_N_BLOCK_KINDS] = {
    [SK_BLOCK_TOOL] = "theme-other",    [SK_BLOCK_GROUPS] = "block-groups",
    [SK_BLOCK_WELCOME] = "block-talk",  [SK_BLOCK_TALK] = "block-talk",
    [SK_BLOCK_DO] = "block-do",         [SK_BLOCK_PLAY] = "block-play",
    [SK_BLOCK_BREAK] = "block-break",   [SK_BLOCK_DEBRIEF] = "block-debrief",
    [SK_BLOCK_HELP] = "block-help",
  };
  SkResource *resource = sk_block_get_resource (block);
  GPtrArray *themes = resource != NULL ? sk_resource_get_concepts (resource, SK_FACET_THEME) : NULL;

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      const char *notation = sk_concept_get_notation (g_ptr_array_index (themes, i));

      if (notation != NULL)
        return g_strconcat ("theme-", notation, NULL);
    }

  return g_strdup (icons[sk_block_get_kind (block)]);
}
