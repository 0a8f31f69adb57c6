/* taut-generator-views.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-generator-views"

#include "config.h"

#include "taut-generator-views.h"

#include "taut-figure-read.h"
#include "taut-skin-map.h"

#define ALL_BITS 0xffffffffu
#define ART_STEP 0.5

typedef struct
{
  char *id;
  char *build;
  gboolean top;
} Figure;

static void
figure_clear (gpointer data)
{
  Figure *figure = data;

  g_free (figure->id);
  g_free (figure->build);
}

static void
view_free (TautGeneratorView *view)
{
  if (view == NULL)
    return;

  g_free (view->name);
  g_free (view->id);
  g_free (view->pose);
  g_free (view->build);
  g_free (view);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautGeneratorView, view_free)

static const char *
get_part_name (guint part)
{
  static const char *const names[TAUT_N_PARTS] = {
    "torso", "head", "arm.left", "arm.right", "leg.left", "leg.right",
  };

  return names[part];
}

static const char *
get_segment_name (guint segment)
{
  return taut_segment_get_id (segment);
}

/* A list of names as bits. */
static gboolean
read_bits (JsonObject   *object,
           const char   *where,
           const char   *member,
           guint         n_names,
           const char *(*get_name) (guint),
           guint32      *bits,
           GError      **error)
{
  JsonArray *array;

  g_assert (bits != NULL);

  *bits = ALL_BITS;
  if (!json_object_has_member (object, member))
    return TRUE;
  array = taut_json_read_array (object, where, member, error);
  if (array == NULL)
    return FALSE;

  *bits = 0;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node) : "";
      guint k = 0;

      while (k < n_names && !g_str_equal (get_name (k), text))
        k++;
      if (k == n_names)
        {
          g_set_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_DATA,
                       "%s: %s[%u]: \"%s\" is unknown", where, member, i, text);
          return FALSE;
        }
      *bits |= 1u << k;
    }
  return TRUE;
}

static gboolean
read_close_up (JsonObject         *object,
               const char         *where,
               TautGeneratorView  *view,
               GError            **error)
{
  double box[4] = { 0, 0, 0, 0 };
  double samples = TAUT_SKIN_MAP_SAMPLES_PER_UNIT;
  guint32 parts;

  g_assert (view != NULL);

  view->cut = TAUT_GENERATOR_UNCUT;
  view->far = -TAUT_GENERATOR_UNCUT;
  view->art_step = ART_STEP;
  if (!taut_read_optional_numbers (object, where, "box", 4, box, error) ||
      !taut_read_optional_numbers (object, where, "fade", 2, view->fade, error) ||
      !taut_read_optional_number (object, where, "cut", &view->cut, error) ||
      !taut_read_optional_number (object, where, "far", &view->far, error) ||
      !taut_read_optional_number (object, where, "step", &view->step, error) ||
      !taut_read_optional_number (object, where, "art_step", &view->art_step, error) ||
      !taut_read_optional_number (object, where, "samples", &samples, error) ||
      !read_bits (object, where, "parts", TAUT_N_PARTS, get_part_name, &parts, error) ||
      !read_bits (object, where, "segments", TAUT_N_SEGMENTS, get_segment_name, &view->segments,
                  error))
    return FALSE;

  if (view->art_step <= 0 || samples < 1 || view->step < 0)
    return taut_read_fail (error, where, "step", "a positive number", "another");

  view->parts = parts;
  view->samples_per_unit = (guint) samples;
  view->bounds = (TautViewBounds) { box[0], box[1], box[2], box[3] };
  view->close_up = box[2] > 0;
  return TRUE;
}

static TautGeneratorView *
read_view (JsonObject    *object,
           const char    *where,
           const Figure  *figure,
           gboolean       neutral,
           GError       **error)
{
  static const char *const known[] = { "id", "pose", "yaw", "elevation", "mirrored", "box",
                                       "fade", "cut", "far", "step", "art_step", "samples", "parts",
                                       "segments", NULL };
  g_autoptr (TautGeneratorView) view = g_new0 (TautGeneratorView, 1);
  const char *id, *pose;

  if (!taut_json_check_members (object, where, known, error) ||
      !taut_json_read_string (object, where, "id", &id, error) ||
      !taut_json_read_string (object, where, "pose", &pose, error) ||
      !taut_json_read_number (object, where, "yaw", -180, 180, &view->yaw, error) ||
      !taut_json_read_number (object, where, "elevation", -90, 90, &view->elevation, error) ||
      !taut_read_optional_boolean (object, where, "mirrored", &view->mirrored, error) ||
      !read_close_up (object, where, view, error))
    return NULL;

  view->id = g_strdup (id);
  view->pose = g_strdup (pose);
  view->build = g_strdup (figure->build);
  view->top = figure->top;
  view->name = neutral ? g_strdup (id) : g_strdup_printf ("%s-%s", id, figure->id);
  return g_steal_pointer (&view);
}

static GArray *
read_figures (JsonObject  *object,
              const char  *where,
              GError     **error)
{
  static const char *const known[] = { "id", "build", "top", NULL };
  JsonArray *array = taut_json_read_array (object, where, "figures", error);
  g_autoptr (GArray) figures = g_array_new (FALSE, TRUE, sizeof (Figure));

  g_array_set_clear_func (figures, figure_clear);
  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = taut_read_element (array, i, where, "figures", error);
      const char *id, *build;
      gboolean top = FALSE;
      Figure figure;

      if (element == NULL ||
          !taut_json_check_members (element, where, known, error) ||
          !taut_json_read_string (element, where, "id", &id, error) ||
          !taut_json_read_string (element, where, "build", &build, error) ||
          !taut_read_optional_boolean (element, where, "top", &top, error))
        return NULL;
      figure = (Figure) { g_strdup (id), g_strdup (build), top };
      g_array_append_val (figures, figure);
    }

  return g_steal_pointer (&figures);
}

GPtrArray *
taut_generator_views_read (GFile   *folder,
                           GError **error)
{
  static const char *const known[] = { "figures", "views", NULL };
  g_autoptr (GFile) file = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GArray) figures = NULL;
  g_autofree char *where = NULL;
  JsonObject *object;
  JsonArray *array;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  file = g_file_get_child (folder, "views.json");
  root = taut_read_file (file, known, &where, &object, error);
  figures = root != NULL ? read_figures (object, where, error) : NULL;
  array = figures != NULL ? taut_json_read_array (object, where, "views", error) : NULL;
  if (array == NULL)
    return NULL;

  views = g_ptr_array_new_with_free_func ((GDestroyNotify) view_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s: views[%u]", where, i);
      JsonObject *element = taut_read_element (array, i, where, "views", error);

      for (guint k = 0; k < figures->len; k++)
        {
          TautGeneratorView *view = NULL;

          if (element != NULL)
            view = read_view (element, place, &g_array_index (figures, Figure, k), k == 0, error);
          if (view == NULL)
            return NULL;
          g_ptr_array_add (views, view);
          if (view->close_up)
            break;
        }
    }

  return g_steal_pointer (&views);
}
