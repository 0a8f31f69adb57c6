/* taut-figure-read.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-figure-private.h"
#include "taut-json.h"

G_BEGIN_DECLS

/* Sets the error and returns FALSE, so that a reader can end with it. */
gboolean    taut_read_fail             (GError             **error,
                                        const char          *where,
                                        const char          *member,
                                        const char          *expected,
                                        const char          *found);

/* The whole file, whose members must be "license" and @known. */
JsonNode   *taut_read_file             (GFile               *file,
                                        const char *const   *known,
                                        char               **where,
                                        JsonObject         **object,
                                        GError             **error);

/* @count numbers. */
gboolean    taut_read_numbers          (JsonObject          *object,
                                        const char          *where,
                                        const char          *member,
                                        guint                count,
                                        double              *values,
                                        GError             **error);
gboolean    taut_read_vector           (JsonObject          *object,
                                        const char          *where,
                                        const char          *member,
                                        TautVector          *value,
                                        GError             **error);
/* Leave the value alone where the member is missing. */
gboolean    taut_read_optional_numbers (JsonObject          *object,
                                        const char          *where,
                                        const char          *member,
                                        guint                count,
                                        double              *values,
                                        GError             **error);
gboolean    taut_read_optional_number  (JsonObject          *object,
                                        const char          *where,
                                        const char          *member,
                                        double              *value,
                                        GError             **error);
gboolean    taut_read_optional_boolean (JsonObject          *object,
                                        const char          *where,
                                        const char          *member,
                                        gboolean            *value,
                                        GError             **error);
/* An object that must be element @index of an array. */
JsonObject *taut_read_element          (JsonArray           *array,
                                        guint                index,
                                        const char          *where,
                                        const char          *member,
                                        GError             **error);
gboolean    taut_read_joint            (TautFigure          *figure,
                                        JsonObject          *object,
                                        const char          *where,
                                        const char          *member,
                                        int                 *joint,
                                        GError             **error);

G_END_DECLS
