/* taut-week-grid.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-week-grid"

#include "config.h"

#include "taut-week-grid.h"

#include "taut-panel-text.h"
#include "taut-plan-item.h"
#include "taut-week-cells.h"
#include "taut-week-session.h"

/* Rows below the one with the days; columns beside the one with the names. */
#define FIRST_ROW 1
#define FIRST_COLUMN 1

#define SESSIONS_A_LINE 3

struct _TautWeekGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget *menu;
  char *menu_key;         /* of the session that the menu is about */
  char *shown;            /* all that is shown, as a text */
};

G_DEFINE_FINAL_TYPE (TautWeekGrid, taut_week_grid, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  MOVED,
  LEFT_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_key (GtkWidget *button)
{
  return taut_week_session_get_key (TAUT_WEEK_SESSION (button));
}

static int
get_weekday (TautWeekGrid *self,
             GtkWidget    *widget)
{
  g_assert (TAUT_IS_WEEK_GRID (self));

  return taut_week_cells_get_column (self->grid, widget) - FIRST_COLUMN;
}

static gboolean
has_key (GtkWidget *button,
         gpointer   key)
{
  return g_strcmp0 (get_key (button), key) == 0;
}

static gboolean
has_focus (GtkWidget *button,
           gpointer   user_data)
{
  return gtk_widget_is_focus (button);
}

/* One Tab stop for the whole grid: only @stop can be reached by Tab. */
static gboolean
set_stop (GtkWidget *button,
          gpointer   stop)
{
  gtk_widget_set_focusable (button, button == stop);

  return FALSE;
}

static void
move_stop (TautWeekGrid *self,
           GtkWidget    *stop)
{
  g_assert (TAUT_IS_WEEK_GRID (self));

  taut_week_cells_find (self->grid, set_stop, stop);
}

static void
focus_session (TautWeekGrid *self,
               GtkWidget    *button)
{
  g_assert (TAUT_IS_WEEK_GRID (self));
  g_assert (GTK_IS_BUTTON (button));

  gtk_widget_set_focusable (button, TRUE);
  gtk_widget_grab_focus (button);
  move_stop (self, button);
}

/* What is said of a session */

static void
menu_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautWeekGrid *self = TAUT_WEEK_GRID (widget);
  g_autofree char *key = g_strdup (self->menu_key);

  if (key == NULL)
    return;

  if (g_str_equal (action_name, "session.choose"))
    g_signal_emit (self, signals[CHOSEN], 0, key, g_variant_get_int32 (parameter));
  else if (g_str_equal (action_name, "session.move"))
    g_signal_emit (self, signals[MOVED], 0, key, (guint) g_variant_get_int32 (parameter));
  else
    g_signal_emit (self, signals[LEFT_OUT], 0, key);
}

static void
show_menu (TautWeekGrid *self,
           GtkWidget    *button)
{
  g_autoptr (GMenuModel) model = NULL;
  double x;
  double y;

  g_assert (TAUT_IS_WEEK_GRID (self));

  g_free (self->menu_key);
  self->menu_key = g_strdup (get_key (button));
  model = taut_week_session_new_menu (TAUT_WEEK_SESSION (button), get_weekday (self, button));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  if (gtk_widget_translate_coordinates (button, GTK_WIDGET (self),
                                        gtk_widget_get_width (button) / 2.0,
                                        gtk_widget_get_height (button), &x, &y))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* A click ticks what is behind us, and asks what to do with what is ahead. */
static void
session_clicked_cb (TautWeekGrid *self,
                    GtkWidget    *button)
{
  g_assert (TAUT_IS_WEEK_GRID (self));

  move_stop (self, button);
  if (taut_week_session_is_ahead (TAUT_WEEK_SESSION (button)))
    {
      show_menu (self, button);
    }
  else
    {
      g_autofree char *key = g_strdup (get_key (button));
      gboolean done =
        taut_week_session_get_state (TAUT_WEEK_SESSION (button)) == TAUT_SESSION_DONE;

      g_signal_emit (self, signals[CHOSEN], 0, key, done ? -1 : (int) TAUT_OUTCOME_DONE);
    }
}

/* Keys */

static gboolean
move_focus (TautWeekGrid *self,
            GtkWidget    *from,
            int           row_step,
            int           column_step)
{
  GtkWidget *to = taut_week_cells_find_neighbour (self->grid, from, row_step,
                                                  column_step);

  g_assert (TAUT_IS_WEEK_GRID (self));

  if (to != NULL)
    focus_session (self, to);

  return to != NULL;
}

static void
move_session (TautWeekGrid *self,
              GtkWidget    *button,
              int           step)
{
  int day = get_weekday (self, button) + step;

  g_assert (TAUT_IS_WEEK_GRID (self));

  if (day >= 0 && day < TAUT_WEEK_STATE_DAYS)
    {
      g_autofree char *key = g_strdup (get_key (button));

      g_signal_emit (self, signals[MOVED], 0, key, (guint) day);
    }
}

static gboolean
key_pressed_cb (TautWeekGrid    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  GtkWidget *button;
  int forward;

  g_assert (TAUT_IS_WEEK_GRID (self));

  button = taut_week_cells_find (self->grid, has_focus, NULL);
  if (button == NULL)
    return GDK_EVENT_PROPAGATE;

  forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
        forward = -forward;
      if ((modifiers & GDK_ALT_MASK) != 0)
        move_session (self, button, forward);
      else
        move_focus (self, button, 0, forward);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_focus (self, button, -1, 0);

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_focus (self, button, 1, 0);

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      {
        g_autofree char *key = g_strdup (get_key (button));

        g_signal_emit (self, signals[LEFT_OUT], 0, key);
        return GDK_EVENT_STOP;
      }

    case GDK_KEY_Menu:
      show_menu (self, button);
      return GDK_EVENT_STOP;

    case GDK_KEY_F10:
      if ((modifiers & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      show_menu (self, button);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Dragging */

/* Only sessions of this grid, and of the same routine, can be put down. */
static gboolean
day_drop_cb (TautWeekGrid  *self,
             const GValue  *value,
             double         x,
             double         y,
             GtkDropTarget *target)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autofree char *key = g_value_dup_string (value);
  GtkWidget *button;
  int row;

  g_assert (TAUT_IS_WEEK_GRID (self));

  button = taut_week_cells_find (self->grid, has_key, key);
  gtk_grid_query_child (self->grid, cell, NULL, &row, NULL, NULL);
  if (button == NULL || taut_week_cells_get_row (self->grid, button) != row
      || get_weekday (self, button) == get_weekday (self, cell))
    return FALSE;

  g_signal_emit (self, signals[MOVED], 0, key, (guint) get_weekday (self, cell));

  return TRUE;
}

/* What is shown */

static GtkWidget *
new_session (TautWeekGrid      *self,
             const TautWeekBox *box)
{
  GtkWidget *button = taut_week_session_new (box);

  g_assert (TAUT_IS_WEEK_GRID (self));

  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (session_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "menu", G_CALLBACK (show_menu), self, G_CONNECT_SWAPPED);

  return button;
}

/* Two stand close together, so that the days stay apart. */
static void
add_sessions (TautWeekGrid *self,
              GtkWidget    *cell,
              GPtrArray    *boxes)
{
  g_assert (TAUT_IS_WEEK_GRID (self));

  for (guint i = 0; i < boxes->len; i++)
    {
      GtkWidget *button = new_session (self, g_ptr_array_index (boxes, i));

      gtk_widget_set_hexpand (button, TRUE);
      if (boxes->len == 2)
        gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)),
                               i == 0 ? GTK_ALIGN_END : GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (cell), button, i % SESSIONS_A_LINE, i / SESSIONS_A_LINE, 1, 1);
    }
}

static void
add_day (TautWeekGrid *self,
         GPtrArray    *boxes,
         int           column,
         int           row,
         gboolean      is_today)
{
  GtkWidget *cell = gtk_grid_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  g_assert (TAUT_IS_WEEK_GRID (self));

  gtk_grid_set_column_homogeneous (GTK_GRID (cell), TRUE);
  gtk_widget_add_css_class (cell, "day");
  if (is_today)
    gtk_widget_add_css_class (cell, "today");
  if (boxes->len > 1)
    gtk_widget_add_css_class (cell, boxes->len > 2 ? "many" : "pair");
  gtk_widget_set_hexpand (cell, TRUE);
  g_signal_connect_object (target, "drop", G_CALLBACK (day_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));

  if (boxes->len == 0)
    {
      GtkWidget *dash = gtk_label_new ("–");

      gtk_widget_add_css_class (dash, "none");
      gtk_widget_set_hexpand (dash, TRUE);
      gtk_widget_set_vexpand (dash, TRUE);
      gtk_grid_attach (GTK_GRID (cell), dash, 0, 0, 1, 1);
    }
  add_sessions (self, cell, boxes);

  gtk_grid_attach (self->grid, cell, column, row, 1, 1);
}

static void
add_heads (TautWeekGrid *self,
           guint         today)
{
  g_assert (TAUT_IS_WEEK_GRID (self));

  for (guint i = 0; i < TAUT_WEEK_STATE_DAYS; i++)
    {
      GtkWidget *label = gtk_label_new (taut_panel_text_short_weekday (i));

      gtk_widget_add_css_class (label, "day-name");
      if (i == today)
        gtk_widget_add_css_class (label, "today");
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      taut_panel_text_weekday (i), -1);
      gtk_grid_attach (self->grid, label, FIRST_COLUMN + i, 0, 1, 1);
    }
}

static void
add_row (TautWeekGrid      *self,
         const TautWeekRow *row,
         int                position,
         guint              today)
{
  GtkWidget *label = gtk_label_new (row->title);

  g_assert (TAUT_IS_WEEK_GRID (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_tooltip_text (label, row->title);
  gtk_widget_add_css_class (label, "row-name");
  gtk_grid_attach (self->grid, label, 0, position, 1, 1);

  for (guint i = 0; i < TAUT_WEEK_STATE_DAYS; i++)
    add_day (self, row->boxes[i], FIRST_COLUMN + i, position, i == today);
}

static void
clear (TautWeekGrid *self)
{
  GtkWidget *child;

  g_assert (TAUT_IS_WEEK_GRID (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

/* GObject */

static void
taut_week_grid_dispose (GObject *object)
{
  TautWeekGrid *self = TAUT_WEEK_GRID (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->menu_key, g_free);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (taut_week_grid_parent_class)->dispose (object);
}

static void
taut_week_grid_class_init (TautWeekGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_week_grid_dispose;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[LEFT_OUT] =
    g_signal_new ("left-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "session.choose", "i", menu_action_cb);
  gtk_widget_class_install_action (widget_class, "session.move", "i", menu_action_cb);
  gtk_widget_class_install_action (widget_class, "session.leave-out", NULL, menu_action_cb);
}

static void
taut_week_grid_init (TautWeekGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Public */

GtkWidget *
taut_week_grid_new (void)
{
  return g_object_new (TAUT_TYPE_WEEK_GRID, NULL);
}

/* All that the grid shows of @state: most changes of a record leave it as it is. */
static char *
describe (const TautWeekState *state)
{
  GString *text = g_string_new (NULL);

  g_assert (state != NULL);

  g_string_append_printf (text, "%u", state->today);
  for (guint i = 0; i < state->rows->len; i++)
    {
      const TautWeekRow *row = g_ptr_array_index (state->rows, i);

      g_string_append_printf (text, "\n%s", row->title);
      for (guint day = 0; day < TAUT_WEEK_STATE_DAYS; day++)
        {
          for (guint n = 0; n < row->boxes[day]->len; n++)
            {
              const TautWeekBox *box = g_ptr_array_index (row->boxes[day], n);

              g_string_append_printf (text, "\n%s %s %d", box->key, box->name, box->is_ahead);
            }
        }
    }

  return g_string_free (text, FALSE);
}

void
taut_week_grid_set_state (TautWeekGrid        *self,
                          const TautWeekState *state)
{
  g_autofree char *stop_key = NULL;
  char *shown;
  GtkWidget *focused;
  GtkWidget *stop = NULL;

  g_return_if_fail (TAUT_IS_WEEK_GRID (self));
  g_return_if_fail (state != NULL);

  shown = describe (state);
  if (g_strcmp0 (shown, self->shown) == 0)
    {
      g_free (shown);
      return;
    }
  g_free (self->shown);
  self->shown = shown;

  focused = taut_week_cells_find (self->grid, has_focus, NULL);
  if (focused != NULL)
    stop_key = g_strdup (get_key (focused));

  clear (self);
  add_heads (self, state->today);
  for (guint i = 0; i < state->rows->len; i++)
    add_row (self, g_ptr_array_index (state->rows, i), FIRST_ROW + i, state->today);

  if (stop_key != NULL)
    stop = taut_week_cells_find (self->grid, has_key, stop_key);
  if (stop == NULL)
    stop = taut_week_cells_find (self->grid, NULL, NULL);
  if (stop == NULL)
    return;

  move_stop (self, stop);
  if (focused != NULL)
    gtk_widget_grab_focus (stop);
}
