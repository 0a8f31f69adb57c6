/* taut-skin-border.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Borders of the segments on the body at rest, left half. Numbers are figure
 * units; each border names the landmark that it follows. */

#define G_LOG_DOMAIN "taut-skin-border"

#include "config.h"

#include "taut-skin-border.h"

#define NO_PIECE G_MAXUINT32

/* The skin behind the ear is as far inside of the middle of its shell. */
#define EAR_BACK -2.2

typedef struct
{
  double at;
  double value;
} Knot;

/* Straight between the knots, constant beyond them. */
static double
interpolate (const Knot *knots,
             guint       n_knots,
             double      at)
{
  g_assert (knots != NULL);

  if (at <= knots[0].at)
    return knots[0].value;
  for (guint i = 1; i < n_knots; i++)
    if (at <= knots[i].at)
      return knots[i - 1].value + (knots[i].value - knots[i - 1].value)
                                  * (at - knots[i - 1].at) / (knots[i].at - knots[i - 1].at);
  return knots[n_knots - 1].value;
}

/* From the nuchal line over the mastoid process and the angle of the jaw along
 * the lower edge of the jaw to the chin: y over z. */
static double
get_jaw_line (double z)
{
  static const Knot knots[] = {
    { -50, 92 }, { -30, 92 }, { -16, 90 }, { -6, 98 }, { 4, 110 }, { 20, 119 },
    { 40, 127 }, { 54, 131.5 },
  };

  return interpolate (knots, G_N_ELEMENTS (knots), z);
}

/* From the vertebra prominens (C7) over the slope of the trapezius to the
 * collar bone and the notch of the breast bone: y over the angle around the
 * neck, 0 in front. */
static double
get_collar_line (TautVector at)
{
  static const Knot knots[] = {
    { 0, 181 }, { 30, 176 }, { 60, 168 }, { 90, 158 }, { 120, 152 }, { 180, 150 },
  };
  double angle = atan2 (at.x, at.z + 20) * 180 / G_PI;

  return interpolate (knots, G_N_ELEMENTS (knots), angle);
}

/* A sagittal plane from just inside the point of the shoulder (acromion) down
 * to the armpit, leaning outwards; in front and behind it meets the ends of the
 * folds of the armpit. */
static gboolean
is_beyond_shoulder (TautVector at)
{
  static const Knot knots[] = {
    { 162, 83 }, { 178, 92.5 }, { 205, 99 }, { 235, 100 }, { 252, 96 }, { 290, 96 }, { 400, 110 },
    { 640, 126 },
  };

  return at.x > interpolate (knots, G_N_ELEMENTS (knots), at.y);
}

/* The groin line from the upper front spine of the hip bone to the groin in
 * front, the gluteal fold behind, joined over the trochanter: y over the angle
 * around the hip, 0 in front, 90 outside. */
static double
get_groin_line (TautVector at)
{
  static const Knot front[] = { { 0, 527 }, { 8, 521 }, { 50, 490 }, { 90, 462 } };
  static const Knot back[] = { { 0, 529 }, { 15, 533 }, { 40, 538 }, { 75, 530 }, { 100, 512 } };
  double before = interpolate (front, G_N_ELEMENTS (front), at.x);
  double behind = interpolate (back, G_N_ELEMENTS (back), at.x);
  double t = CLAMP ((22 - at.z) / 55, 0, 1);

  t = t * t * (3 - 2 * t);
  return before + (behind - before) * t;
}

/* From the front of the ankle, where the foot begins to slope, down to the top
 * of the heel bone: y over z. */
static double
get_ankle_line (double z)
{
  static const Knot knots[] = { { -38, 958 }, { 0, 955 }, { 20, 946 } };

  return interpolate (knots, G_N_ELEMENTS (knots), z);
}

/* The shell of the ear: the outline of helix, lobe and tragus in side view,
 * outside of the skin of the temple and of the mastoid. */
static gboolean
is_ear (const TautSkinFrame *frame,
        TautVector           at)
{
  static const double outline[][2] = {
    { 4.6, 66 }, { 2.5, 59.5 }, { -2, 54.4 }, { -8, 52.4 }, { -14.5, 55.2 }, { -17.6, 63.5 },
    { -15.6, 73.5 }, { -11.2, 80.8 }, { -8, 86.5 }, { -3.5, 89.4 }, { 0.6, 87.8 }, { 0.6, 82.5 },
    { 2.6, 75.5 }, { 4, 70 },
  };
  TautVector from = taut_vector_subtract (at, taut_skin_frame_get_centre (frame, at.y));
  gboolean inside = FALSE;

  g_assert (frame != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outline); i++)
    {
      const double *a = outline[i];
      const double *b = outline[(i + 1) % G_N_ELEMENTS (outline)];

      if ((a[1] > at.y) != (b[1] > at.y) &&
          at.z < a[0] + (at.y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
        inside = !inside;
    }
  return inside && taut_vector_dot (from, frame->zero) > EAR_BACK;
}

/* The finger or toe among those from @first to @last that is nearest, if the
 * place lies beyond the crease at its base. */
static gboolean
find_digit (const TautSkinFrame *frames,
            TautSegment          first,
            TautSegment          last,
            TautVector           at,
            TautSegment         *digit)
{
  double nearest = G_MAXDOUBLE;

  g_assert (frames != NULL);
  g_assert (digit != NULL);

  for (TautSegment i = first; i <= last; i++)
    {
      double u;
      double theta;
      double radius;

      taut_skin_frame_measure (&frames[i], at, &u, &theta, &radius);
      if (u < frames[i].border || radius > frames[i].reach)
        continue;
      radius /= frames[i].reach;
      if (radius < nearest)
        {
          nearest = radius;
          *digit = i;
        }
    }
  return nearest < G_MAXDOUBLE;
}

static TautSegment
get_arm_owner (const TautSkinFrame *frames,
               TautVector           at)
{
  const TautSkinFrame *hand = &frames[TAUT_SEGMENT_HAND];
  TautSegment digit;

  g_assert (frames != NULL);

  if (taut_vector_dot (at, hand->direction) > hand->s[0])
    return find_digit (frames, TAUT_SEGMENT_THUMB, TAUT_SEGMENT_LITTLE, at, &digit)
           ? digit : TAUT_SEGMENT_HAND;

  /* Across the fold of the elbow. */
  return at.y > frames[TAUT_SEGMENT_UPPERARM].s[1] ? TAUT_SEGMENT_FOREARM
                                                   : TAUT_SEGMENT_UPPERARM;
}

static TautSegment
get_leg_owner (const TautSkinFrame *frames,
               TautVector           at)
{
  TautSegment digit;

  g_assert (frames != NULL);

  if (at.y > get_ankle_line (at.z))
    return find_digit (frames, TAUT_SEGMENT_TOE_1, TAUT_SEGMENT_TOE_5, at, &digit)
           ? digit : TAUT_SEGMENT_FOOT;

  /* Through the middle of the knee cap. */
  return at.y > frames[TAUT_SEGMENT_THIGH].s[1] ? TAUT_SEGMENT_LEG : TAUT_SEGMENT_THIGH;
}

TautSegment
taut_skin_border_get_owner (const TautSkinFrame *frames,
                            TautVector           at)
{
  g_return_val_if_fail (frames != NULL, TAUT_SEGMENT_TRUNK);

  if (at.y < 135 && at.y < get_jaw_line (at.z))
    return is_ear (&frames[TAUT_SEGMENT_EAR], at) ? TAUT_SEGMENT_EAR : TAUT_SEGMENT_HEAD;
  if (at.y > 160 && is_beyond_shoulder (at))
    return get_arm_owner (frames, at);
  if (at.y < get_collar_line (at))
    return TAUT_SEGMENT_NECK;
  if (at.y > 440 && at.y > get_groin_line (at))
    return get_leg_owner (frames, at);
  return TAUT_SEGMENT_TRUNK;
}

/* Islands */

static void
flood_piece (const TautMesh *mesh,
             const guint8   *owners,
             guint32        *pieces,
             guint32         piece,
             guint32         start,
             GArray         *queue)
{
  g_assert (mesh != NULL);
  g_assert (owners != NULL);
  g_assert (pieces != NULL);
  g_assert (queue != NULL);

  g_array_set_size (queue, 0);
  g_array_append_val (queue, start);
  pieces[start] = piece;
  for (guint i = 0; i < queue->len; i++)
    {
      guint32 from = g_array_index (queue, guint32, i);

      for (guint k = mesh->starts[from]; k < mesh->starts[from + 1]; k++)
        {
          guint32 to = mesh->links[k];

          if (pieces[to] == NO_PIECE && owners[to] == owners[start])
            {
              pieces[to] = piece;
              g_array_append_val (queue, to);
            }
        }
    }
}

/* Gives the islands to their neighbours, ring by ring. */
static void
dissolve (const TautMesh *mesh,
          guint8         *owners,
          gboolean       *loose)
{
  gboolean changed = TRUE;

  g_assert (mesh != NULL);
  g_assert (owners != NULL);
  g_assert (loose != NULL);

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < mesh->n_vertices; i++)
        for (guint k = mesh->starts[i]; loose[i] && k < mesh->starts[i + 1]; k++)
          if (!loose[mesh->links[k]])
            {
              owners[i] = owners[mesh->links[k]];
              loose[i] = FALSE;
              changed = TRUE;
            }
    }
}

guint8 *
taut_skin_border_part_mesh (const TautSkinFrame *frames,
                            const TautMesh      *mesh)
{
  g_autofree guint32 *pieces = NULL;
  g_autofree gboolean *loose = NULL;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 largest[TAUT_N_SEGMENTS];
  guint sizes[TAUT_N_SEGMENTS] = { 0, };
  guint8 *owners;
  guint32 n_pieces = 0;

  g_return_val_if_fail (frames != NULL, NULL);
  g_return_val_if_fail (mesh != NULL, NULL);

  owners = g_new (guint8, MAX (mesh->n_vertices, 1));
  pieces = g_new (guint32, MAX (mesh->n_vertices, 1));
  loose = g_new (gboolean, MAX (mesh->n_vertices, 1));
  for (guint i = 0; i < mesh->n_vertices; i++)
    {
      owners[i] = taut_skin_border_get_owner (frames, mesh->positions[i]);
      pieces[i] = NO_PIECE;
    }

  for (guint i = 0; i < mesh->n_vertices; i++)
    if (pieces[i] == NO_PIECE)
      {
        flood_piece (mesh, owners, pieces, n_pieces, i, queue);
        if (queue->len > sizes[owners[i]])
          {
            sizes[owners[i]] = queue->len;
            largest[owners[i]] = n_pieces;
          }
        n_pieces++;
      }

  for (guint i = 0; i < mesh->n_vertices; i++)
    loose[i] = pieces[i] != largest[owners[i]];
  dissolve (mesh, owners, loose);
  return owners;
}
