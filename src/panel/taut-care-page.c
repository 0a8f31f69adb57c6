/* taut-care-page.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care-page"

#include "config.h"

#include "taut-care-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "taut-alarm-view.h"
#include "taut-care-state.h"
#include "taut-pause-bar.h"
#include "taut-plan-order.h"
#include "taut-resources.h"
#include "taut-routine-row.h"
#include "taut-row-list.h"
#include "taut-screening-state.h"
#include "taut-signs-view.h"
#include "taut-suggestions.h"
#include "taut-timetable.h"
#include "taut-today-section.h"
#include "taut-week-section.h"

struct _TautCarePage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  TautAlarmView *alarm_view;
  TautSignsView *signs_view;
  TautPauseBar *pause_bar;
  TautTodaySection *today_section;
  TautWeekSection *week_section;
  TautSuggestions *suggestions;
  GtkWidget *plan_group;
  GtkListBox *plan_list;
  GtkWidget *reminders_box;

  TautAtlas *atlas;
  TautClock *clock;
  TautPictureBook *book;
  TautRecord *record;
  GSignalGroup *record_signals;
  guint asks_reminders : 1;
};

G_DEFINE_FINAL_TYPE (TautCarePage, taut_care_page, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

enum {
  ROUTINE_REMOVED,
  UNDOABLE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static guint
get_minute (TautCarePage *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_assert (TAUT_IS_CARE_PAGE (self));

  now = taut_clock_get_now (self->clock);

  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

static void
tell (TautCarePage *self,
      char         *text)
{
  g_autofree char *owned = text;

  g_assert (TAUT_IS_CARE_PAGE (self));

  if (owned != NULL)
    g_signal_emit (self, signals[UNDOABLE], 0, owned);
}

/* Callbacks */

static void
section_undoable_cb (TautCarePage *self,
                     const char   *text)
{
  g_assert (TAUT_IS_CARE_PAGE (self));

  g_signal_emit (self, signals[UNDOABLE], 0, text);
}

static void
today_section_routine_activated_cb (TautCarePage *self,
                                    const char   *routine_id)
{
  g_assert (TAUT_IS_CARE_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "panel.show-routine", "s", routine_id);
}

static void
routine_row_changed_cb (TautCarePage   *self,
                        TautPlanItem   *item,
                        TautRoutineRow *row)
{
  TautPlanItem *before;

  g_assert (TAUT_IS_CARE_PAGE (self));

  before = taut_record_find_plan_item (self->record, taut_plan_item_get_routine_id (item));
  if (before == NULL)
    return;

  if (taut_plan_item_equal_schedule (before, item))
    taut_record_put_plan_item (self->record, item);
  else
    {
      char *text = taut_care_edit_schedule (self->atlas, self->record, item);

      /* A day that was refused must not stay in its button. */
      taut_care_page_refresh (self);
      tell (self, text);
    }
}

static void
routine_row_time_set_cb (TautCarePage   *self,
                         guint           index,
                         guint           minute,
                         TautRoutineRow *row)
{
  const char *routine_id = taut_row_list_get_key (GTK_WIDGET (row));
  TautPlanItem *item = taut_record_find_plan_item (self->record, routine_id);
  char *text;

  g_assert (TAUT_IS_CARE_PAGE (self));

  if (item == NULL)
    return;

  text = taut_care_edit_set_time (self->atlas, self->record, item, index, minute);
  /* A time that could not be had must not stay in the field. */
  taut_care_page_refresh (self);
  tell (self, text);
}

static void
routine_row_moved_cb (TautCarePage   *self,
                      int             step,
                      TautRoutineRow *row)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step;
  guint n = g_list_model_get_n_items (taut_record_get_plan (self->record));

  g_assert (TAUT_IS_CARE_PAGE (self));

  if (position >= 0 && (guint) position < n)
    taut_record_move_plan_item (self->record, taut_row_list_get_key (GTK_WIDGET (row)),
                                position);
}

static void
plan_order_chosen_cb (GtkListBox *list,
                      GtkWidget  *row,
                      guint       position,
                      gpointer    user_data)
{
  taut_record_move_plan_item (TAUT_CARE_PAGE (user_data)->record, taut_row_list_get_key (row),
                              position);
}

static void
pause_bar_paused_cb (TautCarePage *self,
                     guint         first,
                     guint         last)
{
  GDate first_date;
  GDate last_date;

  g_assert (TAUT_IS_CARE_PAGE (self));

  g_date_clear (&first_date, 1);
  g_date_clear (&last_date, 1);
  g_date_set_julian (&first_date, first);
  g_date_set_julian (&last_date, last);
  taut_care_edit_pause (self->record, &first_date, &last_date);
}

static void
pause_bar_removed_cb (TautCarePage *self,
                      guint         first)
{
  GDate date;

  g_assert (TAUT_IS_CARE_PAGE (self));

  g_date_clear (&date, 1);
  g_date_set_julian (&date, first);
  taut_care_edit_unpause (self->record, &date);
  tell (self, g_strdup (_("Pause removed")));
}

/* Rows */

static GtkWidget *
new_routine_row (gconstpointer entry,
                 gpointer      user_data)
{
  GtkWidget *row = taut_routine_row_new ();

  g_signal_connect_object (row, "changed", G_CALLBACK (routine_row_changed_cb), user_data,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "time-set", G_CALLBACK (routine_row_time_set_cb), user_data,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (routine_row_moved_cb), user_data,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
update_routine_row (GtkWidget     *row,
                    gconstpointer  entry,
                    gpointer       user_data)
{
  TautCarePage *self = TAUT_CARE_PAGE (user_data);
  GDate today;

  taut_clock_get_today (self->clock, &today);
  taut_routine_row_set_entry (TAUT_ROUTINE_ROW (row), self->book, entry, &today);
}

/* What stands before the plan, if anything. */
static void
show_child (TautCarePage *self,
            const char   *plan)
{
  g_assert (TAUT_IS_CARE_PAGE (self));

  switch (taut_gate_get (self->atlas, self->record))
    {
    case TAUT_GATE_SIGNS:
      taut_signs_view_update (self->signs_view, self->atlas, self->record);
      gtk_stack_set_visible_child_name (self->stack, "signs");
      break;
    case TAUT_GATE_ALARM:
      taut_alarm_view_update (self->alarm_view, self->atlas, self->record);
      gtk_stack_set_visible_child_name (self->stack, "alarm");
      break;
    case TAUT_GATE_OPEN:
    default:
      gtk_stack_set_visible_child_name (self->stack, plan);
    }
}

/* Shows what record and clock say; every change ends here. */
static void
update_page (TautCarePage *self)
{
  g_autoptr (TautCareState) state = NULL;
  gboolean planned;
  GDate today;

  g_assert (TAUT_IS_CARE_PAGE (self));

  if (self->atlas == NULL || self->clock == NULL || self->record == NULL)
    return;

  taut_clock_get_today (self->clock, &today);
  state = taut_care_state_new (self->atlas, self->record, &today);
  planned = state->entries->len > 0;

  taut_today_section_update (self->today_section, self->atlas, self->record, self->book, state,
                             get_minute (self));
  taut_suggestions_update (self->suggestions, self->atlas, self->record, self->book, &today);
  taut_row_list_sync (self->plan_list, state->entries,
                      new_routine_row, update_routine_row, self);

  gtk_widget_set_visible (GTK_WIDGET (self->week_section), planned);
  taut_week_section_update (self->week_section, self->atlas, self->record, &today, state->weeks);
  taut_pause_bar_update (self->pause_bar, state->pauses, &today);
  gtk_widget_set_visible (self->plan_group, planned);
  gtk_widget_set_visible (self->reminders_box, planned && self->asks_reminders);
  show_child (self, planned || state->has_marks ? "care" : "empty");
}

static void
record_changed_cb (TautCarePage *self)
{
  g_assert (TAUT_IS_CARE_PAGE (self));

  update_page (self);
}

static void
add_routine_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TautCarePage *self = TAUT_CARE_PAGE (widget);
  const TautRoutine *routine;

  if (self->atlas == NULL || self->record == NULL)
    return;

  routine = taut_atlas_find_routine (self->atlas, g_variant_get_string (parameter, NULL));
  if (routine != NULL && taut_record_find_plan_item (self->record, routine->id) == NULL)
    {
      g_autoptr (TautPlanItem) item = NULL;
      GDate today;

      taut_clock_get_today (self->clock, &today);
      item = taut_care_plan_routine (routine, &today);
      tell (self, taut_care_edit_schedule (self->atlas, self->record, item));
    }
}

/* For the page without marks, where no suggestions stand. */
static void
open_health_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TautCarePage *self = TAUT_CARE_PAGE (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->suggestions), "panel.show-health", NULL);
}

static void
remove_routine_action_cb (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TautCarePage *self = TAUT_CARE_PAGE (widget);
  const char *routine_id = g_variant_get_string (parameter, NULL);
  g_autofree char *name = NULL;
  GtkWidget *row;

  row = taut_row_list_find (self->plan_list, routine_id);
  if (self->record == NULL || row == NULL)
    return;

  name = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  taut_record_remove_plan_item (self->record, routine_id);
  g_signal_emit (self, signals[ROUTINE_REMOVED], 0, name);
}

/* GObject */

static void
taut_care_page_dispose (GObject *object)
{
  TautCarePage *self = TAUT_CARE_PAGE (object);

  g_clear_object (&self->record_signals);
  g_clear_object (&self->atlas);
  g_clear_object (&self->book);
  g_clear_object (&self->clock);
  g_clear_object (&self->record);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_CARE_PAGE);

  G_OBJECT_CLASS (taut_care_page_parent_class)->dispose (object);
}

static void
taut_care_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TautCarePage *self = TAUT_CARE_PAGE (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_care_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TautCarePage *self = TAUT_CARE_PAGE (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      taut_care_page_set_record (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_signals (TautCarePageClass *klass)
{
  signals[ROUTINE_REMOVED] =
    g_signal_new ("routine-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNDOABLE] =
    g_signal_new ("undoable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
taut_care_page_class_init (TautCarePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_care_page_dispose;
  object_class->get_property = taut_care_page_get_property;
  object_class->set_property = taut_care_page_set_property;

  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TAUT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_signals (klass);

  g_type_ensure (TAUT_TYPE_PAUSE_BAR);
  g_type_ensure (TAUT_TYPE_TODAY_SECTION);
  g_type_ensure (TAUT_TYPE_WEEK_SECTION);

  g_type_ensure (TAUT_TYPE_ALARM_VIEW);
  g_type_ensure (TAUT_TYPE_SIGNS_VIEW);
  g_type_ensure (TAUT_TYPE_SUGGESTIONS);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "panel.add-routine", "s",
                                   add_routine_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.open-health", NULL,
                                   open_health_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.remove-routine", "s",
                                   remove_routine_action_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-care-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, alarm_view);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, pause_bar);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, plan_group);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, plan_list);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, reminders_box);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, signs_view);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, suggestions);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, today_section);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, week_section);
  gtk_widget_class_bind_template_callback (widget_class, pause_bar_paused_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_bar_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_undoable_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_section_routine_activated_cb);
}

static void
taut_care_page_init (TautCarePage *self)
{
  self->record_signals = g_signal_group_new (TAUT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "changed",
                                  G_CALLBACK (record_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  taut_plan_order_install (self->plan_list, plan_order_chosen_cb, self);
}

/* Public */

void
taut_care_page_set_atlas (TautCarePage *self,
                          TautAtlas    *atlas,
                          TautClock    *clock)
{
  g_return_if_fail (TAUT_IS_CARE_PAGE (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_CLOCK (clock));

  g_set_object (&self->atlas, atlas);
  g_set_object (&self->clock, clock);
  update_page (self);
}

void
taut_care_page_set_book (TautCarePage    *self,
                         TautPictureBook *book)
{
  g_return_if_fail (TAUT_IS_CARE_PAGE (self));
  g_return_if_fail (book == NULL || TAUT_IS_PICTURE_BOOK (book));

  if (g_set_object (&self->book, book))
    update_page (self);
}

TautRecord *
taut_care_page_get_record (TautCarePage *self)
{
  g_return_val_if_fail (TAUT_IS_CARE_PAGE (self), NULL);

  return self->record;
}

void
taut_care_page_set_record (TautCarePage *self,
                           TautRecord   *record)
{
  g_return_if_fail (TAUT_IS_CARE_PAGE (self));
  g_return_if_fail (record == NULL || TAUT_IS_RECORD (record));

  if (!g_set_object (&self->record, record))
    return;

  g_signal_group_set_target (self->record_signals, record);
  update_page (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

void
taut_care_page_set_asks_reminders (TautCarePage *self,
                                   gboolean      asks_reminders)
{
  g_return_if_fail (TAUT_IS_CARE_PAGE (self));

  if (self->asks_reminders == !!asks_reminders)
    return;

  self->asks_reminders = !!asks_reminders;
  update_page (self);
}

void
taut_care_page_refresh (TautCarePage *self)
{
  g_return_if_fail (TAUT_IS_CARE_PAGE (self));

  update_page (self);
}
