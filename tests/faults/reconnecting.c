/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "reconnecting.h"

static void
on_closed (LibvirtConnect *connect, LibvirtConnectCloseReason reason, gpointer user_data)
{
  Reconnecting *self = user_data;

  g_string_append_c (self->story, 'c');
}

static void
on_state (LibvirtConnect *connect, GParamSpec *pspec, gpointer user_data)
{
  static const char *const letters = "CNOLR";
  Reconnecting *self = user_data;

  g_string_append_c (self->story, letters[libvirt_connect_get_state (connect)]);
}

static void
on_reconnecting (LibvirtConnect *connect, guint attempt, guint delay, gpointer user_data)
{
  Reconnecting *self = user_data;

  g_assert_cmpint (libvirt_connect_get_state (connect), ==, LIBVIRT_CONNECT_STATE_RECONNECTING);
  g_assert_cmpuint (attempt, >, 0);
  self->n_attempts = attempt;
  self->last_delay = delay;
}

static void
on_domain_notify (LibvirtDomain *domain, GParamSpec *pspec, gpointer user_data)
{
  Reconnecting *self = user_data;

  if (!g_str_has_prefix (pspec->name, "can-"))
    g_string_append_c (self->story, pspec->name[0]);
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Reconnecting *self = user_data;

  g_string_append_printf (self->story, "-%u+%u", removed, added);
}

static void
open_connection (Reconnecting *self)
{
  self->connect = relayed_open (self->daemon, self->relay);
  g_assert_false (libvirt_connect_get_auto_reconnect (self->connect));
  libvirt_connect_set_auto_reconnect (self->connect, TRUE);
  g_signal_connect (self->connect, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect (self->connect, "notify::state", G_CALLBACK (on_state), self);
  g_signal_connect (self->connect, "reconnecting", G_CALLBACK (on_reconnecting), self);
}

static void
look_at_domains (Reconnecting *self)
{
  g_autoptr (GError) error = NULL;

  self->domains = g_object_ref (libvirt_connect_get_domains (self->connect));
  harness_wait_until_loaded (self->domains);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, "test", &error);
  g_assert_no_error (error);
  g_signal_connect (self->domain, "notify", G_CALLBACK (on_domain_notify), self);
  g_signal_connect (self->domains, "items-changed", G_CALLBACK (on_items_changed), self);
}

void
reconnecting_set_up (Reconnecting *self, gconstpointer data)
{
  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  self->story = g_string_new (NULL);
  self->relay = relay_new (daemon_get_socket (self->daemon));
  open_connection (self);
  look_at_domains (self);
}

void
reconnecting_tear_down (Reconnecting *self, gconstpointer data)
{
  if (self->daemon == NULL)
    return;

  g_clear_object (&self->domain);
  g_clear_object (&self->domains);
  relayed_end (&self->connect, self->daemon, self->relay);
  g_string_free (self->story, TRUE);
}

gboolean
reconnecting_has_state (Reconnecting *self, LibvirtConnectState state)
{
  return libvirt_connect_get_state (self->connect) == state;
}

virConnectPtr
reconnecting_open_raw (Reconnecting *self)
{
  g_autofree char *uri = daemon_dup_uri (self->daemon, NULL);
  virConnectPtr raw = virConnectOpen (uri);

  g_assert_nonnull (raw);
  return raw;
}

void
reconnecting_kill_daemon (Reconnecting *self)
{
  daemon_kill (self->daemon);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_RECONNECTING) &&
                      self->n_attempts > 0);
}

void
reconnecting_restart_daemon (Reconnecting *self)
{
  daemon_restart (self->daemon);
  harness_wait_until (reconnecting_has_state (self, LIBVIRT_CONNECT_STATE_OPEN));
}
