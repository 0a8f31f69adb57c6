/* taut-viewport.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautViewport:
 *
 * Which part of a view is seen in a widget of a given size, and how large: the
 * one place where view coordinates (figure units) and widget coordinates
 * (device-independent pixels) are turned into each other. Knows no widget.
 *
 * The origin of the view coordinates always lies on a whole pixel, so that
 * textures painted at this zoom are shown sharp wherever the view is panned to.
 * The zoom lies between what fits all of the content in and
 * %TAUT_VIEWPORT_MAX_MAGNIFICATION times that.
 *
 * Signal: "changed", once after every change, whatever moved.
 */
#define TAUT_TYPE_VIEWPORT (taut_viewport_get_type ())

G_DECLARE_FINAL_TYPE (TautViewport, taut_viewport, TAUT, VIEWPORT, GObject)

#define TAUT_VIEWPORT_MAX_MAGNIFICATION 12.0

/* Widget pixels beside the content that stay free at fit, for captions. */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} TautViewportInsets;

TautViewport *taut_viewport_new            (const TautViewBounds     *content,
                                            const TautViewportInsets *insets);

void          taut_viewport_set_content    (TautViewport   *self,
                                            const TautViewBounds *content);
double        taut_viewport_get_zoom       (TautViewport   *self);
double        taut_viewport_get_fit_zoom   (TautViewport   *self);
gboolean      taut_viewport_get_at_fit     (TautViewport   *self);
void          taut_viewport_get_centre     (TautViewport   *self,
                                            double         *view_x,
                                            double         *view_y);
void          taut_viewport_set_centre     (TautViewport   *self,
                                            double          view_x,
                                            double          view_y);
void          taut_viewport_get_size       (TautViewport   *self,
                                            double         *width,
                                            double         *height);
void          taut_viewport_set_size       (TautViewport   *self,
                                            double          width,
                                            double          height);

/* Both conversions are exact inverses of each other. */
void          taut_viewport_to_view        (TautViewport   *self,
                                            double          widget_x,
                                            double          widget_y,
                                            double         *view_x,
                                            double         *view_y);
void          taut_viewport_to_widget      (TautViewport   *self,
                                            double          view_x,
                                            double          view_y,
                                            double         *widget_x,
                                            double         *widget_y);
/* Widget coordinates of the view coordinates' origin: whole pixels. */
void          taut_viewport_get_origin     (TautViewport   *self,
                                            int            *widget_x,
                                            int            *widget_y);

void          taut_viewport_fit            (TautViewport   *self);
/* What lies under (@widget_x, @widget_y) stays there. */
void          taut_viewport_zoom_at        (TautViewport   *self,
                                            double          zoom,
                                            double          widget_x,
                                            double          widget_y);
void          taut_viewport_pan            (TautViewport   *self,
                                            double          widget_dx,
                                            double          widget_dy);
/* Moves as little as needed to bring a box into sight. */
void          taut_viewport_reveal         (TautViewport         *self,
                                            const TautViewBounds *box,
                                            double                margin);

G_END_DECLS
