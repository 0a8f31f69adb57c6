/* taut-knowledge.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-knowledge"

#include "config.h"

#include "taut-knowledge.h"

#include "taut-resources.h"

#define SKIN_RESOURCE "figure/skin.cells"
#define ATLAS_RESOURCE "atlas"

TautAtlas *
taut_knowledge_load_atlas (GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (TautSkin) skin = NULL;

  if (!taut_resources_register (error))
    return NULL;

  bytes = taut_resources_lookup (SKIN_RESOURCE, error);
  if (bytes == NULL)
    return NULL;

  skin = taut_skin_new (bytes, error);
  if (skin == NULL)
    return NULL;

  folder = taut_resources_get_file (ATLAS_RESOURCE);

  return taut_atlas_load (folder, skin, error);
}

static gboolean
load_views (TautKnowledge  *knowledge,
            GError        **error)
{
  const char *const *ids = taut_view_list_ids ();
  TautSkin *skin = taut_atlas_get_skin (knowledge->atlas);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TautView *view = taut_view_load (ids[i], skin, error);

      if (view == NULL)
        return FALSE;

      g_ptr_array_add (knowledge->views, view);
    }

  return TRUE;
}

TautKnowledge *
taut_knowledge_load (GError **error)
{
  g_autoptr (TautKnowledge) knowledge = g_new0 (TautKnowledge, 1);

  knowledge->views = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_view_unref);
  knowledge->atlas = taut_knowledge_load_atlas (error);

  if (knowledge->atlas == NULL || !load_views (knowledge, error))
    return NULL;

  /* Which area a cell lies in is worked out at the first question: here, so that no
   * frame waits for it. */
  taut_atlas_get_area_of_cell (knowledge->atlas, 0);

  return g_steal_pointer (&knowledge);
}

void
taut_knowledge_free (TautKnowledge *knowledge)
{
  if (knowledge == NULL)
    return;

  g_clear_pointer (&knowledge->views, g_ptr_array_unref);
  g_clear_object (&knowledge->atlas);
  g_free (knowledge);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  TautKnowledge *knowledge = taut_knowledge_load (&error);

  if (knowledge != NULL)
    g_task_return_pointer (task, knowledge, (GDestroyNotify) taut_knowledge_free);
  else
    g_task_return_error (task, error);
}

void
taut_knowledge_load_async (GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, taut_knowledge_load_async);
  g_task_run_in_thread (task, load_thread);
}

TautKnowledge *
taut_knowledge_load_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
