/* test-atlas-load.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "test-atlas-load"

#include "config.h"

#include <glib/gstdio.h>

#include "taut-atlas.h"

#include "../shipped-skin.h"

/* A small sound atlas. Each case below breaks it in one place. */

static const char *const areas_json =
  "{ \"license\": \"CC0-1.0\", \"areas\": [\n"
  "  { \"id\": \"trunk_front\", \"name\": \"front of the trunk\", \"group\": \"torso\",\n"
  "    \"parent\": \"trunk\", \"kind\": \"surface\", \"midline\": true,\n"
  "    \"strokes\": [[[\"trunk\", 0.4, 0, 60], [\"trunk\", 0.6, 20, 50]]],\n"
  "    \"borders\": [{ \"with\": \"trunk_back\", \"landmark\": \"side line\" }] },\n"
  "  { \"id\": \"trunk_back\", \"name\": \"back of the trunk\", \"group\": \"torso\",\n"
  "    \"parent\": \"trunk\", \"kind\": \"surface\", \"midline\": true,\n"
  "    \"strokes\": [[[\"trunk\", 0.4, 170, 60]]] },\n"
  "  { \"id\": \"eye_behind\", \"name\": \"behind the eye\", \"group\": \"head\",\n"
  "    \"parent\": \"head\", \"kind\": \"overlay\", \"deep\": true,\n"
  "    \"strokes\": [[[\"head\", 0.5, 20, 9]]] },\n"
  "  { \"id\": \"gooseflesh\", \"name\": \"gooseflesh\", \"group\": \"arm\",\n"
  "    \"parent\": \"arm\", \"kind\": \"sensation\", \"strokes\": [] }\n"
  "] }\n";

static const char *const muscle_json =
  "{ \"license\": \"CC0-1.0\", \"id\": \"pectoralis\", \"name\": \"Pectoralis\",\n"
  "  \"latin\": \"Musculus pectoralis\", \"ta2\": 2300, \"uberon\": \"UBERON:1\",\n"
  "  \"symptoms\": \"An ache.\", \"activation\": \"Carrying.\", \"points\": [\n"
  "  { \"id\": \"pectoralis.1\", \"label\": \"TrP1\", \"name\": \"upper chest\",\n"
  "    \"location\": \"In the middle.\", \"at\": [\"trunk\", 0.2, 30],\n"
  "    \"confidence\": \"high\", \"provenance\": \"known\",\n"
  "    \"essential\": { \"areas\": [\"trunk_front\"], \"strokes\": [\n"
  "      { \"side\": \"same\", \"points\": [[\"trunk\", 0.3, 30, 20], [\"trunk\", 0.4, 25, 10]] }] },\n"
  "    \"spillover\": { \"areas\": [\"eye_behind\"], \"strokes\": [\n"
  "      { \"side\": \"both\", \"points\": [[\"head\", 0.5, 20, 9]] }] } },\n"
  "  { \"id\": \"pectoralis.2\", \"label\": \"TrP2\", \"name\": \"lower chest\",\n"
  "    \"location\": \"Below.\", \"at\": [\"trunk\", 0.3, 30], \"note\": \"Not a pain point.\",\n"
  "    \"confidence\": \"low\", \"provenance\": \"known\", \"kind\": \"not-pain\",\n"
  "    \"shares_zone_with\": \"pectoralis.1\", \"pooled\": \"One pattern.\",\n"
  "    \"essential\": { \"areas\": [\"gooseflesh\"], \"strokes\": [] },\n"
  "    \"spillover\": { \"areas\": [], \"strokes\": [] } }\n"
  "] }\n";

/* One that the field lists, but whose pattern nobody describes. */
static const char *const subclavius_json =
  "{ \"license\": \"CC0-1.0\", \"id\": \"subclavius\", \"name\": \"Subclavius\",\n"
  "  \"latin\": \"Musculus subclavius\", \"ta2\": 2310, \"symptoms\": \"An ache.\",\n"
  "  \"activation\": \"Carrying.\", \"linked\": [\"pectoralis\"], \"shapes\": [\n"
  "  { \"part\": \"upper\", \"layer\": \"deep\", \"depth\": 40, \"tendon\": [0.1, 0.2],\n"
  "    \"fibres\": [[[\"trunk\", 0.15, 20], [\"trunk\", 0.12, 50]],\n"
  "      [[\"trunk\", 0.2, 20], [\"trunk\", 0.17, 35], [\"trunk\", 0.15, 50]]] },\n"
  "  { \"layer\": \"superficial\", \"depth\": 7,\n"
  "    \"belly\": [[\"trunk\", 0.3, 20, 2], [\"trunk\", 0.3, 40, 8], [\"trunk\", 0.3, 60, 2]] }],\n"
  "  \"no_pattern\": \"Nobody describes one.\", \"points\": [] }\n";

static const char *const groups_json =
  "{ \"license\": \"CC0-1.0\", \"groups\": [\n"
  "  { \"id\": \"chest\", \"name\": \"chest muscles\", \"muscles\": [\"pectoralis\", \"subclavius\"],\n"
  "    \"care\": \"Keep off the heart.\", \"source\": \"known\" },\n"
  "  { \"id\": \"throat\", \"name\": \"throat muscles\", \"muscles\": [\"digastric\"],\n"
  "    \"care\": \"Keep off.\", \"no_release\": \"Large vessels.\", \"source\": \"known\" }\n"
  "] }\n";

static const char *const routines_json =
  "{ \"license\": \"CC0-1.0\", \"routines\": [\n"
  "  { \"id\": \"ball\", \"name\": \"Ball on the wall\", \"kind\": \"pressure\", \"tool\": \"ball\",\n"
  "    \"groups\": [\"chest\"], \"muscles\": [\"pectoralis\"],\n"
  "    \"dose\": { \"hold\": 30, \"repetitions\": 3, \"sets\": 1, \"minutes\": 3,\n"
  "      \"times_a_day\": 2, \"days\": [\"MO\", \"WE\"], \"weeks\": 4, \"from_week\": 1,\n"
  "      \"pressure\": [3, 5] },\n"
  "    \"steps\": [\"Lean in.\"], \"feel\": \"Pressure.\", \"stop\": \"Sharp pain.\",\n"
  "    \"progression\": \"Lean in more.\", \"equipment\": [\"ball\", \"wall\"],\n"
  "    \"at_home\": \"A rolled sock.\", \"position\": \"standing\", \"tags\": [\"hard_tool\"],\n"
  "    \"picture\": { \"view\": \"front\", \"spots\": [[\"trunk\", 0.2, 30]],\n"
  "      \"felt\": [\"trunk_front\"],\n"
  "      \"arrow\": [[\"trunk\", 0.2, 30, 10], [\"trunk\", 0.3, 30, 20]] },\n"
  "    \"source\": \"known\", \"confidence\": \"medium\" }\n"
  "] }\n";

static const char *const notices_json =
  "{ \"license\": \"CC0-1.0\", \"notices\": [\n"
  "  { \"id\": \"chest\", \"tier\": \"emergency\", \"areas\": [\"trunk_front\"],\n"
  "    \"text\": \"Call for help.\", \"source\": \"known\" }\n"
  "] }\n";

static const char *const questions_json =
  "{ \"license\": \"CC0-1.0\", \"questions\": [\n"
  "  { \"id\": \"thin_bones\", \"topic\": \"Bones\", \"text\": \"Are your bones thin?\",\n"
  "    \"detail\": \"They break easily.\", \"source\": \"known\" } ], \"signs\": [\n"
  "  { \"id\": \"chest_now\", \"topic\": \"Chest\", \"tier\": \"emergency\",\n"
  "    \"areas\": [\"trunk_front\"], \"text\": \"It tightens.\", \"advice\": \"Call for help.\",\n"
  "    \"source\": \"known\" }\n"
  "] }\n";

static const char *const precautions_json =
  "{ \"license\": \"CC0-1.0\", \"precautions\": [\n"
  "  { \"id\": \"bones_tool\", \"question\": \"thin_bones\", \"areas\": [\"trunk_back\"],\n"
  "    \"groups\": [\"chest\"], \"kinds\": [\"pressure\", \"heat\"], \"tags\": [\"hard_tool\"],\n"
  "    \"effect\": \"leave_out\", \"reason\": \"because of thin bones\", \"source\": \"known\" },\n"
  "  { \"id\": \"gently\", \"kinds\": [\"pressure\"], \"effect\": \"soften\",\n"
  "    \"pressure\": 3, \"hold\": 20, \"repetitions\": 2, \"general\": true,\n"
  "    \"reason\": \"because that is enough\", \"source\": \"known\" }\n"
  "] }\n";

static const char *const complaints_json =
  "{ \"license\": \"CC0-1.0\", \"source\": \"known\",\n"
  "  \"same_words\": [{ \"words\": [\"pain\", \"ache\"] }],\n"
  "  \"complaints\": [\n"
  "  { \"id\": \"tight_chest\", \"name\": \"Tight chest\",\n"
  "    \"phrases\": [\"my chest is tight\"], \"muscles\": [\"pectoralis\"],\n"
  "    \"areas\": [\"trunk_front\"] }\n"
  "] }\n";

typedef struct
{
  TautSkin *skin;
  char *folder;
} Fixture;

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_sound (Fixture *fixture)
{
  write_file (fixture, "areas.json", areas_json);
  write_file (fixture, "muscles/pectoralis.json", muscle_json);
  write_file (fixture, "muscles/subclavius.json", subclavius_json);
  write_file (fixture, "muscle-groups.json", groups_json);
  write_file (fixture, "routines.json", routines_json);
  write_file (fixture, "notices.json", notices_json);
  write_file (fixture, "questions.json", questions_json);
  write_file (fixture, "precautions.json", precautions_json);
  write_file (fixture, "complaints.json", complaints_json);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *muscles = NULL;

  fixture->skin = load_shipped_skin ();
  fixture->folder = g_dir_make_tmp ("taut-atlas-XXXXXX", &error);
  g_assert_no_error (error);
  muscles = g_build_filename (fixture->folder, "muscles", NULL);
  g_assert_cmpint (g_mkdir (muscles, 0700), ==, 0);
  write_sound (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const names[] = {
    "areas.json", "muscles/pectoralis.json", "muscles/subclavius.json", "muscle-groups.json",
    "routines.json", "notices.json", "questions.json", "precautions.json",
    "complaints.json", "muscles", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_free (fixture->folder);
  taut_skin_unref (fixture->skin);
}

static TautAtlas *
load (Fixture  *fixture,
      GError  **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  return taut_atlas_load (folder, fixture->skin, error);
}

static void
test_sound (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautAtlas) atlas = load (fixture, &error);
  const TautPoint *point;
  const TautMuscle *muscle;
  const TautMuscleShape *shape;
  const TautMuscleGroup *group;
  const TautRoutine *routine;

  g_assert_no_error (error);
  g_assert_cmpuint (taut_atlas_get_areas (atlas)->len, ==, 4);
  g_assert_cmpuint (taut_atlas_get_points (atlas)->len, ==, 2);
  g_assert_cmpint (taut_atlas_find_area (atlas, "eye_behind")->kind, ==, TAUT_AREA_OVERLAY);
  g_assert_true (taut_atlas_find_area (atlas, "trunk_front")->midline);
  g_assert_null (taut_atlas_find_area (atlas, "nowhere"));

  point = taut_atlas_find_point (atlas, "pectoralis.1");
  g_assert_cmpstr (point->name, ==, "upper chest");
  g_assert_true (point->pain);
  g_assert_cmpint (point->confidence, ==, TAUT_CONFIDENCE_HIGH);
  g_assert_cmpstr (point->muscle->latin, ==, "Musculus pectoralis");
  g_assert_cmpuint (point->muscle->ta2, ==, 2300);
  g_assert_null (point->muscle->fma);
  g_assert_cmpfloat (point->at.theta, ==, 30);
  g_assert_false (taut_atlas_find_point (atlas, "pectoralis.2")->pain);
  g_assert_null (point->muscle->no_pattern);
  g_assert_null (point->muscle->linked[0]);

  g_assert_cmpuint (taut_atlas_get_muscles (atlas)->len, ==, 2);
  muscle = taut_atlas_find_muscle (atlas, "subclavius");
  g_assert_cmpuint (muscle->points->len, ==, 0);
  g_assert_cmpstr (muscle->no_pattern, ==, "Nobody describes one.");
  g_assert_cmpstr (muscle->linked[0], ==, "pectoralis");
  g_assert_null (muscle->linked[1]);

  g_assert_cmpuint (point->muscle->shapes->len, ==, 0);
  g_assert_cmpuint (muscle->shapes->len, ==, 2);
  shape = g_ptr_array_index (muscle->shapes, 0);
  g_assert_true (shape->muscle == muscle);
  g_assert_cmpstr (shape->part, ==, "upper");
  g_assert_cmpint (shape->layer, ==, TAUT_MUSCLE_DEEP);
  g_assert_cmpuint (shape->depth, ==, 40);
  g_assert_cmpuint (shape->fibres->len, ==, 2);
  g_assert_cmpuint (((TautStroke *) shape->fibres->pdata[1])->n_points, ==, 3);
  g_assert_cmpfloat (shape->tendons[1].insertion, ==, 0.2);
  shape = g_ptr_array_index (muscle->shapes, 1);
  g_assert_null (shape->part);
  g_assert_null (shape->fibres);
  g_assert_cmpfloat (shape->belly->points[1].radius, ==, 8);
  g_assert_cmpfloat (shape->tendons[0].origin, ==, 0);

  routine = taut_atlas_find_routine (atlas, "ball");
  g_assert_cmpuint (routine->days, ==, 1 | 4);
  g_assert_cmpstr (routine->tool, ==, "ball");
  g_assert_null (routine->keep_off);
  g_assert_cmpuint (routine->pressure_least, ==, 3);
  g_assert_cmpuint (routine->pressure_most, ==, 5);
  g_assert_cmpuint (routine->weeks, ==, 4);
  g_assert_cmpuint (routine->from_week, ==, 1);
  g_assert_cmpstr (routine->equipment[1], ==, "wall");
  g_assert_cmpstr (routine->tags[0], ==, "hard_tool");
  g_assert_cmpstr (routine->position, ==, "standing");
  g_assert_cmpstr (routine->picture.view, ==, "front");
  g_assert_cmpuint (routine->picture.n_spots, ==, 1);
  g_assert_cmpfloat (routine->picture.spots[0].theta, ==, 30);
  g_assert_cmpstr (routine->picture.felt[0], ==, "trunk_front");
  g_assert_cmpfloat (routine->picture.arrow->points[1].radius, ==, 20);
  g_assert_null (routine->picture.symbol);

  g_assert_cmpuint (taut_atlas_get_muscle_groups (atlas)->len, ==, 2);
  group = taut_atlas_find_muscle_group (atlas, routine->groups[0]);
  g_assert_cmpstr (group->name, ==, "chest muscles");
  g_assert_null (group->no_release);
  g_assert_true (taut_atlas_find_group_of_muscle (atlas, "subclavius") == group);
  g_assert_null (taut_atlas_find_group_of_muscle (atlas, "soleus"));
  g_assert_cmpstr (taut_atlas_find_muscle_group (atlas, "throat")->no_release, ==, "Large vessels.");
  g_assert_cmpuint (taut_atlas_get_notices (atlas)->len, ==, 1);
}

static void
test_precautions (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautAtlas) atlas = load (fixture, &error);
  const TautQuestion *question;
  const TautPrecaution *rule;

  g_assert_no_error (error);
  g_assert_cmpuint (taut_atlas_get_questions (atlas)->len, ==, 2);
  question = taut_atlas_find_question (atlas, "thin_bones");
  g_assert_true (question == g_ptr_array_index (taut_atlas_get_questions (atlas), 0));
  g_assert_cmpstr (question->detail, ==, "They break easily.");
  g_assert_cmpstr (question->areas[0], ==, NULL);
  g_assert_null (question->advice);
  question = taut_atlas_find_question (atlas, "chest_now");
  g_assert_cmpint (question->tier, ==, TAUT_TIER_EMERGENCY);
  g_assert_cmpstr (question->areas[0], ==, "trunk_front");
  g_assert_cmpstr (question->advice, ==, "Call for help.");
  g_assert_null (question->detail);
  g_assert_null (taut_atlas_find_question (atlas, "nothing"));

  g_assert_cmpuint (taut_atlas_get_precautions (atlas)->len, ==, 2);
  rule = g_ptr_array_index (taut_atlas_get_precautions (atlas), 0);
  g_assert_cmpstr (rule->question, ==, "thin_bones");
  g_assert_cmpuint (rule->kinds, ==, 1u << TAUT_ROUTINE_PRESSURE | 1u << TAUT_ROUTINE_HEAT);
  g_assert_cmpint (rule->effect, ==, TAUT_EFFECT_LEAVE_OUT);
  g_assert_cmpstr (rule->areas[0], ==, "trunk_back");
  g_assert_false (rule->general);
  rule = g_ptr_array_index (taut_atlas_get_precautions (atlas), 1);
  g_assert_null (rule->question);
  g_assert_cmpstr (rule->groups[0], ==, NULL);
  g_assert_cmpuint (rule->pressure_most, ==, 3);
  g_assert_cmpuint (rule->hold_most, ==, 20);
  g_assert_cmpuint (rule->repetitions_most, ==, 2);
  g_assert_true (rule->general);
}

/* Broken inputs: in @file, @old is replaced by @new; the message must hold every
 * one of @expected, separated by |. */
typedef struct
{
  const char *file;
  const char *old;
  const char *new;
  const char *expected;
} Case;

#define AREAS "areas.json"
#define MUSCLE "muscles/pectoralis.json"
#define SUBCLAVIUS "muscles/subclavius.json"
#define GROUPS "muscle-groups.json"
#define ROUTINES "routines.json"
#define NOTICES "notices.json"
#define QUESTIONS "questions.json"
#define PRECAUTIONS "precautions.json"
#define COMPLAINTS "complaints.json"

static const Case cases[] = {
  { AREAS, NULL, "", "areas.json|empty" },
  { AREAS, NULL, "[1, 2]", "areas.json" },
  { AREAS, NULL, "{ \"license\": \"x\", \"areas\": [", "areas.json" },
  { AREAS, NULL, "{ \"license\": \"x\", \"areas\": [] }", "areas.json|\"areas\"|surface" },
  { AREAS, "\"license\": \"CC0-1.0\", ", "", "areas.json|\"license\"" },
  { AREAS, "\"license\"", "\"licence\"", "areas.json|\"licence\"" },
  { AREAS, "\"CC0-1.0\"", "\" \"", "areas.json|\"license\"|empty" },
  { AREAS, "\"group\": \"torso\"", "\"grupp\": \"torso\"", "areas.json: trunk_front|\"grupp\"" },
  { AREAS, "\"id\": \"trunk_back\"", "\"id\": \"trunk_front\"", "trunk_front|\"id\"|second" },
  { AREAS, "\"id\": \"trunk_back\"", "\"id\": \"Trunk Back\"", "areas.json|\"id\"|Trunk Back" },
  { AREAS, "\"id\": \"trunk_back\"", "\"id\": 7", "areas.json|\"id\"" },
  { AREAS, "\"surface\", \"midline\"", "\"skin\", \"midline\"",
    "trunk_front|\"kind\"|surface, overlay, sensation|\"skin\"" },
  { AREAS, "\"midline\": true", "\"midline\": \"yes\"", "trunk_front|\"midline\"" },
  { AREAS, "\"midline\": true", "\"deep\": true", "trunk_front|\"deep\"|overlays" },
  { AREAS, "0.4, 0, 60", "1.4, 0, 60", "trunk_front|\"strokes\"|u from -0.3 to 1.3|1.4" },
  { AREAS, "0.4, 0, 60", "0.4, -190, 60", "trunk_front|\"strokes\"|theta from -180 to 360" },
  { AREAS, "0.4, 0, 60", "0.4, 0, 0.5", "trunk_front|\"strokes\"|radius in mm from 1 to 200|0.5" },
  { AREAS, "0.4, 0, 60", "0.4, 0, 260", "trunk_front|\"strokes\"|radius" },
  { AREAS, "0.4, 0, 60", "0.4, 0", "trunk_front|\"strokes\"" },
  { AREAS, "[\"trunk\", 0.4, 170", "[\"torso\", 0.4, 170", "trunk_back|\"strokes\"|segment|torso" },
  { AREAS, "[[[\"trunk\", 0.4, 170, 60]]]", "[]", "trunk_back|\"strokes\"|at least one" },
  { AREAS, "\"sensation\", \"strokes\": []",
    "\"sensation\", \"strokes\": [[[\"head\", 0, 0, 9]]]", "gooseflesh|\"strokes\"|sensation" },
  { AREAS, "\"with\": \"trunk_back\"", "\"with\": \"belly\"", "trunk_front|\"with\"|belly" },
  { AREAS, "\"with\": \"trunk_back\"", "\"with\": \"eye_behind\"", "trunk_front|\"with\"|surface" },
  { MUSCLE, NULL, "{}", "muscles/pectoralis.json|\"license\"" },
  { MUSCLE, "\"id\": \"pectoralis\"", "\"id\": \"soleus\"", "muscles/pectoralis.json|\"id\"|soleus" },
  { MUSCLE, "\"ta2\": 2300", "\"ta2\": 0", "muscles/pectoralis.json|\"ta2\"" },
  { MUSCLE, "\"ta2\": 2300", "\"ta2\": 12.5", "muscles/pectoralis.json|\"ta2\"" },
  { MUSCLE, "\"symptoms\": \"An ache.\", ", "", "muscles/pectoralis.json|\"symptoms\"" },
  { MUSCLE, "\"id\": \"pectoralis.2\"", "\"id\": \"pectoralis.1\"", "pectoralis.1|\"id\"|second" },
  { MUSCLE, "\"id\": \"pectoralis.2\"", "\"id\": \"soleus.2\"", "soleus.2|\"id\"|pectoralis." },
  { MUSCLE, "\"at\": [\"trunk\", 0.2, 30]", "\"at\": [\"trunk\", 0.2]", "pectoralis.1|\"at\"" },
  { MUSCLE, "\"at\": [\"trunk\", 0.2, 30]", "\"at\": [\"trunk\", -0.5, 30]", "pectoralis.1|\"at\"|u" },
  { MUSCLE, "\"confidence\": \"high\"", "\"confidence\": \"sure\"",
    "pectoralis.1|\"confidence\"|low, medium, high|sure" },
  { MUSCLE, "\"areas\": [\"trunk_front\"]", "\"areas\": [\"chest\"]",
    "pectoralis.1: essential|\"areas\"|chest" },
  { MUSCLE, "\"areas\": [\"trunk_front\"]", "\"areas\": [\"trunk_front\", \"trunk_front\"]",
    "pectoralis.1: essential|\"areas\"|once" },
  { MUSCLE, "\"areas\": [\"trunk_front\"]", "\"areas\": []", "pectoralis.1: essential|\"areas\"" },
  { MUSCLE, "\"side\": \"same\"", "\"side\": \"left\"",
    "pectoralis.1: essential|\"side\"|same, other, both|left" },
  { MUSCLE, "\"side\": \"both\", ", "", "pectoralis.1: spillover|\"side\"" },
  { MUSCLE, "\"kind\": \"not-pain\"", "\"kind\": \"pain\"", "pectoralis.2|\"kind\"|not-pain" },
  { MUSCLE, "\"note\": \"Not a pain point.\",", "", "pectoralis.2|\"note\"" },
  { MUSCLE, "\"shares_zone_with\": \"pectoralis.1\"", "\"shares_zone_with\": \"pectoralis.9\"",
    "pectoralis.2|\"shares_zone_with\"|pectoralis.9" },
  { MUSCLE, "\"pooled\": \"One pattern.\",", "", "pectoralis.2|\"pooled\"|why" },
  { MUSCLE, "\"spillover\": { \"areas\": []", "\"spillover\": { \"zones\": []",
    "pectoralis.2: spillover|\"zones\"" },
  { SUBCLAVIUS, "[\"pectoralis\"]", "[\"soleus\"]", "subclavius.json|\"linked\"|soleus" },
  { SUBCLAVIUS, "[\"pectoralis\"]", "[\"subclavius\"]", "\"linked\"|another muscle|subclavius" },
  { SUBCLAVIUS, "[\"pectoralis\"]", "[\"pectoralis\", \"pectoralis\"]", "\"linked\"|once" },
  { SUBCLAVIUS, "[\"pectoralis\"]", "\"pectoralis\"", "subclavius.json|\"linked\"" },
  { SUBCLAVIUS, "\"no_pattern\": \"Nobody describes one.\", ", "", "subclavius.json|\"no_pattern\"|why" },
  { SUBCLAVIUS, "\"Nobody describes one.\"", "\"\"", "subclavius.json|\"no_pattern\"|empty" },
  { SUBCLAVIUS, "\"deep\"", "\"middle\"", "shape 1|\"layer\"|superficial, deep|middle" },
  { SUBCLAVIUS, "\"depth\": 40", "\"depth\": 400", "shape 1|\"depth\"" },
  { SUBCLAVIUS, "\"part\"", "\"head\"", "shape 1|\"head\"" },
  { SUBCLAVIUS, "[0.1, 0.2]", "[0.6, 0.5]", "shape 1|\"tendon\"|at most 1" },
  { SUBCLAVIUS, "[0.1, 0.2]", "[0.1]", "shape 1|\"tendon\"" },
  { SUBCLAVIUS, "[0.1, 0.2]", "[[0.1, 0.2]]", "shape 1|\"tendon\"|one for each" },
  { SUBCLAVIUS, "[0.1, 0.2]", "[[0.1, 0.2], [0.1, \"x\"]]", "shape 1|\"tendon\"" },
  { SUBCLAVIUS, "[[\"trunk\", 0.15, 20], [\"trunk\", 0.12, 50]]", "[[\"trunk\", 0.15, 20]]",
    "shape 1|\"fibres\"|2 to 24 places" },
  { SUBCLAVIUS, "[[\"trunk\", 0.15, 20], [\"trunk\", 0.12, 50]],", "", "shape 1|\"fibres\"|2 to 24 fibre" },
  { SUBCLAVIUS, "[[\"trunk\", 0.15, 20]", "[[\"torso\", 0.15, 20]", "shape 1|\"fibres\"|torso" },
  { SUBCLAVIUS, "[[\"trunk\", 0.15, 20]", "[[\"trunk\", 2, 20]", "shape 1|\"fibres\"|u from" },
  { SUBCLAVIUS, "[[\"trunk\", 0.15, 20]", "[7", "shape 1|\"fibres\"|lists" },
  { SUBCLAVIUS, "\"belly\"", "\"fibre\"", "shape 2|\"fibre\"" },
  { SUBCLAVIUS, "\"depth\": 7,", "\"depth\": 7, \"fibres\": [],", "shape 2|either" },
  { SUBCLAVIUS, "40, 8]", "40, 90]", "shape 2|\"belly\"|0.5 to 80" },
  { MUSCLE, "\"ta2\": 2300", "\"no_pattern\": \"None.\", \"ta2\": 2300",
    "pectoralis.json|\"no_pattern\"|only where there are no points" },
  { GROUPS, NULL, "{ \"license\": \"x\" }", "muscle-groups.json|\"groups\"" },
  { GROUPS, "\"id\": \"throat\"", "\"id\": \"chest\"", "muscle-groups.json: chest|\"id\"|second" },
  { GROUPS, "\"digastric\"", "\"subclavius\"", "throat|\"muscles\"|one group each|subclavius|chest" },
  { GROUPS, "\"pectoralis\", \"subclavius\"", "\"pectoralis\", \"pectoralis\"", "chest|\"muscles\"|once" },
  { GROUPS, "[\"digastric\"]", "[]", "muscle-groups.json: throat|\"muscles\"|at least one" },
  { GROUPS, "\"care\": \"Keep off.\", ", "", "muscle-groups.json: throat|\"care\"" },
  { GROUPS, "\"Large vessels.\"", "\" \"", "throat|\"no_release\"|empty" },
  { ROUTINES, "\"muscles\": [\"pectoralis\"]", "\"muscles\": [\"soleus\"]",
    "routines.json: ball|\"muscles\"|soleus" },
  { ROUTINES, "\"pressure\", \"tool\": \"ball\"", "\"massage\"", "ball|\"kind\"|massage" },
  { ROUTINES, "\"pressure\", \"tool\": \"ball\"", "\"heat\", \"tool\": \"ball\"", "ball|\"tool\"" },
  { ROUTINES, "\"tool\": \"ball\"", "\"tool\": \"hammer\"", "ball|\"tool\"|hammer" },
  { ROUTINES, "\"MO\", \"WE\"", "\"MO\", \"MO\"", "ball: dose|\"days\"|MO" },
  { ROUTINES, "\"MO\", \"WE\"", "", "ball: dose|\"days\"|at least one" },
  { ROUTINES, "\"repetitions\": 3", "\"repetitions\": 0", "ball: dose|\"repetitions\"" },
  { ROUTINES, "\"sets\": 1, ", "", "ball: dose|\"sets\"" },
  { ROUTINES, "[\"Lean in.\"]", "[]", "ball|\"steps\"" },
  { ROUTINES, "[\"chest\"]", "[]", "routines.json: ball|\"groups\"|at least one" },
  { ROUTINES, "[\"chest\"]", "[\"calf\"]", "routines.json: ball|\"groups\"|muscle group|calf" },
  { ROUTINES, "\"weeks\": 4", "\"weeks\": 99", "ball: dose|\"weeks\"" },
  { ROUTINES, "\"from_week\": 1", "\"from_week\": 0", "ball: dose|\"from_week\"" },
  { ROUTINES, "\"pressure\", \"tool\": \"ball\"", "\"strength\"", "ball: dose|\"from_week\"|2 or later" },
  { ROUTINES, "\"pressure\", \"tool\": \"ball\"", "\"stretch\"", "ball: dose|\"pressure\"|pressure only" },
  { ROUTINES, "[3, 5]", "[3]", "ball: dose|\"pressure\"|two numbers" },
  { ROUTINES, "[3, 5]", "[5, 3]", "ball: dose|\"pressure\"|the least first|5 and 3" },
  { ROUTINES, "[3, 5]", "[3, 5.5]", "ball: dose|\"pressure\"|whole numbers" },
  { ROUTINES, "[3, 5]", "[3, 11]", "ball: dose|pressure|found 11" },
  { ROUTINES, "\"progression\": \"Lean in more.\", ", "", "routines.json: ball|\"progression\"" },
  { ROUTINES, "\"wall\"]", "\"anvil\"]", "routines.json: ball|\"equipment\"|anvil" },
  { ROUTINES, "\"A rolled sock.\"", "\"\"", "routines.json: ball|\"at_home\"|empty" },
  { ROUTINES, "\"standing\"", "\"hanging\"", "routines.json: ball|\"position\"|sitting|hanging" },
  { ROUTINES, "\"hard_tool\"", "\"hard-tool\"", "routines.json: ball|\"tags\"|hard-tool" },
  { ROUTINES, "\"front\", \"spots\"", "\"top\", \"spots\"", "ball: picture|\"view\"|front, back, left, right|top" },
  { ROUTINES, "[[\"trunk\", 0.2, 30]]", "[7]", "ball: picture|\"spots\"|number 1" },
  { ROUTINES, "[[\"trunk\", 0.2, 30]]", "[[\"trunk\", 2, 30]]", "ball: picture|\"spots\"|u from" },
  { ROUTINES, "[\"trunk_front\"]", "[\"belly\"]", "ball: picture|\"felt\"|belly" },
  { ROUTINES, "[\"trunk\", 0.3, 30, 20]]", "[\"trunk\", 0.3, 30]]", "ball: picture|\"arrow\"" },
  { ROUTINES, ", [\"trunk\", 0.3, 30, 20]]", "]", "ball: picture|\"arrow\"|two places" },
  { ROUTINES, "\"view\": \"front\"", "\"view\": \"front\", \"symbol\": \"pillow\"",
    "ball: picture|\"symbol\"|habit only" },
  { NOTICES, "\"emergency\"", "\"panic\"", "notices.json: chest|\"tier\"|panic" },
  { NOTICES, "\"trunk_front\"", "\"chest\"", "notices.json: chest|\"areas\"|chest" },
  { NOTICES, "\"text\": \"Call for help.\"", "\"text\": \"\"", "chest|\"text\"|empty" },
  { NOTICES, "{ \"id\"", "3, { \"id\"", "notices.json|\"notices\"|number 1" },
  { QUESTIONS, "\"signs\"", "\"warnings\"", "questions.json|\"warnings\"" },
  { QUESTIONS, "\"id\": \"chest_now\"", "\"id\": \"thin_bones\"", "thin_bones|\"id\"|second" },
  { QUESTIONS, "\"topic\": \"Bones\", ", "", "questions.json: thin_bones|\"topic\"" },
  { QUESTIONS, "\"Are your bones thin?\"", "\"\"", "thin_bones|\"text\"|empty" },
  { QUESTIONS, "\"detail\"", "\"areas\"", "questions.json: thin_bones|\"areas\"" },
  { QUESTIONS, "\"emergency\"", "\"soon\"", "chest_now|\"tier\"|emergency or urgent" },
  { QUESTIONS, "\"emergency\"", "\"now\"", "chest_now|\"tier\"|now" },
  { QUESTIONS, "[\"trunk_front\"]", "[]", "chest_now|\"areas\"|at least one" },
  { QUESTIONS, "[\"trunk_front\"]", "[\"belly\"]", "chest_now|\"areas\"|belly" },
  { QUESTIONS, "\"advice\": \"Call for help.\"", "\"detail\": \"Now.\"", "chest_now|\"advice\"" },
  { PRECAUTIONS, "\"thin_bones\"", "\"bones\"", "precautions.json: bones_tool|\"question\"|bones" },
  { PRECAUTIONS, "\"thin_bones\"", "\"chest_now\"", "bones_tool|\"question\"|health|chest_now" },
  { PRECAUTIONS, "[\"trunk_back\"]", "[\"back\"]", "bones_tool|\"areas\"|back" },
  { PRECAUTIONS, "[\"trunk_back\"]", "[]", "bones_tool|\"areas\"|at least one" },
  { PRECAUTIONS, "[\"chest\"]", "[\"arms\"]", "bones_tool|\"groups\"|muscle group|arms" },
  { PRECAUTIONS, "[\"pressure\", \"heat\"]", "[\"press\"]", "bones_tool|\"kinds\"|kinds of routines|press" },
  { PRECAUTIONS, "[\"hard_tool\"]", "[\"hard-tool\"]", "bones_tool|\"tags\"|hard-tool" },
  { PRECAUTIONS, "\"kinds\": [\"pressure\"], \"effect\"", "\"effect\"",
    "precautions.json: gently|\"tags\"|groups, kinds or tags" },
  { PRECAUTIONS, "\"leave_out\"", "\"forbid\"", "bones_tool|\"effect\"|refer|forbid" },
  { PRECAUTIONS, "\"leave_out\"", "\"soften\"", "bones_tool|\"effect\"|with soften|none" },
  { PRECAUTIONS, "\"soften\"", "\"refer\"", "gently|\"effect\"|only with it|limit" },
  { PRECAUTIONS, "\"pressure\": 3", "\"pressure\": 11", "gently|\"pressure\"" },
  { PRECAUTIONS, "\"general\": true", "\"general\": 1", "gently|\"general\"" },
  { PRECAUTIONS, "\"id\": \"gently\"", "\"id\": \"bones_tool\"", "bones_tool|\"id\"|second" },
  { PRECAUTIONS, "\"because that is enough\"", "\" \"", "gently|\"reason\"|empty" },
  { COMPLAINTS, "[\"pain\", \"ache\"]", "[\"pain\"]", "complaints.json: same_words|\"words\"|two words" },
  { COMPLAINTS, "\"ache\"", "\"an ache\"", "complaints.json: same_words|\"words\"|single|an ache" },
  { COMPLAINTS, "\"tight_chest\"", "\"Tight\"", "complaints.json|\"id\"|Tight" },
  { COMPLAINTS, "[\"my chest is tight\"]", "[]", "tight_chest|\"phrases\"|at least one" },
  { COMPLAINTS, "[\"pectoralis\"]", "[\"chest\"]", "tight_chest|\"muscles\"|muscle|chest" },
  { COMPLAINTS, "[\"trunk_front\"]", "[\"front\"]", "tight_chest|\"areas\"|area|front" },
  { COMPLAINTS, "\"phrases\"", "\"words\"", "tight_chest|\"words\"" },
};

static const char *
get_sound (const char *file)
{
  const struct
  {
    const char *file;
    const char *text;
  } sound[] = {
    { AREAS, areas_json },
    { MUSCLE, muscle_json },
    { SUBCLAVIUS, subclavius_json },
    { GROUPS, groups_json },
    { ROUTINES, routines_json },
    { NOTICES, notices_json },
    { QUESTIONS, questions_json },
    { PRECAUTIONS, precautions_json },
    { COMPLAINTS, complaints_json },
  };
  guint i = 0;

  while (!g_str_equal (file, sound[i].file))
    i++;

  return sound[i].text;
}

/* Replaces the first @old; leading commas and line breaks of @old are found too. */
static char *
break_text (const Case *broken)
{
  const char *text = get_sound (broken->file);
  const char *at;
  g_autofree char *before = NULL;

  if (broken->old == NULL)
    return g_strdup (broken->new);

  at = strstr (text, broken->old);
  g_assert_nonnull (at);
  before = g_strndup (text, at - text);
  return g_strconcat (before, broken->new, at + strlen (broken->old), NULL);
}

static void
assert_holds (const char *said,
              const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (expected, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (said, parts[i]) == NULL)
      g_error ("\"%s\" is not in \"%s\"", parts[i], said);
}

static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TautAtlas) atlas = NULL;
      g_autofree char *text = break_text (&cases[i]);

      write_sound (fixture);
      write_file (fixture, cases[i].file, text);
      atlas = load (fixture, &error);
      g_assert_null (atlas);
      g_assert_nonnull (error);
      g_assert_cmpint (strlen (error->message), <, 300);
      assert_holds (error->message, cases[i].expected);
    }
}

/* What the check says of questions and precautions. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  static const Case checked[] = {
    { PRECAUTIONS, "x", NULL, NULL },
    { PRECAUTIONS, "\"question\": \"thin_bones\", ", "", "questions.json: thin_bones|rule" },
    { PRECAUTIONS, "\"tags\": [\"hard_tool\"]", "\"tags\": [\"heat\"]",
      "precautions.json: bones_tool|routine|\"general\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (checked); i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (TautAtlas) atlas = NULL;
      g_autofree char *text = NULL;
      g_autofree char *said = NULL;

      write_sound (fixture);
      text = checked[i].new != NULL ? break_text (&checked[i]) : g_strdup (precautions_json);
      write_file (fixture, checked[i].file, text);
      atlas = load (fixture, &error);
      g_assert_no_error (error);
      taut_atlas_check (atlas, problems);
      g_ptr_array_add (problems, NULL);
      said = g_strjoinv ("\n", (char **) problems->pdata);
      if (checked[i].expected == NULL)
        {
          g_assert_null (strstr (said, "questions.json"));
          g_assert_null (strstr (said, "precautions.json"));
          continue;
        }
      assert_holds (said, checked[i].expected);
    }
}

/* What the check says of groups when @old stands as @new in @file. */
static char *
complain (Fixture    *fixture,
          const Case *broken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TautAtlas) atlas = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = break_text (broken);

  write_sound (fixture);
  write_file (fixture, broken->file, text);
  atlas = load (fixture, &error);
  g_assert_no_error (error);
  g_assert_false (taut_atlas_check (atlas, problems));
  g_ptr_array_add (problems, NULL);

  return g_strjoinv ("\n", (char **) problems->pdata);
}

static void
test_check_groups (Fixture       *fixture,
                   gconstpointer  data)
{
  static const Case checks[] = {
    { GROUPS, "known", "known",
      "muscle-groups.json: chest: field \"id\": expected a stretch|"
      "muscle-groups.json: chest: field \"id\": expected a habit|"
      "muscle-groups.json: throat: field \"id\": expected a stretch" },
    { GROUPS, "heart.\",", "heart.\", \"no_release\": \"The heart.\",",
      "chest: field \"no_release\": expected no routine that presses there" },
    { GROUPS, "\"no_release\": \"Large vessels.\", ", "",
      "throat: field \"no_release\": expected the reason" },
    { GROUPS, "\"pectoralis\", ", "",
      "pectoralis: field \"muscles\": expected every muscle in a group" },
    { ROUTINES, "\"spots\": [[\"trunk\", 0.2, 30]]", "\"spots\": [[\"toe_5\", -0.3, 30]]",
      "routines.json: ball: field \"spots\": expected a place on the skin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *said = complain (fixture, &checks[i]);
      g_auto (GStrv) expected = g_strsplit (checks[i].expected, "|", -1);

      for (guint k = 0; expected[k] != NULL; k++)
        if (strstr (said, expected[k]) == NULL)
          g_error ("check %u: \"%s\" is not in \"%s\"", i, expected[k], said);
      g_assert_cmpint (strstr (said, "chest: field \"no_release\"") != NULL, ==, i == 1);
    }
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const names[] = {
    AREAS, GROUPS, ROUTINES, NOTICES, QUESTIONS, PRECAUTIONS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TautAtlas) atlas = NULL;
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      write_sound (fixture);
      g_assert_cmpint (g_remove (path), ==, 0);
      atlas = load (fixture, &error);
      g_assert_null (atlas);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, names[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/atlas/load/sound", Fixture, NULL, set_up, test_sound, tear_down);
  g_test_add ("/atlas/load/precautions", Fixture, NULL, set_up, test_precautions, tear_down);
  g_test_add ("/atlas/load/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/atlas/load/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/atlas/load/check-groups", Fixture, NULL, set_up, test_check_groups, tear_down);
  g_test_add ("/atlas/load/missing", Fixture, NULL, set_up, test_missing, tear_down);

  return g_test_run ();
}
