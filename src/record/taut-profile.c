/* taut-profile.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-profile"

#include "config.h"

#include "taut-profile.h"

#include "taut-plan-item.h"
#include "taut-set.h"
#include "taut-unknown.h"

struct _TautProfile
{
  GObject parent_instance;

  GHashTable *answers;    /* id to TautAnswer; only yes and no */
  GDate screened;         /* not valid when the questions were not gone through */
  char **equipment;       /* sorted; NULL when never said */
  guint minutes;
  GArray *times;          /* (element-type guint), rising */
  char **refused;         /* sorted */
  GArray *pauses;         /* (element-type TautPause), by first day */
  JsonObject *unknown;
};

G_DEFINE_FINAL_TYPE (TautProfile, taut_profile, G_TYPE_OBJECT)

/* A copy that the with_*() functions change before they hand it out; tables and
 * arrays are shared, since nobody changes them. */
static TautProfile *
copy (TautProfile *self)
{
  TautProfile *profile = g_object_new (TAUT_TYPE_PROFILE, NULL);

  g_assert (TAUT_IS_PROFILE (self));

  g_hash_table_unref (profile->answers);
  g_array_unref (profile->times);
  g_array_unref (profile->pauses);
  g_strfreev (profile->refused);

  profile->answers = g_hash_table_ref (self->answers);
  profile->screened = self->screened;
  profile->equipment = g_strdupv (self->equipment);
  profile->minutes = self->minutes;
  profile->times = g_array_ref (self->times);
  profile->refused = g_strdupv (self->refused);
  profile->pauses = g_array_ref (self->pauses);
  profile->unknown = self->unknown != NULL ? json_object_ref (self->unknown) : NULL;

  return profile;
}

static void
taut_profile_finalize (GObject *object)
{
  TautProfile *self = TAUT_PROFILE (object);

  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->equipment, g_strfreev);
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->refused, g_strfreev);
  g_clear_pointer (&self->pauses, g_array_unref);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (taut_profile_parent_class)->finalize (object);
}

static void
taut_profile_class_init (TautProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taut_profile_finalize;
}

static void
taut_profile_init (TautProfile *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_date_clear (&self->screened, 1);
  self->times = g_array_new (FALSE, FALSE, sizeof (guint));
  self->refused = g_new0 (char *, 1);
  self->pauses = g_array_new (FALSE, FALSE, sizeof (TautPause));
}

TautProfile *
taut_profile_new (void)
{
  return g_object_new (TAUT_TYPE_PROFILE, NULL);
}

TautAnswer
taut_profile_get_answer (TautProfile *self,
                         const char  *question)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), TAUT_ANSWER_NONE);
  g_return_val_if_fail (question != NULL, TAUT_ANSWER_NONE);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->answers, question));
}

TautProfile *
taut_profile_with_answer (TautProfile *self,
                          const char  *question,
                          TautAnswer   answer)
{
  TautProfile *profile;
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);
  g_return_val_if_fail (question != NULL && *question != '\0', NULL);
  g_return_val_if_fail (answer <= TAUT_ANSWER_YES, NULL);

  profile = copy (self);
  g_hash_table_unref (profile->answers);
  profile->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_insert (profile->answers, g_strdup (id), value);

  if (answer == TAUT_ANSWER_NONE)
    g_hash_table_remove (profile->answers, question);
  else
    g_hash_table_insert (profile->answers, g_strdup (question), GUINT_TO_POINTER (answer));

  return profile;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
taut_profile_list_answers (TautProfile *self)
{
  const char **ids;
  guint n;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);

  ids = (const char **) g_hash_table_get_keys_as_array (self->answers, &n);
  qsort (ids, n, sizeof (char *), compare_ids);

  return ids;
}

const GDate *
taut_profile_get_screened (TautProfile *self)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);

  return g_date_valid (&self->screened) ? &self->screened : NULL;
}

/* @date: (nullable) */
TautProfile *
taut_profile_with_screened (TautProfile *self,
                            const GDate *date)
{
  TautProfile *profile;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);
  g_return_val_if_fail (date == NULL || g_date_valid (date), NULL);

  profile = copy (self);
  if (date != NULL)
    profile->screened = *date;
  else
    g_date_clear (&profile->screened, 1);

  return profile;
}

const char *const *
taut_profile_get_equipment (TautProfile *self)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);

  return (const char *const *) self->equipment;
}

/* @equipment: (nullable) */
TautProfile *
taut_profile_with_equipment (TautProfile       *self,
                             const char *const *equipment)
{
  TautProfile *profile;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);

  profile = copy (self);
  g_strfreev (profile->equipment);
  profile->equipment = taut_set_of_texts (equipment);

  return profile;
}

guint
taut_profile_get_minutes (TautProfile *self)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), 0);

  return self->minutes;
}

TautProfile *
taut_profile_with_minutes (TautProfile *self,
                           guint        minutes)
{
  TautProfile *profile;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);
  g_return_val_if_fail (minutes <= TAUT_PROFILE_MINUTES_MAX, NULL);

  profile = copy (self);
  profile->minutes = minutes;

  return profile;
}

const guint *
taut_profile_get_times (TautProfile *self,
                        guint       *n_times)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);
  g_return_val_if_fail (n_times != NULL, NULL);

  *n_times = self->times->len;

  return (const guint *) (gconstpointer) self->times->data;
}

TautProfile *
taut_profile_with_times (TautProfile *self,
                         const guint *times,
                         guint        n_times)
{
  TautProfile *profile;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);
  g_return_val_if_fail (times != NULL || n_times == 0, NULL);
  for (guint i = 0; i < n_times; i++)
    g_return_val_if_fail (times[i] < TAUT_MINUTES_A_DAY, NULL);

  profile = copy (self);
  g_array_unref (profile->times);
  profile->times = taut_set_new (times, n_times, sizeof (guint), taut_set_compare_numbers);

  return profile;
}

const char *const *
taut_profile_get_refused (TautProfile *self)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);

  return (const char *const *) self->refused;
}

TautProfile *
taut_profile_with_refused (TautProfile *self,
                           const char  *routine_id,
                           gboolean     refused)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  TautProfile *profile;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);
  g_return_val_if_fail (routine_id != NULL && *routine_id != '\0', NULL);

  for (guint i = 0; self->refused[i] != NULL; i++)
    {
      if (strcmp (self->refused[i], routine_id) != 0)
        g_ptr_array_add (ids, self->refused[i]);
    }
  if (refused)
    g_ptr_array_add (ids, (gpointer) routine_id);
  g_ptr_array_add (ids, NULL);

  profile = copy (self);
  g_strfreev (profile->refused);
  profile->refused = taut_set_of_texts ((const char *const *) ids->pdata);

  return profile;
}

const TautPause *
taut_profile_get_pauses (TautProfile *self,
                         guint       *n_pauses)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);
  g_return_val_if_fail (n_pauses != NULL, NULL);

  *n_pauses = self->pauses->len;

  return (const TautPause *) (gconstpointer) self->pauses->data;
}

static int
compare_pauses (gconstpointer a,
                gconstpointer b)
{
  const TautPause *left = a;
  const TautPause *right = b;
  int order = g_date_compare (&left->first, &right->first);

  return order != 0 ? order : g_date_compare (&left->last, &right->last);
}

TautProfile *
taut_profile_with_pauses (TautProfile     *self,
                          const TautPause *pauses,
                          guint            n_pauses)
{
  g_autoptr (GArray) sorted = NULL;
  TautProfile *profile;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);
  g_return_val_if_fail (pauses != NULL || n_pauses == 0, NULL);
  for (guint i = 0; i < n_pauses; i++)
    g_return_val_if_fail (g_date_valid (&pauses[i].first) && g_date_valid (&pauses[i].last)
                          && g_date_compare (&pauses[i].first, &pauses[i].last) <= 0, NULL);

  sorted = taut_set_new (pauses, n_pauses, sizeof (TautPause), compare_pauses);
  profile = copy (self);
  g_array_unref (profile->pauses);
  profile->pauses = g_array_new (FALSE, FALSE, sizeof (TautPause));
  for (guint i = 0; i < sorted->len; i++)
    {
      TautPause *pause = &g_array_index (sorted, TautPause, i);
      TautPause *before = profile->pauses->len > 0
                          ? &g_array_index (profile->pauses, TautPause, profile->pauses->len - 1)
                          : NULL;

      if (before == NULL || g_date_compare (&pause->first, &before->last) > 0)
        g_array_append_val (profile->pauses, *pause);
      else if (g_date_compare (&pause->last, &before->last) > 0)
        before->last = pause->last;
    }

  return profile;
}

gboolean
taut_profile_is_paused (TautProfile *self,
                        const GDate *date)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (date != NULL && g_date_valid (date), FALSE);

  for (guint i = 0; i < self->pauses->len; i++)
    {
      const TautPause *pause = &g_array_index (self->pauses, TautPause, i);

      if (g_date_compare (date, &pause->first) >= 0 && g_date_compare (date, &pause->last) <= 0)
        return TRUE;
    }

  return FALSE;
}

JsonObject *
taut_profile_get_unknown (TautProfile *self)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);

  return self->unknown;
}

TautProfile *
taut_profile_with_unknown (TautProfile *self,
                           JsonObject  *unknown)
{
  TautProfile *profile;

  g_return_val_if_fail (TAUT_IS_PROFILE (self), NULL);

  profile = copy (self);
  g_clear_pointer (&profile->unknown, json_object_unref);
  profile->unknown = unknown != NULL ? json_object_ref (unknown) : NULL;

  return profile;
}

static gboolean
equal_answers (TautProfile *a,
               TautProfile *b)
{
  GHashTableIter iter;
  gpointer id;
  gpointer answer;

  if (g_hash_table_size (a->answers) != g_hash_table_size (b->answers))
    return FALSE;

  g_hash_table_iter_init (&iter, a->answers);
  while (g_hash_table_iter_next (&iter, &id, &answer))
    {
      if (g_hash_table_lookup (b->answers, id) != answer)
        return FALSE;
    }

  return TRUE;
}

static gboolean
equal_texts (char **a,
             char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
equal_pauses (TautProfile *a,
              TautProfile *b)
{
  if (a->pauses->len != b->pauses->len)
    return FALSE;

  for (guint i = 0; i < a->pauses->len; i++)
    {
      if (compare_pauses (&g_array_index (a->pauses, TautPause, i),
                          &g_array_index (b->pauses, TautPause, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
equal_dates (const GDate *a,
             const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);

  return g_date_compare (a, b) == 0;
}

gboolean
taut_profile_equal (TautProfile *a,
                    TautProfile *b)
{
  g_return_val_if_fail (TAUT_IS_PROFILE (a), FALSE);
  g_return_val_if_fail (TAUT_IS_PROFILE (b), FALSE);

  return a == b
         || (equal_answers (a, b)
             && equal_dates (&a->screened, &b->screened)
             && equal_texts (a->equipment, b->equipment)
             && a->minutes == b->minutes
             && a->times->len == b->times->len
             && (a->times->len == 0
                 || memcmp (a->times->data, b->times->data, a->times->len * sizeof (guint)) == 0)
             && equal_texts (a->refused, b->refused)
             && equal_pauses (a, b)
             && taut_unknown_equal (a->unknown, b->unknown));
}
