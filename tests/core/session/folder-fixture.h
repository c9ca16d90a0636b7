/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session-commands.h"
#include "session/sk-session-error.h"
#include "session/sk-session-folder.h"

#define FOLDER_ID "3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01"

/* A data folder with the sessions in it. */
typedef struct
{
  SkVocabularies *vocabularies;
  char *data;
  SkSessionFolder *folder;
} FolderFixture;

void               folder_set_up        (FolderFixture      *fixture,
                                         gconstpointer       data);
void               folder_tear_down     (FolderFixture      *fixture,
                                         gconstpointer       data);
void               folder_open          (FolderFixture      *fixture);
void               folder_reopen        (FolderFixture      *fixture);
char              *folder_path          (FolderFixture      *fixture,
                                         const char         *name);
char              *folder_put           (FolderFixture      *fixture,
                                         const char         *name);
SkSession         *folder_read          (FolderFixture      *fixture,
                                         const char         *path);
SkSession         *folder_make          (const char         *title);
SkSessionDocument *folder_nth           (FolderFixture      *fixture,
                                         guint               position);
guint              folder_size          (FolderFixture      *fixture);
const GValue      *folder_await         (DexFuture          *future,
                                         GError            **error);
void               folder_save          (SkSessionDocument  *document);

/* Lets things happen until it is so; fails where it does not come to it. */
#define folder_until(condition)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 folder_deadline_ = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;                       \
    while (!(condition))                                                                           \
      {                                                                                            \
        if (g_get_monotonic_time () > folder_deadline_)                                            \
          g_error ("It did not come to this: %s", #condition);                                     \
        folder_wait ();                                                                            \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

void folder_wait (void);
