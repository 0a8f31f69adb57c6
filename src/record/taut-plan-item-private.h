/* taut-plan-item-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-item.h"

G_BEGIN_DECLS

struct _TautPlanItem
{
  GObject parent_instance;

  char *routine_id;
  char *rrule;
  GArray *minutes;        /* (element-type guint), rising */
  GDate start;
  GDate end;              /* not valid when there is none */
  GArray *ticks;          /* (element-type TautTick), by date and minute */
  GArray *exceptions;     /* (element-type TautException), by date and minute */
  TautDose dose;
  JsonObject *unknown;
};

/* A copy that the with_*() functions change before they hand it out; the arrays
 * are shared, since nobody changes them. */
TautPlanItem *taut_plan_item_copy (TautPlanItem *self);

G_END_DECLS
