/* taut-plan-words.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-words"

#include "config.h"

#include "taut-plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taut-names.h"
#include "taut-timetable.h"

/* What a column can hold; the rest is counted. */
#define N_AREAS_NAMED 4

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

gboolean
taut_plan_words_has (GPtrArray  *names,
                     const char *name)
{
  g_return_val_if_fail (names != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), name))
      return TRUE;

  return FALSE;
}

/* "Side of the neck" */
static char *
capitalise (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 1));
  g_autofree char *capital = g_utf8_strup (first, -1);

  g_assert (name != NULL);

  return g_strconcat (capital, name + strlen (first), NULL);
}

/* Areas where a point is often felt, as "temple, jaw and 2 more places". */
static char *
format_areas (TautAtlas      *atlas,
              const TautZone *zone)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
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
      if (!taut_plan_words_has (names, name))
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

void
taut_plan_words_append (GString    *text,
                        const char *paragraph)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (paragraph != NULL);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, paragraph);
}

/* Dates */

static char *
format_day (const GDate *date,
            const char  *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (date),
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

char *
taut_plan_words_format_start (const TautPlanWeeks *weeks)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (weeks != NULL, NULL);

  first = format_day (&weeks->monday, C_("first day of weeks", "%-d %B"));
  if (weeks->minutes == 0)
    /* Translators: the first day of some weeks */
    return g_strdup_printf (_("From %s"), first);

  /* Translators: the first day of some weeks */
  return g_strdup_printf (ngettext ("From %s, up to %u minute a day",
                                    "From %s, up to %u minutes a day", weeks->minutes),
                          first, weeks->minutes);
}

/* Meaning */

/* What people feel comes first, where it may come from second. */
static char *
explain_mark (TautAtlas *atlas,
              TautMark  *mark)
{
  g_autofree char *name = taut_name_mark (atlas, mark);
  g_autofree char *areas = NULL;
  g_autofree char *capital = NULL;
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

  capital = capitalise (areas);

  /* Translators: a list of areas, and the name of a point with its side */
  return g_strdup_printf (_("%s: an ache there may come from this spot: %s."), capital, name);
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
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sorted = NULL;
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
      g_autofree char *sentence = explain_mark (atlas, g_ptr_array_index (sorted, i));

      if (taut_plan_words_has (said, sentence))
        continue;

      if (said->len < n_spots)
        {
          taut_plan_words_append (text, sentence);
          g_ptr_array_add (said, g_steal_pointer (&sentence));
        }
      else
        {
          n_more++;
        }
    }

  if (n_more > 0)
    {
      g_autofree char *more =
        g_strdup_printf (ngettext ("And %u more spot: see the pictures.",
                                   "And %u more spots: see the pictures.", n_more), n_more);

      taut_plan_words_append (text, more);
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
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  g_assert (prescriptions != NULL);

  for (guint i = 0; i < prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);
      const char *name;

      if (prescription->routine == NULL)
        continue;

      name = get_kind_name (prescription->routine->kind);
      if (!taut_plan_words_has (names, name))
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
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *order = NULL;

  g_return_val_if_fail (prescriptions != NULL, NULL);

  if (prescriptions->len == 0)
    return g_strdup (_("No routine is planned yet. Keep moving easily, keep warm, and choose "
                       "one or two routines with your therapist."));

  order = format_order (prescriptions);
  if (order != NULL)
    taut_plan_words_append (text, order);
  taut_plan_words_append (text, _("Tick each box as you go. It may help some people."));
  taut_plan_words_append (text, _("Go gently: good pain, never sharp pain. When you have to brace, "
                            "it is too much."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
taut_plan_words_format_alarm (TautAtlas  *atlas,
                              TautRecord *record)
{
  g_autoptr (GPtrArray) alarms = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);

  alarms = taut_screening_list_alarms (atlas, record);
  for (guint i = 0; i < alarms->len; i++)
    {
      const TautQuestion *alarm = g_ptr_array_index (alarms, i);

      if (alarm->advice == NULL || taut_plan_words_has (said, alarm->advice))
        continue;

      taut_plan_words_append (text, taut_name_translate (TAUT_CONTEXT_QUESTION, alarm->advice));
      g_ptr_array_add (said, (gpointer) alarm->advice);
    }
  if (text->len == 0)
    return NULL;

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
  g_autoptr (GPtrArray) notices = NULL;
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
