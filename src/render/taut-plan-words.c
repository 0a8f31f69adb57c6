/* taut-plan-words.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-words"

#include "config.h"

#include "taut-plan-words.h"

#include <glib/gi18n-lib.h>

#include "taut-names.h"
#include "taut-proposal.h"
#include "taut-timetable.h"

/* What a column can hold; the rest is counted. */
#define N_AREAS_NAMED 4
/* Routines named with one reason. */
#define N_LEFT_OUT_NAMED 3

/* Lists of words */

char *
taut_plan_words_join (GPtrArray *names)
{
  g_autofree char *list = NULL;

  g_return_val_if_fail (names != NULL && names->len > 0, NULL);

  list = g_strdup (g_ptr_array_index (names, 0));
  for (guint i = 1; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      char *longer;

      if (i == names->len - 1)
        /* Translators: the end of a list */
        longer = g_strdup_printf (_("%s and %s"), list, name);
      else
        /* Translators: the middle of a list */
        longer = g_strdup_printf (_("%s, %s"), list, name);
      g_free (list);
      list = longer;
    }

  return g_steal_pointer (&list);
}

static gboolean
has_name (GPtrArray  *names,
          const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), name))
      return TRUE;

  return FALSE;
}

/* Areas where a point is often felt, as "temple, jaw and 2 more places". */
static char *
format_areas (TautAtlas      *atlas,
              const TautZone *zone)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n_more;

  g_assert (TAUT_IS_ATLAS (atlas));
  g_assert (zone != NULL);

  for (guint i = 0; zone->areas != NULL && zone->areas[i] != NULL; i++)
    {
      const TautArea *area = taut_atlas_find_area (atlas, zone->areas[i]);
      const char *name;

      if (area == NULL)
        continue;

      name = taut_name_translate (TAUT_CONTEXT_AREA, area->name);
      if (!has_name (names, name))
        g_ptr_array_add (names, g_strdup (name));
    }

  if (names->len == 0)
    return NULL;

  if (names->len > N_AREAS_NAMED)
    {
      n_more = names->len - N_AREAS_NAMED + 1;
      g_ptr_array_set_size (names, N_AREAS_NAMED - 1);
      g_ptr_array_add (names, g_strdup_printf (ngettext ("%u more place", "%u more places", n_more),
                                               n_more));
    }

  return taut_plan_words_join (names);
}

static void
append_paragraph (GString    *text,
                  const char *paragraph)
{
  g_assert (text != NULL);
  g_assert (paragraph != NULL);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, paragraph);
}

/* Dates */

static char *
format_day (const GDate *date,
            const char  *format)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (g_date_get_year (date),
                                                   g_date_get_month (date),
                                                   g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (time, format);
}

char *
taut_plan_words_format_date (GDateTime *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  /* Translators: a date as g_date_time_format() takes it, such as 23 November 2026 */
  return g_date_time_format (date, _("%-d %B %Y"));
}

char *
taut_plan_words_format_weeks (const TautPlanWeeks *weeks,
                              guint                n_weeks)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  GDate sunday;

  g_return_val_if_fail (weeks != NULL, NULL);

  taut_plan_weeks_get_day (weeks, n_weeks * TAUT_WEEK_DAYS - 1, &sunday);
  if (g_date_get_year (&weeks->monday) == g_date_get_year (&sunday))
    /* Translators: the first day of some weeks that lie in one year, such as 23 November */
    first = format_day (&weeks->monday, C_("first day of weeks", "%-d %B"));
  else
    first = format_day (&weeks->monday, _("%-d %B %Y"));
  last = format_day (&sunday, _("%-d %B %Y"));

  if (weeks->minutes == 0)
    /* Translators: the first and the last day of some weeks */
    return g_strdup_printf (_("%s to %s"), first, last);

  /* Translators: the first and the last day of some weeks */
  return g_strdup_printf (ngettext ("%s to %s, up to %u minute a day",
                                    "%s to %s, up to %u minutes a day", weeks->minutes),
                          first, last, weeks->minutes);
}

/* Meaning */

/* @described becomes TRUE when there is a pattern to speak of. */
static char *
explain_mark (TautAtlas *atlas,
              TautMark  *mark,
              gboolean  *described)
{
  g_autofree char *name = taut_name_mark (atlas, mark);
  g_autofree char *areas = NULL;
  const char *id = taut_mark_get_point_id (mark);
  const TautPoint *point = id != NULL ? taut_atlas_find_point (atlas, id) : NULL;

  if (point != NULL && !point->pain && point->note != NULL)
    /* Translators: the name of a point, and what is known of it */
    return g_strdup_printf (_("%s: %s"), name,
                            taut_name_translate (TAUT_CONTEXT_POINT, point->note));

  if (point != NULL)
    areas = format_areas (atlas, &point->zones[TAUT_ZONE_ESSENTIAL]);
  if (areas == NULL)
    return g_strdup_printf (_("%s: a tender spot without a known path."), name);

  *described = TRUE;

  /* Translators: the name of a point, and a list of areas */
  return g_strdup_printf (_("%s: pain is often described here: %s."), name, areas);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  TautMark *left = *(TautMark *const *) a;
  TautMark *right = *(TautMark *const *) b;

  return (int) taut_mark_get_intensity (right) - (int) taut_mark_get_intensity (left);
}

/* Strongest first, else in the order of marking. */
static GPtrArray *
sort_marks (GListModel *marks)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (G_IS_LIST_MODEL (marks));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (marks, i));
  g_ptr_array_sort (sorted, compare_marks);

  return sorted;
}

char *
taut_plan_words_format_meaning (TautAtlas  *atlas,
                                GListModel *marks,
                                guint       n_spots)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) sorted = NULL;
  gboolean described = FALSE;
  guint n_more = 0;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);

  if (g_list_model_get_n_items (marks) == 0)
    return g_strdup (_("No spot is marked yet. Draw on the pictures where it hurts, "
                       "and bring the page along."));

  if (n_spots == 0)
    return g_strdup (ngettext ("Dots show where pain from this spot is often felt.",
                               "Dots show where pain from these spots is often felt.",
                               g_list_model_get_n_items (marks)));

  sorted = sort_marks (marks);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *sentence = explain_mark (atlas, g_ptr_array_index (sorted, i), &described);

      if (has_name (said, sentence))
        continue;

      if (said->len < n_spots)
        {
          append_paragraph (text, sentence);
          g_ptr_array_add (said, g_steal_pointer (&sentence));
        }
      else
        {
          n_more++;
        }
    }

  if (described)
    append_paragraph (text, said->len == 1 ? _("An ache there may come from this spot.")
                                           : _("An ache there may come from these spots."));
  if (n_more > 0)
    {
      g_autofree char *more =
        g_strdup_printf (ngettext ("And %u more spot: see the pictures.",
                                   "And %u more spots: see the pictures.", n_more), n_more);

      append_paragraph (text, more);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Doing */

static const char *
get_kind_name (TautRoutineKind kind)
{
  switch (kind)
    {
    case TAUT_ROUTINE_PRESSURE:
      return C_("kind of routine", "pressure");
    case TAUT_ROUTINE_STRETCH:
      return C_("kind of routine", "stretching");
    case TAUT_ROUTINE_MOBILITY:
      return C_("kind of routine", "movement");
    case TAUT_ROUTINE_STRENGTH:
      return C_("kind of routine", "strength");
    case TAUT_ROUTINE_HEAT:
      return C_("kind of routine", "warmth");
    case TAUT_ROUTINE_COLD:
      return C_("kind of routine", "cold");
    case TAUT_ROUTINE_BREATHING:
      return C_("kind of routine", "breathing");
    case TAUT_ROUTINE_HABIT:
      return C_("kind of routine", "a habit for the day");
    default:
      g_assert_not_reached ();
    }
}

/* The kinds of what is planned, in its order. */
static char *
format_order (GPtrArray *prescriptions)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  g_assert (prescriptions != NULL);

  for (guint i = 0; i < prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);
      const char *name;

      if (prescription->routine == NULL)
        continue;

      name = get_kind_name (prescription->routine->kind);
      if (!has_name (names, name))
        g_ptr_array_add (names, g_strdup (name));
    }
  if (names->len < 2)
    return NULL;

  list = taut_plan_words_join (names);

  /* Translators: kinds of routines in their order, such as "pressure and stretching" */
  return g_strdup_printf (_("In this order: %s."), list);
}

char *
taut_plan_words_format_doing (GPtrArray *prescriptions)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *order = NULL;

  g_return_val_if_fail (prescriptions != NULL, NULL);

  if (prescriptions->len == 0)
    return g_strdup (_("No routine is planned yet. Keep moving easily, keep warm, and choose "
                       "one or two routines with your therapist."));

  order = format_order (prescriptions);
  if (order != NULL)
    append_paragraph (text, order);
  append_paragraph (text, _("Tick each box as you go. It may help some people."));
  append_paragraph (text, _("Go gently: good pain, never sharp pain. When you have to brace, "
                            "it is too much."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
taut_plan_words_format_alarm (TautAtlas  *atlas,
                              TautRecord *record)
{
  g_autoptr(GPtrArray) alarms = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) said = g_ptr_array_new ();

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  alarms = taut_screening_list_alarms (atlas, record);
  for (guint i = 0; i < alarms->len; i++)
    {
      const TautQuestion *alarm = g_ptr_array_index (alarms, i);

      if (alarm->advice == NULL || has_name (said, alarm->advice))
        continue;

      append_paragraph (text, taut_name_translate (TAUT_CONTEXT_QUESTION, alarm->advice));
      g_ptr_array_add (said, (gpointer) alarm->advice);
    }
  if (text->len == 0)
    return NULL;

  append_paragraph (text, _("Wait with all routines until that is settled."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Leaving */

/**
 * LeftOut:
 * @reason: why, translated
 * @refer: whether to ask a clinician first
 * @names: (element-type utf8): routines
 */
typedef struct
{
  const char *reason;
  gboolean refer;
  GPtrArray *names;
} LeftOut;

static void
clear_left_out (gpointer data)
{
  g_ptr_array_unref (((LeftOut *) data)->names);
}

static void
add_left_out (GArray            *list,
              const TautVerdict *verdict,
              const char        *name)
{
  const TautPrecaution *rule = g_ptr_array_index (verdict->rules, 0);
  LeftOut *found = NULL;

  g_assert (list != NULL);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (g_array_index (list, LeftOut, i).reason, rule->reason))
      found = &g_array_index (list, LeftOut, i);
  if (found == NULL)
    {
      LeftOut left_out = { rule->reason, verdict->effect == TAUT_EFFECT_REFER,
                           g_ptr_array_new_with_free_func (g_free) };

      g_array_append_val (list, left_out);
      found = &g_array_index (list, LeftOut, list->len - 1);
    }
  if (!has_name (found->names, name))
    g_ptr_array_add (found->names, g_strdup (name));
}

/* What the person has in the plan although a rule refuses it, then what would have
 * been proposed. */
static GArray *
list_left_out (TautAtlas   *atlas,
               TautRecord  *record,
               GPtrArray   *prescriptions,
               const GDate *today)
{
  g_autoptr(TautProposal) proposal = taut_proposal_new (atlas, record, today);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (LeftOut));

  g_array_set_clear_func (list, clear_left_out);
  for (guint i = 0; i < prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);
      g_autofree char *name = taut_name_routine (atlas, record, prescription->id);

      if (prescription->verdict != NULL && !taut_verdict_allows (prescription->verdict))
        add_left_out (list, prescription->verdict, name);
    }
  for (guint i = 0; i < proposal->left_out->len; i++)
    {
      const TautLeftOutRoutine *left_out = g_ptr_array_index (proposal->left_out, i);

      add_left_out (list, left_out->verdict,
                    taut_name_translate (TAUT_CONTEXT_ROUTINE, left_out->routine->name));
    }

  return list;
}

static char *
format_left_out (const LeftOut *left_out)
{
  g_autofree char *names = NULL;
  const char *reason = taut_name_translate (TAUT_CONTEXT_PRECAUTION, left_out->reason);

  g_assert (left_out != NULL);

  if (left_out->names->len > N_LEFT_OUT_NAMED)
    {
      guint n_more = left_out->names->len - N_LEFT_OUT_NAMED + 1;

      g_ptr_array_set_size (left_out->names, N_LEFT_OUT_NAMED - 1);
      g_ptr_array_add (left_out->names,
                       g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more));
    }
  names = taut_plan_words_join (left_out->names);

  if (left_out->refer)
    /* Translators: names of routines, and why: "because of osteoporosis" */
    return g_strdup_printf (_("%s: ask a clinician first, %s."), names, reason);

  /* Translators: names of routines, and why: "because of osteoporosis" */
  return g_strdup_printf (_("%s: not for now, %s."), names, reason);
}

static guint
append_left_out (GString *text,
                 GArray  *list,
                 guint    n_most)
{
  guint n = 0;

  for (guint i = 0; i < list->len && n < n_most; i++, n++)
    {
      g_autofree char *sentence = format_left_out (&g_array_index (list, LeftOut, i));

      append_paragraph (text, sentence);
    }
  if (list->len > n_most)
    append_paragraph (text, _("More is left out for your safety: see Care in Tautline."));

  return n;
}

static guint
append_keep_offs (GString   *text,
                  GPtrArray *prescriptions,
                  guint      n_most)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; i < prescriptions->len && said->len < n_most; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);
      const char *keep_off;

      if (prescription->routine == NULL || prescription->routine->keep_off == NULL ||
          (prescription->verdict != NULL && !taut_verdict_allows (prescription->verdict)))
        continue;

      keep_off = taut_name_translate (TAUT_CONTEXT_ROUTINE, prescription->routine->keep_off);
      if (has_name (said, keep_off))
        continue;

      append_paragraph (text, keep_off);
      g_ptr_array_add (said, (gpointer) keep_off);
    }

  return said->len;
}

char *
taut_plan_words_format_leaving (TautAtlas   *atlas,
                                TautRecord  *record,
                                GPtrArray   *prescriptions,
                                const GDate *today,
                                guint        n_most)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GArray) list = NULL;
  guint n;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (prescriptions != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  list = list_left_out (atlas, record, prescriptions, today);
  n = append_left_out (text, list, n_most);
  if (n < n_most)
    n += append_keep_offs (text, prescriptions, n_most - n);
  if (n < 2)
    append_paragraph (text, _("No hard pressure on the spine, the throat or a bruise. "
                              "Leave out what makes the pain sharper."));
  if (taut_profile_get_screened (taut_record_get_profile (record)) == NULL)
    append_paragraph (text, _("The questions about health were skipped: with an illness, "
                              "ask your therapist first."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Help */

const char *
taut_plan_words_get_help_title (TautPlanHelp help)
{
  switch (help)
    {
    case TAUT_PLAN_HELP_NOW:
      return _("Get help now");
    case TAUT_PLAN_HELP_DOCTOR:
      return _("See a doctor soon");
    case TAUT_PLAN_HELP_THERAPIST:
      return _("Ask your therapist");
    default:
      g_assert_not_reached ();
    }
}

static TautPlanHelp
get_help (TautTier tier)
{
  switch (tier)
    {
    case TAUT_TIER_EMERGENCY:
      return TAUT_PLAN_HELP_NOW;
    case TAUT_TIER_URGENT:
      return TAUT_PLAN_HELP_DOCTOR;
    case TAUT_TIER_CLINICIAN_FIRST:
    case TAUT_TIER_SOON:
    case TAUT_TIER_GENTLE:
      return TAUT_PLAN_HELP_THERAPIST;
    default:
      g_assert_not_reached ();
    }
}

/* What is said when no notice says more. */
static const char *
get_plain_help (TautPlanHelp help)
{
  switch (help)
    {
    case TAUT_PLAN_HELP_NOW:
      return _("Chest pain, trouble breathing, sudden worst-ever pain, new weakness, numbness "
               "or trouble speaking: call the emergency number.");
    case TAUT_PLAN_HELP_DOCTOR:
      return _("Fever, weight loss without a reason, pain that wakes you every night, "
               "or pain after a fall.");
    case TAUT_PLAN_HELP_THERAPIST:
      return _("Sore for more than two days, a bruise, pain that is new or spreads, "
               "or no change after two to three weeks.");
    default:
      g_assert_not_reached ();
    }
}

/* The foot of the page says what a gentle notice for everybody says. */
static gboolean
is_disclaimer (const TautNotice *notice)
{
  return notice->tier == TAUT_TIER_GENTLE && (notice->areas == NULL || notice->areas[0] == NULL);
}

GPtrArray *
taut_plan_words_list_help (TautAtlas    *atlas,
                           GListModel   *marks,
                           TautPlanHelp  help)
{
  g_autoptr(GPtrArray) notices = NULL;
  GPtrArray *paragraphs;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (marks), NULL);

  paragraphs = g_ptr_array_new_with_free_func (g_free);
  notices = taut_care_list_notices (atlas, marks);
  for (guint i = 0; i < notices->len; i++)
    {
      const TautNotice *notice = g_ptr_array_index (notices, i);

      if (get_help (notice->tier) == help && !is_disclaimer (notice))
        g_ptr_array_add (paragraphs,
                         g_strdup (taut_name_translate (TAUT_CONTEXT_NOTICE, notice->text)));
    }
  if (paragraphs->len == 0)
    g_ptr_array_add (paragraphs, g_strdup (get_plain_help (help)));

  return paragraphs;
}
