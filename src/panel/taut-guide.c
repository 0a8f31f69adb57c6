/* taut-guide.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-guide"

#include "config.h"

#include "taut-guide-private.h"

#include "taut-resources.h"

G_DEFINE_FINAL_TYPE (TautGuide, taut_guide, GTK_TYPE_WIDGET)

enum {
  AREA_CHOSEN,
  CLOSED,
  MARK_ASKED,
  POINT_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
taut_guide_emit_point (TautGuide *self)
{
  const TautPlace *place = taut_guide_get_place (self);

  g_return_if_fail (TAUT_IS_GUIDE (self));

  g_signal_emit (self, signals[POINT_SHOWN], 0,
                 place != NULL && place->kind == TAUT_PLACE_MUSCLE ? place->point_id : NULL,
                 (guint) self->side);
}

/* Actions */

static void
back_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  taut_guide_go_back (TAUT_GUIDE (widget));
}

static void
mark_point_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TautGuide *self = TAUT_GUIDE (widget);

  g_signal_emit (self, signals[MARK_ASKED], 0, g_variant_get_string (parameter, NULL),
                 (guint) self->side);
}

static void
show_muscle_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TautGuide *self = TAUT_GUIDE (widget);

  taut_guide_show_muscle (self, g_variant_get_string (parameter, NULL), NULL, self->side);
}

static void
show_point (TautGuide  *self,
            const char *point_id,
            TautSide    side)
{
  const TautPoint *point;

  g_assert (TAUT_IS_GUIDE (self));

  point = self->atlas != NULL ? taut_atlas_find_point (self->atlas, point_id) : NULL;
  if (point != NULL)
    taut_guide_show_muscle (self, point->muscle->id, point_id, side);
}

static void
show_point_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TautGuide *self = TAUT_GUIDE (widget);

  show_point (self, g_variant_get_string (parameter, NULL), self->side);
}

/* Callbacks */

static void
card_point_changed_cb (TautGuide *self)
{
  const TautPoint *point = taut_muscle_card_get_point (self->muscle_card);
  TautPlace *place = taut_guide_get_place (self);

  g_assert (TAUT_IS_GUIDE (self));

  if (self->moving || place == NULL || place->kind != TAUT_PLACE_MUSCLE)
    return;

  g_free (place->point_id);
  place->point_id = g_strdup (point != NULL ? point->id : NULL);
  place->side = taut_muscle_card_get_side (self->muscle_card);
  self->side = place->side;
  taut_guide_emit_point (self);
}

static void
find_page_chosen_cb (TautGuide     *self,
                     TautFoundKind  kind,
                     const char    *id,
                     TautSide       side)
{
  g_assert (TAUT_IS_GUIDE (self));

  switch (kind)
    {
    case TAUT_FOUND_COMPLAINT:
      taut_guide_go_to (self, taut_guide_place_new (TAUT_PLACE_COMPLAINT, id, NULL, side));
      break;
    case TAUT_FOUND_AREA:
      self->side = side;
      g_signal_emit (self, signals[AREA_CHOSEN], 0, id, (guint) side);
      break;
    case TAUT_FOUND_MUSCLE:
      taut_guide_show_muscle (self, id, NULL, side);
      break;
    case TAUT_FOUND_POINT:
      show_point (self, id, side);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
find_page_words_suggested_cb (TautGuide  *self,
                              const char *words)
{
  g_assert (TAUT_IS_GUIDE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
find_page_left_upwards_cb (TautGuide *self)
{
  g_assert (TAUT_IS_GUIDE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_changed_cb (TautGuide *self)
{
  g_assert (TAUT_IS_GUIDE (self));

  taut_find_page_search (self->find_page,
                         gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), self->side);
}

static void
search_activate_cb (TautGuide *self)
{
  g_assert (TAUT_IS_GUIDE (self));

  /* The entry waits a moment before it says that the words changed. */
  search_changed_cb (self);
  taut_find_page_choose_first (self->find_page);
}

static gboolean
search_key_cb (TautGuide *self,
               guint      keyval)
{
  g_assert (TAUT_IS_GUIDE (self));

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;

  search_changed_cb (self);

  return taut_find_page_focus (self->find_page);
}

static void
search_stop_cb (TautGuide *self)
{
  g_assert (TAUT_IS_GUIDE (self));

  taut_guide_go_back (self);
}

/* GtkWidget */

/* However long the words are, they do not make the panel wider than it is. */
static void
taut_guide_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  TautGuide *self = TAUT_GUIDE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
taut_guide_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  gtk_widget_allocate (TAUT_GUIDE (widget)->content, width, height, baseline, NULL);
}

/* GObject */

static void
taut_guide_dispose (GObject *object)
{
  TautGuide *self = TAUT_GUIDE (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->book);
  g_clear_object (&self->record);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_GUIDE);

  G_OBJECT_CLASS (taut_guide_parent_class)->dispose (object);
}

static void
taut_guide_finalize (GObject *object)
{
  TautGuide *self = TAUT_GUIDE (object);

  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (taut_guide_parent_class)->finalize (object);
}

static void
install_signals (GObjectClass *object_class)
{
  GType type = G_TYPE_FROM_CLASS (object_class);

  signals[AREA_CHOSEN] =
    g_signal_new ("area-chosen", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[CLOSED] =
    g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARK_ASKED] =
    g_signal_new ("mark-asked", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[POINT_SHOWN] =
    g_signal_new ("point-shown", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "guide.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "guide.mark-point", "s", mark_point_action_cb);
  gtk_widget_class_install_action (widget_class, "guide.show-muscle", "s", show_muscle_action_cb);
  gtk_widget_class_install_action (widget_class, "guide.show-point", "s", show_point_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "guide.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "guide.back",
                                       NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, TautGuide, content);
  gtk_widget_class_bind_template_child (widget_class, TautGuide, find_page);
  gtk_widget_class_bind_template_child (widget_class, TautGuide, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TautGuide, likely_page);
  gtk_widget_class_bind_template_child (widget_class, TautGuide, muscle_card);
  gtk_widget_class_bind_template_child (widget_class, TautGuide, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TautGuide, stack);
  gtk_widget_class_bind_template_child (widget_class, TautGuide, title_stack);
  gtk_widget_class_bind_template_child (widget_class, TautGuide, window_title);
  gtk_widget_class_bind_template_callback (widget_class, card_point_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_page_left_upwards_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_page_words_suggested_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
}

static void
taut_guide_class_init (TautGuideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_guide_dispose;
  object_class->finalize = taut_guide_finalize;
  widget_class->measure = taut_guide_measure;
  widget_class->size_allocate = taut_guide_size_allocate;

  install_signals (object_class);

  g_type_ensure (TAUT_TYPE_FIND_PAGE);
  g_type_ensure (TAUT_TYPE_LIKELY_PAGE);
  g_type_ensure (TAUT_TYPE_MUSCLE_CARD);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "guide");
  bind_template (widget_class);
}

static void
taut_guide_init (TautGuide *self)
{
  self->places = g_ptr_array_new_with_free_func (taut_guide_place_free);
  self->side = TAUT_SIDE_RIGHT;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Whoever goes on typing on a row goes on searching. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->find_page));
}

/* Public */

GtkWidget *
taut_guide_new (void)
{
  return g_object_new (TAUT_TYPE_GUIDE, NULL);
}

void
taut_guide_set_atlas (TautGuide *self,
                      TautAtlas *atlas)
{
  g_return_if_fail (TAUT_IS_GUIDE (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));

  g_set_object (&self->atlas, atlas);
  taut_find_page_set_atlas (self->find_page, atlas);
}

void
taut_guide_set_book (TautGuide       *self,
                     TautPictureBook *book)
{
  g_return_if_fail (TAUT_IS_GUIDE (self));
  g_return_if_fail (TAUT_IS_PICTURE_BOOK (book));

  g_set_object (&self->book, book);
}

void
taut_guide_set_record (TautGuide  *self,
                       TautRecord *record)
{
  g_return_if_fail (TAUT_IS_GUIDE (self));
  g_return_if_fail (record == NULL || TAUT_IS_RECORD (record));

  g_set_object (&self->record, record);
}

void
taut_guide_set_show_window_controls (TautGuide *self,
                                     gboolean   show)
{
  g_return_if_fail (TAUT_IS_GUIDE (self));

  adw_header_bar_set_show_end_title_buttons (self->header_bar, show);
}

void
taut_guide_set_note_func (TautGuide        *self,
                          TautAreaNoteFunc  func,
                          gpointer          user_data)
{
  g_return_if_fail (TAUT_IS_GUIDE (self));

  taut_find_page_set_note_func (self->find_page, func, user_data);
}

void
taut_guide_search (TautGuide *self)
{
  const TautPlace *place;

  g_return_if_fail (TAUT_IS_GUIDE (self));

  place = taut_guide_get_place (self);
  if (place != NULL && place->kind == TAUT_PLACE_FIND)
    taut_guide_show_find (self);
  else
    taut_guide_go_to (self, taut_guide_place_new (TAUT_PLACE_FIND, NULL, NULL, self->side));

  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

void
taut_guide_show_muscle (TautGuide  *self,
                        const char *muscle_id,
                        const char *point_id,
                        TautSide    side)
{
  g_return_if_fail (TAUT_IS_GUIDE (self));
  g_return_if_fail (muscle_id != NULL);

  taut_guide_go_to (self, taut_guide_place_new (TAUT_PLACE_MUSCLE, muscle_id, point_id, side));
}

void
taut_guide_show_routine (TautGuide  *self,
                         const char *routine_id,
                         TautSide    side)
{
  const TautRoutine *routine;

  g_return_if_fail (TAUT_IS_GUIDE (self));
  g_return_if_fail (routine_id != NULL);

  routine = self->atlas != NULL ? taut_atlas_find_routine (self->atlas, routine_id) : NULL;
  if (routine == NULL || routine->muscles[0] == NULL)
    return;

  self->side = side;
  if (routine->muscles[1] == NULL)
    taut_guide_show_muscle (self, routine->muscles[0], NULL, side);
  else
    taut_guide_go_to (self, taut_guide_place_new (TAUT_PLACE_ROUTINE, routine_id, NULL, side));
}

void
taut_guide_clear (TautGuide *self)
{
  g_return_if_fail (TAUT_IS_GUIDE (self));

  g_ptr_array_set_size (self->places, 0);
}
