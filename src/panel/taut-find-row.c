/* taut-find-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-find-row"

#include "config.h"

#include "taut-find-row.h"

#include <glib/gi18n.h>

#include "taut-resources.h"

struct _TautFindRow
{
  AdwActionRow parent_instance;

  GtkWidget *arrow;
  GtkWidget *left_button;
  GtkWidget *right_button;
  GtkWidget *sides_box;

  TautFoundKind kind;
  const char *id;
  TautSide side;
};

G_DEFINE_FINAL_TYPE (TautFindRow, taut_find_row, ADW_TYPE_ACTION_ROW)

enum {
  SIDE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
side_clicked_cb (TautFindRow *self,
                 GtkWidget   *button)
{
  g_assert (TAUT_IS_FIND_ROW (self));

  g_signal_emit (self, signals[SIDE_CHOSEN], 0,
                 (guint) (button == self->left_button ? TAUT_SIDE_LEFT : TAUT_SIDE_RIGHT));
}

static void
taut_find_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_FIND_ROW);

  G_OBJECT_CLASS (taut_find_row_parent_class)->dispose (object);
}

static void
taut_find_row_class_init (TautFindRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_find_row_dispose;

  signals[SIDE_CHOSEN] =
    g_signal_new ("side-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-find-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautFindRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, TautFindRow, left_button);
  gtk_widget_class_bind_template_child (widget_class, TautFindRow, right_button);
  gtk_widget_class_bind_template_child (widget_class, TautFindRow, sides_box);
  gtk_widget_class_bind_template_callback (widget_class, side_clicked_cb);
}

static void
taut_find_row_init (TautFindRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_find_row_new (void)
{
  return g_object_new (TAUT_TYPE_FIND_ROW, NULL);
}

static void
name_side_button (GtkWidget  *button,
                  const char *format,
                  const char *title)
{
  g_autofree char *label = NULL;

  g_assert (GTK_IS_BUTTON (button));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, title);
#pragma GCC diagnostic pop
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
taut_find_row_set_entry (TautFindRow         *self,
                         const TautFindEntry *entry,
                         const char          *note)
{
  g_autofree char *subtitle = NULL;
  gboolean asks;

  g_return_if_fail (TAUT_IS_FIND_ROW (self));
  g_return_if_fail (entry != NULL);

  self->kind = entry->kind;
  self->id = entry->id;
  self->side = entry->side;

  subtitle = g_strdup_printf ("%s · %s%s%s", entry->kind_name, entry->subtitle,
                              note != NULL ? "\n" : "", note != NULL ? note : "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), entry->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);

  asks = entry->kind == TAUT_FOUND_AREA && !entry->sided;
  gtk_widget_set_visible (self->sides_box, asks);
  gtk_widget_set_visible (self->arrow, !asks);
  if (asks)
    {
      /* Translators: the name of an area */
      name_side_button (self->left_button, _("%s, left"), entry->title);
      /* Translators: the name of an area */
      name_side_button (self->right_button, _("%s, right"), entry->title);
    }
}

TautFoundKind
taut_find_row_get_kind (TautFindRow *self)
{
  g_return_val_if_fail (TAUT_IS_FIND_ROW (self), TAUT_FOUND_AREA);

  return self->kind;
}

const char *
taut_find_row_get_id (TautFindRow *self)
{
  g_return_val_if_fail (TAUT_IS_FIND_ROW (self), NULL);

  return self->id;
}

TautSide
taut_find_row_get_side (TautFindRow *self)
{
  g_return_val_if_fail (TAUT_IS_FIND_ROW (self), TAUT_SIDE_RIGHT);

  return self->side;
}
