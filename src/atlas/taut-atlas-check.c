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

static void
check_areas (TautAtlas *self,
             GPtrArray *problems)
{
  for (guint i = 0; i < self->areas->len; i++)
    check_strokes (self, g_ptr_array_index (self->areas, i), problems);

  check_pieces (self, problems);
  check_borders (self, problems);
}

/* Everything is drawn for the left side; the right one is its mirror image when the
 * skin and its areas are. */
static void
check_mirror (TautAtlas *self,
              GPtrArray *problems)
{
  guint n_cells = taut_skin_get_n_cells (self->skin);
  guint n_wrong = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      guint twin = taut_skin_get_mirror_cell (self->skin, i);

      n_wrong += taut_skin_get_mirror_cell (self->skin, twin) != i ||
                 taut_skin_get_cell (self->skin, i)->area != taut_skin_get_cell (self->skin, twin)->area ||
                 taut_atlas_get_area_of_cell (self, i) != taut_atlas_get_area_of_cell (self, twin);
    }
  if (n_wrong > 0)
    taut_atlas_complain (problems, "areas.json: expected the right side as the mirror image of the "
                         "left one, found %u cells of the skin that differ", n_wrong);
}

typedef void (* CheckFunc) (TautAtlas *self,
                            GPtrArray *problems);

/* Each with what it sees to, in words. */
static const struct
{
  CheckFunc check;
  const char *rules[8];
} checks[] = {
  { check_areas,
    { "every area has skin, in one piece on each side, and no sliver",
      "where two areas meet, the landmark of their border is noted" } },
  { check_mirror,
    { "left and right are exact mirror images" } },
  { taut_atlas_check_zones,
    { "every stroke and every point lies on the skin",
      "the strokes of a zone touch every area that it lists",
      "at most 15 % of a zone lies on areas that its point does not list",
      "no stroke lies for the most part outside the areas that its point lists",
      "no stroke crosses the midline unless it says so",
      "two points have the same zone only where one says so" } },
  { taut_atlas_check_shapes,
    { "the shapes of muscles lie on the skin and do not fold",
      "every point lies within 10 mm of its muscle's shape" } },
  { taut_atlas_check_routines,
    { "every muscle group has something to press or a reason why not, something that moves and a habit",
      "no two routines have the same steps" } },
  { taut_atlas_check_precautions,
    { "every question is used, and every precaution has something that falls under it" } },
};

gboolean
taut_atlas_check (TautAtlas *self,
                  GPtrArray *problems)
{
  guint before;

  g_return_val_if_fail (TAUT_IS_ATLAS (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  before = problems->len;
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    checks[i].check (self, problems);

  return problems->len == before;
}

char **
taut_atlas_list_rules (void)
{
  g_autoptr (GStrvBuilder) rules = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (checks[i].rules) && checks[i].rules[k] != NULL; k++)
      g_strv_builder_add (rules, checks[i].rules[k]);

  return g_strv_builder_end (rules);
}
