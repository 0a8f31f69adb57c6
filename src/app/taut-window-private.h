/* taut-window-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-chart.h"
#include "taut-knowledge.h"
#include "taut-panel.h"
#include "taut-routine-card.h"
#include "taut-window.h"

G_BEGIN_DECLS

struct _TautWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *banner;
  GtkButton *banner_button;
  GtkWidget *banner_close_button;
  GtkOrientable *banner_content;
  GtkImage *banner_image;
  GtkRevealer *banner_revealer;
  GtkLabel *banner_text;
  GtkLabel *banner_title;
  TautRoutineCard *card;
  GtkRevealer *card_revealer;
  TautChart *chart;
  AdwFlap *flap;
  AdwHeaderBar *header_bar;
  TautPanel *panel;
  GtkButton *redo_button;
  GtkWidget *refused_buttons;
  AdwStatusPage *refused_page;
  GtkSpinner *spinner;
  GtkWidget *spinner_box;
  GtkStack *stack;
  AdwToastOverlay *toast_overlay;
  GListModel *messages;     /* its children */
  GtkButton *undo_button;
  AdwWindowTitle *window_title;

  TautClock *clock;
  TautAutosave *autosave;
  TautKnowledge *knowledge;
  TautPictureBook *book;
  GCancellable *cancellable;
  GSettings *settings;
  GSignalGroup *record_signals;
  AdwToast *undo_toast;
  GtkNativeDialog *file_dialog;
  GtkWidget *print_dialog;
  GtkPrintSettings *print_settings;
  GtkPageSetup *page_setup;
  char *aside;      /* where a damaged record was set aside */
  char *missed;     /* what was not ticked since the last time */
  char *breakage;   /* why nothing can be shown at all */
  char *refusal;    /* why a record cannot be shown */
  guint spinner_id;
  guint tick_id;
  GtkWidget *card_focus;    /* where it was before the card came */
  GtkWidget *guide_focus;   /* where it was before the guide came */
  guint card_hid_panel : 1;
  guint guide_showed_panel : 1;
  guint home_record : 1;
  guint sample_record : 1;
  guint removing : 1;
};

/* In taut-window-actions.c */
void     taut_window_install_actions  (GtkWidgetClass *widget_class);
void     taut_window_update_actions   (TautWindow     *self);
void     taut_window_show_error       (TautWindow     *self,
                                       const char     *heading,
                                       const char     *body);
void     taut_window_show_undo_toast  (TautWindow     *self,
                                       const char     *title);

/* In taut-window-card.c */
void     taut_window_show_routine     (TautWindow     *self,
                                       const char     *routine_id);
void     taut_window_hide_routine     (TautWindow     *self);

/* In taut-window-guide.c */
void     taut_window_bind_guide       (GtkWidgetClass *widget_class);
void     taut_window_connect_guide    (TautWindow     *self);
void     taut_window_search           (TautWindow     *self);

/* In taut-window-files.c */
void     taut_window_choose_record    (TautWindow     *self,
                                       gboolean        make_new);
/* A native dialog is not freed by being destroyed: the window holds it until the
 * response, then gives it up. */
void     taut_window_take_file_dialog (TautWindow     *self,
                                       GtkFileChooserNative *dialog);
void     taut_window_drop_file_dialog (TautWindow     *self);
void     taut_window_add_filter       (GtkFileChooserNative *dialog,
                                       const char     *name,
                                       const char     *suffix);
/* The chosen path with @suffix; NULL after telling that it is not local. */
char    *taut_window_get_chosen_path  (TautWindow     *self,
                                       GtkFileChooser *dialog,
                                       const char     *suffix);

/* In taut-window-paper.c: the preview, and a file without it. */
void     taut_window_print            (TautWindow     *self);
void     taut_window_choose_pdf       (TautWindow     *self);

/* In taut-window-layout.c */
void     taut_window_follow_width     (TautWindow     *self);
void     taut_window_update_layout    (TautWindow     *self,
                                       int             width,
                                       int             height);
void     taut_window_load_settings    (TautWindow     *self);
void     taut_window_save_settings    (TautWindow     *self);

/* In taut-window-records.c: the first saves what is unsaved, and tells of it where
 * that fails. */
gboolean taut_window_flush            (TautWindow     *self);
void     taut_window_start_record     (TautWindow     *self,
                                       const char     *path);
void     taut_window_open_sample      (TautWindow     *self);
void     taut_window_update_offer     (TautWindow     *self);

/* In taut-window-status.c */
void     taut_window_update_title     (TautWindow     *self);
void     taut_window_update_banner    (TautWindow     *self);
/* Gives the messages that come over the window what a screen reader needs. */
void     taut_window_name_messages    (TautWindow     *self);

/* In taut-window.c: the first brings title, banner and pages in line with the
 * record. */
void     taut_window_update           (TautWindow     *self);
void     taut_window_announce_opening (TautWindow     *self);

G_END_DECLS
