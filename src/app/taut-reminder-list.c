/* taut-reminder-list.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-reminder-list"

#include "config.h"

#include "taut-reminder-list.h"

#include "taut-reminder-target.h"

#define KEY_PUT_OFF "last-put-off"
#define ENTRY_TYPE "(@" TAUT_REMINDER_TARGET_TYPE "x)"

static void
listed_reminder_free (gpointer data)
{
  TautListedReminder *listed = data;

  g_free (listed->id);
  g_variant_unref (listed->target);
  g_clear_pointer (&listed->at, g_date_time_unref);
  g_free (listed);
}

GPtrArray *
taut_reminder_list_new (void)
{
  return g_ptr_array_new_with_free_func (listed_reminder_free);
}

const TautListedReminder *
taut_reminder_list_add (GPtrArray *list,
                        GVariant  *target,
                        GDateTime *at)
{
  TautListedReminder *listed;

  g_return_val_if_fail (list != NULL, NULL);
  g_return_val_if_fail (target != NULL, NULL);

  listed = g_new0 (TautListedReminder, 1);
  listed->id = taut_reminder_target_get_id (target);
  taut_reminder_list_remove (list, listed->id);
  listed->target = g_variant_ref_sink (target);
  listed->at = at != NULL ? g_date_time_ref (at) : NULL;
  g_ptr_array_add (list, listed);

  return listed;
}

void
taut_reminder_list_remove (GPtrArray  *list,
                           const char *id)
{
  g_return_if_fail (list != NULL);
  g_return_if_fail (id != NULL);

  for (guint i = list->len; i > 0; i--)
    {
      const TautListedReminder *listed = g_ptr_array_index (list, i - 1);

      if (g_str_equal (listed->id, id))
        g_ptr_array_remove_index (list, i - 1);
    }
}

void
taut_reminder_list_save (GPtrArray *list,
                         GSettings *settings)
{
  GVariantBuilder builder;

  g_return_if_fail (list != NULL);
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(" TAUT_REMINDER_TARGET_TYPE "x)"));
  for (guint i = 0; i < list->len; i++)
    {
      const TautListedReminder *listed = g_ptr_array_index (list, i);

      g_variant_builder_add (&builder, ENTRY_TYPE, listed->target,
                             g_date_time_to_unix (listed->at));
    }
  g_settings_set_value (settings, KEY_PUT_OFF, g_variant_builder_end (&builder));
}

GPtrArray *
taut_reminder_list_load (GSettings *settings)
{
  GPtrArray *list = taut_reminder_list_new ();
  g_autoptr (GVariant) value = NULL;
  GVariantIter iter;
  GVariant *target;
  gint64 seconds;

  g_return_val_if_fail (G_IS_SETTINGS (settings), list);

  value = g_settings_get_value (settings, KEY_PUT_OFF);
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, ENTRY_TYPE, &target, &seconds))
    {
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (seconds);

      if (at != NULL)
        taut_reminder_list_add (list, target, at);
      g_variant_unref (target);
    }

  return list;
}
