/* taut-referral.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-referral"

#include "config.h"

#include "taut-referral.h"

/* Shares below this are rounding at a border. */
#define SHARE_MIN 0.002

static TautCellSet *
cover_strokes (TautSkin   *skin,
               GPtrArray  *strokes)
{
  g_assert (skin != NULL);
  g_assert (strokes != NULL);

  return taut_skin_cover (skin, (const TautStroke *const *) strokes->pdata, strokes->len);
}

/* Cells of an overlay area on one side; none where the area does not exist. */
static TautCellSet *
cover_overlay (TautSkin        *skin,
               const TautArea  *area,
               TautSide         side)
{
  g_autoptr (GPtrArray) strokes = NULL;

  g_assert (area != NULL);

  strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_stroke_free);
  for (guint i = 0; i < area->strokes->len; i++)
    {
      const TautStroke *stroke = g_ptr_array_index (area->strokes, i);

      if (side == TAUT_SIDE_RIGHT)
        g_ptr_array_add (strokes, taut_stroke_mirror (stroke));
      else if (!area->only_right)
        g_ptr_array_add (strokes, taut_stroke_copy (stroke));
    }

  return cover_strokes (skin, strokes);
}

static double
measure_overlay (TautSkin           *skin,
                 const TautArea     *area,
                 TautSide            side,
                 const TautCellSet  *cells)
{
  g_autoptr (TautCellSet) overlay = NULL;
  double mm2 = 0;

  g_assert (cells != NULL);

  overlay = cover_overlay (skin, area, side);
  for (guint i = 0; i < cells->n_cells; i++)
    mm2 += taut_skin_get_cell (skin, cells->cells[i])->area *
           MIN (cells->weights[i], taut_cell_set_get_weight (overlay, cells->cells[i]));

  return mm2;
}

static double
measure_surface (TautAtlas          *atlas,
                 const TautArea     *area,
                 TautSide            side,
                 const TautCellSet  *cells)
{
  TautSkin *skin = taut_atlas_get_skin (atlas);
  double mm2 = 0;

  g_assert (area != NULL);
  g_assert (cells != NULL);

  for (guint i = 0; i < cells->n_cells; i++)
    {
      const TautSkinCell *cell = taut_skin_get_cell (skin, cells->cells[i]);

      if (cell->side == side && taut_atlas_get_area_of_cell (atlas, cells->cells[i]) == area)
        mm2 += cell->area * cells->weights[i];
    }

  return mm2;
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const TautAreaShare *first = a;
  const TautAreaShare *second = b;
  int order;

  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;

  order = strcmp (first->area->id, second->area->id);
  return order != 0 ? order : (int) first->side - (int) second->side;
}

static void
add_shares (TautAtlas          *atlas,
            const TautArea     *area,
            const TautCellSet  *cells,
            double              total,
            GArray             *shares)
{
  g_assert (area != NULL);
  g_assert (shares != NULL);

  for (TautSide side = TAUT_SIDE_LEFT; side < TAUT_N_SIDES; side++)
    {
      TautAreaShare share = { area, side, 0 };
      double mm2 = area->kind == TAUT_AREA_OVERLAY
                     ? measure_overlay (taut_atlas_get_skin (atlas), area, side, cells)
                     : measure_surface (atlas, area, side, cells);

      share.share = total > 0 ? mm2 / total : 0;
      if (share.share >= SHARE_MIN)
        g_array_append_val (shares, share);
    }
}

static GArray *
list_shares (TautAtlas          *atlas,
             const TautZone     *zone,
             const TautCellSet  *cells)
{
  double total = taut_skin_measure (taut_atlas_get_skin (atlas), cells);
  GArray *shares;

  g_assert (zone != NULL);

  shares = g_array_new (FALSE, FALSE, sizeof (TautAreaShare));
  for (guint i = 0; zone->areas[i] != NULL; i++)
    {
      const TautArea *area = taut_atlas_find_area (atlas, zone->areas[i]);

      if (area->kind != TAUT_AREA_SENSATION)
        add_shares (atlas, area, cells, total, shares);
    }

  g_array_sort (shares, compare_shares);
  return shares;
}

TautReferral *
taut_referral_new (TautAtlas       *atlas,
                   const TautPoint *point,
                   TautSide         side)
{
  TautReferral *referral;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (point != NULL, NULL);

  referral = g_new0 (TautReferral, 1);
  referral->point = point;
  referral->side = side;
  for (TautZoneKind kind = 0; kind < TAUT_N_ZONES; kind++)
    {
      g_autoptr (GPtrArray) strokes = taut_zone_get_strokes (&point->zones[kind], side);

      referral->cells[kind] = cover_strokes (taut_atlas_get_skin (atlas), strokes);
      referral->shares[kind] = list_shares (atlas, &point->zones[kind], referral->cells[kind]);
    }

  return referral;
}

void
taut_referral_free (TautReferral *referral)
{
  if (referral == NULL)
    return;

  for (guint i = 0; i < TAUT_N_ZONES; i++)
    {
      g_clear_pointer (&referral->cells[i], taut_cell_set_free);
      g_clear_pointer (&referral->shares[i], g_array_unref);
    }
  g_free (referral);
}
