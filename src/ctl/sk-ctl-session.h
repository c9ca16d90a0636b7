/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session-editor.h"
#include "session/sk-session-file.h"
#include "sk-ctl.h"

G_BEGIN_DECLS

/* A session and the file that it is in, for as long as one command works on it. */
typedef struct
{
  SkVocabularies *vocabularies;
  SkSessionFile *file;        /* NULL of a link */
  SkSession *session;         /* as it was read; NULL of a new one */
} SkCtlSession;

void        sk_ctl_session_clear          (SkCtlSession       *self);
gboolean    sk_ctl_session_begin          (SkCtlSession       *self,
                                           const char         *path,
                                           SkCtlStatus        *status);
gboolean    sk_ctl_session_read           (SkCtlSession       *self,
                                           const char         *path,
                                           SkCtlStatus        *status);
gboolean    sk_ctl_session_read_to_change (SkCtlSession       *self,
                                           const char         *path,
                                           SkCtlStatus        *status);
SkCtlStatus sk_ctl_session_save           (SkCtlSession       *self,
                                           SkCtl              *ctl,
                                           SkSession          *changed);
SkCtlStatus sk_ctl_session_print          (SkSession          *session);
void        sk_ctl_session_summarise      (SkSession          *session);
SkBlock    *sk_ctl_session_find_block     (const SkCtlCommand *command,
                                           SkSession          *session,
                                           const char         *number,
                                           SkCtlStatus        *status);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkCtlSession, sk_ctl_session_clear)

/* The table of what can be done with a session, ended by one without a name. */
extern const SkCtlCommand sk_ctl_session_verbs[];

SkCtlStatus sk_ctl_session_new    (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_session_add    (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_session_move   (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_session_set    (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_session_remove (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_session_show   (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_session_export (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_session_link   (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);

G_END_DECLS
