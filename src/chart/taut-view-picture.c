/* taut-view-picture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-view-picture"

#include "config.h"

#include "taut-view-picture.h"

#include <adwaita.h>
#include <math.h>

#include "taut-chart-painter.h"
#include "taut-tile.h"

#define RIM_PX 1

struct _TautViewPicture
{
  GtkWidget     parent_instance;

  TautAtlas    *atlas;
  char         *view_id;
  const char   *figure;
  int           width;
  int           height;

  TautTile     *tile;
  TautViewBounds bounds;
  GCancellable *cancellable;
  guint         pending : 1;
};

G_DEFINE_FINAL_TYPE (TautViewPicture, taut_view_picture, GTK_TYPE_WIDGET)

typedef struct
{
  TautAtlas *atlas;
  char *view_id;
  const char *figure;
  int width;
  int height;
  TautTileSpec spec;
  TautViewBounds bounds;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->atlas);
  g_free (job->view_id);
  g_free (job);
}

static void
paint_cb (cairo_t            *cr,
          const TautTileSpec *spec,
          gpointer            user_data)
{
  g_autoptr (GError) error = NULL;

  if (!taut_chart_painter_paint_art (user_data, cr, spec->zoom, spec->style, &error))
    g_warning ("%s", error->message);
}

/* In the pool's only thread. */
static void
paint_in_thread (gpointer data,
                 gpointer user_data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (TautView) view = NULL;
  g_autoptr (TautChartPainter) painter = NULL;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  view = taut_view_load_figure (job->view_id, job->figure, taut_atlas_get_skin (job->atlas), &error);
  if (view == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job->bounds = taut_view_get_bounds (view);
  job->spec.zoom = MIN (job->width / job->bounds.width, job->height / job->bounds.height);
  job->spec.box = taut_tile_box (&job->bounds, job->spec.zoom, RIM_PX);
  painter = taut_chart_painter_new (job->atlas, view);
  g_task_return_pointer (task, taut_tile_paint (&job->spec, paint_cb, painter),
                         (GDestroyNotify) taut_tile_unref);
}

/* One picture after another, beside the workers of what is large. */
static GThreadPool *
get_pool (void)
{
  static gsize pool;

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, (gsize) g_thread_pool_new (paint_in_thread, NULL, 1, FALSE, NULL));

  return (GThreadPool *) pool;
}

static TautStyle
get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? TAUT_STYLE_HIGH_CONTRAST_DARK : TAUT_STYLE_HIGH_CONTRAST;

  return dark ? TAUT_STYLE_DARK : TAUT_STYLE_LIGHT;
}

static void request (TautViewPicture *self);

static void
painted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  TautViewPicture *self = TAUT_VIEW_PICTURE (object);
  g_autoptr (GError) error = NULL;
  TautTile *tile = g_task_propagate_pointer (G_TASK (result), &error);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->pending = FALSE;
  if (tile == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("A picture cannot be painted: %s", error->message);
      else
        request (self);
      return;
    }

  g_clear_pointer (&self->tile, taut_tile_unref);
  self->tile = tile;
  self->bounds = job->bounds;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  request (self);
}

static void
request (TautViewPicture *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GTask *task;
  Job *job;

  g_assert (TAUT_IS_VIEW_PICTURE (self));

  if (self->pending || !gtk_widget_get_mapped (widget) ||
      (self->tile != NULL && self->tile->spec.style == get_style () &&
       self->tile->spec.scale == gtk_widget_get_scale_factor (widget)))
    return;

  job = g_new0 (Job, 1);
  job->atlas = g_object_ref (self->atlas);
  job->view_id = g_strdup (self->view_id);
  job->figure = self->figure;
  job->width = self->width;
  job->height = self->height;
  job->spec.style = get_style ();
  job->spec.scale = gtk_widget_get_scale_factor (widget);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->pending = TRUE;
  task = g_task_new (self, self->cancellable, painted_cb, NULL);
  g_task_set_source_tag (task, request);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (get_pool (), task, NULL);
}

/* Widget */

static void
taut_view_picture_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TautViewPicture *self = TAUT_VIEW_PICTURE (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  *natural = *minimum;
}

static void
taut_view_picture_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TautViewPicture *self = TAUT_VIEW_PICTURE (widget);
  double zoom;
  int x, y;

  if (self->tile == NULL)
    return;

  zoom = self->tile->spec.zoom;
  x = (int) round (gtk_widget_get_width (widget) / 2.0 -
                   (self->bounds.x + self->bounds.width / 2) * zoom);
  y = (int) round (gtk_widget_get_height (widget) / 2.0 -
                   (self->bounds.y + self->bounds.height / 2) * zoom);
  taut_tile_append (self->tile, widget, snapshot, x, y, zoom);
}

static void
taut_view_picture_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (taut_view_picture_parent_class)->map (widget);

  request (TAUT_VIEW_PICTURE (widget));
}

static void
taut_view_picture_unmap (GtkWidget *widget)
{
  g_cancellable_cancel (TAUT_VIEW_PICTURE (widget)->cancellable);

  GTK_WIDGET_CLASS (taut_view_picture_parent_class)->unmap (widget);
}

static void
taut_view_picture_finalize (GObject *object)
{
  TautViewPicture *self = TAUT_VIEW_PICTURE (object);

  g_clear_pointer (&self->tile, taut_tile_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->atlas);
  g_free (self->view_id);

  G_OBJECT_CLASS (taut_view_picture_parent_class)->finalize (object);
}

static void
taut_view_picture_class_init (TautViewPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taut_view_picture_finalize;
  widget_class->map = taut_view_picture_map;
  widget_class->measure = taut_view_picture_measure;
  widget_class->snapshot = taut_view_picture_snapshot;
  widget_class->unmap = taut_view_picture_unmap;

  gtk_widget_class_set_css_name (widget_class, "figure-picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
taut_view_picture_init (TautViewPicture *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (request), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (request), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (request), NULL);
}

/* Public */

GtkWidget *
taut_view_picture_new (TautAtlas  *atlas,
                       const char *view_id,
                       const char *figure,
                       int         width,
                       int         height)
{
  TautViewPicture *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (view_id != NULL, NULL);
  g_return_val_if_fail (figure != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_object_new (TAUT_TYPE_VIEW_PICTURE, NULL);
  self->atlas = g_object_ref (atlas);
  self->view_id = g_strdup (view_id);
  self->figure = taut_view_find_figure (figure);
  self->width = width;
  self->height = height;

  return GTK_WIDGET (self);
}

gboolean
taut_view_picture_is_painted (TautViewPicture *self)
{
  g_return_val_if_fail (TAUT_IS_VIEW_PICTURE (self), FALSE);

  return self->tile != NULL;
}
