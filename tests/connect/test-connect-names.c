/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>

#include "harness.h"

/* A list of ours and its count, and libvirt's. */
typedef struct
{
  const char *path;
  GStrv (*list) (LibvirtConnect *,
                 GError **);
  int (*count) (LibvirtConnect *,
                GError **);
  int (*raw_list) (virConnectPtr,
                   char **const,
                   int);
  int (*raw_count) (virConnectPtr);
} Names;

static const Names all_names[] = {
  { "interfaces", libvirt_connect_list_interfaces, libvirt_connect_num_of_interfaces,
    virConnectListInterfaces, virConnectNumOfInterfaces },
  { "defined-interfaces", libvirt_connect_list_defined_interfaces,
    libvirt_connect_num_of_defined_interfaces, virConnectListDefinedInterfaces,
    virConnectNumOfDefinedInterfaces },
  { "networks", libvirt_connect_list_networks, libvirt_connect_num_of_networks,
    virConnectListNetworks, virConnectNumOfNetworks },
  { "defined-networks", libvirt_connect_list_defined_networks,
    libvirt_connect_num_of_defined_networks, virConnectListDefinedNetworks,
    virConnectNumOfDefinedNetworks },
  { "nw-filters", libvirt_connect_list_nw_filters, libvirt_connect_num_of_nw_filters,
    virConnectListNWFilters, virConnectNumOfNWFilters },
  { "secrets", libvirt_connect_list_secrets, libvirt_connect_num_of_secrets,
    virConnectListSecrets, virConnectNumOfSecrets },
  { "storage-pools", libvirt_connect_list_storage_pools, libvirt_connect_num_of_storage_pools,
    virConnectListStoragePools, virConnectNumOfStoragePools },
  { "defined-storage-pools", libvirt_connect_list_defined_storage_pools,
    libvirt_connect_num_of_defined_storage_pools, virConnectListDefinedStoragePools,
    virConnectNumOfDefinedStoragePools },
};

#define N_DEFINED 3

/* libvirt's test driver has one of each kind, which is active. Here are others, not active. */
typedef struct
{
  Harness harness;
  virInterfacePtr interfaces[N_DEFINED];
  virNetworkPtr networks[N_DEFINED];
  virStoragePoolPtr pools[N_DEFINED];
} Fixture;

static void
define (Fixture *self,
        int i)
{
  virConnectPtr raw = self->harness.raw;
  g_autofree char *interface =
    g_strdup_printf ("<interface type='ethernet' name='eth-test%d'/>", i);
  g_autofree char *network = g_strdup_printf ("<network><name>test-%d</name></network>", i);
  g_autofree char *pool = g_strdup_printf ("<pool type='dir'><name>test-%d</name>"
                                           "<target><path>/test-%d</path></target></pool>",
                                           i, i);

  self->interfaces[i] = virInterfaceDefineXML (raw, interface, 0);
  g_assert_nonnull (self->interfaces[i]);
  self->networks[i] = virNetworkDefineXML (raw, network);
  g_assert_nonnull (self->networks[i]);
  self->pools[i] = virStoragePoolDefineXML (raw, pool, 0);
  g_assert_nonnull (self->pools[i]);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  harness_set_up (&self->harness, NULL);
  for (int i = 0; i < N_DEFINED; i++)
    define (self, i);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  for (int i = 0; i < N_DEFINED; i++)
    {
      g_assert_cmpint (virInterfaceUndefine (self->interfaces[i]), ==, 0);
      virInterfaceFree (self->interfaces[i]);
      g_assert_cmpint (virNetworkUndefine (self->networks[i]), ==, 0);
      virNetworkFree (self->networks[i]);
      g_assert_cmpint (virStoragePoolUndefine (self->pools[i]), ==, 0);
      virStoragePoolFree (self->pools[i]);
    }
  harness_tear_down (&self->harness, NULL);
}

static void
assert_same_names (GStrv ours,
                   char **raw,
                   int n_raw)
{
  g_assert_cmpint (n_raw, >, 0);
  g_assert_cmpuint (g_strv_length (ours), ==, n_raw);
  for (int i = 0; i < n_raw; i++)
    g_assert_true (g_strv_contains ((const char *const *) ours, raw[i]));
}

static void
test_list (Fixture *self,
           gconstpointer data)
{
  const Names *names = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ours = names->list (self->harness.connect, &error);
  char *raw[16];
  int n_raw = names->raw_count (self->harness.raw);

  if (n_raw < 0)
    {
      g_assert_null (ours);
      harness_assert_raw_error (error);
      return;
    }

  g_assert_no_error (error);
  n_raw = names->raw_list (self->harness.raw, raw, G_N_ELEMENTS (raw));
  assert_same_names (ours, raw, n_raw);
  for (int i = 0; i < n_raw; i++)
    free (raw[i]);
}

static void
test_count (Fixture *self,
            gconstpointer data)
{
  const Names *names = data;
  g_autoptr (GError) error = NULL;
  int ours = names->count (self->harness.connect, &error);
  int raw = names->raw_count (self->harness.raw);

  if (raw < 0)
    harness_assert_raw_error (error);
  else
    g_assert_no_error (error);
  g_assert_cmpint (ours, ==, raw);
}

/* What is started goes from one list to the other. */
static void
test_started (Fixture *self,
              gconstpointer data)
{
  LibvirtConnect *connect = self->harness.connect;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) defined = NULL;
  g_auto (GStrv) active = NULL;

  g_assert_cmpint (virNetworkCreate (self->networks[1]), ==, 0);
  defined = libvirt_connect_list_defined_networks (connect, &error);
  g_assert_no_error (error);
  active = libvirt_connect_list_networks (connect, &error);
  g_assert_no_error (error);

  g_assert_false (g_strv_contains ((const char *const *) defined, "test-1"));
  g_assert_true (g_strv_contains ((const char *const *) active, "test-1"));
  g_assert_cmpint (libvirt_connect_num_of_defined_networks (connect, &error), ==, N_DEFINED - 1);
  g_assert_no_error (error);

  g_assert_cmpint (virNetworkDestroy (self->networks[1]), ==, 0);
}

static void
test_after_close (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->harness.connect, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (all_names); i++)
    {
      g_assert_null (all_names[i].list (self->harness.connect, &error));
      harness_assert_closed (&error);
      g_assert_cmpint (all_names[i].count (self->harness.connect, &error), ==, -1);
      harness_assert_closed (&error);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all_names); i++)
    {
      g_autofree char *list = g_strdup_printf ("/connect/names/%s/list", all_names[i].path);
      g_autofree char *count = g_strdup_printf ("/connect/names/%s/count", all_names[i].path);

      g_test_add (list, Fixture, &all_names[i], set_up, test_list, tear_down);
      g_test_add (count, Fixture, &all_names[i], set_up, test_count, tear_down);
    }
  g_test_add ("/connect/names/started", Fixture, NULL, set_up, test_started, tear_down);
  g_test_add ("/connect/names/after-close", Fixture, NULL, set_up, test_after_close, tear_down);

  return g_test_run ();
}
