/* test-print-dialog.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "taut-knowledge.h"
#include "taut-print-dialog.h"
#include "taut-timetable.h"

static TautAtlas *atlas;

static TautRecord *
make_record (void)
{
  TautRecord *record = taut_record_new ("6f1c3c1e-6c0e-4f5e-9f43-2f7f6a0c6a11");
  GDate start;

  g_date_clear (&start, 1);
  g_date_set_dmy (&start, 23, G_DATE_NOVEMBER, 2026);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TautPlanItem) item =
        taut_care_plan_routine (g_ptr_array_index (taut_atlas_get_routines (atlas), i), &start);

      taut_record_put_plan_item (record, item);
    }

  return record;
}

static TautPrintDialog *
new_dialog (TautRecord *record)
{
  static const TautPlanOptions options = {
    .weeks = 2, .pictures = TRUE, .routines = TRUE, .qr = TRUE, .practice = "Here",
  };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 25, 9, 30, 0);

  return taut_print_dialog_new (NULL, atlas, record, now, &options);
}

static gpointer
get_part (TautPrintDialog *dialog,
          const char      *name)
{
  GObject *part = gtk_widget_get_template_child (GTK_WIDGET (dialog), TAUT_TYPE_PRINT_DIALOG,
                                                 name);

  g_assert_nonnull (part);

  return part;
}

static guint
count_pictures (TautPrintDialog *dialog,
                gboolean         drawn)
{
  GtkWidget *child = gtk_widget_get_first_child (get_part (dialog, "pages_box"));
  guint n = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!drawn || GDK_IS_TEXTURE (gtk_picture_get_paintable (GTK_PICTURE (child))))
      n++;

  return n;
}

static void
wait_for_variant (TautPrintDialog *dialog,
                  TautPlanVariant  variant)
{
  guint n_pages;

  while (taut_print_dialog_get_options (dialog)->variant != variant)
    g_main_context_iteration (NULL, TRUE);
  n_pages = taut_plan_document_get_n_pages (taut_print_dialog_get_document (dialog));
  while (count_pictures (dialog, TRUE) < n_pages)
    g_main_context_iteration (NULL, TRUE);
}

/* The pages follow what is chosen. */
static void
test_pages (void)
{
  g_autoptr (TautRecord) record = make_record ();
  TautPrintDialog *dialog = new_dialog (record);
  guint n_standard;

  wait_for_variant (dialog, TAUT_PLAN_STANDARD);
  n_standard = count_pictures (dialog, FALSE);
  g_assert_cmpuint (n_standard, >, 1);
  g_assert_cmpstr (taut_print_dialog_get_options (dialog)->practice, ==, "Here");
  g_assert_true (gtk_widget_get_sensitive (get_part (dialog, "routines_row")));

  adw_combo_row_set_selected (get_part (dialog, "variant_row"), TAUT_PLAN_LARGE);
  wait_for_variant (dialog, TAUT_PLAN_LARGE);
  g_assert_cmpuint (count_pictures (dialog, FALSE), >, n_standard);

  adw_combo_row_set_selected (get_part (dialog, "variant_row"), TAUT_PLAN_ONE_PAGE);
  wait_for_variant (dialog, TAUT_PLAN_ONE_PAGE);
  g_assert_cmpuint (count_pictures (dialog, FALSE), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (get_part (dialog, "routines_row")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
chosen_cb (TautPrintDialog *dialog,
           guint            choice,
           guint           *chosen)
{
  *chosen = choice + 100;
}

/* What was changed a moment ago is in the document that is printed. */
static void
test_choice (void)
{
  g_autoptr (TautRecord) record = make_record ();
  TautPrintDialog *dialog = new_dialog (record);
  guint chosen = 0;

  g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), &chosen);
  adw_combo_row_set_selected (get_part (dialog, "weeks_row"), 2);
  gtk_switch_set_active (get_part (dialog, "code_switch"), FALSE);
  g_assert_cmpuint (taut_print_dialog_get_options (dialog)->weeks, ==, 2);
  g_signal_emit_by_name (get_part (dialog, "print_button"), "clicked");
  g_assert_cmpuint (chosen, ==, 100 + TAUT_PRINT_CHOICE_PRINT);
  g_assert_cmpuint (taut_print_dialog_get_options (dialog)->weeks, ==, 8);
  g_assert_false (taut_print_dialog_get_options (dialog)->qr);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A window that is as narrow as the app allows still shows whole pages, before and
 * after they are drawn. */
static void
test_narrow (void)
{
  g_autoptr (TautRecord) record = make_record ();
  TautPrintDialog *dialog = new_dialog (record);
  int least, height;

  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 640);
  for (guint drawn = 0; drawn < 2; drawn++)
    {
      GtkWidget *page = gtk_widget_get_first_child (get_part (dialog, "pages_box"));

      gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
      g_assert_cmpint (ABS (height - 424), <=, 1);
      wait_for_variant (dialog, TAUT_PLAN_STANDARD);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv);
  adw_init ();
  atlas = taut_knowledge_load_atlas (&error);
  g_assert_no_error (error);

  g_test_add_func ("/app/print-dialog/pages", test_pages);
  g_test_add_func ("/app/print-dialog/choice", test_choice);
  g_test_add_func ("/app/print-dialog/narrow", test_narrow);

  status = g_test_run ();
  g_object_unref (atlas);

  return status;
}
