/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-index.h"

#include <string.h>

#include "search/sk-index-file-private.h"

#define MAX_MUTATIONS 6
#define MAX_RUN 64

/* One in so many changes what the header says of the rest. */
#define HEADER_SHARE 8

static guint
below (GRand *rand,
       guint  limit)
{
  return g_rand_int (rand) % limit;
}

/* Those that readers stumble over: the ends of ranges, and what is near to a number that is
 * there. */
static guint64
pick_number (GRand   *rand,
             guint64  there)
{
  static const guint64 ends[] = {
    0, 1, 0x7f, 0x80, 0xff, 0x7fffffff, G_MAXUINT32, G_MAXINT64, G_MAXUINT64,
  };

  switch (below (rand, 4))
    {
    case 0:
      return ends[below (rand, G_N_ELEMENTS (ends))];
    case 1:
      return there + below (rand, 9) - 4;
    case 2:
      return there ^ G_GUINT64_CONSTANT (1) << below (rand, 64);
    default:
      return below (rand, 1 << below (rand, 24));
    }
}

static void
change_header (SkIndexHeader *header,
               GRand         *rand)
{
  SkIndexPlace *place = &header->places[below (rand, SK_N_SECTIONS)];
  guint32 *counts = (guint32 *) (void *) &header->counts;
  guint32 *count = &counts[below (rand, sizeof header->counts / sizeof *counts)];

  switch (below (rand, 4))
    {
    case 0:
      *count = (guint32) pick_number (rand, *count);
      break;
    case 1:
      place->offset = pick_number (rand, place->offset);
      break;
    case 2:
      place->size = pick_number (rand, place->size);
      break;
    default:
      *place = header->places[below (rand, SK_N_SECTIONS)];
      break;
    }
}

static void
change_number (guint8 *at,
               gsize   width,
               GRand  *rand)
{
  guint64 number = 0;

  memcpy (&number, at, width);
  number = pick_number (rand, number);
  memcpy (at, &number, width);
}

static void
change_section (GByteArray         *bytes,
                const SkIndexPlace *place,
                const SkIndexPlace *other,
                GRand              *rand)
{
  static const guint8 fillings[] = {0, 0x7f, 0x80, 0xff};
  guint8 *section = bytes->data + place->offset;
  gsize at = below (rand, (guint) place->size);
  gsize run = MIN (below (rand, MAX_RUN), place->size - at);

  switch (below (rand, 5))
    {
    case 0:
      section[at] = (guint8) pick_number (rand, section[at]);
      break;
    case 1:
      if (place->size >= sizeof (guint32))
        change_number (section + MIN (at & ~(gsize) 3, place->size - 4), 4, rand);
      break;
    case 2:
      if (place->size >= sizeof (guint64))
        change_number (section + MIN (at & ~(gsize) 7, place->size - 8), 8, rand);
      break;
    case 3:
      memset (section + at, fillings[below (rand, G_N_ELEMENTS (fillings))], run);
      break;
    default:
      memmove (section + at, bytes->data + other->offset, MIN (run, other->size));
      break;
    }
}

void
fuzz_index_mutate (GByteArray *bytes,
                   GRand      *rand)
{
  SkIndexHeader *header = (SkIndexHeader *) (void *) bytes->data;
  const SkIndexHeader written = *header;

  for (guint i = below (rand, MAX_MUTATIONS) + 1; i > 0; i--)
    {
      const SkIndexPlace *place = &written.places[below (rand, SK_N_SECTIONS)];
      const SkIndexPlace *other = &written.places[below (rand, SK_N_SECTIONS)];

      if (below (rand, HEADER_SHARE) == 0)
        change_header (header, rand);
      else if (place->size > 0)
        change_section (bytes, place, other, rand);
    }

  if (below (rand, 32) == 0)
    g_byte_array_set_size (bytes, below (rand, bytes->len));
}
