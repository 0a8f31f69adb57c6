/* taut-suggestion-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-suggestion-row"

#include "config.h"

#include "taut-suggestion-row.h"

#include <glib/gi18n.h>

#include "taut-resources.h"
#include "taut-routine-thumb.h"

struct _TautSuggestionRow
{
  AdwActionRow parent_instance;

  TautRoutineThumb *thumb;
  GtkWidget *refuse_button;
  GtkWidget *take_button;
};

G_DEFINE_FINAL_TYPE (TautSuggestionRow, taut_suggestion_row, ADW_TYPE_ACTION_ROW)

static void
taut_suggestion_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_SUGGESTION_ROW);

  G_OBJECT_CLASS (taut_suggestion_row_parent_class)->dispose (object);
}

static void
taut_suggestion_row_class_init (TautSuggestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_suggestion_row_dispose;

  g_type_ensure (TAUT_TYPE_ROUTINE_THUMB);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautSuggestionRow, refuse_button);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestionRow, take_button);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestionRow, thumb);
}

static void
taut_suggestion_row_init (TautSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_suggestion_row_new (void)
{
  return g_object_new (TAUT_TYPE_SUGGESTION_ROW, NULL);
}

static void
set_button (GtkWidget  *button,
            const char *key,
            const char *label)
{
  g_assert (GTK_IS_BUTTON (button));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
taut_suggestion_row_show (TautSuggestionRow    *self,
                          TautPictureBook      *book,
                          const TautSuggestion *suggestion)
{
  g_autofree char *take_label = NULL;
  g_autofree char *refuse_label = NULL;

  g_return_if_fail (TAUT_IS_SUGGESTION_ROW (self));
  g_return_if_fail (suggestion != NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), suggestion->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), suggestion->subtitle);
  taut_routine_thumb_show (self->thumb, book, suggestion->proposed->prescription);

  /* Translators: the name of a routine. */
  take_label = g_strdup_printf (_("Add to the plan: %s"), suggestion->title);
  /* Translators: the name of a routine. */
  refuse_label = g_strdup_printf (_("Not for me: %s"), suggestion->title);
  set_button (self->take_button, suggestion->key, take_label);
  set_button (self->refuse_button, suggestion->key, refuse_label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", suggestion->key);
}
