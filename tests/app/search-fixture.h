/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../core/sync/sync-fixture.h"

#include "browse/sk-search.h"

/* A search of the starter catalogue. */
typedef struct
{
  SyncFixture sync;
  SkSearch *search;
  guint n_answers;
} SearchFixture;

void search_fixture_set_up       (SearchFixture *fixture,
                                  gconstpointer  data);
void search_fixture_tear_down    (SearchFixture *fixture,
                                  gconstpointer  data);
void search_fixture_await_answer (SearchFixture *fixture);
