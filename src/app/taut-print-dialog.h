/* taut-print-dialog.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-plan-document.h"

G_BEGIN_DECLS

/**
 * TautPrintDialog:
 *
 * The pages of a plan as they will be printed, beside what they may hold.
 *
 * Signal: "chosen", with a #TautPrintChoice: what to do with the document.
 */
#define TAUT_TYPE_PRINT_DIALOG (taut_print_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TautPrintDialog, taut_print_dialog, TAUT, PRINT_DIALOG, AdwWindow)

typedef enum
{
  TAUT_PRINT_CHOICE_PRINT,
  TAUT_PRINT_CHOICE_PDF,
  TAUT_PRINT_CHOICE_CALENDAR,
} TautPrintChoice;

TautPrintDialog       *taut_print_dialog_new          (GtkWindow             *parent,
                                                       TautAtlas             *atlas,
                                                       TautRecord            *record,
                                                       GDateTime             *today,
                                                       const TautPlanOptions *options);

/* As it is shown. */
TautPlanDocument      *taut_print_dialog_get_document (TautPrintDialog       *self);
const TautPlanOptions *taut_print_dialog_get_options  (TautPrintDialog       *self);

G_END_DECLS
