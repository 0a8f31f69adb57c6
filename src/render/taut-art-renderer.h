/* taut-art-renderer.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-palette.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautArtRenderer:
 *
 * The art of one view, ready to be drawn: keeps a few parsed documents, each
 * with the stylesheet of a style and of a step of the zoom.
 */
typedef struct _TautArtRenderer TautArtRenderer;

TautArtRenderer *taut_art_renderer_new  (TautView  *view);
void             taut_art_renderer_free (TautArtRenderer *renderer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautArtRenderer, taut_art_renderer_free)

/* Which muscles the art shows from now on. */
void             taut_art_renderer_set_muscles (TautArtRenderer *renderer,
                                         TautMuscles      muscles);

/* Whether the art shows underwear; at first it does. */
void             taut_art_renderer_set_underwear (TautArtRenderer *renderer,
                                         gboolean         underwear);

/* Draws at @scale pixels per figure unit around the origin of the view. */
gboolean         taut_art_renderer_draw (TautArtRenderer *renderer,
                                         cairo_t         *cr,
                                         double           scale,
                                         TautStyle        style,
                                         GError         **error);

G_END_DECLS
