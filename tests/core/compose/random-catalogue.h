/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compose-fixture.h"

G_BEGIN_DECLS

/* Tools of every kind, and whatever may be asked of them, drawn at random. */

void random_catalogue_add        (Fixture *self,
                                  GRand   *rand,
                                  guint    number);
void random_catalogue_ask        (Fixture *self,
                                  GRand   *rand);
void random_catalogue_ask_little (Fixture *self,
                                  GRand   *rand);

G_END_DECLS
