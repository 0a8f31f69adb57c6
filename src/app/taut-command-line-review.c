/* taut-command-line-review.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command that writes the atlas on paper for a clinician to proof-read. */

#define G_LOG_DOMAIN "taut-command-line"

#include "config.h"

#include "taut-command-line-private.h"

#include "taut-file.h"
#include "taut-knowledge.h"
#include "taut-review-sheets.h"

/* A4 in points */
#define PAPER_WIDTH 595.28
#define PAPER_HEIGHT 841.89

static void
add_muscle (const TautMuscle *muscle,
            GPtrArray        *points)
{
  for (guint i = 0; muscle != NULL && i < muscle->points->len; i++)
    g_ptr_array_add (points, g_ptr_array_index (muscle->points, i));
}

/* All points, muscles of one group side by side. */
static GPtrArray *
list_points (TautAtlas *atlas)
{
  GPtrArray *groups = taut_atlas_get_muscle_groups (atlas);
  GPtrArray *muscles = taut_atlas_get_muscles (atlas);
  GPtrArray *points = g_ptr_array_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      const TautMuscleGroup *group = g_ptr_array_index (groups, i);

      for (guint k = 0; group->muscles[k] != NULL; k++)
        add_muscle (taut_atlas_find_muscle (atlas, group->muscles[k]), points);
    }
  for (guint i = 0; i < muscles->len; i++)
    {
      const TautMuscle *muscle = g_ptr_array_index (muscles, i);

      if (taut_atlas_find_group_of_muscle (atlas, muscle->id) == NULL)
        add_muscle (muscle, points);
    }

  return points;
}

/* Returns: an exit status */
static int
list_points_of (TautAtlas          *atlas,
                const char *const  *muscles,
                GPtrArray         **points)
{
  if (muscles == NULL)
    {
      *points = list_points (atlas);
      return 0;
    }

  *points = g_ptr_array_new ();
  for (guint i = 0; muscles[i] != NULL; i++)
    {
      const TautMuscle *muscle = taut_atlas_find_muscle (atlas, muscles[i]);

      if (muscle == NULL)
        return taut_command_line_refuse ("review", "--muscle: %s: no such muscle", muscles[i]);
      if (muscle->points->len == 0)
        return taut_command_line_refuse ("review", "--muscle: %s: a muscle without points",
                                         muscles[i]);
      add_muscle (muscle, *points);
    }

  return 0;
}

/* A painter for each view that can show something of the left side. */
static GPtrArray *
make_painters (TautAtlas  *atlas,
               GError    **error)
{
  static const char *const views[] = {
    "front", "back", "left", "head-top", "hand-left-palm", "hand-left-back",
    "foot-left-top", "foot-left-sole", "foot-left-inner", "foot-left-outer",
  };
  g_autoptr (GPtrArray) painters = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (TautView) view = taut_view_load (views[i], taut_atlas_get_skin (atlas), error);

      if (view == NULL)
        return NULL;
      g_ptr_array_add (painters, taut_chart_painter_new (atlas, view));
    }

  return g_steal_pointer (&painters);
}

static int
write_sheets (const char *const *muscles,
              const char        *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautAtlas) atlas = taut_knowledge_load_atlas (&error);
  g_autoptr (GPtrArray) painters = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GByteArray) sheets = NULL;
  int status;

  if (atlas == NULL)
    return taut_command_line_fail ("review", error);
  status = list_points_of (atlas, muscles, &points);
  if (status != 0)
    return status;

  painters = make_painters (atlas, &error);
  if (painters != NULL)
    sheets = taut_review_sheets_make (painters, points, PAPER_WIDTH, PAPER_HEIGHT, &error);
  if (sheets == NULL || !taut_file_replace (output, sheets->data, sheets->len, 0644, &error))
    return taut_command_line_fail ("review", error);

  return 0;
}

int
taut_command_line_review (char ***arguments)
{
  g_auto (GStrv) muscles = NULL;
  g_autofree char *output = NULL;
  GOptionEntry entries[] = {
    { "muscle", 0, 0, G_OPTION_ARG_STRING_ARRAY, &muscles },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output },
    { NULL }
  };
  int status = taut_command_line_parse (arguments, entries);

  if (status == 0)
    status = taut_command_line_expect (*arguments, 0);
  if (status != 0)
    return status;
  if (output == NULL)
    return taut_command_line_refuse ("review", "-o is missing");
  if (!g_str_has_suffix (output, ".pdf"))
    return taut_command_line_refuse ("review", "-o: \"%s\" does not end in .pdf", output);

  return write_sheets ((const char *const *) muscles, output);
}
