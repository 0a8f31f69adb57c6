/* taut-change.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-change"

#include "config.h"

#include "taut-change.h"

static gpointer
copy_value (TautChangeKind kind,
            gpointer       value)
{
  if (value == NULL)
    return NULL;

  return kind == TAUT_CHANGE_NAME ? g_strdup (value) : g_object_ref (value);
}

static void
free_value (TautChangeKind kind,
            gpointer       value)
{
  if (kind == TAUT_CHANGE_NAME)
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
      return strcmp (a, b) == 0;
    case TAUT_CHANGE_MARK:
      return taut_mark_equal (a, b);
    case TAUT_CHANGE_PLAN_ITEM:
      return taut_plan_item_equal (a, b);
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

static const char *
get_plan_item_label (TautPlanItem *before,
                     TautPlanItem *after)
{
  guint n_before;
  guint n_after;

  if (before == NULL)
    return "Add Routine";
  if (after == NULL)
    return "Remove Routine";
  if (!taut_plan_item_equal_schedule (before, after))
    return "Change Schedule";
  if (taut_plan_item_equal_ticks (before, after))
    return "Change Routine";

  taut_plan_item_get_ticks (before, &n_before);
  taut_plan_item_get_ticks (after, &n_after);

  return n_after >= n_before ? "Tick" : "Untick";
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

void
taut_change_free (TautChange *change)
{
  if (change == NULL)
    return;

  free_value (change->kind, change->before);
  free_value (change->kind, change->after);
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
