/* taut-art-lines.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-lines"

#include "config.h"

#include "taut-art-lines.h"

#include <string.h>

#include "taut-json.h"
#include "taut-outline.h"

#define MAX_BYTES (1 << 20)
#define MAX_DEPTH 12
/* Corners from one authored point to the next. */
#define FINENESS 8

/* A sheet of paper on which lines were drawn: where it stands at rest, from
 * where it was looked at, and what its lines lie on unless they say otherwise. */
typedef struct
{
  TautVector origin;
  TautVector u;
  TautVector v;
  TautVector cast;
  TautArtLimb limb;
  const char *bone;
  double far;
  double facing;
} Plane;

static gboolean
read_vector (JsonObject  *object,
             const char  *where,
             const char  *member,
             TautVector  *vector,
             GError     **error)
{
  JsonArray *array = taut_json_read_array (object, where, member, error);
  double *number[3] = { &vector->x, &vector->y, &vector->z };

  if (!array)
    return FALSE;

  for (guint i = 0; i < 3; i++)
    {
      if (!taut_json_element_number (array, i, where, member, -2000, 2000, number[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_number (JsonObject  *object,
             const char  *where,
             const char  *member,
             double       minimum,
             double       maximum,
             double      *value,
             GError     **error)
{
  if (!json_object_has_member (object, member))
    return TRUE;

  return taut_json_read_number (object, where, member, minimum, maximum, value, error);
}

static gboolean
read_choice (JsonObject        *object,
             const char        *where,
             const char        *member,
             const char *const *choices,
             guint             *value,
             GError           **error)
{
  const char *text = NULL;

  if (!json_object_has_member (object, member))
    return TRUE;
  if (!taut_json_read_string (object, where, member, &text, error))
    return FALSE;

  for (guint i = 0; choices[i]; i++)
    {
      if (g_str_equal (text, choices[i]))
        {
          *value = i;
          return TRUE;
        }
    }

  g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
               "%s: field \"%s\": expected one of the known words, found \"%s\"", where, member,
               text);

  return FALSE;
}

static gboolean
read_limb (JsonObject   *object,
           const char   *where,
           TautArtLimb  *limb,
           GError      **error)
{
  static const char *const limbs[] = { "torso", "head", "arm", "leg", NULL };
  guint value = *limb;

  if (!read_choice (object, where, "limb", limbs, &value, error))
    return FALSE;
  *limb = value;

  return TRUE;
}

static gboolean
read_plane (JsonObject  *planes,
            const char  *where,
            const char  *id,
            Plane       *plane,
            GError     **error)
{
  static const char *const known[] = { "origin", "u",    "v",   "cast",   "limb",
                                       "bone",   "far",  "facing", NULL };
  JsonObject *object = taut_json_read_object (planes, where, id, error);

  *plane = (Plane) { .far = 95, .facing = 0 };
  if (!object || !taut_json_check_members (object, where, known, error))
    return FALSE;

  if (!read_vector (object, where, "origin", &plane->origin, error) ||
      !read_vector (object, where, "u", &plane->u, error) ||
      !read_vector (object, where, "v", &plane->v, error) ||
      !read_vector (object, where, "cast", &plane->cast, error) ||
      !read_limb (object, where, &plane->limb, error) ||
      !taut_json_read_string (object, where, "bone", &plane->bone, error) ||
      !read_number (object, where, "far", 1, 300, &plane->far, error) ||
      !read_number (object, where, "facing", -1, 1, &plane->facing, error))
    return FALSE;

  plane->cast = taut_vector_normalize (plane->cast);

  return TRUE;
}

/* Points on a plane, refined, as places of the body. */
static gboolean
read_points (JsonObject   *object,
             const char   *where,
             const char   *member,
             const Plane  *plane,
             gboolean      closed,
             TautVector  **points,
             guint        *n_points,
             GError      **error)
{
  JsonArray *array = taut_json_read_array (object, where, member, error);
  g_autoptr (TautLine) rough = NULL;
  g_autoptr (TautLine) fine = NULL;

  if (!array)
    return FALSE;

  rough = g_new0 (TautLine, 1);
  rough->n_points = json_array_get_length (array);
  rough->points = g_new0 (TautOutlinePoint, rough->n_points + 1);
  rough->closed = closed;
  for (guint i = 0; i < rough->n_points; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (!pair || json_array_get_length (pair) != 2)
        {
          g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
                       "%s: field \"%s\": expected pairs of numbers, found something else", where,
                       member);
          return FALSE;
        }
      if (!taut_json_element_number (pair, 0, where, member, -2000, 2000, &rough->points[i].x,
                                     error) ||
          !taut_json_element_number (pair, 1, where, member, -2000, 2000, &rough->points[i].y,
                                     error))
        return FALSE;
    }

  fine = taut_line_refine (rough, FINENESS);
  *n_points = fine->n_points;
  *points = g_new (TautVector, fine->n_points);
  for (guint i = 0; i < fine->n_points; i++)
    (*points)[i] =
      taut_vector_add (plane->origin,
                       taut_vector_add (taut_vector_scale (plane->u, fine->points[i].x),
                                        taut_vector_scale (plane->v, fine->points[i].y)));

  return TRUE;
}

static void
line_free (TautArtLine *line)
{
  g_assert (line);

  g_free (line->id);
  g_free (line->style);
  g_free (line->bone);
  g_free (line->last_bone);
  g_free (line->within);
  g_free (line->points);
  g_free (line->ends);
  g_free (line);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautArtLine, line_free)

static gboolean
read_text (JsonObject  *object,
           const char  *where,
           const char  *member,
           char       **text,
           GError     **error)
{
  const char *value = NULL;

  if (!json_object_has_member (object, member))
    return TRUE;
  if (!taut_json_read_string (object, where, member, &value, error))
    return FALSE;

  g_free (*text);
  *text = g_strdup (value);

  return TRUE;
}

static gboolean
read_shape (JsonObject   *object,
            const char   *where,
            const Plane  *plane,
            TautArtLine  *line,
            GError      **error)
{
  gboolean closed = line->kind == TAUT_ART_KIND_FILL;
  gint64 count = 12;
  guint n_ends = 0;

  if (!read_points (object, where, "points", plane, closed, &line->points, &line->n_points, error))
    return FALSE;
  if (line->kind != TAUT_ART_KIND_STRANDS)
    return TRUE;

  if (!read_points (object, where, "ends", plane, FALSE, &line->ends, &n_ends, error))
    return FALSE;
  if (json_object_has_member (object, "count") &&
      !taut_json_read_integer (object, where, "count", 1, 200, &count, error))
    return FALSE;
  if (n_ends != line->n_points)
    {
      g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
                   "%s: field \"ends\": expected as many points as \"points\", found %u", where,
                   (n_ends - 1) / FINENESS + 1);
      return FALSE;
    }
  line->count = (guint) count;

  return TRUE;
}

static gboolean
read_taper (JsonObject   *object,
            const char   *where,
            TautArtLine  *line,
            GError      **error)
{
  JsonArray *taper = NULL;

  if (!json_object_has_member (object, "taper"))
    return TRUE;

  taper = taut_json_read_array (object, where, "taper", error);

  return taper &&
         taut_json_element_number (taper, 0, where, "taper", 0, 1, &line->taper[0], error) &&
         taut_json_element_number (taper, 1, where, "taper", 0, 1, &line->taper[1], error);
}

static TautArtLine *
read_line (JsonObject   *object,
           const char   *file,
           JsonObject   *planes,
           GError      **error)
{
  static const char *const known[] = { "id",    "plane",   "kind",  "style", "limb",   "bone",
                                       "last",  "within",  "points", "ends", "width",  "opacity",
                                       "taper", "facing",  "count",  "twin", "whole", NULL };
  static const char *const kinds[] = { "line", "fill", "strands", NULL };
  g_autoptr (TautArtLine) line = g_new0 (TautArtLine, 1);
  g_autofree char *where = NULL;
  const char *id = NULL;
  const char *plane_id = NULL;
  guint kind = TAUT_ART_KIND_LINE;
  gboolean twin = TRUE;
  gboolean whole = FALSE;
  Plane plane;

  if (!taut_json_read_string (object, file, "id", &id, error))
    return NULL;
  line->id = g_strdup (id);
  where = g_strdup_printf ("%s: %s", file, id);
  if (!taut_json_check_members (object, where, known, error) ||
      !taut_json_read_string (object, where, "plane", &plane_id, error) ||
      !read_plane (planes, where, plane_id, &plane, error) ||
      !read_choice (object, where, "kind", kinds, &kind, error))
    return NULL;

  line->kind = kind;
  line->style = g_strdup ("contour");
  line->limb = plane.limb;
  line->bone = g_strdup (plane.bone);
  line->cast = plane.cast;
  line->far = plane.far;
  line->facing = plane.facing;
  line->width = 0.6;
  line->opacity = 1;
  line->taper[0] = line->taper[1] = 0.35;
  if (json_object_has_member (object, "twin") &&
      !taut_json_read_boolean (object, where, "twin", &twin, error))
    return NULL;
  line->twin = twin != FALSE;
  if (json_object_has_member (object, "whole") &&
      !taut_json_read_boolean (object, where, "whole", &whole, error))
    return NULL;
  line->only_whole = whole != FALSE;

  if (!read_text (object, where, "style", &line->style, error) ||
      !read_limb (object, where, &line->limb, error) ||
      !read_text (object, where, "bone", &line->bone, error) ||
      !read_text (object, where, "last", &line->last_bone, error) ||
      !read_text (object, where, "within", &line->within, error) ||
      !read_number (object, where, "width", 0, 20, &line->width, error) ||
      !read_number (object, where, "opacity", 0, 1, &line->opacity, error) ||
      !read_number (object, where, "facing", -1, 1, &line->facing, error) ||
      !read_taper (object, where, line, error) ||
      !read_shape (object, where, &plane, line, error))
    return NULL;

  return g_steal_pointer (&line);
}

static gboolean
read_curve (JsonObject    *object,
            const char    *where,
            const char    *member,
            TautArtCurve  *curve,
            GError       **error)
{
  JsonArray *array = taut_json_read_array (object, where, member, error);

  if (!array)
    return FALSE;

  curve->n = json_array_get_length (array);
  curve->x = g_new0 (double, curve->n + 1);
  curve->y = g_new0 (double, curve->n + 1);
  for (guint i = 0; i < curve->n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (!pair ||
          !taut_json_element_number (pair, 0, where, member, -360, 360, &curve->x[i], error) ||
          !taut_json_element_number (pair, 1, where, member, -2000, 2000, &curve->y[i], error) ||
          (i > 0 && curve->x[i] <= curve->x[i - 1]))
        {
          if (error && !*error)
            g_set_error (error, TAUT_JSON_ERROR, TAUT_JSON_ERROR_MEMBER,
                         "%s: field \"%s\": expected pairs with rising first numbers", where,
                         member);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_covers (JsonObject    *object,
             const char    *file,
             TautArtLines  *lines,
             GError       **error)
{
  JsonObject *hair = taut_json_read_object (object, file, "hair", error);
  JsonObject *underwear = NULL;

  if (!hair || !read_curve (hair, file, "line", &lines->hairline, error) ||
      !read_vector (hair, file, "ear_low", &lines->ear[0], error) ||
      !read_vector (hair, file, "ear_high", &lines->ear[1], error))
    return FALSE;

  underwear = taut_json_read_object (object, file, "underwear", error);

  return underwear &&
         taut_json_read_number (underwear, file, "waist", 0, 1000, &lines->waist, error) &&
         read_curve (underwear, file, "hem", &lines->hem, error);
}

/* The slope of a monotone cubic at a knot. */
static double
get_slope (const TautArtCurve *curve,
           guint               i)
{
  double before = 0;
  double after = 0;

  if (i == 0 || i + 1 == curve->n)
    return 0;

  before = (curve->y[i] - curve->y[i - 1]) / (curve->x[i] - curve->x[i - 1]);
  after = (curve->y[i + 1] - curve->y[i]) / (curve->x[i + 1] - curve->x[i]);

  return before * after > 0 ? 2 * before * after / (before + after) : 0;
}

static gboolean
read_lines (TautArtLines  *lines,
            JsonObject    *object,
            const char    *file,
            gboolean       close,
            GError       **error)
{
  JsonObject *planes = taut_json_read_object (object, file, "planes", error);
  JsonArray *array = planes ? taut_json_read_array (object, file, "lines", error) : NULL;

  g_assert (lines);

  if (!array)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = taut_json_get_object (json_array_get_element (array, i), file, error);
      TautArtLine *line = element ? read_line (element, file, planes, error) : NULL;

      if (!line)
        return FALSE;
      line->only_close = close != FALSE;
      g_ptr_array_add (lines->lines, line);
    }

  return TRUE;
}

/* Public API */

TautArtLines *
taut_art_lines_load (GFile   *file,
                     GError **error)
{
  static const char *const known[] = { "license", "planes", "lines", "hair", "underwear", NULL };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (TautArtLines) lines = NULL;
  g_autofree char *name = NULL;
  JsonObject *object = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  node = taut_json_load (file, MAX_BYTES, MAX_DEPTH, error);
  object = node ? taut_json_get_object (node, name, error) : NULL;
  if (!object || !taut_json_check_members (object, name, known, error))
    return NULL;

  lines = g_new0 (TautArtLines, 1);
  lines->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (!read_lines (lines, object, name, FALSE, error) ||
      !read_covers (object, name, lines, error))
    return NULL;

  return g_steal_pointer (&lines);
}

gboolean
taut_art_lines_add_close (TautArtLines  *lines,
                          GFile         *file,
                          GError       **error)
{
  static const char *const known[] = { "license", "planes", "lines", NULL };
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *name = NULL;
  JsonObject *object = NULL;

  g_return_val_if_fail (lines, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  node = taut_json_load (file, MAX_BYTES, MAX_DEPTH, error);
  object = node ? taut_json_get_object (node, name, error) : NULL;

  return object && taut_json_check_members (object, name, known, error) &&
         read_lines (lines, object, name, TRUE, error);
}

void
taut_art_lines_free (TautArtLines *lines)
{
  if (!lines)
    return;

  g_clear_pointer (&lines->lines, g_ptr_array_unref);
  g_free (lines->hairline.x);
  g_free (lines->hairline.y);
  g_free (lines->hem.x);
  g_free (lines->hem.y);
  g_free (lines);
}

const TautArtLine *
taut_art_lines_find (const TautArtLines *lines,
                     const char         *id)
{
  g_return_val_if_fail (lines, NULL);
  g_return_val_if_fail (id, NULL);

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const TautArtLine *line = g_ptr_array_index (lines->lines, i);

      if (g_str_equal (line->id, id))
        return line;
    }

  return NULL;
}

double
taut_art_curve_get (const TautArtCurve *curve,
                    double              x)
{
  guint i = 0;
  double width = 0;
  double t = 0;

  g_return_val_if_fail (curve && curve->n > 0, 0);

  if (x <= curve->x[0])
    return curve->y[0];
  if (x >= curve->x[curve->n - 1])
    return curve->y[curve->n - 1];

  while (x > curve->x[i + 1])
    i++;
  width = curve->x[i + 1] - curve->x[i];
  t = (x - curve->x[i]) / width;

  return curve->y[i] * (1 + 2 * t) * (1 - t) * (1 - t) +
         curve->y[i + 1] * t * t * (3 - 2 * t) +
         width * (get_slope (curve, i) * t * (1 - t) * (1 - t) -
                  get_slope (curve, i + 1) * t * t * (1 - t));
}
