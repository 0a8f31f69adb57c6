/* taut-document.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-document"

#include "config.h"

#include "taut-document.h"

#include <cairo-pdf.h>
#include <string.h>

/* Bytes from the end of a PDF within which its trailer starts. */
#define TRAILER_REACH 1024
/* Bytes of a line of the table of objects. */
#define TABLE_ENTRY 20
/* Length of its first line and the start of the second. */
#define TABLE_HEAD 7

G_DEFINE_QUARK (taut-render-error-quark, taut_render_error)

cairo_status_t
taut_document_collect (void                *bytes,
                       const unsigned char *data,
                       unsigned int         size)
{
  g_return_val_if_fail (bytes != NULL, CAIRO_STATUS_WRITE_ERROR);

  g_byte_array_append (bytes, data, size);

  return CAIRO_STATUS_SUCCESS;
}

gboolean
taut_document_check_status (cairo_status_t   status,
                            GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, TAUT_RENDER_ERROR, TAUT_RENDER_ERROR_DRAWING,
               "the picture cannot be drawn: %s", cairo_status_to_string (status));

  return FALSE;
}

void
taut_document_describe_pdf (cairo_surface_t *surface,
                            const char      *title,
                            GDateTime       *created)
{
  g_autofree char *date = NULL;

  g_return_if_fail (surface != NULL);
  g_return_if_fail (title != NULL);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Tautline");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Tautline " PACKAGE_VERSION);

  /* Without a date cairo would ask the clock, and no two files were alike. */
  if (created != NULL)
    date = g_date_time_format (created, "%Y-%m-%dT%H:%M:%S%:z");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* Finds "/NAME N 0 R" in a trailer. */
static gboolean
find_reference (const char *trailer,
                const char *name,
                guint64    *object)
{
  const char *at;

  g_assert (trailer != NULL);
  g_assert (name != NULL);

  at = strstr (trailer, name);
  if (at == NULL)
    return FALSE;

  *object = g_ascii_strtoull (at + strlen (name), NULL, 10);

  return *object > 0;
}

/* Where an object starts, by the table that starts at @table: a line "xref", one
 * with the range, then 20 bytes for each object. */
static gboolean
find_object (const GByteArray *pdf,
             gsize             table,
             guint64           object,
             gsize            *place)
{
  const char *text = (const char *) pdf->data;
  char line[TABLE_ENTRY + 1] = "";
  const char *lines;
  gsize entry;

  g_assert (pdf != NULL);

  if (pdf->len < TABLE_HEAD || table > pdf->len - TABLE_HEAD ||
      strncmp (text + table, "xref\n0 ", TABLE_HEAD) != 0)
    return FALSE;

  lines = memchr (text + table + 5, '\n', pdf->len - table - 5);
  if (lines == NULL || object > pdf->len / TABLE_ENTRY)
    return FALSE;

  entry = (gsize) (lines + 1 - text) + object * TABLE_ENTRY;
  if (entry + TABLE_ENTRY > pdf->len)
    return FALSE;

  memcpy (line, text + entry, TABLE_ENTRY);
  *place = g_ascii_strtoull (line, NULL, 10);

  return *place < table;
}

/* The dictionary of the catalog without its brackets. */
static char *
find_catalog (const GByteArray *pdf,
              gsize             table,
              guint64           object)
{
  g_autofree char *text = NULL;
  const char *start, *end;
  gsize place;

  g_assert (pdf != NULL);

  if (!find_object (pdf, table, object, &place))
    return NULL;

  text = g_strndup ((const char *) pdf->data + place, table - place);
  start = strstr (text, "<<");
  end = strstr (text, "endobj");
  if (start == NULL || end == NULL || strstr (text, "/Type /Catalog") == NULL)
    return NULL;

  while (end > start && end[-1] != '>')
    end--;

  return end - start < 4 ? NULL : g_strndup (start + 2, (gsize) (end - start) - 4);
}

void
taut_document_set_pdf_language (GByteArray *pdf,
                                const char *language)
{
  g_autofree char *tail = NULL;
  g_autofree char *catalog = NULL;
  g_autofree char *update = NULL;
  g_autofree char *object_text = NULL;
  const char *trailer, *table_text;
  guint64 root, info, n_objects;
  gsize table;

  g_return_if_fail (pdf != NULL);
  g_return_if_fail (language != NULL);

  if (pdf->len == 0)
    return;

  table = MIN (pdf->len, TRAILER_REACH);
  tail = g_strndup ((const char *) pdf->data + pdf->len - table, table);
  trailer = strstr (tail, "trailer");
  if (trailer == NULL || !find_reference (trailer, "/Root ", &root) ||
      !find_reference (trailer, "/Info ", &info) || !find_reference (trailer, "/Size ", &n_objects))
    return;

  table_text = strstr (trailer, "startxref\n");
  if (table_text == NULL)
    return;

  table = g_ascii_strtoull (table_text + strlen ("startxref\n"), NULL, 10);
  catalog = find_catalog (pdf, table, root);
  if (catalog == NULL || strstr (catalog, "/Lang") != NULL)
    return;

  object_text = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n<<%s/Lang (%s)\n>>\nendobj\n",
                                 root, catalog, language);
  update = g_strdup_printf ("%sxref\n%" G_GUINT64_FORMAT " 1\n%010u 00000 n \n"
                            "trailer\n<< /Size %" G_GUINT64_FORMAT
                            "\n   /Root %" G_GUINT64_FORMAT " 0 R"
                            "\n   /Info %" G_GUINT64_FORMAT " 0 R"
                            "\n   /Prev %zu\n>>\nstartxref\n%zu\n%%%%EOF\n",
                            object_text, root, pdf->len, n_objects, root, info,
                            table, pdf->len + strlen (object_text));
  g_byte_array_append (pdf, (const guint8 *) update, (guint) strlen (update));
}

void
taut_document_describe_svg (GByteArray *svg,
                            const char *title,
                            const char *description)
{
  g_autofree char *markup = NULL;
  const char *start, *end;
  gsize place;

  g_return_if_fail (svg != NULL);
  g_return_if_fail (title != NULL);
  g_return_if_fail (description != NULL);

  start = g_strstr_len ((const char *) svg->data, svg->len, "<svg");
  if (start == NULL)
    return;

  place = (gsize) (start - (const char *) svg->data);
  end = memchr (start, '>', svg->len - place);
  if (end == NULL)
    return;

  place = (gsize) (end + 1 - (const char *) svg->data);
  markup = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", title, description);
  {
    gsize length = strlen (markup);
    gsize rest = svg->len - place;

    g_byte_array_set_size (svg, (guint) (svg->len + length));
    memmove (svg->data + place + length, svg->data + place, rest);
    memcpy (svg->data + place, markup, length);
  }
}
