/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-query-private.h"

G_DEFINE_FINAL_TYPE (SkQuery, sk_query, G_TYPE_OBJECT)

static void
sk_query_finalize (GObject *object)
{
  SkQuery *self = SK_QUERY (object);

  g_clear_pointer (&self->text, g_free);
  for (guint i = 0; i < SK_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_strfreev);
  g_clear_pointer (&self->lacking, g_free);
  g_clear_pointer (&self->among_name, g_free);
  g_clear_pointer (&self->among_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (sk_query_parent_class)->finalize (object);
}

static void
sk_query_class_init (SkQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_query_finalize;
}

static void
sk_query_init (SkQuery *self)
{
  self->text = g_strdup ("");
}

/**
 * sk_query_new:
 *
 * Returns: (transfer full): the question that every record answers
 */
SkQuery *
sk_query_new (void)
{
  return g_object_new (SK_TYPE_QUERY, NULL);
}

/*
 * sk_query_copy:
 *
 * Returns: (transfer full): the same question, to be changed before anybody sees it
 */
SkQuery *
sk_query_copy (SkQuery *self)
{
  SkQuery *other = sk_query_new ();

  g_set_str (&other->text, self->text);
  other->order = self->order;
  other->strict = self->strict;
  for (guint i = 0; i < SK_N_FACETS; i++)
    other->values[i] = g_strdupv (self->values[i]);
  g_set_str (&other->lacking, self->lacking);
  g_set_str (&other->among_name, self->among_name);
  if (self->among_ids != NULL)
    other->among_ids = g_ptr_array_ref (self->among_ids);

  return other;
}

/**
 * sk_query_with_text:
 * @text: words to look for, as they are typed; "" for none
 *
 * Returns: (transfer full): the same question with this text
 */
SkQuery *
sk_query_with_text (SkQuery    *self,
                    const char *text)
{
  SkQuery *other;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  other = sk_query_copy (self);
  g_set_str (&other->text, text);
  return other;
}

/**
 * sk_query_with_value:
 * @value: a value of the facet (a concept's key, a range of ages, minutes, a language, …), or
 *   %SK_FACET_NONE for what states none
 *
 * Chooses one more value. Those of one facet are alternatives; a value chosen already is not
 * chosen twice.
 *
 * Returns: (transfer full): the same question with this value chosen
 */
SkQuery *
sk_query_with_value (SkQuery    *self,
                     SkFacet     facet,
                     const char *value)
{
  g_autoptr (GStrvBuilder) values = NULL;
  SkQuery *other;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if (sk_query_has_value (self, facet, value))
    return g_object_ref (self);

  values = g_strv_builder_new ();
  if (self->values[facet] != NULL)
    g_strv_builder_addv (values, (const char **)self->values[facet]);
  g_strv_builder_add (values, value);

  other = sk_query_copy (self);
  g_strfreev (other->values[facet]);
  other->values[facet] = g_strv_builder_end (values);
  return other;
}

/**
 * sk_query_without_value:
 * @value: a value of the facet
 *
 * Returns: (transfer full): the same question with this value no longer chosen
 */
SkQuery *
sk_query_without_value (SkQuery    *self,
                        SkFacet     facet,
                        const char *value)
{
  g_autoptr (SkQuery) other = NULL;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if (!sk_query_has_value (self, facet, value))
    return g_object_ref (self);

  other = sk_query_without_facet (self, facet);
  for (guint i = 0; self->values[facet][i] != NULL; i++)
    if (!g_str_equal (self->values[facet][i], value))
      {
        g_autoptr (SkQuery) fewer = g_steal_pointer (&other);

        other = sk_query_with_value (fewer, facet, self->values[facet][i]);
      }

  return g_steal_pointer (&other);
}

/**
 * sk_query_without_facet:
 *
 * Returns: (transfer full): the same question with nothing of this facet chosen
 */
SkQuery *
sk_query_without_facet (SkQuery *self,
                        SkFacet  facet)
{
  SkQuery *other;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);

  if (self->values[facet] == NULL)
    return g_object_ref (self);

  other = sk_query_copy (self);
  g_clear_pointer (&other->values[facet], g_strfreev);
  return other;
}

/**
 * sk_query_without_filters:
 *
 * Returns: (transfer full): the same text, in the same order, asked of the whole catalogue
 */
SkQuery *
sk_query_without_filters (SkQuery *self)
{
  SkQuery *other;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);

  other = sk_query_new ();
  g_set_str (&other->text, self->text);
  other->order = self->order;
  other->strict = self->strict;
  return other;
}

/**
 * sk_query_with_order:
 *
 * Returns: (transfer full): the same question, its answers in this order
 */
SkQuery *
sk_query_with_order (SkQuery *self,
                     SkOrder  order)
{
  SkQuery *other;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);

  other = sk_query_copy (self);
  other->order = order;
  return other;
}

/**
 * sk_query_with_strict:
 * @strict: whether the words are meant as they are written
 *
 * A strict question finds no tails of longer words, and repairs nothing where a word is
 * nowhere; a new one is not strict.
 *
 * Returns: (transfer full): the same question, strict or not
 */
SkQuery *
sk_query_with_strict (SkQuery  *self,
                      gboolean  strict)
{
  SkQuery *other;

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);

  other = sk_query_copy (self);
  other->strict = strict != FALSE;
  return other;
}

/**
 * sk_query_get_text:
 *
 * Returns: the words to look for; "" for none
 */
const char *
sk_query_get_text (SkQuery *self)
{
  g_return_val_if_fail (SK_IS_QUERY (self), NULL);

  return self->text;
}

/**
 * sk_query_get_order:
 *
 * Returns: how the answers are ordered
 */
SkOrder
sk_query_get_order (SkQuery *self)
{
  g_return_val_if_fail (SK_IS_QUERY (self), SK_ORDER_DEFAULT);

  return self->order;
}

/**
 * sk_query_get_strict:
 *
 * Returns: whether the words are meant as they are written
 */
gboolean
sk_query_get_strict (SkQuery *self)
{
  g_return_val_if_fail (SK_IS_QUERY (self), FALSE);

  return self->strict;
}

/**
 * sk_query_get_values:
 *
 * Returns: (transfer none): what is chosen of the facet, in the order of choosing; empty for
 *   nothing, which lets every record pass
 */
const char *const *
sk_query_get_values (SkQuery *self,
                     SkFacet  facet)
{
  static const char *const nothing[] = {NULL};

  g_return_val_if_fail (SK_IS_QUERY (self), NULL);
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);

  return self->values[facet] != NULL ? (const char *const *)self->values[facet] : nothing;
}

/**
 * sk_query_has_values:
 *
 * Returns: whether anything of the facet is chosen
 */
gboolean
sk_query_has_values (SkQuery *self,
                     SkFacet  facet)
{
  g_return_val_if_fail (SK_IS_QUERY (self), FALSE);
  g_return_val_if_fail (facet < SK_N_FACETS, FALSE);

  return self->values[facet] != NULL;
}

/**
 * sk_query_has_value:
 *
 * Returns: whether this value of the facet is chosen
 */
gboolean
sk_query_has_value (SkQuery    *self,
                    SkFacet     facet,
                    const char *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  return g_strv_contains (sk_query_get_values (self, facet), value);
}

/**
 * sk_query_count_values:
 *
 * Returns: by how many things the catalogue is narrowed: the chosen values, those of all facets
 *   together, the need that is lacking, and the records that it is asked among
 */
guint
sk_query_count_values (SkQuery *self)
{
  guint count;

  g_return_val_if_fail (SK_IS_QUERY (self), 0);

  count = (self->lacking != NULL) + (self->among_ids != NULL);

  for (guint i = 0; i < SK_N_FACETS; i++)
    count += g_strv_length ((GStrv)sk_query_get_values (self, (SkFacet)i));

  return count;
}

static gboolean
same_values (SkQuery *a,
             SkQuery *b,
             SkFacet  facet)
{
  const char *const *values = sk_query_get_values (a, facet);

  if (g_strv_length ((GStrv)values) != g_strv_length ((GStrv)sk_query_get_values (b, facet)))
    return FALSE;

  for (guint i = 0; values[i] != NULL; i++)
    if (!sk_query_has_value (b, facet, values[i]))
      return FALSE;

  return TRUE;
}

/**
 * sk_query_equal:
 *
 * Returns: whether both ask the same; the order of choosing makes no difference
 */
gboolean
sk_query_equal (SkQuery *a,
                SkQuery *b)
{
  g_return_val_if_fail (SK_IS_QUERY (a), FALSE);
  g_return_val_if_fail (SK_IS_QUERY (b), FALSE);

  if (a->order != b->order || a->strict != b->strict || !g_str_equal (a->text, b->text))
    return FALSE;
  if (!sk_query_narrows_equally (a, b))
    return FALSE;

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (!same_values (a, b, (SkFacet)i))
      return FALSE;

  return TRUE;
}
