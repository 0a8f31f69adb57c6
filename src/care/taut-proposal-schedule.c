/* taut-proposal-schedule.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-proposal-schedule"

#include "config.h"

#include "taut-proposal-schedule.h"

#include "taut-timetable.h"

/* A routine is done on so many days of the week at least, or on all its own. */
#define N_DAYS_LEAST 3

#define MINUTE_STEP 5

static const guint usual_sittings[] = { 8 * 60, 14 * 60, 20 * 60 };

static guint
count_days (guint days)
{
  guint n = 0;

  for (guint i = 0; i < TAUT_PROPOSAL_DAYS; i++)
    n += (days & 1u << i) != 0;

  return n;
}

/* Days to the nearest one of @days, around the week. */
static guint
measure_gap (guint days,
             guint day)
{
  guint gap = TAUT_PROPOSAL_DAYS;

  for (guint i = 0; i < TAUT_PROPOSAL_DAYS; i++)
    {
      guint apart = i > day ? i - day : day - i;

      if ((days & 1u << i) != 0)
        gap = MIN (gap, MIN (apart, TAUT_PROPOSAL_DAYS - apart));
    }

  return gap;
}

/* The best day to add, or TAUT_PROPOSAL_DAYS. */
static guint
find_day (const TautCareWeek *week,
          const TautCareSlot *slot)
{
  guint best = TAUT_PROPOSAL_DAYS;

  g_assert (week != NULL);
  g_assert (slot != NULL);

  for (guint day = 0; day < TAUT_PROPOSAL_DAYS; day++)
    {
      guint gap = measure_gap (slot->days, day);

      if ((slot->routine->days & ~slot->days & 1u << day) == 0
          || week->load[day] + slot->minutes * slot->times > week->budget)
        continue;
      if (best == TAUT_PROPOSAL_DAYS
          || gap > measure_gap (slot->days, best)
          || (gap == measure_gap (slot->days, best) && week->load[day] < week->load[best]))
        best = day;
    }

  return best;
}

static void
add_load (TautCareWeek *week,
          guint         days,
          guint         minutes)
{
  g_assert (week != NULL);

  for (guint day = 0; day < TAUT_PROPOSAL_DAYS; day++)
    if ((days & 1u << day) != 0)
      week->load[day] += minutes;
}

gboolean
taut_care_week_place (TautCareWeek *week,
                      TautCareSlot *slot,
                      guint         n_days)
{
  guint n_own;

  g_return_val_if_fail (week != NULL, FALSE);
  g_return_val_if_fail (slot != NULL, FALSE);

  slot->days = 0;
  slot->times = 1;
  while (count_days (slot->days) < n_days)
    {
      guint day = find_day (week, slot);

      if (day == TAUT_PROPOSAL_DAYS)
        break;
      slot->days |= 1u << day;
    }

  n_own = count_days (slot->routine->days);
  if (count_days (slot->days) < MIN (MIN (n_own, n_days), N_DAYS_LEAST))
    return FALSE;

  add_load (week, slot->days, slot->minutes);
  return TRUE;
}

static gboolean
add_time (TautCareWeek *week,
          TautCareSlot *slot,
          guint         n_sittings)
{
  g_assert (week != NULL);
  g_assert (slot != NULL);

  if (slot->times >= MIN (MAX (slot->routine->times_a_day, 1), n_sittings))
    return FALSE;
  for (guint day = 0; day < TAUT_PROPOSAL_DAYS; day++)
    if ((slot->days & 1u << day) != 0 && week->load[day] + slot->minutes > week->budget)
      return FALSE;

  slot->times++;
  add_load (week, slot->days, slot->minutes);
  return TRUE;
}

void
taut_care_week_fill (TautCareWeek *week,
                     GArray       *slots,
                     guint         n_sittings)
{
  gboolean more = TRUE;

  g_return_if_fail (week != NULL);
  g_return_if_fail (slots != NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      TautCareSlot *slot = &g_array_index (slots, TautCareSlot, i);
      guint day;

      while ((day = find_day (week, slot)) != TAUT_PROPOSAL_DAYS)
        {
          slot->days |= 1u << day;
          add_load (week, 1u << day, slot->minutes);
        }
    }

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < slots->len; i++)
        more |= add_time (week, &g_array_index (slots, TautCareSlot, i), n_sittings);
    }
}

GArray *
taut_care_list_sittings (TautProfile *profile)
{
  GArray *sittings = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *times;
  guint n;

  g_return_val_if_fail (TAUT_IS_PROFILE (profile), NULL);

  times = taut_profile_get_times (profile, &n);
  if (n > 0)
    g_array_append_vals (sittings, times, n);
  else
    g_array_append_vals (sittings, usual_sittings, G_N_ELEMENTS (usual_sittings));

  return sittings;
}

/* When something is under way. */
typedef struct
{
  guint from;
  guint to;
} Span;

static const Span *
find_clash (GArray *spans,
            guint   from,
            guint   to)
{
  g_assert (spans != NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (from < span->to && span->from < to)
        return span;
    }

  return NULL;
}

static gboolean
is_free (GArray *spans,
         guint   from,
         guint   minutes)
{
  return from + minutes <= TAUT_MINUTES_A_DAY && find_clash (spans, from, from + minutes) == NULL;
}

static guint
round_up (guint minute)
{
  return (minute + MINUTE_STEP - 1) / MINUTE_STEP * MINUTE_STEP;
}

/* The first free time from @sitting on, else the last one before it; a day that is
 * full has none, and then it begins with the rest. */
static guint
find_time (GArray *spans,
           guint   sitting,
           guint   minutes)
{
  guint first = round_up (sitting);

  if (is_free (spans, sitting, minutes))
    return sitting;
  for (guint from = first; from < TAUT_MINUTES_A_DAY; from += MINUTE_STEP)
    if (is_free (spans, from, minutes))
      return from;
  for (guint back = MINUTE_STEP; back <= first; back += MINUTE_STEP)
    if (is_free (spans, first - back, minutes))
      return first - back;

  return MIN (sitting, TAUT_MINUTES_A_DAY - 1);
}

static void
add_span (GArray *spans,
          guint   from,
          guint   minutes)
{
  Span span = { from, from + MAX (minutes, 1) };

  g_assert (spans != NULL);

  g_array_append_val (spans, span);
}

static void
add_taken (GArray    *spans,
           GPtrArray *taken)
{
  g_assert (spans != NULL);
  g_assert (taken != NULL);

  for (guint i = 0; i < taken->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (taken, i);
      const guint *minutes;
      guint n;

      if (prescription->item == NULL)
        continue;
      minutes = taut_plan_item_get_minutes (prescription->item, &n);
      for (guint k = 0; k < n; k++)
        add_span (spans, minutes[k], prescription->minutes);
    }
}

/* Sessions of a routine that is done several times lie apart, a single one in the
 * evening or the morning. */
static gboolean
uses_sitting (const TautCareSlot *slot,
              guint               sitting,
              guint               n_sittings)
{
  g_assert (slot != NULL);

  if (slot->times == 1)
    return sitting == (slot->early ? 0 : n_sittings - 1);
  for (guint i = 0; i < slot->times; i++)
    if (sitting == i * (n_sittings - 1) / (slot->times - 1))
      return TRUE;

  return FALSE;
}

/* One routine after the other, in the order of @slots. */
static void
schedule_sitting (GArray    *slots,
                  guint      sitting,
                  GArray    *sittings,
                  GArray    *spans,
                  GPtrArray *times)
{
  guint next = g_array_index (sittings, guint, sitting);

  g_assert (slots != NULL);
  g_assert (times != NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      const TautCareSlot *slot = &g_array_index (slots, TautCareSlot, i);
      guint time;

      if (!uses_sitting (slot, sitting, sittings->len))
        continue;
      time = find_time (spans, next, slot->minutes);
      add_span (spans, time, slot->minutes);
      g_array_append_val (((GArray *) g_ptr_array_index (times, i)), time);
      if (time >= next)
        next = round_up (time + slot->minutes);
    }
}

static TautPlanItem *
make_item (const TautCareSlot *slot,
           GArray             *minutes,
           const GDate        *today)
{
  g_autofree char *rrule = taut_timetable_format_weekdays (slot->days);
  GDate start = *today;
  GDate end;

  g_assert (minutes != NULL);

  g_date_add_days (&start, (MAX (slot->routine->from_week, 1) - 1) * TAUT_PROPOSAL_DAYS);
  end = start;
  g_date_add_days (&end, MAX (slot->routine->weeks, 1) * TAUT_PROPOSAL_DAYS - 1);

  return taut_plan_item_new (slot->routine->id, rrule, (const guint *) minutes->data, minutes->len,
                             &start, slot->routine->weeks > 0 ? &end : NULL);
}

GPtrArray *
taut_care_schedule (GArray      *slots,
                    GArray      *sittings,
                    GPtrArray   *taken,
                    const GDate *today)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GPtrArray *items;

  g_return_val_if_fail (slots != NULL, NULL);
  g_return_val_if_fail (sittings != NULL && sittings->len > 0, NULL);
  g_return_val_if_fail (taken != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  add_taken (spans, taken);
  for (guint i = 0; i < slots->len; i++)
    g_ptr_array_add (times, g_array_new (FALSE, FALSE, sizeof (guint)));

  for (guint k = 0; k < sittings->len; k++)
    schedule_sitting (slots, k, sittings, spans, times);

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < slots->len; i++)
    g_ptr_array_add (items, make_item (&g_array_index (slots, TautCareSlot, i),
                                       g_ptr_array_index (times, i), today));

  return items;
}
