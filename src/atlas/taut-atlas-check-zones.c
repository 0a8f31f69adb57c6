/* taut-atlas-check-zones.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-atlas-check-zones"

#include "config.h"

#include "taut-atlas-check-private.h"

/* Strokes touch an area when they cover this much of it, or the given part of
 * it where it is small. */
#define TOUCH_MM2 40.0
#define TOUCH_PART 0.1

/* How much of the surface of strokes may lie on areas that are not listed. */
#define UNLISTED_MAX 0.15

/* How much of a one-sided stroke may lie beyond the midline: its soft edge. */
#define BEYOND_MIDLINE_MAX 0.02

/* How much of one stroke may lie on areas that are not listed: a stroke may lead from
 * one listed area to another, but is not drawn for others. */
#define STROKE_UNLISTED_MAX 0.5

/* Zones that overlap this much (common surface over joint surface) are one. */
#define SAME_ZONE 0.9

static const char *const zone_names[TAUT_N_ZONES] = { "essential", "spillover" };

/* What the strokes of one zone cover on one half of the body. */
typedef struct
{
  TautAtlas *atlas;
  const TautPoint *point;
  TautSide side;
  double total;           /* mm2 times weight */
  double unlisted;
  double *in_area;        /* per area; overlays count apart from the surface */
} Coverage;

static gboolean
lists_area (const TautZone *zone,
            const char     *id)
{
  g_assert (zone != NULL);

  return zone->areas != NULL && g_strv_contains ((const char *const *) zone->areas, id);
}

static gboolean
point_lists_area (const TautPoint *point,
                  const char      *id)
{
  g_assert (point != NULL);

  return lists_area (&point->zones[TAUT_ZONE_ESSENTIAL], id) ||
         lists_area (&point->zones[TAUT_ZONE_SPILLOVER], id);
}

/* Cells of an overlay, on both sides unless it exists on the right side only. */
static TautCellSet *
cover_overlay (TautAtlas       *self,
               const TautArea  *area)
{
  g_autoptr (GPtrArray) strokes = NULL;

  g_assert (area != NULL);

  strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_stroke_free);
  for (guint i = 0; i < area->strokes->len; i++)
    {
      const TautStroke *stroke = g_ptr_array_index (area->strokes, i);

      g_ptr_array_add (strokes, taut_stroke_mirror (stroke));
      if (!area->only_right)
        g_ptr_array_add (strokes, taut_stroke_copy (stroke));
    }

  return taut_skin_cover (self->skin, (const TautStroke *const *) strokes->pdata, strokes->len);
}

/* The overlays that @point lists, indexed like the areas. */
static GPtrArray *
cover_overlays (TautAtlas        *self,
                const TautPoint  *point)
{
  GPtrArray *overlays;

  g_assert (point != NULL);

  overlays = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_cell_set_free);
  for (guint i = 0; i < self->areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (self->areas, i);
      gboolean wanted = area->kind == TAUT_AREA_OVERLAY && point_lists_area (point, area->id);

      g_ptr_array_add (overlays, wanted ? cover_overlay (self, area) : NULL);
    }

  return overlays;
}

static void
add_cell (Coverage   *self,
          guint       cell,
          double      mm2,
          GPtrArray  *overlays)
{
  const TautArea *area = taut_atlas_get_area_of_cell (self->atlas, cell);
  gboolean listed = point_lists_area (self->point, area->id);
  guint index = taut_atlas_get_partition (self->atlas)[cell];

  g_assert (overlays != NULL);

  self->total += mm2;
  self->in_area[index] += mm2;
  for (guint i = 0; i < overlays->len; i++)
    {
      const TautCellSet *overlay = g_ptr_array_index (overlays, i);
      double weight = overlay != NULL ? taut_cell_set_get_weight (overlay, cell) : 0;

      self->in_area[i] += mm2 * weight;
      listed = listed || weight >= 0.5;
    }

  if (!listed)
    self->unlisted += mm2;
}

static void
check_touch (const Coverage  *self,
             const TautZone  *zone,
             const char      *where,
             GPtrArray       *problems)
{
  g_assert (self != NULL);
  g_assert (zone != NULL);

  for (guint i = 0; zone->areas[i] != NULL; i++)
    {
      const TautArea *area = taut_atlas_find_area (self->atlas, zone->areas[i]);
      double wanted = MIN (TOUCH_MM2, TOUCH_PART * taut_atlas_measure_area (self->atlas, area));
      guint index;

      if (area->kind == TAUT_AREA_SENSATION ||
          (area->only_right && self->side == TAUT_SIDE_LEFT) ||
          !g_ptr_array_find (self->atlas->areas, area, &index) ||
          self->in_area[index] >= wanted)
        continue;
      taut_atlas_complain (problems, "%s: field \"strokes\": expected them to touch %s on the %s "
                           "side (at least %.0f mm2), found %.0f mm2", where, area->id,
                           self->side == TAUT_SIDE_LEFT ? "same" : "other",
                           wanted, self->in_area[index]);
    }
}

static void
check_unlisted (const Coverage  *self,
                const char      *where,
                GPtrArray       *problems)
{
  g_autoptr (GString) areas = NULL;

  g_assert (self != NULL);

  if (self->unlisted <= UNLISTED_MAX * self->total)
    return;

  areas = g_string_new (NULL);
  for (guint i = 0; i < self->atlas->areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (self->atlas->areas, i);

      if (area->kind == TAUT_AREA_SURFACE && !point_lists_area (self->point, area->id) &&
          self->in_area[i] > 0.01 * self->total)
        g_string_append_printf (areas, "%s%s %.0f %%", areas->len > 0 ? ", " : "", area->id,
                                100 * self->in_area[i] / self->total);
    }
  taut_atlas_complain (problems, "%s: field \"strokes\": expected at most %.0f %% on areas that are "
                       "not listed on the %s side, found %.0f %% (%s)", where, 100 * UNLISTED_MAX,
                       self->side == TAUT_SIDE_LEFT ? "same" : "other",
                       100 * self->unlisted / self->total, areas->str);
}

static void
check_side (TautAtlas          *self,
            const TautPoint    *point,
            TautZoneKind        kind,
            TautSide            side,
            const TautCellSet  *cells,
            GPtrArray          *overlays,
            GPtrArray          *problems)
{
  const TautZone *zone = &point->zones[kind];
  g_autofree double *in_area = g_new0 (double, self->areas->len);
  g_autofree char *where = NULL;
  Coverage coverage = { self, point, side, 0, 0, in_area };

  g_assert (cells != NULL);

  for (guint i = 0; i < cells->n_cells; i++)
    {
      const TautSkinCell *cell = taut_skin_get_cell (self->skin, cells->cells[i]);

      if (cell->side == side)
        add_cell (&coverage, cells->cells[i], cell->area * cells->weights[i], overlays);
    }

  where = g_strdup_printf ("muscles/%s.json: %s: %s", point->muscle->id, point->id,
                           zone_names[kind]);
  if (side == TAUT_SIDE_LEFT)
    check_touch (&coverage, zone, where, problems);
  check_unlisted (&coverage, where, problems);
}

static gboolean
has_side (const TautZone *zone,
          TautZoneSide    side)
{
  g_assert (zone != NULL);

  for (guint i = 0; i < zone->strokes->len; i++)
    {
      const TautZoneStroke *stroke = g_ptr_array_index (zone->strokes, i);

      if (stroke->side == side || stroke->side == TAUT_ZONE_SIDE_BOTH)
        return TRUE;
    }

  return FALSE;
}

/* Pain keeps to the side of its point, unless the literature says otherwise and
 * the stroke says so, too. */
static void
check_midline (TautAtlas            *self,
               const TautZoneStroke *stroke,
               const char           *where,
               GPtrArray            *problems)
{
  const TautStroke *strokes[] = { stroke->stroke };
  g_autoptr (TautCellSet) cells = taut_skin_cover (self->skin, strokes, G_N_ELEMENTS (strokes));
  double beyond = 0;
  double total = taut_skin_measure (self->skin, cells);

  g_assert (where != NULL);

  if (stroke->side != TAUT_ZONE_SIDE_SAME)
    return;

  for (guint i = 0; i < cells->n_cells; i++)
    {
      const TautSkinCell *cell = taut_skin_get_cell (self->skin, cells->cells[i]);

      if (cell->side != TAUT_SIDE_LEFT)
        beyond += cell->area * cells->weights[i];
    }

  if (beyond > BEYOND_MIDLINE_MAX * total)
    taut_atlas_complain (problems, "%s: field \"strokes\": expected at most %.0f %% of a stroke of "
                         "the same side beyond the midline, found %.1f %% (%.0f mm2)", where,
                         100 * BEYOND_MIDLINE_MAX, 100 * beyond / total, beyond);
}

static void
check_region (TautAtlas           *self,
              const TautPoint     *point,
              const TautStroke    *stroke,
              GPtrArray           *overlays,
              const char          *where,
              GPtrArray           *problems)
{
  const TautStroke *strokes[] = { stroke };
  g_autoptr (TautCellSet) cells = taut_skin_cover (self->skin, strokes, G_N_ELEMENTS (strokes));
  g_autofree double *in_area = g_new0 (double, self->areas->len);
  Coverage coverage = { self, point, TAUT_SIDE_LEFT, 0, 0, in_area };

  g_assert (where != NULL);

  for (guint i = 0; i < cells->n_cells; i++)
    add_cell (&coverage, cells->cells[i],
              taut_skin_get_cell (self->skin, cells->cells[i])->area * cells->weights[i], overlays);

  if (coverage.unlisted > STROKE_UNLISTED_MAX * coverage.total)
    taut_atlas_complain (problems, "%s: field \"strokes\": expected each stroke in a listed area, "
                         "found one that starts at [\"%s\", %g, %g] and has %.0f %% elsewhere",
                         where, taut_segment_get_id (stroke->points[0].at.segment),
                         stroke->points[0].at.u, stroke->points[0].at.theta,
                         100 * coverage.unlisted / coverage.total);
}

static void
check_zone (TautAtlas        *self,
            const TautPoint  *point,
            TautZoneKind      kind,
            GPtrArray        *overlays,
            GPtrArray        *problems)
{
  const TautZone *zone = &point->zones[kind];
  g_autoptr (GPtrArray) strokes = taut_zone_get_strokes (zone, TAUT_SIDE_LEFT);
  g_autoptr (TautCellSet) cells = NULL;
  g_autofree char *file = g_strdup_printf ("muscles/%s.json", point->muscle->id);
  g_autofree char *where = g_strdup_printf ("%s: %s: %s", file, point->id, zone_names[kind]);

  for (guint i = 0; i < zone->strokes->len; i++)
    {
      const TautZoneStroke *stroke = g_ptr_array_index (zone->strokes, i);

      check_midline (self, stroke, where, problems);
      check_region (self, point, stroke->stroke, overlays, where, problems);
    }
  for (guint i = 0; i < strokes->len; i++)
    taut_atlas_check_stroke (self, g_ptr_array_index (strokes, i), file, point->id,
                             zone_names[kind], problems);

  cells = taut_skin_cover (self->skin, (const TautStroke *const *) strokes->pdata, strokes->len);
  check_side (self, point, kind, TAUT_SIDE_LEFT, cells, overlays, problems);
  if (has_side (zone, TAUT_ZONE_SIDE_OTHER))
    check_side (self, point, kind, TAUT_SIDE_RIGHT, cells, overlays, problems);
}

void
taut_atlas_check_point (TautAtlas        *self,
                        const TautPoint  *point,
                        GPtrArray        *problems)
{
  g_autoptr (GPtrArray) overlays = NULL;

  g_return_if_fail (TAUT_IS_ATLAS (self));
  g_return_if_fail (point != NULL);
  g_return_if_fail (problems != NULL);

  if (!taut_skin_locate (self->skin, &point->at, NULL, NULL))
    taut_atlas_complain (problems, "muscles/%s.json: %s: field \"at\": expected a place on the "
                         "skin, found [\"%s\", %g, %g]", point->muscle->id, point->id,
                         taut_segment_get_id (point->at.segment), point->at.u, point->at.theta);

  overlays = cover_overlays (self, point);
  for (TautZoneKind kind = 0; kind < TAUT_N_ZONES; kind++)
    check_zone (self, point, kind, overlays, problems);
}

/* Zones of two points */

static TautCellSet *
cover_point (TautAtlas        *self,
             const TautPoint  *point)
{
  g_autoptr (GPtrArray) all = NULL;

  g_assert (point != NULL);

  all = taut_zone_get_strokes (&point->zones[TAUT_ZONE_ESSENTIAL], TAUT_SIDE_LEFT);
  return taut_skin_cover (self->skin, (const TautStroke *const *) all->pdata, all->len);
}

/* Common over joint surface of two sets: 1 when they are equal. */
static double
compare_sets (TautAtlas          *self,
              const TautCellSet  *a,
              const TautCellSet  *b)
{
  double common = 0;
  double joint = taut_skin_measure (self->skin, b);

  g_assert (a != NULL);
  g_assert (b != NULL);

  for (guint i = 0; i < a->n_cells; i++)
    {
      double mm2 = taut_skin_get_cell (self->skin, a->cells[i])->area;
      double other = taut_cell_set_get_weight (b, a->cells[i]);

      common += mm2 * MIN (a->weights[i], other);
      joint += mm2 * MAX (a->weights[i] - other, 0);
    }

  return joint > 0 ? common / joint : 0;
}

/* Points that pool a zone name one another, or all name the same point. */
static gboolean
are_pooled (const TautPoint *a,
            const TautPoint *b)
{
  g_assert (a != NULL);
  g_assert (b != NULL);

  return g_strcmp0 (a->shares_zone_with, b->id) == 0 ||
         g_strcmp0 (b->shares_zone_with, a->id) == 0 ||
         (a->shares_zone_with != NULL && g_strcmp0 (a->shares_zone_with, b->shares_zone_with) == 0);
}

static void
check_sharing (TautAtlas  *self,
               GPtrArray  *problems)
{
  g_autoptr (GPtrArray) sets = NULL;

  g_assert (problems != NULL);

  sets = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_cell_set_free);
  for (guint i = 0; i < self->points->len; i++)
    g_ptr_array_add (sets, cover_point (self, g_ptr_array_index (self->points, i)));

  for (guint i = 0; i < self->points->len; i++)
    for (guint k = i + 1; k < self->points->len; k++)
      {
        const TautPoint *a = g_ptr_array_index (self->points, i);
        const TautPoint *b = g_ptr_array_index (self->points, k);
        double overlap;

        if (are_pooled (a, b))
          continue;
        overlap = compare_sets (self, g_ptr_array_index (sets, i), g_ptr_array_index (sets, k));
        if (overlap >= SAME_ZONE)
          taut_atlas_complain (problems, "muscles/%s.json: %s: field \"shares_zone_with\": expected "
                               "\"%s\", since %.0f %% of their essential zones is common, found "
                               "nothing", b->muscle->id, b->id, a->id, 100 * overlap);
      }
}

void
taut_atlas_check_zones (TautAtlas *self,
                        GPtrArray *problems)
{
  g_return_if_fail (TAUT_IS_ATLAS (self));
  g_return_if_fail (problems != NULL);

  for (guint i = 0; i < self->points->len; i++)
    taut_atlas_check_point (self, g_ptr_array_index (self->points, i), problems);

  check_sharing (self, problems);
}
