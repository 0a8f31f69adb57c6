/* taut-muscle-sheet-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-muscle-sheet.h"

G_BEGIN_DECLS

/* The sheet of a shape, without the means to find places in it; NULL when a fibre
 * line does not lie on the skin. See taut-muscle-loom.c. */
TautMuscleSheet *taut_muscle_sheet_weave (TautSkin              *skin,
                                          const TautMuscleShape *shape);

static inline TautSheetVertex *
taut_muscle_sheet_get_vertex (const TautMuscleSheet *sheet,
                              guint                  column,
                              guint                  row)
{
  return &sheet->vertices[column * sheet->n_rows + row];
}

static inline double
taut_vector_get_distance (TautVector a,
                          TautVector b)
{
  return taut_vector_length (taut_vector_subtract (a, b));
}

G_END_DECLS
