/* taut-application.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "taut-clock.h"

G_BEGIN_DECLS

#define TAUT_APPLICATION_ID "org.tautline.Tautline"

/**
 * TautApplication:
 *
 * One process with one window. A file that is opened takes the place of the
 * record that was open, which is saved first. Where the person wants to be reminded
 * also without a window, the process stays when that is closed.
 *
 * Actions: "app.about", "app.preferences", "app.quit", "app.show-care", and those of
 * taut-reminder-service.h.
 */
#define TAUT_TYPE_APPLICATION (taut_application_get_type ())

G_DECLARE_FINAL_TYPE (TautApplication, taut_application, TAUT, APPLICATION, AdwApplication)

TautApplication *taut_application_new (TautClock  *clock);

/* Runs the app until its window is closed; tells of a missing display or broken
 * resources in one line. Returns: the exit status */
int              taut_application_main (int         argc,
                                        char      **argv);

G_END_DECLS
