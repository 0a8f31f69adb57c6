/* taut-record.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-record"

#include "config.h"

#include "taut-record.h"

#include "taut-record-private.h"

G_DEFINE_FINAL_TYPE (TautRecord, taut_record, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_REDO,
  PROP_CAN_UNDO,
  PROP_CLIENT_NAME,
  PROP_REDO_LABEL,
  PROP_UNDO_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_label (const TautChange *change)
{
  return change != NULL ? change->label : NULL;
}

/* Puts @after in the place of @before; either may be NULL. */
static void
replace_in_list (GListStore *list,
                 GHashTable *by_id,
                 const char *id,
                 guint       position,
                 gpointer    before,
                 gpointer    after)
{
  g_assert (G_IS_LIST_STORE (list));
  g_assert (id != NULL);

  /* The key belongs to the value: it changes with it. */
  if (after != NULL)
    g_hash_table_replace (by_id, (gpointer) id, after);
  else
    g_hash_table_remove (by_id, id);
  g_list_store_splice (list, position, before != NULL, &after, after != NULL);
}

/* One change of the list, so that who follows it sees one step. */
static void
move_in_list (GListStore *list,
              guint       position,
              guint       target)
{
  const guint low = MIN (position, target);
  const guint n = MAX (position, target) - low + 1;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer moved;

  g_assert (G_IS_LIST_STORE (list));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), low + i));
  moved = g_ptr_array_steal_index (items, position - low);
  g_ptr_array_insert (items, target - low, moved);
  g_list_store_splice (list, low, n, items->pdata, n);
}

static void
apply_single (TautRecord       *self,
              const TautChange *change,
              gboolean          reverse)
{
  gpointer before = reverse ? change->after : change->before;
  gpointer after = reverse ? change->before : change->after;
  gpointer present = after != NULL ? after : before;

  g_assert (TAUT_IS_RECORD (self));

  switch (change->kind)
    {
    case TAUT_CHANGE_NAME:
      g_free (self->client_name);
      self->client_name = g_strdup (after);
      break;

    case TAUT_CHANGE_FIGURE:
      g_free (self->client_figure);
      self->client_figure = g_strdup (after);
      break;

    case TAUT_CHANGE_MARK:
      replace_in_list (self->marks, self->marks_by_id, taut_mark_get_id (present),
                       change->position, before, after);
      break;

    case TAUT_CHANGE_PLAN_ITEM:
      replace_in_list (self->plan, self->plan_by_routine,
                       taut_plan_item_get_routine_id (present),
                       change->position, before, after);
      break;

    case TAUT_CHANGE_OWN_ROUTINE:
      replace_in_list (self->own_routines, self->own_by_id, taut_own_routine_get_id (present),
                       change->position, before, after);
      break;

    case TAUT_CHANGE_PROFILE:
      g_set_object (&self->profile, after);
      break;

    case TAUT_CHANGE_ORDER:
      move_in_list (self->plan, reverse ? change->target : change->position,
                    reverse ? change->position : change->target);
      break;

    case TAUT_CHANGE_GROUP:
    default:
      g_assert_not_reached ();
    }
}

static void
apply_change (gconstpointer data,
              gboolean      reverse,
              gpointer      owner)
{
  const TautChange *change = data;

  g_assert (change != NULL);

  if (change->kind != TAUT_CHANGE_GROUP)
    {
      apply_single (owner, change, reverse);
      return;
    }

  for (guint i = 0; i < change->parts->len; i++)
    {
      guint index = reverse ? change->parts->len - 1 - i : i;

      apply_single (owner, g_ptr_array_index (change->parts, index), reverse);
    }
}

static gboolean
merge_changes (gpointer      before,
               gconstpointer following)
{
  return taut_change_merge (before, following);
}

static gboolean
is_void_change (gconstpointer change)
{
  return taut_change_is_void (change);
}

static void
free_change (gpointer change)
{
  taut_change_free (change);
}

static const TautHistoryFuncs history_funcs = {
  .apply = apply_change,
  .merge = merge_changes,
  .is_void = is_void_change,
  .free = free_change,
};

typedef struct
{
  const char *undo_label;
  const char *redo_label;
  char *client_name;
} State;

/* Labels are literals, so they outlive their changes. */
static State
get_state (TautRecord *self)
{
  g_assert (TAUT_IS_RECORD (self));

  return (State) {
    get_label (taut_history_peek_undo (self->history)),
    get_label (taut_history_peek_redo (self->history)),
    g_strdup (self->client_name),
  };
}

/* Tells which properties differ from @before, which it frees. */
static void
notify_properties (TautRecord *self,
                   State       before)
{
  g_autofree char *old_name = before.client_name;
  const char *undo_label = get_label (taut_history_peek_undo (self->history));
  const char *redo_label = get_label (taut_history_peek_redo (self->history));

  g_assert (TAUT_IS_RECORD (self));

  g_object_freeze_notify (G_OBJECT (self));
  if ((before.undo_label == NULL) != (undo_label == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if ((before.redo_label == NULL) != (redo_label == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  if (g_strcmp0 (before.undo_label, undo_label) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (g_strcmp0 (before.redo_label, redo_label) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  if (strcmp (old_name, self->client_name) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLIENT_NAME]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
tell_change (TautRecord *self,
             State       before)
{
  g_assert (TAUT_IS_RECORD (self));

  notify_properties (self, before);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
taut_record_push (TautRecord *self,
                  TautChange *change,
                  gboolean    merge)
{
  State before = get_state (self);

  g_assert (TAUT_IS_RECORD (self));

  taut_history_push (self->history, change, merge);
  tell_change (self, before);
}

guint
taut_record_find_position (GListStore *list,
                           gpointer    value)
{
  guint position = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (value != NULL && !g_list_store_find (list, value, &position))
    g_assert_not_reached ();

  return position;
}

static void
taut_record_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TautRecord *self = TAUT_RECORD (object);

  switch (prop_id)
    {
    case PROP_CAN_REDO:
      g_value_set_boolean (value, taut_record_can_redo (self));
      break;

    case PROP_CAN_UNDO:
      g_value_set_boolean (value, taut_record_can_undo (self));
      break;

    case PROP_CLIENT_NAME:
      g_value_set_string (value, self->client_name);
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, get_label (taut_history_peek_redo (self->history)));
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, get_label (taut_history_peek_undo (self->history)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_record_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CLIENT_NAME:
      taut_record_set_client_name (TAUT_RECORD (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taut_record_finalize (GObject *object)
{
  TautRecord *self = TAUT_RECORD (object);

  g_clear_pointer (&self->history, taut_history_free);
  g_clear_pointer (&self->marks_by_id, g_hash_table_unref);
  g_clear_pointer (&self->plan_by_routine, g_hash_table_unref);
  g_clear_pointer (&self->own_by_id, g_hash_table_unref);
  g_clear_object (&self->marks);
  g_clear_object (&self->plan);
  g_clear_object (&self->own_routines);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self->client_figure);
  g_free (self->client_name);
  g_free (self->id);

  G_OBJECT_CLASS (taut_record_parent_class)->finalize (object);
}

static void
taut_record_class_init (TautRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = taut_record_get_property;
  object_class->set_property = taut_record_set_property;
  object_class->finalize = taut_record_finalize;

  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CLIENT_NAME] =
    g_param_spec_string ("client-name", NULL, NULL, "", readable | G_PARAM_WRITABLE);
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", TAUT_TYPE_RECORD, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
taut_record_init (TautRecord *self)
{
  self->client_figure = g_strdup ("");
  self->client_name = g_strdup ("");
  self->marks = g_list_store_new (TAUT_TYPE_MARK);
  self->plan = g_list_store_new (TAUT_TYPE_PLAN_ITEM);
  self->own_routines = g_list_store_new (TAUT_TYPE_OWN_ROUTINE);
  self->profile = taut_profile_new ();
  self->marks_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->plan_by_routine = g_hash_table_new (g_str_hash, g_str_equal);
  self->own_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->history = taut_history_new (&history_funcs, self);
}

TautRecord *
taut_record_new (const char *id)
{
  TautRecord *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  self = g_object_new (TAUT_TYPE_RECORD, NULL);
  self->id = g_strdup (id);

  return self;
}

const char *
taut_record_get_id (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);

  return self->id;
}

GListModel *
taut_record_get_marks (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);

  return G_LIST_MODEL (self->marks);
}

GListModel *
taut_record_get_plan (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);

  return G_LIST_MODEL (self->plan);
}

/* (transfer none) (nullable) */
TautMark *
taut_record_find_mark (TautRecord *self,
                       const char *mark_id)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);
  g_return_val_if_fail (mark_id != NULL, NULL);

  return g_hash_table_lookup (self->marks_by_id, mark_id);
}

/* (transfer none) (nullable) */
TautPlanItem *
taut_record_find_plan_item (TautRecord *self,
                            const char *routine_id)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);
  g_return_val_if_fail (routine_id != NULL, NULL);

  return g_hash_table_lookup (self->plan_by_routine, routine_id);
}

/* A new mark goes to the end. */
static TautChange *
change_mark (TautRecord *self,
             TautMark   *before,
             TautMark   *after)
{
  g_assert (TAUT_IS_RECORD (self));

  return taut_change_new_mark (taut_record_find_position (self->marks, before), before, after);
}

void
taut_record_put_mark (TautRecord *self,
                      TautMark   *mark,
                      gboolean    merge)
{
  TautMark *before;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (TAUT_IS_MARK (mark));

  before = taut_record_find_mark (self, taut_mark_get_id (mark));
  if (before == NULL || !taut_mark_equal (before, mark))
    taut_record_push (self, change_mark (self, before, mark), merge);
}

/* Removing what is not there is no change. */
void
taut_record_remove_mark (TautRecord *self,
                         const char *mark_id)
{
  TautMark *before;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (mark_id != NULL);

  before = taut_record_find_mark (self, mark_id);
  if (before != NULL)
    taut_record_push (self, change_mark (self, before, NULL), FALSE);
}

gboolean
taut_record_can_undo (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), FALSE);

  return taut_history_peek_undo (self->history) != NULL;
}

gboolean
taut_record_can_redo (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), FALSE);

  return taut_history_peek_redo (self->history) != NULL;
}

/* Nothing happens when there is nothing to undo. */
void
taut_record_undo (TautRecord *self)
{
  State before;

  g_return_if_fail (TAUT_IS_RECORD (self));

  if (!taut_record_can_undo (self))
    return;

  before = get_state (self);
  taut_history_undo (self->history);
  tell_change (self, before);
}

void
taut_record_redo (TautRecord *self)
{
  State before;

  g_return_if_fail (TAUT_IS_RECORD (self));

  if (!taut_record_can_redo (self))
    return;

  before = get_state (self);
  taut_history_redo (self->history);
  tell_change (self, before);
}

JsonObject *
taut_record_get_unknown (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);

  return self->unknown;
}

void
taut_record_set_unknown (TautRecord *self,
                         JsonObject *unknown)
{
  g_autoptr (JsonObject) previous = NULL;

  g_return_if_fail (TAUT_IS_RECORD (self));

  previous = g_steal_pointer (&self->unknown);
  self->unknown = unknown != NULL ? json_object_ref (unknown) : NULL;
}

void
taut_record_clear_history (TautRecord *self)
{
  State before;

  g_return_if_fail (TAUT_IS_RECORD (self));

  before = get_state (self);
  taut_history_clear (self->history);
  notify_properties (self, before);
}
