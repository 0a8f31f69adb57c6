/* bench-finder.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How often the search puts what is meant among its first three, for phrases with
 * slips that the atlas does not hold, and how long it takes; beside a plain search
 * for the typed letters in the same run.
 *
 *   bench-finder PHRASES.tsv */

#define G_LOG_DOMAIN "bench-finder"

#include "config.h"

#include "taut-finder.h"

#include <string.h>

#include "../shipped-atlas.h"

#define N_FIRST 3

static const char *
get_id (const TautFound *found)
{
  switch (found->kind)
    {
    case TAUT_FOUND_COMPLAINT:
      return ((const TautComplaint *) found->item)->id;
    case TAUT_FOUND_AREA:
      return ((const TautArea *) found->item)->id;
    case TAUT_FOUND_MUSCLE:
      return ((const TautMuscle *) found->item)->id;
    case TAUT_FOUND_POINT:
      return ((const TautPoint *) found->item)->id;
    default:
      g_assert_not_reached ();
    }
}

/* The place of the first result that is meant, from 0; N_FIRST when there is none. */
static guint
find_rank (GArray            *found,
           const char *const *meant)
{
  for (guint i = 0; i < MIN (found->len, N_FIRST); i++)
    if (g_strv_contains (meant, get_id (&g_array_index (found, TautFound, i))))
      return i;

  return N_FIRST;
}

/* The reference: complaints that hold the typed letters as they are. */
static GArray *
search_plainly (TautAtlas  *atlas,
                const char *words)
{
  GPtrArray *complaints = taut_atlas_get_complaints (atlas);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TautFound));
  g_autofree char *typed = g_utf8_casefold (words, -1);

  for (guint i = 0; i < complaints->len; i++)
    {
      const TautComplaint *complaint = g_ptr_array_index (complaints, i);
      gboolean holds = FALSE;

      for (guint k = 0; complaint->phrases[k] != NULL && !holds; k++)
        {
          g_autofree char *phrase = g_utf8_casefold (complaint->phrases[k], -1);

          holds = strstr (phrase, typed) != NULL;
        }
      if (holds)
        {
          TautFound item = { TAUT_FOUND_COMPLAINT, complaint, 1 };

          g_array_append_val (found, item);
        }
    }

  return found;
}

typedef struct
{
  guint n_first;
  guint n_among_first;
  gint64 microseconds;
} Result;

static void
add_result (Result            *result,
            GArray            *found,
            const char *const *meant,
            gint64             since)
{
  guint rank = find_rank (found, meant);

  result->microseconds += g_get_monotonic_time () - since;
  result->n_first += rank == 0;
  result->n_among_first += rank < N_FIRST;
}

static void
print_result (const char   *name,
              const Result *result,
              guint         n)
{
  g_print ("%s: first %u of %u, among the first %d %u (%.0f %%), %.0f us a search\n", name,
           result->n_first, n, N_FIRST, result->n_among_first, 100.0 * result->n_among_first / n,
           (double) result->microseconds / n);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TautSkin) skin = NULL;
  g_autoptr (TautAtlas) atlas = NULL;
  g_autoptr (TautFinder) finder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Result results[2] = { { 0, }, };
  guint n = 0;

  g_assert_cmpint (argc, ==, 2);
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);
  finder = taut_finder_new (atlas, NULL);
  g_file_get_contents (argv[1], &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", 2);
      g_auto (GStrv) meant = NULL;
      g_autoptr (GArray) found = NULL;
      g_autoptr (GArray) plain = NULL;
      gint64 since;

      if (columns[0] == NULL || columns[1] == NULL)
        continue;
      meant = g_strsplit (columns[1], " ", -1);
      since = g_get_monotonic_time ();
      found = taut_finder_search (finder, columns[0], N_FIRST);
      add_result (&results[0], found, (const char *const *) meant, since);
      if (find_rank (found, (const char *const *) meant) == N_FIRST)
        g_print ("not found: \"%s\" (%s); first: %s\n", columns[0], columns[1],
                 found->len > 0 ? get_id (&g_array_index (found, TautFound, 0)) : "nothing");
      since = g_get_monotonic_time ();
      plain = search_plainly (atlas, columns[0]);
      add_result (&results[1], plain, (const char *const *) meant, since);
      n++;
    }

  print_result ("search", &results[0], n);
  print_result ("plain search for the letters", &results[1], n);
  return 0;
}
