/* taut-own-routine.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "taut-plan-item.h"

G_BEGIN_DECLS

/**
 * TautOwnRoutine:
 *
 * A routine that a person wrote: an immutable value. Its id is "own." and a UUID,
 * so that it never meets one of the atlas.
 */
#define TAUT_TYPE_OWN_ROUTINE (taut_own_routine_get_type ())

G_DECLARE_FINAL_TYPE (TautOwnRoutine, taut_own_routine, TAUT, OWN_ROUTINE, GObject)

#define TAUT_OWN_ROUTINE_PREFIX "own."
#define TAUT_OWN_ROUTINE_PICTURE_MAX (2 * 1024 * 1024)

#define TAUT_OWN_ROUTINE_MINUTES_MAX (24 * 60)

/* Whether bytes can be a picture: begin as a PNG or JPEG file does and are not too
 * many. */
gboolean        taut_own_routine_is_picture   (GBytes          *bytes);

/* @steps: one a line. @dose: zeros for what is not said. @minutes: one session.
 * @picture: (nullable): a PNG or JPEG file, at most TAUT_OWN_ROUTINE_PICTURE_MAX
 * bytes; in a record it is base64. */
TautOwnRoutine *taut_own_routine_new          (const char      *id,
                                               const char      *name,
                                               const char      *steps,
                                               const TautDose  *dose,
                                               guint            minutes,
                                               GBytes          *picture);
const char     *taut_own_routine_get_id       (TautOwnRoutine  *self);
const char     *taut_own_routine_get_name     (TautOwnRoutine  *self);
const char     *taut_own_routine_get_steps    (TautOwnRoutine  *self);
const TautDose *taut_own_routine_get_dose     (TautOwnRoutine  *self);
guint           taut_own_routine_get_minutes  (TautOwnRoutine  *self);
GBytes         *taut_own_routine_get_picture  (TautOwnRoutine  *self);

JsonObject     *taut_own_routine_get_unknown  (TautOwnRoutine  *self);
TautOwnRoutine *taut_own_routine_with_unknown (TautOwnRoutine  *self,
                                               JsonObject      *unknown);
gboolean        taut_own_routine_equal        (TautOwnRoutine  *a,
                                               TautOwnRoutine  *b);

G_END_DECLS
