/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

static void
on_lifecycle (LibvirtDomain *domain,
              LibvirtDomainEventType event,
              int detail,
              gpointer user_data)
{
  g_string_append_printf (user_data, "%d/%d ", event, detail);
}

static void
test_lifecycle (Harness *self,
                gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_lifecycle), seen);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainResume (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_for_events (self);

  g_string_append_printf (
    expected, "%d/%d %d/%d %d/%d %d/%d ", VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED,
    VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED, VIR_DOMAIN_EVENT_RESUMED,
    VIR_DOMAIN_EVENT_RESUMED_UNPAUSED, VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
  g_assert_cmpstr (seen->str, ==, expected->str);
}

static void
test_lifecycle_detail (Harness *self,
                       gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect (self->domain, "event-lifecycle::suspended", G_CALLBACK (on_lifecycle), seen);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpstr (seen->str, ==, "3/0 ");
}

static void
on_mirrored (LibvirtConnect *connect,
             LibvirtDomain *domain,
             LibvirtDomainEventType event,
             int detail,
             gpointer user_data)
{
  Harness *self = user_data;

  g_assert_true (connect == self->connect);
  if (event == LIBVIRT_DOMAIN_EVENT_TYPE_STARTED && domain == self->domain)
    g_clear_pointer (&self->name, g_free);
}

static void
test_mirrored (Harness *self,
               gconstpointer data)
{
  g_signal_connect (self->connect, "domain-event-lifecycle", G_CALLBACK (on_mirrored), self);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_for_events (self);
  g_assert_null (self->name);
}

/* Of each event the types of the arguments, also of those that no host here can have. */
static const struct
{
  const char *signal;
  const char *types;
} events[] = {
  { "event-lifecycle", " LibvirtDomainEventType gint" },
  { "event-reboot", "" },
  { "event-rtc-change", " gint64" },
  { "event-watchdog", " LibvirtDomainEventWatchdogAction" },
  { "event-io-error", " gchararray gchararray LibvirtDomainEventIOErrorAction" },
  { "event-graphics", " LibvirtDomainEventGraphicsPhase LibvirtDomainEventGraphicsAddress"
                      " LibvirtDomainEventGraphicsAddress gchararray"
                      " LibvirtDomainEventGraphicsSubject" },
  { "event-io-error-reason",
    " gchararray gchararray LibvirtDomainEventIOErrorAction gchararray" },
  { "event-control-error", "" },
  { "event-block-job",
    " gchararray LibvirtDomainBlockJobType LibvirtConnectDomainEventBlockJobStatus" },
  { "event-disk-change",
    " gchararray gchararray gchararray LibvirtConnectDomainEventDiskChangeReason" },
  { "event-tray-change", " gchararray LibvirtDomainEventTrayChangeReason" },
  { "event-pmwakeup", " gint" },
  { "event-pmsuspend", " gint" },
  { "event-balloon-change", " guint64" },
  { "event-pmsuspend-disk", " gint" },
  { "event-device-removed", " gchararray" },
  { "event-block-job-2",
    " gchararray LibvirtDomainBlockJobType LibvirtConnectDomainEventBlockJobStatus" },
  { "event-tunable", " GVariant" },
  { "event-agent-lifecycle", " LibvirtConnectDomainEventAgentLifecycleState"
                             " LibvirtConnectDomainEventAgentLifecycleReason" },
  { "event-device-added", " gchararray" },
  { "event-migration-iteration", " gint" },
  { "event-job-completed", " GVariant" },
  { "event-device-removal-failed", " gchararray" },
  { "event-metadata-change", " LibvirtDomainMetadataType gchararray" },
  { "event-block-threshold", " gchararray gchararray guint64 guint64" },
  { "event-memory-failure",
    " LibvirtDomainMemoryFailureRecipientType LibvirtDomainMemoryFailureActionType"
    " LibvirtDomainMemoryFailureFlags" },
  { "event-memory-device-size-change", " gchararray guint64" },
  { "event-nic-mac-change", " gchararray gchararray gchararray" },
  { "event-vcpu-removed", " guint" },
  { "event-channel-lifecycle", " gchararray LibvirtConnectDomainEventChannelLifecycleState"
                               " LibvirtConnectDomainEventChannelLifecycleReason" },
  { "event-qemu-monitor", " gchararray gint64 guint gchararray" },
};

static char *
dup_types (GType owner, const char *signal)
{
  GString *types = g_string_new (NULL);
  GSignalQuery query;

  g_signal_query (g_signal_lookup (signal, owner), &query);
  g_assert_cmpuint (query.signal_id, !=, 0);
  for (guint i = 0; i < query.n_params; i++)
    g_string_append_printf (types, " %s",
                            g_type_name (query.param_types[i] & ~G_SIGNAL_TYPE_STATIC_SCOPE));
  return g_string_free (types, FALSE);
}

static void
test_mirrors (Harness *self,
              gconstpointer data)
{
  g_autoptr (GEnumClass) ids = g_type_class_ref (LIBVIRT_TYPE_DOMAIN_EVENT_ID);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *mirror = g_strconcat ("domain-", events[i].signal, NULL);
      g_autofree char *expected = g_strconcat (" LibvirtDomain", events[i].types, NULL);
      g_autofree char *types = dup_types (LIBVIRT_TYPE_DOMAIN, events[i].signal);
      g_autofree char *mirror_types = dup_types (LIBVIRT_TYPE_CONNECT, mirror);

      g_assert_cmpstr (types, ==, events[i].types);
      g_assert_cmpstr (mirror_types, ==, expected);
    }

  /* The last one is not libvirt's, but QEMU's. */
  g_assert_cmpuint (G_N_ELEMENTS (events), ==, ids->n_values + 1);
}

static void
check_state (LibvirtDomain *domain,
             LibvirtDomainEventType event,
             int detail,
             gpointer user_data)
{
  static const int states[] = {
    [LIBVIRT_DOMAIN_EVENT_TYPE_STARTED] = LIBVIRT_DOMAIN_STATE_RUNNING,
    [LIBVIRT_DOMAIN_EVENT_TYPE_SUSPENDED] = LIBVIRT_DOMAIN_STATE_PAUSED,
    [LIBVIRT_DOMAIN_EVENT_TYPE_RESUMED] = LIBVIRT_DOMAIN_STATE_RUNNING,
    [LIBVIRT_DOMAIN_EVENT_TYPE_STOPPED] = LIBVIRT_DOMAIN_STATE_SHUTOFF,
  };

  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, states[event]);
  ++*(guint *) user_data;
}

static void
test_property_before_signal (Harness *self,
                             gconstpointer data)
{
  guint n = 0;

  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (check_state), &n);
  for (int i = 0; i < 50; i++)
    {
      g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
      g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
      g_assert_cmpint (virDomainResume (self->raw_domain), ==, 0);
      g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
    }
  harness_wait_for_events (self);
  g_assert_cmpuint (n, ==, 200);
}

static void
on_unknown (LibvirtConnect *connect,
            LibvirtDomain *domain,
            LibvirtDomainEventType event,
            int detail,
            gpointer user_data)
{
  if (!g_str_equal (libvirt_domain_get_name (domain), "newcomer"))
    return;

  g_string_append_printf (user_data, "%d:%d:%d ", event, libvirt_domain_peek_persistent (domain),
                          libvirt_domain_peek_active (domain));
}

/* A domain that nobody has looked up yet has its object, and its state, in the first event. */
static void
test_unknown_domain (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autofree char *xml = harness_domain_xml ("newcomer");
  virDomainPtr raw;

  g_signal_connect (self->connect, "domain-event-lifecycle", G_CALLBACK (on_unknown), seen);
  raw = virDomainDefineXML (self->raw, xml);
  harness_wait_for_events (self);
  g_assert_cmpint (virDomainCreate (raw), ==, 0);
  harness_wait_for_events (self);
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  harness_wait_for_events (self);
  virDomainFree (raw);

  g_assert_cmpstr (seen->str, ==, "0:1:0 2:1:1 5:1:0 1:0:0 ");
}

static void
on_metadata (LibvirtDomain *domain,
             LibvirtDomainMetadataType type,
             const char *nsuri,
             gpointer user_data)
{
  g_string_append_printf (user_data, "%d:%s ", type, nsuri);
}

static void
test_metadata_change (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *element = NULL;

  g_signal_connect (self->domain, "event-metadata-change", G_CALLBACK (on_metadata), seen);
  g_assert_true (libvirt_domain_set_metadata (self->domain, LIBVIRT_DOMAIN_METADATA_TYPE_TITLE,
                                              "A title", NULL, NULL,
                                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_set_metadata (self->domain, LIBVIRT_DOMAIN_METADATA_TYPE_ELEMENT,
                                              "<a/>", "x", "urn:x",
                                              LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG, &error));
  g_assert_no_error (error);
  harness_wait_for_events (self);
  g_assert_cmpstr (seen->str, ==, "1:(null) 2:urn:x ");

  title = virDomainGetMetadata (self->raw_domain, VIR_DOMAIN_METADATA_TITLE, NULL,
                                VIR_DOMAIN_AFFECT_CONFIG);
  g_assert_cmpstr (title, ==, "A title");
  element = libvirt_domain_get_metadata (self->domain, LIBVIRT_DOMAIN_METADATA_TYPE_ELEMENT,
                                         "urn:x", LIBVIRT_DOMAIN_MODIFICATION_IMPACT_CONFIG,
                                         &error);
  g_assert_no_error (error);
  g_assert_cmpstr (element, ==, "<a/>");
}

static void
drop_connection (LibvirtDomain *domain,
                 LibvirtDomainEventType event,
                 int detail,
                 gpointer user_data)
{
  Harness *self = user_data;

  g_clear_object (&self->connect);
}

/* The last reference goes inside a handler; nothing is told after that. */
static void
test_connection_dropped_in_handler (Harness *self,
                                    gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (on_lifecycle), seen);
  g_signal_connect (self->domain, "event-lifecycle", G_CALLBACK (drop_connection), self);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  g_assert_cmpint (virDomainSuspend (self->raw_domain), ==, 0);
  harness_wait_until (self->connect == NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpstr (seen->str, ==, "2/0 ");
  g_assert_null (libvirt_domain_get_connection (self->domain));

  /* For the tear-down. */
  self->connect = libvirt_connect_open ("test:///default", NULL);
}

#define ADD(path, func) \
  g_test_add ("/domain/event/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("lifecycle", test_lifecycle);
  ADD ("lifecycle/detail", test_lifecycle_detail);
  ADD ("mirrored", test_mirrored);
  ADD ("mirrors", test_mirrors);
  ADD ("property-before-signal", test_property_before_signal);
  ADD ("unknown-domain", test_unknown_domain);
  ADD ("metadata-change", test_metadata_change);
  ADD ("connection-dropped-in-handler", test_connection_dropped_in_handler);

  return g_test_run ();
}
