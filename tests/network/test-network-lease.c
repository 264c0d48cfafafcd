/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver gives no addresses: the library finds a function of this program before libvirt's
 * own. tests/live/ has a network that does. */

#include "daemon.h"
#include "harness.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

static struct
{
  int is_on;                 /* atomic; else libvirt's own is called */
  const char *const *leases; /* atomic: the last number of a MAC address and of an IPv4 one */
  int expirytime;            /* atomic */
} played;

static virNetworkDHCPLeasePtr
make_lease (const char *numbers)
{
  virNetworkDHCPLeasePtr lease = calloc (1, sizeof *lease);

  lease->iface = strdup ("virbr0");
  lease->expirytime = g_atomic_int_get (&played.expirytime);
  lease->type = VIR_IP_ADDR_TYPE_IPV4;
  lease->mac = strdup ("52:54:00:00:00:0x");
  lease->mac[16] = numbers[0];
  lease->ipaddr = strdup ("192.168.122.x");
  lease->ipaddr[12] = numbers[1];
  lease->prefix = 24;
  lease->hostname = numbers[2] != '\0' ? strdup (numbers + 2) : NULL;
  return lease;
}

G_MODULE_EXPORT int
virNetworkGetDHCPLeases (virNetworkPtr network,
                         const char *mac,
                         virNetworkDHCPLeasePtr **leases,
                         unsigned int flags)
{
  const char *const *texts = g_atomic_pointer_get (&played.leases);
  int n = (int) g_strv_length ((char **) texts);
  int (*real) (virNetworkPtr, const char *, virNetworkDHCPLeasePtr **, unsigned int) =
    (int (*) (virNetworkPtr, const char *, virNetworkDHCPLeasePtr **, unsigned int)) dlsym (
      RTLD_NEXT, "virNetworkGetDHCPLeases");

  if (!g_atomic_int_get (&played.is_on))
    return real (network, mac, leases, flags);

  *leases = calloc ((gsize) n + 1, sizeof **leases);
  for (int i = 0; i < n; i++)
    (*leases)[i] = make_lease (texts[i]);
  return n;
}

typedef struct
{
  Harness harness;
  LibvirtNetwork *network;
  GListModel *leases;
  GString *changes;
} Fixture;

static const char *const none[] = { NULL };
static const char *const two[] = { "11one", "22", NULL };
static const char *const second_and_third[] = { "22", "33three", NULL };

static void
play (const char *const *leases)
{
  g_atomic_pointer_set (&played.leases, leases);
}

static void
note_change (GListModel *model,
             guint position,
             guint removed,
             guint added,
             gpointer changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static gboolean
is_loading (Fixture *self)
{
  return libvirt_network_lease_list_get_loading (LIBVIRT_NETWORK_LEASE_LIST (self->leases));
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  harness_set_up (&self->harness, NULL);
  play (two);
  played.is_on = TRUE;
  played.expirytime = 1000;
  self->network = libvirt_connect_lookup_network_by_name (self->harness.connect, "default", &error);
  g_assert_no_error (error);
  self->leases = libvirt_network_get_leases (self->network);
  g_assert_true (is_loading (self));
  g_assert_cmpuint (g_list_model_get_n_items (self->leases), ==, 0);
  harness_wait_until (!is_loading (self));
  self->changes = g_string_new (NULL);
  g_signal_connect (self->leases, "items-changed", G_CALLBACK (note_change), self->changes);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->leases, self->changes);
  g_string_free (self->changes, TRUE);
  g_clear_object (&self->network);
  harness_tear_down (&self->harness, NULL);
}

static void
refresh (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    libvirt_network_lease_list_refresh (LIBVIRT_NETWORK_LEASE_LIST (self->leases), &error));
  g_assert_no_error (error);
}

static void
count_up (guint *n)
{
  ++*n;
}

static void
test_fill (Fixture *self,
           gconstpointer data)
{
  g_autoptr (LibvirtNetworkLease) lease = g_list_model_get_item (self->leases, 0);
  g_autoptr (LibvirtNetworkLeaseList) property = NULL;
  g_autofree char *mac = NULL;
  g_autofree char *ipaddr = NULL;
  g_autofree char *hostname = NULL;
  g_autofree char *clientid = NULL;
  g_autofree char *iaid = NULL;
  g_autofree char *iface = NULL;
  LibvirtIPAddrType type;
  gint64 expirytime;
  guint prefix;

  g_assert_no_error (
    libvirt_network_lease_list_get_error (LIBVIRT_NETWORK_LEASE_LIST (self->leases)));
  g_assert_cmpuint (g_list_model_get_n_items (self->leases), ==, 2);
  g_assert_true (g_list_model_get_item_type (self->leases) == LIBVIRT_TYPE_NETWORK_LEASE);
  g_assert_null (g_list_model_get_item (self->leases, 2));
  g_object_get (self->network, "leases", &property, NULL);
  g_assert_true (G_LIST_MODEL (property) == self->leases);

  g_object_get (lease, "mac", &mac, "ipaddr", &ipaddr, "hostname", &hostname, "clientid", &clientid,
                "iaid", &iaid, "iface", &iface, "addr-type", &type, "expirytime", &expirytime, "prefix",
                &prefix, NULL);
  g_assert_cmpstr (mac, ==, "52:54:00:00:00:01");
  g_assert_cmpstr (ipaddr, ==, "192.168.122.1");
  g_assert_cmpstr (hostname, ==, "one");
  g_assert_null (clientid);
  g_assert_null (iaid);
  g_assert_cmpstr (iface, ==, "virbr0");
  g_assert_cmpint (type, ==, LIBVIRT_IP_ADDR_TYPE_IPV4);
  g_assert_cmpint (expirytime, ==, 1000);
  g_assert_cmpuint (prefix, ==, 24);
  g_assert_cmpstr (libvirt_network_lease_get_info (lease)->ipaddr, ==, ipaddr);
}

/* The same object, with another time. */
static void
test_renewed (Fixture *self,
              gconstpointer data)
{
  g_autoptr (LibvirtNetworkLease) lease = g_list_model_get_item (self->leases, 1);
  g_autoptr (LibvirtNetworkLease) again = NULL;
  guint n_times = 0;
  guint n_names = 0;

  g_signal_connect_swapped (lease, "notify::expirytime", G_CALLBACK (count_up), &n_times);
  g_signal_connect_swapped (lease, "notify::hostname", G_CALLBACK (count_up), &n_names);
  g_atomic_int_set (&played.expirytime, 2000);
  refresh (self);
  refresh (self);
  again = g_list_model_get_item (self->leases, 1);
  g_assert_true (again == lease);
  g_assert_cmpint (libvirt_network_lease_get_info (lease)->expirytime, ==, 2000);
  g_assert_cmpuint (n_times, ==, 1);
  g_assert_cmpuint (n_names, ==, 0);
  g_assert_cmpstr (self->changes->str, ==, "");
}

static void
test_come_and_go (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (LibvirtNetworkLease) second = g_list_model_get_item (self->leases, 1);
  g_autoptr (LibvirtNetworkLease) first = NULL;

  play (second_and_third);
  refresh (self);
  first = g_list_model_get_item (self->leases, 0);
  g_assert_true (first == second);
  g_assert_cmpstr (self->changes->str, ==, "0-1+0 1-0+1 ");
  play (none);
  refresh (self);
  g_assert_cmpuint (g_list_model_get_n_items (self->leases), ==, 0);
}

static void
refresh_again (GListModel *model,
               guint position,
               guint removed,
               guint added,
               Fixture *self)
{
  refresh (self);
}

/* What a handler has the list find out is true for whom it interrupted, too. */
static void
test_refreshed_in_handler (Fixture *self,
                           gconstpointer data)
{
  g_signal_connect (self->leases, "items-changed", G_CALLBACK (refresh_again), self);
  play (none);
  refresh (self);
  g_assert_cmpuint (g_list_model_get_n_items (self->leases), ==, 0);
  g_assert_cmpstr (self->changes->str, ==, "1-1+0 0-1+0 ");
  g_signal_handlers_disconnect_by_data (self->leases, self);
}

static void
take_all_away (GListModel *model,
               guint position,
               guint removed,
               guint added,
               Fixture *self)
{
  guint n = g_list_model_get_n_items (model);

  g_signal_handlers_disconnect_by_func (model, take_all_away, self);
  play (none);
  refresh (self);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n);
}

/* Whoever is told before that handler and whoever is told after it hear of the same. */
static void
test_changed_in_handler (Fixture *self,
                         gconstpointer data)
{
  g_autoptr (GString) late = g_string_new (NULL);

  g_signal_connect (self->leases, "items-changed", G_CALLBACK (take_all_away), self);
  g_signal_connect (self->leases, "items-changed", G_CALLBACK (note_change), late);
  play (second_and_third);
  refresh (self);
  g_assert_cmpuint (g_list_model_get_n_items (self->leases), ==, 0);
  g_assert_cmpstr (self->changes->str, ==, "0-1+0 1-0+1 1-1+0 0-1+0 ");
  g_assert_cmpstr (late->str, ==, self->changes->str);
  g_signal_handlers_disconnect_by_data (self->leases, late);
}

/* An address that goes to another guest is another lease. */
static void
test_given_to_another (Fixture *self,
                       gconstpointer data)
{
  static const char *const given[] = { "31", "22", NULL };
  g_autoptr (LibvirtNetworkLease) before = g_list_model_get_item (self->leases, 0);
  g_autoptr (LibvirtNetworkLease) after = NULL;

  play (given);
  refresh (self);
  after = g_list_model_get_item (self->leases, 1);
  g_assert_true (after != before);
  g_assert_cmpstr (libvirt_network_lease_get_info (after)->ipaddr, ==, "192.168.122.1");
  g_assert_cmpstr (libvirt_network_lease_get_info (before)->mac, ==, "52:54:00:00:00:01");
}

static void
test_interval (Fixture *self,
               gconstpointer data)
{
  LibvirtNetworkLeaseList *list = LIBVIRT_NETWORK_LEASE_LIST (self->leases);
  guint n_notified = 0;

  g_signal_connect_swapped (list, "notify::interval", G_CALLBACK (count_up), &n_notified);
  play (none);
  libvirt_network_lease_list_set_interval (list, 1);
  libvirt_network_lease_list_set_interval (list, 1);
  g_assert_cmpuint (libvirt_network_lease_list_get_interval (list), ==, 1);
  harness_wait_until (g_list_model_get_n_items (self->leases) == 0);
  g_object_set (list, "interval", 0, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  harness_wait_until (!is_loading (self));
  g_signal_handlers_disconnect_by_data (list, &n_notified);
}

/* What the driver says when it is asked, and what was known stays. */
static void
test_error (Fixture *self,
            gconstpointer data)
{
  LibvirtNetworkLeaseList *list = LIBVIRT_NETWORK_LEASE_LIST (self->leases);
  g_autoptr (GError) error = NULL;
  virNetworkPtr raw = virNetworkLookupByName (self->harness.raw, "default");
  virNetworkDHCPLeasePtr *natives;

  g_atomic_int_set (&played.is_on, FALSE);
  g_assert_false (libvirt_network_lease_list_refresh (list, &error));
  g_assert_cmpint (virNetworkGetDHCPLeases (raw, NULL, &natives, 0), ==, -1);
  harness_assert_raw_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (self->leases), ==, 2);

  /* It looks by itself when the network stops. */
  g_assert_cmpint (virNetworkDestroy (raw), ==, 0);
  harness_wait_until (libvirt_network_lease_list_get_error (list) != NULL);
  g_assert_true (g_error_matches (libvirt_network_lease_list_get_error (list), error->domain,
                                  error->code));
  g_assert_cmpuint (g_list_model_get_n_items (self->leases), ==, 2);
  g_assert_cmpint (virNetworkCreate (raw), ==, 0);
  harness_wait_for_events (&self->harness);
  harness_wait_until (!is_loading (self));
  virNetworkFree (raw);
}

static void
on_refreshed (GObject *list,
              GAsyncResult *result,
              gpointer done)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    libvirt_network_lease_list_refresh_finish (LIBVIRT_NETWORK_LEASE_LIST (list), result, &error));
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

/* The items are right before the callback runs. */
static void
test_async (Fixture *self,
            gconstpointer data)
{
  gboolean done = FALSE;

  play (second_and_third);
  libvirt_network_lease_list_refresh_async (LIBVIRT_NETWORK_LEASE_LIST (self->leases), NULL,
                                            on_refreshed, &done);
  harness_wait_until (done);
  g_assert_cmpstr (self->changes->str, ==, "0-1+0 1-0+1 ");
}

static void
test_closed (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtNetworkLeaseList *list = LIBVIRT_NETWORK_LEASE_LIST (self->leases);

  g_assert_true (libvirt_connect_close (self->harness.connect, &error));
  g_assert_false (libvirt_network_lease_list_refresh (list, &error));
  harness_assert_closed (&error);
  g_assert_cmpuint (g_list_model_get_n_items (self->leases), ==, 2);
}

/* Connected anew, the list looks again, and keeps what is still there. */
static void
lose_and_find (Daemon *daemon,
               LibvirtConnect *connect,
               GListModel *leases)
{
  g_autoptr (GError) error = NULL;

  daemon_kill (daemon);
  harness_wait_until (libvirt_connect_get_state (connect) == LIBVIRT_CONNECT_STATE_RECONNECTING);
  g_assert_false (libvirt_network_lease_list_refresh (LIBVIRT_NETWORK_LEASE_LIST (leases), &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_assert_cmpuint (g_list_model_get_n_items (leases), ==, 2);

  play (second_and_third);
  g_atomic_int_set (&played.expirytime, 2000);
  daemon_restart (daemon);
  harness_wait_until (libvirt_connect_get_state (connect) == LIBVIRT_CONNECT_STATE_OPEN);
  harness_wait_until (
    !libvirt_network_lease_list_get_loading (LIBVIRT_NETWORK_LEASE_LIST (leases)));
}

static void
check_lost (Daemon *daemon,
            LibvirtConnect *connect)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (LibvirtNetwork) network =
    libvirt_connect_lookup_network_by_name (connect, "default", NULL);
  GListModel *leases = libvirt_network_get_leases (network);
  LibvirtNetworkLeaseList *list = LIBVIRT_NETWORK_LEASE_LIST (leases);
  g_autoptr (LibvirtNetworkLease) second = NULL;
  g_autoptr (LibvirtNetworkLease) first = NULL;

  harness_wait_until (!libvirt_network_lease_list_get_loading (list));
  second = g_list_model_get_item (leases, 1);
  g_signal_connect (leases, "items-changed", G_CALLBACK (note_change), changes);
  libvirt_connect_set_auto_reconnect (connect, TRUE);
  lose_and_find (daemon, connect, leases);

  g_assert_cmpstr (changes->str, ==, "0-1+0 1-0+1 ");
  first = g_list_model_get_item (leases, 0);
  g_assert_true (first == second);
  g_assert_cmpint (libvirt_network_lease_get_info (first)->expirytime, ==, 2000);
  g_assert_no_error (libvirt_network_lease_list_get_error (list));
  g_assert_true (libvirt_network_get_leases (network) == leases);
  g_signal_handlers_disconnect_by_data (leases, changes);
}

static void
test_lost (void)
{
  g_autoptr (Daemon) daemon = daemon_new (NULL);
  g_autoptr (LibvirtConnect) connect = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (daemon == NULL)
    return;

  uri = daemon_dup_uri (daemon, NULL);
  connect = libvirt_connect_open (uri, &error);
  g_assert_no_error (error);
  play (two);
  g_atomic_int_set (&played.is_on, TRUE);
  g_atomic_int_set (&played.expirytime, 1000);
  check_lost (daemon, connect);
  g_clear_object (&connect);
  harness_finish_threads ();
  g_atomic_int_set (&played.is_on, FALSE);
}

#define ADD(path, func) g_test_add ("/network/lease/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("fill", test_fill);
  ADD ("renewed", test_renewed);
  ADD ("come-and-go", test_come_and_go);
  ADD ("refreshed-in-handler", test_refreshed_in_handler);
  ADD ("changed-in-handler", test_changed_in_handler);
  ADD ("given-to-another", test_given_to_another);
  ADD ("interval", test_interval);
  ADD ("error", test_error);
  ADD ("async", test_async);
  ADD ("closed", test_closed);
  g_test_add_func ("/network/lease/lost-and-found", test_lost);

  return g_test_run ();
}
