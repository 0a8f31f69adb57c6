/* taut-mark.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-mark"

#include "config.h"

#include "taut-mark.h"

#include "taut-unknown.h"

struct _TautMark
{
  GObject parent_instance;

  char *id;
  char *point_id;
  TautSkinPoint at;
  guint intensity;
  GDateTime *time;
  JsonObject *unknown;
};

G_DEFINE_FINAL_TYPE (TautMark, taut_mark, G_TYPE_OBJECT)

/* A copy that the with_*() functions change before they hand it out. */
static TautMark *
copy (TautMark *self)
{
  TautMark *mark;

  g_assert (TAUT_IS_MARK (self));

  mark = taut_mark_new (self->id, self->point_id, &self->at, self->intensity, self->time);
  mark->unknown = self->unknown != NULL ? json_object_ref (self->unknown) : NULL;

  return mark;
}

static gboolean
equal_places (const TautSkinPoint *a,
              const TautSkinPoint *b)
{
  return a->segment == b->segment && a->side == b->side && a->u == b->u && a->theta == b->theta;
}

static void
taut_mark_finalize (GObject *object)
{
  TautMark *self = TAUT_MARK (object);

  g_free (self->id);
  g_free (self->point_id);
  g_date_time_unref (self->time);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (taut_mark_parent_class)->finalize (object);
}

static void
taut_mark_class_init (TautMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taut_mark_finalize;
}

static void
taut_mark_init (TautMark *self)
{
}

TautMark *
taut_mark_new (const char          *id,
               const char          *point_id,
               const TautSkinPoint *at,
               guint                intensity,
               GDateTime           *time)
{
  TautMark *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (at != NULL, NULL);
  g_return_val_if_fail (intensity <= TAUT_MARK_INTENSITY_MAX, NULL);
  g_return_val_if_fail (time != NULL, NULL);

  self = g_object_new (TAUT_TYPE_MARK, NULL);
  self->id = g_strdup (id);
  self->point_id = g_strdup (point_id);
  self->at = *at;
  self->intensity = intensity;
  self->time = g_date_time_ref (time);

  return self;
}

TautMark *
taut_mark_with_place (TautMark            *self,
                      const TautSkinPoint *at)
{
  TautMark *mark;

  g_return_val_if_fail (TAUT_IS_MARK (self), NULL);
  g_return_val_if_fail (at != NULL, NULL);

  mark = copy (self);
  mark->at = *at;

  return mark;
}

TautMark *
taut_mark_with_intensity (TautMark *self,
                          guint     intensity)
{
  TautMark *mark;

  g_return_val_if_fail (TAUT_IS_MARK (self), NULL);
  g_return_val_if_fail (intensity <= TAUT_MARK_INTENSITY_MAX, NULL);

  mark = copy (self);
  mark->intensity = intensity;

  return mark;
}

const char *
taut_mark_get_id (TautMark *self)
{
  g_return_val_if_fail (TAUT_IS_MARK (self), NULL);

  return self->id;
}

const char *
taut_mark_get_point_id (TautMark *self)
{
  g_return_val_if_fail (TAUT_IS_MARK (self), NULL);

  return self->point_id;
}

TautSide
taut_mark_get_side (TautMark *self)
{
  g_return_val_if_fail (TAUT_IS_MARK (self), TAUT_SIDE_LEFT);

  return self->at.side;
}

const TautSkinPoint *
taut_mark_get_place (TautMark *self)
{
  g_return_val_if_fail (TAUT_IS_MARK (self), NULL);

  return &self->at;
}

guint
taut_mark_get_intensity (TautMark *self)
{
  g_return_val_if_fail (TAUT_IS_MARK (self), 0);

  return self->intensity;
}

GDateTime *
taut_mark_get_time (TautMark *self)
{
  g_return_val_if_fail (TAUT_IS_MARK (self), NULL);

  return self->time;
}

JsonObject *
taut_mark_get_unknown (TautMark *self)
{
  g_return_val_if_fail (TAUT_IS_MARK (self), NULL);

  return self->unknown;
}

TautMark *
taut_mark_with_unknown (TautMark   *self,
                        JsonObject *unknown)
{
  TautMark *mark;

  g_return_val_if_fail (TAUT_IS_MARK (self), NULL);

  mark = copy (self);
  g_clear_pointer (&mark->unknown, json_object_unref);
  mark->unknown = unknown != NULL ? json_object_ref (unknown) : NULL;

  return mark;
}

gboolean
taut_mark_equal (TautMark *a,
                 TautMark *b)
{
  g_return_val_if_fail (TAUT_IS_MARK (a), FALSE);
  g_return_val_if_fail (TAUT_IS_MARK (b), FALSE);

  return a == b
         || (strcmp (a->id, b->id) == 0
             && g_strcmp0 (a->point_id, b->point_id) == 0
             && equal_places (&a->at, &b->at)
             && a->intensity == b->intensity
             && g_date_time_equal (a->time, b->time)
             && taut_unknown_equal (a->unknown, b->unknown));
}
