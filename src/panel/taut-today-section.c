/* taut-today-section.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-today-section"

#include "config.h"

#include "taut-today-section.h"

#include <glib/gi18n.h>

#include "taut-resources.h"
#include "taut-row-list.h"
#include "taut-today-row.h"

struct _TautTodaySection
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *heading_label;
  GtkListBox *list;
  GtkLabel *nothing_label;
  GtkLabel *progress_label;

  TautAtlas *atlas;
  TautPictureBook *book;
  TautRecord *record;
  guint minute;
};

G_DEFINE_FINAL_TYPE (TautTodaySection, taut_today_section, GTK_TYPE_WIDGET)

enum {
  ROUTINE_ACTIVATED,
  UNDOABLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (TautTodaySection *self,
      char             *text)
{
  g_autofree char *owned = text;

  g_assert (TAUT_IS_TODAY_SECTION (self));

  if (owned != NULL)
    g_signal_emit (self, signals[UNDOABLE], 0, owned);
}

static void
move_session (TautTodaySection       *self,
              const TautSessionPlace *place,
              TautTodayWish           wish)
{
  GDate date = place->date;
  guint minute = place->minute;

  g_assert (TAUT_IS_TODAY_SECTION (self));

  if (wish == TAUT_TODAY_TOMORROW)
    g_date_add_days (&date, 1);
  else if (!taut_care_edit_find_later (place->minute, self->minute, &minute))
    return;

  tell (self, taut_care_edit_move (self->atlas, self->record, place, &date, minute));
}

static void
row_wished_cb (TautTodaySection *self,
               guint             wish,
               TautTodayRow     *row)
{
  /* The row may go with the change. */
  TautSessionPlace place = *taut_today_row_get_place (row);
  g_autofree char *routine_id = g_strdup (place.routine_id);

  g_assert (TAUT_IS_TODAY_SECTION (self));

  place.routine_id = routine_id;
  switch ((TautTodayWish) wish)
    {
    case TAUT_TODAY_TICK:
      taut_care_edit_set_outcome (self->record, &place, TAUT_OUTCOME_DONE);
      break;
    case TAUT_TODAY_OPEN:
      taut_care_edit_set_outcome (self->record, &place, TAUT_CARE_EDIT_OPEN);
      break;
    case TAUT_TODAY_SORE:
      tell (self, taut_care_edit_too_sore (self->atlas, self->record, &place));
      break;
    case TAUT_TODAY_SKIP:
      taut_care_edit_set_outcome (self->record, &place, TAUT_OUTCOME_SKIPPED);
      tell (self, g_strdup (_("Skipped this time")));
      break;
    case TAUT_TODAY_LATER:
    case TAUT_TODAY_TOMORROW:
      move_session (self, &place, (TautTodayWish) wish);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
row_activated_cb (TautTodaySection *self,
                  TautTodayRow     *row)
{
  g_assert (TAUT_IS_TODAY_SECTION (self));

  g_signal_emit (self, signals[ROUTINE_ACTIVATED], 0,
                 taut_today_row_get_place (row)->routine_id);
}

static GtkWidget *
new_row (gconstpointer entry,
         gpointer      user_data)
{
  GtkWidget *row = taut_today_row_new ();

  g_signal_connect_object (row, "wished", G_CALLBACK (row_wished_cb), user_data,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), user_data,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
update_row (GtkWidget     *row,
            gconstpointer  entry,
            gpointer       user_data)
{
  TautTodaySection *self = TAUT_TODAY_SECTION (user_data);
  const TautCareBox *box = entry;
  guint later;

  taut_today_row_set_box (TAUT_TODAY_ROW (row), self->book, box,
                          taut_care_edit_find_later (box->place.minute, self->minute, &later));
}

static void
taut_today_section_dispose (GObject *object)
{
  TautTodaySection *self = TAUT_TODAY_SECTION (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->book);
  g_clear_object (&self->record);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_TODAY_SECTION);

  G_OBJECT_CLASS (taut_today_section_parent_class)->dispose (object);
}

static void
taut_today_section_class_init (TautTodaySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_today_section_dispose;

  signals[ROUTINE_ACTIVATED] =
    g_signal_new ("routine-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNDOABLE] =
    g_signal_new ("undoable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-today-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TautTodaySection, content);
  gtk_widget_class_bind_template_child (widget_class, TautTodaySection, heading_label);
  gtk_widget_class_bind_template_child (widget_class, TautTodaySection, list);
  gtk_widget_class_bind_template_child (widget_class, TautTodaySection, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, TautTodaySection, progress_label);
}

static void
taut_today_section_init (TautTodaySection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
taut_today_section_update (TautTodaySection    *self,
                           TautAtlas           *atlas,
                           TautRecord          *record,
                           TautPictureBook     *book,
                           const TautCareState *state,
                           guint                minute)
{
  g_return_if_fail (TAUT_IS_TODAY_SECTION (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_RECORD (record));
  g_return_if_fail (book == NULL || TAUT_IS_PICTURE_BOOK (book));
  g_return_if_fail (state != NULL);

  g_set_object (&self->atlas, atlas);
  g_set_object (&self->record, record);
  g_set_object (&self->book, book);
  self->minute = minute;

  taut_row_list_sync (self->list, state->boxes, new_row, update_row, self);
  gtk_label_set_label (self->heading_label, state->heading);
  gtk_label_set_label (self->progress_label, state->progress);
  gtk_label_set_label (self->nothing_label, state->nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->list), state->boxes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), state->boxes->len == 0);
}
