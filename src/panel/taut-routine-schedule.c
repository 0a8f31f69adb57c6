/* taut-routine-schedule.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-routine-schedule"

#include "config.h"

#include "taut-routine-schedule.h"

#include <glib/gi18n.h>

#include "taut-day-button.h"
#include "taut-resources.h"
#include "taut-times.h"
#include "taut-weekdays.h"

#define USUAL_INTERVAL 2

struct _TautRoutineSchedule
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkToggleButton *daily_button;
  GtkWidget *dose_box;
  GtkWidget *dose_reset;
  TautDayButton *first_button;
  GtkSpinButton *hold_spin;
  GtkWidget *hold_row;
  GtkLabel *interval_label;
  GtkSpinButton *interval_spin;
  TautDayButton *last_button;
  GtkSpinButton *pressure_spin;
  GtkWidget *pressure_row;
  GtkSpinButton *repetitions_spin;
  GtkWidget *repetitions_row;
  GtkSpinButton *sets_spin;
  GtkWidget *sets_row;
  TautTimes *times;
  TautWeekdays *weekdays;
  GtkToggleButton *weekly_button;

  TautPlanItem *item;
  TautRule rule;
  TautDose usual;         /* what the routine says */
  guint updating : 1;
};

G_DEFINE_FINAL_TYPE (TautRoutineSchedule, taut_routine_schedule, GTK_TYPE_WIDGET)

enum {
  CHANGED,
  TIME_SET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (TautRoutineSchedule *self,
              TautPlanItem        *item)
{
  g_autoptr (TautPlanItem) owned = item;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  g_signal_emit (self, signals[CHANGED], 0, owned);
}

/* Days */

static void
change_rule (TautRoutineSchedule *self,
             const TautRule      *rule)
{
  g_autofree char *rrule = NULL;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  rrule = taut_rule_format (rule, taut_plan_item_get_rrule (self->item));
  emit_changed (self, taut_plan_item_with_rrule (self->item, rrule));
}

static void
daily_toggled_cb (TautRoutineSchedule *self)
{
  TautRule rule;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  if (self->updating)
    return;

  rule = self->rule;
  rule.daily = gtk_toggle_button_get_active (self->daily_button);
  rule.interval = rule.daily ? USUAL_INTERVAL : 1;
  if (rule.weekdays == 0)
    rule.weekdays = TAUT_ALL_WEEKDAYS;
  change_rule (self, &rule);
}

static void
interval_changed_cb (TautRoutineSchedule *self)
{
  TautRule rule;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  if (self->updating)
    return;

  rule = self->rule;
  rule.interval = gtk_spin_button_get_value_as_int (self->interval_spin);
  if (rule.weekdays == 0)
    rule.weekdays = TAUT_ALL_WEEKDAYS;
  change_rule (self, &rule);
}

/* Every day is every week's seven days, so days begin with two. */
static void
show_interval (TautRoutineSchedule *self)
{
  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  gtk_label_set_label (self->interval_label, self->rule.daily ? _("Days from one to the next")
                                                              : _("Weeks from one to the next"));
  gtk_spin_button_set_range (self->interval_spin, self->rule.daily ? USUAL_INTERVAL : 1,
                             TAUT_RULE_INTERVAL_MAX);
  gtk_spin_button_set_value (self->interval_spin, self->rule.interval);
}

static void
weekdays_chosen_cb (TautRoutineSchedule *self,
                    guint                days)
{
  TautRule rule;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  rule = self->rule;
  rule.daily = FALSE;
  rule.weekdays = days;
  change_rule (self, &rule);
}

/* Times */

static void
times_changed_cb (TautRoutineSchedule *self,
                  guint                index,
                  guint                minute)
{
  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  g_signal_emit (self, signals[TIME_SET], 0, index, minute);
}

static void
times_added_cb (TautRoutineSchedule *self)
{
  guint n;
  const guint *minutes = taut_plan_item_get_minutes (self->item, &n);

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  g_signal_emit (self, signals[TIME_SET], 0, n, taut_care_state_propose_time (minutes, n));
}

static void
times_removed_cb (TautRoutineSchedule *self,
                  guint                index)
{
  g_autofree guint *left = NULL;
  guint n;
  guint n_left = 0;
  const guint *minutes = taut_plan_item_get_minutes (self->item, &n);

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  left = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      if (i != index)
        left[n_left++] = minutes[i];
    }
  emit_changed (self, taut_plan_item_with_minutes (self->item, left, n_left));
}

/* First and last day */

static void
first_chosen_cb (TautRoutineSchedule *self,
                 guint                julian)
{
  const GDate *end = taut_plan_item_get_end (self->item);
  GDate first;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  g_date_clear (&first, 1);
  g_date_set_julian (&first, julian);
  if (end != NULL && g_date_compare (end, &first) < 0)
    end = &first;
  emit_changed (self, taut_plan_item_with_period (self->item, &first, end));
}

static void
last_chosen_cb (TautRoutineSchedule *self,
                guint                julian)
{
  const GDate *start = taut_plan_item_get_start (self->item);
  GDate last;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  if (julian == 0)
    {
      emit_changed (self, taut_plan_item_with_period (self->item, start, NULL));
      return;
    }

  g_date_clear (&last, 1);
  g_date_set_julian (&last, MAX (julian, g_date_get_julian (start)));
  emit_changed (self, taut_plan_item_with_period (self->item, start, &last));
}

/* Dose */

/* 0 where it is what the routine says. */
static guint
read_spin (GtkSpinButton *spin,
           guint          usual)
{
  guint value = gtk_spin_button_get_value_as_int (spin);

  return value == usual ? 0 : value;
}

static void
dose_changed_cb (TautRoutineSchedule *self)
{
  TautDose dose;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  if (self->updating)
    return;

  dose.hold = self->usual.hold > 0 ? read_spin (self->hold_spin, self->usual.hold) : 0;
  dose.repetitions = read_spin (self->repetitions_spin, MAX (self->usual.repetitions, 1));
  dose.sets = read_spin (self->sets_spin, MAX (self->usual.sets, 1));
  dose.pressure = self->usual.pressure > 0
                    ? read_spin (self->pressure_spin, self->usual.pressure) : 0;
  emit_changed (self, taut_plan_item_with_dose (self->item, &dose));
}

static void
dose_reset_clicked_cb (TautRoutineSchedule *self)
{
  static const TautDose none = { 0 };

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  emit_changed (self, taut_plan_item_with_dose (self->item, &none));
}

static void
show_number (GtkSpinButton *spin,
             GtkWidget     *row,
             guint          value,
             guint          most,
             gboolean       visible)
{
  gtk_widget_set_visible (row, visible);
  gtk_spin_button_set_range (spin, 1, MAX (most, 1));
  gtk_spin_button_set_value (spin, value);
}

static void
show_dose (TautRoutineSchedule    *self,
           const TautPrescription *prescription)
{
  static const TautDose none = { 0 };
  const TautVerdict *verdict = prescription->verdict;
  const TautDose *dose = &prescription->dose;
  guint pressure_most = TAUT_DOSE_PRESSURE_MAX;

  g_assert (TAUT_IS_ROUTINE_SCHEDULE (self));

  if (prescription->routine != NULL)
    {
      self->usual.hold = prescription->routine->hold;
      self->usual.repetitions = prescription->routine->repetitions;
      self->usual.sets = prescription->routine->sets;
      self->usual.pressure = prescription->routine->pressure_most;
    }
  else if (prescription->own != NULL)
    {
      self->usual = *taut_own_routine_get_dose (prescription->own);
    }

  /* Precautions say how much there may be. */
  if (verdict != NULL && verdict->pressure_most > 0)
    pressure_most = verdict->pressure_most;

  show_number (self->hold_spin, self->hold_row, dose->hold, TAUT_DOSE_HOLD_MAX,
               self->usual.hold > 0);
  show_number (self->repetitions_spin, self->repetitions_row, MAX (dose->repetitions, 1),
               TAUT_DOSE_REPETITIONS_MAX, TRUE);
  show_number (self->sets_spin, self->sets_row, MAX (dose->sets, 1), TAUT_DOSE_SETS_MAX, TRUE);
  show_number (self->pressure_spin, self->pressure_row, prescription->pressure_most,
               pressure_most, self->usual.pressure > 0);
  gtk_widget_set_visible (self->dose_reset,
                          !taut_dose_equal (taut_plan_item_get_dose (self->item), &none));
}

/* GObject */

static void
taut_routine_schedule_dispose (GObject *object)
{
  TautRoutineSchedule *self = TAUT_ROUTINE_SCHEDULE (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_ROUTINE_SCHEDULE);

  G_OBJECT_CLASS (taut_routine_schedule_parent_class)->dispose (object);
}

#define BIND_CHILD(name) \
  gtk_widget_class_bind_template_child (widget_class, TautRoutineSchedule, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, TAUT_RESOURCE_PREFIX
                                               "/ui/taut-routine-schedule.ui");
  BIND_CHILD (content);
  BIND_CHILD (daily_button);
  BIND_CHILD (dose_box);
  BIND_CHILD (dose_reset);
  BIND_CHILD (first_button);
  BIND_CHILD (hold_row);
  BIND_CHILD (hold_spin);
  BIND_CHILD (interval_label);
  BIND_CHILD (interval_spin);
  BIND_CHILD (last_button);
  BIND_CHILD (pressure_row);
  BIND_CHILD (pressure_spin);
  BIND_CHILD (repetitions_row);
  BIND_CHILD (repetitions_spin);
  BIND_CHILD (sets_row);
  BIND_CHILD (sets_spin);
  BIND_CHILD (times);
  BIND_CHILD (weekdays);
  BIND_CHILD (weekly_button);
  gtk_widget_class_bind_template_callback (widget_class, daily_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dose_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dose_reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, interval_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, weekdays_chosen_cb);
}

static void
taut_routine_schedule_class_init (TautRoutineScheduleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_routine_schedule_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, TAUT_TYPE_PLAN_ITEM);
  signals[TIME_SET] =
    g_signal_new ("time-set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (TAUT_TYPE_DAY_BUTTON);
  g_type_ensure (TAUT_TYPE_TIMES);
  g_type_ensure (TAUT_TYPE_WEEKDAYS);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
taut_routine_schedule_init (TautRoutineSchedule *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

/* Public */

void
taut_routine_schedule_show (TautRoutineSchedule *self,
                            const TautCareEntry *entry,
                            const GDate         *today)
{
  const guint *minutes;
  guint n;

  g_return_if_fail (TAUT_IS_ROUTINE_SCHEDULE (self));
  g_return_if_fail (entry != NULL && entry->item != NULL);
  g_return_if_fail (today != NULL && g_date_valid (today));

  self->updating = TRUE;
  g_set_object (&self->item, entry->item);
  self->rule = entry->rule;

  gtk_toggle_button_set_active (self->rule.daily ? self->daily_button : self->weekly_button,
                                TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->weekdays), !self->rule.daily);
  taut_weekdays_set_days (self->weekdays, self->rule.weekdays);
  show_interval (self);

  minutes = taut_plan_item_get_minutes (self->item, &n);
  taut_times_set_minutes (self->times, minutes, n);

  taut_day_button_set_open (self->last_button, _("No end"),
                            taut_plan_item_get_start (self->item));
  taut_day_button_set_date (self->first_button, taut_plan_item_get_start (self->item), today);
  taut_day_button_set_date (self->last_button, taut_plan_item_get_end (self->item), today);

  gtk_widget_set_visible (self->dose_box, entry->prescription != NULL
                                          && (entry->prescription->routine != NULL
                                              || entry->prescription->own != NULL));
  if (entry->prescription != NULL)
    show_dose (self, entry->prescription);
  self->updating = FALSE;
}
