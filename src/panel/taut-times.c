/* taut-times.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-times"

#include "config.h"

#include "taut-times.h"

#include <glib/gi18n.h>

#include "taut-panel-text.h"

#define MINUTES_PER_DAY (24 * 60)
#define STEP_MINUTES 15
#define PAGE_MINUTES 60

struct _TautTimes
{
  GtkWidget parent_instance;

  GtkWidget *rows[TAUT_TIMES_MAX];
  GtkWidget *spins[TAUT_TIMES_MAX];
  GtkWidget *remove_buttons[TAUT_TIMES_MAX];
  GtkWidget *add_button;
  guint n_minutes;
  guint updating : 1;
};

G_DEFINE_FINAL_TYPE (TautTimes, taut_times, GTK_TYPE_WIDGET)

enum {
  CHANGED,
  ADDED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

gboolean
taut_times_parse (const char *text,
                  guint      *minute)
{
  guint64 hours;
  guint64 minutes = 0;
  char *end;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (minute != NULL, FALSE);

  while (g_ascii_isspace (*text))
    text++;

  if (!g_ascii_isdigit (*text))
    return FALSE;

  hours = g_ascii_strtoull (text, &end, 10);
  if (*end == ':' || *end == '.')
    {
      text = end + 1;
      if (!g_ascii_isdigit (*text))
        return FALSE;
      minutes = g_ascii_strtoull (text, &end, 10);
    }

  while (g_ascii_isspace (*end))
    end++;

  if (*end != '\0' || hours > 23 || minutes > 59)
    return FALSE;

  *minute = hours * 60 + minutes;

  return TRUE;
}

/* Returns: which row a spin button or remove button belongs to */
static guint
find_index (GtkWidget *const *widgets,
            gpointer          widget)
{
  for (guint i = 0; i < TAUT_TIMES_MAX; i++)
    {
      if (widgets[i] == widget)
        return i;
    }

  g_assert_not_reached ();
}

/* Callbacks */

static int
spin_input_cb (TautTimes     *self,
               double        *value,
               GtkSpinButton *spin)
{
  guint minute;

  g_assert (TAUT_IS_TIMES (self));

  if (!taut_times_parse (gtk_editable_get_text (GTK_EDITABLE (spin)), &minute))
    return GTK_INPUT_ERROR;

  *value = minute;

  return TRUE;
}

static gboolean
spin_output_cb (TautTimes     *self,
                GtkSpinButton *spin)
{
  g_autofree char *text = NULL;

  g_assert (TAUT_IS_TIMES (self));

  text = taut_panel_text_time (gtk_spin_button_get_value_as_int (spin));
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static void
spin_value_changed_cb (TautTimes     *self,
                       GtkSpinButton *spin)
{
  g_assert (TAUT_IS_TIMES (self));

  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0, find_index (self->spins, spin),
                   (guint) gtk_spin_button_get_value_as_int (spin));
}

static void
remove_button_clicked_cb (TautTimes *self,
                          GtkButton *button)
{
  guint index = find_index (self->remove_buttons, button);

  g_assert (TAUT_IS_TIMES (self));

  /* The button is about to go; the focus stays in the neighbourhood. */
  gtk_widget_grab_focus (self->add_button);
  g_signal_emit (self, signals[REMOVED], 0, index);
}

static void
add_button_clicked_cb (TautTimes *self)
{
  g_assert (TAUT_IS_TIMES (self));

  g_signal_emit (self, signals[ADDED], 0);
}

/* GObject */

static void
taut_times_dispose (GObject *object)
{
  TautTimes *self = TAUT_TIMES (object);

  for (guint i = 0; i < TAUT_TIMES_MAX; i++)
    g_clear_pointer (&self->rows[i], gtk_widget_unparent);
  g_clear_pointer (&self->add_button, gtk_widget_unparent);

  G_OBJECT_CLASS (taut_times_parent_class)->dispose (object);
}

static void
taut_times_class_init (TautTimesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_times_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[ADDED] =
    g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "times");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_spin (TautTimes *self,
          guint      index)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MINUTES_PER_DAY - 1, STEP_MINUTES);
  /* Translators: the first, second, ... time of the day of a routine. */
  g_autofree char *label = g_strdup_printf (_("Time %u"), index + 1);

  g_assert (TAUT_IS_TIMES (self));

  /* A colon is no digit. */
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (spin), STEP_MINUTES, PAGE_MINUTES);
  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 5);
  gtk_widget_add_css_class (spin, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (spin, "input", G_CALLBACK (spin_input_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spin, "output", G_CALLBACK (spin_output_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (spin_value_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return spin;
}

static void
add_row (TautTimes *self,
         guint      index)
{
  /* Translators: the first, second, ... time of the day of a routine. */
  g_autofree char *label = g_strdup_printf (_("Remove time %u"), index + 1);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_assert (TAUT_IS_TIMES (self));

  self->spins[index] = new_spin (self, index);
  gtk_box_append (GTK_BOX (row), self->spins[index]);

  self->remove_buttons[index] = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->remove_buttons[index], "flat");
  gtk_widget_add_css_class (self->remove_buttons[index], "touch");
  gtk_widget_set_tooltip_text (self->remove_buttons[index], _("Remove this time"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_buttons[index]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->remove_buttons[index], "clicked",
                           G_CALLBACK (remove_button_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->remove_buttons[index]);

  self->rows[index] = row;
  gtk_widget_set_visible (row, FALSE);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
taut_times_init (TautTimes *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  for (guint i = 0; i < TAUT_TIMES_MAX; i++)
    add_row (self, i);

  self->add_button = gtk_button_new_with_label (_("Add a time"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->add_button, GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Times of the day"), -1);
}

GtkWidget *
taut_times_new (void)
{
  return g_object_new (TAUT_TYPE_TIMES, NULL);
}

void
taut_times_set_minutes (TautTimes   *self,
                        const guint *minutes,
                        guint        n_minutes)
{
  g_return_if_fail (TAUT_IS_TIMES (self));
  g_return_if_fail (minutes != NULL || n_minutes == 0);

  self->n_minutes = MIN (n_minutes, TAUT_TIMES_MAX);
  self->updating = TRUE;

  for (guint i = 0; i < TAUT_TIMES_MAX; i++)
    {
      gtk_widget_set_visible (self->rows[i], i < self->n_minutes);
      gtk_widget_set_visible (self->remove_buttons[i], self->n_minutes > 1);
      if (i < self->n_minutes)
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[i]), minutes[i]);
    }

  gtk_widget_set_sensitive (self->add_button, self->n_minutes < TAUT_TIMES_MAX);
  self->updating = FALSE;
}
