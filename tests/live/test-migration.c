/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A guest that moves between two hosts, in each of the ways there are: seen from both sides by
 * other connections, and by what it keeps in its memory. */

#include "live.h"

#include <string.h>

#define LIVE LIBVIRT_DOMAIN_MIGRATE_FLAGS_LIVE
#define PEER2PEER LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER
#define TO_SECOND "qemu+tcp://second/system"
#define TO_FIRST "qemu+tcp://first/system"

static const LiveGuest guest = { .name = "traveller" };

/* What a test left there goes, too. */
static void
close_second (Live *self, LibvirtDomain *domain)
{
  if (domain != NULL)
    {
      libvirt_domain_destroy (domain, NULL);
      libvirt_domain_undefine (domain, NULL);
    }
  g_assert_true (libvirt_connect_close (self->connect, NULL));
  g_object_unref (self->connect);
  g_assert_cmpint (virConnectClose (self->raw), ==, 0);
}

static char *
get_boot_id (Live *self, LibvirtDomain *domain)
{
  live_wait_for_agent (self, domain);
  return live_guest_run (self, domain, "cat /proc/sys/kernel/random/boot_id");
}

/* The domain is off here, and that was known before the call returned. */
static void
assert_left (Live *self, LibvirtDomain *domain)
{
  int reason;

  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==,
                   LIBVIRT_DOMAIN_SHUTOFF_REASON_MIGRATED);
  g_assert_false (libvirt_domain_peek_active (domain));
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_cmpint (live_raw_state (self, domain, &reason), ==, VIR_DOMAIN_SHUTOFF);
  g_assert_cmpint (reason, ==, VIR_DOMAIN_SHUTOFF_MIGRATED);
}

/* The domain goes on there as it was, and is known there. */
static void
assert_arrived (Live *there, LibvirtDomain *moved, const char *boot_id)
{
  g_autofree char *boot_id_there = NULL;

  g_assert_true (libvirt_entity_get_connection (LIBVIRT_ENTITY (moved)) == there->connect);
  g_assert_cmpint (libvirt_domain_peek_state (moved), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpint (live_raw_state (there, moved, NULL), ==, VIR_DOMAIN_RUNNING);
  boot_id_there = get_boot_id (there, moved);
  g_assert_cmpstr (boot_id_there, ==, boot_id);
}

/* Whatever an earlier test has set: libvirt keeps the speed of a domain. */
static GVariant *
fast (void)
{
  return g_variant_new_parsed ("{'bandwidth': <uint64 1000>}");
}

static LibvirtDomain *
find (Live *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain = libvirt_connect_lookup_domain_by_name (self->connect, name, &error);

  g_assert_no_error (error);
  return domain;
}

/* There with the program between the hosts, and back with one host telling the other. */
static void
test_there_and_back (Live *self)
{
  Live second;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");
  g_autofree char *boot_id = get_boot_id (self, domain);
  g_autoptr (LibvirtDomain) moved = NULL;

  live_open (&second, "second-uri");
  moved = libvirt_domain_migrate3 (domain, second.connect, fast (), LIVE, &error);
  g_assert_no_error (error);
  assert_left (self, domain);
  assert_arrived (&second, moved, boot_id);
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED,
                                     VIR_DOMAIN_EVENT_STOPPED_MIGRATED) >= 0);

  /* It is transient there, and gone as soon as it leaves. */
  g_assert_false (libvirt_domain_peek_persistent (moved));
  g_assert_true (
    libvirt_domain_migrate_to_uri3 (moved, TO_FIRST, NULL, LIVE | PEER2PEER, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (moved)));
  g_assert_null (virDomainLookupByName (second.raw, guest.name));
  live_wait_until (libvirt_domain_peek_active (domain));
  assert_arrived (self, domain, boot_id);

  g_clear_object (&moved);
  close_second (&second, NULL);
}

/* To where it is known: it is the same domain as before. What leaves was transient, and stays gone whatever
 * the events of the move say later. */
static void
go_back (Live *self, LibvirtDomain *moved, LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiveRecord) lifecycle = live_record_new (moved, "event-lifecycle");
  g_autoptr (LiveRecord) existence = live_record_new (moved, "notify::exists");
  g_autoptr (LibvirtDomain) back = NULL;

  back = libvirt_domain_migrate3 (moved, self->connect, fast (), LIVE, &error);
  g_assert_no_error (error);
  g_assert_true (back == domain);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (moved)));
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED,
                                     VIR_DOMAIN_EVENT_STOPPED_MIGRATED) >= 0);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (moved)));
  g_assert_cmpuint (live_record_count (existence), ==, 1);
}

/* What the events of the move say later is no news any more, however many there are: newer libvirt sends
 * one more, which says that the guest's process shuts down. */
static void
test_back_to_the_known (Live *self)
{
  Live second;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = NULL;
  g_autoptr (LiveRecord) lifecycle = live_record_new (domain, "event-lifecycle");
  g_autoptr (LiveRecord) states = NULL;
  g_autoptr (LibvirtDomain) moved = NULL;

  live_open (&second, "second-uri");
  moved = libvirt_domain_migrate3 (domain, second.connect, fast (), LIVE, &error);
  g_assert_no_error (error);
  states = live_record_new (domain, "notify::state");
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED,
                                     VIR_DOMAIN_EVENT_STOPPED_MIGRATED) >= 0);
  g_assert_cmpint (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_SUSPENDED,
                                     VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED), >=, 0);
  g_assert_cmpuint (live_record_count (states), ==, 0);

  go_back (self, moved, domain);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_true (libvirt_domain_peek_persistent (domain));
  raw = live_raw (self, domain);
  g_assert_cmpint (libvirt_domain_get_id (domain), ==, virDomainGetID (raw));
  live_wait_until (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_RESUMED,
                                     VIR_DOMAIN_EVENT_RESUMED_MIGRATED) >= 0);
  g_assert_cmpint (live_record_find (lifecycle, LIBVIRT_DOMAIN_EVENT_TYPE_STARTED,
                                     VIR_DOMAIN_EVENT_STARTED_MIGRATED), >=, 0);
  g_assert_cmpuint (live_record_count (states), ==, 1);

  g_clear_object (&moved);
  close_second (&second, NULL);
}

/* With the definition, under another name. */
static void
test_for_good (Live *self)
{
  LibvirtDomainMigrateFlags for_good = LIBVIRT_DOMAIN_MIGRATE_FLAGS_PERSIST_DEST |
                                       LIBVIRT_DOMAIN_MIGRATE_FLAGS_UNDEFINE_SOURCE;
  Live second;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autofree char *boot_id = get_boot_id (self, domain);
  g_autoptr (LibvirtDomain) moved = NULL;

  live_open (&second, "second-uri");
  moved = libvirt_domain_migrate (domain, second.connect, LIVE | for_good, "settler", NULL, 1000,
                                  &error);
  g_assert_no_error (error);
  g_assert_false (libvirt_domain_peek_persistent (domain));
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
  g_assert_null (virDomainLookupByName (self->raw, guest.name));
  g_assert_cmpstr (libvirt_domain_get_name (moved), ==, "settler");
  g_assert_true (libvirt_domain_peek_persistent (moved));
  assert_arrived (&second, moved, boot_id);

  close_second (&second, moved);
}

static char *
describe (Live *self, LibvirtDomain *domain, const char *title)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *xml = virDomainGetXMLDesc (raw, VIR_DOMAIN_XML_MIGRATABLE);
  g_auto (GStrv) parts = g_strsplit (xml, "<maxMemory", 2);

  return g_strdup_printf ("%s<title>%s</title><maxMemory%s", parts[0], title, parts[1]);
}

static void
assert_title (Live *self, LibvirtDomain *domain, const char *expected)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *title = virDomainGetMetadata (raw, VIR_DOMAIN_METADATA_TITLE, NULL, 0);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_with_description (Live *self)
{
  Live second;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autofree char *boot_id = get_boot_id (self, domain);
  g_autofree char *there = describe (self, domain, "there");
  g_autofree char *back = describe (self, domain, "back");
  g_autoptr (LibvirtDomain) moved = NULL;

  live_open (&second, "second-uri");
  moved =
    libvirt_domain_migrate2 (domain, second.connect, there, LIVE, NULL, NULL, 1000, &error);
  g_assert_no_error (error);
  assert_left (self, domain);
  assert_arrived (&second, moved, boot_id);
  assert_title (&second, moved, "there");

  g_assert_true (libvirt_domain_migrate_to_uri2 (moved, TO_FIRST, NULL, back, LIVE | PEER2PEER,
                                                 NULL, 1000, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (moved)));
  live_wait_until (libvirt_domain_peek_active (domain));
  assert_arrived (self, domain, boot_id);
  assert_title (self, domain, "back");

  g_clear_object (&moved);
  close_second (&second, NULL);
}

static void
test_to_uri (Live *self)
{
  Live second;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autofree char *boot_id = get_boot_id (self, domain);
  g_autoptr (LibvirtDomain) moved = NULL;

  live_open (&second, "second-uri");
  g_assert_true (
    libvirt_domain_migrate_to_uri (domain, TO_SECOND, LIVE | PEER2PEER, "visitor", 1000, &error));
  g_assert_no_error (error);
  assert_left (self, domain);
  moved = find (&second, "visitor");
  assert_arrived (&second, moved, boot_id);

  close_second (&second, moved);
}

/* The definition alone: what runs here goes on. */
static void
test_offline (Live *self)
{
  LibvirtDomainMigrateFlags offline =
    LIBVIRT_DOMAIN_MIGRATE_FLAGS_OFFLINE | LIBVIRT_DOMAIN_MIGRATE_FLAGS_PERSIST_DEST;
  Live second;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    live_guest_define (self, &(LiveGuest){ .name = "definition" });
  g_autoptr (LibvirtDomain) moved = NULL;
  LibvirtDomainState state = libvirt_domain_peek_state (domain);
  int reason = libvirt_domain_peek_state_reason (domain);

  live_open (&second, "second-uri");
  moved = libvirt_domain_migrate3 (domain, second.connect, NULL, offline, &error);
  g_assert_no_error (error);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, state);
  g_assert_cmpint (libvirt_domain_peek_state_reason (domain), ==, reason);
  g_assert_true (libvirt_domain_peek_persistent (domain));
  g_assert_false (libvirt_domain_peek_active (moved));
  g_assert_true (libvirt_domain_peek_persistent (moved));
  g_assert_cmpint (live_raw_state (&second, moved, NULL), ==, VIR_DOMAIN_SHUTOFF);

  close_second (&second, moved);
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
}

/* --- limits --- */

static void
test_limits (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  unsigned long long raw_value;
  unsigned long raw_speed;

  g_assert_true (libvirt_domain_migrate_set_max_downtime (domain, 700, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainMigrateGetMaxDowntime (raw, &raw_value, 0), ==, 0);
  g_assert_cmpuint (raw_value, ==, 700);
  g_assert_cmpuint (libvirt_domain_migrate_get_max_downtime (domain, 0, &error), ==, 700);
  g_assert_no_error (error);

  g_assert_true (libvirt_domain_migrate_set_compression_cache (domain, 32 << 20, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainMigrateGetCompressionCache (raw, &raw_value, 0), ==, 0);
  g_assert_cmpuint (raw_value, ==, 32 << 20);
  g_assert_cmpuint (libvirt_domain_migrate_get_compression_cache (domain, 0, &error), ==, 32 << 20);
  g_assert_no_error (error);

  g_assert_true (libvirt_domain_migrate_set_max_speed (domain, 500, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (virDomainMigrateGetMaxSpeed (raw, &raw_speed, 0), ==, 0);
  g_assert_cmpuint (raw_speed, ==, 500);
  g_assert_cmpuint (libvirt_domain_migrate_get_max_speed (domain, 0, &error), ==, 500);
  g_assert_no_error (error);

  g_assert_false (libvirt_domain_migrate_set_max_speed (domain, G_MAXINT64, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OVERFLOW);
}

/* --- while it is under way --- */

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Memory is on its way: at 1 MiB/s that takes minutes. */
static gboolean
is_sending (virDomainPtr raw)
{
  virDomainJobInfo info;

  return virDomainGetJobInfo (raw, &info) == 0 && info.type != VIR_DOMAIN_JOB_NONE &&
         info.memProcessed > 0;
}

static gboolean
has_job (virDomainPtr raw)
{
  virDomainJobInfo info;

  g_assert_cmpint (virDomainGetJobInfo (raw, &info), ==, 0);
  return info.type != VIR_DOMAIN_JOB_NONE;
}

static void
start_slowly (Live *self, LibvirtDomain *domain, LibvirtDomainMigrateFlags flags,
              GCancellable *cancellable, GAsyncResult **result)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_migrate_set_max_speed (domain, 1, 0, &error));
  g_assert_no_error (error);
  libvirt_domain_migrate_to_uri3_async (domain, TO_SECOND, NULL, LIVE | PEER2PEER | flags,
                                        cancellable, on_done, result);
  live_wait_until (is_sending (raw));
}

static void
test_cancel (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (virDomain) raw = live_raw (self, domain);

  start_slowly (self, domain, 0, cancellable, &result);
  g_cancellable_cancel (cancellable);
  live_wait_until (result != NULL);
  g_assert_false (libvirt_domain_migrate_to_uri3_finish (domain, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  live_wait_until (!has_job (raw));
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
}

static void
test_abort (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autoptr (LibvirtDomainJobInfo) info = NULL;

  start_slowly (self, domain, 0, NULL, &result);
  info = libvirt_domain_get_job_info (domain, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->type, ==, LIBVIRT_DOMAIN_JOB_TYPE_UNBOUNDED);
  g_assert_cmpuint (info->mem_total, >, 100 << 20);
  g_assert_cmpuint (info->mem_processed, >, 0);

  g_assert_true (libvirt_domain_abort_job (domain, &error));
  g_assert_no_error (error);
  live_wait_until (result != NULL);
  g_assert_false (libvirt_domain_migrate_to_uri3_finish (domain, result, &error));
  live_assert_broken_off (error);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
}

static void
test_no_post_copy (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);

  g_assert_false (libvirt_domain_migrate_start_post_copy (domain, 0, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
}

static void
test_post_copy (Live *self)
{
  Live second;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);
  g_autofree char *boot_id = get_boot_id (self, domain);
  g_autoptr (LibvirtDomain) moved = NULL;

  live_open (&second, "second-uri");
  start_slowly (self, domain, LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY, NULL, &result);
  g_assert_true (libvirt_domain_migrate_start_post_copy (domain, 0, &error));
  g_assert_no_error (error);
  live_wait_until (result != NULL);
  g_assert_true (libvirt_domain_migrate_to_uri3_finish (domain, result, &error));
  g_assert_no_error (error);
  assert_left (self, domain);
  moved = find (&second, guest.name);
  assert_arrived (&second, moved, boot_id);

  close_second (&second, moved);
}

static void
test_refused (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain = live_guest_boot (self, &guest);

  /* To where it is already. */
  g_assert_null (libvirt_domain_migrate3 (domain, self->connect, NULL, LIVE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (libvirt_domain_migrate_to_uri3 (domain, "qemu+tcp://nowhere/system", NULL,
                                                  LIVE | PEER2PEER, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (live_raw_state (self, domain, NULL), ==, VIR_DOMAIN_RUNNING);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, "--second-host", NULL);

  /* What moves and does not come back ends there: the next test boots it anew. */
  live_add ("/live/migration/limits", test_limits);
  live_add ("/live/migration/refused", test_refused);
  live_add ("/live/migration/cancel", test_cancel);
  live_add ("/live/migration/abort", test_abort);
  live_add ("/live/migration/no-post-copy", test_no_post_copy);
  live_add ("/live/migration/there-and-back", test_there_and_back);
  live_add ("/live/migration/back-to-the-known", test_back_to_the_known);
  live_add ("/live/migration/with-description", test_with_description);
  live_add ("/live/migration/offline", test_offline);
  live_add ("/live/migration/to-uri", test_to_uri);
  live_add ("/live/migration/post-copy", test_post_copy);
  live_add ("/live/migration/for-good", test_for_good);

  return live_run ();
}
