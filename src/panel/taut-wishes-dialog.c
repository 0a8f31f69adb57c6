/* taut-wishes-dialog.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-wishes-dialog"

#include "config.h"

#include "taut-wishes-dialog.h"

#include <glib/gi18n.h>

#include "taut-dialog-rows.h"
#include "taut-panel-text.h"
#include "taut-proposal-state.h"
#include "taut-proposal.h"
#include "taut-resources.h"

#define MINUTES_MAX 180
#define MINUTES_STEP 5
/* A number that is still being changed is one step of the history. */
#define SETTLE_MS 400

struct _TautWishesDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *equipment_group;
  AdwPreferencesGroup *minutes_group;
  AdwPreferencesGroup *times_group;

  TautRecord *record;
  TautProfile *opened;      /* what the record said when the form opened */
  GtkSpinButton *minutes_spin;
  GPtrArray *equipment_switches;
  GPtrArray *time_switches;
  guint settle_id;
};

G_DEFINE_FINAL_TYPE (TautWishesDialog, taut_wishes_dialog, ADW_TYPE_WINDOW)

/* What not every household has. */
static const char *const asked_equipment[] = {
  "ball", "two_balls_sock", "roller", "hook", "warm_pack", "cold_pack", "band", "strap",
  "rubber_band",
};

static const struct
{
  guint minute;
  const char *name;
} usual_times[] = {
  { 8 * 60, N_("In the morning") },
  { 12 * 60 + 30, N_("At midday") },
  { 16 * 60, N_("In the afternoon") },
  { 20 * 60, N_("In the evening") },
};

static void
set_profile (TautWishesDialog *self,
             TautProfile      *profile)
{
  g_assert (TAUT_IS_WISHES_DIALOG (self));

  taut_record_revise_profile (self->record, self->opened, profile);
}

static void
apply_minutes (TautWishesDialog *self)
{
  guint minutes;
  g_autoptr (TautProfile) profile = NULL;

  g_assert (TAUT_IS_WISHES_DIALOG (self));

  g_clear_handle_id (&self->settle_id, g_source_remove);
  minutes = gtk_spin_button_get_value_as_int (self->minutes_spin);
  profile = taut_profile_with_minutes (taut_record_get_profile (self->record), minutes);
  set_profile (self, profile);
}

/* Callbacks */

static gboolean
settle_cb (gpointer user_data)
{
  TautWishesDialog *self = TAUT_WISHES_DIALOG (user_data);

  self->settle_id = 0;
  apply_minutes (self);

  return G_SOURCE_REMOVE;
}

static void
minutes_changed_cb (TautWishesDialog *self)
{
  g_assert (TAUT_IS_WISHES_DIALOG (self));

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
equipment_changed_cb (TautWishesDialog *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (TautProfile) profile = NULL;

  g_assert (TAUT_IS_WISHES_DIALOG (self));

  for (guint i = 0; i < self->equipment_switches->len; i++)
    {
      GtkSwitch *control = g_ptr_array_index (self->equipment_switches, i);

      if (gtk_switch_get_active (control))
        g_ptr_array_add (chosen, (gpointer) gtk_widget_get_name (GTK_WIDGET (control)));
    }
  g_ptr_array_add (chosen, NULL);
  profile = taut_profile_with_equipment (taut_record_get_profile (self->record),
                                         (const char *const *) chosen->pdata);
  set_profile (self, profile);
}

static guint
get_switch_minute (GtkSwitch *control)
{
  return g_ascii_strtoull (gtk_widget_get_name (GTK_WIDGET (control)), NULL, 10);
}

static void
times_changed_cb (TautWishesDialog *self)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TautProfile) profile = NULL;

  g_assert (TAUT_IS_WISHES_DIALOG (self));

  for (guint i = 0; i < self->time_switches->len; i++)
    {
      GtkSwitch *control = g_ptr_array_index (self->time_switches, i);
      guint minute = get_switch_minute (control);

      if (gtk_switch_get_active (control))
        g_array_append_val (times, minute);
    }
  profile = taut_profile_with_times (taut_record_get_profile (self->record),
                                     (const guint *) (gpointer) times->data, times->len);
  set_profile (self, profile);
}

/* Rows */

static void
add_minutes (TautWishesDialog *self)
{
  guint minutes = taut_profile_get_minutes (taut_record_get_profile (self->record));

  g_assert (TAUT_IS_WISHES_DIALOG (self));

  self->minutes_spin =
    taut_dialog_rows_add_number (self->minutes_group, _("Minutes a day"), NULL,
                                 minutes > 0 ? minutes : TAUT_PROPOSAL_MINUTES,
                                 MAX (minutes, MINUTES_MAX), MINUTES_STEP);
  gtk_spin_button_set_range (self->minutes_spin, MIN (minutes > 0 ? minutes : MINUTES_STEP,
                                                      MINUTES_STEP),
                             MAX (minutes, MINUTES_MAX));
  g_signal_connect_object (self->minutes_spin, "value-changed",
                           G_CALLBACK (minutes_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
has_time (TautProfile *profile,
          guint        minute)
{
  guint n_times;
  const guint *times = taut_profile_get_times (profile, &n_times);

  for (guint i = 0; i < n_times; i++)
    if (times[i] == minute)
      return TRUE;

  return FALSE;
}

static void
add_time (TautWishesDialog *self,
          const char       *name,
          guint             minute,
          gboolean          active)
{
  g_autofree char *key = g_strdup_printf ("%u", minute);
  g_autofree char *time = taut_panel_text_time (minute);
  GtkSwitch *control;

  g_assert (TAUT_IS_WISHES_DIALOG (self));

  control = taut_dialog_rows_add_switch (self->times_group, key, name != NULL ? name : time,
                                         name != NULL ? time : NULL, active);
  g_ptr_array_add (self->time_switches, control);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (times_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The usual times, and those that a file brings. */
static void
add_times (TautWishesDialog *self)
{
  TautProfile *profile = taut_record_get_profile (self->record);
  guint n_times;
  const guint *times = taut_profile_get_times (profile, &n_times);

  g_assert (TAUT_IS_WISHES_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (usual_times); i++)
    add_time (self, _(usual_times[i].name), usual_times[i].minute,
              has_time (profile, usual_times[i].minute));

  for (guint i = 0; i < n_times; i++)
    {
      gboolean usual = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (usual_times); k++)
        usual = usual || usual_times[k].minute == times[i];
      if (!usual)
        add_time (self, NULL, times[i], TRUE);
    }
}

static void
add_equipment (TautWishesDialog *self)
{
  const char *const *equipment =
    taut_profile_get_equipment (taut_record_get_profile (self->record));

  g_assert (TAUT_IS_WISHES_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (asked_equipment); i++)
    {
      const char *id = asked_equipment[i];
      g_autofree char *title =
        taut_panel_text_capitalize (taut_proposal_state_name_equipment (id));
      GtkSwitch *control =
        taut_dialog_rows_add_switch (self->equipment_group, id, title, NULL,
                                     equipment != NULL && g_strv_contains (equipment, id));

      g_ptr_array_add (self->equipment_switches, control);
      g_signal_connect_object (control, "notify::active", G_CALLBACK (equipment_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static gboolean
taut_wishes_dialog_close_request (GtkWindow *window)
{
  TautWishesDialog *self = TAUT_WISHES_DIALOG (window);

  /* What was typed last counts, too. */
  gtk_spin_button_update (self->minutes_spin);
  if (self->settle_id != 0)
    apply_minutes (self);

  return GTK_WINDOW_CLASS (taut_wishes_dialog_parent_class)->close_request (window);
}

static void
taut_wishes_dialog_dispose (GObject *object)
{
  TautWishesDialog *self = TAUT_WISHES_DIALOG (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->record);
  g_clear_object (&self->opened);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_WISHES_DIALOG);

  G_OBJECT_CLASS (taut_wishes_dialog_parent_class)->dispose (object);
}

static void
taut_wishes_dialog_finalize (GObject *object)
{
  TautWishesDialog *self = TAUT_WISHES_DIALOG (object);

  g_ptr_array_unref (self->equipment_switches);
  g_ptr_array_unref (self->time_switches);

  G_OBJECT_CLASS (taut_wishes_dialog_parent_class)->finalize (object);
}

static void
taut_wishes_dialog_class_init (TautWishesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_wishes_dialog_dispose;
  object_class->finalize = taut_wishes_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = taut_wishes_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-wishes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TautWishesDialog, equipment_group);
  gtk_widget_class_bind_template_child (widget_class, TautWishesDialog, minutes_group);
  gtk_widget_class_bind_template_child (widget_class, TautWishesDialog, times_group);
}

static void
taut_wishes_dialog_init (TautWishesDialog *self)
{
  self->equipment_switches = g_ptr_array_new ();
  self->time_switches = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  taut_dialog_rows_close_by_escape (GTK_WIDGET (self));
}

GtkWidget *
taut_wishes_dialog_new (TautRecord *record)
{
  TautWishesDialog *self;

  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  self = g_object_new (TAUT_TYPE_WISHES_DIALOG, NULL);
  self->record = g_object_ref (record);
  self->opened = g_object_ref (taut_record_get_profile (record));
  add_minutes (self);
  add_times (self);
  add_equipment (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->minutes_spin));

  return GTK_WIDGET (self);
}
