/* taut-skin.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-cell-set.h"
#include "taut-skin-point.h"
#include "taut-vector.h"

G_BEGIN_DECLS

/**
 * TautSkin:
 *
 * The skin of the neutral body at rest, cut once into cells of about 5 mm.
 * Cells 0 to n/2 - 1 are the left half; cell i + n/2 is the mirror image of
 * cell i. Immutable, counted, may be shared between threads.
 */
typedef struct _TautSkin TautSkin;

/**
 * TautSkinCell:
 * @position: on the neutral body at rest, in figure units
 * @normal: pointing outwards, of length 1
 * @area: in mm2
 * @segment: the owning segment
 * @side: the half of the body
 */
typedef struct
{
  float position[3];
  float normal[3];
  float area;
  guint16 segment;
  guint16 side;
} TautSkinCell;

/* What a hit on the skin tells. */
typedef struct
{
  guint cell;
  TautSkinPoint at;
} TautSkinHit;

#define TAUT_SKIN_ERROR (taut_skin_error_quark ())

typedef enum
{
  TAUT_SKIN_ERROR_FORMAT,
  TAUT_SKIN_ERROR_VIEW,
} TautSkinError;

GQuark              taut_skin_error_quark     (void);

TautSkin           *taut_skin_new             (GBytes               *bytes,
                                               GError              **error);
TautSkin           *taut_skin_ref             (TautSkin             *skin);
void                taut_skin_unref           (TautSkin             *skin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkin, taut_skin_unref)

guint               taut_skin_get_n_cells     (TautSkin             *skin);
const TautSkinCell *taut_skin_get_cell        (TautSkin             *skin,
                                               guint                 cell);
const guint32      *taut_skin_get_neighbours  (TautSkin             *skin,
                                               guint                 cell,
                                               guint                *n_neighbours);
guint               taut_skin_get_mirror_cell (TautSkin             *skin,
                                               guint                 cell);

/**
 * taut_skin_locate:
 * @skin: a skin
 * @point: an address on it
 * @position: (out) (optional): the place on the neutral body, figure units
 * @normal: (out) (optional): the outward normal there
 *
 * Returns: %FALSE when the address meets no skin; then nothing is set
 */
gboolean            taut_skin_locate          (TautSkin             *skin,
                                               const TautSkinPoint  *point,
                                               TautVector           *position,
                                               TautVector           *normal);

/* The cell under an address; %FALSE when the address meets no skin. */
gboolean            taut_skin_find_cell       (TautSkin             *skin,
                                               const TautSkinPoint  *point,
                                               guint                *cell);

/* The canonical address of a place on the skin: that of the owning segment. */
void                taut_skin_address         (TautSkin             *skin,
                                               guint                 cell,
                                               TautVector            position,
                                               TautSkinPoint        *point);

/* Way along the skin between two addresses in mm, over the cells; infinite
 * beyond @limit mm or when an address meets no skin. */
double              taut_skin_distance        (TautSkin             *skin,
                                               const TautSkinPoint  *from,
                                               const TautSkinPoint  *to,
                                               double                limit);

/**
 * taut_skin_cover:
 * @skin: a skin
 * @strokes: (array length=n_strokes): strokes
 * @n_strokes: their number
 *
 * Which cells the strokes cover, and how much: weight 1 inside, falling softly
 * to 0 at the border (0.5 at the radius). Distance and normal both count, and
 * the covered cells hang together, so that a stroke on the front of a finger,
 * an ear or a forearm never reaches its back. Where strokes overlap the larger
 * weight counts.
 *
 * Returns: (transfer full): the covered cells
 */
TautCellSet        *taut_skin_cover           (TautSkin                 *skin,
                                               const TautStroke *const  *strokes,
                                               guint                     n_strokes);

/* Area in mm2, each cell counted with its weight. */
double              taut_skin_measure         (TautSkin             *skin,
                                               const TautCellSet    *cells);

/* Area of the whole skin in mm2. */
double              taut_skin_get_area        (TautSkin             *skin);

G_END_DECLS
