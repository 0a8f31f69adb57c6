/* taut-unknown.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-unknown"

#include "config.h"

#include "taut-unknown.h"

gboolean
taut_unknown_equal (JsonObject *a,
                    JsonObject *b)
{
  g_autoptr (JsonNode) a_node = NULL;
  g_autoptr (JsonNode) b_node = NULL;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  a_node = json_node_init_object (json_node_alloc (), a);
  b_node = json_node_init_object (json_node_alloc (), b);

  return json_node_equal (a_node, b_node);
}
