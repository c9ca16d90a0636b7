/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A text in one or more languages. Filled once by its maker, then shared unchanged. */
typedef struct _SkLangString SkLangString;

#define SK_TYPE_LANG_STRING (sk_lang_string_get_type ())

GType         sk_lang_string_get_type (void);
SkLangString *sk_lang_string_new      (void);
SkLangString *sk_lang_string_ref      (SkLangString *self);
void          sk_lang_string_unref    (SkLangString *self);
void          sk_lang_string_add      (SkLangString *self,
                                       const char   *language,
                                       const char   *text);
guint         sk_lang_string_get_size (const SkLangString *self);
const char   *sk_lang_string_get_nth  (const SkLangString *self,
                                       guint               nth,
                                       const char        **language);
const char   *sk_lang_string_find     (const SkLangString *self,
                                       const char         *language);
const char   *sk_lang_string_pick     (const SkLangString  *self,
                                       const char * const  *preferred,
                                       const char * const  *own,
                                       const char         **language);
gboolean      sk_lang_string_equal    (const SkLangString *a,
                                       const SkLangString *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkLangString, sk_lang_string_unref)

G_END_DECLS
