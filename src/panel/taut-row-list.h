/* taut-row-list.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the row of one entry. */
typedef GtkWidget *(* TautRowNewFunc)    (gconstpointer  entry,
                                          gpointer       user_data);
/* Shows an entry in a row that is there already. */
typedef void       (* TautRowUpdateFunc) (GtkWidget     *row,
                                          gconstpointer  entry,
                                          gpointer       user_data);

/**
 * taut_row_list_sync:
 * @list: a list box
 * @entries: what to show; every entry is a struct that begins with its key, a
 *   string that is unique within the list
 *
 * Brings the rows of @list in line with @entries. Rows whose key is still there
 * are kept, so that focus, open expanders and a drag in progress survive a
 * change of the data. When the row with the focus goes, its neighbour takes it.
 */
void taut_row_list_sync (GtkListBox        *list,
                         GPtrArray         *entries,
                         TautRowNewFunc     new_row,
                         TautRowUpdateFunc  update_row,
                         gpointer           user_data);

/* (nullable) (transfer none) */
GtkWidget  *taut_row_list_find    (GtkListBox *list,
                                   const char *key);
const char *taut_row_list_get_key (GtkWidget  *row);

G_END_DECLS
