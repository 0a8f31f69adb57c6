/* taut-plan-document.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "taut-prescription.h"

G_BEGIN_DECLS

typedef enum
{
  TAUT_PAPER_A4,
  TAUT_PAPER_LETTER,
} TautPaper;

typedef enum
{
  TAUT_PLAN_STANDARD,
  TAUT_PLAN_LARGE,        /* nothing under 18 points */
  TAUT_PLAN_MONOCHROME,   /* hatching carries all meaning */
  TAUT_PLAN_ONE_PAGE,
} TautPlanVariant;

#define TAUT_N_PLAN_VARIANTS 4

/**
 * TautPlanOptions:
 * @variant: how it is laid out
 * @paper: its size
 * @weeks: weeks with boxes: 2, 4 or 8
 * @pictures: whether the body is shown
 * @routines: whether a block follows for each routine
 * @qr: whether the code with the calendar is shown
 * @practice: (nullable): the name at the head
 */
typedef struct
{
  TautPlanVariant variant;
  TautPaper paper;
  guint weeks;
  gboolean pictures;
  gboolean routines;
  gboolean qr;
  const char *practice;
} TautPlanOptions;

/**
 * TautPlanDocument:
 *
 * The whole home-care plan: a page to put on the fridge, then a block for each
 * routine. Laid out once for its paper; pages are drawn in any order.
 */
#define TAUT_TYPE_PLAN_DOCUMENT (taut_plan_document_get_type ())

G_DECLARE_FINAL_TYPE (TautPlanDocument, taut_plan_document, TAUT, PLAN_DOCUMENT, GObject)

/* Copies @options. @today decides the first week. */
TautPlanDocument *taut_plan_document_new          (TautAtlas              *atlas,
                                                   TautRecord             *record,
                                                   GDateTime              *today,
                                                   const TautPlanOptions  *options);
guint             taut_plan_document_get_n_pages  (TautPlanDocument       *self);
/* The same plan with other options; shares what was loaded. */
TautPlanDocument *taut_plan_document_new_like     (TautPlanDocument       *other,
                                                   const TautPlanOptions  *options);
/* Of the paper, points. */
void              taut_plan_document_get_size     (TautPlanDocument       *self,
                                                   double                 *width,
                                                   double                 *height);
gboolean          taut_plan_document_draw         (TautPlanDocument       *self,
                                                   guint                   page,
                                                   cairo_t                *cr,
                                                   GError                **error);
gboolean          taut_plan_document_write_pdf    (TautPlanDocument       *self,
                                                   const char             *path,
                                                   GError                **error);
/* The schedule as iCalendar text in the language of the plan. (transfer full) */
char             *taut_plan_document_write_calendar (TautPlanDocument     *self);

G_END_DECLS
