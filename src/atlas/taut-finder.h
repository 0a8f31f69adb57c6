/* taut-finder.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"

G_BEGIN_DECLS

/**
 * TautFinder:
 *
 * Finds muscles, points, areas and complaints of the atlas by people's words,
 * slips of typing forgiven. Immutable once made; may be shared between threads.
 */
typedef struct _TautFinder TautFinder;

typedef enum
{
  TAUT_FOUND_COMPLAINT,
  TAUT_FOUND_AREA,
  TAUT_FOUND_MUSCLE,
  TAUT_FOUND_POINT,
} TautFoundKind;

/**
 * TautFound:
 * @item: a TautComplaint, TautArea, TautMuscle or TautPoint of the atlas
 * @score: 0 to 1, for the order only
 */
typedef struct
{
  TautFoundKind kind;
  gconstpointer item;
  double score;
} TautFound;

/* Translates a text of the atlas; contexts as in taut-atlas-strings.c. */
typedef const char *(* TautTranslateFunc) (const char *context,
                                           const char *text);

/**
 * taut_finder_new:
 * @atlas: where to search
 * @translate: (nullable): words are looked for in the translated texts, too
 *
 * Returns: (transfer full): the finder
 */
TautFinder *taut_finder_new    (TautAtlas         *atlas,
                                TautTranslateFunc  translate);
void        taut_finder_free   (TautFinder        *finder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautFinder, taut_finder_free)

/**
 * taut_finder_search:
 * @finder: a finder
 * @words: what was typed, as far as it is typed
 * @limit: how many to return at most
 *
 * Words count the more the rarer they are in the atlas. A word matches another
 * that is equal, that it begins, or that one or two slips (a letter too many, too
 * few, wrong, or two swapped) turn it into.
 *
 * Returns: (transfer full) (element-type TautFound): best first, in a stable order
 */
GArray     *taut_finder_search (TautFinder        *finder,
                                const char        *words,
                                guint              limit);

G_END_DECLS
