/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compose/sk-composer.h"
#include "sk-ctl.h"

G_BEGIN_DECLS

/* What is wished of a session, as it was typed. */
typedef struct
{
  char *minutes;
  char *age;
  GStrv themes;
  GStrv languages;
  char *size;
  GStrv without;
  GStrv avoid;
  char *output;
} SkCtlWishes;

void     sk_ctl_wishes_clear          (SkCtlWishes         *wishes);
GStrv    sk_ctl_wishes_repeat_options (GStrv                arguments);
gboolean sk_ctl_wishes_parse          (SkCtlWishes         *wishes,
                                       SkCtl               *ctl,
                                       const SkCtlCommand  *command,
                                       GStrv                arguments,
                                       SkCtlStatus         *status);
gboolean sk_ctl_wishes_make_request   (const SkCtlWishes   *wishes,
                                       SkCtl               *ctl,
                                       SkComposeRequest    *request,
                                       GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkCtlWishes, sk_ctl_wishes_clear)

G_END_DECLS
