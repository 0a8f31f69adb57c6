/* plain-user.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <unistd.h>

#include <glib.h>

/* Nothing is read-only for root. Between begin() and end() a test that root runs has
 * the rights of the user "nobody", who then owns @folder. */

#define PLAIN_USER 65534

static inline void
plain_user_begin (const char *folder)
{
  if (getuid () != 0)
    return;

  g_assert_cmpint (chown (folder, PLAIN_USER, (gid_t) -1), ==, 0);
  g_assert_cmpint (seteuid (PLAIN_USER), ==, 0);
}

static inline void
plain_user_end (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}
