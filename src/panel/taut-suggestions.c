/* taut-suggestions.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-suggestions"

#include "config.h"

#include "taut-suggestions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "taut-health-dialog.h"
#include "taut-own-routine-dialog.h"
#include "taut-proposal-state.h"
#include "taut-resources.h"
#include "taut-row-list.h"
#include "taut-suggestion-row.h"
#include "taut-wishes-dialog.h"

struct _TautSuggestions
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *conflicts_group;
  GtkListBox *conflicts_list;
  GtkWidget *suggestions_group;
  GtkLabel *room_label;
  GtkListBox *suggestions_list;
  GtkWidget *nothing_label;
  GtkWidget *take_all_button;
  GtkWidget *left_out_banner;
  GtkLabel *left_out_label;
  GtkListBox *own_list;
  AdwActionRow *refused_row;
  GtkButton *allow_button;
  AdwActionRow *health_row;
  AdwActionRow *wishes_row;

  TautAtlas *atlas;
  TautRecord *record;
  TautPictureBook *book;
  TautProposalState *state;
  GDate today;
};

G_DEFINE_FINAL_TYPE (TautSuggestions, taut_suggestions, GTK_TYPE_WIDGET)

enum {
  UNDOABLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Rows */

static GtkWidget *
new_suggestion_row (gconstpointer entry,
                    gpointer      user_data)
{
  return taut_suggestion_row_new ();
}

static void
update_suggestion_row (GtkWidget     *row,
                       gconstpointer  entry,
                       gpointer       user_data)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (user_data);

  taut_suggestion_row_show (TAUT_SUGGESTION_ROW (row), self->book, entry);
}

static GtkWidget *
new_conflict_row (gconstpointer entry,
                  gpointer      user_data)
{
  const TautConflict *conflict = entry;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *button = gtk_button_new_with_label (_("Take out"));
  g_autofree char *label = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "suggestion");
  gtk_widget_add_css_class (image, "tier");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "panel.remove-routine");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", conflict->key);
  /* Translators: the name of a routine that is taken out of the plan. */
  label = g_strdup_printf (_("Take out: %s"), conflict->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
update_conflict_row (GtkWidget     *row,
                     gconstpointer  entry,
                     gpointer       user_data)
{
  const TautConflict *conflict = entry;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), conflict->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), conflict->reason);
}

static GtkWidget *
new_own_row (gconstpointer entry,
             gpointer      user_data)
{
  const TautOwnEntry *own = entry;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("document-edit-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "suggestion");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "panel.write-routine");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", own->key);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);

  return row;
}

static void
update_own_row (GtkWidget     *row,
                gconstpointer  entry,
                gpointer       user_data)
{
  const TautOwnEntry *own = entry;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), own->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), own->subtitle);
}

static void
show_state (TautSuggestions *self)
{
  const TautProposalState *state = self->state;
  gboolean has_marks = g_list_model_get_n_items (taut_record_get_marks (self->record)) > 0;
  gboolean has_suggestions = state->suggestions->len > 0;

  g_assert (TAUT_IS_SUGGESTIONS (self));

  taut_row_list_sync (self->conflicts_list, state->conflicts, new_conflict_row,
                      update_conflict_row, self);
  taut_row_list_sync (self->suggestions_list, state->suggestions, new_suggestion_row,
                      update_suggestion_row, self);
  taut_row_list_sync (self->own_list, state->own, new_own_row, update_own_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self->own_list), state->own->len > 0);

  gtk_label_set_label (self->room_label, has_suggestions ? state->room : "");
  gtk_label_set_label (self->left_out_label, state->left_out);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->refused_row), state->refused);
  gtk_button_set_label (self->allow_button, state->allow);
  adw_action_row_set_subtitle (self->health_row, state->health);
  adw_action_row_set_subtitle (self->wishes_row, state->wishes);

  gtk_widget_set_visible (self->conflicts_group, state->conflicts->len > 0);
  gtk_widget_set_visible (self->suggestions_group, has_marks);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions_list), has_suggestions);
  gtk_widget_set_visible (self->nothing_label, !has_suggestions);
  gtk_widget_set_visible (self->take_all_button, state->suggestions->len > 1);
  gtk_widget_set_visible (self->left_out_banner, *state->left_out != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->refused_row), *state->refused != '\0');
}

/* Actions */

static void
tell (TautSuggestions *self,
      const char      *text)
{
  g_assert (TAUT_IS_SUGGESTIONS (self));

  g_signal_emit (self, signals[UNDOABLE], 0, text);
}

static const TautSuggestion *
find_suggestion (TautSuggestions *self,
                 const char      *key)
{
  g_assert (TAUT_IS_SUGGESTIONS (self));

  for (guint i = 0; self->state != NULL && i < self->state->suggestions->len; i++)
    {
      const TautSuggestion *suggestion = g_ptr_array_index (self->state->suggestions, i);

      if (g_str_equal (suggestion->key, key))
        return suggestion;
    }

  return NULL;
}

static void
take_routine_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (widget);
  const TautSuggestion *suggestion =
    find_suggestion (self, g_variant_get_string (parameter, NULL));

  if (suggestion != NULL)
    {
      g_autoptr (TautPlanItem) item = g_object_ref (suggestion->proposed->prescription->item);

      taut_record_put_plan_item (self->record, item);
    }
}

/* The list is gone and the focus with it: both go on where the plan begins. */
static void
focus_page (TautSuggestions *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  g_assert (TAUT_IS_SUGGESTIONS (self));

  if (page != NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
take_all_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (widget);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->state == NULL || self->state->suggestions->len == 0)
    return;

  items = taut_proposal_state_list_items (self->state);
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  taut_record_put_plan_items (self->record, items);
  focus_page (self);

  text = g_strdup_printf (ngettext ("%u routine is in your plan now",
                                    "%u routines are in your plan now",
                                    items->len),
                          items->len);
  tell (self, text);
}

static void
refuse_routine_action_cb (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (widget);
  const TautSuggestion *suggestion =
    find_suggestion (self, g_variant_get_string (parameter, NULL));
  g_autoptr (TautProfile) profile = NULL;
  g_autofree char *text = NULL;

  if (suggestion == NULL)
    return;

  /* Translators: the name of a routine. */
  text = g_strdup_printf (_("Not suggested any more: %s"), suggestion->title);
  profile = taut_profile_with_refused (taut_record_get_profile (self->record), suggestion->key,
                                       TRUE);
  taut_record_set_profile (self->record, profile);
  tell (self, text);
}

static void
allow_refused_action_cb (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (widget);
  g_autoptr (TautProfile) profile = NULL;

  if (self->record == NULL)
    return;

  profile = taut_proposal_state_allow_all (taut_record_get_profile (self->record));
  taut_record_set_profile (self->record, profile);
}

static void
present (TautSuggestions *self,
         GtkWidget       *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (TAUT_IS_SUGGESTIONS (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_health_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (widget);

  if (self->record != NULL)
    present (self, taut_health_dialog_new (self->atlas, self->record, &self->today));
}

static void
show_wishes_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (widget);

  if (self->record != NULL)
    present (self, taut_wishes_dialog_new (self->record));
}

static void
write_routine_action_cb (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->record != NULL)
    present (self, taut_own_routine_dialog_new (self->record,
                                                taut_record_find_own_routine (self->record, id),
                                                &self->today));
}

/* GObject */

static void
taut_suggestions_dispose (GObject *object)
{
  TautSuggestions *self = TAUT_SUGGESTIONS (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->book);
  g_clear_object (&self->record);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_SUGGESTIONS);

  G_OBJECT_CLASS (taut_suggestions_parent_class)->dispose (object);
}

static void
taut_suggestions_finalize (GObject *object)
{
  g_clear_pointer (&TAUT_SUGGESTIONS (object)->state, taut_proposal_state_free);

  G_OBJECT_CLASS (taut_suggestions_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "panel.allow-refused", NULL,
                                   allow_refused_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.refuse-routine", "s",
                                   refuse_routine_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.show-health", NULL,
                                   show_health_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.show-wishes", NULL,
                                   show_wishes_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.take-all", NULL, take_all_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.take-routine", "s",
                                   take_routine_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.write-routine", "s",
                                   write_routine_action_cb);
}

static void
taut_suggestions_class_init (TautSuggestionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_suggestions_dispose;
  object_class->finalize = taut_suggestions_finalize;

  signals[UNDOABLE] =
    g_signal_new ("undoable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-suggestions.ui");
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, allow_button);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, conflicts_group);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, conflicts_list);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, content);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, health_row);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, left_out_banner);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, left_out_label);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, own_list);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, refused_row);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, room_label);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, suggestions_group);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, suggestions_list);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, take_all_button);
  gtk_widget_class_bind_template_child (widget_class, TautSuggestions, wishes_row);
}

static void
taut_suggestions_init (TautSuggestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
taut_suggestions_new (void)
{
  return g_object_new (TAUT_TYPE_SUGGESTIONS, NULL);
}

void
taut_suggestions_update (TautSuggestions *self,
                         TautAtlas       *atlas,
                         TautRecord      *record,
                         TautPictureBook *book,
                         const GDate     *today)
{
  TautProposalState *state;

  g_return_if_fail (TAUT_IS_SUGGESTIONS (self));
  g_return_if_fail (TAUT_IS_ATLAS (atlas));
  g_return_if_fail (TAUT_IS_RECORD (record));
  g_return_if_fail (today != NULL && g_date_valid (today));

  g_set_object (&self->atlas, atlas);
  g_set_object (&self->record, record);
  g_set_object (&self->book, book);
  self->today = *today;

  state = taut_proposal_state_new (atlas, record, today);
  g_clear_pointer (&self->state, taut_proposal_state_free);
  self->state = state;
  show_state (self);
}
