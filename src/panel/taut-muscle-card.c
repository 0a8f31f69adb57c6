/* taut-muscle-card.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-muscle-card"

#include "config.h"

#include "taut-muscle-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "taut-guide-rows.h"
#include "taut-muscle-state.h"
#include "taut-muscle-view.h"
#include "taut-names.h"
#include "taut-point-row.h"
#include "taut-resources.h"
#include "taut-row-list.h"

struct _TautMuscleCard
{
  GtkWidget parent_instance;

  AdwActionRow *activation_row;
  GtkListBox *heed_list;
  GtkWidget *heed_section;
  GtkLabel *latin_label;
  GtkToggleButton *left_button;
  GtkListBox *linked_list;
  GtkWidget *linked_section;
  GtkLabel *name_label;
  GtkWidget *no_pattern_box;
  GtkLabel *no_pattern_label;
  GtkListBox *points_list;
  GtkWidget *points_section;
  GtkToggleButton *right_button;
  GtkListBox *routines_list;
  GtkWidget *routines_section;
  GtkScrolledWindow *scrolled;
  AdwActionRow *symptoms_row;
  TautMuscleView *view;
  GtkWidget *view_box;

  TautPictureBook *book;
  TautMuscleState *state;
  char *point_id;
  TautSide side;
  guint updating : 1;
};

G_DEFINE_FINAL_TYPE (TautMuscleCard, taut_muscle_card, GTK_TYPE_WIDGET)

enum {
  POINT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The chart */

static char *
describe_view (TautMuscleCard *self)
{
  const TautPoint *point = taut_muscle_card_get_point (self);
  const TautMusclePoint *entry;
  g_autofree char *name = NULL;

  if (point == NULL)
    return g_strdup (self->state->name);

  entry = g_ptr_array_index (self->state->points,
                             taut_muscle_state_find_point (self->state, point->id));
  name = taut_name_point (point, self->side);
  if (entry->often == NULL)
    return g_steal_pointer (&name);

  /* Translators: a picture: the name of a point, names of areas */
  return g_strdup_printf (_("%s, on the body. Often felt: %s"), name, entry->often);
}

static void
update_view (TautMuscleCard *self)
{
  const TautPoint *point = taut_muscle_card_get_point (self);
  g_autofree char *label = describe_view (self);

  g_assert (TAUT_IS_MUSCLE_CARD (self));

  /* Without a point there is no place to show. */
  gtk_widget_set_visible (self->view_box, self->state->points->len > 0);
  taut_muscle_view_show (self->view, self->book, self->state->muscle, point, self->side);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
choose_point (TautMuscleCard *self,
              const char     *point_id)
{
  char *copy;

  g_assert (TAUT_IS_MUSCLE_CARD (self));

  if (g_strcmp0 (point_id, self->point_id) == 0)
    return;

  copy = g_strdup (point_id);
  g_free (self->point_id);
  self->point_id = copy;

  self->updating = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->points_list));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                   g_strcmp0 (taut_row_list_get_key (row), point_id) == 0);
  self->updating = FALSE;

  update_view (self);
  g_signal_emit (self, signals[POINT_CHANGED], 0);
}

/* Rows */

static void
point_row_expanded_cb (TautMuscleCard *self,
                       GParamSpec     *pspec,
                       AdwExpanderRow *row)
{
  const char *point_id = taut_row_list_get_key (GTK_WIDGET (row));

  g_assert (TAUT_IS_MUSCLE_CARD (self));

  if (self->updating)
    return;

  if (adw_expander_row_get_expanded (row))
    choose_point (self, point_id);
  else if (g_strcmp0 (point_id, self->point_id) == 0)
    choose_point (self, NULL);
}

static GtkWidget *
new_point_row (gconstpointer entry,
               gpointer      user_data)
{
  TautMuscleCard *self = TAUT_MUSCLE_CARD (user_data);
  GtkWidget *row = taut_point_row_new ();

  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (point_row_expanded_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
update_point_row (GtkWidget     *row,
                  gconstpointer  entry,
                  gpointer       user_data)
{
  TautMuscleCard *self = TAUT_MUSCLE_CARD (user_data);
  const TautMusclePoint *point = entry;

  taut_point_row_set_point (TAUT_POINT_ROW (row), point, self->side);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_strcmp0 (point->key, self->point_id) == 0);
}

static void
show_texts (TautMuscleCard *self)
{
  const TautMuscleState *state = self->state;

  g_assert (TAUT_IS_MUSCLE_CARD (self));

  gtk_label_set_label (self->name_label, state->name);
  gtk_label_set_label (self->latin_label, state->latin != NULL ? state->latin : "");
  gtk_widget_set_visible (GTK_WIDGET (self->latin_label), state->latin != NULL);
  gtk_label_set_label (self->no_pattern_label, state->no_pattern != NULL ? state->no_pattern : "");
  gtk_widget_set_visible (self->no_pattern_box, state->no_pattern != NULL);
  gtk_widget_set_visible (self->points_section, state->points->len > 0);
  adw_action_row_set_subtitle (self->symptoms_row, state->symptoms != NULL ? state->symptoms : "");
  gtk_widget_set_visible (GTK_WIDGET (self->symptoms_row), state->symptoms != NULL);
  adw_action_row_set_subtitle (self->activation_row,
                               state->activation != NULL ? state->activation : "");
  gtk_widget_set_visible (GTK_WIDGET (self->activation_row), state->activation != NULL);
}

static void
show_state (TautMuscleCard *self)
{
  const TautMuscleState *state = self->state;

  g_assert (TAUT_IS_MUSCLE_CARD (self));

  show_texts (self);
  self->updating = TRUE;
  taut_row_list_sync (self->points_list, state->points, new_point_row, update_point_row, self);
  gtk_toggle_button_set_active (self->side == TAUT_SIDE_LEFT ? self->left_button
                                                             : self->right_button, TRUE);
  self->updating = FALSE;

  taut_guide_rows_show_texts (self->heed_list, state->heed);
  gtk_widget_set_visible (self->heed_section, state->heed->len > 0);
  taut_guide_rows_show_links (self->routines_list, state->routines, "panel.show-routine");
  gtk_widget_set_visible (self->routines_section, state->routines->len > 0);
  taut_guide_rows_show_links (self->linked_list, state->linked, "guide.show-muscle");
  gtk_widget_set_visible (self->linked_section, state->linked->len > 0);
  update_view (self);
}

/* Callbacks */

static void
side_toggled_cb (TautMuscleCard *self)
{
  TautSide side = gtk_toggle_button_get_active (self->left_button) ? TAUT_SIDE_LEFT
                                                                    : TAUT_SIDE_RIGHT;

  g_assert (TAUT_IS_MUSCLE_CARD (self));

  if (self->updating || self->state == NULL || side == self->side)
    return;

  self->side = side;
  show_state (self);
  g_signal_emit (self, signals[POINT_CHANGED], 0);
}

/* GObject */

static void
taut_muscle_card_dispose (GObject *object)
{
  TautMuscleCard *self = TAUT_MUSCLE_CARD (object);

  g_clear_object (&self->book);
  g_clear_pointer ((GtkWidget **) &self->scrolled, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_MUSCLE_CARD);

  G_OBJECT_CLASS (taut_muscle_card_parent_class)->dispose (object);
}

static void
taut_muscle_card_finalize (GObject *object)
{
  TautMuscleCard *self = TAUT_MUSCLE_CARD (object);

  g_clear_pointer (&self->state, taut_muscle_state_free);
  g_free (self->point_id);

  G_OBJECT_CLASS (taut_muscle_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-muscle-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, activation_row);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, heed_list);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, heed_section);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, latin_label);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, left_button);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, linked_list);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, linked_section);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, no_pattern_box);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, no_pattern_label);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, points_list);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, points_section);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, right_button);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, routines_list);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, routines_section);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, symptoms_row);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, view);
  gtk_widget_class_bind_template_child (widget_class, TautMuscleCard, view_box);
  gtk_widget_class_bind_template_callback (widget_class, side_toggled_cb);
}

static void
taut_muscle_card_class_init (TautMuscleCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_muscle_card_dispose;
  object_class->finalize = taut_muscle_card_finalize;

  signals[POINT_CHANGED] =
    g_signal_new ("point-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TAUT_TYPE_MUSCLE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "musclecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
}

static void
taut_muscle_card_init (TautMuscleCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
taut_muscle_card_new (void)
{
  return g_object_new (TAUT_TYPE_MUSCLE_CARD, NULL);
}

gboolean
taut_muscle_card_show (TautMuscleCard  *self,
                       TautAtlas       *atlas,
                       TautPictureBook *book,
                       TautRecord      *record,
                       const char      *muscle_id,
                       const char      *point_id,
                       TautSide         side)
{
  TautMuscleState *state;
  GtkAdjustment *adjustment;

  g_return_val_if_fail (TAUT_IS_MUSCLE_CARD (self), FALSE);
  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), FALSE);
  g_return_val_if_fail (book == NULL || TAUT_IS_PICTURE_BOOK (book), FALSE);
  g_return_val_if_fail (muscle_id != NULL, FALSE);

  state = taut_muscle_state_new (atlas, record, muscle_id);
  if (state == NULL)
    return FALSE;

  g_clear_pointer (&self->state, taut_muscle_state_free);
  self->state = state;
  g_set_object (&self->book, book);
  self->side = side;
  g_clear_pointer (&self->point_id, g_free);
  if (state->points->len > 0)
    {
      const TautMusclePoint *point =
        g_ptr_array_index (state->points, taut_muscle_state_find_point (state, point_id));

      self->point_id = g_strdup (point->key);
    }
  show_state (self);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  gtk_adjustment_set_value (adjustment, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, state->name, -1);
  g_signal_emit (self, signals[POINT_CHANGED], 0);

  return TRUE;
}

const TautPoint *
taut_muscle_card_get_point (TautMuscleCard *self)
{
  const TautMusclePoint *entry;

  g_return_val_if_fail (TAUT_IS_MUSCLE_CARD (self), NULL);

  if (self->state == NULL || self->point_id == NULL)
    return NULL;

  entry = g_ptr_array_index (self->state->points,
                             taut_muscle_state_find_point (self->state, self->point_id));

  return entry->point;
}

TautSide
taut_muscle_card_get_side (TautMuscleCard *self)
{
  g_return_val_if_fail (TAUT_IS_MUSCLE_CARD (self), TAUT_SIDE_RIGHT);

  return self->side;
}

void
taut_muscle_card_focus (TautMuscleCard *self)
{
  GtkToggleButton *button;

  g_return_if_fail (TAUT_IS_MUSCLE_CARD (self));

  button = self->side == TAUT_SIDE_LEFT ? self->left_button : self->right_button;
  gtk_widget_grab_focus (GTK_WIDGET (button));
}
