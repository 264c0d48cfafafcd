/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
count (guint *n)
{
  ++*n;
}

static void
on_raw (LibvirtConnect *connect,
        LibvirtEntity *entity,
        int id,
        GVariant *numbers,
        GString *story)
{
  g_autofree char *text = g_variant_print (numbers, FALSE);

  g_string_append_printf (story, "%s %d %s; ", libvirt_entity_get_name (entity), id, text);
}

static void
on_lifecycle (LibvirtDomain *domain,
              LibvirtDomainEventType event,
              int detail,
              GString *story)
{
  g_string_append (story, "signal; ");
}

static void
test_raw (Harness *self,
          gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);
  g_autofree char *expected = NULL;

  harness_wait_for_events (self);
  g_signal_connect (self->connect, "event-raw", G_CALLBACK (on_raw), story);
  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_lifecycle), story);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_until (g_str_has_suffix (story->str, "signal; "));

  expected = g_strdup_printf ("%s %d [%d, %d]; signal; ", self->name, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                              VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED);
  g_assert_cmpstr (story->str, ==, expected);
}

static void
set_groups (Harness *self,
            LibvirtConnectEventGroups groups)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_set_event_groups (self->connect, groups, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_connect_get_event_groups (self->connect), ==, groups);
}

/* What is not chosen is not told; what is asked for is right all the same. */
static void
test_groups (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) again = NULL;
  guint n_signals = 0;
  guint n_changes = 0;

  g_assert_cmpint (libvirt_connect_get_event_groups (self->connect), ==,
                   LIBVIRT_CONNECT_EVENT_GROUPS_ALL);
  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_ALL & ~LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE);
  g_signal_connect_swapped (self->domain, "event-lifecycle", G_CALLBACK (count), &n_signals);
  g_signal_connect_swapped (self->domain, "notify::state", G_CALLBACK (count), &n_changes);

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  again = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
  g_assert_true (again == self->domain);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_signals, ==, 0);
}

static void
on_raw_lifecycle (virConnectPtr connect,
                  virDomainPtr domain,
                  int event,
                  int detail,
                  void *told)
{
  g_atomic_int_set ((int *) told, TRUE);
  g_main_context_wakeup (NULL);
}

/* Until it has been told to those who listen, an event may still come. */
static void
create_raw (Harness *self)
{
  int told = FALSE;
  int id = virConnectDomainEventRegisterAny (self->raw, self->raw_domain,
                                             VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                             VIR_DOMAIN_EVENT_CALLBACK (on_raw_lifecycle), &told,
                                             NULL);

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_until (g_atomic_int_get (&told));
  virConnectDomainEventDeregisterAny (self->raw, id);
}

/* What was missed is made up for, and told from then on. */
static void
test_groups_again (Harness *self,
                   gconstpointer data)
{
  guint n_signals = 0;
  guint n_changes = 0;

  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_NONE);
  g_signal_connect_swapped (self->domain, "event-lifecycle", G_CALLBACK (count), &n_signals);
  g_signal_connect_swapped (self->domain, "notify::state", G_CALLBACK (count), &n_changes);
  create_raw (self);

  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_LIFECYCLE);
  g_assert_cmpint (libvirt_domain_peek_state (self->domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_signals, ==, 0);

  g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
  harness_wait_until (n_signals == 1);
  g_assert_cmpuint (n_changes, ==, 2);

  /* Chosen once more, it is not told twice. */
  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_ALL);
  g_assert_cmpint (virDomainResume (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpuint (n_signals, ==, 2);
}

static void
test_live_list (Harness *self,
                gconstpointer data)
{
  GListModel *domains = libvirt_connect_get_domains (self->connect);
  guint n_items;

  harness_wait_until_loaded (domains);
  n_items = g_list_model_get_n_items (domains);
  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_NONE);
  g_assert_cmpint (virDomainUndefine (self->raw_domain), ==, 0);
  set_groups (self, LIBVIRT_CONNECT_EVENT_GROUPS_ALL);
  g_assert_cmpuint (g_list_model_get_n_items (domains), ==, n_items - 1);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
}

static void
test_closed (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_false (libvirt_connect_set_event_groups (self->connect,
                                                    LIBVIRT_CONNECT_EVENT_GROUPS_ALL, &error));
  harness_assert_closed (&error);
}

#define ADD(path, func) \
  g_test_add ("/connect/event/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("raw", test_raw);
  ADD ("groups", test_groups);
  ADD ("groups-again", test_groups_again);
  ADD ("live-list", test_live_list);
  ADD ("closed", test_closed);

  return g_test_run ();
}
