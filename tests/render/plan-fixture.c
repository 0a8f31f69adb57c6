/* plan-fixture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "plan-fixture.h"

#include <string.h>

const TautPlanOptions plan_standard = {
  .variant = TAUT_PLAN_STANDARD, .paper = TAUT_PAPER_A4, .weeks = 2,
  .pictures = TRUE, .routines = TRUE, .qr = TRUE,
};

TautPlanOptions
plan_with_variant (TautPlanVariant variant)
{
  TautPlanOptions options = plan_standard;

  options.variant = variant;

  return options;
}

TautPlanDocument *
plan_new_document (Fixture               *fixture,
                   const TautPlanOptions *options)
{
  return taut_plan_document_new (fixture->atlas, fixture->record, fixture->now, options);
}

GBytes *
plan_write (Fixture                *fixture,
            const TautPlanOptions  *options,
            char                  **path)
{
  g_autoptr (TautPlanDocument) document = plan_new_document (fixture, options);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  *path = fixture_get_path (fixture, "plan.pdf");
  g_assert_true (taut_plan_document_write_pdf (document, *path, &error));
  g_assert_no_error (error);
  bytes = fixture_read (*path);
  g_assert_cmpuint (fixture_count (bytes, "/Type /Page %"), ==,
                    taut_plan_document_get_n_pages (document));

  return bytes;
}

char *
plan_read (Fixture               *fixture,
           const TautPlanOptions *options,
           const char            *how)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = plan_write (fixture, options, &path);

  return fixture_read_pdf (path, how);
}

char *
plan_run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

void
plan_assert_has (const char *text,
                 const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_fail_printf ("the plan does not say \"%s\":\n%s", words, text);
}

guint
plan_count (const char *text,
            const char *words)
{
  guint n = 0;

  for (const char *place = text; (place = strstr (place, words)) != NULL; place++)
    n++;

  return n;
}

void
plan_add_client (Fixture *fixture,
                 guint    n_routines)
{
  taut_record_set_client_name (fixture->record, "Sample client");
  fixture_add_mark (fixture, "trapezius.1", TAUT_SIDE_RIGHT, 7);
  fixture_add_routines (fixture, n_routines);
}

GDate
plan_make_date (guint day,
                guint month,
                guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return date;
}
