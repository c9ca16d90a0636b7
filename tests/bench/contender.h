/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "answer.h"
#include "question.h"

G_BEGIN_DECLS

/* One of those that are measured. Each works in processes of its own, in a folder with the
 * feed and the corpus: in one it makes what it needs, in another it answers. */
typedef struct
{
  const char *name;           /* its row in the table */
  const char *file;           /* what it keeps in the folder; a few may share it */
  gboolean strict;            /* words are what they are: no tails, no repair */

  /* Makes the file. Returns the seconds that it took. */
  double (*make) (const char *folder);

  gpointer (*open) (const char *folder,
                    Corpus     *corpus);

  /* Does all the work; the clock runs. Each takes the form of the query that it knows. */
  void (*search) (gpointer        self,
                  SkQuery        *query,
                  const Question *question);

  /* Tells what came of the last search; @answer is empty. */
  void (*tell) (gpointer        self,
                const Question *question,
                Answer         *answer);

  void (*close) (gpointer self);
} Contender;

#define CONTENDER_FEED "feed.json"
#define CONTENDER_CORPUS "corpus.db"

extern const Contender contender_index;
extern const Contender contender_index_strict;
extern const Contender contender_scan;
extern const Contender contender_sql;
extern const Contender contender_fts_ranked;
extern const Contender contender_fts_set;
extern const Contender contender_xapian;

G_END_DECLS
