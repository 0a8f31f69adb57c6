/* taut-skin-map-code.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The contents of a skin map, made so that they deflate well:
 *
 *   guint32  named[n_named]        cells by their number
 *   gint32   wide[n_wide]          differences that are too large for a byte
 *   guint16  counts[height]        how many runs each row has
 *   guint16  runs[n_runs][2]       column and length
 *   guint8   sources[n_samples]    which neighbour has the same cell
 *   guint8   steps[3][n_samples]   difference between place and guess, by axis
 *
 * Between its edges a triangle of the skin is flat, in the view as on the body at
 * rest; so the place of a sample is guessed from those to its left and above it,
 * and nearly every difference is 0 or 1. */

#define G_LOG_DOMAIN "taut-skin-map-code"

#include "config.h"

#include "taut-skin-map-code.h"

#include <string.h>

/* A byte that says that the difference stands among the wide ones. */
#define WIDE 255

/* Where a sample finds its cell. */
enum
{
  SOURCE_LEFT,
  SOURCE_ABOVE,
  SOURCE_ABOVE_RIGHT,
  SOURCE_NAMED,
};

/* The samples around one that is read or written, NULL where there are none. */
typedef struct
{
  const TautSkinMapSample *left;
  const TautSkinMapSample *above;
  const TautSkinMapSample *above_left;
  const TautSkinMapSample *above_right;
} Around;

/* The samples of the row above, with an empty place at both ends. */
typedef struct
{
  const TautSkinMapSample **above;
  const TautSkinMapSample **current;
} Lines;

static void
lines_init (Lines *lines,
            guint  width)
{
  g_assert (lines != NULL);

  lines->above = g_new0 (const TautSkinMapSample *, width + 2);
  lines->current = g_new0 (const TautSkinMapSample *, width + 2);
}

static void
lines_clear (Lines *lines)
{
  g_assert (lines != NULL);

  g_free (lines->above);
  g_free (lines->current);
}

static void
lines_advance (Lines *lines,
               guint  width)
{
  const TautSkinMapSample **above = lines->above;

  lines->above = lines->current;
  lines->current = above;
  memset (above, 0, (width + 2) * sizeof *above);
}

static inline Around
look_around (const Lines *lines,
             guint        column)
{
  return (Around) { lines->current[column], lines->above[column + 1], lines->above[column],
                    lines->above[column + 2] };
}

static inline int
guess (const Around *around,
       guint         axis)
{
  if (around->left != NULL && around->above != NULL && around->above_left != NULL)
    return around->left->place[axis] + around->above->place[axis]
           - around->above_left->place[axis];
  if (around->left != NULL)
    return around->left->place[axis];
  if (around->above != NULL)
    return around->above->place[axis];
  return 0;
}

/* 0, -1, 1, -2, 2... and back. */
static inline guint32
fold (gint32 difference)
{
  return difference >= 0 ? 2u * difference : 2u * -(difference + 1) + 1;
}

static inline gint32
unfold (guint32 folded)
{
  return folded & 1 ? -(gint32) (folded >> 1) - 1 : (gint32) (folded >> 1);
}

guint64
taut_skin_map_code_measure (const TautSkinMapHeader *header)
{
  g_return_val_if_fail (header != NULL, 0);

  return 4 * ((guint64) header->n_named + header->n_wide) + 2 * (guint64) header->height
         + 4 * (guint64) header->n_runs + 4 * (guint64) header->n_samples;
}

/* Reading */

typedef struct
{
  const TautSkinMapHeader *header;
  const guint32 *named;
  const gint32 *wide;
  const guint8 *sources;
  const guint8 *steps[3];
  guint n_named;
  guint n_wide;
} Reader;

static gboolean
read_runs (const TautSkinMapHeader *header,
           const guint16           *numbers,
           guint32                 *rows,
           TautSkinMapRun          *runs)
{
  const guint16 *pair = numbers + header->height;
  guint n_runs = 0;
  guint n_samples = 0;

  g_assert (rows != NULL);
  g_assert (runs != NULL);

  for (guint row = 0; row < header->height; row++)
    {
      guint column = 0;

      rows[row] = n_runs;
      if (numbers[row] > header->n_runs - n_runs)
        return FALSE;
      for (guint i = 0; i < numbers[row]; i++, pair += 2)
        {
          runs[n_runs++] = (TautSkinMapRun) { pair[0], pair[1], n_samples };
          if (pair[0] < column || pair[1] == 0 || (guint) pair[0] + pair[1] > header->width)
            return FALSE;
          column = pair[0] + pair[1];
          n_samples += pair[1];
        }
    }
  rows[header->height] = n_runs;
  return n_runs == header->n_runs && n_samples == header->n_samples;
}

static inline gboolean
read_cell (Reader       *reader,
           const Around *around,
           guint         i,
           guint32      *cell)
{
  const TautSkinMapSample *from;

  if (reader->sources[i] == SOURCE_NAMED)
    {
      if (reader->n_named == reader->header->n_named)
        return FALSE;
      *cell = reader->named[reader->n_named++];
      return *cell < 2 * reader->header->n_half_cells;
    }
  from = reader->sources[i] == SOURCE_LEFT ? around->left
         : reader->sources[i] == SOURCE_ABOVE ? around->above
         : reader->sources[i] == SOURCE_ABOVE_RIGHT ? around->above_right : NULL;
  if (from == NULL)
    return FALSE;
  *cell = from->cell;
  return TRUE;
}

static inline gboolean
read_sample (Reader            *reader,
             const Around      *around,
             guint              i,
             TautSkinMapSample *sample)
{
  if (!read_cell (reader, around, i, &sample->cell))
    return FALSE;

  for (guint axis = 0; axis < 3; axis++)
    {
      gint64 place = guess (around, axis);

      if (reader->steps[axis][i] != WIDE)
        place += unfold (reader->steps[axis][i]);
      else if (reader->n_wide < reader->header->n_wide)
        place += reader->wide[reader->n_wide++];
      else
        return FALSE;
      if (place < 0 || place > G_MAXUINT16)
        return FALSE;
      sample->place[axis] = place;
    }
  return TRUE;
}

gboolean
taut_skin_map_code_read (const TautSkinMapHeader *header,
                         const guint8            *contents,
                         guint32                 *rows,
                         TautSkinMapRun          *runs,
                         TautSkinMapSample       *samples)
{
  Reader reader = { header, (const guint32 *) contents };
  const guint16 *numbers;
  gboolean sound = TRUE;
  Lines lines;
  guint n = 0;

  g_return_val_if_fail (header != NULL, FALSE);
  g_return_val_if_fail (contents != NULL, FALSE);

  reader.wide = (const gint32 *) (reader.named + header->n_named);
  numbers = (const guint16 *) (reader.wide + header->n_wide);
  reader.sources = (const guint8 *) (numbers + header->height + 2 * (gsize) header->n_runs);
  for (guint axis = 0; axis < 3; axis++)
    reader.steps[axis] = reader.sources + (gsize) (axis + 1) * header->n_samples;
  if (!read_runs (header, numbers, rows, runs))
    return FALSE;

  lines_init (&lines, header->width);
  for (guint row = 0; row < header->height && sound; row++)
    {
      for (guint i = rows[row]; i < rows[row + 1] && sound; i++)
        for (guint k = 0; k < runs[i].length && sound; k++, n++)
          {
            Around around = look_around (&lines, runs[i].column + k);

            sound = read_sample (&reader, &around, n, &samples[n]);
            lines.current[runs[i].column + k + 1] = &samples[n];
          }
      lines_advance (&lines, header->width);
    }
  lines_clear (&lines);
  return sound && reader.n_named == header->n_named && reader.n_wide == header->n_wide;
}

/* Writing */

typedef struct
{
  GArray *named;
  GArray *wide;
  GByteArray *sources;
  GByteArray *steps[3];
} Writer;

static guint8
find_source (const Around *around,
             guint32       cell)
{
  g_assert (around != NULL);

  if (around->left != NULL && around->left->cell == cell)
    return SOURCE_LEFT;
  if (around->above != NULL && around->above->cell == cell)
    return SOURCE_ABOVE;
  if (around->above_right != NULL && around->above_right->cell == cell)
    return SOURCE_ABOVE_RIGHT;
  return SOURCE_NAMED;
}

static void
write_sample (Writer                  *writer,
              const Around            *around,
              const TautSkinMapSample *sample)
{
  guint8 source = find_source (around, sample->cell);

  g_assert (writer != NULL);

  g_byte_array_append (writer->sources, &source, 1);
  if (source == SOURCE_NAMED)
    g_array_append_val (writer->named, sample->cell);
  for (guint axis = 0; axis < 3; axis++)
    {
      gint32 difference = sample->place[axis] - guess (around, axis);
      guint32 folded = fold (difference);
      guint8 step = MIN (folded, WIDE);

      g_byte_array_append (writer->steps[axis], &step, 1);
      if (step == WIDE)
        g_array_append_val (writer->wide, difference);
    }
}

static GByteArray *
join (Writer                  *writer,
      const TautSkinMapHeader *header,
      const guint32           *rows,
      const TautSkinMapRun    *runs)
{
  GByteArray *contents = g_byte_array_new ();

  g_assert (writer != NULL);

  g_byte_array_append (contents, (const guint8 *) writer->named->data, writer->named->len * 4);
  g_byte_array_append (contents, (const guint8 *) writer->wide->data, writer->wide->len * 4);
  for (guint row = 0; row < header->height; row++)
    {
      guint16 count = rows[row + 1] - rows[row];

      g_byte_array_append (contents, (const guint8 *) &count, sizeof count);
    }
  for (guint i = 0; i < header->n_runs; i++)
    {
      g_byte_array_append (contents, (const guint8 *) &runs[i].column, 2);
      g_byte_array_append (contents, (const guint8 *) &runs[i].length, 2);
    }
  g_byte_array_append (contents, writer->sources->data, writer->sources->len);
  for (guint axis = 0; axis < 3; axis++)
    g_byte_array_append (contents, writer->steps[axis]->data, writer->steps[axis]->len);
  return contents;
}

GByteArray *
taut_skin_map_code_write (TautSkinMapHeader       *header,
                          const guint32           *rows,
                          const TautSkinMapRun    *runs,
                          const TautSkinMapSample *samples)
{
  Writer writer = { g_array_new (FALSE, FALSE, 4), g_array_new (FALSE, FALSE, 4),
                    g_byte_array_new () };
  GByteArray *contents;
  Lines lines;
  guint n = 0;

  g_return_val_if_fail (header != NULL, NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  for (guint axis = 0; axis < 3; axis++)
    writer.steps[axis] = g_byte_array_new ();
  lines_init (&lines, header->width);
  for (guint row = 0; row < header->height; row++)
    {
      for (guint i = rows[row]; i < rows[row + 1]; i++)
        for (guint k = 0; k < runs[i].length; k++, n++)
          {
            Around around = look_around (&lines, runs[i].column + k);

            write_sample (&writer, &around, &samples[n]);
            lines.current[runs[i].column + k + 1] = &samples[n];
          }
      lines_advance (&lines, header->width);
    }
  lines_clear (&lines);

  contents = join (&writer, header, rows, runs);
  header->n_named = writer.named->len;
  header->n_wide = writer.wide->len;
  header->size = contents->len;
  g_array_unref (writer.named);
  g_array_unref (writer.wide);
  g_byte_array_unref (writer.sources);
  for (guint axis = 0; axis < 3; axis++)
    g_byte_array_unref (writer.steps[axis]);
  return contents;
}
