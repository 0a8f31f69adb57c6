/* taut-routine-thumb.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-routine-thumb"

#include "config.h"

#include "taut-routine-thumb.h"

#include <adwaita.h>

#define USUAL_SIZE 44

struct _TautRoutineThumb
{
  GtkWidget parent_instance;

  int width;
  int height;
  TautPictureBook *book;
  TautPrescription shown;     /* only what a picture is drawn from */
  char *key;
};

G_DEFINE_FINAL_TYPE (TautRoutineThumb, taut_routine_thumb, GTK_TYPE_WIDGET)

static TautStyle
get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? TAUT_STYLE_HIGH_CONTRAST_DARK : TAUT_STYLE_HIGH_CONTRAST;

  return dark ? TAUT_STYLE_DARK : TAUT_STYLE_LIGHT;
}

static void
update_key (TautRoutineThumb *self)
{
  g_assert (TAUT_IS_ROUTINE_THUMB (self));

  g_clear_pointer (&self->key, g_free);
  if (self->book != NULL && self->shown.id != NULL)
    self->key = taut_picture_book_ask (self->book, &self->shown, self->width, self->height,
                                       gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                       get_style ());
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
book_drawn_cb (TautRoutineThumb *self,
               const char       *key)
{
  g_assert (TAUT_IS_ROUTINE_THUMB (self));

  if (g_strcmp0 (key, self->key) == 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear_shown (TautRoutineThumb *self)
{
  g_assert (TAUT_IS_ROUTINE_THUMB (self));

  g_free ((char *) self->shown.id);
  self->shown.id = NULL;
  self->shown.routine = NULL;
  g_clear_object (&self->shown.own);
}

static void
taut_routine_thumb_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  TautRoutineThumb *self = TAUT_ROUTINE_THUMB (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  *natural = *minimum;
}

static void
taut_routine_thumb_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TautRoutineThumb *self = TAUT_ROUTINE_THUMB (widget);
  GdkTexture *texture = NULL;

  if (self->key != NULL)
    texture = taut_picture_book_look_up (self->book, self->key);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture,
                                 &GRAPHENE_RECT_INIT (0, 0, self->width, self->height));
}

static void
taut_routine_thumb_dispose (GObject *object)
{
  TautRoutineThumb *self = TAUT_ROUTINE_THUMB (object);

  clear_shown (self);
  g_clear_object (&self->book);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (taut_routine_thumb_parent_class)->dispose (object);
}

static void
taut_routine_thumb_class_init (TautRoutineThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_routine_thumb_dispose;
  widget_class->measure = taut_routine_thumb_measure;
  widget_class->snapshot = taut_routine_thumb_snapshot;

  gtk_widget_class_set_css_name (widget_class, "thumb");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
taut_routine_thumb_init (TautRoutineThumb *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->width = USUAL_SIZE;
  self->height = USUAL_SIZE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_key), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_key), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_key), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
taut_routine_thumb_new (void)
{
  return g_object_new (TAUT_TYPE_ROUTINE_THUMB, NULL);
}

void
taut_routine_thumb_set_size (TautRoutineThumb *self,
                             int               width,
                             int               height)
{
  g_return_if_fail (TAUT_IS_ROUTINE_THUMB (self));
  g_return_if_fail (width > 0 && height > 0);

  self->width = width;
  self->height = height;
  update_key (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
taut_routine_thumb_show (TautRoutineThumb       *self,
                         TautPictureBook        *book,
                         const TautPrescription *prescription)
{
  g_return_if_fail (TAUT_IS_ROUTINE_THUMB (self));
  g_return_if_fail (book == NULL || TAUT_IS_PICTURE_BOOK (book));

  if (book != self->book)
    {
      if (self->book != NULL)
        g_signal_handlers_disconnect_by_func (self->book, book_drawn_cb, self);
      g_set_object (&self->book, book);
      if (book != NULL)
        g_signal_connect_object (book, "drawn", G_CALLBACK (book_drawn_cb), self,
                                 G_CONNECT_SWAPPED);
    }

  clear_shown (self);
  if (prescription != NULL)
    {
      self->shown.id = g_strdup (prescription->id);
      self->shown.routine = prescription->routine;
      g_set_object (&self->shown.own, prescription->own);
      self->shown.side = prescription->side;
      self->shown.both_sides = prescription->both_sides;
    }
  update_key (self);
}
