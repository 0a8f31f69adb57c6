/* taut-atlas-check-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas-private.h"

G_BEGIN_DECLS

/* Appends a line to @problems. */
void taut_atlas_complain     (GPtrArray         *problems,
                              const char        *format,
                              ...) G_GNUC_PRINTF (2, 3);

void taut_atlas_check_stroke (TautAtlas         *self,
                              const TautStroke  *stroke,
                              const char        *file,
                              const char        *id,
                              const char        *member,
                              GPtrArray         *problems);

void taut_atlas_check_zones  (TautAtlas         *self,
                              GPtrArray         *problems);
void taut_atlas_check_routines (TautAtlas       *self,
                              GPtrArray         *problems);

void taut_atlas_check_shapes (TautAtlas         *self,
                              GPtrArray         *problems);

/* Questions that nothing uses, and rules that nothing falls under. */
void taut_atlas_check_precautions (TautAtlas    *self,
                              GPtrArray         *problems);

/* The part of the consistency rule that concerns one point. */
void taut_atlas_check_point  (TautAtlas         *self,
                              const TautPoint   *point,
                              GPtrArray         *problems);

G_END_DECLS
