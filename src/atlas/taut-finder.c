/* taut-finder.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every text of the atlas that names something is cut into words; a word stands
 * for all its forms ("calf", "calves", and what complaints.json calls the same).
 * A search compares each typed word with each form once, and then adds up, text by
 * text, how much of what was typed the text holds, and how much of the text was
 * typed. Words weigh by how rare they are (inverse document frequency; Spaerck Jones,
 * Journal of Documentation 28, 1972). Slips are counted as the optimal string
 * alignment distance (Damerau, Communications of the ACM 7, 1964). */

#define G_LOG_DOMAIN "taut-finder"

#include "config.h"

#include "taut-finder.h"

#include <math.h>
#include <string.h>

#define MAX_WORDS 24          /* typed words that are looked at */
#define MAX_LETTERS 40        /* of a word */

#define TYPED_SHARE 0.75      /* weight of "is in the text" against "is all of the text" */
#define LEAST_SCORE 0.4       /* less is no match */
#define BEGIN_SCORE 0.75      /* of a word that is only begun */
#define SLIP_COST 1.2         /* per slip and letter */
#define UNKNOWN_WEIGHT 0.5    /* of a typed word that the atlas does not know, beside a rare one */

/* How well a text names its item. */
#define WEIGHT_NAME 1.0
#define WEIGHT_PHRASE 0.98
#define WEIGHT_ALL_PHRASES 0.85
#define WEIGHT_POINT 0.9
#define WEIGHT_DESCRIPTION 0.6

/* They say nothing about what is meant. */
static const char *const small_words[] = {
  "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "get", "got", "has", "have", "i",
  "if", "in", "is", "it", "its", "me", "my", "of", "on", "or", "s", "t", "that", "the", "then",
  "there", "this", "to", "when", "with", NULL
};

typedef struct
{
  guint first;                /* into word_of_place */
  guint n;
  guint item;
  float weight;
} Text;

typedef struct
{
  char *text;
  guint n_letters;
  guint word;
} Form;

struct _TautFinder
{
  GArray *items;              /* TautFound without a score */
  GArray *texts;              /* Text */
  GArray *word_of_place;      /* guint: the words of all texts, one after the other */
  GArray *forms;              /* Form */
  GArray *n_texts_of_word;    /* guint */
  GArray *weights;            /* float, per word */
  GHashTable *form_by_text;   /* to index + 1 */
  TautTranslateFunc translate;
};

/* Words */

static gboolean
is_small_word (const char *word)
{
  g_assert (word != NULL);

  return g_strv_contains (small_words, word);
}

/* Plain letters without marks and apostrophes, so that "can't" is "cant". */
static char *
strip_marks (const char *text)
{
  g_autofree char *parted = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *c = parted != NULL ? parted : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_ismark (letter) && letter != '\'' && letter != 0x2019)
        g_string_append_unichar (plain, letter);
    }

  return g_string_free (plain, FALSE);
}

static void
drop_ending (char *word)
{
  gsize length = strlen (word);

  if (length > 6 && g_str_has_suffix (word, "ing"))
    word[length - 3] = '\0';
  else if (length > 3 && word[length - 1] == 's' && word[length - 2] != 's')
    word[length - 1] = '\0';
}

/* Words in small letters, without endings and small words. */
static char **
split_words (const char *text)
{
  g_autofree char *plain = strip_marks (text);
  g_auto (GStrv) words = g_str_tokenize_and_fold (plain, NULL, NULL);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (!is_small_word (words[i]))
      {
        drop_ending (words[i]);
        g_strv_builder_add (kept, words[i]);
      }

  return g_strv_builder_end (kept);
}

static guint
add_form (TautFinder *self,
          const char *text,
          guint       word)
{
  Form form = { g_strdup (text), g_utf8_strlen (text, -1), word };

  g_assert (self != NULL);

  g_array_append_val (self->forms, form);
  g_hash_table_insert (self->form_by_text, form.text, GUINT_TO_POINTER (self->forms->len));

  return word;
}

static guint
add_word (TautFinder *self,
          const char *text)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->form_by_text, text));
  guint none = 0;

  if (place > 0)
    return g_array_index (self->forms, Form, place - 1).word;

  g_array_append_val (self->n_texts_of_word, none);
  return add_form (self, text, self->n_texts_of_word->len - 1);
}

static void
add_same_words (TautFinder        *self,
                const char *const *words)
{
  g_auto (GStrv) first = split_words (words[0]);
  guint word;

  g_assert (self != NULL);

  if (first[0] == NULL)
    return;
  word = add_word (self, first[0]);
  for (guint i = 1; words[i] != NULL; i++)
    {
      g_auto (GStrv) form = split_words (words[i]);

      if (form[0] != NULL && !g_hash_table_contains (self->form_by_text, form[0]))
        add_form (self, form[0], word);
    }
}

/* Texts */

static void
add_text (TautFinder *self,
          const char *string,
          double      weight)
{
  g_auto (GStrv) words = split_words (string);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Text text = { self->word_of_place->len, 0, self->items->len - 1, weight };

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint word = add_word (self, words[i]);

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (word)))
        continue;
      g_array_append_val (self->word_of_place, word);
      g_array_index (self->n_texts_of_word, guint, word)++;
      text.n++;
    }

  if (text.n > 0)
    g_array_append_val (self->texts, text);
}

/* A text in English and, where that is another, in the language in use. */
static void
add_translated (TautFinder *self,
                const char *context,
                const char *string,
                double      weight)
{
  const char *translated = self->translate != NULL ? self->translate (context, string) : string;

  add_text (self, string, weight);
  if (!g_str_equal (translated, string))
    add_text (self, translated, weight);
}

static void
add_item (TautFinder    *self,
          TautFoundKind  kind,
          gconstpointer  item)
{
  TautFound found = { kind, item, 0 };

  g_assert (self != NULL);

  g_array_append_val (self->items, found);
}

static void
add_complaint (TautFinder          *self,
               const TautComplaint *complaint)
{
  g_autofree char *all = g_strjoinv (" ", complaint->phrases);

  add_item (self, TAUT_FOUND_COMPLAINT, complaint);
  add_translated (self, "complaint", complaint->name, WEIGHT_NAME);
  for (guint i = 0; complaint->phrases[i] != NULL; i++)
    add_translated (self, "complaint", complaint->phrases[i], WEIGHT_PHRASE);
  add_text (self, all, WEIGHT_ALL_PHRASES);
}

static void
add_muscle (TautFinder       *self,
            const TautMuscle *muscle)
{
  add_item (self, TAUT_FOUND_MUSCLE, muscle);
  add_translated (self, "muscle", muscle->name, WEIGHT_NAME);
  add_text (self, muscle->latin, WEIGHT_NAME);
  add_translated (self, "muscle", muscle->symptoms, WEIGHT_DESCRIPTION);
}

static void
add_point (TautFinder      *self,
           const TautPoint *point)
{
  g_autofree char *whole = g_strdup_printf ("%s %s", point->muscle->name, point->name);

  add_item (self, TAUT_FOUND_POINT, point);
  add_text (self, whole, WEIGHT_POINT);
  add_translated (self, "point", point->name, WEIGHT_POINT);
}

static void
weigh_words (TautFinder *self)
{
  for (guint i = 0; i < self->n_texts_of_word->len; i++)
    {
      guint n_texts = g_array_index (self->n_texts_of_word, guint, i);
      float weight = log (1 + self->texts->len / (1.0 + n_texts));

      g_array_append_val (self->weights, weight);
    }
}

TautFinder *
taut_finder_new (TautAtlas         *atlas,
                 TautTranslateFunc  translate)
{
  TautFinder *self;
  GPtrArray *same_words;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);

  self = g_new0 (TautFinder, 1);
  self->items = g_array_new (FALSE, FALSE, sizeof (TautFound));
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->word_of_place = g_array_new (FALSE, FALSE, sizeof (guint));
  self->forms = g_array_new (FALSE, FALSE, sizeof (Form));
  self->n_texts_of_word = g_array_new (FALSE, FALSE, sizeof (guint));
  self->weights = g_array_new (FALSE, FALSE, sizeof (float));
  self->form_by_text = g_hash_table_new (g_str_hash, g_str_equal);
  self->translate = translate;

  same_words = taut_atlas_get_same_words (atlas);
  for (guint i = 0; i < same_words->len; i++)
    add_same_words (self, g_ptr_array_index (same_words, i));
  for (guint i = 0; i < taut_atlas_get_complaints (atlas)->len; i++)
    add_complaint (self, g_ptr_array_index (taut_atlas_get_complaints (atlas), i));
  for (guint i = 0; i < taut_atlas_get_areas (atlas)->len; i++)
    {
      const TautArea *area = g_ptr_array_index (taut_atlas_get_areas (atlas), i);

      add_item (self, TAUT_FOUND_AREA, area);
      add_translated (self, "area", area->name, WEIGHT_NAME);
    }
  for (guint i = 0; i < taut_atlas_get_muscles (atlas)->len; i++)
    add_muscle (self, g_ptr_array_index (taut_atlas_get_muscles (atlas), i));
  for (guint i = 0; i < taut_atlas_get_points (atlas)->len; i++)
    add_point (self, g_ptr_array_index (taut_atlas_get_points (atlas), i));
  weigh_words (self);

  return self;
}

void
taut_finder_free (TautFinder *finder)
{
  if (finder == NULL)
    return;

  for (guint i = 0; i < finder->forms->len; i++)
    g_free (g_array_index (finder->forms, Form, i).text);
  g_hash_table_unref (finder->form_by_text);
  g_array_unref (finder->weights);
  g_array_unref (finder->n_texts_of_word);
  g_array_unref (finder->forms);
  g_array_unref (finder->word_of_place);
  g_array_unref (finder->texts);
  g_array_unref (finder->items);
  g_free (finder);
}

/* Likeness of two words */

static guint
read_letters (const char *word,
              gunichar    letters[MAX_LETTERS])
{
  guint n = 0;

  for (const char *c = word; *c != '\0' && n < MAX_LETTERS; c = g_utf8_next_char (c))
    letters[n++] = g_utf8_get_char (c);

  return n;
}

/* Letters that must be put in, taken out, changed or swapped with the next. */
static guint
count_slips (const gunichar *a,
             guint           n_a,
             const gunichar *b,
             guint           n_b)
{
  guint rows[3][MAX_LETTERS + 1];
  guint *before = rows[0];
  guint *last = rows[1];
  guint *row = rows[2];

  for (guint k = 0; k <= n_b; k++)
    last[k] = k;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      row[0] = i;
      for (guint k = 1; k <= n_b; k++)
        {
          row[k] = MIN (MIN (last[k], row[k - 1]) + 1, last[k - 1] + (a[i - 1] != b[k - 1]));
          if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
            row[k] = MIN (row[k], before[k - 2] + 1);
        }
      before = last;
      last = row;
      row = spare;
    }

  return last[n_b];
}

static guint
allow_slips (guint n_letters)
{
  return n_letters <= 3 ? 0 : n_letters <= 6 ? 1 : 2;
}

/* 1 for equal words, 0 for words that are not meant. */
static double
compare_words (const char *typed,
               guint       n_typed,
               const Form *form)
{
  gunichar a[MAX_LETTERS];
  gunichar b[MAX_LETTERS];
  guint n_a, n_b, slips;

  g_assert (typed != NULL);
  g_assert (form != NULL);

  if (g_str_equal (typed, form->text))
    return 1;
  if (n_typed >= 2 && g_str_has_prefix (form->text, typed))
    return BEGIN_SCORE + (0.95 - BEGIN_SCORE) * n_typed / form->n_letters;
  if (ABS ((int) n_typed - (int) form->n_letters) > (int) allow_slips (n_typed))
    return 0;

  n_a = read_letters (typed, a);
  n_b = read_letters (form->text, b);
  slips = count_slips (a, n_a, b, n_b);
  if (slips > MIN (allow_slips (n_a), allow_slips (n_b)))
    return 0;

  return MAX (0, 1 - SLIP_COST * slips / MAX (n_a, n_b));
}

/* Searching */

/* A typed word beside all words of the atlas. */
typedef struct
{
  float *likeness;
  float weight;
} Typed;

static void
weigh_typed (TautFinder *self,
             const char *word,
             Typed      *typed)
{
  guint n_letters = g_utf8_strlen (word, -1);
  double best = 0;

  g_assert (typed != NULL);

  typed->likeness = g_new0 (float, self->weights->len);
  typed->weight = UNKNOWN_WEIGHT * log (1 + self->texts->len);
  for (guint i = 0; i < self->forms->len; i++)
    {
      const Form *form = &g_array_index (self->forms, Form, i);
      double likeness = compare_words (word, n_letters, form);

      typed->likeness[form->word] = MAX (typed->likeness[form->word], likeness);
      if (likeness > best)
        {
          best = likeness;
          typed->weight = g_array_index (self->weights, float, form->word);
        }
    }
}

static double
score_text (TautFinder  *self,
            const Text  *text,
            const Typed *typed,
            guint        n_typed)
{
  const guint *words = &g_array_index (self->word_of_place, guint, text->first);
  double in_text = 0, of_typed = 0, typed_here = 0, of_text = 0;

  for (guint i = 0; i < n_typed; i++)
    {
      float best = 0;

      for (guint k = 0; k < text->n; k++)
        best = MAX (best, typed[i].likeness[words[k]]);
      in_text += typed[i].weight * best;
      of_typed += typed[i].weight;
    }
  for (guint k = 0; k < text->n; k++)
    {
      float weight = g_array_index (self->weights, float, words[k]);
      float best = 0;

      for (guint i = 0; i < n_typed; i++)
        best = MAX (best, typed[i].likeness[words[k]]);
      typed_here += weight * best;
      of_text += weight;
    }

  return text->weight * (TYPED_SHARE * in_text / of_typed + (1 - TYPED_SHARE) * typed_here / of_text);
}

/* Best first; items of equal score as they stand in the atlas. */
static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const TautFound *first = a;
  const TautFound *second = b;

  return (first->score < second->score) - (first->score > second->score);
}

static GArray *
score_items (TautFinder  *self,
             const Typed *typed,
             guint        n_typed)
{
  GArray *found = g_array_copy (self->items);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const Text *text = &g_array_index (self->texts, Text, i);
      TautFound *item = &g_array_index (found, TautFound, text->item);

      item->score = MAX (item->score, score_text (self, text, typed, n_typed));
    }

  return found;
}

GArray *
taut_finder_search (TautFinder *finder,
                    const char *words,
                    guint       limit)
{
  g_auto (GStrv) split = NULL;
  GArray *found;
  Typed typed[MAX_WORDS];
  guint n_typed = 0;
  guint n_found = 0;

  g_return_val_if_fail (finder != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  split = split_words (words);
  if (split[0] == NULL)
    return g_array_new (FALSE, FALSE, sizeof (TautFound));

  for (guint i = 0; split[i] != NULL && n_typed < MAX_WORDS; i++)
    weigh_typed (finder, split[i], &typed[n_typed++]);

  found = score_items (finder, typed, n_typed);
  for (guint i = 0; i < n_typed; i++)
    g_free (typed[i].likeness);

  g_array_sort (found, compare_found);
  while (n_found < MIN (found->len, limit)
         && g_array_index (found, TautFound, n_found).score >= LEAST_SCORE)
    n_found++;

  return g_array_set_size (found, n_found);
}
