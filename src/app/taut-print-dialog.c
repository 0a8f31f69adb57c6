/* taut-print-dialog.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-print-dialog"

#include "config.h"

#include "taut-print-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "taut-cairo.h"
#include "taut-resources.h"

/* Pixels. */
#define PAGE_WIDTH 480
#define PAGE_WIDTH_LEAST 220
/* Letters stand on whole pixels of a picture: these are finer than the screen's. */
#define SCALE_LEAST 2
/* Typing and turning switches is over after this. */
#define SETTLE_MS 150

struct _TautPrintDialog
{
  AdwWindow parent_instance;

  GtkSwitch *code_switch;
  GtkBox *pages_box;
  GtkWidget *pages_scroller;
  AdwComboRow *paper_row;
  GtkSwitch *pictures_switch;
  GtkEditable *practice_row;
  GtkWidget *print_button;
  GtkWidget *routines_row;
  GtkSwitch *routines_switch;
  AdwComboRow *variant_row;
  AdwComboRow *weeks_row;
  AdwWindowTitle *window_title;

  TautPlanDocument *document;
  TautPlanOptions options;
  char *practice;
  guint next_page;
  guint settle_id;
  guint draw_id;
  guint setting : 1;
};

G_DEFINE_FINAL_TYPE (TautPrintDialog, taut_print_dialog, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const guint weeks[] = { 2, 4, 8 };

/* Pages */

static GdkTexture *
draw_page (TautPrintDialog *self,
           guint            page)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int scale = MAX (gtk_widget_get_scale_factor (GTK_WIDGET (self)), SCALE_LEAST);
  double width, height, zoom;
  int pixel_width, pixel_height, stride;

  g_assert (TAUT_IS_PRINT_DIALOG (self));

  taut_plan_document_get_size (self->document, &width, &height);
  zoom = PAGE_WIDTH * scale / width;
  pixel_width = PAGE_WIDTH * scale;
  pixel_height = (int) lround (height * zoom);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixel_width, pixel_height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  if (!taut_plan_document_draw (self->document, page, cr, &error))
    g_warning ("Page %u cannot be shown: %s", page + 1, error->message);

  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * pixel_height);

  return gdk_memory_texture_new (pixel_width, pixel_height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GtkWidget *
get_picture (TautPrintDialog *self,
             guint            page)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages_box));

  g_assert (TAUT_IS_PRINT_DIALOG (self));

  for (guint i = 0; i < page && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* One page after the other, so that the window answers in between. */
static gboolean
draw_next_cb (gpointer data)
{
  TautPrintDialog *self = data;
  GtkWidget *picture = get_picture (self, self->next_page);

  if (picture != NULL)
    {
      g_autoptr (GdkTexture) texture = draw_page (self, self->next_page);

      gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
      self->next_page++;
    }
  if (self->next_page < taut_plan_document_get_n_pages (self->document))
    return G_SOURCE_CONTINUE;

  self->draw_id = 0;

  return G_SOURCE_REMOVE;
}

static GtkWidget *
new_picture (TautPrintDialog *self,
             guint            page,
             guint            n_pages)
{
  GtkWidget *picture = gtk_picture_new ();
  g_autofree char *name = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);
  g_autoptr (GdkPaintable) blank = NULL;
  double width, height;

  /* Takes its room before it is drawn, as narrow as the window, in its own shape. */
  taut_plan_document_get_size (self->document, &width, &height);
  blank = gdk_paintable_new_empty ((int) lround (width), (int) lround (height));
  gtk_picture_set_paintable (GTK_PICTURE (picture), blank);
  gtk_widget_set_size_request (picture, PAGE_WIDTH_LEAST, -1);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
  gtk_widget_set_tooltip_text (picture, name);
  gtk_widget_add_css_class (picture, "card");

  return picture;
}

/* Keeps the pictures that are there until new ones take their places. */
static void
show_pages (TautPrintDialog *self)
{
  guint n_pages = taut_plan_document_get_n_pages (self->document);
  g_autofree char *subtitle =
    g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  GtkWidget *child;

  g_assert (TAUT_IS_PRINT_DIALOG (self));

  adw_window_title_set_subtitle (self->window_title, subtitle);
  while ((child = get_picture (self, n_pages)) != NULL)
    gtk_box_remove (self->pages_box, child);
  for (guint page = 0; page < n_pages; page++)
    if (get_picture (self, page) == NULL)
      gtk_box_append (self->pages_box, new_picture (self, page, n_pages));

  self->next_page = 0;
  if (self->draw_id == 0)
    self->draw_id = g_idle_add (draw_next_cb, self);
}

/* Options */

static void
read_options (TautPrintDialog *self)
{
  g_assert (TAUT_IS_PRINT_DIALOG (self));

  g_free (self->practice);
  self->practice = g_strdup (gtk_editable_get_text (self->practice_row));
  self->options = (TautPlanOptions) {
    .variant = adw_combo_row_get_selected (self->variant_row),
    .paper = adw_combo_row_get_selected (self->paper_row),
    .weeks = weeks[MIN (adw_combo_row_get_selected (self->weeks_row), G_N_ELEMENTS (weeks) - 1)],
    .pictures = gtk_switch_get_active (self->pictures_switch),
    .routines = gtk_switch_get_active (self->routines_switch),
    .qr = gtk_switch_get_active (self->code_switch),
    .practice = self->practice,
  };
}

static void
write_options (TautPrintDialog       *self,
               const TautPlanOptions *options)
{
  g_assert (TAUT_IS_PRINT_DIALOG (self));

  self->setting = TRUE;
  adw_combo_row_set_selected (self->variant_row, options->variant);
  adw_combo_row_set_selected (self->paper_row, options->paper);
  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    if (weeks[i] == options->weeks)
      adw_combo_row_set_selected (self->weeks_row, i);
  gtk_switch_set_active (self->pictures_switch, options->pictures);
  gtk_switch_set_active (self->routines_switch, options->routines);
  gtk_switch_set_active (self->code_switch, options->qr);
  gtk_editable_set_text (self->practice_row,
                         options->practice != NULL ? options->practice : "");
  self->setting = FALSE;
}

static void
apply (TautPrintDialog *self)
{
  g_autoptr (TautPlanDocument) before = NULL;

  g_assert (TAUT_IS_PRINT_DIALOG (self));

  g_clear_handle_id (&self->settle_id, g_source_remove);
  read_options (self);
  gtk_widget_set_sensitive (self->routines_row, self->options.variant != TAUT_PLAN_ONE_PAGE);
  before = g_steal_pointer (&self->document);
  self->document = taut_plan_document_new_like (before, &self->options);
  show_pages (self);
}

static gboolean
settle_cb (gpointer data)
{
  TautPrintDialog *self = data;

  self->settle_id = 0;
  apply (self);

  return G_SOURCE_REMOVE;
}

static void
option_changed_cb (TautPrintDialog *self)
{
  g_assert (TAUT_IS_PRINT_DIALOG (self));

  if (self->setting || self->document == NULL)
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

/* Choices */

static void
choose (TautPrintDialog *self,
        TautPrintChoice  choice)
{
  g_assert (TAUT_IS_PRINT_DIALOG (self));

  if (self->settle_id != 0)
    apply (self);
  g_signal_emit (self, signals[CHOSEN], 0, choice);
}

static void
print_clicked_cb (TautPrintDialog *self)
{
  choose (self, TAUT_PRINT_CHOICE_PRINT);
}

static void
pdf_clicked_cb (TautPrintDialog *self)
{
  choose (self, TAUT_PRINT_CHOICE_PDF);
}

static void
calendar_clicked_cb (TautPrintDialog *self)
{
  choose (self, TAUT_PRINT_CHOICE_CALENDAR);
}

/* GObject */

static void
taut_print_dialog_dispose (GObject *object)
{
  TautPrintDialog *self = TAUT_PRINT_DIALOG (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->draw_id, g_source_remove);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAUT_TYPE_PRINT_DIALOG);

  G_OBJECT_CLASS (taut_print_dialog_parent_class)->dispose (object);
}

static void
taut_print_dialog_finalize (GObject *object)
{
  g_free (TAUT_PRINT_DIALOG (object)->practice);

  G_OBJECT_CLASS (taut_print_dialog_parent_class)->finalize (object);
}

static void
taut_print_dialog_class_init (TautPrintDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_print_dialog_dispose;
  object_class->finalize = taut_print_dialog_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", TAUT_TYPE_PRINT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TAUT_RESOURCE_PREFIX "/ui/taut-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, code_switch);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, pages_box);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, pages_scroller);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, pictures_switch);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, practice_row);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, routines_row);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, routines_switch);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, variant_row);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, weeks_row);
  gtk_widget_class_bind_template_child (widget_class, TautPrintDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, calendar_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pdf_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
}

static void
taut_print_dialog_init (TautPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

TautPrintDialog *
taut_print_dialog_new (GtkWindow             *parent,
                       TautAtlas             *atlas,
                       TautRecord            *record,
                       GDateTime             *today,
                       const TautPlanOptions *options)
{
  TautPrintDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (TAUT_TYPE_PRINT_DIALOG, "transient-for", parent, NULL);
  write_options (self, options);
  read_options (self);
  self->document = taut_plan_document_new (atlas, record, today, &self->options);
  gtk_widget_set_sensitive (self->routines_row, self->options.variant != TAUT_PLAN_ONE_PAGE);
  show_pages (self);
  gtk_widget_grab_focus (self->print_button);

  return self;
}

TautPlanDocument *
taut_print_dialog_get_document (TautPrintDialog *self)
{
  g_return_val_if_fail (TAUT_IS_PRINT_DIALOG (self), NULL);

  return self->document;
}

const TautPlanOptions *
taut_print_dialog_get_options (TautPrintDialog *self)
{
  g_return_val_if_fail (TAUT_IS_PRINT_DIALOG (self), NULL);

  return &self->options;
}
