/* taut-figure-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-figure.h"
#include "taut-transform.h"

G_BEGIN_DECLS

#define TAUT_MAX_BINDINGS 4
#define TAUT_NO_INDEX -1

/* How the shoulder's breadth, a build parameter, moves what hangs on a joint. */
typedef enum
{
  TAUT_BREADTH_NONE,
  TAUT_BREADTH_STRETCH,
  TAUT_BREADTH_SHIFT,
} TautBreadth;

/* Sections of the spine whose bend is shared by their joints. */
typedef enum
{
  TAUT_BEND_LUMBAR,
  TAUT_BEND_THORAX,
  TAUT_BEND_NECK,
  TAUT_BEND_HEAD,
} TautBend;

#define TAUT_N_BENDS 4

/* Joints that the posing code itself must know. */
typedef enum
{
  TAUT_ROLE_PELVIS,
  TAUT_ROLE_CLAVICLE,
  TAUT_ROLE_HUMERUS,
  TAUT_ROLE_FOREARM,
  TAUT_ROLE_HAND,
  TAUT_ROLE_FEMUR,
  TAUT_ROLE_TIBIA,
  TAUT_ROLE_FOOT,
  TAUT_ROLE_TOES,
} TautRole;

#define TAUT_N_ROLES 9

/**
 * TautJoint:
 * @at: its place at rest; for a sided joint that on the left
 * @parent: index of the joint that carries it
 * @bend: section of the spine, or %TAUT_NO_INDEX
 * @spine: height at which it alone carries the trunk's skin; NAN if it does not
 * @between: joints whose rotations a helper mixes, or %TAUT_NO_INDEX
 * @part: how far the helper turns from the first to the second
 * @twist: share of the forearm's twist that it takes, or 0
 * @curl: share of the fingers' curl that it takes, or 0
 */
typedef struct
{
  char *id;
  gboolean sided;
  TautVector at;
  int parent;
  int bend;
  double spine;
  int between[2];
  double part;
  double twist;
  double curl;
  TautVector axis;
  TautBreadth breadth;
} TautJoint;

/* Joints that carry a point; unused weights are 0. */
typedef struct
{
  guint joint[TAUT_MAX_BINDINGS];
  double weight[TAUT_MAX_BINDINGS];
  guint n;
} TautBinding;

typedef struct
{
  TautVector at;
  double radius;
  int girth;
  int breadth;
  TautBinding binding;
} TautStrandPoint;

typedef enum
{
  TAUT_OPERATION_LOFT,
  TAUT_OPERATION_STRAND,
  TAUT_OPERATION_ELLIPSOID,
  TAUT_OPERATION_PLANE,
  TAUT_OPERATION_BLUR,
} TautOperationKind;

/**
 * TautOperation:
 * @middle: made once; otherwise once for each half of the body
 * @hollow: takes away instead of adding
 * @blend: distance over which it melts into what is there
 * @girth: index of the build factor of its radii, or %TAUT_NO_INDEX
 * @breadth: index of the build factor of its x, or %TAUT_NO_INDEX
 *
 * One step in the making of a part. @at is an ellipsoid's centre or a point of
 * a plane, @size its radii or the plane's outward normal. @to is the lower end
 * of a loft, or how far around its point a plane cuts. @sink is how much thinner
 * a loft is at its lower end.
 */
typedef struct
{
  TautOperationKind kind;
  gboolean middle;
  gboolean hollow;
  double blend;
  int girth;
  int breadth;
  guint table;
  guint joint;
  double from;
  double to;
  double sink;
  TautVector at;
  TautVector size;
  TautMatrix turn;
  TautStrandPoint *points;
  guint n_points;
} TautOperation;

#define TAUT_TABLE_COLUMNS 6

typedef enum
{
  TAUT_COLUMN_Y,
  TAUT_COLUMN_INNER,
  TAUT_COLUMN_OUTER,
  TAUT_COLUMN_BACK,
  TAUT_COLUMN_FRONT,
  TAUT_COLUMN_EXPONENT,
} TautColumn;

/* Cross-sections along y. In a symmetric table inner is -outer. */
typedef struct
{
  char *id;
  gboolean symmetric;
  double smooth;
  double (*rows)[TAUT_TABLE_COLUMNS];
  guint n_rows;
} TautTable;

typedef enum
{
  TAUT_MEASURE_WIDTH,
  TAUT_MEASURE_DEPTH,
  TAUT_MEASURE_GIRTH,
  TAUT_MEASURE_OUTER,
  TAUT_MEASURE_FRONT,
} TautMeasure;

/* What build factors do to a table. Width, depth and girth are scaled by
 * 1 + sum of gain * (factor - 1), outer and front are moved by that sum. */
typedef struct
{
  guint table;
  TautMeasure measure;
  double *y;
  double *gains;
  guint n_stations;
} TautShaping;

typedef struct
{
  char *id;
  double *factors;
} TautBuild;

typedef struct
{
  gboolean has_upper;
  TautVector upper;
  TautVector lower;
  gboolean has_reach;
  TautVector reach;
  int reference;
  gboolean has_pole;
  TautVector pole;
  double clavicle[2];
  gboolean has_forward;
  TautVector forward;
  gboolean has_facing;
  TautVector facing;
  double toe_bend;
} TautLimbPose;

typedef struct
{
  char *id;
  gboolean has_at;
  TautVector at;
  double lean;
  double bends[TAUT_N_BENDS][3];
  double curl[TAUT_N_SIDES];
  TautLimbPose arms[TAUT_N_SIDES];
  TautLimbPose legs[TAUT_N_SIDES];
} TautPose;

/* Lists of operations: both arms and both legs share one. */
typedef enum
{
  TAUT_BLUEPRINT_TORSO,
  TAUT_BLUEPRINT_HEAD,
  TAUT_BLUEPRINT_ARM,
  TAUT_BLUEPRINT_LEG,
} TautBlueprint;

#define TAUT_N_BLUEPRINTS 4

struct _TautFigure
{
  int ref_count;
  GArray *joints;
  guint roles[TAUT_N_ROLES];
  char **factors;
  guint n_factors;
  guint shoulder;
  GArray *tables;
  GArray *shapings;
  GArray *blueprints[TAUT_N_BLUEPRINTS];
  GArray *builds;
  GArray *poses;
};

int          taut_figure_find_joint  (TautFigure         *figure,
                                      const char         *id);
int          taut_figure_find_factor (TautFigure         *figure,
                                      const char         *id);
int          taut_figure_find_table  (TautFigure         *figure,
                                      const char         *id);
TautBuild   *taut_figure_find_build  (TautFigure         *figure,
                                      const char         *id,
                                      GError            **error);
TautPose    *taut_figure_find_pose   (TautFigure         *figure,
                                      const char         *id,
                                      GError            **error);
TautBinding  taut_figure_bind_spine  (TautFigure         *figure,
                                      double              y);

/* The loaders of the single files. */
gboolean     taut_skeleton_load      (TautFigure         *figure,
                                      GFile              *file,
                                      GError            **error);
gboolean     taut_body_load          (TautFigure         *figure,
                                      GFile              *file,
                                      GError            **error);
gboolean     taut_builds_load        (TautFigure         *figure,
                                      GFile              *file,
                                      GError            **error);
gboolean     taut_poses_load         (TautFigure         *figure,
                                      GFile              *file,
                                      GError            **error);

static inline TautJoint *
taut_figure_get_joint (TautFigure *figure,
                       guint       joint)
{
  return &g_array_index (figure->joints, TautJoint, joint);
}

G_END_DECLS
