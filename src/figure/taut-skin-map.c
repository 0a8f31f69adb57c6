/* taut-skin-map.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-map"

#include "config.h"

#include "taut-skin-map.h"

#include <string.h>

#include "taut-skin-file.h"
#include "taut-skin-private.h"

#define MAX_SIDE 8192

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
check_header (const TautSkinMapHeader  *header,
              gsize                     size,
              const char               *id,
              TautSkin                 *skin,
              GError                  **error)
{
  gsize expected;

  g_assert (header != NULL || size == 0);

  if (size < sizeof *header)
    return fail (error, id, "the file is cut off");
  if (memcmp (header->magic, TAUT_SKIN_MAP_MAGIC, sizeof header->magic) != 0)
    return fail (error, id, "the file is not a skin map");
  if (header->byte_order != TAUT_FILE_BYTE_ORDER_MARK)
    return fail (error, id, "the file is from a machine of another byte order");
  if (header->version != TAUT_SKIN_MAP_VERSION)
    return fail (error, id, "the file is of another version");
  if (header->n_half_cells != taut_skin_get_n_cells (skin) / 2)
    return fail (error, id, "the file belongs to another skin");
  if (header->width == 0 || header->width > MAX_SIDE ||
      header->height == 0 || header->height > MAX_SIDE ||
      header->n_runs > header->width * header->height ||
      header->n_samples > header->width * header->height ||
      !(fabsf (header->bounds[0]) < 4096 && fabsf (header->bounds[1]) < 4096) ||
      header->bounds[2] * TAUT_SKIN_MAP_SAMPLES_PER_UNIT != header->width ||
      header->bounds[3] * TAUT_SKIN_MAP_SAMPLES_PER_UNIT != header->height)
    return fail (error, id, "the counts in the header are out of range");

  expected = sizeof *header + (header->height + 1) * sizeof (guint32)
             + header->n_runs * sizeof (TautSkinMapRun)
             + header->n_samples * sizeof (TautSkinMapSample);
  if (size != expected)
    return fail (error, id, size < expected ? "the file is cut off" : "the file is too long");
  return TRUE;
}

static gboolean
check_row (const TautSkinMap *map,
           guint              row,
           guint             *n_samples)
{
  guint column = 0;

  g_assert (map != NULL);
  g_assert (n_samples != NULL);

  for (guint i = map->rows[row]; i < map->rows[row + 1]; i++)
    {
      const TautSkinMapRun *run = &map->runs[i];

      if (run->first != *n_samples || run->length == 0 || run->column < column ||
          run->column + run->length > (int) map->width)
        return FALSE;
      *n_samples += run->length;
      column = run->column + run->length;
    }
  return TRUE;
}

static gboolean
check_contents (const TautSkinMap  *map,
                const char         *id,
                guint               n_runs,
                guint               n_half_cells,
                GError            **error)
{
  guint n_samples = 0;

  g_assert (map != NULL);

  if (map->rows[0] != 0 || map->rows[map->height] != n_runs)
    return fail (error, id, "a row is damaged");
  for (guint i = 0; i < map->height; i++)
    if (map->rows[i] > map->rows[i + 1] || map->rows[i + 1] > n_runs ||
        !check_row (map, i, &n_samples))
      return fail (error, id, "a row is damaged");
  if (n_samples != map->n_samples)
    return fail (error, id, "a row is damaged");
  for (guint i = 0; i < map->n_samples; i++)
    if (map->samples[i].cell >= n_half_cells)
      return fail (error, id, "a sample is damaged");
  return TRUE;
}

TautSkinMap *
taut_skin_map_new (const char  *id,
                   GBytes      *bytes,
                   TautSkin    *skin,
                   GError     **error)
{
  g_autoptr (TautSkinMap) map = NULL;
  const TautSkinMapHeader *header;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (skin != NULL, NULL);

  map = g_new0 (TautSkinMap, 1);
  data = g_bytes_get_data (bytes, &size);
  if ((gsize) data % sizeof (guint32) == 0)
    map->bytes = g_bytes_ref (bytes);
  else
    map->bytes = g_bytes_new (data, size);

  data = g_bytes_get_data (map->bytes, &size);
  header = (const TautSkinMapHeader *) data;
  if (!check_header (header, size, id, skin, error))
    return NULL;

  map->bounds = (TautViewBounds) { header->bounds[0], header->bounds[1],
                                   header->bounds[2], header->bounds[3] };
  map->width = header->width;
  map->height = header->height;
  map->n_samples = header->n_samples;
  map->rows = (const guint32 *) (data + sizeof *header);
  map->runs = (const TautSkinMapRun *) (map->rows + map->height + 1);
  map->samples = (const TautSkinMapSample *) (map->runs + header->n_runs);
  if (!check_contents (map, id, header->n_runs, header->n_half_cells, error))
    return NULL;
  return g_steal_pointer (&map);
}

void
taut_skin_map_free (TautSkinMap *map)
{
  if (map == NULL)
    return;

  g_bytes_unref (map->bytes);
  g_free (map);
}

GBytes *
taut_skin_map_write (const TautViewBounds    *bounds,
                     guint                    width,
                     guint                    height,
                     guint                    n_half_cells,
                     const TautSkinMapSample *samples,
                     const gboolean          *seen)
{
  TautSkinMapHeader header = {
    .version = TAUT_SKIN_MAP_VERSION,
    .byte_order = TAUT_FILE_BYTE_ORDER_MARK,
    .width = width,
    .height = height,
    .n_half_cells = n_half_cells,
  };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (TautSkinMapRun));
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (TautSkinMapSample));
  GByteArray *array;

  g_return_val_if_fail (bounds != NULL, NULL);
  g_return_val_if_fail (samples != NULL, NULL);
  g_return_val_if_fail (seen != NULL, NULL);

  for (guint y = 0; y < height; y++)
    {
      gboolean in_run = FALSE;

      g_array_append_val (rows, runs->len);
      for (guint x = 0; x < width; x++)
        {
          gsize i = (gsize) y * width + x;

          if (seen[i] && !in_run)
            {
              TautSkinMapRun run = { x, 0, kept->len };

              g_array_append_val (runs, run);
            }
          in_run = seen[i];
          if (in_run)
            {
              g_array_index (runs, TautSkinMapRun, runs->len - 1).length++;
              g_array_append_val (kept, samples[i]);
            }
        }
    }
  g_array_append_val (rows, runs->len);

  memcpy (header.magic, TAUT_SKIN_MAP_MAGIC, sizeof header.magic);
  header.bounds[0] = bounds->x;
  header.bounds[1] = bounds->y;
  header.bounds[2] = bounds->width;
  header.bounds[3] = bounds->height;
  header.n_runs = runs->len;
  header.n_samples = kept->len;
  array = g_byte_array_new ();
  g_byte_array_append (array, (const guint8 *) &header, sizeof header);
  g_byte_array_append (array, (const guint8 *) rows->data, rows->len * sizeof (guint32));
  g_byte_array_append (array, (const guint8 *) runs->data, runs->len * sizeof (TautSkinMapRun));
  g_byte_array_append (array, (const guint8 *) kept->data,
                       kept->len * sizeof (TautSkinMapSample));
  return g_byte_array_free_to_bytes (array);
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

guint
taut_skin_map_read (const TautSkinMap *map,
                    TautSkin          *skin,
                    guint              sample,
                    TautVector        *position)
{
  const TautSkinMapSample *s;
  const TautSkinCell *cell;
  gboolean right;

  g_return_val_if_fail (map != NULL, 0);
  g_return_val_if_fail (skin != NULL, 0);
  g_return_val_if_fail (sample < map->n_samples, 0);
  g_return_val_if_fail (position != NULL, 0);

  s = &map->samples[sample];
  cell = taut_skin_get_cell (skin, s->cell);
  right = s->offset[0] & 1;
  position->x = cell->position[0] + (s->offset[0] & ~1) / TAUT_SKIN_MAP_OFFSET_SCALE;
  position->y = cell->position[1] + s->offset[1] / TAUT_SKIN_MAP_OFFSET_SCALE;
  position->z = cell->position[2] + s->offset[2] / TAUT_SKIN_MAP_OFFSET_SCALE;
  if (!right)
    return s->cell;
  position->x = -position->x;
  return taut_skin_get_mirror_cell (skin, s->cell);
}

static gint16
encode_offset (double offset)
{
  return lrint (CLAMP (offset * TAUT_SKIN_MAP_OFFSET_SCALE, -32000, 32000));
}

void
taut_skin_map_encode (TautSkin          *skin,
                      guint              cell,
                      TautVector         position,
                      TautSkinMapSample *sample)
{
  gboolean right;
  const TautSkinCell *c;

  g_return_if_fail (skin != NULL);
  g_return_if_fail (cell < taut_skin_get_n_cells (skin));
  g_return_if_fail (sample != NULL);

  right = cell >= taut_skin_get_n_cells (skin) / 2;
  if (right)
    {
      cell = taut_skin_get_mirror_cell (skin, cell);
      position.x = -position.x;
    }
  c = taut_skin_get_cell (skin, cell);
  sample->cell = cell;
  sample->offset[0] = (encode_offset (position.x - c->position[0]) & ~1) | right;
  sample->offset[1] = encode_offset (position.y - c->position[1]);
  sample->offset[2] = encode_offset (position.z - c->position[2]);
}
