/* taut-guide-rows.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows that the pages of the guide share. */

/* @links: (element-type TautMuscleLink): each row leads to one by @action, which takes
 * its key */
void taut_guide_rows_show_links (GtkListBox *list,
                                 GPtrArray  *links,
                                 const char *action);

/* @texts: (element-type utf8): sentences to heed */
void taut_guide_rows_show_texts (GtkListBox *list,
                                 GPtrArray  *texts);

G_END_DECLS
