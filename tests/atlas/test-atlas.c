/* test-atlas.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The atlas that ships: its data, the partition of the skin and the check. */

#define G_LOG_DOMAIN "test-atlas"

#include "config.h"

#include <glib/gstdio.h>

#include "taut-atlas.h"
#include "taut-view.h"

#include "../shipped-atlas.h"

static TautSkin *skin;
static TautAtlas *atlas;

static void
test_sound (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean sound = taut_atlas_check (atlas, problems);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (sound);
}

static void
test_contents (void)
{
  static const char *const muscles[] = {
    "trapezius", "scm", "levator_scapulae", "suboccipitals", "masseter", "temporalis",
    "infraspinatus", "supraspinatus", "scalenes", "pectoralis_minor", "quadratus_lumborum",
    "gluteus_medius", "gluteus_minimus", "piriformis", "soleus", "gastrocnemius",
    "splenius_capitis", "splenius_cervicis", "semispinalis_capitis", "teres_minor",
    "subscapularis", "deltoid", "pectoralis_major", "rhomboids", "iliocostalis_thoracis",
    "iliocostalis_lumborum", "longissimus_thoracis", "iliopsoas", "gluteus_maximus", "tfl",
    "biceps_brachii", "triceps", "anconeus",
    "brachioradialis", "ecrl", "ecrb", "ecu", "supinator",
    "extensor_digitorum",
    "rectus_femoris", "vastus_intermedius", "vastus_medialis", "vastus_lateralis",
    "biceps_femoris", "semitendinosus_membranosus",
    "adductor_longus_brevis", "adductor_magnus",
    "tibialis_anterior", "fibularis_longus",
  };
  guint n_overlays = 0;

  for (guint i = 0; i < G_N_ELEMENTS (muscles); i++)
    g_assert_nonnull (taut_atlas_find_muscle (atlas, muscles[i]));
  g_assert_cmpuint (taut_atlas_get_points (atlas)->len, >=, 116);
  g_assert_cmpuint (taut_atlas_get_areas (atlas)->len, ==, 122);

  for (guint i = 0; i < taut_atlas_get_areas (atlas)->len; i++)
    {
      const TautArea *area = g_ptr_array_index (taut_atlas_get_areas (atlas), i);

      n_overlays += area->kind == TAUT_AREA_OVERLAY;
      g_assert_true (area->kind == TAUT_AREA_SENSATION || area->strokes->len > 0);
      g_assert_null (strstr (area->name, "left"));
      g_assert_true (strstr (area->name, "right") == NULL || area->only_right);
    }
  g_assert_cmpuint (n_overlays, ==, 9);
}

/* The resources name every file of the folder. */
static void
test_all_shipped (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "atlas",
                                                 "muscles", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strcspn (name, "."));

      if (g_str_has_suffix (name, ".json") && taut_atlas_find_muscle (atlas, id) == NULL)
        g_test_message ("resources/tautline.gresource.xml: expected a line for %s", name);
      if (g_str_has_suffix (name, ".json"))
        g_assert_nonnull (taut_atlas_find_muscle (atlas, id));
    }
}

/* Every cell has an area, and both halves have the same. */
static void
test_partition_mirror (void)
{
  guint n_cells = taut_skin_get_n_cells (skin);

  for (guint cell = 0; cell < n_cells; cell++)
    {
      const TautArea *area = taut_atlas_get_area_of_cell (atlas, cell);

      g_assert_nonnull (area);
      g_assert_cmpint (area->kind, ==, TAUT_AREA_SURFACE);
      g_assert_true (area == taut_atlas_get_area_of_cell (atlas,
                                                          taut_skin_get_mirror_cell (skin, cell)));
    }
}

/* A second atlas from the same data parts the skin in the same way. */
static void
test_partition_repeats (void)
{
  g_autoptr (GFile) folder = taut_resources_get_file ("atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (TautAtlas) other = taut_atlas_load (folder, skin, &error);

  g_assert_no_error (error);
  for (guint cell = 0; cell < taut_skin_get_n_cells (skin); cell++)
    g_assert_cmpstr (taut_atlas_get_area_of_cell (other, cell)->id, ==,
                     taut_atlas_get_area_of_cell (atlas, cell)->id);
}

static double
measure_group (const char *groups)
{
  g_auto (GStrv) names = g_strsplit (groups, " ", -1);
  double mm2 = 0;

  for (guint i = 0; i < taut_atlas_get_areas (atlas)->len; i++)
    {
      const TautArea *area = g_ptr_array_index (taut_atlas_get_areas (atlas), i);

      if (area->kind == TAUT_AREA_SURFACE &&
          g_strv_contains ((const char *const *) names, area->group))
        mm2 += taut_atlas_measure_area (atlas, area);
    }

  return mm2;
}

/* Parts of the body in per cent of its surface, one side; the ranges are those
 * of anthropometry. */
static void
test_sizes (void)
{
  static const struct
  {
    const char *groups;
    double least;
    double most;
  } parts[] = {
    { "head neck", 4.0, 5.0 },
    { "arm forearm hand", 6.5, 11.0 },
    { "shoulder arm forearm hand", 9.0, 11.5 },
    { "thigh knee leg foot", 17.0, 21.0 },
    { "torso back hip pelvis", 14.0, 20.0 },
  };
  double whole = taut_skin_get_area (skin);
  double sum = 0;

  g_test_message ("whole skin %.3f m2", whole / 1e6);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double percent = 100 * measure_group (parts[i].groups) / whole;

      g_test_message ("%s: %.1f %%", parts[i].groups, percent);
      g_assert_cmpfloat (percent, >=, parts[i].least);
      g_assert_cmpfloat (percent, <=, parts[i].most);
    }

  for (guint i = 0; i < taut_atlas_get_areas (atlas)->len; i++)
    {
      const TautArea *area = g_ptr_array_index (taut_atlas_get_areas (atlas), i);
      double mm2 = taut_atlas_measure_area (atlas, area);

      g_test_message ("%s: %.0f mm2", area->id, mm2);
      if (area->kind == TAUT_AREA_SURFACE)
        sum += 2 * mm2;
    }
  g_assert_cmpfloat_with_epsilon (sum, whole, whole * 1e-4);
}

/* Places of which everybody can say where they are. */
static void
test_places (void)
{
  static const struct
  {
    TautSkinPoint at;
    const char *area;
  } places[] = {
    { { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.643, 0 }, "abdomen_mid" },
    { { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.295, 42 }, "breast" },
    { { TAUT_SEGMENT_TRUNK, TAUT_SIDE_LEFT, 0.2, 3 }, "sternum" },
    { { TAUT_SEGMENT_TRUNK, TAUT_SIDE_RIGHT, 0.63, 165 }, "lumbar" },
    { { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.3, 5 }, "forehead" },
    { { TAUT_SEGMENT_HEAD, TAUT_SIDE_RIGHT, 0.36, 75 }, "temple" },
    { { TAUT_SEGMENT_EAR, TAUT_SIDE_LEFT, 0.5, 0 }, "ear_outer" },
    { { TAUT_SEGMENT_NECK, TAUT_SIDE_LEFT, 0.5, 175 }, "neck_back" },
    { { TAUT_SEGMENT_UPPERARM, TAUT_SIDE_LEFT, 0.65, 0 }, "arm_front" },
    { { TAUT_SEGMENT_FOREARM, TAUT_SIDE_RIGHT, 0.5, 180 }, "forearm_dorsal" },
    { { TAUT_SEGMENT_HAND, TAUT_SIDE_LEFT, 0.6, 180 }, "hand_dorsal" },
    { { TAUT_SEGMENT_INDEX, TAUT_SIDE_LEFT, 0.6, 0 }, "index_volar" },
    { { TAUT_SEGMENT_LITTLE, TAUT_SIDE_RIGHT, 0.6, 180 }, "little_dorsal" },
    { { TAUT_SEGMENT_THIGH, TAUT_SIDE_LEFT, 0.55, -95 }, "thigh_medial" },
    { { TAUT_SEGMENT_LEG, TAUT_SIDE_RIGHT, 0.3, 180 }, "calf" },
    { { TAUT_SEGMENT_LEG, TAUT_SIDE_LEFT, 0.0, 0 }, "knee_front" },
    { { TAUT_SEGMENT_FOOT, TAUT_SIDE_LEFT, -0.1, 180 }, "heel" },
    { { TAUT_SEGMENT_FOOT, TAUT_SIDE_RIGHT, 0.6, 0 }, "foot_dorsal" },
    { { TAUT_SEGMENT_TOE_1, TAUT_SIDE_LEFT, 0.6, 180 }, "great_toe_plantar" },
    { { TAUT_SEGMENT_TOE_3, TAUT_SIDE_RIGHT, 0.6, 0 }, "lesser_toes_dorsal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint cell;

      g_assert_true (taut_skin_find_cell (skin, &places[i].at, &cell));
      g_assert_cmpint (taut_skin_get_cell (skin, cell)->side, ==, places[i].at.side);
      g_assert_cmpstr (taut_atlas_get_area_of_cell (atlas, cell)->id, ==, places[i].area);
    }
}

static void
test_near_points (void)
{
  const TautPoint *point = taut_atlas_find_point (atlas, "infraspinatus.1");

  for (TautSide side = TAUT_SIDE_LEFT; side < TAUT_N_SIDES; side++)
    {
      TautSkinPoint at = taut_point_get_place (point, side);
      g_autoptr (GArray) near = taut_atlas_find_near_points (atlas, &at, 40);
      g_autoptr (GArray) nearest = taut_atlas_find_near_points (atlas, &at, 1);
      double before = 0;

      g_assert_cmpuint (near->len, >=, 2);
      g_assert_true (g_array_index (near, TautNearPoint, 0).point == point);
      for (guint i = 0; i < near->len; i++)
        {
          const TautNearPoint *found = &g_array_index (near, TautNearPoint, i);

          g_assert_cmpint (found->side, ==, side);
          g_assert_cmpfloat (found->distance, >=, before);
          g_assert_cmpfloat (found->distance, <=, 40);
          before = found->distance;
        }
      g_assert_cmpuint (nearest->len, ==, 1);
    }
}

/* From its place to what a view shows there, and back, no point moves by more than a
 * sample of the view. */
static void
check_seen (TautView        *view,
            const TautPoint *point,
            TautSide         side)
{
  TautSkinPoint at = taut_point_get_place (point, side);
  double sample = 1.0 / taut_view_get_samples_per_unit (view);
  double x, y, back_x, back_y;
  TautSkinHit hit;

  if (!taut_view_project (view, &at, &x, &y))
    return;

  g_test_message ("%s, %s", taut_view_get_id (view), point->id);
  g_assert_true (taut_view_pick (view, x, y, &hit));
  g_assert_true (taut_view_project (view, &hit.at, &back_x, &back_y));
  g_assert_cmpfloat_with_epsilon (back_x, x, sample + 1e-6);
  g_assert_cmpfloat_with_epsilon (back_y, y, sample + 1e-6);
}

static void
test_seen (gconstpointer data)
{
  GPtrArray *points = taut_atlas_get_points (atlas);

  for (const char *const *id = data; *id != NULL; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TautView) view = taut_view_load (*id, skin, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < points->len * TAUT_N_SIDES; i++)
        check_seen (view, g_ptr_array_index (points, i / TAUT_N_SIDES), i % TAUT_N_SIDES);
    }
}

static void
test_zone_sides (void)
{
  static const struct
  {
    TautZoneSide zone_side;
    TautSide point_side;
    guint n_left;
    guint n_right;
  } cases[] = {
    { TAUT_ZONE_SIDE_SAME, TAUT_SIDE_LEFT, 1, 0 },
    { TAUT_ZONE_SIDE_SAME, TAUT_SIDE_RIGHT, 0, 1 },
    { TAUT_ZONE_SIDE_OTHER, TAUT_SIDE_LEFT, 0, 1 },
    { TAUT_ZONE_SIDE_OTHER, TAUT_SIDE_RIGHT, 1, 0 },
    { TAUT_ZONE_SIDE_BOTH, TAUT_SIDE_LEFT, 1, 1 },
    { TAUT_ZONE_SIDE_BOTH, TAUT_SIDE_RIGHT, 1, 1 },
  };
  TautStrokePoint station = { { TAUT_SEGMENT_HEAD, TAUT_SIDE_LEFT, 0.3, 10 }, 12 };
  g_autoptr (TautStroke) stroke = taut_stroke_new (&station, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TautZoneStroke zone_stroke = { stroke, cases[i].zone_side };
      g_autoptr (GPtrArray) zone_strokes = g_ptr_array_new ();
      TautZone zone = { NULL, zone_strokes };
      g_autoptr (GPtrArray) strokes = NULL;
      guint n[TAUT_N_SIDES] = { 0, };

      g_ptr_array_add (zone_strokes, &zone_stroke);
      strokes = taut_zone_get_strokes (&zone, cases[i].point_side);
      for (guint k = 0; k < strokes->len; k++)
        n[((const TautStroke *) g_ptr_array_index (strokes, k))->points[0].at.side]++;
      g_assert_cmpuint (n[TAUT_SIDE_LEFT], ==, cases[i].n_left);
      g_assert_cmpuint (n[TAUT_SIDE_RIGHT], ==, cases[i].n_right);
    }
}

/* The check */

/* The copy has none of the muscles that a muscle is linked with. */
static void
drop_links (GString *text)
{
  const char *links = strstr (text->str, "\"linked\"");

  if (links != NULL)
    g_string_erase (text, links - text->str, strchr (links, '\n') + 1 - links);
}

static void
copy_file (const char *folder,
           const char *name,
           const char *old,
           const char *new)
{
  g_autofree char *resource = g_strconcat ("atlas/", name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = taut_resources_lookup (resource, &error);

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  changed = g_string_new (text);
  if (old != NULL)
    g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);
  drop_links (changed);
  g_file_set_contents (path, changed->str, changed->len, &error);
  g_assert_no_error (error);
}

/* What the check says when @old stands as @new in @file of a copy that has the
 * areas and one muscle only. */
static char *
complain (const char *muscle,
          const char *file,
          const char *old,
          const char *new)
{
  static const char *const empty[] = {
    "muscle-groups.json", "routines.json", "notices.json", "questions.json", "precautions.json",
    "complaints.json",
  };
  static const char *const texts[] = {
    "{\"license\": \"x\", \"groups\": []}",
    "{\"license\": \"x\", \"routines\": []}",
    "{\"license\": \"x\", \"notices\": []}",
    "{\"license\": \"x\", \"questions\": [], \"signs\": []}",
    "{\"license\": \"x\", \"precautions\": []}",
    "{\"license\": \"x\", \"source\": \"x\", \"same_words\": [], \"complaints\": []}",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_dir_make_tmp ("taut-atlas-XXXXXX", &error);
  g_autofree char *muscles = g_build_filename (folder, "muscles", NULL);
  g_autofree char *areas_path = g_build_filename (folder, "areas.json", NULL);
  g_autofree char *muscle_path = g_build_filename (folder, muscle, NULL);
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (TautAtlas) broken = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (muscles, 0700), ==, 0);
  copy_file (folder, "areas.json", g_str_equal (file, "areas.json") ? old : NULL, new);
  copy_file (folder, muscle, g_str_equal (file, muscle) ? old : NULL, new);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autofree char *path = g_build_filename (folder, empty[i], NULL);

      g_file_set_contents (path, texts[i], -1, NULL);
    }

  broken = taut_atlas_load (root, skin, &error);
  g_assert_no_error (error);
  g_assert_cmpint (taut_atlas_check (broken, problems), ==, problems->len == 0);
  g_ptr_array_add (problems, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autofree char *path = g_build_filename (folder, empty[i], NULL);

      g_remove (path);
    }
  g_remove (areas_path);
  g_remove (muscle_path);
  g_remove (muscles);
  g_remove (folder);
  return g_strjoinv ("\n", (char **) problems->pdata);
}

static void
assert_complains (const char *said,
                  const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (expected, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (said, parts[i]) == NULL)
      g_error ("\"%s\" is not in \"%s\"", parts[i], said);
}

#define MASSETER "muscles/masseter.json"

static void
test_check_finds (void)
{
  static const struct
  {
    const char *file;
    const char *old;
    const char *new;
    const char *expected;
  } cases[] = {
    { MASSETER, "\"areas\": [\"cheek\", \"teeth_upper_back\"]",
      "\"areas\": [\"cheek\", \"teeth_upper_back\", \"heel\"]",
      MASSETER ": masseter.sup_upper: essential|heel|same side|found 0 mm2" },
    { MASSETER, "\"areas\": [\"tmj\", \"ear_deep\"]", "\"areas\": [\"tmj\", \"heel\"]",
      MASSETER ": masseter.deep: essential|heel" },
    { MASSETER, "[\"head\", 0.585, 60, 8], [\"head\", 0.62, 48, 15]",
      "[\"head\", 0.585, 0, 8], [\"head\", 0.62, 10, 15]",
      MASSETER ": masseter.sup_upper: essential|\"strokes\"|beyond the midline" },
    { "areas.json", "{\"with\": \"forehead\", ", "{\"with\": \"heel\", ",
      "areas.json: |\"borders\"|forehead|heel" },
    { "areas.json", "\"id\": \"cheek\",", "\"id\": \"cheek\",\n      \"midline\": true,",
      "areas.json: cheek: field \"midline\"" },
  };
  g_autofree char *sound = complain (MASSETER, "none", NULL, NULL);

  g_assert_cmpstr (sound, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = complain (MASSETER, cases[i].file, cases[i].old, cases[i].new);

      assert_complains (said, cases[i].expected);
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

  g_test_add_func ("/atlas/shipped/sound", test_sound);
  g_test_add_func ("/atlas/shipped/contents", test_contents);
  g_test_add_func ("/atlas/shipped/all", test_all_shipped);
  g_test_add_func ("/atlas/partition/mirror", test_partition_mirror);
  g_test_add_func ("/atlas/partition/repeats", test_partition_repeats);
  g_test_add_func ("/atlas/partition/sizes", test_sizes);
  g_test_add_func ("/atlas/partition/places", test_places);
  g_test_add_func ("/atlas/points/near", test_near_points);
  g_test_add_data_func ("/atlas/points/seen-on-the-body", taut_view_list_ids (), test_seen);
  g_test_add_data_func ("/atlas/points/seen-from-near", taut_view_list_close_ups (), test_seen);
  g_test_add_func ("/atlas/points/zone-sides", test_zone_sides);
  g_test_add_func ("/atlas/check/finds", test_check_finds);
  result = g_test_run ();

  g_object_unref (atlas);
  taut_skin_unref (skin);
  return result;
}
