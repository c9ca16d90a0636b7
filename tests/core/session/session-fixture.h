/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session.h"

/* Sessions that can be read in a line. Each block is "KIND MINUTES", with "@HH:MM" where it is
 * locked; kinds joined by "|" are lanes. The blocks are called a, b, c…, the lanes of b b1, b2….
 * TIMES is "START" or "START END", local times of ZONE. */
SkSession *fixture_session (const char *zone,
                            const char *times,
                            const char *first,
                            ...) G_GNUC_NULL_TERMINATED;

/* A session of blocks alone, from 10:25 to 11:15 on Safer Internet Day 2027 in Brussels. */
SkSession *fixture_hour    (const char *first,
                            ...) G_GNUC_NULL_TERMINATED;

/* The order and lengths of its blocks: "a5 (b1 b2)12 c20@10:50". */
char      *fixture_order   (SkSession *session);

/* When its blocks are, by the clock, with what is free before them and what is too long:
 * "10:25 a, 10:30 b +5, 2 free 10:50 c". */
char      *fixture_times   (SkSession *session);

/* A tool that is known by little. FORMAT and THEME are notations, nullable, MINUTES may be 0, NEEDS
 * are joined by spaces. */
SkResource *fixture_tool   (const char *id,
                            const char *name,
                            const char *format,
                            const char *theme,
                            guint       minutes,
                            const char *needs);
