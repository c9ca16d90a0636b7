/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose-fixture.h"

void
fixture_init (Fixture *self,
              guint    minutes)
{
  g_autoptr (GError) error = NULL;

  self->vocabularies = sk_vocabularies_new (&error);
  g_assert_no_error (error);
  self->resources = g_ptr_array_new_with_free_func (g_object_unref);
  sk_compose_request_init (&self->request);
  self->request.minutes = minutes;
}

void
fixture_clear (Fixture *self)
{
  sk_compose_request_clear (&self->request);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_clear_object (&self->vocabularies);
}

/* Those of a vocabulary, by their short names with spaces between; NULL or "": none. */
GPtrArray *
fixture_concepts (Fixture    *self,
                  SkFacet     facet,
                  const char *notations)
{
  SkVocabulary *vocabulary = sk_vocabularies_get (self->vocabularies, facet);
  g_auto (GStrv) names = notations != NULL ? g_strsplit (notations, " ", -1) : NULL;
  GPtrArray *concepts = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_concept_unref);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (*names[i] != '\0')
      {
        SkConcept *concept = sk_vocabulary_find (vocabulary, names[i]);

        g_assert_nonnull (concept);
        g_ptr_array_add (concepts, sk_concept_ref (concept));
      }

  return concepts;
}

/* The fields are emptied; a name is the id's. */
SkResource *
fixture_add (Fixture          *self,
             const char       *id,
             SkResourceFields *fields)
{
  SkResource *resource;

  fields->id = g_strdup (id);
  fields->name = sk_lang_string_new ();
  sk_lang_string_add (fields->name, "en", id);
  resource = sk_resource_new (fields);
  g_ptr_array_add (self->resources, resource);
  return resource;
}

/* A lesson in Dutch for 9–11, of which everything is known, and that needs tables. */
SkResource *
fixture_add_known (Fixture    *self,
                   const char *id,
                   const char *theme,
                   guint       minutes)
{
  const char *languages[] = {"nl", NULL};
  const char *needs[] = {"tables", NULL};
  g_auto (SkResourceFields) fields = {
    .has_ages = TRUE,
    .ages = {9, 11},
    .minutes = minutes,
    .languages = g_strdupv ((GStrv) languages),
    .needs = g_strdupv ((GStrv) needs),
    .themes = fixture_concepts (self, SK_FACET_THEME, theme),
    .formats = fixture_concepts (self, SK_FACET_FORMAT, "lesson_plan"),
  };

  return fixture_add (self, id, &fields);
}

SkComposer *
fixture_composer (Fixture *self)
{
  g_autoptr (SkIndex) index = sk_index_new (self->resources, self->vocabularies);

  return sk_composer_new (index, self->vocabularies, NULL);
}

SkComposition *
fixture_compose (Fixture *self)
{
  g_autoptr (SkComposer) composer = fixture_composer (self);

  return sk_composer_compose (composer, &self->request);
}

/* "welcome 5, one 20, debrief 5". */
char *
fixture_list_blocks (GPtrArray *blocks)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);
      const char *id = sk_block_get_resource_id (block);

      g_string_append_printf (list, "%s%s %u", i > 0 ? ", " : "",
                              id != NULL ? id : sk_block_kind_to_string (sk_block_get_kind (block)),
                              sk_block_get_minutes (block));
    }

  return g_string_free_and_steal (g_steal_pointer (&list));
}

char *
fixture_list (const SkProposal *proposal)
{
  return fixture_list_blocks (proposal->blocks);
}
