/* test-muscles.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Muscles as shapes on the skin: what lies where, and what a view draws. */

#define G_LOG_DOMAIN "test-muscles"

#include "config.h"

#include "taut-atlas.h"
#include "taut-muscle-art.h"
#include "taut-muscle-sheet.h"
#include "taut-view.h"

#include "../shipped-atlas.h"

static TautSkin *skin;
static TautAtlas *atlas;

static const TautMuscleShape *
get_shape (const char *muscle_id)
{
  const TautMuscle *muscle = taut_atlas_find_muscle (atlas, muscle_id);

  g_assert_nonnull (muscle);
  g_assert_cmpuint (muscle->shapes->len, >, 0);
  return g_ptr_array_index (muscle->shapes, 0);
}

/* Which muscles lie under a place, the topmost first; each must be found in this
 * order, others may lie between them. */
static const struct
{
  const char *segment;
  double u;
  double theta;
  const char *muscles;
} places[] = {
  { "trunk", 0.226, 41.2, "pectoralis_major pectoralis_minor" },
  { "trunk", 0.20, 165, "trapezius rhomboids longissimus_thoracis" },
  { "trunk", 0.50, 12, "rectus_abdominis" },
  { "trunk", 0.50, 60, "external_oblique transversus_abdominis" },
  { "trunk", 0.88, 150, "gluteus_maximus" },
  { "upperarm", 0.25, 85, "deltoid" },
  { "upperarm", 0.6, 8, "biceps_brachii" },
};

static void
test_pick (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (TautSide side = TAUT_SIDE_LEFT; side <= TAUT_SIDE_RIGHT; side++)
      {
        TautSkinPoint at = { 0, side, places[i].u, places[i].theta };
        g_autoptr (GArray) hits = NULL;
        g_auto (GStrv) expected = g_strsplit (places[i].muscles, " ", -1);
        guint found = 0;

        g_assert_true (taut_segment_from_id (places[i].segment, &at.segment));
        hits = taut_atlas_pick_muscles (atlas, &at);
        for (guint k = 0; k < hits->len; k++)
          {
            const TautMuscleHit *hit = &g_array_index (hits, TautMuscleHit, k);

            g_assert_cmpint (hit->side, ==, side);
            g_assert_true (hit->shape->muscle == hit->muscle);
            if (expected[found] != NULL && g_str_equal (hit->muscle->id, expected[found]))
              found++;
          }
        if (expected[found] != NULL)
          g_test_message ("%s not found at [%s, %g, %g]", expected[found], places[i].segment,
                          places[i].u, places[i].theta);
        g_assert_cmpuint (found, ==, g_strv_length (expected));
        g_assert_cmpstr (g_array_index (hits, TautMuscleHit, 0).muscle->id, ==, expected[0]);
      }
}

/* A sheet knows its own middle, and its border as the border. */
static void
test_sheet (void)
{
  g_autoptr (TautMuscleSheet) sheet = taut_muscle_sheet_new (skin, get_shape ("trapezius"));
  guint column = sheet->n_columns / 2;
  guint row = sheet->n_rows / 2;
  const TautSheetVertex *middle = &sheet->vertices[column * sheet->n_rows + row];
  const TautSheetVertex *border = &sheet->vertices[(sheet->n_columns - 1) * sheet->n_rows + row];
  TautSheetPlace place;

  g_assert_true (taut_muscle_sheet_find (sheet, middle->position, middle->normal, &place));
  g_assert_cmpfloat_with_epsilon (place.across, (double) column / (sheet->n_columns - 1), 0.01);
  g_assert_cmpfloat_with_epsilon (place.along, (double) row / (sheet->n_rows - 1), 0.01);
  g_assert_cmpfloat (place.depth, >, 10);

  g_assert_true (taut_muscle_sheet_find (sheet, border->position, border->normal, &place));
  g_assert_cmpfloat (fabs (place.depth), <, 0.5);
  g_assert_false (taut_muscle_sheet_find (sheet, (TautVector) { 0, 900, 0 }, middle->normal,
                                          &place));
  g_assert_false (taut_muscle_sheet_find (sheet, middle->position,
                                          taut_vector_scale (middle->normal, -1), &place));
}

/* No sheet leaves the skin. */
static void
test_on_skin (void)
{
  GPtrArray *muscles = taut_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      const TautMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint k = 0; k < muscle->shapes->len; k++)
        {
          g_autoptr (TautMuscleSheet) sheet = taut_muscle_sheet_new (skin,
                                                                     muscle->shapes->pdata[k]);

          g_assert_nonnull (sheet);
          for (guint v = 0; v < sheet->n_rows * sheet->n_columns; v++)
            {
              const TautSkinCell *cell = taut_skin_get_cell (skin, sheet->vertices[v].cell);
              TautVector way = { sheet->vertices[v].position.x - cell->position[0],
                                 sheet->vertices[v].position.y - cell->position[1],
                                 sheet->vertices[v].position.z - cell->position[2] };

              if (taut_vector_length (way) > 6)
                g_test_message ("%s: shape %u", muscle->id, k + 1);
              g_assert_cmpfloat (taut_vector_length (way), <=, 6);
            }
        }
    }
}

/* What a view shows is drawn, with a contour, and what it does not is not. */
static void
test_art (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautView) view = taut_view_load ("front", skin, &error);
  g_autoptr (TautMuscleArt) art = NULL;
  g_autoptr (TautMuscleSheet) chest = taut_muscle_sheet_new (skin, get_shape ("rectus_abdominis"));
  g_autoptr (TautMuscleSheet) back = taut_muscle_sheet_new (skin, get_shape ("rhomboids"));
  g_autoptr (GString) svg = g_string_new (NULL);

  g_assert_no_error (error);
  art = taut_muscle_art_new (view);
  taut_muscle_art_append (art, back, TAUT_SIDE_LEFT, svg);
  g_assert_cmpuint (svg->len, ==, 0);
  taut_muscle_art_append (art, chest, TAUT_SIDE_LEFT, svg);
  g_assert_nonnull (strstr (svg->str, "class=\"muscle\""));
  g_assert_nonnull (strstr (svg->str, "class=\"muscle-outline\""));
  g_assert_nonnull (strstr (svg->str, "class=\"fibre-dark\""));
}

/* The layers come with the art, the right view's as the left one's mirror image. */
static void
test_layers (void)
{
  static const struct
  {
    const char *view;
    const char *shown;
    const char *hidden;
  } cases[] = {
    { "front", "\"muscle.pectoralis_major.left\"", "\"muscle.rhomboids.left\"" },
    { "front", "\"muscle.pectoralis_major.right\"", "\"muscle.rhomboids.right\"" },
    { "back", "\"muscle.trapezius.right\"", "\"muscle.pectoralis_major.right\"" },
    { "left", "\"muscle.deltoid.left\"", "\"muscle.deltoid.right\"" },
    { "right", "\"muscle.deltoid.right\"", "\"muscle.deltoid.left\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TautView) view = taut_view_load (cases[i].view, skin, &error);
      g_autoptr (GBytes) with = NULL;
      g_autoptr (GBytes) without = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      with = taut_view_load_layered_art (view, TRUE, &error);
      g_assert_no_error (error);
      without = taut_view_load_art (view, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (with), >, g_bytes_get_size (without));

      text = g_strndup (g_bytes_get_data (with, NULL), g_bytes_get_size (with));
      g_assert_nonnull (strstr (text, cases[i].shown));
      g_assert_null (strstr (text, cases[i].hidden));
      g_assert_true (strstr (text, "id=\"muscles-deep\"") < strstr (text, "id=\"muscles-superficial\""));
      g_assert_true (strstr (text, "id=\"muscles-superficial\"") < strstr (text, "id=\"shade\""));
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);

  g_test_add_func ("/atlas/muscles/pick", test_pick);
  g_test_add_func ("/atlas/muscles/sheet", test_sheet);
  g_test_add_func ("/atlas/muscles/on-skin", test_on_skin);
  g_test_add_func ("/atlas/muscles/art", test_art);
  g_test_add_func ("/atlas/muscles/layers", test_layers);

  status = g_test_run ();
  g_object_unref (atlas);
  taut_skin_unref (skin);
  return status;
}
