/* taut-marks-page.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-marks-page"

#include "config.h"

#include "taut-marks-page.h"

#include <adwaita.h>

#include "taut-mark-row.h"
#include "taut-marks-state.h"
#include "taut-notice-row.h"
#include "taut-resources.h"
#include "taut-row-list.h"

struct _TautMarksPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListBox *marks_list;
  GtkListBox *notices_list;
  GtkLabel *progress_label;
  GtkWidget *sample_button;

  TautAtlas *atlas;
  TautRecord *record;
  GSignalGroup *record_signals;
  char *selected_mark;
  guint updating : 1;
};

G_DEFINE_FINAL_TYPE (TautMarksPage, taut_marks_page, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_RECORD,
  PROP_SELECTED_MARK,
  N_PROPS
};

enum {
  MARK_ACTIVATED,
  MARK_REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Callbacks */

static void
mark_row_expanded_cb (TautMarksPage  *self,
                      GParamSpec     *pspec,
                      AdwExpanderRow *row)
{
  const char *mark_id = taut_row_list_get_key (GTK_WIDGET (row));

  g_assert (TAUT_IS_MARKS_PAGE (self));

  if (self->updating)
    return;

  if (adw_expander_row_get_expanded (row))
    taut_marks_page_set_selected_mark (self, mark_id);
  else if (g_strcmp0 (mark_id, self->selected_mark) == 0)
    taut_marks_page_set_selected_mark (self, NULL);
}

static void
mark_row_intensity_chosen_cb (TautMarksPage *self,
                              guint          value,
                              gboolean       merge,
                              TautMarkRow   *row)
{
  TautMark *mark;

  g_assert (TAUT_IS_MARKS_PAGE (self));

  mark = taut_record_find_mark (self->record, taut_row_list_get_key (GTK_WIDGET (row)));
  if (mark != NULL)
    {
      g_autoptr (TautMark) changed = taut_mark_with_intensity (mark, value);

      taut_record_put_mark (self->record, changed, merge);
    }
}

static GtkWidget *
new_mark_row (gconstpointer entry,
              gpointer      user_data)
{
  TautMarksPage *self = TAUT_MARKS_PAGE (user_data);
  GtkWidget *row = taut_mark_row_new ();

  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (mark_row_expanded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "intensity-chosen", G_CALLBACK (mark_row_intensity_chosen_cb),
                           self, G_CONNECT_SWAPPED);

  return row;
}

static void
update_mark_row (GtkWidget     *row,
                 gconstpointer  entry,
                 gpointer       user_data)
{
  TautMarksPage *self = TAUT_MARKS_PAGE (user_data);
  const TautMarkEntry *mark_entry = entry;
  gboolean selected = g_strcmp0 (mark_entry->key, self->selected_mark) == 0;

  taut_mark_row_set_entry (TAUT_MARK_ROW (row), mark_entry);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), selected);
}

static GtkWidget *
new_notice_row (gconstpointer entry,
                gpointer      user_data)
{
  return taut_notice_row_new ();
}

static void
update_notice_row (GtkWidget     *row,
                   gconstpointer  entry,
                   gpointer       user_data)
{
  taut_notice_row_set_entry (TAUT_NOTICE_ROW (row), entry);
}

/* Shows what the record holds; every change ends here. */
static void
update_page (TautMarksPage *self)
{
  g_autoptr (TautMarksState) state = NULL;

  g_assert (TAUT_IS_MARKS_PAGE (self));

  if (self->atlas == NULL || self->record == NULL)
    return;

  state = taut_marks_state_new (self->atlas, self->record);

  self->updating = TRUE;
  taut_row_list_sync (self->marks_list, state->entries, new_mark_row, update_mark_row, self);
  self->updating = FALSE;

  taut_row_list_sync (self->notices_list, state->notices,
                      new_notice_row, update_notice_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self->notices_list), state->notices->len > 0);

  gtk_label_set_label (self->progress_label, state->progress);
  gtk_stack_set_visible_child_name (self->stack, state->entries->len > 0 ? "marks" : "empty");
}

static void
record_changed_cb (TautMarksPage *self,
                   TautRecord    *record)
{
  g_assert (TAUT_IS_MARKS_PAGE (self));

  if (self->selected_mark != NULL &&
      taut_record_find_mark (record, self->selected_mark) == NULL)
    taut_marks_page_set_selected_mark (self, NULL);

  update_page (self);
}

static void
show_mark_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TautMarksPage *self = TAUT_MARKS_PAGE (widget);
  const char *mark_id = g_variant_get_string (parameter, NULL);

  taut_marks_page_set_selected_mark (self, mark_id);
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, mark_id);
}

static void
remove_mark_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TautMarksPage *self = TAUT_MARKS_PAGE (widget);
  const char *mark_id = g_variant_get_string (parameter, NULL);
  TautMark *mark;

  if (self->record == NULL)
    return;

  mark = taut_record_find_mark (self->record, mark_id);
  if (mark != NULL)
    {
      GtkWidget *row = taut_row_list_find (self->marks_list, mark_id);
      g_autofree char *name = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

      taut_record_remove_mark (self->record, mark_id);
      g_signal_emit (self, signals[MARK_REMOVED], 0, name);
    }
}

/* GObject */

static void
taut_marks_page_dispose (GObject *object)
{
  TautMarksPage *self = TAUT_MARKS_PAGE (object);

  g_clear_object (&self->record_signals);
  g_clear_object (&self->atlas);
  g_clear_object (&self->record);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_MARKS_PAGE);

  G_OBJECT_CLASS (taut_marks_page_parent_class)->dispose (object);
}

static void
taut_marks_page_finalize (GObject *object)
{
  TautMarksPage *self = TAUT_MARKS_PAGE (object);

  g_free (self->selected_mark);

  G_OBJECT_CLASS (taut_marks_page_parent_class)->finalize (object);
}

static void
taut_marks_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TautMarksPage *self = TAUT_MARKS_PAGE (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_SELECTED_MARK:
      g_value_set_string (value, self->selected_mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_marks_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TautMarksPage *self = TAUT_MARKS_PAGE (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      taut_marks_page_set_record (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_MARK:
      taut_marks_page_set_selected_mark (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_marks_page_class_init (TautMarksPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_marks_page_dispose;
  object_class->finalize = taut_marks_page_finalize;
  object_class->get_property = taut_marks_page_get_property;
  object_class->set_property = taut_marks_page_set_property;

  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TAUT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SELECTED_MARK] =
    g_param_spec_string ("selected-mark", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MARK_ACTIVATED] =
    g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MARK_REMOVED] =
    g_signal_new ("mark-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "panel.remove-mark", "s", remove_mark_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.show-mark", "s", show_mark_action_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-marks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TautMarksPage, marks_list);
  gtk_widget_class_bind_template_child (widget_class, TautMarksPage, notices_list);
  gtk_widget_class_bind_template_child (widget_class, TautMarksPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TautMarksPage, sample_button);
  gtk_widget_class_bind_template_child (widget_class, TautMarksPage, stack);
}

static void
taut_marks_page_init (TautMarksPage *self)
{
  self->record_signals = g_signal_group_new (TAUT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "changed",
                                  G_CALLBACK (record_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
taut_marks_page_set_atlas (TautMarksPage *self,
                           TautAtlas     *atlas)
{
  g_return_if_fail (TAUT_IS_MARKS_PAGE (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));

  if (g_set_object (&self->atlas, atlas))
    update_page (self);
}

TautRecord *
taut_marks_page_get_record (TautMarksPage *self)
{
  g_return_val_if_fail (TAUT_IS_MARKS_PAGE (self), NULL);

  return self->record;
}

void
taut_marks_page_set_record (TautMarksPage *self,
                            TautRecord    *record)
{
  g_return_if_fail (TAUT_IS_MARKS_PAGE (self));
  g_return_if_fail (record == NULL || TAUT_IS_RECORD (record));

  if (self->record == record)
    return;

  taut_marks_page_set_selected_mark (self, NULL);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->record_signals, record);
  update_page (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

const char *
taut_marks_page_get_selected_mark (TautMarksPage *self)
{
  g_return_val_if_fail (TAUT_IS_MARKS_PAGE (self), NULL);

  return self->selected_mark;
}

void
taut_marks_page_set_selected_mark (TautMarksPage *self,
                                   const char    *mark_id)
{
  char *copy;

  g_return_if_fail (TAUT_IS_MARKS_PAGE (self));

  if (g_strcmp0 (self->selected_mark, mark_id) == 0)
    return;

  copy = g_strdup (mark_id);
  g_free (self->selected_mark);
  self->selected_mark = copy;
  update_page (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_MARK]);
}

void
taut_marks_page_set_offers_sample (TautMarksPage *self,
                                   gboolean       offers_sample)
{
  g_return_if_fail (TAUT_IS_MARKS_PAGE (self));

  gtk_widget_set_visible (self->sample_button, offers_sample);
}
