/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rough-fixture.h"

void
rough_fixture_set_up (SyncFixture   *fixture,
                      gconstpointer  data)
{
  sync_fixture_set_up (fixture, data);
  fixture->server = rough_server_new ();
}

void
rough_fixture_tear_down (SyncFixture   *fixture,
                         gconstpointer  data)
{
  g_clear_pointer ((RoughServer **) &fixture->server, rough_server_free);
  sync_fixture_tear_down (fixture, data);
}

SkSyncReport *
rough_fixture_sync (SyncFixture *fixture)
{
  g_autofree char *url = rough_server_get_url (fixture->server, "feed.json");

  return sync_fixture_sync (fixture, url);
}
