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
 * TautViewRun:
 *
 * Samples side by side in a row of the map that show the same cell, with their place
 * in the map.
 */
typedef struct
{
  guint32 first;
  guint16 column;
  guint16 row;
  guint16 length;
} TautViewRun;

struct _TautView
{
  gatomicrefcount ref_count;
  const char *id;
  const char *figure;
  const TautStoredView *stored;
  TautViewPart part;
  TautViewFacing facing;
  gboolean mirrored;
  TautSkin *skin;
  /* Only its header can be read before taut_view_get_map(). */
  TautSkinMap *map;

  /* The runs of each cell of the skin, made when first asked for. */
  GMutex lock;
  int unpacked;
  int indexed;
  guint32 *starts;
  TautViewRun *runs;
};

/* The map, unpacked. */
const TautSkinMap *taut_view_get_map          (TautView *view);

/* The runs that show a cell, in the map as it is stored; a mirrored view asks for
 * the mirror cell. */
const TautViewRun *taut_view_get_runs         (TautView *view,
                                               guint     cell,
                                               guint    *n_runs);

static inline guint
taut_view_enter_map (const TautView *view,
                     guint           cell)
{
  return view->mirrored ? taut_skin_get_mirror_cell (view->skin, cell) : cell;
}

G_END_DECLS
