/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-needs.h"
#include "search/sk-index.h"
#include "session/sk-session.h"

G_BEGIN_DECLS

/* What a session must keep to. Begin with sk_compose_request_init(). */
typedef struct
{
  guint minutes;
  gboolean has_ages;
  SkAgeRange ages;
  guint size;                 /* people, 0: not said */
  GStrv languages;            /* that the group understands; the first one leads */
  GHashTable *themes;         /* theme URI → weight (double *), its share; NULL or empty: any */
  GStrv without;              /* needs that the room lacks */
  GStrv avoid;                /* ids, done before with this group among them */
  char *setting;              /* concept URI, nullable: preferred, never demanded */
} SkComposeRequest;

void sk_compose_request_init         (SkComposeRequest       *self);
void sk_compose_request_init_session (SkComposeRequest       *self,
                                      SkSession              *session);
void sk_compose_request_copy         (SkComposeRequest       *self,
                                      const SkComposeRequest *other);
void sk_compose_request_set_theme    (SkComposeRequest       *self,
                                      const char             *theme,
                                      double                  weight);
void sk_compose_request_clear        (SkComposeRequest       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkComposeRequest, sk_compose_request_clear)

/* The constraint that stands in the way where nothing fits, in the order in which they are tried:
 * what costs a group least comes first. */
typedef enum
{
  SK_RELAX_NOTHING,
  SK_RELAX_AVOID,
  SK_RELAX_NEEDS,
  SK_RELAX_SIZE,
  SK_RELAX_THEMES,
  SK_RELAX_MINUTES,
  SK_RELAX_AGE,
  SK_RELAX_LANGUAGE,
} SkRelax;

#define SK_N_RELAX (SK_RELAX_LANGUAGE + 1)

const char *sk_relax_to_string (SkRelax relax);

/* One of the proposals: what it is called, and its blocks with their reasons. A block of one's own
 * has no title: sk_block_words_title() has one. */
typedef struct
{
  char *title;                /* "Balanced", translated */
  char *summary;              /* "three themes, little screen", translated */
  GPtrArray *blocks;          /* SkBlock, whose reasons are filled; they fill the minutes */
  double score;               /* how good it is, as sk_compose_score() has it */
  guint screen_minutes;       /* of tools that take a screen, as stated or by their format */
} SkProposal;

/* A tool that would have fitted, and why it was not taken, translated. */
typedef struct
{
  SkResource *resource;
  char *reason;
} SkLeftOut;

/* What was proposed: plans that differ on purpose, or the one constraint to relax. */
#define SK_TYPE_COMPOSITION (sk_composition_get_type ())
G_DECLARE_FINAL_TYPE (SkComposition, sk_composition, SK, COMPOSITION, GObject)

guint              sk_composition_get_n_proposals (SkComposition    *self);
const SkProposal  *sk_composition_get_proposal    (SkComposition    *self,
                                                   guint             nth);
GPtrArray         *sk_composition_get_left_out    (SkComposition    *self);
SkRelax            sk_composition_get_relax       (SkComposition    *self);
guint              sk_composition_get_relaxed_minutes (SkComposition *self);
const char        *sk_composition_get_advice      (SkComposition    *self);

/* Proposes sessions from the tools of an index. Immutable, safe to share between threads. */
#define SK_TYPE_COMPOSER (sk_composer_get_type ())
G_DECLARE_FINAL_TYPE (SkComposer, sk_composer, SK, COMPOSER, GObject)

SkComposer    *sk_composer_new     (SkIndex                *index,
                                    SkVocabularies         *vocabularies,
                                    GCancellable           *cancellable);
SkComposition *sk_composer_compose (SkComposer             *self,
                                    const SkComposeRequest *request);
GPtrArray     *sk_composer_suggest (SkComposer             *self,
                                    SkSession              *session,
                                    guint                   minutes,
                                    const char             *text,
                                    guint                   max);
GPtrArray     *sk_composer_swap    (SkComposer             *self,
                                    SkSession              *session,
                                    const char             *block_id,
                                    guint                   max);
char          *sk_compose_reason_words (const char          *reason,
                                    gboolean               *unknown);

G_END_DECLS
