/* taut-view-loader.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-view.h"

G_BEGIN_DECLS

/* Loads views in a thread, ready to be asked: so that no frame waits for it.
 * @ids: %NULL-terminated; @figure: one of taut_view_list_figures(). */
void       taut_view_loader_load_async  (TautSkin             *skin,
                                         const char *const    *ids,
                                         const char           *figure,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
/* Returns: (transfer full) (element-type TautView): in the order of the ids */
GPtrArray *taut_view_loader_load_finish (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
