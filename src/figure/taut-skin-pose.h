/* taut-skin-pose.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin-builder.h"

G_BEGIN_DECLS

/**
 * TautSkinPose:
 *
 * The mesh of the skin with the bones that carry it, ready to be put into any
 * pose.
 */
typedef struct _TautSkinPose TautSkinPose;

/**
 * TautSkinPoseReport:
 * @median: of the distances of the carried mesh from the posed skin
 * @most: the 95th percentile of them
 * @snapped: the same percentile after snapping
 *
 * How well the carried skin lies on the posed body, figure units.
 */
typedef struct
{
  double median;
  double most;
  double snapped;
} TautSkinPoseReport;

/* Keeps @builder, which must live as long. @rest is its neutral rig at rest. */
TautSkinPose *taut_skin_pose_new   (const TautSkinBuilder *builder,
                                    TautRig               *rest);
void          taut_skin_pose_free  (TautSkinPose          *pose);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSkinPose, taut_skin_pose_free)

/**
 * taut_skin_pose_carry:
 * @pose: a skin
 * @rig: the pose
 * @field: the fields of all six parts of the posed body
 * @report: (out) (optional): how well it went
 *
 * Returns: (transfer full): where the vertices of the left half are, then those
 *   of the right half
 */
TautVector   *taut_skin_pose_carry (const TautSkinPose    *pose,
                                    TautRig               *rig,
                                    const TautBodyField   *field,
                                    TautSkinPoseReport    *report);

G_END_DECLS
