/* render-fixture.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-chart-painter.h"

G_BEGIN_DECLS

/**
 * Fixture:
 *
 * The real body with a small atlas of its own: trapezius.1, quadratus_lumborum.1,
 * gastrocnemius.1 and .2 (not pain), thirteen routines.
 */
typedef struct
{
  TautAtlas *atlas;
  GPtrArray *painters;
  TautRecord *record;
  GDateTime *now;
  char *folder;
} Fixture;

void              fixture_init         (Fixture          *fixture);
void              fixture_clear        (Fixture          *fixture);

TautChartPainter *fixture_get_painter  (Fixture          *fixture,
                                        const char       *view);
TautMark         *fixture_new_mark     (Fixture          *fixture,
                                        const char       *point,
                                        TautSide          side,
                                        guint             intensity);
void              fixture_add_mark     (Fixture          *fixture,
                                        const char       *point,
                                        TautSide          side,
                                        guint             intensity);
/* The first @n_routines of the atlas, from Monday 23 November 2026 on. */
void              fixture_add_routines (Fixture          *fixture,
                                        guint             n_routines);

/* Path of a file in a folder that goes with the fixture. */
char             *fixture_get_path     (Fixture          *fixture,
                                        const char       *name);
GBytes           *fixture_read         (const char       *path);
gboolean          fixture_has          (GBytes           *bytes,
                                        const char       *text);
guint             fixture_count        (GBytes           *bytes,
                                        const char       *text);

/* What pdftotext makes of a PDF. */
char             *fixture_read_pdf     (const char       *path,
                                        const char       *option);

G_END_DECLS
