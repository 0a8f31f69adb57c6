/* taut-view-thumbnail.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-view-thumbnail"

#include "config.h"

#include "taut-view-thumbnail.h"

#include <glib/gi18n.h>

#include "taut-figure-picture.h"
#include "taut-place-name.h"
#include "taut-resources.h"

struct _TautViewThumbnail
{
  GtkButton          parent_instance;

  GtkLabel          *badge;
  GtkLabel          *name;
  TautFigurePicture *picture;

  TautChartState    *state;
  TautRaster        *raster;
  guint              count;
};

G_DEFINE_FINAL_TYPE (TautViewThumbnail, taut_view_thumbnail, GTK_TYPE_BUTTON)

static guint
count_marks (TautViewThumbnail *self)
{
  GListModel *marks = taut_chart_state_get_marks (self->state);
  guint count = 0;

  g_assert (TAUT_IS_VIEW_THUMBNAIL (self));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      double x, y;

      if (taut_view_project (taut_raster_get_view (self->raster), taut_mark_get_place (mark), &x, &y))
        count++;
    }

  return count;
}

static void
update_count (TautViewThumbnail *self)
{
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  const char *name = taut_place_name_view (taut_raster_get_view (self->raster));

  g_assert (TAUT_IS_VIEW_THUMBNAIL (self));

  self->count = count_marks (self);
  number = g_strdup_printf ("%u", self->count);
  gtk_label_set_label (self->badge, number);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), self->count > 0);

  /* Translators: a view of the body, such as "Back", and how many marks it shows */
  label = g_strdup_printf (ngettext ("%s, %u mark", "%s, %u marks", self->count),
                           name, self->count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->count > 0 ? label : name,
                                  -1);
}

static void
taut_view_thumbnail_dispose (GObject *object)
{
  TautViewThumbnail *self = TAUT_VIEW_THUMBNAIL (object);

  g_clear_object (&self->raster);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_VIEW_THUMBNAIL);

  G_OBJECT_CLASS (taut_view_thumbnail_parent_class)->dispose (object);
}

static void
taut_view_thumbnail_class_init (TautViewThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_view_thumbnail_dispose;

  g_type_ensure (TAUT_TYPE_FIGURE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-view-thumbnail.ui");
  gtk_widget_class_bind_template_child (widget_class, TautViewThumbnail, badge);
  gtk_widget_class_bind_template_child (widget_class, TautViewThumbnail, name);
  gtk_widget_class_bind_template_child (widget_class, TautViewThumbnail, picture);
}

static void
taut_view_thumbnail_init (TautViewThumbnail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
taut_view_thumbnail_new (TautChartState *state,
                         TautRaster     *raster)
{
  TautViewThumbnail *self;
  TautView *view;

  g_return_val_if_fail (TAUT_IS_CHART_STATE (state), NULL);
  g_return_val_if_fail (TAUT_IS_RASTER (raster), NULL);

  view = taut_raster_get_view (raster);
  self = g_object_new (TAUT_TYPE_VIEW_THUMBNAIL, NULL);
  self->state = g_object_ref (state);
  self->raster = g_object_ref (raster);
  gtk_label_set_label (self->name, taut_place_name_view (view));
  taut_figure_picture_setup (self->picture, state, raster);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "chart.show-view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", taut_view_get_id (view));
  g_signal_connect_object (state, "marks-changed",
                           G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_count (self);
  taut_view_thumbnail_set_shown (self, FALSE, FALSE);

  return GTK_WIDGET (self);
}

/* The same view of another figure. */
void
taut_view_thumbnail_set_raster (TautViewThumbnail *self,
                                TautRaster        *raster)
{
  g_return_if_fail (TAUT_IS_VIEW_THUMBNAIL (self));
  g_return_if_fail (TAUT_IS_RASTER (raster));

  g_set_object (&self->raster, raster);
  taut_figure_picture_set_raster (self->picture, raster);
  update_count (self);
}

TautView *
taut_view_thumbnail_get_view (TautViewThumbnail *self)
{
  g_return_val_if_fail (TAUT_IS_VIEW_THUMBNAIL (self), NULL);

  return taut_raster_get_view (self->raster);
}

guint
taut_view_thumbnail_get_count (TautViewThumbnail *self)
{
  g_return_val_if_fail (TAUT_IS_VIEW_THUMBNAIL (self), 0);

  return self->count;
}

void
taut_view_thumbnail_set_shown (TautViewThumbnail *self,
                               gboolean           shown,
                               gboolean           alone)
{
  g_return_if_fail (TAUT_IS_VIEW_THUMBNAIL (self));

  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "shown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "shown");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_PRESSED,
                               shown ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               alone ? _("Show front and back together") : _("Show this view alone"));
}
