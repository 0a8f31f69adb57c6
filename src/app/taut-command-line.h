/* taut-command-line.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a program hands to its caller. */
#define TAUT_EXIT_FAILURE 1
#define TAUT_EXIT_BAD_USE 2

/**
 * taut_command_line_run:
 * @argc: number of arguments
 * @argv: the arguments of main()
 *
 * Does what can be done without a window: commands, `--help`, `--version`, and
 * telling of arguments that make no sense. Needs no display.
 *
 * Returns: the exit status, or -1 when the arguments ask for the window
 */
int taut_command_line_run (int    argc,
                           char **argv);

G_END_DECLS
