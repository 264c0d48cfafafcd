/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What can become of a domain as a whole, and why: another connection does it to guests that need
 * not run, but for the one that panics. */

#include "live.h"

#include <libvirt/libvirt-qemu.h>
#include <string.h>

static const LiveGuest paused = { .name = "cycled" };

static void
wait_for (LiveRecord *record, int event, int detail)
{
  live_wait_until (live_record_find (record, event, detail) >= 0);
}

static guint
count (LiveRecord *record, int event)
{
  guint n = 0;

  for (guint i = 0; i < live_record_count (record); i++)
    n += live_record_get_number (record, i, 0) == event ? 1 : 0;
  return n;
}

/* --- definitions --- */

/* Of a domain that nobody has asked for yet. */
static LibvirtDomain *
find_told (LiveRecord *record, const char *name)
{
  for (guint i = 0; i < live_record_count (record); i++)
    {
      LibvirtDomain *domain = g_value_get_object (live_record_get (record, i, 0));

      if (g_str_equal (libvirt_domain_get_name (domain), name))
        return g_object_ref (domain);
    }

  return NULL;
}

static void
test_defined (Live *self)
{
  g_autoptr (LiveRecord) all = live_record_new (self->connect, "domain-event-lifecycle");
  g_autoptr (LiveRecord) record = NULL;
  g_autofree char *xml = live_guest_xml (&(LiveGuest){ .name = "defined" });
  g_autoptr (virDomain) raw = virDomainDefineXML (self->raw, xml);
  g_autoptr (virDomain) again = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  char uuid[VIR_UUID_STRING_BUFLEN];

  g_assert_nonnull (raw);
  live_wait_until ((domain = find_told (all, "defined")) != NULL);
  g_assert_cmpint (live_record_get_number (all, 0, 1), ==, VIR_DOMAIN_EVENT_DEFINED);
  g_assert_cmpint (live_record_get_number (all, 0, 2), ==, VIR_DOMAIN_EVENT_DEFINED_ADDED);
  g_assert_cmpint (virDomainGetUUIDString (raw, uuid), ==, 0);
  g_assert_cmpstr (libvirt_domain_get_uuid_string (domain), ==, uuid);
  g_assert_true (libvirt_domain_peek_persistent (domain));

  record = live_record_new (domain, "event-lifecycle");
  g_free (xml);
  xml = virDomainGetXMLDesc (raw, 0);
  again = virDomainDefineXML (self->raw, xml);
  wait_for (record, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_UPDATED);
  g_assert_cmpint (virDomainRename (raw, "renamed", 0), ==, 0);
  wait_for (record, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED);
  wait_for (record, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED);
  g_assert_cmpstr (libvirt_domain_get_name (domain), ==, "renamed");
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));

  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  wait_for (record, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
}

/* --- states --- */

static void
assert_state (Live *self, LibvirtDomain *domain, int state, int reason)
{
  int raw_reason;

  g_assert_cmpint (live_raw_state (self, domain, &raw_reason), ==, state);
  g_assert_cmpint (raw_reason, ==, reason);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, state);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==, reason);
}

static void
test_paused (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_define (self, &paused);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-lifecycle");

  g_assert_cmpint (virDomainCreateWithFlags (raw, VIR_DOMAIN_START_PAUSED), ==, 0);
  wait_for (record, VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED);
  g_assert_cmpint (live_record_find (record, VIR_DOMAIN_EVENT_STARTED,
                                     VIR_DOMAIN_EVENT_STARTED_BOOTED), >=, 0);
  assert_state (self, domain, VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER);

  g_assert_cmpint (virDomainResume (raw), ==, 0);
  wait_for (record, VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED);
  assert_state (self, domain, VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED);
  g_assert_cmpint (virDomainSuspend (raw), ==, 0);
  live_wait_until (count (record, VIR_DOMAIN_EVENT_SUSPENDED) == 2);
  assert_state (self, domain, VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER);

  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  wait_for (record, VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
  assert_state (self, domain, VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_DESTROYED);
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
}

/* Each is the right one at once, whoever did it. */
static void
test_reasons (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_define (self, &paused);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-lifecycle");
  g_autoptr (LiveRecord) reasons = live_record_new (domain, "notify::state-reason");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (virDomainCreate (raw), ==, 0);
  wait_for (record, VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED);
  wait_for (record, VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED);
  assert_state (self, domain, VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED);
  g_assert_cmpuint (live_record_count (reasons), ==, 1);

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (live_record_count (reasons), ==, 2);
  g_assert_true (libvirt_domain_create (domain, &error));
  g_assert_no_error (error);
  live_wait_until (count (record, VIR_DOMAIN_EVENT_RESUMED) == 2 &&
                   count (record, VIR_DOMAIN_EVENT_STARTED) == 2);
  assert_state (self, domain, VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED);
  g_assert_cmpuint (live_record_count (reasons), ==, 3);

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
}

/* Somebody on the host asks QEMU to end. */
static void
test_shut_down_by_host (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_define (self, &paused);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-lifecycle");

  live_guest_start_paused (domain);
  g_free (live_enter ("kill $(cat /run/libvirt/qemu/cycled.pid)"));
  wait_for (record, VIR_DOMAIN_EVENT_SHUTDOWN, VIR_DOMAIN_EVENT_SHUTDOWN_HOST);
  wait_for (record, VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN);
  assert_state (self, domain, VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_SHUTDOWN);
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
}

/* --- a guest that panics --- */

/* Libvirt describes this device only since 9.1; older ones hear of it all the same. */
static LibvirtDomain *
boot_panicker (Live *self)
{
  static const char device[] =
    "<commandline xmlns='http://libvirt.org/schemas/domain/qemu/1.0'>"
    "<arg value='-device'/><arg value='pvpanic-pci,addr=0x1e'/></commandline></domain>";
  g_autofree char *xml = live_guest_xml (&(LiveGuest){ .name = "panicker" });
  g_autofree char *with_device = NULL;
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain;

  *strstr (xml, "</domain>") = '\0';
  with_device = g_strconcat (xml, device, NULL);
  domain = libvirt_connect_define_domain_xml (self->connect, with_device, &error);
  g_assert_no_error (error);
  libvirt_domain_create (domain, &error);
  g_assert_no_error (error);
  live_wait_for_agent (self, domain);
  return domain;
}

/* It may be too late for an answer. */
static void
panic (virDomainPtr raw)
{
  static const char command[] =
    "{\"execute\":\"guest-exec\",\"arguments\":{\"path\":\"/bin/sh\","
    "\"arg\":[\"-c\",\"echo c >/proc/sysrq-trigger\"]}}";
  g_autofree char *answer G_GNUC_UNUSED = virDomainQemuAgentCommand (raw, command, 5, 0);
}

/* As it is told to be kept, it can be looked at. */
static void
test_panicked (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot_panicker (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-lifecycle");

  panic (raw);
  wait_for (record, VIR_DOMAIN_EVENT_CRASHED, VIR_DOMAIN_EVENT_CRASHED_PANICKED);
  assert_state (self, domain, VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED);
  g_assert_true (libvirt_domain_peek_active (domain));
  live_guest_end (domain);
}

static void
test_panicked_and_destroyed (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot_panicker (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) record = live_record_new (domain, "event-lifecycle");

  g_assert_cmpint (virDomainSetLifecycleAction (raw, VIR_DOMAIN_LIFECYCLE_CRASH,
                                                VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY, 0), ==, 0);
  panic (raw);
  wait_for (record, VIR_DOMAIN_EVENT_CRASHED, VIR_DOMAIN_EVENT_CRASHED_PANICKED);
  wait_for (record, VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_CRASHED);
  assert_state (self, domain, VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_CRASHED);
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/event/lifecycle/defined", test_defined);
  live_add ("/live/event/lifecycle/paused", test_paused);
  live_add ("/live/event/lifecycle/reasons", test_reasons);
  live_add ("/live/event/lifecycle/shut-down-by-host", test_shut_down_by_host);
  live_add ("/live/event/lifecycle/panicked", test_panicked);
  live_add ("/live/event/lifecycle/panicked-and-destroyed", test_panicked_and_destroyed);

  return live_run ();
}
