/* taut-autostart.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the app starts at login, without a window: by a desktop entry in
 * `$XDG_CONFIG_HOME/autostart`. */
gboolean taut_autostart_is_set (void);
gboolean taut_autostart_set    (gboolean   starts,
                                GError   **error);

/* A path as the Exec key of a desktop entry wants it. (transfer full) */
char    *taut_autostart_quote  (const char *path);

G_END_DECLS
