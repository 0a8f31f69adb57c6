/* taut-own-routine-dialog.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-own-routine-dialog"

#include "config.h"

#include "taut-own-routine-dialog.h"

#include <glib/gi18n.h>

#include "taut-dialog-rows.h"
#include "taut-picture-file.h"
#include "taut-resources.h"

#define USUAL_MINUTES 5
#define USUAL_TIME (9 * 60)
#define MINUTES_MAX 240

struct _TautOwnRoutineDialog
{
  AdwWindow parent_instance;

  GtkButton *save_button;
  GtkEditable *name_row;
  GtkTextView *steps_view;
  AdwPreferencesGroup *dose_group;
  GtkPicture *picture;
  GtkWidget *remove_picture_button;
  GtkLabel *error_label;
  GtkWidget *delete_group;

  TautRecord *record;
  TautOwnRoutine *routine;    /* that is changed, or NULL */
  GBytes *bytes;
  GDate today;
  GtkSpinButton *hold_spin;
  GtkSpinButton *repetitions_spin;
  GtkSpinButton *sets_spin;
  GtkSpinButton *pressure_spin;
  GtkSpinButton *minutes_spin;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (TautOwnRoutineDialog, taut_own_routine_dialog, ADW_TYPE_WINDOW)

static char *
get_name (TautOwnRoutineDialog *self)
{
  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

static char *
get_steps (TautOwnRoutineDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->steps_view);
  GtkTextIter start;
  GtkTextIter end;
  char *text;

  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return g_strstrip (text);
}

static guint
get_number (GtkSpinButton *spin)
{
  g_assert (GTK_IS_SPIN_BUTTON (spin));

  gtk_spin_button_update (spin);

  return gtk_spin_button_get_value_as_int (spin);
}

static void
show_picture (TautOwnRoutineDialog *self)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  if (self->bytes != NULL)
    texture = gdk_texture_new_from_bytes (self->bytes, NULL);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_widget_set_visible (self->remove_picture_button, self->bytes != NULL);
}

static void
show_error (TautOwnRoutineDialog *self,
            const char           *text)
{
  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
}

/* Callbacks */

static void
name_changed_cb (TautOwnRoutineDialog *self)
{
  g_autofree char *name = get_name (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), *name != '\0');
}

static void
chooser_response_cb (TautOwnRoutineDialog *self,
                     int                   response)
{
  g_autoptr (GFile) file = NULL;

  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    taut_own_routine_dialog_load (self, file);
}

static void
choose_picture_clicked_cb (TautOwnRoutineDialog *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Choose a picture"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  gtk_file_filter_set_name (filter, _("Pictures (PNG, JPEG)"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
remove_picture_clicked_cb (TautOwnRoutineDialog *self)
{
  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  g_clear_pointer (&self->bytes, g_bytes_unref);
  show_picture (self);
}

static void
delete_clicked_cb (TautOwnRoutineDialog *self)
{
  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  taut_record_remove_own_routine (self->record, taut_own_routine_get_id (self->routine));
  gtk_window_close (GTK_WINDOW (self));
}

/* Values */

static TautPlanItem *
make_item (TautOwnRoutineDialog *self,
           const char           *id)
{
  guint n_times;
  const guint *times = taut_profile_get_times (taut_record_get_profile (self->record), &n_times);
  const guint usual = USUAL_TIME;

  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  return taut_plan_item_new (id, "FREQ=DAILY", n_times > 0 ? times : &usual, 1, &self->today,
                             NULL);
}

static void
add_numbers (TautOwnRoutineDialog *self)
{
  TautDose dose = { 0 };
  guint minutes = USUAL_MINUTES;

  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  if (self->routine != NULL)
    {
      dose = *taut_own_routine_get_dose (self->routine);
      minutes = taut_own_routine_get_minutes (self->routine);
    }

  self->minutes_spin = taut_dialog_rows_add_number (self->dose_group, _("Minutes each time"), NULL,
                                                    minutes, MAX (minutes, MINUTES_MAX), 1);
  self->hold_spin = taut_dialog_rows_add_number (self->dose_group, _("Hold, in seconds"), NULL,
                                                 dose.hold, TAUT_DOSE_HOLD_MAX, 5);
  self->repetitions_spin = taut_dialog_rows_add_number (self->dose_group, _("Repeats"), NULL,
                                                        dose.repetitions,
                                                        TAUT_DOSE_REPETITIONS_MAX, 1);
  self->sets_spin = taut_dialog_rows_add_number (self->dose_group, _("Sets"), NULL, dose.sets,
                                                 TAUT_DOSE_SETS_MAX, 1);
  self->pressure_spin = taut_dialog_rows_add_number (self->dose_group, _("Pressure, of 10"), NULL,
                                                     dose.pressure, TAUT_DOSE_PRESSURE_MAX, 1);
}

static void
show_routine (TautOwnRoutineDialog *self)
{
  GBytes *bytes;
  const char *steps;

  g_assert (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  if (self->routine == NULL)
    return;

  bytes = taut_own_routine_get_picture (self->routine);
  steps = taut_own_routine_get_steps (self->routine);
  gtk_window_set_title (GTK_WINDOW (self), _("Change your routine"));
  gtk_editable_set_text (self->name_row, taut_own_routine_get_name (self->routine));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->steps_view),
                            steps != NULL ? steps : "", -1);
  if (bytes != NULL)
    self->bytes = g_bytes_ref (bytes);
  gtk_widget_set_visible (self->delete_group, TRUE);
}

/* GObject */

static void
taut_own_routine_dialog_dispose (GObject *object)
{
  TautOwnRoutineDialog *self = TAUT_OWN_ROUTINE_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->record);
  g_clear_object (&self->routine);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_OWN_ROUTINE_DIALOG);

  G_OBJECT_CLASS (taut_own_routine_dialog_parent_class)->dispose (object);
}

static void
taut_own_routine_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TAUT_OWN_ROUTINE_DIALOG (object)->bytes, g_bytes_unref);

  G_OBJECT_CLASS (taut_own_routine_dialog_parent_class)->finalize (object);
}

static void
taut_own_routine_dialog_class_init (TautOwnRoutineDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_own_routine_dialog_dispose;
  object_class->finalize = taut_own_routine_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-own-routine-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TautOwnRoutineDialog, delete_group);
  gtk_widget_class_bind_template_child (widget_class, TautOwnRoutineDialog, dose_group);
  gtk_widget_class_bind_template_child (widget_class, TautOwnRoutineDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, TautOwnRoutineDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TautOwnRoutineDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, TautOwnRoutineDialog, remove_picture_button);
  gtk_widget_class_bind_template_child (widget_class, TautOwnRoutineDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TautOwnRoutineDialog, steps_view);
  gtk_widget_class_bind_template_callback (widget_class, choose_picture_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_picture_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, taut_own_routine_dialog_save);
}

static void
taut_own_routine_dialog_init (TautOwnRoutineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  taut_dialog_rows_close_by_escape (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
taut_own_routine_dialog_new (TautRecord     *record,
                             TautOwnRoutine *routine,
                             const GDate    *today)
{
  TautOwnRoutineDialog *self;

  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (routine == NULL || TAUT_IS_OWN_ROUTINE (routine), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  self = g_object_new (TAUT_TYPE_OWN_ROUTINE_DIALOG, NULL);
  self->record = g_object_ref (record);
  g_set_object (&self->routine, routine);
  self->today = *today;
  add_numbers (self);
  show_routine (self);
  show_picture (self);
  name_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return GTK_WIDGET (self);
}

void
taut_own_routine_dialog_load (TautOwnRoutineDialog *self,
                              GFile                *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  g_return_if_fail (TAUT_IS_OWN_ROUTINE_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  bytes = taut_picture_file_load (file, &error);
  show_error (self, error != NULL ? error->message : NULL);
  if (bytes == NULL)
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  show_picture (self);
}

void
taut_own_routine_dialog_save (TautOwnRoutineDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *steps = NULL;
  g_autofree char *id = NULL;
  g_autoptr (TautOwnRoutine) saved = NULL;
  TautDose dose;

  g_return_if_fail (TAUT_IS_OWN_ROUTINE_DIALOG (self));

  name = get_name (self);
  if (*name == '\0')
    return;

  steps = get_steps (self);
  dose.hold = get_number (self->hold_spin);
  dose.repetitions = get_number (self->repetitions_spin);
  dose.sets = get_number (self->sets_spin);
  dose.pressure = get_number (self->pressure_spin);
  if (self->routine != NULL)
    {
      id = g_strdup (taut_own_routine_get_id (self->routine));
    }
  else
    {
      g_autofree char *uuid = g_uuid_string_random ();

      id = g_strconcat (TAUT_OWN_ROUTINE_PREFIX, uuid, NULL);
    }

  saved = taut_own_routine_new (id, name, steps, &dose, get_number (self->minutes_spin),
                                self->bytes);
  if (self->routine != NULL)
    {
      TautOwnRoutine *kept =
        taut_own_routine_with_unknown (saved, taut_own_routine_get_unknown (self->routine));

      g_set_object (&saved, kept);
      g_object_unref (kept);
      taut_record_put_own_routine (self->record, saved);
    }
  else
    {
      g_autoptr (TautPlanItem) item = make_item (self, id);

      taut_record_add_own_routine (self->record, saved, item);
    }
  gtk_window_close (GTK_WINDOW (self));
}
