/* taut-atlas.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "taut-skin.h"

G_BEGIN_DECLS

/**
 * TautAtlas:
 *
 * All that Tautline knows of areas, muscles, points, routines, notices, questions
 * and precautions.
 * Loaded from JSON, read-only, indexed by id. Everything it hands out lives as
 * long as the atlas. Names and texts are English; the shell translates them.
 */
#define TAUT_TYPE_ATLAS (taut_atlas_get_type ())

G_DECLARE_FINAL_TYPE (TautAtlas, taut_atlas, TAUT, ATLAS, GObject)

#define TAUT_ATLAS_ERROR (taut_atlas_error_quark ())

/**
 * TautAtlasError:
 * @TAUT_ATLAS_ERROR_REFERENCE: an id names nothing, or something twice
 * @TAUT_ATLAS_ERROR_VALUE: a value is not one of those allowed
 * @TAUT_ATLAS_ERROR_CONSISTENCY: strokes and listed areas disagree
 */
typedef enum
{
  TAUT_ATLAS_ERROR_REFERENCE,
  TAUT_ATLAS_ERROR_VALUE,
  TAUT_ATLAS_ERROR_CONSISTENCY,
} TautAtlasError;

GQuark taut_atlas_error_quark (void);

typedef enum
{
  TAUT_CONFIDENCE_LOW,
  TAUT_CONFIDENCE_MEDIUM,
  TAUT_CONFIDENCE_HIGH,
} TautConfidence;

typedef enum
{
  TAUT_AREA_SURFACE,      /* part of the partition of the skin */
  TAUT_AREA_OVERLAY,      /* drawn on the skin, not part of the partition: deep areas, abdomen_rlq */
  TAUT_AREA_SENSATION,    /* has no strokes: arm_gooseflesh */
} TautAreaKind;

/**
 * TautArea:
 * @id: stable code, such as "temple"
 * @name: as people say it, without the side: "temple"
 * @group: head, neck, shoulder, ...
 * @parent: the part of the body that it belongs to
 * @kind: whether it is part of the skin's partition
 * @deep: lies under the skin it is drawn on
 * @midline: has a left and a right half that touch
 * @only_right: exists on the right side only
 * @strokes: (element-type TautStroke): on the left side; empty for a sensation
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *group;
  const char *parent;
  TautAreaKind kind;
  guint deep : 1;
  guint midline : 1;
  guint only_right : 1;
  GPtrArray *strokes;
} TautArea;

typedef enum
{
  TAUT_ZONE_ESSENTIAL,    /* often felt */
  TAUT_ZONE_SPILLOVER,    /* sometimes felt */
} TautZoneKind;

#define TAUT_N_ZONES 2

/* Sides of a zone stroke, seen from its point. */
typedef enum
{
  TAUT_ZONE_SIDE_SAME,
  TAUT_ZONE_SIDE_OTHER,
  TAUT_ZONE_SIDE_BOTH,
} TautZoneSide;

typedef struct
{
  TautStroke *stroke;     /* authored for a point on the left side */
  TautZoneSide side;
} TautZoneStroke;

/**
 * TautZone:
 * @areas: ids of the areas that it lists, %NULL-terminated
 * @strokes: (element-type TautZoneStroke): drawn by hand for this point
 */
typedef struct
{
  char **areas;
  GPtrArray *strokes;
} TautZone;

typedef struct _TautMuscle TautMuscle;

typedef enum
{
  TAUT_MUSCLE_SUPERFICIAL,
  TAUT_MUSCLE_DEEP,       /* other muscles cover it */
} TautMuscleLayer;

/* Shares of a fibre's length that are tendon. */
typedef struct
{
  double origin;
  double insertion;
} TautTendonShares;

/**
 * TautMuscleShape:
 * @part: (nullable): which part of the muscle, where it has several shapes
 * @depth: 0 to 100; the higher one covers the lower one
 * @fibres: (nullable) (element-type TautStroke): lines from origin to insertion,
 *   ordered from one border of the muscle to the other; radii mean nothing
 * @belly: (nullable): instead of those, the middle line with half the width in mm
 * @tendons: one for each fibre line, one for a belly
 *
 * How a part of a muscle lies under the skin of the left side.
 */
typedef struct
{
  const TautMuscle *muscle;
  const char *part;
  TautMuscleLayer layer;
  guint depth;
  GPtrArray *fibres;
  TautStroke *belly;
  TautTendonShares *tendons;
} TautMuscleShape;

/**
 * TautPoint:
 * @id: stable, such as "trapezius.1"
 * @name: by place: "upper trapezius, front edge"
 * @label: the literature's label ("TrP1"), kept as data, not shown
 * @location: one sentence
 * @at: on the left side
 * @pain: %FALSE for a point whose sensation is not pain
 * @note: (nullable): shown instead of a pattern, or beside it
 * @shares_zone_with: (nullable): id of the point whose zones it pools, where the literature does
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *label;
  const char *location;
  const char *provenance;
  const char *note;
  const char *shares_zone_with;
  TautMuscle *muscle;
  TautSkinPoint at;
  TautConfidence confidence;
  gboolean pain;
  TautZone zones[TAUT_N_ZONES];
} TautPoint;

/**
 * TautMuscle:
 * @linked: ids of muscles that often go along with it, %NULL-terminated
 * @no_pattern: (nullable): why it has no points, if and only if it has none
 * @points: (element-type TautPoint)
 * @shapes: (element-type TautMuscleShape): empty where none is drawn yet
 */
struct _TautMuscle
{
  const char *id;
  const char *name;
  const char *latin;
  const char *symptoms;
  const char *activation;
  const char *uberon;
  const char *fma;
  guint ta2;
  char **linked;
  const char *no_pattern;
  GPtrArray *points;
  GPtrArray *shapes;
};

typedef enum
{
  TAUT_TIER_EMERGENCY,
  TAUT_TIER_URGENT,
  TAUT_TIER_CLINICIAN_FIRST,
  TAUT_TIER_SOON,
  TAUT_TIER_GENTLE,
} TautTier;

typedef enum
{
  TAUT_ROUTINE_PRESSURE,
  TAUT_ROUTINE_STRETCH,
  TAUT_ROUTINE_MOBILITY,
  TAUT_ROUTINE_STRENGTH,
  TAUT_ROUTINE_HEAT,
  TAUT_ROUTINE_COLD,
  TAUT_ROUTINE_BREATHING,
  TAUT_ROUTINE_HABIT,
} TautRoutineKind;

/**
 * TautRoutinePicture:
 * @view: id of the view that shows it best: "back"
 * @spots: where the tool goes, on the left side of the body
 * @n_spots: 0 where nothing is pressed
 * @felt: ids of the areas where it is felt, %NULL-terminated
 * @arrow: (nullable): the way of a movement; a radius is how far off the skin the
 *   arrow is drawn, in mm
 * @symbol: (nullable): of a habit, one of taut_atlas_list_symbols()
 */
typedef struct
{
  const char *view;
  TautSkinPoint *spots;
  guint n_spots;
  char **felt;
  TautStroke *arrow;
  const char *symbol;
} TautRoutinePicture;

/**
 * TautRoutine:
 * @id: stable
 * @name: short, verb or thing: "Ball on the wall"
 * @muscles: ids of the muscles that it is for, %NULL-terminated
 * @steps: what to do, %NULL-terminated
 * @feel: what it should feel like
 * @stop: when to stop
 * @keep_off: (nullable): where not to press
 * @hold: seconds of a hold, 0 where there is none
 * @repetitions: per set, at least 1
 * @sets: at least 1
 * @minutes: one session, rounded up
 * @times_a_day: suggested, at least 1
 * @days: suggested days of the week, bit 0 is Monday
 * @groups: ids of the muscle groups that it serves, %NULL-terminated
 * @pressure_least: 0 to 10; both are 0 where nothing is pressed
 * @pressure_most: the same
 * @weeks: suggested length
 * @from_week: the week of a plan in which it begins, at least 1: strength comes later
 * @progression: how to go on when it is easy
 * @equipment: ids of what it needs, %NULL-terminated, empty for nothing; of
 *   taut_atlas_list_equipment()
 * @at_home: (nullable): what to use instead of the equipment
 * @position: how the body is, in words to be translated: "standing", "sitting",
 *   "lying on the back", ...
 * @tags: what precautions look at, %NULL-terminated, of taut_atlas_list_tags():
 *   "hard_tool", "end_range", ...
 * @picture: the small picture
 */
typedef struct
{
  const char *id;
  const char *name;
  TautRoutineKind kind;
  const char *tool;
  char **muscles;
  char **steps;
  const char *feel;
  const char *stop;
  const char *keep_off;
  const char *source;
  TautConfidence confidence;
  guint hold;
  guint repetitions;
  guint sets;
  guint minutes;
  guint times_a_day;
  guint days;
  char **groups;
  guint pressure_least;
  guint pressure_most;
  guint weeks;
  guint from_week;
  const char *progression;
  char **equipment;
  const char *at_home;
  const char *position;
  char **tags;
  TautRoutinePicture picture;
} TautRoutine;

/**
 * TautMuscleGroup:
 * @id: stable
 * @name: in plain words
 * @muscles: ids, also of muscles that the atlas does not hold yet
 * @care: what to mind there
 * @no_release: (nullable): why nobody presses there without help
 *
 * Muscles that are cared for in the same way.
 */
typedef struct
{
  const char *id;
  const char *name;
  char **muscles;
  const char *care;
  const char *no_release;
} TautMuscleGroup;

/**
 * TautQuestion:
 * @id: stable; the key of its answer in a profile
 * @text: the question, to be answered with yes or no; for a warning sign a statement
 *   that is true or not
 * @detail: (nullable): a line that explains it
 * @topic: what it belongs to, in a word or two: "Bones and joints"
 * @areas: a warning sign is asked for when a mark or its zones touch one of these;
 *   empty for a question about health
 * @tier: for a warning sign: what yes means
 * @advice: (nullable): for a warning sign: what to do then, in calm words
 * @source: where it comes from
 *
 * A question about health, or about a warning sign.
 */
typedef struct
{
  const char *id;
  const char *text;
  const char *detail;
  const char *topic;
  char **areas;
  TautTier tier;
  const char *advice;
  const char *source;
} TautQuestion;

typedef enum
{
  TAUT_EFFECT_SOFTEN,
  TAUT_EFFECT_LEAVE_OUT,
  TAUT_EFFECT_REFER,
} TautEffect;

/**
 * TautPrecaution:
 * @question: the answer yes to it calls for the rule; %NULL: for everybody
 * @groups: muscle groups that the rule is about; empty: all
 * @areas: the rule holds when a mark lies in one of these; empty: anywhere
 * @kinds: kinds of routine, a bit for each; 0: all
 * @tags: tags of routines, any of them; empty: all
 * @effect: what becomes of the routine
 * @reason: one short clause for screen and paper: "because of osteoporosis"
 * @pressure_most: with soften: the most pressure, 0: as it is
 * @hold_most: with soften: the longest hold in seconds, 0: as it is
 * @repetitions_most: with soften, the same
 * @general: stands even while no routine of the atlas falls under it
 *
 * A rule of what not to do, or to do gently.
 */
typedef struct
{
  const char *id;
  const char *question;
  char **groups;
  char **areas;
  guint kinds;
  char **tags;
  TautEffect effect;
  const char *reason;
  guint pressure_most;
  guint hold_most;
  guint repetitions_most;
  gboolean general;
  const char *source;
} TautPrecaution;

/**
 * TautNotice:
 * @areas: marks in these areas call for the notice; empty: always
 * @text: calm, one or two sentences
 */
typedef struct
{
  const char *id;
  TautTier tier;
  char **areas;
  const char *text;
  const char *source;
} TautNotice;

/**
 * TautComplaint:
 * @phrases: how people say it, %NULL-terminated
 * @muscles: ids of the muscles that are often behind it, the likely ones first
 * @areas: ids of the areas where it is felt
 *
 * What people come with, in their words.
 */
typedef struct
{
  const char *id;
  const char *name;
  char **phrases;
  char **muscles;
  char **areas;
} TautComplaint;

/**
 * taut_atlas_load:
 * @folder: holds areas.json, the folder muscles, muscle-groups.json, routines.json,
 *   notices.json, questions.json, precautions.json and complaints.json
 * @skin: the skin on which strokes lie
 * @error: return location of an error
 *
 * Strict: every problem is named with file, id, field and what was expected.
 *
 * Returns: (transfer full) (nullable): the atlas
 */
TautAtlas         *taut_atlas_load                (GFile          *folder,
                                                   TautSkin       *skin,
                                                   GError        **error);

TautSkin          *taut_atlas_get_skin            (TautAtlas      *self);

/* Lists in a stable order: areas and muscles as in the data, points by muscle. */
GPtrArray         *taut_atlas_get_areas           (TautAtlas      *self);
GPtrArray         *taut_atlas_get_muscles         (TautAtlas      *self);
GPtrArray         *taut_atlas_get_points          (TautAtlas      *self);
GPtrArray         *taut_atlas_get_routines        (TautAtlas      *self);
GPtrArray         *taut_atlas_get_notices         (TautAtlas      *self);
GPtrArray         *taut_atlas_get_muscle_groups   (TautAtlas      *self);
/* Questions about health, then about warning signs. (element-type TautQuestion) */
GPtrArray         *taut_atlas_get_questions       (TautAtlas      *self);
GPtrArray         *taut_atlas_get_precautions     (TautAtlas      *self);
GPtrArray         *taut_atlas_get_complaints      (TautAtlas      *self);
/* Words that stand for one another when something is looked for.
 * (element-type GStrv) */
GPtrArray         *taut_atlas_get_same_words      (TautAtlas      *self);

const TautArea    *taut_atlas_find_area           (TautAtlas      *self,
                                                   const char     *id);
const TautMuscle  *taut_atlas_find_muscle         (TautAtlas      *self,
                                                   const char     *id);
const TautPoint   *taut_atlas_find_point          (TautAtlas      *self,
                                                   const char     *id);
const TautRoutine *taut_atlas_find_routine        (TautAtlas      *self,
                                                   const char     *id);

const TautMuscleGroup *taut_atlas_find_muscle_group (TautAtlas    *self,
                                                   const char     *id);
/* The group of a muscle; %NULL for a muscle that no group holds. */
const TautMuscleGroup *taut_atlas_find_group_of_muscle (TautAtlas *self,
                                                   const char     *muscle_id);
const TautQuestion *taut_atlas_find_question      (TautAtlas      *self,
                                                   const char     *id);

/* The words that routines may use, %NULL-terminated; the data are refused with
 * any other. */
const char *const *taut_atlas_list_kinds          (void);
const char *const *taut_atlas_list_equipment      (void);
const char *const *taut_atlas_list_tags           (void);
const char *const *taut_atlas_list_symbols        (void);

/* The surface area that owns a cell; every cell has one. */
const TautArea    *taut_atlas_get_area_of_cell    (TautAtlas      *self,
                                                   guint           cell);

/* Size in mm2 of one side of an area (both halves' sum is twice that, since the
 * body is symmetric). 0 for a sensation. */
double             taut_atlas_measure_area        (TautAtlas      *self,
                                                   const TautArea *area);

/* All strokes of a zone as they lie for a point on @side.
 * Returns: (transfer full) (element-type TautStroke) */
GPtrArray         *taut_zone_get_strokes          (const TautZone *zone,
                                                   TautSide        side);

/* Points within @radius mm of a place, nearest first, both sides.
 * Returns: (transfer full) (element-type TautNearPoint) */
typedef struct
{
  const TautPoint *point;
  TautSide side;
  double distance;        /* mm along the skin */
} TautNearPoint;

GArray            *taut_atlas_find_near_points    (TautAtlas           *self,
                                                   const TautSkinPoint *at,
                                                   double               radius);

/* A muscle under a place of the skin. */
typedef struct
{
  const TautMuscle *muscle;
  const TautMuscleShape *shape;   /* of several the topmost */
  TautSide side;
} TautMuscleHit;

/* The muscles under a place of the skin, the topmost first, each once.
 * Returns: (transfer full) (element-type TautMuscleHit) */
GArray            *taut_atlas_pick_muscles     (TautAtlas           *self,
                                                const TautSkinPoint *at);
/* The same for what taut_view_look() tells, which is exact where an address is
 * not: at the rim of a segment. */
GArray            *taut_atlas_find_muscles_at  (TautAtlas           *self,
                                                guint                cell,
                                                TautVector           position);

/* Where @point lies on @side of the body. */
TautSkinPoint      taut_point_get_place           (const TautPoint     *point,
                                                   TautSide             side);

/**
 * taut_atlas_check:
 * @self: an atlas
 * @problems: (element-type utf8): takes a line for each problem
 *
 * The consistency rule: per zone and side the strokes touch every listed area,
 * and no more than 15 % of their surface lies on surface areas that the point
 * does not list. Also: areas without skin, slivers, zones that two points share
 * without saying so; muscle groups without something to press (or the reason why
 * not), something that moves and a habit; routines with the same steps; shapes of
 * muscles that fold, and points that lie outside the shapes of their muscle.
 *
 * Returns: %TRUE when sound
 */
gboolean           taut_atlas_check               (TautAtlas           *self,
                                                   GPtrArray           *problems);

/* What taut_atlas_check() sees to, a sentence each, in English.
 * Returns: (transfer full) (array zero-terminated=1) */
char             **taut_atlas_list_rules          (void);

G_END_DECLS
