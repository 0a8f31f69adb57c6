/* taut-find-page.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-find-page"

#include "config.h"

#include "taut-find-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "taut-find-row.h"
#include "taut-names.h"
#include "taut-resources.h"
#include "taut-row-list.h"

struct _TautFindPage
{
  GtkWidget parent_instance;

  GtkListBox *areas_list;
  GtkLabel *count_label;
  GtkListBox *found_list;
  AdwStatusPage *nothing_page;
  GtkWidget *scrolled;
  GtkStack *stack;

  TautAtlas *atlas;
  TautFinder *finder;
  TautAreaNoteFunc note_func;
  gpointer note_data;
};

G_DEFINE_FINAL_TYPE (TautFindPage, taut_find_page, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  LEFT_UPWARDS,
  WORDS_SUGGESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Rows */

static void
row_side_chosen_cb (TautFindPage *self,
                    guint         side,
                    TautFindRow  *row)
{
  g_assert (TAUT_IS_FIND_PAGE (self));

  g_signal_emit (self, signals[CHOSEN], 0, (guint) TAUT_FOUND_AREA, taut_find_row_get_id (row),
                 side);
}

static void
list_row_activated_cb (TautFindPage *self,
                       TautFindRow  *row)
{
  g_assert (TAUT_IS_FIND_PAGE (self));

  g_signal_emit (self, signals[CHOSEN], 0, (guint) taut_find_row_get_kind (row),
                 taut_find_row_get_id (row), (guint) taut_find_row_get_side (row));
}

static gboolean
list_keynav_failed_cb (TautFindPage     *self,
                       GtkDirectionType  direction)
{
  g_assert (TAUT_IS_FIND_PAGE (self));

  if (direction != GTK_DIR_UP)
    return FALSE;

  g_signal_emit (self, signals[LEFT_UPWARDS], 0);

  return TRUE;
}

static GtkWidget *
new_row (gconstpointer entry,
         gpointer      user_data)
{
  TautFindPage *self = TAUT_FIND_PAGE (user_data);
  GtkWidget *row = taut_find_row_new ();

  g_signal_connect_object (row, "side-chosen", G_CALLBACK (row_side_chosen_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
update_row (GtkWidget     *row,
            gconstpointer  entry,
            gpointer       user_data)
{
  TautFindPage *self = TAUT_FIND_PAGE (user_data);
  const TautFindEntry *found = entry;
  g_autofree char *note = NULL;

  if (found->kind == TAUT_FOUND_AREA && self->note_func != NULL)
    note = self->note_func (taut_atlas_find_area (self->atlas, found->id), found->side,
                            self->note_data);
  taut_find_row_set_entry (TAUT_FIND_ROW (row), found, note);
}

static TautFinder *
get_finder (TautFindPage *self)
{
  g_assert (TAUT_IS_FIND_PAGE (self));

  /* Most people who open the window do not search. */
  if (self->finder == NULL)
    self->finder = taut_finder_new (self->atlas, taut_name_translate);

  return self->finder;
}

static void
show_nothing (TautFindPage *self,
              const char   *words)
{
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

  g_assert (TAUT_IS_FIND_PAGE (self));

  /* Translators: what was typed */
  title = g_strdup_printf (_("Nothing found for “%s”"), words);
  escaped = g_markup_escape_text (title, -1);
  adw_status_page_set_title (self->nothing_page, escaped);
  gtk_label_set_label (self->count_label, title);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_found (TautFindPage *self,
            GPtrArray    *entries)
{
  g_autofree char *count = NULL;

  g_assert (TAUT_IS_FIND_PAGE (self));

  count = entries->len == TAUT_FIND_MOST
            ? g_strdup_printf (_("The best %u"), entries->len)
            : g_strdup_printf (ngettext ("%u found", "%u found", entries->len), entries->len);
  gtk_label_set_label (self->count_label, count);
  taut_row_list_sync (self->found_list, entries, new_row, update_row, self);
  gtk_stack_set_visible_child_name (self->stack, "found");
}

/* Callbacks */

static void
example_clicked_cb (TautFindPage *self,
                    GtkButton    *button)
{
  g_assert (TAUT_IS_FIND_PAGE (self));

  g_signal_emit (self, signals[WORDS_SUGGESTED], 0, gtk_button_get_label (button));
}

static void
areas_clicked_cb (TautFindPage *self)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_assert (TAUT_IS_FIND_PAGE (self));

  if (self->atlas == NULL)
    return;

  entries = taut_find_state_list_areas (self->atlas, TAUT_SIDE_RIGHT);
  taut_row_list_sync (self->areas_list, entries, new_row, update_row, self);
  gtk_stack_set_visible_child_name (self->stack, "areas");
  gtk_widget_child_focus (GTK_WIDGET (self->areas_list), GTK_DIR_TAB_FORWARD);
}

static void
area_header_cb (GtkListBoxRow *row,
                GtkListBoxRow *before,
                gpointer       user_data)
{
  TautFindPage *self = user_data;
  const TautArea *area;
  const TautArea *area_before = NULL;
  GtkWidget *label;

  area = taut_atlas_find_area (self->atlas, taut_find_row_get_id (TAUT_FIND_ROW (row)));
  if (before != NULL)
    area_before = taut_atlas_find_area (self->atlas,
                                        taut_find_row_get_id (TAUT_FIND_ROW (before)));
  if (area_before != NULL && g_str_equal (area->group, area_before->group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (taut_find_state_name_group (area->group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "area-group");
  gtk_list_box_row_set_header (row, label);
}

/* GObject */

static void
taut_find_page_dispose (GObject *object)
{
  TautFindPage *self = TAUT_FIND_PAGE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_FIND_PAGE);
  g_clear_pointer (&self->finder, taut_finder_free);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (taut_find_page_parent_class)->dispose (object);
}

static void
taut_find_page_class_init (TautFindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taut_find_page_dispose;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_UINT);
  signals[LEFT_UPWARDS] =
    g_signal_new ("left-upwards", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WORDS_SUGGESTED] =
    g_signal_new ("words-suggested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-find-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TautFindPage, areas_list);
  gtk_widget_class_bind_template_child (widget_class, TautFindPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TautFindPage, found_list);
  gtk_widget_class_bind_template_child (widget_class, TautFindPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TautFindPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TautFindPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, areas_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_row_activated_cb);
}

static void
taut_find_page_init (TautFindPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->areas_list, area_header_cb, self, NULL);
}

/* Public */

GtkWidget *
taut_find_page_new (void)
{
  return g_object_new (TAUT_TYPE_FIND_PAGE, NULL);
}

void
taut_find_page_set_atlas (TautFindPage *self,
                          TautAtlas    *atlas)
{
  g_return_if_fail (TAUT_IS_FIND_PAGE (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));

  if (g_set_object (&self->atlas, atlas))
    g_clear_pointer (&self->finder, taut_finder_free);
}

void
taut_find_page_set_note_func (TautFindPage     *self,
                              TautAreaNoteFunc  func,
                              gpointer          user_data)
{
  g_return_if_fail (TAUT_IS_FIND_PAGE (self));

  self->note_func = func;
  self->note_data = user_data;
}

void
taut_find_page_search (TautFindPage *self,
                       const char   *words,
                       TautSide      side)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *stripped = NULL;

  g_return_if_fail (TAUT_IS_FIND_PAGE (self));
  g_return_if_fail (words != NULL);

  stripped = g_strstrip (g_strdup (words));
  if (self->atlas == NULL || *stripped == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "start");
      return;
    }

  entries = taut_find_state_search (self->atlas, get_finder (self), stripped, side);
  if (entries->len == 0)
    show_nothing (self, stripped);
  else
    show_found (self, entries);
}

gboolean
taut_find_page_choose_first (TautFindPage *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TAUT_IS_FIND_PAGE (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->found_list, 0);
  if (row == NULL || !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "found"))
    return FALSE;

  list_row_activated_cb (self, TAUT_FIND_ROW (row));

  return TRUE;
}

gboolean
taut_find_page_focus (TautFindPage *self)
{
  g_return_val_if_fail (TAUT_IS_FIND_PAGE (self), FALSE);

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}
