/* test-finder.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "test-finder"

#include "config.h"

#include "taut-finder.h"

#include <string.h>

#include "../shipped-atlas.h"

#define MANY 1000

static TautAtlas *atlas;
static TautFinder *finder;

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

static void
assert_first (TautFinder    *searched,
              const char    *words,
              TautFoundKind  kind,
              const char    *id)
{
  g_autoptr (GArray) found = taut_finder_search (searched, words, 3);

  g_test_message ("%s", words);
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (get_id (&g_array_index (found, TautFound, 0)), ==, id);
  g_assert_cmpint (g_array_index (found, TautFound, 0).kind, ==, kind);
}

static void
test_words (void)
{
  static const struct
  {
    const char *words;
    TautFoundKind kind;
    const char *id;
  } table[] = {
    { "headache behind the eye", TAUT_FOUND_COMPLAINT, "headache_behind_eye" },
    { "cannot turn my head", TAUT_FOUND_COMPLAINT, "stiff_neck" },
    { "heel in the morning", TAUT_FOUND_COMPLAINT, "heel_morning" },
    { "Headache BEHIND my eyes!", TAUT_FOUND_COMPLAINT, "headache_behind_eye" },
    { "can't turn my head", TAUT_FOUND_COMPLAINT, "stiff_neck" },
    { "can\342\200\231t turn my head", TAUT_FOUND_COMPLAINT, "stiff_neck" },
    { "soleus", TAUT_FOUND_MUSCLE, "soleus" },
    { "piriformis", TAUT_FOUND_MUSCLE, "piriformis" },
    { "musculus supraspinatus", TAUT_FOUND_MUSCLE, "supraspinatus" },
    { "temple and side of the head", TAUT_FOUND_AREA, "temple" },
    { "upper trapezius front edge", TAUT_FOUND_POINT, "trapezius.1" },
    /* Slips: a letter wrong, too many, too few, two swapped. */
    { "pirifarmis", TAUT_FOUND_MUSCLE, "piriformis" },
    { "solleus", TAUT_FOUND_MUSCLE, "soleus" },
    { "infraspinats", TAUT_FOUND_MUSCLE, "infraspinatus" },
    { "slceus soleus", TAUT_FOUND_MUSCLE, "soleus" },
    { "hedache behnid the eye", TAUT_FOUND_COMPLAINT, "headache_behind_eye" },
    { "tenis elbow", TAUT_FOUND_COMPLAINT, "tennis_elbow" },
    /* Words that stand for one another. */
    { "patella hurts on stairs", TAUT_FOUND_COMPLAINT, "knee_front_pain" },
    { "coccyx soreness", TAUT_FOUND_COMPLAINT, "tailbone" },
    /* As far as it is typed. */
    { "pirif", TAUT_FOUND_MUSCLE, "piriformis" },
    { "stiff ne", TAUT_FOUND_COMPLAINT, "stiff_neck" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    assert_first (finder, table[i].words, table[i].kind, table[i].id);
}

static void
test_nothing (void)
{
  static const char *const table[] = { "", "   ", "the my of", "?!", "xqzwv", "12345 678", "\xff\xfe" };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GArray) found = taut_finder_search (finder, table[i], MANY);

      g_assert_cmpuint (found->len, ==, 0);
    }
}

/* Long nonsense and very many words end. */
static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (100000, 'a');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) nothing = taut_finder_search (finder, letters, MANY);
  g_autoptr (GArray) found = NULL;

  g_assert_cmpuint (nothing->len, ==, 0);
  for (guint i = 0; i < 10000; i++)
    g_string_append (words, "heel ");
  found = taut_finder_search (finder, words->str, 5);
  g_assert_cmpuint (found->len, ==, 5);
}

static void
test_order (void)
{
  g_autoptr (GArray) few = taut_finder_search (finder, "pain in the shoulder", 4);
  g_autoptr (GArray) many = taut_finder_search (finder, "pain in the shoulder", MANY);

  g_assert_cmpuint (few->len, ==, 4);
  g_assert_cmpuint (many->len, >, 10);
  for (guint i = 0; i < many->len; i++)
    {
      const TautFound *found = &g_array_index (many, TautFound, i);

      g_assert_cmpfloat (found->score, >, 0);
      g_assert_cmpfloat (found->score, <=, 1);
      if (i > 0)
        g_assert_cmpfloat (found->score, <=, g_array_index (many, TautFound, i - 1).score);
      if (i < few->len)
        g_assert_true (found->item == g_array_index (few, TautFound, i).item);
    }
}

/* A name of every item finds it, first or beside one of the same name. */
static void
test_every_name (void)
{
  GPtrArray *muscles = taut_atlas_get_muscles (atlas);
  GPtrArray *complaints = taut_atlas_get_complaints (atlas);
  guint n_phrases = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      const TautMuscle *muscle = g_ptr_array_index (muscles, i);

      assert_first (finder, muscle->latin, TAUT_FOUND_MUSCLE, muscle->id);
    }
  for (guint i = 0; i < complaints->len; i++)
    {
      const TautComplaint *complaint = g_ptr_array_index (complaints, i);

      for (guint k = 0; complaint->phrases[k] != NULL; k++, n_phrases++)
        assert_first (finder, complaint->phrases[k], TAUT_FOUND_COMPLAINT, complaint->id);
    }
  g_assert_cmpuint (n_phrases, >=, 300);
}

static const char *
translate (const char *context,
           const char *text)
{
  if (g_str_equal (context, "area") && g_str_equal (text, taut_atlas_find_area (atlas, "heel")->name))
    return "F\303\251rse\342\200\246 G\303\244nsehaut";

  return text;
}

static void
test_translated (void)
{
  g_autoptr (TautFinder) other = taut_finder_new (atlas, translate);
  g_autoptr (GArray) untranslated = taut_finder_search (finder, "gansehaut", MANY);

  assert_first (other, "gansehaut", TAUT_FOUND_AREA, "heel");
  assert_first (other, "G\303\204NSEHAUT", TAUT_FOUND_AREA, "heel");
  g_assert_cmpuint (untranslated->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TautSkin) skin = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  skin = load_shipped_skin ();
  atlas = load_shipped_atlas (skin);
  finder = taut_finder_new (atlas, NULL);

  g_test_add_func ("/atlas/finder/words", test_words);
  g_test_add_func ("/atlas/finder/nothing", test_nothing);
  g_test_add_func ("/atlas/finder/long", test_long);
  g_test_add_func ("/atlas/finder/order", test_order);
  g_test_add_func ("/atlas/finder/every-name", test_every_name);
  g_test_add_func ("/atlas/finder/translated", test_translated);
  status = g_test_run ();

  taut_finder_free (finder);
  g_object_unref (atlas);
  return status;
}
