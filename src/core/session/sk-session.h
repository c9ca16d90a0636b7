/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block.h"

G_BEGIN_DECLS

/* What a SkSession is made from. Begin with sk_session_fields_init() or sk_session_copy_fields(). */
typedef struct
{
  char *id;                   /* a UUID; NULL: a new one is made */
  char *title;
  GDateTime *start;           /* local, with its zone; NULL: the next Safer Internet Day at 10:00 */
  GDateTime *end;             /* the bell, in the same zone; NULL: none */
  char *place;
  GStrv languages;            /* BCP 47, the first one leads; never empty in a SkSession */
  char *group;                /* what the group is called: "5B" */
  gboolean has_ages;
  SkAgeRange ages;
  guint size;                 /* people, 0: not said */
  char *setting;              /* concept URI; NULL: not said */
  gboolean room_stated;       /* whether what the room has is said at all */
  GStrv room;                 /* of the six needs of SkResource, those that the room has */
  char *aims;
  gboolean archived;
  GPtrArray *blocks;          /* SkBlock */
  GHashTable *edits;          /* sitting → how many changes it made: sk_session_compare() */
  gint64 modified;            /* seconds since the epoch */
  JsonObject *more;           /* fields of the file that this version does not know */
} SkSessionFields;

void sk_session_fields_init      (SkSessionFields *fields);
void sk_session_fields_clear     (SkSessionFields *fields);
void sk_session_fields_set_start (SkSessionFields *fields,
                                  GDateTime       *start);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkSessionFields, sk_session_fields_clear)

/* How two states of one session stand to each other. */
typedef enum
{
  SK_SESSION_SAME,
  SK_SESSION_OLDER,           /* the second one has all of the first, and more */
  SK_SESSION_NEWER,
  SK_SESSION_APART,           /* both have what the other has not */
} SkSessionOrder;

/* Where a block is: its number from 0, and the lane in it, or -1. */
typedef struct
{
  guint position;
  int lane;
} SkBlockPlace;

/* An hour with a group. Immutable: a change makes another session with the same id. */
#define SK_TYPE_SESSION (sk_session_get_type ())
G_DECLARE_FINAL_TYPE (SkSession, sk_session, SK, SESSION, GObject)

SkSession          *sk_session_new             (SkSessionFields    *fields);
void                sk_session_copy_fields     (SkSession          *self,
                                                SkSessionFields    *fields);
SkSession          *sk_session_dup_as_new      (SkSession          *self,
                                                const char         *title);
const char         *sk_session_get_id          (SkSession          *self);
const char         *sk_session_get_title       (SkSession          *self);
GDateTime          *sk_session_get_start       (SkSession          *self);
GDateTime          *sk_session_get_end         (SkSession          *self);
const char         *sk_session_get_place       (SkSession          *self);
const char * const *sk_session_get_languages   (SkSession          *self);
const char         *sk_session_get_group       (SkSession          *self);
gboolean            sk_session_get_ages        (SkSession          *self,
                                                SkAgeRange         *ages);
guint               sk_session_get_size        (SkSession          *self);
const char         *sk_session_get_setting     (SkSession          *self);
const char * const *sk_session_get_room        (SkSession          *self);
gboolean            sk_session_has_need        (SkSession          *self,
                                                const char         *need);
const char         *sk_session_get_aims        (SkSession          *self);
gboolean            sk_session_get_archived    (SkSession          *self);
GPtrArray          *sk_session_get_blocks      (SkSession          *self);
guint               sk_session_get_n_blocks    (SkSession          *self);
SkBlock            *sk_session_get_block       (SkSession          *self,
                                                guint               position);
SkBlock            *sk_session_find_block      (SkSession          *self,
                                                const char         *id,
                                                SkBlockPlace       *place);
GPtrArray          *sk_session_list_tools      (SkSession          *self);
GHashTable         *sk_session_get_edits       (SkSession          *self);
gint64              sk_session_get_modified    (SkSession          *self);
JsonObject         *sk_session_get_more        (SkSession          *self);
SkSession          *sk_session_with_blocks     (SkSession          *self,
                                                GPtrArray          *blocks);
SkSession          *sk_session_with_block      (SkSession          *self,
                                                SkBlock            *block);
SkSession          *sk_session_with_edit       (SkSession          *self,
                                                const char         *sitting,
                                                gint64              modified);
SkSession          *sk_session_with_edits_of   (SkSession          *self,
                                                SkSession          *other);
SkSessionOrder      sk_session_compare         (SkSession          *a,
                                                SkSession          *b);
gboolean            sk_session_equal           (SkSession          *a,
                                                SkSession          *b);
GDateTime          *sk_session_dup_time        (SkSession          *self,
                                                int                 minutes);
GDateTime          *sk_safer_internet_day_next (GDateTime          *now);

G_END_DECLS
