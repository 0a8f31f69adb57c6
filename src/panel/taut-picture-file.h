/* taut-picture-file.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A picture from a file that a person chose, as an own routine takes it: PNG and JPEG
 * as they are while they are small, larger ones scaled down. The message of an error
 * is for the person. (transfer full) */
GBytes *taut_picture_file_load (GFile        *file,
                                GError      **error);

G_END_DECLS
