/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

char *sk_feed_writer_write_record (SkResource *resource);

G_END_DECLS
