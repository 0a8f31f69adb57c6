/* taut-plan-leaving.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a plan says of what to leave out, and why. */

#define G_LOG_DOMAIN "taut-plan-leaving"

#include "config.h"

#include "taut-plan-words.h"

#include <glib/gi18n-lib.h>

#include "taut-names.h"
#include "taut-proposal.h"

/* Routines named with one reason. */
#define N_LEFT_OUT_NAMED 5

/**
 * LeftOut:
 * @reason: why, translated
 * @refer: whether to ask a clinician first
 * @names: (element-type utf8): routines
 */
typedef struct
{
  const char *reason;
  gboolean refer;
  GPtrArray *names;
} LeftOut;

static void
clear_left_out (gpointer data)
{
  g_ptr_array_unref (((LeftOut *) data)->names);
}

static void
add_left_out (GArray            *list,
              const TautVerdict *verdict,
              const char        *name)
{
  const TautPrecaution *rule = g_ptr_array_index (verdict->rules, 0);
  LeftOut *found = NULL;

  g_assert (list != NULL);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (g_array_index (list, LeftOut, i).reason, rule->reason))
      found = &g_array_index (list, LeftOut, i);
  if (found == NULL)
    {
      LeftOut left_out = { rule->reason, verdict->effect == TAUT_EFFECT_REFER,
                           g_ptr_array_new_with_free_func (g_free) };

      g_array_append_val (list, left_out);
      found = &g_array_index (list, LeftOut, list->len - 1);
    }
  if (!taut_plan_words_has (found->names, name))
    g_ptr_array_add (found->names, g_strdup (name));
}

/* What the person has in the plan although a rule refuses it, then what would have
 * been proposed. */
static GArray *
list_left_out (TautAtlas   *atlas,
               TautRecord  *record,
               GPtrArray   *prescriptions,
               const GDate *today)
{
  g_autoptr (TautProposal) proposal = taut_proposal_new (atlas, record, today);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (LeftOut));

  g_array_set_clear_func (list, clear_left_out);
  for (guint i = 0; i < prescriptions->len; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);
      g_autofree char *name = taut_name_routine (atlas, record, prescription->id);

      if (prescription->verdict != NULL && !taut_verdict_allows (prescription->verdict))
        add_left_out (list, prescription->verdict, name);
    }
  for (guint i = 0; i < proposal->left_out->len; i++)
    {
      const TautLeftOutRoutine *left_out = g_ptr_array_index (proposal->left_out, i);

      add_left_out (list, left_out->verdict,
                    taut_name_translate (TAUT_CONTEXT_ROUTINE, left_out->routine->name));
    }

  return list;
}

static char *
format_left_out (const LeftOut *left_out)
{
  g_autofree char *names = NULL;
  const char *reason = taut_name_translate (TAUT_CONTEXT_PRECAUTION, left_out->reason);

  g_assert (left_out != NULL);

  if (left_out->names->len > N_LEFT_OUT_NAMED)
    {
      guint n_more = left_out->names->len - N_LEFT_OUT_NAMED + 1;

      g_ptr_array_set_size (left_out->names, N_LEFT_OUT_NAMED - 1);
      g_ptr_array_add (left_out->names,
                       g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more));
    }
  names = taut_plan_words_join (left_out->names);

  if (left_out->refer)
    /* Translators: names of routines, and why: "because of osteoporosis" */
    return g_strdup_printf (_("%s: ask a clinician first, %s."), names, reason);

  /* Translators: names of routines, and why: "because of osteoporosis" */
  return g_strdup_printf (_("%s: not for now, %s."), names, reason);
}

static guint
append_left_out (GString *text,
                 GArray  *list,
                 guint    n_most)
{
  guint n = 0;

  for (guint i = 0; i < list->len && n < n_most; i++, n++)
    {
      g_autofree char *sentence = format_left_out (&g_array_index (list, LeftOut, i));

      taut_plan_words_append (text, sentence);
    }
  if (list->len > n_most)
    taut_plan_words_append (text, _("More is left out for your safety: see Care in Tautline."));

  return n;
}

static guint
append_keep_offs (GString   *text,
                  GPtrArray *prescriptions,
                  guint      n_most)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; i < prescriptions->len && said->len < n_most; i++)
    {
      const TautPrescription *prescription = g_ptr_array_index (prescriptions, i);
      const char *keep_off;

      if (prescription->routine == NULL || prescription->routine->keep_off == NULL ||
          (prescription->verdict != NULL && !taut_verdict_allows (prescription->verdict)))
        continue;

      keep_off = taut_name_translate (TAUT_CONTEXT_ROUTINE, prescription->routine->keep_off);
      if (taut_plan_words_has (said, keep_off))
        continue;

      taut_plan_words_append (text, keep_off);
      g_ptr_array_add (said, (gpointer) keep_off);
    }

  return said->len;
}

char *
taut_plan_words_format_leaving (TautAtlas   *atlas,
                                TautRecord  *record,
                                GPtrArray   *prescriptions,
                                const GDate *today,
                                guint        n_most)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) list = NULL;
  guint n;

  g_return_val_if_fail (TAUT_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (TAUT_IS_RECORD (record), NULL);
  g_return_val_if_fail (prescriptions != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  list = list_left_out (atlas, record, prescriptions, today);
  n = append_left_out (text, list, n_most);
  if (n < n_most)
    n += append_keep_offs (text, prescriptions, n_most - n);
  if (n < 2)
    taut_plan_words_append (text, _("No hard pressure on the spine, the throat or a bruise. "
                              "Leave out what makes the pain sharper."));
  if (taut_profile_get_screened (taut_record_get_profile (record)) == NULL)
    taut_plan_words_append (text, _("The questions about health were skipped: with an illness, "
                              "ask your therapist first."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
