/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-paper-words.h"

G_BEGIN_DECLS

/* Whom a help line is for. */
typedef enum
{
  SK_HELP_FOR_CHILDREN = 1 << 0,
  SK_HELP_FOR_PARENTS = 1 << 1,
  SK_HELP_FOR_EDUCATORS = 1 << 2,
} SkHelpAudience;

/* A number that somebody in need can ring, and where it was seen. Immutable. */
typedef struct
{
  char *id;
  char *country;              /* ISO 3166: "BE" */
  char *name;
  char *phone;
  char *url;
  GStrv languages;            /* in which it answers */
  SkHelpAudience audience;
  gboolean free;              /* to call; FALSE: not said */
  gboolean always;            /* day and night; FALSE: not said */
  char *source;               /* the page on which the number was seen */
  char *seen;                 /* when, "2026-11" */
  char *until;                /* the last day on which it holds, "2027-08-31"; NULL: not said */
} SkHelpline;

GPtrArray *sk_helplines_read      (GBytes             *json,
                                   GError            **error);
GPtrArray *sk_helplines_choose    (GPtrArray          *lines,
                                   SkSession          *session,
                                   const char * const *languages);
GPtrArray *sk_helplines_for       (SkSession          *session,
                                   const char * const *languages);
gboolean   sk_helpline_answers_in (const SkHelpline   *self,
                                   const char         *language);
char      *sk_helpline_dup_site   (const SkHelpline   *self);
char      *sk_helpline_describe   (const SkHelpline   *self,
                                   SkPaperWords       *words,
                                   gboolean            brief);
char      *sk_helplines_tell_sources (GPtrArray       *lines,
                                   SkPaperWords       *words);

G_END_DECLS
