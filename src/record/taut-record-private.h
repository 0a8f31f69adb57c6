/* taut-record-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-change.h"
#include "taut-history.h"
#include "taut-record.h"

G_BEGIN_DECLS

struct _TautRecord
{
  GObject parent_instance;

  char *id;
  char *client_name;
  char *client_figure;            /* empty where it was never said */
  GListStore *marks;
  GListStore *plan;
  GListStore *own_routines;
  GHashTable *marks_by_id;        /* id to TautMark; the values own their keys */
  GHashTable *plan_by_routine;    /* id to TautPlanItem */
  GHashTable *own_by_id;          /* id to TautOwnRoutine */
  TautProfile *profile;
  TautHistory *history;
  JsonObject *unknown;
};

/* Makes @change, which it takes over, and tells of it. */
void  taut_record_push          (TautRecord *self,
                                 TautChange *change,
                                 gboolean    merge);

/* Where @value lies; the end for %NULL. */
guint taut_record_find_position (GListStore *list,
                                 gpointer    value);

G_END_DECLS
