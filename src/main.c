/* main.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-application.h"
#include "taut-command-line.h"
#include "taut-environment.h"

int
main (int    argc,
      char **argv)
{
  int status;

  taut_environment_prepare ();

  status = taut_command_line_run (argc, argv);
  if (status >= 0)
    return status;

  return taut_application_main (argc, argv);
}
