/* taut-guide-places.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The way through the guide: where one is, and back. */

#define G_LOG_DOMAIN "taut-guide"

#include "config.h"

#include "taut-guide-private.h"

#include <glib/gi18n.h>

TautPlace *
taut_guide_place_new (TautPlaceKind  kind,
                      const char    *id,
                      const char    *point_id,
                      TautSide       side)
{
  TautPlace *place = g_new0 (TautPlace, 1);

  place->kind = kind;
  place->id = g_strdup (id);
  place->point_id = g_strdup (point_id);
  place->side = side;

  return place;
}

void
taut_guide_place_free (gpointer data)
{
  TautPlace *place = data;

  g_free (place->id);
  g_free (place->point_id);
  g_free (place);
}

TautPlace *
taut_guide_get_place (TautGuide *self)
{
  g_assert (TAUT_IS_GUIDE (self));

  return self->places->len > 0 ? g_ptr_array_index (self->places, self->places->len - 1) : NULL;
}

static void
show_title (TautGuide  *self,
            const char *title)
{
  g_assert (TAUT_IS_GUIDE (self));

  adw_window_title_set_title (self->window_title, title);
  gtk_stack_set_visible_child_name (self->title_stack, "title");
}

static gboolean
show_likely (TautGuide       *self,
             TautLikelyState *likely,
             const char      *title)
{
  g_autoptr (TautLikelyState) state = likely;

  g_assert (TAUT_IS_GUIDE (self));

  if (state == NULL)
    return FALSE;

  taut_likely_page_show (self->likely_page, state);
  gtk_stack_set_visible_child_name (self->stack, "likely");
  show_title (self, title);
  taut_likely_page_focus (self->likely_page);

  return TRUE;
}

static gboolean
show_muscle (TautGuide       *self,
             const TautPlace *place)
{
  g_assert (TAUT_IS_GUIDE (self));
  g_assert (place != NULL);

  if (!taut_muscle_card_show (self->muscle_card, self->atlas, self->book, self->record, place->id,
                              place->point_id, place->side))
    return FALSE;

  gtk_stack_set_visible_child_name (self->stack, "muscle");
  show_title (self, _("Muscle"));
  taut_muscle_card_focus (self->muscle_card);

  return TRUE;
}

gboolean
taut_guide_show_find (TautGuide *self)
{
  g_assert (TAUT_IS_GUIDE (self));

  gtk_stack_set_visible_child_name (self->stack, "find");
  gtk_stack_set_visible_child_name (self->title_stack, "search");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}

/* Whether there is such a place. */
static gboolean
show_place (TautGuide       *self,
            const TautPlace *place)
{
  g_assert (TAUT_IS_GUIDE (self));
  g_assert (place != NULL);

  switch (place->kind)
    {
    case TAUT_PLACE_FIND:
      return taut_guide_show_find (self);
    case TAUT_PLACE_COMPLAINT:
      return show_likely (self, taut_likely_state_new_for_complaint (self->atlas, place->id),
                          _("Often described"));
    case TAUT_PLACE_ROUTINE:
      return show_likely (self, taut_likely_state_new_for_routine (self->atlas, place->id),
                          _("Muscles"));
    case TAUT_PLACE_MUSCLE:
      return show_muscle (self, place);
    default:
      g_assert_not_reached ();
    }
}

/* Takes @place. */
void
taut_guide_go_to (TautGuide *self,
                  TautPlace *place)
{
  const TautPlace *last;

  g_assert (TAUT_IS_GUIDE (self));

  if (self->atlas == NULL)
    {
      taut_guide_place_free (place);
      return;
    }

  /* The same again is no step. */
  last = taut_guide_get_place (self);
  if (last != NULL && last->kind == place->kind && g_strcmp0 (last->id, place->id) == 0)
    g_ptr_array_set_size (self->places, self->places->len - 1);

  self->moving = TRUE;
  if (show_place (self, place))
    {
      g_ptr_array_add (self->places, place);
      self->side = place->kind == TAUT_PLACE_MUSCLE ? place->side : self->side;
    }
  else
    taut_guide_place_free (place);
  self->moving = FALSE;

  place = taut_guide_get_place (self);
  if (place != NULL && place->kind == TAUT_PLACE_MUSCLE)
    {
      const TautPoint *point = taut_muscle_card_get_point (self->muscle_card);

      g_free (place->point_id);
      place->point_id = g_strdup (point != NULL ? point->id : NULL);
    }
  taut_guide_emit_point (self);
}

void
taut_guide_go_back (TautGuide *self)
{
  TautPlace *place;

  g_assert (TAUT_IS_GUIDE (self));

  if (self->places->len > 0)
    g_ptr_array_set_size (self->places, self->places->len - 1);
  place = taut_guide_get_place (self);
  if (place != NULL)
    {
      self->moving = TRUE;
      show_place (self, place);
      self->moving = FALSE;
    }
  taut_guide_emit_point (self);
  if (place == NULL)
    g_signal_emit_by_name (self, "closed");
}
