/* taut-notice-card.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "taut-marks-state.h"

G_BEGIN_DECLS

/**
 * TautNoticeCard:
 *
 * What to heed before self care, calmly: an icon, a heading, a few sentences.
 * CSS node: noticecard, with the class of its tier: .emergency, .urgent,
 * .clinician_first, .soon, .gentle.
 */
#define TAUT_TYPE_NOTICE_CARD (taut_notice_card_get_type ())

G_DECLARE_FINAL_TYPE (TautNoticeCard, taut_notice_card, TAUT, NOTICE_CARD, GtkWidget)

GtkWidget *taut_notice_card_new (const TautNoticeEntry *entry);

G_END_DECLS
