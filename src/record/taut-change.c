/* taut-change.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-change"

#include "config.h"

#include "taut-change.h"

static gboolean
is_text (TautChangeKind kind)
{
  return kind == TAUT_CHANGE_NAME || kind == TAUT_CHANGE_FIGURE;
}

static gpointer
copy_value (TautChangeKind kind,
            gpointer       value)
{
  if (value == NULL)
    return NULL;

  return is_text (kind) ? g_strdup (value) : g_object_ref (value);
}

static void
free_value (TautChangeKind kind,
            gpointer       value)
{
  if (is_text (kind))
    g_free (value);
  else
    g_clear_object (&value);
}

static TautChange *
change_new (TautChangeKind  kind,
            guint           position,
            gpointer        before,
            gpointer        after,
            const char     *label)
{
  TautChange *change = g_new0 (TautChange, 1);

  g_assert (label != NULL);

  change->kind = kind;
  change->position = position;
  change->before = copy_value (kind, before);
  change->after = copy_value (kind, after);
  change->label = label;

  return change;
}

static gboolean
equal_values (TautChangeKind kind,
              gpointer       a,
              gpointer       b)
{
  if (a == NULL || b == NULL)
    return a == b;

  switch (kind)
    {
    case TAUT_CHANGE_NAME:
    case TAUT_CHANGE_FIGURE:
      return strcmp (a, b) == 0;
    case TAUT_CHANGE_MARK:
      return taut_mark_equal (a, b);
    case TAUT_CHANGE_PLAN_ITEM:
      return taut_plan_item_equal (a, b);
    case TAUT_CHANGE_OWN_ROUTINE:
      return taut_own_routine_equal (a, b);
    case TAUT_CHANGE_PROFILE:
      return taut_profile_equal (a, b);
    case TAUT_CHANGE_ORDER:
    case TAUT_CHANGE_GROUP:
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_mark_label (TautMark *before,
                TautMark *after)
{
  g_autoptr (TautMark) moved = NULL;
  g_autoptr (TautMark) rated = NULL;

  if (before == NULL)
    return "Add Mark";
  if (after == NULL)
    return "Remove Mark";

  moved = taut_mark_with_place (before, taut_mark_get_place (after));
  if (taut_mark_equal (moved, after))
    return "Move Mark";
  rated = taut_mark_with_intensity (before, taut_mark_get_intensity (after));
  if (taut_mark_equal (rated, after))
    return "Change Intensity";

  return "Change Mark";
}

/* What the first tick of @after that @before does not have so says; NULL when
 * there is none. */
static const char *
get_tick_label (TautPlanItem *before,
                TautPlanItem *after)
{
  guint n;
  const TautTick *ticks = taut_plan_item_get_ticks (after, &n);

  for (guint i = 0; i < n; i++)
    {
      TautOutcome outcome;

      if (taut_plan_item_find_tick (before, &ticks[i].date, ticks[i].minute, &outcome)
          && outcome == ticks[i].outcome)
        continue;
      switch (ticks[i].outcome)
        {
        case TAUT_OUTCOME_SORE:
          return "Too Sore";
        case TAUT_OUTCOME_SKIPPED:
          return "Skip Session";
        case TAUT_OUTCOME_DONE:
        default:
          return "Tick";
        }
    }

  return NULL;
}

/* For schedules that differ. */
static const char *
get_schedule_label (TautPlanItem *before,
                    TautPlanItem *after)
{
  guint n_before;
  guint n_after;
  const TautException *exceptions = taut_plan_item_get_exceptions (after, &n_after);
  g_autoptr (TautPlanItem) same = taut_plan_item_with_exceptions (before, exceptions, n_after);
  guint n_moved = 0;

  if (!taut_plan_item_equal_schedule (same, after))
    return "Change Schedule";

  taut_plan_item_get_exceptions (before, &n_before);
  if (n_after < n_before)
    return "Restore Session";
  for (guint i = 0; i < n_after; i++)
    n_moved += exceptions[i].moved ? 1 : 0;

  return n_moved > 0 ? "Move Session" : "Leave Out Session";
}

static const char *
get_plan_item_label (TautPlanItem *before,
                     TautPlanItem *after)
{
  const char *tick_label;

  if (before == NULL)
    return "Add Routine";
  if (after == NULL)
    return "Remove Routine";

  /* What a session has done to the schedule goes by the session's name. */
  tick_label = get_tick_label (before, after);
  if (tick_label != NULL && strcmp (tick_label, "Tick") != 0)
    return tick_label;
  if (!taut_plan_item_equal_schedule (before, after))
    return get_schedule_label (before, after);
  if (tick_label != NULL)
    return tick_label;
  if (!taut_plan_item_equal_ticks (before, after))
    return "Untick";
  if (!taut_dose_equal (taut_plan_item_get_dose (before), taut_plan_item_get_dose (after)))
    return "Change Dose";

  return "Change Routine";
}

static const char *
get_own_routine_label (TautOwnRoutine *before,
                       TautOwnRoutine *after)
{
  if (before == NULL)
    return "Add Own Routine";
  if (after == NULL)
    return "Remove Own Routine";

  return "Change Own Routine";
}

static const char *
get_profile_label (TautProfile *before,
                   TautProfile *after)
{
  const char *const *refused_before = taut_profile_get_refused (before);
  const char *const *refused_after = taut_profile_get_refused (after);
  g_autoptr (TautProfile) same_pauses = NULL;
  const TautPause *pauses;
  guint n_pauses;

  if (g_strv_length ((char **) refused_after) > g_strv_length ((char **) refused_before))
    return "Refuse Routine";

  pauses = taut_profile_get_pauses (after, &n_pauses);
  same_pauses = taut_profile_with_pauses (before, pauses, n_pauses);
  if (taut_profile_equal (same_pauses, after))
    return "Change Pauses";

  return "Change Health and Wishes";
}

TautChange *
taut_change_new_name (const char *before,
                      const char *after)
{
  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  return change_new (TAUT_CHANGE_NAME, 0, (gpointer) before, (gpointer) after, "Rename Client");
}

TautChange *
taut_change_new_figure (const char *before,
                        const char *after)
{
  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  return change_new (TAUT_CHANGE_FIGURE, 0, (gpointer) before, (gpointer) after, "Change Figure");
}

TautChange *
taut_change_new_mark (guint     position,
                      TautMark *before,
                      TautMark *after)
{
  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  return change_new (TAUT_CHANGE_MARK, position, before, after, get_mark_label (before, after));
}

TautChange *
taut_change_new_plan_item (guint         position,
                           TautPlanItem *before,
                           TautPlanItem *after)
{
  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  return change_new (TAUT_CHANGE_PLAN_ITEM, position, before, after,
                     get_plan_item_label (before, after));
}

TautChange *
taut_change_new_own_routine (guint           position,
                             TautOwnRoutine *before,
                             TautOwnRoutine *after)
{
  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  return change_new (TAUT_CHANGE_OWN_ROUTINE, position, before, after,
                     get_own_routine_label (before, after));
}

TautChange *
taut_change_new_profile (TautProfile *before,
                         TautProfile *after)
{
  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  return change_new (TAUT_CHANGE_PROFILE, 0, before, after, get_profile_label (before, after));
}

TautChange *
taut_change_new_order (guint position,
                       guint target)
{
  TautChange *change = change_new (TAUT_CHANGE_ORDER, position, NULL, NULL, "Move Routine");

  change->target = target;

  return change;
}

TautChange *
taut_change_new_group (GPtrArray  *parts,
                       const char *label)
{
  TautChange *change;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  change = change_new (TAUT_CHANGE_GROUP, 0, NULL, NULL, label);
  change->parts = parts;

  return change;
}

void
taut_change_free (TautChange *change)
{
  if (change == NULL)
    return;

  free_value (change->kind, change->before);
  free_value (change->kind, change->after);
  g_clear_pointer (&change->parts, g_ptr_array_unref);
  g_free (change);
}

/* Only values that replace each other merge: adding and removing are steps of
 * their own. Equal kind, position and label within an open history mean the same
 * value, since nothing came between. */
gboolean
taut_change_merge (TautChange       *before,
                   const TautChange *following)
{
  g_return_val_if_fail (before != NULL, FALSE);
  g_return_val_if_fail (following != NULL, FALSE);

  if (before->kind != following->kind
      || before->position != following->position
      || strcmp (before->label, following->label) != 0
      || before->before == NULL
      || before->after == NULL
      || following->after == NULL)
    return FALSE;

  free_value (before->kind, before->after);
  before->after = copy_value (before->kind, following->after);

  return TRUE;
}

gboolean
taut_change_is_void (const TautChange *change)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return equal_values (change->kind, change->before, change->after);
}
