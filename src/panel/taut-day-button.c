/* taut-day-button.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-day-button"

#include "config.h"

#include "taut-day-button.h"

#include <glib/gi18n.h>

#include "taut-clock.h"
#include "taut-panel-text.h"

#define DAYS_A_WEEK 7

struct _TautDayButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *calendar;
  GtkWidget *weeks_box;
  GtkWidget *none_button;
  GtkWidget *popover;

  char *title;
  char *none;
  GDate date;
  GDate first;
};

G_DEFINE_FINAL_TYPE (TautDayButton, taut_day_button, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum {
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
choose (TautDayButton *self,
        guint          julian)
{
  g_assert (TAUT_IS_DAY_BUTTON (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[CHOSEN], 0, julian);
}

static void
choose_button_clicked_cb (TautDayButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  GDate date;

  g_assert (TAUT_IS_DAY_BUTTON (self));

  taut_clock_get_date (day, &date);
  choose (self, g_date_get_julian (&date));
}

static void
none_button_clicked_cb (TautDayButton *self)
{
  g_assert (TAUT_IS_DAY_BUTTON (self));

  choose (self, 0);
}

static void
weeks_button_clicked_cb (TautDayButton *self,
                         GtkWidget     *button)
{
  guint weeks = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "weeks"));

  g_assert (TAUT_IS_DAY_BUTTON (self));

  choose (self, g_date_get_julian (&self->first) + weeks * DAYS_A_WEEK - 1);
}

static void
popover_show_cb (TautDayButton *self)
{
  const GDate *date = g_date_valid (&self->date) ? &self->date : &self->first;

  g_assert (TAUT_IS_DAY_BUTTON (self));

  if (g_date_valid (date))
    {
      g_autoptr (GDateTime) day =
        g_date_time_new_local (g_date_get_year (date), g_date_get_month (date),
                               g_date_get_day (date), 12, 0, 0);

      gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
    }
}

static void
update_label (TautDayButton *self,
              const GDate   *today)
{
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  const char *text = self->none != NULL ? self->none : "";

  g_assert (TAUT_IS_DAY_BUTTON (self));

  if (g_date_valid (&self->date))
    text = day = taut_panel_text_day (&self->date, today);
  gtk_label_set_label (GTK_LABEL (self->label), text);

  name = g_strdup_printf ("%s, %s", self->title != NULL ? self->title : "", text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* GObject */

static void
taut_day_button_dispose (GObject *object)
{
  TautDayButton *self = TAUT_DAY_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (taut_day_button_parent_class)->dispose (object);
}

static void
taut_day_button_finalize (GObject *object)
{
  TautDayButton *self = TAUT_DAY_BUTTON (object);

  g_free (self->title);
  g_free (self->none);

  G_OBJECT_CLASS (taut_day_button_parent_class)->finalize (object);
}

static void
taut_day_button_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, TAUT_DAY_BUTTON (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_day_button_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TautDayButton *self = TAUT_DAY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_day_button_class_init (TautDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_day_button_dispose;
  object_class->finalize = taut_day_button_finalize;
  object_class->get_property = taut_day_button_get_property;
  object_class->set_property = taut_day_button_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_weeks_box (TautDayButton *self)
{
  static const guint choices[] = { 2, 4, 6, 8 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      /* Translators: how long a routine is done. */
      g_autofree char *label = g_strdup_printf (ngettext ("%u week", "%u weeks", choices[i]),
                                                choices[i]);
      GtkWidget *button = gtk_button_new_with_label (label);

      g_object_set_data (G_OBJECT (button), "weeks", GUINT_TO_POINTER (choices[i]));
      g_signal_connect_object (button, "clicked", G_CALLBACK (weeks_button_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static void
taut_day_button_init (TautDayButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *choose_button = gtk_button_new_with_label (_("Choose this day"));

  g_date_clear (&self->date, 1);
  g_date_clear (&self->first, 1);

  self->calendar = gtk_calendar_new ();
  self->weeks_box = new_weeks_box (self);
  self->none_button = gtk_button_new ();
  gtk_widget_add_css_class (choose_button, "suggested-action");
  g_signal_connect_object (choose_button, "clicked", G_CALLBACK (choose_button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->none_button, "clicked", G_CALLBACK (none_button_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), choose_button);
  gtk_box_append (GTK_BOX (box), self->weeks_box);
  gtk_box_append (GTK_BOX (box), self->none_button);
  gtk_widget_set_visible (self->weeks_box, FALSE);
  gtk_widget_set_visible (self->none_button, FALSE);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_add_css_class (self->popover, "day");
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_show_cb), self,
                           G_CONNECT_SWAPPED);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/* Public */

GtkWidget *
taut_day_button_new (void)
{
  return g_object_new (TAUT_TYPE_DAY_BUTTON, NULL);
}

void
taut_day_button_set_date (TautDayButton *self,
                          const GDate   *date,
                          const GDate   *today)
{
  g_return_if_fail (TAUT_IS_DAY_BUTTON (self));
  g_return_if_fail (date == NULL || g_date_valid (date));
  g_return_if_fail (today != NULL && g_date_valid (today));

  g_date_clear (&self->date, 1);
  if (date != NULL)
    self->date = *date;
  update_label (self, today);
}

const GDate *
taut_day_button_get_date (TautDayButton *self)
{
  g_return_val_if_fail (TAUT_IS_DAY_BUTTON (self), NULL);

  return g_date_valid (&self->date) ? &self->date : NULL;
}

void
taut_day_button_set_open (TautDayButton *self,
                          const char    *none,
                          const GDate   *first)
{
  g_return_if_fail (TAUT_IS_DAY_BUTTON (self));
  g_return_if_fail (none != NULL);
  g_return_if_fail (first != NULL && g_date_valid (first));

  if (g_strcmp0 (none, self->none) != 0)
    {
      g_free (self->none);
      self->none = g_strdup (none);
      gtk_button_set_label (GTK_BUTTON (self->none_button), none);
    }
  self->first = *first;
  gtk_widget_set_visible (self->weeks_box, TRUE);
  gtk_widget_set_visible (self->none_button, TRUE);
}
