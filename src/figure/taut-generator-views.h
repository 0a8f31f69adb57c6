/* taut-generator-views.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-art.h"
#include "taut-figure.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautGeneratorView:
 * @name: of its files
 * @id: of the view
 * @build: what is drawn
 * @top: wears a top
 * @mirrored: the picture is shown mirrored, too
 * @close_up: shows a part of the body only
 * @bounds: the view box; computed for views of the whole body
 * @parts: bits of the parts that are drawn
 * @segments: bits of the segments that can be touched
 * @step: between the samples of the fields
 * @art_step: between the samples of the picture
 * @samples_per_unit: of the skin map
 * @fade: (array fixed-size=2): from the first view y to the second one the art
 *   fades away; no fade when they are equal
 * @cut: what lies nearer to the viewer is cut off
 * @far: and what lies farther away
 */
typedef struct
{
  char *name;
  char *id;
  char *pose;
  char *build;
  double yaw;
  double elevation;
  gboolean top;
  gboolean mirrored;
  gboolean close_up;
  TautViewBounds bounds;
  guint parts;
  guint32 segments;
  double step;
  double art_step;
  guint samples_per_unit;
  double fade[2];
  double cut;
  double far;
} TautGeneratorView;

/* No cut. */
#define TAUT_GENERATOR_UNCUT 4096

/* Returns: (transfer full) (element-type TautGeneratorView): the views of
 * views.json, those of the whole body once for each figure */
GPtrArray *taut_generator_views_read (GFile   *folder,
                                      GError **error);

G_END_DECLS
