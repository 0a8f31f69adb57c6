/* taut-figure-view-labels.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written around a large view: its name, the sides of the body, and the
 * name of what is under the pointer.
 */

#define G_LOG_DOMAIN "taut-figure-view"

#include "config.h"

#include "taut-figure-view-private.h"

#include <glib/gi18n.h>

#include "taut-place-name.h"

#define CAPTION_TOP 6

/* Where the discs that name the sides stand: units from the figure's middle
 * line and from its top. */
#define DISC_ASIDE 185
#define DISC_BELOW 48
#define DISC_MARGIN 8

/* Of a close-up: shares of its size. */
#define CLOSE_UP_ASIDE 0.42
#define CLOSE_UP_BELOW 0.06

/* Where the name of what is under the pointer stands, from the pointer. */
#define TIP_RIGHT 14
#define TIP_BELOW 20

static void
allocate_child (GtkWidget *child,
                int        x,
                int        y,
                int        width,
                int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* At their natural size, kept inside the widget. */
static void
allocate_label (TautFigureView *self,
                GtkWidget      *label,
                int             x,
                int             y,
                int             margin)
{
  GtkRequisition size;
  double width, height;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (!gtk_widget_get_visible (label))
    return;

  taut_viewport_get_size (self->viewport, &width, &height);
  gtk_widget_get_preferred_size (label, NULL, &size);
  size.width = MAX (MIN (size.width, (int) width - 2 * margin), 0);
  x = CLAMP (x, margin, MAX ((int) width - size.width - margin, margin));
  y = CLAMP (y, margin, MAX ((int) height - size.height - margin, margin));
  allocate_child (label, x, y, size.width, size.height);
}

static void
allocate_caption (TautFigureView *self)
{
  GtkRequisition size;
  double width, height;

  taut_viewport_get_size (self->viewport, &width, &height);
  gtk_widget_get_preferred_size (self->caption, NULL, &size);
  allocate_label (self, self->caption, (int) (width - size.width) / 2, CAPTION_TOP, 0);
}

/* The disc of a side beside the head, while that is in sight; else at the edge
 * that is nearest to it, so that a close look still tells left from right. */
static void
allocate_sides (TautFigureView *self)
{
  TautViewBounds bounds = taut_view_get_bounds (taut_figure_view_get_view (self));
  gboolean close_up = taut_view_get_part (taut_figure_view_get_view (self)) != TAUT_VIEW_PART_BODY;
  double aside = close_up ? CLOSE_UP_ASIDE * bounds.width : DISC_ASIDE;
  double below = close_up ? CLOSE_UP_BELOW * bounds.height : DISC_BELOW;
  gboolean side_view = self->side_name != NULL;
  TautViewFacing facing = taut_view_get_facing (taut_figure_view_get_view (self));

  for (guint side = 0; side < TAUT_N_SIDES; side++)
    {
      GtkWidget *disc = self->side_discs[side];
      /* From the front the body's left is at the viewer's right. */
      gboolean at_right = (side == TAUT_SIDE_LEFT) == (facing == TAUT_VIEW_FACING_FRONT);
      GtkRequisition size;
      double x, y;

      if (disc == NULL)
        continue;

      gtk_widget_get_preferred_size (disc, NULL, &size);
      taut_viewport_to_widget (self->viewport,
                               bounds.x + bounds.width / 2 +
                               (at_right && !side_view ? aside : -aside),
                               bounds.y + below, &x, &y);
      y = MAX (y, TAUT_FIGURE_INSET_TOP + size.height / 2.0);
      allocate_label (self, disc, (int) x - size.width / 2, (int) y - size.height / 2, DISC_MARGIN);
      if (side_view)
        {
          graphene_rect_t rect;
          GtkRequisition name_size;

          /* On the far side of the disc: the head is on the near one. */
          gtk_widget_get_preferred_size (self->side_name, NULL, &name_size);
          if (gtk_widget_compute_bounds (disc, GTK_WIDGET (self), &rect))
            allocate_label (self, self->side_name,
                            (int) rect.origin.x - name_size.width - 6,
                            (int) (rect.origin.y + rect.size.height / 2) - 10, DISC_MARGIN);
        }
    }
}

static GtkWidget *
add_label (TautFigureView *self,
           const char     *text,
           const char     *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
add_side_disc (TautFigureView *self,
               TautSide        side)
{
  /* Translators: one letter each for the left and the right side of the body */
  const char *letter = side == TAUT_SIDE_LEFT ? C_("side", "L") : C_("side", "R");
  const char *name = side == TAUT_SIDE_LEFT ? _("Left side of the body")
                                            : _("Right side of the body");

  self->side_discs[side] = add_label (self, letter, "side-disc");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side_discs[side]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* The name of a hand or a foot says its side; the body from the side has it beside
 * the head. */
static void
add_sides (TautFigureView *self,
           TautView       *view)
{
  TautViewPart part = taut_view_get_part (view);
  TautViewFacing facing = taut_view_get_facing (view);
  gboolean named = part == TAUT_VIEW_PART_BODY || part == TAUT_VIEW_PART_HEAD;

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  if (facing != TAUT_VIEW_FACING_RIGHT)
    add_side_disc (self, TAUT_SIDE_LEFT);
  if (facing != TAUT_VIEW_FACING_LEFT)
    add_side_disc (self, TAUT_SIDE_RIGHT);
  if (named && facing == TAUT_VIEW_FACING_LEFT)
    self->side_name = add_label (self, _("left side"), "side-name");
  else if (named && facing == TAUT_VIEW_FACING_RIGHT)
    self->side_name = add_label (self, _("right side"), "side-name");
}

void
taut_figure_view_add_labels (TautFigureView *self)
{
  TautView *view = taut_raster_get_view (self->raster);

  g_assert (TAUT_IS_FIGURE_VIEW (self));

  self->caption = add_label (self, taut_place_name_view (view), "caption-heading");
  add_sides (self, view);
  self->tip = add_label (self, "", "place-tip");
  gtk_label_set_ellipsize (GTK_LABEL (self->tip), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->tip, FALSE);
}

void
taut_figure_view_allocate_labels (TautFigureView *self)
{
  g_assert (TAUT_IS_FIGURE_VIEW (self));

  allocate_caption (self);
  allocate_sides (self);
  allocate_label (self, self->tip,
                  (int) self->pointer_x + TIP_RIGHT, (int) self->pointer_y + TIP_BELOW, 4);
}
