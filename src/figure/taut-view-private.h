/* taut-view-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin-map.h"
#include "taut-skin-private.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautViewSample:
 *
 * A sample of the map with its place in the map.
 */
typedef struct
{
  guint32 sample;
  guint16 column;
  guint16 row;
} TautViewSample;

struct _TautView
{
  gatomicrefcount ref_count;
  const char *id;
  const char *source;
  TautViewFacing facing;
  gboolean mirrored;
  TautSkin *skin;
  TautSkinMap *map;

  /* The samples of each cell of the skin, made when first asked for. */
  GMutex lock;
  guint32 *starts;
  TautViewSample *samples;
};

/* The samples that show a cell, in the map as it is stored; a mirrored view
 * asks for the mirror cell. */
const TautViewSample *taut_view_get_samples   (TautView *view,
                                               guint     cell,
                                               guint    *n_samples);

static inline guint
taut_view_enter_map (const TautView *view,
                     guint           cell)
{
  return view->mirrored ? taut_skin_get_mirror_cell (view->skin, cell) : cell;
}

G_END_DECLS
