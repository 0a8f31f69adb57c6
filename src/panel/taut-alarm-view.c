/* taut-alarm-view.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-alarm-view"

#include "config.h"

#include "taut-alarm-view.h"

#include "taut-resources.h"
#include "taut-screening-state.h"

struct _TautAlarmView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title_label;
  GtkLabel *advice_label;
  GtkLabel *signs_label;
  GtkWidget *looked_at_button;

  TautAtlas *atlas;
  TautRecord *record;
};

G_DEFINE_FINAL_TYPE (TautAlarmView, taut_alarm_view, GTK_TYPE_WIDGET)

static void
settle (TautAlarmView *self,
        TautAnswer     answer)
{
  g_autoptr (TautProfile) settled = NULL;

  g_assert (TAUT_IS_ALARM_VIEW (self));

  if (self->record == NULL)
    return;

  settled = taut_alarm_state_settle (self->atlas, self->record, answer);
  taut_record_set_profile (self->record, settled);
}

static void
mistake_button_clicked_cb (TautAlarmView *self)
{
  g_assert (TAUT_IS_ALARM_VIEW (self));

  settle (self, TAUT_ANSWER_NONE);
}

static void
looked_at_button_clicked_cb (TautAlarmView *self)
{
  g_assert (TAUT_IS_ALARM_VIEW (self));

  settle (self, TAUT_ANSWER_NO);
}

static void
taut_alarm_view_dispose (GObject *object)
{
  TautAlarmView *self = TAUT_ALARM_VIEW (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->record);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_ALARM_VIEW);

  G_OBJECT_CLASS (taut_alarm_view_parent_class)->dispose (object);
}

static void
taut_alarm_view_class_init (TautAlarmViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_alarm_view_dispose;

  gtk_widget_class_set_css_name (widget_class, "alarm");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-alarm-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TautAlarmView, advice_label);
  gtk_widget_class_bind_template_child (widget_class, TautAlarmView, content);
  gtk_widget_class_bind_template_child (widget_class, TautAlarmView, looked_at_button);
  gtk_widget_class_bind_template_child (widget_class, TautAlarmView, signs_label);
  gtk_widget_class_bind_template_child (widget_class, TautAlarmView, title_label);
  gtk_widget_class_bind_template_callback (widget_class, looked_at_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mistake_button_clicked_cb);
}

static void
taut_alarm_view_init (TautAlarmView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_alarm_view_new (void)
{
  return g_object_new (TAUT_TYPE_ALARM_VIEW, NULL);
}

void
taut_alarm_view_update (TautAlarmView *self,
                        TautAtlas     *atlas,
                        TautRecord    *record)
{
  g_autoptr (TautAlarmState) state = NULL;

  g_return_if_fail (TAUT_IS_ALARM_VIEW (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_RECORD (record));

  g_set_object (&self->atlas, atlas);
  g_set_object (&self->record, record);

  state = taut_alarm_state_new (atlas, record);
  if (state == NULL)
    return;

  gtk_label_set_label (self->title_label, state->title);
  gtk_label_set_label (self->advice_label, state->advice);
  gtk_label_set_label (self->signs_label, state->signs);
  gtk_widget_set_visible (self->looked_at_button, !state->emergency);
  if (state->emergency)
    gtk_widget_add_css_class (GTK_WIDGET (self), "emergency");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "emergency");
}
