/* taut-art-crop.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A run of curves that lies wholly beyond one edge of the box becomes a line from
 * its beginning to its end. That line lies beyond the same edge, and so does all that
 * the run may sweep on its way to becoming the line: what is filled or stroked inside
 * the box stays as it is. Inside it curves that are as good as straight become lines,
 * and lines that go on in the same direction become one: they are most of the art on a
 * small picture. The paths are those of the generator: M, c, l and z. */

#define G_LOG_DOMAIN "taut-art-crop"

#include "config.h"

#include "taut-art-crop.h"

#include <math.h>
#include <string.h>

#define LAYER_UNSEEN "<g id=\"areas\""
#define LAYER_END "</g>"
/* The group around the art of a view that is another one's mirror image. */
#define MIRRORED "<g transform=\"scale(-1 1)\">"
#define DATA " d=\""

typedef enum
{
  BEYOND_LEFT = 1 << 0,
  BEYOND_RIGHT = 1 << 1,
  BEYOND_TOP = 1 << 2,
  BEYOND_BOTTOM = 1 << 3,
} Beyond;

#define BEYOND_ANY 0xf
/* Corners of a straight piece at most. */
#define N_CORNERS 24

/**
 * Crop:
 * @beyond: edges that all of the current run lies beyond
 * @running: whether there is such a run
 * @x, @y: where the pen is
 * @start_x, @start_y: where the line began
 * @all: edges that all of the line lies beyond
 * @line_start: where it begins in the output
 * @slack: how far a line may be from the curve that it stands for
 * @corners: where the straight piece that ends at the pen began, and what it passes
 * @n_corners: 0 when there is no such piece
 */
typedef struct
{
  GString *output;
  double left, top, right, bottom;
  double x, y;
  double start_x, start_y;
  guint beyond;
  guint all;
  gboolean running;
  gsize line_start;
  double slack;
  TautOutlinePoint corners[N_CORNERS];
  guint n_corners;
} Crop;

static guint
get_beyond (const Crop *crop,
            double      x,
            double      y)
{
  return (x < crop->left ? BEYOND_LEFT : 0) | (x > crop->right ? BEYOND_RIGHT : 0) |
         (y < crop->top ? BEYOND_TOP : 0) | (y > crop->bottom ? BEYOND_BOTTOM : 0);
}

/* Hundredths, without trailing zeros. */
static void
append_number (GString *output,
               double   value)
{
  glong hundredths = lround (value * 100);
  glong whole = labs (hundredths) / 100;
  glong rest = labs (hundredths) % 100;

  g_assert (output != NULL);

  g_string_append_c (output, hundredths < 0 ? '-' : ' ');
  if (rest == 0)
    g_string_append_printf (output, "%ld", whole);
  else if (rest % 10 == 0)
    g_string_append_printf (output, "%ld.%ld", whole, rest / 10);
  else
    g_string_append_printf (output, "%ld.%02ld", whole, rest);
}

static void
append_point (Crop  *crop,
              char   command,
              double x,
              double y)
{
  if (command != '\0')
    g_string_append_c (crop->output, command);
  append_number (crop->output, x);
  append_number (crop->output, y);
}

/* How far a point is from the line between two others; far when it is not beside it. */
static double
get_distance (double x,
              double y,
              double from_x,
              double from_y,
              double to_x,
              double to_y)
{
  double along_x = to_x - from_x;
  double along_y = to_y - from_y;
  double length = hypot (along_x, along_y);
  double along = (x - from_x) * along_x + (y - from_y) * along_y;

  if (!(length > 0) || along < 0 || along > length * length)
    return G_MAXDOUBLE;

  return fabs ((x - from_x) * along_y - (y - from_y) * along_x) / length;
}

static void
end_straight (Crop *crop)
{
  g_assert (crop != NULL);

  if (crop->n_corners > 0)
    append_point (crop, 'L', crop->x, crop->y);
  crop->n_corners = 0;
}

/* Goes straight to a point, which the pen is still to be moved to. */
static void
go_straight (Crop   *crop,
             double  x,
             double  y)
{
  gboolean fits = crop->n_corners > 0 && crop->n_corners < N_CORNERS &&
                  get_distance (crop->x, crop->y, crop->corners[0].x, crop->corners[0].y,
                                x, y) <= crop->slack / 2;

  for (guint i = 1; fits && i < crop->n_corners; i++)
    fits = get_distance (crop->corners[i].x, crop->corners[i].y, crop->corners[0].x,
                         crop->corners[0].y, x, y) <= crop->slack / 2;
  if (!fits)
    end_straight (crop);
  crop->corners[crop->n_corners++] = (TautOutlinePoint) { crop->x, crop->y };
}

/* Whether all of a curve is near the line between its ends. */
static gboolean
is_straight (const Crop   *crop,
             const double  by[6])
{
  return get_distance (by[0], by[1], 0, 0, by[4], by[5]) <= crop->slack / 2 &&
         get_distance (by[2], by[3], 0, 0, by[4], by[5]) <= crop->slack / 2;
}

static void
end_run (Crop *crop)
{
  g_assert (crop != NULL);

  end_straight (crop);
  if (crop->running)
    append_point (crop, 'L', crop->x, crop->y);
  crop->running = FALSE;
}

/* Whether a piece that lies beyond @beyond was taken up by a run. */
static gboolean
take_into_run (Crop  *crop,
               guint  beyond)
{
  g_assert (crop != NULL);

  crop->all &= beyond;
  if (crop->running && (crop->beyond & beyond) == 0)
    end_run (crop);
  if (beyond == 0)
    return FALSE;

  end_straight (crop);
  crop->beyond = crop->running ? crop->beyond & beyond : beyond;
  crop->running = TRUE;

  return TRUE;
}

static void
move_to (Crop   *crop,
         double  x,
         double  y)
{
  end_run (crop);
  crop->line_start = crop->output->len;
  crop->all = BEYOND_ANY;
  crop->running = FALSE;
  crop->n_corners = 0;
  crop->x = crop->start_x = x;
  crop->y = crop->start_y = y;
  append_point (crop, 'M', x, y);
}

static void
line_to (Crop   *crop,
         double  x,
         double  y)
{
  guint beyond = get_beyond (crop, crop->x, crop->y) & get_beyond (crop, x, y);

  if (!take_into_run (crop, beyond))
    go_straight (crop, x, y);
  crop->x = x;
  crop->y = y;
}

/* A curve lies within its four points. */
static void
curve_to (Crop         *crop,
          const double  by[6])
{
  double x = crop->x + by[4];
  double y = crop->y + by[5];
  guint beyond = get_beyond (crop, crop->x, crop->y) & get_beyond (crop, x, y) &
                 get_beyond (crop, crop->x + by[0], crop->y + by[1]) &
                 get_beyond (crop, crop->x + by[2], crop->y + by[3]);

  if (!take_into_run (crop, beyond) && is_straight (crop, by))
    {
      go_straight (crop, x, y);
    }
  else if (!crop->running)
    {
      end_straight (crop);
      append_point (crop, 'C', crop->x + by[0], crop->y + by[1]);
      append_point (crop, '\0', crop->x + by[2], crop->y + by[3]);
      append_point (crop, '\0', x, y);
    }
  crop->x = x;
  crop->y = y;
}

/* A line that lies beyond one edge as a whole is left out. */
static void
close_line (Crop *crop)
{
  guint beyond = get_beyond (crop, crop->x, crop->y) &
                 get_beyond (crop, crop->start_x, crop->start_y);

  crop->all &= beyond;
  if (crop->all != 0)
    {
      g_string_truncate (crop->output, crop->line_start);
      crop->running = FALSE;
    }
  else
    {
      end_run (crop);
      g_string_append_c (crop->output, 'z');
    }
  crop->x = crop->start_x;
  crop->y = crop->start_y;
}

/* Reads up to @n numbers; plain decimals are all there is. */
static guint
read_numbers (const char **text,
              double      *numbers,
              guint        n)
{
  const char *at = *text;
  guint i;

  for (i = 0; i < n; i++)
    {
      double value = 0, unit = 1;
      gboolean negative = FALSE;

      while (*at == ' ' || *at == ',')
        at++;
      if (*at == '-')
        {
          negative = TRUE;
          at++;
        }
      if (!g_ascii_isdigit (*at) && *at != '.')
        break;
      for (; g_ascii_isdigit (*at); at++)
        value = value * 10 + (*at - '0');
      if (*at == '.')
        for (at++; g_ascii_isdigit (*at); at++)
          {
            unit /= 10;
            value += (*at - '0') * unit;
          }
      numbers[i] = negative ? -value : value;
      *text = at;
    }

  return i;
}

/* Returns: FALSE at anything that the generator does not write */
static gboolean
crop_data (Crop       *crop,
           const char *data,
           const char *end)
{
  char command = '\0';
  double numbers[6];

  g_assert (crop != NULL);

  crop->x = crop->y = 0;
  crop->running = FALSE;
  crop->n_corners = 0;
  while (data < end)
    {
      if (*data == ' ')
        {
          data++;
          continue;
        }
      if (g_ascii_isalpha (*data))
        command = *data++;
      switch (command)
        {
        case 'M':
          if (read_numbers (&data, numbers, 2) < 2)
            return FALSE;
          move_to (crop, numbers[0], numbers[1]);
          break;

        case 'l':
          if (read_numbers (&data, numbers, 2) < 2)
            return FALSE;
          line_to (crop, crop->x + numbers[0], crop->y + numbers[1]);
          break;

        case 'c':
          if (read_numbers (&data, numbers, 6) < 6)
            return FALSE;
          curve_to (crop, numbers);
          break;

        case 'z':
          close_line (crop);
          command = '\0';
          break;

        default:
          return FALSE;
        }
    }
  end_run (crop);

  return TRUE;
}

/* Goes over the paths between @at and @end. */
static void
crop_paths (Crop       *crop,
            const char *at,
            const char *end)
{
  g_assert (crop != NULL);

  while (at < end)
    {
      const char *place = g_strstr_len (at, end - at, DATA);
      const char *close = NULL;
      gsize before;

      if (place != NULL)
        {
          place += strlen (DATA);
          close = memchr (place, '"', (gsize) (end - place));
        }
      if (close == NULL)
        break;

      g_string_append_len (crop->output, at, place - at);
      before = crop->output->len;
      if (!crop_data (crop, place, close))
        {
          g_string_truncate (crop->output, before);
          g_string_append_len (crop->output, place, close - place);
        }
      at = close;
    }
  g_string_append_len (crop->output, at, end - at);
}

GBytes *
taut_art_crop (GBytes               *svg,
               const TautViewBounds *box,
               double                slack)
{
  g_autofree char *text = NULL;
  Crop crop = { 0 };
  const char *unseen, *after;
  gsize size;
  gconstpointer data;

  g_return_val_if_fail (svg != NULL, NULL);
  g_return_val_if_fail (box != NULL, NULL);

  data = g_bytes_get_data (svg, &size);
  text = g_strndup (data, size);
  crop.output = g_string_sized_new (size / 2);
  crop.slack = slack;
  crop.left = box->x;
  crop.top = box->y;
  crop.right = box->x + box->width;
  crop.bottom = box->y + box->height;

  if (strstr (text, MIRRORED) != NULL)
    {
      crop.left = -box->x - box->width;
      crop.right = -box->x;
    }

  /* The layer of the areas is for other programs: no style shows it. */
  unseen = strstr (text, LAYER_UNSEEN);
  after = unseen != NULL ? strstr (unseen, LAYER_END) : NULL;
  if (after != NULL)
    {
      crop_paths (&crop, text, unseen);
      crop_paths (&crop, after + strlen (LAYER_END), text + strlen (text));
    }
  else
    {
      crop_paths (&crop, text, text + strlen (text));
    }

  return g_string_free_to_bytes (crop.output);
}
