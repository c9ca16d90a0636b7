/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-remedy-private.h"

/* A list is read at a glance: so many of one kind, and so many before those that change a fixed
 * time. */
#define MAX_OF_A_KIND 2
#define MAX_BLOCK_REMEDIES 4

/* Where nobody said how short a block may be, half of it is left, and this at least. */
#define SHORTEST_UNSTATED 5

/* What is being repaired. */
typedef struct
{
  SkSession *session;
  GPtrArray *blocks;          /* of the session */
  SkTimetable *timetable;
  GArray *stretches;
  const SkStretch *stretch;   /* the one that is too long */
  SkBlock *next;              /* what it runs into; NULL: the bell */
  GPtrArray *remedies;
} Repair;

/* Something that could be done to a block, and what to weigh it by. */
typedef struct
{
  guint position;
  guint target;               /* of a move: the stretch where it goes */
  guint won;
  gboolean sure;              /* may be dropped, or is known to bear being this short */
  guint loss;                 /* minutes given up beyond what is needed */
} Option;

static guint
find_shortest (SkBlock *block)
{
  const guint minutes = sk_block_get_minutes (block);
  const guint stated = sk_block_get_minutes_min (block);

  if (stated > 0)
    return MIN (stated, minutes);

  return MAX (MIN (SHORTEST_UNSTATED, minutes), (minutes + 1) / 2);
}

/*
 * sk_remedy_with_minutes:
 * @block: a block
 * @minutes: how long it is to last
 *
 * Returns: (transfer full): the same block of that length
 */
SkBlock *
sk_remedy_with_minutes (SkBlock *block,
                        guint    minutes)
{
  g_auto (SkBlockFields) fields = { 0 };

  sk_block_copy_fields (block, &fields);
  fields.minutes = minutes;
  fields.minutes_guessed = FALSE;

  return sk_block_new (&fields);
}

/*
 * sk_remedy_dup_others:
 * @session: a session
 * @position: of one of its blocks
 *
 * Returns: (transfer full): the other blocks
 */
GPtrArray *
sk_remedy_dup_others (SkSession *session,
                      guint      position)
{
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *blocks = sk_session_get_blocks (session);

  for (guint i = 0; i < blocks->len; i++)
    if (i != position)
      g_ptr_array_add (others, g_object_ref (g_ptr_array_index (blocks, i)));

  return others;
}

static SkBlock *
get_block (Repair *repair,
           guint   position)
{
  return g_ptr_array_index (repair->blocks, position);
}

static gboolean
is_locked (Repair *repair,
           guint   position)
{
  return sk_timetable_get_slot (repair->timetable, position)->locked;
}

static void
add (Repair         *repair,
     SkSession      *after,
     SkRemedyChange  change)
{
  g_autoptr (SkRemedy) remedy = NULL;

  change.excess = repair->stretch->excess;
  change.next = repair->next;
  remedy = sk_remedy_new (repair->session, after, &change);
  if (sk_remedy_get_won (remedy) > 0)
    g_ptr_array_add (repair->remedies, g_steal_pointer (&remedy));
}

static gboolean
is_solved (Repair *repair)
{
  for (guint i = 0; i < repair->remedies->len; i++)
    if (sk_remedy_get_solves (g_ptr_array_index (repair->remedies, i)))
      return TRUE;

  return FALSE;
}

static int
compare_options (gconstpointer a,
                 gconstpointer b)
{
  const Option *one = a;
  const Option *other = b;

  if (one->won != other->won)
    return one->won > other->won ? -1 : 1;
  if (one->sure != other->sure)
    return one->sure ? -1 : 1;
  if (one->loss != other->loss)
    return one->loss < other->loss ? -1 : 1;

  return one->position < other->position ? -1 : one->position > other->position;
}

static void
move_block (Repair       *repair,
            const Option *option)
{
  SkBlock *block = get_block (repair, option->position);
  g_autoptr (GPtrArray) blocks = sk_remedy_dup_others (repair->session, option->position);
  g_autoptr (SkSession) after = NULL;
  int place = sk_stretch_find_place (&g_array_index (repair->stretches, SkStretch, option->target),
                                     repair->session);

  if (place > (int) option->position)
    place--;
  g_ptr_array_insert (blocks, place, g_object_ref (block));
  after = sk_session_with_blocks (repair->session, blocks);
  add (repair, after,
       (SkRemedyChange) {
           .kind = SK_REMEDY_MOVE, .block = block, .minutes = sk_block_get_minutes (block) });
}

static void
find_places_for (Repair *repair,
                 guint   position,
                 GArray *options)
{
  const guint minutes = sk_block_get_minutes (get_block (repair, position));
  const guint excess = repair->stretch->excess;

  for (guint i = 0; i < repair->stretches->len; i++)
    {
      const SkStretch *target = &g_array_index (repair->stretches, SkStretch, i);

      if (target != repair->stretch && target->bounded && minutes <= target->free &&
          sk_stretch_find_place (target, repair->session) >= 0)
        {
          const Option option = {
            .position = position,
            .target = i,
            .won = MIN (minutes, excess),
            .sure = sk_block_get_skippable (get_block (repair, position)),
            .loss = minutes - MIN (minutes, excess),
          };

          g_array_append_val (options, option);
        }
    }
}

static void
list_moves (Repair *repair)
{
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (Option));
  const guint end = repair->stretch->first + repair->stretch->n_blocks;
  guint n_moves = 0;

  for (guint i = repair->stretch->first; i < end; i++)
    {
      SkBlock *block = get_block (repair, i);

      if (!is_locked (repair, i) && !sk_stretch_is_closing (block) &&
          sk_block_get_kind (block) != SK_BLOCK_WELCOME)
        find_places_for (repair, i, options);
    }

  g_array_sort (options, compare_options);
  for (guint i = 0; i < options->len && n_moves < MAX_OF_A_KIND; i++)
    {
      const Option *option = &g_array_index (options, Option, i);

      if (i > 0 && option->position == g_array_index (options, Option, i - 1).position)
        continue;
      move_block (repair, option);
      n_moves++;
    }
}

/* The blocks that can give minutes; those first of which that is known. */
static GArray *
find_slack (Repair *repair)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (Option));
  const guint end = repair->stretch->first + repair->stretch->n_blocks;

  for (guint i = repair->stretch->first; i < end; i++)
    {
      SkBlock *block = get_block (repair, i);
      const guint slack = sk_block_get_minutes (block) - find_shortest (block);
      const Option option = {
        .position = i,
        .won = MIN (slack, repair->stretch->excess),
        .sure = sk_block_get_minutes_min (block) > 0,
        .loss = sk_block_get_skippable (block) ? 0 : 1,
      };

      if (option.won > 0 && !sk_stretch_is_closing (block))
        g_array_append_val (options, option);
    }

  g_array_sort (options, compare_options);
  return options;
}

static void
list_shorter (Repair *repair)
{
  g_autoptr (GArray) options = find_slack (repair);

  for (guint i = 0; i < MIN (options->len, MAX_OF_A_KIND); i++)
    {
      const Option *option = &g_array_index (options, Option, i);
      SkBlock *block = get_block (repair, option->position);
      const guint minutes = sk_block_get_minutes (block) - option->won;
      g_autoptr (SkBlock) shorter = sk_remedy_with_minutes (block, minutes);
      g_autoptr (SkSession) after = sk_session_with_block (repair->session, shorter);

      add (repair, after,
           (SkRemedyChange) { .kind = SK_REMEDY_SHORTEN, .block = block, .minutes = minutes });
    }
}

static void
list_shorter_together (Repair *repair)
{
  g_autoptr (GArray) options = find_slack (repair);
  g_autoptr (SkSession) after = g_object_ref (repair->session);
  guint left = repair->stretch->excess;
  guint n_blocks = 0;

  for (guint i = 0; i < options->len && left > 0; i++)
    {
      const Option *option = &g_array_index (options, Option, i);
      SkBlock *block = get_block (repair, option->position);
      const guint less = MIN (option->won, left);
      g_autoptr (SkBlock) shorter = NULL;
      g_autoptr (SkSession) before = g_steal_pointer (&after);

      shorter = sk_remedy_with_minutes (block, sk_block_get_minutes (block) - less);
      after = sk_session_with_block (before, shorter);
      left -= less;
      n_blocks++;
    }

  if (n_blocks > 1)
    add (repair, after,
         (SkRemedyChange) { .kind = SK_REMEDY_SHORTEN_SEVERAL, .n_blocks = n_blocks });
}

static void
list_left_out (Repair   *repair,
               gboolean  skippable,
               guint     max)
{
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (Option));
  const guint end = repair->stretch->first + repair->stretch->n_blocks;

  for (guint i = repair->stretch->first; i < end; i++)
    {
      SkBlock *block = get_block (repair, i);
      const guint minutes = sk_block_get_minutes (block);
      const guint won = MIN (minutes, repair->stretch->excess);
      const Option option = { .position = i, .won = won, .loss = minutes - won };

      if (sk_block_get_skippable (block) == skippable && !is_locked (repair, i) &&
          !sk_stretch_is_closing (block))
        g_array_append_val (options, option);
    }

  g_array_sort (options, compare_options);
  for (guint i = 0; i < MIN (options->len, max); i++)
    {
      const guint position = g_array_index (options, Option, i).position;
      g_autoptr (GPtrArray) blocks = sk_remedy_dup_others (repair->session, position);
      g_autoptr (SkSession) after = sk_session_with_blocks (repair->session, blocks);

      add (repair, after,
           (SkRemedyChange) { .kind = SK_REMEDY_LEAVE_OUT, .block = get_block (repair, position) });
    }
}

static void
list_unlocked (Repair *repair)
{
  g_auto (SkBlockFields) fields = { 0 };
  g_autoptr (SkBlock) unlocked = NULL;
  g_autoptr (SkSession) after = NULL;

  sk_block_copy_fields (repair->next, &fields);
  fields.lock = SK_BLOCK_UNLOCKED;
  unlocked = sk_block_new (&fields);
  after = sk_session_with_block (repair->session, unlocked);
  add (repair, after,
       (SkRemedyChange) { .kind = SK_REMEDY_UNLOCK,
                          .block = repair->next,
                          .minutes = sk_block_get_minutes (repair->next) });
}

static void
list_later_bell (Repair *repair)
{
  g_auto (SkSessionFields) fields = { 0 };
  g_autoptr (SkSession) after = NULL;
  GDateTime *end = sk_session_get_end (repair->session);

  sk_session_copy_fields (repair->session, &fields);
  g_clear_pointer (&fields.end, g_date_time_unref);
  fields.end = g_date_time_add_minutes (end, (int) repair->stretch->excess);
  after = sk_session_new (&fields);
  add (repair, after, (SkRemedyChange) { .kind = SK_REMEDY_MOVE_BELL });
}

/* Those that solve come first. What changes a fixed time comes last: others count on that time. */
static int
rank (SkRemedy *remedy)
{
  const SkRemedyKind kind = sk_remedy_get_kind (remedy);

  if (kind == SK_REMEDY_MOVE_BELL || kind == SK_REMEDY_UNLOCK)
    return 2;

  return sk_remedy_get_solves (remedy) ? 0 : 1;
}

static int
compare_remedies (gconstpointer a,
                  gconstpointer b)
{
  const int one = rank (*(SkRemedy **) a);
  const int other = rank (*(SkRemedy **) b);

  return one < other ? -1 : one > other;
}

static void
cut (GPtrArray *remedies)
{
  guint n_fixed = 0;

  while (n_fixed < remedies->len
         && rank (g_ptr_array_index (remedies, remedies->len - 1 - n_fixed)) == 2)
    n_fixed++;
  if (remedies->len > n_fixed + MAX_BLOCK_REMEDIES)
    g_ptr_array_remove_range (remedies, MAX_BLOCK_REMEDIES,
                              remedies->len - n_fixed - MAX_BLOCK_REMEDIES);
}

/* The stretch that the block runs out of; the first that is too long where none is named. */
static const SkStretch *
find_stretch (Repair     *repair,
              const char *block_id)
{
  SkBlockPlace place = { 0 };

  if (block_id != NULL && sk_session_find_block (repair->session, block_id, &place) == NULL)
    return NULL;

  for (guint i = 0; i < repair->stretches->len; i++)
    {
      const SkStretch *stretch = &g_array_index (repair->stretches, SkStretch, i);

      if (stretch->excess > 0
          && (block_id == NULL || place.position - stretch->first < stretch->n_blocks))
        return stretch;
    }

  return NULL;
}

static void
list (Repair *repair)
{
  const guint next = repair->stretch->first + repair->stretch->n_blocks;

  if (next < repair->blocks->len)
    repair->next = get_block (repair, next);

  list_moves (repair);
  list_shorter (repair);
  list_left_out (repair, TRUE, MAX_OF_A_KIND);
  if (!is_solved (repair))
    list_shorter_together (repair);
  if (!is_solved (repair))
    list_left_out (repair, FALSE, 1);
  if (repair->next != NULL)
    list_unlocked (repair);
  else
    list_later_bell (repair);

  g_ptr_array_sort (repair->remedies, compare_remedies);
  cut (repair->remedies);
}

/**
 * sk_remedy_list:
 * @session: a session
 * @block_id: (nullable): a block, or a lane, that lasts past a fixed time; %NULL: the first such
 *   time of the session
 *
 * Finds what can be done about it. Each of the remedies makes the overrun of the whole session less,
 * and none touches the debriefing or the help, or makes a block shorter than is stated to be
 * sensible.
 *
 * Returns: (transfer full) (element-type SkRemedy): the best one first; empty where all fits
 */
GPtrArray *
sk_remedy_list (SkSession  *session,
                const char *block_id)
{
  g_autoptr (SkTimetable) timetable = NULL;
  g_autoptr (GArray) stretches = NULL;
  Repair repair = { 0 };

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  timetable = sk_timetable_new (session);
  stretches = sk_stretches_new (timetable);
  repair.session = session;
  repair.blocks = sk_session_get_blocks (session);
  repair.timetable = timetable;
  repair.stretches = stretches;
  repair.remedies = g_ptr_array_new_with_free_func (g_object_unref);
  repair.stretch = find_stretch (&repair, block_id);
  if (repair.stretch != NULL)
    list (&repair);

  return repair.remedies;
}
