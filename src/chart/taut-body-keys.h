/* taut-body-keys.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys that areas and marks on the body have in common, so that a hand finds
 * the same under both. */

/* A signal that keys and tests may emit, with one parameter or, for
 * %G_TYPE_NONE, with none. Returns its id. */
guint              taut_body_keys_add_signal    (GtkWidgetClass        *widget_class,
                                                 const char            *name,
                                                 GType                  param_type);

/**
 * taut_body_keys_bind:
 * @action: what Enter and Space do
 * @arrow_signal: what arrows emit, with a TautStep
 *
 * Binds these, Delete to the signal "remove", and plus and minus to the signal
 * "shift".
 */
void               taut_body_keys_bind          (GtkWidgetClass        *widget_class,
                                                 const char            *action,
                                                 const char            *arrow_signal);

G_END_DECLS
