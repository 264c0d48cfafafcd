/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What belongs to something ends with it, and nothing else does: snapshots of domains, for which there
 * are no events of their own.
 */

#include "objects.h"

#define ADD(path, func) \
  g_test_add ("/objects/owned/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

#define N_SNAPSHOTS 3

typedef struct
{
  LibvirtDomain *domain;
  LibvirtDomainSnapshot *snapshots[N_SNAPSHOTS];
} Owner;

static LibvirtDomainSnapshot *
make_snapshot (LibvirtDomain *domain,
               const char *name)
{
  g_autofree char *xml = g_strdup_printf ("<domainsnapshot><name>%s</name></domainsnapshot>", name);
  g_autoptr (GError) error = NULL;
  LibvirtDomainSnapshot *snapshot = libvirt_domain_create_snapshot_xml (domain, xml, 0, &error);

  g_assert_no_error (error);
  return snapshot;
}

static LibvirtDomainSnapshot *
find_snapshot (LibvirtDomain *domain,
               const char *name)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomainSnapshot *snapshot = libvirt_domain_lookup_snapshot_by_name (domain, name, 0, &error);

  g_assert_no_error (error);
  return snapshot;
}

static void
delete_snapshot (LibvirtDomainSnapshot *snapshot)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_snapshot_delete (snapshot, 0, &error));
  g_assert_no_error (error);
}

static char *
snapshot_name (guint number)
{
  return g_strdup_printf ("before-%u", number);
}

/* All owners have things of the same names. */
static void
owner_add_snapshots (Owner *self)
{
  for (guint i = 0; i < N_SNAPSHOTS; i++)
    {
      g_autofree char *name = snapshot_name (i);

      self->snapshots[i] = make_snapshot (self->domain, name);
    }
}

static void
owner_init (Owner *self,
            Harness *harness,
            const char *name)
{
  g_autofree char *xml = harness_domain_xml (name);
  g_autoptr (GError) error = NULL;

  self->domain = libvirt_connect_define_domain_xml (harness->connect, xml, &error);
  g_assert_no_error (error);
}

static void
owner_clear (Owner *self)
{
  for (guint i = 0; i < N_SNAPSHOTS; i++)
    g_clear_object (&self->snapshots[i]);
  g_clear_object (&self->domain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Owner, owner_clear)

static gboolean
exists (gpointer entity)
{
  return libvirt_entity_get_exists (entity);
}

static void
owner_assert_gone (Owner *self)
{
  g_assert_false (exists (self->domain));
  for (guint i = 0; i < N_SNAPSHOTS; i++)
    g_assert_false (exists (self->snapshots[i]));
}

static void
owner_assert_there (Owner *self)
{
  for (guint i = 0; i < N_SNAPSHOTS; i++)
    {
      g_autofree char *name = snapshot_name (i);
      g_autoptr (LibvirtDomainSnapshot) found = find_snapshot (self->domain, name);

      g_assert_true (exists (self->snapshots[i]));
      g_assert_true (found == self->snapshots[i]);
    }
}

static void
owner_end (Owner *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_undefine_flags (self->domain,
                                                LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_SNAPSHOTS_METADATA,
                                                &error));
  g_assert_no_error (error);
}

/* By another program. */
static void
owner_end_raw (Owner *self,
               Harness *harness)
{
  virDomainPtr raw =
    virDomainLookupByName (harness->raw, libvirt_domain_get_name (self->domain));

  g_assert_cmpint (virDomainUndefineFlags (raw, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA), ==, 0);
  virDomainFree (raw);
  harness_wait_for_events (harness);
}

static void
test_end (Harness *self,
          gconstpointer data)
{
  g_auto (Owner) first = { NULL };
  g_auto (Owner) second = { NULL };
  g_auto (Owner) third = { NULL };

  owner_init (&first, self, "owner-1");
  owner_init (&second, self, "owner-2");
  owner_init (&third, self, "owner-3");
  owner_add_snapshots (&first);
  owner_add_snapshots (&second);
  owner_add_snapshots (&third);

  owner_end (&second);
  owner_assert_gone (&second);
  owner_assert_there (&first);
  owner_assert_there (&third);

  owner_end_raw (&first, self);
  owner_assert_gone (&first);
  owner_assert_there (&third);

  owner_end (&third);
  owner_assert_gone (&third);
}

/* The second takes the name that the first had. */
static void
test_rename (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Owner) first = { NULL };
  g_auto (Owner) second = { NULL };

  owner_init (&first, self, "renamed-1");
  g_assert_true (libvirt_domain_rename (first.domain, "renamed-2", 0, &error));
  g_assert_no_error (error);
  owner_init (&second, self, "renamed-1");
  g_assert_true (second.domain != first.domain);
  owner_add_snapshots (&first);
  owner_add_snapshots (&second);

  owner_end_raw (&second, self);
  owner_assert_gone (&second);
  owner_assert_there (&first);

  owner_end_raw (&first, self);
  owner_assert_gone (&first);
}

/* The first, the last and the one between are replaced, by one of the same name each. */
static void
test_same_name (Harness *self,
                gconstpointer data)
{
  g_auto (Owner) owner = { NULL };
  g_auto (Owner) other = { NULL };

  owner_init (&owner, self, "replaced");
  owner_init (&other, self, "beside");
  owner_add_snapshots (&owner);
  owner_add_snapshots (&other);
  for (guint i = 0; i < N_SNAPSHOTS; i++)
    {
      g_autofree char *name = snapshot_name (i);
      g_autoptr (LibvirtDomainSnapshot) former = owner.snapshots[i];

      delete_snapshot (former);
      g_assert_false (exists (former));
      owner.snapshots[i] = make_snapshot (owner.domain, name);
      g_assert_true (owner.snapshots[i] != former);
      owner_assert_there (&owner);
    }

  owner_end (&owner);
  owner_assert_gone (&owner);
  owner_assert_there (&other);
  owner_end (&other);
}

/* The same UUID is the same object; what it had is not. */
static void
test_back (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Owner) former = { NULL };
  g_auto (Owner) back = { NULL };
  g_autofree char *xml = NULL;

  owner_init (&former, self, "comes-back");
  owner_add_snapshots (&former);
  xml = libvirt_domain_get_xml_desc (former.domain, 0, &error);
  g_assert_no_error (error);
  owner_end (&former);

  back.domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);
  g_assert_no_error (error);
  g_assert_true (back.domain == former.domain);
  owner_add_snapshots (&back);
  for (guint i = 0; i < N_SNAPSHOTS; i++)
    g_assert_false (exists (former.snapshots[i]));
  owner_assert_there (&back);

  owner_end_raw (&back, self);
  owner_assert_gone (&back);
}

/* What the connection has let go of, and what it has not, of things that a program has. */
static void
test_forgotten (Harness *self,
                gconstpointer data)
{
  g_auto (Owner) owner = { NULL };
  g_auto (Owner) other = { NULL };

  owner_init (&owner, self, "forgotten");
  owner_init (&other, self, "kept");
  owner_add_snapshots (&owner);
  owner_add_snapshots (&other);
  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (owner.domain));
  owner_assert_there (&owner);
  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (owner.snapshots[1]));

  owner_end_raw (&owner, self);
  owner_assert_gone (&owner);
  owner_assert_there (&other);
  owner_end (&other);
}

/* It is gone for good, also for a connection that has let go of it. */
static void
test_replaced_while_forgotten (Harness *self,
                               gconstpointer data)
{
  g_autoptr (LibvirtDomainSnapshot) former = make_snapshot (self->domain, "same");
  g_autoptr (LibvirtDomainSnapshot) snapshot = NULL;

  libvirt_connect_forget (self->connect, LIBVIRT_ENTITY (former));
  delete_snapshot (former);
  g_assert_false (exists (former));

  snapshot = make_snapshot (self->domain, "same");
  g_assert_true (snapshot != former);
  g_assert_true (exists (snapshot));
  delete_snapshot (snapshot);
}

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("end-with-their-owner", test_end);
  ADD ("owner-under-another-name", test_rename);
  ADD ("same-name-again", test_same_name);
  ADD ("owner-is-back", test_back);
  ADD ("while-forgotten", test_forgotten);
  ADD ("replaced-while-forgotten", test_replaced_while_forgotten);

  return g_test_run ();
}
