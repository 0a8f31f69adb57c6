/* test-cell-set.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-cell-set.h"

static void
test_new (void)
{
  static const guint32 cells[] = { 7, 3, 7, 9, 4, 3 };
  static const float weights[] = { 0.25f, 0.5f, 0.75f, 0, 2, 0.125f };
  g_autoptr (TautCellSet) set = taut_cell_set_new (cells, weights, G_N_ELEMENTS (cells));

  g_assert_cmpuint (set->n_cells, ==, 3);
  g_assert_cmpuint (set->cells[0], ==, 3);
  g_assert_cmpuint (set->cells[1], ==, 4);
  g_assert_cmpuint (set->cells[2], ==, 7);
  g_assert_cmpfloat (set->weights[0], ==, 0.5f);
  g_assert_cmpfloat (set->weights[1], ==, 1);
  g_assert_cmpfloat (set->weights[2], ==, 0.75f);
}

static void
test_empty (void)
{
  g_autoptr (TautCellSet) set = taut_cell_set_new (NULL, NULL, 0);
  g_autoptr (TautCellSet) both = taut_cell_set_unite (set, set);

  g_assert_cmpuint (set->n_cells, ==, 0);
  g_assert_cmpuint (both->n_cells, ==, 0);
  g_assert_cmpfloat (taut_cell_set_get_weight (set, 0), ==, 0);
}

/* Against an array that holds every cell. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      float plain[2][64] = { { 0, }, };
      TautCellSet *sets[2];
      g_autoptr (TautCellSet) united = NULL;
      guint n_expected = 0;

      for (guint k = 0; k < 2; k++)
        {
          guint32 cells[40];
          float weights[40];
          guint n_cells = g_test_rand_int_range (0, 41);

          for (guint i = 0; i < n_cells; i++)
            {
              cells[i] = g_test_rand_int_range (0, 64);
              weights[i] = g_test_rand_int_range (1, 9) / 8.0f;
              plain[k][cells[i]] = MAX (plain[k][cells[i]], weights[i]);
            }
          sets[k] = taut_cell_set_new (cells, weights, n_cells);
        }

      united = taut_cell_set_unite (sets[0], sets[1]);
      for (guint cell = 0; cell < 64; cell++)
        {
          float expected = MAX (plain[0][cell], plain[1][cell]);

          n_expected += expected > 0;
          g_assert_cmpfloat (taut_cell_set_get_weight (sets[0], cell), ==, plain[0][cell]);
          g_assert_cmpfloat (taut_cell_set_get_weight (united, cell), ==, expected);
        }
      g_assert_cmpuint (united->n_cells, ==, n_expected);
      for (guint i = 1; i < united->n_cells; i++)
        g_assert_cmpuint (united->cells[i - 1], <, united->cells[i]);

      taut_cell_set_free (sets[0]);
      taut_cell_set_free (sets[1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/cell-set/new", test_new);
  g_test_add_func ("/figure/cell-set/empty", test_empty);
  g_test_add_func ("/figure/cell-set/random", test_random);

  return g_test_run ();
}
