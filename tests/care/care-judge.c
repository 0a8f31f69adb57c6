/* care-judge.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "care-judge.h"

#include "taut-resources.h"

#define N_RANKS 6

static JsonNode *rules;
static JsonNode *routines;
static JsonNode *groups;

static JsonNode *
parse (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = taut_resources_lookup (name, &error);
  g_autofree char *text = NULL;
  JsonNode *node;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  node = json_from_string (text, &error);
  g_assert_no_error (error);

  return node;
}

void
care_judge_init (void)
{
  rules = parse ("atlas/precautions.json");
  routines = parse ("atlas/routines.json");
  groups = parse ("atlas/muscle-groups.json");
}

void
care_judge_clear (void)
{
  json_node_unref (rules);
  json_node_unref (routines);
  json_node_unref (groups);
}

static JsonArray *
get_list (JsonNode   *node,
          const char *name)
{
  return json_object_get_array_member (json_node_get_object (node), name);
}

static JsonObject *
find_routine (const char *id)
{
  JsonArray *list = get_list (routines, "routines");

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *routine = json_array_get_object_element (list, i);

      if (strcmp (json_object_get_string_member (routine, "id"), id) == 0)
        return routine;
    }

  g_error ("no routine %s", id);
}

static gboolean
holds (JsonObject *object,
       const char *member,
       const char *word)
{
  JsonArray *list;

  if (!json_object_has_member (object, member))
    return FALSE;
  list = json_object_get_array_member (object, member);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (strcmp (json_array_get_string_element (list, i), word) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a member of @rule, which may be missing, names something of @routine's. */
static gboolean
agrees (JsonObject *rule,
        JsonObject *routine,
        const char *member)
{
  JsonArray *list;

  if (!json_object_has_member (rule, member))
    return TRUE;
  list = json_object_get_array_member (rule, member);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (holds (routine, member, json_array_get_string_element (list, i)))
      return TRUE;

  return FALSE;
}

static gboolean
lies_in (TautRecord *record,
         TautAtlas  *atlas,
         JsonObject *rule)
{
  GListModel *marks = taut_record_get_marks (record);

  if (!json_object_has_member (rule, "areas"))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      guint cell;

      if (taut_skin_find_cell (taut_atlas_get_skin (atlas), taut_mark_get_place (mark), &cell)
          && holds (rule, "areas", taut_atlas_get_area_of_cell (atlas, cell)->id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
falls_under (TautRecord *record,
             TautAtlas  *atlas,
             JsonObject *rule,
             JsonObject *routine)
{
  const char *question = json_object_get_string_member_with_default (rule, "question", NULL);
  const char *kind = json_object_get_string_member (routine, "kind");

  if (question != NULL
      && taut_profile_get_answer (taut_record_get_profile (record), question) != TAUT_ANSWER_YES)
    return FALSE;
  if (json_object_has_member (rule, "kinds") && !holds (rule, "kinds", kind))
    return FALSE;
  if (!agrees (rule, routine, "groups") || !agrees (rule, routine, "tags"))
    return FALSE;

  return lies_in (record, atlas, rule);
}

static void
take_least (guint      *limit,
            JsonObject *rule,
            const char *member)
{
  guint value = json_object_get_int_member_with_default (rule, member, 0);

  if (value != 0 && (*limit == 0 || value < *limit))
    *limit = value;
}

CareJudgement
care_judge_routine (TautRecord *record,
                    TautAtlas  *atlas,
                    const char *routine_id)
{
  JsonObject *routine = find_routine (routine_id);
  JsonArray *list = get_list (rules, "precautions");
  CareJudgement judgement = { FALSE, 0, 0, 0 };

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *rule = json_array_get_object_element (list, i);

      if (!falls_under (record, atlas, rule, routine))
        continue;
      if (strcmp (json_object_get_string_member (rule, "effect"), "soften") != 0)
        judgement.refused = TRUE;
      take_least (&judgement.pressure, rule, "pressure");
      take_least (&judgement.hold, rule, "hold");
      take_least (&judgement.repetitions, rule, "repetitions");
    }

  return judgement;
}

/* Whether the routine is for the muscle, or for a group that holds it. */
static gboolean
is_for_muscle (JsonObject *routine,
               const char *muscle)
{
  JsonArray *list = get_list (groups, "groups");

  if (holds (routine, "muscles", muscle))
    return TRUE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *group = json_array_get_object_element (list, i);

      if (holds (group, "muscles", muscle)
          && holds (routine, "groups", json_object_get_string_member (group, "id")))
        return TRUE;
    }

  return FALSE;
}

/* A plain spot stands for the nearest two muscles with points within 25 mm. */
static void
add_near_muscles (GPtrArray *muscles,
                  TautAtlas *atlas,
                  TautMark  *mark)
{
  g_autoptr (GArray) near =
    taut_atlas_find_near_points (atlas, taut_mark_get_place (mark), 25);
  const char *first = NULL;

  for (guint i = 0; i < near->len; i++)
    {
      const char *muscle = g_array_index (near, TautNearPoint, i).point->muscle->id;

      if (first != NULL && strcmp (muscle, first) == 0)
        continue;
      g_ptr_array_add (muscles, (gpointer) muscle);
      if (first != NULL)
        return;
      first = muscle;
    }
}

/* The muscles of all marks. */
static GPtrArray *
list_muscles (TautRecord *record,
              TautAtlas  *atlas)
{
  GListModel *marks = taut_record_get_marks (record);
  GPtrArray *muscles = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      const char *id = taut_mark_get_point_id (mark);

      if (id == NULL)
        add_near_muscles (muscles, atlas, mark);
      else
        g_ptr_array_add (muscles, (gpointer) taut_atlas_find_point (atlas, id)->muscle->id);
    }

  return muscles;
}

static gboolean
is_for_any (JsonObject *routine,
            GPtrArray  *muscles)
{
  for (guint i = 0; i < muscles->len; i++)
    if (is_for_muscle (routine, g_ptr_array_index (muscles, i)))
      return TRUE;

  return FALSE;
}

gboolean
care_judge_is_for_marks (TautRecord *record,
                         TautAtlas  *atlas,
                         const char *routine_id)
{
  g_autoptr (GPtrArray) muscles = list_muscles (record, atlas);

  return is_for_any (find_routine (routine_id), muscles);
}

gboolean
care_judge_has_things (TautRecord *record,
                       const char *routine_id)
{
  const char *household = " towel pillow chair table wall doorway step ";
  const char *const *own = taut_profile_get_equipment (taut_record_get_profile (record));
  JsonObject *routine = find_routine (routine_id);
  JsonArray *list = json_object_get_array_member (routine, "equipment");

  if (json_object_has_member (routine, "at_home"))
    return TRUE;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      const char *thing = json_array_get_string_element (list, i);
      g_autofree char *word = g_strdup_printf (" %s ", thing);
      gboolean found = strstr (household, word) != NULL;

      for (guint k = 0; own != NULL && own[k] != NULL; k++)
        found |= strcmp (own[k], thing) == 0;
      if (!found)
        return FALSE;
    }

  return TRUE;
}

guint
care_judge_rank (const char *routine_id)
{
  static const struct
  {
    const char *kind;
    guint rank;
  } ranks[] = {
    { "heat", 0 }, { "cold", 0 }, { "pressure", 1 }, { "stretch", 2 }, { "mobility", 3 },
    { "breathing", 3 }, { "habit", 4 }, { "strength", 5 },
  };
  const char *kind = json_object_get_string_member (find_routine (routine_id), "kind");

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (strcmp (ranks[i].kind, kind) == 0)
      return ranks[i].rank;

  g_assert_not_reached ();
}

guint
care_judge_minutes (const char *routine_id)
{
  JsonObject *dose = json_object_get_object_member (find_routine (routine_id), "dose");
  guint seconds = json_object_get_int_member_with_default (dose, "hold", 0)
                  * json_object_get_int_member (dose, "repetitions")
                  * json_object_get_int_member (dose, "sets");

  return MAX (json_object_get_int_member (dose, "minutes"), (seconds + 59) / 60);
}

static gboolean
is_refused (TautRecord *record,
            const char *routine_id)
{
  const char *const *refused = taut_profile_get_refused (taut_record_get_profile (record));

  return refused != NULL && g_strv_contains (refused, routine_id);
}

guint
care_judge_find_three (TautRecord *record,
                       TautAtlas  *atlas)
{
  g_autoptr (GPtrArray) muscles = list_muscles (record, atlas);
  JsonArray *list = get_list (routines, "routines");
  guint least[N_RANKS];
  guint sum = 0;

  for (guint i = 0; i < N_RANKS; i++)
    least[i] = G_MAXUINT;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *routine = json_array_get_object_element (list, i);
      const char *id = json_object_get_string_member (routine, "id");
      guint *of_kind = &least[care_judge_rank (id)];

      if (care_judge_minutes (id) < *of_kind && !is_refused (record, id)
          && is_for_any (routine, muscles) && care_judge_has_things (record, id)
          && !care_judge_routine (record, atlas, id).refused)
        *of_kind = care_judge_minutes (id);
    }

  for (guint n = 0; n < 3; n++)
    {
      guint shortest = 0;

      for (guint i = 1; i < N_RANKS; i++)
        if (least[i] < least[shortest])
          shortest = i;
      if (least[shortest] == G_MAXUINT)
        return G_MAXUINT;
      sum += least[shortest];
      least[shortest] = G_MAXUINT;
    }

  return sum;
}

static gboolean
share_member (JsonObject *routine,
              JsonObject *other,
              const char *member)
{
  JsonArray *list = json_object_get_array_member (routine, member);

  for (guint i = 0; i < json_array_get_length (list); i++)
    if (holds (other, member, json_array_get_string_element (list, i)))
      return TRUE;

  return FALSE;
}

gboolean
care_judge_share (const char *routine_id,
                  const char *other_id)
{
  JsonObject *routine = find_routine (routine_id);
  JsonObject *other = find_routine (other_id);

  return share_member (routine, other, "muscles") || share_member (routine, other, "groups");
}
