/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes up records as publishers write them: in four languages, with words, themes and
 * publishers as unequal as they are (Zipf), ever more words the more there is to read
 * (Heaps), names in other scripts, and facts that are missing. The same seed makes the same
 * records. */
typedef struct _FeedMaker FeedMaker;

FeedMaker    *feed_maker_new       (guint64     seed);
void          feed_maker_free      (FeedMaker  *self);
void          feed_maker_append    (FeedMaker  *self,
                                    GString    *text,
                                    guint64     nth);
GInputStream *feed_maker_open_feed (guint64     n_records);
void          feed_maker_save_feed (const char *path,
                                    guint64     n_records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeedMaker, feed_maker_free)

G_END_DECLS
