/* notification-double.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "notification-double.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

static const char introspection[] =
  "<node><interface name='" NAME "'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<method name='GetServerInformation'><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "</method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
  "</interface></node>";

struct _NotificationDouble
{
  GDBusConnection *connection;
  GDBusNodeInfo *node;
  GPtrArray *notices;
  guint object_id;
  guint last_id;
};

static void
notice_free (gpointer data)
{
  NotificationDoubleNotice *notice = data;

  g_free (notice->title);
  g_free (notice->body);
  g_strfreev (notice->actions);
  g_ptr_array_unref (notice->buttons);
  g_free (notice);
}

static guint
add_notice (NotificationDouble *self,
            GVariant           *parameters)
{
  NotificationDoubleNotice *notice = g_new0 (NotificationDoubleNotice, 1);
  guint replaces;

  g_variant_get (parameters, "(&su&sss^as@a{sv}i)", NULL, &replaces, NULL, &notice->title,
                 &notice->body, &notice->actions, NULL, NULL);
  notice->id = replaces != 0 ? replaces : ++self->last_id;
  notice->buttons = g_ptr_array_new ();
  for (guint i = 0; notice->actions[i] != NULL && notice->actions[i + 1] != NULL; i += 2)
    {
      if (!g_str_equal (notice->actions[i], "default"))
        g_ptr_array_add (notice->buttons, notice->actions[i + 1]);
    }
  g_ptr_array_add (self->notices, notice);

  return notice->id;
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method_name,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  NotificationDouble *self = user_data;
  GVariant *answer = NULL;

  if (g_str_equal (method_name, "Notify"))
    {
      answer = g_variant_new ("(u)", add_notice (self, parameters));
    }
  else if (g_str_equal (method_name, "GetCapabilities"))
    {
      const char *const capabilities[] = { "actions", "body", "persistence", NULL };

      answer = g_variant_new ("(^as)", capabilities);
    }
  else if (g_str_equal (method_name, "GetServerInformation"))
    {
      answer = g_variant_new ("(ssss)", "double", "tautline", "1", "1.2");
    }
  else
    {
      guint id;

      g_variant_get (parameters, "(u)", &id);
      for (guint i = 0; i < self->notices->len; i++)
        {
          NotificationDoubleNotice *notice = g_ptr_array_index (self->notices, i);

          notice->closed |= notice->id == id;
        }
    }

  g_dbus_method_invocation_return_value (invocation, answer);
}

NotificationDouble *
notification_double_new (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  NotificationDouble *self = g_new0 (NotificationDouble, 1);
  g_autofree char *address = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->connection =
    g_dbus_connection_new_for_address_sync (address,
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, &error);
  g_assert_no_error (error);
  self->notices = g_ptr_array_new_with_free_func (notice_free);
  self->node = g_dbus_node_info_new_for_xml (introspection, &error);
  g_assert_no_error (error);
  self->object_id = g_dbus_connection_register_object (self->connection, PATH,
                                                       self->node->interfaces[0], &vtable, self,
                                                       NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", NAME, 4),
                                       G_VARIANT_TYPE ("(u)"), 0, -1, NULL, &error);
  g_assert_no_error (error);

  return self;
}

void
notification_double_free (NotificationDouble *self)
{
  g_dbus_connection_unregister_object (self->connection, self->object_id);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_dbus_node_info_unref (self->node);
  g_ptr_array_unref (self->notices);
  g_free (self);
}

GPtrArray *
notification_double_get (NotificationDouble *self)
{
  return self->notices;
}

NotificationDoubleNotice *
notification_double_get_last (NotificationDouble *self)
{
  g_assert_cmpuint (self->notices->len, >, 0);

  return g_ptr_array_index (self->notices, self->notices->len - 1);
}

void
notification_double_clear (NotificationDouble *self)
{
  g_ptr_array_set_size (self->notices, 0);
}

void
notification_double_press (NotificationDouble *self,
                           const char         *button)
{
  NotificationDoubleNotice *notice = notification_double_get_last (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; notice->actions[i] != NULL; i += 2)
    {
      if (g_str_equal (notice->actions[i + 1], button) || g_str_equal (notice->actions[i], button))
        {
          g_dbus_connection_emit_signal (self->connection, NULL, PATH, NAME, "ActionInvoked",
                                         g_variant_new ("(us)", notice->id, notice->actions[i]),
                                         &error);
          g_assert_no_error (error);
          g_dbus_connection_emit_signal (self->connection, NULL, PATH, NAME, "NotificationClosed",
                                         g_variant_new ("(uu)", notice->id, 2), &error);
          g_assert_no_error (error);
          return;
        }
    }

  g_error ("there is no button \"%s\"", button);
}

static void
settled_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source_object), result, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Calls of one connection arrive in their order: what was asked before this call was
 * heard before its answer. */
void
notification_double_settle (NotificationDouble *self)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  gboolean settled = FALSE;

  while (g_main_context_iteration (NULL, FALSE));
  g_dbus_connection_call (connection, NAME, PATH, NAME, "GetCapabilities", NULL, NULL, 0, -1, NULL,
                          settled_cb, &settled);
  while (!settled)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE));
}
