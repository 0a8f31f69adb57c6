/* taut-screening-state.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/* What the page Care shows first. */
typedef enum
{
  TAUT_GATE_OPEN,         /* the plan */
  TAUT_GATE_SIGNS,        /* warning signs that nobody was asked yet */
  TAUT_GATE_ALARM,        /* one of them is there */
} TautGate;

TautGate     taut_gate_get          (TautAtlas  *atlas,
                                     TautRecord *record);

/**
 * TautSignTopic:
 * @title: "Headache"
 * @signs: (element-type TautQuestion): borrowed from the atlas
 */
typedef struct
{
  char *title;
  GPtrArray *signs;
} TautSignTopic;

/**
 * TautSignsState:
 * @introduction: "You marked 2 spots. Is one of these true today?"
 * @topics: (element-type TautSignTopic): gravest first
 *
 * The card of warning signs, computed from values alone.
 */
typedef struct
{
  char *introduction;
  GPtrArray *topics;
} TautSignsState;

TautSignsState *taut_signs_state_new (TautAtlas      *atlas,
                                      TautRecord     *record);
void         taut_signs_state_free   (TautSignsState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautSignsState, taut_signs_state_free)

/* Whether both ask the same in the same order. */
gboolean     taut_signs_state_equal  (const TautSignsState *a,
                                      const TautSignsState *b);

/* The answers to all signs that @state asks: yes to those in @true_signs (ids, a
 * set), no to the others. (transfer full) */
TautProfile *taut_signs_state_answer (const TautSignsState *state,
                                      TautProfile    *profile,
                                      GHashTable     *true_signs);

/**
 * TautAlarmState:
 * @emergency: the gravest sign is one
 * @title: "Get help now"
 * @advice: what to do, the gravest sign first
 * @signs: what was said to be true
 *
 * What is said when a warning sign is there.
 */
typedef struct
{
  gboolean emergency;
  char *title;
  char *advice;
  char *signs;
} TautAlarmState;

/* %NULL when no warning sign is there. */
TautAlarmState *taut_alarm_state_new (TautAtlas      *atlas,
                                      TautRecord     *record);
void         taut_alarm_state_free   (TautAlarmState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautAlarmState, taut_alarm_state_free)

/* The profile with another answer to every sign that was answered with yes: none, as
 * when it was a mistake, or no, as after a doctor has looked. (transfer full) */
TautProfile *taut_alarm_state_settle (TautAtlas      *atlas,
                                      TautRecord     *record,
                                      TautAnswer      answer);

G_END_DECLS
