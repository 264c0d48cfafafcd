/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The test driver plays a guest with a clock, users, a disk and a network card of which it tells
 * the same each time. */

#include "harness.h"

#include <stdlib.h>

static const char *const devices =
  "<disk type='file'><source file='/nowhere'/><target dev='vda' bus='virtio'/></disk>"
  "<interface type='network'>"
  "  <source network='default'/><mac address='52:54:00:00:00:01'/><target dev='testnet0'/>"
  "</interface>"
  "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>";

static void
set_up (Harness *self,
        gconstpointer data)
{
  harness_set_up (self, data);
  harness_give_devices (self, devices);
}

static void
set_up_running (Harness *self,
                gconstpointer data)
{
  set_up (self, data);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
}

static void
test_time (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  long long raw_seconds;
  unsigned int raw_nseconds;
  gint64 seconds;
  guint nseconds;

  g_assert_true (libvirt_domain_get_time (self->domain, 0, &seconds, &nseconds, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetTime (self->raw_domain, &raw_seconds, &raw_nseconds, 0), ==, 0);
  g_assert_cmpint (seconds, ==, raw_seconds);
  g_assert_cmpuint (nseconds, ==, raw_nseconds);
  g_assert_cmpint (seconds, !=, 0);
  g_assert_true (libvirt_domain_get_time (self->domain, 0, NULL, NULL, &error));
}

static void
test_time_of_stopped (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  long long raw_seconds;
  unsigned int raw_nseconds;
  gint64 seconds = 7;

  g_assert_false (libvirt_domain_get_time (self->domain, 0, &seconds, NULL, &error));
  g_assert_cmpint (virDomainGetTime (self->raw_domain, &raw_seconds, &raw_nseconds, 0), ==, -1);
  harness_assert_raw_error (error);
  g_assert_cmpint (seconds, ==, 7);
}

static void
test_set_time (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_set_time (self->domain, 1, 2, 0, &error));
  g_assert_no_error (error);

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  g_assert_false (libvirt_domain_set_time (self->domain, 1, 2, 0, &error));
  g_assert_cmpint (virDomainSetTime (self->raw_domain, 1, 2, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_password (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_set_user_password (
    self->domain, "root", "secret", LIBVIRT_DOMAIN_SET_USER_PASSWORD_FLAGS_NONE, &error));
  g_assert_no_error (error);

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  g_assert_false (libvirt_domain_set_user_password (
    self->domain, "root", "secret", LIBVIRT_DOMAIN_SET_USER_PASSWORD_FLAGS_NONE, &error));
  g_assert_cmpint (virDomainSetUserPassword (self->raw_domain, "root", "secret", 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_file_systems (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = libvirt_domain_get_fs_info (self->domain, 0, &error);
  virDomainFSInfoPtr *raw;
  int n = virDomainGetFSInfo (self->raw_domain, &raw, 0);

  g_assert_no_error (error);
  g_assert_cmpint (n, >, 0);
  g_assert_cmpuint (infos->len, ==, n);
  for (int i = 0; i < n; i++)
    {
      LibvirtDomainFSInfo *info = infos->pdata[i];

      g_assert_cmpstr (info->mountpoint, ==, raw[i]->mountpoint);
      g_assert_cmpstr (info->name, ==, raw[i]->name);
      g_assert_cmpstr (info->fstype, ==, raw[i]->fstype);
      g_assert_cmpuint (g_strv_length (info->dev_alias), ==, raw[i]->ndevAlias);
      g_assert_cmpstr (info->dev_alias[0], ==, raw[i]->devAlias[0]);
      virDomainFSInfoFree (raw[i]);
    }
  free (raw);
}

static void
test_copy_of_file_system (Harness *self,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) infos = libvirt_domain_get_fs_info (self->domain, 0, NULL);
  g_autoptr (LibvirtDomainFSInfo) copy = libvirt_domain_fs_info_copy (infos->pdata[0]);
  g_autoptr (LibvirtDomainFSInfo) empty = libvirt_domain_fs_info_new ();
  g_autoptr (LibvirtDomainFSInfo) copy_of_empty = libvirt_domain_fs_info_copy (empty);
  LibvirtDomainFSInfo *first = infos->pdata[0];

  g_assert_cmpstr (copy->mountpoint, ==, first->mountpoint);
  g_assert_cmpstrv (copy->dev_alias, first->dev_alias);
  g_assert_true (copy->dev_alias != first->dev_alias);
  g_assert_null (copy_of_empty->mountpoint);
  g_assert_cmpuint (g_strv_length (copy_of_empty->dev_alias), ==, 0);
}

static void
test_freeze (Harness *self,
             gconstpointer data)
{
  const char *both[] = { "/", "/boot", NULL };
  const char *none[] = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (libvirt_domain_fs_freeze (self->domain, both, 0, &error), ==, 2);
  g_assert_no_error (error);
  /* What is frozen is not frozen once more. */
  g_assert_cmpint (virDomainFSFreeze (self->raw_domain, NULL, 0, 0), ==, 0);
  g_assert_cmpint (libvirt_domain_fs_thaw (self->domain, NULL, 0, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainFSThaw (self->raw_domain, NULL, 0, 0), ==, 0);

  g_assert_cmpint (libvirt_domain_fs_freeze (self->domain, NULL, 0, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_fs_thaw (self->domain, both, 0, &error), ==, 2);
  g_assert_no_error (error);

  g_assert_cmpint (libvirt_domain_fs_freeze (self->domain, none, 0, &error), ==, 2);
  g_assert_no_error (error);
}

static void
test_trim (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_fs_trim (self->domain, NULL, 0, 0, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_fs_trim (self->domain, "/nowhere", 4096, 0, &error));
  g_assert_cmpint (virDomainFSTrim (self->raw_domain, "/nowhere", 4096, 0), ==, -1);
  harness_assert_raw_error (error);
}

static void
test_addresses (Harness *self,
                gconstpointer data)
{
  LibvirtDomainInterfaceAddressesSource source = LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_LEASE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = libvirt_domain_interface_addresses (self->domain, source, 0, &error);
  LibvirtDomainInterface *card;
  LibvirtDomainIPAddress *address;
  virDomainInterfacePtr *raw;

  g_assert_no_error (error);
  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpint (virDomainInterfaceAddresses (self->raw_domain, &raw, source, 0), ==, 1);
  card = cards->pdata[0];
  g_assert_cmpstr (card->name, ==, raw[0]->name);
  g_assert_cmpstr (card->hwaddr, ==, "52:54:00:00:00:01");
  g_assert_cmpuint (card->addrs->len, ==, 1);
  address = card->addrs->pdata[0];
  g_assert_cmpint (address->type, ==, LIBVIRT_IP_ADDR_TYPE_IPV4);
  g_assert_cmpstr (address->addr, ==, raw[0]->addrs[0].addr);
  g_assert_cmpuint (address->prefix, ==, raw[0]->addrs[0].prefix);

  virDomainInterfaceFree (raw[0]);
  free (raw);
}

static void
test_copy_of_card (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) cards = libvirt_domain_interface_addresses (
    self->domain, LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_LEASE, 0, NULL);
  g_autoptr (LibvirtDomainInterface) copy = libvirt_domain_interface_copy (cards->pdata[0]);
  g_autoptr (LibvirtDomainInterface) empty = libvirt_domain_interface_new ();
  g_autoptr (LibvirtDomainIPAddress) nowhere = libvirt_domain_ip_address_new ();
  LibvirtDomainInterface *card = cards->pdata[0];
  LibvirtDomainIPAddress *address = card->addrs->pdata[0];
  LibvirtDomainIPAddress *copied = copy->addrs->pdata[0];

  g_assert_cmpstr (copy->hwaddr, ==, card->hwaddr);
  g_assert_true (copied != address);
  g_assert_cmpstr (copied->addr, ==, address->addr);
  g_assert_cmpuint (empty->addrs->len, ==, 0);
  g_assert_cmpint (nowhere->type, ==, LIBVIRT_IP_ADDR_TYPE_UNKNOWN);
}

static void
test_addresses_of_stopped (Harness *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virDomainInterfacePtr *raw;

  g_assert_null (libvirt_domain_interface_addresses (
    self->domain, LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_LEASE, 0, &error));
  g_assert_cmpint (virDomainInterfaceAddresses (self->raw_domain, &raw, 0, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* These need a real guest: tests/live/. */
static void
test_refused (Harness *self,
              gconstpointer data)
{
  const char *keys[] = { "ssh-ed25519 AAAA", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (libvirt_domain_get_guest_info (
    self->domain, LIBVIRT_DOMAIN_GUEST_INFO_TYPES_NONE, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_agent_set_response_timeout (self->domain, 5, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_clear_error (&error);
  g_assert_null (libvirt_domain_authorized_ssh_keys_get (self->domain, "root", 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_authorized_ssh_keys_set (self->domain, "root", keys, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_agent_set_response_timeout (self->domain, 5, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_guest_info (self->domain, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_get_time (self->domain, 0, NULL, NULL, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_time (self->domain, 1, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_set_user_password (self->domain, "root", "", 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_authorized_ssh_keys_get (self->domain, "root", 0, &error));
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_authorized_ssh_keys_set (self->domain, "root", NULL, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_get_fs_info (self->domain, 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_domain_fs_freeze (self->domain, NULL, 0, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_domain_fs_thaw (self->domain, NULL, 0, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_false (libvirt_domain_fs_trim (self->domain, NULL, 0, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_domain_interface_addresses (self->domain, 0, 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, set_up, func) \
  g_test_add ("/domain/guest/" path, Harness, NULL, set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("time", set_up_running, test_time);
  ADD ("time/of-stopped", set_up, test_time_of_stopped);
  ADD ("set-time", set_up_running, test_set_time);
  ADD ("password", set_up_running, test_password);
  ADD ("file-systems", set_up_running, test_file_systems);
  ADD ("file-systems/copy", set_up_running, test_copy_of_file_system);
  ADD ("freeze", set_up_running, test_freeze);
  ADD ("trim", set_up_running, test_trim);
  ADD ("addresses", set_up_running, test_addresses);
  ADD ("addresses/copy", set_up_running, test_copy_of_card);
  ADD ("addresses/of-stopped", set_up, test_addresses_of_stopped);
  ADD ("refused", set_up_running, test_refused);
  ADD ("after-close", set_up_running, test_after_close);

  return g_test_run ();
}
