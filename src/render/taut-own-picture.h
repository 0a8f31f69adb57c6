/* taut-own-picture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A PNG or JPEG file, drawn as large as it fits into a frame, in its middle;
 * without colour when @grey.
 * Returns: %FALSE for what is no such picture, or one of absurd size */
gboolean taut_own_picture_draw (GBytes                  *bytes,
                                const cairo_rectangle_t *frame,
                                gboolean                 grey,
                                cairo_t                 *cr);

G_END_DECLS
