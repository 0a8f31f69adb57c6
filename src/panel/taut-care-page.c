/* taut-care-page.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-care-page"

#include "config.h"

#include "taut-care-page.h"

#include <adwaita.h>

#include "taut-alarm-view.h"
#include "taut-care-state.h"
#include "taut-resources.h"
#include "taut-routine-row.h"
#include "taut-row-list.h"
#include "taut-screening-state.h"
#include "taut-signs-view.h"
#include "taut-timetable.h"
#include "taut-times.h"
#include "taut-today-row.h"

struct _TautCarePage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  TautAlarmView *alarm_view;
  TautSignsView *signs_view;
  GtkLabel *today_label;
  GtkLabel *progress_label;
  GtkListBox *today_list;
  GtkWidget *nothing_today_label;
  GtkWidget *proposals_group;
  GtkListBox *proposals_list;
  GtkWidget *plan_group;
  GtkListBox *plan_list;

  TautAtlas *atlas;
  TautPictureBook *book;
  TautClock *clock;
  TautRecord *record;
  GSignalGroup *record_signals;
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

static void
get_today (TautCarePage *self,
           GDate        *today)
{
  GDateTime *now;

  g_assert (TAUT_IS_CARE_PAGE (self));

  now = taut_clock_get_now (self->clock);
  g_date_clear (today, 1);
  g_date_set_dmy (today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  g_date_time_unref (now);
}

/* Callbacks */

static void
today_row_ticked_cb (TautCarePage *self,
                     gboolean      done,
                     TautTodayRow *row)
{
  TautPlanItem *item;

  g_assert (TAUT_IS_CARE_PAGE (self));

  item = taut_record_find_plan_item (self->record, taut_today_row_get_routine_id (row));
  if (item != NULL)
    {
      g_autoptr (TautPlanItem) ticked = NULL;
      GDate today;

      get_today (self, &today);
      ticked = taut_plan_item_with_tick (item, &today, taut_today_row_get_minute (row), done);
      taut_record_put_plan_item (self->record, ticked);
    }
}

static TautPlanItem *
find_item_of_row (TautCarePage   *self,
                  TautRoutineRow *row)
{
  g_assert (TAUT_IS_CARE_PAGE (self));

  return taut_record_find_plan_item (self->record, taut_row_list_get_key (GTK_WIDGET (row)));
}

static void
routine_row_weekdays_chosen_cb (TautCarePage   *self,
                                guint           days,
                                TautRoutineRow *row)
{
  TautPlanItem *item = find_item_of_row (self, row);

  if (item != NULL)
    {
      g_autofree char *rrule = taut_timetable_format_weekdays (days);
      g_autoptr (TautPlanItem) changed = taut_plan_item_with_rrule (item, rrule);

      taut_record_put_plan_item (self->record, changed);
    }
}

/* Sets the time at @index; one past the last adds it. */
static void
set_time (TautCarePage *self,
          TautPlanItem *item,
          guint         index,
          guint         minute)
{
  g_autofree guint *changed = NULL;
  const guint *minutes;
  guint n_minutes;
  guint n_changed;

  g_assert (TAUT_IS_CARE_PAGE (self));
  g_assert (TAUT_IS_PLAN_ITEM (item));

  minutes = taut_plan_item_get_minutes (item, &n_minutes);
  changed = g_new (guint, n_minutes + 1);
  n_changed = taut_care_state_change_time (minutes, n_minutes, index, minute, changed);

  if (n_changed > 0)
    {
      g_autoptr (TautPlanItem) next = taut_plan_item_with_minutes (item, changed, n_changed);

      taut_record_put_plan_item (self->record, next);
    }
  else
    {
      taut_care_page_refresh (self);
    }
}

static void
routine_row_time_changed_cb (TautCarePage   *self,
                             guint           index,
                             guint           minute,
                             TautRoutineRow *row)
{
  TautPlanItem *item = find_item_of_row (self, row);

  if (item != NULL)
    set_time (self, item, index, minute);
}

static void
routine_row_time_added_cb (TautCarePage   *self,
                           TautRoutineRow *row)
{
  TautPlanItem *item = find_item_of_row (self, row);

  if (item != NULL)
    {
      guint n_minutes;
      const guint *minutes = taut_plan_item_get_minutes (item, &n_minutes);

      set_time (self, item, n_minutes, taut_care_state_propose_time (minutes, n_minutes));
    }
}

static void
routine_row_time_removed_cb (TautCarePage   *self,
                             guint           index,
                             TautRoutineRow *row)
{
  TautPlanItem *item = find_item_of_row (self, row);

  if (item != NULL)
    {
      g_autofree guint *left = NULL;
      g_autoptr (TautPlanItem) changed = NULL;
      guint n_minutes;
      guint n_left = 0;
      const guint *minutes = taut_plan_item_get_minutes (item, &n_minutes);

      left = g_new (guint, n_minutes);
      for (guint i = 0; i < n_minutes; i++)
        {
          if (i != index)
            left[n_left++] = minutes[i];
        }

      changed = taut_plan_item_with_minutes (item, left, n_left);
      taut_record_put_plan_item (self->record, changed);
    }
}

/* Rows */

static GtkWidget *
new_today_row (gconstpointer entry,
               gpointer      user_data)
{
  GtkWidget *row = taut_today_row_new ();

  g_signal_connect_object (row, "ticked", G_CALLBACK (today_row_ticked_cb), user_data,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
update_today_row (GtkWidget     *row,
                  gconstpointer  entry,
                  gpointer       user_data)
{
  taut_today_row_set_box (TAUT_TODAY_ROW (row), entry);
}

static GtkWidget *
new_routine_row (gconstpointer entry,
                 gpointer      user_data)
{
  GtkWidget *row = taut_routine_row_new ();

  g_signal_connect_object (row, "weekdays-chosen", G_CALLBACK (routine_row_weekdays_chosen_cb),
                           user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "time-added", G_CALLBACK (routine_row_time_added_cb),
                           user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "time-changed", G_CALLBACK (routine_row_time_changed_cb),
                           user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "time-removed", G_CALLBACK (routine_row_time_removed_cb),
                           user_data, G_CONNECT_SWAPPED);

  return row;
}

static void
update_routine_row (GtkWidget     *row,
                    gconstpointer  entry,
                    gpointer       user_data)
{
  taut_routine_row_set_entry (TAUT_ROUTINE_ROW (row), entry);
}

/* What stands before the plan, if anything. */
static void
show_child (TautCarePage *self,
            const char   *plan)
{
  GtkWidget *old = gtk_stack_get_visible_child (self->stack);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, old);

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

  /* The answer was given by the keyboard: it goes on from here. */
  if (had_focus && gtk_stack_get_visible_child (self->stack) != old)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
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

  get_today (self, &today);
  state = taut_care_state_new (self->atlas, self->record, &today);
  planned = state->entries->len > 0;

  taut_row_list_sync (self->today_list, state->boxes, new_today_row, update_today_row, self);
  taut_row_list_sync (self->proposals_list, state->proposals,
                      new_routine_row, update_routine_row, self);
  taut_row_list_sync (self->plan_list, state->entries,
                      new_routine_row, update_routine_row, self);

  gtk_label_set_label (self->today_label, state->heading);
  gtk_label_set_label (self->progress_label, state->progress);
  gtk_widget_set_visible (GTK_WIDGET (self->today_list), state->boxes->len > 0);
  gtk_widget_set_visible (self->nothing_today_label, state->boxes->len == 0);
  gtk_widget_set_visible (self->proposals_group, state->proposals->len > 0);
  gtk_widget_set_visible (self->plan_group, planned);
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

      get_today (self, &today);
      item = taut_care_plan_routine (routine, &today);
      taut_record_put_plan_item (self->record, item);
    }
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

  signals[ROUTINE_REMOVED] =
    g_signal_new ("routine-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNDOABLE] =
    g_signal_new ("undoable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TAUT_TYPE_ALARM_VIEW);
  g_type_ensure (TAUT_TYPE_SIGNS_VIEW);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "panel.add-routine", "s",
                                   add_routine_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.remove-routine", "s",
                                   remove_routine_action_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-care-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, alarm_view);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, nothing_today_label);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, plan_group);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, plan_list);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, proposals_group);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, proposals_list);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, signs_view);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, today_label);
  gtk_widget_class_bind_template_child (widget_class, TautCarePage, today_list);
}

static void
taut_care_page_init (TautCarePage *self)
{
  self->record_signals = g_signal_group_new (TAUT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "changed",
                                  G_CALLBACK (record_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
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
  g_return_if_fail (TAUT_IS_PICTURE_BOOK (book));

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
taut_care_page_refresh (TautCarePage *self)
{
  g_return_if_fail (TAUT_IS_CARE_PAGE (self));

  update_page (self);
}
