/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is asked of a guest, or done in it, through its agent; seen by another connection, or by a
 * program in the guest. */

#include "live.h"

#include <libvirt/libvirt-qemu.h>
#include <stdlib.h>
#include <string.h>

#define MAC "52:54:00:a9:e2:01"

static const char devices[] =
  "<disk type='file' device='disk'>"
  "  <driver name='qemu' type='raw' discard='unmap'/><source file='%s/agent.raw'/>"
  "  <target dev='vda' bus='virtio'/>"
  "</disk>"
  "<interface type='network'>"
  "  <mac address='" MAC "'/><source network='nat'/><model type='virtio'/>"
  "</interface>";

/* With a file system at /mnt, on the one disk. */
static LibvirtDomain *
boot (Live *self)
{
  g_autofree char *xml = g_strdup_printf (devices, live_get ("folder"));
  g_autofree char *disk = live_make_disk ("agent.raw", "raw", 64);
  g_autofree char *format =
    g_strdup_printf ("blkid -p '%s' >/dev/null || mkfs.ext4 -q -F '%s'", disk, disk);
  LibvirtDomain *domain;

  g_free (live_enter (format));
  domain = live_guest_boot (self, &(LiveGuest){ .name = "agent", .devices = xml });
  g_free (live_guest_run (self, domain,
                          "mkdir -p /mnt; grep -q ' /mnt ' /proc/mounts || mount -t ext4 /dev/vda /mnt"));
  return domain;
}

static gint64
guest_time (Live *self, LibvirtDomain *domain)
{
  g_autofree char *text = live_guest_run (self, domain, "date +%s");

  return g_ascii_strtoll (text, NULL, 10);
}

static void
test_get_time (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  gint64 before = guest_time (self, domain);
  gint64 seconds;
  guint nseconds;

  g_assert_true (libvirt_domain_get_time (domain, 0, &seconds, &nseconds, &error));
  g_assert_no_error (error);
  g_assert_cmpint (seconds, >=, before);
  g_assert_cmpint (seconds, <=, guest_time (self, domain));
  g_assert_cmpuint (nseconds, <, 1000000000);
}

static void
test_set_time (Live *self)
{
  gint64 in_2030 = 1900000000;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_assert_true (libvirt_domain_set_time (domain, in_2030, 0, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (guest_time (self, domain), >=, in_2030);
  g_assert_cmpint (guest_time (self, domain), <, in_2030 + 3600);

  /* The hardware clock was set along. */
  g_free (live_guest_run (self, domain, "date -s 2035-01-01"));
  g_assert_true (
    libvirt_domain_set_time (domain, 0, 0, LIBVIRT_DOMAIN_SET_TIME_FLAGS_SYNC, &error));
  g_assert_no_error (error);
  g_assert_cmpint (guest_time (self, domain), <, in_2030 + 3600);
}

static char *
get_shadow (Live *self, LibvirtDomain *domain)
{
  return live_guest_run (self, domain, "grep ^test: /etc/shadow | cut -d: -f2");
}

static void
test_password (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *from_password = NULL;
  g_autofree char *as_given = NULL;

  g_assert_true (libvirt_domain_set_user_password (
    domain, "test", "open sesame", LIBVIRT_DOMAIN_SET_USER_PASSWORD_FLAGS_NONE, &error));
  g_assert_no_error (error);
  from_password = get_shadow (self, domain);
  g_assert_true (g_str_has_prefix (from_password, "$6$"));

  g_assert_true (libvirt_domain_set_user_password (
    domain, "test", "$6$salt$hash", LIBVIRT_DOMAIN_SET_USER_PASSWORD_FLAGS_ENCRYPTED, &error));
  g_assert_no_error (error);
  as_given = get_shadow (self, domain);
  g_assert_cmpstr (as_given, ==, "$6$salt$hash\n");
}

static void
test_password_of_nobody (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  g_assert_false (libvirt_domain_set_user_password (domain, "nobody-here", "x", 0, &error));
  g_assert_cmpint (virDomainSetUserPassword (raw, "nobody-here", "x", 0), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
}

#define KEY_1 "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOne one@example.com"
#define KEY_2 "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAITwo two@example.com"

/* The agent has an order of its own when it reads them. */
static void
assert_keys (Live *self, LibvirtDomain *domain, gboolean has_1, gboolean has_2)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = live_guest_run (self, domain, "cat ~test/.ssh/authorized_keys");
  g_auto (GStrv) keys = libvirt_domain_authorized_ssh_keys_get (domain, "test", 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (strstr (file, KEY_1) != NULL, ==, has_1);
  g_assert_cmpint (strstr (file, KEY_2) != NULL, ==, has_2);
  g_assert_cmpuint (g_strv_length (keys), ==, has_1 + has_2);
  g_assert_cmpint (g_strv_contains ((const char *const *) keys, KEY_1), ==, has_1);
  g_assert_cmpint (g_strv_contains ((const char *const *) keys, KEY_2), ==, has_2);
}

static void
test_keys (Live *self)
{
  const char *one[] = { KEY_1, NULL };
  const char *two[] = { KEY_2, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_free (live_guest_run (self, domain, "mkdir -p ~test; chown test ~test"));
  g_assert_true (libvirt_domain_authorized_ssh_keys_set (
    domain, "test", one, LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_NONE, &error));
  g_assert_no_error (error);
  assert_keys (self, domain, TRUE, FALSE);

  g_assert_true (libvirt_domain_authorized_ssh_keys_set (
    domain, "test", two, LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_APPEND, &error));
  g_assert_no_error (error);
  assert_keys (self, domain, TRUE, TRUE);

  g_assert_true (libvirt_domain_authorized_ssh_keys_set (
    domain, "test", one, LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_REMOVE, &error));
  g_assert_no_error (error);
  assert_keys (self, domain, FALSE, TRUE);

  g_assert_true (libvirt_domain_authorized_ssh_keys_set (
    domain, "test", NULL, LIBVIRT_DOMAIN_AUTHORIZED_SSH_KEYS_SET_FLAGS_NONE, &error));
  g_assert_no_error (error);
  assert_keys (self, domain, FALSE, FALSE);
}

static void
test_guest_info (Live *self)
{
  LibvirtDomainGuestInfoTypes types =
    LIBVIRT_DOMAIN_GUEST_INFO_TYPES_OS | LIBVIRT_DOMAIN_GUEST_INFO_TYPES_HOSTNAME;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autofree char *release = live_guest_run (self, domain, "uname -r");
  g_autoptr (GVariant) some = libvirt_domain_get_guest_info (domain, types, 0, &error);
  g_autoptr (GVariant) all = NULL;
  const char *text;
  guint n;

  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (some, "hostname", "&s", &text));
  g_assert_cmpstr (text, ==, "guest");
  g_assert_true (g_variant_lookup (some, "os.kernel-release", "&s", &text));
  g_assert_cmpstr (text, ==, g_strchomp (release));
  g_assert_false (g_variant_lookup (some, "fs.count", "u", &n));

  all = libvirt_domain_get_guest_info (domain, LIBVIRT_DOMAIN_GUEST_INFO_TYPES_NONE, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (all, "fs.count", "u", &n));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_file_systems (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (GPtrArray) infos = libvirt_domain_get_fs_info (domain, 0, &error);
  LibvirtDomainFSInfo *info;

  g_assert_no_error (error);
  g_assert_cmpuint (infos->len, ==, 1);
  info = infos->pdata[0];
  g_assert_cmpstr (info->mountpoint, ==, "/mnt");
  g_assert_cmpstr (info->name, ==, "vda");
  g_assert_cmpstr (info->fstype, ==, "ext4");
  g_assert_cmpuint (g_strv_length (info->dev_alias), ==, 1);
  g_assert_cmpstr (info->dev_alias[0], ==, "vda");
}

static void
test_freeze (Live *self)
{
  const char *mountpoints[] = { "/mnt", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  g_assert_cmpint (libvirt_domain_fs_freeze (domain, mountpoints, 0, &error), ==, 1);
  g_assert_no_error (error);

  /* The guest knows, and refuses to do so twice. */
  g_assert_cmpint (virDomainFSFreeze (raw, NULL, 0, 0), ==, -1);
  g_assert_cmpint (libvirt_domain_fs_freeze (domain, NULL, 0, &error), ==, -1);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_clear_error (&error);

  g_assert_cmpint (libvirt_domain_fs_thaw (domain, NULL, 0, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (virDomainFSThaw (raw, NULL, 0, 0), ==, 0);
  g_free (live_guest_run (self, domain, "touch /mnt/thawed; sync"));
}

static gint64
blocks_of_disk (void)
{
  g_autofree char *script = g_strdup_printf ("stat -c %%b '%s/agent.raw'", live_get ("folder"));
  g_autofree char *text = live_enter (script);

  return g_ascii_strtoll (text, NULL, 10);
}

static void
test_trim (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  gint64 full;

  g_free (live_guest_run (self, domain,
                          "dd if=/dev/urandom of=/mnt/big bs=1M count=16 && sync && rm /mnt/big && sync"));
  full = blocks_of_disk ();
  g_assert_cmpint (full, >, 16 * 2048);

  g_assert_true (libvirt_domain_fs_trim (domain, NULL, 0, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (blocks_of_disk (), <, full - 8 * 2048);
}

static LibvirtDomainInterface *
find_card (GPtrArray *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      LibvirtDomainInterface *card = cards->pdata[i];

      if (g_strcmp0 (card->hwaddr, MAC) == 0 && card->addrs->len > 0)
        return card;
    }

  return NULL;
}

static gboolean
has_lease (virDomainPtr raw)
{
  virDomainInterfacePtr *cards;
  int n = virDomainInterfaceAddresses (raw, &cards, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE, 0);

  g_assert_cmpint (n, >=, 0);
  for (int i = 0; i < n; i++)
    virDomainInterfaceFree (cards[i]);
  free (cards);
  return n > 0;
}

static void
test_addresses (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (virDomain) raw = NULL;
  g_autoptr (GPtrArray) leases = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  LibvirtDomainIPAddress *leased;
  LibvirtDomainIPAddress *own;

  if (!live_has_kind ("network"))
    return;

  domain = boot (self);
  raw = live_raw (self, domain);
  live_wait_until (has_lease (raw));
  leases = libvirt_domain_interface_addresses (
    domain, LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_LEASE, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_card (leases));
  leased = find_card (leases)->addrs->pdata[0];
  g_assert_cmpint (leased->type, ==, LIBVIRT_IP_ADDR_TYPE_IPV4);
  g_assert_true (g_str_has_prefix (leased->addr, "192.168.177."));
  g_assert_cmpuint (leased->prefix, ==, 24);

  g_free (live_guest_run (self, domain,
                          "while ! ip addr show eth0 | grep -q 192.168.177; do sleep 0.1; done"));
  cards = libvirt_domain_interface_addresses (
    domain, LIBVIRT_DOMAIN_INTERFACE_ADDRESSES_SOURCE_AGENT, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (find_card (cards)->name, ==, "eth0");
  own = find_card (cards)->addrs->pdata[0];
  g_assert_cmpstr (own->addr, ==, leased->addr);
}

static void
test_agent_command (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *reply = libvirt_domain_qemu_agent_command (
    domain, "{\"execute\":\"guest-get-host-name\"}",
    LIBVIRT_DOMAIN_QEMU_AGENT_COMMAND_TIMEOUT_VALUES_DEFAULT, 0, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (reply, "\"host-name\":\"guest\""));

  g_assert_null (
    libvirt_domain_qemu_agent_command (domain, "{\"execute\":\"no-such\"}", 5, 0, &error));
  g_assert_null (virDomainQemuAgentCommand (raw, "{\"execute\":\"no-such\"}", 5, 0));
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
}

/* An agent that does not answer for longer than the limit that was set. Without it, the question
 * would wait until the agent goes on. */
static void
test_timeout (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = boot (self);

  g_assert_true (libvirt_domain_agent_set_response_timeout (domain, 1, 0, &error));
  g_assert_no_error (error);
  live_guest_spawn (self, domain,
                    "pid=$(pidof qemu-ga); sleep 1; kill -STOP $pid; sleep 15; kill -CONT $pid");
  while (libvirt_domain_get_time (domain, 0, NULL, NULL, &error))
    continue;
  /* Since libvirt 11.2 that is another case if the agent stops between two questions. */
  if (!g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_AGENT_COMMAND_TIMEOUT))
    g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_AGENT_UNRESPONSIVE);
  g_clear_error (&error);

  g_assert_true (libvirt_domain_agent_set_response_timeout (
    domain, LIBVIRT_DOMAIN_AGENT_RESPONSE_TIMEOUT_VALUES_BLOCK, 0, &error));
  g_assert_no_error (error);
  live_wait_for_agent (self, domain);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/agent/command", test_agent_command);
  live_add ("/live/agent/get-time", test_get_time);
  live_add ("/live/agent/password", test_password);
  live_add ("/live/agent/password/of-nobody", test_password_of_nobody);
  live_add ("/live/agent/keys", test_keys);
  live_add ("/live/agent/guest-info", test_guest_info);
  live_add ("/live/agent/file-systems", test_file_systems);
  live_add ("/live/agent/freeze", test_freeze);
  live_add ("/live/agent/trim", test_trim);
  live_add ("/live/agent/addresses", test_addresses);
  live_add ("/live/agent/timeout", test_timeout);
  /* Clocks that jump trouble whoever comes after. */
  live_add ("/live/agent/set-time", test_set_time);

  return live_run ();
}
