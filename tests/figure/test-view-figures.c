/* test-view-figures.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The close-ups, and the views of all figures. */

#include "config.h"

#include "taut-view.h"

#include <string.h>

#include "taut-resources.h"

/* Maps reach a little beyond the drawn outline, so that it can be touched, and the
 * outline is smooth where fingers part: figure units. */
#define RIM 1.5

static TautSkin *skin;
/* Every view of every figure. */
static GPtrArray *views;

static TautView *
get_view (const char *id,
          const char *figure)
{
  for (guint i = 0; i < views->len; i++)
    if (g_str_equal (taut_view_get_id (views->pdata[i]), id) &&
        g_str_equal (taut_view_get_figure (views->pdata[i]), figure))
      return views->pdata[i];
  g_assert_not_reached ();
}

static void
test_lists (void)
{
  g_assert_cmpuint (g_strv_length ((char **) taut_view_list_close_ups ()), ==, 17);
  g_assert_cmpuint (g_strv_length ((char **) taut_view_list_figures ()), ==, 3);
  g_assert_cmpstr (taut_view_list_figures ()[0], ==, "neutral");
  g_assert_cmpuint (views->len, ==, 3 * (4 + 17));

  for (guint i = 0; i < views->len; i++)
    {
      TautView *view = views->pdata[i];
      const char *id = taut_view_get_id (view);
      TautViewPart part = g_str_has_prefix (id, "head-") ? TAUT_VIEW_PART_HEAD
                          : g_str_has_prefix (id, "hand-") ? TAUT_VIEW_PART_HAND
                          : g_str_has_prefix (id, "foot-") ? TAUT_VIEW_PART_FOOT
                          : TAUT_VIEW_PART_BODY;

      g_assert_cmpuint (taut_view_get_part (view), ==, part);
      g_assert_cmpuint (taut_view_get_samples_per_unit (view), ==,
                        part == TAUT_VIEW_PART_BODY ? 2 : 4);
      if (part == TAUT_VIEW_PART_HAND || part == TAUT_VIEW_PART_FOOT)
        g_assert_cmpuint (taut_view_get_facing (view), ==,
                          strstr (id, "-left-") != NULL ? TAUT_VIEW_FACING_LEFT
                                                        : TAUT_VIEW_FACING_RIGHT);
    }
}

static void
test_stored (void)
{
  guint n_stored;
  const TautStoredView *stored = taut_view_list_stored (&n_stored);

  for (guint i = 0; i < n_stored; i++)
    {
      g_autofree char *art = g_strdup_printf ("figure/%s.svg", stored[i].name);
      g_autofree char *map = g_strdup_printf ("figure/%s.skinmap", stored[i].name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) art_bytes = taut_resources_lookup (art, &error);
      g_autoptr (GBytes) map_bytes = taut_resources_lookup (map, &error);

      g_assert_no_error (error);
      g_assert_nonnull (get_view (stored[i].id, stored[i].figure));
    }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (taut_view_load_figure ("front", "giant", skin, &error));
  g_assert_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_VIEW);
  g_assert_nonnull (strstr (error->message, "giant"));
}

/* From a place of the view to the skin and back, within one sample. The samples of a
 * close-up are nearly as fine as addresses, and in the folds of an ear two places may
 * share one. */
static void
test_pixel_round_trip (void)
{
  for (guint i = 0; i < views->len; i++)
    {
      TautView *view = views->pdata[i];
      TautViewBounds bounds = taut_view_get_bounds (view);
      double sample = 1.0 / taut_view_get_samples_per_unit (view);
      guint n = 0;
      guint n_back = 0;

      while (n < 1500)
        {
          double x = bounds.x + g_test_rand_double () * bounds.width;
          double y = bounds.y + g_test_rand_double () * bounds.height;
          double back_x;
          double back_y;
          TautSkinHit hit;

          if (!taut_view_pick (view, x, y, &hit))
            continue;
          n++;
          n_back += taut_view_project (view, &hit.at, &back_x, &back_y) &&
                    fabs (back_x - x) <= 1.5 * sample && fabs (back_y - y) <= 1.5 * sample;
        }
      g_test_message ("%s, %s: %.2f %% of the places come back within a sample",
                      taut_view_get_figure (view), taut_view_get_id (view), 100.0 * n_back / n);
      g_assert_cmpfloat ((double) n_back / n, >,
                          taut_view_get_part (view) == TAUT_VIEW_PART_BODY ? 0.97 : 0.91);
    }
}

/* Addresses as data have them: seen where they should be, on every figure. */
static void
test_point_round_trip (void)
{
  static const struct
  {
    const char *view;
    TautSkinPoint at;
  } cases[] = {
    { "front", { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.2, 35 } },
    { "front", { TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT, 0.5, 0 } },
    { "front", { TAUT_SEGMENT_UPPERARM, TAUT_SIDE_LEFT, 0.5, 20 } },
    { "back", { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.06, 150 } },
    { "back", { TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT, 0.4, 175 } },
    { "left", { TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT, 0.3, 90 } },
    { "right", { TAUT_SEGMENT_NECK, TAUT_SIDE_RIGHT, 0.6, 100 } },
    { "head-front", { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.7, 20 } },
    { "head-back", { TAUT_SEGMENT_NECK, TAUT_SIDE_RIGHT, 0.4, 160 } },
    { "head-left", { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.4, 80 } },
    { "head-right", { TAUT_SEGMENT_EAR, TAUT_SIDE_RIGHT, 0.5, 0 } },
    { "head-top", { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.05, 90 } },
    { "hand-left-palm", { TAUT_SEGMENT_HAND, TAUT_SIDE_LEFT, 0.5, 10 } },
    { "hand-right-palm", { TAUT_SEGMENT_INDEX, TAUT_SIDE_RIGHT, 0.6, 0 } },
    { "hand-left-back", { TAUT_SEGMENT_MIDDLE, TAUT_SIDE_LEFT, 0.5, 180 } },
    { "hand-right-back", { TAUT_SEGMENT_HAND, TAUT_SIDE_RIGHT, 0.6, 180 } },
    { "foot-left-top", { TAUT_SEGMENT_FOOT, TAUT_SIDE_LEFT, 0.6, 10 } },
    { "foot-right-sole", { TAUT_SEGMENT_FOOT, TAUT_SIDE_RIGHT, 0.5, 180 } },
    { "foot-left-inner", { TAUT_SEGMENT_FOOT, TAUT_SIDE_LEFT, 0.4, 280 } },
    { "foot-right-outer", { TAUT_SEGMENT_FOOT, TAUT_SIDE_RIGHT, 0.4, 90 } },
    { "foot-right-top", { TAUT_SEGMENT_TOE_1, TAUT_SIDE_RIGHT, 0.6, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; taut_view_list_figures ()[k] != NULL; k++)
      {
        TautView *view = get_view (cases[i].view, taut_view_list_figures ()[k]);
        TautVector wanted;
        TautVector got;
        TautSkinHit hit;
        double x = 0;
        double y = 0;

        g_test_message ("%s, %s: %s", taut_view_get_figure (view), cases[i].view,
                        taut_segment_get_id (cases[i].at.segment));
        g_assert_true (taut_view_project (view, &cases[i].at, &x, &y));
        g_assert_true (taut_view_pick (view, x, y, &hit));
        g_assert_cmpuint (hit.at.side, ==, cases[i].at.side);
        g_assert_true (taut_skin_locate (skin, &cases[i].at, &wanted, NULL));
        g_assert_true (taut_skin_locate (skin, &hit.at, &got, NULL));
        g_assert_cmpfloat (taut_vector_length (taut_vector_subtract (wanted, got)), <, 1.5);
      }
}

static void
check_mirrored (TautView *view,
                TautView *other,
                double    least)
{
  TautViewBounds bounds = taut_view_get_bounds (view);
  guint n = 0;
  guint n_alike = 0;

  for (guint i = 0; i < 3000; i++)
    {
      double x = bounds.x + g_test_rand_double () * bounds.width;
      double y = bounds.y + g_test_rand_double () * bounds.height;
      TautSkinHit a;
      TautSkinHit b;

      if (!taut_view_pick (view, x, y, &a))
        continue;
      n++;
      n_alike += taut_view_pick (other, -x, y, &b) &&
                 b.cell == taut_skin_get_mirror_cell (skin, a.cell) && b.at.u == a.at.u &&
                 b.at.theta == a.at.theta;
    }
  g_test_message ("%s, %s: %u of %u alike", taut_view_get_figure (view), taut_view_get_id (view),
                  n_alike, n);
  g_assert_cmpfloat ((double) n_alike / n, >=, least);
}

/* Right views are left ones in a mirror; looks from before and behind are their own
 * mirror images, but for samples that lie on the rim. */
static void
test_mirrored (void)
{
  static const char *const own[] = { "front", "back", "head-front", "head-back", "head-top" };

  for (guint i = 0; i < views->len; i++)
    {
      TautView *view = views->pdata[i];
      const char *id = taut_view_get_id (view);
      const char *at = strstr (id, "left");
      g_autofree char *right = NULL;

      if (at == NULL)
        continue;
      right = g_strdup_printf ("%.*sright%s", (int) (at - id), id, at + strlen ("left"));
      check_mirrored (view, get_view (right, taut_view_get_figure (view)), 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    for (guint k = 0; taut_view_list_figures ()[k] != NULL; k++)
      {
        TautView *view = get_view (own[i], taut_view_list_figures ()[k]);

        check_mirrored (view, view, 0.97);
      }
}

static void
test_find_close_up (void)
{
  static const struct
  {
    const char *view;
    TautSkinPoint at;
    const char *close_up;
  } cases[] = {
    { "front", { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.5, 20 }, "head-front" },
    { "back", { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.5, 170 }, "head-back" },
    { "left", { TAUT_SEGMENT_EAR, TAUT_SIDE_LEFT, 0.5, 0 }, "head-left" },
    { "right", { TAUT_SEGMENT_HEAD, TAUT_SIDE_RIGHT, 0.5, 90 }, "head-right" },
    { "front", { TAUT_SEGMENT_HAND, TAUT_SIDE_RIGHT, 0.5, 0 }, "hand-right-palm" },
    { "back", { TAUT_SEGMENT_INDEX, TAUT_SIDE_LEFT, 0.5, 180 }, "hand-left-back" },
    { "front", { TAUT_SEGMENT_FOOT, TAUT_SIDE_LEFT, 0.7, -10 }, "foot-left-top" },
    { "back", { TAUT_SEGMENT_FOOT, TAUT_SIDE_RIGHT, 0.1, 175 }, "foot-right-sole" },
    { "left", { TAUT_SEGMENT_FOOT, TAUT_SIDE_LEFT, 0.5, 90 }, "foot-left-outer" },
    { "left", { TAUT_SEGMENT_FOOT, TAUT_SIDE_RIGHT, 0.5, -90 }, "foot-right-inner" },
    { "left", { TAUT_SEGMENT_TOE_2, TAUT_SIDE_LEFT, 0.5, 90 }, "foot-left-top" },
    { "front", { TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT, 0.5, 0 }, NULL },
    { "head-left", { TAUT_SEGMENT_EAR, TAUT_SIDE_LEFT, 0.5, 0 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TautSkinHit hit = { .at = cases[i].at };

      g_assert_cmpstr (taut_view_find_close_up (get_view (cases[i].view, "masculine"), &hit), ==,
                       cases[i].close_up);
    }
}

static gboolean
belongs_to_segment (guint    cell,
                    gpointer user_data)
{
  const TautSkinCell *c = taut_skin_get_cell (skin, cell);

  return c->segment * 2u + c->side == GPOINTER_TO_UINT (user_data);
}

static gboolean
belongs (guint    cell,
         gpointer user_data)
{
  return TRUE;
}

static double
measure (const TautOutline *outline)
{
  double area = 0;

  for (guint i = 0; i < outline->lines->len; i++)
    {
      const TautLine *line = outline->lines->pdata[i];

      area += taut_line_is_hole (line) ? -fabs (taut_line_get_area (line))
                                       : fabs (taut_line_get_area (line));
    }
  return area;
}

/* Contours of a partition of the skin share out what is seen among them. */
static void
test_trace_cells (void)
{
  for (guint i = 0; i < views->len; i++)
    {
      TautOutline *whole = taut_view_trace_cells (views->pdata[i], belongs, NULL);
      double sum = 0;

      for (guint k = 0; k < 2 * TAUT_N_SEGMENTS; k++)
        {
          TautOutline *outline = taut_view_trace_cells (views->pdata[i], belongs_to_segment,
                                                        GUINT_TO_POINTER (k));

          sum += measure (outline);
          taut_outline_free (outline);
        }
      g_test_message ("%s, %s: %.0f of %.0f square units", taut_view_get_figure (views->pdata[i]),
                      taut_view_get_id (views->pdata[i]), sum, measure (whole));
      g_assert_cmpfloat_with_epsilon (sum, measure (whole), 0.02 * measure (whole));
      taut_outline_free (whole);
    }
}

/* The picture has the size of the view and borders of areas. */
static void
test_art (void)
{
  for (guint i = 0; i < views->len; i++)
    {
      TautView *view = views->pdata[i];
      TautViewBounds bounds = taut_view_get_bounds (view);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = taut_view_load_art (view, &error);
      g_autofree char *text = NULL;
      g_autofree char *box = NULL;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      box = g_strdup_printf ("viewBox=\"%g %g %g %g\"", bounds.x, bounds.y, bounds.width,
                             bounds.height);
      g_assert_nonnull (strstr (text, box));
      g_assert_nonnull (strstr (text, "<path id=\"area."));
      g_assert_nonnull (strstr (text, "id=\"line\""));
    }
}

static void
append_place (GArray *points,
              double  x,
              double  y)
{
  TautOutlinePoint point = { x, y };

  g_array_append_val (points, point);
}

static void
append_curve (GArray       *points,
              const double  way[6])
{
  TautOutlinePoint from = g_array_index (points, TautOutlinePoint, points->len - 1);

  for (guint i = 1; i <= 2; i++)
    {
      double t = i / 2.0;
      double a = 3 * t * (1 - t) * (1 - t);
      double b = 3 * t * t * (1 - t);
      double c = t * t * t;

      append_place (points, from.x + a * way[0] + b * way[2] + c * way[4],
                    from.y + a * way[1] + b * way[3] + c * way[5]);
    }
}

static void
end_line (TautOutline *outline,
          GArray      *points)
{
  if (points->len > 2)
    g_ptr_array_add (outline->lines, taut_line_new ((TautOutlinePoint *) (gpointer) points->data,
                                                    points->len, TRUE));
  g_array_set_size (points, 0);
}

/* The lines of the first path of a picture that has @mark in it; pens write M, c and z. */
static TautOutline *
read_path (const char *svg,
           const char *mark)
{
  TautOutline *outline = taut_outline_new ();
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TautOutlinePoint));
  const char *at = strstr (svg, mark);

  if (at == NULL)
    return outline;

  at = strstr (at, " d=\"") + strlen (" d=\"");
  for (char command = 0; *at != '"';)
    {
      double numbers[6];
      guint n;

      if (g_ascii_isalpha (*at))
        command = *at++;
      n = command == 'M' ? 2 : command == 'c' ? 6 : 0;
      g_assert_true (n > 0 || command == 'z');
      for (guint i = 0; i < n; i++)
        {
          char *end;

          numbers[i] = g_ascii_strtod (at, &end);
          g_assert_true (end > at);
          at = end;
        }
      while (*at == ' ')
        at++;
      if (command != 'c')
        end_line (outline, points);
      if (command == 'M')
        append_place (points, numbers[0], numbers[1]);
      if (command == 'c')
        append_curve (points, numbers);
    }
  end_line (outline, points);

  return outline;
}

/* Whether all of a place's surroundings are inside, or outside. */
static gboolean
is_wholly (const TautOutline *outline,
           double             x,
           double             y,
           double             reach,
           gboolean           inside)
{
  for (guint i = 0; i < 16; i++)
    if (taut_outline_contains (outline, x + reach * cos (i * G_PI / 8),
                               y + reach * sin (i * G_PI / 8)) != inside)
      return FALSE;
  return taut_outline_contains (outline, x, y) == inside;
}

/* What a close-up does not draw, since it lies behind a cut, cannot be pointed at. */
static void
test_nothing_beside (void)
{
  guint n_stored;
  const TautStoredView *stored = taut_view_list_stored (&n_stored);

  for (guint i = 0; i < n_stored; i++)
    {
      TautView *view = get_view (stored[i].id, stored[i].figure);
      TautViewBounds bounds = taut_view_get_bounds (view);
      double sample = 1.0 / taut_view_get_samples_per_unit (view);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = taut_view_load_art (view, &error);
      g_autoptr (TautOutline) body = NULL;
      g_autoptr (TautOutline) cut = NULL;
      g_autofree char *text = NULL;
      const char *fade;
      double ends[2] = { 0, 0 };
      guint n = 0;
      guint n_in_cut = 0;

      if (taut_view_get_part (view) == TAUT_VIEW_PART_BODY)
        continue;
      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      body = read_path (text, "id=\"body\"");
      cut = read_path (text, "stroke-dasharray");
      g_assert_cmpuint (body->lines->len, >, 0);
      g_assert_cmpint (cut->lines->len > 0, ==, g_str_has_suffix (stored[i].id, "-top") &&
                                                g_str_has_prefix (stored[i].id, "foot-"));
      fade = strstr (text, "<linearGradient id=\"fade-over-gradient\"");
      if (fade != NULL)
        {
          ends[0] = g_ascii_strtod (strstr (fade, "y1=\"") + 4, NULL);
          ends[1] = g_ascii_strtod (strstr (fade, "y2=\"") + 4, NULL);
        }

      for (double y = bounds.y + sample / 2; y < bounds.y + bounds.height; y += 3 * sample)
        for (double x = bounds.x + sample / 2; x < bounds.x + bounds.width; x += 3 * sample)
          {
            TautSkinHit hit;

            if (!taut_view_pick (view, x, y, &hit))
              continue;
            n++;
            g_assert_false (is_wholly (body, x, y, RIM, FALSE));
            n_in_cut += is_wholly (cut, x, y, RIM, TRUE);
            g_assert_cmpfloat ((y - ends[1]) * (ends[1] - ends[0]), <=, 0);
          }
      g_test_message ("%s: %u samples, fade from %g to %g", stored[i].id, n, ends[0], ends[1]);
      g_assert_cmpuint (n, >, 1000);
      /* But for specks. */
      g_assert_cmpfloat ((double) n_in_cut / n, <, 0.003);
    }
}

static void
load (const char *id,
      const char *figure)
{
  g_autoptr (GError) error = NULL;
  TautView *view = taut_view_load_figure (id, figure, skin, &error);

  g_assert_no_error (error);
  g_ptr_array_add (views, view);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  taut_resources_register (&error);
  g_assert_no_error (error);
  bytes = taut_resources_lookup ("figure/skin.cells", &error);
  g_assert_no_error (error);
  skin = taut_skin_new (bytes, &error);
  g_assert_no_error (error);
  views = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_view_unref);
  for (guint k = 0; taut_view_list_figures ()[k] != NULL; k++)
    {
      for (guint i = 0; taut_view_list_ids ()[i] != NULL; i++)
        load (taut_view_list_ids ()[i], taut_view_list_figures ()[k]);
      for (guint i = 0; taut_view_list_close_ups ()[i] != NULL; i++)
        load (taut_view_list_close_ups ()[i], taut_view_list_figures ()[k]);
    }

  g_test_add_func ("/figure/view/lists", test_lists);
  g_test_add_func ("/figure/view/stored", test_stored);
  g_test_add_func ("/figure/view/unknown-figure", test_unknown);
  g_test_add_func ("/figure/view/pixel-round-trip-of-figures", test_pixel_round_trip);
  g_test_add_func ("/figure/view/point-round-trip-of-figures", test_point_round_trip);
  g_test_add_func ("/figure/view/mirrored-figures", test_mirrored);
  g_test_add_func ("/figure/view/find-close-up", test_find_close_up);
  g_test_add_func ("/figure/view/nothing-beside-close-ups", test_nothing_beside);
  g_test_add_func ("/figure/view/trace-cells-of-figures", test_trace_cells);
  g_test_add_func ("/figure/view/art-of-figures", test_art);

  result = g_test_run ();
  g_ptr_array_unref (views);
  taut_skin_unref (skin);
  return result;
}
