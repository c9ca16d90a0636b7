/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-composer.h"

G_BEGIN_DECLS

#define SK_COMPOSE_MAX_THEMES 64

/* A request made ready to hold thousands of tools against it. */
typedef struct
{
  guint minutes;
  gboolean has_ages;
  SkAgeRange ages;
  guint size;
  GStrv languages;            /* primary subtags in lower case; NULL: any */
  guint n_themes;
  char **themes;              /* URIs in the order of their bytes; NULL: any */
  double wants[SK_COMPOSE_MAX_THEMES]; /* the share of each, together 1 */
  guint missing;              /* needs that the room lacks, bits in the order of sk_needs */
  GHashTable *avoid;          /* ids */
  char *setting;
} SkComposeTask;

void  sk_compose_task_init     (SkComposeTask          *self,
                                const SkComposeRequest *request);
void  sk_compose_task_clear    (SkComposeTask          *self);
char *sk_compose_language_root (const char             *language);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkComposeTask, sk_compose_task_clear)

G_END_DECLS
