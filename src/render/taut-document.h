/* taut-document.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define TAUT_RENDER_ERROR (taut_render_error_quark ())

/**
 * TautRenderError:
 * @TAUT_RENDER_ERROR_FORMAT: a file name says no format that is known
 * @TAUT_RENDER_ERROR_UNKNOWN: a name that the atlas does not hold
 * @TAUT_RENDER_ERROR_SIZE: a picture too large or too small to draw
 * @TAUT_RENDER_ERROR_DRAWING: the drawing itself failed
 */
typedef enum
{
  TAUT_RENDER_ERROR_FORMAT,
  TAUT_RENDER_ERROR_UNKNOWN,
  TAUT_RENDER_ERROR_SIZE,
  TAUT_RENDER_ERROR_DRAWING,
} TautRenderError;

GQuark         taut_render_error_quark       (void);

/* A cairo_write_func_t whose closure is a GByteArray. */
cairo_status_t taut_document_collect         (void                *bytes,
                                              const unsigned char *data,
                                              unsigned int         size);

/* Sets @error when @status is not success. */
gboolean       taut_document_check_status    (cairo_status_t       status,
                                              GError             **error);

/* @created may be NULL: a document without a date. Both are of a PDF surface. */
void           taut_document_describe_pdf    (cairo_surface_t     *surface,
                                              const char          *title,
                                              GDateTime           *created);

/**
 * taut_document_set_pdf_language:
 * @pdf: a whole PDF as cairo writes it, up to version 1.4
 * @language: such as "en"
 *
 * Adds the language to the document's catalog, so that screen readers speak it
 * rightly. cairo 1.16 cannot, so this appends an update of the catalog, as PDF
 * provides for. What is not understood stays as it is.
 */
void           taut_document_set_pdf_language (GByteArray         *pdf,
                                              const char          *language);

/* The same, with a text for each figure of the structure, in the order in which they
 * were drawn: (nullable) (element-type utf8). cairo 1.16 cannot do that either. */
void           taut_document_complete_pdf    (GByteArray          *pdf,
                                              const char          *language,
                                              GPtrArray           *alternatives);

/* Puts title and description into an SVG as cairo writes it. */
void           taut_document_describe_svg    (GByteArray          *svg,
                                              const char          *title,
                                              const char          *description);

G_END_DECLS
