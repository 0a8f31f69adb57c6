/* taut-routine-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-routine-row"

#include "config.h"

#include "taut-routine-row.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-resources.h"
#include "taut-times.h"
#include "taut-weekdays.h"

struct _TautRoutineRow
{
  AdwExpanderRow parent_instance;

  GtkButton *add_button;
  GtkBox *dose_box;
  GtkLabel *feel_label;
  GtkLabel *keep_off_label;
  GtkWidget *keep_off_row;
  GtkButton *remove_button;
  GtkWidget *plan_box;
  GtkBox *steps_box;
  GtkLabel *stop_label;
  GtkWidget *text_box;
  TautTimes *times;
  TautWeekdays *weekdays;

  const TautRoutine *routine;
};

G_DEFINE_FINAL_TYPE (TautRoutineRow, taut_routine_row, ADW_TYPE_EXPANDER_ROW)

enum {
  TIME_ADDED,
  TIME_CHANGED,
  TIME_REMOVED,
  WEEKDAYS_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_figure (TautRoutineRow *self,
            char           *number,
            const char     *unit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *unit_label = gtk_label_new (unit);

  g_assert (TAUT_IS_ROUTINE_ROW (self));

  gtk_widget_add_css_class (number_label, "title-2");
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_widget_add_css_class (unit_label, "caption");
  gtk_widget_add_css_class (unit_label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (number_label), 0);
  gtk_label_set_xalign (GTK_LABEL (unit_label), 0);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), unit_label);
  gtk_box_append (self->dose_box, box);

  g_free (number);
}

static void
show_dose (TautRoutineRow    *self,
           const TautRoutine *routine)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));
  g_assert (routine != NULL);

  if (routine->hold > 0)
    /* Translators: seconds, with a space that does not break. */
    add_figure (self, g_strdup_printf (_("%u s"), routine->hold), _("hold"));
  if (routine->repetitions > 1)
    add_figure (self, g_strdup_printf ("%u", routine->repetitions), _("repeats"));
  if (routine->sets > 1)
    add_figure (self, g_strdup_printf ("%u", routine->sets), _("rounds"));
  if (routine->times_a_day > 0)
    add_figure (self, g_strdup_printf ("%u", routine->times_a_day),
                ngettext ("time a day", "times a day", routine->times_a_day));
  if (routine->minutes > 0)
    add_figure (self, g_strdup_printf (_("%u min"), routine->minutes), _("each time"));
}

static void
show_steps (TautRoutineRow    *self,
            const TautRoutine *routine)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));
  g_assert (routine != NULL);

  for (guint i = 0; routine->steps[i] != NULL; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *number_label = gtk_label_new (number);
      GtkWidget *text_label = gtk_label_new (taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->steps[i]));

      gtk_widget_add_css_class (number_label, "heading");
      gtk_widget_add_css_class (number_label, "accent");
      gtk_widget_set_valign (number_label, GTK_ALIGN_START);
      gtk_label_set_wrap (GTK_LABEL (text_label), TRUE);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (text_label), GTK_NATURAL_WRAP_WORD);
      gtk_label_set_xalign (GTK_LABEL (text_label), 0);
      gtk_widget_set_hexpand (text_label, TRUE);
      gtk_box_append (GTK_BOX (box), number_label);
      gtk_box_append (GTK_BOX (box), text_label);
      gtk_box_append (self->steps_box, box);
    }
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  g_assert (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_routine (TautRoutineRow    *self,
              const TautRoutine *routine)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  gtk_widget_set_visible (self->text_box, routine != NULL);
  if (routine == NULL || routine == self->routine)
    return;

  self->routine = routine;
  clear_box (self->dose_box);
  clear_box (self->steps_box);
  show_dose (self, routine);
  show_steps (self, routine);

  gtk_label_set_label (self->feel_label, taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->feel));
  gtk_label_set_label (self->stop_label, taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->stop));
  gtk_widget_set_visible (self->keep_off_row, routine->keep_off != NULL);
  if (routine->keep_off != NULL)
    gtk_label_set_label (self->keep_off_label,
                         taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->keep_off));
}

static void
show_schedule (TautRoutineRow      *self,
               const TautCareEntry *entry)
{
  const guint *minutes;
  guint n_minutes;

  g_assert (TAUT_IS_ROUTINE_ROW (self));
  g_assert (entry != NULL);

  gtk_widget_set_visible (self->plan_box, entry->item != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), entry->item == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), entry->item != NULL);
  if (entry->item == NULL)
    return;

  minutes = taut_plan_item_get_minutes (entry->item, &n_minutes);
  taut_weekdays_set_days (self->weekdays, entry->weekdays);
  taut_times_set_minutes (self->times, minutes, n_minutes);
}

/* Callbacks */

static void
weekdays_chosen_cb (TautRoutineRow *self,
                    guint           days)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  g_signal_emit (self, signals[WEEKDAYS_CHOSEN], 0, days);
}

static void
times_added_cb (TautRoutineRow *self)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  g_signal_emit (self, signals[TIME_ADDED], 0);
}

static void
times_changed_cb (TautRoutineRow *self,
                  guint           index,
                  guint           minute)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  g_signal_emit (self, signals[TIME_CHANGED], 0, index, minute);
}

static void
times_removed_cb (TautRoutineRow *self,
                  guint           index)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  g_signal_emit (self, signals[TIME_REMOVED], 0, index);
}

/* GObject */

static void
taut_routine_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_ROUTINE_ROW);

  G_OBJECT_CLASS (taut_routine_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-routine-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, dose_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, feel_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, keep_off_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, keep_off_row);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, plan_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, steps_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, stop_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, text_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, times);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, weekdays);
  gtk_widget_class_bind_template_callback (widget_class, times_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, weekdays_chosen_cb);
}

static void
taut_routine_row_class_init (TautRoutineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_routine_row_dispose;

  signals[TIME_ADDED] =
    g_signal_new ("time-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TIME_CHANGED] =
    g_signal_new ("time-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[TIME_REMOVED] =
    g_signal_new ("time-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[WEEKDAYS_CHOSEN] =
    g_signal_new ("weekdays-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (TAUT_TYPE_TIMES);
  g_type_ensure (TAUT_TYPE_WEEKDAYS);

  bind_template (widget_class);
}

static void
taut_routine_row_init (TautRoutineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_routine_row_new (void)
{
  return g_object_new (TAUT_TYPE_ROUTINE_ROW, NULL);
}

void
taut_routine_row_set_entry (TautRoutineRow      *self,
                            const TautCareEntry *entry)
{
  g_autofree char *add_label = NULL;

  g_return_if_fail (TAUT_IS_ROUTINE_ROW (self));
  g_return_if_fail (entry != NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), entry->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), entry->subtitle);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "s", entry->key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s", entry->key);

  /* Translators: the name of a routine. */
  add_label = g_strdup_printf (_("Add to the plan: %s"), entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, add_label, -1);

  show_routine (self, entry->routine);
  show_schedule (self, entry);
}
