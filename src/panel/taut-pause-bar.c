/* taut-pause-bar.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-pause-bar"

#include "config.h"

#include "taut-pause-bar.h"

#include <glib/gi18n.h>

#include "taut-day-button.h"
#include "taut-resources.h"

#define USUAL_DAYS 7

struct _TautPauseBar
{
  GtkWidget parent_instance;

  GtkBox *chips;
  GtkWidget *content;
  TautDayButton *first_button;
  TautDayButton *last_button;
  GtkWidget *popover;
  GtkLabel *title_label;

  GDate today;
};

G_DEFINE_FINAL_TYPE (TautPauseBar, taut_pause_bar, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum {
  PAUSED,
  REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* A last day before the first comes along with it. */
static void
set_first (TautPauseBar *self,
           GDate        *first)
{
  const GDate *last;

  g_assert (TAUT_IS_PAUSE_BAR (self));

  taut_day_button_set_date (self->first_button, first, &self->today);
  last = taut_day_button_get_date (self->last_button);
  if (last == NULL || g_date_compare (last, first) < 0)
    taut_day_button_set_date (self->last_button, first, &self->today);
}

static void
set_last (TautPauseBar *self,
          GDate        *last)
{
  const GDate *first;

  g_assert (TAUT_IS_PAUSE_BAR (self));

  taut_day_button_set_date (self->last_button, last, &self->today);
  first = taut_day_button_get_date (self->first_button);
  if (first == NULL || g_date_compare (last, first) < 0)
    taut_day_button_set_date (self->first_button, last, &self->today);
}

static void
day_chosen_cb (TautPauseBar  *self,
               guint          julian,
               TautDayButton *button)
{
  GDate date;

  g_assert (TAUT_IS_PAUSE_BAR (self));

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  if (button == self->first_button)
    set_first (self, &date);
  else
    set_last (self, &date);
}

static void
popover_show_cb (TautPauseBar *self)
{
  GDate last = self->today;

  g_assert (TAUT_IS_PAUSE_BAR (self));

  g_date_add_days (&last, USUAL_DAYS - 1);
  taut_day_button_set_date (self->first_button, &self->today, &self->today);
  taut_day_button_set_date (self->last_button, &last, &self->today);
}

static void
pause_button_clicked_cb (TautPauseBar *self)
{
  const GDate *first = taut_day_button_get_date (self->first_button);
  const GDate *last = taut_day_button_get_date (self->last_button);

  g_assert (TAUT_IS_PAUSE_BAR (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (first != NULL && last != NULL)
    g_signal_emit (self, signals[PAUSED], 0, g_date_get_julian (first),
                   g_date_get_julian (last));
}

static void
remove_button_clicked_cb (TautPauseBar *self,
                          GtkWidget    *button)
{
  guint first = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "first"));

  g_assert (TAUT_IS_PAUSE_BAR (self));

  g_signal_emit (self, signals[REMOVED], 0, first);
}

/* GObject */

static void
taut_pause_bar_dispose (GObject *object)
{
  TautPauseBar *self = TAUT_PAUSE_BAR (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_PAUSE_BAR);

  G_OBJECT_CLASS (taut_pause_bar_parent_class)->dispose (object);
}

static void
taut_pause_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (TAUT_PAUSE_BAR (object)->title_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_pause_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (TAUT_PAUSE_BAR (object)->title_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_pause_bar_class_init (TautPauseBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_pause_bar_dispose;
  object_class->get_property = taut_pause_bar_get_property;
  object_class->set_property = taut_pause_bar_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PAUSED] =
    g_signal_new ("paused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (TAUT_TYPE_DAY_BUTTON);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-pause-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TautPauseBar, chips);
  gtk_widget_class_bind_template_child (widget_class, TautPauseBar, content);
  gtk_widget_class_bind_template_child (widget_class, TautPauseBar, first_button);
  gtk_widget_class_bind_template_child (widget_class, TautPauseBar, last_button);
  gtk_widget_class_bind_template_child (widget_class, TautPauseBar, popover);
  gtk_widget_class_bind_template_child (widget_class, TautPauseBar, title_label);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
}

static void
taut_pause_bar_init (TautPauseBar *self)
{
  g_date_clear (&self->today, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_chip (TautPauseBar        *self,
          const TautCarePause *pause)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name ("media-playback-pause-symbolic");
  GtkWidget *label = gtk_label_new (pause->label);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: a pause: "Remove: Paused 24 to 28 December". */
  g_autofree char *name = g_strdup_printf (_("Remove: %s"), pause->label);

  g_assert (TAUT_IS_PAUSE_BAR (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "touch");
  gtk_widget_set_tooltip_text (button, _("Remove this pause"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data (G_OBJECT (button), "first",
                     GUINT_TO_POINTER (g_date_get_julian (&pause->first)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), image);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_box_append (self->chips, chip);
}

void
taut_pause_bar_update (TautPauseBar *self,
                       GPtrArray    *pauses,
                       const GDate  *today)
{
  GtkWidget *child;

  g_return_if_fail (TAUT_IS_PAUSE_BAR (self));
  g_return_if_fail (pauses != NULL);
  g_return_if_fail (today != NULL && g_date_valid (today));

  self->today = *today;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  for (guint i = 0; i < pauses->len; i++)
    add_chip (self, g_ptr_array_index (pauses, i));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), pauses->len > 0);
}
