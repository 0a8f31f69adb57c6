/* taut-profile.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TautProfile:
 *
 * What care is fitted to: the answers to the questions about health, the things
 * at hand, the time that a person gives, days off. An immutable value.
 */
#define TAUT_TYPE_PROFILE (taut_profile_get_type ())

G_DECLARE_FINAL_TYPE (TautProfile, taut_profile, TAUT, PROFILE, GObject)

typedef enum
{
  TAUT_ANSWER_NONE,       /* not asked, or not answered */
  TAUT_ANSWER_NO,
  TAUT_ANSWER_YES,
} TautAnswer;

#define TAUT_PROFILE_MINUTES_MAX (24 * 60)

/* Days without any session, both included. */
typedef struct
{
  GDate first;
  GDate last;
} TautPause;

/* Nothing is answered, nothing wished. */
TautProfile       *taut_profile_new                 (void);

/* Answers to questions, by the question's id: health questions ("osteoporosis")
 * and questions about warning signs ("head_sudden"). */
TautAnswer         taut_profile_get_answer          (TautProfile       *self,
                                                     const char        *question);
TautProfile       *taut_profile_with_answer         (TautProfile       *self,
                                                     const char        *question,
                                                     TautAnswer         answer);
/* Ids that were answered with yes or no, sorted. (transfer container) */
const char       **taut_profile_list_answers        (TautProfile       *self);

/* The day on which the health questions were gone through; %NULL when they were
 * skipped or not reached: then a plan says so. */
const GDate       *taut_profile_get_screened        (TautProfile       *self);
TautProfile       *taut_profile_with_screened       (TautProfile       *self,
                                                     const GDate       *date);

/* Things at hand, by id, sorted; %NULL when never said: then what every household
 * has is taken for granted. */
const char *const *taut_profile_get_equipment       (TautProfile       *self);
TautProfile       *taut_profile_with_equipment      (TautProfile       *self,
                                                     const char *const *equipment);

/* Minutes a day for care; 0 when never said. */
guint              taut_profile_get_minutes         (TautProfile       *self);
TautProfile       *taut_profile_with_minutes        (TautProfile       *self,
                                                     guint              minutes);

/* Preferred times, minutes after midnight, rising. */
const guint       *taut_profile_get_times           (TautProfile       *self,
                                                     guint             *n_times);
TautProfile       *taut_profile_with_times          (TautProfile       *self,
                                                     const guint       *times,
                                                     guint              n_times);

/* Routines that the person does not want, by id, sorted. */
const char *const *taut_profile_get_refused         (TautProfile       *self);
TautProfile       *taut_profile_with_refused        (TautProfile       *self,
                                                     const char        *routine_id,
                                                     gboolean           refused);

/* By first day, without overlap: pauses that share days become one. */
const TautPause   *taut_profile_get_pauses          (TautProfile       *self,
                                                     guint             *n_pauses);
TautProfile       *taut_profile_with_pauses         (TautProfile       *self,
                                                     const TautPause   *pauses,
                                                     guint              n_pauses);
gboolean           taut_profile_is_paused           (TautProfile       *self,
                                                     const GDate       *date);

JsonObject        *taut_profile_get_unknown         (TautProfile       *self);
TautProfile       *taut_profile_with_unknown        (TautProfile       *self,
                                                     JsonObject        *unknown);

gboolean           taut_profile_equal               (TautProfile       *a,
                                                     TautProfile       *b);

G_END_DECLS
