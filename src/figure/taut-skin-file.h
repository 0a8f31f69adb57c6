/* taut-skin-file.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin-frame.h"
#include "taut-skin.h"

G_BEGIN_DECLS

/* The built skin file: a header, then these arrays without gaps, in the byte
 * order of the machine (the mark tells):
 *
 *   TautSkinFrame  frames[TAUT_N_SEGMENTS]
 *   TautSkinGrid   grids[TAUT_N_SEGMENTS]
 *   TautSkinCell   cells[n_cells]
 *   float          broad[n_cells][3]     normals, smoothed over some 15 mm
 *   guint32        starts[n_cells + 1]   into links
 *   guint32        links[n_links]        neighbours of each cell, rising
 *   float          radii[n_nodes]
 *   guint32        places[n_nodes]
 *
 * Size of the header and of each array is a multiple of four bytes.
 */
#define TAUT_SKIN_FILE_MAGIC "TAUTSKIN"
#define TAUT_SKIN_FILE_VERSION 2
#define TAUT_FILE_BYTE_ORDER_MARK 0x01020304u

/* Sample maps hold the number of a cell in its half in 16 bits. */
#define TAUT_SKIN_MAX_HALF_CELLS 65535

/* Node without skin in @places. */
#define TAUT_SKIN_NO_CELL G_MAXUINT32

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 byte_order;
  guint32 n_cells;
  guint32 n_links;
  guint32 n_nodes;
  guint32 reserved;
} TautSkinHeader;

/**
 * TautSkinGrid:
 * @first: the segment's first node
 * @n_cap_rows: steps of u in each polar cap
 * @n_body_rows: steps of u between the ends
 * @n_columns: nodes around; midline segments from theta 0 to 180 with both
 *   ends, others from -180 on around the circle
 *
 * Where the rays of a segment meet the skin. Radius above 0: that far along the
 * ray, in the cell of @places. Radius 0: the ray itself meets no skin of its
 * own; the nearest is in the cell.
 */
typedef struct
{
  guint32 first;
  guint32 n_cap_rows;
  guint32 n_body_rows;
  guint32 n_columns;
} TautSkinGrid;

static inline guint
taut_skin_grid_get_n_rows (const TautSkinGrid *grid)
{
  return 2 * grid->n_cap_rows + grid->n_body_rows + 1;
}

static inline guint
taut_skin_grid_get_n_nodes (const TautSkinGrid *grid)
{
  return taut_skin_grid_get_n_rows (grid) * grid->n_columns;
}

/* The row of a u, as a real number. */
static inline double
taut_skin_grid_get_row (const TautSkinGrid  *grid,
                        const TautSkinFrame *frame,
                        double               u)
{
  if (u < frame->u[0])
    return (u - TAUT_SKIN_U_MIN) / (frame->u[0] - TAUT_SKIN_U_MIN) * grid->n_cap_rows;
  if (u <= frame->u[1])
    return grid->n_cap_rows
           + (u - frame->u[0]) / (frame->u[1] - frame->u[0]) * grid->n_body_rows;
  return grid->n_cap_rows + grid->n_body_rows
         + (u - frame->u[1]) / (TAUT_SKIN_U_MAX - frame->u[1]) * grid->n_cap_rows;
}

/* The other way. */
static inline double
taut_skin_grid_get_u (const TautSkinGrid  *grid,
                      const TautSkinFrame *frame,
                      guint                row)
{
  double share;

  if (row < grid->n_cap_rows)
    return TAUT_SKIN_U_MIN + (frame->u[0] - TAUT_SKIN_U_MIN) * row / grid->n_cap_rows;
  row -= grid->n_cap_rows;
  if (row <= grid->n_body_rows)
    return frame->u[0] + (frame->u[1] - frame->u[0]) * row / grid->n_body_rows;
  share = (double) (row - grid->n_body_rows) / grid->n_cap_rows;
  return frame->u[1] + (TAUT_SKIN_U_MAX - frame->u[1]) * share;
}

static inline double
taut_skin_grid_get_theta (const TautSkinGrid *grid,
                          gboolean            midline,
                          guint               column)
{
  return midline ? 180.0 * column / (grid->n_columns - 1)
                 : 360.0 * column / grid->n_columns - 180;
}

G_END_DECLS
