/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-composer-private.h"

#include "sk-compose-blocks.h"
#include "session/sk-balance.h"
#include "sk-compose-pool.h"

/* A tool that fits the minutes to the minute suits a little better. */
#define EXACT 0.1
#define SAME_FAMILY 0.2

typedef struct
{
  const SkComposeTool *tool;
  guint minutes;
  double value;
  guint rank;                 /* the lower one goes first, whatever the value */
} Candidate;

/* What a place in the session asks of a tool. */
typedef struct
{
  guint least;
  guint most;                 /* 0: any */
  guint wanted;               /* 0: what it takes */
  int family;                 /* -1: any */
  gboolean last;              /* nothing closes the session after it */
  SkResults *results;         /* of a text; NULL: none was typed */
} Place;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->tool->n_asked != right->tool->n_asked)
    return left->tool->n_asked < right->tool->n_asked ? -1 : 1;
  if (left->value < right->value || left->value > right->value)
    return left->value > right->value ? -1 : 1;

  return (left->tool->record > right->tool->record) - (left->tool->record < right->tool->record);
}

/* Whether a tool can be as long as the place asks, and how long it is then. */
static gboolean
fits_minutes (const Place         *place,
              const SkComposeTool *tool,
              guint               *minutes)
{
  *minutes = tool->longest;
  if (place->wanted > 0)
    *minutes = CLAMP (place->wanted, tool->shortest, tool->longest);
  else if (place->most > 0)
    *minutes = MIN (tool->longest, MAX (place->most, tool->shortest));

  return *minutes >= place->least && (place->most == 0 || *minutes <= place->most);
}

static gboolean
judge (const Place         *place,
       const SkComposeTool *tool,
       Candidate           *candidate)
{
  *candidate = (Candidate) {.tool = tool, .value = tool->value};

  if (!sk_compose_tool_fits (tool, 0) || (place->last && tool->sensitive) ||
      !fits_minutes (place, tool, &candidate->minutes) ||
      (place->results != NULL && !sk_results_find (place->results, tool->record, &candidate->rank)))
    return FALSE;

  if (place->wanted > 0 && candidate->minutes != place->wanted)
    candidate->rank = 1;
  if (candidate->minutes == place->most)
    candidate->value += EXACT;
  if (place->family >= 0 && tool->family == place->family)
    candidate->value += SAME_FAMILY;
  return TRUE;
}

static SkBlock *
make_block (SkComposer          *self,
            const SkComposeTask *task,
            const Candidate     *candidate)
{
  SkComposePlan plan = {.tools = {candidate->tool}, .n_tools = 1};

  plan.timing.tools[0] = candidate->minutes;
  return sk_compose_blocks_make_tool (self, task, &plan, 0);
}

/* The best ones; of the same work in several languages the first one. */
static GPtrArray *
list_blocks (SkComposer          *self,
             const SkComposeTask *task,
             const Place         *place,
             guint                max)
{
  g_autoptr (SkComposePool) pool = sk_composer_make_pool (self, task);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GHashTable) works = g_hash_table_new (NULL, NULL);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < pool->n_tools; i++)
    {
      Candidate candidate;

      if (judge (place, &pool->tools[i], &candidate))
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);

  for (guint i = 0; i < candidates->len && blocks->len < max; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (g_hash_table_add (works, GUINT_TO_POINTER (candidate->tool->work)))
        g_ptr_array_add (blocks, make_block (self, task, candidate));
    }

  return blocks;
}

/* The record of a tool as it was pinned may name more versions of it than the catalogue does. */
static void
add_ids (GStrvBuilder *ids,
         SkBlock      *block)
{
  GPtrArray *lanes = sk_block_get_lanes (block);
  SkResource *resource = sk_block_get_resource (block);

  if (sk_block_get_resource_id (block) != NULL)
    g_strv_builder_add (ids, sk_block_get_resource_id (block));
  if (resource != NULL)
    g_strv_builder_addv (ids, (const char **) sk_resource_get_translations (resource));
  if (resource != NULL && sk_resource_get_translation_of (resource) != NULL)
    g_strv_builder_add (ids, sk_resource_get_translation_of (resource));

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    add_ids (ids, g_ptr_array_index (lanes, i));
}

/* No tool twice in a session. */
static void
avoid_session (SkComposeRequest *request,
               SkSession        *session)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    add_ids (ids, sk_session_get_block (session, i));

  g_clear_pointer (&request->avoid, g_strfreev);
  request->avoid = g_strv_builder_end (ids);
}

/* A request for a session in which any length has its place. */
static void
init_request (SkComposeRequest *request,
              SkSession        *session)
{
  sk_compose_request_init_session (request, session);
  request->minutes = SK_BLOCK_MAX_MINUTES;
  avoid_session (request, session);
}

/**
 * sk_composer_suggest:
 * @session: for which group and room
 * @minutes: how many are free; 0: any length will do
 * @text: (nullable): words to look for, as a search takes them; "" or %NULL: none
 * @max: how many at most
 *
 * Suggests tools that the session does not have yet: those that suit the group and the room and
 * are no longer than the minutes, known ones first; where there is a text, in the order of how
 * well they match it.
 *
 * Returns: (transfer full) (element-type SkBlock): blocks with their reasons, the best first
 */
GPtrArray *
sk_composer_suggest (SkComposer *self,
                     SkSession  *session,
                     guint       minutes,
                     const char *text,
                     guint       max)
{
  Place place = {.most = minutes, .family = -1};
  g_auto (SkComposeRequest) request = {0};
  g_auto (SkComposeTask) task = {0};
  g_autoptr (SkResults) results = NULL;

  g_return_val_if_fail (SK_IS_COMPOSER (self), NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  init_request (&request, session);
  sk_compose_task_init (&task, &request);

  if (text != NULL && *text != '\0')
    {
      g_autoptr (SkQuery) all = sk_query_new ();
      g_autoptr (SkQuery) query = sk_query_with_text (all, text);

      results = sk_index_search (self->index, query, self->cancellable);
      place.results = results;
    }

  return list_blocks (self, &task, &place, max);
}

/* The end of a session is safe where something of one's own still follows. */
static gboolean
is_last (SkSession          *session,
         const SkBlockPlace *place)
{
  return place->position + 1 == sk_session_get_n_blocks (session);
}

static int
find_family (SkBlock *block)
{
  const char *family = sk_block_get_family (block);

  for (int i = 0; family != NULL && i < SK_N_FAMILIES; i++)
    if (g_str_equal (family, sk_families[i]))
      return i;

  return -1;
}

/**
 * sk_composer_swap:
 * @session: a session
 * @block_id: one of its blocks, or a lane
 * @max: how many at most
 *
 * Finds what can be in the place of a block: tools for the same group and room that the session
 * does not have and that can last as long; after those, shorter ones. The same family of themes
 * suits better, and a sensitive tool is never put last.
 *
 * Returns: (transfer full) (element-type SkBlock): blocks with their reasons, the best first
 */
GPtrArray *
sk_composer_swap (SkComposer *self,
                  SkSession  *session,
                  const char *block_id,
                  guint       max)
{
  g_auto (SkComposeRequest) request = {0};
  g_auto (SkComposeTask) task = {0};
  SkBlockPlace where;
  SkBlock *block;
  Place place;

  g_return_val_if_fail (SK_IS_COMPOSER (self), NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);
  g_return_val_if_fail (block_id != NULL, NULL);

  block = sk_session_find_block (session, block_id, &where);
  if (block == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);

  init_request (&request, session);
  if (sk_block_get_size (block) > 0)
    request.size = sk_block_get_size (block);
  sk_compose_task_init (&task, &request);

  place = (Place) {
    .least = (sk_block_get_minutes (block) + 1) / 2,
    .most = sk_block_get_minutes (block),
    .wanted = sk_block_get_minutes (block),
    .family = find_family (block),
    .last = is_last (session, &where),
  };
  return list_blocks (self, &task, &place, max);
}
