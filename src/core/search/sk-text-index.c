/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-index.h"

#include "sk-bits.h"

/**
 * sk_text_index_init:
 * @self: at its place for good, for its parts know of each other
 * @file: an index file; must outlive this
 *
 * Finds the texts in a file.
 */
void
sk_text_index_init (SkTextIndex *self,
                    SkIndexFile *file)
{
  sk_lexicon_init (&self->lexicon, file);
  sk_postings_init (&self->postings, file);
  sk_ranges_init_prefixes (&self->prefixes, file);
  sk_tails_init (&self->tails, file, &self->lexicon);
  sk_ranges_init_tails (&self->tail_sets, file);

  self->counts = sk_index_file_get_counts (file);
  self->n_set_words = sk_bits_n_words (self->counts->n_records);
  self->word_places = sk_index_file_get (file, SK_SECTION_WORD_PLACES, NULL);
  self->digest_starts = sk_index_file_get (file, SK_SECTION_DIGEST_STARTS, NULL);
  self->digests = sk_index_file_get (file, SK_SECTION_DIGESTS, &self->n_digest_bytes);
}

/**
 * sk_text_index_read_digest:
 * @record: a record's number, less than how many there are
 * @digest: (out caller-allocates): what the index knows of it
 *
 * Returns: whether it is there; %FALSE where the file says nonsense
 */
gboolean
sk_text_index_read_digest (const SkTextIndex *self,
                           guint32            record,
                           SkDigest          *digest)
{
  guint64 start = self->digest_starts[record];
  guint64 end = self->digest_starts[record + 1];

  return start <= end && end <= self->n_digest_bytes &&
         sk_digest_read (digest, self->digests + start, end - start);
}
