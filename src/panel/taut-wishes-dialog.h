/* taut-wishes-dialog.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautWishesDialog:
 *
 * How many minutes a day, at which times, with what at hand. What is changed counts
 * at once.
 */
#define TAUT_TYPE_WISHES_DIALOG (taut_wishes_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TautWishesDialog, taut_wishes_dialog, TAUT, WISHES_DIALOG, AdwWindow)

GtkWidget *taut_wishes_dialog_new (TautRecord *record);

G_END_DECLS
