/* shipped-skin.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-resources.h"
#include "taut-skin.h"

/* The skin that the program ships with; whole. */
static inline TautSkin *
load_shipped_skin (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TautSkin *skin = NULL;

  taut_resources_register (&error);
  g_assert_no_error (error);
  bytes = taut_resources_lookup ("figure/skin.cells", &error);
  g_assert_no_error (error);
  skin = taut_skin_new (bytes, &error);
  g_assert_no_error (error);

  return skin;
}
