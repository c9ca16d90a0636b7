/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a query, looked up: each a range of the catalogue's sorted words. */
typedef struct
{
  guint32 first;
  guint32 end;
  gboolean first_is_exact;
} SkWordRange;

/* The words of all records, each once, sorted, so that those with the same beginning are
 * neighbours. Immutable. */
typedef struct _SkLexicon SkLexicon;

SkLexicon  *sk_lexicon_new      (GPtrArray  *sorted);
SkLexicon  *sk_lexicon_ref      (SkLexicon  *self);
void        sk_lexicon_unref    (SkLexicon  *self);
guint32     sk_lexicon_get_size (SkLexicon  *self);
const char *sk_lexicon_get_nth  (SkLexicon  *self,
                                 guint32     nth);
GArray     *sk_lexicon_look_up  (SkLexicon  *self,
                                 const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkLexicon, sk_lexicon_unref)

G_END_DECLS
