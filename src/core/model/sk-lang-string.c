/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-lang-string.h"

#include <string.h>

typedef struct
{
  char *language;
  char *text;
} Entry;

struct _SkLangString
{
  gatomicrefcount ref_count;
  GArray *entries;
};

G_DEFINE_BOXED_TYPE (SkLangString, sk_lang_string, sk_lang_string_ref, sk_lang_string_unref)

static void
entry_clear (Entry *entry)
{
  g_clear_pointer (&entry->language, g_free);
  g_clear_pointer (&entry->text, g_free);
}

/**
 * sk_lang_string_new:
 *
 * Makes an empty text. It is filled with [method@LangString.add] by its maker and not
 * changed once another holds it.
 *
 * Returns: (transfer full): a new text
 */
SkLangString *
sk_lang_string_new (void)
{
  SkLangString *self = g_new0 (SkLangString, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, (GDestroyNotify) entry_clear);

  return self;
}

/**
 * sk_lang_string_ref:
 *
 * Returns: (transfer full): the same text, held once more
 */
SkLangString *
sk_lang_string_ref (SkLangString *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sk_lang_string_unref:
 * @self: (transfer full): a text
 *
 * Lets go of the text; the last holder frees it.
 */
void
sk_lang_string_unref (SkLangString *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->entries);
  g_free (self);
}

/**
 * sk_lang_string_add:
 * @language: (nullable): a BCP 47 tag, %NULL or "" when the language is not stated
 * @text: the text in that language
 *
 * Adds a text, or replaces the one of the same language.
 */
void
sk_lang_string_add (SkLangString *self,
                    const char   *language,
                    const char   *text)
{
  Entry entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (language == NULL)
    language = "";

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *held = &g_array_index (self->entries, Entry, i);

      if (g_str_equal (held->language, language))
        {
          g_set_str (&held->text, text);
          return;
        }
    }

  entry.language = g_strdup (language);
  entry.text = g_strdup (text);
  g_array_append_val (self->entries, entry);
}

/**
 * sk_lang_string_get_size:
 * @self: (nullable): a text
 *
 * Returns: in how many languages the text is there; 0 for %NULL
 */
guint
sk_lang_string_get_size (const SkLangString *self)
{
  return self != NULL ? self->entries->len : 0;
}

/**
 * sk_lang_string_get_nth:
 * @nth: less than [method@LangString.get_size]
 * @language: (out) (optional): its BCP 47 tag, "" when not stated
 *
 * Returns: the text, in the order in which they were added
 */
const char *
sk_lang_string_get_nth (const SkLangString  *self,
                        guint                nth,
                        const char         **language)
{
  const Entry *entry;

  g_return_val_if_fail (nth < sk_lang_string_get_size (self), NULL);

  entry = &g_array_index (self->entries, Entry, nth);
  if (language != NULL)
    *language = entry->language;

  return entry->text;
}

static gsize
primary_length (const char *tag)
{
  return strcspn (tag, "-_");
}

static gboolean
same_primary (const char *a,
              const char *b)
{
  gsize length = primary_length (a);

  return length > 0 && length == primary_length (b) && g_ascii_strncasecmp (a, b, length) == 0;
}

static const Entry *
find_entry (const SkLangString *self,
            const char         *language)
{
  const Entry *relative = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (g_ascii_strcasecmp (entry->language, language) == 0)
        return entry;
      if (relative == NULL && same_primary (entry->language, language))
        relative = entry;
    }

  return relative;
}

/**
 * sk_lang_string_find:
 * @self: (nullable): a text
 * @language: a BCP 47 tag
 *
 * Looks for the text in a language: the tag itself, else one with the same primary
 * language ("nl" for "nl-BE" and the other way round).
 *
 * Returns: (nullable): the text, or %NULL where that language is not there
 */
const char *
sk_lang_string_find (const SkLangString *self,
                     const char         *language)
{
  const Entry *entry;

  g_return_val_if_fail (language != NULL, NULL);

  if (self == NULL)
    return NULL;

  entry = find_entry (self, language);
  return entry != NULL ? entry->text : NULL;
}

static const Entry *
find_first (const SkLangString *self,
            const char * const *languages)
{
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      const Entry *entry = find_entry (self, languages[i]);

      if (entry != NULL)
        return entry;
    }

  return NULL;
}

/**
 * sk_lang_string_pick:
 * @self: (nullable): a text
 * @preferred: (nullable): the reader's languages, best first
 * @own: (nullable): the languages of the thing that the text describes
 * @language: (out) (optional): the tag of what is returned, "" when not stated
 *
 * Chooses what to show: the reader's language, then the thing's own, then English, then
 * what comes first.
 *
 * Returns: (nullable): the text, or %NULL where there is none
 */
const char *
sk_lang_string_pick (const SkLangString  *self,
                     const char * const  *preferred,
                     const char * const  *own,
                     const char         **language)
{
  const char * const english[] = {"en", NULL};
  const Entry *entry;

  if (sk_lang_string_get_size (self) == 0)
    return NULL;

  entry = find_first (self, preferred);
  if (entry == NULL)
    entry = find_first (self, own);
  if (entry == NULL)
    entry = find_first (self, english);
  if (entry == NULL)
    entry = &g_array_index (self->entries, Entry, 0);

  if (language != NULL)
    *language = entry->language;

  return entry->text;
}

/**
 * sk_lang_string_equal:
 * @a: (nullable): a text
 * @b: (nullable): another
 *
 * Returns: whether both hold the same languages and texts in the same order
 */
gboolean
sk_lang_string_equal (const SkLangString *a,
                      const SkLangString *b)
{
  guint size = sk_lang_string_get_size (a);

  if (size != sk_lang_string_get_size (b))
    return FALSE;

  for (guint i = 0; i < size; i++)
    {
      const Entry *left = &g_array_index (a->entries, Entry, i);
      const Entry *right = &g_array_index (b->entries, Entry, i);

      if (!g_str_equal (left->language, right->language) || !g_str_equal (left->text, right->text))
        return FALSE;
    }

  return TRUE;
}
