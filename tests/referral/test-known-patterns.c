/* test-known-patterns.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the textbooks agree on about the best known patterns, written from
 * knowledge of the classical descriptions and not from the strokes: where the
 * pain is felt for sure, where it may run to, and what it is known to leave out.
 */

#define G_LOG_DOMAIN "test-known-patterns"

#include "config.h"

#include "taut-referral.h"

#include "../shipped-atlas.h"

#define MAX_AREAS 5

/* Parts of a pattern's surface. */
#define FELT_SHARE   0.01    /* from here on an area belongs to the pattern */
#define SPARED_SHARE 0.005   /* up to here a soft edge may run over a border */
#define OTHER_SHARE  0.2     /* from here on the other side belongs to it, too */

typedef struct
{
  const char *point;
  const char *core[MAX_AREAS];      /* essential */
  const char *reach[MAX_AREAS];     /* essential or spillover */
  const char *spared[MAX_AREAS];    /* neither */
  gboolean bilateral;
} KnownPattern;

static const KnownPattern known_patterns[] = {
  /* Head and neck */
  { "trapezius.1", { "neck_side", "ear_behind", "temple" }, { "jaw" },
    { "vertex", "nose", "scapula_medial", "arm_side" } },
  { "trapezius.2", { "neck_back", "ear_behind" }, { NULL }, { "temple", "eyebrow", "jaw" } },
  { "scm.st_mid", { "cheek", "eyebrow" }, { NULL }, { "neck_angle", "suprascapular" } },
  { "scm.st_upper", { "vertex", "occiput" }, { NULL }, { "suprascapular", "shoulder_front" } },
  { "scm.cl_mid", { "forehead" }, { NULL }, { "neck_back", "chin", "vertex" }, TRUE },
  { "scm.cl_upper", { "ear_behind", "ear_deep" }, { NULL }, { "vertex", "neck_angle" } },
  { "suboccipitals.1", { "occiput", "temple" }, { "forehead" }, { "neck_angle", "cheek", "jaw" } },
  { "splenius_capitis.1", { "vertex" }, { NULL }, { "forehead", "cheek", "neck_angle" } },
  { "semispinalis_capitis.upper", { "temple", "forehead" }, { "occiput" }, { "cheek", "neck_angle" } },
  { "occipitalis.1", { "occiput", "eye_behind" }, { NULL }, { "neck_back", "jaw" } },
  { "frontalis.1", { "forehead" }, { NULL }, { "vertex", "occiput", "cheek" } },
  { "masseter.deep", { "tmj", "ear_deep" }, { NULL }, { "forehead", "occiput", "eyebrow" } },
  { "masseter.sup_upper", { "cheek", "teeth_upper_back" }, { NULL }, { "ear_behind", "neck_side" } },
  { "masseter.sup_mid", { "jaw", "teeth_lower_back" }, { NULL }, { "forehead", "ear_behind" } },
  { "temporalis.1", { "eyebrow", "teeth_upper_front" }, { "temple" }, { "occiput", "ear_behind", "jaw" } },
  { "temporalis.4", { "temple" }, { "occiput" }, { "eyebrow", "cheek", "nose" } },
  { "pterygoid_lateral.inf", { "tmj", "cheek" }, { NULL }, { "forehead", "occiput", "neck_side" } },
  { "digastric.ant", { "teeth_lower_front" }, { NULL }, { "temple", "ear_behind", "neck_back" } },
  { "levator_scapulae.lower", { "neck_angle" }, { "scapula_medial", "shoulder_back" },
    { "occiput", "temple", "arm_side" } },

  /* Shoulder and arm */
  { "scalenes.ant", { "chest_front", "arm_side", "thumb" }, { "forearm_radial" },
    { "elbow_lateral", "elbow_crease", "elbow_point", "little_dorsal" } },
  { "scalenes.post", { "scapula_medial" }, { NULL }, { "thumb", "forearm_radial", "temple" } },
  { "trapezius.4", { "scapula_medial" }, { NULL }, { "neck_back", "arm_side" } },
  { "supraspinatus.medial", { "shoulder_side", "elbow_lateral" }, { "arm_side" },
    { "neck_side", "hand_dorsal", "little_dorsal" } },
  { "infraspinatus.1", { "shoulder_front" }, { "arm_front", "forearm_radial", "thumb_base" },
    { "chest_front", "forearm_ulnar", "little_volar" } },
  { "infraspinatus.3", { "scapula_medial" }, { NULL }, { "shoulder_front", "arm_side" } },
  { "teres_minor.1", { "shoulder_back" }, { NULL }, { "arm_front", "elbow_point", "shoulder_front" } },
  { "latissimus_dorsi.1", { "scapula_inferior" }, { "arm_medial", "forearm_ulnar" },
    { "thumb", "elbow_lateral", "shoulder_front" } },
  { "subscapularis.lateral", { "shoulder_back" }, { "arm_back", "wrist_dorsal", "wrist_volar" },
    { "elbow_lateral", "elbow_crease", "thumb", "palm" } },
  { "rhomboids.1", { "scapula_medial" }, { NULL }, { "occiput", "arm_back", "shoulder_front" } },
  { "deltoid.ant", { "shoulder_front" }, { NULL }, { "forearm_radial", "hand_dorsal", "scapula" } },
  { "coracobrachialis.1", { "shoulder_front" }, { "arm_back", "forearm_dorsal", "hand_dorsal" },
    { "elbow_point", "elbow_lateral", "thumb" } },
  { "biceps_brachii.long", { "shoulder_front" }, { "elbow_crease" },
    { "hand_dorsal", "thumb", "arm_back" } },
  { "brachialis.lower", { "thumb_base" }, { NULL }, { "elbow_point", "little_dorsal", "palm" } },
  { "triceps.4", { "elbow_point" }, { NULL }, { "hand_dorsal", "shoulder_back" } },
  { "triceps.5", { "elbow_medial" }, { "ring_volar", "little_volar" }, { "thumb", "elbow_lateral" } },
  { "brachioradialis.1", { "elbow_lateral", "thumb_base" }, { NULL }, { "ring_dorsal", "elbow_medial" } },
  { "ecrb.1", { "hand_dorsal", "wrist_dorsal" }, { NULL }, { "palm", "elbow_lateral", "little_dorsal" } },
  { "extensor_indicis.1", { "wrist_dorsal", "hand_dorsal" }, { NULL },
    { "little_dorsal", "palm", "elbow_lateral" } },
  { "supinator.1", { "elbow_lateral", "thumb_base" }, { NULL }, { "palm", "little_dorsal", "elbow_medial" } },
  { "palmaris_longus.1", { "palm" }, { NULL }, { "middle_volar", "index_volar", "hand_dorsal" } },
  { "fcu.1", { "wrist_ulnar" }, { NULL }, { "thumb", "elbow_lateral" } },
  { "pronator_teres.1", { "wrist_volar" }, { NULL }, { "little_volar", "hand_dorsal" } },
  { "adductor_pollicis.1", { "thumb", "thumb_base" }, { NULL }, { "little_dorsal", "wrist_ulnar" } },
  { "interossei_dorsal_1_hand.1", { "index_dorsal" }, { "hand_dorsal" }, { "forearm_dorsal", "wrist_volar" } },

  /* Trunk */
  { "pectoralis_major.stern_medial", { "sternum" }, { NULL }, { "arm_medial", "neck_side" } },
  { "pectoralis_minor.upper", { "shoulder_front" }, { "arm_medial", "forearm_ulnar" },
    { "thumb", "elbow_lateral", "scapula_medial" } },
  { "serratus_anterior.1", { "chest_side", "scapula_inferior" }, { NULL }, { "neck_side", "thumb" } },
  { "serratus_post_sup.1", { "scapula", "little_dorsal" }, { "forearm_ulnar" }, { "thumb", "index_dorsal" } },
  { "rectus_abdominis.upper", { "midback" }, { NULL }, { "buttock_mid", "thigh_front" }, TRUE },
  { "rectus_abdominis.lower", { "lumbar", "sacrum" }, { NULL }, { "interscapular", "thigh_back" }, TRUE },
  { "quadratus_lumborum.1", { "iliac_crest" }, { "groin" }, { "buttock_lower", "calf" } },
  { "quadratus_lumborum.3", { "si_joint" }, { NULL }, { "groin", "hip_lateral" } },
  { "iliopsoas.psoas", { "lumbar" }, { NULL }, { "thigh_back", "calf", "hip_lateral" } },

  /* Hip, leg and foot */
  { "gluteus_medius.1", { "iliac_crest", "sacrum" }, { NULL }, { "calf", "thigh_front", "groin" } },
  { "gluteus_minimus.ant", { "buttock_lower", "thigh_lateral" }, { "ankle_lateral" },
    { "thigh_front", "heel", "lumbar" } },
  { "gluteus_minimus.post", { "buttock_mid", "thigh_back" }, { "calf" },
    { "thigh_front", "heel", "lumbar" } },
  { "piriformis.medial", { "si_joint" }, { "thigh_back" }, { "calf", "lumbar", "groin" } },
  { "tfl.1", { "hip_lateral" }, { "thigh_lateral" }, { "sacrum", "calf", "groin" } },
  { "rectus_femoris.1", { "knee_front" }, { NULL }, { "knee_back", "leg_front", "groin" } },
  { "vastus_medialis.1", { "knee_front" }, { NULL }, { "knee_lateral", "knee_back", "groin" } },
  { "biceps_femoris.1", { "knee_back" }, { NULL }, { "heel", "knee_front", "lumbar" } },
  { "semitendinosus_membranosus.1", { "buttock_lower" }, { "thigh_back" }, { "knee_front", "sacrum" } },
  { "adductor_longus_brevis.dist", { "knee_medial" }, { NULL }, { "calf", "buttock_lower" } },
  { "gastrocnemius.1", { "arch" }, { "calf" }, { "great_toe_dorsal", "knee_front", "heel" } },
  { "soleus.1", { "heel" }, { NULL }, { "great_toe_plantar", "met_heads", "knee_back" } },
  { "soleus.3", { "si_joint" }, { NULL }, { "heel", "calf", "buttock_lower" } },
  { "tibialis_anterior.1", { "great_toe_dorsal", "ankle_front" }, { NULL },
    { "lesser_toes_dorsal", "calf", "heel" } },
  { "tibialis_posterior.1", { "ankle_back" }, { "calf" }, { "knee_front", "great_toe_dorsal" } },
  { "fibularis_longus.1", { "ankle_lateral" }, { NULL }, { "sole_mid", "great_toe_dorsal", "ankle_medial" } },
  { "edl.1", { "foot_dorsal" }, { NULL }, { "heel", "sole_mid", "calf" } },
  { "fhl.1", { "great_toe_plantar" }, { NULL }, { "heel", "calf", "lesser_toes_dorsal" } },
  { "abductor_hallucis.1", { "heel" }, { NULL }, { "lesser_toes_plantar", "ankle_lateral" } },
  { "quadratus_plantae.1", { "heel" }, { NULL }, { "met_heads", "ankle_back", "great_toe_plantar" } },
};

static TautSkin *skin;
static TautAtlas *atlas;

/* The part of a zone's surface, mm2, that lies in an area of one side, or on a
 * whole side where @area is %NULL. */
static double
measure (const TautReferral *referral,
         TautZoneKind        kind,
         const TautArea     *area,
         TautSide            side)
{
  const TautCellSet *cells = referral->cells[kind];
  double sum = 0;

  for (guint i = 0; i < cells->n_cells; i++)
    {
      const TautSkinCell *cell = taut_skin_get_cell (skin, cells->cells[i]);

      if (cell->side == side
          && (area == NULL || taut_atlas_get_area_of_cell (atlas, cells->cells[i]) == area))
        sum += cell->area * cells->weights[i];
    }

  return sum;
}

static double
measure_whole (const TautReferral *referral,
               TautZoneKind        kind)
{
  return measure (referral, kind, NULL, TAUT_SIDE_LEFT) + measure (referral, kind, NULL, TAUT_SIDE_RIGHT);
}

/* The part of a zone that lies in an area; areas inside the body lie over
 * others and are looked up. */
static double
find_share (const TautReferral *referral,
            TautZoneKind        kind,
            const char         *id,
            TautSide            side)
{
  const TautArea *area = taut_atlas_find_area (atlas, id);
  double whole = measure_whole (referral, kind);

  if (area == NULL)
    g_error ("no area %s", id);
  if (area->kind == TAUT_AREA_SURFACE)
    return whole > 0 ? measure (referral, kind, area, side) / whole : 0;

  for (guint i = 0; i < referral->shares[kind]->len; i++)
    {
      const TautAreaShare *share = &g_array_index (referral->shares[kind], TautAreaShare, i);

      if (share->area == area && share->side == side)
        return share->share;
    }

  return 0;
}

static double
find_larger_share (const TautReferral *referral,
                   const char         *id,
                   TautSide            side)
{
  return MAX (find_share (referral, TAUT_ZONE_ESSENTIAL, id, side),
              find_share (referral, TAUT_ZONE_SPILLOVER, id, side));
}

static void
check_other_side (const KnownPattern *pattern,
                  const TautReferral *referral)
{
  TautSide other = taut_side_get_opposite (referral->side);
  double essential = measure (referral, TAUT_ZONE_ESSENTIAL, NULL, other)
                     / measure_whole (referral, TAUT_ZONE_ESSENTIAL);

  if (pattern->bilateral)
    g_assert_cmpfloat (essential, >=, OTHER_SHARE);
  else
    {
      g_assert_cmpfloat (essential, <=, SPARED_SHARE);
      g_assert_cmpfloat (measure (referral, TAUT_ZONE_SPILLOVER, NULL, other), <=,
                         SPARED_SHARE * measure_whole (referral, TAUT_ZONE_SPILLOVER));
    }
}

static void
check_pattern (const KnownPattern *pattern,
               TautSide            side)
{
  const TautPoint *point = taut_atlas_find_point (atlas, pattern->point);
  g_autoptr (TautReferral) referral = NULL;

  if (point == NULL)
    {
      g_test_fail_printf ("no point %s", pattern->point);
      return;
    }

  referral = taut_referral_new (atlas, point, side);
  for (guint i = 0; i < MAX_AREAS && pattern->core[i] != NULL; i++)
    if (find_share (referral, TAUT_ZONE_ESSENTIAL, pattern->core[i], side) < FELT_SHARE)
      g_test_fail_printf ("%s is not felt for sure in %s", pattern->point, pattern->core[i]);
  for (guint i = 0; i < MAX_AREAS && pattern->reach[i] != NULL; i++)
    if (find_larger_share (referral, pattern->reach[i], side) < FELT_SHARE)
      g_test_fail_printf ("%s does not run to %s", pattern->point, pattern->reach[i]);
  for (guint i = 0; i < MAX_AREAS && pattern->spared[i] != NULL; i++)
    if (find_larger_share (referral, pattern->spared[i], side) > SPARED_SHARE)
      g_test_fail_printf ("%s does not spare %s: %.3f of it lies there", pattern->point,
                          pattern->spared[i], find_larger_share (referral, pattern->spared[i], side));
  check_other_side (pattern, referral);
}

static void
test_pattern (gconstpointer data)
{
  check_pattern (data, TAUT_SIDE_LEFT);
  check_pattern (data, TAUT_SIDE_RIGHT);
}

/* Pain at the right border of the belly's muscle, the spot of the appendix, is
 * described on that side alone. */
static void
test_right_lower_belly (void)
{
  const TautPoint *point = taut_atlas_find_point (atlas, "rectus_abdominis.mcburney");
  g_autoptr (TautReferral) right = NULL;
  g_autoptr (TautReferral) left = NULL;

  g_assert_nonnull (point);
  right = taut_referral_new (atlas, point, TAUT_SIDE_RIGHT);
  left = taut_referral_new (atlas, point, TAUT_SIDE_LEFT);
  g_assert_cmpfloat (find_share (right, TAUT_ZONE_ESSENTIAL, "abdomen_rlq", TAUT_SIDE_RIGHT), >, FELT_SHARE);
  g_assert_cmpfloat (find_share (left, TAUT_ZONE_ESSENTIAL, "abdomen_rlq", TAUT_SIDE_LEFT), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int result = 0;

  g_test_init (&argc, &argv, NULL);
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);

  for (guint i = 0; i < G_N_ELEMENTS (known_patterns); i++)
    {
      g_autofree char *path = g_strconcat ("/referral/known-patterns/", known_patterns[i].point, NULL);

      g_test_add_data_func (path, &known_patterns[i], test_pattern);
    }
  g_test_add_func ("/referral/known-patterns/right-lower-belly", test_right_lower_belly);

  result = g_test_run ();
  g_object_unref (atlas);
  taut_skin_unref (skin);
  return result;
}
