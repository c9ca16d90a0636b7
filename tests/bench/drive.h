/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sidekick's window, driven from within its own program: what it takes is printed, a line each. */
int drive_open (const char *data_dir);
int drive_use  (const char *data_dir);

G_END_DECLS
