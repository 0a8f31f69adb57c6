/* taut-qr-code.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-qr-code"

#include "config.h"

#include "taut-qr-code.h"

#include <qrencode.h>

/* Modules of white on each side. */
#define QUIET_ZONE 4

struct _TautQrCode
{
  QRcode *code;
};

TautQrCode *
taut_qr_code_new (const char *text,
                  guint       n_most)
{
  TautQrCode *self;
  QRcode *code;

  g_return_val_if_fail (text != NULL, NULL);

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_L);
  if (code == NULL)
    return NULL;

  if ((guint) code->width + 2 * QUIET_ZONE > n_most)
    {
      QRcode_free (code);
      return NULL;
    }

  self = g_new0 (TautQrCode, 1);
  self->code = code;

  return self;
}

void
taut_qr_code_free (TautQrCode *code)
{
  if (code == NULL)
    return;

  QRcode_free (code->code);
  g_free (code);
}

guint
taut_qr_code_get_n_modules (const TautQrCode *code)
{
  g_return_val_if_fail (code != NULL, 0);

  return (guint) code->code->width + 2 * QUIET_ZONE;
}

static gboolean
is_black (const TautQrCode *code,
          int               column,
          int               row)
{
  return code->code->data[row * code->code->width + column] & 1;
}

/* Modules side by side are one line as thick as a module, all of them one path: no
 * hairs of white between them, and half as long in a PDF as rectangles. */
static void
add_row (const TautQrCode *code,
         int               row,
         cairo_t          *cr)
{
  int width = code->code->width;
  int start = 0;

  g_assert (code != NULL);

  for (int column = 0; column < width; column++)
    {
      if (!is_black (code, column, row))
        continue;

      start = column;
      while (column < width && is_black (code, column, row))
        column++;
      cairo_move_to (cr, QUIET_ZONE + start, QUIET_ZONE + row + 0.5);
      cairo_line_to (cr, QUIET_ZONE + column, QUIET_ZONE + row + 0.5);
    }
}

void
taut_qr_code_draw (const TautQrCode *code,
                   double            x,
                   double            y,
                   double            size,
                   cairo_t          *cr)
{
  double module;

  g_return_if_fail (code != NULL);
  g_return_if_fail (cr != NULL);

  module = size / taut_qr_code_get_n_modules (code);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, x, y, size, size);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, module, module);
  for (int row = 0; row < code->code->width; row++)
    add_row (code, row, cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}
