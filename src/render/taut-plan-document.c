/* taut-plan-document.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-plan-document"

#include "config.h"

#include "taut-plan-document.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "taut-cairo.h"
#include "taut-document.h"
#include "taut-file.h"
#include "taut-plan-layout.h"

struct _TautPlanDocument
{
  GObject parent_instance;

  TautAtlas *atlas;
  TautRecord *record;
  GDateTime *today;
  TautPlanOptions options;
  char *practice;
  GPtrArray *painters;

  TautPlanDraft draft;
  TautPlanLayout *layout;
  cairo_t *measure;
};

G_DEFINE_FINAL_TYPE (TautPlanDocument, taut_plan_document, G_TYPE_OBJECT)

static gboolean
load_painters (TautPlanDocument  *self,
               GError           **error)
{
  g_autoptr (GPtrArray) painters = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const *ids = taut_view_list_ids ();
  const char *figure = taut_view_find_figure (taut_record_get_client_figure (self->record));

  g_assert (TAUT_IS_PLAN_DOCUMENT (self));

  if (self->painters != NULL)
    return TRUE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TautView) view = taut_view_load_figure (ids[i], figure,
                                                        taut_atlas_get_skin (self->atlas), error);

      if (view == NULL)
        return FALSE;

      g_ptr_array_add (painters, taut_chart_painter_new (self->atlas, view));
    }
  self->painters = g_steal_pointer (&painters);

  return TRUE;
}

/* Everything is measured on a surface of its own, since text breaks alike on all of
 * them. */
static gboolean
lay_out (TautPlanDocument  *self,
         GError           **error)
{
  g_autoptr (cairo_surface_t) surface = NULL;

  g_assert (TAUT_IS_PLAN_DOCUMENT (self));

  if (self->layout != NULL)
    return TRUE;
  if (!load_painters (self, error))
    return FALSE;

  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  self->measure = cairo_create (surface);
  taut_plan_draft_init (&self->draft, self->atlas, self->record, self->painters, self->today,
                        &self->options);
  self->layout = taut_plan_layout_new (&self->draft, self->measure);

  return TRUE;
}

/* GObject */

static void
taut_plan_document_finalize (GObject *object)
{
  TautPlanDocument *self = TAUT_PLAN_DOCUMENT (object);

  g_clear_pointer (&self->layout, taut_plan_layout_free);
  taut_plan_draft_clear (&self->draft);
  g_clear_pointer (&self->measure, cairo_destroy);
  g_clear_pointer (&self->painters, g_ptr_array_unref);
  g_clear_pointer (&self->practice, g_free);
  g_clear_pointer (&self->today, g_date_time_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (taut_plan_document_parent_class)->finalize (object);
}

static void
taut_plan_document_class_init (TautPlanDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taut_plan_document_finalize;
}

static void
taut_plan_document_init (TautPlanDocument *self)
{
}

/* Public API */

TautPlanDocument *
taut_plan_document_new (TautAtlas             *atlas,
                        TautRecord            *record,
                        GDateTime             *today,
                        const TautPlanOptions *options)
{
  TautPlanDocument *self;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->weeks == 2 || options->weeks == 4 || options->weeks == 8, NULL);

  self = g_object_new (TAUT_TYPE_PLAN_DOCUMENT, NULL);
  self->atlas = g_object_ref (atlas);
  self->record = g_object_ref (record);
  self->today = g_date_time_ref (today);
  self->practice = g_strdup (options->practice);
  self->options = *options;
  self->options.practice = self->practice;

  return self;
}

TautPlanDocument *
taut_plan_document_new_like (TautPlanDocument      *other,
                             const TautPlanOptions *options)
{
  TautPlanDocument *self;

  g_return_val_if_fail (TAUT_IS_PLAN_DOCUMENT (other), NULL);

  self = taut_plan_document_new (other->atlas, other->record, other->today, options);
  if (self != NULL && other->painters != NULL)
    self->painters = g_ptr_array_ref (other->painters);

  return self;
}

guint
taut_plan_document_get_n_pages (TautPlanDocument *self)
{
  g_return_val_if_fail (TAUT_IS_PLAN_DOCUMENT (self), 0);

  return lay_out (self, NULL) ? taut_plan_layout_get_n_pages (self->layout) : 1;
}

void
taut_plan_document_get_size (TautPlanDocument *self,
                             double           *width,
                             double           *height)
{
  TautPlanDraft draft = { 0 };
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;

  g_return_if_fail (TAUT_IS_PLAN_DOCUMENT (self));
  g_return_if_fail (width != NULL && height != NULL);

  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  draft.options = self->options;
  taut_plan_draft_set_sheet (&draft, cr, 1);
  *width = draft.sheet.width;
  *height = draft.sheet.height;
}

gboolean
taut_plan_document_draw (TautPlanDocument  *self,
                         guint              page,
                         cairo_t           *cr,
                         GError           **error)
{
  gboolean drawn;

  g_return_val_if_fail (TAUT_IS_PLAN_DOCUMENT (self), FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);

  if (!lay_out (self, error))
    return FALSE;

  g_return_val_if_fail (page < taut_plan_layout_get_n_pages (self->layout), FALSE);

  self->draft.sheet.cr = cr;
  cairo_save (cr);
  drawn = taut_plan_layout_draw (self->layout, page, error);
  cairo_restore (cr);
  self->draft.sheet.cr = self->measure;

  return drawn && taut_document_check_status (cairo_status (cr), error);
}

gboolean
taut_plan_document_write_pdf (TautPlanDocument  *self,
                              const char        *path,
                              GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  double width, height;

  g_return_val_if_fail (TAUT_IS_PLAN_DOCUMENT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!lay_out (self, error))
    return FALSE;

  taut_plan_document_get_size (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (taut_document_collect, bytes, width, height);
  taut_document_describe_pdf (surface, _("Home care plan"), self->today);
  cr = cairo_create (surface);
  g_ptr_array_set_size (self->draft.alternatives, 0);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < taut_plan_layout_get_n_pages (self->layout); page++)
    {
      if (!taut_plan_document_draw (self, page, cr, error))
        return FALSE;
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  cairo_surface_finish (surface);
  if (!taut_document_check_status (cairo_surface_status (surface), error))
    return FALSE;

  /* Translators: the code of the language that you translate to, such as "de" */
  taut_document_complete_pdf (bytes, C_("language code", "en"), self->draft.alternatives);

  return taut_file_replace (path, bytes->data, bytes->len, 0600, error);
}

char *
taut_plan_document_write_calendar (TautPlanDocument *self)
{
  g_return_val_if_fail (TAUT_IS_PLAN_DOCUMENT (self), NULL);

  if (!lay_out (self, NULL))
    return NULL;

  return taut_plan_draft_write_calendar (&self->draft, TRUE, TRUE);
}
