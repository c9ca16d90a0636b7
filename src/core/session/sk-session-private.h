/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session.h"

G_BEGIN_DECLS

void     sk_session_fields_copy      (const SkSessionFields *from,
                                      SkSessionFields       *to);
void     sk_session_fields_normalise (SkSessionFields       *fields);
gboolean sk_session_fields_equal     (const SkSessionFields *a,
                                      const SkSessionFields *b);

G_END_DECLS
