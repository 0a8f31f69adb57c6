/* taut-row-list.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-row-list"

#include "config.h"

#include "taut-row-list.h"

static GQuark
row_key_quark (void)
{
  static GQuark quark = 0;

  if (G_UNLIKELY (quark == 0))
    quark = g_quark_from_static_string ("taut-row-key");

  return quark;
}

static const char *
get_entry_key (gconstpointer entry)
{
  return *(const char *const *) entry;
}

const char *
taut_row_list_get_key (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_WIDGET (row), NULL);

  return g_object_get_qdata (G_OBJECT (row), row_key_quark ());
}

GtkWidget *
taut_row_list_find (GtkListBox *list,
                    const char *key)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      if (g_strcmp0 (taut_row_list_get_key (GTK_WIDGET (row)), key) == 0)
        return GTK_WIDGET (row);
    }

  return NULL;
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_assert (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Returns: the index of a removed row that had the focus, or -1 */
static int
remove_gone_rows (GtkListBox *list,
                  GHashTable *keys)
{
  GtkListBoxRow *row;
  int focus_index = -1;
  int i = 0;

  g_assert (GTK_IS_LIST_BOX (list));
  g_assert (keys != NULL);

  while ((row = gtk_list_box_get_row_at_index (list, i)) != NULL)
    {
      if (g_hash_table_contains (keys, taut_row_list_get_key (GTK_WIDGET (row))))
        {
          i++;
          continue;
        }

      if (has_focus_inside (GTK_WIDGET (row)))
        focus_index = i;
      gtk_list_box_remove (list, GTK_WIDGET (row));
    }

  return focus_index;
}

static void
move_row (GtkListBox *list,
          GtkWidget  *row,
          int         index)
{
  g_assert (GTK_IS_LIST_BOX (list));

  g_object_ref (row);
  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, index);
  g_object_unref (row);
}

/* A row that is taken out loses the focus: the others make way for it. */
static void
make_way (GtkListBox *list,
          GtkWidget  *row,
          int         index)
{
  g_assert (GTK_IS_LIST_BOX (list));

  while (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) > index)
    move_row (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, index)), -1);
}

static void
place_row (GtkListBox        *list,
           gconstpointer      entry,
           int                index,
           TautRowNewFunc     new_row,
           TautRowUpdateFunc  update_row,
           gpointer           user_data)
{
  const char *key = get_entry_key (entry);
  GtkWidget *row = taut_row_list_find (list, key);

  g_assert (new_row != NULL);
  g_assert (update_row != NULL);

  if (row == NULL)
    {
      row = new_row (entry, user_data);
      g_object_set_qdata_full (G_OBJECT (row), row_key_quark (), g_strdup (key), g_free);
      update_row (row, entry, user_data);
      gtk_list_box_insert (list, row, index);
      return;
    }

  update_row (row, entry, user_data);
  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == index)
    return;

  if (has_focus_inside (row))
    make_way (list, row, index);
  else
    move_row (list, row, index);
}

static void
focus_neighbour (GtkListBox *list,
                 int         index)
{
  GtkListBoxRow *row;

  g_assert (GTK_IS_LIST_BOX (list));

  row = gtk_list_box_get_row_at_index (list, index);
  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (list, index - 1);

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

void
taut_row_list_sync (GtkListBox        *list,
                    GPtrArray         *entries,
                    TautRowNewFunc     new_row,
                    TautRowUpdateFunc  update_row,
                    gpointer           user_data)
{
  g_autoptr (GHashTable) keys = NULL;
  int focus_index;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (entries != NULL);
  g_return_if_fail (new_row != NULL);
  g_return_if_fail (update_row != NULL);

  keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (keys, (gpointer) get_entry_key (g_ptr_array_index (entries, i)));

  focus_index = remove_gone_rows (list, keys);

  for (guint i = 0; i < entries->len; i++)
    place_row (list, g_ptr_array_index (entries, i), i, new_row, update_row, user_data);

  if (focus_index >= 0)
    focus_neighbour (list, focus_index);
}
