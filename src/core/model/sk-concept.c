/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-concept.h"

#include <string.h>

struct _SkConcept
{
  gatomicrefcount ref_count;
  char *id;
  char *notation;
  char *family;
  SkLangString *label;
};

G_DEFINE_BOXED_TYPE (SkConcept, sk_concept, sk_concept_ref, sk_concept_unref)

/**
 * sk_concept_new:
 * @id: (nullable): the concept's URI; %NULL where a feed gives a label alone
 * @notation: (nullable): its short name in one of our vocabularies ("bullying")
 * @family: (nullable): the group it is shown with ("relations")
 * @label: (nullable): its name in some languages (SKOS `prefLabel`)
 *
 * Either @id or a label must be there.
 *
 * Returns: (transfer full): a new concept
 */
SkConcept *
sk_concept_new (const char   *id,
                const char   *notation,
                const char   *family,
                SkLangString *label)
{
  SkConcept *self;

  g_return_val_if_fail (id != NULL || sk_lang_string_get_size (label) > 0, NULL);

  self = g_new0 (SkConcept, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->notation = g_strdup (notation);
  self->family = g_strdup (family);
  self->label = label != NULL ? sk_lang_string_ref (label) : sk_lang_string_new ();

  return self;
}

/**
 * sk_concept_ref:
 *
 * Returns: (transfer full): the same concept, held once more
 */
SkConcept *
sk_concept_ref (SkConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sk_concept_unref:
 * @self: (transfer full): a concept
 *
 * Lets go of the concept; the last holder frees it.
 */
void
sk_concept_unref (SkConcept *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->notation);
  g_free (self->family);
  sk_lang_string_unref (self->label);
  g_free (self);
}

/**
 * sk_concept_get_id:
 *
 * Returns: (nullable): the concept's URI, %NULL where only a label is known
 */
const char *
sk_concept_get_id (const SkConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * sk_concept_get_key:
 *
 * Returns: what a filter names the concept by: its URI, else its first label
 */
const char *
sk_concept_get_key (const SkConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id != NULL ? self->id : sk_lang_string_get_nth (self->label, 0, NULL);
}

/**
 * sk_concept_get_notation:
 *
 * Returns: (nullable): its short name, for concepts of Sidekick's own vocabularies
 */
const char *
sk_concept_get_notation (const SkConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notation;
}

/**
 * sk_concept_get_family:
 *
 * Returns: (nullable): the family whose colour it wears, for themes
 */
const char *
sk_concept_get_family (const SkConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

/**
 * sk_concept_get_label:
 *
 * Returns: (transfer none): its names; may be empty
 */
SkLangString *
sk_concept_get_label (const SkConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * sk_concept_pick_label:
 * @preferred: (nullable): the reader's languages, best first
 *
 * Returns: the name to show; the tail of the URI where the feed gives no name
 */
const char *
sk_concept_pick_label (const SkConcept    *self,
                       const char * const *preferred)
{
  const char *label;
  const char *tail;

  g_return_val_if_fail (self != NULL, NULL);

  label = sk_lang_string_pick (self->label, preferred, NULL, NULL);
  if (label != NULL)
    return label;

  tail = strrchr (self->id, '#');
  if (tail == NULL)
    tail = strrchr (self->id, '/');

  return tail != NULL && tail[1] != '\0' ? tail + 1 : self->id;
}
