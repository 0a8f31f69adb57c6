/* taut-svg-pen.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-svg-pen"

#include "config.h"

#include "taut-svg-pen.h"

#include <math.h>

#define MAX_DECIMALS 6

static gint64
get_unit (guint decimals)
{
  gint64 unit = 1;

  for (guint i = 0; i < decimals; i++)
    unit *= 10;

  return unit;
}

static gint64
to_units (double number,
          guint  decimals)
{
  double scaled = number * (double) get_unit (decimals);

  return isfinite (scaled) ? (gint64) floor (scaled + 0.5) : 0;
}

static void
append_units (GString *text,
              gint64   units,
              guint    decimals)
{
  gint64 unit = get_unit (decimals);
  gint64 size = ABS (units);

  g_assert (text);

  if (units < 0)
    g_string_append_c (text, '-');
  if (size >= unit || size == 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, size / unit);
  if (size % unit != 0)
    {
      g_string_append_printf (text, ".%0*" G_GINT64_FORMAT, (int) decimals, size % unit);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
}

static void
append_argument (TautSvgPen *pen,
                 gint64      units,
                 gboolean    first)
{
  g_assert (pen);

  if (!first && units >= 0)
    g_string_append_c (pen->path, ' ');
  append_units (pen->path, units, pen->decimals);
}

/* A repeated command letter may be left out. */
static void
append_command (TautSvgPen *pen,
                char        command,
                gint64      first_argument)
{
  g_assert (pen);

  if (pen->command == command)
    {
      append_argument (pen, first_argument, FALSE);
      return;
    }

  g_string_append_c (pen->path, command);
  append_argument (pen, first_argument, TRUE);
  pen->command = command;
}

/* Public API */

void
taut_svg_pen_init (TautSvgPen *pen,
                   GString    *path,
                   guint       decimals)
{
  g_return_if_fail (pen);
  g_return_if_fail (path);
  g_return_if_fail (decimals <= MAX_DECIMALS);

  *pen = (TautSvgPen) { path, decimals };
}

void
taut_svg_pen_move_to (TautSvgPen *pen,
                      double      x,
                      double      y)
{
  g_return_if_fail (pen);

  pen->start_x = pen->x = to_units (x, pen->decimals);
  pen->start_y = pen->y = to_units (y, pen->decimals);
  pen->command = '\0';
  append_command (pen, 'M', pen->x);
  append_argument (pen, pen->y, FALSE);
}

void
taut_svg_pen_line_to (TautSvgPen *pen,
                      double      x,
                      double      y)
{
  gint64 to_x = 0;
  gint64 to_y = 0;

  g_return_if_fail (pen);

  to_x = to_units (x, pen->decimals);
  to_y = to_units (y, pen->decimals);
  if (to_x == pen->x && to_y == pen->y)
    return;

  append_command (pen, 'l', to_x - pen->x);
  append_argument (pen, to_y - pen->y, FALSE);
  pen->x = to_x;
  pen->y = to_y;
}

void
taut_svg_pen_curve_to (TautSvgPen *pen,
                       double      x1,
                       double      y1,
                       double      x2,
                       double      y2,
                       double      x3,
                       double      y3)
{
  gint64 to_x = 0;
  gint64 to_y = 0;

  g_return_if_fail (pen);

  to_x = to_units (x3, pen->decimals);
  to_y = to_units (y3, pen->decimals);
  append_command (pen, 'c', to_units (x1, pen->decimals) - pen->x);
  append_argument (pen, to_units (y1, pen->decimals) - pen->y, FALSE);
  append_argument (pen, to_units (x2, pen->decimals) - pen->x, FALSE);
  append_argument (pen, to_units (y2, pen->decimals) - pen->y, FALSE);
  append_argument (pen, to_x - pen->x, FALSE);
  append_argument (pen, to_y - pen->y, FALSE);
  pen->x = to_x;
  pen->y = to_y;
}

void
taut_svg_pen_close (TautSvgPen *pen)
{
  g_return_if_fail (pen);

  g_string_append_c (pen->path, 'z');
  pen->x = pen->start_x;
  pen->y = pen->start_y;
  pen->command = '\0';
}

void
taut_svg_pen_follow (TautSvgPen     *pen,
                     const TautLine *line,
                     gboolean        join)
{
  int n = 0;

  g_return_if_fail (pen);
  g_return_if_fail (line);

  n = (int) line->n_points;
  if (n < 2)
    return;

  if (join)
    taut_svg_pen_line_to (pen, line->points[0].x, line->points[0].y);
  else
    taut_svg_pen_move_to (pen, line->points[0].x, line->points[0].y);

  for (int i = 0; i < (line->closed ? n : n - 1); i++)
    {
      const TautOutlinePoint *to = &line->points[(i + 1) % n];
      TautOutlinePoint first;
      TautOutlinePoint second;

      taut_line_get_controls (line, i, &first, &second);
      taut_svg_pen_curve_to (pen, first.x, first.y, second.x, second.y, to->x, to->y);
    }
  if (line->closed)
    taut_svg_pen_close (pen);
}

void
taut_svg_append_number (GString *text,
                        double   number,
                        guint    decimals)
{
  g_return_if_fail (text);
  g_return_if_fail (decimals <= MAX_DECIMALS);

  append_units (text, to_units (number, decimals), decimals);
}
