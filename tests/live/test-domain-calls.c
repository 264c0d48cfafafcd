/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What can be asked of a guest that runs, and the ways to make and to end one: the answers must be
 * those that the raw connection gets. */

#include "live.h"

#include <stdlib.h>
#include <string.h>

static const LiveGuest guest = {
  .name = "asked",
  .devices = "<graphics type='vnc' autoport='yes'/><video><model type='vga'/></video>",
};

/* Takes @raw over. */
static void
assert_same (const char *ours, const GError *error, char *raw)
{
  g_assert_no_error (error);
  g_assert_nonnull (raw);
  g_assert_cmpstr (ours, ==, raw);
  free (raw);
}

static void
test_identity (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) by_id =
    libvirt_connect_lookup_domain_by_id (self->connect, virDomainGetID (raw), &error);
  g_autoptr (LibvirtDomain) by_uuid = NULL;
  g_autoptr (LibvirtDomain) by_native = NULL;

  g_assert_no_error (error);
  g_assert_true (by_id == domain);
  by_uuid = libvirt_connect_lookup_domain_by_uuid_string (
    self->connect, libvirt_domain_get_uuid_string (domain), &error);
  g_assert_no_error (error);
  g_assert_true (by_uuid == domain);
  by_native = libvirt_domain_new_from_native (self->connect, raw, &error);
  g_assert_no_error (error);
  g_assert_true (by_native == domain);
}

static void
test_state (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autofree char *os_type = libvirt_domain_get_os_type (domain, &error);
  g_autoptr (LibvirtDomainInfo) info = NULL;
  virDomainInfo raw_info;

  assert_same (os_type, error, virDomainGetOSType (raw));
  g_assert_true (libvirt_domain_is_active (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_is_updated (domain, &error), ==, virDomainIsUpdated (raw));
  g_assert_no_error (error);

  info = libvirt_domain_get_info (domain, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetInfo (raw, &raw_info), ==, 0);
  g_assert_cmpint (info->state, ==, raw_info.state);
  g_assert_cmpuint (info->max_mem, ==, raw_info.maxMem);
  g_assert_cmpuint (info->nr_virt_cpu, ==, raw_info.nrVirtCpu);
}

static void
test_texts (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml =
    libvirt_domain_get_xml_desc (domain, LIBVIRT_DOMAIN_XML_FLAGS_SECURE, &error);
  g_autofree char *title = NULL;
  g_autofree char *host_name = NULL;

  assert_same (xml, error, virDomainGetXMLDesc (raw, VIR_DOMAIN_XML_SECURE));
  g_assert_cmpint (virDomainSetMetadata (raw, VIR_DOMAIN_METADATA_TITLE, "a title", NULL, NULL, 0),
                   ==, 0);
  title = libvirt_domain_get_metadata (domain, LIBVIRT_DOMAIN_METADATA_TYPE_TITLE, NULL,
                                       LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CURRENT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "a title");

  host_name =
    libvirt_domain_get_hostname (domain, LIBVIRT_DOMAIN_GET_HOSTNAME_FLAGS_AGENT, &error);
  assert_same (host_name, error, virDomainGetHostname (raw, VIR_DOMAIN_GET_HOSTNAME_AGENT));
}

static void
test_messages (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) messages =
    libvirt_domain_get_messages (domain, LIBVIRT_DOMAIN_MESSAGE_TYPE_NONE, &error);
  char **raw_messages = NULL;
  int n_raw = virDomainGetMessages (raw, &raw_messages, 0);

  g_assert_no_error (error);
  g_assert_cmpint (n_raw, >=, 0);
  g_assert_cmpuint (g_strv_length (messages), ==, n_raw);
  for (int i = 0; i < n_raw; i++)
    {
      g_assert_cmpstr (messages[i], ==, raw_messages[i]);
      free (raw_messages[i]);
    }
  free (raw_messages);
}

static void
test_security (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecurityLabel) label = libvirt_domain_get_security_label (domain, &error);
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GVariant) launch = NULL;
  virSecurityLabelPtr raw_labels = NULL;
  virSecurityLabel raw_label;

  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetSecurityLabel (raw, &raw_label), ==, 0);
  g_assert_cmpstr (label->label, ==, raw_label.label);

  labels = libvirt_domain_get_security_label_list (domain, &error);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetSecurityLabelList (raw, &raw_labels), ==, labels->len);
  free (raw_labels);

  /* Nothing to tell of a guest that is not measured. */
  launch = libvirt_domain_get_launch_security_info (domain, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (launch), ==, 0);
}

static void
test_stats (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (GPtrArray) domains = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  LibvirtDomainStatsRecord *record;
  gint32 state;

  g_ptr_array_add (domains, domain);
  records = libvirt_domain_list_get_stats (domains, LIBVIRT_DOMAIN_STATS_TYPES_STATE,
                                           LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  record = records->pdata[0];
  g_assert_true (g_variant_lookup (record->params, "state.state", "i", &state));
  g_assert_cmpint (state, ==, live_raw_state (self, domain, NULL));
}

/* Of which kind the picture is. */
static char *
get_raw_kind (Live *self, LibvirtDomain *domain)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  virStreamPtr stream = virStreamNew (self->raw, 0);
  char *kind = virDomainScreenshot (raw, stream, 0, 0);

  g_assert_cmpint (virStreamAbort (stream), ==, 0);
  virStreamFree (stream);
  return kind;
}

static void
test_screenshot (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (GError) error = NULL;
  g_autofree char *kind = NULL;
  g_autoptr (GBytes) picture = libvirt_domain_take_screenshot (domain, 0, 0, &kind, &error);

  assert_same (kind, error, get_raw_kind (self, domain));
  g_assert_cmpuint (g_bytes_get_size (picture), >, 100);
}

/* --- ways to make and to end one --- */

static void
test_validated (Live *self)
{
  g_autofree char *xml = live_guest_xml (&(LiveGuest){ .name = "valid" });
  g_auto (GStrv) parts = g_strsplit (xml, "</domain>", 2);
  g_autofree char *wrong = g_strconcat (parts[0], "<nonsense/></domain>", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = libvirt_connect_define_domain_xml_flags (
    self->connect, xml, LIBVIRT_DOMAIN_DEFINE_FLAGS_VALIDATE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (domain);
  g_assert_null (libvirt_connect_define_domain_xml_flags (
    self->connect, wrong, LIBVIRT_DOMAIN_DEFINE_FLAGS_VALIDATE, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_XML_INVALID_SCHEMA);
}

/* Not of one with cells of memory, which have their own sizes. */
static void
test_max_memory (Live *self)
{
  const char *xml = "<domain type='qemu'><name>plain</name><memory unit='MiB'>64</memory>"
                    "<os><type arch='x86_64'>hvm</type></os></domain>";
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_define_domain_xml (self->connect, xml, &error);
  g_autoptr (virDomain) raw = NULL;

  g_assert_no_error (error);
  raw = live_raw (self, domain);
  libvirt_domain_set_max_memory (domain, 256 * 1024, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (virDomainGetMaxMemory (raw), ==, 256 * 1024);
  g_assert_cmpuint (libvirt_domain_get_max_memory (domain, &error), ==, 256 * 1024);
  g_assert_no_error (error);
}

static void
test_transient (Live *self)
{
  g_autofree char *xml = live_guest_xml (&(LiveGuest){ .name = "passing" });
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_create_domain_linux (self->connect, xml, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
  libvirt_domain_destroy_flags (domain, LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_GRACEFUL, &error);
  g_assert_no_error (error);
  g_assert_null (virDomainLookupByName (self->raw, "passing"));
}

/* By the agent, whose answer is lost if QEMU ends before libvirt has read it. */
static void
test_shutdown (Live *self)
{
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (GError) error = NULL;

  libvirt_domain_shutdown_flags (domain, LIBVIRT_DOMAIN_SHUTDOWN_FLAG_VALUES_GUEST_AGENT, &error);
  if (error != NULL)
    g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INTERNAL_ERROR);
  live_wait_until (!libvirt_domain_peek_active (domain));
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_SHUTOFF);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/domain-calls/identity", test_identity);
  live_add ("/live/domain-calls/state", test_state);
  live_add ("/live/domain-calls/texts", test_texts);
  live_add ("/live/domain-calls/messages", test_messages);
  live_add ("/live/domain-calls/security", test_security);
  live_add ("/live/domain-calls/stats", test_stats);
  live_add ("/live/domain-calls/screenshot", test_screenshot);
  live_add ("/live/domain-calls/validated", test_validated);
  live_add ("/live/domain-calls/max-memory", test_max_memory);
  live_add ("/live/domain-calls/transient", test_transient);
  live_add ("/live/domain-calls/shutdown", test_shutdown);

  return live_run ();
}
