/* fuzz.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What a fuzz target offers to libFuzzer or to the replay driver. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
