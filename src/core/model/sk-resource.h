/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-age-range.h"
#include "sk-attachment.h"
#include "sk-concept.h"
#include "sk-facet.h"
#include "sk-lang-string.h"

G_BEGIN_DECLS

typedef enum
{
  SK_STATED_NO = -1,
  SK_STATED_NOT = 0,
  SK_STATED_YES = 1,
} SkStated;

/* What a room may have, and a tool need, in the order in which it is said. */
#define SK_N_NEEDS 6

extern const char * const sk_needs[SK_N_NEEDS + 1]; /* ended by NULL */

/* What a SkResource is made from. Every member may be left at zero but id and name. */
typedef struct
{
  char *id;
  SkLangString *name;
  SkLangString *description;
  GStrv languages;
  GStrv keywords;
  gboolean has_ages;
  SkAgeRange ages;
  gboolean ages_estimated;
  GPtrArray *themes;
  GPtrArray *formats;
  GPtrArray *audiences;
  GPtrArray *settings;
  guint minutes;
  guint minutes_min;
  gboolean skippable;
  GStrv needs;
  guint group_min;
  guint group_max;
  gboolean sensitive;
  GPtrArray *talk_questions;
  GStrv publishers;
  char *publisher_url;
  char *license;
  SkStated free;
  char *url;
  char *image;
  GPtrArray *attachments;
  char *modified;
  char *published;
  char *seen;
  char *source_page;
  char *translation_of;
  GStrv translations;
  char *source;
} SkResourceFields;

void sk_resource_fields_clear (SkResourceFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkResourceFields, sk_resource_fields_clear)

#define SK_TYPE_RESOURCE (sk_resource_get_type ())
G_DECLARE_FINAL_TYPE (SkResource, sk_resource, SK, RESOURCE, GObject)

SkResource         *sk_resource_new                (SkResourceFields *fields);
const char         *sk_resource_get_id             (SkResource *self);
SkLangString       *sk_resource_get_name           (SkResource *self);
SkLangString       *sk_resource_get_description    (SkResource *self);
const char * const *sk_resource_get_languages      (SkResource *self);
const char * const *sk_resource_get_keywords       (SkResource *self);
gboolean            sk_resource_get_ages           (SkResource *self,
                                                    SkAgeRange *ages);
gboolean            sk_resource_get_ages_estimated (SkResource *self);
GPtrArray          *sk_resource_get_concepts       (SkResource *self,
                                                    SkFacet     facet);
guint               sk_resource_get_minutes        (SkResource *self);
guint               sk_resource_get_minutes_min    (SkResource *self);
gboolean            sk_resource_get_skippable      (SkResource *self);
const char * const *sk_resource_get_needs          (SkResource *self);
guint               sk_resource_get_group_min      (SkResource *self);
guint               sk_resource_get_group_max      (SkResource *self);
gboolean            sk_resource_get_sensitive      (SkResource *self);
GPtrArray          *sk_resource_get_talk_questions (SkResource *self);
const char * const *sk_resource_get_publishers     (SkResource *self);
const char         *sk_resource_get_publisher_url  (SkResource *self);
const char         *sk_resource_get_license        (SkResource *self);
SkStated            sk_resource_get_free           (SkResource *self);
const char         *sk_resource_get_url            (SkResource *self);
const char         *sk_resource_get_image          (SkResource *self);
GPtrArray          *sk_resource_get_attachments    (SkResource *self);
const char         *sk_resource_get_modified       (SkResource *self);
const char         *sk_resource_get_published      (SkResource *self);
const char         *sk_resource_get_seen           (SkResource *self);
const char         *sk_resource_get_source_page    (SkResource *self);
const char         *sk_resource_get_translation_of (SkResource *self);
const char * const *sk_resource_get_translations   (SkResource *self);
const char         *sk_resource_get_source         (SkResource *self);
gint64              sk_resource_get_newness        (SkResource *self);
const char         *sk_resource_pick_name          (SkResource         *self,
                                                    const char * const *preferred,
                                                    const char        **language);
const char         *sk_resource_pick_description   (SkResource         *self,
                                                    const char * const *preferred,
                                                    const char        **language);

G_END_DECLS
