/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-blocks.h"

#include "sk-compose-words.h"
#include "sk-composer-private.h"

static SkBlock *
make_own (SkBlockKind kind,
          guint       minutes,
          GStrv       reasons)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  fields.kind = kind;
  fields.minutes = minutes;
  fields.activity = kind == SK_BLOCK_BREAK ? SK_ACTIVITY_NONE : SK_ACTIVITY_TALK;
  fields.reasons = reasons;
  return sk_block_new (&fields);
}

/**
 * sk_compose_blocks_make_tool:
 * @nth: which tool of the plan
 *
 * Returns: (transfer full): its block, with the reasons why it was chosen
 */
SkBlock *
sk_compose_blocks_make_tool (SkComposer          *composer,
                             const SkComposeTask *task,
                             const SkComposePlan *plan,
                             guint                nth)
{
  const SkComposeTool *tool = plan->tools[nth];
  g_autoptr (SkResource) resource = sk_index_dup_resource (composer->index, tool->record);
  g_autoptr (SkBlock) block = NULL;
  g_auto (SkBlockFields) fields;

  block = sk_block_new_tool (resource, (const char * const *) task->languages);
  sk_block_copy_fields (block, &fields);
  fields.minutes = plan->timing.tools[nth];
  fields.minutes_guessed = tool->guessed;
  g_clear_pointer (&fields.reasons, g_strfreev);
  fields.reasons = sk_compose_words_reasons (task, composer->vocabularies, plan, nth, resource);
  return sk_block_new (&fields);
}

/* The breaks part the tools into runs of about as many minutes each. */
static gboolean
has_break (const SkComposePlan *plan,
           guint                nth,
           guint                n_before)
{
  const SkComposeTiming *timing = &plan->timing;
  guint n_left = plan->n_tools - 1 - nth;
  guint breaks_left = timing->n_breaks - n_before;
  guint passed = 0;

  for (guint i = 0; i <= nth; i++)
    passed += timing->tools[i];

  return breaks_left > 0 && (n_left <= breaks_left || passed * (timing->n_breaks + 1) >=
                                                        timing->tool_minutes * (n_before + 1));
}

/**
 * sk_compose_blocks_new:
 *
 * Makes the blocks of a plan: a welcome, the tools with the talks and breaks between them, and a
 * debrief.
 *
 * Returns: (transfer full) (element-type SkBlock): the blocks
 */
GPtrArray *
sk_compose_blocks_new (SkComposer          *composer,
                       const SkComposeTask *task,
                       const SkComposePlan *plan)
{
  const SkComposeTiming *timing = &plan->timing;
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_breaks = 0;

  g_ptr_array_add (blocks, make_own (SK_BLOCK_WELCOME, timing->welcome,
                                     sk_compose_words_around (plan, SK_PART_WELCOME, 0)));

  for (guint i = 0; i < plan->n_tools; i++)
    {
      g_ptr_array_add (blocks, sk_compose_blocks_make_tool (composer, task, plan, i));

      if (timing->talks[i] > 0)
        g_ptr_array_add (blocks, make_own (SK_BLOCK_TALK, timing->talks[i],
                                           sk_compose_words_around (plan, SK_PART_TALK, i)));
      if (i + 1 < plan->n_tools && has_break (plan, i, n_breaks))
        {
          g_ptr_array_add (blocks, make_own (SK_BLOCK_BREAK, timing->pause,
                                             sk_compose_words_around (plan, SK_PART_BREAK, i)));
          n_breaks++;
        }
    }

  g_ptr_array_add (blocks, make_own (SK_BLOCK_DEBRIEF, timing->debrief,
                                     sk_compose_words_around (plan, SK_PART_DEBRIEF, 0)));
  return blocks;
}
