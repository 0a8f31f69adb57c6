/* taut-muscle-state.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-muscle-state"

#include "config.h"

#include "taut-muscle-state.h"

#include <glib/gi18n.h>

#include "taut-names.h"
#include "taut-panel-text.h"

/* More would not be read. */
#define KEEP_OFF_MOST 3
#define RULES_MOST 3

static void
point_free (gpointer data)
{
  TautMusclePoint *point = data;

  g_free (point->key);
  g_free (point->title);
  g_free (point->subtitle);
  g_free (point->location);
  g_free (point->often);
  g_free (point->sometimes);
  g_free (point->note);
  g_free (point);
}

TautMuscleLink *
taut_muscle_link_new (const char *key,
                      const char *title,
                      const char *subtitle)
{
  TautMuscleLink *link = g_new0 (TautMuscleLink, 1);

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  link->key = g_strdup (key);
  link->title = taut_panel_text_capitalize (title);
  link->subtitle = g_strdup (subtitle != NULL ? subtitle : "");

  return link;
}

void
taut_muscle_link_free (TautMuscleLink *link)
{
  if (link == NULL)
    return;

  g_free (link->key);
  g_free (link->title);
  g_free (link->subtitle);
  g_free (link);
}

static const char *
translate_optional (const char *context,
                    const char *text)
{
  return text != NULL ? taut_name_translate (context, text) : NULL;
}

const char *
taut_muscle_state_describe_confidence (TautConfidence confidence)
{
  switch (confidence)
    {
    case TAUT_CONFIDENCE_HIGH:
      return _("Well described");
    case TAUT_CONFIDENCE_MEDIUM:
      return _("Described, with differences");
    case TAUT_CONFIDENCE_LOW:
      return _("Described by few");
    default:
      g_assert_not_reached ();
    }
}

/* Points */

/* The sides of a zone as its strokes have them; which area is meant they do not say. */
static char *
add_side (const TautZone *zone,
          const char     *names)
{
  guint n_other = 0;
  guint n_both = 0;

  g_assert (zone != NULL);

  for (guint i = 0; i < zone->strokes->len; i++)
    {
      TautZoneSide side = ((const TautZoneStroke *) g_ptr_array_index (zone->strokes, i))->side;

      n_other += side == TAUT_ZONE_SIDE_OTHER;
      n_both += side == TAUT_ZONE_SIDE_BOTH;
    }

  if (n_other > 0 && n_other == zone->strokes->len)
    /* Translators: names of areas */
    return g_strdup_printf (_("%s, on the other side"), names);
  if (n_both > 0 && n_both == zone->strokes->len)
    /* Translators: names of areas */
    return g_strdup_printf (_("%s, on both sides"), names);
  if (n_other + n_both > 0)
    /* Translators: names of areas */
    return g_strdup_printf (_("%s, in part on both sides"), names);

  return g_strdup (names);
}

static char *
name_zone (TautAtlas      *atlas,
           const TautZone *zone)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert (TAUT_IS_ATLAS (atlas));
  g_assert (zone != NULL);

  for (guint i = 0; zone->areas[i] != NULL; i++)
    {
      const TautArea *area = taut_atlas_find_area (atlas, zone->areas[i]);

      if (area == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, taut_name_translate (TAUT_CONTEXT_AREA, area->name));
    }

  return names->len > 0 ? add_side (zone, names->str) : NULL;
}

static char *
describe_point (const TautPoint *point,
                const char      *often)
{
  const char *confidence = taut_muscle_state_describe_confidence (point->confidence);

  g_assert (point != NULL);

  if (!point->pain)
    return g_strdup (_("No pain is described from it: a note"));
  if (often == NULL)
    return g_strdup (confidence);

  /* Translators: "Well described. Often felt: temple, side of the neck" */
  return g_strdup_printf (_("%s. Often felt: %s"), confidence, often);
}

static void
add_point (TautMuscleState *state,
           TautAtlas       *atlas,
           const TautPoint *point)
{
  TautMusclePoint *entry = g_new0 (TautMusclePoint, 1);

  g_assert (state != NULL);

  entry->key = g_strdup (point->id);
  entry->point = point;
  entry->title = taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_POINT, point->name));
  if (point->pain)
    {
      entry->often = name_zone (atlas, &point->zones[TAUT_ZONE_ESSENTIAL]);
      entry->sometimes = name_zone (atlas, &point->zones[TAUT_ZONE_SPILLOVER]);
    }
  entry->subtitle = describe_point (point, entry->often);
  entry->location = g_strdup (taut_name_translate (TAUT_CONTEXT_POINT, point->location));
  entry->note = g_strdup (translate_optional (TAUT_CONTEXT_POINT, point->note));
  g_ptr_array_add (state->points, entry);
}

/* What to heed */

static void
add_heed (TautMuscleState *state,
          const char      *text)
{
  g_assert (state != NULL);

  if (text == NULL || g_ptr_array_find_with_equal_func (state->heed, text, g_str_equal, NULL))
    return;

  g_ptr_array_add (state->heed, g_strdup (text));
}

static gboolean
holds (const TautPrecaution  *rule,
       const TautMuscleGroup *group,
       TautProfile           *profile)
{
  g_assert (rule != NULL);

  if (rule->areas[0] != NULL)
    return FALSE;
  if (rule->groups[0] != NULL
      && !g_strv_contains ((const char *const *) rule->groups, group->id))
    return FALSE;
  if (rule->question == NULL)
    return rule->groups[0] != NULL;

  return profile != NULL
         && taut_profile_get_answer (profile, rule->question) == TAUT_ANSWER_YES;
}

static char *
describe_rule (const TautPrecaution *rule)
{
  const char *reason = taut_name_translate (TAUT_CONTEXT_PRECAUTION, rule->reason);

  g_assert (rule != NULL);

  switch (rule->effect)
    {
    case TAUT_EFFECT_SOFTEN:
      /* Translators: why: "because of osteoporosis" */
      return g_strdup_printf (_("Some of what is done here is done more gently, %s."), reason);
    case TAUT_EFFECT_LEAVE_OUT:
      /* Translators: why: "because the kidneys lie there" */
      return g_strdup_printf (_("Some of what is done elsewhere is left out here, %s."), reason);
    case TAUT_EFFECT_REFER:
      /* Translators: why: "because of osteoporosis" */
      return g_strdup_printf (_("Ask a doctor or therapist before some of it, %s."), reason);
    default:
      g_assert_not_reached ();
    }
}

static void
add_rules (TautMuscleState       *state,
           TautAtlas             *atlas,
           const TautMuscleGroup *group,
           TautProfile           *profile)
{
  GPtrArray *rules = taut_atlas_get_precautions (atlas);
  guint n = 0;

  g_assert (state != NULL);

  for (guint i = 0; i < rules->len && n < RULES_MOST; i++)
    {
      const TautPrecaution *rule = g_ptr_array_index (rules, i);
      g_autofree char *text = NULL;

      if (!holds (rule, group, profile))
        continue;
      text = describe_rule (rule);
      add_heed (state, text);
      n++;
    }
}

static gboolean
serves (const TautRoutine     *routine,
        const TautMuscle      *muscle,
        const TautMuscleGroup *group)
{
  if (group == NULL)
    return g_strv_contains ((const char *const *) routine->muscles, muscle->id);

  return g_strv_contains ((const char *const *) routine->groups, group->id);
}

static void
add_keep_offs (TautMuscleState *state,
               TautAtlas       *atlas)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);
  guint n = 0;

  g_assert (state != NULL);

  for (guint i = 0; i < routines->len && n < KEEP_OFF_MOST; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);

      if (routine->keep_off == NULL || !serves (routine, state->muscle, NULL))
        continue;
      add_heed (state, taut_name_translate (TAUT_CONTEXT_ROUTINE, routine->keep_off));
      n++;
    }
}

static void
add_what_to_heed (TautMuscleState *state,
                  TautAtlas       *atlas,
                  TautRecord      *record)
{
  const TautMuscleGroup *group = taut_atlas_find_group_of_muscle (atlas, state->muscle->id);

  g_assert (state != NULL);

  if (group != NULL)
    {
      add_heed (state, translate_optional (TAUT_CONTEXT_MUSCLE_GROUP, group->no_release));
      add_heed (state, translate_optional (TAUT_CONTEXT_MUSCLE_GROUP, group->care));
      add_rules (state, atlas, group,
                 record != NULL ? taut_record_get_profile (record) : NULL);
    }
  add_keep_offs (state, atlas);
}

/* Links */

static char *
describe_routine (TautAtlas         *atlas,
                  TautRecord        *record,
                  const TautRoutine *routine)
{
  g_autoptr (TautPrescription) prescription = NULL;
  const TautPrecaution *rule;
  const char *reason;

  g_assert (routine != NULL);

  if (record == NULL)
    return taut_panel_text_dose (routine);

  prescription = taut_prescription_new (atlas, record, routine->id);
  if (taut_verdict_allows (prescription->verdict))
    return taut_panel_text_prescription (prescription);

  rule = g_ptr_array_index (prescription->verdict->rules, 0);
  reason = taut_name_translate (TAUT_CONTEXT_PRECAUTION, rule->reason);

  return g_strdup_printf (prescription->verdict->effect == TAUT_EFFECT_REFER
                            ? _("Ask a doctor or therapist first, %s")
                            : _("Better left out, %s"),
                          reason);
}

static void
add_routines (TautMuscleState       *state,
              TautAtlas             *atlas,
              TautRecord            *record,
              const TautMuscleGroup *group)
{
  GPtrArray *routines = taut_atlas_get_routines (atlas);

  g_assert (state != NULL);

  for (guint i = 0; i < routines->len; i++)
    {
      const TautRoutine *routine = g_ptr_array_index (routines, i);
      g_autofree char *subtitle = NULL;

      if (!serves (routine, state->muscle, group))
        continue;
      subtitle = describe_routine (atlas, record, routine);
      g_ptr_array_add (state->routines,
                       taut_muscle_link_new (routine->id,
                                             taut_name_translate (TAUT_CONTEXT_ROUTINE,
                                                                  routine->name),
                                             subtitle));
    }
}

static void
add_linked (TautMuscleState *state,
            TautAtlas       *atlas)
{
  g_assert (state != NULL);

  for (guint i = 0; state->muscle->linked[i] != NULL; i++)
    {
      const TautMuscle *muscle = taut_atlas_find_muscle (atlas, state->muscle->linked[i]);

      if (muscle != NULL)
        g_ptr_array_add (state->linked,
                         taut_muscle_link_new (muscle->id,
                                               taut_name_translate (TAUT_CONTEXT_MUSCLE,
                                                                    muscle->name),
                                               NULL));
    }
}

/* Public */

static void
set_names (TautMuscleState *state)
{
  const TautMuscle *muscle = state->muscle;

  state->name =
    taut_panel_text_capitalize (taut_name_translate (TAUT_CONTEXT_MUSCLE, muscle->name));
  if (muscle->latin != NULL && g_ascii_strcasecmp (muscle->latin, state->name) != 0)
    state->latin = g_strdup (muscle->latin);
  state->no_pattern = g_strdup (translate_optional (TAUT_CONTEXT_MUSCLE, muscle->no_pattern));
  state->symptoms = translate_optional (TAUT_CONTEXT_MUSCLE, muscle->symptoms);
  state->activation = translate_optional (TAUT_CONTEXT_MUSCLE, muscle->activation);
}

TautMuscleState *
taut_muscle_state_new (TautAtlas  *atlas,
                       TautRecord *record,
                       const char *muscle_id)
{
  const TautMuscle *muscle;
  TautMuscleState *state;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (record == NULL || TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (muscle_id != NULL, NULL);

  muscle = taut_atlas_find_muscle (atlas, muscle_id);
  if (muscle == NULL)
    return NULL;

  state = g_new0 (TautMuscleState, 1);
  state->muscle = muscle;
  state->points = g_ptr_array_new_with_free_func (point_free);
  state->heed = g_ptr_array_new_with_free_func (g_free);
  state->routines = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_link_free);
  state->linked = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_muscle_link_free);

  set_names (state);
  for (guint i = 0; i < muscle->points->len; i++)
    add_point (state, atlas, g_ptr_array_index (muscle->points, i));
  add_what_to_heed (state, atlas, record);
  add_routines (state, atlas, record, NULL);
  if (state->routines->len == 0)
    {
      const TautMuscleGroup *group = taut_atlas_find_group_of_muscle (atlas, muscle->id);

      if (group != NULL)
        add_routines (state, atlas, record, group);
    }
  add_linked (state, atlas);

  return state;
}

void
taut_muscle_state_free (TautMuscleState *state)
{
  if (state == NULL)
    return;

  g_free (state->name);
  g_free (state->latin);
  g_free (state->no_pattern);
  g_ptr_array_unref (state->points);
  g_ptr_array_unref (state->heed);
  g_ptr_array_unref (state->routines);
  g_ptr_array_unref (state->linked);
  g_free (state);
}

guint
taut_muscle_state_find_point (const TautMuscleState *state,
                              const char            *point_id)
{
  g_return_val_if_fail (state != NULL, 0);

  for (guint i = 0; point_id != NULL && i < state->points->len; i++)
    if (g_str_equal (((const TautMusclePoint *) g_ptr_array_index (state->points, i))->key,
                     point_id))
      return i;

  return 0;
}
