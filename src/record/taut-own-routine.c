/* taut-own-routine.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-own-routine"

#include "config.h"

#include "taut-own-routine.h"

#include "taut-unknown.h"

struct _TautOwnRoutine
{
  GObject parent_instance;

  char *id;
  char *name;
  char *steps;
  TautDose dose;
  guint minutes;
  GBytes *picture;
  JsonObject *unknown;
};

G_DEFINE_FINAL_TYPE (TautOwnRoutine, taut_own_routine, G_TYPE_OBJECT)

static void
taut_own_routine_finalize (GObject *object)
{
  TautOwnRoutine *self = TAUT_OWN_ROUTINE (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->steps);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (taut_own_routine_parent_class)->finalize (object);
}

static void
taut_own_routine_class_init (TautOwnRoutineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taut_own_routine_finalize;
}

static void
taut_own_routine_init (TautOwnRoutine *self)
{
}

gboolean
taut_own_routine_is_picture (GBytes *bytes)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 jpeg[] = { 0xff, 0xd8, 0xff };
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);

  return size <= TAUT_OWN_ROUTINE_PICTURE_MAX
         && ((size > sizeof png && memcmp (data, png, sizeof png) == 0)
             || (size > sizeof jpeg && memcmp (data, jpeg, sizeof jpeg) == 0));
}

TautOwnRoutine *
taut_own_routine_new (const char     *id,
                      const char     *name,
                      const char     *steps,
                      const TautDose *dose,
                      guint           minutes,
                      GBytes         *picture)
{
  TautOwnRoutine *self;

  g_return_val_if_fail (id != NULL && g_str_has_prefix (id, TAUT_OWN_ROUTINE_PREFIX), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (steps != NULL, NULL);
  g_return_val_if_fail (dose != NULL && taut_dose_is_sound (dose), NULL);
  g_return_val_if_fail (minutes <= TAUT_OWN_ROUTINE_MINUTES_MAX, NULL);
  g_return_val_if_fail (picture == NULL || taut_own_routine_is_picture (picture), NULL);

  self = g_object_new (TAUT_TYPE_OWN_ROUTINE, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->steps = g_strdup (steps);
  self->dose = *dose;
  self->minutes = minutes;
  self->picture = picture != NULL ? g_bytes_ref (picture) : NULL;

  return self;
}

const char *
taut_own_routine_get_id (TautOwnRoutine *self)
{
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (self), NULL);

  return self->id;
}

const char *
taut_own_routine_get_name (TautOwnRoutine *self)
{
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (self), NULL);

  return self->name;
}

const char *
taut_own_routine_get_steps (TautOwnRoutine *self)
{
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (self), NULL);

  return self->steps;
}

const TautDose *
taut_own_routine_get_dose (TautOwnRoutine *self)
{
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (self), NULL);

  return &self->dose;
}

guint
taut_own_routine_get_minutes (TautOwnRoutine *self)
{
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (self), 0);

  return self->minutes;
}

/* (transfer none) (nullable) */
GBytes *
taut_own_routine_get_picture (TautOwnRoutine *self)
{
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (self), NULL);

  return self->picture;
}

JsonObject *
taut_own_routine_get_unknown (TautOwnRoutine *self)
{
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (self), NULL);

  return self->unknown;
}

TautOwnRoutine *
taut_own_routine_with_unknown (TautOwnRoutine *self,
                               JsonObject     *unknown)
{
  TautOwnRoutine *routine;

  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (self), NULL);

  routine = taut_own_routine_new (self->id, self->name, self->steps, &self->dose, self->minutes,
                                  self->picture);
  routine->unknown = unknown != NULL ? json_object_ref (unknown) : NULL;

  return routine;
}

static gboolean
equal_pictures (GBytes *a,
                GBytes *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_bytes_equal (a, b);
}

gboolean
taut_own_routine_equal (TautOwnRoutine *a,
                        TautOwnRoutine *b)
{
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (a), FALSE);
  g_return_val_if_fail (TAUT_IS_OWN_ROUTINE (b), FALSE);

  return a == b
         || (strcmp (a->id, b->id) == 0
             && strcmp (a->name, b->name) == 0
             && strcmp (a->steps, b->steps) == 0
             && taut_dose_equal (&a->dose, &b->dose)
             && a->minutes == b->minutes
             && equal_pictures (a->picture, b->picture)
             && taut_unknown_equal (a->unknown, b->unknown));
}
