/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#define SERVER "<source><host name='somewhere'/></source>"

static void
test_capabilities (Harness *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *capabilities = libvirt_connect_get_capabilities (self->connect, &error);

  g_assert_nonnull (capabilities);
  harness_assert_raw_text (capabilities, error, virConnectGetCapabilities (self->raw));
}

static void
test_domain_capabilities (Harness *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *capabilities =
    libvirt_connect_get_domain_capabilities (self->connect, NULL, "i686", NULL, "test", 0, &error);

  harness_assert_raw_text (capabilities, error,
                           virConnectGetDomainCapabilities (self->raw, NULL, "i686", NULL, "test",
                                                            0));
}

static void
test_max_vcpus (Harness *self,
                gconstpointer type)
{
  g_autoptr (GError) error = NULL;
  int max_vcpus = libvirt_connect_get_max_vcpus (self->connect, type, &error);

  g_assert_no_error (error);
  g_assert_cmpint (max_vcpus, >, 0);
  g_assert_cmpint (max_vcpus, ==, virConnectGetMaxVcpus (self->raw, type));
}

static void
test_storage_pools (Harness *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *capabilities =
    libvirt_connect_get_storage_pool_capabilities (self->connect, 0, &error);

  harness_assert_raw_text (capabilities, error,
                           virConnectGetStoragePoolCapabilities (self->raw, 0));
}

static void
find_sources (Harness *self,
              const char *type,
              const char *src_spec,
              gboolean found)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sources =
    libvirt_connect_find_storage_pool_sources (self->connect, type, src_spec, 0, &error);

  g_assert_true ((sources != NULL) == found);
  harness_assert_raw_text (sources, error,
                           virConnectFindStoragePoolSources (self->raw, type, src_spec, 0));
}

static void
test_find_sources (Harness *self,
                   gconstpointer data)
{
  find_sources (self, "logical", NULL, TRUE);
  find_sources (self, "netfs", SERVER, TRUE);
}

static void
test_find_sources_fails (Harness *self,
                         gconstpointer data)
{
  find_sources (self, "netfs", NULL, FALSE);
  find_sources (self, "dir", NULL, FALSE);
  find_sources (self, "no-such-type", NULL, FALSE);
}

static void
test_from_native (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml =
    libvirt_connect_domain_xml_from_native (self->connect, "a-format", "a = b", 0, &error);

  harness_assert_raw_text (xml, error,
                           virConnectDomainXMLFromNative (self->raw, "a-format", "a = b", 0));
}

static void
test_to_native (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = harness_domain_xml ("of-no-host");
  g_autofree char *native =
    libvirt_connect_domain_xml_to_native (self->connect, "a-format", xml, 0, &error);

  harness_assert_raw_text (native, error,
                           virConnectDomainXMLToNative (self->raw, "a-format", xml, 0));
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_connect_get_capabilities (self->connect, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_get_domain_capabilities (self->connect, NULL, NULL, NULL, NULL, 0,
                                                          &error));
  harness_assert_closed (&error);
  g_assert_cmpint (libvirt_connect_get_max_vcpus (self->connect, NULL, &error), ==, -1);
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_get_storage_pool_capabilities (self->connect, 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_find_storage_pool_sources (self->connect, "logical", NULL, 0,
                                                            &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_domain_xml_from_native (self->connect, "a", "b", 0, &error));
  harness_assert_closed (&error);
  g_assert_null (libvirt_connect_domain_xml_to_native (self->connect, "a", "b", 0, &error));
  harness_assert_closed (&error);
}

#define ADD(path, data, func)                                                             \
  g_test_add ("/connect/capabilities/" path, Harness, data, harness_set_up, func,         \
              harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("of-host", NULL, test_capabilities);
  ADD ("of-domains", NULL, test_domain_capabilities);
  ADD ("max-vcpus", NULL, test_max_vcpus);
  ADD ("max-vcpus/of-a-type", "test", test_max_vcpus);
  ADD ("of-storage-pools", NULL, test_storage_pools);
  ADD ("find-sources", NULL, test_find_sources);
  ADD ("find-sources/fails", NULL, test_find_sources_fails);
  ADD ("from-native", NULL, test_from_native);
  ADD ("to-native", NULL, test_to_native);
  ADD ("after-close", NULL, test_after_close);

  return g_test_run ();
}
