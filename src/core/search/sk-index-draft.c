/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index-draft-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "model/sk-needs.h"
#include "sk-index-private.h"
#include "store/sk-read-at.h"
#include "sk-text-fold.h"

/* A file without a name, so that nothing is left of it whatever happens. */
static FILE *
open_spool (const char  *folder,
            GError     **error)
{
  g_autofree char *path = NULL;
  g_autofd int fd = -1;
  FILE *file;

  if (folder != NULL)
    {
      path = g_build_filename (folder, "draft-XXXXXX", NULL);
      fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
      if (fd >= 0)
        g_unlink (path);
    }
  else
    {
      fd = memfd_create ("sidekick-draft", MFD_CLOEXEC);
    }

  file = fd >= 0 ? fdopen (fd, "w+") : NULL;
  if (file == NULL)
    {
      sk_fail_errno (errno, error);
      return NULL;
    }

  g_steal_fd (&fd);
  return file;
}

/**
 * sk_index_draft_new:
 * @before: (nullable): an index, whose records need not be read again where they are the same
 * @vocabularies: the concepts that are always listed; those of @before too
 * @folder: (nullable): where there is room for a file; %NULL: in memory
 *
 * Returns: (transfer full) (nullable): a draft without records
 */
SkIndexDraft *
sk_index_draft_new (SkIndex         *before,
                    SkVocabularies  *vocabularies,
                    const char      *folder,
                    GError         **error)
{
  g_autoptr (SkIndexDraft) self = NULL;

  g_return_val_if_fail (before == NULL || SK_IS_INDEX (before), NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_new0 (SkIndexDraft, 1);
  self->vocabularies = g_object_ref (vocabularies);
  self->title_keys = sk_title_keys_new ();
  self->words = sk_word_list_new ();
  self->values = sk_value_list_new (vocabularies);
  self->ids = g_string_chunk_new (64 * 1024);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->records = g_array_new (FALSE, FALSE, sizeof (SkDraftRecord));
  self->digest = g_byte_array_new ();
  self->record_values = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->record_tokens = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (before != NULL)
    {
      const SkIndexCounts *counts = sk_index_file_get_counts (before->file);

      self->before = g_object_ref (before);
      self->before_words = g_new0 (guint32, (gsize) counts->n_words + 1);
      self->before_values = g_new0 (guint32, (gsize) counts->n_places + 1);
    }

  self->spool = open_spool (folder, error);
  return self->spool != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sk_index_draft_free:
 * @self: (transfer full): a draft
 */
void
sk_index_draft_free (SkIndexDraft *self)
{
  g_clear_pointer (&self->record_tokens, g_array_unref);
  g_clear_pointer (&self->record_values, g_array_unref);
  g_clear_pointer (&self->digest, g_byte_array_unref);
  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_string_chunk_free);
  g_clear_pointer (&self->spool, fclose);
  g_clear_pointer (&self->values, sk_value_list_free);
  g_clear_pointer (&self->words, sk_word_list_free);
  g_clear_pointer (&self->title_keys, sk_title_keys_free);
  g_clear_object (&self->vocabularies);
  g_clear_pointer (&self->before_values, g_free);
  g_clear_pointer (&self->before_words, g_free);
  g_clear_object (&self->before);
  g_free (self);
}

/* Takes the digest's words and values, which are numbered as here, into account. */
static void
take (SkIndexDraft   *self,
      const SkDigest *digest)
{
  SkDraftRecord record = {digest->newness, NULL, self->spool_size, 0};
  guint field = 0;

  record.id = g_string_chunk_insert (self->ids, digest->id);
  g_hash_table_add (self->known, (gpointer) record.id);

  for (guint i = 0; i < self->record_tokens->len; i++)
    {
      guint32 token = g_array_index (self->record_tokens, guint32, i);

      if (token == SK_TOKEN_NEXT_FIELD)
        field++;
      if (token < SK_TOKEN_WORDS)
        continue;

      self->totals[SK_INDEX_N_FIELDS - 1 - field]++;
      sk_word_list_count (self->words, token - SK_TOKEN_WORDS, self->records->len);
    }

  g_byte_array_set_size (self->digest, 0);
  sk_digest_write (digest, self->record_values, self->record_tokens, self->digest);
  if (fwrite (self->digest->data, 1, self->digest->len, self->spool) != self->digest->len &&
      self->code == 0)
    self->code = errno;

  record.length = self->digest->len;
  self->spool_size += self->digest->len;
  g_array_append_val (self->records, record);
}

static void
add_token (SkIndexDraft *self,
           guint32       token)
{
  g_array_append_val (self->record_tokens, token);
}

static void
add_text (SkIndexDraft *self,
          const char   *text)
{
  g_autofree char *words = sk_text_fold_words (text);
  char *rest = words;
  char *word;

  while ((word = strsep (&rest, " ")) != NULL)
    if (*word != '\0')
      add_token (self, sk_word_list_number (self->words, word) + SK_TOKEN_WORDS);

  add_token (self, SK_TOKEN_BREAK);
}

static void
add_lang_string (SkIndexDraft       *self,
                 const SkLangString *text)
{
  for (guint i = 0; i < sk_lang_string_get_size (text); i++)
    add_text (self, sk_lang_string_get_nth (text, i, NULL));
}

static void
add_strings (SkIndexDraft       *self,
             const char * const *texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (self, texts[i]);
}

static void
list_tokens (SkIndexDraft *self,
             SkResource   *resource)
{
  g_array_set_size (self->record_tokens, 0);
  add_lang_string (self, sk_resource_get_name (resource));
  add_token (self, SK_TOKEN_NEXT_FIELD);
  add_strings (self, sk_resource_get_keywords (resource));
  add_strings (self, sk_resource_get_publishers (resource));
  add_token (self, SK_TOKEN_NEXT_FIELD);
  add_lang_string (self, sk_resource_get_description (resource));
}

static void
list_value_number (SkIndexDraft *self,
                   guint32       number)
{
  for (guint i = 0; i < self->record_values->len; i++)
    if (g_array_index (self->record_values, guint32, i) == number)
      return;

  g_array_append_val (self->record_values, number);
}

typedef struct
{
  SkIndexDraft *draft;
  SkFacet facet;
} Lister;

static void
list_value (const char *value,
            SkConcept  *concept,
            gpointer    user_data)
{
  Lister *lister = user_data;
  SkIndexDraft *self = lister->draft;

  list_value_number (self, sk_value_list_number (self->values, lister->facet, value, concept));
}

static void
list_values (SkIndexDraft *self,
             SkResource   *resource)
{
  g_array_set_size (self->record_values, 0);

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      Lister lister = {self, (SkFacet) facet};
      guint before = self->record_values->len;

      if (sk_facet_measures ((SkFacet) facet))
        continue;

      sk_facet_domain_foreach (resource, (SkFacet) facet, list_value, &lister);
      if (self->record_values->len == before)
        list_value (SK_FACET_NONE, NULL, &lister);
    }
}

static SkTraits
find_traits (SkResource *resource)
{
  return (SkTraits) {
    .needs = sk_needs_to_bits (sk_resource_get_needs (resource)),
    .minutes_min = sk_resource_get_minutes_min (resource),
    .group_min = sk_resource_get_group_min (resource),
    .group_max = sk_resource_get_group_max (resource),
    .sensitive = sk_resource_get_sensitive (resource),
    .ages_estimated = sk_resource_get_ages_estimated (resource),
    .versions = sk_resource_get_translation_of (resource) != NULL ||
                sk_resource_get_translations (resource)[0] != NULL,
  };
}

/**
 * sk_index_draft_add:
 * @row: by which the record source knows the record
 * @hash: (array fixed-size=32): of the record, by which it is known to be unchanged
 * @resource: the record
 *
 * Adds a record, unless there is one of the same id: the first one stands.
 *
 * Returns: whether there is room for more
 */
gboolean
sk_index_draft_add (SkIndexDraft  *self,
                    guint64        row,
                    const guint8  *hash,
                    SkResource    *resource,
                    GError       **error)
{
  g_autoptr (GBytes) key = NULL;
  SkDigest digest = {.row = row, .hash = hash};

  g_return_val_if_fail (SK_IS_RESOURCE (resource), FALSE);

  if (g_hash_table_contains (self->known, sk_resource_get_id (resource)))
    return TRUE;

  key = sk_title_keys_make (self->title_keys, resource);
  digest.id = sk_resource_get_id (resource);
  digest.newness = sk_resource_get_newness (resource);
  digest.spans[0] = sk_span_of_resource (SK_FACET_AGE, resource);
  digest.spans[1] = sk_span_of_resource (SK_FACET_LENGTH, resource);
  digest.traits = find_traits (resource);
  digest.title_key = g_bytes_get_data (key, &digest.title_key_length);
  list_tokens (self, resource);
  list_values (self, resource);
  take (self, &digest);

  return self->code == 0 || sk_fail_errno (self->code, error);
}

/* The values of a record of the index before, as they are numbered here. */
static gboolean
translate_values (SkIndexDraft *self,
                  SkDigest     *digest)
{
  guint32 number;

  g_array_set_size (self->record_values, 0);

  while (sk_digest_next_value (digest, &number))
    {
      const SkFacetCount *value;
      guint32 place;
      SkFacet facet;

      value = sk_index_get_value (self->before, number, &facet, &place);
      if (value == NULL || sk_facet_measures (facet))
        return FALSE;

      if (self->before_values[place] == 0)
        self->before_values[place] =
          sk_value_list_number (self->values, facet, value->value, value->concept) + 1;

      list_value_number (self, self->before_values[place] - 1);
    }

  return TRUE;
}

/* The index before is a file, and so not trusted to have text where words are. */
static gboolean
translate_word (SkIndexDraft *self,
                guint32      *number)
{
  const char *word = sk_index_get_word (self->before, *number);
  guint32 *known;

  if (word == NULL)
    return FALSE;

  known = &self->before_words[*number];
  if (*known == 0)
    {
      if (!g_utf8_validate (word, -1, NULL))
        return FALSE;
      *known = sk_word_list_number (self->words, word) + 1;
    }

  *number = *known - 1;
  return TRUE;
}

static gboolean
translate_tokens (SkIndexDraft *self,
                  SkDigest     *digest)
{
  guint32 token;
  guint n_fields = 1;

  g_array_set_size (self->record_tokens, 0);

  while (sk_digest_next_token (digest, &token))
    {
      if (token >= SK_TOKEN_WORDS)
        {
          guint32 number = token - SK_TOKEN_WORDS;

          if (!translate_word (self, &number))
            return FALSE;

          token = number + SK_TOKEN_WORDS;
        }
      else if (token == SK_TOKEN_NEXT_FIELD)
        {
          n_fields++;
        }

      add_token (self, token);
    }

  return n_fields == SK_INDEX_N_FIELDS;
}

/**
 * sk_index_draft_keep:
 * @row: by which the record source knows a record
 * @hash: (array fixed-size=32): of that record
 *
 * Adds a record as it is in the index before, unless there is one of the same id already.
 *
 * Returns: whether that index has it, unchanged, so that it need not be read and added
 */
gboolean
sk_index_draft_keep (SkIndexDraft *self,
                     guint64       row,
                     const guint8 *hash)
{
  SkDigest digest;

  if (self->before == NULL || !sk_index_find_row (self->before, row, &digest) ||
      memcmp (digest.hash, hash, SK_DIGEST_HASH_BYTES) != 0)
    return FALSE;

  if (g_hash_table_contains (self->known, digest.id))
    return TRUE;

  if (!translate_values (self, &digest) || !translate_tokens (self, &digest))
    return FALSE;

  take (self, &digest);
  return TRUE;
}

static gboolean
sync_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  return (fd >= 0 && fsync (fd) == 0) || sk_fail_errno (errno, error);
}

/**
 * sk_index_draft_write:
 * @path: where the index is wanted
 * @key: (array fixed-size=32): what it is of, for [ctor@Index.open]
 * @cancellable: (nullable): looked at now and then
 *
 * Writes the index beside its place, waits until it is on the disk, and puts it there. To be
 * called once.
 *
 * Returns: whether it is there; where not, nothing changed
 */
gboolean
sk_index_draft_write (SkIndexDraft  *self,
                      const char    *path,
                      const guint8  *key,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  g_autofd int fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return sk_fail_errno (errno, error);

  if (!sk_index_draft_write_fd (self, fd, key, cancellable, error))
    {
      g_unlink (beside);
      return FALSE;
    }

  if (g_rename (beside, path) != 0)
    {
      sk_fail_errno (errno, error);
      g_unlink (beside);
      return FALSE;
    }

  return sync_folder (path, error);
}

/**
 * sk_index_draft_take:
 * @records: where the index gets the records from
 * @cancellable: (nullable): looked at now and then
 *
 * Makes the index in memory, where there is no room for a file. To be called once.
 *
 * Returns: (transfer full) (nullable): the index
 */
SkIndex *
sk_index_draft_take (SkIndexDraft    *self,
                     SkRecordSource  *records,
                     GCancellable    *cancellable,
                     GError         **error)
{
  static const guint8 key[SK_INDEX_KEY_BYTES] = {0};
  g_autofd int fd = memfd_create ("sidekick-index", MFD_CLOEXEC);
  g_autoptr (SkIndexFile) file = NULL;

  if (fd < 0)
    {
      sk_fail_errno (errno, error);
      return NULL;
    }

  if (!sk_index_draft_write_fd (self, fd, key, cancellable, error))
    return NULL;

  file = sk_index_file_open_fd (fd, NULL, error);
  return file != NULL ? sk_index_new_from_file (g_steal_pointer (&file), self->vocabularies,
                                                records, error)
                      : NULL;
}
