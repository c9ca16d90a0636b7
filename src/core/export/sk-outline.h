/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page/sk-paper-words.h"
#include "session/sk-timetable.h"

G_BEGIN_DECLS

/* A fact of the session, in every language of the outline. */
typedef struct
{
  char *label;
  char *value;
} SkOutlineFact;

/* A line of the programme. */
typedef struct
{
  SkBlock *block;             /* (unowned) NULL: free time, or the end */
  guint position;             /* of the block, from 0; of the slot that a lane is in */
  int lane;                   /* in that block, from 0; -1: not a lane */
  int start;                  /* in minutes from the start of the session */
  guint minutes;              /* 0: of the end */
  char *clock;                /* of a lane: "" */
  GStrv titles;               /* one a language */
  GStrv remarks;              /* one a language: what is fixed, guessed, too long…; "" for none */
  char *goal;                 /* "" for none */
  char *note;                 /* "" for none, and for whoever is not the leader */
  GStrv materials;
  char *source;               /* who published it; "" for none */
  const char *url;            /* of the tool; NULL for none */
} SkOutlineRow;

/* A session as a document: what all formats say, each in its way. Two languages stand side by side
 * where there are columns, and after each other with a stroke between where there are none. */
typedef struct
{
  SkSession *session;
  SkTimetable *times;
  GStrv languages;
  GPtrArray *words;           /* SkPaperWords, one a language */
  gboolean leader;            /* goals, materials and private notes are in it, and the link */
  char *title;
  char *audience;             /* for whom the document is */
  GPtrArray *facts;           /* SkOutlineFact */
  GPtrArray *rows;            /* SkOutlineRow */
  GPtrArray *helplines;       /* SkOutlineFact: name and number, and what to know before one rings */
  char *link;                 /* NULL where it is not for the leader, or does not fit in a code */
} SkOutline;

SkOutline    *sk_outline_new       (SkSession          *session,
                                    const char * const *languages,
                                    gboolean            leader);
void          sk_outline_free      (SkOutline          *self);
SkPaperWords *sk_outline_get_words (SkOutline          *self,
                                    guint               language);
char         *sk_outline_dup_label (SkOutline          *self,
                                    const char         *key);
char         *sk_outline_join      (const char * const *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkOutline, sk_outline_free)

G_END_DECLS
