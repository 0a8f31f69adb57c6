/* taut-skin-point.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-json.h"
#include "taut-side.h"

G_BEGIN_DECLS

/**
 * TautSegment:
 *
 * The parts of the body that have an axis of their own. Ids, as in the data:
 * head ear neck trunk upperarm forearm hand thumb index middle ring little
 * thigh leg foot toe_1 toe_2 toe_3 toe_4 toe_5.
 */
typedef enum
{
  TAUT_SEGMENT_HEAD,
  TAUT_SEGMENT_EAR,
  TAUT_SEGMENT_NECK,
  TAUT_SEGMENT_TRUNK,
  TAUT_SEGMENT_UPPERARM,
  TAUT_SEGMENT_FOREARM,
  TAUT_SEGMENT_HAND,
  TAUT_SEGMENT_THUMB,
  TAUT_SEGMENT_INDEX,
  TAUT_SEGMENT_MIDDLE,
  TAUT_SEGMENT_RING,
  TAUT_SEGMENT_LITTLE,
  TAUT_SEGMENT_THIGH,
  TAUT_SEGMENT_LEG,
  TAUT_SEGMENT_FOOT,
  TAUT_SEGMENT_TOE_1,
  TAUT_SEGMENT_TOE_2,
  TAUT_SEGMENT_TOE_3,
  TAUT_SEGMENT_TOE_4,
  TAUT_SEGMENT_TOE_5,
} TautSegment;

#define TAUT_N_SEGMENTS 20

const char *taut_segment_get_id   (TautSegment   segment);
gboolean    taut_segment_from_id  (const char   *id,
                                   TautSegment  *segment);

/**
 * TautSkinPoint:
 * @segment: the part of the body
 * @side: its side; on head, neck and trunk the half that positive @theta means
 * @u: 0 at the proximal, 1 at the distal end of the segment's axis; from there
 *   the polar caps reach to -0.25 and 1.25
 * @theta: degrees around the axis: 0 anterior, 90 lateral, 180 posterior, -90
 *   medial; hand and fingers: 0 palm, 90 thumb side; foot and toes: 0 top, 90
 *   outer border, 180 sole; ear: 0 outer face, 180 back
 *
 * An address on the skin that holds for every figure, pose and view. Values a
 * little outside a segment land on its neighbour.
 */
typedef struct
{
  TautSegment segment;
  TautSide side;
  double u;
  double theta;
} TautSkinPoint;

/**
 * TautStrokePoint:
 * @at: a place on the skin
 * @radius: half the width of the brush there, in mm
 */
typedef struct
{
  TautSkinPoint at;
  double radius;
} TautStrokePoint;

/**
 * TautStroke:
 * @points: the stations of the stroke, @n_points of them, at least one
 *
 * A soft brush line on the skin. Painted pain, referral zones and named areas
 * are all lists of strokes.
 */
typedef struct
{
  TautStrokePoint *points;
  guint n_points;
} TautStroke;

TautStroke    *taut_stroke_new            (const TautStrokePoint  *points,
                                           guint                   n_points);
TautStroke    *taut_stroke_copy           (const TautStroke       *stroke);
void           taut_stroke_free           (TautStroke             *stroke);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautStroke, taut_stroke_free)

/* The same place or stroke on the other half of the body. */
TautSkinPoint  taut_skin_point_mirror     (const TautSkinPoint    *point);
TautStroke    *taut_stroke_mirror         (const TautStroke       *stroke);

/* Data files write a skin point as ["neck", 0.6, 118] (left side implied) and a
 * stroke as an array of [segment, u, theta, radius_mm]. Records write
 * {"segment", "side", "u", "theta"}; strokes there are arrays of
 * {"at", "radius"}. */
gboolean       taut_skin_point_from_array (JsonArray              *array,
                                           const char             *where,
                                           const char             *member,
                                           TautSkinPoint          *point,
                                           GError                **error);
TautStroke    *taut_stroke_from_array     (JsonArray              *array,
                                           const char             *where,
                                           const char             *member,
                                           GError                **error);
gboolean       taut_skin_point_from_object (JsonObject            *object,
                                           const char             *where,
                                           TautSkinPoint          *point,
                                           GError                **error);
JsonObject    *taut_skin_point_to_object  (const TautSkinPoint    *point);

G_END_DECLS
