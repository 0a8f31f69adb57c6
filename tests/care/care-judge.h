/* care-judge.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-record.h"

/* An independent reading of precautions: slow and direct, from the JSON texts
 * themselves, without anything of the room that it judges. */

typedef struct
{
  gboolean refused;       /* left out, or referred */
  guint pressure;         /* the most that rules allow, 0: no limit */
  guint hold;
  guint repetitions;
} CareJudgement;

void          care_judge_init         (void);
void          care_judge_clear        (void);

CareJudgement care_judge_routine      (TautRecord *record,
                                       TautAtlas  *atlas,
                                       const char *routine_id);

/* Whether the routine is for one of the marks. */
gboolean      care_judge_is_for_marks (TautRecord *record,
                                       TautAtlas  *atlas,
                                       const char *routine_id);

/* Whether the things are at hand, or something serves instead. */
gboolean      care_judge_has_things   (TautRecord *record,
                                       const char *routine_id);

/* The least minutes in which three routines of three kinds of care could be done
 * once, none of them refused by anybody; G_MAXUINT when there are no three. */
guint         care_judge_find_three   (TautRecord *record,
                                       TautAtlas  *atlas);

/* Whether two routines are for a muscle in common, or for a group of muscles. */
gboolean      care_judge_share        (const char *routine_id,
                                       const char *other_id);

/* In the order of doing. */
guint         care_judge_rank         (const char *routine_id);

/* Minutes of a session at the usual dose. */
guint         care_judge_minutes      (const char *routine_id);
