/* test-suggestions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "panel-fixture.h"
#include "taut-card-state.h"
#include "taut-hold-timer.h"
#include "taut-picture-file.h"
#include "taut-proposal-state.h"
#include "taut-timetable.h"

static TautAtlas *atlas;

static void
answer_yes (TautRecord *record,
            const char *question)
{
  g_autoptr (TautProfile) profile =
    taut_profile_with_answer (taut_record_get_profile (record), question, TAUT_ANSWER_YES);

  taut_record_set_profile (record, profile);
}

static TautRecord *
new_record (void)
{
  TautRecord *record = fixture_new_record (atlas, FIXTURE_POINT, NULL);

  fixture_answer_no (atlas, record);

  return record;
}

static const TautSuggestion *
get_suggestion (const TautProposalState *state,
                guint                    index)
{
  g_assert_cmpuint (index, <, state->suggestions->len);

  return g_ptr_array_index (state->suggestions, index);
}

static gboolean
suggests (const TautProposalState *state,
          const char              *id)
{
  for (guint i = 0; i < state->suggestions->len; i++)
    if (g_str_equal (get_suggestion (state, i)->key, id))
      return TRUE;

  return FALSE;
}

/* From a marked chart to a plan in one step, which is taken back in one. */
static void
test_take_all (void)
{
  const GDate today = fixture_get_sunday ();
  g_autoptr (TautRecord) record = new_record ();
  g_autoptr (TautProposalState) state = taut_proposal_state_new (atlas, record, &today);
  g_autoptr (TautProposalState) planned = NULL;
  g_autoptr (GPtrArray) items = taut_proposal_state_list_items (state);
  GListModel *plan = taut_record_get_plan (record);

  g_assert_cmpuint (state->suggestions->len, >=, 3);
  g_assert_cmpuint (state->suggestions->len, <=, 5);
  g_assert_cmpstr (state->room, ==, "fits 20 minutes a day");
  g_assert_nonnull (strstr (get_suggestion (state, 0)->subtitle, ", for the muscles"));

  taut_record_put_plan_items (record, items);
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, items->len);
  planned = taut_proposal_state_new (atlas, record, &today);
  for (guint i = 0; i < state->suggestions->len; i++)
    g_assert_false (suggests (planned, get_suggestion (state, i)->key));

  taut_record_undo (record);
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 0);
}

static void
test_refuse (void)
{
  const GDate today = fixture_get_sunday ();
  g_autoptr (TautRecord) record = new_record ();
  g_autoptr (TautProposalState) before = taut_proposal_state_new (atlas, record, &today);
  const char *id = get_suggestion (before, 0)->key;
  g_autoptr (TautProfile) refused =
    taut_profile_with_refused (taut_record_get_profile (record), id, TRUE);
  g_autoptr (TautProfile) allowed = taut_proposal_state_allow_all (refused);
  g_autoptr (TautProposalState) after = NULL;

  g_assert_cmpstr (before->refused, ==, "");
  taut_record_set_profile (record, refused);
  after = taut_proposal_state_new (atlas, record, &today);
  g_assert_false (suggests (after, id));
  g_assert_cmpstr (after->refused, ==, "1 routine is not suggested any more");
  g_assert_cmpstr (after->allow, ==, "Suggest it again");
  g_assert_cmpuint (after->suggestions->len, >=, 3);
  g_assert_true (taut_profile_equal (allowed, taut_record_get_profile (record)) == FALSE);
  g_assert_null (taut_profile_get_refused (allowed) != NULL
                   ? taut_profile_get_refused (allowed)[0] : NULL);
}

/* Every routine that a rule refuses now is named with its reason, and stays. */
static void
test_health (void)
{
  const GDate today = fixture_get_sunday ();
  g_autoptr (TautRecord) record = new_record ();
  g_autoptr (TautProposalState) before = taut_proposal_state_new (atlas, record, &today);
  g_autoptr (TautProposalState) after = NULL;
  g_autoptr (GPtrArray) items = taut_proposal_state_list_items (before);
  GListModel *plan = taut_record_get_plan (record);

  g_assert_nonnull (strstr (before->health, "not fitted to your health"));
  g_assert_cmpuint (before->conflicts->len, ==, 0);

  taut_record_put_plan_items (record, items);
  answer_yes (record, "cancer");
  after = taut_proposal_state_new (atlas, record, &today);
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, items->len);
  g_assert_cmpuint (after->conflicts->len, >, 0);
  for (guint i = 0; i < after->conflicts->len; i++)
    {
      const TautConflict *conflict = g_ptr_array_index (after->conflicts, i);

      g_assert_nonnull (strstr (conflict->reason, "because of cancer or a lump"));
    }
  g_assert_cmpstr (after->health, ==, "Not finished, 1 applies");
}

static void
test_timer_holds (void)
{
  const TautDose dose = { .hold = 10, .repetitions = 2, .sets = 2 };
  TautHoldTimer timer;
  guint n_holds = 0;
  guint n_steps = 0;

  taut_hold_timer_start (&timer, &dose, 5);
  g_assert_cmpint (timer.phase, ==, TAUT_TIMER_READY);
  while (timer.phase != TAUT_TIMER_DONE)
    {
      TautTimerPhase before = timer.phase;

      taut_hold_timer_advance (&timer, 100);
      n_holds += before != TAUT_TIMER_HOLD && timer.phase == TAUT_TIMER_HOLD ? 1 : 0;
      n_steps++;
      g_assert_cmpuint (n_steps, <, 10000);
    }
  g_assert_cmpuint (n_holds, ==, 4);
  g_assert_cmpfloat (taut_hold_timer_get_share (&timer), ==, 1);
}

/* However late it is told of the time, it ends up at the same place. */
static void
test_timer_late (void)
{
  const TautDose dose = { .hold = 30, .repetitions = 3, .sets = 1 };
  TautHoldTimer often;
  TautHoldTimer seldom;

  taut_hold_timer_start (&often, &dose, 3);
  taut_hold_timer_start (&seldom, &dose, 3);
  for (guint i = 0; i < 500; i++)
    taut_hold_timer_advance (&often, 100);
  taut_hold_timer_advance (&seldom, 50000);
  g_assert_cmpint (often.phase, ==, seldom.phase);
  g_assert_cmpuint (often.repetition, ==, seldom.repetition);
  g_assert_cmpuint (taut_hold_timer_get_seconds (&often), ==,
                    taut_hold_timer_get_seconds (&seldom));
}

static void
test_timer_counts (void)
{
  const TautDose movement = { .repetitions = 3, .sets = 1 };
  const TautDose warmth = { .repetitions = 1, .sets = 1 };
  TautHoldTimer timer;
  g_autofree char *text = NULL;

  taut_hold_timer_start (&timer, &movement, 1);
  taut_hold_timer_next (&timer);
  taut_hold_timer_advance (&timer, 3600 * 1000);
  g_assert_cmpint (timer.phase, ==, TAUT_TIMER_COUNT);
  taut_hold_timer_next (&timer);
  text = taut_card_state_describe_timer (&timer);
  g_assert_cmpstr (text, ==, "Repeat 2 of 3");
  taut_hold_timer_next (&timer);
  taut_hold_timer_next (&timer);
  g_assert_cmpint (timer.phase, ==, TAUT_TIMER_DONE);

  taut_hold_timer_start (&timer, &warmth, 15);
  taut_hold_timer_next (&timer);
  g_assert_cmpuint (taut_hold_timer_get_seconds (&timer), ==, 15 * 60);
}

static void
test_card (void)
{
  const GDate today = fixture_get_sunday ();
  const guint minutes[] = { 8 * 60, 20 * 60 };
  g_autoptr (TautRecord) record = new_record ();
  g_autoptr (TautCardState) state = taut_card_state_new (atlas, record, "shoulder_ball_wall");
  g_autoptr (TautPlanItem) item =
    taut_plan_item_new ("shoulder_ball_wall", "FREQ=DAILY", minutes, 2, &today, NULL);
  g_autoptr (TautPlanItem) evening = NULL;
  g_autoptr (TautPlanItem) morning = NULL;
  const TautCardFigure *figure;

  figure = g_ptr_array_index (state->figures, 0);
  g_assert_cmpstr (figure->label, ==, "hold");
  g_assert_true (state->has_timer);
  g_assert_true (g_str_has_prefix (state->feel, "You should feel: "));
  g_assert_null (taut_card_state_new (atlas, record, "no_such_routine"));
  g_assert_null (taut_card_state_tick (record, "shoulder_ball_wall", &today, 9 * 60));

  taut_record_put_plan_item (record, item);
  morning = taut_card_state_tick (record, "shoulder_ball_wall", &today, 9 * 60);
  g_assert_true (taut_plan_item_is_done (morning, &today, 8 * 60));
  evening = taut_card_state_tick (record, "shoulder_ball_wall", &today, 19 * 60 + 30);
  g_assert_true (taut_plan_item_is_done (evening, &today, 20 * 60));
  g_assert_false (taut_plan_item_is_done (evening, &today, 8 * 60));
}

/* Pictures */

static GFile *
write_picture (const char *type,
               int         side,
               gboolean    cut)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, side, side);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autofree char *buffer = NULL;
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  guint32 noise = 1;
  gsize size;
  GFile *file;

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++)
    {
      noise = noise * 1664525 + 1013904223;
      pixels[i] = noise >> 24;
    }
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, type, NULL, NULL));
  file = g_file_new_tmp ("pictureXXXXXX", &stream, NULL);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                                            buffer, cut ? 60 : size, NULL, NULL, NULL));

  return file;
}

static void
test_pictures (void)
{
  static const struct
  {
    const char *type;
    int side;
    gboolean cut;
    gboolean sound;
  } cases[] = {
    { "png", 40, FALSE, TRUE },
    { "jpeg", 40, FALSE, TRUE },
    { "png", 1800, FALSE, TRUE },
    { "png", 40, TRUE, FALSE },
    { "bmp", 40, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = write_picture (cases[i].type, cases[i].side, cases[i].cut);
      g_autoptr (GBytes) bytes = taut_picture_file_load (file, &error);

      g_file_delete (file, NULL, NULL);
      g_test_message ("%s of %d pixels: %s", cases[i].type, cases[i].side,
                      error != NULL ? error->message : "sound");
      g_assert_true ((bytes != NULL) == cases[i].sound);
      g_assert_true ((error == NULL) == cases[i].sound);
      if (bytes != NULL)
        g_assert_true (taut_own_routine_is_picture (bytes));
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = fixture_load_atlas ();

  g_test_add_func ("/panel/suggestions/take-all", test_take_all);
  g_test_add_func ("/panel/suggestions/refuse", test_refuse);
  g_test_add_func ("/panel/suggestions/health", test_health);
  g_test_add_func ("/panel/timer/holds", test_timer_holds);
  g_test_add_func ("/panel/timer/late", test_timer_late);
  g_test_add_func ("/panel/timer/counts", test_timer_counts);
  g_test_add_func ("/panel/card/figures-and-tick", test_card);
  g_test_add_func ("/panel/own/pictures", test_pictures);

  status = g_test_run ();
  g_clear_object (&atlas);

  return status;
}
