/* care-fixture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "care-fixture.h"

#include "../shipped-atlas.h"


TautAtlas *
care_fixture_load_atlas (void)
{
  g_autoptr (TautSkin) skin = load_shipped_skin ();

  return load_shipped_atlas (skin);
}

static void
put_mark (TautRecord          *record,
          const char          *point_id,
          const TautSkinPoint *at,
          guint                intensity)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 2, 9, 30, 0);
  g_autofree char *id = g_strdup_printf ("mark-%u",
                                         g_list_model_get_n_items (taut_record_get_marks (record)));
  g_autoptr (TautMark) mark = taut_mark_new (id, point_id, at, intensity, time);

  taut_record_put_mark (record, mark, FALSE);
}

void
care_fixture_add_mark (TautRecord *record,
                       TautAtlas  *atlas,
                       const char *point_id,
                       TautSide    side,
                       guint       intensity,
                       gboolean    plain)
{
  const TautPoint *point = taut_atlas_find_point (atlas, point_id);
  TautSkinPoint at;

  g_assert_nonnull (point);
  at = taut_point_get_place (point, side);
  put_mark (record, plain ? NULL : point_id, &at, intensity);
}

TautSkinPoint
care_fixture_find_place (TautAtlas  *atlas,
                         const char *area_id)
{
  TautSkin *skin = taut_atlas_get_skin (atlas);

  for (guint cell = 0; cell < taut_skin_get_n_cells (skin); cell++)
    {
      const float *at = taut_skin_get_cell (skin, cell)->position;
      TautSkinPoint place;
      guint found;

      if (!g_str_equal (taut_atlas_get_area_of_cell (atlas, cell)->id, area_id))
        continue;
      taut_skin_address (skin, cell, (TautVector) { at[0], at[1], at[2] }, &place);
      if (taut_skin_find_cell (skin, &place, &found)
          && g_str_equal (taut_atlas_get_area_of_cell (atlas, found)->id, area_id))
        return place;
    }

  g_error ("no place in %s", area_id);
}

void
care_fixture_add_spot (TautRecord *record,
                       TautAtlas  *atlas,
                       const char *area_id)
{
  TautSkinPoint at = care_fixture_find_place (atlas, area_id);

  put_mark (record, NULL, &at, 5);
}

void
care_fixture_answer (TautRecord *record,
                     const char *question,
                     TautAnswer  answer)
{
  g_autoptr (TautProfile) profile =
    taut_profile_with_answer (taut_record_get_profile (record), question, answer);

  taut_record_set_profile (record, profile);
}
