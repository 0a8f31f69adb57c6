/* taut-likely-page.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-likely-page"

#include "config.h"

#include "taut-likely-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "taut-guide-rows.h"
#include "taut-notice-row.h"
#include "taut-resources.h"

struct _TautLikelyPage
{
  GtkWidget parent_instance;

  GtkListBox *help_list;
  TautNoticeRow *help_row;
  GtkLabel *introduction_label;
  GtkListBox *muscles_list;
  GtkWidget *muscles_section;
  GtkWidget *points_label;
  GtkListBox *points_list;
  GtkWidget *points_section;
  GtkScrolledWindow *scrolled;
  GtkLabel *title_label;
};

G_DEFINE_FINAL_TYPE (TautLikelyPage, taut_likely_page, GTK_TYPE_WIDGET)

static void
taut_likely_page_dispose (GObject *object)
{
  TautLikelyPage *self = TAUT_LIKELY_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->scrolled, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_LIKELY_PAGE);

  G_OBJECT_CLASS (taut_likely_page_parent_class)->dispose (object);
}

static void
taut_likely_page_class_init (TautLikelyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_likely_page_dispose;

  g_type_ensure (TAUT_TYPE_NOTICE_ROW);
  gtk_widget_class_set_css_name (widget_class, "likelypage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-likely-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, help_list);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, help_row);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, introduction_label);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, muscles_list);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, muscles_section);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, points_label);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, points_list);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, points_section);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TautLikelyPage, title_label);
}

static void
taut_likely_page_init (TautLikelyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_likely_page_new (void)
{
  return g_object_new (TAUT_TYPE_LIKELY_PAGE, NULL);
}

static void
show_help (TautLikelyPage        *self,
           const TautLikelyState *state)
{
  TautNoticeEntry entry = { 0 };

  g_assert (TAUT_IS_LIKELY_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->help_list), state->help != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->help_row), "emergency");
  gtk_widget_remove_css_class (GTK_WIDGET (self->help_row), "heed");
  if (state->help == NULL)
    return;

  entry.key = (char *) (state->emergency ? "emergency" : "heed");
  entry.title = (char *) (state->emergency ? _("When to get help now") : _("When to see a doctor"));
  entry.text = state->help;
  taut_notice_row_set_entry (self->help_row, &entry);
  gtk_widget_add_css_class (GTK_WIDGET (self->help_row), entry.key);
}

void
taut_likely_page_show (TautLikelyPage        *self,
                       const TautLikelyState *state)
{
  g_return_if_fail (TAUT_IS_LIKELY_PAGE (self));
  g_return_if_fail (state != NULL);

  gtk_label_set_label (self->title_label, state->title);
  gtk_label_set_label (self->introduction_label, state->introduction);
  show_help (self, state);
  taut_guide_rows_show_links (self->muscles_list, state->muscles, "guide.show-muscle");
  gtk_widget_set_visible (self->muscles_section, state->muscles->len > 0);
  taut_guide_rows_show_links (self->points_list, state->points, "guide.show-point");
  gtk_widget_set_visible (self->points_section, state->points->len > 0);
  gtk_widget_set_visible (self->points_label, state->points->len > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

void
taut_likely_page_focus (TautLikelyPage *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (TAUT_IS_LIKELY_PAGE (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->help_list)))
    {
      gtk_widget_child_focus (GTK_WIDGET (self->help_list), GTK_DIR_TAB_FORWARD);
      return;
    }

  row = gtk_list_box_get_row_at_index (self->muscles_list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
