/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-composition-private.h"

G_DEFINE_FINAL_TYPE (SkComposition, sk_composition, G_TYPE_OBJECT)

static void
free_proposal (gpointer data)
{
  SkProposal *proposal = data;

  g_free (proposal->title);
  g_free (proposal->summary);
  g_clear_pointer (&proposal->blocks, g_ptr_array_unref);
  g_free (proposal);
}

static void
free_left_out (gpointer data)
{
  SkLeftOut *left_out = data;

  g_clear_object (&left_out->resource);
  g_free (left_out->reason);
  g_free (left_out);
}

static void
sk_composition_finalize (GObject *object)
{
  SkComposition *self = SK_COMPOSITION (object);

  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->advice, g_free);

  G_OBJECT_CLASS (sk_composition_parent_class)->finalize (object);
}

static void
sk_composition_class_init (SkCompositionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_composition_finalize;
}

static void
sk_composition_init (SkComposition *self)
{
  self->proposals = g_ptr_array_new_with_free_func (free_proposal);
  self->left_out = g_ptr_array_new_with_free_func (free_left_out);
}

/*
 * sk_composition_new:
 *
 * Returns: (transfer full): an answer that the composer fills before anybody sees it
 */
SkComposition *
sk_composition_new (void)
{
  return g_object_new (SK_TYPE_COMPOSITION, NULL);
}

/**
 * sk_composition_get_n_proposals:
 *
 * Returns: how many plans there are, three at most; 0 where nothing fits
 */
guint
sk_composition_get_n_proposals (SkComposition *self)
{
  g_return_val_if_fail (SK_IS_COMPOSITION (self), 0);

  return self->proposals->len;
}

/**
 * sk_composition_get_proposal:
 * @nth: less than [method@Composition.get_n_proposals]
 *
 * Returns: (transfer none): the plan, the best one first
 */
const SkProposal *
sk_composition_get_proposal (SkComposition *self,
                             guint          nth)
{
  g_return_val_if_fail (SK_IS_COMPOSITION (self), NULL);
  g_return_val_if_fail (nth < self->proposals->len, NULL);

  return g_ptr_array_index (self->proposals, nth);
}

/**
 * sk_composition_get_left_out:
 *
 * Returns: (transfer none) (element-type SkLeftOut): tools that came near, and why they were not
 *   taken
 */
GPtrArray *
sk_composition_get_left_out (SkComposition *self)
{
  g_return_val_if_fail (SK_IS_COMPOSITION (self), NULL);

  return self->left_out;
}

/**
 * sk_composition_get_relax:
 *
 * Returns: where nothing fits, the constraint to relax; %SK_RELAX_NOTHING where there are plans,
 *   or no tools at all
 */
SkRelax
sk_composition_get_relax (SkComposition *self)
{
  g_return_val_if_fail (SK_IS_COMPOSITION (self), SK_RELAX_NOTHING);

  return self->relax;
}

/**
 * sk_composition_get_relaxed_minutes:
 *
 * Returns: where it is the minutes that are to be relaxed, how many would do; else 0
 */
guint
sk_composition_get_relaxed_minutes (SkComposition *self)
{
  g_return_val_if_fail (SK_IS_COMPOSITION (self), 0);

  return self->relaxed_minutes;
}

/**
 * sk_composition_get_advice:
 *
 * Returns: (nullable): where nothing fits, what to do about it, translated
 */
const char *
sk_composition_get_advice (SkComposition *self)
{
  g_return_val_if_fail (SK_IS_COMPOSITION (self), NULL);

  return self->advice;
}
