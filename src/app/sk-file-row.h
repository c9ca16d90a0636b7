/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/sk-attachment.h"

G_BEGIN_DECLS

/* A file of a tool, in a list: its name, what it is and how large. It opens in the browser. */

GtkWidget *sk_file_row_new (SkAttachment *attachment);

G_END_DECLS
