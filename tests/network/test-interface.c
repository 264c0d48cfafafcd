/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#define XML                                                                                  \
  "<interface type='ethernet' name='eth7'><start mode='none'/><mac address='52:54:00:77:77:77'/>" \
  "</interface>"

typedef struct
{
  Harness harness;
  LibvirtInterface *interface; /* one of this test's own, down */
  virInterfacePtr raw;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  harness_set_up (&self->harness, NULL);
  self->interface =
    libvirt_connect_define_interface_xml (self->harness.connect, XML, 0, &error);
  g_assert_no_error (error);
  self->raw = virInterfaceLookupByName (self->harness.raw, "eth7");
  g_assert_nonnull (self->raw);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  virInterfaceUndefine (self->raw);
  virInterfaceFree (self->raw);
  g_clear_object (&self->interface);
  harness_tear_down (&self->harness, NULL);
}

static void
test_identity (Fixture *self,
               gconstpointer data)
{
  g_assert_cmpstr (libvirt_interface_get_name (self->interface), ==, "eth7");
  g_assert_cmpstr (libvirt_interface_get_mac_string (self->interface), ==, "52:54:00:77:77:77");
  g_assert_true (libvirt_interface_get_connection (self->interface) == self->harness.connect);
}

static void
test_lookups (Fixture *self,
              gconstpointer data)
{
  LibvirtConnect *connect = self->harness.connect;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtInterface) by_name =
    libvirt_connect_lookup_interface_by_name (connect, "eth7", &error);
  g_autoptr (LibvirtInterface) by_mac =
    libvirt_connect_lookup_interface_by_mac_string (connect, "52:54:00:77:77:77", &error);

  g_assert_no_error (error);
  g_assert_true (by_name == self->interface);
  g_assert_true (by_mac == self->interface);
  g_assert_null (libvirt_connect_lookup_interface_by_name (connect, "none", &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_INTERFACE);
}

static void
test_list (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all =
    libvirt_connect_list_all_interfaces (self->harness.connect, 0, &error);

  g_assert_no_error (error);
  g_assert_true (g_ptr_array_find (all, self->interface, NULL));
  g_assert_cmpint (all->len, ==, virConnectNumOfInterfaces (self->harness.raw) +
                                   virConnectNumOfDefinedInterfaces (self->harness.raw));
  for (guint i = 0; i < all->len; i++)
    {
      LibvirtInterface *interface = g_ptr_array_index (all, i);
      virInterfacePtr raw =
        virInterfaceLookupByName (self->harness.raw, libvirt_interface_get_name (interface));

      g_assert_cmpint (libvirt_interface_peek_active (interface), ==, virInterfaceIsActive (raw));
      virInterfaceFree (raw);
    }
}

static void
count (guint *n)
{
  ++*n;
}

static void
test_up_and_down (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (self->interface, "notify::active", G_CALLBACK (count), &n_changes);
  g_assert_true (libvirt_interface_create (self->interface, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virInterfaceIsActive (self->raw), ==, 1);
  g_assert_true (libvirt_interface_peek_active (self->interface));
  g_assert_true (libvirt_interface_is_active (self->interface, &error));
  g_assert_cmpuint (n_changes, ==, 1);

  g_assert_true (libvirt_interface_destroy (self->interface, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virInterfaceIsActive (self->raw), ==, 0);
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_description (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = libvirt_interface_get_xml_desc (self->interface, 0, &error);

  harness_assert_raw_text (xml, error, virInterfaceGetXMLDesc (self->raw, 0));
}

/* What is configured under the same name later is another one. */
static void
test_undefine (Fixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtInterface) another = NULL;

  g_assert_true (libvirt_interface_undefine (self->interface, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->interface)));
  g_assert_null (virInterfaceLookupByName (self->harness.raw, "eth7"));

  another = libvirt_connect_define_interface_xml (self->harness.connect, XML, 0, &error);
  g_assert_no_error (error);
  g_assert_true (another != self->interface);
}

static void
test_changes (Fixture *self,
              gconstpointer data)
{
  LibvirtConnect *connect = self->harness.connect;
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_interface_change_begin (connect, 0, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_interface_undefine (self->interface, &error));
  g_assert_true (libvirt_connect_interface_change_rollback (connect, 0, &error));
  g_assert_no_error (error);
  virInterfaceFree (self->raw);
  self->raw = virInterfaceLookupByName (self->harness.raw, "eth7");
  g_assert_nonnull (self->raw);

  g_assert_true (libvirt_connect_interface_change_begin (connect, 0, &error));
  g_assert_true (libvirt_connect_interface_change_commit (connect, 0, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_connect_interface_change_commit (connect, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
}

#define ADD(path, func) \
  g_test_add ("/network/interface/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("identity", test_identity);
  ADD ("lookups", test_lookups);
  ADD ("list", test_list);
  ADD ("up-and-down", test_up_and_down);
  ADD ("description", test_description);
  ADD ("undefine", test_undefine);
  ADD ("changes", test_changes);

  return g_test_run ();
}
