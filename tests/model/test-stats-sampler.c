/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <dlfcn.h>

#include "harness.h"

/*
 * libvirt's function, seen from outside: what a program defines goes before what its libraries
 * have. It counts, waits, fails and adds what the test driver does not tell.
 */
static int n_asked;
static int n_under_way;
static int n_at_once; /* the most at a time */
static int may_answer = TRUE;
static int fails;
static guint64 cpu_time; /* of every domain, a second more with each question */

int
virConnectGetAllDomainStats (virConnectPtr connect,
                             unsigned int stats,
                             virDomainStatsRecordPtr **records,
                             unsigned int flags)
{
  typeof (&virConnectGetAllDomainStats) real = dlsym (RTLD_NEXT, "virConnectGetAllDomainStats");
  int n;

  if ((stats & VIR_DOMAIN_STATS_CPU_TOTAL) == 0)
    return real (connect, stats, records, flags);

  if (g_atomic_int_add (&n_under_way, 1) + 1 > n_at_once)
    n_at_once = n_under_way;
  g_atomic_int_inc (&n_asked);
  g_main_context_wakeup (NULL); /* the test waits for this */
  while (!g_atomic_int_get (&may_answer))
    g_usleep (1000);
  if (g_atomic_int_get (&fails))
    {
      stats = 1u << 30;
      flags |= VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;
    }
  n = real (connect, stats, records, flags);
  cpu_time += 1000000000;
  for (int i = 0; i < n; i++)
    {
      virDomainStatsRecordPtr record = (*records)[i];
      int max = record->nparams;

      g_assert_cmpint (virTypedParamsAddULLong (&record->params, &record->nparams, &max, "cpu.time",
                                                cpu_time), ==, 0);
    }
  g_atomic_int_add (&n_under_way, -1);
  g_main_context_wakeup (NULL);

  return n;
}

static LibvirtStatsSampler *
get_sampler (Harness *self)
{
  LibvirtStatsSampler *sampler = libvirt_connect_get_stats_sampler (self->connect);

  libvirt_stats_sampler_set_interval (sampler, 100);
  return sampler;
}

static LibvirtDomainSampler *
find (Harness *self)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  LibvirtDomainSampler *item;

  harness_wait_until ((item = libvirt_stats_sampler_find (sampler, self->domain)) != NULL);
  return item;
}

static void
count_up (guint *n)
{
  ++*n;
}

/* Two more questions are answered. */
static void
wait_for_two (void)
{
  int n = g_atomic_int_get (&n_asked);

  harness_wait_until (g_atomic_int_get (&n_asked) >= n + 2);
}

/* Lets go of the sampler when it has asked for the last time: it then waits for ten minutes. Only a
 * question that is asked as it is now can tell of the error. */
static void
stop (LibvirtStatsSampler *sampler)
{
  g_atomic_int_set (&fails, TRUE);
  libvirt_stats_sampler_set_interval (sampler, 600000);
  harness_wait_until (libvirt_stats_sampler_get_error (sampler) != NULL);
  libvirt_stats_sampler_release (sampler);
  libvirt_stats_sampler_set_interval (sampler, 100);
  g_atomic_int_set (&fails, FALSE);
}

static void
test_samples (Harness *self,
              gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  LibvirtDomainSampler *item = find (self);
  GListModel *history = libvirt_domain_sampler_get_history (item);
  LibvirtStatsSample *sample;
  double percent;
  guint n_notified = 0;

  g_assert_true (libvirt_domain_sampler_get_domain (item) == self->domain);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_until (libvirt_domain_peek_active (self->domain));
  g_assert_null (libvirt_domain_sampler_get_sample (item));
  g_signal_connect_swapped (item, "notify::sample", G_CALLBACK (count_up), &n_notified);

  libvirt_stats_sampler_hold (sampler);
  g_assert_true (libvirt_stats_sampler_get_active (sampler));
  harness_wait_until (n_notified >= 2);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, n_notified);

  sample = libvirt_domain_sampler_get_sample (item);
  g_object_get (item, "cpu-percent", &percent, NULL);
  g_assert_cmpfloat (percent, >, 0);
  g_assert_cmpfloat (percent, <=, 1000.1); /* a second in 100 ms, or more of them */
  g_assert_cmpfloat_with_epsilon (percent, libvirt_stats_sample_get_cpu_percent (sample), 1e-9);
  g_assert_cmpint (libvirt_stats_sample_get_time (sample), <=, g_get_monotonic_time ());

  stop (sampler);
  g_assert_false (libvirt_stats_sampler_get_active (sampler));
}

static LibvirtDomainStatsTypes
get_known (LibvirtDomainSampler *item)
{
  LibvirtDomainStatsTypes known;

  g_object_get (item, "known", &known, NULL);
  return known;
}

/* The time is all that is told here, and only while the domain runs. */
static void
test_known (Harness *self,
            gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  LibvirtDomainSampler *item = find (self);
  guint n_notified = 0;

  g_assert_cmphex (get_known (item), ==, LIBVIRT_DOMAIN_STATS_TYPES_NONE);
  g_signal_connect_swapped (item, "notify::known", G_CALLBACK (count_up), &n_notified);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  libvirt_stats_sampler_hold (sampler);
  harness_wait_until (n_notified == 1);
  g_assert_cmphex (get_known (item), ==, LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL);
  g_assert_cmphex (libvirt_stats_sample_get_known (libvirt_domain_sampler_get_sample (item)), ==,
                   LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL);
  wait_for_two ();
  g_assert_cmpuint (n_notified, ==, 1);

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_until (n_notified == 2);
  g_assert_cmphex (get_known (item) & LIBVIRT_DOMAIN_STATS_TYPES_BALLOON, !=, 0);
  stop (sampler);
}

static void
test_history_ring (Harness *self,
                   gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  LibvirtDomainSampler *item = find (self);
  GListModel *history = libvirt_domain_sampler_get_history (item);
  guint n_notified = 0;
  g_autoptr (LibvirtStatsSample) first = NULL;
  g_autoptr (LibvirtStatsSample) last = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_until (libvirt_domain_peek_active (self->domain));
  libvirt_stats_sampler_set_history_length (sampler, 3);
  g_signal_connect_swapped (item, "notify::sample", G_CALLBACK (count_up), &n_notified);
  libvirt_stats_sampler_hold (sampler);
  harness_wait_until (n_notified >= 5);
  stop (sampler);

  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 3);
  first = g_list_model_get_item (history, 0);
  last = g_list_model_get_item (history, 2);
  g_assert_cmpint (libvirt_stats_sample_get_time (first), <, libvirt_stats_sample_get_time (last));
  g_assert_true (last == libvirt_domain_sampler_get_sample (item));

  libvirt_stats_sampler_set_history_length (sampler, 1);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 1);
}

typedef struct
{
  LibvirtStatsSample *sample; /* the first one that came, while it is there */
  gboolean is_called;
  gboolean is_done;
} Waiter;

/* Until newer ones have come, of which the history has but one. */
static void
wait_for_newer (GListModel *history,
                guint position,
                guint removed,
                guint added,
                Waiter *self)
{
  if (added == 0 || self->is_called)
    return;

  self->is_called = TRUE;
  self->sample = g_list_model_get_item (history, position);
  g_object_add_weak_pointer (G_OBJECT (self->sample), (gpointer *) &self->sample);
  g_object_unref (self->sample);
  wait_for_two ();
  wait_for_two ();
  self->is_done = TRUE;
  g_assert_nonnull (self->sample); /* it is still to be told what was new with it */
}

static void
test_main_loop_in_handler (Harness *self,
                           gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  LibvirtDomainSampler *item = find (self);
  GListModel *history = libvirt_domain_sampler_get_history (item);
  Waiter waiter = { NULL };

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_until (libvirt_domain_peek_active (self->domain));
  libvirt_stats_sampler_set_history_length (sampler, 1);
  g_signal_connect (history, "items-changed", G_CALLBACK (wait_for_newer), &waiter);
  libvirt_stats_sampler_hold (sampler);
  harness_wait_until (waiter.is_done);
  g_signal_handlers_disconnect_by_data (history, &waiter);
  stop (sampler);
  g_assert_null (waiter.sample);
}

/* One question for all domains, none while nobody looks. */
static void
test_nobody_looks (Harness *self,
                   gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  gint64 begin;
  int n;

  find (self);
  n = g_atomic_int_get (&n_asked);
  libvirt_stats_sampler_hold (sampler);
  libvirt_stats_sampler_hold (sampler);
  begin = g_get_monotonic_time ();
  wait_for_two ();
  libvirt_stats_sampler_release (sampler);
  g_assert_true (libvirt_stats_sampler_get_active (sampler));
  wait_for_two ();
  /* The first at once, each other one after an interval; one is asked again without a flag that
   * the test driver does not know. */
  n = g_atomic_int_get (&n_asked) - n;
  g_assert_cmpint (n, <=,
                   (g_get_monotonic_time () - begin) / (100 * G_TIME_SPAN_MILLISECOND) + 2);

  stop (sampler);
  g_assert_false (libvirt_stats_sampler_get_active (sampler));
  n = g_atomic_int_get (&n_asked);
  /* Longer than three intervals. */
  for (int i = 0; i < 4; i++)
    {
      harness_wait_for_events (self);
      g_usleep (100 * G_TIME_SPAN_MILLISECOND);
    }
  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, n);
}

/* A host that does not answer is not asked again, and a late answer is nobody's. */
static void
test_no_pile (Harness *self,
              gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  int n = g_atomic_int_get (&n_asked);

  find (self);
  g_atomic_int_set (&may_answer, FALSE);
  libvirt_stats_sampler_hold (sampler);
  harness_wait_until (g_atomic_int_get (&n_asked) == n + 1);
  for (int i = 0; i < 4; i++)
    {
      g_usleep (100 * G_TIME_SPAN_MILLISECOND);
      g_main_context_iteration (NULL, FALSE);
    }
  libvirt_stats_sampler_release (sampler);
  libvirt_stats_sampler_hold (sampler);
  for (int i = 0; i < 2; i++)
    {
      g_usleep (100 * G_TIME_SPAN_MILLISECOND);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, n + 1);

  g_atomic_int_set (&may_answer, TRUE);
  wait_for_two ();
  g_assert_cmpint (n_at_once, ==, 1);
  stop (sampler);
}

static void
test_stops_and_restarts (Harness *self,
                         gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  LibvirtDomainSampler *item = find (self);
  double percent;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  libvirt_stats_sampler_hold (sampler);
  harness_wait_until ((g_object_get (item, "cpu-percent", &percent, NULL), percent > 0));

  g_assert_cmpint (virDomainDestroy (self->raw_domain), ==, 0);
  harness_wait_until ((g_object_get (item, "cpu-percent", &percent, NULL), percent <= 0));
  wait_for_two ();

  cpu_time = 0; /* its counters begin anew */
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_until ((g_object_get (item, "cpu-percent", &percent, NULL), percent > 0));
  g_assert_cmpfloat (percent, <=, 1000.1);
  stop (sampler);
}

static void
test_follows_domains (Harness *self,
                      gconstpointer data)
{
  g_autofree char *xml = harness_domain_xml ("guest-to-be-sampled");
  GListModel *domains = libvirt_stats_sampler_get_domains (get_sampler (self));
  g_autoptr (LibvirtDomainSampler) item = NULL;
  virDomainPtr raw;
  guint n;

  find (self);
  n = g_list_model_get_n_items (domains);
  raw = virDomainDefineXML (self->raw, xml);
  harness_wait_until (g_list_model_get_n_items (domains) == n + 1);
  item = g_list_model_get_item (domains, n);
  g_assert_cmpstr (libvirt_domain_get_name (libvirt_domain_sampler_get_domain (item)), ==,
                   "guest-to-be-sampled");
  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  harness_wait_until (g_list_model_get_n_items (domains) == n);
  g_assert_null (libvirt_stats_sampler_find (get_sampler (self),
                                             libvirt_domain_sampler_get_domain (item)));
  virDomainFree (raw);
}

static void
test_error (Harness *self,
            gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);

  find (self);
  g_atomic_int_set (&fails, TRUE);
  libvirt_stats_sampler_hold (sampler);
  harness_wait_until (libvirt_stats_sampler_get_error (sampler) != NULL);
  g_assert_true (libvirt_stats_sampler_get_active (sampler));
  g_atomic_int_set (&fails, FALSE);
  harness_wait_until (libvirt_stats_sampler_get_error (sampler) == NULL);
  stop (sampler);
}

static void
test_close (Harness *self,
            gconstpointer data)
{
  LibvirtStatsSampler *sampler = get_sampler (self);
  g_autoptr (GError) error = NULL;

  find (self);
  libvirt_stats_sampler_hold (sampler);
  wait_for_two ();
  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  harness_wait_until (!libvirt_stats_sampler_get_active (sampler));
  libvirt_stats_sampler_release (sampler);
  libvirt_stats_sampler_hold (sampler);
  g_assert_false (libvirt_stats_sampler_get_active (sampler));
}

/* Left active: ends with the connection. */
static void
test_forgotten (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LibvirtConnect *connect = libvirt_connect_open ("test:///default", &error);
  LibvirtStatsSampler *sampler = g_object_ref (libvirt_connect_get_stats_sampler (connect));

  g_assert_no_error (error);
  libvirt_stats_sampler_hold (sampler);
  wait_for_two ();
  g_assert_finalize_object (connect);
  g_assert_false (libvirt_stats_sampler_get_active (sampler));
  g_assert_finalize_object (sampler);
}

static void
test_released_too_often (Harness *self,
                         gconstpointer data)
{
  g_test_expect_message ("libvirt-gobj", G_LOG_LEVEL_CRITICAL, "*n_holds > 0*");
  libvirt_stats_sampler_release (libvirt_connect_get_stats_sampler (self->connect));
  g_test_assert_expected_messages ();
}

#define ADD(path, func)                                                                      \
  g_test_add ("/stats-sampler/" path, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("samples", test_samples);
  ADD ("known", test_known);
  ADD ("history-is-a-ring", test_history_ring);
  ADD ("main-loop-in-handler", test_main_loop_in_handler);
  ADD ("nothing-runs-when-nobody-looks", test_nobody_looks);
  ADD ("questions-do-not-pile-up", test_no_pile);
  ADD ("domain-stops-and-restarts", test_stops_and_restarts);
  ADD ("follows-domains", test_follows_domains);
  ADD ("error", test_error);
  ADD ("close", test_close);
  ADD ("forgotten", test_forgotten);
  ADD ("released-too-often", test_released_too_often);
  return g_test_run ();
}
