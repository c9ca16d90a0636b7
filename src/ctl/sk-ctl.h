/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* Exit statuses: scripts rely on them. */
typedef enum
{
  SK_CTL_DONE = 0,
  SK_CTL_FAILED = 1,
  SK_CTL_USAGE = 2,
} SkCtlStatus;

/* One run of the program: what its global options say, and the catalogue once opened. */
typedef struct
{
  char *data_dir;
  gboolean no_starter;
  gboolean quiet;
  gboolean json;
  SkCatalogue *catalogue;
} SkCtl;

typedef struct _SkCtlCommand SkCtlCommand;

struct _SkCtlCommand
{
  const char *name;
  const char *parameters;     /* as the usage line shows them */
  const char *summary;        /* not yet translated */
  SkCtlStatus (*run) (SkCtl              *ctl,
                      const SkCtlCommand *command,
                      GStrv               arguments);
  const SkCtlCommand *verbs;  /* what may follow it; NULL where no second word does */
};

/* The table of commands, in the order of the help; the last one has no name. */
extern const SkCtlCommand sk_ctl_commands[];

const SkCtlCommand *sk_ctl_find_command (const char          *name);
const SkCtlCommand *sk_ctl_find_command_in (const SkCtlCommand *table,
                                          const char          *name);
int                 sk_ctl_main         (char               **argv);
gboolean            sk_ctl_parse        (SkCtl               *ctl,
                                         const SkCtlCommand  *command,
                                         GStrv                arguments,
                                         const GOptionEntry  *entries,
                                         SkCtlStatus         *status);
SkCtlStatus         sk_ctl_fail         (const char          *message);
SkCtlStatus         sk_ctl_misuse       (const SkCtlCommand  *command,
                                         const char          *message);
const GValue       *sk_ctl_await        (DexFuture           *future,
                                         GError             **error);
gboolean            sk_ctl_open         (SkCtl               *ctl,
                                         SkCatalogueFlags     flags,
                                         SkCtlStatus         *status);
char               *sk_ctl_dup_data_dir (SkCtl               *ctl);
SkCtlStatus         sk_ctl_write        (SkCtl               *ctl,
                                         const char          *path,
                                         int                  mode,
                                         GBytes              *bytes);

/* The commands, one file each. */
SkCtlStatus sk_ctl_status      (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_sync        (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_sources     (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_search      (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_show        (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_compose     (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_session     (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_user       (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_dead_links (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_validate    (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_bench_query (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);
SkCtlStatus sk_ctl_help        (SkCtl *ctl, const SkCtlCommand *command, GStrv arguments);

G_END_DECLS
