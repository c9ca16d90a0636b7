/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-draft-writer.h"

#include <string.h>

typedef struct
{
  guint64 number;
  guint32 record;
} Numbered;

static int
compare_numbered (gconstpointer a,
                  gconstpointer b)
{
  const Numbered *left = a;
  const Numbered *right = b;

  if (left->number != right->number)
    return left->number < right->number ? -1 : 1;

  return left->record < right->record ? -1 : 1;
}

static void
write_numbered (SkDraftWriter *self,
                SkSection      section,
                Numbered      *list)
{
  qsort (list, self->counts.n_records, sizeof (Numbered), compare_numbered);
  sk_index_writer_begin (self->writer, section);

  for (guint32 i = 0; i < self->counts.n_records; i++)
    sk_index_writer_write (self->writer, &list[i].record, sizeof (guint32));
}

static gboolean
write_by_numbers (SkDraftWriter  *self,
                  GError        **error)
{
  g_autofree Numbered *rows = g_new (Numbered, (gsize) self->counts.n_records + 1);
  g_autofree Numbered *minutes = g_new (Numbered, (gsize) self->counts.n_records + 1);
  SkDigest digest;

  for (guint32 i = 0; i < self->counts.n_records; i++)
    {
      if (!sk_draft_writer_next (self, &digest, i, error))
        return FALSE;

      rows[i] = (Numbered) {digest.row, i};
      minutes[i] = (Numbered) {digest.spans[1].low > 0 ? digest.spans[1].low : G_MAXUINT32, i};
    }

  write_numbered (self, SK_SECTION_BY_ROW, rows);
  write_numbered (self, SK_SECTION_BY_MINUTES, minutes);
  return TRUE;
}

typedef struct
{
  gsize start;
  guint32 length;
  guint32 record;
} Title;

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      keys)
{
  const Title *left = a;
  const Title *right = b;
  const char *bytes = keys;
  int order = memcmp (bytes + left->start, bytes + right->start, MIN (left->length, right->length));

  if (order != 0)
    return order;
  if (left->length != right->length)
    return left->length < right->length ? -1 : 1;

  return left->record < right->record ? -1 : 1;
}

static gboolean
write_by_title (SkDraftWriter  *self,
                GError        **error)
{
  g_autofree Title *titles = g_new (Title, (gsize) self->counts.n_records + 1);
  g_autoptr (GString) keys = g_string_new (NULL);
  SkDigest digest;

  for (guint32 i = 0; i < self->counts.n_records; i++)
    {
      if (!sk_draft_writer_next (self, &digest, i, error))
        return FALSE;

      titles[i] = (Title) {keys->len, (guint32) digest.title_key_length, i};
      g_string_append_len (keys, digest.title_key, (gssize) digest.title_key_length);
    }

  g_sort_array (titles, self->counts.n_records, sizeof (Title), compare_titles, keys->str);
  sk_index_writer_begin (self->writer, SK_SECTION_BY_TITLE);

  for (guint32 i = 0; i < self->counts.n_records; i++)
    sk_index_writer_write (self->writer, &titles[i].record, sizeof (guint32));

  return TRUE;
}

/**
 * sk_draft_writer_orders:
 *
 * Writes the records in the order of their rows, their minutes and their titles.
 *
 * Returns: whether that was possible
 */
gboolean
sk_draft_writer_orders (SkDraftWriter  *self,
                        GError        **error)
{
  return write_by_numbers (self, error) && write_by_title (self, error);
}
