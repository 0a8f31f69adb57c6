/* taut-health-dialog.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautHealthDialog:
 *
 * The questions about health, by topic, a switch for each. An answer counts at once;
 * "Done" says no to what was left and that the questions were gone through. Closing
 * it before skips them.
 */
#define TAUT_TYPE_HEALTH_DIALOG (taut_health_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TautHealthDialog, taut_health_dialog, TAUT, HEALTH_DIALOG, AdwWindow)

GtkWidget *taut_health_dialog_new    (TautAtlas        *atlas,
                                      TautRecord       *record,
                                      const GDate      *today);

/* What the button "Done" does. */
void       taut_health_dialog_finish (TautHealthDialog *self);

G_END_DECLS
