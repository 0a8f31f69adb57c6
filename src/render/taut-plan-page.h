/* taut-plan-page.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautPlanPage:
 *
 * The printed home-care plan: one page with what was marked, where it often
 * sends pain, the week with boxes, when to get help.
 */
#define TAUT_TYPE_PLAN_PAGE (taut_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (TautPlanPage, taut_plan_page, TAUT, PLAN_PAGE, GObject)

typedef enum
{
  TAUT_PAPER_A4,
  TAUT_PAPER_LETTER,
} TautPaper;

/* @today decides the week that is printed. */
TautPlanPage *taut_plan_page_new       (TautAtlas      *atlas,
                                        TautRecord     *record,
                                        GDateTime      *today,
                                        gboolean        large);

/* Draws the page on @width by @height points. */
gboolean      taut_plan_page_draw      (TautPlanPage   *self,
                                        cairo_t        *cr,
                                        double          width,
                                        double          height,
                                        GError        **error);
gboolean      taut_plan_page_write_pdf (TautPlanPage   *self,
                                        TautPaper       paper,
                                        const char     *path,
                                        GError        **error);

G_END_DECLS
