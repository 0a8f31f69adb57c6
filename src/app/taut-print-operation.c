/* taut-print-operation.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-print-operation"

#include "config.h"

#include "taut-print-operation.h"

#include <glib/gi18n.h>

struct _TautPrintOperation
{
  GtkPrintOperation parent_instance;

  TautPlanDocument *document;
  GError *page_error;
};

G_DEFINE_FINAL_TYPE (TautPrintOperation, taut_print_operation, GTK_TYPE_PRINT_OPERATION)

static void
taut_print_operation_begin_print (GtkPrintOperation *operation,
                                  GtkPrintContext   *context)
{
  TautPrintOperation *self = TAUT_PRINT_OPERATION (operation);

  gtk_print_operation_set_n_pages (operation,
                                   (int) taut_plan_document_get_n_pages (self->document));
}

static void
taut_print_operation_draw_page (GtkPrintOperation *operation,
                                GtkPrintContext   *context,
                                int                page_number)
{
  TautPrintOperation *self = TAUT_PRINT_OPERATION (operation);

  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  /* A paper other than the plan was made for still takes all of it. */
  taut_plan_document_get_size (self->document, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  if (scale < 0.995)
    cairo_scale (cr, scale, scale);
  if (!taut_plan_document_draw (self->document, (guint) page_number, cr, &self->page_error))
    gtk_print_operation_cancel (operation);
}

static void
taut_print_operation_dispose (GObject *object)
{
  TautPrintOperation *self = TAUT_PRINT_OPERATION (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (taut_print_operation_parent_class)->dispose (object);
}

static void
taut_print_operation_finalize (GObject *object)
{
  g_clear_error (&TAUT_PRINT_OPERATION (object)->page_error);

  G_OBJECT_CLASS (taut_print_operation_parent_class)->finalize (object);
}

static void
taut_print_operation_class_init (TautPrintOperationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  object_class->dispose = taut_print_operation_dispose;
  object_class->finalize = taut_print_operation_finalize;

  operation_class->begin_print = taut_print_operation_begin_print;
  operation_class->draw_page = taut_print_operation_draw_page;
}

static void
taut_print_operation_init (TautPrintOperation *self)
{
}

TautPrintOperation *
taut_print_operation_new (TautPlanDocument *document)
{
  TautPrintOperation *self;

  g_return_val_if_fail (TAUT_IS_PLAN_DOCUMENT (document), NULL);

  /* The page brings its own margins. */
  self = g_object_new (TAUT_TYPE_PRINT_OPERATION,
                       "embed-page-setup", TRUE,
                       "job-name", _("Home care plan"),
                       "unit", GTK_UNIT_POINTS,
                       "use-full-page", TRUE,
                       NULL);
  self->document = g_object_ref (document);

  return self;
}

const GError *
taut_print_operation_get_page_error (TautPrintOperation *self)
{
  g_return_val_if_fail (TAUT_IS_PRINT_OPERATION (self), NULL);

  return self->page_error;
}
