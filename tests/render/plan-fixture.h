/* plan-fixture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render-fixture.h"
#include "taut-plan-document.h"

G_BEGIN_DECLS

/* A4, two weeks, with everything that there is to include. */
extern const TautPlanOptions plan_standard;

TautPlanOptions   plan_with_variant (TautPlanVariant         variant);

/* Somebody with a mark beside the neck and the first routines of the atlas. */
void              plan_add_client   (Fixture                *fixture,
                                     guint                   n_routines);
TautPlanDocument *plan_new_document (Fixture                *fixture,
                                     const TautPlanOptions  *options);
/* Writes the plan of the fixture and returns its bytes. */
GBytes           *plan_write        (Fixture                *fixture,
                                     const TautPlanOptions  *options,
                                     char                  **path);
/* The same as pdftotext reads it. */
char             *plan_read         (Fixture                *fixture,
                                     const TautPlanOptions  *options,
                                     const char             *how);

/* What a program prints. */
char             *plan_run          (const char *const      *argv);
void              plan_assert_has   (const char             *text,
                                     const char             *words);
guint             plan_count        (const char             *text,
                                     const char             *words);
GDate             plan_make_date    (guint                   day,
                                     guint                   month,
                                     guint                   year);

G_END_DECLS
