/* taut-plan-picture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/* A pixel of the screen on paper, in points: line widths and dots. */
#define TAUT_PAPER_PIXEL 0.6

#define TAUT_N_PLAN_PICTURES 3

/**
 * TautPlanPicture:
 * @title: what it shows, translated
 * @painter: whose view
 * @focus: the part of the view that must be seen
 * @zones: with the patterns of the marked points
 * @badges: with the marks' intensities
 * @n_hidden: marks that lie on the other side of the body
 *
 * One of the pictures of a plan.
 */
typedef struct
{
  const char *title;
  TautChartPainter *painter;
  TautViewBounds focus;
  gboolean zones;
  gboolean badges;
  guint n_hidden;
} TautPlanPicture;

/**
 * taut_plan_pictures_choose:
 * @painters: (element-type TautChartPainter): one for each view
 * @marks: (element-type TautMark): marks
 * @pictures: (out) (array fixed-size=3): the choice
 *
 * What was marked, where it often sends pain, where the spot is: each in the
 * view that shows it best, as close as what matters allows. Without marks whole
 * figures to draw on.
 */
void     taut_plan_pictures_choose (GPtrArray               *painters,
                                    GListModel              *marks,
                                    TautPlanPicture          pictures[TAUT_N_PLAN_PICTURES]);

/* The part of a view that fills a frame of @aspect (width by height). */
void     taut_plan_picture_crop    (const TautPlanPicture   *picture,
                                    double                   aspect,
                                    TautViewBounds          *crop);
gboolean taut_plan_picture_draw    (const TautPlanPicture   *picture,
                                    GListModel              *marks,
                                    const cairo_rectangle_t *frame,
                                    double                   letters,
                                    TautStyle                style,
                                    cairo_t                 *cr,
                                    GError                 **error);

G_END_DECLS
