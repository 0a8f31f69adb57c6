/* taut-reminder-service.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One moment divides the past from what is to come: until then everything due was
 * said. Each look at the clock says what fell due since, moves that moment to now,
 * and sets the alarm to what is next. So it does not matter why it looks: a time that
 * has come, a plan that changed, a clock that was set, a computer that woke up.
 *
 * What fell due on another day is not said any more: it is listed in the window. */

#define G_LOG_DOMAIN "taut-reminder-service"

#include "config.h"

#include "taut-reminder-service.h"

#include "taut-alarm.h"
#include "taut-knowledge.h"
#include "taut-names.h"
#include "taut-reminder-list.h"
#include "taut-reminder-notice.h"
#include "taut-reminder-rules.h"
#include "taut-reminder-target.h"

#define CHECK_DELAY_MS 100
#define STAND_UP_ID "stand-up"

/* A clock that is put right by less is not one that was set back. */
#define SET_BACK (2 * G_TIME_SPAN_MINUTE)

#define REMEMBER_SECONDS 60

#define PUT_OFF_LATE (12 * G_TIME_SPAN_HOUR)

struct _TautReminderService
{
  GObject parent_instance;

  GApplication *application;
  TautClock *clock;
  GSettings *settings;
  TautAlarm *alarm;
  TautAtlas *atlas;
  TautRecord *record;
  GSignalGroup *record_signals;
  GDateTime *said_until;
  gint64 remembered;        /* the same, as the settings have it */
  GPtrArray *shown;
  GPtrArray *put_off;
  guint check_id;
};

G_DEFINE_FINAL_TYPE (TautReminderService, taut_reminder_service, G_TYPE_OBJECT)

enum {
  LOOKING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
withdraw (TautReminderService *self,
          const char          *id)
{
  g_autofree char *copy = g_strdup (id);

  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  g_application_withdraw_notification (self->application, copy);
  taut_reminder_list_remove (self->shown, copy);
}

/* Saying */

static GPtrArray *
list_names (TautReminderService *self,
            GArray              *sessions)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  if (!g_settings_get_boolean (self->settings, "reminders-show-names"))
    return NULL;

  if (self->atlas == NULL)
    self->atlas = taut_knowledge_load_atlas (NULL);
  if (self->atlas == NULL)
    return NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const TautSession *session = &g_array_index (sessions, TautSession, i);

      g_ptr_array_add (names,
                       taut_name_routine (self->atlas, self->record,
                                          taut_plan_item_get_routine_id (session->item)));
    }

  return g_steal_pointer (&names);
}

/* Consumes a floating @target. */
static void
say_sessions (TautReminderService *self,
              GArray              *sessions,
              GVariant            *target)
{
  const TautListedReminder *listed = taut_reminder_list_add (self->shown, target, NULL);
  g_autoptr (GPtrArray) names = list_names (self, sessions);
  g_autoptr (GNotification) notification = NULL;

  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  notification = taut_reminder_notice_new (sessions, names, listed->target);
  g_application_send_notification (self->application, listed->id, notification);
}

static void
say_stand_up (TautReminderService *self)
{
  g_autoptr (GNotification) notification = taut_reminder_notice_new_stand_up ();

  g_application_send_notification (self->application, STAND_UP_ID, notification);
}

/* Sessions that fall due together are said together, also those that waited for the
 * end of the quiet hours, or of the computer's sleep. */
static void
say_due (TautReminderService     *self,
         const TautReminderRules *rules,
         GDateTime               *now)
{
  g_autoptr (GPtrArray) due =
    taut_reminders_list_due (taut_record_get_plan (self->record),
                             taut_record_get_profile (self->record), rules, self->said_until, now);
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (TautSession));
  gboolean stand_up = FALSE;

  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  for (guint i = 0; i < due->len; i++)
    {
      const TautReminder *reminder = g_ptr_array_index (due, i);

      if (!taut_reminder_is_timely (reminder, now))
        continue;
      if (reminder->kind == TAUT_REMINDER_STAND_UP)
        stand_up = TRUE;
      else
        g_array_append_val (sessions, reminder->session);
    }

  if (sessions->len > 0)
    say_sessions (self, sessions, taut_reminder_target_new (self->record, sessions));
  else if (stand_up)
    say_stand_up (self);
}

static void
say_put_off (TautReminderService *self,
             GDateTime           *now)
{
  guint before = self->put_off->len;

  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  for (guint i = self->put_off->len; i > 0; i--)
    {
      const TautListedReminder *listed = g_ptr_array_index (self->put_off, i - 1);
      g_autoptr (GArray) open = NULL;

      if (g_date_time_compare (listed->at, now) > 0)
        continue;

      open = taut_reminder_target_find_open (listed->target, self->record);
      /* After a long time without a start it is listed in the window. */
      if (open->len > 0 && g_date_time_difference (now, listed->at) < PUT_OFF_LATE)
        say_sessions (self, open, taut_reminder_target_new (self->record, open));
      g_ptr_array_remove_index (self->put_off, i - 1);
    }

  if (self->put_off->len < before)
    taut_reminder_list_save (self->put_off, self->settings);
}

/* What was said of in the window needs no answer any more. */
static void
withdraw_answered (TautReminderService *self)
{
  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  for (guint i = self->shown->len; i > 0; i--)
    {
      const TautListedReminder *listed = g_ptr_array_index (self->shown, i - 1);
      g_autoptr (GArray) open = NULL;

      if (self->record != NULL)
        open = taut_reminder_target_find_open (listed->target, self->record);
      if (open == NULL || open->len == 0)
        withdraw (self, listed->id);
    }
}

/* Looking at the clock */

/* Kept for the next start, not more often than is of use: a brush brings about many
 * looks at the clock. */
static void
remember_said_until (TautReminderService *self)
{
  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  self->remembered = g_date_time_to_unix (self->said_until);
  g_settings_set_int64 (self->settings, "last-reminded", self->remembered);
}

static void
set_said_until (TautReminderService *self,
                GDateTime           *now)
{
  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  g_clear_pointer (&self->said_until, g_date_time_unref);
  self->said_until = g_date_time_ref (now);
  if (ABS (g_date_time_to_unix (now) - self->remembered) >= REMEMBER_SECONDS)
    remember_said_until (self);
}

static void
set_alarm (TautReminderService     *self,
           const TautReminderRules *rules,
           GDateTime               *now)
{
  g_autoptr (TautReminder) next = NULL;
  GDateTime *moment;

  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  next = taut_reminders_find_next (taut_record_get_plan (self->record),
                                   taut_record_get_profile (self->record), rules, now);
  moment = next != NULL ? next->at : NULL;
  for (guint i = 0; i < self->put_off->len; i++)
    {
      const TautListedReminder *listed = g_ptr_array_index (self->put_off, i);

      if (moment == NULL || g_date_time_compare (listed->at, moment) < 0)
        moment = listed->at;
    }

  taut_alarm_set (self->alarm, moment);
}

static void
check (TautReminderService *self)
{
  g_autoptr (GDateTime) now = taut_clock_get_now (self->clock);
  TautReminderRules rules;

  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  g_signal_emit (self, signals[LOOKING], 0);
  g_clear_handle_id (&self->check_id, g_source_remove);
  withdraw_answered (self);
  if (self->record == NULL || !g_settings_get_boolean (self->settings, "reminders"))
    {
      taut_alarm_clear (self->alarm);
      return;
    }

  /* What comes again after a clock was set back, and is open still, is said again. */
  if (g_date_time_difference (self->said_until, now) > SET_BACK)
    set_said_until (self, now);

  taut_reminder_rules_load (&rules, self->settings);
  if (taut_reminder_rules_are_quiet_at (&rules, now))
    {
      g_autoptr (GDateTime) end = taut_reminder_rules_get_end_of_quiet (&rules, now);

      taut_alarm_set (self->alarm, end);
      return;
    }

  say_due (self, &rules, now);
  say_put_off (self, now);
  if (g_date_time_compare (now, self->said_until) > 0)
    set_said_until (self, now);
  set_alarm (self, &rules, now);
}

static gboolean
check_timeout_cb (gpointer user_data)
{
  TautReminderService *self = TAUT_REMINDER_SERVICE (user_data);

  self->check_id = 0;
  check (self);

  return G_SOURCE_REMOVE;
}

/* A brush changes the record many times a second. */
static void
queue_check (TautReminderService *self)
{
  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  if (self->check_id == 0)
    self->check_id = g_timeout_add (CHECK_DELAY_MS, check_timeout_cb, self);
}

static void
settings_changed_cb (TautReminderService *self,
                     const char          *key)
{
  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  /* What fell due while they were off is not said when they are turned on. */
  if (g_str_equal (key, "reminders"))
    taut_reminder_service_catch_up (self);
  else if (!g_str_has_prefix (key, "last-"))
    queue_check (self);
}

/* Actions */

static void
answer (TautReminderService *self,
        GVariant            *target,
        TautOutcome          outcome)
{
  g_autofree char *id = taut_reminder_target_get_id (target);

  g_assert (TAUT_IS_REMINDER_SERVICE (self));

  g_signal_emit (self, signals[LOOKING], 0);
  if (self->record != NULL)
    taut_reminder_target_set_outcome (target, self->record, outcome);
  taut_reminder_list_remove (self->put_off, id);
  taut_reminder_list_save (self->put_off, self->settings);
  withdraw (self, id);
}

static void
session_done_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  answer (TAUT_REMINDER_SERVICE (user_data), parameter, TAUT_OUTCOME_DONE);
}

static void
session_skip_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  answer (TAUT_REMINDER_SERVICE (user_data), parameter, TAUT_OUTCOME_SKIPPED);
}

static void
session_later_action_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  TautReminderService *self = TAUT_REMINDER_SERVICE (user_data);
  g_autofree char *id = taut_reminder_target_get_id (parameter);
  g_autoptr (GDateTime) now = taut_clock_get_now (self->clock);
  g_autoptr (GArray) open = NULL;
  int minutes = g_settings_get_uint (self->settings, "reminders-later");

  taut_reminder_list_remove (self->put_off, id);
  if (self->record != NULL)
    open = taut_reminder_target_find_open (parameter, self->record);
  if (open != NULL && open->len > 0)
    {
      g_autoptr (GDateTime) at = g_date_time_add_minutes (now, minutes);

      taut_reminder_list_add (self->put_off, parameter, at);
    }
  taut_reminder_list_save (self->put_off, self->settings);

  withdraw (self, id);
  queue_check (self);
}

static const GActionEntry actions[] = {
  { .name = "session-done", .activate = session_done_action_cb,
    .parameter_type = TAUT_REMINDER_TARGET_TYPE },
  { .name = "session-later", .activate = session_later_action_cb,
    .parameter_type = TAUT_REMINDER_TARGET_TYPE },
  { .name = "session-skip", .activate = session_skip_action_cb,
    .parameter_type = TAUT_REMINDER_TARGET_TYPE },
};

/* GObject */

static void
taut_reminder_service_dispose (GObject *object)
{
  TautReminderService *self = TAUT_REMINDER_SERVICE (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  for (gsize i = 0; i < G_N_ELEMENTS (actions) && self->application != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (self->application), actions[i].name);
  self->application = NULL;
  if (self->settings != NULL && self->record != NULL)
    remember_said_until (self);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->record);
  g_clear_object (&self->alarm);
  g_clear_object (&self->atlas);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (taut_reminder_service_parent_class)->dispose (object);
}

static void
taut_reminder_service_finalize (GObject *object)
{
  TautReminderService *self = TAUT_REMINDER_SERVICE (object);

  g_clear_pointer (&self->said_until, g_date_time_unref);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->put_off, g_ptr_array_unref);

  G_OBJECT_CLASS (taut_reminder_service_parent_class)->finalize (object);
}

static void
taut_reminder_service_class_init (TautReminderServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taut_reminder_service_dispose;
  G_OBJECT_CLASS (klass)->finalize = taut_reminder_service_finalize;

  signals[LOOKING] =
    g_signal_new ("looking", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
taut_reminder_service_init (TautReminderService *self)
{
  self->shown = taut_reminder_list_new ();
  self->record_signals = g_signal_group_new (TAUT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "changed", G_CALLBACK (queue_check), self);
}

TautReminderService *
taut_reminder_service_new (GApplication *application,
                           TautClock    *clock,
                           GSettings    *settings)
{
  TautReminderService *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (TAUT_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TAUT_TYPE_REMINDER_SERVICE, NULL);
  self->application = application;
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->alarm = taut_alarm_new (clock);
  self->put_off = taut_reminder_list_load (settings);
  self->remembered = g_settings_get_int64 (settings, "last-reminded");
  if (self->remembered > 0)
    self->said_until = g_date_time_new_from_unix_utc (self->remembered);
  if (self->said_until == NULL)
    self->said_until = taut_clock_get_now (clock);

  g_signal_connect_object (self->alarm, "rang", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   self);

  return self;
}

void
taut_reminder_service_set_record (TautReminderService *self,
                                  TautRecord          *record)
{
  g_return_if_fail (TAUT_IS_REMINDER_SERVICE (self));
  g_return_if_fail (record == NULL || TAUT_IS_RECORD (record));

  if (!g_set_object (&self->record, record))
    return;

  g_signal_group_set_target (self->record_signals, record);
  queue_check (self);
}

TautRecord *
taut_reminder_service_get_record (TautReminderService *self)
{
  g_return_val_if_fail (TAUT_IS_REMINDER_SERVICE (self), NULL);

  return self->record;
}

void
taut_reminder_service_catch_up (TautReminderService *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (TAUT_IS_REMINDER_SERVICE (self));

  now = taut_clock_get_now (self->clock);
  set_said_until (self, now);
  queue_check (self);
}

