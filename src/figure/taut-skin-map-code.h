/* taut-skin-map-code.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-skin-map.h"

G_BEGIN_DECLS

/* How large the contents are, not deflated. */
guint64  taut_skin_map_code_measure (const TautSkinMapHeader  *header);

/* Fills in @rows, @runs and @samples; %FALSE when the contents are damaged. */
gboolean taut_skin_map_code_read    (const TautSkinMapHeader  *header,
                                     const guint8             *contents,
                                     guint32                  *rows,
                                     TautSkinMapRun           *runs,
                                     TautSkinMapSample        *samples);

/* The counts in @header are filled in. */
GByteArray *taut_skin_map_code_write (TautSkinMapHeader        *header,
                                      const guint32            *rows,
                                      const TautSkinMapRun     *runs,
                                      const TautSkinMapSample  *samples);

G_END_DECLS
