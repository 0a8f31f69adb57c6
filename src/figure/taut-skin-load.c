/* taut-skin-load.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-skin-load"

#include "config.h"

#include "taut-skin-private.h"

#include <string.h>

G_DEFINE_QUARK (taut-skin-error-quark, taut_skin_error)

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_assert (reason != NULL);

  g_set_error (error, TAUT_SKIN_ERROR, TAUT_SKIN_ERROR_FORMAT, "skin: %s", reason);
  return FALSE;
}

static gboolean
check_header (const TautSkinHeader  *header,
              gsize                  size,
              GError               **error)
{
  gsize expected;

  g_assert (header != NULL || size == 0);

  if (size < sizeof *header)
    return fail (error, "the file is cut off");
  if (memcmp (header->magic, TAUT_SKIN_FILE_MAGIC, sizeof header->magic) != 0)
    return fail (error, "the file is not a skin");
  if (header->byte_order != TAUT_FILE_BYTE_ORDER_MARK)
    return fail (error, "the file is from a machine of another byte order");
  if (header->version != TAUT_SKIN_FILE_VERSION)
    return fail (error, "the file is of another version");
  if (header->n_cells == 0 || header->n_cells % 2 != 0 ||
      header->n_cells / 2 > TAUT_SKIN_MAX_HALF_CELLS ||
      header->n_links > 64u * header->n_cells || header->n_nodes > 1u << 24)
    return fail (error, "the counts in the header are out of range");

  expected = sizeof *header
             + TAUT_N_SEGMENTS * (sizeof (TautSkinFrame) + sizeof (TautSkinGrid))
             + header->n_cells * (sizeof (TautSkinCell) + 3 * sizeof (float))
             + (header->n_cells + 1 + (gsize) header->n_links) * sizeof (guint32)
             + header->n_nodes * (sizeof (float) + sizeof (guint32));
  if (size != expected)
    return fail (error, size < expected ? "the file is cut off" : "the file is too long");
  return TRUE;
}

static void
map_arrays (TautSkin             *self,
            const TautSkinHeader *header,
            const guint8         *at)
{
  g_assert (self != NULL);
  g_assert (header != NULL);
  g_assert (at != NULL);

  self->n_cells = header->n_cells;
  at += sizeof *header;
  memcpy (self->frames, at, sizeof self->frames);
  at += sizeof self->frames;
  memcpy (self->grids, at, sizeof self->grids);
  at += sizeof self->grids;
  self->cells = (const TautSkinCell *) at;
  at += header->n_cells * sizeof (TautSkinCell);
  self->broad = (const float (*)[3]) at;
  at += header->n_cells * 3 * sizeof (float);
  self->starts = (const guint32 *) at;
  at += (header->n_cells + 1) * sizeof (guint32);
  self->links = (const guint32 *) at;
  at += header->n_links * sizeof (guint32);
  self->radii = (const float *) at;
  at += header->n_nodes * sizeof (float);
  self->places = (const guint32 *) at;
}

static gboolean
check_segments (const TautSkin  *self,
                guint32          n_nodes,
                GError         **error)
{
  g_assert (self != NULL);

  for (guint i = 0; i < TAUT_N_SEGMENTS; i++)
    {
      const TautSkinFrame *frame = &self->frames[i];
      const TautSkinGrid *grid = &self->grids[i];

      if (frame->n_knots < 2 || frame->n_knots > TAUT_SKIN_FRAME_MAX_KNOTS ||
          !(frame->s[1] > frame->s[0]) || !(frame->u[0] > TAUT_SKIN_U_MIN) ||
          !(frame->u[1] > frame->u[0]) || !(frame->u[1] < TAUT_SKIN_U_MAX))
        return fail (error, "a segment has no axis");
      for (guint k = 1; k < frame->n_knots; k++)
        if (!(frame->knots[k][0] > frame->knots[k - 1][0]))
          return fail (error, "a segment has no axis");
      if (grid->n_cap_rows == 0 || grid->n_cap_rows > 4096 ||
          grid->n_body_rows == 0 || grid->n_body_rows > 4096 ||
          grid->n_columns < 2 || grid->n_columns > 4096 ||
          grid->first > n_nodes ||
          taut_skin_grid_get_n_nodes (grid) > n_nodes - grid->first)
        return fail (error, "a segment has no grid");
    }
  return TRUE;
}

static gboolean
check_cells (const TautSkin  *self,
             guint32          n_links,
             GError         **error)
{
  g_assert (self != NULL);

  for (guint i = 0; i < self->n_cells; i++)
    {
      const TautSkinCell *cell = &self->cells[i];
      const float *p = cell->position;

      if (cell->segment >= TAUT_N_SEGMENTS || cell->side != (i >= self->n_cells / 2) ||
          !(fabsf (p[0]) < 4096 && fabsf (p[1]) < 4096 && fabsf (p[2]) < 4096) ||
          !(cell->area > 0 && cell->area < 1e6f))
        return fail (error, "a cell is damaged");
      if (self->starts[i] > self->starts[i + 1])
        return fail (error, "the neighbours of a cell are damaged");
    }

  if (self->starts[0] != 0 || self->starts[self->n_cells] != n_links)
    return fail (error, "the neighbours of a cell are damaged");
  for (guint i = 0; i < n_links; i++)
    if (self->links[i] >= self->n_cells)
      return fail (error, "the neighbours of a cell are damaged");
  return TRUE;
}

static gboolean
check_nodes (const TautSkin  *self,
             guint32          n_nodes,
             GError         **error)
{
  g_assert (self != NULL);

  for (guint i = 0; i < n_nodes; i++)
    if ((self->places[i] != TAUT_SKIN_NO_CELL && self->places[i] >= self->n_cells / 2) ||
        !(self->radii[i] >= 0 && self->radii[i] < 4096))
      return fail (error, "a place of an address is damaged");
  return TRUE;
}

TautSkin *
taut_skin_new (GBytes  *bytes,
               GError **error)
{
  g_autoptr (TautSkin) self = NULL;
  const TautSkinHeader *header;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (TautSkin, 1);
  g_atomic_ref_count_init (&self->ref_count);
  data = g_bytes_get_data (bytes, &size);
  if ((gsize) data % sizeof (guint32) == 0)
    self->bytes = g_bytes_ref (bytes);
  else
    self->bytes = g_bytes_new (data, size);

  data = g_bytes_get_data (self->bytes, &size);
  header = (const TautSkinHeader *) data;
  if (!check_header (header, size, error))
    return NULL;
  map_arrays (self, header, data);
  if (!check_segments (self, header->n_nodes, error) ||
      !check_cells (self, header->n_links, error) ||
      !check_nodes (self, header->n_nodes, error))
    return NULL;

  for (guint i = 0; i < self->n_cells; i++)
    self->area += self->cells[i].area;
  return g_steal_pointer (&self);
}
