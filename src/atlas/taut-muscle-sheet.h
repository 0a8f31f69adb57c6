/* taut-muscle-sheet.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"

G_BEGIN_DECLS

/**
 * TautSheetVertex:
 * @position: on the skin of the left half at rest, figure units
 * @normal: the outward normal there
 * @cell: the cell in which it lies
 */
typedef struct
{
  TautVector position;
  TautVector normal;
  guint cell;
} TautSheetVertex;

/**
 * TautMuscleSheet:
 * @shape: what it was made from
 * @n_rows: vertices from origin to insertion
 * @n_columns: vertices from the first border to the other
 * @vertices: column after column
 * @widths: from border to border, for each row
 * @lengths: from origin to insertion, for each column
 * @tendons: for each column
 *
 * The sheet of a muscle's shape, as a mesh on the skin.
 */
typedef struct
{
  const TautMuscleShape *shape;
  guint n_rows;
  guint n_columns;
  TautSheetVertex *vertices;
  double *widths;
  double *lengths;
  TautTendonShares *tendons;

  /*< private >*/
  GHashTable *buckets;
} TautMuscleSheet;

/* A place in a sheet. */
typedef struct
{
  double along;      /* 0 at the origin, 1 at the insertion */
  double across;     /* 0 at the first border, 1 at the other */
  double depth;      /* from the border, inside positive, figure units */
  guint vertex;      /* the nearest one */
} TautSheetPlace;

/* What is farther outside than this is not told apart, figure units. */
#define TAUT_SHEET_REACH 8.0

/**
 * taut_muscle_sheet_new:
 * @skin: the skin
 * @shape: a shape
 *
 * Returns: (transfer full) (nullable): the sheet; %NULL when a fibre line does not
 *   lie on the skin
 */
TautMuscleSheet *taut_muscle_sheet_new  (TautSkin              *skin,
                                         const TautMuscleShape *shape);
void             taut_muscle_sheet_free (TautMuscleSheet       *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautMuscleSheet, taut_muscle_sheet_free)

/**
 * taut_muscle_sheet_find:
 * @sheet: a sheet
 * @position: on the skin, mirrored to the left half where it lies on the right
 * @normal: the outward normal there, so that nothing reaches through thin parts
 * @place: (out): where in the sheet it lies, or the nearest place
 *
 * Returns: %FALSE when the place is farther away than %TAUT_SHEET_REACH
 */
gboolean         taut_muscle_sheet_find (const TautMuscleSheet *sheet,
                                         TautVector             position,
                                         TautVector             normal,
                                         TautSheetPlace        *place);

/* The same, quicker for a place beside one whose nearest vertex is @vertex. */
gboolean         taut_muscle_sheet_find_near (const TautMuscleSheet *sheet,
                                         guint                  vertex,
                                         TautVector             position,
                                         TautVector             normal,
                                         TautSheetPlace        *place);

G_END_DECLS
