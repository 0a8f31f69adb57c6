/* taut-atlas-private.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "taut-atlas.h"
#include "taut-json.h"

G_BEGIN_DECLS

#define TAUT_ATLAS_MAX_BYTES (4 * 1024 * 1024)
#define TAUT_ATLAS_MAX_DEPTH 16

/* Ranges of what the data may say of places on the skin. */
#define TAUT_ATLAS_U_MIN -0.3
#define TAUT_ATLAS_U_MAX 1.3
#define TAUT_ATLAS_THETA_MIN -180.0
#define TAUT_ATLAS_THETA_MAX 360.0
#define TAUT_ATLAS_RADIUS_MIN_MM 1.0
#define TAUT_ATLAS_RADIUS_MAX_MM 200.0

/* Connected pieces of an area below this are slivers, in mm2. */
#define TAUT_ATLAS_SLIVER_MM2 100.0

/* The sheets of all muscles by the cells that they touch; see taut-atlas-pick.c. */
typedef struct _TautSheetIndex TautSheetIndex;

struct _TautAtlas
{
  GObject parent_instance;

  TautSkin *skin;
  GStringChunk *strings;

  GPtrArray *areas;
  GPtrArray *muscles;
  GPtrArray *points;
  GPtrArray *muscle_groups;
  GPtrArray *routines;
  GPtrArray *notices;
  GPtrArray *questions;
  GPtrArray *precautions;
  GPtrArray *complaints;
  GPtrArray *same_words;

  GHashTable *areas_by_id;
  GHashTable *muscles_by_id;
  GHashTable *points_by_id;
  GHashTable *muscle_groups_by_id;
  GHashTable *group_of_muscle;
  GHashTable *routines_by_id;
  GHashTable *notices_by_id;
  GHashTable *questions_by_id;
  GHashTable *precautions_by_id;
  GHashTable *complaints_by_id;

  /* "a|b", ids in alphabetical order, to the landmark along which they meet. */
  GHashTable *landmarks;

  /* Made when first asked for; index of the owning area of each cell. */
  GMutex partition_lock;
  guint16 *area_of_cell;
  double *area_mm2;

  GMutex sheets_lock;
  TautSheetIndex *sheets;
};

/* A file of the atlas under way: every message starts with @name. */
typedef struct
{
  TautAtlas *atlas;
  char *name;
  JsonNode *root;
  JsonObject *object;
} TautAtlasFile;

TautAtlasFile *taut_atlas_file_open       (TautAtlas           *atlas,
                                           GFile               *file,
                                           const char          *name,
                                           const char *const   *members,
                                           GError             **error);
void           taut_atlas_file_close      (TautAtlasFile       *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TautAtlasFile, taut_atlas_file_close)

/* Reads one object of a list. */
typedef gboolean (* TautAtlasReadFunc)    (TautAtlasFile       *file,
                                           JsonObject          *object,
                                           GError             **error);

/* Reads all objects of the list @member of a file, up to the first that is wrong. */
gboolean       taut_atlas_file_read_list  (TautAtlasFile       *file,
                                           const char          *member,
                                           TautAtlasReadFunc    read,
                                           GError             **error);

/* Opens @name in @folder, reads its list @list, and closes it. */
gboolean       taut_atlas_load_list       (TautAtlas           *atlas,
                                           GFile               *folder,
                                           const char          *name,
                                           const char *const   *members,
                                           const char          *list,
                                           TautAtlasReadFunc    read,
                                           GError             **error);

const char    *taut_atlas_keep            (TautAtlas           *self,
                                           const char          *text);

/* Reading members. All say where, which member, what was expected and found. */
gboolean       taut_atlas_read_id         (JsonObject          *object,
                                           const char          *where,
                                           const char         **id,
                                           GError             **error);
gboolean       taut_atlas_read_text       (TautAtlas           *self,
                                           JsonObject          *object,
                                           const char          *where,
                                           const char          *member,
                                           const char         **text,
                                           GError             **error);
gboolean       taut_atlas_read_optional_text (TautAtlas        *self,
                                           JsonObject          *object,
                                           const char          *where,
                                           const char          *member,
                                           const char         **text,
                                           GError             **error);
gboolean       taut_atlas_read_flag       (JsonObject          *object,
                                           const char          *where,
                                           const char          *member,
                                           gboolean            *flag,
                                           GError             **error);
gboolean       taut_atlas_read_choice     (JsonObject          *object,
                                           const char          *where,
                                           const char          *member,
                                           const char *const   *choices,
                                           guint               *choice,
                                           GError             **error);
gboolean       taut_atlas_read_confidence (JsonObject          *object,
                                           const char          *where,
                                           TautConfidence      *confidence,
                                           GError             **error);
gboolean       taut_atlas_read_tier       (JsonObject          *object,
                                           const char          *where,
                                           TautTier            *tier,
                                           GError             **error);
gboolean       taut_atlas_read_references (JsonObject          *object,
                                           const char          *where,
                                           const char          *member,
                                           GHashTable          *known,
                                           const char          *what,
                                           char              ***ids,
                                           GError             **error);
gboolean       taut_atlas_read_words      (JsonObject          *object,
                                           const char          *where,
                                           const char          *member,
                                           const char *const   *words,
                                           const char          *what,
                                           char              ***read,
                                           GError             **error);
gboolean       taut_atlas_read_place      (JsonObject          *object,
                                           const char          *where,
                                           const char          *member,
                                           TautSkinPoint       *place,
                                           GError             **error);
gboolean       taut_atlas_check_place     (const TautSkinPoint *place,
                                           const char          *where,
                                           const char          *member,
                                           GError             **error);
TautStroke    *taut_atlas_read_stroke     (JsonArray           *array,
                                           const char          *where,
                                           const char          *member,
                                           GError             **error);
JsonObject    *taut_atlas_get_element     (JsonArray           *array,
                                           guint                index,
                                           const char          *where,
                                           const char          *member,
                                           GError             **error);
gboolean       taut_atlas_claim_id        (GHashTable          *taken,
                                           const char          *id,
                                           gpointer             value,
                                           const char          *where,
                                           GError             **error);
gboolean       taut_atlas_fail            (TautAtlasError       code,
                                           const char          *where,
                                           const char          *member,
                                           const char          *expected,
                                           const char          *found,
                                           GError             **error);

/* An atlas that knows no more than its areas, for the build. */
TautAtlas     *taut_atlas_load_only_areas (GFile               *folder,
                                           TautSkin            *skin,
                                           GError             **error);

/* The same with its muscles. */
TautAtlas     *taut_atlas_load_only_muscles (GFile             *folder,
                                           TautSkin            *skin,
                                           GError             **error);

/* The files, in the order in which they must be read. */
gboolean       taut_atlas_load_areas      (TautAtlas           *self,
                                           GFile               *folder,
                                           GError             **error);
gboolean       taut_atlas_load_muscles    (TautAtlas           *self,
                                           GFile               *folder,
                                           GError             **error);
gboolean       taut_atlas_load_muscle_groups (TautAtlas        *self,
                                           GFile               *folder,
                                           GError             **error);
gboolean       taut_atlas_load_routines   (TautAtlas           *self,
                                           GFile               *folder,
                                           GError             **error);
gboolean       taut_atlas_load_notices    (TautAtlas           *self,
                                           GFile               *folder,
                                           GError             **error);
gboolean       taut_atlas_load_questions  (TautAtlas           *self,
                                           GFile               *folder,
                                           GError             **error);
gboolean       taut_atlas_load_precautions (TautAtlas          *self,
                                           GFile               *folder,
                                           GError             **error);
gboolean       taut_atlas_load_complaints (TautAtlas           *self,
                                           GFile               *folder,
                                           GError             **error);

/* The shapes of a muscle; see taut-atlas-shapes.c for how they are written. */
gboolean       taut_atlas_read_shapes     (TautAtlasFile       *file,
                                           TautMuscle          *muscle,
                                           GError             **error);
void           taut_muscle_shape_free     (TautMuscleShape     *shape);

/* Parts of a routine; see taut-atlas-routines.c for how they are written. */
gboolean       taut_atlas_read_dose       (JsonObject          *object,
                                           const char          *where,
                                           TautRoutine         *routine,
                                           GError             **error);
gboolean       taut_atlas_read_routine_picture (TautAtlas      *self,
                                           JsonObject          *object,
                                           const char          *where,
                                           TautRoutine         *routine,
                                           GError             **error);
void           taut_routine_picture_clear (TautRoutinePicture  *picture);

char          *taut_atlas_get_border_key  (const char          *a,
                                           const char          *b);

void           taut_area_free             (TautArea            *area);
void           taut_muscle_free           (TautMuscle          *muscle);
void           taut_muscle_group_free     (TautMuscleGroup     *group);
void           taut_routine_free          (TautRoutine         *routine);
void           taut_complaint_free        (TautComplaint       *complaint);
void           taut_notice_free           (TautNotice          *notice);
void           taut_question_free         (TautQuestion        *question);
void           taut_precaution_free       (TautPrecaution      *precaution);

void           taut_sheet_index_free      (TautSheetIndex      *index);
double         taut_atlas_measure_beside  (TautAtlas           *self,
                                           const TautPoint     *point);

/* Index of the owning area of each cell; see taut-atlas-partition.c. */
const guint16 *taut_atlas_get_partition   (TautAtlas           *self);

G_END_DECLS
