/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-document-private.h"
#include "sk-session-folder.h"

G_BEGIN_DECLS

#define SK_SESSION_SUFFIX ".sidekick"

struct _SkSessionFolder
{
  GObject parent_instance;

  char *path;                 /* where the files are */
  char *versions;             /* where states of before are kept, of each session in its folder */
  char *trash;                /* where those that were removed are for a while */
  SkVocabularies *vocabularies;
  char *sitting;              /* this run of the program */
  GPtrArray *documents;       /* SkSessionDocument */
  GPtrArray *removed;         /* SkSessionDocument */
  char *notice;

  DexFuture *opening;         /* NULL until it is opened */
  GFileMonitor *monitor;
  GHashTable *touched;        /* paths of files that something happened to */
  guint timer;
  gboolean closed;
};

/* A file that could be read. */
typedef struct
{
  SkSessionFile *file;
  SkSession *session;
  gboolean newer;
} SkFoundSession;

/* What was found, read by a worker. */
typedef struct
{
  GPtrArray *sessions;        /* SkFoundSession */
  GPtrArray *problems;        /* char *: which file cannot be opened, why, and what to do */
  gboolean writable;
} SkFoundSessions;

void sk_found_sessions_free (SkFoundSessions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFoundSessions, sk_found_sessions_free)

SkFoundSessions   *sk_found_sessions_read            (SkSessionFolder    *folder,
                                                      const char * const *paths);
SkFoundSessions   *sk_found_sessions_open            (SkSessionFolder    *folder);
SkSessionDocument *sk_session_folder_add_file        (SkSessionFolder    *self,
                                                      SkSessionFile      *file,
                                                      SkSession          *session);
SkSessionDocument *sk_session_folder_add_new         (SkSessionFolder    *self,
                                                      SkSession          *session);
char              *sk_session_folder_make_path       (const char         *folder,
                                                      const char         *id);
gboolean           sk_session_folder_take_out        (SkSessionFolder    *self,
                                                      SkSessionDocument  *document);
void               sk_session_folder_put_in          (SkSessionFolder    *self,
                                                      SkSessionDocument  *document);
void               sk_session_folder_set_notice      (SkSessionFolder    *self,
                                                      const char         *notice);
SkSession         *sk_session_folder_make_copy       (SkSession          *session);
void               sk_session_folder_note            (SkSessionFolder    *self,
                                                      const char         *path);
void               sk_session_folder_watch           (SkSessionFolder    *self);
void               sk_session_folder_take_found      (SkSessionFolder    *self,
                                                      SkFoundSessions    *found);
SkSessionDocument *sk_session_folder_find_path       (SkSessionFolder    *self,
                                                      const char         *path);

G_END_DECLS
