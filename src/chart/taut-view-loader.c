/* taut-view-loader.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-view-loader"

#include "config.h"

#include "taut-view-loader.h"

typedef struct
{
  TautSkin *skin;
  char **ids;
  const char *figure;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  taut_skin_unref (job->skin);
  g_strfreev (job->ids);
  g_free (job);
}

/* Unpacks what is unpacked at the first question. */
static void
warm_up (TautView *view)
{
  TautSkinPoint nowhere = { 0 };
  double x, y;

  g_assert (view != NULL);

  taut_view_project (view, &nowhere, &x, &y);
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_view_unref);
  Job *job = task_data;

  for (guint i = 0; job->ids[i] != NULL; i++)
    {
      GError *error = NULL;
      TautView *view;

      if (g_task_return_error_if_cancelled (task))
        return;

      view = taut_view_load_figure (job->ids[i], job->figure, job->skin, &error);
      if (view == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      warm_up (view);
      g_ptr_array_add (views, view);
    }

  g_task_return_pointer (task, g_steal_pointer (&views), (GDestroyNotify) g_ptr_array_unref);
}

/* Public */

void
taut_view_loader_load_async (TautSkin            *skin,
                             const char *const   *ids,
                             const char          *figure,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (skin != NULL);
  g_return_if_fail (ids != NULL);
  g_return_if_fail (figure != NULL);

  job = g_new0 (Job, 1);
  job->skin = taut_skin_ref (skin);
  job->ids = g_strdupv ((char **) ids);
  job->figure = taut_view_find_figure (figure);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, taut_view_loader_load_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}

GPtrArray *
taut_view_loader_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
