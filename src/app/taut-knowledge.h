/* taut-knowledge.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-view.h"

G_BEGIN_DECLS

/**
 * TautKnowledge:
 * @atlas: the atlas, with its skin
 * @views: (element-type TautView): in the order in which they are shown
 *
 * What the program knows of bodies, read once at the start.
 */
typedef struct
{
  TautAtlas *atlas;
  GPtrArray *views;
} TautKnowledge;

/* Needs no display and may run in a thread of its own. */
TautKnowledge *taut_knowledge_load        (GError               **error);

/* The same, without views. */
TautAtlas     *taut_knowledge_load_atlas  (GError               **error);

void           taut_knowledge_free        (TautKnowledge         *knowledge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautKnowledge, taut_knowledge_free)

void           taut_knowledge_load_async  (GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
TautKnowledge *taut_knowledge_load_finish (GAsyncResult          *result,
                                           GError               **error);

G_END_DECLS
