/* taut-side.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TautSide:
 * @TAUT_SIDE_LEFT: the left of the body that is looked at
 * @TAUT_SIDE_RIGHT: its right
 *
 * Always the body's side, never the viewer's.
 */
typedef enum
{
  TAUT_SIDE_LEFT,
  TAUT_SIDE_RIGHT,
} TautSide;

#define TAUT_N_SIDES 2

const char *taut_side_get_id       (TautSide     side);
gboolean    taut_side_from_id      (const char  *id,
                                    TautSide    *side);
TautSide    taut_side_get_opposite (TautSide     side);

G_END_DECLS
