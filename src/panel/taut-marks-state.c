/* taut-marks-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-marks-state"

#include "config.h"

#include "taut-marks-state.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-panel-text.h"
#include "taut-screening-state.h"
#include "taut-screening.h"
#include "taut-timetable.h"

static void
mark_entry_free (gpointer data)
{
  TautMarkEntry *entry = data;

  g_free (entry->key);
  g_free (entry->title);
  g_free (entry->subtitle);
  g_free (entry);
}

static void
notice_entry_free (gpointer data)
{
  TautNoticeEntry *entry = data;

  g_free (entry->key);
  g_free (entry->title);
  g_free (entry->text);
  g_free (entry);
}

static void
add_entries (TautMarksState *state,
             TautAtlas      *atlas,
             GListModel     *marks)
{
  guint n_marks = g_list_model_get_n_items (marks);

  g_assert (state != NULL);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      TautMarkEntry *entry = g_new0 (TautMarkEntry, 1);

      entry->key = g_strdup (taut_mark_get_id (mark));
      entry->title = taut_name_mark (atlas, mark);
      entry->subtitle = taut_panel_text_mark_place (atlas, mark);
      if (taut_mark_get_point_id (mark) != NULL)
        entry->point = taut_atlas_find_point (atlas, taut_mark_get_point_id (mark));
      entry->side = taut_mark_get_side (mark);
      entry->intensity = taut_mark_get_intensity (mark);
      g_ptr_array_add (state->entries, entry);
    }

  if (n_marks > 0)
    state->progress = g_strdup_printf (ngettext ("%u spot", "%u spots", n_marks), n_marks);
  else
    state->progress = g_strdup ("");
}

static TautNoticeEntry *
notice_entry_new (TautTier tier)
{
  TautNoticeEntry *entry = g_new0 (TautNoticeEntry, 1);
  gboolean emergency = tier == TAUT_TIER_EMERGENCY;

  entry->key = g_strdup (emergency ? "emergency" : "heed");
  entry->title = g_strdup (emergency ? _("When to get help now") : _("Before you start"));
  entry->text = g_strdup ("");
  entry->tier = tier;

  return entry;
}

/* Whether a notice says more than the questions that were answered. */
static gboolean
is_news (const TautNotice *notice,
         gboolean          screened)
{
  g_assert (notice != NULL);

  return notice->tier != TAUT_TIER_URGENT
         && (notice->tier != TAUT_TIER_CLINICIAN_FIRST || !screened);
}

/* What is an emergency stands by itself; all else shares an entry. They come
 * sorted by tier. */
static void
add_notices (TautMarksState *state,
             TautAtlas      *atlas,
             GListModel     *marks,
             gboolean        screened)
{
  g_autoptr (GPtrArray) notices = taut_care_list_notices (atlas, marks);
  TautNoticeEntry *entry = NULL;

  g_assert (state != NULL);

  for (guint i = 0; i < notices->len; i++)
    {
      const TautNotice *notice = g_ptr_array_index (notices, i);
      char *longer;

      if (!is_news (notice, screened))
        continue;

      if (entry == NULL ||
          (entry->tier == TAUT_TIER_EMERGENCY && notice->tier != TAUT_TIER_EMERGENCY))
        {
          entry = notice_entry_new (notice->tier);
          g_ptr_array_add (state->notices, entry);
        }

      longer = g_strconcat (entry->text, *entry->text != '\0' ? "\n\n" : "",
                            taut_name_translate (TAUT_CONTEXT_NOTICE, notice->text), NULL);
      g_free (entry->text);
      entry->text = longer;
    }
}

/* The questions say the same as the notices: they take their place. */
static void
add_question (TautMarksState *state,
              guint           n_signs)
{
  TautNoticeEntry *entry = g_new0 (TautNoticeEntry, 1);

  g_assert (state != NULL);

  entry->key = g_strdup ("signs");
  entry->title = g_strdup (_("Before you read on"));
  entry->text = g_strdup_printf (ngettext ("Some pain needs a doctor and not a plan. %u short "
                                           "question finds out.",
                                           "Some pain needs a doctor and not a plan. %u short "
                                           "questions find out.",
                                           n_signs),
                                 n_signs);
  entry->tier = TAUT_TIER_CLINICIAN_FIRST;
  entry->expanded = TRUE;
  entry->asks = TRUE;
  g_ptr_array_add (state->notices, entry);
}

static void
add_alarm (TautMarksState *state,
           TautAtlas      *atlas,
           TautRecord     *record)
{
  g_autoptr (TautAlarmState) alarm = taut_alarm_state_new (atlas, record);
  TautNoticeEntry *entry = g_new0 (TautNoticeEntry, 1);

  g_assert (state != NULL);

  entry->key = g_strdup (alarm->emergency ? "emergency" : "alarm");
  entry->title = g_strdup (alarm->title);
  entry->text = g_strdup (alarm->advice);
  entry->tier = alarm->emergency ? TAUT_TIER_EMERGENCY : TAUT_TIER_URGENT;
  entry->expanded = TRUE;
  g_ptr_array_add (state->notices, entry);
}

/* Nothing is said twice: neither here and on the page Care, nor after it was asked
 * and answered. */
static void
add_what_to_heed (TautMarksState *state,
                  TautAtlas      *atlas,
                  TautRecord     *record)
{
  TautProfile *profile = taut_record_get_profile (record);
  g_autoptr (GPtrArray) signs = NULL;

  g_assert (state != NULL);

  switch (taut_gate_get (atlas, record))
    {
    case TAUT_GATE_SIGNS:
      signs = taut_screening_list_signs (atlas, record);
      add_question (state, signs->len);
      break;
    case TAUT_GATE_ALARM:
      add_alarm (state, atlas, record);
      break;
    case TAUT_GATE_OPEN:
    default:
      add_notices (state, atlas, taut_record_get_marks (record),
                   taut_profile_get_screened (profile) != NULL);
    }
}

TautMarksState *
taut_marks_state_new (TautAtlas  *atlas,
                      TautRecord *record)
{
  TautMarksState *state;
  GListModel *marks;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  marks = taut_record_get_marks (record);

  state = g_new0 (TautMarksState, 1);
  state->entries = g_ptr_array_new_with_free_func (mark_entry_free);
  state->notices = g_ptr_array_new_with_free_func (notice_entry_free);

  add_entries (state, atlas, marks);
  if (state->entries->len > 0)
    add_what_to_heed (state, atlas, record);

  return state;
}

void
taut_marks_state_free (TautMarksState *state)
{
  if (state == NULL)
    return;

  g_ptr_array_unref (state->entries);
  g_ptr_array_unref (state->notices);
  g_free (state->progress);
  g_free (state);
}

const char *
taut_marks_state_describe_intensity (guint intensity)
{
  g_return_val_if_fail (intensity <= TAUT_MARK_INTENSITY_MAX, NULL);

  if (intensity == 0)
    return _("no pain");
  if (intensity <= 3)
    return _("mild");
  if (intensity <= 6)
    return _("moderate");
  if (intensity <= 8)
    return _("strong");

  return _("very strong");
}
