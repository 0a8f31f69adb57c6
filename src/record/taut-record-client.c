/* taut-record-client.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who the record is of. */

#define G_LOG_DOMAIN "taut-record"

#include "config.h"

#include "taut-record-private.h"

#include <string.h>

const char *
taut_record_get_client_name (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);

  return self->client_name;
}

/* Changes that follow each other are one step: a name comes letter by letter. */
void
taut_record_set_client_name (TautRecord *self,
                             const char *name)
{
  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (name != NULL);

  if (strcmp (self->client_name, name) != 0)
    taut_record_push (self, taut_change_new_name (self->client_name, name), TRUE);
}

const char *
taut_record_get_client_figure (TautRecord *self)
{
  g_return_val_if_fail (TAUT_IS_RECORD (self), NULL);

  return self->client_figure;
}

void
taut_record_set_client_figure (TautRecord *self,
                               const char *figure)
{
  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (figure != NULL);

  if (strcmp (self->client_figure, figure) != 0)
    taut_record_push (self, taut_change_new_figure (self->client_figure, figure), FALSE);
}

void
taut_record_set_client (TautRecord *self,
                        const char *name,
                        const char *figure)
{
  GPtrArray *parts;

  g_return_if_fail (TAUT_IS_RECORD (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (figure != NULL);

  if (strcmp (self->client_name, name) == 0 || strcmp (self->client_figure, figure) == 0)
    {
      taut_record_set_client_name (self, name);
      taut_record_set_client_figure (self, figure);
      return;
    }

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) taut_change_free);
  g_ptr_array_add (parts, taut_change_new_name (self->client_name, name));
  g_ptr_array_add (parts, taut_change_new_figure (self->client_figure, figure));
  taut_record_push (self, taut_change_new_group (parts, "Change Client"), FALSE);
}
