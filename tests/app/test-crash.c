/* test-crash.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person did is on disk when the program, the disk or the permission goes.
 * A child ticks and edits for ever and says which changes it has made and which are
 * surely saved; whatever is found afterwards must be one of the states between. */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../plain-user.h"
#include "taut-autosave.h"
#include "taut-record-json.h"
#include "taut-record-store.h"

#define RECORD_ID "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
#define N_KILLS 50
#define CHANGE_MS 7
#define LONGEST_US 900000

typedef struct
{
  char *folder;
  char *path;
  gboolean mounted;
} Fixture;

/* What the child says of a change, in the order of making. */
typedef struct
{
  guint number;
  gboolean saved;
} Report;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("tautline-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "record.json", NULL);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_files (fixture->folder);
  if (fixture->mounted)
    g_assert_cmpint (umount (fixture->folder), ==, 0);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static TautRecord *
make_record (void)
{
  TautRecord *record = taut_record_new (RECORD_ID);
  const guint minute = 480;
  g_autoptr (TautPlanItem) item = NULL;
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 2, 3, 2026);
  item = taut_plan_item_new ("ball", "FREQ=DAILY", &minute, 1, &start, NULL);
  taut_record_put_plan_item (record, item);

  return record;
}

/* The change @number, the same every time. */
static void
change (TautRecord *record,
        guint       number)
{
  TautPlanItem *item = taut_record_find_plan_item (record, "ball");
  const TautDose dose = { .hold = number % 300 + 1 };
  g_autofree char *name = g_strdup_printf ("Name %u", number);
  g_autoptr (TautPlanItem) next = NULL;
  GDate date = *taut_plan_item_get_start (item);

  g_date_add_days (&date, number);
  switch (number % 4)
    {
    case 0:
      taut_record_set_client_name (record, name);
      return;
    case 1:
      next = taut_plan_item_with_dose (item, &dose);
      break;
    case 2:
      next = taut_plan_item_with_outcome (item, &date, 480, TAUT_OUTCOME_SORE);
      break;
    default:
      next = taut_plan_item_with_tick (item, &date, 480, TRUE);
      break;
    }
  taut_record_put_plan_item (record, next);
}

/* The child */

typedef struct
{
  TautAutosave *autosave;
  guint number;
  int report;
} Child;

static void
tell (Child    *child,
      gboolean  saved)
{
  const Report report = { child->number, saved };

  if (write (child->report, &report, sizeof report) != sizeof report)
    _exit (1);
}

static gboolean
change_cb (gpointer data)
{
  Child *child = data;

  /* Said before it is made: the saved file may hold it at once. */
  child->number++;
  tell (child, FALSE);
  change (taut_autosave_get_record (child->autosave), child->number);

  return G_SOURCE_CONTINUE;
}

static void
state_cb (Child *child)
{
  if (taut_autosave_get_state (child->autosave) == TAUT_AUTOSAVE_SAVED)
    tell (child, TRUE);
}

static void
work_for_ever (const char *path,
               int         report)
{
  g_autoptr (TautClock) clock = taut_clock_new_system ();
  Child child = { taut_autosave_new (clock), 0, report };

  if (!taut_autosave_open (child.autosave, path, NULL))
    _exit (1);
  tell (&child, TRUE);
  g_signal_connect_swapped (child.autosave, "notify::state", G_CALLBACK (state_cb), &child);
  g_timeout_add (CHANGE_MS, change_cb, &child);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* The parent */

/* Makes all changes up to @most and finds that after which the record was as
 * @found. */
static guint
find_state (TautRecord *found,
            guint       most)
{
  g_autoptr (GBytes) bytes = taut_record_json_write (found);
  g_autoptr (TautRecord) record = make_record ();

  for (guint number = 0; number <= most; number++)
    {
      g_autoptr (GBytes) state = NULL;

      if (number > 0)
        change (record, number);
      state = taut_record_json_write (record);
      if (g_bytes_equal (state, bytes))
        return number;
    }

  return G_MAXUINT;
}

/* Reads what the child said until it was killed. */
static void
read_reports (int    reports,
              guint *n_saved,
              guint *n_made)
{
  Report report;

  while (read (reports, &report, sizeof report) == sizeof report)
    {
      *n_made = report.number;
      if (report.saved)
        *n_saved = report.number;
    }
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TautRecord) record = make_record ();
  guint most_lost = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (TautRecord) loaded = NULL;
      g_autoptr (GError) error = NULL;
      guint n_saved = 0;
      guint n_made = 0;
      guint number;
      int ends[2];
      Report first;
      pid_t child;

      g_assert_true (taut_record_store_save (fixture->path, record, NULL));
      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      if (child == 0)
        {
          close (ends[0]);
          work_for_ever (fixture->path, ends[1]);
        }
      close (ends[1]);

      g_assert_cmpint (read (ends[0], &first, sizeof first), ==, sizeof first);
      g_usleep (g_test_rand_int_range (0, LONGEST_US));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      read_reports (ends[0], &n_saved, &n_made);
      close (ends[0]);

      g_assert_true (taut_record_store_load (fixture->path, &loaded, NULL, &error));
      g_assert_no_error (error);
      number = find_state (loaded, n_made);
      g_assert_cmpuint (number, >=, n_saved);
      g_assert_cmpuint (number, <=, n_made);
      most_lost = MAX (most_lost, n_made - number);
    }
  g_test_message ("at most %u changes, %u ms, were lost", most_lost, most_lost * CHANGE_MS);
}

/* A disk that is too small, where that can be had, else a limit of the process. */
static void
limit_disk (Fixture       *fixture,
            struct rlimit *before)
{
  struct rlimit tight;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, before), ==, 0);
  fixture->mounted = geteuid () == 0
                     && mount ("tmpfs", fixture->folder, "tmpfs", 0, "size=32k") == 0;
  g_test_message ("%s", fixture->mounted ? "a disk of 32 KiB" : "files of at most 16 KiB");
  if (fixture->mounted)
    return;

  tight = *before;
  tight.rlim_cur = 16 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TautClock) clock = taut_clock_new_system ();
  g_autoptr (TautAutosave) autosave = taut_autosave_new (clock);
  g_autoptr (TautRecord) record = make_record ();
  g_autoptr (TautRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  guint number = 0;

  limit_disk (fixture, &before);
  g_assert_true (taut_record_store_save (fixture->path, record, NULL));
  g_assert_true (taut_autosave_open (autosave, fixture->path, NULL));
  do
    change (taut_autosave_get_record (autosave), ++number);
  while (taut_autosave_flush (autosave, &error));
  g_assert_cmpint (taut_autosave_get_state (autosave), ==, TAUT_AUTOSAVE_FAILED);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_cmpuint (number, >, 10);

  /* The file is the one before, and what was done is in memory. */
  g_clear_error (&error);
  g_assert_true (taut_record_store_load (fixture->path, &loaded, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (find_state (loaded, number), ==, number - 1);
  g_assert_cmpuint (find_state (taut_autosave_get_record (autosave), number), ==, number);

  if (fixture->mounted)
    g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT, "size=1m"), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (taut_autosave_flush (autosave, &error));
  g_assert_no_error (error);
  g_clear_object (&loaded);
  g_assert_true (taut_record_store_load (fixture->path, &loaded, NULL, NULL));
  g_assert_cmpuint (find_state (loaded, number), ==, number);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TautClock) clock = taut_clock_new_system ();
  g_autoptr (TautAutosave) autosave = taut_autosave_new (clock);
  g_autoptr (TautRecord) record = make_record ();
  g_autoptr (TautRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (taut_record_store_save (fixture->path, record, NULL));
  g_assert_true (taut_autosave_open (autosave, fixture->path, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  plain_user_begin (fixture->folder);
  change (taut_autosave_get_record (autosave), 1);
  g_assert_false (taut_autosave_flush (autosave, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpint (taut_autosave_get_state (autosave), ==, TAUT_AUTOSAVE_FAILED);
  plain_user_end ();

  g_assert_true (taut_record_store_load (fixture->path, &loaded, NULL, NULL));
  g_assert_cmpuint (find_state (loaded, 1), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_clear_error (&error);
  g_assert_true (taut_autosave_flush (autosave, &error));
  g_assert_no_error (error);
  g_clear_object (&loaded);
  g_assert_true (taut_record_store_load (fixture->path, &loaded, NULL, NULL));
  g_assert_cmpuint (find_state (loaded, 1), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/app/crash/kill", Fixture, NULL, set_up, test_kill, tear_down);
  g_test_add ("/app/crash/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/app/crash/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
