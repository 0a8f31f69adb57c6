/* taut-point-menu.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-point-menu"

#include "config.h"

#include "taut-point-menu.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-place-name.h"
#include "taut-resources.h"

struct _TautPointMenu
{
  GtkPopover      parent_instance;

  GtkWidget      *title;
  GtkWidget      *list;
  GtkWidget      *more;

  TautChartState *state;
  TautView       *view;
  GArray         *points;
  TautSkinPoint   at;
  char           *chosen;
  gboolean        left;
};

G_DEFINE_FINAL_TYPE (TautPointMenu, taut_point_menu, GTK_TYPE_POPOVER)

/* The point of a row, or NULL for the last one, the plain spot. */
static const TautNearPoint *
get_point (TautPointMenu *self,
           GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  g_assert (TAUT_IS_POINT_MENU (self));

  if (index < 0 || (guint) index >= self->points->len)
    return NULL;

  return &g_array_index (self->points, TautNearPoint, index);
}

static void
preview_row (TautPointMenu *self,
             GtkListBoxRow *row)
{
  const TautNearPoint *near = get_point (self, row);

  g_assert (TAUT_IS_POINT_MENU (self));

  taut_chart_state_set_preview (self->state,
                                near != NULL ? near->point : NULL,
                                near != NULL ? near->side : TAUT_SIDE_LEFT);
}

static void
choose_row (TautPointMenu *self,
            GtkListBoxRow *row)
{
  const TautNearPoint *near = get_point (self, row);
  TautSkinPoint at = self->at;
  double x, y;

  g_assert (TAUT_IS_POINT_MENU (self));

  if (near != NULL)
    {
      TautSkinPoint place = taut_point_get_place (near->point, near->side);

      /* A mark has to appear where the person looks. */
      if (taut_view_project (self->view, &place, &x, &y))
        at = place;
      else
        at.side = near->side;
    }

  taut_chart_state_add_mark (self->state, near != NULL ? near->point : NULL, &at);
  g_free (self->chosen);
  self->chosen = g_strdup (taut_chart_state_get_selected (self->state));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Callbacks */

static void
row_activated_cb (TautPointMenu *self,
                  GtkListBoxRow *row)
{
  choose_row (self, row);
}

static void
row_focus_cb (TautPointMenu *self,
              GParamSpec    *pspec,
              GtkListBoxRow *row)
{
  if (gtk_widget_has_focus (GTK_WIDGET (row)))
    preview_row (self, row);
}

static void
row_enter_cb (TautPointMenu      *self,
              double              x,
              double              y,
              GtkEventController *controller)
{
  preview_row (self, GTK_LIST_BOX_ROW (gtk_event_controller_get_widget (controller)));
}

static void
closed_cb (TautPointMenu *self)
{
  g_assert (TAUT_IS_POINT_MENU (self));

  taut_chart_state_set_preview (self->state, NULL, TAUT_SIDE_LEFT);
}

/* Rows */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The menu goes first: it gives the focus back when it closes. */
static void
about_clicked_cb (TautPointMenu *self,
                  GtkWidget     *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const TautNearPoint *near = get_point (self, GTK_LIST_BOX_ROW (row));
  const char *point_id = near->point->id;
  TautSide side = near->side;

  g_assert (TAUT_IS_POINT_MENU (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "chart.about-point", "(ss)", point_id,
                              taut_side_get_id (side));
}

/* Leads from a point to what is known of it. */
static GtkWidget *
make_about_button (TautPointMenu       *self,
                   const TautNearPoint *near,
                   const char          *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("help-about-symbolic");
  g_autofree char *label = NULL;

  g_assert (TAUT_IS_POINT_MENU (self));

  /* Translators: the name of a point. */
  label = g_strdup_printf (_("Read about: %s"), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Read about it"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (about_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

/* @near is NULL for the plain spot. */
static void
append_row (TautPointMenu       *self,
            const TautNearPoint *near,
            const char          *name,
            const char          *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_assert (TAUT_IS_POINT_MENU (self));

  gtk_box_append (GTK_BOX (box), make_label (name, NULL));
  gtk_box_append (GTK_BOX (box), make_label (detail, "dim-label"));
  gtk_widget_add_css_class (box, "point-row");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (line), box);
  if (near != NULL)
    gtk_box_append (GTK_BOX (line), make_about_button (self, near, name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_signal_connect_object (row, "notify::has-focus",
                           G_CALLBACK (row_focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter",
                           G_CALLBACK (row_enter_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, motion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail,
                                  -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
fill_rows (TautPointMenu *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row;

  g_assert (TAUT_IS_POINT_MENU (self));

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));

  for (guint i = 0; i < self->points->len; i++)
    {
      const TautNearPoint *near = &g_array_index (self->points, TautNearPoint, i);
      g_autofree char *name = taut_name_point (near->point, near->side);
      const char *muscle = taut_name_translate (TAUT_CONTEXT_MUSCLE, near->point->muscle->name);

      append_row (self, near, name, muscle);
    }
  append_row (self, NULL, _("Plain tender spot"), _("Marks the place, without a pattern"));
}

/* Object */

static void
taut_point_menu_dispose (GObject *object)
{
  TautPointMenu *self = TAUT_POINT_MENU (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->view, taut_view_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_POINT_MENU);

  G_OBJECT_CLASS (taut_point_menu_parent_class)->dispose (object);
}

static void
taut_point_menu_finalize (GObject *object)
{
  TautPointMenu *self = TAUT_POINT_MENU (object);

  g_array_unref (self->points);
  g_free (self->chosen);

  G_OBJECT_CLASS (taut_point_menu_parent_class)->finalize (object);
}

static void
taut_point_menu_class_init (TautPointMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_point_menu_dispose;
  object_class->finalize = taut_point_menu_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-point-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, TautPointMenu, list);
  gtk_widget_class_bind_template_child (widget_class, TautPointMenu, more);
  gtk_widget_class_bind_template_child (widget_class, TautPointMenu, title);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
taut_point_menu_init (TautPointMenu *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (TautNearPoint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
taut_point_menu_new (TautChartState *state)
{
  TautPointMenu *self;

  g_return_val_if_fail (TAUT_IS_CHART_STATE (state), NULL);

  self = g_object_new (TAUT_TYPE_POINT_MENU, NULL);
  self->state = g_object_ref (state);

  return GTK_WIDGET (self);
}

void
taut_point_menu_open (TautPointMenu       *self,
                      TautView            *view,
                      const char          *place_name,
                      GArray              *points,
                      const TautSkinPoint *at)
{
  GtkListBoxRow *first;

  g_return_if_fail (TAUT_IS_POINT_MENU (self));
  g_return_if_fail (view != NULL);
  g_return_if_fail (place_name != NULL);
  g_return_if_fail (points != NULL);
  g_return_if_fail (at != NULL);

  g_clear_pointer (&self->view, taut_view_unref);
  self->view = taut_view_ref (view);
  g_array_unref (self->points);
  self->points = g_array_ref (points);
  self->at = *at;
  g_clear_pointer (&self->chosen, g_free);
  self->left = FALSE;

  gtk_label_set_label (GTK_LABEL (self->title), place_name);
  fill_rows (self);
  gtk_popover_popup (GTK_POPOVER (self));
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
more_clicked_cb (TautPointMenu *self)
{
  g_assert (TAUT_IS_POINT_MENU (self));

  self->left = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
append_more (TautPointMenu *self,
             const char    *icon_name,
             const char    *text,
             const char    *action,
             GVariant      *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

  g_assert (TAUT_IS_POINT_MENU (self));

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->more), button);
}

void
taut_point_menu_set_more (TautPointMenu    *self,
                          const TautMuscle *muscle,
                          TautSide          side,
                          const char       *close_up)
{
  GtkWidget *child;

  g_return_if_fail (TAUT_IS_POINT_MENU (self));

  while ((child = gtk_widget_get_first_child (self->more)) != NULL)
    gtk_box_remove (GTK_BOX (self->more), child);

  if (muscle != NULL)
    {
      /* Translators: leads to what is known of a muscle: "About trapezius" */
      g_autofree char *text = g_strdup_printf (_("About %s"),
                                               taut_name_translate (TAUT_CONTEXT_MUSCLE,
                                                                    muscle->name));

      append_more (self, "help-about-symbolic", text, "chart.about-muscle",
                   g_variant_new ("(ss)", muscle->id, taut_side_get_id (side)));
    }
  if (close_up != NULL)
    append_more (self, "taut-close-up-symbolic", taut_place_name_close_up_long (close_up),
                 "chart.open-close-up", g_variant_new_string (close_up));
  gtk_widget_set_visible (self->more, muscle != NULL || close_up != NULL);
}

gboolean
taut_point_menu_get_left (TautPointMenu *self)
{
  g_return_val_if_fail (TAUT_IS_POINT_MENU (self), FALSE);

  return self->left;
}

char *
taut_point_menu_steal_chosen (TautPointMenu *self)
{
  g_return_val_if_fail (TAUT_IS_POINT_MENU (self), NULL);

  return g_steal_pointer (&self->chosen);
}
