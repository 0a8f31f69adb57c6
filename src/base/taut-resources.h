/* taut-resources.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TAUT_RESOURCE_PREFIX "/org/tautline/Tautline"

/**
 * taut_resources_register:
 * @error: return location of an error
 *
 * Finds and registers the resource bundle (art, skin, atlas, templates). The
 * bundle is looked for in the file that the environment variable
 * `TAUTLINE_RESOURCES` names, then beside a program that runs from its build
 * folder, then in the installed data folder.
 *
 * Returns: %TRUE when the bundle is registered; a second call does nothing
 */
gboolean  taut_resources_register (GError     **error);

/* Both take a path below %TAUT_RESOURCE_PREFIX, such as "figure/front.svg". */
GBytes   *taut_resources_lookup   (const char  *path,
                                   GError     **error);
GFile    *taut_resources_get_file (const char  *path);

G_END_DECLS
