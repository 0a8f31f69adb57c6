/* taut-figure.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-lattice.h"
#include "taut-side.h"

G_BEGIN_DECLS

/**
 * TautFigure:
 *
 * The parametric body as data: joint tree, cross-section tables, strands and
 * ellipsoids with their bones, builds, poses. Loaded from `resources/figure`.
 * Immutable, counted, may be shared between threads.
 */
typedef struct _TautFigure TautFigure;

/**
 * TautRig:
 *
 * A figure of one build in one pose, seen by one camera: every bone knows how it
 * carries points of the body at rest into camera space. The camera is only the
 * root's transform.
 */
typedef struct _TautRig TautRig;

/* Each part has a distance field of its own; they meet only in the picture. */
typedef enum
{
  TAUT_PART_TORSO,
  TAUT_PART_HEAD,
  TAUT_PART_ARM_LEFT,
  TAUT_PART_ARM_RIGHT,
  TAUT_PART_LEG_LEFT,
  TAUT_PART_LEG_RIGHT,
} TautPart;

#define TAUT_N_PARTS 6

/* Bones of one skin point; weights add up to 1, unused ones are 0. */
#define TAUT_MAX_BONES 6

typedef struct
{
  guint bone[TAUT_MAX_BONES];
  float weight[TAUT_MAX_BONES];
} TautSkinWeights;

typedef struct
{
  TautVector low;
  TautVector high;
} TautBox;

#define TAUT_FIGURE_ERROR (taut_figure_error_quark ())

typedef enum
{
  TAUT_FIGURE_ERROR_DATA,
  TAUT_FIGURE_ERROR_UNKNOWN,
} TautFigureError;

GQuark       taut_figure_error_quark (void);

/* @folder holds skeleton.json, body.json, builds.json, poses.json. */
TautFigure  *taut_figure_load        (GFile             *folder,
                                      GError           **error);
TautFigure  *taut_figure_ref         (TautFigure        *figure);
void         taut_figure_unref       (TautFigure        *figure);

/**
 * taut_rig_new:
 * @figure: the figure
 * @build: id of a build, such as "neutral"
 * @pose: id of a pose, such as "rest" (anatomical position) or "standing-side"
 * @yaw: degrees by which the camera walks around the body; 0 sees the front,
 *   180 the back, -90 its left side
 * @elevation: degrees by which the camera looks down
 * @error: return location of an error
 *
 * Returns: (transfer full) (nullable): the rig
 */
TautRig     *taut_rig_new            (TautFigure        *figure,
                                      const char        *build,
                                      const char        *pose,
                                      double             yaw,
                                      double             elevation,
                                      GError           **error);
void         taut_rig_free           (TautRig           *rig);

/* Bones are numbered over both sides; names are as in the data with side, such
 * as "head" or "humerus.left". */
guint        taut_rig_get_n_bones    (TautRig           *rig);
const char  *taut_rig_get_bone_name  (TautRig           *rig,
                                      guint              bone);
gboolean     taut_rig_find_bone      (TautRig           *rig,
                                      const char        *name,
                                      guint             *bone);

/* A place of the body at rest, carried by one bone, or by several. */
TautVector   taut_rig_carry          (TautRig           *rig,
                                      guint              bone,
                                      TautVector         rest);
TautVector   taut_rig_carry_weighted (TautRig               *rig,
                                      const TautSkinWeights *weights,
                                      TautVector             rest);
/* The other way: a place in camera space to the rest coordinates of a bone. */
TautVector   taut_rig_uncarry        (TautRig           *rig,
                                      guint              bone,
                                      TautVector         camera);

/**
 * taut_rig_weigh:
 * @rig: a rig in the pose "rest"
 * @part: the part whose skin is meant
 * @rest: a place on the skin at rest
 * @weights: (out): which bones carry it
 *
 * Weights come from the strands, lofts and ellipsoids that make the skin there:
 * near ones count more, and a strand hands over from bone to bone along its
 * length, so that the weights blend across joints.
 */
void         taut_rig_weigh          (TautRig           *rig,
                                      TautPart           part,
                                      TautVector         rest,
                                      TautSkinWeights   *weights);

/* Box around a part in camera space, a little larger than the skin. */
TautBox      taut_rig_get_box        (TautRig           *rig,
                                      TautPart           part);

/* The distance field of a part. @clip may be NULL. Threads do not change the
 * result. */
TautLattice *taut_rig_sample         (TautRig           *rig,
                                      TautPart           part,
                                      double             step,
                                      const TautBox     *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautFigure, taut_figure_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautRig, taut_rig_free)

G_END_DECLS
