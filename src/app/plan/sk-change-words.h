/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-tool-change.h"

G_BEGIN_DECLS

/* A changed tool in words: each fact by its name and as a value, and what it means for a session. */

const char *sk_change_words_fact        (SkToolFact    fact);
char       *sk_change_words_value       (SkResource   *resource,
                                         SkToolFact    fact);
char       *sk_change_words_consequence (SkToolChange *change,
                                         SkSession    *session,
                                         SkToolFact    fact);
char       *sk_change_words_unchanged   (SkToolChange *change);
char       *sk_change_words_origin      (SkToolChange *change);
char       *sk_change_words_taken       (SkToolChange *change,
                                         SkSession    *session);

G_END_DECLS
