/* taut-body-load.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-body-load"

#include "config.h"

#include "taut-figure-read.h"
#include "taut-operation-load.h"

#define MAX_STATIONS 64

static const char *const blueprint_ids[TAUT_N_BLUEPRINTS] = { "torso", "head", "arm", "leg" };

/* Tables */

static gboolean
read_row (JsonNode    *node,
          const char  *where,
          gboolean     symmetric,
          double      *row,
          GError     **error)
{
  guint columns = symmetric ? TAUT_TABLE_COLUMNS - 1 : TAUT_TABLE_COLUMNS;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  double numbers[TAUT_TABLE_COLUMNS];

  g_assert (row != NULL);

  if (array == NULL || json_array_get_length (array) != columns)
    return taut_read_fail (error, where, "rows",
                           symmetric ? "rows [y, half width, back, front, exponent]"
                                     : "rows [y, inner, outer, back, front, exponent]",
                           "another");

  for (guint i = 0; i < columns; i++)
    if (!taut_json_element_number (array, i, where, "rows", -1000, 2000, &numbers[i], error))
      return FALSE;

  row[TAUT_COLUMN_Y] = numbers[0];
  row[TAUT_COLUMN_INNER] = symmetric ? -numbers[1] : numbers[1];
  for (guint i = 0; i < 4; i++)
    row[TAUT_COLUMN_OUTER + i] = numbers[columns - 4 + i];

  if (row[TAUT_COLUMN_INNER] >= row[TAUT_COLUMN_OUTER] ||
      row[TAUT_COLUMN_BACK] >= row[TAUT_COLUMN_FRONT])
    return taut_read_fail (error, where, "rows", "inner below outer and back below front",
                           "the reverse");
  if (row[TAUT_COLUMN_EXPONENT] < 2 || row[TAUT_COLUMN_EXPONENT] > 4)
    return taut_read_fail (error, where, "rows", "an exponent from 2 to 4", "another");

  return TRUE;
}

static gboolean
read_table (TautFigure  *figure,
            JsonObject  *object,
            const char  *where,
            const char  *id,
            GError     **error)
{
  static const char *const known[] = { "symmetric", "smooth", "rows", NULL };
  TautTable table = { 0 };
  JsonArray *rows;

  g_assert (figure != NULL);

  if (!taut_json_check_members (object, where, known, error) ||
      !taut_json_read_boolean (object, where, "symmetric", &table.symmetric, error) ||
      !taut_json_read_number (object, where, "smooth", 0, 50, &table.smooth, error))
    return FALSE;
  rows = taut_json_read_array (object, where, "rows", error);
  if (rows == NULL)
    return FALSE;
  if (json_array_get_length (rows) < 3)
    return taut_read_fail (error, where, "rows", "three rows or more", "fewer");

  table.id = g_strdup (id);
  table.n_rows = json_array_get_length (rows);
  table.rows = g_malloc_n (table.n_rows, sizeof *table.rows);
  g_array_append_val (figure->tables, table);

  for (guint i = 0; i < table.n_rows; i++)
    {
      if (!read_row (json_array_get_element (rows, i), where, table.symmetric, table.rows[i], error))
        return FALSE;
      if (i > 0 && table.rows[i][TAUT_COLUMN_Y] <= table.rows[i - 1][TAUT_COLUMN_Y])
        return taut_read_fail (error, where, "rows", "rows from top to bottom", "another order");
    }

  return TRUE;
}

static gboolean
read_tables (TautFigure  *figure,
             JsonObject  *body,
             const char  *file,
             GError     **error)
{
  JsonObject *tables;
  g_autoptr (GList) ids = NULL;

  g_assert (figure != NULL);

  tables = taut_json_read_object (body, file, "tables", error);
  if (tables == NULL)
    return FALSE;

  ids = json_object_get_members (tables);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      g_autofree char *where = g_strdup_printf ("%s: table \"%s\"", file, (char *) l->data);
      JsonObject *table = taut_json_read_object (tables, file, l->data, error);

      if (table == NULL || !read_table (figure, table, where, l->data, error))
        return FALSE;
    }

  return TRUE;
}

/* What builds do to the tables */

static gboolean
read_station (TautFigure   *figure,
              TautShaping  *shaping,
              guint         station,
              JsonNode     *node,
              const char   *where,
              GError      **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GList) names = NULL;
  JsonObject *gains;

  g_assert (shaping != NULL);

  if (array == NULL || json_array_get_length (array) != 2 ||
      !JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 1)))
    return taut_read_fail (error, where, "stations", "pairs [y, { factor: gain }]", "another");
  if (!taut_json_element_number (array, 0, where, "stations", 0, 1100, &shaping->y[station], error))
    return FALSE;
  if (station > 0 && shaping->y[station] <= shaping->y[station - 1])
    return taut_read_fail (error, where, "stations", "heights from top to bottom", "another order");

  gains = json_array_get_object_element (array, 1);
  names = json_object_get_members (gains);
  for (GList *l = names; l != NULL; l = l->next)
    {
      int factor = taut_figure_find_factor (figure, l->data);
      double *gain = shaping->gains + station * figure->n_factors;

      if (factor == TAUT_NO_INDEX)
        return taut_read_fail (error, where, "stations", "the name of a build factor", l->data);
      if (!taut_json_read_number (gains, where, l->data, -1000, 1000, &gain[factor], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_shaping (TautFigure  *figure,
              JsonObject  *object,
              const char  *where,
              GError     **error)
{
  static const char *const known[] = { "table", "measure", "stations", NULL };
  static const char *const measures[] = { "width", "depth", "girth", "outer", "front", NULL };
  TautShaping shaping = { 0 };
  const char *table, *measure;
  JsonArray *stations;
  int index = 0;

  g_assert (figure != NULL);

  if (!taut_json_check_members (object, where, known, error) ||
      !taut_json_read_string (object, where, "table", &table, error) ||
      !taut_json_read_string (object, where, "measure", &measure, error))
    return FALSE;

  while (measures[index] != NULL && g_strcmp0 (measures[index], measure) != 0)
    index++;
  if (measures[index] == NULL)
    return taut_read_fail (error, where, "measure", "width, depth, girth, outer or front", measure);
  shaping.measure = index;
  index = taut_figure_find_table (figure, table);
  if (index == TAUT_NO_INDEX)
    return taut_read_fail (error, where, "table", "the id of a table", table);
  shaping.table = index;

  stations = taut_json_read_array (object, where, "stations", error);
  if (stations == NULL)
    return FALSE;
  shaping.n_stations = json_array_get_length (stations);
  if (shaping.n_stations < 2 || shaping.n_stations > MAX_STATIONS)
    return taut_read_fail (error, where, "stations", "2 to 64 stations", "another number");

  shaping.y = g_new0 (double, shaping.n_stations);
  shaping.gains = g_new0 (double, shaping.n_stations * figure->n_factors);
  g_array_append_val (figure->shapings, shaping);
  for (guint i = 0; i < shaping.n_stations; i++)
    if (!read_station (figure, &shaping, i, json_array_get_element (stations, i), where, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_shapings (TautFigure  *figure,
               JsonObject  *body,
               const char  *file,
               GError     **error)
{
  JsonArray *shapings;

  g_assert (figure != NULL);

  shapings = taut_json_read_array (body, file, "shaping", error);
  if (shapings == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (shapings); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: shaping[%u]", file, i);
      JsonObject *object = taut_read_element (shapings, i, file, "shaping", error);

      if (object == NULL || !read_shaping (figure, object, where, error))
        return FALSE;
    }

  return TRUE;
}

/* Parts */

static gboolean
read_parts (TautFigure  *figure,
            JsonObject  *body,
            const char  *file,
            GError     **error)
{
  static const char *const known[] = { "torso", "head", "arm", "leg", NULL };
  g_autofree char *where = g_strdup_printf ("%s: parts", file);
  JsonObject *parts, *groups;

  g_assert (figure != NULL);

  groups = taut_json_read_object (body, file, "groups", error);
  parts = groups != NULL ? taut_json_read_object (body, file, "parts", error) : NULL;
  if (parts == NULL || !taut_json_check_members (parts, where, known, error))
    return FALSE;

  for (guint i = 0; i < TAUT_N_BLUEPRINTS; i++)
    {
      JsonArray *operations = taut_json_read_array (parts, where, blueprint_ids[i], error);
      g_autofree char *place = g_strdup_printf ("%s: %s", file, blueprint_ids[i]);

      if (operations == NULL ||
          !taut_operations_load (figure, figure->blueprints[i], groups, operations, place, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
taut_body_load (TautFigure  *figure,
                GFile       *file,
                GError     **error)
{
  static const char *const known[] = { "factors", "tables", "shaping", "groups", "parts", NULL };
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *where = NULL;
  JsonObject *object;
  int shoulder;

  g_return_val_if_fail (figure != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  root = taut_read_file (file, known, &where, &object, error);
  if (root == NULL)
    return FALSE;

  figure->factors = taut_json_read_strings (object, where, "factors", error);
  if (figure->factors == NULL)
    return FALSE;
  figure->n_factors = g_strv_length (figure->factors);
  shoulder = taut_figure_find_factor (figure, "shoulder");
  if (shoulder == TAUT_NO_INDEX)
    return taut_read_fail (error, where, "factors", "a factor \"shoulder\"", "none");
  figure->shoulder = shoulder;

  return read_tables (figure, object, where, error) &&
         read_shapings (figure, object, where, error) &&
         read_parts (figure, object, where, error);
}
