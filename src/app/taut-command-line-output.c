/* taut-command-line-output.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command that writes a picture of the chart. */

#define G_LOG_DOMAIN "taut-command-line"

#include "config.h"

#include "taut-command-line-private.h"

#include <string.h>

#include "taut-chart-picture.h"
#include "taut-knowledge.h"
#include "taut-resources.h"

#define MAX_PIXELS 20000.0
#define MAX_MM 5000.0

typedef struct
{
  char *view;
  char *figure;
  char *record;
  char *size;
  char *output;
  char **points;
  gboolean muscles;
  gboolean deep_muscles;
} ChartOptions;

static void
chart_options_clear (ChartOptions *options)
{
  g_free (options->view);
  g_free (options->figure);
  g_free (options->record);
  g_free (options->size);
  g_free (options->output);
  g_strfreev (options->points);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartOptions, chart_options_clear)

/* chart */

static gboolean
has_picture_suffix (const char *path)
{
  return g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".png") ||
         g_str_has_suffix (path, ".pdf");
}

static gboolean
parse_size (const char *text,
            double      maximum,
            double     *width,
            double     *height)
{
  const char *end;

  g_assert (text != NULL);

  if (!g_ascii_isdigit (*text))
    return FALSE;
  *width = g_ascii_strtod (text, (char **) &end);

  if (*end != 'x' || !g_ascii_isdigit (end[1]))
    return FALSE;
  *height = g_ascii_strtod (end + 1, (char **) &end);

  return *end == '\0' && *width >= 1 && *width <= maximum && *height >= 1 && *height <= maximum;
}

/* Everything that can be told without the atlas. */
static int
check_chart_options (const ChartOptions *options,
                     double             *width,
                     double             *height)
{
  const char *const *views = taut_view_list_ids ();
  const char *const *close_ups = taut_view_list_close_ups ();
  const char *const *figures = taut_view_list_figures ();
  double maximum;

  g_assert (options != NULL);

  if (options->view == NULL)
    return taut_command_line_refuse ("chart", "--view is missing");
  if (!g_strv_contains (views, options->view) && !g_strv_contains (close_ups, options->view))
    {
      g_autofree char *whole = g_strjoinv (", ", (char **) views);
      g_autofree char *close = g_strjoinv (", ", (char **) close_ups);

      return taut_command_line_refuse ("chart",
                                       "--view: unknown view \"%s\": expected one of %s, %s",
                                       options->view, whole, close);
    }
  if (options->figure != NULL && !g_strv_contains (figures, options->figure))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) figures);

      return taut_command_line_refuse ("chart",
                                       "--figure: unknown figure \"%s\": expected one of %s",
                                       options->figure, known);
    }
  if (options->output == NULL)
    return taut_command_line_refuse ("chart", "-o is missing");
  if (!has_picture_suffix (options->output))
    return taut_command_line_refuse ("chart", "-o: \"%s\" ends neither in .svg, .png nor .pdf",
                                     options->output);

  maximum = g_str_has_suffix (options->output, ".pdf") ? MAX_MM : MAX_PIXELS;
  if (options->size != NULL && !parse_size (options->size, maximum, width, height))
    return taut_command_line_refuse ("chart", "--size: unknown size \"%s\": expected WxH, "
                                     "such as 800x1600, each from 1 to %.0f",
                                     options->size, maximum);

  return 0;
}

/* "trapezius.1" to "trapezius.1:right"; NULL when there is no such point. */
static GPtrArray *
list_points (TautAtlas   *atlas,
             char       **points,
             GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; points != NULL && points[i] != NULL; i++)
    {
      TautSide side;
      const TautPoint *point = taut_command_line_find_point (atlas, points[i], &side, error);

      if (point == NULL)
        {
          g_prefix_error (error, "--point: ");
          return NULL;
        }

      g_ptr_array_add (list, g_strdup_printf ("%s:%s", point->id, taut_side_get_id (side)));
    }

  return g_steal_pointer (&list);
}

/* Without a path one in which nothing is. */
static TautRecord *
read_record (const char  *record_path,
             GError     **error)
{
  TautRecord *record;

  if (record_path == NULL)
    return taut_record_new ("none");

  record = taut_command_line_read_record (record_path, error);
  if (record == NULL)
    g_prefix_error (error, "--record: ");

  return record;
}

static gboolean
write_chart (const ChartOptions  *options,
             double               width,
             double               height,
             GError             **error)
{
  g_autoptr (TautAtlas) atlas = NULL;
  g_autoptr (TautView) view = NULL;
  g_autoptr (TautChartPainter) painter = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (TautRecord) record = NULL;

  atlas = taut_knowledge_load_atlas (error);
  if (atlas == NULL)
    return FALSE;

  points = list_points (atlas, options->points, error);
  if (points == NULL)
    return FALSE;

  record = read_record (options->record, error);
  if (record == NULL)
    return FALSE;

  view = taut_view_load_figure (options->view,
                                taut_view_find_figure (options->figure != NULL ? options->figure :
                                                       taut_record_get_client_figure (record)),
                                taut_atlas_get_skin (atlas), error);
  if (view == NULL)
    return FALSE;

  painter = taut_chart_painter_new (atlas, view);
  if (options->muscles || options->deep_muscles)
    taut_chart_painter_set_muscles (painter, options->deep_muscles ? TAUT_MUSCLES_DEEP :
                                                                     TAUT_MUSCLES_SUPERFICIAL);

  return taut_chart_picture_write (painter, taut_record_get_marks (record), points, width, height,
                                   options->output, error);
}

int
taut_command_line_chart (char ***arguments)
{
  g_auto (ChartOptions) options = { NULL };
  GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view, NULL, NULL },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &options.figure, NULL, NULL },
    { "muscles", 0, 0, G_OPTION_ARG_NONE, &options.muscles, NULL, NULL },
    { "deep-muscles", 0, 0, G_OPTION_ARG_NONE, &options.deep_muscles, NULL, NULL },
    { "point", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.points, NULL, NULL },
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &options.record, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  double width = 0;
  double height = 0;
  int status;

  g_return_val_if_fail (arguments != NULL, TAUT_EXIT_BAD_USE);

  status = taut_command_line_parse (arguments, entries);
  if (status == 0)
    status = taut_command_line_expect (*arguments, 0);
  if (status == 0)
    status = check_chart_options (&options, &width, &height);
  if (status != 0)
    return status;

  if (!write_chart (&options, width, height, &error))
    return taut_command_line_fail ("chart", error);

  return 0;
}
