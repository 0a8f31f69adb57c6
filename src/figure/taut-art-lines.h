/* taut-art-lines.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-vector.h"

G_BEGIN_DECLS

/**
 * TautArtKind:
 * @TAUT_ART_KIND_LINE: a line that tapers towards its ends
 * @TAUT_ART_KIND_FILL: a filled shape
 * @TAUT_ART_KIND_STRANDS: many fine lines between two guides, such as hairs
 */
typedef enum
{
  TAUT_ART_KIND_LINE,
  TAUT_ART_KIND_FILL,
  TAUT_ART_KIND_STRANDS,
} TautArtKind;

/**
 * TautArtCloth:
 * @TAUT_ART_BARE: the skin itself
 * @TAUT_ART_CLOTHED: cloth on the skin, which follows its broad form only
 */
typedef enum
{
  TAUT_ART_BARE,
  TAUT_ART_CLOTHED,
} TautArtCloth;

/* Where a line lies, without a side. */
typedef enum
{
  TAUT_ART_LIMB_TORSO,
  TAUT_ART_LIMB_HEAD,
  TAUT_ART_LIMB_ARM,
  TAUT_ART_LIMB_LEG,
} TautArtLimb;

/**
 * TautArtLine:
 * @id: its stable id, without a side
 * @style: class in the SVG, such as "contour"
 * @limb: the part of the body that it is cast upon
 * @bone: the bone that carries it
 * @last_bone: (nullable): the bone that carries its last point, when the line
 *   hands over from bone to bone
 * @within: (nullable): id of a filled shape that cuts this one
 * @points: (array length=n_points): places of the body at rest, left side, from
 *   which the line is cast
 * @ends: (nullable): for strands, the second guide, as many points as @points
 * @cast: the direction in which the eye lay that drew it; the line lands where a
 *   look against this direction first meets the skin
 * @width: widest, figure units
 * @opacity: 0 to 1
 * @taper: shares of the length over which the two ends grow thin
 * @far: how far outside the casting starts
 * @facing: least cosine between @cast and the viewer for the line to be drawn
 * @count: number of strands
 * @twin: drawn on both sides of the body
 * @only_whole: not drawn in close-ups
 * @only_close: drawn in close-ups only
 */
typedef struct
{
  char *id;
  char *style;
  TautArtKind kind;
  TautArtLimb limb;
  char *bone;
  char *last_bone;
  char *within;
  TautVector *points;
  TautVector *ends;
  guint n_points;
  TautVector cast;
  double width;
  double opacity;
  double taper[2];
  double far;
  double facing;
  guint count;
  guint twin : 1;
  guint only_whole : 1;
  guint only_close : 1;
} TautArtLine;

/* Lines are so much finer in close-ups, measured on the body. */
#define TAUT_ART_CLOSE_PEN 0.45

/**
 * TautArtCurve:
 *
 * A curve through knots with rising x, monotone between them.
 */
typedef struct
{
  double *x;
  double *y;
  guint n;
} TautArtCurve;

/**
 * TautArtLines:
 * @lines: (element-type TautArtLine): what is drawn, in painting order
 * @hairline: how far down the hair reaches (head at rest, y) by the angle around
 *   the head: 0 forehead, 180 nape
 * @ear: box of the ear at rest, left side: low corner, high corner; hair stays
 *   out of the oval in it
 * @waist: height of the underwear's upper rim, pelvis at rest
 * @hem: height of its lower rim, thigh at rest, by the angle around the thigh: 0
 *   in front, 90 outside
 *
 * The lines that a person drew, as data: face, ears, creases, nails.
 */
typedef struct
{
  GPtrArray *lines;
  TautArtCurve hairline;
  TautVector ear[2];
  double waist;
  TautArtCurve hem;
} TautArtLines;

TautArtLines *taut_art_lines_load      (GFile               *file,
                                        GError             **error);
/* Adds the lines of another file, which are drawn in close-ups only. */
gboolean      taut_art_lines_add_close (TautArtLines        *lines,
                                        GFile               *file,
                                        GError             **error);
void          taut_art_lines_free      (TautArtLines        *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautArtLines, taut_art_lines_free)

const TautArtLine *taut_art_lines_find (const TautArtLines  *lines,
                                        const char          *id);

double        taut_art_curve_get       (const TautArtCurve  *curve,
                                        double               x);

G_END_DECLS
