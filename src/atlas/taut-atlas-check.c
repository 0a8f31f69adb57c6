/* taut-atlas-check.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The consistency rule
 *
 * Areas: every one has skin, in one connected piece on each side, and no
 * sliver; those that meet their own mirror image say so; where two areas meet
 * over some length, the landmark of that border is noted, and only there.
 *
 * Points: on the side of the point, the strokes of a zone touch every area that
 * the zone lists; on each side, no more than 15 % of their surface (mm2 times
 * weight) lies on surface areas that the point does not list. Skin under a
 * listed overlay area counts as listed. Strokes that a point has on the other
 * side touch at least one of its areas there. Two points have the same zone only
 * when one says so.
 */

#define G_LOG_DOMAIN "taut-atlas-check"

#include "config.h"

#include "taut-atlas-check-private.h"

/* Two areas meet when their border is at least this long. */
#define BORDER_MIN_MM 15.0
#define MIDLINE_MIN_MM 10.0

void
taut_atlas_complain (GPtrArray  *problems,
                     const char *format,
                     ...)
{
  va_list arguments;

  g_return_if_fail (problems != NULL);

  va_start (arguments, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static double
find_piece (TautAtlas      *self,
            const guint16  *owner,
            guint           start,
            guint8         *seen,
            GArray         *stack)
{
  guint n_cells = taut_skin_get_n_cells (self->skin) / 2;
  double mm2 = 0;

  g_assert (owner != NULL);
  g_assert (seen != NULL);

  g_array_append_val (stack, start);
  seen[start] = TRUE;
  while (stack->len > 0)
    {
      guint cell = g_array_index (stack, guint, stack->len - 1);
      guint n_neighbours;
      const guint32 *neighbours = taut_skin_get_neighbours (self->skin, cell, &n_neighbours);

      g_array_set_size (stack, stack->len - 1);
      mm2 += taut_skin_get_cell (self->skin, cell)->area;
      for (guint i = 0; i < n_neighbours; i++)
        {
          guint next = neighbours[i];

          if (next >= n_cells || seen[next] || owner[next] != owner[cell])
            continue;
          seen[next] = TRUE;
          g_array_append_val (stack, next);
        }
    }

  return mm2;
}

static void
check_pieces (TautAtlas  *self,
              GPtrArray  *problems)
{
  const guint16 *owner = taut_atlas_get_partition (self);
  guint n_cells = taut_skin_get_n_cells (self->skin) / 2;
  g_autofree guint8 *seen = g_new0 (guint8, n_cells);
  g_autofree guint *n_pieces = g_new0 (guint, self->areas->len);
  g_autofree double *smallest = g_new0 (double, self->areas->len);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert (problems != NULL);

  for (guint cell = 0; cell < n_cells; cell++)
    if (!seen[cell])
      {
        double mm2 = find_piece (self, owner, cell, seen, stack);
        guint16 area = owner[cell];

        smallest[area] = n_pieces[area] > 0 ? MIN (smallest[area], mm2) : mm2;
        n_pieces[area]++;
      }

  for (guint i = 0; i < self->areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (self->areas, i);

      if (n_pieces[i] > 1)
        taut_atlas_complain (problems, "areas.json: %s: field \"strokes\": expected one connected "
                             "piece on each side, found %u, the smallest of %.0f mm2",
                             area->id, n_pieces[i], smallest[i]);
      else if (n_pieces[i] == 1 && smallest[i] < TAUT_ATLAS_SLIVER_MM2)
        taut_atlas_complain (problems, "areas.json: %s: field \"strokes\": expected at least "
                             "%.0f mm2, found a sliver of %.0f mm2",
                             area->id, TAUT_ATLAS_SLIVER_MM2, smallest[i]);
    }
}

static void
check_strokes (TautAtlas       *self,
               const TautArea  *area,
               GPtrArray       *problems)
{
  g_assert (area != NULL);

  if (area->kind != TAUT_AREA_SENSATION && taut_atlas_measure_area (self, area) <= 0)
    taut_atlas_complain (problems, "areas.json: %s: field \"strokes\": expected some skin, "
                         "found none", area->id);

  for (guint i = 0; i < area->strokes->len; i++)
    {
      const TautStroke *stroke = g_ptr_array_index (area->strokes, i);

      taut_atlas_check_stroke (self, stroke, "areas.json", area->id, "strokes", problems);
    }
}

/* Every station has to lie on the skin. */
void
taut_atlas_check_stroke (TautAtlas         *self,
                         const TautStroke  *stroke,
                         const char        *file,
                         const char        *id,
                         const char        *member,
                         GPtrArray         *problems)
{
  g_return_if_fail (TAUT_IS_ATLAS (self));
  g_return_if_fail (stroke != NULL);

  for (guint i = 0; i < stroke->n_points; i++)
    {
      const TautSkinPoint *at = &stroke->points[i].at;

      if (!taut_skin_locate (self->skin, at, NULL, NULL))
        taut_atlas_complain (problems, "%s: %s: field \"%s\": expected a place on the skin, found "
                             "[\"%s\", %g, %g]", file, id, member,
                             taut_segment_get_id (at->segment), at->u, at->theta);
    }
}

/* Length of the border between every two areas, in mm: a cell that looks at
 * another area adds the width of a cell, seen from both sides. Row and column of
 * an area itself take its border with its mirror image. */
static double *
measure_borders (TautAtlas *self)
{
  const guint16 *owner = taut_atlas_get_partition (self);
  guint n_areas = self->areas->len;
  guint n_cells = taut_skin_get_n_cells (self->skin) / 2;
  double *length = g_new0 (double, n_areas * n_areas);

  g_assert (TAUT_IS_ATLAS (self));

  for (guint cell = 0; cell < n_cells; cell++)
    {
      guint n_neighbours;
      const guint32 *neighbours = taut_skin_get_neighbours (self->skin, cell, &n_neighbours);
      double width = sqrt (taut_skin_get_cell (self->skin, cell)->area);

      for (guint i = 0; i < n_neighbours; i++)
        {
          guint16 a = owner[cell];
          guint16 b = owner[neighbours[i]];
          gboolean across = neighbours[i] >= n_cells;
          gboolean counted = FALSE;

          for (guint k = 0; k < i && !counted; k++)
            counted = owner[neighbours[k]] == b && (neighbours[k] >= n_cells) == across;
          if (!counted && across == (a == b))
            length[a * n_areas + b] += across ? width : width / 2;
        }
    }

  return length;
}

/* Whether one cell at most lies between two areas. */
static gboolean
are_near (TautAtlas  *self,
          guint16     a,
          guint16     b)
{
  const guint16 *owner = taut_atlas_get_partition (self);
  guint n_cells = taut_skin_get_n_cells (self->skin) / 2;

  g_assert (TAUT_IS_ATLAS (self));

  for (guint cell = 0; cell < n_cells; cell++)
    {
      guint n_neighbours;
      const guint32 *neighbours = taut_skin_get_neighbours (self->skin, cell, &n_neighbours);
      gboolean touches_a = FALSE;
      gboolean touches_b = FALSE;

      for (guint i = 0; i < n_neighbours; i++)
        {
          touches_a |= owner[neighbours[i]] == a;
          touches_b |= owner[neighbours[i]] == b;
        }
      if (touches_a && touches_b)
        return TRUE;
    }

  return FALSE;
}

static void
check_border (TautAtlas  *self,
              guint16     i,
              guint16     k,
              double      length,
              GPtrArray  *problems)
{
  const TautArea *a = g_ptr_array_index (self->areas, i);
  const TautArea *b = g_ptr_array_index (self->areas, k);
  g_autofree char *key = taut_atlas_get_border_key (a->id, b->id);
  gboolean noted = g_hash_table_contains (self->landmarks, key);

  if (length >= BORDER_MIN_MM && !noted)
    taut_atlas_complain (problems, "areas.json: %s: field \"borders\": expected the landmark of the "
                         "border with %s (%.0f mm), found none", a->id, b->id, length);
  else if (length <= 0 && noted && !are_near (self, i, k))
    taut_atlas_complain (problems, "areas.json: %s: field \"borders\": expected areas that meet, "
                         "found a landmark for %s, which it does not touch", a->id, b->id);
}

static void
check_borders (TautAtlas  *self,
               GPtrArray  *problems)
{
  g_autofree double *length = measure_borders (self);
  guint n_areas = self->areas->len;

  g_assert (problems != NULL);

  for (guint i = 0; i < n_areas; i++)
    {
      const TautArea *area = g_ptr_array_index (self->areas, i);
      double across = length[i * n_areas + i];

      if (area->kind != TAUT_AREA_SURFACE)
        continue;
      if (area->midline && across <= 0)
        taut_atlas_complain (problems, "areas.json: %s: field \"midline\": expected halves that "
                             "touch, found them apart", area->id);
      else if (!area->midline && across > MIDLINE_MIN_MM)
        taut_atlas_complain (problems, "areas.json: %s: field \"midline\": expected true, since its "
                             "halves touch over %.0f mm, found nothing", area->id, across);

      for (guint k = i + 1; k < n_areas; k++)
        check_border (self, i, k, length[i * n_areas + k] + length[k * n_areas + i], problems);
    }
}

gboolean
taut_atlas_check (TautAtlas *self,
                  GPtrArray *problems)
{
  guint before;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  before = problems->len;
  for (guint i = 0; i < self->areas->len; i++)
    check_strokes (self, g_ptr_array_index (self->areas, i), problems);

  check_pieces (self, problems);
  check_borders (self, problems);
  taut_atlas_check_zones (self, problems);
  taut_atlas_check_shapes (self, problems);
  taut_atlas_check_routines (self, problems);
  taut_atlas_check_precautions (self, problems);
  return problems->len == before;
}
