/* taut-art-crop.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-view.h"

G_BEGIN_DECLS

/**
 * taut_art_crop:
 * @svg: the art of a view, as the figure's generator writes it
 * @box: the part that is wanted, view coordinates
 * @slack: how far from its place a line may be drawn, view coordinates
 *
 * The same art with less in it: what lies beyond @box is left out or drawn straight,
 * so that a close-up on paper does not carry the whole body with it. Inside @box
 * only what is straight but for @slack becomes straight.
 *
 * Returns: (transfer full): the art
 */
GBytes *taut_art_crop (GBytes               *svg,
                       const TautViewBounds *box,
                       double                slack);

G_END_DECLS
