/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* A link that a person found dead, for its publisher to mend. */
typedef struct
{
  char *id;                   /* of the tool */
  char *title;                /* empty where the catalogue has it no longer */
  char *publisher;
  char *url;
  char *date;                 /* "2027-02-09" */
} SkDeadLink;

void       sk_dead_link_free     (SkDeadLink         *self);
GPtrArray *sk_dead_links_list    (SkUserData         *user,
                                  SkIndex            *index,
                                  const char * const *languages);
GBytes    *sk_dead_links_to_csv  (GPtrArray          *links);
char      *sk_dead_links_to_text (GPtrArray          *links);

G_END_DECLS
