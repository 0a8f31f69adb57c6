/* taut-art-tone.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-art-lines.h"
#include "taut-art-map.h"
#include "taut-outline.h"

G_BEGIN_DECLS

/**
 * TautArtTone:
 * @width: columns
 * @height: rows
 * @step: distance between samples
 * @x0: view x of the first column
 * @y0: view y of the first row
 * @dark: 0 in full light, towards 1 in the shade; carried on a little beyond the
 *   body, so that shapes can be cut clean at the outline
 * @fineness: 1, or less in a close-up, whose forms are smaller
 * @near: 1 on the body and as far around it as @dark was carried
 *
 * How dark the skin is drawn, on a raster coarser than the map's.
 */
typedef struct
{
  int width;
  int height;
  double step;
  double x0;
  double y0;
  double fineness;
  float *dark;
  guint8 *near;
} TautArtTone;

/* Direction towards the light: from the viewer's upper left. */
extern const TautVector TAUT_ART_LIGHT;

TautArtTone *taut_art_tone_new   (const TautArtMap  *map,
                                  TautVector         light,
                                  gboolean           close_up,
                                  TautArtCloth       cloth);
void         taut_art_tone_free  (TautArtTone       *tone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautArtTone, taut_art_tone_free)

/* Levels at which shapes are stacked, lightest first. */
#define TAUT_ART_N_TONES 7
#define TAUT_ART_N_CLOSE_TONES 14

guint        taut_art_tone_get_n_levels (const TautArtTone *tone);
double       taut_art_tone_get_level    (const TautArtTone *tone,
                                         guint              i);

/**
 * taut_art_tone_trace:
 * @tone: a tone
 * @level: how dark at least
 * @within: (nullable): one number per sample, above 0 where shade may lie
 *
 * Returns: (transfer full): the smoothed border of the shade
 */
TautOutline *taut_art_tone_trace (const TautArtTone *tone,
                                  double             level,
                                  const float       *within);

G_END_DECLS
