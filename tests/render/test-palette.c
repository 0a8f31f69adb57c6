/* test-palette.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "taut-palette.h"

static const TautStyle styles[] = {
  TAUT_STYLE_LIGHT,
  TAUT_STYLE_DARK,
  TAUT_STYLE_HIGH_CONTRAST,
  TAUT_STYLE_HIGH_CONTRAST_DARK,
  TAUT_STYLE_PAPER,
};

static void
test_contrast_formula (void)
{
  g_assert_cmpfloat_with_epsilon (taut_color_get_contrast (0x000000, 0xffffff), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (taut_color_get_contrast (0x767676, 0xffffff), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (taut_color_get_contrast (0x123456, 0x123456), 1, 0.001);
}

static void
test_ratios (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const TautPalette *palette = taut_palette_get (styles[i]);
      gboolean high = styles[i] == TAUT_STYLE_HIGH_CONTRAST ||
                      styles[i] == TAUT_STYLE_HIGH_CONTRAST_DARK;

      g_assert_cmpfloat (taut_color_get_contrast (palette->text, palette->canvas), >=, 12);
      g_assert_cmpfloat (taut_color_get_contrast (palette->dim_text, palette->canvas), >=, 4.5);
      g_assert_cmpfloat (taut_color_get_contrast (palette->text, palette->card), >=, 7);
      g_assert_cmpfloat (taut_color_get_contrast (palette->line, palette->skin), >=, high ? 12 : 5);
      g_assert_cmpfloat (taut_color_get_contrast (palette->line, palette->canvas), >=, 7);
      g_assert_cmpfloat (taut_color_get_contrast (palette->dot, palette->skin), >=, high ? 7 : 4.5);
      g_assert_cmpfloat (taut_color_get_contrast (palette->dot, palette->hair), >=, 3);
      g_assert_cmpfloat (taut_color_get_contrast (palette->dot, palette->cloth), >=, 4.5);
      g_assert_cmpfloat (taut_color_get_contrast (palette->accent, palette->skin), >=, high ? 7 : 3);
      g_assert_cmpfloat (taut_color_get_contrast (palette->accent, palette->canvas), >=, 3);
      g_assert_cmpfloat (taut_color_get_contrast (palette->spot_ring, palette->spot), >=, 12);
    }

  g_assert_cmpfloat (taut_color_get_contrast (taut_palette_get (TAUT_STYLE_PAPER)->accent, 0xffffff),
                     >=, 6.9);
}

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    for (guint intensity = 0; intensity <= 10; intensity++)
      {
        TautColor disc, number;

        taut_palette_get_intensity (taut_palette_get (styles[i]), intensity, &disc, &number);
        g_assert_cmpfloat (taut_color_get_contrast (disc, number), >=, 4.5);
      }
}

/* Each step stands out more from the skin, so that the ramp reads in grey. */
static void
test_ramp_runs_one_way (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const TautPalette *palette = taut_palette_get (styles[i]);
      double before = 1;

      for (guint step = 0; step < TAUT_N_RAMP_STEPS; step++)
        {
          double contrast = taut_color_get_contrast (palette->ramp[step], palette->skin);

          g_assert_cmpfloat (contrast, >, before);
          before = contrast;
        }
    }
}

static void
test_intensity_steps (void)
{
  const TautPalette *palette = taut_palette_get (TAUT_STYLE_LIGHT);
  static const guint step_of[] = { 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4 };

  for (guint intensity = 1; intensity <= 10; intensity++)
    {
      TautColor disc, number;

      taut_palette_get_intensity (palette, intensity, &disc, &number);
      g_assert_cmphex (disc, ==, palette->ramp[step_of[intensity]]);
      g_assert_cmphex (number, ==, palette->number[step_of[intensity]]);
    }
}

static void
test_outline_width (void)
{
  double before = 0;

  for (double scale = 0.05; scale < 16; scale *= 1.3)
    {
      double width = taut_palette_get_outline_width (scale);

      g_assert_cmpfloat (width, >=, 0.6);
      g_assert_cmpfloat (width, <=, 2.4);
      g_assert_cmpfloat (width, >=, before);
      before = width;
    }
}

static void
test_stylesheet (void)
{
  g_autofree char *sheet = NULL;

  /* A decimal comma would break the stylesheet. */
  setlocale (LC_ALL, "de_DE.UTF-8");
  sheet = taut_palette_format_stylesheet (taut_palette_get (TAUT_STYLE_LIGHT), 2);
  setlocale (LC_ALL, "C");

  g_assert_nonnull (strstr (sheet, "#f6efe9"));
  g_assert_nonnull (strstr (sheet, "stroke-width: 1."));
  g_assert_null (strstr (sheet, "stroke-width: 1,"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/palette/contrast-formula", test_contrast_formula);
  g_test_add_func ("/render/palette/ratios", test_ratios);
  g_test_add_func ("/render/palette/numbers", test_numbers);
  g_test_add_func ("/render/palette/ramp-runs-one-way", test_ramp_runs_one_way);
  g_test_add_func ("/render/palette/intensity-steps", test_intensity_steps);
  g_test_add_func ("/render/palette/outline-width", test_outline_width);
  g_test_add_func ("/render/palette/stylesheet", test_stylesheet);

  return g_test_run ();
}
