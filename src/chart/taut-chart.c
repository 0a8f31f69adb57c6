/* taut-chart.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-chart"

#include "config.h"

#include "taut-chart-private.h"

#include <adwaita.h>

#include "taut-resources.h"
#include "taut-view-thumbnail.h"

G_DEFINE_FINAL_TYPE (TautChart, taut_chart, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_MUSCLES,
  PROP_PLACE_NAME,
  PROP_RECORD,
  PROP_SELECTED_MARK,
  PROP_TOOL,
  PROP_UNDERWEAR,
  N_PROPS,
};

enum {
  POINT_ACTIVATED,
  MUSCLE_ACTIVATED,
  VIEWS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const tool_ids[] = {
  [TAUT_TOOL_POINT] = "point",
  [TAUT_TOOL_MOVE] = "move",
};

/* Layers of the art; what is wished before there is an atlas counts from then on. */
static const char *const muscles_ids[] = {
  [TAUT_MUSCLES_NONE] = "none",
  [TAUT_MUSCLES_SUPERFICIAL] = "superficial",
  [TAUT_MUSCLES_DEEP] = "deep",
};

static const char *
get_muscles (TautChart *self)
{
  return muscles_ids[self->state != NULL ? taut_chart_state_get_muscles (self->state)
                                         : TAUT_MUSCLES_NONE];
}

static void
set_muscles (TautChart  *self,
             const char *id)
{
  g_assert (TAUT_IS_CHART (self));

  if (self->state == NULL || g_strcmp0 (get_muscles (self), id) == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (muscles_ids); i++)
    if (g_strcmp0 (muscles_ids[i], id) == 0)
      {
        taut_chart_state_set_muscles (self->state, i);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MUSCLES]);
      }
}

/* From the skin to the deep layer, and again. */
void
taut_chart_next_muscles (TautChart *self)
{
  TautMuscles muscles;

  g_assert (TAUT_IS_CHART (self));

  if (self->state == NULL)
    return;

  muscles = taut_chart_state_get_muscles (self->state);
  set_muscles (self, muscles_ids[(muscles + 1) % G_N_ELEMENTS (muscles_ids)]);
}

static void
set_underwear (TautChart *self,
               gboolean   underwear)
{
  g_assert (TAUT_IS_CHART (self));

  if (self->underwear == underwear)
    return;

  self->underwear = underwear;
  if (self->state != NULL)
    taut_chart_state_set_underwear (self->state, underwear);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDERWEAR]);
}

static const char *
get_tool (TautChart *self)
{
  return tool_ids[self->state != NULL ? taut_chart_state_get_tool (self->state) : TAUT_TOOL_POINT];
}

static void
set_tool (TautChart  *self,
          const char *tool_id)
{
  g_assert (TAUT_IS_CHART (self));

  if (self->state == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (tool_ids); i++)
    if (g_strcmp0 (tool_ids[i], tool_id) == 0)
      taut_chart_state_set_tool (self->state, i);
}

static void
update_place_name (TautChart      *self,
                   TautFigureView *figure)
{
  const char *name = taut_figure_view_get_place_name (figure);

  g_assert (TAUT_IS_CHART (self));

  if (g_strcmp0 (name, self->place_name) == 0)
    return;

  g_free (self->place_name);
  self->place_name = g_strdup (name);
  taut_mark_bar_set_place_name (self->bar, name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE_NAME]);
}

static void
update_style (TautChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  TautStyle style = dark ? TAUT_STYLE_DARK : TAUT_STYLE_LIGHT;

  g_assert (TAUT_IS_CHART (self));

  if (self->state == NULL)
    return;

  if (adw_style_manager_get_high_contrast (manager))
    style = dark ? TAUT_STYLE_HIGH_CONTRAST_DARK : TAUT_STYLE_HIGH_CONTRAST;
  taut_chart_state_set_style (self->state, style);
}

static void
update_shown (TautChart *self)
{
  g_assert (TAUT_IS_CHART (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->thumbnails));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TautViewThumbnail *thumbnail = TAUT_VIEW_THUMBNAIL (child);
      TautView *view = taut_view_thumbnail_get_view (thumbnail);
      TautFigureView *figure = taut_figure_deck_find (self->deck, taut_view_get_id (view));

      taut_view_thumbnail_set_shown (thumbnail,
                                     taut_figure_deck_is_shown (self->deck, figure),
                                     taut_figure_deck_get_single (self->deck) == figure);
    }
  gtk_widget_set_visible (self->back_button, taut_chart_shows_close_up (self));
  if (taut_chart_shows_close_up (self))
    gtk_widget_add_css_class (self->close_ups_button, "shown");
  else
    gtk_widget_remove_css_class (self->close_ups_button, "shown");
  taut_chart_update_actions (self);
}

/* Callbacks */

static void
figure_place_name_cb (TautChart      *self,
                      GParamSpec     *pspec,
                      TautFigureView *figure)
{
  update_place_name (self, figure);
}

static void
selection_changed_cb (TautChart *self)
{
  g_assert (TAUT_IS_CHART (self));

  taut_chart_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_MARK]);
}

static void
tool_changed_cb (TautChart *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

/* Set up */

static void
clear_views (TautChart *self)
{
  GtkWidget *child;

  g_assert (TAUT_IS_CHART (self));

  taut_figure_deck_clear (self->deck);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->thumbnails))) != NULL)
    gtk_box_remove (self->thumbnails, child);
}

static TautFigureView *
add_figure (TautChart  *self,
            TautRaster *raster)
{
  GtkWidget *figure = taut_figure_view_new (self->state, raster);

  g_assert (TAUT_IS_CHART (self));

  g_signal_connect_object (figure, "notify::place-name",
                           G_CALLBACK (figure_place_name_cb), self, G_CONNECT_SWAPPED);
  taut_figure_deck_add (self->deck, TAUT_FIGURE_VIEW (figure));

  return TAUT_FIGURE_VIEW (figure);
}

TautFigureView *
taut_chart_add_figure (TautChart *self,
                       TautView  *view)
{
  g_autoptr (TautRaster) raster = NULL;

  g_assert (TAUT_IS_CHART (self));

  raster = taut_raster_new (taut_chart_state_get_atlas (self->state), view);

  return add_figure (self, raster);
}

static void
add_view (TautChart *self,
          TautView  *view)
{
  g_autoptr (TautRaster) raster = NULL;

  g_assert (TAUT_IS_CHART (self));

  raster = taut_raster_new (taut_chart_state_get_atlas (self->state), view);
  add_figure (self, raster);
  gtk_box_append (self->thumbnails, taut_view_thumbnail_new (self->state, raster));
}

/* Object */

static void
taut_chart_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TautChart *self = TAUT_CHART (object);

  switch (prop_id)
    {
    case PROP_MUSCLES:
      g_value_set_string (value, get_muscles (self));
      break;

    case PROP_PLACE_NAME:
      g_value_set_string (value, self->place_name);
      break;

    case PROP_RECORD:
      g_value_set_object (value, taut_chart_get_record (self));
      break;

    case PROP_SELECTED_MARK:
      g_value_set_string (value, taut_chart_get_selected_mark (self));
      break;

    case PROP_TOOL:
      g_value_set_string (value, get_tool (self));
      break;

    case PROP_UNDERWEAR:
      g_value_set_boolean (value, self->underwear);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_chart_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TautChart *self = TAUT_CHART (object);

  switch (prop_id)
    {
    case PROP_MUSCLES:
      set_muscles (self, g_value_get_string (value));
      break;

    case PROP_RECORD:
      taut_chart_set_record (self, g_value_get_object (value));
      break;

    case PROP_SELECTED_MARK:
      taut_chart_set_selected_mark (self, g_value_get_string (value));
      break;

    case PROP_TOOL:
      set_tool (self, g_value_get_string (value));
      break;

    case PROP_UNDERWEAR:
      set_underwear (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_chart_dispose (GObject *object)
{
  TautChart *self = TAUT_CHART (object);

  g_cancellable_cancel (self->figure_loading);
  g_cancellable_cancel (self->close_up_loading);
  g_clear_object (&self->state);
  g_clear_object (&self->early_record);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_CHART);

  G_OBJECT_CLASS (taut_chart_parent_class)->dispose (object);
}

static void
taut_chart_finalize (GObject *object)
{
  TautChart *self = TAUT_CHART (object);

  taut_chart_finalize_views (self);
  g_free (self->place_name);

  G_OBJECT_CLASS (taut_chart_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_MUSCLES] =
    g_param_spec_string ("muscles", NULL, NULL, "none", G_PARAM_READWRITE | flags);
  properties[PROP_PLACE_NAME] =
    g_param_spec_string ("place-name", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TAUT_TYPE_RECORD, G_PARAM_READWRITE | flags);
  properties[PROP_SELECTED_MARK] =
    g_param_spec_string ("selected-mark", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_TOOL] =
    g_param_spec_string ("tool", NULL, NULL, "point", G_PARAM_READWRITE | flags);
  properties[PROP_UNDERWEAR] =
    g_param_spec_boolean ("underwear", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taut_chart_class_init (TautChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_chart_dispose;
  object_class->finalize = taut_chart_finalize;
  object_class->get_property = taut_chart_get_property;
  object_class->set_property = taut_chart_set_property;
  install_properties (object_class);

  signals[POINT_ACTIVATED] =
    g_signal_new ("point-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  signals[MUSCLE_ACTIVATED] = g_signal_new ("muscle-activated",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[VIEWS_CHANGED] = g_signal_new ("views-changed",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  g_type_ensure (TAUT_TYPE_CLOSE_UPS);
  g_type_ensure (TAUT_TYPE_FIGURE_DECK);
  g_type_ensure (TAUT_TYPE_MARK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, TautChart, back_button);
  gtk_widget_class_bind_template_child (widget_class, TautChart, bar);
  gtk_widget_class_bind_template_child (widget_class, TautChart, close_ups);
  gtk_widget_class_bind_template_child (widget_class, TautChart, close_ups_button);
  gtk_widget_class_bind_template_child (widget_class, TautChart, deck);
  gtk_widget_class_bind_template_child (widget_class, TautChart, layout);
  gtk_widget_class_bind_template_child (widget_class, TautChart, thumbnails);
  gtk_widget_class_bind_template_callback (widget_class, update_shown);

  taut_chart_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
taut_chart_init (TautChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->underwear = TRUE;
  taut_chart_init_views (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  taut_chart_update_actions (self);
}

/* Public */

void
taut_chart_activate_point (TautChart  *self,
                           const char *point_id,
                           TautSide    side)
{
  g_assert (TAUT_IS_CHART (self));
  g_assert (point_id != NULL);

  g_signal_emit (self, signals[POINT_ACTIVATED], 0, point_id, (guint) side);
}

GtkWidget *
taut_chart_new (void)
{
  return g_object_new (TAUT_TYPE_CHART, NULL);
}

void
taut_chart_set_atlas (TautChart *self,
                      TautAtlas *atlas,
                      GPtrArray *views,
                      TautClock *clock)
{
  g_return_if_fail (TAUT_IS_CHART (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (views != NULL);
  g_return_if_fail (TAUT_IS_CLOCK (clock));
  g_return_if_fail (self->state == NULL);

  self->state = taut_chart_state_new (atlas, clock);
  taut_chart_state_set_underwear (self->state, self->underwear);
  update_style (self);
  g_signal_connect_object (self->state, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "tool-changed",
                           G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  taut_mark_bar_set_state (self->bar, self->state);

  clear_views (self);
  for (guint i = 0; i < views->len; i++)
    add_view (self, g_ptr_array_index (views, i));
  taut_chart_start_views (self, views);
  update_shown (self);

  if (self->early_record != NULL)
    taut_chart_state_set_record (self->state, self->early_record);
  g_clear_object (&self->early_record);
}

GPtrArray *
taut_chart_get_views (TautChart *self)
{
  g_return_val_if_fail (TAUT_IS_CHART (self), NULL);

  return self->views;
}

void
taut_chart_activate_muscle (TautChart  *self,
                            const char *muscle_id,
                            TautSide    side)
{
  g_assert (TAUT_IS_CHART (self));
  g_assert (muscle_id != NULL);

  g_signal_emit (self, signals[MUSCLE_ACTIVATED], 0, muscle_id, (guint) side);
}

void
taut_chart_announce_views (TautChart *self)
{
  g_assert (TAUT_IS_CHART (self));

  update_shown (self);
  g_signal_emit (self, signals[VIEWS_CHANGED], 0);
}

TautRecord *
taut_chart_get_record (TautChart *self)
{
  g_return_val_if_fail (TAUT_IS_CHART (self), NULL);

  return self->state != NULL ? taut_chart_state_get_record (self->state) : self->early_record;
}

void
taut_chart_set_record (TautChart  *self,
                       TautRecord *record)
{
  g_return_if_fail (TAUT_IS_CHART (self));
  g_return_if_fail (record == NULL || TAUT_IS_RECORD (record));

  if (taut_chart_get_record (self) == record)
    return;

  if (self->state != NULL)
    taut_chart_state_set_record (self->state, record);
  else
    g_set_object (&self->early_record, record);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

const char *
taut_chart_get_selected_mark (TautChart *self)
{
  g_return_val_if_fail (TAUT_IS_CHART (self), NULL);

  return self->state != NULL ? taut_chart_state_get_selected (self->state) : NULL;
}

void
taut_chart_set_selected_mark (TautChart  *self,
                              const char *mark_id)
{
  g_return_if_fail (TAUT_IS_CHART (self));

  if (self->state != NULL)
    taut_chart_state_set_selected (self->state, mark_id);
}

void
taut_chart_show_mark (TautChart  *self,
                      const char *mark_id)
{
  TautFigureView *figure;
  TautMark *mark;

  g_return_if_fail (TAUT_IS_CHART (self));
  g_return_if_fail (mark_id != NULL);

  mark = self->state != NULL ? taut_chart_state_find_mark (self->state, mark_id) : NULL;
  if (mark == NULL)
    return;

  taut_chart_set_selected_mark (self, mark_id);
  figure = taut_chart_find_figure (self, taut_mark_get_place (mark));
  if (figure == NULL)
    return;

  if (!taut_figure_deck_is_shown (self->deck, figure))
    taut_figure_deck_set_single (self->deck, figure);
  taut_figure_deck_set_active (self->deck, figure);
  taut_figure_view_reveal_mark (figure, mark_id);
}
