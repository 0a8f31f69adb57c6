/* test-svg-pen.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-svg-pen.h"

#include <math.h>

static void
test_numbers (void)
{
  const struct
  {
    double number;
    guint decimals;
    const char *text;
  } table[] = {
    { 0, 1, "0" },       { 0.5, 1, ".5" },     { -0.5, 1, "-.5" },   { 12, 2, "12" },
    { 12.345, 2, "12.35" }, { 1.05, 2, "1.05" }, { 1.5, 3, "1.5" },  { -0.04, 1, "0" },
    { 100, 0, "100" },   { 0.96, 1, "1" },     { -3.005, 3, "-3.005" }, { NAN, 2, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      taut_svg_append_number (text, table[i].number, table[i].decimals);
      g_assert_cmpstr (text->str, ==, table[i].text);
    }
}

static void
test_commands (void)
{
  g_autoptr (GString) path = g_string_new (NULL);
  TautSvgPen pen;

  taut_svg_pen_init (&pen, path, 1);
  taut_svg_pen_move_to (&pen, 10, -2);
  taut_svg_pen_line_to (&pen, 11.5, -3);
  taut_svg_pen_line_to (&pen, 11.54, -3.01);
  taut_svg_pen_line_to (&pen, 10, 0);
  taut_svg_pen_close (&pen);
  taut_svg_pen_move_to (&pen, 0, 0);
  taut_svg_pen_curve_to (&pen, 1, 0, 2, 1, 2, 2);
  taut_svg_pen_curve_to (&pen, 2, 3, 1, 4, 0, 4);
  g_assert_cmpstr (path->str, ==, "M10-2l1.5-1-1.5 3zM0 0c1 0 2 1 2 2 0 1-1 2-2 2");
}

/* Many short steps end where the last position says, whatever was rounded. */
static void
test_no_drift (void)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_auto (GStrv) numbers = NULL;
  TautSvgPen pen;
  double x = 0;

  taut_svg_pen_init (&pen, path, 1);
  taut_svg_pen_move_to (&pen, 0, 0);
  for (guint i = 1; i <= 1000; i++)
    taut_svg_pen_line_to (&pen, i * 0.26, i % 2);

  g_string_replace (path, "-", " -", 0);
  numbers = g_strsplit_set (path->str, "Ml ", -1);
  for (guint i = 0, n = 0; numbers[i]; i++)
    {
      if (*numbers[i] == '\0')
        continue;
      if (n++ % 2 == 0)
        x += g_ascii_strtod (numbers[i], NULL);
    }
  g_assert_cmpfloat_with_epsilon (x, 260, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/svg-pen/numbers", test_numbers);
  g_test_add_func ("/figure/svg-pen/commands", test_commands);
  g_test_add_func ("/figure/svg-pen/no-drift", test_no_drift);

  return g_test_run ();
}
