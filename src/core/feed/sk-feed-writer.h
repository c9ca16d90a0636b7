/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-collection.h"
#include "model/sk-event.h"
#include "model/sk-resource.h"

G_BEGIN_DECLS

char *sk_feed_writer_write_record  (SkResource *resource);
char *sk_feed_writer_write_curated (GObject    *thing);

G_END_DECLS
