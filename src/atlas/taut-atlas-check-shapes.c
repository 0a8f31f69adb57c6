/* taut-atlas-check-shapes.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shapes of muscles: every fibre line lies on the skin, the sheet has some width
 * and does not fold over itself; the points of a muscle lie inside its shapes, give
 * or take a finger's breadth at the border. */

#define G_LOG_DOMAIN "taut-atlas-check"

#include "config.h"

#include "taut-atlas-check-private.h"
#include "taut-muscle-sheet.h"

#define LEAST_WIDTH_MM 2.0
#define MOST_BESIDE_MM 10.0

/* The part of a sheet that may lie the wrong way round: where lines meet in a
 * point some always does. */
#define MOST_FOLDED 0.08

static TautVector
get_side (const TautMuscleSheet *sheet,
          guint                  from,
          guint                  to)
{
  return taut_vector_subtract (sheet->vertices[to].position, sheet->vertices[from].position);
}

/* The part of the sheet's surface that looks inwards, or outwards when that is
 * less. */
static double
measure_folds (const TautMuscleSheet *sheet)
{
  double outwards = 0;
  double inwards = 0;

  g_assert (sheet != NULL);

  for (guint column = 0; column + 1 < sheet->n_columns; column++)
    for (guint row = 0; row + 1 < sheet->n_rows; row++)
      {
        guint at = column * sheet->n_rows + row;
        TautVector cross = taut_vector_cross (get_side (sheet, at, at + 1),
                                              get_side (sheet, at, at + sheet->n_rows));
        double area = taut_vector_dot (cross, sheet->vertices[at].normal);

        if (area > 0)
          outwards += area;
        else
          inwards -= area;
      }

  return MIN (outwards, inwards) / MAX (outwards + inwards, 1e-6);
}

static void
check_shape (TautAtlas             *self,
             const TautMuscleShape *shape,
             guint                  number,
             GPtrArray             *problems)
{
  g_autoptr (TautMuscleSheet) sheet = taut_muscle_sheet_new (self->skin, shape);
  double widest = 0;
  double folds;

  if (sheet == NULL)
    {
      taut_atlas_complain (problems, "muscles/%s.json: shape %u: expected places on the skin, "
                           "found a line beside it", shape->muscle->id, number);
      return;
    }

  for (guint i = 0; i < sheet->n_rows; i++)
    widest = MAX (widest, sheet->widths[i] * TAUT_MM_PER_UNIT);
  if (widest < LEAST_WIDTH_MM)
    taut_atlas_complain (problems, "muscles/%s.json: shape %u: expected a width of at least "
                         "%.0f mm, found %.1f mm", shape->muscle->id, number, LEAST_WIDTH_MM,
                         widest);
  folds = measure_folds (sheet);
  if (folds > MOST_FOLDED)
    taut_atlas_complain (problems, "muscles/%s.json: shape %u: field \"fibres\": expected lines "
                         "that do not cross, found %.0f %% of the sheet folded over",
                         shape->muscle->id, number, folds * 100);
}

static void
check_place (TautAtlas       *self,
             const TautPoint *point,
             GPtrArray       *problems)
{
  double beside = taut_atlas_measure_beside (self, point);

  if (beside > MOST_BESIDE_MM)
    taut_atlas_complain (problems, "muscles/%s.json: %s: field \"at\": expected a place inside the "
                         "shape of its muscle, found one %s%.0f mm beside it", point->muscle->id,
                         point->id, isfinite (beside) ? "" : "more than ",
                         isfinite (beside) ? beside : TAUT_SHEET_REACH * TAUT_MM_PER_UNIT);
}

void
taut_atlas_check_shapes (TautAtlas *self,
                         GPtrArray *problems)
{
  g_return_if_fail (TAUT_IS_ATLAS (self));
  g_return_if_fail (problems != NULL);

  for (guint i = 0; i < self->muscles->len; i++)
    {
      const TautMuscle *muscle = g_ptr_array_index (self->muscles, i);

      for (guint k = 0; k < muscle->shapes->len; k++)
        check_shape (self, g_ptr_array_index (muscle->shapes, k), k + 1, problems);
      for (guint k = 0; muscle->shapes->len > 0 && k < muscle->points->len; k++)
        check_place (self, g_ptr_array_index (muscle->points, k), problems);
    }
}
