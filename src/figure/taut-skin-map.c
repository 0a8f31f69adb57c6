/* taut-skin-map.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-map"

#include "config.h"

#include "taut-skin-map.h"

#include <gio/gio.h>
#include <string.h>

#include "taut-skin-file.h"
#include "taut-skin-map-code.h"
#include "taut-skin-private.h"

#define MAX_SIDE 8192
#define MAX_SAMPLES_PER_UNIT 64
#define MAX_SCALE 4096
/* Multiples that make a sample's width: places are much finer than samples. */
#define SCALE_PER_SAMPLE 16

static gboolean
fail (GError     **error,
      const char  *id,
      const char  *reason)
{
  g_assert (id != NULL);
  g_assert (reason != NULL);

  g_set_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_FORMAT, "skin map \"%s\": %s", id, reason);
  return FALSE;
}

static gboolean
has_sound_counts (const TautSkinMapHeader *header)
{
  g_assert (header != NULL);

  if (header->width == 0 || header->width > MAX_SIDE ||
      header->height == 0 || header->height > MAX_SIDE ||
      header->n_runs > header->width * header->height ||
      header->n_samples > header->width * header->height ||
      header->n_named > header->n_samples ||
      header->n_wide > (guint64) header->n_samples * 3)
    return FALSE;
  if (header->scale == 0 || header->scale > MAX_SCALE ||
      header->samples_per_unit == 0 || header->samples_per_unit > MAX_SAMPLES_PER_UNIT)
    return FALSE;
  for (guint axis = 0; axis < 3; axis++)
    if (ABS ((gint64) header->low[axis]) > MAX_SCALE * 4096)
      return FALSE;

  return fabsf (header->bounds[0]) < 4096 && fabsf (header->bounds[1]) < 4096 &&
         header->bounds[2] * header->samples_per_unit == header->width &&
         header->bounds[3] * header->samples_per_unit == header->height &&
         header->size == taut_skin_map_code_measure (header);
}

TautSkinMap *
taut_skin_map_new (const char  *id,
                   GBytes      *bytes,
                   TautSkin    *skin,
                   GError     **error)
{
  g_autoptr (TautSkinMap) map = NULL;
  TautSkinMapHeader *header;
  const char *fault = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (skin != NULL, NULL);

  map = g_new0 (TautSkinMap, 1);
  map->bytes = g_bytes_ref (bytes);
  header = &map->header;
  data = g_bytes_get_data (bytes, &size);
  if (size >= sizeof *header)
    memcpy (header, data, sizeof *header);

  if (size < sizeof *header)
    fault = "the file is cut off";
  else if (memcmp (header->magic, TAUT_SKIN_MAP_MAGIC, sizeof header->magic) != 0)
    fault = "the file is not a skin map";
  else if (header->byte_order != TAUT_FILE_BYTE_ORDER_MARK)
    fault = "the file is from a machine of another byte order";
  else if (header->version != TAUT_SKIN_MAP_VERSION)
    fault = "the file is of another version";
  else if (header->n_half_cells != taut_skin_get_n_cells (skin) / 2)
    fault = "the file belongs to another skin";
  else if (!has_sound_counts (header))
    fault = "the counts in the header are out of range";
  if (fault != NULL)
    {
      fail (error, id, fault);
      return NULL;
    }

  map->bounds = (TautViewBounds) { header->bounds[0], header->bounds[1],
                                   header->bounds[2], header->bounds[3] };
  map->width = header->width;
  map->height = header->height;
  map->samples_per_unit = header->samples_per_unit;
  return g_steal_pointer (&map);
}

void
taut_skin_map_free (TautSkinMap *map)
{
  if (map == NULL)
    return;

  g_bytes_unref (map->bytes);
  g_free (map->rows);
  g_free (map->runs);
  g_free (map->samples);
  g_free (map);
}

/* Packing */

/* All of @from becomes all of @to, whose size is known. */
static gboolean
inflate (const guint8 *from,
         gsize         n_from,
         guint8       *to,
         gsize         n_to)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize done_from = 0;
  gsize done_to = 0;

  g_assert (from != NULL);
  g_assert (to != NULL);

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize n_read = 0;
      gsize n_written = 0;

      if (done_from == n_from && done_to == n_to)
        return FALSE;
      result = g_converter_convert (G_CONVERTER (inflater), from + done_from, n_from - done_from,
                                    to + done_to, n_to - done_to + 1, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, NULL);
      done_from += n_read;
      done_to += n_written;
      if (done_to > n_to)
        return FALSE;
    }
  return result == G_CONVERTER_FINISHED && done_from == n_from && done_to == n_to;
}

static GByteArray *
deflate (const guint8 *from,
         gsize         n_from)
{
  g_autoptr (GZlibCompressor) deflater = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  GConverterResult result = G_CONVERTER_CONVERTED;
  GByteArray *packed = g_byte_array_new ();
  gsize done_from = 0;
  gsize done_to = 0;

  g_assert (from != NULL);

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize n_read = 0;
      gsize n_written = 0;

      g_byte_array_set_size (packed, done_to + 65536);
      result = g_converter_convert (G_CONVERTER (deflater), from + done_from, n_from - done_from,
                                    packed->data + done_to, 65536, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, NULL);
      done_from += n_read;
      done_to += n_written;
    }
  g_byte_array_set_size (packed, done_to);
  return packed;
}

gboolean
taut_skin_map_unpack (TautSkinMap  *map,
                      const char   *id,
                      GError      **error)
{
  g_autofree guint8 *contents = NULL;
  const TautSkinMapHeader *header;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (map != NULL, FALSE);
  g_return_val_if_fail (map->rows == NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  header = &map->header;
  data = g_bytes_get_data (map->bytes, &size);
  contents = g_malloc ((gsize) header->size + 1);
  map->rows = g_new0 (guint32, map->height + 1);
  map->runs = g_new (TautSkinMapRun, MAX (header->n_runs, 1));
  map->samples = g_new (TautSkinMapSample, MAX (header->n_samples, 1));
  if (!inflate (data + sizeof *header, size - sizeof *header, contents, header->size) ||
      !taut_skin_map_code_read (header, contents, map->rows, map->runs, map->samples))
    {
      memset (map->rows, 0, (map->height + 1) * sizeof *map->rows);
      return fail (error, id, "the contents are damaged");
    }
  map->n_samples = header->n_samples;
  return TRUE;
}

/* The multiples of a place. */
static void
quantize (const TautSkinMapHeader *header,
          TautVector               place,
          gint32                   multiples[3])
{
  const double axes[3] = { place.x, place.y, place.z };

  g_assert (header != NULL);

  for (guint axis = 0; axis < 3; axis++)
    multiples[axis] = lrint (axes[axis] * header->scale);
}

static void
find_low (TautSkinMapHeader *header,
          const TautVector  *places,
          const gboolean    *seen)
{
  gsize n = (gsize) header->width * header->height;

  g_assert (places != NULL);
  g_assert (seen != NULL);

  for (guint axis = 0; axis < 3; axis++)
    header->low[axis] = G_MAXINT16;
  for (gsize i = 0; i < n; i++)
    if (seen[i])
      {
        gint32 multiples[3];

        quantize (header, places[i], multiples);
        for (guint axis = 0; axis < 3; axis++)
          header->low[axis] = MIN (header->low[axis], multiples[axis]);
      }
}

/* What is seen, as runs. */
typedef struct
{
  GArray *rows;
  GArray *runs;
  GArray *samples;
} Contents;

static void
add_sample (Contents                *contents,
            const TautSkinMapHeader *header,
            guint32                  cell,
            TautVector               place)
{
  TautSkinMapSample sample = { .cell = cell };
  gint32 multiples[3];

  g_assert (contents != NULL);

  quantize (header, place, multiples);
  for (guint axis = 0; axis < 3; axis++)
    sample.place[axis] = CLAMP (multiples[axis] - header->low[axis], 0, G_MAXUINT16);
  g_array_append_val (contents->samples, sample);
}

static void
gather (Contents                *contents,
        const TautSkinMapHeader *header,
        const guint32           *cells,
        const TautVector        *places,
        const gboolean          *seen)
{
  g_assert (contents != NULL);

  for (guint y = 0; y < header->height; y++)
    {
      gboolean in_run = FALSE;

      g_array_append_val (contents->rows, contents->runs->len);
      for (guint x = 0; x < header->width; x++)
        {
          gsize i = (gsize) y * header->width + x;

          if (seen[i] && !in_run)
            {
              TautSkinMapRun run = { x, 0, contents->samples->len };

              g_array_append_val (contents->runs, run);
            }
          in_run = seen[i];
          if (in_run)
            {
              g_array_index (contents->runs, TautSkinMapRun, contents->runs->len - 1).length++;
              add_sample (contents, header, cells[i], places[i]);
            }
        }
    }
  g_array_append_val (contents->rows, contents->runs->len);
}

GBytes *
taut_skin_map_write (const TautViewBounds *bounds,
                     guint                 samples_per_unit,
                     guint                 n_half_cells,
                     const guint32        *cells,
                     const TautVector     *places,
                     const gboolean       *seen)
{
  TautSkinMapHeader header = {
    .version = TAUT_SKIN_MAP_VERSION,
    .byte_order = TAUT_FILE_BYTE_ORDER_MARK,
    .samples_per_unit = samples_per_unit,
    .n_half_cells = n_half_cells,
    .scale = SCALE_PER_SAMPLE * samples_per_unit,
  };
  Contents contents = {
    g_array_new (FALSE, FALSE, sizeof (guint32)),
    g_array_new (FALSE, FALSE, sizeof (TautSkinMapRun)),
    g_array_new (FALSE, FALSE, sizeof (TautSkinMapSample)),
  };
  g_autoptr (GByteArray) coded = NULL;
  g_autoptr (GByteArray) packed = NULL;
  GByteArray *file = g_byte_array_new ();

  g_return_val_if_fail (bounds != NULL, NULL);
  g_return_val_if_fail (cells != NULL, NULL);
  g_return_val_if_fail (places != NULL, NULL);
  g_return_val_if_fail (seen != NULL, NULL);

  memcpy (header.magic, TAUT_SKIN_MAP_MAGIC, sizeof header.magic);
  header.bounds[0] = bounds->x;
  header.bounds[1] = bounds->y;
  header.bounds[2] = bounds->width;
  header.bounds[3] = bounds->height;
  header.width = lrint (bounds->width * samples_per_unit);
  header.height = lrint (bounds->height * samples_per_unit);
  find_low (&header, places, seen);
  gather (&contents, &header, cells, places, seen);
  header.n_runs = contents.runs->len;
  header.n_samples = contents.samples->len;
  coded = taut_skin_map_code_write (&header, (const guint32 *) contents.rows->data,
                                    (const TautSkinMapRun *) contents.runs->data,
                                    (const TautSkinMapSample *) contents.samples->data);
  packed = deflate (coded->data, coded->len);
  g_byte_array_append (file, (const guint8 *) &header, sizeof header);
  g_byte_array_append (file, packed->data, packed->len);
  g_array_unref (contents.rows);
  g_array_unref (contents.runs);
  g_array_unref (contents.samples);
  return g_byte_array_free_to_bytes (file);
}

gint64
taut_skin_map_find (const TautSkinMap *map,
                    guint              column,
                    guint              row)
{
  guint low;
  guint high;

  g_return_val_if_fail (map != NULL, -1);
  g_return_val_if_fail (row < map->height, -1);

  low = map->rows[row];
  high = map->rows[row + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const TautSkinMapRun *run = &map->runs[middle];

      if (column < run->column)
        high = middle;
      else if (column >= (guint) run->column + run->length)
        low = middle + 1;
      else
        return (gint64) run->first + (column - run->column);
    }
  return -1;
}
