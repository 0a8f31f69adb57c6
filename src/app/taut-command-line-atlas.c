/* taut-command-line-atlas.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that tell what the atlas knows. Names are those of the data:
 * scripts read them, so they are not translated. */

#define G_LOG_DOMAIN "taut-command-line"

#include "config.h"

#include "taut-command-line-private.h"

#include <math.h>

#include "taut-knowledge.h"
#include "taut-referral.h"
#include "taut-view.h"

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  g_assert (JSON_IS_BUILDER (builder));

  json_builder_set_member_name (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            double       value,
            double       steps)
{
  g_assert (JSON_IS_BUILDER (builder));

  json_builder_set_member_name (builder, member);
  json_builder_add_double_value (builder, round (value * steps) / steps);
}

static const char *
get_confidence_id (TautConfidence confidence)
{
  switch (confidence)
    {
    case TAUT_CONFIDENCE_LOW:
      return "low";
    case TAUT_CONFIDENCE_MEDIUM:
      return "medium";
    case TAUT_CONFIDENCE_HIGH:
      return "high";
    default:
      g_assert_not_reached ();
    }
}

/* Lists: areas, muscles, points */

/**
 * List:
 * @name: the command
 * @headings: of the columns of its table
 * @get_items: the items, from the atlas
 * @append_row: adds the cells of an item, without the line's end
 * @add_members: adds the members of the JSON object of an item
 */
typedef struct
{
  const char *name;
  const char *headings;
  GPtrArray *(* get_items) (TautAtlas *atlas);
  void (* append_row) (GString       *cells,
                       TautAtlas     *atlas,
                       gconstpointer  item);
  void (* add_members) (JsonBuilder   *builder,
                        TautAtlas     *atlas,
                        gconstpointer  item);
} List;

static int
print_list_json (const List *list,
                 TautAtlas  *atlas)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *items = list->get_items (atlas);

  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      json_builder_begin_object (builder);
      list->add_members (builder, atlas, g_ptr_array_index (items, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  return taut_command_line_print_json (list->name, json_builder_get_root (builder));
}

static int
print_list_table (const List *list,
                  TautAtlas  *atlas)
{
  g_autoptr (GString) cells = g_string_new (list->headings);
  g_autofree char *table = NULL;
  GPtrArray *items = list->get_items (atlas);

  for (guint i = 0; i < items->len; i++)
    {
      g_string_append_c (cells, '\n');
      list->append_row (cells, atlas, g_ptr_array_index (items, i));
    }
  g_string_append_c (cells, '\n');
  table = taut_command_line_format_table (cells->str);

  return taut_command_line_print (list->name, table);
}

/* Arguments are "[--json]" and nothing else. */
static int
run_list (const List   *list,
          char       ***arguments)
{
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  g_autoptr (TautAtlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert (list != NULL);

  status = taut_command_line_parse (arguments, entries);
  if (status == 0)
    status = taut_command_line_expect (*arguments, 0);
  if (status != 0)
    return status;

  atlas = taut_knowledge_load_atlas (&error);
  if (atlas == NULL)
    return taut_command_line_fail (list->name, error);

  return json ? print_list_json (list, atlas) : print_list_table (list, atlas);
}

/* areas */

static void
append_area (GString       *cells,
             TautAtlas     *atlas,
             gconstpointer  item)
{
  const TautArea *area = item;

  g_string_append_printf (cells, "%s\t%s\t%s\t%.1f", area->id, area->name, area->group,
                          taut_atlas_measure_area (atlas, area) / 100);
}

static void
add_area (JsonBuilder   *builder,
          TautAtlas     *atlas,
          gconstpointer  item)
{
  const TautArea *area = item;

  add_string (builder, "id", area->id);
  add_string (builder, "name", area->name);
  add_string (builder, "group", area->group);
  add_number (builder, "mm2", taut_atlas_measure_area (atlas, area), 10);
}

int
taut_command_line_areas (char ***arguments)
{
  const List list = {
    "areas", "id\tname\tgroup\tcm² on one side", taut_atlas_get_areas, append_area, add_area,
  };

  g_return_val_if_fail (arguments != NULL, TAUT_EXIT_BAD_USE);

  return run_list (&list, arguments);
}

/* muscles */

static void
append_muscle (GString       *cells,
               TautAtlas     *atlas,
               gconstpointer  item)
{
  const TautMuscle *muscle = item;

  g_string_append_printf (cells, "%s\t%s\t%s\t%u", muscle->id, muscle->name,
                          muscle->latin != NULL ? muscle->latin : "", muscle->points->len);
}

static void
add_muscle (JsonBuilder   *builder,
            TautAtlas     *atlas,
            gconstpointer  item)
{
  const TautMuscle *muscle = item;

  add_string (builder, "id", muscle->id);
  add_string (builder, "name", muscle->name);
  add_string (builder, "latin", muscle->latin);
  json_builder_set_member_name (builder, "ta2");
  if (muscle->ta2 != 0)
    json_builder_add_int_value (builder, muscle->ta2);
  else
    json_builder_add_null_value (builder);

  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < muscle->points->len; i++)
    {
      const TautPoint *point = g_ptr_array_index (muscle->points, i);

      json_builder_add_string_value (builder, point->id);
    }
  json_builder_end_array (builder);
  if (muscle->no_pattern != NULL)
    add_string (builder, "no_pattern", muscle->no_pattern);
}

int
taut_command_line_muscles (char ***arguments)
{
  const List list = {
    "muscles", "id\tname\tLatin\tpoints", taut_atlas_get_muscles, append_muscle, add_muscle,
  };

  g_return_val_if_fail (arguments != NULL, TAUT_EXIT_BAD_USE);

  return run_list (&list, arguments);
}

/* points */

static void
append_point (GString       *cells,
              TautAtlas     *atlas,
              gconstpointer  item)
{
  const TautPoint *point = item;

  g_string_append_printf (cells, "%s\t%s\t%s\t%s", point->id, point->name,
                          point->muscle->name, get_confidence_id (point->confidence));
}

static void
add_point (JsonBuilder   *builder,
           TautAtlas     *atlas,
           gconstpointer  item)
{
  const TautPoint *point = item;

  add_string (builder, "id", point->id);
  add_string (builder, "muscle", point->muscle->id);
  add_string (builder, "name", point->name);
  add_string (builder, "confidence", get_confidence_id (point->confidence));
}

int
taut_command_line_points (char ***arguments)
{
  const List list = {
    "points", "id\tname\tmuscle\tconfidence", taut_atlas_get_points, append_point, add_point,
  };

  g_return_val_if_fail (arguments != NULL, TAUT_EXIT_BAD_USE);

  return run_list (&list, arguments);
}

/* refer */

static void
add_shares (JsonBuilder *builder,
            const char  *member,
            GArray      *shares)
{
  g_assert (JSON_IS_BUILDER (builder));

  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < shares->len; i++)
    {
      const TautAreaShare *share = &g_array_index (shares, TautAreaShare, i);

      json_builder_begin_object (builder);
      add_string (builder, "area", share->area->id);
      add_string (builder, "side", taut_side_get_id (share->side));
      add_number (builder, "share", share->share, 1000);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static int
print_referral_json (const TautReferral *referral)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const TautPoint *point = referral->point;

  json_builder_begin_object (builder);
  add_string (builder, "point", point->id);
  add_string (builder, "muscle", point->muscle->id);
  add_string (builder, "side", taut_side_get_id (referral->side));
  if (!point->pain)
    add_string (builder, "kind", "not-pain");
  if (point->note != NULL)
    add_string (builder, "note", point->note);
  add_shares (builder, "essential", referral->shares[TAUT_ZONE_ESSENTIAL]);
  add_shares (builder, "spillover", referral->shares[TAUT_ZONE_SPILLOVER]);
  json_builder_end_object (builder);

  return taut_command_line_print_json ("refer", json_builder_get_root (builder));
}

static void
append_shares (GString    *cells,
               const char *heading,
               GArray     *shares)
{
  g_assert (cells != NULL);

  if (shares->len == 0)
    return;

  g_string_append_printf (cells, "%s\n", heading);
  for (guint i = 0; i < shares->len; i++)
    {
      const TautAreaShare *share = &g_array_index (shares, TautAreaShare, i);
      g_autofree char *name = taut_command_line_name_side (share->area->name, share->side);

      g_string_append_printf (cells, "  %s\t%3.0f %%\n", name, share->share * 100);
    }
}

static int
print_referral (const TautReferral *referral)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autofree char *table = NULL;
  const TautPoint *point = referral->point;
  g_autofree char *name = taut_command_line_name_side (point->name, referral->side);

  append_shares (cells, "often felt", referral->shares[TAUT_ZONE_ESSENTIAL]);
  append_shares (cells, "sometimes felt", referral->shares[TAUT_ZONE_SPILLOVER]);
  table = taut_command_line_format_table (cells->str);

  g_string_append_printf (text, "%s (%s, %s)\n", name, point->id, point->muscle->name);
  if (!point->pain)
    g_string_append (text, "What this point is known for is not pain.\n");
  if (point->note != NULL)
    g_string_append_printf (text, "%s\n", point->note);
  g_string_append (text, table);

  return taut_command_line_print ("refer", text->str);
}

int
taut_command_line_refer (char ***arguments)
{
  g_autoptr (TautAtlas) atlas = NULL;
  g_autoptr (TautReferral) referral = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  const TautPoint *point;
  TautSide side;
  int status;

  g_return_val_if_fail (arguments != NULL, TAUT_EXIT_BAD_USE);

  status = taut_command_line_parse (arguments, entries);
  if (status == 0)
    status = taut_command_line_expect (*arguments, 1);
  if (status != 0)
    return status;
  if ((*arguments)[1] == NULL)
    return taut_command_line_refuse ("refer", "POINT is missing, such as \"trapezius.1:left\"");

  atlas = taut_knowledge_load_atlas (&error);
  if (atlas == NULL)
    return taut_command_line_fail ("refer", error);

  point = taut_command_line_find_point (atlas, (*arguments)[1], &side, &error);
  if (point == NULL)
    return taut_command_line_fail ("refer", error);

  referral = taut_referral_new (atlas, point, side);

  return json ? print_referral_json (referral) : print_referral (referral);
}

/* check */

static void
check_record_ids (TautAtlas  *atlas,
                  TautRecord *record,
                  GPtrArray  *problems)
{
  GListModel *marks = taut_record_get_marks (record);
  GListModel *plan = taut_record_get_plan (record);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      const char *point_id = taut_mark_get_point_id (mark);
      guint cell;

      if (point_id != NULL && taut_atlas_find_point (atlas, point_id) == NULL)
        g_ptr_array_add (problems,
                         g_strdup_printf ("mark %s: field \"point\": the atlas has no point \"%s\"",
                                          taut_mark_get_id (mark), point_id));
      if (!taut_skin_find_cell (taut_atlas_get_skin (atlas), taut_mark_get_place (mark), &cell))
        g_ptr_array_add (problems,
                         g_strdup_printf ("mark %s: field \"at\": lies beside the skin",
                                          taut_mark_get_id (mark)));
    }

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (TautPlanItem) item = g_list_model_get_item (plan, i);
      const char *routine_id = taut_plan_item_get_routine_id (item);

      if (taut_atlas_find_routine (atlas, routine_id) == NULL
          && taut_record_find_own_routine (record, routine_id) == NULL)
        g_ptr_array_add (problems,
                         g_strdup_printf ("plan: field \"routine\": the atlas has no routine \"%s\"",
                                          routine_id));
    }
}

static int
report_problems (GPtrArray  *problems,
                 const char *origin,
                 const char *sound)
{
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("tautline: check: %s%s%s\n", origin != NULL ? origin : "",
                origin != NULL ? ": " : "", (const char *) g_ptr_array_index (problems, i));

  return problems->len == 0 ? taut_command_line_print ("check", sound) : TAUT_EXIT_FAILURE;
}

static int
check_record (TautAtlas  *atlas,
              const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautRecord) record = taut_command_line_read_record (path, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sound = NULL;

  if (record == NULL)
    return taut_command_line_fail ("check", error);

  check_record_ids (atlas, record, problems);
  sound = g_strdup_printf ("%s is sound: %u marks, %u routines\n", path,
                           g_list_model_get_n_items (taut_record_get_marks (record)),
                           g_list_model_get_n_items (taut_record_get_plan (record)));

  return report_problems (problems, path, sound);
}

static guint
count_without_pattern (TautAtlas *atlas)
{
  GPtrArray *muscles = taut_atlas_get_muscles (atlas);
  guint n = 0;

  for (guint i = 0; i < muscles->len; i++)
    n += ((const TautMuscle *) g_ptr_array_index (muscles, i))->no_pattern != NULL;

  return n;
}

static guint
count_strokes (TautAtlas *atlas)
{
  GPtrArray *areas = taut_atlas_get_areas (atlas);
  GPtrArray *points = taut_atlas_get_points (atlas);
  guint n = 0;

  for (guint i = 0; i < areas->len; i++)
    n += ((const TautArea *) g_ptr_array_index (areas, i))->strokes->len;
  for (guint i = 0; i < points->len; i++)
    for (TautZoneKind kind = 0; kind < TAUT_N_ZONES; kind++)
      n += ((const TautPoint *) g_ptr_array_index (points, i))->zones[kind].strokes->len;

  return n;
}

/* What there is, and what was looked at. */
static char *
describe_sound (TautAtlas *atlas)
{
  g_auto (GStrv) rules = taut_atlas_list_rules ();
  GString *text = g_string_new ("the atlas is sound\n");

  g_string_append_printf (text, "  %u areas, %u strokes, %u views of the body and %u close-ups, %u figures\n",
                          taut_atlas_get_areas (atlas)->len, count_strokes (atlas),
                          g_strv_length ((char **) taut_view_list_ids ()),
                          g_strv_length ((char **) taut_view_list_close_ups ()),
                          g_strv_length ((char **) taut_view_list_figures ()));
  g_string_append_printf (text, "  %u muscles (%u without a known pattern), %u points, %u complaints\n",
                          taut_atlas_get_muscles (atlas)->len, count_without_pattern (atlas),
                          taut_atlas_get_points (atlas)->len, taut_atlas_get_complaints (atlas)->len);
  g_string_append_printf (text, "  %u muscle groups, %u routines, %u questions, %u precautions\n",
                          taut_atlas_get_muscle_groups (atlas)->len,
                          taut_atlas_get_routines (atlas)->len, taut_atlas_get_questions (atlas)->len,
                          taut_atlas_get_precautions (atlas)->len);
  g_string_append (text, "checked:\n");
  for (guint i = 0; rules[i] != NULL; i++)
    g_string_append_printf (text, "  %s\n", rules[i]);

  return g_string_free (text, FALSE);
}

static int
check_atlas (TautAtlas *atlas)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sound = describe_sound (atlas);

  taut_atlas_check (atlas, problems);

  return report_problems (problems, NULL, sound);
}

int
taut_command_line_check (char ***arguments)
{
  g_autoptr (TautAtlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { NULL },
  };
  int status;

  g_return_val_if_fail (arguments != NULL, TAUT_EXIT_BAD_USE);

  status = taut_command_line_parse (arguments, entries);
  if (status == 0)
    status = taut_command_line_expect (*arguments, 1);
  if (status != 0)
    return status;

  atlas = taut_knowledge_load_atlas (&error);
  if (atlas == NULL)
    return taut_command_line_fail ("check", error);

  return (*arguments)[1] != NULL ? check_record (atlas, (*arguments)[1]) : check_atlas (atlas);
}
