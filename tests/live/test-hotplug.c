/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Processors and memory that come to a running guest and leave it: what the guest has of them, and
 * what another connection sees. */

#include "live.h"

#include <string.h>

#define CPU "/sys/devices/system/cpu/"

static const LiveGuest guest = { .name = "grows", .memory = 256 };

/* Newer Linux, such as 7.2, believes that processors can come later only where it knows the
 * hypervisor, and QEMU without KVM is none that it knows. With this one it takes it for VMware's. */
static const struct
{
  const char *before;
  const char *after;
} known_hypervisor[] = {
  { "<features>", "<sysinfo type='smbios'><system><entry name='serial'>VMware-1</entry></system></sysinfo>"
                  "<features><vmport state='on'/>" },
  { "</os>", "<smbios mode='sysinfo'/></os>" },
  { "<cpu mode='maximum'>", "<cpu mode='maximum'><feature policy='disable' name='hypervisor'/>" },
};

static const char dimm[] =
  "<memory model='dimm'><target><size unit='MiB'>128</size><node>0</node></target>"
  "<alias name='ua-dimm'/></memory>";

static void
define (Live *self)
{
  g_autofree char *xml = live_guest_xml (&guest);
  g_autoptr (GString) text = g_string_new (xml);
  g_autoptr (virDomain) raw = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known_hypervisor); i++)
    g_assert_cmpuint (g_string_replace (text, known_hypervisor[i].before, known_hypervisor[i].after, 0),
                      ==, 1);
  raw = virDomainDefineXML (self->raw, text->str);
  g_assert_nonnull (raw);
}

static LibvirtDomain *
boot (Live *self)
{
  g_autoptr (virDomain) known = virDomainLookupByName (self->raw, guest.name);

  if (known == NULL)
    define (self);
  return live_guest_boot (self, &guest);
}

static int
raw_vcpus (Live *self, LibvirtDomain *domain, guint flags)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);

  return virDomainGetVcpusFlags (raw, flags);
}

static gboolean
raw_has (Live *self, LibvirtDomain *domain, guint flags, const char *text)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *xml = virDomainGetXMLDesc (raw, flags);

  return strstr (xml, text) != NULL;
}

static void
wait_in_guest (Live *self, LibvirtDomain *domain, const char *condition)
{
  g_autofree char *script = g_strdup_printf ("while ! { %s; }; do sleep 0.1; done", condition);

  g_free (live_guest_run (self, domain, script));
}

/* --- processors --- */

static void
plug_in (Live *self, LibvirtDomain *domain)
{
  LibvirtDomainVcpuFlags live = LIBVIRT_DOMAIN_VCPU_FLAGS_LIVE;
  g_autoptr (GError) error = NULL;

  libvirt_domain_set_vcpus_flags (domain, 2, live, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_vcpus (self, domain, VIR_DOMAIN_VCPU_LIVE), ==, 2);
  wait_in_guest (self, domain, "[ $(cat " CPU "online) = 0-1 ]");
}

/* The guest lets go, and QEMU takes it away. But a QEMU without KVM does not say so, and libvirt
 * waits for that in vain: what it knows is of no use afterwards, and the guest ends. */
static void
assert_unplugged (Live *self, LibvirtDomain *domain, gboolean unplugged, GError **error)
{
  if (!unplugged)
    g_assert_error (*error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_TIMEOUT);
  g_clear_error (error);

  wait_in_guest (self, domain, "[ $(cat " CPU "online) = 0 ] && [ ! -e " CPU "cpu1 ]");
  libvirt_domain_destroy (domain, error);
  g_assert_no_error (*error);
}

static void
test_vcpus (Live *self)
{
  LibvirtDomainVcpuFlags live = LIBVIRT_DOMAIN_VCPU_FLAGS_LIVE;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_assert_cmpint (raw_vcpus (self, domain, VIR_DOMAIN_VCPU_LIVE), ==, 1);
  plug_in (self, domain);
  g_assert_cmpint (raw_vcpus (self, domain, VIR_DOMAIN_VCPU_CONFIG), ==, 1);
  g_assert_cmpint (libvirt_domain_get_vcpus_flags (domain, live, &error), ==, 2);
  g_assert_no_error (error);

  assert_unplugged (self, domain, libvirt_domain_set_vcpus_flags (domain, 1, live, &error), &error);
}

static void
test_one_vcpu (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  libvirt_domain_set_vcpu (domain, "1", TRUE, 0, &error);
  g_assert_no_error (error);
  g_assert_true (raw_has (self, domain, 0, "<vcpu id='1' enabled='yes'"));
  wait_in_guest (self, domain, "[ $(cat " CPU "online) = 0-1 ]");

  assert_unplugged (self, domain, libvirt_domain_set_vcpu (domain, "1", FALSE, 0, &error), &error);
}

/* Plugged in, but the guest's system does not use it: it must not be one that is switched on by
 * itself. */
static void
test_guest_vcpus (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  plug_in (self, domain);
  g_free (live_guest_run (self, domain, "touch /run/no-auto-online"));
  libvirt_domain_set_guest_vcpus (domain, "1", FALSE, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_vcpus (self, domain, VIR_DOMAIN_VCPU_LIVE), ==, 2);
  g_assert_cmpint (raw_vcpus (self, domain, VIR_DOMAIN_VCPU_GUEST), ==, 1);
  wait_in_guest (self, domain, "[ $(cat " CPU "online) = 0 ]");

  libvirt_domain_set_guest_vcpus (domain, "1", TRUE, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_vcpus (self, domain, VIR_DOMAIN_VCPU_GUEST), ==, 2);
  wait_in_guest (self, domain, "[ $(cat " CPU "online) = 0-1 ]");
}

static void
test_too_many (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  g_assert_false (libvirt_domain_set_vcpus (domain, 3, &error));
  g_assert_cmpint (virDomainSetVcpus (raw, 3), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());
}

/* --- memory --- */

#define UNUSED "grep -qs offline /sys/devices/system/memory/memory*/state"

static void
test_memory (Live *self)
{
  LibvirtDomainDeviceModifyFlags live = LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_LIVE;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) added = live_record_new (domain, "event-device-added");
  g_autoptr (LiveRecord) removed = live_record_new (domain, "event-device-removed");
  gulong before = virDomainGetMaxMemory (raw);

  g_assert_true (libvirt_domain_attach_device_flags (domain, dimm, live, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (added) > 0);
  /* What libvirt names may be the memory behind it. */
  g_assert_true (g_str_has_suffix (live_record_get_string (added, 0, 0), "ua-dimm"));
  g_assert_cmpuint (virDomainGetMaxMemory (raw), ==, before + (128 << 10));
  wait_in_guest (self, domain, UNUSED);

  g_assert_true (libvirt_domain_detach_device_alias (domain, "ua-dimm", live, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (removed) > 0);
  g_assert_cmpstr (live_record_get_string (removed, 0, 0), ==, "ua-dimm");
  g_assert_false (raw_has (self, domain, 0, "ua-dimm"));
  g_assert_cmpuint (virDomainGetMaxMemory (raw), ==, before);
  wait_in_guest (self, domain, "! " UNUSED);
}

/* The balloon takes memory from the guest, and gives it back. */
static void
test_balloon (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  guint64 whole = 256 << 10;
  virDomainInfo info;

  g_assert_true (libvirt_domain_set_memory (domain, whole - (32 << 10), &error));
  g_assert_no_error (error);
  live_wait_until (virDomainGetInfo (raw, &info) == 0 && info.memory == whole - (32 << 10));
  g_assert_true (libvirt_domain_set_memory_flags (
    domain, whole, LIBVIRT_DOMAIN_MEMORY_MOD_FLAGS_LIVE, &error));
  g_assert_no_error (error);
  live_wait_until (virDomainGetInfo (raw, &info) == 0 && info.memory == whole);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/hotplug/too-many-vcpus", test_too_many);
  live_add ("/live/hotplug/memory", test_memory);
  live_add ("/live/hotplug/balloon", test_balloon);
  live_add ("/live/hotplug/vcpus", test_vcpus);
  live_add ("/live/hotplug/one-vcpu", test_one_vcpu);
  live_add ("/live/hotplug/guest-vcpus", test_guest_vcpus);

  return live_run ();
}
