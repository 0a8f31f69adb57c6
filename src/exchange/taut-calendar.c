/* taut-calendar.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The days of a plan are counted by taut-recurrence.h, and the rule that goes into
 * the calendar says the same of them: DTSTART is the first day on which the rule is
 * due, not the day on which the plan begins, since calendars take DTSTART for an
 * occurrence; the end of an item becomes UNTIL, or a smaller COUNT where the rule
 * has one, since a rule may not have both. Everything else is left to libical. */

#define G_LOG_DOMAIN "taut-calendar"

#include "config.h"

#include "taut-calendar.h"

#include <libical/ical.h>

#include "taut-recurrence.h"
#include "taut-rrule.h"

#define PRODUCT "-//Tautline//Tautline//EN"
#define NAME "Tautline"

/* No rule that a plan can follow has a longer way to its first day. */
#define FIRST_DAY_MAX 750

/* One routine at one time of the day. */
typedef struct
{
  TautPlanItem *item;
  const TautPrescription *prescription;
  const TautCalendarText *text;
  TautProfile *profile;
  guint minute;
  const char *uid;
  const char *tzid;       /* NULL: times that hold wherever one is */
  const char *alarm;
  struct icaltimetype stamp;
} Event;

/* Times */

static gboolean
is_utc (const char *tzid)
{
  return tzid != NULL && strcmp (tzid, "UTC") == 0;
}

/* The zone's name, where calendars know it. */
static const char *
get_tzid (GTimeZone *zone)
{
  const char *id = zone != NULL ? g_time_zone_get_identifier (zone) : NULL;

  if (id == NULL || is_utc (id))
    return id;

  return icaltimezone_get_builtin_timezone (id) != NULL ? id : NULL;
}

static struct icaltimetype
make_time (const GDate *date,
           guint        seconds,
           const char  *tzid)
{
  struct icaltimetype time = icaltime_null_time ();

  g_assert (date != NULL);

  time.year = g_date_get_year (date);
  time.month = g_date_get_month (date);
  time.day = g_date_get_day (date);
  time.hour = seconds / 3600;
  time.minute = seconds / 60 % 60;
  time.second = seconds % 60;
  if (is_utc (tzid))
    time.zone = icaltimezone_get_utc_timezone ();

  return time;
}

static struct icaltimetype
make_stamp (GDateTime *moment)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (moment);

  return icaltime_from_timet_with_zone (g_date_time_to_unix (utc), 0,
                                        icaltimezone_get_utc_timezone ());
}

/* Takes @property over; names the zone of its time where there is one. */
static void
add_time (icalcomponent *component,
          icalproperty  *property,
          const char    *tzid)
{
  g_assert (property != NULL);

  if (tzid != NULL && !is_utc (tzid))
    icalproperty_add_parameter (property, icalparameter_new_tzid (tzid));
  icalcomponent_add_property (component, property);
}

static void
add_zone (icalcomponent *calendar,
          const char    *tzid)
{
  icaltimezone *zone;
  icalcomponent *component;
  icalproperty *property;

  if (tzid == NULL || is_utc (tzid))
    return;

  zone = icaltimezone_get_builtin_timezone (tzid);
  component = icalcomponent_new_clone (icaltimezone_get_component (zone));
  /* libical puts a name of its own in front. */
  property = icalcomponent_get_first_property (component, ICAL_TZID_PROPERTY);
  icalproperty_set_tzid (property, tzid);
  icalcomponent_add_component (calendar, component);
}

/* Texts */

/* Lines end in a line feed, and other control characters have no place. */
static char *
clean (const char *text)
{
  GString *cleaned = g_string_new (NULL);

  g_assert (text != NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      g_string_append_unichar (cleaned, c != '\n' && g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free (cleaned, FALSE);
}

/* Rules */

/* The rule without its limits. */
static GString *
copy_unlimited (const char *rrule)
{
  g_auto (GStrv) parts = g_strsplit (rrule, ";", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], "UNTIL=") || g_str_has_prefix (parts[i], "COUNT="))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", parts[i]);
    }

  return text;
}

/* The last day on which the rule may be due; %FALSE when it goes on. */
static gboolean
find_last_day (TautPlanItem                    *item,
               const struct icalrecurrencetype *rule,
               GDate                           *last)
{
  const GDate *end = taut_plan_item_get_end (item);
  gboolean until = !icaltime_is_null_time (rule->until);

  g_assert (last != NULL);

  g_date_clear (last, 1);
  if (until)
    g_date_set_dmy (last, rule->until.day, rule->until.month, rule->until.year);
  if (end != NULL && (!until || g_date_compare (end, last) < 0))
    *last = *end;

  return g_date_valid (last);
}

/* UNTIL is of the kind of DTSTART: local without a zone, UTC with one. */
static void
append_until (GString     *text,
              const GDate *last,
              const char  *tzid)
{
  struct icaltimetype until = make_time (last, 24 * 60 * 60 - 1, tzid);

  if (tzid != NULL && !is_utc (tzid))
    {
      icaltimezone *zone = icaltimezone_get_builtin_timezone (tzid);

      icaltimezone_convert_time (&until, zone, icaltimezone_get_utc_timezone ());
      until.zone = icaltimezone_get_utc_timezone ();
    }
  g_string_append_printf (text, ";UNTIL=%s", icaltime_as_ical_string (until));
}

static struct icalrecurrencetype
make_rule (TautPlanItem *item,
           const char   *tzid)
{
  const char *rrule = taut_plan_item_get_rrule (item);
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (rrule);
  g_autoptr (GString) text = copy_unlimited (rrule);
  GDate last;
  gboolean limited = find_last_day (item, &rule, &last);

  if (rule.count > 0)
    {
      guint count = rule.count;

      if (limited)
        {
          g_autoptr (GArray) days = taut_recurrence_list (item, taut_plan_item_get_start (item),
                                                          &last);

          count = MAX (days->len, 1);
        }
      g_string_append_printf (text, ";COUNT=%u", count);
    }
  else if (limited)
    {
      append_until (text, &last, tzid);
    }

  return icalrecurrencetype_from_string (text->str);
}

/* Events */

static gboolean
is_paused (const Event *event,
           const GDate *date)
{
  return taut_profile_is_paused (event->profile, date);
}

static void
add_alarm (icalcomponent *component,
           const Event   *event)
{
  icalcomponent *alarm;
  g_autofree char *text = NULL;
  struct icaltriggertype trigger = { .time = icaltime_null_time (),
                                     .duration = icaldurationtype_from_int (0) };

  if (event->alarm == NULL)
    return;

  text = clean (event->alarm);
  alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  icalcomponent_add_property (alarm, icalproperty_new_description (text));
  icalcomponent_add_component (component, alarm);
}

/* An event at @date and @minute, without a rule. */
static icalcomponent *
make_event (const Event *event,
            const GDate *date,
            guint        minute)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *summary = clean (event->text->summary);
  struct icaldurationtype duration = { .minutes = MAX (event->prescription->minutes, 1) };

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (event->stamp));
  add_time (component,
            icalproperty_new_dtstart (make_time (date, minute * 60, event->tzid)), event->tzid);
  icalcomponent_add_property (component, icalproperty_new_duration (duration));
  icalcomponent_add_property (component, icalproperty_new_summary (summary));
  if (event->text->description != NULL)
    {
      g_autofree char *description = clean (event->text->description);

      icalcomponent_add_property (component, icalproperty_new_description (description));
    }
  /* A few minutes of care do not make a person busy. */
  icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  add_alarm (component, event);

  return component;
}

/* The last day that an exception or a pause asks about, from @first on. */
static GDate
find_last_asked (const Event *event,
                 const GDate *first)
{
  guint n_exceptions;
  const TautException *exceptions = taut_plan_item_get_exceptions (event->item, &n_exceptions);
  guint n_pauses;
  const TautPause *pauses = taut_profile_get_pauses (event->profile, &n_pauses);
  GDate last = *first;

  if (n_exceptions > 0 && g_date_compare (&exceptions[n_exceptions - 1].date, &last) > 0)
    last = exceptions[n_exceptions - 1].date;
  if (n_pauses > 0 && g_date_compare (&pauses[n_pauses - 1].last, &last) > 0)
    last = pauses[n_pauses - 1].last;

  return last;
}

/* Adds to @component the days that are left out, and to @calendar the sessions that
 * are moved. */
static void
add_exceptions (icalcomponent *calendar,
                icalcomponent *component,
                const Event   *event,
                const GDate   *first)
{
  GDate last = find_last_asked (event, first);
  g_autoptr (GArray) days = taut_recurrence_list (event->item, first, &last);

  for (guint i = 0; i < days->len; i++)
    {
      const GDate *date = &g_array_index (days, GDate, i);
      const TautException *exception = taut_plan_item_find_exception (event->item, date,
                                                                      event->minute);
      struct icaltimetype time = make_time (date, event->minute * 60, event->tzid);
      gboolean moved = exception != NULL && exception->moved;

      if (moved && !is_paused (event, &exception->to_date))
        {
          icalcomponent *other = make_event (event, &exception->to_date, exception->to_minute);

          add_time (other, icalproperty_new_recurrenceid (time), event->tzid);
          icalcomponent_add_component (calendar, other);
        }
      else if (exception != NULL || is_paused (event, date))
        {
          add_time (component, icalproperty_new_exdate (time), event->tzid);
        }
    }
}

static void
add_event (icalcomponent *calendar,
           const Event   *event)
{
  const GDate *start = taut_plan_item_get_start (event->item);
  GDate last = *start;
  icalcomponent *component;
  GDate first;

  g_date_add_days (&last, FIRST_DAY_MAX);
  if (!taut_recurrence_find_first (event->item, &last, &first))
    return;

  component = make_event (event, &first, event->minute);
  icalcomponent_add_property (component,
                              icalproperty_new_rrule (make_rule (event->item, event->tzid)));
  icalcomponent_add_component (calendar, component);
  add_exceptions (calendar, component, event, &first);
}

static void
add_prescription (icalcomponent          *calendar,
                  TautRecord             *record,
                  const TautPrescription *prescription,
                  Event                  *event)
{
  guint n;
  const guint *minutes;

  g_assert (prescription != NULL);

  if (prescription->item == NULL)
    return;

  event->item = prescription->item;
  event->prescription = prescription;
  minutes = taut_plan_item_get_minutes (event->item, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%s-%s-%02u%02u",
                                              taut_record_get_id (record), prescription->id,
                                              minutes[i] / 60, minutes[i] % 60);

      event->minute = minutes[i];
      event->uid = uid;
      add_event (calendar, event);
    }
}

char *
taut_calendar_write (TautRecord *record,
                     GPtrArray  *prescriptions,
                     GPtrArray  *texts,
                     GTimeZone  *zone,
                     GDateTime  *stamp,
                     const char *alarm)
{
  icalcomponent *calendar;
  icalproperty *name;
  Event event = { NULL };
  g_autofree char *text = NULL;
  char *raw;

  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (prescriptions != NULL, NULL);
  g_return_val_if_fail (texts != NULL && texts->len == prescriptions->len, NULL);
  g_return_val_if_fail (stamp != NULL, NULL);

  event.profile = taut_record_get_profile (record);
  event.tzid = get_tzid (zone);
  event.alarm = alarm;
  event.stamp = make_stamp (stamp);

  calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid (PRODUCT));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  name = icalproperty_new_x (NAME);
  icalproperty_set_x_name (name, "X-WR-CALNAME");
  icalcomponent_add_property (calendar, name);
  add_zone (calendar, event.tzid);
  for (guint i = 0; i < prescriptions->len; i++)
    {
      event.text = g_ptr_array_index (texts, i);
      add_prescription (calendar, record, g_ptr_array_index (prescriptions, i), &event);
    }

  raw = icalcomponent_as_ical_string_r (calendar);
  text = g_strdup (raw);
  icalmemory_free_buffer (raw);
  icalcomponent_free (calendar);

  return g_steal_pointer (&text);
}
