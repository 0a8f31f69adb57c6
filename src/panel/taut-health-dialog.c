/* taut-health-dialog.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-health-dialog"

#include "config.h"

#include "taut-health-dialog.h"

#include <glib/gi18n.h>

#include "taut-dialog-rows.h"
#include "taut-names.h"
#include "taut-resources.h"
#include "taut-screening.h"

struct _TautHealthDialog
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
  GtkButton *skip_button;

  TautAtlas *atlas;
  TautRecord *record;
  TautProfile *opened;      /* what the record said when the form opened */
  GDate today;
};

G_DEFINE_FINAL_TYPE (TautHealthDialog, taut_health_dialog, ADW_TYPE_WINDOW)

static void
switch_active_cb (TautHealthDialog *self,
                  GParamSpec       *pspec,
                  GtkSwitch        *control)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (control));
  TautAnswer answer = gtk_switch_get_active (control) ? TAUT_ANSWER_YES : TAUT_ANSWER_NO;
  g_autoptr (TautProfile) profile = NULL;

  g_assert (TAUT_IS_HEALTH_DIALOG (self));

  profile = taut_profile_with_answer (taut_record_get_profile (self->record), id, answer);
  taut_record_revise_profile (self->record, self->opened, profile);
}

void
taut_health_dialog_finish (TautHealthDialog *self)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (TautProfile) profile = NULL;

  g_return_if_fail (TAUT_IS_HEALTH_DIALOG (self));

  questions = taut_screening_list_questions (self->atlas);
  profile = taut_profile_with_screened (taut_record_get_profile (self->record), &self->today);
  for (guint i = 0; i < questions->len; i++)
    {
      const TautQuestion *question = g_ptr_array_index (questions, i);
      TautProfile *next;

      if (taut_profile_get_answer (profile, question->id) != TAUT_ANSWER_NONE)
        continue;
      next = taut_profile_with_answer (profile, question->id, TAUT_ANSWER_NO);
      g_set_object (&profile, next);
      g_object_unref (next);
    }
  taut_record_revise_profile (self->record, self->opened, profile);

  gtk_window_close (GTK_WINDOW (self));
}

static AdwPreferencesGroup *
add_group (TautHealthDialog *self,
           const char       *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  g_assert (TAUT_IS_HEALTH_DIALOG (self));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_question (TautHealthDialog    *self,
              AdwPreferencesGroup *group,
              const TautQuestion  *question)
{
  TautProfile *profile = taut_record_get_profile (self->record);
  const char *detail = NULL;
  GtkSwitch *control;

  g_assert (TAUT_IS_HEALTH_DIALOG (self));

  if (question->detail != NULL)
    detail = taut_name_translate (TAUT_CONTEXT_QUESTION, question->detail);
  control =
    taut_dialog_rows_add_switch (group, question->id,
                                 taut_name_translate (TAUT_CONTEXT_QUESTION, question->text),
                                 detail,
                                 taut_profile_get_answer (profile, question->id)
                                   == TAUT_ANSWER_YES);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (switch_active_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The questions come sorted by topic. */
static void
add_questions (TautHealthDialog *self)
{
  g_autoptr (GPtrArray) questions = taut_screening_list_questions (self->atlas);
  AdwPreferencesGroup *group = NULL;
  const char *topic = NULL;

  g_assert (TAUT_IS_HEALTH_DIALOG (self));

  for (guint i = 0; i < questions->len; i++)
    {
      const TautQuestion *question = g_ptr_array_index (questions, i);

      if (g_strcmp0 (topic, question->topic) != 0)
        {
          topic = question->topic;
          group = add_group (self, taut_name_translate (TAUT_CONTEXT_QUESTION, topic));
        }
      add_question (self, group, question);
    }
}

static void
taut_health_dialog_dispose (GObject *object)
{
  TautHealthDialog *self = TAUT_HEALTH_DIALOG (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->record);
  g_clear_object (&self->opened);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_HEALTH_DIALOG);

  G_OBJECT_CLASS (taut_health_dialog_parent_class)->dispose (object);
}

static void
taut_health_dialog_class_init (TautHealthDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_health_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-health-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TautHealthDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TautHealthDialog, skip_button);
  gtk_widget_class_bind_template_callback (widget_class, taut_health_dialog_finish);
}

static void
taut_health_dialog_init (TautHealthDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  taut_dialog_rows_close_by_escape (GTK_WIDGET (self));
}

GtkWidget *
taut_health_dialog_new (TautAtlas   *atlas,
                        TautRecord  *record,
                        const GDate *today)
{
  TautHealthDialog *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  self = g_object_new (TAUT_TYPE_HEALTH_DIALOG, NULL);
  self->atlas = g_object_ref (atlas);
  self->record = g_object_ref (record);
  self->opened = g_object_ref (taut_record_get_profile (record));
  self->today = *today;
  if (taut_profile_get_screened (taut_record_get_profile (record)) != NULL)
    gtk_button_set_label (self->skip_button, _("Close"));
  add_questions (self);
  gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);

  return GTK_WIDGET (self);
}
