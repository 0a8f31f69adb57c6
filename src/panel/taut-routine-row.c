/* taut-routine-row.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-routine-row"

#include "config.h"

#include "taut-routine-row.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-plan-order.h"
#include "taut-resources.h"
#include "taut-routine-schedule.h"
#include "taut-routine-thumb.h"

struct _TautRoutineRow
{
  AdwExpanderRow parent_instance;

  GtkButton *add_button;
  GtkBox *dose_box;
  GtkLabel *feel_label;
  GtkWidget *feel_row;
  GtkWidget *handle;
  GtkWidget *heed_row;
  GtkLabel *keep_off_label;
  GtkMenuButton *menu_button;
  GtkButton *remove_button;
  TautRoutineSchedule *schedule;
  GtkBox *steps_box;
  GtkLabel *stop_label;
  GtkWidget *text_box;
  TautRoutineThumb *thumb;
  GtkWidget *unknown_label;
};

G_DEFINE_FINAL_TYPE (TautRoutineRow, taut_routine_row, ADW_TYPE_EXPANDER_ROW)

enum {
  CHANGED,
  MOVED,
  TIME_SET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_figure (TautRoutineRow *self,
            char           *number,
            const char     *unit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *unit_label = gtk_label_new (unit);

  g_assert (TAUT_IS_ROUTINE_ROW (self));

  gtk_widget_add_css_class (number_label, "title-2");
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_widget_add_css_class (unit_label, "caption");
  gtk_widget_add_css_class (unit_label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (number_label), 0);
  gtk_label_set_xalign (GTK_LABEL (unit_label), 0);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), unit_label);
  gtk_box_append (self->dose_box, box);

  g_free (number);
}

/* The dose of a planned routine stands in its schedule, where it can be changed. */
static void
show_dose (TautRoutineRow      *self,
           const TautCareEntry *entry)
{
  const TautRoutine *routine = entry->routine;

  g_assert (TAUT_IS_ROUTINE_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->dose_box), entry->item == NULL && routine != NULL);
  if (entry->item != NULL || routine == NULL)
    return;

  if (routine->hold > 0)
    /* Translators: seconds, with a space that does not break. */
    add_figure (self, g_strdup_printf (_("%u s"), routine->hold), _("hold"));
  if (routine->repetitions > 1)
    add_figure (self, g_strdup_printf ("%u", routine->repetitions), _("repeats"));
  if (routine->sets > 1)
    add_figure (self, g_strdup_printf ("%u", routine->sets), _("rounds"));
  if (routine->times_a_day > 0)
    add_figure (self, g_strdup_printf ("%u", routine->times_a_day),
                ngettext ("time a day", "times a day", routine->times_a_day));
  if (routine->minutes > 0)
    add_figure (self, g_strdup_printf (_("%u min"), routine->minutes), _("each time"));
}

static void
add_step (TautRoutineRow *self,
          guint           number,
          const char     *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *figure = g_strdup_printf ("%u", number);
  GtkWidget *number_label = gtk_label_new (figure);
  GtkWidget *text_label = gtk_label_new (text);

  g_assert (TAUT_IS_ROUTINE_ROW (self));

  gtk_widget_add_css_class (number_label, "heading");
  gtk_widget_add_css_class (number_label, "accent");
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (text_label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (text_label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (text_label), 0);
  gtk_widget_set_hexpand (text_label, TRUE);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), text_label);
  gtk_box_append (self->steps_box, box);
}

static void
show_steps (TautRoutineRow      *self,
            const TautCareEntry *entry)
{
  g_auto (GStrv) lines = NULL;
  guint number = 0;

  g_assert (TAUT_IS_ROUTINE_ROW (self));

  if (entry->routine != NULL)
    {
      for (guint i = 0; entry->routine->steps[i] != NULL; i++)
        add_step (self, i + 1, taut_name_translate (TAUT_CONTEXT_ROUTINE,
                                                    entry->routine->steps[i]));
      return;
    }

  if (entry->prescription == NULL || entry->prescription->own == NULL)
    return;

  lines = g_strsplit (taut_own_routine_get_steps (entry->prescription->own), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        add_step (self, ++number, lines[i]);
    }
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  g_assert (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  if (text != NULL)
    gtk_label_set_label (label, taut_name_translate (TAUT_CONTEXT_ROUTINE, text));
}

static void
show_routine (TautRoutineRow      *self,
              const TautCareEntry *entry)
{
  const TautRoutine *routine = entry->routine;
  gboolean own = entry->prescription != NULL && entry->prescription->own != NULL;

  g_assert (TAUT_IS_ROUTINE_ROW (self));

  gtk_widget_set_visible (self->text_box, routine != NULL || own);
  gtk_widget_set_visible (self->unknown_label, routine == NULL && !own);
  clear_box (self->dose_box);
  clear_box (self->steps_box);
  show_dose (self, entry);
  show_steps (self, entry);

  gtk_widget_set_visible (self->feel_row, routine != NULL);
  gtk_widget_set_visible (self->heed_row, routine != NULL);
  if (routine != NULL)
    {
      show_text (self->feel_label, routine->feel);
      show_text (self->stop_label, routine->stop);
      show_text (self->keep_off_label, routine->keep_off);
    }
}

static void
show_plan (TautRoutineRow      *self,
           const TautCareEntry *entry,
           const GDate         *today)
{
  gboolean planned = entry->item != NULL;

  g_assert (TAUT_IS_ROUTINE_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->schedule), planned);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !planned);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), planned);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), planned);
  gtk_widget_set_visible (self->handle, planned && !(entry->first && entry->last));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.move-up", planned && !entry->first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.move-down", planned && !entry->last);
  if (planned)
    taut_routine_schedule_show (self->schedule, entry, today);
}

/* Callbacks */

static void
schedule_changed_cb (TautRoutineRow *self,
                     TautPlanItem   *item)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  g_signal_emit (self, signals[CHANGED], 0, item);
}

static void
schedule_time_set_cb (TautRoutineRow *self,
                      guint           index,
                      guint           minute)
{
  g_assert (TAUT_IS_ROUTINE_ROW (self));

  g_signal_emit (self, signals[TIME_SET], 0, index, minute);
}

static void
move_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0,
                 g_str_equal (action_name, "routine.move-up") ? -1 : 1);
}

static void
remove_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TautRoutineRow *self = TAUT_ROUTINE_ROW (widget);
  GVariant *routine_id =
    gtk_actionable_get_action_target_value (GTK_ACTIONABLE (self->remove_button));

  gtk_widget_activate_action_variant (widget, "panel.remove-routine", routine_id);
}

/* GObject */

static void
taut_routine_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAUT_TYPE_ROUTINE_ROW);

  G_OBJECT_CLASS (taut_routine_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-routine-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, dose_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, feel_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, feel_row);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, handle);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, heed_row);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, keep_off_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, schedule);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, steps_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, stop_label);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, text_box);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, thumb);
  gtk_widget_class_bind_template_child (widget_class, TautRoutineRow, unknown_label);
  gtk_widget_class_bind_template_callback (widget_class, schedule_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, schedule_time_set_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "routine.move-down", NULL, move_action_cb);
  gtk_widget_class_install_action (widget_class, "routine.move-up", NULL, move_action_cb);
  gtk_widget_class_install_action (widget_class, "routine.remove", NULL, remove_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "routine.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "routine.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK,
                                       "routine.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK,
                                       "routine.move-down", NULL);
}

static void
taut_routine_row_class_init (TautRoutineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_routine_row_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, TAUT_TYPE_PLAN_ITEM);
  signals[MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TIME_SET] =
    g_signal_new ("time-set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (TAUT_TYPE_ROUTINE_SCHEDULE);
  g_type_ensure (TAUT_TYPE_ROUTINE_THUMB);

  install_actions (widget_class);
  bind_template (widget_class);
}

static void
taut_routine_row_init (TautRoutineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  taut_plan_order_add_handle (self->handle, GTK_WIDGET (self));
}

GtkWidget *
taut_routine_row_new (void)
{
  return g_object_new (TAUT_TYPE_ROUTINE_ROW, NULL);
}

void
taut_routine_row_set_entry (TautRoutineRow      *self,
                            TautPictureBook     *book,
                            const TautCareEntry *entry,
                            const GDate         *today)
{
  g_autofree char *add_label = NULL;
  g_autofree char *more_label = NULL;

  g_return_if_fail (TAUT_IS_ROUTINE_ROW (self));
  g_return_if_fail (entry != NULL);
  g_return_if_fail (today != NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), entry->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), entry->subtitle);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "s", entry->key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s", entry->key);

  /* Translators: the name of a routine. */
  add_label = g_strdup_printf (_("Add to the plan: %s"), entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, add_label, -1);
  /* Translators: the name of a routine. */
  more_label = g_strdup_printf (_("More for %s"), entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, more_label, -1);

  gtk_widget_set_visible (GTK_WIDGET (self->thumb), entry->prescription != NULL);
  taut_routine_thumb_show (self->thumb, book, entry->prescription);
  show_routine (self, entry);
  show_plan (self, entry, today);
}
