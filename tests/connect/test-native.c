/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

/* What the test driver has; the rest is in tests/live/. */

#define ASSERT_THERE_AND_BACK(self, symbol, Native, object, name)                                \
  G_STMT_START                                                                                   \
    {                                                                                            \
      g_autoptr (GError) native_error = NULL;                                                    \
      Native##Ptr native = libvirt_##symbol##_get_native (object, &native_error);                \
      gpointer back;                                                                             \
                                                                                                 \
      g_assert_no_error (native_error);                                                          \
      g_assert_cmpstr (Native##GetName (native), ==, name);                                      \
      back = libvirt_##symbol##_new_from_native ((self)->connect, native, &native_error);        \
      g_assert_no_error (native_error);                                                          \
      g_assert_true (back == (gpointer) object);                                                 \
      g_object_unref (back);                                                                     \
      g_assert_cmpint (Native##Free (native), ==, 0);                                            \
    }                                                                                            \
  G_STMT_END

static void
test_host (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network =
    libvirt_connect_lookup_network_by_name (self->connect, "default", &error);
  g_autoptr (LibvirtInterface) interface =
    libvirt_connect_lookup_interface_by_name (self->connect, "eth1", &error);
  g_autoptr (LibvirtNodeDevice) device =
    libvirt_connect_lookup_node_device_by_name (self->connect, "computer", &error);

  g_assert_no_error (error);
  ASSERT_THERE_AND_BACK (self, network, virNetwork, network, "default");
  ASSERT_THERE_AND_BACK (self, interface, virInterface, interface, "eth1");
  ASSERT_THERE_AND_BACK (self, node_device, virNodeDevice, device, "computer");
}

static void
test_storage (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStorageVol) volume = NULL;
  g_autoptr (LibvirtStoragePool) pool =
    libvirt_connect_lookup_storage_pool_by_name (self->connect, "default-pool", &error);

  g_assert_no_error (error);
  volume = libvirt_storage_pool_create_volume_xml (
    pool, "<volume><name>native.img</name><capacity>1048576</capacity></volume>", 0, &error);
  g_assert_no_error (error);
  ASSERT_THERE_AND_BACK (self, storage_pool, virStoragePool, pool, "default-pool");
  ASSERT_THERE_AND_BACK (self, storage_vol, virStorageVol, volume, "native.img");
  g_assert_true (libvirt_storage_vol_delete (volume, 0, &error));
}

static void
test_domain (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) snapshot = NULL;
  g_autoptr (LibvirtDomainCheckpoint) checkpoint = NULL;

  harness_give_devices (self, "<disk type='file'><source file='/nowhere'/>"
                              "<target dev='vda' bus='virtio'/></disk>");
  g_assert_true (libvirt_domain_create (self->domain, &error));
  checkpoint = libvirt_domain_create_checkpoint_xml (
    self->domain, "<domaincheckpoint><name>first</name></domaincheckpoint>", 0, &error);
  g_assert_no_error (error);
  ASSERT_THERE_AND_BACK (self, domain, virDomain, self->domain, self->name);
  ASSERT_THERE_AND_BACK (self, domain_checkpoint, virDomainCheckpoint, checkpoint, "first");
  g_assert_true (libvirt_domain_checkpoint_delete (checkpoint, 0, &error));

  snapshot = libvirt_domain_create_snapshot_xml (
    self->domain, "<domainsnapshot><name>second</name></domainsnapshot>", 0, &error);
  g_assert_no_error (error);
  ASSERT_THERE_AND_BACK (self, domain_snapshot, virDomainSnapshot, snapshot, "second");
  g_assert_true (libvirt_domain_snapshot_delete (snapshot, 0, &error));
}

static void
test_gone (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainSnapshot) snapshot = libvirt_domain_create_snapshot_xml (
    self->domain, "<domainsnapshot><name>late</name></domainsnapshot>", 0, &error);
  virDomainSnapshotPtr native = libvirt_domain_snapshot_get_native (snapshot, &error);

  g_assert_no_error (error);
  g_assert_true (libvirt_domain_snapshot_delete (snapshot, 0, &error));
  g_assert_null (libvirt_domain_snapshot_new_from_native (self->connect, native, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_DOMAIN_SNAPSHOT);
  virDomainSnapshotFree (native);
}

static void
test_closed (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtNetwork) network =
    libvirt_connect_lookup_network_by_name (self->connect, "default", &error);
  virNetworkPtr native = libvirt_network_get_native (network, &error);

  g_assert_no_error (error);
  libvirt_connect_close (self->connect, &error);
  g_assert_null (libvirt_network_get_native (network, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_network_new_from_native (self->connect, native, &error));
  harness_assert_closed (&error);
  virNetworkFree (native);
}

#define ADD(path, func) \
  g_test_add ("/native/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("host", test_host);
  ADD ("storage", test_storage);
  ADD ("domain", test_domain);
  ADD ("gone", test_gone);
  ADD ("closed", test_closed);
  return g_test_run ();
}
