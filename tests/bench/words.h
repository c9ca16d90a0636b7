/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a language, the commonest first and without an end. */
typedef struct _Words Words;

Words *words_new    (const char *language);
void   words_free   (Words      *self);
void   words_append (Words      *self,
                     GString    *text,
                     guint       rank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, words_free)

G_END_DECLS
