/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-item.h"

#include <string.h>

#include "search/sk-text-fold.h"
#include "sk-words.h"

struct _SkFacetItem
{
  GObject parent_instance;

  SkFacet facet;
  char *value;
  SkConcept *concept;
  char *label;
  char *icon_name;
  char *words;
  guint count;
  gboolean chosen;
};

enum
{
  PROP_COUNT = 1,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkFacetItem, sk_facet_item, G_TYPE_OBJECT)

static void
sk_facet_item_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SkFacetItem *self = SK_FACET_ITEM (object);

  switch (id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_facet_item_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SkFacetItem *self = SK_FACET_ITEM (object);

  switch (id)
    {
    case PROP_COUNT:
      sk_facet_item_set_count (self, g_value_get_uint (value));
      break;
    case PROP_CHOSEN:
      sk_facet_item_set_chosen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_facet_item_finalize (GObject *object)
{
  SkFacetItem *self = SK_FACET_ITEM (object);

  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->concept, sk_concept_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (sk_facet_item_parent_class)->finalize (object);
}

static void
sk_facet_item_class_init (SkFacetItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_facet_item_get_property;
  object_class->set_property = sk_facet_item_set_property;
  object_class->finalize = sk_facet_item_finalize;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_facet_item_init (SkFacetItem *self)
{
}

/**
 * sk_facet_item_new:
 * @value: a value of @facet, as [class@Query] takes it
 * @concept: (nullable): the concept that @value is the key of
 *
 * Returns: (transfer full): the value, not chosen, and counted nowhere yet
 */
SkFacetItem *
sk_facet_item_new (SkFacet     facet,
                   const char *value,
                   SkConcept  *concept)
{
  SkFacetItem *self;

  g_return_val_if_fail (value != NULL, NULL);

  self = g_object_new (SK_TYPE_FACET_ITEM, NULL);
  self->facet = facet;
  self->value = g_strdup (value);
  self->concept = concept != NULL ? sk_concept_ref (concept) : NULL;
  self->label = sk_words_value (facet, value, concept);
  self->icon_name = sk_words_icon (facet, concept);

  return self;
}

/**
 * sk_facet_item_get_facet:
 *
 * Returns: the facet that it is a value of
 */
SkFacet
sk_facet_item_get_facet (SkFacetItem *self)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), SK_FACET_AGE);

  return self->facet;
}

/**
 * sk_facet_item_get_value:
 *
 * Returns: the value, as [class@Query] takes it
 */
const char *
sk_facet_item_get_value (SkFacetItem *self)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), NULL);

  return self->value;
}

/**
 * sk_facet_item_get_label:
 *
 * Returns: what the value is called
 */
const char *
sk_facet_item_get_label (SkFacetItem *self)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), NULL);

  return self->label;
}

/**
 * sk_facet_item_get_icon_name:
 *
 * Returns: (nullable): the value's icon, %NULL where it has none
 */
const char *
sk_facet_item_get_icon_name (SkFacetItem *self)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), NULL);

  return self->icon_name;
}

/**
 * sk_facet_item_get_family:
 *
 * Returns: (nullable): the family whose colour its icon wears, for themes
 */
const char *
sk_facet_item_get_family (SkFacetItem *self)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), NULL);

  return self->concept != NULL ? sk_concept_get_family (self->concept) : NULL;
}

/**
 * sk_facet_item_is_none:
 *
 * Returns: whether it stands for what is not stated
 */
gboolean
sk_facet_item_is_none (SkFacetItem *self)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), FALSE);

  return g_str_equal (self->value, SK_FACET_NONE);
}

/**
 * sk_facet_item_matches:
 * @words: what one looks for, folded by [func@text_fold_words]
 *
 * Returns: whether its label has that text in it, accents and capitals aside
 */
gboolean
sk_facet_item_matches (SkFacetItem *self,
                       const char  *words)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  if (self->words == NULL)
    self->words = sk_text_fold_words (self->label);

  return strstr (self->words, words) != NULL;
}

/**
 * sk_facet_item_get_count:
 *
 * Returns: how many tools the value would show
 */
guint
sk_facet_item_get_count (SkFacetItem *self)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), 0);

  return self->count;
}

/**
 * sk_facet_item_set_count:
 * @count: how many tools the value would show
 *
 * Notes the count of the newest results.
 */
void
sk_facet_item_set_count (SkFacetItem *self,
                         guint        count)
{
  g_return_if_fail (SK_IS_FACET_ITEM (self));

  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * sk_facet_item_get_chosen:
 *
 * Returns: whether the query asks for the value
 */
gboolean
sk_facet_item_get_chosen (SkFacetItem *self)
{
  g_return_val_if_fail (SK_IS_FACET_ITEM (self), FALSE);

  return self->chosen;
}

/**
 * sk_facet_item_set_chosen:
 * @chosen: whether the query asks for the value
 *
 * Notes what is asked now; it asks nothing by itself.
 */
void
sk_facet_item_set_chosen (SkFacetItem *self,
                          gboolean     chosen)
{
  g_return_if_fail (SK_IS_FACET_ITEM (self));

  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
