/* test-proposal.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Proposals for the product's own atlas: some by hand, and many at random before an
 * independent judge. */

#include "config.h"

#include "taut-proposal.h"
#include "taut-timetable.h"

#include "care-fixture.h"
#include "care-judge.h"

#define N_PEOPLE 10000
#define N_WEEKDAYS 7
#define N_DAYS 84

static TautAtlas *atlas;

static void
get_today (GDate *today)
{
  g_date_clear (today, 1);
  g_date_set_dmy (today, 4, G_DATE_MARCH, 2026);
}

static TautProposal *
propose (TautRecord *record)
{
  GDate today;

  get_today (&today);

  return taut_proposal_new (atlas, record, &today);
}

static const TautPrescription *
get_proposed (const TautProposal *proposal,
              guint               i)
{
  return ((TautProposedRoutine *) g_ptr_array_index (proposal->routines, i))->prescription;
}

static void
set_profile (TautRecord  *record,
             TautProfile *profile)
{
  taut_record_set_profile (record, profile);
  g_object_unref (profile);
}

static TautRecord *
make_record (const char *point)
{
  TautRecord *record = taut_record_new ("x");

  care_fixture_add_mark (record, atlas, point, TAUT_SIDE_RIGHT, 6, FALSE);

  return record;
}

/* People at random */

static void
add_random_marks (TautRecord *record,
                  GRand      *rand)
{
  GPtrArray *points = taut_atlas_get_points (atlas);
  guint n = g_rand_int_range (rand, 0, 7);

  for (guint i = 0; i < n; i++)
    {
      const TautPoint *point =
        g_ptr_array_index (points, g_rand_int_range (rand, 0, points->len));

      care_fixture_add_mark (record, atlas, point->id, g_rand_int_range (rand, 0, TAUT_N_SIDES),
                             g_rand_int_range (rand, 0, 11), g_rand_int_range (rand, 0, 4) == 0);
    }
}

/* Most people have few troubles, and few have a warning sign. */
static void
answer_at_random (TautRecord *record,
                  GRand      *rand)
{
  static const double likely[] = { 0, 0.05, 0.1, 0.3, 0.7 };
  double yes = likely[g_rand_int_range (rand, 0, G_N_ELEMENTS (likely))];
  gboolean alarming = g_rand_int_range (rand, 0, 20) == 0;
  GPtrArray *questions = taut_atlas_get_questions (atlas);

  for (guint i = 0; i < questions->len; i++)
    {
      const TautQuestion *question = g_ptr_array_index (questions, i);
      gboolean is_sign = question->areas[0] != NULL;

      if (is_sign ? alarming && g_rand_double (rand) < 0.1 : g_rand_double (rand) < yes)
        care_fixture_answer (record, question->id, TAUT_ANSWER_YES);
      else if (g_rand_boolean (rand))
        care_fixture_answer (record, question->id, TAUT_ANSWER_NO);
    }
}

static void
wish_at_random (TautRecord *record,
                GRand      *rand)
{
  static const guint minutes[] = { 0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60 };
  const char *const *things = taut_atlas_list_equipment ();
  GPtrArray *routines = taut_atlas_get_routines (atlas);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint times[4];
  guint n_times = g_rand_int_range (rand, 0, 5);
  guint n_refused = g_rand_int_range (rand, 0, 3) * g_rand_int_range (rand, 0, 10);

  set_profile (record, taut_profile_with_minutes (taut_record_get_profile (record),
                                                  minutes[g_rand_int_range (rand, 0, 14)]));
  for (guint i = 0; i < n_times; i++)
    times[i] = g_rand_int_range (rand, 0, TAUT_MINUTES_A_DAY);
  set_profile (record, taut_profile_with_times (taut_record_get_profile (record), times, n_times));

  for (guint i = 0; i < n_refused; i++)
    {
      const TautRoutine *routine =
        g_ptr_array_index (routines, g_rand_int_range (rand, 0, routines->len));

      set_profile (record, taut_profile_with_refused (taut_record_get_profile (record),
                                                      routine->id, TRUE));
    }

  if (g_rand_boolean (rand))
    {
      g_auto (GStrv) own = NULL;

      for (guint i = 0; things[i] != NULL; i++)
        if (g_rand_boolean (rand))
          g_strv_builder_add (builder, things[i]);
      own = g_strv_builder_end (builder);
      set_profile (record, taut_profile_with_equipment (taut_record_get_profile (record),
                                                        (const char *const *) own));
    }
}

static void
plan_at_random (TautRecord *record,
                GRand      *rand)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);
  guint n = g_rand_int_range (rand, 0, 4) == 0 ? g_rand_int_range (rand, 1, 4) : 0;
  GDate today;

  get_today (&today);
  for (guint i = 0; i < n; i++)
    {
      const TautRoutine *routine =
        g_ptr_array_index (routines, g_rand_int_range (rand, 0, routines->len));
      g_autoptr (TautPlanItem) item = taut_care_plan_routine (routine, &today);

      taut_record_put_plan_item (record, item);
    }
}

static TautRecord *
make_person (GRand *rand)
{
  TautRecord *record = taut_record_new ("x");

  add_random_marks (record, rand);
  answer_at_random (record, rand);
  wish_at_random (record, rand);
  plan_at_random (record, rand);

  return record;
}

/* The judge's questions */

/* Whether a mark, or what it often brings with it, lies in one of @areas. */
static gboolean
is_marked (TautRecord        *record,
           const char *const *areas)
{
  GListModel *marks = taut_record_get_marks (record);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (TautMark) mark = g_list_model_get_item (marks, i);
      const char *id = taut_mark_get_point_id (mark);
      const TautPoint *point = id != NULL ? taut_atlas_find_point (atlas, id) : NULL;
      guint cell;

      if (taut_skin_find_cell (taut_atlas_get_skin (atlas), taut_mark_get_place (mark), &cell)
          && g_strv_contains (areas, taut_atlas_get_area_of_cell (atlas, cell)->id))
        return TRUE;
      for (guint k = 0; point != NULL && point->zones[TAUT_ZONE_ESSENTIAL].areas[k] != NULL; k++)
        if (g_strv_contains (areas, point->zones[TAUT_ZONE_ESSENTIAL].areas[k]))
          return TRUE;
    }

  return FALSE;
}

static gboolean
has_alarm (TautRecord *record)
{
  GPtrArray *questions = taut_atlas_get_questions (atlas);

  for (guint i = 0; i < questions->len; i++)
    {
      const TautQuestion *question = g_ptr_array_index (questions, i);

      if (question->areas[0] != NULL
          && taut_profile_get_answer (taut_record_get_profile (record), question->id)
             == TAUT_ANSWER_YES
          && is_marked (record, (const char *const *) question->areas))
        return TRUE;
    }

  return FALSE;
}

static void
check_dose (TautRecord             *record,
            const TautPrescription *prescription,
            const CareJudgement    *judgement)
{
  const TautRoutine *routine = prescription->routine;

  g_assert_cmpuint (prescription->dose.hold, ==,
                    judgement->hold > 0 ? MIN (routine->hold, judgement->hold) : routine->hold);
  g_assert_cmpuint (prescription->dose.repetitions, ==,
                    judgement->repetitions > 0
                      ? MIN (routine->repetitions, judgement->repetitions) : routine->repetitions);
  g_assert_cmpuint (prescription->pressure_most, ==,
                    judgement->pressure > 0
                      ? MIN (routine->pressure_most, judgement->pressure) : routine->pressure_most);
  g_assert_cmpuint (prescription->pressure_least, <=, prescription->pressure_most);
  g_assert_cmpuint (prescription->minutes, <=, care_judge_minutes (prescription->id));
  if (judgement->hold + judgement->repetitions == 0)
    g_assert_cmpuint (prescription->minutes, ==, care_judge_minutes (prescription->id));
}

static void
check_routine (TautRecord                *record,
               const TautProposedRoutine *proposed)
{
  const TautPrescription *prescription = proposed->prescription;
  const char *const *refused = taut_profile_get_refused (taut_record_get_profile (record));
  CareJudgement judgement = care_judge_routine (record, atlas, prescription->id);

  g_assert_false (judgement.refused);
  g_assert_true (care_judge_is_for_marks (record, atlas, prescription->id));
  g_assert_true (care_judge_has_things (record, prescription->id));
  g_assert_null (taut_record_find_plan_item (record, prescription->id));
  g_assert_false (refused != NULL && g_strv_contains (refused, prescription->id));
  g_assert_cmpuint (prescription->marks->len, >, 0);
  g_assert_cmpuint (proposed->served->len, >, 0);
  check_dose (record, prescription, &judgement);
}

static void
check_schedule (const TautPrescription *prescription)
{
  const TautRoutine *routine = prescription->routine;
  TautPlanItem *item = prescription->item;
  guint weekdays = taut_timetable_parse_weekdays (taut_plan_item_get_rrule (item));
  GDate start;
  guint n;

  taut_plan_item_get_minutes (item, &n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <=, routine->times_a_day);
  g_assert_cmpuint (weekdays, >, 0);
  g_assert_cmpuint (weekdays & ~routine->days, ==, 0);

  get_today (&start);
  g_date_add_days (&start, (routine->from_week - 1) * N_WEEKDAYS);
  g_assert_cmpint (g_date_compare (taut_plan_item_get_start (item), &start), ==, 0);
  g_assert_cmpint (g_date_days_between (&start, taut_plan_item_get_end (item)) + 1, ==,
                   routine->weeks * N_WEEKDAYS);
}

/* Minutes of an item on a day, counted from its rule by hand. */
static guint
count_minutes (TautPlanItem *item,
               guint         minutes,
               const GDate  *date)
{
  guint weekdays = taut_timetable_parse_weekdays (taut_plan_item_get_rrule (item));
  const GDate *end = taut_plan_item_get_end (item);
  guint n;

  taut_plan_item_get_minutes (item, &n);
  if (g_date_compare (date, taut_plan_item_get_start (item)) < 0
      || (end != NULL && g_date_compare (date, end) > 0)
      || (weekdays & 1u << (g_date_get_weekday (date) - G_DATE_MONDAY)) == 0)
    return 0;

  return n * minutes;
}

/* No day has more than was given by what is proposed; only a single routine that is
 * longer by itself may, and then it is done once a day. */
static void
check_minutes (TautRecord         *record,
               const TautProposal *proposal)
{
  g_autoptr (GPtrArray) plan = taut_prescription_list (atlas, record);
  guint given = taut_profile_get_minutes (taut_record_get_profile (record));
  guint most = 0;

  if (given == 0)
    given = TAUT_PROPOSAL_MINUTES;
  for (guint day = 0; day < N_DAYS; day++)
    {
      GDate date;
      guint planned = 0;
      guint new = 0;

      get_today (&date);
      g_date_add_days (&date, day);
      for (guint i = 0; i < plan->len; i++)
        {
          const TautPrescription *prescription = g_ptr_array_index (plan, i);

          planned += count_minutes (prescription->item, prescription->minutes, &date);
        }
      for (guint i = 0; i < proposal->routines->len; i++)
        {
          const TautPrescription *prescription = get_proposed (proposal, i);

          new += count_minutes (prescription->item, prescription->minutes, &date);
        }
      if (new > 0 && planned + new > given)
        {
          g_assert_cmpuint (proposal->routines->len, ==, 1);
          g_assert_cmpuint (plan->len, ==, 0);
          g_assert_cmpuint (new, ==, get_proposed (proposal, 0)->minutes);
        }
      most = MAX (most, planned + new);
    }
  g_assert_cmpuint (proposal->minutes, ==, most);
}

/* No two sessions for one muscle at one time of a day that both are done on. */
static void
check_apart (const TautPrescription *prescription,
             const TautPrescription *other)
{
  guint n, n_other;
  const guint *minutes = taut_plan_item_get_minutes (prescription->item, &n);
  const guint *others = taut_plan_item_get_minutes (other->item, &n_other);

  if (!care_judge_share (prescription->id, other->id))
    return;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n_other; k++)
      g_assert_true (minutes[i] + prescription->minutes <= others[k]
                     || others[k] + other->minutes <= minutes[i]);
}

static void
check_together (TautRecord         *record,
                const TautProposal *proposal)
{
  g_autoptr (GPtrArray) plan = taut_prescription_list (atlas, record);

  for (guint i = 0; i < proposal->routines->len; i++)
    {
      const TautPrescription *prescription = get_proposed (proposal, i);

      for (guint k = 0; k < plan->len; k++)
        check_apart (prescription, g_ptr_array_index (plan, k));
      for (guint k = 0; k < i; k++)
        {
          g_assert_cmpstr (prescription->id, !=, get_proposed (proposal, k)->id);
          check_apart (prescription, get_proposed (proposal, k));
        }
      if (i > 0)
        g_assert_cmpuint (care_judge_rank (get_proposed (proposal, i - 1)->id), <=,
                          care_judge_rank (prescription->id));
    }
}

static void
check_left_out (TautRecord         *record,
                const TautProposal *proposal)
{
  for (guint i = 0; i < proposal->left_out->len; i++)
    {
      const TautLeftOutRoutine *left_out = g_ptr_array_index (proposal->left_out, i);
      const char *id = left_out->routine->id;

      g_assert_true (care_judge_routine (record, atlas, id).refused);
      g_assert_true (care_judge_is_for_marks (record, atlas, id));
      g_assert_cmpuint (left_out->verdict->rules->len, >, 0);
      g_assert_false (taut_verdict_allows (left_out->verdict));
    }
}

/* The same record gives the same proposal. */
static void
check_same (TautRecord         *record,
            const TautProposal *proposal)
{
  g_autoptr (TautProposal) again = propose (record);

  g_assert_cmpuint (proposal->routines->len, ==, again->routines->len);
  g_assert_cmpuint (proposal->left_out->len, ==, again->left_out->len);
  g_assert_cmpuint (proposal->minutes, ==, again->minutes);
  for (guint i = 0; i < proposal->routines->len; i++)
    g_assert_true (taut_plan_item_equal (get_proposed (proposal, i)->item,
                                         get_proposed (again, i)->item));
}

/* Three routines where three would fit, unless the plan has some of them. */
static void
check_number (TautRecord         *record,
              const TautProposal *proposal)
{
  guint given = taut_profile_get_minutes (taut_record_get_profile (record));
  guint three;

  g_assert_cmpuint (proposal->routines->len, <=, 5);
  if (proposal->routines->len >= 3 || g_list_model_get_n_items (taut_record_get_plan (record)) > 0)
    return;

  three = care_judge_find_three (record, atlas);
  g_assert_cmpuint (three, >, given > 0 ? given : TAUT_PROPOSAL_MINUTES);
}

static void
check_person (TautRecord         *record,
              const TautProposal *proposal)
{
  if (has_alarm (record) || g_list_model_get_n_items (taut_record_get_marks (record)) == 0)
    {
      g_assert_cmpuint (proposal->routines->len, ==, 0);
      g_assert_cmpuint (proposal->left_out->len, ==, 0);
      return;
    }

  for (guint i = 0; i < proposal->routines->len; i++)
    {
      check_routine (record, g_ptr_array_index (proposal->routines, i));
      check_schedule (get_proposed (proposal, i));
    }
  check_number (record, proposal);
  check_minutes (record, proposal);
  check_together (record, proposal);
  check_left_out (record, proposal);
}

static void
test_people (void)
{
  guint n_proposed[6] = { 0, };
  guint n_left_out = 0;
  guint n_longer = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (TautRecord) record = make_person (rand);
      g_autoptr (TautProposal) proposal = propose (record);
      guint given = taut_profile_get_minutes (taut_record_get_profile (record));

      check_person (record, proposal);
      n_proposed[proposal->routines->len]++;
      n_left_out += proposal->left_out->len;
      n_longer += proposal->routines->len == 1 && given > 0 && proposal->minutes > given;
      if (i % 10 == 0)
        check_same (record, proposal);
    }

  for (guint i = 0; i < G_N_ELEMENTS (n_proposed); i++)
    g_test_message ("%u people with %u routines", n_proposed[i], i);
  g_test_message ("%u left out, %u longer than the minutes given", n_left_out, n_longer);
  g_assert_cmpuint (n_proposed[0], >, 0);
  g_assert_cmpuint (n_proposed[5], >, N_PEOPLE / 4);
  g_assert_cmpuint (n_left_out, >, N_PEOPLE / 10);
}

/* By hand */

static void
test_nothing (void)
{
  g_autoptr (TautRecord) empty = taut_record_new ("x");
  g_autoptr (TautRecord) alarmed = make_record ("trapezius.1");
  g_autoptr (TautProposal) nothing = propose (empty);
  g_autoptr (TautProposal) none = NULL;
  g_autoptr (TautProposal) some = NULL;

  g_assert_cmpuint (nothing->routines->len, ==, 0);
  g_assert_cmpuint (nothing->minutes, ==, 0);

  care_fixture_answer (alarmed, "head_sudden", TAUT_ANSWER_YES);
  none = propose (alarmed);
  g_assert_cmpuint (none->routines->len, ==, 0);
  care_fixture_answer (alarmed, "head_sudden", TAUT_ANSWER_NO);
  some = propose (alarmed);
  g_assert_cmpuint (some->routines->len, >=, 3);
}

static gboolean
has_routine (const TautProposal *proposal,
             const char         *id)
{
  for (guint i = 0; i < proposal->routines->len; i++)
    if (strcmp (get_proposed (proposal, i)->id, id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_pressed (const TautProposal *proposal)
{
  for (guint i = 0; i < proposal->routines->len; i++)
    if (taut_atlas_find_routine (atlas, get_proposed (proposal, i)->id)->kind
        == TAUT_ROUTINE_PRESSURE)
      return TRUE;

  return FALSE;
}

/* Each point by itself has three routines or more, all of them for its muscle or
 * its group, and a plain spot in its place has some, too. */
static void
test_each_point (void)
{
  GPtrArray *points = taut_atlas_get_points (atlas);

  for (guint i = 0; i < points->len; i++)
    {
      const TautPoint *point = g_ptr_array_index (points, i);
      g_autoptr (TautRecord) record = make_record (point->id);
      g_autoptr (TautRecord) plain = taut_record_new ("x");
      g_autoptr (TautProposal) proposal = propose (record);
      g_autoptr (TautProposal) near = NULL;

      g_test_message ("%s", point->id);
      g_assert_cmpuint (proposal->routines->len, >=, 3);
      for (guint k = 0; k < proposal->routines->len; k++)
        g_assert_true (care_judge_is_for_marks (record, atlas, get_proposed (proposal, k)->id));

      care_fixture_add_mark (plain, atlas, point->id, TAUT_SIDE_LEFT, 5, TRUE);
      near = propose (plain);
      g_assert_cmpuint (near->routines->len, >=, 3);

      /* Neither in the hollow of the knee nor between the legs, say. */
      if (taut_atlas_find_group_of_muscle (atlas, point->muscle->id)->no_release != NULL)
        g_assert_false (is_pressed (proposal) || is_pressed (near));
    }
}

/* Each refused routine is replaced, as long as there are others. */
static void
test_refuse (void)
{
  g_autoptr (TautRecord) record = make_record ("trapezius.1");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TautProposal) before = propose (record);
      g_autofree char *id = g_strdup (get_proposed (before, 0)->id);
      g_autoptr (TautProposal) after = NULL;

      set_profile (record, taut_profile_with_refused (taut_record_get_profile (record), id, TRUE));
      after = propose (record);
      g_assert_false (has_routine (after, id));
      g_assert_cmpuint (after->routines->len, >=, 3);
    }
}

/* Taken over one by one, the plan does not grow beyond what was proposed. */
static void
test_take_over (void)
{
  g_autoptr (TautRecord) record = make_record ("trapezius.1");
  guint n = 0;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (TautProposal) proposal = propose (record);

      if (proposal->routines->len == 0)
        break;
      taut_record_put_plan_item (record, get_proposed (proposal, 0)->item);
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (n, <=, 5);
}

/* A plan that has run out leaves room for other routines. */
static void
test_ended (void)
{
  g_autoptr (TautRecord) record = make_record ("trapezius.1");
  g_autoptr (TautProposal) proposal = propose (record);
  g_autoptr (TautProposal) none = NULL;
  g_autoptr (TautProposal) others = NULL;
  GDate later;

  for (guint i = 0; i < proposal->routines->len; i++)
    taut_record_put_plan_item (record, get_proposed (proposal, i)->item);
  none = propose (record);
  g_assert_cmpuint (none->routines->len, ==, 0);

  get_today (&later);
  g_date_add_days (&later, 365);
  others = taut_proposal_new (atlas, record, &later);
  g_assert_cmpuint (others->routines->len, >=, 3);
  for (guint i = 0; i < others->routines->len; i++)
    g_assert_null (taut_record_find_plan_item (record, get_proposed (others, i)->id));
}

/* Preferred times are kept; what is done there follows one another. */
static void
test_times (void)
{
  const guint wished[] = { 7 * 60, 21 * 60 };
  g_autoptr (TautRecord) record = make_record ("trapezius.1");
  g_autoptr (TautProposal) proposal = NULL;
  guint first = TAUT_MINUTES_A_DAY;
  guint last = 0;

  set_profile (record, taut_profile_with_times (taut_record_get_profile (record), wished, 2));
  set_profile (record, taut_profile_with_minutes (taut_record_get_profile (record), 30));
  proposal = propose (record);
  for (guint i = 0; i < proposal->routines->len; i++)
    {
      guint n;
      const guint *minutes = taut_plan_item_get_minutes (get_proposed (proposal, i)->item, &n);

      for (guint k = 0; k < n; k++)
        {
          first = MIN (first, minutes[k]);
          last = MAX (last, minutes[k]);
          g_assert_true ((minutes[k] >= 7 * 60 && minutes[k] < 8 * 60)
                         || (minutes[k] >= 21 * 60 && minutes[k] < 22 * 60));
        }
    }
  g_assert_cmpuint (first, ==, 7 * 60);
  g_assert_cmpuint (last, >=, 21 * 60);
}

/* The worst mark is released first. */
static void
test_worst_first (void)
{
  g_autoptr (TautRecord) record = taut_record_new ("x");
  g_autoptr (TautProposal) proposal = NULL;
  gboolean found = FALSE;

  care_fixture_add_mark (record, atlas, "soleus.2", TAUT_SIDE_LEFT, 2, FALSE);
  care_fixture_add_mark (record, atlas, "infraspinatus.1", TAUT_SIDE_RIGHT, 9, FALSE);
  set_profile (record, taut_profile_with_equipment (taut_record_get_profile (record),
                                                    taut_atlas_list_equipment ()));
  proposal = propose (record);
  for (guint i = 0; i < proposal->routines->len && !found; i++)
    {
      const TautPrescription *prescription = get_proposed (proposal, i);

      if (prescription->routine->kind != TAUT_ROUTINE_PRESSURE)
        continue;
      g_assert_true (g_strv_contains ((const char *const *) prescription->routine->muscles,
                                      "infraspinatus"));
      g_assert_false (prescription->both_sides);
      g_assert_cmpint (prescription->side, ==, TAUT_SIDE_RIGHT);
      found = TRUE;
    }
  g_assert_true (found);
}

/* What a precaution refuses is named with its reason. */
static void
test_left_out (void)
{
  g_autoptr (TautRecord) record = make_record ("masseter.deep");
  g_autoptr (TautProposal) proposal = NULL;
  const TautLeftOutRoutine *left_out;
  const TautPrecaution *rule;

  care_fixture_answer (record, "skin", TAUT_ANSWER_YES);
  proposal = propose (record);
  g_assert_cmpuint (proposal->left_out->len, >, 0);
  left_out = g_ptr_array_index (proposal->left_out, 0);
  rule = g_ptr_array_index (left_out->verdict->rules, 0);
  g_assert_cmpstr (rule->reason, ==, "because of the skin there");
  g_assert_cmpuint (proposal->routines->len, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = care_fixture_load_atlas ();
  care_judge_init ();

  g_test_add_func ("/care/proposal/nothing", test_nothing);
  g_test_add_func ("/care/proposal/each-point", test_each_point);
  g_test_add_func ("/care/proposal/refuse", test_refuse);
  g_test_add_func ("/care/proposal/take-over", test_take_over);
  g_test_add_func ("/care/proposal/ended", test_ended);
  g_test_add_func ("/care/proposal/times", test_times);
  g_test_add_func ("/care/proposal/worst-first", test_worst_first);
  g_test_add_func ("/care/proposal/left-out", test_left_out);
  g_test_add_func ("/care/proposal/people", test_people);

  status = g_test_run ();
  care_judge_clear ();
  g_object_unref (atlas);

  return status;
}
