/* taut-viewport.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-viewport"

#include "config.h"

#include "taut-viewport.h"

#include <math.h>

struct _TautViewport
{
  GObject             parent_instance;

  TautViewBounds      content;
  TautViewportInsets  insets;
  double              width;
  double              height;
  double              zoom;
  double              centre_x;
  double              centre_y;

  /* Stays at fit when the size changes. */
  guint               at_fit : 1;
};

G_DEFINE_FINAL_TYPE (TautViewport, taut_viewport, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The widget coordinate of the view's zero along one axis, kept in bounds.
 *
 * At fit the content stands in the middle. The further in, the more slack there
 * is, up to half the widget: just enough for zooming from fit at any pixel to
 * keep what lies under that pixel. */
static double
clamp_origin (double origin,
              double content_start,
              double content_length,
              double inset_start,
              double inset_end,
              double extent,
              double zoom,
              double fit_zoom)
{
  double offset = content_start * zoom - inset_start;
  double length = content_length * zoom + inset_start + inset_end;
  double slack = extent / 2 * CLAMP (zoom / fit_zoom - 1, 0, 1);
  double spare = extent - length;
  double low = (spare > 0 ? spare / 2 : spare) - slack;
  double high = (spare > 0 ? spare / 2 : 0) + slack;

  return CLAMP (origin + offset, low, high) - offset;
}

static double
compute_fit_zoom (const TautViewport *self)
{
  double room_x = self->width - self->insets.left - self->insets.right;
  double room_y = self->height - self->insets.top - self->insets.bottom;

  /* A widget that has no size yet, or next to none, still has a scale. */
  return MAX (MIN (room_x / self->content.width, room_y / self->content.height), 0.01);
}

/* Brings zoom and centre into their limits. */
static void
settle (TautViewport *self)
{
  double fit_zoom = compute_fit_zoom (self);
  double origin_x, origin_y;

  g_assert (TAUT_IS_VIEWPORT (self));

  self->zoom = CLAMP (self->zoom, fit_zoom, fit_zoom * TAUT_VIEWPORT_MAX_MAGNIFICATION);
  origin_x = clamp_origin (self->width / 2 - self->centre_x * self->zoom,
                           self->content.x, self->content.width,
                           self->insets.left, self->insets.right,
                           self->width, self->zoom, fit_zoom);
  origin_y = clamp_origin (self->height / 2 - self->centre_y * self->zoom,
                           self->content.y, self->content.height,
                           self->insets.top, self->insets.bottom,
                           self->height, self->zoom, fit_zoom);
  self->centre_x = (self->width / 2 - origin_x) / self->zoom;
  self->centre_y = (self->height / 2 - origin_y) / self->zoom;
}

/* Every change goes through here: one signal, and none for no change. */
static void
apply (TautViewport *self,
       double        zoom,
       double        centre_x,
       double        centre_y,
       gboolean      resized)
{
  double old_zoom = self->zoom;
  double old_x = self->centre_x;
  double old_y = self->centre_y;

  g_assert (TAUT_IS_VIEWPORT (self));

  self->zoom = zoom;
  self->centre_x = centre_x;
  self->centre_y = centre_y;
  settle (self);
  self->at_fit = self->zoom <= compute_fit_zoom (self) * 1.0001;

  if (resized || self->zoom != old_zoom || self->centre_x != old_x || self->centre_y != old_y)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
taut_viewport_class_init (TautViewportClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
taut_viewport_init (TautViewport *self)
{
  self->at_fit = TRUE;
}

/**
 * taut_viewport_new:
 * @content: what there is to see, in view coordinates
 * @insets: pixels to keep free around it at fit
 *
 * Returns: (transfer full): a viewport of no size, at fit
 */
TautViewport *
taut_viewport_new (const TautViewBounds     *content,
                   const TautViewportInsets *insets)
{
  TautViewport *self;

  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (content->width > 0 && content->height > 0, NULL);
  g_return_val_if_fail (insets != NULL, NULL);

  self = g_object_new (TAUT_TYPE_VIEWPORT, NULL);
  self->content = *content;
  self->insets = *insets;
  self->centre_x = content->x + content->width / 2;
  self->centre_y = content->y + content->height / 2;
  settle (self);

  return self;
}

/* Zoom and place stay, as far as the new content allows it. */
void
taut_viewport_set_content (TautViewport         *self,
                           const TautViewBounds *content)
{
  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (content != NULL);
  g_return_if_fail (content->width > 0 && content->height > 0);

  self->content = *content;
  apply (self, self->at_fit ? 0 : self->zoom, self->centre_x, self->centre_y, TRUE);
}

double
taut_viewport_get_zoom (TautViewport *self)
{
  g_return_val_if_fail (TAUT_IS_VIEWPORT (self), 1);

  return self->zoom;
}

double
taut_viewport_get_fit_zoom (TautViewport *self)
{
  g_return_val_if_fail (TAUT_IS_VIEWPORT (self), 1);

  return compute_fit_zoom (self);
}

gboolean
taut_viewport_get_at_fit (TautViewport *self)
{
  g_return_val_if_fail (TAUT_IS_VIEWPORT (self), FALSE);

  return self->at_fit;
}

void
taut_viewport_get_centre (TautViewport *self,
                          double       *view_x,
                          double       *view_y)
{
  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (view_x != NULL && view_y != NULL);

  *view_x = self->centre_x;
  *view_y = self->centre_y;
}

void
taut_viewport_set_centre (TautViewport *self,
                          double        view_x,
                          double        view_y)
{
  g_return_if_fail (TAUT_IS_VIEWPORT (self));

  apply (self, self->zoom, view_x, view_y, FALSE);
}

void
taut_viewport_get_size (TautViewport *self,
                        double       *width,
                        double       *height)
{
  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}

void
taut_viewport_set_size (TautViewport *self,
                        double        width,
                        double        height)
{
  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (width >= 0 && height >= 0);

  if (width == self->width && height == self->height)
    return;

  self->width = width;
  self->height = height;
  apply (self,
         self->at_fit ? compute_fit_zoom (self) : self->zoom,
         self->centre_x, self->centre_y, TRUE);
}

void
taut_viewport_get_origin (TautViewport *self,
                          int          *widget_x,
                          int          *widget_y)
{
  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (widget_x != NULL && widget_y != NULL);

  *widget_x = (int) floor (self->width / 2 - self->centre_x * self->zoom + 0.5);
  *widget_y = (int) floor (self->height / 2 - self->centre_y * self->zoom + 0.5);
}

void
taut_viewport_to_view (TautViewport *self,
                       double        widget_x,
                       double        widget_y,
                       double       *view_x,
                       double       *view_y)
{
  int origin_x, origin_y;

  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (view_x != NULL && view_y != NULL);

  taut_viewport_get_origin (self, &origin_x, &origin_y);
  *view_x = (widget_x - origin_x) / self->zoom;
  *view_y = (widget_y - origin_y) / self->zoom;
}

void
taut_viewport_to_widget (TautViewport *self,
                         double        view_x,
                         double        view_y,
                         double       *widget_x,
                         double       *widget_y)
{
  int origin_x, origin_y;

  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (widget_x != NULL && widget_y != NULL);

  taut_viewport_get_origin (self, &origin_x, &origin_y);
  *widget_x = view_x * self->zoom + origin_x;
  *widget_y = view_y * self->zoom + origin_y;
}

void
taut_viewport_fit (TautViewport *self)
{
  g_return_if_fail (TAUT_IS_VIEWPORT (self));

  apply (self, compute_fit_zoom (self), self->centre_x, self->centre_y, FALSE);
}

void
taut_viewport_zoom_at (TautViewport *self,
                       double        zoom,
                       double        widget_x,
                       double        widget_y)
{
  double fit_zoom;
  double factor;
  double offset_x, offset_y;

  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (zoom > 0);

  fit_zoom = compute_fit_zoom (self);
  zoom = CLAMP (zoom, fit_zoom, fit_zoom * TAUT_VIEWPORT_MAX_MAGNIFICATION);
  offset_x = (widget_x - self->width / 2) / self->zoom;
  offset_y = (widget_y - self->height / 2) / self->zoom;
  factor = 1 - self->zoom / zoom;

  apply (self, zoom,
         self->centre_x + offset_x * factor,
         self->centre_y + offset_y * factor, FALSE);
}

void
taut_viewport_pan (TautViewport *self,
                   double        widget_dx,
                   double        widget_dy)
{
  g_return_if_fail (TAUT_IS_VIEWPORT (self));

  apply (self, self->zoom,
         self->centre_x - widget_dx / self->zoom,
         self->centre_y - widget_dy / self->zoom, FALSE);
}

/* How far one axis has to move; a box larger than the room is centred. */
static double
reveal_shift (double start,
              double length,
              double extent,
              double margin)
{
  if (length + 2 * margin > extent)
    return (extent - length) / 2 - start;
  if (start < margin)
    return margin - start;
  if (start + length > extent - margin)
    return extent - margin - (start + length);

  return 0;
}

/**
 * taut_viewport_reveal:
 * @self: a viewport
 * @box: in view coordinates
 * @margin: pixels to leave around it
 */
void
taut_viewport_reveal (TautViewport         *self,
                      const TautViewBounds *box,
                      double                margin)
{
  double x, y;

  g_return_if_fail (TAUT_IS_VIEWPORT (self));
  g_return_if_fail (box != NULL);

  taut_viewport_to_widget (self, box->x, box->y, &x, &y);
  taut_viewport_pan (self,
                     reveal_shift (x, box->width * self->zoom, self->width, margin),
                     reveal_shift (y, box->height * self->zoom, self->height, margin));
}
