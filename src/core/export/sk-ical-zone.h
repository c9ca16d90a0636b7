/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* libical-glib asks for this of whoever knows that it may still change. */
#define LIBICAL_GLIB_UNSTABLE_API

#include <libical-glib/libical-glib.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ICalComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ICalTime, g_object_unref)

gboolean       sk_ical_zone_is_named  (GTimeZone   *zone);
ICalComponent *sk_ical_zone_new       (GTimeZone   *zone,
                                       gint64       from,
                                       gint64       to);

G_END_DECLS
