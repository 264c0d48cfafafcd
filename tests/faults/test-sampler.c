/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the sampler asks of a host, counted on the way to it; and a host that is slow. */

#include "../daemon.h"
#include "../harness.h"
#include "../relay.h"

#define INTERVAL 100

/* Of libvirt's protocol. */
#define GET_ALL_DOMAIN_STATS 344

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  virConnectPtr raw; /* not through the relay */
  LibvirtConnect *connect;
  LibvirtStatsSampler *sampler;
  LibvirtDomainSampler *item; /* of one of the domains */
  guint n_samples;
  guint n_asked; /* before the sampler did: by the list of domains */
} Fixture;

static void
count_up (guint *n)
{
  ++*n;
}

static void
define_domains (Fixture *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("sampled-%u", i);
      g_autofree char *xml = harness_domain_xml (name);
      virDomainPtr domain = virDomainCreateXML (self->raw, xml, 0);

      g_assert_nonnull (domain);
      virDomainFree (domain);
    }
}

static LibvirtDomainSampler *
find_item (Fixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (self->connect, name, &error);

  g_assert_no_error (error);
  return libvirt_stats_sampler_find (self->sampler, domain);
}

/* With @n_domains; FALSE where there can be no daemon. */
static gboolean
fixture_init (Fixture *self, guint n_domains)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *raw_uri = NULL;
  g_autofree char *uri = NULL;

  *self = (Fixture){ .daemon = daemon_new (NULL) };
  if (self->daemon == NULL)
    return FALSE;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  raw_uri = daemon_dup_uri (self->daemon, NULL);
  uri = daemon_dup_uri (self->daemon, relay_get_socket (self->relay));
  self->raw = virConnectOpen (raw_uri);
  g_assert_nonnull (self->raw);
  define_domains (self, n_domains - 1);
  self->connect = libvirt_connect_open (uri, &error);
  g_assert_no_error (error);
  self->sampler = libvirt_connect_get_stats_sampler (self->connect);
  libvirt_stats_sampler_set_interval (self->sampler, INTERVAL);
  harness_wait_until (
    g_list_model_get_n_items (libvirt_stats_sampler_get_domains (self->sampler)) == n_domains);
  self->item = find_item (self, "test");
  g_signal_connect_swapped (self->item, "notify::sample", G_CALLBACK (count_up), &self->n_samples);
  self->n_asked = relay_count_calls (self->relay, GET_ALL_DOMAIN_STATS);
  return TRUE;
}

static void
fixture_clear (Fixture *self)
{
  g_assert_finalize_object (self->connect);
  virConnectClose (self->raw);
  relay_free (self->relay);
  daemon_free (self->daemon);
}

static guint
count_questions (Fixture *self)
{
  return relay_count_calls (self->relay, GET_ALL_DOMAIN_STATS) - self->n_asked;
}

/* One question is asked again if the driver does not know how not to wait. */
static guint
count_refused (Fixture *self)
{
  virDomainStatsRecordPtr *records;

  if (virConnectGetAllDomainStats (self->raw, VIR_DOMAIN_STATS_CPU_TOTAL, &records,
                                   VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE |
                                     VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT) < 0)
    return 1;

  virDomainStatsRecordListFree (records);
  return 0;
}

/* Each answer but the first is a sample; one more question may be under way. */
static void
assert_one_for_each_sample (Fixture *self)
{
  guint n_questions = count_questions (self) - count_refused (self);

  g_assert_cmpuint (n_questions, >=, self->n_samples + 1);
  g_assert_cmpuint (n_questions, <=, self->n_samples + 2);
}

/* When nothing passes any more, what has come is told. */
static void
stop_time (Fixture *self)
{
  relay_stall (self->relay);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_one_call (gconstpointer data)
{
  guint n_domains = GPOINTER_TO_UINT (data);
  Fixture self;
  guint n_calls;

  if (!fixture_init (&self, n_domains))
    return;

  n_calls = relay_count_calls (self.relay, 0);
  libvirt_stats_sampler_hold (self.sampler);
  harness_wait_until (self.n_samples >= 3);
  stop_time (&self);
  assert_one_for_each_sample (&self);
  /* And nothing else is asked. */
  g_assert_cmpuint (relay_count_calls (self.relay, 0) - n_calls, ==, count_questions (&self));

  libvirt_stats_sampler_release (self.sampler);
  relay_go_on (self.relay);
  fixture_clear (&self);
}

static guint
get_most (gint64 since)
{
  return (guint) ((g_get_monotonic_time () - since) / (INTERVAL * G_TIME_SPAN_MILLISECOND)) + 1;
}

static void
wait_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add_once (ms, (GSourceOnceFunc) count_up, &over);
  harness_wait_until (over);
}

/* A host that says nothing for many intervals has one question to answer then. */
static void
test_stall (void)
{
  Fixture self;
  gint64 since;
  guint n_questions;

  if (!fixture_init (&self, 1))
    return;

  libvirt_stats_sampler_hold (self.sampler);
  harness_wait_until (self.n_samples >= 2);
  stop_time (&self);
  n_questions = count_questions (&self);
  wait_ms (10 * INTERVAL);
  g_assert_cmpuint (count_questions (&self), ==, n_questions);

  since = g_get_monotonic_time ();
  relay_go_on (self.relay);
  self.n_samples = 0;
  harness_wait_until (self.n_samples >= 3);
  /* One that waited to pass, and then one each interval. */
  g_assert_cmpuint (count_questions (&self) - n_questions, <=, get_most (since) + 1);

  libvirt_stats_sampler_release (self.sampler);
  fixture_clear (&self);
}

/* Each answer takes four intervals. */
static void
test_slow (void)
{
  Fixture self;
  gint64 since;

  if (!fixture_init (&self, 1))
    return;

  relay_set_delay (self.relay, 2 * INTERVAL);
  libvirt_stats_sampler_hold (self.sampler);
  since = g_get_monotonic_time ();
  harness_wait_until (self.n_samples >= 3);
  g_assert_cmpuint (count_questions (&self), <=, get_most (since) / 5 + 2);

  libvirt_stats_sampler_release (self.sampler);
  relay_set_delay (self.relay, 0);
  fixture_clear (&self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/faults/sampler/one-call/1-domain", GUINT_TO_POINTER (1), test_one_call);
  g_test_add_data_func ("/faults/sampler/one-call/100-domains", GUINT_TO_POINTER (100), test_one_call);
  g_test_add_func ("/faults/sampler/stall", test_stall);
  g_test_add_func ("/faults/sampler/slow", test_slow);
  return g_test_run ();
}
