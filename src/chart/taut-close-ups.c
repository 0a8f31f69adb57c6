/* taut-close-ups.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-close-ups"

#include "config.h"

#include "taut-close-ups.h"

#include <glib/gi18n.h>

#include "taut-place-name.h"
#include "taut-view-picture.h"

#define PICTURE_SIZE 64
#define N_COLUMNS 5
#define MOST_IN_GROUP 5

struct _TautCloseUps
{
  GtkPopover      parent_instance;

  GtkWidget      *grid;

  TautChartState *state;
  GPtrArray      *views;
  GHashTable     *buttons;        /* view id to button */
  GHashTable     *badges;         /* view id to label */
};

G_DEFINE_FINAL_TYPE (TautCloseUps, taut_close_ups, GTK_TYPE_POPOVER)

/* Where a group stands in the grid, and what it holds. */
static const struct
{
  const char *name;
  int column;
  int row;
  struct
  {
    const char *id;
    const char *name;
  } views[MOST_IN_GROUP];
} groups[] = {
  { N_("Head"), 0, 0,
    { { "head-front", NC_("close-up", "Front") }, { "head-back", NC_("close-up", "Back") },
      { "head-left", NC_("close-up", "Left") }, { "head-right", NC_("close-up", "Right") },
      { "head-top", NC_("close-up", "Top") } } },
  { N_("Left hand"), 0, 2,
    { { "hand-left-palm", NC_("close-up", "Palm") },
      { "hand-left-back", NC_("close-up", "Back") } } },
  { N_("Right hand"), 2, 2,
    { { "hand-right-palm", NC_("close-up", "Palm") },
      { "hand-right-back", NC_("close-up", "Back") } } },
  { N_("Left foot"), 0, 4,
    { { "foot-left-top", NC_("close-up", "Top") }, { "foot-left-sole", NC_("close-up", "Sole") },
      { "foot-left-inner", NC_("close-up", "Inner side") },
      { "foot-left-outer", NC_("close-up", "Outer side") } } },
  { N_("Right foot"), 0, 6,
    { { "foot-right-top", NC_("close-up", "Top") }, { "foot-right-sole", NC_("close-up", "Sole") },
      { "foot-right-inner", NC_("close-up", "Inner side") },
      { "foot-right-outer", NC_("close-up", "Outer side") } } },
};

/* Whether a mark lies where a close-up is the one to look at: of a hand or a foot at
 * all, of the head from where it is seen. */
static gboolean
shows_mark (TautView   *view,
            TautMark   *mark,
            const char *close_up)
{
  TautSkinHit hit = { 0 };
  double x, y;

  hit.at = *taut_mark_get_place (mark);

  return g_strcmp0 (taut_view_find_close_up (view, &hit), close_up) == 0 &&
         (!g_str_has_prefix (close_up, "head") ||
          taut_view_project (view, taut_mark_get_place (mark), &x, &y));
}

static void
update_badge (TautCloseUps *self,
              const char   *view_id)
{
  guint count = taut_close_ups_count (self, view_id);
  GtkWidget *badge = g_hash_table_lookup (self->badges, view_id);
  const char *name = taut_place_name_close_up_long (view_id);
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *label = NULL;

  g_assert (TAUT_IS_CLOSE_UPS (self));

  gtk_label_set_label (GTK_LABEL (badge), number);
  gtk_widget_set_visible (badge, count > 0);
  label = count > 0 ? g_strdup_printf (ngettext ("%s, %u mark", "%s, %u marks", count), name, count)
                    : g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (g_hash_table_lookup (self->buttons, view_id)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_badges (TautCloseUps *self)
{
  const char *const *ids = taut_view_list_close_ups ();

  g_assert (TAUT_IS_CLOSE_UPS (self));

  for (guint i = 0; self->views != NULL && ids[i] != NULL; i++)
    update_badge (self, ids[i]);
}

static GtkWidget *
make_button (TautCloseUps *self,
             const char   *view_id,
             const char   *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *badge = gtk_label_new (NULL);
  GtkWidget *label = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "close-up", name));

  g_assert (TAUT_IS_CLOSE_UPS (self));

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (badge, "count-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_halign (badge, GTK_ALIGN_END);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box),
                  taut_view_picture_new (taut_chart_state_get_atlas (self->state), view_id,
                                         taut_chart_state_get_figure (self->state),
                                         PICTURE_SIZE, PICTURE_SIZE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), badge);
  gtk_button_set_child (GTK_BUTTON (button), overlay);
  gtk_widget_add_css_class (button, "view-thumbnail");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "chart.open-close-up");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", view_id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->buttons, (gpointer) view_id, button);
  g_hash_table_insert (self->badges, (gpointer) view_id, badge);

  return button;
}

static void
fill (TautCloseUps *self)
{
  g_assert (TAUT_IS_CLOSE_UPS (self));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *heading = gtk_label_new (_(groups[i].name));

      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "heading");
      gtk_grid_attach (GTK_GRID (self->grid), heading, groups[i].column, groups[i].row,
                       N_COLUMNS - groups[i].column > 2 && groups[i].row != 2 ? N_COLUMNS : 2, 1);
      for (int k = 0; k < MOST_IN_GROUP && groups[i].views[k].id != NULL; k++)
        gtk_grid_attach (GTK_GRID (self->grid),
                         make_button (self, groups[i].views[k].id, groups[i].views[k].name),
                         groups[i].column + k, groups[i].row + 1, 1, 1);
    }
}

/* Widget */

static void
taut_close_ups_map (GtkWidget *widget)
{
  update_badges (TAUT_CLOSE_UPS (widget));

  GTK_WIDGET_CLASS (taut_close_ups_parent_class)->map (widget);
}

static void
taut_close_ups_dispose (GObject *object)
{
  TautCloseUps *self = TAUT_CLOSE_UPS (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->views, g_ptr_array_unref);

  G_OBJECT_CLASS (taut_close_ups_parent_class)->dispose (object);
}

static void
taut_close_ups_finalize (GObject *object)
{
  TautCloseUps *self = TAUT_CLOSE_UPS (object);

  g_hash_table_unref (self->buttons);
  g_hash_table_unref (self->badges);

  G_OBJECT_CLASS (taut_close_ups_parent_class)->finalize (object);
}

static void
taut_close_ups_class_init (TautCloseUpsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = taut_close_ups_dispose;
  object_class->finalize = taut_close_ups_finalize;
  GTK_WIDGET_CLASS (klass)->map = taut_close_ups_map;
}

static void
taut_close_ups_init (TautCloseUps *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->buttons = g_hash_table_new (g_str_hash, g_str_equal);
  self->badges = g_hash_table_new (g_str_hash, g_str_equal);
  self->grid = gtk_grid_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "close-ups");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close-ups"), -1);
}

/* Public */

void
taut_close_ups_set_views (TautCloseUps   *self,
                          TautChartState *state,
                          GPtrArray      *views)
{
  g_return_if_fail (TAUT_IS_CLOSE_UPS (self));
  g_return_if_fail (TAUT_IS_CHART_STATE (state));
  g_return_if_fail (views != NULL);

  g_ptr_array_ref (views);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->views = views;
  if (self->state != NULL)
    return;

  self->state = g_object_ref (state);
  fill (self);
}

guint
taut_close_ups_count (TautCloseUps *self,
                      const char   *view_id)
{
  GListModel *marks;
  guint count = 0;

  g_return_val_if_fail (TAUT_IS_CLOSE_UPS (self), 0);
  g_return_val_if_fail (self->views != NULL, 0);

  marks = taut_chart_state_get_marks (self->state);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      gboolean shown = FALSE;

      for (guint k = 0; k < self->views->len && !shown; k++)
        shown = shows_mark (g_ptr_array_index (self->views, k), mark, view_id);
      count += shown;
    }

  return count;
}
