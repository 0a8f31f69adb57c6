/* taut-area-list.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-area-item.h"

G_BEGIN_DECLS

/**
 * TautAreaList:
 *
 * All areas of the body by name, to search and choose from; says of each which
 * view shows it. The way to any area without a pointer and without sight of the
 * picture.
 *
 * Signal: "chosen" (TautAreaItem).
 */
#define TAUT_TYPE_AREA_LIST (taut_area_list_get_type ())

G_DECLARE_FINAL_TYPE (TautAreaList, taut_area_list, TAUT, AREA_LIST, GtkPopover)

GtkWidget *taut_area_list_new       (void);

/* @items: (element-type TautAreaItem) */
void       taut_area_list_set_items (TautAreaList *self,
                                     GListModel   *items);

G_END_DECLS
