/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* One object for each domain, whoever comes upon it, when, and in which thread. */

#include "objects.h"

#define ADD(path, func) \
  g_test_add ("/objects/unique/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

#define N_ROUNDS 300

static void
assert_found (Harness *self,
              LibvirtDomain *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) found = libvirt_connect_lookup_domain_by_uuid_string (
    self->connect, libvirt_domain_get_uuid_string (expected), &error);

  g_assert_no_error (error);
  g_assert_true (found == expected);
}

static void
look_up (gpointer data)
{
  Harness *self = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    assert_found (self, self->domain);
}

static void
list (gpointer data)
{
  Harness *self = data;

  for (guint i = 0; i < N_ROUNDS / 10; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) domains = libvirt_connect_list_all_domains (self->connect, 0, &error);

      g_assert_no_error (error);
      g_assert_true (g_ptr_array_find (domains, self->domain, NULL));
    }
}

static void
redefine (gpointer data)
{
  Harness *self = data;
  g_autofree char *xml = virDomainGetXMLDesc (self->raw_domain, 0);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LibvirtDomain) defined =
        libvirt_connect_define_domain_xml (self->connect, xml, &error);

      g_assert_no_error (error);
      g_assert_true (defined == self->domain);
    }
}

static void
start_and_stop (gpointer data)
{
  Harness *self = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
      g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
    }
}

static void
forget (gpointer data)
{
  Harness *self = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (self->domain));
}

/* All at once, with the main context running. */
static void
run_together (Harness *self,
              void (*const funcs[4]) (gpointer data))
{
  ObjectsThread threads[4];

  for (guint i = 0; i < 4; i++)
    objects_thread_start (&threads[i], funcs[i], self);
  for (guint i = 0; i < 4; i++)
    objects_thread_wait (&threads[i]);
  harness_wait_for_events (self);
}

static void
test_together (Harness *self,
               gconstpointer data)
{
  run_together (self, (void (*const[4]) (gpointer)){ look_up, list, redefine, start_and_stop });
  /* Where an event met one of our own calls, the hypervisor is still being asked. */
  harness_wait_until (!libvirt_domain_peek_active (self->domain));
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
}

static void
test_forget_together (Harness *self,
                      gconstpointer data)
{
  run_together (self, (void (*const[4]) (gpointer)){ look_up, forget, list, start_and_stop });
  assert_found (self, self->domain);
}

/* Nobody but the registry has the object: each that is forgotten goes. */
static void
look_up_and_forget (gpointer data)
{
  Harness *self = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LibvirtDomain) found =
        libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (libvirt_domain_get_name (found), ==, self->name);
      libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (found));
    }
}

static void
test_come_and_go (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (self->domain));
  g_clear_object (&self->domain);
  run_together (self, (void (*const[4]) (gpointer)){ look_up_and_forget, look_up_and_forget,
                                                     look_up_and_forget, start_and_stop });

  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
  /* An event may have brought it back meanwhile, and left open how it is: that is still being asked. */
  harness_wait_until (!libvirt_domain_peek_active (self->domain));
}

static void
rename_to_and_fro (gpointer data)
{
  Harness *self = data;
  g_autofree char *other = g_strconcat (self->name, "-renamed", NULL);

  for (guint i = 0; i < N_ROUNDS; i++)
    g_assert_cmpint (virDomainRename (self->raw_domain, i % 2 == 0 ? other : self->name, 0), ==, 0);
}

static void
test_new_name (Harness *self,
               gconstpointer data)
{
  run_together (self, (void (*const[4]) (gpointer)){ look_up, list, look_up, rename_to_and_fro });
  harness_wait_until (g_str_equal (libvirt_domain_get_name (self->domain), self->name));
}

/* Renamed while forgotten: the new name must not lead to what is gone. */
static void
test_renamed_while_forgotten (Harness *self,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer kept = self->domain;

  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (self->domain));
  g_assert_true (libvirt_domain_rename (self->domain, "elsewhere", 0, &error));
  g_assert_no_error (error);
  g_object_add_weak_pointer (kept, &kept);
  g_clear_object (&self->domain);
  harness_wait_until (kept == NULL); /* its events hold it, too, and who asks what they left open */
  virDomainFree (self->raw_domain);
  self->raw_domain = virDomainLookupByName (self->raw, "elsewhere");
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  objects_toggle (self->raw_domain, 2);
  harness_wait_for_events (self);

  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, "elsewhere", &error);
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_peek_active (self->domain));
}

/* Gone and back, over and over, while others look. */
static void
undefine_and_define (gpointer data)
{
  Harness *self = data;
  g_autofree char *xml = virDomainGetXMLDesc (self->raw_domain, 0);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      virDomainPtr again;

      g_assert_cmpint (virDomainUndefine (self->raw_domain), ==, 0);
      again = virDomainDefineXML (self->raw, xml);
      g_assert_nonnull (again);
      virDomainFree (again);
    }
}

static void
look_up_if_there (gpointer data)
{
  Harness *self = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (LibvirtDomain) found =
        libvirt_connect_lookup_domain_by_name (self->connect, self->name, NULL);

      g_assert_true (found == NULL || found == self->domain);
    }
}

static void
test_gone_and_back (Harness *self,
                    gconstpointer data)
{
  run_together (self, (void (*const[4]) (gpointer)){ look_up_if_there, look_up_if_there,
                                                     look_up_if_there, undefine_and_define });
  harness_wait_until (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->domain)));
  assert_found (self, self->domain);
}

#define N_NAMES 50

static char *
xml_of_same (guint i)
{
  return g_strdup_printf ("<domain type='test'><name>unique-again-%u</name>"
                          "<uuid>f4a1d1f0-0c4e-4f9b-9d5c-6d2f9f1b7a11</uuid>"
                          "<memory unit='KiB'>8192</memory><os><type>hvm</type></os></domain>",
                          i);
}

/* An event of the end of the former one, which may come just when the next is being defined, knows only
 * the old name. */
static void
test_back_under_another_name (Harness *self,
                              gconstpointer data)
{
  for (guint i = 0; i < N_NAMES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *former_xml = xml_of_same (2 * i);
      g_autofree char *xml = xml_of_same (2 * i + 1);
      g_autofree char *name = g_strdup_printf ("unique-again-%u", 2 * i + 1);
      g_autoptr (LibvirtDomain) former =
        libvirt_connect_create_domain_xml (self->connect, former_xml, 0, &error);
      g_autoptr (LibvirtDomain) domain = NULL;

      g_assert_no_error (error);
      g_assert_true (libvirt_domain_destroy (former, &error));
      g_usleep (2 * i); /* once it comes at the wrong moment */
      domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);
      g_assert_no_error (error);
      g_assert_true (domain == former);
      g_assert_cmpstr (libvirt_domain_get_name (domain), ==, name);
      g_assert_true (libvirt_domain_undefine (domain, &error));
    }
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("looked-up-listed-defined-started", test_together);
  ADD ("forgotten-while-in-use", test_forget_together);
  ADD ("forgotten-and-looked-up-again", test_come_and_go);
  ADD ("under-a-new-name", test_new_name);
  ADD ("renamed-while-forgotten", test_renamed_while_forgotten);
  ADD ("gone-and-back", test_gone_and_back);
  ADD ("back-under-another-name", test_back_under_another_name);

  return g_test_run ();
}
