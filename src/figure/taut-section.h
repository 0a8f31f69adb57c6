/* taut-section.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-figure-private.h"

G_BEGIN_DECLS

/* One cross-section: centre and half widths in x and z, and how far it leans
 * from an ellipse (0) to a fourth-power superellipse (1). */
typedef struct
{
  float center_x;
  float half_x;
  float center_z;
  float half_z;
  float squareness;
} TautCut;

/* Cross-sections one unit apart, from @top downwards. */
typedef struct
{
  TautCut *cuts;
  guint n_cuts;
  double top;
} TautSection;

/* The figure's table number @table, shaped by the factors of a build. */
void taut_section_init         (TautSection   *section,
                                TautFigure    *figure,
                                guint          table,
                                const double  *factors);
void taut_section_clear        (TautSection   *section);

/* Monotone cubic through (x, y), n of each; constant outside. */
double taut_interpolate_monotone (const double *x,
                                  const double *y,
                                  guint         n,
                                  double        at);

G_END_DECLS
