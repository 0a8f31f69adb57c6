/* taut-figure-chooser.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-figure-chooser"

#include "config.h"

#include "taut-figure-chooser.h"

#include <glib/gi18n.h>

#include "taut-view-picture.h"

#define PICTURE_WIDTH 84
#define PICTURE_HEIGHT 150
#define SPACING 9

struct _TautFigureChooser
{
  GtkWidget  parent_instance;

  GPtrArray *buttons;     /* in the order of taut_view_list_figures() */
};

G_DEFINE_FINAL_TYPE (TautFigureChooser, taut_figure_chooser, GTK_TYPE_WIDGET)

/* Keep in sync with taut_view_list_figures(). */
static const struct
{
  const char *id;
  const char *name;
} figures[] = {
  { "neutral", NC_("figure", "Neutral") },
  { "feminine", NC_("figure", "Feminine") },
  { "masculine", NC_("figure", "Masculine") },
};

static GtkWidget *
make_button (TautAtlas  *atlas,
             const char *figure,
             const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), taut_view_picture_new (atlas, "front", figure,
                                                        PICTURE_WIDTH, PICTURE_HEIGHT));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "view-thumbnail");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
taut_figure_chooser_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (taut_figure_chooser_parent_class)->dispose (object);
}

static void
taut_figure_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (TAUT_FIGURE_CHOOSER (object)->buttons);

  G_OBJECT_CLASS (taut_figure_chooser_parent_class)->finalize (object);
}

static void
taut_figure_chooser_class_init (TautFigureChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_figure_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = taut_figure_chooser_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figure-chooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
taut_figure_chooser_init (TautFigureChooser *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figure on the chart"), -1);
}

/* Public */

GtkWidget *
taut_figure_chooser_new (TautAtlas  *atlas,
                         const char *figure)
{
  TautFigureChooser *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (figure != NULL, NULL);

  self = g_object_new (TAUT_TYPE_FIGURE_CHOOSER, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      GtkWidget *button = make_button (atlas, figures[i].id,
                                       g_dpgettext2 (GETTEXT_PACKAGE, "figure", figures[i].name));

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     g_ptr_array_index (self->buttons, 0));
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }
  taut_figure_chooser_set_figure (self, figure);

  return GTK_WIDGET (self);
}

const char *
taut_figure_chooser_get_figure (TautFigureChooser *self)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_CHOOSER (self), NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
      return figures[i].id;

  return figures[0].id;
}

void
taut_figure_chooser_set_figure (TautFigureChooser *self,
                                const char        *figure)
{
  g_return_if_fail (TAUT_IS_FIGURE_CHOOSER (self));
  g_return_if_fail (figure != NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (g_str_equal (figures[i].id, figure))
      gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), TRUE);
}
