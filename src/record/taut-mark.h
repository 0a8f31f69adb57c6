/* taut-mark.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "taut-skin-point.h"

G_BEGIN_DECLS

/**
 * TautMark:
 *
 * A tender spot that a person marked: an immutable value. Changing one makes a
 * new mark with the same id.
 */
#define TAUT_TYPE_MARK (taut_mark_get_type ())

G_DECLARE_FINAL_TYPE (TautMark, taut_mark, TAUT, MARK, GObject)

#define TAUT_MARK_INTENSITY_MAX 10

/* @point_id is the atlas point that the mark was taken for, or NULL for a plain
 * tender spot. @time is when it was made. */
TautMark            *taut_mark_new            (const char          *id,
                                               const char          *point_id,
                                               const TautSkinPoint *at,
                                               guint                intensity,
                                               GDateTime           *time);
TautMark            *taut_mark_with_place     (TautMark            *self,
                                               const TautSkinPoint *at);
TautMark            *taut_mark_with_intensity (TautMark            *self,
                                               guint                intensity);

const char          *taut_mark_get_id         (TautMark            *self);
const char          *taut_mark_get_point_id   (TautMark            *self);
TautSide             taut_mark_get_side       (TautMark            *self);
const TautSkinPoint *taut_mark_get_place      (TautMark            *self);
guint                taut_mark_get_intensity  (TautMark            *self);
GDateTime           *taut_mark_get_time       (TautMark            *self);

/* What a file said of the mark beyond this (quality, depth, keys of other
 * versions); kept by every change. Not to be changed once given. (nullable) */
JsonObject          *taut_mark_get_unknown    (TautMark            *self);
TautMark            *taut_mark_with_unknown   (TautMark            *self,
                                               JsonObject          *unknown);

gboolean             taut_mark_equal          (TautMark            *a,
                                               TautMark            *b);

G_END_DECLS
