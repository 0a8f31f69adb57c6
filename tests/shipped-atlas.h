/* shipped-atlas.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "shipped-skin.h"
#include "taut-atlas.h"

/* The atlas that the program ships with. */
static inline TautAtlas *
load_shipped_atlas (TautSkin *skin)
{
  g_autoptr (GFile) folder = taut_resources_get_file ("atlas");
  g_autoptr (GError) error = NULL;
  TautAtlas *atlas = taut_atlas_load (folder, skin, &error);

  g_assert_no_error (error);

  return atlas;
}
