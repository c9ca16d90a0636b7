/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* What fills the minutes: a tool of the catalogue, groups side by side, or a block of one's own. */
typedef enum
{
  SK_BLOCK_TOOL,
  SK_BLOCK_GROUPS,
  SK_BLOCK_WELCOME,
  SK_BLOCK_TALK,
  SK_BLOCK_DO,
  SK_BLOCK_PLAY,
  SK_BLOCK_BREAK,
  SK_BLOCK_DEBRIEF,
  SK_BLOCK_HELP,
} SkBlockKind;

#define SK_N_BLOCK_KINDS 9

/* What the group does in it. */
typedef enum
{
  SK_ACTIVITY_NONE,
  SK_ACTIVITY_TALK,
  SK_ACTIVITY_DO,
  SK_ACTIVITY_PLAY,
} SkActivity;

/* The lock of a block that begins when the one before it ends. */
#define SK_BLOCK_UNLOCKED (-1)

/* A block lasts at least a minute, and not longer than a day. */
#define SK_BLOCK_MAX_MINUTES 1440
#define SK_BLOCK_MIN_LANES 2
#define SK_BLOCK_MAX_LANES 4

/* What a SkBlock is made from. Begin with sk_block_fields_init() or sk_block_copy_fields(). */
typedef struct
{
  char *id;                   /* in its session, for as long as the block lives; NULL: a new one is made */
  SkBlockKind kind;
  char *title;                /* as people read it; "" allowed */
  guint minutes;              /* of a lane: those of its block */
  gboolean minutes_guessed;   /* by the format, since neither publisher nor person said */
  guint minutes_min;          /* the shortest sensible length, 0: not stated */
  gboolean skippable;
  int lock;                   /* minute of the day, local; SK_BLOCK_UNLOCKED */
  SkActivity activity;
  char *goal;                 /* what and why, for the sheet; "" or NULL: none */
  char *note;                 /* private, for the leader alone */
  GStrv materials;            /* to put ready, one a line */
  guint size;                 /* people in this lane, 0: not said */
  char *resource_id;          /* of a tool: its id; NULL in other blocks */
  SkResource *resource;       /* of a tool: its record as pinned; NULL where only its id is known */
  char *snapshot;             /* that record's JSON as in the file, so that nothing of it is lost */
  gboolean withdrawn;         /* no longer in the catalogue when that was last looked at */
  char *kept;                 /* sha256 of the catalogue's newer record that was refused: mine is kept */
  GStrv reasons;              /* why the composer chose it; NULL: a person did */
  GPtrArray *lanes;           /* of groups: SkBlock, two to four, none of them groups */
  JsonObject *more;           /* fields of the file that this version does not know */
} SkBlockFields;

void sk_block_fields_init  (SkBlockFields *fields);
void sk_block_fields_clear (SkBlockFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkBlockFields, sk_block_fields_clear)

/* A piece of a session's time. Immutable: a change makes another block with the same id. */
#define SK_TYPE_BLOCK (sk_block_get_type ())
G_DECLARE_FINAL_TYPE (SkBlock, sk_block, SK, BLOCK, GObject)

SkBlock            *sk_block_new                 (SkBlockFields      *fields);
SkBlock            *sk_block_new_own             (SkBlockKind         kind,
                                                  const char         *title,
                                                  guint               minutes);
SkBlock            *sk_block_new_tool            (SkResource         *resource,
                                                  const char * const *languages);
void                sk_block_copy_fields         (SkBlock            *self,
                                                  SkBlockFields      *fields);
SkBlock            *sk_block_dup_as_new          (SkBlock            *self);
const char         *sk_block_get_id              (SkBlock            *self);
SkBlockKind         sk_block_get_kind            (SkBlock            *self);
const char         *sk_block_get_title           (SkBlock            *self);
guint               sk_block_get_minutes         (SkBlock            *self);
gboolean            sk_block_get_minutes_guessed (SkBlock            *self);
guint               sk_block_get_minutes_min     (SkBlock            *self);
gboolean            sk_block_get_skippable       (SkBlock            *self);
int                 sk_block_get_lock            (SkBlock            *self);
SkActivity          sk_block_get_activity        (SkBlock            *self);
const char         *sk_block_get_goal            (SkBlock            *self);
const char         *sk_block_get_note            (SkBlock            *self);
const char * const *sk_block_get_materials       (SkBlock            *self);
guint               sk_block_get_size            (SkBlock            *self);
const char         *sk_block_get_resource_id     (SkBlock            *self);
SkResource         *sk_block_get_resource        (SkBlock            *self);
const char         *sk_block_get_snapshot        (SkBlock            *self);
gboolean            sk_block_get_withdrawn       (SkBlock            *self);
const char         *sk_block_get_kept            (SkBlock            *self);
const char * const *sk_block_get_reasons         (SkBlock            *self);
GPtrArray          *sk_block_get_lanes           (SkBlock            *self);
JsonObject         *sk_block_get_more            (SkBlock            *self);
const char         *sk_block_get_family          (SkBlock            *self);
gboolean            sk_block_needs               (SkBlock            *self,
                                                  const char         *need);
gboolean            sk_block_equal               (SkBlock            *a,
                                                  SkBlock            *b);

const char         *sk_block_kind_to_string      (SkBlockKind         kind);
gboolean            sk_block_kind_parse          (const char         *text,
                                                  SkBlockKind        *kind);
SkActivity          sk_block_kind_get_activity   (SkBlockKind         kind);
const char         *sk_activity_to_string        (SkActivity          activity);
gboolean            sk_activity_parse            (const char         *text,
                                                  SkActivity         *activity);

GPtrArray          *sk_blocks_copy               (GPtrArray          *blocks);
gboolean            sk_blocks_equal              (GPtrArray          *a,
                                                  GPtrArray          *b);

G_END_DECLS
