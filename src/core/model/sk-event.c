/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-event.h"

/* The day that a feed's tools are for (schema.org `Event`). Immutable, safe to share between
 * threads. */
struct _SkEvent
{
  GObject parent_instance;

  char *id;
  SkLangString *name;
  char *date;
};

G_DEFINE_FINAL_TYPE (SkEvent, sk_event, G_TYPE_OBJECT)

static void
sk_event_finalize (GObject *object)
{
  SkEvent *self = SK_EVENT (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, sk_lang_string_unref);
  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (sk_event_parent_class)->finalize (object);
}

static void
sk_event_class_init (SkEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_event_finalize;
}

static void
sk_event_init (SkEvent *self)
{
}

/**
 * sk_event_new:
 * @id: an absolute URI
 * @name: what the day is called
 * @date: "2027-02-09"
 *
 * Returns: (transfer full): a new event
 */
SkEvent *
sk_event_new (const char   *id,
              SkLangString *name,
              const char   *date)
{
  SkEvent *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (date != NULL, NULL);

  self = g_object_new (SK_TYPE_EVENT, NULL);
  self->id = g_strdup (id);
  self->name = sk_lang_string_ref (name);
  self->date = g_strdup (date);
  return self;
}

/**
 * sk_event_get_id:
 *
 * Returns: the URI that it goes by
 */
const char *
sk_event_get_id (SkEvent *self)
{
  g_return_val_if_fail (SK_IS_EVENT (self), NULL);

  return self->id;
}

/**
 * sk_event_get_name:
 *
 * Returns: (transfer none): what the day is called
 */
SkLangString *
sk_event_get_name (SkEvent *self)
{
  g_return_val_if_fail (SK_IS_EVENT (self), NULL);

  return self->name;
}

/**
 * sk_event_get_date:
 *
 * Returns: the day, as "2027-02-09"
 */
const char *
sk_event_get_date (SkEvent *self)
{
  g_return_val_if_fail (SK_IS_EVENT (self), NULL);

  return self->date;
}

/**
 * sk_event_pick_name:
 * @preferred: (nullable): the reader's languages, the first one best
 * @language: (out) (optional): the language that was found
 *
 * Returns: the name, in the reader's language where there is one
 */
const char *
sk_event_pick_name (SkEvent             *self,
                    const char * const  *preferred,
                    const char         **language)
{
  g_return_val_if_fail (SK_IS_EVENT (self), NULL);

  return sk_lang_string_pick (self->name, preferred, NULL, language);
}
