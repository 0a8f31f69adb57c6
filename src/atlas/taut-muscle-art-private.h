/* taut-muscle-art-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-muscle-art.h"
#include "taut-outline.h"

G_BEGIN_DECLS

/* Distance of samples of a view of the whole body, figure units. */
#define COARSEST_STEP 0.5

/* Fields end at these; at the rim of the body the border runs so near to the last
 * sample as they tell. */
#define OUTSIDE -6.0f
#define INSIDE 1.5f

typedef struct
{
  TautVector position;
  guint cell;
  gboolean seen;
} TautSightSample;

struct _TautMuscleArt
{
  TautView *view;
  TautSkin *skin;
  double x;
  double y;
  double step;
  guint width;
  guint height;
  TautSightSample *samples;

  /* The samples of each cell. */
  guint *starts;
  guint *places;

  /* Scratch: cells that a sheet can reach. */
  guint8 *near;
};

/* The samples that a sheet reaches, as a raster of its own. */
typedef struct
{
  TautMuscleArt *art;
  const TautMuscleSheet *sheet;
  gboolean mirrored;
  guint left;
  guint top;
  guint width;
  guint height;
  TautSheetPlace *places;
  TautOutlinePoint *points;   /* of each vertex */
  gboolean *seen;
} TautMuscleSight;

/* Looks for a sheet; FALSE when the view shows nothing of where it lies. */
gboolean taut_muscle_sight_look  (TautMuscleSight *sight);
void     taut_muscle_sight_clear (TautMuscleSight *sight);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TautMuscleSight, taut_muscle_sight_clear)

G_END_DECLS
