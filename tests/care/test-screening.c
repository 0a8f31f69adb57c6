/* test-screening.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Precautions and warning signs of the product's own atlas. */

#include "config.h"

#include "taut-screening.h"

#include "care-fixture.h"

static TautAtlas *atlas;

/* No effect. */
#define NONE -1

/* A person who answers yes to @question, with a plain spot in @area, and a routine
 * for @group with @tags, separated by spaces. @limits: pressure, hold, repetitions. */
typedef struct
{
  const char *question;
  const char *area;
  TautRoutineKind kind;
  const char *group;
  const char *tags;
  int effect;
  const char *reason;
  guint limits[3];
} Case;

#define PRESSURE TAUT_ROUTINE_PRESSURE
#define STRETCH TAUT_ROUTINE_STRETCH
#define MOBILITY TAUT_ROUTINE_MOBILITY
#define STRENGTH TAUT_ROUTINE_STRENGTH
#define HEAT TAUT_ROUTINE_HEAT
#define COLD TAUT_ROUTINE_COLD
#define BREATHING TAUT_ROUTINE_BREATHING
#define HABIT TAUT_ROUTINE_HABIT
#define SOFTEN TAUT_EFFECT_SOFTEN
#define LEAVE_OUT TAUT_EFFECT_LEAVE_OUT
#define REFER TAUT_EFFECT_REFER

static const Case cases[] = {
  /* for everybody */
  { NULL, NULL, PRESSURE, "back_of_neck", "percussion", LEAVE_OUT, "massage device" },
  { NULL, NULL, PRESSURE, "scalenes", "hard_tool", LEAVE_OUT, "vessels and nerves" },
  { NULL, NULL, PRESSURE, "side_of_neck", "neck_pressure", NONE },
  { NULL, "throat", PRESSURE, "side_of_neck", "neck_pressure", LEAVE_OUT, "throat" },
  { NULL, "neck_back", PRESSURE, "side_of_neck", "neck_pressure", NONE },
  { NULL, "throat", PRESSURE, "back_of_neck", "neck_pressure", NONE },
  { NULL, NULL, PRESSURE, "chewing", "hard_tool", LEAVE_OUT, "face" },
  { NULL, NULL, PRESSURE, "back", "percussion", LEAVE_OUT, "kidneys" },
  { NULL, NULL, PRESSURE, "back", "hard_tool", NONE },
  { NULL, NULL, PRESSURE, "belly", "deep_pressure", LEAVE_OUT, "large artery" },
  { NULL, NULL, PRESSURE, "hip_flexor", "", LEAVE_OUT, "only a clinician" },
  { NULL, NULL, STRETCH, "hip_flexor", "end_range", NONE },
  { NULL, "breast", PRESSURE, "chest", "chest_pressure", SOFTEN, "breast", { 3 } },
  { NULL, "breast", PRESSURE, "chest", "hard_tool", LEAVE_OUT, "breast" },
  { NULL, "chest_side", PRESSURE, "chest", "chest_pressure", NONE },
  { NULL, "axilla", PRESSURE, "back_of_armpit", "armpit_pressure", SOFTEN, "armpit", { 3 } },
  { NULL, "scapula", PRESSURE, "back_of_armpit", "armpit_pressure", NONE },
  { NULL, "arm_medial", PRESSURE, "upper_arm_front", "hard_tool", LEAVE_OUT, "inner side" },
  { NULL, "arm_side", PRESSURE, "upper_arm_front", "hard_tool", NONE },
  { NULL, "groin", PRESSURE, "inner_thigh", "inner_thigh_pressure", LEAVE_OUT, "groin" },
  { NULL, "thigh_medial", PRESSURE, "inner_thigh", "inner_thigh_pressure", NONE },
  { NULL, "perineum", PRESSURE, "inner_thigh", "inner_thigh_pressure", LEAVE_OUT, "the legs" },
  { NULL, NULL, PRESSURE, "pelvic_floor", "", LEAVE_OUT, "only a clinician" },
  { NULL, NULL, STRETCH, "pelvic_floor", "end_range", NONE },
  { NULL, NULL, PRESSURE, "groin", "", LEAVE_OUT, "only a clinician" },
  { NULL, "knee_back", PRESSURE, "calf", "hard_tool", LEAVE_OUT, "hollow of the knee" },
  { NULL, "calf", PRESSURE, "calf", "hard_tool", NONE },
  { NULL, "hip_lateral", PRESSURE, "outer_thigh", "hard_tool", SOFTEN, "hip", { 4 } },

  { "blood_thinner", NULL, PRESSURE, "buttock", "hard_tool", LEAVE_OUT, "blood thinners" },
  { "blood_thinner", NULL, PRESSURE, "buttock", "", SOFTEN, "blood thinners", { 3 } },
  { "blood_thinner", NULL, STRETCH, "buttock", "end_range", NONE },
  { "blood_clot", NULL, PRESSURE, "calf", "low_leg_pressure", REFER, "blood clot" },
  { "blood_clot", NULL, PRESSURE, "shin", "", REFER, "blood clot" },
  { "blood_clot", NULL, STRETCH, "calf", "", NONE },
  { "blood_clot", NULL, PRESSURE, "side_of_neck", "", LEAVE_OUT, "blood clot" },
  { "blood_clot", NULL, PRESSURE, "rotator_cuff", "", NONE },
  { "artery", NULL, PRESSURE, "top_of_shoulder", "", REFER, "arteries" },
  { "artery", NULL, STRETCH, "back_of_neck", "neck_end_range", LEAVE_OUT, "arteries" },
  { "artery", NULL, HEAT, "calf", "heat", LEAVE_OUT, "arteries" },
  { "artery", NULL, HABIT, "top_of_shoulder", "", NONE },
  { "heart", NULL, PRESSURE, "calf", "", REFER, "heart" },
  { "heart", NULL, STRENGTH, "calf", "", REFER, "heart" },
  { "heart", NULL, MOBILITY, "back", "breath_hold", LEAVE_OUT, "heart" },
  { "heart", NULL, STRETCH, "calf", "", NONE },
  { "numbness", NULL, HEAT, "foot", "heat", LEAVE_OUT, "feeling" },
  { "numbness", NULL, COLD, "foot", "cold", LEAVE_OUT, "feeling" },
  { "numbness", NULL, PRESSURE, "hand", "", SOFTEN, "feeling", { 2 } },
  { "numbness", NULL, PRESSURE, "foot", "deep_pressure", LEAVE_OUT, "feet" },
  { "osteoporosis", NULL, PRESSURE, "back", "rib_load", LEAVE_OUT, "osteoporosis" },
  { "osteoporosis", NULL, STRETCH, "back", "spine_load", LEAVE_OUT, "osteoporosis" },
  { "osteoporosis", NULL, PRESSURE, "back", "hard_tool", LEAVE_OUT, "osteoporosis" },
  { "osteoporosis", NULL, PRESSURE, "calf", "hard_tool", NONE },
  { "osteoporosis", "midback", PRESSURE, "rotator_cuff", "", SOFTEN, "osteoporosis", { 3 } },
  { "osteoporosis", "scapula", PRESSURE, "rotator_cuff", "", SOFTEN, "osteoporosis", { 3 } },
  { "osteoporosis", "calf", PRESSURE, "rotator_cuff", "", NONE },
  { "osteoporosis", NULL, STRETCH, "calf", "end_range", SOFTEN, "osteoporosis", { 0, 15 } },
  { "rheumatoid", NULL, STRETCH, "top_of_shoulder", "neck_end_range", LEAVE_OUT, "joint" },
  { "rheumatoid", NULL, PRESSURE, "back_of_neck", "", LEAVE_OUT, "joint" },
  { "rheumatoid", NULL, STRENGTH, "forearm_front", "grip", LEAVE_OUT, "joint" },
  { "rheumatoid", NULL, PRESSURE, "calf", "", NONE },
  { "hypermobile", NULL, STRETCH, "calf", "end_range", LEAVE_OUT, "flexible" },
  { "hypermobile", NULL, STRETCH, "calf", "", SOFTEN, "flexible", { 0, 15 } },
  { "hip_replacement", NULL, STRETCH, "buttock", "hip_end_rotation", LEAVE_OUT, "artificial hip" },
  { "hip_replacement", NULL, STRETCH, "buttock", "end_range", REFER, "artificial hip" },
  { "hip_replacement", "buttock_mid", PRESSURE, "buttock", "", REFER, "artificial hip" },
  { "hip_replacement", "calf", PRESSURE, "buttock", "", NONE },
  { "injury", NULL, STRETCH, "calf", "", REFER, "injury" },
  { "injury", NULL, MOBILITY, "rotator_cuff", "overhead", REFER, "injury" },
  { "injury", "shoulder_side", MOBILITY, "rotator_cuff", "", REFER, "injury" },
  { "injury", "calf", MOBILITY, "rotator_cuff", "", NONE },
  { "injury", NULL, HEAT, "calf", "heat", LEAVE_OUT, "injury" },
  { "skin", NULL, PRESSURE, "calf", "", REFER, "skin" },
  { "skin", NULL, COLD, "foot", "cold", LEAVE_OUT, "skin" },
  { "skin", NULL, STRETCH, "calf", "", NONE },
  { "veins", NULL, PRESSURE, "calf", "low_leg_pressure", LEAVE_OUT, "veins" },
  { "veins", "calf", PRESSURE, "shin", "", LEAVE_OUT, "veins" },
  { "veins", "temple", PRESSURE, "shin", "", NONE },
  { "veins", NULL, HEAT, "foot", "heat", LEAVE_OUT, "veins" },
  { "veins", NULL, HEAT, "back", "heat", NONE },
  { "implant", NULL, PRESSURE, "chest", "chest_pressure", LEAVE_OUT, "implant" },
  { "implant", "chest_front", HEAT, "chest", "heat", REFER, "implant" },
  { "implant", "calf", HEAT, "chest", "heat", NONE },
  { "fever", NULL, HEAT, "back", "heat", LEAVE_OUT, "fever" },
  { "fever", NULL, STRENGTH, "back", "", LEAVE_OUT, "fever" },
  { "fever", NULL, HABIT, "back", "", NONE },
  { "cancer", NULL, PRESSURE, "back", "", REFER, "cancer" },
  { "cancer", NULL, MOBILITY, "back", "spine_load", REFER, "cancer" },
  { "cancer", NULL, BREATHING, "breathing", "", NONE },
  { "pregnant", NULL, STRETCH, "belly", "prone", LEAVE_OUT, "pregnancy" },
  { "pregnant", NULL, STRETCH, "buttock", "flat_back", LEAVE_OUT, "pregnancy" },
  { "pregnant", NULL, PRESSURE, "calf", "low_leg_pressure", LEAVE_OUT, "pregnancy" },
  { "pregnant", "lumbar", PRESSURE, "back", "hard_tool", LEAVE_OUT, "pregnancy" },
  { "pregnant", "temple", PRESSURE, "back", "hard_tool", NONE },
  { "pregnant", NULL, STRETCH, "buttock", "end_range", SOFTEN, "pregnancy", { 0, 20 } },
  { "widespread", NULL, PRESSURE, "back", "", SOFTEN, "many places", { 3, 20, 2 } },
  { "widespread", NULL, STRENGTH, "back", "", SOFTEN, "many places", { 0, 0, 6 } },
  { "widespread", NULL, HABIT, "back", "", NONE },
  { "dulled", NULL, PRESSURE, "back", "deep_pressure", LEAVE_OUT, "felt" },
  { "dulled", NULL, PRESSURE, "back_of_neck", "neck_pressure", LEAVE_OUT, "felt" },
  { "dulled", NULL, PRESSURE, "back", "", SOFTEN, "felt", { 3 } },
  { "dulled", NULL, HEAT, "back", "heat", LEAVE_OUT, "felt" },
  { "hernia", NULL, PRESSURE, "inner_thigh", "belly_pressure", LEAVE_OUT, "hernia" },
  { "hernia", NULL, STRENGTH, "belly", "", REFER, "hernia" },
  { "hernia", "groin", STRETCH, "inner_thigh", "", REFER, "hernia" },
  { "hernia", "thigh_medial", STRETCH, "inner_thigh", "", NONE },
  { "unsteady", NULL, STRENGTH, "calf", "standing_balance", LEAVE_OUT, "unsteady" },
  { "unsteady", NULL, MOBILITY, "back", "floor", LEAVE_OUT, "floor" },
  { "unsteady", NULL, STRETCH, "hip_flexor", "kneeling", LEAVE_OUT, "floor" },
  { "unsteady", NULL, STRETCH, "calf", "", NONE },
};

/* The record of a person who says nothing but yes to @question. */
static TautRecord *
make_record (const char *question,
             TautAnswer  answer,
             const char *area)
{
  TautRecord *record = taut_record_new ("x");

  if (question != NULL)
    {
      g_assert_nonnull (taut_atlas_find_question (atlas, question));
      care_fixture_answer (record, question, answer);
    }
  if (area != NULL)
    care_fixture_add_spot (record, atlas, area);

  return record;
}

static TautVerdict *
judge (TautRecord *record,
       const Case *row)
{
  g_auto (GStrv) tags = g_strsplit (row->tags, " ", -1);
  char *groups[] = { (char *) row->group, NULL };
  char *none[] = { NULL };
  TautRoutine routine = { .id = "x", .kind = row->kind, .groups = groups, .tags = tags,
                          .muscles = none };

  g_assert_nonnull (taut_atlas_find_muscle_group (atlas, row->group));

  return taut_screening_judge (atlas, taut_record_get_profile (record),
                               taut_record_get_marks (record), &routine);
}

static void
test_cases (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (cases) >= 60);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *row = &cases[i];
      g_autoptr (TautRecord) record = make_record (row->question, TAUT_ANSWER_YES, row->area);
      g_autoptr (TautVerdict) verdict = judge (record, row);
      const TautPrecaution *rule;

      g_test_message ("%u: %s %s %s", i, row->question, row->group, row->tags);
      g_assert_cmpint (taut_verdict_allows (verdict), ==,
                       row->effect == NONE || row->effect == SOFTEN);
      g_assert_cmpint (verdict->rules->len > 0, ==, row->effect != NONE);
      if (row->effect == NONE)
        continue;
      g_assert_cmpint (verdict->effect, ==, row->effect);
      rule = g_ptr_array_index (verdict->rules, 0);
      g_assert_cmpint (rule->effect, ==, row->effect);
      if (strstr (rule->reason, row->reason) == NULL)
        g_error ("case %u: \"%s\" is not in \"%s\"", i, row->reason, rule->reason);
      if (row->effect == SOFTEN)
        {
          g_assert_cmpuint (verdict->pressure_most, ==, row->limits[0]);
          g_assert_cmpuint (verdict->hold_most, ==, row->limits[1]);
          g_assert_cmpuint (verdict->repetitions_most, ==, row->limits[2]);
        }
    }
}

/* What only a yes brings about is not there without one. */
static void
test_other_answers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *row = &cases[i];
      g_autoptr (TautRecord) no = make_record (row->question, TAUT_ANSWER_NO, row->area);
      g_autoptr (TautRecord) none = make_record (NULL, TAUT_ANSWER_NONE, row->area);
      g_autoptr (TautVerdict) after_no = judge (no, row);
      g_autoptr (TautVerdict) after_none = judge (none, row);

      g_assert_cmpuint (after_no->rules->len, ==, after_none->rules->len);
      for (guint k = 0; k < after_none->rules->len; k++)
        {
          const TautPrecaution *rule = g_ptr_array_index (after_none->rules, k);

          g_assert_null (rule->question);
        }
    }
}

/* Several rules: the gravest comes first, the strictest limits hold. */
static void
test_together (void)
{
  const Case row = { NULL, NULL, PRESSURE, "back", "" };
  g_autoptr (TautRecord) record = make_record ("widespread", TAUT_ANSWER_YES, NULL);
  g_autoptr (TautVerdict) soft = NULL;
  g_autoptr (TautVerdict) grave = NULL;
  guint before = G_MAXUINT;

  care_fixture_answer (record, "numbness", TAUT_ANSWER_YES);
  care_fixture_answer (record, "blood_thinner", TAUT_ANSWER_YES);
  soft = judge (record, &row);
  g_assert_cmpuint (soft->rules->len, ==, 3);
  g_assert_true (taut_verdict_allows (soft));
  g_assert_cmpuint (soft->pressure_most, ==, 2);
  g_assert_cmpuint (soft->hold_most, ==, 20);
  g_assert_cmpuint (soft->repetitions_most, ==, 2);

  care_fixture_answer (record, "fever", TAUT_ANSWER_YES);
  care_fixture_answer (record, "cancer", TAUT_ANSWER_YES);
  grave = judge (record, &row);
  g_assert_cmpuint (grave->rules->len, ==, 5);
  g_assert_false (taut_verdict_allows (grave));
  g_assert_cmpint (grave->effect, ==, REFER);
  for (guint i = 0; i < grave->rules->len; i++)
    {
      const TautPrecaution *rule = g_ptr_array_index (grave->rules, i);

      g_assert_cmpuint (rule->effect, <=, before);
      before = rule->effect;
    }
}

/* A sign, a place that asks for it, and one beside it that does not. */
static const struct
{
  const char *sign;
  const char *asks;
  const char *does_not;
} signs[] = {
  { "head_sudden", "temple", "cheek" },
  { "head_illness", "occiput", "neck_angle" },
  { "head_nerves", "cheek", "chin" },
  { "head_blow", "nose", "throat" },
  { "neck_artery", "neck_side", "suprascapular" },
  { "chest_effort", "sternum", "abdomen_mid" },
  { "chest_spread", "arm_medial", "arm_back" },
  { "tearing", "midback", "scapula" },
  { "belly_severe", "abdomen_mid", "groin" },
  { "testicle", "groin", "thigh_medial" },
  { "saddle_numb", "sacrum", "buttock_upper" },
  { "legs_both", "thigh_back", "thigh_front" },
  { "back_accident", "lumbar", "buttock_mid" },
  { "calf_breath", "calf", "thigh_back" },
  { "limb_cold", "forearm_volar", "shoulder_side" },
  { "calf_swollen", "leg_medial", "ankle_medial" },
  { "head_artery", "jaw", "neck_side" },
  { "head_changed", "forehead", "jaw" },
  { "jaw_swelling", "tmj", "temple" },
  { "throat_long", "throat", "neck_side" },
  { "back_illness", "low_thoracic", "buttock_mid" },
  { "back_fracture", "coccyx", "buttock_lower" },
  { "organ", "abdomen_side", "chest_side" },
  { "bleeding", "suprapubic", "abdomen_mid" },
  { "weakness", "foot_dorsal", "heel" },
  { "joint_hot", "knee_front", "thigh_front" },
};

static gboolean
has_sign (GPtrArray  *list,
          const char *id)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((TautQuestion *) g_ptr_array_index (list, i))->id, id))
      return TRUE;

  return FALSE;
}

static void
test_signs (void)
{
  guint n_signs = taut_atlas_get_questions (atlas)->len;
  g_autoptr (GPtrArray) health = taut_screening_list_questions (atlas);

  g_assert_cmpuint (health->len, >=, 15);
  g_assert_cmpuint (health->len, <=, 20);
  g_assert_cmpuint (n_signs - health->len, ==, G_N_ELEMENTS (signs));

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (TautRecord) record = make_record (NULL, TAUT_ANSWER_NONE, signs[i].asks);
      g_autoptr (TautRecord) beside = make_record (NULL, TAUT_ANSWER_NONE, signs[i].does_not);
      g_autoptr (GPtrArray) asked = taut_screening_list_signs (atlas, record);
      g_autoptr (GPtrArray) not_asked = taut_screening_list_signs (atlas, beside);
      g_autoptr (GPtrArray) answered = NULL;
      g_autoptr (GPtrArray) quiet = NULL;
      g_autoptr (GPtrArray) loud = NULL;

      g_test_message ("%s", signs[i].sign);
      g_assert_true (has_sign (asked, signs[i].sign));
      g_assert_false (has_sign (not_asked, signs[i].sign));

      care_fixture_answer (record, signs[i].sign, TAUT_ANSWER_NO);
      answered = taut_screening_list_signs (atlas, record);
      quiet = taut_screening_list_alarms (atlas, record);
      g_assert_false (has_sign (answered, signs[i].sign));
      g_assert_cmpuint (quiet->len, ==, 0);

      care_fixture_answer (record, signs[i].sign, TAUT_ANSWER_YES);
      loud = taut_screening_list_alarms (atlas, record);
      g_assert_cmpuint (loud->len, ==, 1);
      g_assert_true (has_sign (loud, signs[i].sign));
      g_assert_nonnull (((TautQuestion *) g_ptr_array_index (loud, 0))->advice);
    }
}

/* The zones of a point ask, too: a knot in the shoulder that hurts at the temple;
 * a plain spot there does not. Gravest first. */
static void
test_zones (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautRecord) plain = taut_record_new ("x");
  g_autoptr (GPtrArray) asked = NULL;
  g_autoptr (GPtrArray) less = NULL;
  TautTier before = TAUT_TIER_EMERGENCY;

  care_fixture_add_mark (record, atlas, "trapezius.1", TAUT_SIDE_RIGHT, 5, FALSE);
  care_fixture_add_mark (plain, atlas, "trapezius.1", TAUT_SIDE_RIGHT, 5, TRUE);
  asked = taut_screening_list_signs (atlas, record);
  less = taut_screening_list_signs (atlas, plain);
  g_assert_true (has_sign (asked, "head_sudden"));
  g_assert_false (has_sign (less, "head_sudden"));
  for (guint i = 0; i < asked->len; i++)
    {
      const TautQuestion *sign = g_ptr_array_index (asked, i);

      g_assert_cmpint (sign->tier, >=, before);
      before = sign->tier;
    }
}

/* An alarm goes with the mark that asked for it, and comes again with the mark. */
static void
test_alarms (void)
{
  g_autoptr (TautRecord) record = make_record ("head_changed", TAUT_ANSWER_YES, NULL);
  g_autoptr (GPtrArray) alarms = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (TautMark) mark = NULL;

  care_fixture_add_mark (record, atlas, "trapezius.1", TAUT_SIDE_RIGHT, 5, FALSE);
  care_fixture_answer (record, "head_sudden", TAUT_ANSWER_YES);
  care_fixture_answer (record, "osteoporosis", TAUT_ANSWER_YES);
  alarms = taut_screening_list_alarms (atlas, record);
  g_assert_cmpuint (alarms->len, ==, 2);
  g_assert_cmpstr (((TautQuestion *) g_ptr_array_index (alarms, 0))->id, ==, "head_sudden");

  mark = g_list_model_get_item (taut_record_get_marks (record), 0);
  taut_record_remove_mark (record, taut_mark_get_id (mark));
  none = taut_screening_list_alarms (atlas, record);
  g_assert_cmpuint (none->len, ==, 0);

  taut_record_undo (record);
  again = taut_screening_list_alarms (atlas, record);
  g_assert_cmpuint (again->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = care_fixture_load_atlas ();

  g_test_add_func ("/care/screening/cases", test_cases);
  g_test_add_func ("/care/screening/other-answers", test_other_answers);
  g_test_add_func ("/care/screening/together", test_together);
  g_test_add_func ("/care/screening/signs", test_signs);
  g_test_add_func ("/care/screening/zones", test_zones);
  g_test_add_func ("/care/screening/alarms", test_alarms);

  status = g_test_run ();
  g_object_unref (atlas);

  return status;
}
