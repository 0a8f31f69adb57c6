/* template-types.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A module to be preloaded into gtk4-builder-tool: it makes known what a template
 * may name, the program's own types and those of libadwaita. */

#include "config.h"

#include <adwaita.h>

#include "taut-chart.h"
#include "taut-panel.h"
#include "taut-preferences-window.h"
#include "taut-resources.h"

void taut_template_types_register (void) __attribute__ ((constructor));

void
taut_template_types_register (void)
{
  g_autoptr (GError) error = NULL;

  if (!taut_resources_register (&error))
    g_error ("%s", error->message);

  adw_init ();
  g_type_ensure (TAUT_TYPE_CHART);
  g_type_ensure (TAUT_TYPE_PANEL);
  g_type_ensure (TAUT_TYPE_PREFERENCES_WINDOW);
}
