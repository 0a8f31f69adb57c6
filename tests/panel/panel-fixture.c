/* panel-fixture.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "panel-fixture.h"

#include "taut-screening-state.h"

#include "../shipped-atlas.h"

TautAtlas *
fixture_load_atlas (void)
{
  g_autoptr (TautSkin) skin = load_shipped_skin ();

  return load_shipped_atlas (skin);
}

static void
add_mark (TautAtlas  *atlas,
          TautRecord *record,
          const char *id,
          const char *point_id)
{
  TautSkinPoint at = taut_point_get_place (taut_atlas_find_point (atlas, point_id),
                                           TAUT_SIDE_RIGHT);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 29, 9, 0, 0);
  g_autoptr (TautMark) mark = taut_mark_new (id, point_id, &at, 5, time);

  taut_record_put_mark (record, mark, FALSE);
}

TautRecord *
fixture_new_record (TautAtlas  *atlas,
                    const char *point_id,
                    const char *other_point_id)
{
  TautRecord *record = taut_record_new ("8c4b0f2e-7a8c-4d58-8a56-9f2b0a3c1d11");

  if (point_id != NULL)
    add_mark (atlas, record, "a", point_id);
  if (other_point_id != NULL)
    add_mark (atlas, record, "b", other_point_id);

  return record;
}

void
fixture_answer_no (TautAtlas  *atlas,
                   TautRecord *record)
{
  g_autoptr (TautSignsState) state = taut_signs_state_new (atlas, record);
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TautProfile) profile =
    taut_signs_state_answer (state, taut_record_get_profile (record), none);

  taut_record_set_profile (record, profile);
}

GDate
fixture_get_sunday (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 29, 11, 2026);

  return date;
}
