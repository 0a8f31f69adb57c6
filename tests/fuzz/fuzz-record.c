/* fuzz-record.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes may be read as a record. What is taken for one must survive: it is
 * written, read and written again, and both texts are equal; its plan is listed. */

#include "config.h"

#include "fuzz.h"
#include "taut-record-json.h"
#include "taut-timetable.h"

static void
check_sound (TautRecord *record)
{
  g_autoptr (GBytes) written = taut_record_json_write (record);
  g_autoptr (GBytes) rewritten = NULL;
  g_autoptr (TautRecord) again = NULL;
  g_autoptr (GArray) sessions = NULL;
  g_autoptr (GError) error = NULL;
  GDate first;
  GDate last;

  if (g_bytes_get_size (written) > TAUT_RECORD_JSON_MAX_BYTES)
    return;

  again = taut_record_json_read (written, "again", &error);
  g_assert_no_error (error);
  rewritten = taut_record_json_write (again);
  g_assert_true (g_bytes_equal (written, rewritten));

  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, 3, 2026);
  last = first;
  g_date_add_days (&last, 14);
  sessions = taut_timetable_list (taut_record_get_plan (record), &first, &last);
  g_assert_nonnull (sessions);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = taut_record_json_read (bytes, "fuzz", &error);

  if (record != NULL)
    check_sound (record);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return 0;
}
