/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-collection.h"

/* Tools that a publisher put together by hand (schema.org `ItemList` or `Collection`).
 * Immutable, safe to share between threads. */
struct _SkCollection
{
  GObject parent_instance;

  char *id;
  SkLangString *name;
  SkLangString *description;  /* NULL where there is none */
  GStrv members;
};

G_DEFINE_FINAL_TYPE (SkCollection, sk_collection, G_TYPE_OBJECT)

static void
sk_collection_finalize (GObject *object)
{
  SkCollection *self = SK_COLLECTION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, sk_lang_string_unref);
  g_clear_pointer (&self->description, sk_lang_string_unref);
  g_clear_pointer (&self->members, g_strfreev);

  G_OBJECT_CLASS (sk_collection_parent_class)->finalize (object);
}

static void
sk_collection_class_init (SkCollectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_collection_finalize;
}

static void
sk_collection_init (SkCollection *self)
{
}

/**
 * sk_collection_new:
 * @id: an absolute URI
 * @name: what it is called
 * @description: (nullable): what it is for
 * @members: (array zero-terminated=1): the ids of its tools, in the publisher's order
 *
 * Returns: (transfer full): a new collection
 */
SkCollection *
sk_collection_new (const char         *id,
                   SkLangString       *name,
                   SkLangString       *description,
                   const char * const *members)
{
  SkCollection *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (members != NULL, NULL);

  self = g_object_new (SK_TYPE_COLLECTION, NULL);
  self->id = g_strdup (id);
  self->name = sk_lang_string_ref (name);
  self->description = description != NULL ? sk_lang_string_ref (description) : NULL;
  self->members = g_strdupv ((GStrv) members);
  return self;
}

/**
 * sk_collection_get_id:
 *
 * Returns: the URI that it goes by
 */
const char *
sk_collection_get_id (SkCollection *self)
{
  g_return_val_if_fail (SK_IS_COLLECTION (self), NULL);

  return self->id;
}

/**
 * sk_collection_get_name:
 *
 * Returns: (transfer none): what it is called
 */
SkLangString *
sk_collection_get_name (SkCollection *self)
{
  g_return_val_if_fail (SK_IS_COLLECTION (self), NULL);

  return self->name;
}

/**
 * sk_collection_get_description:
 *
 * Returns: (transfer none) (nullable): what it is for
 */
SkLangString *
sk_collection_get_description (SkCollection *self)
{
  g_return_val_if_fail (SK_IS_COLLECTION (self), NULL);

  return self->description;
}

/**
 * sk_collection_get_members:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of its tools, each once, in the
 *   publisher's order; not all of them need be in the catalogue
 */
const char * const *
sk_collection_get_members (SkCollection *self)
{
  g_return_val_if_fail (SK_IS_COLLECTION (self), NULL);

  return (const char * const *) self->members;
}

/**
 * sk_collection_pick_name:
 * @preferred: (nullable): the reader's languages, the first one best
 * @language: (out) (optional): the language that was found
 *
 * Returns: the name, in the reader's language where there is one
 */
const char *
sk_collection_pick_name (SkCollection        *self,
                         const char * const  *preferred,
                         const char         **language)
{
  g_return_val_if_fail (SK_IS_COLLECTION (self), NULL);

  return sk_lang_string_pick (self->name, preferred, NULL, language);
}

/**
 * sk_collection_pick_description:
 * @preferred: (nullable): the reader's languages, the first one best
 * @language: (out) (optional): the language that was found
 *
 * Returns: (nullable): the description, in the reader's language where there is one
 */
const char *
sk_collection_pick_description (SkCollection        *self,
                                const char * const  *preferred,
                                const char         **language)
{
  g_return_val_if_fail (SK_IS_COLLECTION (self), NULL);

  return self->description != NULL
           ? sk_lang_string_pick (self->description, preferred, NULL, language)
           : NULL;
}
