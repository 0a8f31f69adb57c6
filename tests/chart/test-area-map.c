/* test-area-map.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-area-map.h"
#include "taut-knowledge.h"
#include "taut-resources.h"

static TautKnowledge *knowledge;

static TautAreaMap *
make_map (const char *view_id)
{
  for (guint i = 0; i < knowledge->views->len; i++)
    {
      TautView *view = g_ptr_array_index (knowledge->views, i);

      if (g_str_equal (taut_view_get_id (view), view_id))
        return taut_area_map_new (knowledge->atlas, view);
    }

  g_assert_not_reached ();
}

/* Each area that is listed is seen at the place that stands for it. */
static void
test_spots (void)
{
  for (guint i = 0; i < knowledge->views->len; i++)
    {
      TautView *view = g_ptr_array_index (knowledge->views, i);
      g_autoptr (TautAreaMap) map = taut_area_map_new (knowledge->atlas, view);

      g_assert_cmpuint (taut_area_map_get_n_spots (map), >, 20);
      for (guint j = 0; j < taut_area_map_get_n_spots (map); j++)
        {
          const TautAreaSpot *spot = taut_area_map_get_spot (map, j);
          TautSkinHit hit;

          g_assert_cmpuint (spot->index, ==, j);
          g_assert_true (taut_area_map_pick (map, spot->x, spot->y, &hit) == spot);
          g_assert_true (taut_area_map_find (map, spot->area, spot->side) == spot);
          g_assert_cmpfloat (spot->x, >=, spot->box.x);
          g_assert_cmpfloat (spot->x, <=, spot->box.x + spot->box.width);
          g_assert_cmpfloat (spot->y, >=, spot->box.y);
          g_assert_cmpfloat (spot->y, <=, spot->box.y + spot->box.height);
          g_assert_cmpfloat (spot->extent, >, 0);
        }
    }
}

/* The arrow keys lead to every area, from wherever one starts. */
static void
test_all_are_reached (void)
{
  for (guint i = 0; i < knowledge->views->len; i++)
    {
      TautView *view = g_ptr_array_index (knowledge->views, i);
      g_autoptr (TautAreaMap) map = taut_area_map_new (knowledge->atlas, view);
      guint n = taut_area_map_get_n_spots (map);

      for (guint start = 0; start < n; start++)
        {
          g_autofree gboolean *reached = g_new0 (gboolean, n);
          g_autofree guint *queue = g_new0 (guint, n);
          guint head = 0;
          guint tail = 0;

          queue[tail++] = start;
          reached[start] = TRUE;
          while (head < tail)
            {
              const TautAreaSpot *spot = taut_area_map_get_spot (map, queue[head++]);

              for (guint step = 0; step < TAUT_N_STEPS; step++)
                {
                  const TautAreaSpot *next = taut_area_map_step (map, spot, step);

                  if (next == NULL || reached[next->index])
                    continue;
                  reached[next->index] = TRUE;
                  queue[tail++] = next->index;
                }
            }
          for (guint j = 0; j < n; j++)
            if (!reached[j])
              g_error ("%s: no way from %s to %s", taut_view_get_id (view),
                       taut_area_map_get_spot (map, start)->area->id,
                       taut_area_map_get_spot (map, j)->area->id);
        }
    }
}

/* An arrow never leads the other way. */
static void
test_steps_go_their_way (void)
{
  static const double direction[TAUT_N_STEPS][2] = {
    [TAUT_STEP_LEFT] = { -1, 0 },
    [TAUT_STEP_RIGHT] = { 1, 0 },
    [TAUT_STEP_UP] = { 0, -1 },
    [TAUT_STEP_DOWN] = { 0, 1 },
  };
  g_autoptr (TautAreaMap) map = make_map ("front");

  for (guint i = 0; i < taut_area_map_get_n_spots (map); i++)
    for (guint step = 0; step < TAUT_N_STEPS; step++)
      {
        const TautAreaSpot *spot = taut_area_map_get_spot (map, i);
        const TautAreaSpot *next = taut_area_map_step (map, spot, step);

        if (next == NULL)
          continue;
        g_assert_true (next != spot);
        g_assert_cmpfloat ((next->x - spot->x) * direction[step][0] +
                           (next->y - spot->y) * direction[step][1], >, 0);
      }
}

static void
test_sides (void)
{
  static const struct {
    const char *view;
    const char *area;
    gboolean left_is_at_right;
  } cases[] = {
    { "front", "knee_front", TRUE },
    { "back", "calf", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TautAreaMap) map = make_map (cases[i].view);
      const TautArea *area = taut_atlas_find_area (knowledge->atlas, cases[i].area);
      const TautAreaSpot *left = taut_area_map_find (map, area, TAUT_SIDE_LEFT);
      const TautAreaSpot *right = taut_area_map_find (map, area, TAUT_SIDE_RIGHT);

      g_assert_nonnull (left);
      g_assert_nonnull (right);
      g_assert_cmpint (left->x > right->x, ==, cases[i].left_is_at_right);
      g_assert_cmpfloat_with_epsilon (left->y, right->y, 12);
    }
}

static void
test_beside (void)
{
  g_autoptr (TautAreaMap) map = make_map ("front");

  g_assert_null (taut_area_map_pick (map, -10000, 0, NULL));
  g_assert_null (taut_area_map_pick (map, 0, 10000, NULL));
  g_assert_null (taut_area_map_find (map,
                                     taut_atlas_find_area (knowledge->atlas, "arm_gooseflesh"),
                                     TAUT_SIDE_LEFT));
}

static void
test_contour (void)
{
  g_autoptr (TautAreaMap) map = make_map ("back");
  const TautAreaSpot *spot = taut_area_map_find (map,
                                                 taut_atlas_find_area (knowledge->atlas, "calf"),
                                                 TAUT_SIDE_LEFT);
  const TautOutline *contour = taut_area_map_get_contour (map, spot);

  g_assert_true (taut_outline_contains (contour, spot->x, spot->y));
  g_assert_false (taut_outline_contains (contour, -spot->x, spot->y));
  g_assert_true (taut_area_map_get_contour (map, spot) == contour);
}

int
main (int   argc,
      char *argv[])
{
  GError *error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  taut_resources_register (&error);
  g_assert_no_error (error);
  knowledge = taut_knowledge_load (&error);
  g_assert_no_error (error);

  g_test_add_func ("/chart/area-map/spots", test_spots);
  g_test_add_func ("/chart/area-map/all-are-reached", test_all_are_reached);
  g_test_add_func ("/chart/area-map/steps-go-their-way", test_steps_go_their_way);
  g_test_add_func ("/chart/area-map/sides", test_sides);
  g_test_add_func ("/chart/area-map/beside", test_beside);
  g_test_add_func ("/chart/area-map/contour", test_contour);

  status = g_test_run ();
  taut_knowledge_free (knowledge);

  return status;
}
