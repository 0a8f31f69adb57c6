/* test-calendar.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-calendar.h"

#include <glib/gstdio.h>
#include <libical/ical.h>

#include "taut-timetable.h"

#define RECORD_ID "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
#define N_ROUTINES 20

static GDate
make_date (guint day,
           guint month,
           guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return date;
}

static void
free_text (gpointer data)
{
  TautCalendarText *text = data;

  g_free (text->summary);
  g_free (text->description);
  g_free (text);
}

static TautCalendarText *
make_text (const char *summary,
           const char *description)
{
  TautCalendarText *text = g_new0 (TautCalendarText, 1);

  text->summary = g_strdup (summary);
  text->description = g_strdup (description);

  return text;
}

/* The plan as a calendar; each routine is called by its id. */
static char *
write_plan (TautRecord *record,
            GTimeZone  *zone,
            const char *description,
            const char *alarm)
{
  GListModel *plan = taut_record_get_plan (record);
  g_autoptr (GPtrArray) prescriptions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  g_autoptr (GDateTime) stamp = g_date_time_new_utc (2026, 3, 1, 12, 30, 15);

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      TautPrescription *prescription = g_new0 (TautPrescription, 1);

      prescription->id = taut_plan_item_get_routine_id (item);
      prescription->item = item;
      prescription->minutes = 5;
      g_ptr_array_add (prescriptions, prescription);
      g_ptr_array_add (texts, make_text (prescription->id, description));
    }

  return taut_calendar_write (record, prescriptions, texts, zone, stamp, alarm);
}

/* Random plans */

static TautPlanItem *
with_random_exceptions (TautPlanItem *item)
{
  g_autoptr (GListStore) plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  const GDate *start = taut_plan_item_get_start (item);
  g_autoptr (GArray) sessions = NULL;
  g_autoptr (GArray) exceptions = g_array_new (FALSE, FALSE, sizeof (TautException));
  GDate last = *start;

  g_list_store_append (plan, item);
  g_date_add_days (&last, 200);
  sessions = taut_timetable_list (G_LIST_MODEL (plan), start, &last);
  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);
      TautException exception = { .date = session->rule_date, .minute = session->rule_minute,
                                  .moved = g_test_rand_bit (), .to_date = session->date };

      if (g_test_rand_int_range (0, 8) > 0)
        continue;
      g_date_add_days (&exception.to_date, g_test_rand_int_range (0, 5));
      exception.to_minute = g_test_rand_int_range (420, 1320);
      g_array_append_val (exceptions, exception);
    }

  return taut_plan_item_with_exceptions (item, (TautException *) (gpointer) exceptions->data,
                                         exceptions->len);
}

static char *
make_rule (const GDate *start)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  GString *rule = g_string_new (g_test_rand_bit () ? "FREQ=DAILY" : "FREQ=WEEKLY");
  guint weekdays = g_test_rand_bit () ? g_test_rand_int_range (1, 128) : 0;

  if (g_test_rand_bit ())
    g_string_append_printf (rule, ";INTERVAL=%d", g_test_rand_int_range (1, 5));
  for (guint i = 0, n = 0; i < 7; i++)
    {
      if ((weekdays & 1u << i) != 0)
        g_string_append_printf (rule, "%s%s", n++ == 0 ? ";BYDAY=" : ",", days[i]);
    }
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_string_append_printf (rule, ";COUNT=%d", g_test_rand_int_range (1, 90));
      break;
    case 1:
      {
        GDate until = *start;

        g_date_add_days (&until, g_test_rand_int_range (0, 300));
        g_string_append_printf (rule, ";UNTIL=%04u%02u%02u", (guint) g_date_get_year (&until),
                                (guint) g_date_get_month (&until),
                                (guint) g_date_get_day (&until));
      }
      break;
    default:
      break;
    }

  return g_string_free (rule, FALSE);
}

static TautRecord *
make_random_record (void)
{
  g_autoptr (TautRecord) record = taut_record_new (RECORD_ID);
  g_autoptr (TautProfile) profile = taut_profile_new ();
  g_autoptr (TautProfile) resting = NULL;
  const TautPause pauses[] = {
    { make_date (20, 3, 2026), make_date (31, 3, 2026) },
    { make_date (3, 6, 2026), make_date (3, 6, 2026) },
  };

  resting = taut_profile_with_pauses (profile, pauses, G_N_ELEMENTS (pauses));
  taut_record_set_profile (record, resting);
  for (guint i = 0; i < N_ROUTINES; i++)
    {
      g_autofree char *id = g_strdup_printf ("routine_%02u", i);
      g_autofree char *rule = NULL;
      g_autoptr (TautPlanItem) item = NULL;
      g_autoptr (TautPlanItem) excepted = NULL;
      GDate start = make_date (1, 1, 2026);
      GDate end;
      guint minutes[2];

      g_date_add_days (&start, g_test_rand_int_range (0, 200));
      end = start;
      g_date_add_days (&end, g_test_rand_int_range (0, 300));
      for (guint j = 0; j < 2; j++)
        minutes[j] = g_test_rand_int_range (420, 1320);
      rule = make_rule (&start);
      item = taut_plan_item_new (id, rule, minutes, 2, &start, g_test_rand_bit () ? &end : NULL);
      excepted = with_random_exceptions (item);
      taut_record_put_plan_item (record, excepted);
    }

  return g_steal_pointer (&record);
}

/* Lists as texts, sorted */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
list_timetable (TautRecord  *record,
                const GDate *first,
                const GDate *last)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) sessions =
    taut_timetable_list_sessions (taut_record_get_plan (record),
                                  taut_record_get_profile (record), first, last, NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      g_ptr_array_add (lines, g_strdup_printf ("%04u-%02u-%02u %02u:%02u %s",
                                               (guint) g_date_get_year (&session->date),
                                               (guint) g_date_get_month (&session->date),
                                               (guint) g_date_get_day (&session->date),
                                               session->minute / 60, session->minute % 60,
                                               taut_plan_item_get_routine_id (session->item)));
    }

  return join (lines);
}

static void
add_line (GPtrArray           *lines,
          icalcomponent       *event,
          struct icaltimetype  time,
          const GDate         *first,
          const GDate         *last)
{
  GDate date = make_date (time.day, time.month, time.year);

  if (g_date_compare (&date, first) < 0 || g_date_compare (&date, last) > 0)
    return;
  g_ptr_array_add (lines, g_strdup_printf ("%04d-%02d-%02d %02d:%02d %s", time.year, time.month,
                                           time.day, time.hour, time.minute,
                                           icalcomponent_get_summary (event)));
}

static gboolean
is_excluded (icalcomponent       *calendar,
             icalcomponent       *event,
             struct icaltimetype  time)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    {
      if (icaltime_compare (icalproperty_get_exdate (property), time) == 0)
        return TRUE;
    }

  for (icalcompiter i = icalcomponent_begin_component (calendar, ICAL_VEVENT_COMPONENT);
       icalcompiter_deref (&i) != NULL; icalcompiter_next (&i))
    {
      icalcomponent *other = icalcompiter_deref (&i);
      icalproperty *id = icalcomponent_get_first_property (other, ICAL_RECURRENCEID_PROPERTY);

      if (id != NULL
          && strcmp (icalcomponent_get_uid (other), icalcomponent_get_uid (event)) == 0
          && icaltime_compare (icalproperty_get_recurrenceid (id), time) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Reads the text back and expands it with nothing but libical. */
static char *
list_calendar (const char  *text,
               const GDate *first,
               const GDate *last)
{
  icalcomponent *calendar = icalcomponent_new_from_string (text);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (calendar);
  for (icalcompiter i = icalcomponent_begin_component (calendar, ICAL_VEVENT_COMPONENT);
       icalcompiter_deref (&i) != NULL; icalcompiter_next (&i))
    {
      icalcomponent *event = icalcompiter_deref (&i);
      icalproperty *rule = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
      struct icaltimetype time = icalcomponent_get_dtstart (event);
      icalrecur_iterator *iterator;

      if (rule == NULL)
        {
          add_line (lines, event, time, first, last);
          continue;
        }
      iterator = icalrecur_iterator_new (icalproperty_get_rrule (rule), time);
      while (time = icalrecur_iterator_next (iterator),
             !icaltime_is_null_time (time) && time.year < 2029)
        {
          struct icaltimetype local = time;

          /* What is compared are local times: the zone served for UNTIL. */
          local.zone = NULL;
          if (!is_excluded (calendar, event, local))
            add_line (lines, event, local, first, last);
        }
      icalrecur_iterator_free (iterator);
    }
  icalcomponent_free (calendar);

  return join (lines);
}

/* Reads the text with a program that is not ours. */
static char *
list_independently (const char  *text,
                    const GDate *first,
                    const GDate *last)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "list-ics.py", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *from = g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (first),
                                           (guint) g_date_get_month (first),
                                           (guint) g_date_get_day (first));
  g_autofree char *to = g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (last),
                                         (guint) g_date_get_month (last),
                                         (guint) g_date_get_day (last));
  const char *argv[] = { "/usr/bin/python3", script, NULL, from, to, NULL };
  char *output = NULL;
  int status;
  int fd = g_file_open_tmp ("taut-XXXXXX.ics", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  argv[2] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_unlink (path);

  return g_strchomp (output);
}

/* Names the first line that differs. */
static void
assert_equal_lists (const char *found,
                    const char *expected)
{
  g_auto (GStrv) a = g_strsplit (found, "\n", -1);
  g_auto (GStrv) b = g_strsplit (expected, "\n", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
}

static void
test_occurrences (gconstpointer data)
{
  const char *zone_id = data;
  g_autoptr (GTimeZone) zone = zone_id != NULL ? g_time_zone_new_identifier (zone_id) : NULL;
  g_autoptr (TautRecord) record = make_random_record ();
  g_autofree char *text = write_plan (record, zone, NULL, "Tautline");
  const GDate first = make_date (1, 1, 2026);
  const GDate last = make_date (28, 2, 2027);
  g_autofree char *expected = list_timetable (record, &first, &last);
  g_autofree char *again = list_calendar (text, &first, &last);
  g_autofree char *independent = list_independently (text, &first, &last);

  g_assert_cmpuint (strlen (expected), >, 1000);
  assert_equal_lists (independent, expected);
  assert_equal_lists (again, expected);
}

/* The text itself */

static TautRecord *
make_record (void)
{
  TautRecord *record = taut_record_new (RECORD_ID);
  const guint minutes[] = { 480, 1230 };
  const GDate start = make_date (3, 3, 2026);
  const GDate end = make_date (30, 3, 2026);
  TautException moved = { make_date (6, 3, 2026), 480, TRUE, make_date (7, 3, 2026), 600 };
  TautException out = { make_date (9, 3, 2026), 480, FALSE };
  g_autoptr (TautPlanItem) item = taut_plan_item_new ("own.ball", "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                                                      minutes, 2, &start, &end);
  g_autoptr (TautPlanItem) once = taut_plan_item_with_exception (item, &moved);
  g_autoptr (TautPlanItem) twice = taut_plan_item_with_exception (once, &out);

  taut_record_put_plan_item (record, twice);

  return record;
}

static const char expected_text[] =
  "BEGIN:VCALENDAR\r\n"
  "VERSION:2.0\r\n"
  "PRODID:-//Tautline//Tautline//EN\r\n"
  "CALSCALE:GREGORIAN\r\n"
  "METHOD:PUBLISH\r\n"
  "X-WR-CALNAME:Tautline\r\n"
  "BEGIN:VEVENT\r\n"
  "UID:6f9619ff-8b86-4d01-b42d-00cf4fc964ff-own.ball-0800\r\n"
  "DTSTAMP:20260301T123015Z\r\n"
  "DTSTART:20260304T080000\r\n"
  "DURATION:PT5M\r\n"
  "SUMMARY:own.ball\r\n"
  "DESCRIPTION:Hold\\, 30 s\\; then\\nrest\r\n"
  "TRANSP:TRANSPARENT\r\n"
  "RRULE:FREQ=WEEKLY;UNTIL=20260330T235959;BYDAY=MO,WE,FR\r\n"
  "EXDATE:20260309T080000\r\n"
  "BEGIN:VALARM\r\n"
  "ACTION:DISPLAY\r\n"
  "TRIGGER:PT0S\r\n"
  "DESCRIPTION:Time for care\r\n"
  "END:VALARM\r\n"
  "END:VEVENT\r\n"
  "BEGIN:VEVENT\r\n"
  "UID:6f9619ff-8b86-4d01-b42d-00cf4fc964ff-own.ball-0800\r\n"
  "DTSTAMP:20260301T123015Z\r\n"
  "DTSTART:20260307T100000\r\n"
  "DURATION:PT5M\r\n"
  "SUMMARY:own.ball\r\n"
  "DESCRIPTION:Hold\\, 30 s\\; then\\nrest\r\n"
  "TRANSP:TRANSPARENT\r\n"
  "RECURRENCE-ID:20260306T080000\r\n"
  "BEGIN:VALARM\r\n"
  "ACTION:DISPLAY\r\n"
  "TRIGGER:PT0S\r\n"
  "DESCRIPTION:Time for care\r\n"
  "END:VALARM\r\n"
  "END:VEVENT\r\n"
  "BEGIN:VEVENT\r\n"
  "UID:6f9619ff-8b86-4d01-b42d-00cf4fc964ff-own.ball-2030\r\n"
  "DTSTAMP:20260301T123015Z\r\n"
  "DTSTART:20260304T203000\r\n"
  "DURATION:PT5M\r\n"
  "SUMMARY:own.ball\r\n"
  "DESCRIPTION:Hold\\, 30 s\\; then\\nrest\r\n"
  "TRANSP:TRANSPARENT\r\n"
  "RRULE:FREQ=WEEKLY;UNTIL=20260330T235959;BYDAY=MO,WE,FR\r\n"
  "BEGIN:VALARM\r\n"
  "ACTION:DISPLAY\r\n"
  "TRIGGER:PT0S\r\n"
  "DESCRIPTION:Time for care\r\n"
  "END:VALARM\r\n"
  "END:VEVENT\r\n"
  "END:VCALENDAR\r\n";

static void
test_text (void)
{
  g_autoptr (TautRecord) record = make_record ();
  g_autofree char *text = write_plan (record, NULL, "Hold, 30 s; then\r\nrest", "Time for care");
  g_autofree char *again = write_plan (record, NULL, "Hold, 30 s; then\nrest", "Time for care");

  g_assert_cmpstr (text, ==, expected_text);
  g_assert_cmpstr (again, ==, text);
}

static void
test_zone (void)
{
  g_autoptr (TautRecord) record = make_record ();
  g_autoptr (GTimeZone) madrid = g_time_zone_new_identifier ("Europe/Madrid");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) offset = g_time_zone_new_offset (3600);
  g_autofree char *in_madrid = write_plan (record, madrid, NULL, NULL);
  g_autofree char *in_utc = write_plan (record, utc, NULL, NULL);
  g_autofree char *nowhere = write_plan (record, offset, NULL, NULL);
  g_autofree char *floating = write_plan (record, NULL, NULL, NULL);

  g_assert_nonnull (strstr (in_madrid, "\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Madrid\r\n"));
  g_assert_nonnull (strstr (in_madrid, "\r\nDTSTART;TZID=Europe/Madrid:20260304T080000\r\n"));
  g_assert_nonnull (strstr (in_madrid, "\r\nEXDATE;TZID=Europe/Madrid:20260309T080000\r\n"));
  g_assert_nonnull (strstr (in_madrid, ";UNTIL=20260330T215959Z;"));
  g_assert_null (strstr (in_madrid, "VALARM"));
  g_assert_nonnull (strstr (in_utc, "\r\nDTSTART:20260304T080000Z\r\n"));
  g_assert_nonnull (strstr (in_utc, ";UNTIL=20260330T235959Z;"));
  g_assert_cmpstr (nowhere, ==, floating);
}

/* No line has more than 75 octets, no character is cut, and the text comes back. */
static void
test_folding (void)
{
  static const char *const pieces[] = { "é", "日", "😀", "a", " ", "\\", ";", ",", "\n", "\"", ":" };
  g_autoptr (TautRecord) record = make_record ();

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GString) description = g_string_new ("x");
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      icalcomponent *calendar;

      for (guint j = 0; j < i * 3; j++)
        g_string_append (description,
                         pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_string_append_c (description, 'x');
      text = write_plan (record, NULL, description->str, "Tautline");
      lines = g_strsplit (text, "\r\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_assert_cmpuint (strlen (lines[j]), <=, 75);
          g_assert_true (g_utf8_validate (lines[j], -1, NULL));
          g_assert_null (strpbrk (lines[j], "\r\n"));
        }

      calendar = icalcomponent_new_from_string (text);
      g_assert_cmpstr (icalcomponent_get_description (
                         icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT)),
                       ==, description->str);
      icalcomponent_free (calendar);
    }
}

/* Rules that cannot be followed, never occur or are all left out break nothing. */
static void
test_odd_rules (void)
{
  static const char *const rules[] = {
    "FREQ=SECONDLY", "", "FREQ=DAILY;UNTIL=20250101", "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
  };
  g_autoptr (TautRecord) record = taut_record_new (RECORD_ID);
  const guint minute = 480;
  const GDate start = make_date (3, 3, 2026);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      g_autoptr (TautPlanItem) item = taut_plan_item_new (id, rules[i], &minute, 1, &start, NULL);

      taut_record_put_plan_item (record, item);
    }
  text = write_plan (record, NULL, NULL, NULL);
  g_assert_null (strstr (text, "VEVENT"));
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/calendar/text", test_text);
  g_test_add_func ("/exchange/calendar/zone", test_zone);
  g_test_add_func ("/exchange/calendar/folding", test_folding);
  g_test_add_func ("/exchange/calendar/odd-rules", test_odd_rules);
  g_test_add_data_func ("/exchange/calendar/occurrences/floating", NULL, test_occurrences);
  g_test_add_data_func ("/exchange/calendar/occurrences/madrid", "Europe/Madrid",
                        test_occurrences);
  g_test_add_data_func ("/exchange/calendar/occurrences/new-york", "America/New_York",
                        test_occurrences);
  g_test_add_data_func ("/exchange/calendar/occurrences/lord-howe", "Australia/Lord_Howe",
                        test_occurrences);

  return g_test_run ();
}
