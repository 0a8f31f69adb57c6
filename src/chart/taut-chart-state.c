/* taut-chart-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-chart-state"

#include "config.h"

#include "taut-chart-state.h"

struct _TautChartState
{
  GObject         parent_instance;

  TautAtlas      *atlas;
  TautClock      *clock;
  TautRecord     *record;
  GListModel     *no_marks;
  char           *selected;

  /* The mark whose intensity was the last thing that changed here. */
  char           *intensity_run;
  TautSidedPoint  preview;
  TautStyle       style;
  TautMuscles     muscles;
  gboolean        underwear;
  guint           muscles_asked : 1;
  guint           muscles_known : 1;
  const char     *figure;
  TautTool        tool;
};

G_DEFINE_FINAL_TYPE (TautChartState, taut_chart_state, G_TYPE_OBJECT)

enum {
  MARKS_CHANGED,
  ZONES_CHANGED,
  SELECTION_CHANGED,
  STYLE_CHANGED,
  TOOL_CHANGED,
  FIGURE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A selected mark may be gone after an undo. */
static void
drop_stale_selection (TautChartState *self)
{
  g_assert (TAUT_IS_CHART_STATE (self));

  if (self->selected != NULL && taut_chart_state_find_mark (self, self->selected) == NULL)
    taut_chart_state_set_selected (self, NULL);
}

static void
follow_figure (TautChartState *self)
{
  const char *figure;

  g_assert (TAUT_IS_CHART_STATE (self));

  figure = taut_view_find_figure (self->record != NULL
                                    ? taut_record_get_client_figure (self->record) : "");
  if (figure == self->figure)
    return;

  self->figure = figure;
  g_signal_emit (self, signals[FIGURE_CHANGED], 0);
}

static void
announce_marks (TautChartState *self)
{
  g_assert (TAUT_IS_CHART_STATE (self));

  drop_stale_selection (self);
  follow_figure (self);
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
  g_signal_emit (self, signals[ZONES_CHANGED], 0);
}

static void
end_intensity_run (TautChartState *self)
{
  g_assert (TAUT_IS_CHART_STATE (self));

  g_clear_pointer (&self->intensity_run, g_free);
}

/* Callbacks */

static void
record_changed_cb (TautChartState *self,
                   TautRecord     *record)
{
  g_assert (TAUT_IS_CHART_STATE (self));

  announce_marks (self);
}

/* Object */

static void
taut_chart_state_dispose (GObject *object)
{
  TautChartState *self = TAUT_CHART_STATE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->clock);
  g_clear_object (&self->atlas);
  g_clear_object (&self->no_marks);

  G_OBJECT_CLASS (taut_chart_state_parent_class)->dispose (object);
}

static void
taut_chart_state_finalize (GObject *object)
{
  TautChartState *self = TAUT_CHART_STATE (object);

  g_free (self->selected);
  g_free (self->intensity_run);

  G_OBJECT_CLASS (taut_chart_state_parent_class)->finalize (object);
}

static guint
add_signal (TautChartStateClass *klass,
            const char          *name)
{
  return g_signal_new (name,
                       G_TYPE_FROM_CLASS (klass),
                       G_SIGNAL_RUN_LAST,
                       0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
taut_chart_state_class_init (TautChartStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = taut_chart_state_dispose;
  object_class->finalize = taut_chart_state_finalize;

  signals[MARKS_CHANGED] = add_signal (klass, "marks-changed");
  signals[ZONES_CHANGED] = add_signal (klass, "zones-changed");
  signals[SELECTION_CHANGED] = add_signal (klass, "selection-changed");
  signals[STYLE_CHANGED] = add_signal (klass, "style-changed");
  signals[TOOL_CHANGED] = add_signal (klass, "tool-changed");
  signals[FIGURE_CHANGED] = add_signal (klass, "figure-changed");
}

static void
taut_chart_state_init (TautChartState *self)
{
  self->figure = taut_view_find_figure ("");
  self->underwear = TRUE;
  self->no_marks = G_LIST_MODEL (g_list_store_new (TAUT_TYPE_MARK));
}

/* Public */

TautChartState *
taut_chart_state_new (TautAtlas *atlas,
                      TautClock *clock)
{
  TautChartState *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_CLOCK (clock), NULL);

  self = g_object_new (TAUT_TYPE_CHART_STATE, NULL);
  self->atlas = g_object_ref (atlas);
  self->clock = g_object_ref (clock);

  return self;
}

TautAtlas *
taut_chart_state_get_atlas (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);

  return self->atlas;
}

TautRecord *
taut_chart_state_get_record (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);

  return self->record;
}

void
taut_chart_state_set_record (TautChartState *self,
                             TautRecord     *record)
{
  g_return_if_fail (TAUT_IS_CHART_STATE (self));
  g_return_if_fail (record == NULL || TAUT_IS_RECORD (record));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_changed_cb, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "changed",
                             G_CALLBACK (record_changed_cb), self,
                             G_CONNECT_SWAPPED);

  end_intensity_run (self);
  announce_marks (self);
}

GListModel *
taut_chart_state_get_marks (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);

  return self->record != NULL ? taut_record_get_marks (self->record) : self->no_marks;
}

const char *
taut_chart_state_get_selected (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);

  return self->selected;
}

/**
 * taut_chart_state_set_selected:
 * @self: a state
 * @mark_id: (nullable): a mark of the record; anything else selects none
 */
void
taut_chart_state_set_selected (TautChartState *self,
                               const char     *mark_id)
{
  g_return_if_fail (TAUT_IS_CHART_STATE (self));

  if (mark_id != NULL && taut_chart_state_find_mark (self, mark_id) == NULL)
    mark_id = NULL;
  if (g_strcmp0 (self->selected, mark_id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (mark_id);
  end_intensity_run (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

TautMark *
taut_chart_state_find_mark (TautChartState *self,
                            const char     *mark_id)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);

  if (mark_id == NULL || self->record == NULL)
    return NULL;

  return taut_record_find_mark (self->record, mark_id);
}

TautStyle
taut_chart_state_get_style (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), TAUT_STYLE_LIGHT);

  return self->style;
}

void
taut_chart_state_set_style (TautChartState *self,
                            TautStyle       style)
{
  g_return_if_fail (TAUT_IS_CHART_STATE (self));

  if (self->style == style)
    return;

  self->style = style;
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

/* Where muscles lie is worked out at the first question, which takes a while. */
static void
ask_muscles_in_thread (GTask        *task,
                       gpointer      source_object,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  TautAtlas *atlas = task_data;
  g_autoptr (GArray) hits = taut_atlas_find_muscles_at (atlas, 0, (TautVector) { 0, 0, 0 });

  g_task_return_boolean (task, TRUE);
}

static void
muscles_known_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TautChartState *self = TAUT_CHART_STATE (object);

  self->muscles_known = TRUE;
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

static void
ask_muscles (TautChartState *self)
{
  g_autoptr (GTask) task = NULL;

  g_assert (TAUT_IS_CHART_STATE (self));

  if (self->muscles_asked)
    return;

  self->muscles_asked = TRUE;
  task = g_task_new (self, NULL, muscles_known_cb, NULL);
  g_task_set_source_tag (task, ask_muscles);
  g_task_set_task_data (task, g_object_ref (self->atlas), g_object_unref);
  g_task_run_in_thread (task, ask_muscles_in_thread);
}

gboolean
taut_chart_state_knows_muscles (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), FALSE);

  return self->muscles_known;
}

TautMuscles
taut_chart_state_get_muscles (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), TAUT_MUSCLES_NONE);

  return self->muscles;
}

void
taut_chart_state_set_muscles (TautChartState *self,
                              TautMuscles     muscles)
{
  g_return_if_fail (TAUT_IS_CHART_STATE (self));

  if (self->muscles == muscles)
    return;

  self->muscles = muscles;
  ask_muscles (self);
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

gboolean
taut_chart_state_get_underwear (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), TRUE);

  return self->underwear;
}

void
taut_chart_state_set_underwear (TautChartState *self,
                                gboolean        underwear)
{
  g_return_if_fail (TAUT_IS_CHART_STATE (self));

  if (self->underwear == underwear)
    return;

  self->underwear = underwear;
  g_signal_emit (self, signals[STYLE_CHANGED], 0);
}

const char *
taut_chart_state_get_figure (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);

  return self->figure;
}

TautTool
taut_chart_state_get_tool (TautChartState *self)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), TAUT_TOOL_POINT);

  return self->tool;
}

void
taut_chart_state_set_tool (TautChartState *self,
                           TautTool        tool)
{
  g_return_if_fail (TAUT_IS_CHART_STATE (self));

  if (self->tool == tool)
    return;

  self->tool = tool;
  g_signal_emit (self, signals[TOOL_CHANGED], 0);
}

void
taut_chart_state_set_preview (TautChartState  *self,
                              const TautPoint *point,
                              TautSide         side)
{
  g_return_if_fail (TAUT_IS_CHART_STATE (self));

  if (self->preview.point == point && (point == NULL || self->preview.side == side))
    return;

  self->preview = (TautSidedPoint) { point, side };
  g_signal_emit (self, signals[ZONES_CHANGED], 0);
}

const TautPoint *
taut_chart_state_get_preview (TautChartState *self,
                              TautSide       *side)
{
  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);
  g_return_val_if_fail (side != NULL, NULL);

  *side = self->preview.side;

  return self->preview.point;
}

GArray *
taut_chart_state_list_zones (TautChartState *self)
{
  GArray *zones;
  GListModel *marks;

  g_return_val_if_fail (TAUT_IS_CHART_STATE (self), NULL);

  zones = g_array_new (FALSE, FALSE, sizeof (TautSidedPoint));
  marks = taut_chart_state_get_marks (self);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      const char *point_id = taut_mark_get_point_id (mark);

      if (point_id != NULL)
        taut_sided_points_add (zones,
                            taut_atlas_find_point (self->atlas, point_id),
                            taut_mark_get_side (mark));
    }
  taut_sided_points_add (zones, self->preview.point, self->preview.side);

  return zones;
}

void
taut_chart_state_add_mark (TautChartState      *self,
                           const TautPoint     *point,
                           const TautSkinPoint *at)
{
  g_autofree char *id = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (TautMark) mark = NULL;

  g_return_if_fail (TAUT_IS_CHART_STATE (self));
  g_return_if_fail (at != NULL);

  if (self->record == NULL)
    return;

  id = g_uuid_string_random ();
  now = taut_clock_get_now (self->clock);
  mark = taut_mark_new (id,
                        point != NULL ? point->id : NULL,
                        at,
                        TAUT_NEW_MARK_INTENSITY,
                        now);
  taut_chart_state_set_preview (self, NULL, TAUT_SIDE_LEFT);
  taut_record_put_mark (self->record, mark, FALSE);
  taut_chart_state_set_selected (self, id);
}

void
taut_chart_state_move_mark (TautChartState      *self,
                            const char          *mark_id,
                            const TautSkinPoint *at,
                            gboolean             continues)
{
  g_autoptr (TautMark) moved = NULL;
  TautMark *mark;

  g_return_if_fail (TAUT_IS_CHART_STATE (self));
  g_return_if_fail (mark_id != NULL);
  g_return_if_fail (at != NULL);

  mark = taut_chart_state_find_mark (self, mark_id);
  if (mark == NULL)
    return;

  end_intensity_run (self);
  moved = taut_mark_with_place (mark, at);
  taut_record_put_mark (self->record, moved, continues);
}

void
taut_chart_state_set_intensity (TautChartState *self,
                                const char     *mark_id,
                                guint           intensity)
{
  g_autoptr (TautMark) changed = NULL;
  g_autofree char *run = NULL;
  TautMark *mark;
  gboolean continues;

  g_return_if_fail (TAUT_IS_CHART_STATE (self));
  g_return_if_fail (mark_id != NULL);
  g_return_if_fail (intensity <= TAUT_MARK_INTENSITY_MAX);

  mark = taut_chart_state_find_mark (self, mark_id);
  if (mark == NULL || taut_mark_get_intensity (mark) == intensity)
    return;

  run = g_strdup (mark_id);
  continues = g_strcmp0 (self->intensity_run, run) == 0;
  changed = taut_mark_with_intensity (mark, intensity);
  taut_record_put_mark (self->record, changed, continues);
  end_intensity_run (self);
  self->intensity_run = g_steal_pointer (&run);
}

void
taut_chart_state_shift_intensity (TautChartState *self,
                                  const char     *mark_id,
                                  int             steps)
{
  TautMark *mark;
  int intensity;

  g_return_if_fail (TAUT_IS_CHART_STATE (self));
  g_return_if_fail (mark_id != NULL);

  mark = taut_chart_state_find_mark (self, mark_id);
  if (mark == NULL)
    return;

  intensity = (int) taut_mark_get_intensity (mark) + steps;
  taut_chart_state_set_intensity (self, mark_id,
                                  CLAMP (intensity, 0, TAUT_MARK_INTENSITY_MAX));
}

void
taut_chart_state_remove_mark (TautChartState *self,
                              const char     *mark_id)
{
  g_autofree char *id = NULL;

  g_return_if_fail (TAUT_IS_CHART_STATE (self));
  g_return_if_fail (mark_id != NULL);

  if (taut_chart_state_find_mark (self, mark_id) == NULL)
    return;

  /* The id may be the mark's own string. */
  id = g_strdup (mark_id);
  end_intensity_run (self);
  taut_record_remove_mark (self->record, id);
}
