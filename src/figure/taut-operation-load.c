/* taut-operation-load.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-operation-load"

#include "config.h"

#include "taut-operation-load.h"

#include "taut-figure-read.h"

#define MAX_STRAND_POINTS 32
#define MAX_BLEND 60

/* A limb's loft in the torso ends this far above the cut, so that the strands
 * around it close over its rim. */
#define STUB_RIM 10

/* Towards the cut its strands grow thinner, by this share over this length: the
 * end of the stub then lies below the limb's own skin. */
#define STUB_THINNING 0.15
#define STUB_THINNING_LENGTH 70

/* So does its loft, by this distance. */
#define STUB_SINK 3

/* Where the steps of a group stand and how they are cut. */
typedef struct
{
  TautFigure *figure;
  TautVector origin;
  TautMatrix axes;
  int girth;
  double above;
} Frame;

static TautVector
frame_place (const Frame *frame,
             TautVector   at)
{
  g_assert (frame != NULL);

  return taut_vector_add (frame->origin, taut_matrix_apply (&frame->axes, at));
}

void
taut_operation_clear (TautOperation *operation)
{
  g_return_if_fail (operation != NULL);

  g_clear_pointer (&operation->points, g_free);
}

static gboolean
read_factor (const Frame  *frame,
             JsonNode     *node,
             const char   *where,
             const char   *member,
             int          *factor,
             GError      **error)
{
  const char *id;

  g_assert (frame != NULL);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  id = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "no text";
  *factor = taut_figure_find_factor (frame->figure, id);
  if (*factor == TAUT_NO_INDEX)
    return taut_read_fail (error, where, member, "the name of a build factor", id);

  return TRUE;
}

/* Strands */

static void
binding_add (TautBinding       *binding,
             const TautBinding *more,
             double             share)
{
  g_assert (binding != NULL);
  g_assert (more != NULL);

  for (guint i = 0; i < more->n; i++)
    {
      guint slot = 0;

      while (slot < binding->n && binding->joint[slot] != more->joint[i])
        slot++;
      if (slot == TAUT_MAX_BINDINGS)
        continue;
      if (slot == binding->n)
        {
          binding->joint[slot] = more->joint[i];
          binding->n++;
        }
      binding->weight[slot] += more->weight[i] * share;
    }
}

/* "hip_half", "clavicle/spine": the mean of several; "spine" finds its own. */
static gboolean
read_binding (const Frame  *frame,
              const char   *text,
              const char   *where,
              double        y,
              TautBinding  *binding,
              GError      **error)
{
  g_auto (GStrv) names = NULL;

  g_assert (frame != NULL);
  g_assert (binding != NULL);

  names = g_strsplit (text, "/", 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      TautBinding one = { .weight = { 1 }, .n = 1 };
      int joint = taut_figure_find_joint (frame->figure, names[i]);

      if (g_strcmp0 (names[i], "spine") == 0)
        one = taut_figure_bind_spine (frame->figure, y);
      else if (joint == TAUT_NO_INDEX)
        return taut_read_fail (error, where, "points", "the id of a joint, or spine", names[i]);
      else
        one.joint[0] = joint;
      binding_add (binding, &one, 1.0 / g_strv_length (names));
    }

  return TRUE;
}

static double
stub_radius (const Frame *frame,
             double       radius,
             double       y)
{
  double part = (y - frame->above + STUB_THINNING_LENGTH) / STUB_THINNING_LENGTH;

  return radius * (1 - STUB_THINNING * CLAMP (part, 0, 1));
}

static gboolean
read_point (const Frame      *frame,
            JsonNode         *node,
            const char       *where,
            TautStrandPoint  *point,
            GError          **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint length = array != NULL ? json_array_get_length (array) : 0;
  const char *bone;
  double numbers[4];

  g_assert (frame != NULL);
  g_assert (point != NULL);

  if (length < 5 || length > 7 ||
      json_node_get_value_type (json_array_get_element (array, 4)) != G_TYPE_STRING)
    return taut_read_fail (error, where, "points",
                           "points [x, y, z, radius, bone, girth factor, breadth factor]", "another");
  for (guint i = 0; i < 4; i++)
    if (!taut_json_element_number (array, i, where, "points", i == 3 ? 0.1 : -1100, 1100,
                                   &numbers[i], error))
      return FALSE;

  *point = (TautStrandPoint) { .radius = numbers[3], .girth = frame->girth,
                               .breadth = TAUT_NO_INDEX };
  point->at = frame_place (frame, (TautVector) { numbers[0], numbers[1], numbers[2] });
  point->radius = stub_radius (frame, point->radius, point->at.y);
  bone = json_array_get_string_element (array, 4);

  return read_binding (frame, bone, where, point->at.y, &point->binding, error) &&
         (length < 6 || read_factor (frame, json_array_get_element (array, 5), where, "points",
                                     &point->girth, error)) &&
         (length < 7 || read_factor (frame, json_array_get_element (array, 6), where, "points",
                                     &point->breadth, error));
}

static gboolean
read_strand (const Frame    *frame,
             JsonObject     *object,
             const char     *where,
             TautOperation  *operation,
             GError        **error)
{
  static const char *const known[] = { "strand", "groove", "middle", "blend", "points", NULL };
  JsonArray *points;
  guint n;

  g_assert (operation != NULL);

  operation->kind = TAUT_OPERATION_STRAND;
  if (!taut_json_check_members (object, where, known, error))
    return FALSE;
  points = taut_json_read_array (object, where, "points", error);
  if (points == NULL)
    return FALSE;
  n = json_array_get_length (points);
  if (n < 2 || n > MAX_STRAND_POINTS)
    return taut_read_fail (error, where, "points", "2 to 32 points", "another number");

  operation->points = g_new0 (TautStrandPoint, n);
  for (guint i = 0; i < n; i++)
    {
      TautStrandPoint *point = &operation->points[operation->n_points];

      if (!read_point (frame, json_array_get_element (points, i), where, point, error))
        return FALSE;
      if (point->at.y <= frame->above)
        operation->n_points++;
    }

  return TRUE;
}

/* Lofts, ellipsoids, planes, blurs */

static gboolean
read_loft (const Frame    *frame,
           JsonObject     *object,
           const char     *where,
           TautOperation  *operation,
           GError        **error)
{
  static const char *const known[] = { "loft", "bone", "from", "to", "blend", NULL };
  const char *id;
  int table, joint;

  g_assert (operation != NULL);

  operation->kind = TAUT_OPERATION_LOFT;
  if (!taut_json_check_members (object, where, known, error) ||
      !taut_json_read_string (object, where, "loft", &id, error) ||
      !taut_json_read_number (object, where, "from", -100, 1100, &operation->from, error) ||
      !taut_json_read_number (object, where, "to", operation->from + 1, 1100, &operation->to,
                              error) ||
      !taut_read_joint (frame->figure, object, where, "bone", &joint, error))
    return FALSE;

  table = taut_figure_find_table (frame->figure, id);
  if (table == TAUT_NO_INDEX)
    return taut_read_fail (error, where, "loft", "the id of a table", id);

  operation->table = table;
  operation->joint = joint;
  operation->middle = g_array_index (frame->figure->tables, TautTable, table).symmetric;
  if (frame->above < G_MAXDOUBLE)
    operation->sink = STUB_SINK;
  operation->to = MIN (operation->to, frame->above - STUB_RIM);
  return TRUE;
}

static gboolean
read_ellipsoid (const Frame    *frame,
                JsonObject     *object,
                const char     *where,
                TautOperation  *operation,
                GError        **error)
{
  static const char *const known[] = {
    "ellipsoid", "hollow", "middle", "bone", "center", "radii", "turn", "blend", "girth", "breadth",
    NULL
  };
  double turn[3] = { 0, 0, 0 };
  int joint;

  g_assert (operation != NULL);

  operation->kind = TAUT_OPERATION_ELLIPSOID;
  if (!taut_json_check_members (object, where, known, error) ||
      !taut_read_vector (object, where, "center", &operation->at, error) ||
      !taut_read_vector (object, where, "radii", &operation->size, error) ||
      !taut_read_optional_numbers (object, where, "turn", 3, turn, error) ||
      !taut_read_joint (frame->figure, object, where, "bone", &joint, error) ||
      !read_factor (frame, json_object_get_member (object, "girth"), where, "girth",
                    &operation->girth, error) ||
      !read_factor (frame, json_object_get_member (object, "breadth"), where, "breadth",
                    &operation->breadth, error))
    return FALSE;
  if (operation->size.x <= 0 || operation->size.y <= 0 || operation->size.z <= 0)
    return taut_read_fail (error, where, "radii", "three radii above 0", "another");

  operation->joint = joint;
  operation->at = frame_place (frame, operation->at);
  operation->turn = taut_matrix_multiply (frame->axes, taut_matrix_turn_x (turn[0]));
  operation->turn = taut_matrix_multiply (operation->turn, taut_matrix_turn_y (turn[1]));
  operation->turn = taut_matrix_multiply (operation->turn, taut_matrix_turn_z (turn[2]));
  return TRUE;
}

static gboolean
read_plane (const Frame    *frame,
            JsonObject     *object,
            const char     *where,
            TautOperation  *operation,
            GError        **error)
{
  static const char *const known[] = { "plane", "bone", "at", "outward", "extent", "blend", NULL };
  int joint;

  g_assert (operation != NULL);

  operation->kind = TAUT_OPERATION_PLANE;
  operation->hollow = TRUE;
  if (!taut_json_check_members (object, where, known, error) ||
      !taut_read_vector (object, where, "at", &operation->at, error) ||
      !taut_read_vector (object, where, "outward", &operation->size, error) ||
      !taut_json_read_number (object, where, "extent", 1, 1000, &operation->to, error) ||
      !taut_read_joint (frame->figure, object, where, "bone", &joint, error))
    return FALSE;
  if (taut_vector_length (operation->size) < 0.5)
    return taut_read_fail (error, where, "outward", "a direction", "none");

  operation->joint = joint;
  operation->at = frame_place (frame, operation->at);
  operation->size = taut_vector_normalize (taut_matrix_apply (&frame->axes, operation->size));
  return TRUE;
}

static gboolean
read_operation (const Frame  *frame,
                GArray       *operations,
                JsonObject   *object,
                const char   *where,
                GError      **error)
{
  static const char *const kinds[] = {
    "loft", "strand", "groove", "ellipsoid", "hollow", "plane", "blur"
  };
  static const char *const only_blur[] = { "blur", NULL };
  TautOperation operation = { .girth = frame->girth, .breadth = TAUT_NO_INDEX };
  g_autofree char *place = NULL;
  const char *name;
  gboolean read = FALSE;
  guint kind = 0;

  g_assert (operations != NULL);

  while (kind < G_N_ELEMENTS (kinds) && !json_object_has_member (object, kinds[kind]))
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    return taut_read_fail (error, where, "loft",
                           "loft, strand, groove, ellipsoid, hollow, plane, blur or group", "none of them");

  if (kind == 6)
    {
      operation.kind = TAUT_OPERATION_BLUR;
      if (!taut_json_check_members (object, where, only_blur, error) ||
          !taut_json_read_number (object, where, "blur", 0.1, 20, &operation.blend, error))
        return FALSE;
      g_array_append_val (operations, operation);
      return TRUE;
    }

  if (!taut_json_read_string (object, where, kinds[kind], &name, error))
    return FALSE;
  place = g_strdup_printf ("%s: \"%s\"", where, name);
  if (!taut_json_read_number (object, place, "blend", 0, MAX_BLEND, &operation.blend, error) ||
      !taut_read_optional_boolean (object, place, "middle", &operation.middle, error))
    return FALSE;

  operation.hollow = kind == 2 || kind == 4;
  read = kind == 0 ? read_loft (frame, object, place, &operation, error)
       : kind <= 2 ? read_strand (frame, object, place, &operation, error)
       : kind == 5 ? read_plane (frame, object, place, &operation, error)
       : read_ellipsoid (frame, object, place, &operation, error);
  if (!read ||
      (operation.kind == TAUT_OPERATION_STRAND && operation.n_points < 2) ||
      (operation.kind == TAUT_OPERATION_LOFT && operation.to <= operation.from))
    taut_operation_clear (&operation);
  else
    g_array_append_val (operations, operation);

  return read;
}

/* Groups */

static gboolean
read_frame (Frame       *frame,
            JsonObject  *group,
            const char  *where,
            GError     **error)
{
  static const char *const known[] = { "origin", "x", "y", "z", NULL };
  JsonObject *object;
  TautVector x, y, z;

  g_assert (frame != NULL);

  if (!json_object_has_member (group, "frame"))
    return TRUE;
  object = taut_json_read_object (group, where, "frame", error);
  if (object == NULL || !taut_json_check_members (object, where, known, error) ||
      !taut_read_vector (object, where, "origin", &frame->origin, error) ||
      !taut_read_vector (object, where, "x", &x, error) ||
      !taut_read_vector (object, where, "y", &y, error) ||
      !taut_read_vector (object, where, "z", &z, error))
    return FALSE;

  frame->axes = (TautMatrix) { { { x.x, y.x, z.x }, { x.y, y.y, z.y }, { x.z, y.z, z.z } } };
  return TRUE;
}

static gboolean
read_group (TautFigure  *figure,
            GArray      *operations,
            JsonObject  *groups,
            JsonObject  *use,
            const char  *where,
            GError     **error)
{
  static const char *const known_use[] = { "group", "above", NULL };
  static const char *const known[] = { "frame", "girth", "operations", NULL };
  Frame frame = { .figure = figure, .axes = taut_matrix_identity (), .girth = TAUT_NO_INDEX,
                  .above = G_MAXDOUBLE };
  g_autofree char *place = NULL;
  const char *id;
  JsonObject *group;
  JsonArray *steps;

  g_assert (operations != NULL);

  if (!taut_json_check_members (use, where, known_use, error) ||
      !taut_json_read_string (use, where, "group", &id, error) ||
      !taut_read_optional_number (use, where, "above", &frame.above, error))
    return FALSE;

  place = g_strdup_printf ("%s: group \"%s\"", where, id);
  group = taut_json_read_object (groups, where, id, error);
  steps = group != NULL ? taut_json_read_array (group, place, "operations", error) : NULL;
  if (steps == NULL || !taut_json_check_members (group, place, known, error) ||
      !read_frame (&frame, group, place, error) ||
      !read_factor (&frame, json_object_get_member (group, "girth"), place, "girth", &frame.girth,
                    error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *object = taut_read_element (steps, i, place, "operations", error);

      if (object == NULL || !read_operation (&frame, operations, object, place, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
taut_operations_load (TautFigure  *figure,
                      GArray      *operations,
                      JsonObject  *groups,
                      JsonArray   *array,
                      const char  *where,
                      GError     **error)
{
  Frame frame = { .figure = figure, .axes = taut_matrix_identity (), .girth = TAUT_NO_INDEX,
                  .above = G_MAXDOUBLE };

  g_return_val_if_fail (figure != NULL, FALSE);
  g_return_val_if_fail (operations != NULL, FALSE);
  g_return_val_if_fail (groups != NULL, FALSE);
  g_return_val_if_fail (array != NULL, FALSE);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = taut_read_element (array, i, where, "operations", error);

      if (object == NULL)
        return FALSE;
      if (json_object_has_member (object, "group")
            ? !read_group (figure, operations, groups, object, where, error)
            : !read_operation (&frame, operations, object, where, error))
        return FALSE;
    }

  return TRUE;
}
