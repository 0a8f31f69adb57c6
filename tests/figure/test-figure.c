/* test-figure.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "test-figure"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "taut-figure.h"

static const char *const names[] = { "skeleton.json", "body.json", "builds.json", "poses.json" };

/* A mistake: in @file the first @old becomes @new. */
typedef struct
{
  const char *file;
  const char *old;
  const char *new;
  const char *expected;
} Mistake;

static const Mistake mistakes[] = {
  { "skeleton.json", "{", "", "skeleton.json" },
  { "skeleton.json", "\"license\"", "\"licence\"", "*skeleton.json*licence*" },
  { "skeleton.json", "\"id\": \"lumbar_5\"", "\"id\": \"pelvis\"",
    "skeleton.json: joints[?]*\"id\"*no other joint*pelvis" },
  { "skeleton.json", "\"parent\": \"pelvis\"", "\"parent\": \"hip\"",
    "skeleton.json: joint \"lumbar_5\": field \"parent\"*found hip" },
  { "skeleton.json", "\"bends\": \"lumbar\"", "\"bends\": \"lumbago\"",
    "skeleton.json: joint \"lumbar_5\": field \"bends\"*lumbar or thorax*found lumbago" },
  { "skeleton.json", "\"at\": [0, 452, -22]", "\"at\": [0, 452]",
    "skeleton.json: joint \"lumbar_5\": field \"at\"*3 numbers*found 2" },
  { "skeleton.json", "\"at\": [0, 452, -22]", "\"at\": [0, 452, \"x\"]",
    "skeleton.json: joint \"lumbar_5\": field \"at[2]\"*" },
  { "skeleton.json", "\"breadth\": \"stretch\"", "\"breadth\": \"wide\"",
    "*joint \"clavicle\": field \"breadth\"*found wide" },
  { "skeleton.json", "\"id\": \"toes\"", "\"id\": \"toe\"", "skeleton.json*\"joints\"*toes*" },
  { "skeleton.json", "\"spine\": 472", "\"spines\": 472", "*joint \"pelvis\"*spines*" },
  { "body.json", "\"shoulder\",", "\"shoulders\",", "body.json*\"factors\"*shoulder*" },
  { "body.json", "\"symmetric\": true", "\"symmetric\": 1", "body.json: table \"trunk\"*symmetric*" },
  { "body.json", "\"smooth\": 5", "\"smooth\": -5", "body.json: table \"trunk\"*smooth*" },
  { "body.json", "[150, 50, -52, 4, 2]", "[150, 50, -52, 4]", "body.json: table \"trunk\"*rows*" },
  { "body.json", "[150, 50, -52, 4, 2]", "[150, -50, -52, 4, 2]",
    "body.json: table \"trunk\"*\"rows\"*inner below outer*" },
  { "body.json", "[150, 50, -52, 4, 2]", "[1150, 50, -52, 4, 2]",
    "body.json: table \"trunk\"*\"rows\"*top to bottom*" },
  { "body.json", "\"measure\": \"width\"", "\"measure\": \"length\"",
    "body.json: shaping[?]*\"measure\"*found length" },
  { "body.json", "{ \"chest\": 0.5 }", "{ \"breast\": 0.5 }",
    "body.json: shaping[?]*\"stations\"*build factor*found breast" },
  { "body.json", "{ \"group\": \"hip\" }", "{ \"group\": \"hips\" }", "body.json: torso*hips*" },
  { "body.json", "\"loft\": \"trunk\"", "\"loft\": \"drunk\"",
    "body.json: torso: \"drunk\"*\"loft\"*id of a table*found drunk" },
  { "body.json", "\"bone\": \"pelvis\"", "\"bone\": \"pelvic\"",
    "body.json: torso: \"trunk\"*\"bone\"*found pelvic" },
  { "body.json", "\"blur\": 4.6", "\"blur\": 0", "body.json: torso*\"blur\"*" },
  { "body.json", "\"strand\": \"erector spinae\"", "\"string\": \"erector spinae\"",
    "body.json: torso*loft, strand, groove*" },
  { "body.json", "[19, 270, -58, 12, \"spine\"]", "[19, 270, -58, 0, \"spine\"]",
    "body.json: torso: \"erector spinae\"*points[3]*" },
  { "body.json", "[19, 270, -58, 12, \"spine\"]", "[19, 270, -58, 12, \"spines\"]",
    "body.json: torso: \"erector spinae\"*points*found spines" },
  { "body.json", "[19, 270, -58, 12, \"spine\"]", "[19, 270, -58, 12, \"spine\", \"fat\"]",
    "body.json: torso: \"erector spinae\"*points*build factor*found fat" },
  { "body.json", "[19, 270, -58, 12, \"spine\"]", "[19, 270, -58, 12]",
    "body.json: torso: \"erector spinae\"*points*" },
  { "builds.json", "\"hip\"", "\"hop\"", "builds.json: build \"neutral\"*hop*" },
  { "builds.json", "\"id\": \"feminine\"", "\"id\": \"neutral\"",
    "builds.json: builds[?]*\"id\"*no other build*" },
  { "builds.json", "\"thigh\": 1.015", "\"thigh\": 9", "builds.json: build \"neutral\"*thigh*" },
  { "poses.json", "\"id\": \"cat\"", "\"id\": \"rest\"", "poses.json: poses[*no other pose*" },
  { "poses.json", "\"in\": \"head\"", "\"in\": \"hand\"",
    "poses.json: pose \"seated-neck-stretch\": arms.left*\"in\"*spine or head*" },
  { "poses.json", "\"pole\": [1, -0.55, 0.25],", "",
    "poses.json: pose \"seated-neck-stretch\": arms.left*\"pole\"*nothing" },
  { "poses.json", "\"neck\": [2, 24, 4]", "\"neck\": [2, 24]",
    "poses.json: pose \"seated-neck-stretch\"*\"neck\"*3 numbers*" },
  { "poses.json", "\"lean\": -3", "\"leans\": -3", "*pose \"doorway-chest-stretch\"*leans*" },
};

static char *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "figure", name,
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

/* Copies the data with one mistake. */
static void
write_data (const char    *folder,
            const Mistake *mistake)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *contents = read_data (names[i]);
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new (contents);

      if (mistake != NULL && g_strcmp0 (mistake->file, names[i]) == 0)
        {
          if (strstr (contents, mistake->old) == NULL)
            g_error ("%s has no %s", names[i], mistake->old);
          g_string_replace (text, mistake->old, mistake->new, 1);
        }
      g_file_set_contents (path, text->str, text->len, &error);
      g_assert_no_error (error);
    }
}

static void
remove_data (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "figure", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TautFigure) figure = taut_figure_load (folder, &error);
  g_autoptr (TautFigure) again = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (figure);
  again = taut_figure_ref (figure);
  g_assert_true (again == figure);
}

static void
test_missing (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (GError) error = NULL;

  g_assert_null (taut_figure_load (folder, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "skeleton.json"));
}

static void
test_mistakes (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("taut-figure-XXXXXX", &error);
  g_autoptr (GFile) folder = NULL;

  g_assert_no_error (error);
  folder = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("*%s*", mistakes[i].expected);

      write_data (path, &mistakes[i]);
      g_assert_null (taut_figure_load (folder, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      if (!g_pattern_match_simple (pattern, error->message))
        g_error ("%s is not like %s", error->message, pattern);
      g_clear_error (&error);
    }

  remove_data (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/figure/load", test_load);
  g_test_add_func ("/figure/figure/missing", test_missing);
  g_test_add_func ("/figure/figure/mistakes", test_mistakes);

  return g_test_run ();
}
