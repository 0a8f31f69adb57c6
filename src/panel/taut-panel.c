/* taut-panel.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-panel"

#include "config.h"

#include "taut-panel.h"

#include "taut-care-page.h"
#include "taut-guide.h"
#include "taut-marks-page.h"
#include "taut-resources.h"

struct _TautPanel
{
  GtkWidget parent_instance;

  GtkStack *content;
  TautGuide *guide;
  AdwHeaderBar *header_bar;
  AdwViewStack *stack;
  TautCarePage *care_page;
  TautMarksPage *marks_page;

  TautAtlas *atlas;
  TautPictureBook *book;
  TautRecord *record;
};

G_DEFINE_FINAL_TYPE (TautPanel, taut_panel, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_PAGE,
  PROP_RECORD,
  PROP_SELECTED_MARK,
  PROP_SHOW_WINDOW_CONTROLS,
  N_PROPS
};

enum {
  AREA_CHOSEN,
  GUIDE_CLOSED,
  MARK_ACTIVATED,
  MARK_ASKED,
  POINT_SHOWN,
  REMOVED,
  ROUTINE_ACTIVATED,
  UNDOABLE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Callbacks */

static void
marks_page_mark_activated_cb (TautPanel  *self,
                              const char *mark_id)
{
  g_assert (TAUT_IS_PANEL (self));

  g_signal_emit (self, signals[MARK_ACTIVATED], 0, mark_id);
}

static void
page_removed_cb (TautPanel  *self,
                 const char *name)
{
  g_assert (TAUT_IS_PANEL (self));

  g_signal_emit (self, signals[REMOVED], 0, name);
}

static void
page_undoable_cb (TautPanel  *self,
                  const char *text)
{
  g_assert (TAUT_IS_PANEL (self));

  g_signal_emit (self, signals[UNDOABLE], 0, text);
}

static void
guide_area_chosen_cb (TautPanel  *self,
                      const char *area_id,
                      guint       side)
{
  g_assert (TAUT_IS_PANEL (self));

  g_signal_emit (self, signals[AREA_CHOSEN], 0, area_id, side);
}

static void
guide_closed_cb (TautPanel *self)
{
  g_assert (TAUT_IS_PANEL (self));

  taut_panel_hide_guide (self);
}

static void
guide_mark_asked_cb (TautPanel  *self,
                     const char *point_id,
                     guint       side)
{
  g_assert (TAUT_IS_PANEL (self));

  g_signal_emit (self, signals[MARK_ASKED], 0, point_id, side);
}

static void
guide_point_shown_cb (TautPanel  *self,
                      const char *point_id,
                      guint       side)
{
  g_assert (TAUT_IS_PANEL (self));

  g_signal_emit (self, signals[POINT_SHOWN], 0, point_id, side);
}

static void
about_point_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  const char *point_id;
  const char *side_id;
  TautSide side;

  g_variant_get (parameter, "(&s&s)", &point_id, &side_id);
  if (taut_side_from_id (side_id, &side))
    taut_panel_show_point (TAUT_PANEL (widget), point_id, side);
}

static void
show_routine_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  g_signal_emit (widget, signals[ROUTINE_ACTIVATED], 0, g_variant_get_string (parameter, NULL));
}

static void
marks_page_selected_mark_cb (TautPanel *self)
{
  g_assert (TAUT_IS_PANEL (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_MARK]);
}

static void
stack_visible_child_cb (TautPanel *self)
{
  g_assert (TAUT_IS_PANEL (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* GObject */

static void
taut_panel_dispose (GObject *object)
{
  TautPanel *self = TAUT_PANEL (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->book);
  g_clear_object (&self->record);
  g_clear_pointer ((GtkWidget **) &self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_PANEL);

  G_OBJECT_CLASS (taut_panel_parent_class)->dispose (object);
}

static void
taut_panel_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TautPanel *self = TAUT_PANEL (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, adw_view_stack_get_visible_child_name (self->stack));
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_SELECTED_MARK:
      g_value_set_string (value, taut_marks_page_get_selected_mark (self->marks_page));
      break;
    case PROP_SHOW_WINDOW_CONTROLS:
      g_value_set_boolean (value, adw_header_bar_get_show_end_title_buttons (self->header_bar));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_page (TautPanel  *self,
          const char *page)
{
  g_assert (TAUT_IS_PANEL (self));

  /* Settings may name a page that this version does not have. */
  if (page != NULL && adw_view_stack_get_child_by_name (self->stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);
}

static void
set_show_window_controls (TautPanel *self,
                          gboolean   show)
{
  g_assert (TAUT_IS_PANEL (self));

  if (adw_header_bar_get_show_end_title_buttons (self->header_bar) == show)
    return;

  adw_header_bar_set_show_end_title_buttons (self->header_bar, show);
  taut_guide_set_show_window_controls (self->guide, show);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_WINDOW_CONTROLS]);
}

static void
taut_panel_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TautPanel *self = TAUT_PANEL (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      set_page (self, g_value_get_string (value));
      break;
    case PROP_RECORD:
      taut_panel_set_record (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_MARK:
      taut_marks_page_set_selected_mark (self->marks_page, g_value_get_string (value));
      break;
    case PROP_SHOW_WINDOW_CONTROLS:
      set_show_window_controls (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "marks", flags);
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TAUT_TYPE_RECORD, flags);
  properties[PROP_SELECTED_MARK] =
    g_param_spec_string ("selected-mark", NULL, NULL, NULL, flags);
  properties[PROP_SHOW_WINDOW_CONTROLS] =
    g_param_spec_boolean ("show-window-controls", NULL, NULL, TRUE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (GObjectClass *object_class)
{
  GType type = G_TYPE_FROM_CLASS (object_class);

  signals[AREA_CHOSEN] =
    g_signal_new ("area-chosen", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[GUIDE_CLOSED] =
    g_signal_new ("guide-closed", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARK_ACTIVATED] =
    g_signal_new ("mark-activated", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MARK_ASKED] =
    g_signal_new ("mark-asked", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[POINT_SHOWN] =
    g_signal_new ("point-shown", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[REMOVED] =
    g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ROUTINE_ACTIVATED] =
    g_signal_new ("routine-activated", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNDOABLE] =
    g_signal_new ("undoable", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
taut_panel_class_init (TautPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_panel_dispose;
  object_class->get_property = taut_panel_get_property;
  object_class->set_property = taut_panel_set_property;

  install_properties (object_class);

  install_signals (object_class);

  g_type_ensure (TAUT_TYPE_CARE_PAGE);
  g_type_ensure (TAUT_TYPE_GUIDE);
  g_type_ensure (TAUT_TYPE_MARKS_PAGE);

  gtk_widget_class_install_action (widget_class, "panel.about-point", "(ss)",
                                   about_point_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.show-routine", "s",
                                   show_routine_action_cb);
  gtk_widget_class_set_css_name (widget_class, "panel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TautPanel, care_page);
  gtk_widget_class_bind_template_child (widget_class, TautPanel, content);
  gtk_widget_class_bind_template_child (widget_class, TautPanel, guide);
  gtk_widget_class_bind_template_child (widget_class, TautPanel, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TautPanel, marks_page);
  gtk_widget_class_bind_template_child (widget_class, TautPanel, stack);
  gtk_widget_class_bind_template_callback (widget_class, guide_area_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, guide_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, guide_mark_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, guide_point_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, marks_page_mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, marks_page_selected_mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_undoable_cb);
  gtk_widget_class_bind_template_callback (widget_class, stack_visible_child_cb);
}

static void
taut_panel_init (TautPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_panel_new (void)
{
  return g_object_new (TAUT_TYPE_PANEL, NULL);
}

void
taut_panel_set_atlas (TautPanel *self,
                      TautAtlas *atlas,
                      TautClock *clock)
{
  g_return_if_fail (TAUT_IS_PANEL (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_CLOCK (clock));

  g_set_object (&self->atlas, atlas);
  taut_guide_set_atlas (self->guide, atlas);
  taut_marks_page_set_atlas (self->marks_page, atlas);
  taut_care_page_set_atlas (self->care_page, atlas, clock);
}

void
taut_panel_set_book (TautPanel       *self,
                     TautPictureBook *book)
{
  g_return_if_fail (TAUT_IS_PANEL (self));
  g_return_if_fail (TAUT_IS_PICTURE_BOOK (book));

  g_set_object (&self->book, book);
  taut_care_page_set_book (self->care_page, book);
  taut_guide_set_book (self->guide, book);
}

void
taut_panel_set_record (TautPanel  *self,
                       TautRecord *record)
{
  g_return_if_fail (TAUT_IS_PANEL (self));
  g_return_if_fail (record == NULL || TAUT_IS_RECORD (record));

  if (!g_set_object (&self->record, record))
    return;

  taut_guide_set_record (self->guide, record);
  taut_marks_page_set_record (self->marks_page, record);
  taut_care_page_set_record (self->care_page, record);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

TautRecord *
taut_panel_get_record (TautPanel *self)
{
  g_return_val_if_fail (TAUT_IS_PANEL (self), NULL);

  return self->record;
}

void
taut_panel_set_asks_reminders (TautPanel *self,
                               gboolean   asks_reminders)
{
  g_return_if_fail (TAUT_IS_PANEL (self));

  taut_care_page_set_asks_reminders (self->care_page, asks_reminders);
}

void
taut_panel_set_offers_sample (TautPanel *self,
                              gboolean   offers_sample)
{
  g_return_if_fail (TAUT_IS_PANEL (self));

  taut_marks_page_set_offers_sample (self->marks_page, offers_sample);
}

void
taut_panel_focus_page (TautPanel *self)
{
  g_return_if_fail (TAUT_IS_PANEL (self));

  taut_panel_hide_guide (self);
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

void
taut_panel_set_note_func (TautPanel        *self,
                          TautAreaNoteFunc  func,
                          gpointer          user_data)
{
  g_return_if_fail (TAUT_IS_PANEL (self));

  taut_guide_set_note_func (self->guide, func, user_data);
}

static void
show_guide (TautPanel *self)
{
  g_assert (TAUT_IS_PANEL (self));

  if (!taut_panel_get_guide_shown (self))
    taut_guide_clear (self->guide);
  gtk_stack_set_visible_child_name (self->content, "guide");
}

void
taut_panel_search (TautPanel *self)
{
  g_return_if_fail (TAUT_IS_PANEL (self));

  show_guide (self);
  taut_guide_search (self->guide);
}

void
taut_panel_show_point (TautPanel  *self,
                       const char *point_id,
                       TautSide    side)
{
  const TautPoint *point;

  g_return_if_fail (TAUT_IS_PANEL (self));
  g_return_if_fail (point_id != NULL);

  point = self->atlas != NULL ? taut_atlas_find_point (self->atlas, point_id) : NULL;
  if (point == NULL)
    return;

  show_guide (self);
  taut_guide_show_muscle (self->guide, point->muscle->id, point_id, side);
}

void
taut_panel_show_muscle (TautPanel  *self,
                        const char *muscle_id,
                        TautSide    side)
{
  g_return_if_fail (TAUT_IS_PANEL (self));
  g_return_if_fail (muscle_id != NULL);

  if (self->atlas == NULL || taut_atlas_find_muscle (self->atlas, muscle_id) == NULL)
    return;

  show_guide (self);
  taut_guide_show_muscle (self->guide, muscle_id, NULL, side);
}

void
taut_panel_show_muscles_of (TautPanel  *self,
                            const char *routine_id,
                            TautSide    side)
{
  const TautRoutine *routine;

  g_return_if_fail (TAUT_IS_PANEL (self));
  g_return_if_fail (routine_id != NULL);

  routine = self->atlas != NULL ? taut_atlas_find_routine (self->atlas, routine_id) : NULL;
  if (routine == NULL || routine->muscles[0] == NULL)
    return;

  show_guide (self);
  taut_guide_show_routine (self->guide, routine_id, side);
}

void
taut_panel_hide_guide (TautPanel *self)
{
  g_return_if_fail (TAUT_IS_PANEL (self));

  if (!taut_panel_get_guide_shown (self))
    return;

  gtk_stack_set_visible_child_name (self->content, "pages");
  taut_guide_clear (self->guide);
  g_signal_emit (self, signals[POINT_SHOWN], 0, NULL, (guint) TAUT_SIDE_RIGHT);
  g_signal_emit (self, signals[GUIDE_CLOSED], 0);
}

gboolean
taut_panel_get_guide_shown (TautPanel *self)
{
  g_return_val_if_fail (TAUT_IS_PANEL (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "guide") == 0;
}

void
taut_panel_refresh (TautPanel *self)
{
  g_return_if_fail (TAUT_IS_PANEL (self));

  taut_care_page_refresh (self->care_page);
}
