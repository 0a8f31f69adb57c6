/* taut-history.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TautHistory:
 *
 * Changes that can be undone and redone. It knows nothing of what they change:
 * its owner gives it the functions.
 */
typedef struct _TautHistory TautHistory;

/**
 * TautHistoryFuncs:
 * @apply: makes a change, or with @reverse takes it back
 * @merge: lets the change before take in the one that follows; %FALSE when they
 *   are of different kinds
 * @is_void: whether a change, after merging, changes nothing
 * @free: frees a change
 */
typedef struct
{
  void       (*apply)   (gconstpointer change,
                         gboolean      reverse,
                         gpointer      owner);
  gboolean   (*merge)   (gpointer      before,
                         gconstpointer following);
  gboolean   (*is_void) (gconstpointer change);
  void       (*free)    (gpointer      change);
} TautHistoryFuncs;

TautHistory   *taut_history_new         (const TautHistoryFuncs *funcs,
                                         gpointer                owner);
void           taut_history_free        (TautHistory            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautHistory, taut_history_free)

/* Applies @change and takes it over. With @merge it joins the change before,
 * where the two fit and nothing came between them. */
void           taut_history_push        (TautHistory            *self,
                                         gpointer                change,
                                         gboolean                merge);

/* The change that undo would take back, redo make again; NULL for none. */
gconstpointer  taut_history_peek_undo   (const TautHistory      *self);
gconstpointer  taut_history_peek_redo   (const TautHistory      *self);

void           taut_history_undo        (TautHistory            *self);
void           taut_history_redo        (TautHistory            *self);

/* Forgets all changes without taking them back. */
void           taut_history_clear       (TautHistory            *self);

G_END_DECLS
