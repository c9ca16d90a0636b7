/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-search.h"

G_BEGIN_DECLS

/* What a plan's block is for: one of its tools, or what is around them. */
typedef enum
{
  SK_PART_WELCOME,
  SK_PART_TOOL,
  SK_PART_TALK,
  SK_PART_BREAK,
  SK_PART_DEBRIEF,
} SkComposePart;

char       *sk_compose_words_ages     (SkAgeRange            ages);
char       *sk_compose_words_needs    (guint                 needs);
char       *sk_compose_words_theme    (SkVocabularies       *vocabularies,
                                       SkResource           *resource,
                                       const char           *uri);
const char *sk_compose_words_title    (SkPurpose             purpose,
                                       guint                 again);
char       *sk_compose_words_summary  (const SkComposeTask  *task,
                                       SkPurpose             purpose,
                                       const SkComposePlan  *plan);
GStrv       sk_compose_words_reasons  (const SkComposeTask  *task,
                                       SkVocabularies       *vocabularies,
                                       const SkComposePlan  *plan,
                                       guint                 nth,
                                       SkResource           *resource);
GStrv       sk_compose_words_around   (const SkComposePlan  *plan,
                                       SkComposePart         part,
                                       guint                 nth);
char       *sk_compose_words_left_out (const SkComposeTask  *task,
                                       const SkComposeTool  *tool,
                                       SkResource           *resource);

G_END_DECLS
