/* taut-marks-page.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-atlas.h"
#include "taut-record.h"

G_BEGIN_DECLS

/**
 * TautMarksPage:
 *
 * What was marked: notices to heed, then the list of marks. The selected mark
 * is open.
 *
 * Properties: "record" (TautRecord), "selected-mark" (string, id or %NULL).
 * Signals: "mark-activated" (id): the person wants to see that mark;
 * "mark-removed" (name): a mark was removed here.
 * Actions: "panel.show-mark" (s), "panel.remove-mark" (s).
 */
#define TAUT_TYPE_MARKS_PAGE (taut_marks_page_get_type ())

G_DECLARE_FINAL_TYPE (TautMarksPage, taut_marks_page, TAUT, MARKS_PAGE, GtkWidget)

void        taut_marks_page_set_atlas         (TautMarksPage *self,
                                               TautAtlas     *atlas);
TautRecord *taut_marks_page_get_record        (TautMarksPage *self);
void        taut_marks_page_set_record        (TautMarksPage *self,
                                               TautRecord    *record);
const char *taut_marks_page_get_selected_mark (TautMarksPage *self);
void        taut_marks_page_set_selected_mark (TautMarksPage *self,
                                               const char    *mark_id);

/* Whether the empty page offers to look at the sample record. */
void        taut_marks_page_set_offers_sample (TautMarksPage *self,
                                               gboolean       offers_sample);

G_END_DECLS
