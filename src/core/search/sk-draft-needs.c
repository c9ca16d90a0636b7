/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-resource.h"
#include "sk-bits.h"
#include "sk-draft-writer.h"

/**
 * sk_draft_writer_needs:
 *
 * Writes of each of [var@needs] which records have it, and at last which have any.
 *
 * Returns: whether that was possible
 */
gboolean
sk_draft_writer_needs (SkDraftWriter  *self,
                       GError        **error)
{
  const gsize n_words = sk_bits_n_words (self->counts.n_records);
  const gsize n_sets = SK_N_NEEDS + 1;
  g_autofree guint64 *sets = g_new0 (guint64, n_words * n_sets);
  SkDigest digest;

  for (guint32 i = 0; i < self->counts.n_records; i++)
    {
      if (!sk_draft_writer_next (self, &digest, i, error))
        return FALSE;

      for (guint need = 0; need < SK_N_NEEDS; need++)
        if ((digest.traits.needs >> need & 1) != 0)
          sk_bits_add (sets + need * n_words, &i, 1);
      if (digest.traits.needs != 0)
        sk_bits_add (sets + SK_N_NEEDS * n_words, &i, 1);
    }

  sk_index_writer_begin (self->writer, SK_SECTION_NEEDS);
  sk_index_writer_write (self->writer, sets, n_words * n_sets * sizeof (guint64));
  return TRUE;
}
