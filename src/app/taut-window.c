/* taut-window.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-window"

#include "config.h"

#include "taut-window.h"

#include <glib/gi18n.h>

#include "taut-resources.h"
#include "taut-window-private.h"

#define SPINNER_DELAY_MS 300
#define TICK_SECONDS 20

G_DEFINE_FINAL_TYPE (TautWindow, taut_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_SHOW_PANEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  OPENING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
banner_close_button_clicked_cb (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  g_clear_pointer (&self->aside, g_free);
  g_clear_pointer (&self->missed, g_free);
  gtk_revealer_set_reveal_child (self->banner_revealer, FALSE);
}

/* Pages */

static void
update_page (TautWindow *self)
{
  const char *why = self->breakage != NULL ? self->breakage : self->refusal;
  const char *page = "chart";

  g_assert (TAUT_IS_WINDOW (self));

  if (why != NULL)
    page = "refused";
  else if (self->knowledge == NULL || taut_autosave_get_record (self->autosave) == NULL)
    page = "loading";

  if (self->breakage != NULL)
    adw_status_page_set_title (self->refused_page, _("Tautline cannot work"));
  if (why != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (why, -1);

      adw_status_page_set_description (self->refused_page, escaped);
    }
  gtk_widget_set_visible (self->refused_buttons, self->breakage == NULL);

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_sensitive (GTK_WIDGET (self->panel), g_str_equal (page, "chart"));
}

static void
update_record (TautWindow *self)
{
  TautRecord *record = taut_autosave_get_record (self->autosave);

  g_assert (TAUT_IS_WINDOW (self));

  if (self->knowledge == NULL)
    return;

  g_signal_group_set_target (self->record_signals, record);
  if (record != NULL)
    taut_chart_set_record (self->chart, record);
  if (record != taut_panel_get_record (self->panel))
    {
      taut_window_hide_routine (self);
      taut_panel_hide_guide (self->panel);
    }
  taut_panel_set_record (self->panel, record);
}

void
taut_window_update (TautWindow *self)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  update_record (self);
  update_page (self);
  taut_window_update_title (self);
  taut_window_update_banner (self);
  taut_window_update_offer (self);
  taut_window_update_actions (self);
}

/* Callbacks */

static void
autosave_state_cb (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  taut_window_update_title (self);
  taut_window_update_banner (self);
  taut_window_update_offer (self);
}

static void
record_changed_cb (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  /* Its undo would take back another step by now. */
  if (self->undo_toast != NULL && !self->removing)
    adw_toast_dismiss (self->undo_toast);

  taut_window_update_title (self);
  taut_window_update_actions (self);
}

static void
panel_mark_activated_cb (TautWindow *self,
                         const char *mark_id)
{
  g_assert (TAUT_IS_WINDOW (self));

  taut_chart_show_mark (self->chart, mark_id);

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
panel_removed_cb (TautWindow *self,
                  const char *name)
{
  g_autofree char *title = NULL;

  g_assert (TAUT_IS_WINDOW (self));

  /* Translators: the name of a mark or a routine. */
  title = g_strdup_printf (_("Removed: %s"), name);
  taut_window_show_undo_toast (self, title);
}

static void
panel_routine_activated_cb (TautWindow *self,
                            const char *routine_id)
{
  g_assert (TAUT_IS_WINDOW (self));

  taut_window_show_routine (self, routine_id);
}

static void
card_closed_cb (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  taut_window_hide_routine (self);
}

static void
panel_undoable_cb (TautWindow *self,
                   const char *text)
{
  g_assert (TAUT_IS_WINDOW (self));

  taut_window_show_undo_toast (self, text);
}

static void
flap_reveal_flap_cb (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  taut_window_update_layout (self, gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANEL]);
}

/* The small pictures show the figure that the chart shows. */
static void
update_book (TautWindow *self)
{
  g_assert (TAUT_IS_WINDOW (self));

  g_clear_object (&self->book);
  self->book = taut_picture_book_new (self->knowledge->atlas, taut_chart_get_views (self->chart));
  taut_panel_set_book (self->panel, self->book);
}

static void
knowledge_loaded_cb (GObject      *source_object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (TautWindow) self = TAUT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  TautKnowledge *knowledge = taut_knowledge_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_spinner_stop (self->spinner);

  if (knowledge == NULL)
    {
      /* Without the atlas a record cannot be shown, and is not touched. */
      taut_autosave_close (self->autosave);
      self->breakage = g_strdup_printf (_("A part of the program is missing or broken. %s"),
                                        error->message);
      taut_window_update (self);
      return;
    }

  self->knowledge = knowledge;
  taut_chart_set_atlas (self->chart, knowledge->atlas, knowledge->views, self->clock);
  update_book (self);
  taut_panel_set_atlas (self->panel, knowledge->atlas, self->clock);
  taut_window_update (self);

  /* The keyboard starts at what the window is for, not at its menu. */
  if (self->refusal == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->chart), GTK_DIR_TAB_FORWARD);
}

static gboolean
spinner_timeout_cb (gpointer user_data)
{
  TautWindow *self = TAUT_WINDOW (user_data);

  self->spinner_id = 0;
  gtk_spinner_start (self->spinner);
  gtk_widget_set_visible (self->spinner_box, TRUE);

  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer user_data)
{
  TautWindow *self = TAUT_WINDOW (user_data);

  taut_window_update_title (self);
  taut_panel_refresh (self->panel);

  return G_SOURCE_CONTINUE;
}

/* Window */

static void
close_anyway_response_cb (TautWindow *self,
                          const char *response)
{
  g_assert (TAUT_IS_WINDOW (self));

  if (g_str_equal (response, "discard"))
    taut_autosave_close (self->autosave);

  if (!g_str_equal (response, "cancel"))
    gtk_window_close (GTK_WINDOW (self));
}

static void
ask_whether_to_close (TautWindow *self)
{
  const GError *error = taut_autosave_get_error (self->autosave);
  GtkWidget *dialog;

  g_assert (TAUT_IS_WINDOW (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Your last changes could not be saved"),
                                   NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("They are only in this window, and are lost when it closes. %s"),
                                  error != NULL ? error->message : "");
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Keep open"),
                                    "discard", _("Close and _lose them"),
                                    "retry", _("Try _again"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "retry",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "retry");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_anyway_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
taut_window_close_request (GtkWindow *window)
{
  TautWindow *self = TAUT_WINDOW (window);

  if (!taut_window_flush (self))
    {
      ask_whether_to_close (self);
      return TRUE;
    }

  taut_window_save_settings (self);

  return GTK_WINDOW_CLASS (taut_window_parent_class)->close_request (window);
}

static void
taut_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (taut_window_parent_class)->realize (widget);

  taut_window_follow_width (TAUT_WINDOW (widget));
}

/* GObject */

static void
taut_window_dispose (GObject *object)
{
  TautWindow *self = TAUT_WINDOW (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->autosave);
  g_clear_object (&self->book);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->file_dialog);
  g_clear_weak_pointer (&self->print_dialog);
  g_clear_object (&self->print_settings);
  g_clear_object (&self->page_setup);
  g_clear_weak_pointer (&self->card_focus);
  g_clear_weak_pointer (&self->guide_focus);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_object (&self->messages);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_WINDOW);

  G_OBJECT_CLASS (taut_window_parent_class)->dispose (object);
}

static void
taut_window_finalize (GObject *object)
{
  TautWindow *self = TAUT_WINDOW (object);

  g_clear_pointer (&self->knowledge, taut_knowledge_free);
  g_free (self->aside);
  g_free (self->breakage);
  g_free (self->missed);
  g_free (self->refusal);

  G_OBJECT_CLASS (taut_window_parent_class)->finalize (object);
}

static void
taut_window_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TautWindow *self = TAUT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SHOW_PANEL:
      /* Buttons of the template ask before there is a flap. */
      g_value_set_boolean (value, self->flap == NULL || adw_flap_get_reveal_flap (self->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_window_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TautWindow *self = TAUT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SHOW_PANEL:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TautWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, banner_button);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, banner_close_button);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, banner_content);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, banner_image);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, banner_revealer);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, banner_title);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, card);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, card_revealer);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, chart);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, refused_buttons);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, refused_page);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, spinner_box);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TautWindow, window_title);
  gtk_widget_class_bind_template_callback (widget_class, banner_close_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_routine_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_undoable_cb);
}

static void
taut_window_class_init (TautWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = taut_window_dispose;
  object_class->finalize = taut_window_finalize;
  object_class->get_property = taut_window_get_property;
  object_class->set_property = taut_window_set_property;
  widget_class->realize = taut_window_realize;
  window_class->close_request = taut_window_close_request;

  properties[PROP_SHOW_PANEL] =
    g_param_spec_boolean ("show-panel", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENING] =
    g_signal_new ("opening", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (TAUT_TYPE_CHART);
  g_type_ensure (TAUT_TYPE_PANEL);
  g_type_ensure (TAUT_TYPE_ROUTINE_CARD);

  bind_template (widget_class);
  taut_window_bind_guide (widget_class);
  taut_window_install_actions (widget_class);
}

static void
taut_window_init (TautWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->record_signals = g_signal_group_new (TAUT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "changed",
                                  G_CALLBACK (record_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  taut_window_name_messages (self);

  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (flap_reveal_flap_cb),
                           self, G_CONNECT_SWAPPED);
  taut_window_connect_guide (self);
  g_signal_connect_object (self->chart, "views-changed", G_CALLBACK (update_book), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->panel, "selected-mark", self->chart, "selected-mark",
                          G_BINDING_BIDIRECTIONAL);
}

TautWindow *
taut_window_new (TautApplication *application,
                 TautClock       *clock)
{
  TautWindow *self;

  g_return_val_if_fail (TAUT_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (TAUT_IS_CLOCK (clock), NULL);

  self = g_object_new (TAUT_TYPE_WINDOW, "application", application, NULL);
  self->clock = g_object_ref (clock);
  self->autosave = taut_autosave_new (clock);
  g_signal_connect_object (self->autosave, "notify::state", G_CALLBACK (autosave_state_cb), self,
                           G_CONNECT_SWAPPED);

  taut_window_load_settings (self);
  taut_window_update (self);

  self->spinner_id = g_timeout_add (SPINNER_DELAY_MS, spinner_timeout_cb, self);
  self->tick_id = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  taut_knowledge_load_async (self->cancellable, knowledge_loaded_cb, g_object_ref (self));

  return self;
}

void
taut_window_announce_opening (TautWindow *self)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));

  g_signal_emit (self, signals[OPENING], 0);
}

TautAutosave *
taut_window_get_autosave (TautWindow *self)
{
  g_return_val_if_fail (TAUT_IS_WINDOW (self), NULL);

  return self->autosave;
}

void
taut_window_tell_missed (TautWindow *self,
                         const char *text)
{
  g_return_if_fail (TAUT_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  g_free (self->missed);
  self->missed = g_strdup (text);
  taut_window_update_banner (self);
}
