/* taut-marks-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautMarkEntry:
 * @key: the id of the mark
 * @title: "Upper trapezius, front edge, right"
 * @subtitle: the area it lies in
 * @point: (nullable): the point of the atlas that it is
 * @side: of the body
 */
typedef struct
{
  char *key;
  char *title;
  char *subtitle;
  const TautPoint *point;
  TautSide side;
  guint intensity;
} TautMarkEntry;

/**
 * TautNoticeEntry:
 * @key: "signs", "alarm", "emergency" or "heed"
 * @title: "When to get help now"
 * @text: all notices of this kind, one below the other
 * @tier: the gravest of them
 * @expanded: whether it is to be read at once
 * @asks: whether it leads to questions
 */
typedef struct
{
  char *key;
  char *title;
  char *text;
  TautTier tier;
  gboolean expanded;
  gboolean asks;
} TautNoticeEntry;

/**
 * TautMarksState:
 * @entries: (element-type TautMarkEntry)
 * @notices: (element-type TautNoticeEntry): gravest first
 * @progress: "3 spots", or empty
 *
 * All that the page Marks shows, computed from values alone.
 */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *notices;
  char *progress;
} TautMarksState;

TautMarksState *taut_marks_state_new  (TautAtlas      *atlas,
                                       TautRecord     *record);
void            taut_marks_state_free (TautMarksState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautMarksState, taut_marks_state_free)

/* How strong in a word: "no pain", "mild", "moderate", "strong", "very strong". */
const char     *taut_marks_state_describe_intensity (guint intensity);

G_END_DECLS
