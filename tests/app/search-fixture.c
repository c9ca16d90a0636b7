/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-fixture.h"

static void
count_answer (SearchFixture *fixture)
{
  fixture->n_answers++;
}

void
search_fixture_set_up (SearchFixture *fixture, gconstpointer data)
{
  sync_fixture_set_up (&fixture->sync, data);
  sync_fixture_close (&fixture->sync);
  g_free (fixture->sync.data);
  fixture->sync.data = g_build_filename (fixture->sync.folder, "starter", NULL);
  sync_fixture_open (&fixture->sync, SK_CATALOGUE_NONE);

  fixture->search = sk_search_new (fixture->sync.catalogue);
  g_signal_connect_swapped (fixture->search, "notify::results", G_CALLBACK (count_answer), fixture);
}

void
search_fixture_tear_down (SearchFixture *fixture, gconstpointer data)
{
  SkSearch *search = fixture->search;

  /* What is asked keeps it until it is answered, or found to be cancelled. */
  g_signal_handlers_disconnect_by_data (search, fixture);
  g_object_add_weak_pointer (G_OBJECT (search), (gpointer *) &search);
  g_clear_object (&fixture->search);
  while (search != NULL)
    g_main_context_iteration (NULL, TRUE);

  sync_fixture_tear_down (&fixture->sync, data);
}

void
search_fixture_await_answer (SearchFixture *fixture)
{
  while (sk_search_get_answered (fixture->search) == NULL ||
         !sk_query_equal (sk_search_get_answered (fixture->search),
                          sk_search_get_query (fixture->search)))
    g_main_context_iteration (NULL, TRUE);
}
