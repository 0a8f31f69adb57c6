/* taut-art.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-art-lines.h"
#include "taut-figure.h"

G_BEGIN_DECLS

/* What begins a group that belongs to the light on the picture as it is drawn,
 * and on its mirror image. Who mirrors it shows the one and hides the other. */
#define TAUT_ART_PLAIN_SHOWN "<g class=\"plain\">"
#define TAUT_ART_PLAIN_HIDDEN "<g class=\"plain\" display=\"none\">"
#define TAUT_ART_MIRRORED_SHOWN "<g class=\"mirrored\">"
#define TAUT_ART_MIRRORED_HIDDEN "<g class=\"mirrored\" display=\"none\">"

/**
 * TautArtOptions:
 * @title: name of the picture
 * @step: samples of the picture, figure units; 0.5 is fine enough for print
 * @lines: (nullable): what a person drew
 * @bounds: x, y, width, height of the view box; computed when the width is 0
 * @top: the underwear has a top
 * @mirrored: the picture will be shown mirrored, too, and needs light for that
 * @close_up: the picture shows a part of the body: fine lines
 * @fade: (array fixed-size=2): from the first view y to the second one the art
 *   fades away; no fade when they are equal
 * @cut: how near to the viewer the body was cut off
 */
typedef struct
{
  const char *title;
  double step;
  const TautArtLines *lines;
  double bounds[4];
  guint top : 1;
  guint mirrored : 1;
  guint close_up : 1;
  double fade[2];
  double cut;
} TautArtOptions;

/**
 * taut_art_measure:
 * @lattices: fields of the parts in camera space, or NULL for missing ones
 * @bounds: (out): x, y, width, height of the view box that fits the art, in
 *   whole units
 */
void     taut_art_measure (TautLattice *const    lattices[TAUT_N_PARTS],
                           double                bounds[4]);

/**
 * taut_art_write:
 * @rig: (nullable): the body in its pose; without it nothing is drawn that is
 *   bound to bones: face, creases, hair, underwear
 * @lattices: fields of the parts in camera space, or NULL for missing ones
 * @options: how
 * @svg: (out): the picture
 * @error: return location of an error
 *
 * Draws the posed body as a layered SVG. User units are figure units; the layers
 * are groups with the ids skin, shade, contours, underwear, areas and outline,
 * which Inkscape shows as layers. There are no styles but presentation
 * attributes and classes, so that any stylesheet may theme it. The same input
 * gives the same bytes.
 *
 * Returns: %TRUE when the picture was drawn
 */
gboolean taut_art_write   (TautRig              *rig,
                           TautLattice *const    lattices[TAUT_N_PARTS],
                           const TautArtOptions *options,
                           GBytes              **svg,
                           GError              **error);

G_END_DECLS
