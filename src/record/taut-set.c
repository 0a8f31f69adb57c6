/* taut-set.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-set"

#include "config.h"

#include "taut-set.h"

#include <string.h>

static gpointer
get_element (GArray *set,
             guint   index)
{
  g_assert (set != NULL);

  return set->data + (gsize) index * g_array_get_element_size (set);
}

GArray *
taut_set_new (gconstpointer values,
              guint         n_values,
              guint         size,
              GCompareFunc  compare)
{
  GArray *set;
  guint n_kept = 0;

  g_return_val_if_fail (values != NULL || n_values == 0, NULL);
  g_return_val_if_fail (compare != NULL, NULL);

  set = g_array_sized_new (FALSE, FALSE, size, n_values);
  if (n_values > 0)
    g_array_append_vals (set, values, n_values);
  /* GLib's sort of arrays is a stable merge sort. */
  g_array_sort (set, compare);
  for (guint i = 0; i < set->len; i++)
    {
      gpointer value = get_element (set, i);

      if (n_kept > 0 && compare (get_element (set, n_kept - 1), value) == 0)
        continue;
      memmove (get_element (set, n_kept), value, size);
      n_kept++;
    }
  g_array_set_size (set, n_kept);

  return set;
}

guint
taut_set_find (GArray        *set,
               gconstpointer  value,
               GCompareFunc   compare,
               gboolean      *found)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (set != NULL, 0);
  g_return_val_if_fail (value != NULL, 0);
  g_return_val_if_fail (found != NULL, 0);

  high = set->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (get_element (set, middle), value) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *found = low < set->len && compare (get_element (set, low), value) == 0;

  return low;
}

GArray *
taut_set_with (GArray        *set,
               gconstpointer  value,
               GCompareFunc   compare)
{
  GArray *copy;
  gboolean found;
  guint index;

  g_return_val_if_fail (set != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  index = taut_set_find (set, value, compare, &found);
  copy = g_array_copy (set);
  if (found)
    memcpy (get_element (copy, index), value, g_array_get_element_size (copy));
  else
    g_array_insert_vals (copy, index, value, 1);

  return copy;
}

GArray *
taut_set_without (GArray        *set,
                  gconstpointer  value,
                  GCompareFunc   compare)
{
  GArray *copy;
  gboolean found;
  guint index;

  g_return_val_if_fail (set != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  index = taut_set_find (set, value, compare, &found);
  copy = g_array_copy (set);
  if (found)
    g_array_remove_index (copy, index);

  return copy;
}

int
taut_set_compare_numbers (gconstpointer a,
                          gconstpointer b)
{
  const guint *left = a;
  const guint *right = b;

  return (*left > *right) - (*left < *right);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
taut_set_of_texts (const char *const *texts)
{
  g_autoptr (GArray) set = NULL;
  char **copies;

  if (texts == NULL)
    return NULL;

  set = taut_set_new (texts, g_strv_length ((char **) texts), sizeof (char *), compare_texts);
  copies = g_new0 (char *, set->len + 1);
  for (guint i = 0; i < set->len; i++)
    copies[i] = g_strdup (g_array_index (set, char *, i));

  return copies;
}
