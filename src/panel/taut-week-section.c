/* taut-week-section.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-week-section"

#include "config.h"

#include "taut-week-section.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "taut-resources.h"
#include "taut-row-list.h"
#include "taut-week-grid.h"

#define DAYS_A_WEEK 7

/* As far as the buttons lead. */
#define WEEKS_AHEAD 52

struct _TautWeekSection
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *earlier_list;
  AdwExpanderRow *earlier_row;
  TautWeekGrid *grid;
  GtkLabel *heading_label;
  GtkWidget *nothing_label;
  GtkLabel *period_label;

  TautAtlas *atlas;
  TautRecord *record;
  TautWeekState *state;
  GPtrArray *earlier;     /* rows of earlier_row */
  GDate today;
  int offset;             /* weeks from this one */
};

G_DEFINE_FINAL_TYPE (TautWeekSection, taut_week_section, GTK_TYPE_WIDGET)

enum {
  UNDOABLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (TautWeekSection *self,
      char            *text)
{
  g_autofree char *owned = text;

  g_assert (TAUT_IS_WEEK_SECTION (self));

  if (owned != NULL)
    g_signal_emit (self, signals[UNDOABLE], 0, owned);
}

static void
get_monday (TautWeekSection *self,
            GDate           *monday)
{
  g_assert (TAUT_IS_WEEK_SECTION (self));

  *monday = self->today;
  g_date_subtract_days (monday, g_date_get_weekday (monday) - G_DATE_MONDAY);
  if (self->offset >= 0)
    g_date_add_days (monday, self->offset * DAYS_A_WEEK);
  else
    g_date_subtract_days (monday, -self->offset * DAYS_A_WEEK);
}

/* The first day on which anything was planned; %FALSE for an empty plan. */
static gboolean
find_beginning (TautWeekSection *self,
                GDate           *beginning)
{
  GListModel *plan = taut_record_get_plan (self->record);
  guint n = g_list_model_get_n_items (plan);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      const GDate *start = taut_plan_item_get_start (item);

      if (i == 0 || g_date_compare (start, beginning) < 0)
        *beginning = *start;
    }

  return n > 0;
}

static const char *
describe_offset (int offset)
{
  switch (offset)
    {
    case -1:
      return _("Last week");
    case 0:
      return _("This week");
    case 1:
      return _("Next week");
    default:
      return offset < 0 ? _("Earlier week") : _("Later week");
    }
}

static void
show_week (TautWeekSection *self)
{
  g_autofree char *period = NULL;
  gboolean has_earlier;
  GDate beginning;
  GDate monday;

  g_assert (TAUT_IS_WEEK_SECTION (self));

  get_monday (self, &monday);
  g_clear_pointer (&self->state, taut_week_state_free);
  self->state = taut_week_state_new (self->atlas, self->record, &monday, &self->today);

  gtk_label_set_label (self->heading_label, describe_offset (self->offset));
  if (*self->state->progress != '\0')
    /* Translators: a week, then how much of it was done: "23 to 29 November · 5 of 9 done". */
    period = g_strdup_printf (_("%s · %s"), self->state->heading, self->state->progress);
  else
    period = g_strdup (self->state->heading);
  gtk_label_set_label (self->period_label, period);
  taut_week_grid_set_state (self->grid, self->state);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), self->state->rows->len > 0);
  gtk_widget_set_visible (self->nothing_label, self->state->rows->len == 0);

  has_earlier = find_beginning (self, &beginning) && g_date_compare (&beginning, &monday) < 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.previous",
                                 has_earlier || self->offset > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.next", self->offset < WEEKS_AHEAD);
}

/* Earlier weeks */

static void
earlier_row_activated_cb (TautWeekSection *self,
                          GtkListBoxRow   *row)
{
  guint julian = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "monday"));
  GDate this_monday;
  GDate monday;

  g_assert (TAUT_IS_WEEK_SECTION (self));

  self->offset = 0;
  get_monday (self, &this_monday);
  g_date_clear (&monday, 1);
  g_date_set_julian (&monday, julian);
  self->offset = g_date_days_between (&this_monday, &monday) / DAYS_A_WEEK;
  show_week (self);
}

static void
show_earlier (TautWeekSection *self,
              GPtrArray       *weeks)
{
  g_assert (TAUT_IS_WEEK_SECTION (self));

  for (guint i = 0; i < self->earlier->len; i++)
    adw_expander_row_remove (self->earlier_row, g_ptr_array_index (self->earlier, i));
  g_ptr_array_set_size (self->earlier, 0);

  for (guint i = 0; i < weeks->len; i++)
    {
      const TautCareWeek *week = g_ptr_array_index (weeks, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *label = gtk_label_new (week->text);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), week->label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      g_object_set_data (G_OBJECT (row), "monday",
                         GUINT_TO_POINTER (g_date_get_julian (&week->monday)));
      g_signal_connect_object (row, "activated", G_CALLBACK (earlier_row_activated_cb), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->earlier_row, row);
      g_ptr_array_add (self->earlier, row);
    }
  gtk_widget_set_visible (self->earlier_list, weeks->len > 0);
}

/* Callbacks */

static void
grid_chosen_cb (TautWeekSection *self,
                const char      *key,
                int              outcome)
{
  const TautWeekBox *box = taut_week_state_find_box (self->state, key);

  g_assert (TAUT_IS_WEEK_SECTION (self));

  if (box == NULL || box->is_ahead)
    return;

  if (outcome == TAUT_OUTCOME_SORE)
    tell (self, taut_care_edit_too_sore (self->atlas, self->record, &box->place));
  else
    taut_care_edit_set_outcome (self->record, &box->place, outcome);
}

static void
grid_moved_cb (TautWeekSection *self,
               const char      *key,
               guint            weekday)
{
  const TautWeekBox *box = taut_week_state_find_box (self->state, key);
  GDate date;

  g_assert (TAUT_IS_WEEK_SECTION (self));

  if (box == NULL || weekday >= DAYS_A_WEEK)
    return;

  date = self->state->monday;
  g_date_add_days (&date, weekday);
  tell (self, taut_care_edit_move (self->atlas, self->record, &box->place, &date,
                                   box->place.minute));
}

static void
grid_left_out_cb (TautWeekSection *self,
                  const char      *key)
{
  const TautWeekBox *box = taut_week_state_find_box (self->state, key);

  g_assert (TAUT_IS_WEEK_SECTION (self));

  if (box != NULL)
    tell (self, taut_care_edit_leave_out (self->atlas, self->record, &box->place));
}

static void
previous_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TautWeekSection *self = TAUT_WEEK_SECTION (widget);

  self->offset--;
  show_week (self);
}

static void
next_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautWeekSection *self = TAUT_WEEK_SECTION (widget);

  self->offset++;
  show_week (self);
}

/* GObject */

static void
taut_week_section_dispose (GObject *object)
{
  TautWeekSection *self = TAUT_WEEK_SECTION (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->record);
  g_clear_pointer (&self->state, taut_week_state_free);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_WEEK_SECTION);

  G_OBJECT_CLASS (taut_week_section_parent_class)->dispose (object);
}

static void
taut_week_section_class_init (TautWeekSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_week_section_dispose;

  signals[UNDOABLE] =
    g_signal_new ("undoable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TAUT_TYPE_WEEK_GRID);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "week.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "week.previous", NULL, previous_action_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-week-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TautWeekSection, content);
  gtk_widget_class_bind_template_child (widget_class, TautWeekSection, earlier_list);
  gtk_widget_class_bind_template_child (widget_class, TautWeekSection, earlier_row);
  gtk_widget_class_bind_template_child (widget_class, TautWeekSection, grid);
  gtk_widget_class_bind_template_child (widget_class, TautWeekSection, heading_label);
  gtk_widget_class_bind_template_child (widget_class, TautWeekSection, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, TautWeekSection, period_label);
  gtk_widget_class_bind_template_callback (widget_class, grid_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_left_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_moved_cb);
}

static void
taut_week_section_init (TautWeekSection *self)
{
  self->earlier = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
taut_week_section_update (TautWeekSection *self,
                          TautAtlas       *atlas,
                          TautRecord      *record,
                          const GDate     *today,
                          GPtrArray       *weeks)
{
  g_return_if_fail (TAUT_IS_WEEK_SECTION (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_RECORD (record));
  g_return_if_fail (today != NULL && g_date_valid (today));
  g_return_if_fail (weeks != NULL);

  g_set_object (&self->atlas, atlas);
  if (g_set_object (&self->record, record))
    self->offset = 0;
  self->today = *today;

  show_week (self);
  show_earlier (self, weeks);
}
