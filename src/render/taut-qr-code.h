/* taut-qr-code.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TautQrCode:
 *
 * Text that a camera can read: a square of black and white modules with the quiet
 * zone that the standard demands.
 */
typedef struct _TautQrCode TautQrCode;

/* @n_most: modules that a side may have, quiet zone included
 * Returns: (transfer full) (nullable): %NULL when the text needs more of them */
TautQrCode *taut_qr_code_new       (const char        *text,
                                    guint              n_most);
void        taut_qr_code_free      (TautQrCode        *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautQrCode, taut_qr_code_free)

/* Modules of a side, quiet zone included. */
guint       taut_qr_code_get_n_modules (const TautQrCode *code);
/* White ground and black modules, as paths, in a square of @size. */
void        taut_qr_code_draw      (const TautQrCode  *code,
                                    double             x,
                                    double             y,
                                    double             size,
                                    cairo_t           *cr);

G_END_DECLS
