/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "sk-profile.h"

G_BEGIN_DECLS

/* What a person keeps about tools, in user.json of the data folder: favourites, own notes, marks of
 * dead links, and for whom tools are looked for. A change counts at once; a worker makes it durable
 * within a second, on top of what other programs wrote. For the main thread.
 *
 * Properties:
 *   loaded    whether the file was read; until then nothing is known
 *   error     what a person must know where it cannot be read or written, NULL where it can
 *   notice    what a person must know besides, NULL for nothing
 *
 * Signals:
 *   changed   (const char *id): something about this tool; NULL: about any, or the profile
 */
#define SK_TYPE_USER_DATA (sk_user_data_get_type ())
G_DECLARE_FINAL_TYPE (SkUserData, sk_user_data, SK, USER_DATA, GObject)

SkUserData  *sk_user_data_new            (const char  *data_dir);
DexFuture   *sk_user_data_close          (SkUserData  *self);
gboolean     sk_user_data_get_loaded     (SkUserData  *self);
const char  *sk_user_data_get_error      (SkUserData  *self);
const char  *sk_user_data_get_notice     (SkUserData  *self);

gboolean     sk_user_data_get_favourite  (SkUserData  *self,
                                          const char  *id);
void         sk_user_data_set_favourite  (SkUserData  *self,
                                          const char  *id,
                                          gboolean     favourite);
GStrv        sk_user_data_dup_favourites (SkUserData  *self);
const char  *sk_user_data_get_note       (SkUserData  *self,
                                          const char  *id);
void         sk_user_data_set_note       (SkUserData  *self,
                                          const char  *id,
                                          const char  *note);
const char  *sk_user_data_get_dead_link  (SkUserData  *self,
                                          const char  *id);
const char  *sk_user_data_get_dead_url   (SkUserData  *self,
                                          const char  *id);
void         sk_user_data_set_dead_link  (SkUserData  *self,
                                          const char  *id,
                                          const char  *url,
                                          gboolean     dead);
GStrv        sk_user_data_dup_dead_links (SkUserData  *self);
SkProfile   *sk_user_data_dup_profile    (SkUserData  *self);
void         sk_user_data_set_profile    (SkUserData  *self,
                                          SkProfile   *profile);

G_END_DECLS
