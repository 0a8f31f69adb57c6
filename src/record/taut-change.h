/* taut-change.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-mark.h"
#include "taut-own-routine.h"
#include "taut-plan-item.h"
#include "taut-profile.h"

G_BEGIN_DECLS

typedef enum
{
  TAUT_CHANGE_NAME,
  TAUT_CHANGE_FIGURE,     /* the client's, to be shown on the chart */
  TAUT_CHANGE_MARK,
  TAUT_CHANGE_PLAN_ITEM,
  TAUT_CHANGE_OWN_ROUTINE,
  TAUT_CHANGE_PROFILE,
  TAUT_CHANGE_ORDER,      /* of the plan */
  TAUT_CHANGE_GROUP,
} TautChangeKind;

/**
 * TautChange:
 * @kind: what is changed
 * @position: in its list
 * @before: the value before, %NULL for none: then it is added
 * @after: the value after, %NULL for none: then it is removed
 * @target: the position that an item of the plan moves to
 * @parts: (element-type TautChange): of a group, in the order of making
 * @label: what a menu calls it: "Move Mark"
 *
 * One change of a record, which holds all that is needed to make it and to take
 * it back. Values are of the type that the kind names, or texts for name and figure.
 */
typedef struct
{
  TautChangeKind kind;
  guint position;
  gpointer before;
  gpointer after;
  guint target;
  GPtrArray *parts;
  const char *label;
} TautChange;

TautChange *taut_change_new_name      (const char    *before,
                                       const char    *after);
TautChange *taut_change_new_figure    (const char    *before,
                                       const char    *after);
TautChange *taut_change_new_mark      (guint          position,
                                       TautMark      *before,
                                       TautMark      *after);
TautChange *taut_change_new_plan_item (guint          position,
                                       TautPlanItem  *before,
                                       TautPlanItem  *after);
TautChange *taut_change_new_own_routine (guint           position,
                                       TautOwnRoutine *before,
                                       TautOwnRoutine *after);
TautChange *taut_change_new_profile   (TautProfile   *before,
                                       TautProfile   *after);
TautChange *taut_change_new_order     (guint          position,
                                       guint          target);
/* Takes over @parts. */
TautChange *taut_change_new_group     (GPtrArray     *parts,
                                       const char    *label);
void        taut_change_free          (TautChange    *change);

/* The functions that a history asks for. */
gboolean    taut_change_merge         (TautChange       *before,
                                       const TautChange *following);
gboolean    taut_change_is_void       (const TautChange *change);

G_END_DECLS
