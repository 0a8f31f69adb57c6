/* taut-cube-case.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAUT_N_CUBE_CASES 256
#define TAUT_N_CUBE_EDGES 12
#define TAUT_MAX_CUBE_LOOPS 4

/**
 * TautCubeCase:
 * @loop: the loop to which each edge belongs, or -1
 * @n_loops: how many sheets of skin pass through the cube
 *
 * How skin passes through a cube of which some corners are inside. Corners: bit
 * 0 is x, 1 is y, 2 is z. Edge a * 4 + b runs along axis a; b has the bits of
 * the next two axes in turn.
 */
typedef struct
{
  gint8 loop[TAUT_N_CUBE_EDGES];
  guint8 n_loops;
} TautCubeCase;

/* @inside has a bit for each corner. */
void taut_cube_case_init   (TautCubeCase *self,
                            guint         inside);

/* The corners at the ends of an edge. */
void taut_cube_get_corners (guint         edge,
                            guint        *low,
                            guint        *high);

G_END_DECLS
