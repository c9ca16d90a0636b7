/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What of a catalogue is not needed, and for what it is needed. */
typedef enum
{
  SK_CATALOGUE_NONE = 0,
  SK_CATALOGUE_NO_STARTER = 1 << 0,
  SK_CATALOGUE_NO_INDEX = 1 << 1,       /* for whoever searches nothing: the records are only counted */
  SK_CATALOGUE_NO_RECORDS = 1 << 2,     /* for whoever asks for no record: they are not even counted */
  SK_CATALOGUE_CHECKED = 1 << 3,        /* for whoever answers once: an index is checked before it is
                                         * used, and not while it is */
} SkCatalogueFlags;

G_END_DECLS
