/* test-rig.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "test-rig"

#include "config.h"

#include "taut-figure.h"

static const char *const test_poses[] = {
  "seated-neck-stretch", "doorway-chest-stretch", "figure-four-stretch", "calf-stretch",
  "ball-between-shoulder-blades", "cat", "camel",
};

static TautFigure *figure;

static TautRig *
new_rig (const char *pose,
         double      yaw)
{
  g_autoptr (GError) error = NULL;
  TautRig *rig = taut_rig_new (figure, "neutral", pose, yaw, 0, &error);

  g_assert_no_error (error);
  return rig;
}

static guint
find (TautRig    *rig,
      const char *name)
{
  guint bone = 0;

  g_assert_true (taut_rig_find_bone (rig, name, &bone));
  return bone;
}

static double
distance (TautVector a,
          TautVector b)
{
  return taut_vector_length (taut_vector_subtract (a, b));
}

static void
test_bones (void)
{
  g_autoptr (TautRig) rig = new_rig ("rest", 0);
  guint bone;

  g_assert_cmpuint (taut_rig_get_n_bones (rig), >, 50);
  for (guint i = 0; i < taut_rig_get_n_bones (rig); i++)
    g_assert_cmpuint (find (rig, taut_rig_get_bone_name (rig, i)), ==, i);
  g_assert_true (taut_rig_find_bone (rig, "head", &bone));
  g_assert_true (taut_rig_find_bone (rig, "humerus.left", &bone));
  g_assert_false (taut_rig_find_bone (rig, "humerus", &bone));
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (taut_rig_new (figure, "giant", "rest", 0, 0, &error));
  g_assert_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (taut_rig_new (figure, "neutral", "flying", 0, 0, &error));
  g_assert_error (error, TAUT_FIGURE_ERROR, TAUT_FIGURE_ERROR_UNKNOWN);
}

static void
test_rest_is_identity (void)
{
  g_autoptr (TautRig) rig = new_rig ("rest", 0);
  TautVector at = { 31, 420, -17 };

  for (guint i = 0; i < taut_rig_get_n_bones (rig); i++)
    g_assert_cmpfloat (distance (taut_rig_carry (rig, i, at), at), <, 1e-9);
}

static void
test_carry_and_back (void)
{
  for (guint p = 0; p < G_N_ELEMENTS (test_poses); p++)
    {
      g_autoptr (TautRig) rig = new_rig (test_poses[p], 33);
      TautVector at = { -55, 512, 24 };

      for (guint i = 0; i < taut_rig_get_n_bones (rig); i++)
        g_assert_cmpfloat (distance (taut_rig_uncarry (rig, i, taut_rig_carry (rig, i, at)), at),
                           <, 1e-6);
    }
}

/* Wrists and ankles as the data ask for them, in a camera without turns. */
static void
test_reach (void)
{
  static const struct
  {
    const char *pose;
    const char *bone;
    TautVector rest;
    TautVector target;
  } cases[] = {
    { "calf-stretch", "foot.left", { 61.5, 952, -8 }, { 58, 952, 165 } },
    { "calf-stretch", "foot.right", { -61.5, 952, -8 }, { -55, 952, -162 } },
    { "calf-stretch", "hand.left", { 184.5, 524, -5 }, { 88, 262, 385 } },
    { "calf-stretch", "hand.right", { -184.5, 524, -5 }, { -88, 262, 385 } },
    { "cat", "foot.left", { 61.5, 952, -8 }, { 58, 976, -250 } },
    { "doorway-chest-stretch", "foot.right", { -61.5, 952, -8 }, { -66, 952, 130 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TautRig) rig = new_rig (cases[i].pose, 0);
      TautVector at = taut_rig_carry (rig, find (rig, cases[i].bone), cases[i].rest);

      g_test_message ("%s %s misses by %.2f", cases[i].pose, cases[i].bone,
                      distance (at, cases[i].target));
      g_assert_cmpfloat (distance (at, cases[i].target), <, 3);
    }
}

static void
test_side_camera (void)
{
  g_autoptr (TautRig) rig = new_rig ("rest", -90);
  TautVector face = taut_rig_carry (rig, find (rig, "head"), (TautVector) { 0, 80, 70 });

  g_assert_cmpfloat_with_epsilon (face.x, -70, 1e-9);
  g_assert_cmpfloat_with_epsilon (face.y, 80, 1e-9);
}

static void
assert_mirrored (const TautLattice *a,
                 const TautLattice *b)
{
  int n = a->size[0];

  g_assert_cmpint (n, ==, b->size[0]);
  g_assert_cmpint (a->size[1], ==, b->size[1]);
  g_assert_cmpint (a->size[2], ==, b->size[2]);
  g_assert_cmpint (a->origin[0], ==, -(b->origin[0] + n - 1));
  g_assert_cmpint (a->origin[1], ==, b->origin[1]);
  g_assert_cmpint (a->origin[2], ==, b->origin[2]);
  for (int y = 0; y < a->size[1]; y++)
    for (int x = 0; x < n; x++)
      g_assert_cmpmem (a->values + taut_lattice_index (a, x, y, 0),
                       a->size[2] * sizeof *a->values,
                       b->values + taut_lattice_index (b, n - 1 - x, y, 0),
                       a->size[2] * sizeof *a->values);
}

static void
test_symmetry (void)
{
  static const TautPart pairs[][2] = {
    { TAUT_PART_TORSO, TAUT_PART_TORSO },
    { TAUT_PART_HEAD, TAUT_PART_HEAD },
    { TAUT_PART_ARM_LEFT, TAUT_PART_ARM_RIGHT },
    { TAUT_PART_LEG_LEFT, TAUT_PART_LEG_RIGHT },
  };
  g_autoptr (TautRig) rig = new_rig ("rest", 180);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (TautLattice) left = taut_rig_sample (rig, pairs[i][0], 4, NULL);
      g_autoptr (TautLattice) right = taut_rig_sample (rig, pairs[i][1], 4, NULL);

      assert_mirrored (left, right);
    }
}

/* A pose that is not symmetric as a whole takes the other way through the code;
 * its two sides must still be images of each other where the limbs are. */
static void
test_symmetry_of_limbs (void)
{
  g_autoptr (TautRig) posed = new_rig ("doorway-chest-stretch", 0);
  g_autoptr (TautRig) rest = new_rig ("rest", 0);
  g_autoptr (TautLattice) arm = taut_rig_sample (posed, TAUT_PART_LEG_RIGHT, 3, NULL);
  guint tibia = find (posed, "tibia.right");
  g_autoptr (TautLattice) still = taut_rig_sample (rest, TAUT_PART_LEG_RIGHT, 3, NULL);

  for (double y = 760; y < 900; y += 10)
    for (double x = -95; x < -30; x += 7)
      for (double z = -40; z < 30; z += 7)
        {
          TautVector at = { x, y, z };
          double there = taut_lattice_get (arm, taut_rig_carry (posed, tibia, at));
          double here = taut_lattice_get (still, at);

          if (fabs (here) < 8)
            g_assert_cmpfloat (fabs (there - here), <, 0.8);
        }
}

static void
test_origin (void)
{
  g_autoptr (TautRig) rig = new_rig ("rest", 0);
  g_autoptr (TautLattice) whole = taut_rig_sample (rig, TAUT_PART_HEAD, 2, NULL);
  TautBox clip = { { -30, 40, 0 }, { 30, 90, 100 } };
  g_autoptr (TautLattice) piece = taut_rig_sample (rig, TAUT_PART_HEAD, 2, &clip);
  TautVector at = { 0, 64, 40 };

  g_assert_cmpint (piece->size[1], <, whole->size[1]);
  g_assert_cmpfloat_with_epsilon (taut_lattice_get (whole, at), taut_lattice_get (piece, at), 0.05);
  g_assert_cmpfloat (taut_lattice_get (whole, (TautVector) { 0, 60, 0 }), <, -10);
  g_assert_cmpfloat (taut_lattice_get (whole, (TautVector) { 900, 60, 0 }), >, 100);
  at = (TautVector) { 0, 20, 50 };
  g_assert_cmpfloat (taut_vector_length (taut_lattice_gradient (whole, at)), >, 0.5);
}

/* Skin that is carried */

typedef struct
{
  TautVector at;
  TautSkinWeights weights;
  TautPart part;
  guint segment;
} Sample;

/* Which segment a sample counts for, in the printed table. */
static const char *const segments[] = {
  "head", "neck", "trunk", "upper arm", "forearm", "hand", "thigh", "leg", "foot",
};

static guint
segment_of (TautPart   part,
            TautVector at)
{
  switch (part)
    {
    case TAUT_PART_HEAD:
      return 0;
    case TAUT_PART_TORSO:
      return at.y < 150 ? 1 : 2;
    case TAUT_PART_ARM_LEFT:
    case TAUT_PART_ARM_RIGHT:
      return at.y < 378 ? 3 : at.y < 524 ? 4 : 5;
    case TAUT_PART_LEG_LEFT:
    case TAUT_PART_LEG_RIGHT:
    default:
      return at.y < 722 ? 6 : at.y < 950 ? 7 : 8;
    }
}

static double
nearest (TautLattice *lattices[TAUT_N_PARTS],
         TautVector   at)
{
  double least = G_MAXDOUBLE;

  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    least = MIN (least, taut_lattice_get (lattices[part], at));
  return least;
}

/* Places where the part's surface is the body's own, spread evenly. */
static GArray *
collect_skin (TautRig     *rig,
              TautLattice *lattices[TAUT_N_PARTS])
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (Sample));

  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    {
      const TautLattice *lattice = lattices[part];
      guint count = 0;

      for (int y = 0; y < lattice->size[1]; y++)
        for (int x = 0; x < lattice->size[0]; x++)
          for (int z = 1; z < lattice->size[2]; z++)
            {
              gsize i = taut_lattice_index (lattice, x, y, z);
              float a = lattice->values[i - 1], b = lattice->values[i];
              Sample sample;

              if ((a < 0) == (b < 0) || count++ % 41 != 0)
                continue;
              sample.at = (TautVector) { (lattice->origin[0] + x) * lattice->step,
                                         (lattice->origin[1] + y) * lattice->step,
                                         (lattice->origin[2] + z - b / (b - a)) * lattice->step };
              if (nearest (lattices, sample.at) < -0.5)
                continue;
              taut_rig_weigh (rig, part, sample.at, &sample.weights);
              sample.part = part;
              sample.segment = segment_of (part, sample.at);
              g_array_append_val (samples, sample);
            }
    }

  return samples;
}

static void
test_weights (void)
{
  g_autoptr (TautRig) rig = new_rig ("rest", 0);
  guint tibia = find (rig, "tibia.right"), head = find (rig, "head");
  TautSkinWeights weights;

  taut_rig_weigh (rig, TAUT_PART_LEG_RIGHT, (TautVector) { -62, 860, 16 }, &weights);
  g_assert_cmpuint (weights.bone[0], ==, tibia);
  g_assert_cmpfloat (weights.weight[0], >, 0.9);
  taut_rig_weigh (rig, TAUT_PART_HEAD, (TautVector) { 0, 10, 40 }, &weights);
  g_assert_cmpuint (weights.bone[0], ==, head);
  g_assert_cmpfloat_with_epsilon (weights.weight[0], 1, 1e-5);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
percentile (GArray *values,
            double  share)
{
  if (values->len == 0)
    return 0;

  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) (share * (values->len - 1)));
}

static void
sample_all (TautRig      *rig,
            double        step,
            TautLattice **lattices)
{
  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    lattices[part] = taut_rig_sample (rig, part, step, NULL);
}

static void
free_all (TautLattice **lattices)
{
  for (TautPart part = 0; part < TAUT_N_PARTS; part++)
    g_clear_pointer (&lattices[part], taut_lattice_free);
}

/* Along the gradient on to the skin, as whoever draws on posed skin does. */
static TautVector
settle (const TautLattice *lattice,
        TautVector         at)
{
  for (guint i = 0; i < 12; i++)
    {
      TautVector slope = taut_lattice_gradient (lattice, at);
      double square = taut_vector_dot (slope, slope);
      double value = taut_lattice_get (lattice, at);

      if (fabs (value) < 0.05 || square < 1e-3)
        break;
      at = taut_vector_subtract (at, taut_vector_scale (slope, CLAMP (value, -5, 5) / square));
    }

  return at;
}

typedef struct
{
  GArray *raw;
  GArray *settled;
  guint folded;
} Offs;

/* Skin that is carried this far into the body lies in a fold. */
#define FOLD_DEPTH 6

static void
measure_pose (const char *pose,
              GArray     *samples,
              Offs       *offs)
{
  g_autoptr (TautRig) rig = new_rig (pose, 0);
  TautLattice *lattices[TAUT_N_PARTS];

  sample_all (rig, 3, lattices);
  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = &g_array_index (samples, Sample, i);
      TautVector at = taut_rig_carry_weighted (rig, &sample->weights, sample->at);
      double raw = taut_lattice_get (lattices[sample->part], at);
      double settled = fabs (taut_lattice_get (lattices[sample->part],
                                               settle (lattices[sample->part], at)));

      offs[sample->segment].folded += raw < -FOLD_DEPTH;
      raw = fabs (raw);
      g_array_append_val (offs[sample->segment].raw, raw);
      g_array_append_val (offs[sample->segment].settled, settled);
    }
  free_all (lattices);
}

static void
print_offs (const char *name,
            const Offs *offs)
{
  g_test_message ("%-9s %6u  off the skin: median %.2f  80th %.2f  90th %.2f  95th %.2f"
                  "  in folds %4.1f %%  settled 95th %.2f", name, offs->raw->len,
                  percentile (offs->raw, 0.5), percentile (offs->raw, 0.8),
                  percentile (offs->raw, 0.9), percentile (offs->raw, 0.95),
                  100.0 * offs->folded / MAX (offs->raw->len, 1),
                  percentile (offs->settled, 0.95));
}

static void
test_posed_skin (void)
{
  g_autoptr (TautRig) rest = new_rig ("rest", 0);
  TautLattice *lattices[TAUT_N_PARTS];
  g_autoptr (GArray) samples = NULL;
  Offs offs[G_N_ELEMENTS (segments)];
  Offs all = { g_array_new (FALSE, FALSE, sizeof (double)),
               g_array_new (FALSE, FALSE, sizeof (double)), 0 };

  sample_all (rest, 3, lattices);
  samples = collect_skin (rest, lattices);
  free_all (lattices);
  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = &g_array_index (samples, Sample, i);
      double sum = 0;

      for (guint b = 0; b < TAUT_MAX_BONES; b++)
        sum += sample->weights.weight[b];
      g_assert_cmpfloat_with_epsilon (sum, 1, 1e-5);
    }

  for (guint i = 0; i < G_N_ELEMENTS (segments); i++)
    offs[i] = (Offs) { g_array_new (FALSE, FALSE, sizeof (double)),
                       g_array_new (FALSE, FALSE, sizeof (double)), 0 };
  for (guint p = 0; p < G_N_ELEMENTS (test_poses); p++)
    measure_pose (test_poses[p], samples, offs);

  for (guint i = 0; i < G_N_ELEMENTS (segments); i++)
    {
      print_offs (segments[i], &offs[i]);
      all.folded += offs[i].folded;
      g_array_append_vals (all.raw, offs[i].raw->data, offs[i].raw->len);
      g_array_append_vals (all.settled, offs[i].settled->data, offs[i].settled->len);
      g_array_unref (offs[i].raw);
      g_array_unref (offs[i].settled);
    }
  print_offs ("all", &all);
  g_assert_cmpfloat (percentile (all.raw, 0.5), <, 0.5);
  g_assert_cmpfloat (percentile (all.raw, 0.8), <, 2);
  g_assert_cmpfloat (percentile (all.settled, 0.95), <, 2);
  g_array_unref (all.raw);
  g_array_unref (all.settled);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "..", "resources", "figure", NULL);
  folder = g_file_new_for_path (path);
  figure = taut_figure_load (folder, &error);
  g_assert_no_error (error);

  g_test_add_func ("/figure/rig/bones", test_bones);
  g_test_add_func ("/figure/rig/unknown", test_unknown);
  g_test_add_func ("/figure/rig/rest-is-identity", test_rest_is_identity);
  g_test_add_func ("/figure/rig/carry-and-back", test_carry_and_back);
  g_test_add_func ("/figure/rig/reach", test_reach);
  g_test_add_func ("/figure/rig/side-camera", test_side_camera);
  g_test_add_func ("/figure/rig/symmetry", test_symmetry);
  g_test_add_func ("/figure/rig/symmetry-of-limbs", test_symmetry_of_limbs);
  g_test_add_func ("/figure/rig/origin", test_origin);
  g_test_add_func ("/figure/rig/weights", test_weights);
  g_test_add_func ("/figure/rig/posed-skin", test_posed_skin);
  result = g_test_run ();

  taut_figure_unref (figure);
  return result;
}
