/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compose/sk-composer.h"

G_BEGIN_DECLS

/* Tools, and what is asked of them. */
typedef struct
{
  SkVocabularies *vocabularies;
  GPtrArray *resources;
  SkComposeRequest request;
} Fixture;

void           fixture_init     (Fixture          *self,
                                 guint             minutes);
void           fixture_clear    (Fixture          *self);
SkResource    *fixture_add      (Fixture          *self,
                                 const char       *id,
                                 SkResourceFields *fields);
SkResource    *fixture_add_known(Fixture          *self,
                                 const char       *id,
                                 const char       *theme,
                                 guint             minutes);
GPtrArray     *fixture_concepts (Fixture          *self,
                                 SkFacet           facet,
                                 const char       *notations);
SkComposer    *fixture_composer (Fixture          *self);
SkComposition *fixture_compose  (Fixture          *self);
char          *fixture_list     (const SkProposal *proposal);
char          *fixture_list_blocks (GPtrArray     *blocks);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

G_END_DECLS
