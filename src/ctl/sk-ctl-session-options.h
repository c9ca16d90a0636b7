/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-ctl-session.h"

G_BEGIN_DECLS

/* What can be set: of a session, of a block, or of both. */
typedef enum
{
  SK_CTL_OPTION_TITLE,
  SK_CTL_OPTION_SIZE,
  SK_CTL_OPTION_START,
  SK_CTL_OPTION_END,
  SK_CTL_OPTION_ZONE,
  SK_CTL_OPTION_PLACE,
  SK_CTL_OPTION_GROUP,
  SK_CTL_OPTION_AGE,
  SK_CTL_OPTION_LANGUAGE,
  SK_CTL_OPTION_SETTING,
  SK_CTL_OPTION_ROOM,
  SK_CTL_OPTION_AIMS,
  SK_CTL_OPTION_MINUTES,
  SK_CTL_OPTION_MIN,
  SK_CTL_OPTION_SKIPPABLE,
  SK_CTL_OPTION_LOCK,
  SK_CTL_OPTION_ACTIVITY,
  SK_CTL_OPTION_GOAL,
  SK_CTL_OPTION_NOTE,
} SkCtlOption;

#define SK_CTL_N_OPTIONS 19

typedef enum
{
  SK_CTL_OF_SESSION = 1 << 0,
  SK_CTL_OF_BLOCK = 1 << 1,
} SkCtlOptionScope;

/* The options as they were typed, NULL where not. */
typedef struct
{
  char *values[SK_CTL_N_OPTIONS];
  GStrv materials;
} SkCtlSessionOptions;

void     sk_ctl_session_options_clear       (SkCtlSessionOptions       *self);
void     sk_ctl_session_options_add_entries (SkCtlSessionOptions       *self,
                                             SkCtlOptionScope           scope,
                                             GArray                    *entries);
gboolean sk_ctl_session_options_has         (const SkCtlSessionOptions *self,
                                             SkCtlOptionScope           scope,
                                             const char               **name);
gboolean sk_ctl_session_options_apply       (const SkCtlSessionOptions *self,
                                             SkSessionFields           *fields,
                                             SkVocabularies            *vocabularies,
                                             GError                   **error);
gboolean sk_ctl_block_options_apply         (const SkCtlSessionOptions *self,
                                             SkBlockFields             *fields,
                                             GError                   **error);
gboolean sk_ctl_session_times_apply         (const SkCtlSessionOptions *self,
                                             SkSessionFields           *fields,
                                             GError                   **error);
gboolean sk_ctl_session_read_clock          (const char                *text,
                                             int                       *minute);
gboolean sk_ctl_session_read_number         (const char                *text,
                                             guint                      max,
                                             guint                     *number);
gboolean sk_ctl_session_refuse_value        (GError                   **error,
                                             const char                *value,
                                             const char                *message);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkCtlSessionOptions, sk_ctl_session_options_clear)

G_END_DECLS
