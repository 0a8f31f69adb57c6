/* taut-signs-view.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-signs-view"

#include "config.h"

#include "taut-signs-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-resources.h"
#include "taut-screening-state.h"

struct _TautSignsView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *introduction_label;
  GtkBox *topics_box;
  GtkButton *button;

  TautRecord *record;
  TautSignsState *state;
  GHashTable *ticked;     /* ids of signs */
};

G_DEFINE_FINAL_TYPE (TautSignsView, taut_signs_view, GTK_TYPE_WIDGET)

static void
update_button (TautSignsView *self)
{
  gboolean none = g_hash_table_size (self->ticked) == 0;

  g_assert (TAUT_IS_SIGNS_VIEW (self));

  gtk_button_set_label (self->button, none ? _("None of these") : _("Continue"));
  if (none)
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
}

static void
check_toggled_cb (TautSignsView  *self,
                  GtkCheckButton *check)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (check));

  g_assert (TAUT_IS_SIGNS_VIEW (self));

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, g_strdup (id));
  else
    g_hash_table_remove (self->ticked, id);
  update_button (self);
}

static void
button_clicked_cb (TautSignsView *self)
{
  g_autoptr (TautProfile) answered = NULL;

  g_assert (TAUT_IS_SIGNS_VIEW (self));

  if (self->record == NULL)
    return;

  answered = taut_signs_state_answer (self->state, taut_record_get_profile (self->record),
                                      self->ticked);
  g_hash_table_remove_all (self->ticked);
  taut_record_set_profile (self->record, answered);
}

/* Rows */

static GtkWidget *
new_row (TautSignsView      *self,
         const TautQuestion *sign)
{
  const char *text = taut_name_translate (TAUT_CONTEXT_QUESTION, sign->text);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();

  g_assert (TAUT_IS_SIGNS_VIEW (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (sign->detail != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                 taut_name_translate (TAUT_CONTEXT_QUESTION, sign->detail));
  gtk_widget_add_css_class (row, "sign");
  /* Of the two, the check takes the focus: one Tab leads to the next one. */
  gtk_widget_set_focusable (row, FALSE);

  /* The name of the widget is its sign's. */
  gtk_widget_set_name (check, sign->id);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (self->ticked, sign->id));
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  /* This also names the box by the row's title. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static GtkWidget *
new_topic (TautSignsView       *self,
           const TautSignTopic *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new (topic->title);
  GtkWidget *list = gtk_list_box_new ();

  g_assert (TAUT_IS_SIGNS_VIEW (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  for (guint i = 0; i < topic->signs->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (self, g_ptr_array_index (topic->signs, i)));

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_add_css_class (box, "topic");

  return box;
}

static void
show_topics (TautSignsView *self)
{
  GtkWidget *child;

  g_assert (TAUT_IS_SIGNS_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->topics_box))) != NULL)
    gtk_box_remove (self->topics_box, child);
  for (guint i = 0; i < self->state->topics->len; i++)
    gtk_box_append (self->topics_box,
                    new_topic (self, g_ptr_array_index (self->state->topics, i)));
}

/* GObject */

static void
taut_signs_view_dispose (GObject *object)
{
  TautSignsView *self = TAUT_SIGNS_VIEW (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_SIGNS_VIEW);

  G_OBJECT_CLASS (taut_signs_view_parent_class)->dispose (object);
}

static void
taut_signs_view_finalize (GObject *object)
{
  TautSignsView *self = TAUT_SIGNS_VIEW (object);

  g_clear_pointer (&self->state, taut_signs_state_free);
  g_hash_table_unref (self->ticked);

  G_OBJECT_CLASS (taut_signs_view_parent_class)->finalize (object);
}

static void
taut_signs_view_class_init (TautSignsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_signs_view_dispose;
  object_class->finalize = taut_signs_view_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-signs-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TautSignsView, button);
  gtk_widget_class_bind_template_child (widget_class, TautSignsView, content);
  gtk_widget_class_bind_template_child (widget_class, TautSignsView, introduction_label);
  gtk_widget_class_bind_template_child (widget_class, TautSignsView, topics_box);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
taut_signs_view_init (TautSignsView *self)
{
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
taut_signs_view_new (void)
{
  return g_object_new (TAUT_TYPE_SIGNS_VIEW, NULL);
}

void
taut_signs_view_update (TautSignsView *self,
                        TautAtlas     *atlas,
                        TautRecord    *record)
{
  TautSignsState *state;
  gboolean same;

  g_return_if_fail (TAUT_IS_SIGNS_VIEW (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_RECORD (record));

  if (g_set_object (&self->record, record))
    g_hash_table_remove_all (self->ticked);

  state = taut_signs_state_new (atlas, record);
  same = self->state != NULL && taut_signs_state_equal (self->state, state);
  g_clear_pointer (&self->state, taut_signs_state_free);
  self->state = state;

  gtk_label_set_label (self->introduction_label, state->introduction);
  if (!same)
    show_topics (self);
  update_button (self);
}
