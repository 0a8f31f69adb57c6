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

/* An object of a PDF as it shall be. */
typedef struct
{
  guint64 number;
  char *text;
} Object;

static void
clear_object (gpointer data)
{
  g_free (((Object *) data)->text);
}

/* What is known of the end of a PDF. */
typedef struct
{
  guint64 root;
  guint64 info;
  guint64 n_objects;
  gsize table;
} Trailer;

static gboolean
read_trailer (const GByteArray *pdf,
              Trailer          *trailer)
{
  gsize reach = MIN (pdf->len, TRAILER_REACH);
  g_autofree char *tail = g_strndup ((const char *) pdf->data + pdf->len - reach, reach);
  const char *text = strstr (tail, "trailer");
  const char *table;

  if (text == NULL || !find_reference (text, "/Root ", &trailer->root) ||
      !find_reference (text, "/Info ", &trailer->info) ||
      !find_reference (text, "/Size ", &trailer->n_objects))
    return FALSE;

  table = strstr (text, "startxref\n");
  if (table == NULL)
    return FALSE;

  trailer->table = g_ascii_strtoull (table + strlen ("startxref\n"), NULL, 10);

  return TRUE;
}

/* UTF-16, which a PDF holds in any language. */
static void
append_string (GString    *text,
               const char *words)
{
  g_autofree gunichar2 *units = NULL;
  glong n_units = 0;

  units = g_utf8_to_utf16 (words, -1, NULL, &n_units, NULL);
  g_string_append (text, "<FEFF");
  for (glong i = 0; units != NULL && i < n_units; i++)
    g_string_append_printf (text, "%04X", units[i]);
  g_string_append_c (text, '>');
}

/* Bytes may be zero, so no function for strings does. */
static const char *
find_bytes (const char *start,
            const char *end,
            const char *wanted)
{
  gsize length = strlen (wanted);

  while ((gsize) (end - start) >= length)
    {
      const char *place = memchr (start, *wanted, (gsize) (end - start) - length + 1);

      if (place == NULL)
        return NULL;
      if (memcmp (place, wanted, length) == 0)
        return place;
      start = place + 1;
    }

  return NULL;
}

/* The figures of the structure stand in the order in which they were drawn. */
static void
add_figures (const GByteArray *pdf,
             GPtrArray        *alternatives,
             GArray           *objects)
{
  const char *place = (const char *) pdf->data;
  const char *end = place + pdf->len;

  for (guint i = 0; i < alternatives->len; i++)
    {
      static const char mark[] = "\n<< /Type /StructElem\n   /S /Figure\n";
      const char *start = find_bytes (place, end, mark);
      const char *stop, *head;
      g_autoptr (GString) text = NULL;
      Object object;

      if (start == NULL)
        return;

      stop = find_bytes (start, end, "\n>>\nendobj\n");
      for (head = start; head > (const char *) pdf->data && head[-1] != '\n'; head--)
        ;
      if (stop == NULL)
        return;

      object.number = g_ascii_strtoull (head, NULL, 10);
      text = g_string_new_len (start + 1, stop - start - 1);
      g_string_append (text, "\n   /Alt ");
      append_string (text, g_ptr_array_index (alternatives, i));
      g_string_append (text, "\n>>");
      object.text = g_string_free (g_steal_pointer (&text), FALSE);
      g_array_append_val (objects, object);
      place = stop;
    }
}

/* Appends @objects, which take the place of those of the same number. */
static void
append_update (GByteArray    *pdf,
               const Trailer *trailer,
               GArray        *objects)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new ("xref\n");
  gsize start;

  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = &g_array_index (objects, Object, i);

      g_string_append_printf (table, "%" G_GUINT64_FORMAT " 1\n%010zu 00000 n \n", object->number,
                              pdf->len + text->len);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT " 0 obj\n%s\nendobj\n", object->number,
                              object->text);
    }
  start = pdf->len + text->len;
  g_string_append_printf (text,
                          "%strailer\n<< /Size %" G_GUINT64_FORMAT
                          "\n   /Root %" G_GUINT64_FORMAT " 0 R"
                          "\n   /Info %" G_GUINT64_FORMAT " 0 R"
                          "\n   /Prev %zu\n>>\nstartxref\n%zu\n%%%%EOF\n",
                          table->str, trailer->n_objects, trailer->root, trailer->info,
                          trailer->table, start);
  g_byte_array_append (pdf, (const guint8 *) text->str, (guint) text->len);
}

void
taut_document_complete_pdf (GByteArray *pdf,
                            const char *language,
                            GPtrArray  *alternatives)
{
  g_autoptr (GArray) objects = NULL;
  g_autofree char *catalog = NULL;
  Object root;
  Trailer trailer;

  g_return_if_fail (pdf != NULL);
  g_return_if_fail (language != NULL);

  if (pdf->len == 0 || !read_trailer (pdf, &trailer))
    return;

  catalog = find_catalog (pdf, trailer.table, trailer.root);
  if (catalog == NULL || strstr (catalog, "/Lang") != NULL)
    return;

  objects = g_array_new (FALSE, TRUE, sizeof (Object));
  g_array_set_clear_func (objects, clear_object);
  root.number = trailer.root;
  root.text = g_strdup_printf ("<<%s/Lang (%s)%s\n>>", catalog, language,
                               strstr (catalog, "/StructTreeRoot") != NULL &&
                               strstr (catalog, "/MarkInfo") == NULL
                                 ? "\n   /MarkInfo << /Marked true >>" : "");
  g_array_append_val (objects, root);
  if (alternatives != NULL)
    add_figures (pdf, alternatives, objects);
  append_update (pdf, &trailer, objects);
}

void
taut_document_set_pdf_language (GByteArray *pdf,
                                const char *language)
{
  taut_document_complete_pdf (pdf, language, NULL);
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
