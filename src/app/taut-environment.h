/* taut-environment.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-clock.h"

G_BEGIN_DECLS

/**
 * taut_environment_prepare:
 *
 * Sets the locale and finds translations and the settings schema, beside the
 * program where it runs from its build folder. Comes first in main().
 */
void       taut_environment_prepare       (void);

/**
 * taut_environment_set_language:
 * @language: a language code, such as "es"
 *
 * Returns: %FALSE when there is no such translation; then the texts are English
 */
gboolean   taut_environment_set_language  (const char  *language);

/**
 * taut_environment_open_settings:
 *
 * Returns: (transfer full) (nullable): the settings; %NULL, after a message, where
 *   their schema is not installed
 */
GSettings *taut_environment_open_settings (void);

/**
 * taut_environment_new_clock:
 * @error: return location of an error
 *
 * The one place where "now" comes from: the system's clock, unless
 * `TAUTLINE_NOW` (ISO 8601) or `SOURCE_DATE_EPOCH` (seconds) hold it still for
 * tests.
 *
 * Returns: (transfer full) (nullable): the clock
 */
TautClock *taut_environment_new_clock     (GError     **error);

G_END_DECLS
