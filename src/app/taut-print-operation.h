/* taut-print-operation.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-plan-document.h"

G_BEGIN_DECLS

/**
 * TautPrintOperation:
 *
 * Prints a home-care plan. Run it with %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG
 * or, for files, %GTK_PRINT_OPERATION_ACTION_EXPORT; never with ACTION_PRINT,
 * which sends the page to the default printer when it does not find the one
 * that was named.
 */
#define TAUT_TYPE_PRINT_OPERATION (taut_print_operation_get_type ())

G_DECLARE_FINAL_TYPE (TautPrintOperation, taut_print_operation, TAUT, PRINT_OPERATION,
                      GtkPrintOperation)

TautPrintOperation *taut_print_operation_new       (TautPlanDocument   *document);

/* Why the page could not be drawn; (nullable) */
const GError       *taut_print_operation_get_page_error (TautPrintOperation *self);

G_END_DECLS
