/* taut-muscle-view.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-muscle-view"

#include "config.h"

#include "taut-muscle-view.h"

#include <adwaita.h>

#define WIDTH_MIN 220
#define WIDTH_USUAL 380
#define HEIGHT 270

struct _TautMuscleView
{
  GtkWidget parent_instance;

  TautPictureBook *book;
  const TautMuscle *muscle;
  const TautPoint *point;
  TautSide side;
  char *key;
  GdkTexture *texture;    /* the last one, until the next is there */
};

G_DEFINE_FINAL_TYPE (TautMuscleView, taut_muscle_view, GTK_TYPE_WIDGET)

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
take_texture (TautMuscleView *self)
{
  GdkTexture *texture = NULL;

  g_assert (TAUT_IS_MUSCLE_VIEW (self));

  if (self->key != NULL)
    texture = taut_picture_book_look_up (self->book, self->key);
  if (texture != NULL)
    g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_key (TautMuscleView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  g_assert (TAUT_IS_MUSCLE_VIEW (self));

  g_clear_pointer (&self->key, g_free);
  if (self->book != NULL && self->muscle != NULL && width >= WIDTH_MIN)
    self->key = taut_picture_book_ask_muscle (self->book, self->muscle, self->point, self->side,
                                              width, HEIGHT,
                                              gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                              get_style ());
  take_texture (self);
}

static void
book_drawn_cb (TautMuscleView *self,
               const char     *key)
{
  g_assert (TAUT_IS_MUSCLE_VIEW (self));

  if (g_strcmp0 (key, self->key) == 0)
    take_texture (self);
}

static void
taut_muscle_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_MIN : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_USUAL : HEIGHT;
}

static void
taut_muscle_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  update_key (TAUT_MUSCLE_VIEW (widget));
}

static void
taut_muscle_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TautMuscleView *self = TAUT_MUSCLE_VIEW (widget);

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                      HEIGHT));
}

static void
taut_muscle_view_dispose (GObject *object)
{
  TautMuscleView *self = TAUT_MUSCLE_VIEW (object);

  g_clear_object (&self->book);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (taut_muscle_view_parent_class)->dispose (object);
}

static void
taut_muscle_view_class_init (TautMuscleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_muscle_view_dispose;
  widget_class->measure = taut_muscle_view_measure;
  widget_class->size_allocate = taut_muscle_view_size_allocate;
  widget_class->snapshot = taut_muscle_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "muscleview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
taut_muscle_view_init (TautMuscleView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_key), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_key), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_key), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
taut_muscle_view_new (void)
{
  return g_object_new (TAUT_TYPE_MUSCLE_VIEW, NULL);
}

void
taut_muscle_view_show (TautMuscleView   *self,
                       TautPictureBook  *book,
                       const TautMuscle *muscle,
                       const TautPoint  *point,
                       TautSide          side)
{
  g_return_if_fail (TAUT_IS_MUSCLE_VIEW (self));
  g_return_if_fail (book == NULL || TAUT_IS_PICTURE_BOOK (book));
  g_return_if_fail (muscle != NULL);

  if (book != self->book)
    {
      if (self->book != NULL)
        g_signal_handlers_disconnect_by_func (self->book, book_drawn_cb, self);
      g_set_object (&self->book, book);
      if (book != NULL)
        g_signal_connect_object (book, "drawn", G_CALLBACK (book_drawn_cb), self,
                                 G_CONNECT_SWAPPED);
    }

  if (muscle != self->muscle)
    g_clear_object (&self->texture);
  self->muscle = muscle;
  self->point = point;
  self->side = side;
  update_key (self);
}
