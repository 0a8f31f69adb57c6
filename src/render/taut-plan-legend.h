/* taut-plan-legend.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-sheet.h"

G_BEGIN_DECLS

/* One line that says what the signs of the pictures mean. */
void taut_plan_legend_put (const TautSheet *sheet,
                           double           y);

G_END_DECLS
