/* notification-double.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A notification as the desktop was asked to show it.
 * @buttons: (element-type utf8): their labels */
typedef struct
{
  guint id;
  char *title;
  char *body;
  GStrv actions;
  GPtrArray *buttons;
  gboolean closed;
} NotificationDoubleNotice;

/* Stands in for the desktop's service of notifications, org.freedesktop.Notifications,
 * on a connection of its own to the session bus. */
typedef struct _NotificationDouble NotificationDouble;

NotificationDouble       *notification_double_new       (void);
void                      notification_double_free      (NotificationDouble *self);

/* (element-type NotificationDoubleNotice): all that it was asked to show since it
 * was cleared, oldest first. */
GPtrArray                *notification_double_get       (NotificationDouble *self);
NotificationDoubleNotice *notification_double_get_last  (NotificationDouble *self);
void                      notification_double_clear     (NotificationDouble *self);

/* Presses a button of the last one, as the person does; "default" is the
 * notification itself. */
void                      notification_double_press     (NotificationDouble *self,
                                                         const char         *button);

/* Waits until it has heard all that this process has asked of it. */
void                      notification_double_settle    (NotificationDouble *self);

G_END_DECLS
