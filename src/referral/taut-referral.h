/* taut-referral.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"

G_BEGIN_DECLS

/**
 * TautAreaShare:
 * @share: part of the zone's surface that lies in the area, 0 to 1; for an
 *   overlay area the part that its own strokes share with the zone
 */
typedef struct
{
  const TautArea *area;
  TautSide side;
  double share;
} TautAreaShare;

/**
 * TautReferral:
 * @cells: per kind of zone, the cells it covers
 * @shares: per kind of zone, (element-type TautAreaShare): listed areas that the
 *   zone touches, largest share first
 *
 * Where one point on one side of the body is said to refer.
 */
typedef struct
{
  const TautPoint *point;
  TautSide side;
  TautCellSet *cells[TAUT_N_ZONES];
  GArray *shares[TAUT_N_ZONES];
} TautReferral;

TautReferral *taut_referral_new  (TautAtlas        *atlas,
                                  const TautPoint  *point,
                                  TautSide          side);
void          taut_referral_free (TautReferral     *referral);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautReferral, taut_referral_free)

G_END_DECLS
