/* bench-plan.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A plan of two pages, measured twice. Within a process that has the atlas and the skin
 * already, as the app has: from a record to a written PDF, views and skin maps being
 * loaded anew each time; beside it the bare art of its three pictures. And as a command,
 * which starts a process and reads everything. Both in time that passes and in time of
 * the processor, which a busy machine blurs less.
 *
 *   bench-plan PROGRAM */

#include "config.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <librsvg/rsvg.h>
#include <sys/resource.h>

#include "taut-cairo.h"
#include "taut-document.h"
#include "taut-knowledge.h"
#include "taut-plan-document.h"
#include "taut-timetable.h"

#define N_RUNS 7
#define SAMPLE "../resources/sample/sample.json"

typedef struct
{
  double passed[N_RUNS];
  double processor[N_RUNS];
} Times;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_median (double *times)
{
  qsort (times, N_RUNS, sizeof (double), compare);

  return times[N_RUNS / 2];
}

/* Of this process, or of the children that have ended. */
static double
get_processor_ms (int who)
{
  struct rusage usage;

  getrusage (who, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static void
start (Times *times,
       guint  run,
       int    who)
{
  times->processor[run] = -get_processor_ms (who);
  times->passed[run] = -(double) g_get_monotonic_time () / 1000;
}

static void
stop (Times *times,
      guint  run,
      int    who)
{
  times->passed[run] += (double) g_get_monotonic_time () / 1000;
  times->processor[run] += get_processor_ms (who);
}

static void
print (const char *what,
       Times      *times)
{
  g_print ("%-42s %4.0f ms, processor %4.0f ms\n", what, get_median (times->passed),
           get_median (times->processor));
}

static TautRecord *
make_record (TautAtlas *atlas)
{
  static const char *const routines[] = { "shoulder_ball_wall", "ear_to_shoulder" };
  TautRecord *record = taut_record_new ("6f1c3c1e-6c0e-4f5e-9f43-2f7f6a0c6a11");
  TautSkinPoint at = taut_point_get_place (taut_atlas_find_point (atlas, "trapezius.1"),
                                           TAUT_SIDE_RIGHT);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 23, 9, 0, 0);
  g_autoptr (TautMark) mark = taut_mark_new ("mark", "trapezius.1", &at, 7, time);
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 23, G_DATE_NOVEMBER, 2026);
  taut_record_put_mark (record, mark, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (routines); i++)
    {
      const TautRoutine *routine = taut_atlas_find_routine (atlas, routines[i]);
      g_autoptr (TautPlanItem) item = NULL;

      g_assert_nonnull (routine);
      item = taut_care_plan_routine (routine, &start);
      taut_record_put_plan_item (record, item);
    }

  return record;
}

static void
write_plan (TautAtlas  *atlas,
            TautRecord *record,
            const char *path,
            guint      *n_pages)
{
  static const TautPlanOptions options = {
    .weeks = 2, .pictures = TRUE, .routines = TRUE, .qr = TRUE,
  };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 23, 9, 0, 0);
  g_autoptr (TautPlanDocument) document = taut_plan_document_new (atlas, record, now, &options);
  g_autoptr (GError) error = NULL;

  if (!taut_plan_document_write_pdf (document, path, &error))
    g_error ("%s", error->message);
  *n_pages = taut_plan_document_get_n_pages (document);
}

static void
write_art (TautAtlas *atlas)
{
  static const char *const views[] = { "front", "right", "back" };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface =
    cairo_pdf_surface_create_for_stream (taut_document_collect, bytes, 595, 842);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (TautView) view = taut_view_load (views[i], taut_atlas_get_skin (atlas), &error);
      g_autoptr (GBytes) svg = taut_view_load_art (view, &error);
      RsvgRectangle viewport = { i * 160, 100, 150, 320 };
      RsvgHandle *handle;
      gsize size;
      gconstpointer data = g_bytes_get_data (svg, &size);

      handle = rsvg_handle_new_from_data (data, size, &error);
      if (handle == NULL || !rsvg_handle_render_document (handle, cr, &viewport, &error))
        g_error ("%s", error->message);
      g_object_unref (handle);
    }
  cairo_show_page (cr);
  cairo_surface_finish (surface);
}

static void
run_program (const char *program,
             const char *sample,
             const char *path)
{
  const char *arguments[] = { program, "plan", sample, "-o", path, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                     &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautAtlas) atlas = taut_knowledge_load_atlas (&error);
  g_autoptr (TautRecord) record = NULL;
  g_autofree char *sample = NULL;
  g_autofree char *path = NULL;
  Times plan, art, command;
  guint n_pages = 0;
  GStatBuf status;

  if (argc != 2)
    g_error ("bench-plan PROGRAM");
  if (atlas == NULL)
    g_error ("%s", error->message);

  record = make_record (atlas);
  sample = g_build_filename (g_getenv ("G_TEST_SRCDIR"), SAMPLE, NULL);
  path = g_build_filename (g_get_tmp_dir (), "taut-bench-plan.pdf", NULL);
  for (guint i = 0; i < N_RUNS; i++)
    {
      start (&command, i, RUSAGE_CHILDREN);
      run_program (argv[1], sample, path);
      stop (&command, i, RUSAGE_CHILDREN);
      start (&plan, i, RUSAGE_SELF);
      write_plan (atlas, record, path, &n_pages);
      stop (&plan, i, RUSAGE_SELF);
      start (&art, i, RUSAGE_SELF);
      write_art (atlas);
      stop (&art, i, RUSAGE_SELF);
    }
  g_stat (path, &status);
  g_print ("a plan of %u pages, %.0f kB\n", n_pages, status.st_size / 1000.0);
  print ("within a process that has the atlas:", &plan);
  print ("the bare art of its three pictures:", &art);
  print ("the plan of the sample as a command:", &command);
  g_unlink (path);

  return 0;
}
