/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "browse/sk-browse-page.h"
#include "plan/sk-plan-page.h"
#include "sk-session-hand.h"
#include "sk-window.h"

G_BEGIN_DECLS

struct _SkWindow
{
  AdwApplicationWindow parent_instance;

  SkCatalogue *catalogue;
  SkSessionFolder *folder;
  SkUserData *user;
  SkSessionHand *hand;
  SkUpdater *updater;
  GSettings *settings;
  GListModel *dialogs;
  gboolean settled;           /* whether the catalogue is open, or cannot be */
  GPtrArray *arrivals;        /* GFile, until then */

  AdwToastOverlay *toasts;
  AdwNavigationView *pages;
  AdwNavigationPage *home;
  AdwViewStack *places;
  GtkStack *explore;
  SkBrowsePage *browse;
  AdwBin *sessions;
  SkPlanPage *plan;           /* NULL until it is looked at */
  GtkWidget *failure;
  AdwStatusPage *failure_status;
};

void sk_window_open_resource (SkWindow       *self,
                              SkResource     *resource);
void sk_window_tools_install (GtkWidgetClass *widget_class);

G_END_DECLS
