/* taut-week-grid.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-week-grid"

#include "config.h"

#include "taut-week-grid.h"

#include <glib/gi18n.h>

#include "taut-panel-text.h"
#include "taut-plan-item.h"

/* Rows below the one with the days; columns beside the one with the names. */
#define FIRST_ROW 1
#define FIRST_COLUMN 1

struct _TautWeekGrid
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *menu;
  char *menu_key;         /* of the session that the menu is about */
};

G_DEFINE_FINAL_TYPE (TautWeekGrid, taut_week_grid, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  MOVED,
  LEFT_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *css_class;
  const char *icon;
} looks[] = {
  [TAUT_SESSION_OPEN] = { "open", NULL },
  [TAUT_SESSION_DONE] = { "done", "object-select-symbolic" },
  [TAUT_SESSION_SORE] = { "sore", "list-remove-symbolic" },
  [TAUT_SESSION_SKIPPED] = { "skipped", "go-next-symbolic" },
  [TAUT_SESSION_MISSED] = { "missed", NULL },
};

static GQuark
key_quark (void)
{
  return g_quark_from_static_string ("taut-week-key");
}

static const char *
get_key (GtkWidget *button)
{
  return g_object_get_qdata (G_OBJECT (button), key_quark ());
}

/* The column that a widget of the grid stands in. */
static int
get_column (TautWeekGrid *self,
            GtkWidget    *widget)
{
  int column = 0;

  g_assert (TAUT_IS_WEEK_GRID (self));

  while (widget != NULL && gtk_widget_get_parent (widget) != self->grid)
    widget = gtk_widget_get_parent (widget);
  if (widget != NULL)
    gtk_grid_query_child (GTK_GRID (self->grid), widget, &column, NULL, NULL, NULL);

  return column;
}

static int
get_row (TautWeekGrid *self,
         GtkWidget    *button)
{
  int row = 0;

  gtk_grid_query_child (GTK_GRID (self->grid), gtk_widget_get_parent (button), NULL, &row,
                        NULL, NULL);

  return row;
}

/* Calls @func for each session until it answers with %TRUE, and returns that one. */
typedef gboolean (* SessionFunc) (GtkWidget *button,
                                  gpointer   user_data);

static GtkWidget *
find_session (TautWeekGrid *self,
              SessionFunc   func,
              gpointer      user_data)
{
  g_assert (TAUT_IS_WEEK_GRID (self));

  for (GtkWidget *cell = gtk_widget_get_first_child (self->grid); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      if (!gtk_widget_has_css_class (cell, "day"))
        continue;

      for (GtkWidget *button = gtk_widget_get_first_child (cell); button != NULL;
           button = gtk_widget_get_next_sibling (button))
        {
          if (func (button, user_data))
            return button;
        }
    }

  return NULL;
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

static gboolean
is_any (GtkWidget *button,
        gpointer   user_data)
{
  return TRUE;
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

  find_session (self, set_stop, stop);
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
session_clicked_cb (TautWeekGrid *self,
                    GtkWidget    *button)
{
  gboolean done = gtk_widget_has_css_class (button, "done");
  g_autofree char *key = g_strdup (get_key (button));

  g_assert (TAUT_IS_WEEK_GRID (self));

  move_stop (self, button);
  g_signal_emit (self, signals[CHOSEN], 0, key, done ? -1 : (int) TAUT_OUTCOME_DONE);
}

static void
choose_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TautWeekGrid *self = TAUT_WEEK_GRID (widget);
  g_autofree char *key = g_strdup (self->menu_key);

  if (key != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, key, g_variant_get_int32 (parameter));
}

static void
move_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautWeekGrid *self = TAUT_WEEK_GRID (widget);
  g_autofree char *key = g_strdup (self->menu_key);

  if (key != NULL)
    g_signal_emit (self, signals[MOVED], 0, key, (guint) g_variant_get_int32 (parameter));
}

static void
leave_out_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TautWeekGrid *self = TAUT_WEEK_GRID (widget);
  g_autofree char *key = g_strdup (self->menu_key);

  if (key != NULL)
    g_signal_emit (self, signals[LEFT_OUT], 0, key);
}

/* The menu of a session */

static GMenuModel *
new_menu_model (guint column)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) outcomes = g_menu_new ();
  g_autoptr (GMenu) days = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  g_menu_append (outcomes, _("Done"), "week.choose(0)");
  g_menu_append (outcomes, _("Too sore"), "week.choose(1)");
  g_menu_append (outcomes, _("Skipped"), "week.choose(2)");
  g_menu_append (outcomes, _("Open again"), "week.choose(-1)");
  for (guint i = 0; i < TAUT_WEEK_STATE_DAYS; i++)
    {
      g_autofree char *action = g_strdup_printf ("week.move(%u)", i);

      if (i != column)
        g_menu_append (days, taut_panel_text_weekday (i), action);
    }
  g_menu_append_submenu (rest, _("Move to"), G_MENU_MODEL (days));
  g_menu_append (rest, _("Leave out this time"), "week.leave-out");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (outcomes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  return G_MENU_MODEL (menu);
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
  model = new_menu_model (get_column (self, button) - FIRST_COLUMN);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  if (gtk_widget_translate_coordinates (button, GTK_WIDGET (self),
                                        gtk_widget_get_width (button) / 2.0,
                                        gtk_widget_get_height (button), &x, &y))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
session_pressed_cb (TautWeekGrid    *self,
                    int              n_press,
                    double           x,
                    double           y,
                    GtkGestureClick *gesture)
{
  g_assert (TAUT_IS_WEEK_GRID (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
session_held_cb (TautWeekGrid *self,
                 double        x,
                 double        y,
                 GtkGesture   *gesture)
{
  g_assert (TAUT_IS_WEEK_GRID (self));

  show_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

/* Keys */

typedef struct
{
  TautWeekGrid *self;
  GtkWidget *from;
  int row_step;
  int column_step;
  GtkWidget *best;
  int best_distance;
} Search;

/* The nearest session in the direction that is sought: along the row for the
 * horizontal keys, in the next row that has one for the vertical keys. */
static gboolean
compare_session (GtkWidget *button,
                 gpointer   user_data)
{
  Search *search = user_data;
  int rows = (get_row (search->self, button) - get_row (search->self, search->from));
  int columns = get_column (search->self, button) - get_column (search->self, search->from);
  int along = search->row_step != 0 ? rows * search->row_step : columns * search->column_step;
  int across = search->row_step != 0 ? ABS (columns) : ABS (rows);
  int distance;

  if (along <= 0 || (search->column_step != 0 && across != 0))
    return FALSE;

  distance = along * (search->row_step != 0 ? 100 : 1) + across;
  if (search->best == NULL || distance < search->best_distance)
    {
      search->best = button;
      search->best_distance = distance;
    }

  return FALSE;
}

static gboolean
move_focus (TautWeekGrid *self,
            GtkWidget    *from,
            int           row_step,
            int           column_step)
{
  Search search = { .self = self, .from = from, .row_step = row_step, .column_step = column_step };
  GtkWidget *sibling = NULL;

  g_assert (TAUT_IS_WEEK_GRID (self));

  if (column_step > 0)
    sibling = gtk_widget_get_next_sibling (from);
  else if (column_step < 0)
    sibling = gtk_widget_get_prev_sibling (from);
  if (sibling == NULL)
    find_session (self, compare_session, &search);

  if (sibling == NULL && search.best == NULL)
    return FALSE;

  focus_session (self, sibling != NULL ? sibling : search.best);

  return TRUE;
}

static void
move_session (TautWeekGrid *self,
              GtkWidget    *button,
              int           step)
{
  int day = get_column (self, button) - FIRST_COLUMN + step;

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

  button = find_session (self, has_focus, NULL);
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

static GdkContentProvider *
session_prepare_cb (GtkDragSource *source,
                    double         x,
                    double         y,
                    GtkWidget     *button)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, get_key (button));
}

static void
session_drag_begin_cb (GtkDragSource *source,
                       GdkDrag       *drag,
                       GtkWidget     *button)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (button);

  gtk_drag_source_set_icon (source, picture, gtk_widget_get_width (button) / 2,
                            gtk_widget_get_height (button) / 2);
}

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

  button = find_session (self, has_key, key);
  gtk_grid_query_child (GTK_GRID (self->grid), cell, NULL, &row, NULL, NULL);
  if (button == NULL || get_row (self, button) != row
      || get_column (self, button) == get_column (self, cell))
    return FALSE;

  g_signal_emit (self, signals[MOVED], 0, key, (guint) (get_column (self, cell) - FIRST_COLUMN));

  return TRUE;
}

/* What is shown */

static GtkWidget *
new_session (TautWeekGrid      *self,
             const TautWeekBox *box)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *ring = gtk_image_new_from_icon_name (looks[box->state].icon);
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  g_assert (TAUT_IS_WEEK_GRID (self));
  g_assert (box != NULL);

  gtk_widget_set_halign (ring, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (ring, "ring");
  gtk_button_set_child (GTK_BUTTON (button), ring);
  gtk_widget_add_css_class (button, "session");
  gtk_widget_add_css_class (button, looks[box->state].css_class);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, box->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  box->name, -1);
  g_object_set_qdata_full (G_OBJECT (button), key_quark (), g_strdup (box->key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (session_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (session_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (press));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (session_held_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (hold));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (session_prepare_cb), button);
  g_signal_connect (source, "drag-begin", G_CALLBACK (session_drag_begin_cb), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));

  return button;
}

static void
add_day (TautWeekGrid *self,
         GPtrArray    *boxes,
         int           column,
         int           row,
         gboolean      is_today)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  g_assert (TAUT_IS_WEEK_GRID (self));

  gtk_widget_add_css_class (cell, "day");
  if (is_today)
    gtk_widget_add_css_class (cell, "today");
  if (boxes->len > 2)
    gtk_widget_add_css_class (cell, "many");
  gtk_widget_set_hexpand (cell, TRUE);
  g_signal_connect_object (target, "drop", G_CALLBACK (day_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));

  for (guint i = 0; i < boxes->len; i++)
    {
      GtkWidget *button = new_session (self, g_ptr_array_index (boxes, i));

      if (boxes->len == 1)
        {
          gtk_widget_set_hexpand (button, TRUE);
          gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
        }
      gtk_box_append (GTK_BOX (cell), button);
    }
  gtk_box_set_homogeneous (GTK_BOX (cell), boxes->len > 1);

  gtk_grid_attach (GTK_GRID (self->grid), cell, column, row, 1, 1);
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
      gtk_grid_attach (GTK_GRID (self->grid), label, FIRST_COLUMN + i, 0, 1, 1);
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
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, position, 1, 1);

  for (guint i = 0; i < TAUT_WEEK_STATE_DAYS; i++)
    add_day (self, row->boxes[i], FIRST_COLUMN + i, position, i == today);
}

static void
clear (TautWeekGrid *self)
{
  GtkWidget *child;

  g_assert (TAUT_IS_WEEK_GRID (self));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

/* GObject */

static void
taut_week_grid_dispose (GObject *object)
{
  TautWeekGrid *self = TAUT_WEEK_GRID (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->menu_key, g_free);

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
  gtk_widget_class_install_action (widget_class, "week.choose", "i", choose_action_cb);
  gtk_widget_class_install_action (widget_class, "week.move", "i", move_action_cb);
  gtk_widget_class_install_action (widget_class, "week.leave-out", NULL, leave_out_action_cb);
}

static void
taut_week_grid_init (TautWeekGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = gtk_grid_new ();
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

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

void
taut_week_grid_set_state (TautWeekGrid        *self,
                          const TautWeekState *state)
{
  g_autofree char *stop_key = NULL;
  GtkWidget *focused;
  GtkWidget *stop = NULL;

  g_return_if_fail (TAUT_IS_WEEK_GRID (self));
  g_return_if_fail (state != NULL);

  focused = find_session (self, has_focus, NULL);
  if (focused != NULL)
    stop_key = g_strdup (get_key (focused));

  clear (self);
  add_heads (self, state->today);
  for (guint i = 0; i < state->rows->len; i++)
    add_row (self, g_ptr_array_index (state->rows, i), FIRST_ROW + i, state->today);

  if (stop_key != NULL)
    stop = find_session (self, has_key, stop_key);
  if (stop == NULL)
    stop = find_session (self, is_any, NULL);
  if (stop == NULL)
    return;

  move_stop (self, stop);
  if (focused != NULL)
    gtk_widget_grab_focus (stop);
}
