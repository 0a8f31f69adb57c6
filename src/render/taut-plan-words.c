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

/* What a column can hold; the rest is counted. */
#define N_AREAS_NAMED 4
#define N_KEEP_OFFS 3

/* Lists of words */

/* "a, b and c" */
static char *
join_names (GPtrArray *names)
{
  g_autofree char *list = NULL;

  g_assert (names != NULL && names->len > 0);

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

  return join_names (names);
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
taut_plan_words_format_week (const TautPlanWeek *week)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint minutes;

  g_return_val_if_fail (week != NULL, NULL);

  if (g_date_get_month (&week->monday) == g_date_get_month (&week->sunday))
    /* Translators: the first day of a week that lies in one month, such as 23 */
    first = format_day (&week->monday, C_("first day of a week", "%-d"));
  else
    /* Translators: the first day of a week that lies in two months */
    first = format_day (&week->monday, _("%-d %B"));
  last = format_day (&week->sunday, _("%-d %B %Y"));

  minutes = taut_plan_week_get_minutes (week);
  if (minutes == 0)
    /* Translators: the first and the last day of a week */
    return g_strdup_printf (_("%s to %s"), first, last);

  /* Translators: the first and the last day of a week */
  return g_strdup_printf (ngettext ("%s to %s, up to %u minute a day",
                                    "%s to %s, up to %u minutes a day", minutes),
                          first, last, minutes);
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

/* Doing and leaving */

char *
taut_plan_words_format_doing (const TautPlanWeek *week)
{
  guint n_routines;

  g_return_val_if_fail (week != NULL, NULL);

  n_routines = week->rows->len;
  if (n_routines == 0)
    return g_strdup (_("No routine is planned for this week. Keep moving easily, keep warm, "
                       "and choose one or two routines with your therapist."));

  return g_strdup_printf (ngettext ("Do the %u routine below and tick it as you go. "
                                    "It may help some people. "
                                    "Go gently: good pain, never sharp pain. "
                                    "When you have to brace, it is too much.",
                                    "Do the %u routines below and tick them as you go. "
                                    "They may help some people. "
                                    "Go gently: good pain, never sharp pain. "
                                    "When you have to brace, it is too much.", n_routines),
                          n_routines);
}

char *
taut_plan_words_format_leaving (const TautPlanWeek *week)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) said = g_ptr_array_new ();
  guint n_more = 0;

  g_return_val_if_fail (week != NULL, NULL);

  for (guint i = 0; i < week->rows->len; i++)
    {
      const TautRoutine *routine = g_array_index (week->rows, TautPlanRow, i).routine;
      const char *keep_off;

      if (routine->keep_off == NULL)
        continue;

      keep_off = taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->keep_off);
      if (has_name (said, keep_off))
        continue;

      if (said->len < N_KEEP_OFFS)
        {
          append_paragraph (text, keep_off);
          g_ptr_array_add (said, (gpointer) keep_off);
        }
      else
        {
          n_more++;
        }
    }

  if (n_more > 0)
    append_paragraph (text, _("Read for each routine where not to press."));
  if (said->len < 2)
    append_paragraph (text, _("No hard pressure on the spine, the throat or a bruise. "
                              "Leave out what makes the pain sharper."));

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
