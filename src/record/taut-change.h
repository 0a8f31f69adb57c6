/* taut-change.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-mark.h"
#include "taut-plan-item.h"

G_BEGIN_DECLS

typedef enum
{
  TAUT_CHANGE_NAME,
  TAUT_CHANGE_MARK,
  TAUT_CHANGE_PLAN_ITEM,
} TautChangeKind;

/**
 * TautChange:
 * @kind: what is changed
 * @position: in its list
 * @before: the value before, %NULL for none: then it is added
 * @after: the value after, %NULL for none: then it is removed
 * @label: what a menu calls it: "Move Mark"
 *
 * One change of a record, which holds all that is needed to make it and to take
 * it back. Values are #TautMark or #TautPlanItem, or texts for the name.
 */
typedef struct
{
  TautChangeKind kind;
  guint position;
  gpointer before;
  gpointer after;
  const char *label;
} TautChange;

TautChange *taut_change_new_name      (const char    *before,
                                       const char    *after);
TautChange *taut_change_new_mark      (guint          position,
                                       TautMark      *before,
                                       TautMark      *after);
TautChange *taut_change_new_plan_item (guint          position,
                                       TautPlanItem  *before,
                                       TautPlanItem  *after);
void        taut_change_free          (TautChange    *change);

/* The functions that a history asks for. */
gboolean    taut_change_merge         (TautChange       *before,
                                       const TautChange *following);
gboolean    taut_change_is_void       (const TautChange *change);

G_END_DECLS
