/* taut-record.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "taut-mark.h"
#include "taut-own-routine.h"
#include "taut-plan-item.h"
#include "taut-profile.h"

G_BEGIN_DECLS

/**
 * TautRecord:
 *
 * All that is kept of one client: name, marks, plan. Only the record changes its
 * data, and every change goes through its history, so that it can be undone.
 *
 * Properties: "can-undo", "can-redo" (boolean), "undo-label", "redo-label"
 * (string, English: "Add Mark"), "client-name" (string).
 * Signal: "changed", once after every change, also by undo and redo.
 */
#define TAUT_TYPE_RECORD (taut_record_get_type ())

G_DECLARE_FINAL_TYPE (TautRecord, taut_record, TAUT, RECORD, GObject)

TautRecord   *taut_record_new                (const char     *id);

const char   *taut_record_get_id             (TautRecord     *self);
const char   *taut_record_get_client_name    (TautRecord     *self);
void          taut_record_set_client_name    (TautRecord     *self,
                                              const char     *name);

/* Which figure the charts of this client show, such as "feminine"; empty where it was
 * never said. Marks do not depend on it. */
const char   *taut_record_get_client_figure  (TautRecord     *self);
void          taut_record_set_client_figure  (TautRecord     *self,
                                              const char     *figure);
/* Both in one step of the history. */
void          taut_record_set_client         (TautRecord     *self,
                                              const char     *name,
                                              const char     *figure);

/* (element-type TautMark), in the order of making. Both lists live as long as
 * the record and tell their changes. */
GListModel   *taut_record_get_marks          (TautRecord     *self);
GListModel   *taut_record_get_plan           (TautRecord     *self);

TautMark     *taut_record_find_mark          (TautRecord     *self,
                                              const char     *mark_id);
TautPlanItem *taut_record_find_plan_item     (TautRecord     *self,
                                              const char     *routine_id);

/* Put a mark in: a new one at the end, one with a known id in its place. A value
 * that says nothing new is no change. Put with @merge, a change of the same kind
 * to the same mark as the last one joins its step of the history: the first
 * change of a gesture comes without @merge, the following ones with it. */
void          taut_record_put_mark           (TautRecord     *self,
                                              TautMark       *mark,
                                              gboolean        merge);
void          taut_record_remove_mark        (TautRecord     *self,
                                              const char     *mark_id);

/* The same for the plan; an item is known by its routine. */
void          taut_record_put_plan_item      (TautRecord     *self,
                                              TautPlanItem   *item);
void          taut_record_remove_plan_item   (TautRecord     *self,
                                              const char     *routine_id);

/* Puts the item of @routine_id at @position of the plan. */
void          taut_record_move_plan_item     (TautRecord     *self,
                                              const char     *routine_id,
                                              guint           position);

/* Several items in one step of the history, as when a plan is taken over whole.
 * @items: (element-type TautPlanItem) */
void          taut_record_put_plan_items     (TautRecord     *self,
                                              GPtrArray      *items);

/* (transfer none): never %NULL */
TautProfile  *taut_record_get_profile        (TautRecord     *self);
void          taut_record_set_profile        (TautRecord     *self,
                                              TautProfile    *profile);

/* The same for a form: what is changed in it after its first change joins that step of
 * the history. @opened: the profile that the form began with. */
void          taut_record_revise_profile     (TautRecord     *self,
                                              TautProfile    *opened,
                                              TautProfile    *profile);

/* (element-type TautOwnRoutine), in the order of making. */
GListModel   *taut_record_get_own_routines   (TautRecord     *self);
TautOwnRoutine *taut_record_find_own_routine (TautRecord     *self,
                                              const char     *id);
void          taut_record_put_own_routine    (TautRecord     *self,
                                              TautOwnRoutine *routine);
/* A new one together with its item of the plan, in one step. */
void          taut_record_add_own_routine    (TautRecord     *self,
                                              TautOwnRoutine *routine,
                                              TautPlanItem   *item);
/* Takes it from the plan, too, in the same step. */
void          taut_record_remove_own_routine (TautRecord     *self,
                                              const char     *id);

gboolean      taut_record_can_undo           (TautRecord     *self);
gboolean      taut_record_can_redo           (TautRecord     *self);
void          taut_record_undo               (TautRecord     *self);
void          taut_record_redo               (TautRecord     *self);

/* What a file held that this version does not know; written back as it was. The
 * client's unknown keys are in its member "client".
 * (transfer none) (nullable): a JSON object */
JsonObject   *taut_record_get_unknown        (TautRecord     *self);
void          taut_record_set_unknown        (TautRecord     *self,
                                              JsonObject     *unknown);

/**
 * taut_record_bring_up_to:
 * @today: a day
 *
 * Moves all dates of the record by whole weeks, so that its newest tick falls into
 * the seven days that end with @today; weekdays stay. A record without ticks stays
 * as it is. For a sample, which is to look lived in whenever it is opened; the
 * history is forgotten.
 */
void          taut_record_bring_up_to        (TautRecord     *self,
                                              const GDate    *today);

/* Forgets the history, after loading. */
void          taut_record_clear_history      (TautRecord     *self);

G_END_DECLS
