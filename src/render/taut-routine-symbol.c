/* taut-routine-symbol.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Symbols are lines in a square of 24 units, written as path data with absolute
 * M, L, C and Z, and O for a circle: middle and radius. */

#define G_LOG_DOMAIN "taut-routine-symbol"

#include "config.h"

#include "taut-routine-symbol.h"

#define SQUARE 24.0
#define LINE 1.7

static const struct
{
  const char *id;
  const char *path;
} symbols[] = {
  { "bag", "M 5 9 L 19 9 L 20 21 L 4 21 Z M 8.5 12 L 8.5 7 C 8.5 2 15.5 2 15.5 7 L 15.5 12" },
  { "book", "M 12 6 C 9 4 5 4 3 5 L 3 19 C 5 18 9 18 12 20 C 15 18 19 18 21 19 L 21 5 "
            "C 19 4 15 4 12 6 Z M 12 6 L 12 20" },
  { "chair", "M 6 3 L 7.5 13 L 18 13 M 7.5 13 L 6.5 21 M 18 13 L 19 21 M 7.2 10 L 16 10" },
  { "clock", "O 12 12 9 M 12 7 L 12 12 L 16 14.5" },
  { "cup", "M 5 9 L 17 9 L 16 20 L 6 20 Z M 17 11 C 22 10.5 21.5 17 16.4 17 "
           "M 9 6 C 8 5 10 4 9 2.5 M 13 6 C 12 5 14 4 13 2.5" },
  { "glasses", "O 6.5 14 4 O 17.5 14 4 M 10.5 13.5 C 11.3 12.3 12.7 12.3 13.5 13.5 "
               "M 2.5 13.5 L 4.5 7 M 21.5 13.5 L 19.5 7" },
  { "keyboard", "M 2 7 L 22 7 L 22 18 L 2 18 Z M 6 11 L 7 11 M 10 11 L 11 11 M 14 11 L 15 11 "
                "M 18 11 L 19 11 M 7 14.7 L 17 14.7" },
  { "lift", "M 4 12 L 14 12 L 14 21 L 4 21 Z M 4 15 L 14 15 M 19 21 L 19 4 M 16 7.5 L 19 4 L 22 7.5" },
  { "meal", "M 6 3 L 6 8 C 6 11.5 12 11.5 12 8 L 12 3 M 9 3 L 9 21 M 17 21 L 17 3 "
            "C 20.5 5 20.5 12 17 13.5" },
  { "pen", "M 4 20 L 5.2 15 L 16 4.2 L 19.8 8 L 9 18.8 Z M 13.4 6.8 L 17.2 10.6" },
  { "pillow", "M 4 6 C 8 8 16 8 20 6 C 22 5 22.5 7 21.5 9 C 20.5 11 20.5 13 21.5 15 "
              "C 22.5 17 22 19 20 18 C 16 16 8 16 4 18 C 2 19 1.5 17 2.5 15 C 3.5 13 3.5 11 2.5 9 "
              "C 1.5 7 2 5 4 6 Z" },
  { "screen", "M 2.5 4 L 21.5 4 L 21.5 16 L 2.5 16 Z M 12 16 L 12 20 M 7.5 20.5 L 16.5 20.5" },
  { "shoe", "M 3 8 L 3 18 L 21 18 C 21.5 14.5 18 13.5 15 13 C 13 12.5 11.5 9 10.5 7 L 8 9.5 "
            "L 3 8 Z M 3 15.5 L 21 15.5" },
  { "sock", "M 8 2.5 L 16 2.5 L 16 12 C 16 14 14 15 12 17 C 10 19.5 7 22 4.5 20 C 2 17.5 4 15 6 13.5 "
            "C 8 12 8 11 8 9 Z M 8 6 L 16 6" },
  { "steps", "M 2.5 20.5 L 8 20.5 L 8 15.5 L 13 15.5 L 13 10.5 L 18 10.5 L 18 5.5 L 21.5 5.5" },
  { "teeth", "M 3 9 C 6 5 9 5 12 7 C 15 5 18 5 21 9 C 18 8.7 6 8.7 3 9 Z "
             "M 3 15 C 6 20.5 18 20.5 21 15 C 18 15.4 6 15.4 3 15 Z" },
  { "tool", "M 14 10 L 5 19 C 3.5 20.5 4.5 21.5 5 21.5 C 6 21.5 6.5 20.5 7 20 L 16 11 "
            "C 20 12 22 8.5 20.5 5.5 L 17.5 8.5 L 15.5 6.5 L 18.5 3.5 C 15.5 2 12.5 5 14 10 Z" },
};

static const char *
find_path (const char *symbol)
{
  g_assert (symbol != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (symbols[i].id, symbol))
      return symbols[i].path;

  return NULL;
}

gboolean
taut_routine_symbol_is_known (const char *symbol)
{
  g_return_val_if_fail (symbol != NULL, FALSE);

  return find_path (symbol) != NULL;
}

static void
read_numbers (const char **text,
              double      *numbers,
              guint        n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (*text, &end);
      *text = end;
    }
}

static void
add_path (const char *text,
          cairo_t    *cr)
{
  double n[6];

  g_assert (text != NULL);

  while (*text != '\0')
    {
      char command = *text++;

      if (command == 'Z')
        cairo_close_path (cr);
      else if (command == 'M' || command == 'L')
        {
          read_numbers (&text, n, 2);
          (command == 'M' ? cairo_move_to : cairo_line_to) (cr, n[0], n[1]);
        }
      else if (command == 'C')
        {
          read_numbers (&text, n, 6);
          cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
        }
      else if (command == 'O')
        {
          read_numbers (&text, n, 3);
          cairo_new_sub_path (cr);
          cairo_arc (cr, n[0], n[1], n[2], 0, 2 * G_PI);
          cairo_close_path (cr);
        }
    }
}

void
taut_routine_symbol_draw (const char        *symbol,
                          double             x,
                          double             y,
                          double             size,
                          const TautPalette *palette,
                          cairo_t           *cr)
{
  const char *path;

  g_return_if_fail (symbol != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (cr != NULL);

  path = find_path (symbol);
  if (path == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, x - size / 2, y - size / 2);
  cairo_scale (cr, size / SQUARE, size / SQUARE);
  cairo_new_path (cr);
  add_path (path, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, LINE);
  taut_color_set_source (palette->text, 1, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}
