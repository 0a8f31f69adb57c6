/* taut-set.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorted arrays without doubles, as values keep them. @compare tells elements
 * apart; elements that it calls equal may still differ in what they say. */

/* Of elements that are equal, the first stays. */
GArray  *taut_set_new       (gconstpointer  values,
                             guint          n_values,
                             guint          size,
                             GCompareFunc   compare);

/* The index of the first element that is not before @value. */
guint    taut_set_find      (GArray        *set,
                             gconstpointer  value,
                             GCompareFunc   compare,
                             gboolean      *found);

/* Copies of @set with @value, in the place of one that is equal, or without it. */
GArray  *taut_set_with      (GArray        *set,
                             gconstpointer  value,
                             GCompareFunc   compare);
GArray  *taut_set_without   (GArray        *set,
                             gconstpointer  value,
                             GCompareFunc   compare);

int      taut_set_compare_numbers (gconstpointer a,
                                   gconstpointer b);

/* Texts, sorted and freed of doubles; %NULL stays %NULL. (transfer full) */
char   **taut_set_of_texts        (const char *const *texts);

G_END_DECLS
