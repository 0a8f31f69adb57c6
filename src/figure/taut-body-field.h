/* taut-body-field.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-figure.h"

G_BEGIN_DECLS

/**
 * TautBodyField:
 *
 * The distance fields of the parts of a body in one space, each made of one
 * lattice or of several: a coarse one for the whole part and finer ones for
 * hand, foot or head. Where lattices of a part overlap, the one added last
 * counts.
 */
typedef struct _TautBodyField TautBodyField;

TautBodyField *taut_body_field_new          (void);
void           taut_body_field_free         (TautBodyField       *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautBodyField, taut_body_field_free)

/* The lattice must live as long as the field. */
void           taut_body_field_add          (TautBodyField       *field,
                                             TautPart             part,
                                             const TautLattice   *lattice);
/* The field frees the lattice. */
void           taut_body_field_take         (TautBodyField       *field,
                                             TautPart             part,
                                             TautLattice         *lattice);

/* The box around all lattices. */
TautBox        taut_body_field_get_box      (const TautBodyField *field);

double         taut_body_field_get_part     (const TautBodyField *field,
                                             TautPart             part,
                                             TautVector           at);
/* The union of all parts; @part tells whose skin is nearest. */
double         taut_body_field_get          (const TautBodyField *field,
                                             TautVector           at,
                                             TautPart            *part);
TautVector     taut_body_field_get_gradient (const TautBodyField *field,
                                             TautVector           at);
TautVector     taut_body_field_get_part_gradient
                                            (const TautBodyField *field,
                                             TautPart             part,
                                             TautVector           at);

/**
 * taut_body_field_snap:
 * @field: a field
 * @part: the part on whose skin the place shall lie
 * @at: a place near it
 * @reach: how far it may be moved
 *
 * Returns: the place moved along the gradient on to the skin; @at itself when
 *   there is no skin within reach
 */
TautVector     taut_body_field_snap         (const TautBodyField *field,
                                             TautPart             part,
                                             TautVector           at,
                                             double               reach);

G_END_DECLS
