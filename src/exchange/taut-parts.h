/* taut-parts.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-plan-item.h"

G_BEGIN_DECLS

/* What the readers and writers of a record share. Unknown members are collected
 * when a part is read, kept in the value that it belongs to and written back. */

/* The members of @object that @known does not name; %NULL for none. (transfer full) */
JsonObject *taut_parts_collect_unknown (JsonObject        *object,
                                        const char *const *known);

/* Puts @part, which it takes, into @unknown under @member; makes @unknown where
 * there is none yet. No @part: nothing. */
void        taut_parts_keep            (JsonObject       **unknown,
                                        const char        *member,
                                        JsonObject        *part);

/* What is kept for the part @member of a value; %NULL for nothing. */
JsonObject *taut_parts_get             (JsonObject        *unknown,
                                        const char        *member);

/* Adds the members of @unknown that @object does not have. */
void        taut_parts_write_unknown   (JsonObject        *object,
                                        JsonObject        *unknown);

JsonObject *taut_parts_get_element     (JsonArray         *array,
                                        guint              index,
                                        const char        *where,
                                        GError           **error);

char       *taut_parts_format_date     (const GDate       *date);
char       *taut_parts_format_minute   (guint              minute);
/* "2026-03-02 08:00": the name of a session. */
char       *taut_parts_format_session  (const GDate       *date,
                                        guint              minute);

/* A list of times of the day. (transfer full): minutes after midnight */
GArray     *taut_parts_read_minutes    (JsonObject        *object,
                                        const char        *where,
                                        const char        *member,
                                        GError           **error);
void        taut_parts_write_minutes   (JsonObject        *object,
                                        const char        *member,
                                        const guint       *minutes,
                                        guint              n_minutes);

/* The optional member "dose"; its unknown members are kept under that name. */
gboolean    taut_parts_read_dose       (JsonObject        *object,
                                        const char        *where,
                                        TautDose          *dose,
                                        JsonObject       **unknown,
                                        GError           **error);
void        taut_parts_write_dose      (JsonObject        *object,
                                        const TautDose    *dose,
                                        JsonObject        *unknown);

G_END_DECLS
