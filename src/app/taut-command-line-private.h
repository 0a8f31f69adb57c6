/* taut-command-line-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "taut-atlas.h"
#include "taut-command-line.h"
#include "taut-record.h"

G_BEGIN_DECLS

/* One line on stderr, "tautline: COMMAND: ..."; both give the exit status. */
int          taut_command_line_refuse       (const char     *command,
                                             const char     *format,
                                             ...) G_GNUC_PRINTF (2, 3);
int          taut_command_line_fail         (const char     *command,
                                             const GError   *error);

/* Takes the options from @arguments, which begin with the command, and leaves
 * what is no option. Returns: 0, or an exit status after telling why */
int          taut_command_line_parse        (char         ***arguments,
                                             GOptionEntry   *entries);

/* Returns: an exit status when there are more than @n_expected arguments beside
 * the options, or else 0 */
int          taut_command_line_expect       (char          **arguments,
                                             guint           n_expected);

/* Both end with the exit status of the command. @node is (transfer full). */
int          taut_command_line_print        (const char     *command,
                                             const char     *text);
int          taut_command_line_print_json   (const char     *command,
                                             JsonNode       *node);

/* Columns of a table, parted by two blanks; cells are parted by tabs and rows
 * by line feeds. */
char        *taut_command_line_format_table (const char     *cells);

/* "temple:left" to an id and a side, which is right where it is not said. */
gboolean     taut_command_line_split_side   (const char     *text,
                                             char          **id,
                                             TautSide       *side,
                                             GError        **error);

/* "trapezius.1:left" to a point of the atlas. */
const TautPoint *taut_command_line_find_point (TautAtlas    *atlas,
                                             const char     *text,
                                             TautSide       *side,
                                             GError        **error);

/* Reads a record and leaves the file where it is, damaged or not. */
TautRecord  *taut_command_line_read_record  (const char     *path,
                                             GError        **error);

/* "Side of the neck" for "neck_side:left" is written "side of the neck, left". */
char        *taut_command_line_name_side    (const char     *name,
                                             TautSide        side);

/* The commands: @arguments begin with the name of the command. */
int          taut_command_line_areas        (char         ***arguments);
int          taut_command_line_muscles      (char         ***arguments);
int          taut_command_line_points       (char         ***arguments);
int          taut_command_line_refer        (char         ***arguments);
int          taut_command_line_chart        (char         ***arguments);
int          taut_command_line_plan         (char         ***arguments);
int          taut_command_line_review       (char         ***arguments);
int          taut_command_line_check        (char         ***arguments);

G_END_DECLS
