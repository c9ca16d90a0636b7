/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* What a person sees of a tool. When a record changes in nothing else, nobody need hear of it. */
typedef enum
{
  SK_TOOL_NAME,
  SK_TOOL_DESCRIPTION,
  SK_TOOL_MINUTES,
  SK_TOOL_AGES,
  SK_TOOL_LANGUAGES,
  SK_TOOL_NEEDS,
  SK_TOOL_GROUP,
  SK_TOOL_FILES,
  SK_TOOL_QUESTIONS,
  SK_TOOL_SENSITIVE,
  SK_TOOL_THEMES,
  SK_TOOL_FORMATS,
  SK_TOOL_ADDRESS,
  SK_TOOL_PUBLISHERS,
  SK_TOOL_LICENCE,
  SK_TOOL_COST,
} SkToolFact;

#define SK_N_TOOL_FACTS 16

gboolean sk_tool_has_fact   (SkResource *resource,
                             SkToolFact  fact);
gboolean sk_tool_same_fact  (SkResource *a,
                             SkResource *b,
                             SkToolFact  fact);
char    *sk_tool_hash_facts (SkResource *resource);

G_END_DECLS
