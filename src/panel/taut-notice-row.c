/* taut-notice-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-notice-row"

#include "config.h"

#include "taut-notice-row.h"

#include "taut-resources.h"

struct _TautNoticeRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *ask_button;
  GtkLabel *text_label;
};

G_DEFINE_FINAL_TYPE (TautNoticeRow, taut_notice_row, ADW_TYPE_EXPANDER_ROW)

static void
taut_notice_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_NOTICE_ROW);

  G_OBJECT_CLASS (taut_notice_row_parent_class)->dispose (object);
}

static void
taut_notice_row_class_init (TautNoticeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_notice_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-notice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautNoticeRow, ask_button);
  gtk_widget_class_bind_template_child (widget_class, TautNoticeRow, text_label);
}

static void
taut_notice_row_init (TautNoticeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_notice_row_new (void)
{
  return g_object_new (TAUT_TYPE_NOTICE_ROW, NULL);
}

void
taut_notice_row_set_entry (TautNoticeRow         *self,
                           const TautNoticeEntry *entry)
{
  g_return_if_fail (TAUT_IS_NOTICE_ROW (self));
  g_return_if_fail (entry != NULL);

  if (g_strcmp0 (gtk_label_get_label (self->text_label), entry->text) == 0)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), entry->title);
  gtk_label_set_label (self->text_label, entry->text);
  gtk_widget_add_css_class (GTK_WIDGET (self), entry->key);

  gtk_widget_set_visible (self->ask_button, entry->asks);

  if (entry->expanded)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}
