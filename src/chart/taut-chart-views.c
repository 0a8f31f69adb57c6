/* taut-chart-views.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which views a chart has: those of the client's figure, and the close-ups that were
 * opened. Both are loaded in the background when they are first wanted.
 */

#define G_LOG_DOMAIN "taut-chart"

#include "config.h"

#include "taut-chart-private.h"

#include "taut-view-loader.h"
#include "taut-view-thumbnail.h"

/* Close-ups that stay loaded. */
#define MOST_CLOSE_UPS 6

static gboolean
is_close_up (TautFigureView *figure)
{
  return figure != NULL &&
         taut_view_get_part (taut_figure_view_get_view (figure)) != TAUT_VIEW_PART_BODY;
}

/* Focus */

/* The area that has the keyboard's focus in a view; %FALSE when none has. */
static gboolean
get_focused_area (TautChart       *self,
                  const TautArea **area,
                  TautSide        *side)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const TautAreaSpot *spot;

  g_assert (TAUT_IS_CHART (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->deck)))
    return FALSE;

  *area = NULL;
  *side = TAUT_SIDE_LEFT;
  if (TAUT_IS_AREA_REGION (focus))
    {
      spot = taut_area_region_get_spot (TAUT_AREA_REGION (focus));
      *area = spot->area;
      *side = spot->side;
    }

  return TRUE;
}

/* The keyboard stays at the same area, else goes to the first one: what had the focus
 * is no longer seen. */
static void
focus_area (TautFigureView *figure,
            const TautArea *area,
            TautSide        side)
{
  TautAreaMap *areas = taut_figure_view_get_areas (figure);
  const TautAreaSpot *spot = area != NULL ? taut_area_map_find (areas, area, side) : NULL;

  g_assert (TAUT_IS_FIGURE_VIEW (figure));

  if (spot == NULL && taut_area_map_get_n_spots (areas) > 0)
    spot = taut_area_map_get_spot (areas, 0);
  if (spot != NULL)
    taut_figure_view_focus_area (figure, spot);
}

/* @figure: (nullable): the only view to see */
static void
show_single (TautChart      *self,
             TautFigureView *figure)
{
  const TautArea *area;
  TautSide side;
  gboolean focused;

  g_assert (TAUT_IS_CHART (self));

  focused = get_focused_area (self, &area, &side);
  taut_figure_deck_set_single (self->deck, figure);
  if (focused && taut_figure_deck_get_active (self->deck) != NULL)
    focus_area (taut_figure_deck_get_active (self->deck), area, side);
}

/* Close-ups */

static void
drop_old_close_ups (TautChart *self)
{
  g_assert (TAUT_IS_CHART (self));

  while (self->opened->len > MOST_CLOSE_UPS)
    {
      TautFigureView *figure = taut_figure_deck_find (self->deck,
                                                      g_ptr_array_index (self->opened, 0));

      g_ptr_array_remove_index (self->opened, 0);
      if (figure != NULL && figure != taut_figure_deck_get_single (self->deck))
        taut_figure_deck_remove (self->deck, figure);
    }
}

/* The one that was used last stands at the end. */
static void
note_close_up (TautChart  *self,
               const char *view_id)
{
  guint index;

  g_assert (TAUT_IS_CHART (self));

  if (g_ptr_array_find_with_equal_func (self->opened, view_id, g_str_equal, &index))
    g_ptr_array_remove_index (self->opened, index);
  g_ptr_array_add (self->opened, g_strdup (view_id));
}

static void
show_close_up (TautChart      *self,
               TautFigureView *figure)
{
  TautFigureView *before = taut_figure_deck_get_single (self->deck);

  g_assert (TAUT_IS_CHART (self));

  if (!is_close_up (before))
    {
      g_free (self->before_close_up);
      self->before_close_up = before != NULL
        ? g_strdup (taut_view_get_id (taut_figure_view_get_view (before))) : NULL;
    }
  note_close_up (self, taut_view_get_id (taut_figure_view_get_view (figure)));
  show_single (self, figure);
  drop_old_close_ups (self);
}

static void
close_up_loaded_cb (GObject      *source_object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (TautChart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = taut_view_loader_load_finish (result, &error);
  TautFigureView *figure;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (views == NULL)
    {
      g_warning ("A close-up cannot be loaded: %s", error->message);
      return;
    }

  figure = taut_figure_deck_find (self->deck, taut_view_get_id (g_ptr_array_index (views, 0)));
  if (figure == NULL)
    figure = taut_chart_add_figure (self, g_ptr_array_index (views, 0));
  show_close_up (self, figure);
}

void
taut_chart_open_close_up (TautChart  *self,
                          const char *view_id)
{
  const char *const ids[] = { view_id, NULL };
  TautFigureView *figure;

  g_assert (TAUT_IS_CHART (self));
  g_assert (view_id != NULL);

  if (self->state == NULL || !g_strv_contains (taut_view_list_close_ups (), view_id))
    return;

  g_cancellable_cancel (self->close_up_loading);
  figure = taut_figure_deck_find (self->deck, view_id);
  if (figure != NULL)
    {
      show_close_up (self, figure);
      return;
    }

  g_clear_object (&self->close_up_loading);
  self->close_up_loading = g_cancellable_new ();
  taut_view_loader_load_async (taut_atlas_get_skin (taut_chart_state_get_atlas (self->state)), ids,
                               taut_chart_state_get_figure (self->state), self->close_up_loading,
                               close_up_loaded_cb, g_object_ref (self));
}

gboolean
taut_chart_shows_close_up (TautChart *self)
{
  g_assert (TAUT_IS_CHART (self));

  return is_close_up (taut_figure_deck_get_single (self->deck));
}

/* From a close-up to what was seen before it, from a view alone to the pair; %FALSE
 * where nothing lies behind. */
gboolean
taut_chart_go_back (TautChart *self)
{
  TautFigureView *single;
  TautFigureView *before = NULL;

  g_assert (TAUT_IS_CHART (self));

  g_cancellable_cancel (self->close_up_loading);
  single = taut_figure_deck_get_single (self->deck);
  if (single == NULL)
    return FALSE;

  if (is_close_up (single) && self->before_close_up != NULL)
    before = taut_figure_deck_find (self->deck, self->before_close_up);
  show_single (self, before);

  return TRUE;
}

/* Figures */

static TautViewThumbnail *
find_thumbnail (TautChart  *self,
                const char *view_id)
{
  g_assert (TAUT_IS_CHART (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->thumbnails));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TautViewThumbnail *thumbnail = TAUT_VIEW_THUMBNAIL (child);

      if (g_str_equal (taut_view_get_id (taut_view_thumbnail_get_view (thumbnail)), view_id))
        return thumbnail;
    }

  return NULL;
}

static void
use_views (TautChart *self,
           GPtrArray *views)
{
  g_assert (TAUT_IS_CHART (self));

  for (guint i = 0; i < views->len; i++)
    {
      TautView *view = g_ptr_array_index (views, i);
      TautFigureView *figure = taut_figure_deck_find (self->deck, taut_view_get_id (view));
      TautViewThumbnail *thumbnail = find_thumbnail (self, taut_view_get_id (view));
      g_autoptr (TautRaster) raster = NULL;

      if (figure == NULL || thumbnail == NULL || taut_figure_view_get_view (figure) == view)
        continue;
      raster = taut_raster_new (taut_chart_state_get_atlas (self->state), view);
      taut_figure_view_set_raster (figure, raster);
      taut_view_thumbnail_set_raster (thumbnail, raster);
    }

  g_ptr_array_ref (views);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->views = views;
  taut_close_ups_set_views (self->close_ups, self->state, views);
  taut_chart_announce_views (self);
}

static void
figure_loaded_cb (GObject      *source_object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TautChart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = taut_view_loader_load_finish (result, &error);

  if (views != NULL && self->state != NULL)
    {
      const char *figure = taut_view_get_figure (g_ptr_array_index (views, 0));

      g_hash_table_insert (self->figures, (gpointer) figure, g_ptr_array_ref (views));
      taut_chart_follow_figure (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_warning ("A figure cannot be loaded: %s", error->message);
    }
}

/* Brings the views in line with the figure that the client has. */
void
taut_chart_follow_figure (TautChart *self)
{
  const char *figure;
  GPtrArray *views;

  g_assert (TAUT_IS_CHART (self));
  g_assert (self->state != NULL);

  g_cancellable_cancel (self->figure_loading);
  figure = taut_chart_state_get_figure (self->state);
  views = g_hash_table_lookup (self->figures, figure);
  if (views != NULL)
    {
      if (views != self->views)
        use_views (self, views);
      return;
    }

  g_clear_object (&self->figure_loading);
  self->figure_loading = g_cancellable_new ();
  taut_view_loader_load_async (taut_atlas_get_skin (taut_chart_state_get_atlas (self->state)),
                               taut_view_list_ids (), figure, self->figure_loading,
                               figure_loaded_cb, g_object_ref (self));
}

/* The views that the chart begins with, all of one figure. */
void
taut_chart_start_views (TautChart *self,
                        GPtrArray *views)
{
  g_assert (TAUT_IS_CHART (self));
  g_assert (self->state != NULL);

  self->views = g_ptr_array_ref (views);
  if (views->len > 0)
    g_hash_table_insert (self->figures,
                         (gpointer) taut_view_get_figure (g_ptr_array_index (views, 0)),
                         g_ptr_array_ref (views));
  taut_close_ups_set_views (self->close_ups, self->state, views);
  g_signal_connect_object (self->state, "figure-changed",
                           G_CALLBACK (taut_chart_follow_figure), self, G_CONNECT_SWAPPED);
}

void
taut_chart_init_views (TautChart *self)
{
  g_assert (TAUT_IS_CHART (self));

  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->opened = g_ptr_array_new_with_free_func (g_free);
}

void
taut_chart_finalize_views (TautChart *self)
{
  g_assert (TAUT_IS_CHART (self));

  g_clear_object (&self->figure_loading);
  g_clear_object (&self->close_up_loading);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_hash_table_unref (self->figures);
  g_ptr_array_unref (self->opened);
  g_free (self->before_close_up);
}
