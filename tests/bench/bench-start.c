/* bench-start.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the program takes from its start to its first frame, and to the last one
 * before it is quiet; what processor time it took for that, which a busy machine
 * blurs less; and how much memory it then has for itself (proportional set size).
 * Beside it, turn by turn, a program with an empty libadwaita window of the
 * same size. Both are processes on the display of the benchmark, which tells when a
 * window comes and when something is painted on it. Printed, not asserted.
 *
 *   bench-start PROGRAM
 */

#include "config.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <adwaita.h>
#include <glib/gstdio.h>

#define EMPTY_ARGUMENT "--empty"
#define WIDTH 1280
#define HEIGHT 860
#define N_WARM_UP 1
#define N_RUNS 9

/* A program is quiet when it paints nothing for so long. */
#define QUIET_MS 700
#define GIVE_UP_MS 20000

typedef struct
{
  double first[N_RUNS];
  double last[N_RUNS];
  double processor[N_RUNS];
  double mib[N_RUNS];
} Times;

typedef struct
{
  Display *display;
  int damage_event;
  Window window;
  double start;
  double first;
  double last;
} Watch;

static double
get_ms (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/* The empty window */

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_empty (char *name)
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("org.tautline.Empty", G_APPLICATION_NON_UNIQUE);
  char *arguments[] = { name, NULL };

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, arguments);
}

/* What the display tells */

static int
ignore_error_cb (Display     *display,
                 XErrorEvent *event)
{
  /* A window may be gone before it was asked. */
  return 0;
}

static void
heed_map (Watch           *watch,
          const XMapEvent *event)
{
  XWindowAttributes attributes;

  if (watch->window != None || event->override_redirect ||
      !XGetWindowAttributes (watch->display, event->window, &attributes) ||
      attributes.width < WIDTH / 2)
    return;

  watch->window = event->window;
  XDamageCreate (watch->display, watch->window, XDamageReportRawRectangles);
  XSync (watch->display, False);
}

static void
heed_events (Watch *watch)
{
  while (XPending (watch->display) > 0)
    {
      XEvent event;

      XNextEvent (watch->display, &event);
      if (event.type == MapNotify)
        {
          heed_map (watch, &event.xmap);
        }
      else if (event.type == watch->damage_event)
        {
          watch->last = get_ms () - watch->start;
          if (watch->first <= 0)
            watch->first = watch->last;
        }
    }
}

static gboolean
watch_until_quiet (Watch *watch)
{
  while (get_ms () - watch->start < GIVE_UP_MS)
    {
      struct pollfd poll_fd = { .fd = ConnectionNumber (watch->display), .events = POLLIN };

      heed_events (watch);
      if (watch->first > 0 && get_ms () - watch->start - watch->last > QUIET_MS)
        return TRUE;
      poll (&poll_fd, 1, 50);
    }

  return FALSE;
}

/* Runs */

static double
read_pss_mib (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int) pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;

  line = strstr (text, "\nPss:");

  return line != NULL ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024 : 0;
}

/* User and system time, the 14th and the 15th field; the name of the program in
 * brackets before them may have blanks. */
static double
read_processor_ms (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int) pid);
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  const char *end;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (end = strrchr (text, ')')) == NULL)
    return 0;

  fields = g_strsplit (end, " ", -1);
  if (g_strv_length (fields) < 14)
    return 0;

  return (g_ascii_strtod (fields[12], NULL) + g_ascii_strtod (fields[13], NULL)) * 1000
         / sysconf (_SC_CLK_TCK);
}

/* As a person's: without the tests' own checks of memory. */
static char **
make_environment (const char *home)
{
  static const char *const checks[] = { "G_DEBUG", "MALLOC_CHECK_", "MALLOC_PERTURB_", "G_SLICE" };
  char **environment = g_get_environ ();

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    environment = g_environ_unsetenv (environment, checks[i]);

  return g_environ_setenv (environment, "XDG_DATA_HOME", home, TRUE);
}

static gboolean
measure (Display *display,
         char   **arguments,
         char   **environment,
         Times   *times,
         guint    run)
{
  Watch watch = { .display = display };
  g_autoptr (GError) error = NULL;
  int error_base;
  gboolean quiet;
  GPid pid;

  XDamageQueryExtension (display, &watch.damage_event, &error_base);
  watch.damage_event += XDamageNotify;
  watch.start = get_ms ();
  if (!g_spawn_async (NULL, arguments, environment,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &pid,
                      &error))
    {
      g_printerr ("bench-start: %s\n", error->message);
      return FALSE;
    }

  quiet = watch_until_quiet (&watch);
  times->first[run] = watch.first;
  times->last[run] = watch.last;
  times->processor[run] = read_processor_ms (pid);
  times->mib[run] = read_pss_mib (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  if (!quiet)
    g_printerr ("bench-start: no quiet window of %s\n", arguments[0]);

  return quiet;
}

static gboolean
measure_all (Display *display,
             char    *self,
             char    *program,
             Times    times[2])
{
  char *arguments[2][3] = { { self, (char *) EMPTY_ARGUMENT, NULL }, { program, NULL } };
  g_autofree char *home = g_dir_make_tmp ("tautline-XXXXXX", NULL);
  g_autofree char *kept = g_build_filename (home, "tautline", NULL);
  g_auto (GStrv) environment = make_environment (home);
  gboolean done = TRUE;

  for (int run = -N_WARM_UP; run < N_RUNS && done; run++)
    {
      for (guint i = 0; i < 2 && done; i++)
        done = measure (display, arguments[i], environment, &times[i], MAX (run, 0));
    }

  g_rmdir (kept);
  g_rmdir (home);

  return done;
}

/* Report */

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const double *value_a = a;
  const double *value_b = b;

  return (*value_a > *value_b) - (*value_a < *value_b);
}

static void
print_pair (const char *name,
            const char *unit,
            double     *empty,
            double     *program)
{
  qsort (empty, N_RUNS, sizeof *empty, compare_values);
  qsort (program, N_RUNS, sizeof *program, compare_values);
  g_print ("%-28s tautline %4.0f %s (least %4.0f)   empty window %4.0f %s (least %4.0f)   "
           "ratio %.2f   n=%d\n", name, program[N_RUNS / 2], unit, program[0],
           empty[N_RUNS / 2], unit, empty[0], program[N_RUNS / 2] / empty[N_RUNS / 2], N_RUNS);
}

int
main (int   argc,
      char *argv[])
{
  static Times times[2];
  Display *display;
  gboolean done;

  if (argc == 2 && g_str_equal (argv[1], EMPTY_ARGUMENT))
    return run_empty (argv[0]);
  if (argc != 2)
    return 2;

  display = XOpenDisplay (NULL);
  if (display == NULL)
    {
      g_printerr ("bench-start: there is no display\n");
      return 1;
    }

  XSetErrorHandler (ignore_error_cb);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);
  done = measure_all (display, argv[0], argv[1], times);
  XCloseDisplay (display);
  if (!done)
    return 1;

  print_pair ("start to first frame", "ms", times[0].first, times[1].first);
  print_pair ("start to all drawn", "ms", times[0].last, times[1].last);
  print_pair ("processor time until drawn", "ms", times[0].processor, times[1].processor);
  print_pair ("memory (PSS) when drawn", "MiB", times[0].mib, times[1].mib);

  return 0;
}
