/* taut-picture-book.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-picture-book"

#include "config.h"

#include "taut-picture-book.h"

#include "taut-muscle-picture.h"
#include "taut-routine-picture.h"

/* Charts of muscles are large. */
#define N_MUSCLES_KEPT 12

/* What is needed to draw one picture: of a muscle, where one is given. */
typedef struct
{
  char *key;
  const TautMuscle *muscle;
  const TautPoint *point;
  TautSide side;
  TautPrescription prescription;
  int width;
  int height;
  int scale;
  TautStyle style;
} Order;

struct _TautPictureBook
{
  GObject parent_instance;

  TautAtlas *atlas;
  GPtrArray *painters;
  GHashTable *textures;   /* key to GdkTexture; NULL while it is on order */
  GQueue orders;
  GQueue muscle_keys;     /* latest last */
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (TautPictureBook, taut_picture_book, G_TYPE_OBJECT)

enum {
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->prescription.own);
  g_free (order->key);
  g_free (order);
}

static GdkTexture *
draw (TautPictureBook *self,
      const Order     *order)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         order->width * order->scale,
                                                         order->height * order->scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;
  gsize stride;

  g_assert (TAUT_IS_PICTURE_BOOK (self));

  cairo_surface_set_device_scale (surface, order->scale, order->scale);
  if (order->muscle != NULL)
    taut_muscle_picture_paint (self->painters, order->muscle, order->point, order->side,
                               order->style, cr, order->width, order->height);
  else
    taut_routine_picture_paint (self->atlas, self->painters, &order->prescription, order->style,
                                cr, order->width, order->height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       stride * cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (order->width * order->scale, order->height * order->scale,
                                    GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_surface_destroy (surface);

  return texture;
}

/* One picture each time, so that a click is never more than one picture late. */
static gboolean
idle_cb (gpointer user_data)
{
  TautPictureBook *self = user_data;
  Order *order = g_queue_pop_head (&self->orders);

  g_assert (TAUT_IS_PICTURE_BOOK (self));

  if (order == NULL)
    {
      self->idle_id = 0;
      return G_SOURCE_REMOVE;
    }

  /* Not what was given up since. */
  if (g_hash_table_contains (self->textures, order->key))
    {
      g_hash_table_replace (self->textures, g_strdup (order->key), draw (self, order));
      g_signal_emit (self, signals[DRAWN], 0, order->key);
    }
  order_free (order);

  return G_SOURCE_CONTINUE;
}

static void
taut_picture_book_dispose (GObject *object)
{
  TautPictureBook *self = TAUT_PICTURE_BOOK (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_queue_clear_full (&self->orders, order_free);
  g_queue_clear_full (&self->muscle_keys, g_free);
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->painters, g_ptr_array_unref);
  g_clear_pointer (&self->textures, g_hash_table_unref);

  G_OBJECT_CLASS (taut_picture_book_parent_class)->dispose (object);
}

static void
taut_picture_book_class_init (TautPictureBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taut_picture_book_dispose;

  signals[DRAWN] =
    g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
clear_texture (gpointer data)
{
  GdkTexture *texture = data;

  g_clear_object (&texture);
}

static void
taut_picture_book_init (TautPictureBook *self)
{
  self->painters = g_ptr_array_new_with_free_func (g_object_unref);
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_texture);
  g_queue_init (&self->orders);
  g_queue_init (&self->muscle_keys);
}

TautPictureBook *
taut_picture_book_new (TautAtlas *atlas,
                       GPtrArray *views)
{
  TautPictureBook *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (views != NULL, NULL);

  self = g_object_new (TAUT_TYPE_PICTURE_BOOK, NULL);
  self->atlas = g_object_ref (atlas);
  for (guint i = 0; i < views->len; i++)
    g_ptr_array_add (self->painters,
                     taut_chart_painter_new (atlas, g_ptr_array_index (views, i)));

  return self;
}

/* Takes @order, whose key is not known yet. */
static void
put_order (TautPictureBook *self,
           Order           *order)
{
  g_assert (TAUT_IS_PICTURE_BOOK (self));
  g_assert (order != NULL);

  g_queue_push_tail (&self->orders, order);
  g_hash_table_insert (self->textures, g_strdup (order->key), NULL);
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

char *
taut_picture_book_ask (TautPictureBook        *self,
                       const TautPrescription *prescription,
                       int                     width,
                       int                     height,
                       int                     scale,
                       TautStyle               style)
{
  char *key;
  Order *order;

  g_return_val_if_fail (TAUT_IS_PICTURE_BOOK (self), NULL);
  g_return_val_if_fail (prescription != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, NULL);

  if (prescription->routine == NULL && prescription->own == NULL)
    return NULL;

  key = g_strdup_printf ("%s %p %d %d %dx%d@%d %d", prescription->id, (void *) prescription->own,
                         prescription->side, prescription->both_sides, width, height, scale,
                         style);
  if (g_hash_table_contains (self->textures, key))
    return key;

  order = g_new0 (Order, 1);
  order->key = g_strdup (key);
  order->prescription.routine = prescription->routine;
  order->prescription.side = prescription->side;
  order->prescription.both_sides = prescription->both_sides;
  g_set_object (&order->prescription.own, prescription->own);
  order->width = width;
  order->height = height;
  order->scale = scale;
  order->style = style;
  put_order (self, order);

  return key;
}

char *
taut_picture_book_ask_muscle (TautPictureBook  *self,
                              const TautMuscle *muscle,
                              const TautPoint  *point,
                              TautSide          side,
                              int               width,
                              int               height,
                              int               scale,
                              TautStyle         style)
{
  char *key;
  Order *order;

  g_return_val_if_fail (TAUT_IS_PICTURE_BOOK (self), NULL);
  g_return_val_if_fail (muscle != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, NULL);

  key = g_strdup_printf ("muscle %s %s %d %dx%d@%d %d", muscle->id,
                         point != NULL ? point->id : "-", side, width, height, scale, style);
  if (g_hash_table_contains (self->textures, key))
    return key;

  order = g_new0 (Order, 1);
  order->key = g_strdup (key);
  order->muscle = muscle;
  order->point = point;
  order->side = side;
  order->width = width;
  order->height = height;
  order->scale = scale;
  order->style = style;
  put_order (self, order);

  g_queue_push_tail (&self->muscle_keys, g_strdup (key));
  if (self->muscle_keys.length > N_MUSCLES_KEPT)
    {
      g_autofree char *oldest = g_queue_pop_head (&self->muscle_keys);

      g_hash_table_remove (self->textures, oldest);
    }

  return key;
}

GdkTexture *
taut_picture_book_look_up (TautPictureBook *self,
                           const char      *key)
{
  g_return_val_if_fail (TAUT_IS_PICTURE_BOOK (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->textures, key);
}
