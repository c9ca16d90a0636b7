/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-vocabularies.h"

#include <gio/gio.h>

#include "sidekick-config.h"
#include "sk-core-resources.h"

struct _SkVocabularies
{
  GObject parent_instance;

  SkVocabulary *schemes[SK_N_FACETS]; /* NULL where the facet's values are no concepts */
  char *sha256;
};

static const struct
{
  SkFacet facet;
  const char *file;
} files[] = {
    {SK_FACET_THEME, "themes.json"},
    {SK_FACET_FORMAT, "formats.json"},
    {SK_FACET_AUDIENCE, "audiences.json"},
    {SK_FACET_SETTING, "settings.json"},
};

G_DEFINE_FINAL_TYPE (SkVocabularies, sk_vocabularies, G_TYPE_OBJECT)

static void
sk_vocabularies_finalize (GObject *object)
{
  SkVocabularies *self = SK_VOCABULARIES (object);

  for (guint i = 0; i < SK_N_FACETS; i++)
    g_clear_object (&self->schemes[i]);
  g_clear_pointer (&self->sha256, g_free);

  G_OBJECT_CLASS (sk_vocabularies_parent_class)->finalize (object);
}

static void
sk_vocabularies_class_init (SkVocabulariesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_vocabularies_finalize;
}

static void
sk_vocabularies_init (SkVocabularies *self)
{
}

/**
 * sk_vocabularies_new:
 *
 * Reads the vocabularies that are compiled into the program.
 *
 * Returns: (transfer full) (nullable): the vocabularies
 */
SkVocabularies *
sk_vocabularies_new (GError **error)
{
  g_autoptr (SkVocabularies) self = g_object_new (SK_TYPE_VOCABULARIES, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat (SK_RESOURCE_BASE "/vocabularies/", files[i].file, NULL);
      g_autoptr (GBytes) bytes = NULL;

      bytes = g_resource_lookup_data (sk_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                      error);
      if (bytes == NULL)
        return NULL;

      g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
      self->schemes[files[i].facet] = sk_vocabulary_new_from_bytes (bytes, error);
      if (self->schemes[files[i].facet] == NULL)
        {
          g_prefix_error (error, "%s: ", files[i].file);
          return NULL;
        }
    }

  self->sha256 = g_strdup (g_checksum_get_string (checksum));
  return g_steal_pointer (&self);
}

/**
 * sk_vocabularies_get:
 *
 * Returns: (transfer none) (nullable): the concepts of a facet; %NULL where its values are
 *   none
 */
SkVocabulary *
sk_vocabularies_get (SkVocabularies *self,
                     SkFacet         facet)
{
  g_return_val_if_fail (SK_IS_VOCABULARIES (self), NULL);
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);

  return self->schemes[facet];
}

/**
 * sk_vocabularies_get_sha256:
 *
 * Returns: (transfer none): what tells these vocabularies from those of another version
 */
const char *
sk_vocabularies_get_sha256 (SkVocabularies *self)
{
  g_return_val_if_fail (SK_IS_VOCABULARIES (self), NULL);

  return self->sha256;
}
