/* test-referral.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "test-referral"

#include "config.h"

#include "taut-referral.h"

#include "../shipped-atlas.h"

static TautSkin *skin;
static TautAtlas *atlas;

static TautReferral *
refer (const char *id,
       TautSide    side)
{
  const TautPoint *point = taut_atlas_find_point (atlas, id);

  g_assert_nonnull (point);
  return taut_referral_new (atlas, point, side);
}

static const TautAreaShare *
find_share (const TautReferral *referral,
            TautZoneKind        kind,
            const char         *id,
            TautSide            side)
{
  for (guint i = 0; i < referral->shares[kind]->len; i++)
    {
      const TautAreaShare *share = &g_array_index (referral->shares[kind], TautAreaShare, i);

      if (g_str_equal (share->area->id, id) && share->side == side)
        return share;
    }

  return NULL;
}

static void
test_one_side (void)
{
  static const char *const areas[] = { "temple", "neck_side", "ear_behind" };
  g_autoptr (TautReferral) referral = refer ("trapezius.1", TAUT_SIDE_LEFT);
  const TautCellSet *cells = referral->cells[TAUT_ZONE_ESSENTIAL];

  g_assert_cmpuint (cells->n_cells, >, 20);
  for (guint i = 0; i < cells->n_cells; i++)
    g_assert_cmpint (taut_skin_get_cell (skin, cells->cells[i])->side, ==, TAUT_SIDE_LEFT);

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_assert_nonnull (find_share (referral, TAUT_ZONE_ESSENTIAL, areas[i], TAUT_SIDE_LEFT));
      g_assert_null (find_share (referral, TAUT_ZONE_ESSENTIAL, areas[i], TAUT_SIDE_RIGHT));
    }
}

/* The lower right belly has no twin on the left. */
static gboolean
lists_only_right (const TautZone *zone)
{
  for (guint i = 0; zone->areas[i] != NULL; i++)
    if (taut_atlas_find_area (atlas, zone->areas[i])->only_right)
      return TRUE;

  return FALSE;
}

/* Both sides are mirror images, cell by cell. */
static void
test_mirror (void)
{
  GPtrArray *points = taut_atlas_get_points (atlas);

  for (guint i = 0; i < points->len; i++)
    {
      const TautPoint *point = g_ptr_array_index (points, i);
      g_autoptr (TautReferral) left = taut_referral_new (atlas, point, TAUT_SIDE_LEFT);
      g_autoptr (TautReferral) right = taut_referral_new (atlas, point, TAUT_SIDE_RIGHT);

      for (TautZoneKind kind = 0; kind < TAUT_N_ZONES; kind++)
        {
          const TautCellSet *cells = left->cells[kind];

          g_assert_cmpuint (cells->n_cells, ==, right->cells[kind]->n_cells);
          if (!lists_only_right (&point->zones[kind]))
            g_assert_cmpuint (left->shares[kind]->len, ==, right->shares[kind]->len);
          for (guint k = 0; k < cells->n_cells; k++)
            g_assert_cmpfloat_with_epsilon (
              taut_cell_set_get_weight (right->cells[kind],
                                        taut_skin_get_mirror_cell (skin, cells->cells[k])),
              cells->weights[k], 1e-5);
        }
    }
}

/* Shares of surface areas are parts of one whole, largest first. */
static void
test_shares (void)
{
  GPtrArray *points = taut_atlas_get_points (atlas);

  for (guint i = 0; i < points->len; i++)
    {
      const TautPoint *point = g_ptr_array_index (points, i);
      g_autoptr (TautReferral) referral = taut_referral_new (atlas, point, TAUT_SIDE_RIGHT);

      for (TautZoneKind kind = 0; kind < TAUT_N_ZONES; kind++)
        {
          double sum = 0;
          double before = 1;

          for (guint k = 0; k < referral->shares[kind]->len; k++)
            {
              const TautAreaShare *share = &g_array_index (referral->shares[kind],
                                                           TautAreaShare, k);

              g_assert_cmpfloat (share->share, >, 0);
              g_assert_cmpfloat (share->share, <=, before);
              before = share->share;
              if (share->area->kind == TAUT_AREA_SURFACE)
                sum += share->share;
            }
          g_assert_cmpfloat (sum, <=, 1.0001);
        }
    }
}

static void
test_both_sides (void)
{
  g_autoptr (TautReferral) referral = refer ("scm.cl_mid", TAUT_SIDE_RIGHT);

  g_assert_nonnull (find_share (referral, TAUT_ZONE_ESSENTIAL, "forehead", TAUT_SIDE_LEFT));
  g_assert_nonnull (find_share (referral, TAUT_ZONE_ESSENTIAL, "forehead", TAUT_SIDE_RIGHT));
}

static void
test_overlay (void)
{
  g_autoptr (TautReferral) referral = refer ("trapezius.1", TAUT_SIDE_RIGHT);
  const TautAreaShare *share = find_share (referral, TAUT_ZONE_SPILLOVER, "eye_behind",
                                           TAUT_SIDE_RIGHT);

  g_assert_nonnull (share);
  g_assert_true (share->area->deep);
}

static void
test_not_pain (void)
{
  g_autoptr (TautReferral) referral = refer ("trapezius.7", TAUT_SIDE_LEFT);

  g_assert_false (referral->point->pain);
  for (TautZoneKind kind = 0; kind < TAUT_N_ZONES; kind++)
    {
      g_assert_cmpuint (referral->cells[kind]->n_cells, ==, 0);
      g_assert_cmpuint (referral->shares[kind]->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);

  g_test_add_func ("/referral/one-side", test_one_side);
  g_test_add_func ("/referral/mirror", test_mirror);
  g_test_add_func ("/referral/shares", test_shares);
  g_test_add_func ("/referral/both-sides", test_both_sides);
  g_test_add_func ("/referral/overlay", test_overlay);
  g_test_add_func ("/referral/not-pain", test_not_pain);
  result = g_test_run ();

  g_object_unref (atlas);
  taut_skin_unref (skin);
  return result;
}
