/* taut-guide-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-guide.h"
#include "taut-likely-page.h"
#include "taut-muscle-card.h"

G_BEGIN_DECLS

typedef enum
{
  TAUT_PLACE_FIND,
  TAUT_PLACE_COMPLAINT,
  TAUT_PLACE_ROUTINE,
  TAUT_PLACE_MUSCLE,
} TautPlaceKind;

/* A stop on the way, as it was left. */
typedef struct
{
  TautPlaceKind kind;
  char *id;
  char *point_id;
  TautSide side;
} TautPlace;

struct _TautGuide
{
  GtkWidget parent_instance;

  GtkWidget *content;
  TautFindPage *find_page;
  AdwHeaderBar *header_bar;
  TautLikelyPage *likely_page;
  TautMuscleCard *muscle_card;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkStack *title_stack;
  AdwWindowTitle *window_title;

  TautAtlas *atlas;
  TautPictureBook *book;
  TautRecord *record;
  GPtrArray *places;      /* the last one is shown */
  TautSide side;          /* the one that was meant last */
  guint moving : 1;
};

/* In taut-guide-places.c */
TautPlace *taut_guide_place_new  (TautPlaceKind  kind,
                                  const char    *id,
                                  const char    *point_id,
                                  TautSide       side);
void       taut_guide_place_free (gpointer       data);
/* Where one is. (nullable) */
TautPlace *taut_guide_get_place  (TautGuide     *self);
gboolean   taut_guide_show_find  (TautGuide     *self);
/* Takes @place. */
void       taut_guide_go_to      (TautGuide     *self,
                                  TautPlace     *place);
void       taut_guide_go_back    (TautGuide     *self);

/* In taut-guide.c: says which point is looked at. */
void       taut_guide_emit_point (TautGuide     *self);

G_END_DECLS
