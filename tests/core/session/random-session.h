/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session.h"

/* A session of all that a session may have, the same for the same draws. */
SkSession *random_session (GRand *rand);
