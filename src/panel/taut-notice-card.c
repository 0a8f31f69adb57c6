/* taut-notice-card.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-notice-card"

#include "config.h"

#include "taut-notice-card.h"

#include "taut-resources.h"

struct _TautNoticeCard
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title_label;
  GtkLabel *text_label;
};

G_DEFINE_FINAL_TYPE (TautNoticeCard, taut_notice_card, GTK_TYPE_WIDGET)

static void
taut_notice_card_dispose (GObject *object)
{
  TautNoticeCard *self = TAUT_NOTICE_CARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_NOTICE_CARD);

  G_OBJECT_CLASS (taut_notice_card_parent_class)->dispose (object);
}

static void
taut_notice_card_class_init (TautNoticeCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_notice_card_dispose;

  gtk_widget_class_set_css_name (widget_class, "noticecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NOTE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-notice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TautNoticeCard, content);
  gtk_widget_class_bind_template_child (widget_class, TautNoticeCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, TautNoticeCard, title_label);
}

static void
taut_notice_card_init (TautNoticeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_notice_card_new (const TautNoticeEntry *entry)
{
  TautNoticeCard *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (TAUT_TYPE_NOTICE_CARD, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), entry->key);
  gtk_label_set_label (self->title_label, entry->title);
  gtk_label_set_label (self->text_label, entry->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, entry->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, entry->text,
                                  -1);

  return GTK_WIDGET (self);
}
