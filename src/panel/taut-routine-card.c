/* taut-routine-card.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-routine-card"

#include "config.h"

#include "taut-routine-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "taut-card-parts.h"
#include "taut-card-state.h"
#include "taut-resources.h"
#include "taut-routine-thumb.h"

#define PICTURE_SIZE 216
#define TEXT_HEIGHT 190
#define NARROW_TEXT_HEIGHT 226
/* Often enough for a second to change when it should. */
#define TICK_MS 100

struct _TautRoutineCard
{
  GtkWidget parent_instance;

  GtkWidget *about_button;
  GtkWidget *content;
  GtkWidget *picture_box;
  TautRoutineThumb *thumb;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkWidget *figures_box;
  GtkLabel *gentler_label;
  GtkBox *steps_box;
  GtkLabel *feel_label;
  GtkWidget *heed_box;
  GtkLabel *heed_label;
  GtkLabel *refusal_label;
  GtkWidget *close_button;
  GtkWidget *start_button;
  GtkLabel *phase_label;
  GtkLabel *seconds_label;
  GtkProgressBar *progress_bar;
  GtkWidget *running_box;
  GtkButton *toggle_button;
  GtkWidget *done_box;
  GtkWidget *tick_button;

  TautAtlas *atlas;
  TautClock *clock;
  TautRecord *record;
  TautCardState *state;
  char *routine_id;
  GSignalGroup *record_signals;
  TautHoldTimer timer;
  gint64 last_us;
  guint tick_id;
  guint narrow : 1;
};

G_DEFINE_FINAL_TYPE (TautRoutineCard, taut_routine_card, GTK_TYPE_WIDGET)

enum {
  CLOSED,
  MUSCLES_ASKED,
  UNDOABLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Session of today */

static TautPlanItem *
make_tick (TautRoutineCard *self)
{
  g_autoptr (GDateTime) now = NULL;
  GDate today;

  g_assert (TAUT_IS_ROUTINE_CARD (self));

  if (self->record == NULL)
    return NULL;

  now = taut_clock_get_now (self->clock);
  taut_clock_get_date (now, &today);

  return taut_card_state_tick (self->record, self->routine_id, &today,
                               g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now));
}

/* Timer */

static void
show_timer (TautRoutineCard *self)
{
  const TautHoldTimer *timer = &self->timer;
  gboolean done = timer->phase == TAUT_TIMER_DONE;
  g_autofree char *phase = taut_card_state_describe_timer (timer);
  g_autofree char *seconds = NULL;

  g_assert (TAUT_IS_ROUTINE_CARD (self));

  if (timer->phase == TAUT_TIMER_COUNT)
    seconds = g_strdup_printf ("%u", timer->repetition);
  else if (timer->left_ms >= 100 * 1000)
    seconds = g_strdup_printf ("%u:%02u", taut_hold_timer_get_seconds (timer) / 60,
                               taut_hold_timer_get_seconds (timer) % 60);
  else
    seconds = g_strdup_printf ("%u", taut_hold_timer_get_seconds (timer));

  /* The same text again would be read out again. */
  if (g_strcmp0 (gtk_label_get_label (self->phase_label), phase) != 0)
    gtk_label_set_label (self->phase_label, phase);
  gtk_label_set_label (self->seconds_label, done ? "✓" : seconds);
  gtk_progress_bar_set_fraction (self->progress_bar, taut_hold_timer_get_share (timer));
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), timer->phase != TAUT_TIMER_COUNT);
  gtk_widget_set_visible (self->running_box, !done);
  gtk_widget_set_visible (self->done_box, done);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle_button), timer->phase != TAUT_TIMER_COUNT);
  gtk_button_set_label (self->toggle_button, self->tick_id != 0 ? _("Pause") : _("Go on"));
}

static void
pause_timer (TautRoutineCard *self)
{
  g_assert (TAUT_IS_ROUTINE_CARD (self));

  g_clear_handle_id (&self->tick_id, g_source_remove);
}

/* Where the person goes on when the timer is through. */
static void
finish_timer (TautRoutineCard *self)
{
  g_autoptr (TautPlanItem) ticked = make_tick (self);

  g_assert (TAUT_IS_ROUTINE_CARD (self));

  pause_timer (self);
  gtk_widget_set_visible (self->tick_button, ticked != NULL);
  show_timer (self);
  gtk_widget_child_focus (self->done_box, GTK_DIR_TAB_FORWARD);
}

static gboolean
timer_tick_cb (gpointer user_data)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (user_data);
  gint64 now_us = g_get_monotonic_time ();
  gint64 ms = (now_us - self->last_us) / 1000;

  self->last_us += ms * 1000;
  taut_hold_timer_advance (&self->timer, ms);
  if (self->timer.phase == TAUT_TIMER_DONE)
    {
      self->tick_id = 0;
      finish_timer (self);
      return G_SOURCE_REMOVE;
    }

  show_timer (self);

  return G_SOURCE_CONTINUE;
}

static void
run_timer (TautRoutineCard *self)
{
  g_assert (TAUT_IS_ROUTINE_CARD (self));

  if (self->tick_id != 0)
    return;

  self->last_us = g_get_monotonic_time ();
  self->tick_id = g_timeout_add (TICK_MS, timer_tick_cb, self);
}

static gboolean
is_timing (TautRoutineCard *self)
{
  g_assert (TAUT_IS_ROUTINE_CARD (self));

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "timer") == 0;
}

/* The picture stands beside the text, with the button below it. What a person wrote may
 * have none, and a narrow card has no place for it: the button stands below the text. */
static void
update_picture (TautRoutineCard *self)
{
  TautOwnRoutine *own;
  gboolean pictured;

  g_assert (TAUT_IS_ROUTINE_CARD (self));

  if (self->state == NULL)
    return;

  own = self->state->prescription->own;
  pictured = !self->narrow && (own == NULL || taut_own_routine_get_picture (own) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->thumb), pictured);
  gtk_widget_set_visible (self->start_button, self->state->has_timer && !is_timing (self));
  gtk_widget_set_visible (self->picture_box,
                          pictured || gtk_widget_get_visible (self->start_button));
  taut_card_parts_place (GTK_BOX (self->content), self->picture_box, pictured,
                         pictured || self->narrow);
}

/* Back from the timer to the text. */
static void
stop_timer (TautRoutineCard *self)
{
  g_assert (TAUT_IS_ROUTINE_CARD (self));

  pause_timer (self);
  gtk_stack_set_visible_child_name (self->stack, "text");
  update_picture (self);
}

/* Actions */

static void
start_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (widget);

  if (self->state == NULL || !self->state->has_timer)
    return;

  taut_hold_timer_start (&self->timer, &self->state->prescription->dose,
                         self->state->prescription->minutes);
  run_timer (self);
  show_timer (self);
  gtk_stack_set_visible_child_name (self->stack, "timer");
  update_picture (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->toggle_button));
}

static void
toggle_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (widget);

  if (!is_timing (self))
    {
      start_action_cb (widget, action_name, NULL);
      return;
    }
  if (self->timer.phase == TAUT_TIMER_DONE)
    return;

  if (self->timer.phase == TAUT_TIMER_COUNT)
    gtk_widget_activate_action (widget, "card.next", NULL);
  else if (self->tick_id != 0)
    pause_timer (self);
  else
    run_timer (self);
  show_timer (self);
}

static void
next_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (widget);

  if (!is_timing (self) || self->timer.phase == TAUT_TIMER_DONE)
    return;

  taut_hold_timer_next (&self->timer);
  if (self->timer.phase == TAUT_TIMER_DONE)
    finish_timer (self);
  else
    run_timer (self);
  show_timer (self);
}

static void
stop_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (widget);

  stop_timer (self);
  taut_routine_card_focus (self);
}

static void
tick_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (widget);
  g_autoptr (TautPlanItem) ticked = make_tick (self);

  if (ticked != NULL)
    {
      g_autofree char *text = NULL;

      /* Translators: the name of a routine. */
      text = g_strdup_printf (_("Ticked: %s"), self->state->title);
      taut_record_put_plan_item (self->record, ticked);
      g_signal_emit (self, signals[UNDOABLE], 0, text);
    }
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
about_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (widget);

  if (self->state != NULL)
    g_signal_emit (self, signals[MUSCLES_ASKED], 0, self->routine_id,
                   (guint) self->state->prescription->side);
}

static void
close_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* Text */

static void
show_state (TautRoutineCard *self,
            TautPictureBook *book)
{
  const TautCardState *state = self->state;

  g_assert (TAUT_IS_ROUTINE_CARD (self));

  gtk_label_set_label (self->title_label, state->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, state->title, -1);
  taut_card_parts_show_text (self->subtitle_label, GTK_WIDGET (self->subtitle_label),
                             state->subtitle);
  taut_card_parts_show_figures (GTK_BOX (self->figures_box), state->figures);
  taut_card_parts_show_text (self->gentler_label, GTK_WIDGET (self->gentler_label), state->gentler);
  taut_card_parts_show_steps (self->steps_box, (const char *const *) state->steps);
  taut_card_parts_show_text (self->feel_label, GTK_WIDGET (self->feel_label), state->feel);
  taut_card_parts_show_text (self->heed_label, self->heed_box, state->heed);
  taut_card_parts_show_text (self->refusal_label, GTK_WIDGET (self->refusal_label), state->refusal);
  if (book != NULL)
    taut_routine_thumb_show (self->thumb, book, state->prescription);
  gtk_widget_set_visible (self->about_button, state->prescription->routine != NULL
                                              && state->prescription->routine->muscles[0] != NULL);
  update_picture (self);
}

/* A changed dose or answer shows at once; a routine that is gone closes the card. */
static void
record_changed_cb (TautRoutineCard *self)
{
  TautCardState *state;

  g_assert (TAUT_IS_ROUTINE_CARD (self));

  if (self->routine_id == NULL)
    return;

  state = taut_card_state_new (self->atlas, self->record, self->routine_id);
  if (state == NULL)
    {
      g_signal_emit (self, signals[CLOSED], 0);
      return;
    }

  g_clear_pointer (&self->state, taut_card_state_free);
  self->state = state;
  show_state (self, NULL);
}

/* GObject */

static void
taut_routine_card_dispose (GObject *object)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->atlas);
  g_clear_object (&self->clock);
  g_clear_object (&self->record);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_ROUTINE_CARD);

  G_OBJECT_CLASS (taut_routine_card_parent_class)->dispose (object);
}

static void
taut_routine_card_finalize (GObject *object)
{
  TautRoutineCard *self = TAUT_ROUTINE_CARD (object);

  g_clear_pointer (&self->state, taut_card_state_free);
  g_free (self->routine_id);

  G_OBJECT_CLASS (taut_routine_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-routine-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, about_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, close_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, content);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, done_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, feel_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, figures_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, gentler_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, heed_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, heed_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, phase_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, picture_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, running_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, seconds_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, stack);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, start_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, steps_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, thumb);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, tick_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineCard, toggle_button);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "card.about", NULL, about_action_cb);
  gtk_widget_class_install_action (widget_class, "card.close", NULL, close_action_cb);
  gtk_widget_class_install_action (widget_class, "card.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "card.start", NULL, start_action_cb);
  gtk_widget_class_install_action (widget_class, "card.stop", NULL, stop_action_cb);
  gtk_widget_class_install_action (widget_class, "card.tick", NULL, tick_action_cb);
  gtk_widget_class_install_action (widget_class, "card.toggle", NULL, toggle_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "card.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "card.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "card.toggle", NULL);
}

static void
taut_routine_card_class_init (TautRoutineCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_routine_card_dispose;
  object_class->finalize = taut_routine_card_finalize;

  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[MUSCLES_ASKED] =
    g_signal_new ("muscles-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[UNDOABLE] =
    g_signal_new ("undoable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TAUT_TYPE_ROUTINE_THUMB);
  install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_css_name (widget_class, "routinecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
taut_routine_card_init (TautRoutineCard *self)
{
  self->record_signals = g_signal_group_new (TAUT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "changed",
                                  G_CALLBACK (record_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  taut_routine_thumb_set_size (self->thumb, PICTURE_SIZE, PICTURE_SIZE);
}

/* Public */

GtkWidget *
taut_routine_card_new (void)
{
  return g_object_new (TAUT_TYPE_ROUTINE_CARD, NULL);
}

gboolean
taut_routine_card_show (TautRoutineCard *self,
                        TautAtlas       *atlas,
                        TautPictureBook *book,
                        TautRecord      *record,
                        TautClock       *clock,
                        const char      *routine_id)
{
  TautCardState *state;

  g_return_val_if_fail (TAUT_IS_ROUTINE_CARD (self), FALSE);
  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), FALSE);
  g_return_val_if_fail (TAUT_IS_RECORD (record), FALSE);
  g_return_val_if_fail (TAUT_IS_CLOCK (clock), FALSE);
  g_return_val_if_fail (routine_id != NULL, FALSE);

  state = taut_card_state_new (atlas, record, routine_id);
  if (state == NULL)
    return FALSE;

  taut_routine_card_clear (self);
  self->state = state;
  self->routine_id = g_strdup (routine_id);
  g_set_object (&self->atlas, atlas);
  g_set_object (&self->clock, clock);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->record_signals, record);
  show_state (self, book);

  return TRUE;
}

void
taut_routine_card_clear (TautRoutineCard *self)
{
  g_return_if_fail (TAUT_IS_ROUTINE_CARD (self));

  stop_timer (self);
  g_signal_group_set_target (self->record_signals, NULL);
  g_clear_pointer (&self->state, taut_card_state_free);
  g_clear_pointer (&self->routine_id, g_free);
}

const char *
taut_routine_card_get_mark (TautRoutineCard *self)
{
  const GPtrArray *marks;

  g_return_val_if_fail (TAUT_IS_ROUTINE_CARD (self), NULL);

  if (self->state == NULL)
    return NULL;

  marks = self->state->prescription->marks;

  return marks->len > 0 ? taut_mark_get_id (g_ptr_array_index (marks, 0)) : NULL;
}

void
taut_routine_card_focus (TautRoutineCard *self)
{
  g_return_if_fail (TAUT_IS_ROUTINE_CARD (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (self->start_button) ? self->start_button
                                                                    : self->close_button);
}

void
taut_routine_card_set_narrow (TautRoutineCard *self,
                              gboolean         narrow)
{
  g_return_if_fail (TAUT_IS_ROUTINE_CARD (self));

  if (self->narrow == !!narrow)
    return;

  self->narrow = narrow;
  gtk_scrolled_window_set_min_content_height (self->scrolled, narrow ? NARROW_TEXT_HEIGHT
                                                                     : TEXT_HEIGHT);
  update_picture (self);
}
