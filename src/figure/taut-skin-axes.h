/* taut-skin-axes.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-skin-frame.h"

G_BEGIN_DECLS

/* Reads the axes of all segments, %TAUT_N_SEGMENTS frames, from a file such as
 * `resources/figure/axes.json`. */
TautSkinFrame *taut_skin_axes_load (GFile   *file,
                                    GError **error);

G_END_DECLS
