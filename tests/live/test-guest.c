/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The life of a guest, from its definition to its end: each step by a call of ours, and what
 * became of it seen by another connection, or in the guest. */

#include "live.h"

static const LiveGuest guest = { .name = "life" };

static char *
get_boot_id (Live *self, LibvirtDomain *domain)
{
  return live_guest_run (self, domain, "cat /proc/sys/kernel/random/boot_id");
}

static void
test_define (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_define (self, &(LiveGuest){ .name = "defined" });
  virDomainPtr raw = virDomainLookupByName (self->raw, "defined");

  g_assert_nonnull (raw);
  g_assert_cmpint (virDomainIsPersistent (raw), ==, 1);
  g_assert_cmpint (virDomainIsActive (raw), ==, 0);
  virDomainFree (raw);

  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
  g_assert_null (virDomainLookupByName (self->raw, "defined"));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
}

static void
test_boot (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_define (self, &guest);
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");
  g_autoptr (LiveRecord) agent = live_record_new (domain, "event-agent-lifecycle");
  g_autofree char *name = NULL;
  int reason;

  g_assert_true (libvirt_domain_create (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_RUNNING_BOOTED);

  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STARTED,
                                     VIR_DOMAIN_EVENT_STARTED_BOOTED) >= 0);
  live_wait_until (
    live_record_find (agent, VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED,
                      VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL) >= 0);

  live_wait_for_agent (self, domain);
  name = live_guest_run (self, domain, "hostname");
  g_assert_cmpstr (name, ==, "guest\n");
}

static void
test_suspend_resume (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autofree char *before = get_boot_id (self, domain);
  g_autofree char *after = NULL;
  int reason;

  g_assert_true (libvirt_domain_suspend (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_PAUSED);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_PAUSED_USER);

  g_assert_true (libvirt_domain_resume (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_RUNNING_UNPAUSED);

  after = get_boot_id (self, domain);
  g_assert_cmpstr (before, ==, after);
}

/* The agent is there again, and it is that of a guest which has booted anew. */
static void
assert_booted_anew (Live *self, LibvirtDomain *domain, const char *before)
{
  g_autofree char *after = NULL;

  live_wait_for_agent (self, domain);
  after = get_boot_id (self, domain);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
}

static void
test_reboot (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (LiveRecord) reboots = live_record_new (domain, "event-reboot");
  g_autoptr (LiveRecord) agent = live_record_new (domain, "event-agent-lifecycle");
  g_autofree char *before = get_boot_id (self, domain);
  int id = libvirt_domain_get_id (domain);

  g_assert_true (
    libvirt_domain_reboot (domain, LIBVIRT_DOMAIN_REBOOT_FLAG_VALUES_GUEST_AGENT, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (reboots) > 0);
  live_wait_until (
    live_record_find (agent, VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED, -1) >= 0);
  assert_booted_anew (self, domain, before);
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, id);
}

static void
test_reset (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (LiveRecord) reboots = live_record_new (domain, "event-reboot");
  g_autoptr (LiveRecord) agent = live_record_new (domain, "event-agent-lifecycle");
  g_autofree char *before = get_boot_id (self, domain);

  g_assert_true (libvirt_domain_reset (domain, 0, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_count (reboots) > 0);
  live_wait_until (
    live_record_find (agent, VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED, -1) >= 0);
  assert_booted_anew (self, domain, before);
}

static void
test_managed_save (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");
  g_autofree char *before = get_boot_id (self, domain);
  g_autofree char *after = NULL;
  int reason;

  g_assert_true (
    libvirt_domain_managed_save (domain, LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_SHUTOFF_SAVED);
  g_assert_cmpint (virDomainHasManagedSaveImage (raw, 0), ==, 1);
  g_assert_true (libvirt_domain_has_managed_save_image (domain, 0, &error));
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED,
                                     VIR_DOMAIN_EVENT_STOPPED_SAVED) >= 0);

  g_assert_true (libvirt_domain_create (domain, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STARTED,
                                     VIR_DOMAIN_EVENT_STARTED_RESTORED) >= 0);
  g_assert_cmpint (virDomainHasManagedSaveImage (raw, 0), ==, 0);
  live_wait_for_agent (self, domain);
  after = get_boot_id (self, domain);
  g_assert_cmpstr (before, ==, after);
}

static void
test_managed_save_remove (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  g_assert_true (
    libvirt_domain_managed_save (domain, LIBVIRT_DOMAIN_SAVE_RESTORE_FLAGS_PAUSED, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_managed_save_remove (domain, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainHasManagedSaveImage (raw, 0), ==, 0);
  g_assert_false (libvirt_domain_has_managed_save_image (domain, 0, &error));
  g_assert_no_error (error);
}

static void
test_autostart (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_get (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  int autostart;

  g_assert_true (libvirt_domain_set_autostart (domain, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetAutostart (raw, &autostart), ==, 0);
  g_assert_cmpint (autostart, ==, 1);
  g_assert_true (libvirt_domain_get_autostart (domain, &error));

  g_assert_true (libvirt_domain_set_autostart (domain, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainGetAutostart (raw, &autostart), ==, 0);
  g_assert_cmpint (autostart, ==, 0);
}

static void
test_metadata (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *title = NULL;
  g_autofree char *stored = NULL;

  g_assert_true (libvirt_domain_set_metadata (domain, LIBVIRT_DOMAIN_METADATA_TYPE_TITLE, "A life",
                                              NULL, NULL,
                                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_LIVE, &error));
  g_assert_no_error (error);
  title = virDomainGetMetadata (raw, VIR_DOMAIN_METADATA_TITLE, NULL, VIR_DOMAIN_AFFECT_LIVE);
  g_assert_cmpstr (title, ==, "A life");
  stored = virDomainGetMetadata (raw, VIR_DOMAIN_METADATA_TITLE, NULL, VIR_DOMAIN_AFFECT_CONFIG);
  g_assert_null (stored);
}

static void
test_shutdown (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");
  int reason;

  g_assert_true (libvirt_domain_shutdown (domain, &error));
  g_assert_no_error (error);
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED,
                                     VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN) >= 0);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_SHUTOFF_SHUTDOWN);
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, -1);
}

static void
test_rename (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_define (self, &(LiveGuest){ .name = "old-name" });
  g_autoptr (virDomain) raw = NULL;

  g_assert_true (libvirt_domain_rename (domain, "new-name", 0, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (libvirt_domain_get_name (domain), ==, "new-name");
  raw = live_raw (self, domain);
  g_assert_cmpstr (virDomainGetName (raw), ==, "new-name");
  g_assert_null (virDomainLookupByName (self->raw, "old-name"));

  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
}

static void
test_destroy (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_get (self, &guest);
  int reason;

  g_assert_true (libvirt_domain_create_with_flags (
    domain, LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED, &error));
  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_PAUSED);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_PAUSED_USER);

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_SHUTOFF_DESTROYED);
}

static void
test_undefine (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_get (self, &guest);
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");

  g_assert_true (libvirt_domain_undefine_flags (
    domain, LIBVIRT_DOMAIN_UNDEFINE_FLAGS_VALUES_MANAGED_SAVE, &error));
  g_assert_no_error (error);
  g_assert_null (virDomainLookupByName (self->raw, guest.name));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_UNDEFINED,
                                     VIR_DOMAIN_EVENT_UNDEFINED_REMOVED) >= 0);
}

static void
note_id (LibvirtDomain *domain, GParamSpec *pspec, GArray *ids)
{
  int id = libvirt_domain_get_id (domain);

  g_array_append_val (ids, id);
}

/* QEMU's first event of a start says nothing of the number. */
static void
test_started_by_others (Live *self)
{
  static const LiveGuest other = { .name = "started-by-others" };
  g_autoptr (LibvirtDomain) domain = live_guest_define (self, &other);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (virDomain) running = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (int));
  gulong handler = g_signal_connect (domain, "notify::id", G_CALLBACK (note_id), ids);
  int id;

  g_assert_cmpint (libvirt_domain_get_id (domain), ==, -1);
  g_assert_cmpint (virDomainCreate (raw), ==, 0);
  running = live_raw (self, domain);
  id = (int) virDomainGetID (running);
  live_wait_until (libvirt_domain_get_id (domain) == id);
  g_assert_cmpint (virDomainDestroy (running), ==, 0);
  live_wait_until (libvirt_domain_get_id (domain) == -1);

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, int, 0), ==, id);
  g_assert_cmpint (g_array_index (ids, int, 1), ==, -1);
  g_signal_handler_disconnect (domain, handler);
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  /* Those that need a guest which runs share one. */
  live_add ("/live/guest/define", test_define);
  live_add ("/live/guest/rename", test_rename);
  live_add ("/live/guest/boot", test_boot);
  live_add ("/live/guest/suspend-resume", test_suspend_resume);
  live_add ("/live/guest/metadata", test_metadata);
  live_add ("/live/guest/reboot", test_reboot);
  live_add ("/live/guest/reset", test_reset);
  live_add ("/live/guest/managed-save", test_managed_save);
  live_add ("/live/guest/shutdown", test_shutdown);
  live_add ("/live/guest/managed-save-remove", test_managed_save_remove);
  live_add ("/live/guest/autostart", test_autostart);
  live_add ("/live/guest/destroy", test_destroy);
  live_add ("/live/guest/undefine", test_undefine);
  live_add ("/live/guest/started-by-others", test_started_by_others);

  return live_run ();
}
