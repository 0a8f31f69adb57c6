/* taut-screening-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-screening-state"

#include "config.h"

#include "taut-screening-state.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-screening.h"

TautGate
taut_gate_get (TautAtlas  *atlas,
               TautRecord *record)
{
  g_autoptr (GPtrArray) alarms = NULL;
  g_autoptr (GPtrArray) signs = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), TAUT_GATE_OPEN);
  g_return_val_if_fail (TAUT_IS_RECORD (record), TAUT_GATE_OPEN);

  alarms = taut_screening_list_alarms (atlas, record);
  if (alarms->len > 0)
    return TAUT_GATE_ALARM;

  signs = taut_screening_list_signs (atlas, record);

  return signs->len > 0 ? TAUT_GATE_SIGNS : TAUT_GATE_OPEN;
}

/* Signs */

static void
sign_topic_free (gpointer data)
{
  TautSignTopic *topic = data;

  g_free (topic->title);
  g_ptr_array_unref (topic->signs);
  g_free (topic);
}

static TautSignTopic *
find_topic (GPtrArray  *topics,
            const char *title)
{
  TautSignTopic *topic;

  g_assert (topics != NULL);
  g_assert (title != NULL);

  for (guint i = 0; i < topics->len; i++)
    {
      topic = g_ptr_array_index (topics, i);
      if (g_str_equal (topic->title, title))
        return topic;
    }

  topic = g_new0 (TautSignTopic, 1);
  topic->title = g_strdup (title);
  topic->signs = g_ptr_array_new ();
  g_ptr_array_add (topics, topic);

  return topic;
}

static char *
introduce (TautAtlas  *atlas,
           GListModel *marks)
{
  guint n_marks = g_list_model_get_n_items (marks);

  g_assert (TAUT_IS_ATLAS (atlas));

  if (n_marks == 1)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, 0);
      g_autofree char *name = taut_name_mark (atlas, mark);

      /* Translators: %s is a marked spot, such as "Temple, right". */
      return g_strdup_printf (_("You marked: %s. Is one of these true today?"), name);
    }

  return g_strdup_printf (ngettext ("You marked %u spot. Is one of these true today?",
                                    "You marked %u spots. Is one of these true today?",
                                    n_marks),
                          n_marks);
}

TautSignsState *
taut_signs_state_new (TautAtlas  *atlas,
                      TautRecord *record)
{
  g_autoptr (GPtrArray) signs = NULL;
  TautSignsState *state;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  state = g_new0 (TautSignsState, 1);
  state->introduction = introduce (atlas, taut_record_get_marks (record));
  state->topics = g_ptr_array_new_with_free_func (sign_topic_free);

  signs = taut_screening_list_signs (atlas, record);
  for (guint i = 0; i < signs->len; i++)
    {
      TautQuestion *sign = g_ptr_array_index (signs, i);
      const char *title = taut_name_translate (TAUT_CONTEXT_QUESTION, sign->topic);

      g_ptr_array_add (find_topic (state->topics, title)->signs, sign);
    }

  return state;
}

void
taut_signs_state_free (TautSignsState *state)
{
  if (state == NULL)
    return;

  g_free (state->introduction);
  g_ptr_array_unref (state->topics);
  g_free (state);
}

gboolean
taut_signs_state_equal (const TautSignsState *a,
                        const TautSignsState *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a->topics->len != b->topics->len)
    return FALSE;

  for (guint i = 0; i < a->topics->len; i++)
    {
      const TautSignTopic *first = g_ptr_array_index (a->topics, i);
      const TautSignTopic *second = g_ptr_array_index (b->topics, i);

      if (!g_str_equal (first->title, second->title) || first->signs->len != second->signs->len)
        return FALSE;
      for (guint k = 0; k < first->signs->len; k++)
        if (first->signs->pdata[k] != second->signs->pdata[k])
          return FALSE;
    }

  return TRUE;
}

TautProfile *
taut_signs_state_answer (const TautSignsState *state,
                         TautProfile          *profile,
                         GHashTable           *true_signs)
{
  g_autoptr (TautProfile) answered = NULL;

  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (TAUT_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (true_signs != NULL, NULL);

  answered = g_object_ref (profile);
  for (guint i = 0; i < state->topics->len; i++)
    {
      const TautSignTopic *topic = g_ptr_array_index (state->topics, i);

      for (guint k = 0; k < topic->signs->len; k++)
        {
          const TautQuestion *sign = g_ptr_array_index (topic->signs, k);
          gboolean is_true = g_hash_table_contains (true_signs, sign->id);
          TautProfile *next =
            taut_profile_with_answer (answered, sign->id,
                                      is_true ? TAUT_ANSWER_YES : TAUT_ANSWER_NO);

          g_set_object (&answered, next);
          g_object_unref (next);
        }
    }

  return g_steal_pointer (&answered);
}

/* Alarm */

TautAlarmState *
taut_alarm_state_new (TautAtlas  *atlas,
                      TautRecord *record)
{
  g_autoptr (GPtrArray) alarms = NULL;
  g_autoptr (GString) advice = NULL;
  g_autoptr (GString) signs = NULL;
  const TautQuestion *gravest;
  TautAlarmState *state;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  alarms = taut_screening_list_alarms (atlas, record);
  if (alarms->len == 0)
    return NULL;

  gravest = g_ptr_array_index (alarms, 0);
  advice = g_string_new (NULL);
  signs = g_string_new (NULL);
  for (guint i = 0; i < alarms->len; i++)
    {
      const TautQuestion *sign = g_ptr_array_index (alarms, i);

      g_string_append_printf (signs, "%s%s", i > 0 ? "\n" : "",
                              taut_name_translate (TAUT_CONTEXT_QUESTION, sign->text));
      /* Beside an emergency nothing else counts now. */
      if (sign->advice != NULL && sign->tier == gravest->tier)
        g_string_append_printf (advice, "%s%s", advice->len > 0 ? "\n\n" : "",
                                taut_name_translate (TAUT_CONTEXT_QUESTION, sign->advice));
    }

  state = g_new0 (TautAlarmState, 1);
  state->emergency = gravest->tier == TAUT_TIER_EMERGENCY;
  state->title = g_strdup (state->emergency ? _("Get help now") : _("Have it looked at first"));
  state->advice = g_string_free (g_steal_pointer (&advice), FALSE);
  state->signs = g_string_free (g_steal_pointer (&signs), FALSE);

  return state;
}

void
taut_alarm_state_free (TautAlarmState *state)
{
  if (state == NULL)
    return;

  g_free (state->title);
  g_free (state->advice);
  g_free (state->signs);
  g_free (state);
}

TautProfile *
taut_alarm_state_settle (TautAtlas  *atlas,
                         TautRecord *record,
                         TautAnswer  answer)
{
  g_autoptr (GPtrArray) alarms = NULL;
  g_autoptr (TautProfile) settled = NULL;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (answer != TAUT_ANSWER_YES, NULL);

  alarms = taut_screening_list_alarms (atlas, record);
  settled = g_object_ref (taut_record_get_profile (record));
  for (guint i = 0; i < alarms->len; i++)
    {
      const TautQuestion *sign = g_ptr_array_index (alarms, i);
      TautProfile *next = taut_profile_with_answer (settled, sign->id, answer);

      g_set_object (&settled, next);
      g_object_unref (next);
    }

  return g_steal_pointer (&settled);
}
