/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rough-server.h"
#include "sync-fixture.h"

/* A catalogue with one source, feed.json of a rough server. */
void          rough_fixture_set_up    (SyncFixture   *fixture,
                                       gconstpointer  data);
void          rough_fixture_tear_down (SyncFixture   *fixture,
                                       gconstpointer  data);
SkSyncReport *rough_fixture_sync      (SyncFixture   *fixture);
