/* taut-find-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-find-state"

#include "config.h"

#include "taut-find-state.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-panel-text.h"

/* Muscles named below a complaint. */
#define LIKELY_NAMED 4
/* Points to press with a complaint. */
#define POINTS_MOST 6

static void
find_entry_free (gpointer data)
{
  TautFindEntry *entry = data;

  g_free (entry->key);
  g_free (entry->title);
  g_free (entry->subtitle);
  g_free (entry);
}

/* Words */

/* Whether @word stands for a side, in the language of the person or in English. */
static gboolean
read_side (const char *word,
           TautSide   *side)
{
  /* Translators: words for a side, as typed into the search: "temple right" */
  const char *const words[TAUT_N_SIDES] = { C_("search", "left"), C_("search", "right") };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (TautSide i = TAUT_SIDE_LEFT; i <= TAUT_SIDE_RIGHT; i++)
    {
      g_autofree char *meant = g_utf8_casefold (words[i], -1);

      if (g_str_equal (folded, meant) || g_str_equal (folded, taut_side_get_id (i)))
        {
          *side = i;
          return TRUE;
        }
    }

  return FALSE;
}

char *
taut_find_state_take_side (const char *words,
                           TautSide   *side,
                           gboolean   *sided)
{
  g_auto (GStrv) split = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);
  TautSide found = TAUT_SIDE_LEFT;
  gboolean any = FALSE;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (side != NULL, NULL);
  g_return_val_if_fail (sided != NULL, NULL);

  split = g_strsplit_set (words, " ,", -1);
  for (guint i = 0; split[i] != NULL; i++)
    {
      if (*split[i] == '\0')
        continue;
      if (read_side (split[i], &found))
        {
          any = TRUE;
          continue;
        }
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", split[i]);
    }

  *sided = any && rest->len > 0;
  if (!*sided)
    return g_strdup (words);

  *side = found;

  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* Entries */

const char *
taut_find_state_name_group (const char *group)
{
  static const struct
  {
    const char *id;
    const char *name;
  } names[] = {
    { "arm", NC_("part of the body", "Upper arm") },
    { "back", NC_("part of the body", "Back") },
    { "foot", NC_("part of the body", "Foot") },
    { "forearm", NC_("part of the body", "Forearm") },
    { "hand", NC_("part of the body", "Hand") },
    { "head", NC_("part of the body", "Head") },
    { "hip", NC_("part of the body", "Hip and buttock") },
    { "knee", NC_("part of the body", "Knee") },
    { "leg", NC_("part of the body", "Lower leg") },
    { "neck", NC_("part of the body", "Neck") },
    { "pelvis", NC_("part of the body", "Pelvis") },
    { "shoulder", NC_("part of the body", "Shoulder") },
    { "thigh", NC_("part of the body", "Thigh") },
    { "torso", NC_("part of the body", "Chest and belly") },
  };

  g_return_val_if_fail (group != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].id, group))
      return g_dpgettext2 (GETTEXT_PACKAGE, "part of the body", names[i].name);

  return "";
}

static char *
name_muscles (TautAtlas  *atlas,
              char      **muscles,
              guint       n_most)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; muscles[i] != NULL && n < n_most; i++)
    {
      const TautMuscle *muscle = taut_atlas_find_muscle (atlas, muscles[i]);

      if (muscle == NULL)
        continue;
      g_string_append_printf (names, "%s%s", n > 0 ? ", " : "",
                              taut_name_translate (TAUT_CONTEXT_MUSCLE, muscle->name));
      n++;
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static TautFindEntry *
find_entry_new (TautFoundKind  kind,
                const char    *id,
                const char    *kind_name)
{
  static const char *const kind_ids[] = { "complaint", "area", "muscle", "point" };
  TautFindEntry *entry = g_new0 (TautFindEntry, 1);

  entry->kind = kind;
  entry->id = id;
  entry->kind_name = kind_name;
  entry->key = g_strdup_printf ("%s %s", kind_ids[kind], id);

  return entry;
}

static TautFindEntry *
make_complaint (TautAtlas           *atlas,
                const TautComplaint *complaint)
{
  TautFindEntry *entry = find_entry_new (TAUT_FOUND_COMPLAINT, complaint->id, _("Complaint"));
  g_autofree char *muscles = name_muscles (atlas, complaint->muscles, LIKELY_NAMED);

  entry->title = taut_panel_text_capitalize (taut_name_translate ("complaint", complaint->name));
  /* Translators: names of muscles */
  entry->subtitle = g_strdup_printf (_("Often described: %s"), muscles);

  return entry;
}

static TautFindEntry *
make_area (const TautArea *area,
           TautSide        side,
           gboolean        sided)
{
  TautFindEntry *entry = find_entry_new (TAUT_FOUND_AREA, area->id, _("Area"));

  entry->side = area->only_right ? TAUT_SIDE_RIGHT : side;
  entry->sided = sided || area->only_right;
  entry->title = entry->sided
                   ? taut_name_area (area, entry->side)
                   : taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_AREA,
                                                                      area->name));
  entry->subtitle = g_strdup (taut_find_state_name_group (area->group));

  return entry;
}

static TautFindEntry *
make_muscle (const TautMuscle *muscle)
{
  TautFindEntry *entry = find_entry_new (TAUT_FOUND_MUSCLE, muscle->id, _("Muscle"));

  entry->title =
    taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_MUSCLE, muscle->name));
  entry->subtitle = g_strdup (muscle->latin != NULL ? muscle->latin : "");

  return entry;
}

static TautFindEntry *
make_point (const TautPoint *point)
{
  TautFindEntry *entry = find_entry_new (TAUT_FOUND_POINT, point->id, _("Point"));

  entry->title = taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_POINT, point->name));
  entry->subtitle = taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_MUSCLE,
                                                                     point->muscle->name));

  return entry;
}

static TautFindEntry *
make_entry (TautAtlas       *atlas,
            const TautFound *found,
            TautSide         side,
            gboolean         sided)
{
  TautFindEntry *entry;

  switch (found->kind)
    {
    case TAUT_FOUND_COMPLAINT:
      entry = make_complaint (atlas, found->item);
      break;
    case TAUT_FOUND_AREA:
      return make_area (found->item, side, sided);
    case TAUT_FOUND_MUSCLE:
      entry = make_muscle (found->item);
      break;
    case TAUT_FOUND_POINT:
      entry = make_point (found->item);
      break;
    default:
      g_assert_not_reached ();
    }
  entry->side = side;

  return entry;
}

/* Lists */

GPtrArray *
taut_find_state_search (TautAtlas  *atlas,
                        TautFinder *finder,
                        const char *words,
                        TautSide    side)
{
  GPtrArray *entries;
  g_autoptr (GArray) found = NULL;
  g_autofree char *rest = NULL;
  gboolean sided;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (finder != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  rest = taut_find_state_take_side (words, &side, &sided);
  found = taut_finder_search (finder, rest, TAUT_FIND_MOST);
  entries = g_ptr_array_new_with_free_func (find_entry_free);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (entries, make_entry (atlas, &g_array_index (found, TautFound, i), side, sided));

  return entries;
}

GPtrArray *
taut_find_state_list_areas (TautAtlas *atlas,
                            TautSide   side)
{
  GPtrArray *areas;
  GPtrArray *entries;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);

  areas = taut_atlas_get_areas (atlas);
  entries = g_ptr_array_new_with_free_func (find_entry_free);
  for (guint i = 0; i < areas->len; i++)
    {
      const TautArea *area = g_ptr_array_index (areas, i);

      /* A sensation has no place to show. */
      if (area->kind != TAUT_AREA_SENSATION)
        g_ptr_array_add (entries, make_area (area, side, FALSE));
    }

  return entries;
}

/* Likely muscles */

/* 2 for a point whose pattern is often felt where the complaint is, 1 for sometimes. */
static guint
rate_point (const TautPoint     *point,
            const TautComplaint *complaint)
{
  g_assert (point != NULL);
  g_assert (complaint != NULL);

  if (!point->pain)
    return 0;

  for (guint kind = TAUT_ZONE_ESSENTIAL; kind <= TAUT_ZONE_SPILLOVER; kind++)
    for (guint i = 0; complaint->areas[i] != NULL; i++)
      if (g_strv_contains ((const char *const *) point->zones[kind].areas, complaint->areas[i]))
        return kind == TAUT_ZONE_ESSENTIAL ? 2 : 1;

  return 0;
}

static void
add_points (TautLikelyState  *state,
            TautAtlas        *atlas,
            const TautMuscle *muscle,
            guint             rate,
            const TautComplaint *complaint)
{
  const TautMuscleGroup *group = taut_atlas_find_group_of_muscle (atlas, muscle->id);

  g_assert (state != NULL);

  /* Where nobody should press without help nothing is offered to be pressed. */
  if (group != NULL && group->no_release != NULL)
    return;

  for (guint i = 0; i < muscle->points->len && state->points->len < POINTS_MOST; i++)
    {
      const TautPoint *point = g_ptr_array_index (muscle->points, i);

      if (rate_point (point, complaint) != rate)
        continue;
      g_ptr_array_add (state->points,
                       taut_muscle_link_new (point->id,
                                             taut_name_translate (TAUT_CONTEXT_POINT, point->name),
                                             taut_muscle_state_describe_confidence (point->confidence)));
    }
}

static void
add_muscle (TautLikelyState  *state,
            const TautMuscle *muscle)
{
  g_assert (state != NULL);

  if (muscle == NULL)
    return;

  g_ptr_array_add (state->muscles,
                   taut_muscle_link_new (muscle->id,
                                         taut_name_translate (TAUT_CONTEXT_MUSCLE, muscle->name),
                                         muscle->latin));
}

/* What is for a doctor comes before any muscle. */
static void
add_help (TautLikelyState     *state,
          TautAtlas           *atlas,
          const TautComplaint *complaint)
{
  GPtrArray *notices = taut_atlas_get_notices (atlas);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert (state != NULL);

  for (guint tier = TAUT_TIER_EMERGENCY; tier <= TAUT_TIER_CLINICIAN_FIRST; tier++)
    for (guint i = 0; i < notices->len; i++)
      {
        const TautNotice *notice = g_ptr_array_index (notices, i);
        gboolean called_for = FALSE;

        for (guint k = 0; complaint->areas[k] != NULL; k++)
          called_for |= g_strv_contains ((const char *const *) notice->areas, complaint->areas[k]);
        if (notice->tier != tier || !called_for)
          continue;
        state->emergency |= tier == TAUT_TIER_EMERGENCY;
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "",
                                taut_name_translate (TAUT_CONTEXT_NOTICE, notice->text));
      }

  if (text->len > 0)
    state->help = g_string_free (g_steal_pointer (&text), FALSE);
}

static TautLikelyState *
likely_state_new (void)
{
  TautLikelyState *state = g_new0 (TautLikelyState, 1);

  state->muscles = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_link_free);
  state->points = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_link_free);

  return state;
}

TautLikelyState *
taut_likely_state_new_for_complaint (TautAtlas  *atlas,
                                     const char *complaint_id)
{
  GPtrArray *complaints;
  const TautComplaint *complaint = NULL;
  TautLikelyState *state;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (complaint_id != NULL, NULL);

  complaints = taut_atlas_get_complaints (atlas);
  for (guint i = 0; i < complaints->len && complaint == NULL; i++)
    if (g_str_equal (((const TautComplaint *) g_ptr_array_index (complaints, i))->id, complaint_id))
      complaint = g_ptr_array_index (complaints, i);
  if (complaint == NULL)
    return NULL;

  state = likely_state_new ();
  state->title = taut_panel_text_capitalize (taut_name_translate ("complaint", complaint->name));
  state->introduction = g_strdup (_("These muscles are often described with it, the likely ones "
                                    "first. It is a place to begin looking, not a diagnosis."));
  add_help (state, atlas, complaint);
  for (guint i = 0; complaint->muscles[i] != NULL; i++)
    add_muscle (state, taut_atlas_find_muscle (atlas, complaint->muscles[i]));
  for (guint rate = 2; rate >= 1; rate--)
    for (guint i = 0; complaint->muscles[i] != NULL; i++)
      {
        const TautMuscle *muscle = taut_atlas_find_muscle (atlas, complaint->muscles[i]);

        if (muscle != NULL)
          add_points (state, atlas, muscle, rate, complaint);
      }

  return state;
}

TautLikelyState *
taut_likely_state_new_for_routine (TautAtlas  *atlas,
                                   const char *routine_id)
{
  const TautRoutine *routine;
  TautLikelyState *state;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (routine_id != NULL, NULL);

  routine = taut_atlas_find_routine (atlas, routine_id);
  if (routine == NULL)
    return NULL;

  state = likely_state_new ();
  state->title = taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_ROUTINE,
                                                                  routine->name));
  state->introduction = g_strdup (_("This routine is for these muscles."));
  for (guint i = 0; routine->muscles[i] != NULL; i++)
    add_muscle (state, taut_atlas_find_muscle (atlas, routine->muscles[i]));

  return state;
}

void
taut_likely_state_free (TautLikelyState *state)
{
  if (state == NULL)
    return;

  g_free (state->title);
  g_free (state->introduction);
  g_free (state->help);
  g_ptr_array_unref (state->muscles);
  g_ptr_array_unref (state->points);
  g_free (state);
}
