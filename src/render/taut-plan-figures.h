/* taut-plan-figures.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-sheet.h"
#include "taut-prescription.h"

G_BEGIN_DECLS

/* The dose in large figures, each with a word or two below it: hold, repeats, sets,
 * times a day, days a week, pressure. Returns their height. */
double taut_plan_figures_put   (const TautPrescription *prescription,
                                const TautSheet        *sheet,
                                double                  x,
                                double                  y,
                                double                  width,
                                gboolean                draw);

G_END_DECLS
