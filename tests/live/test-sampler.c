/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a guest uses of its host, as samples tell it and as the raw connection counts it. */

#include "live.h"

#include <math.h>

#define INTERVAL 200

static LibvirtDomain *
boot (Live *self)
{
  g_autofree char *disk = live_make_disk ("sampled.raw", "raw", 16);
  g_autofree char *devices =
    g_strdup_printf ("<disk type='file' device='disk'><driver name='qemu' type='raw'/>"
                     "<source file='%s'/><target dev='vda' bus='virtio'/></disk>",
                     disk);

  return live_guest_boot (self, &(LiveGuest){ .name = "sampled", .devices = devices });
}

/* --- what the raw connection counts --- */

/* The sum of all figures of a domain whose names begin and end like this. */
static double
raw_count (virDomainPtr raw, const char *prefix, const char *suffix)
{
  virDomainPtr domains[] = { raw, NULL };
  virDomainStatsRecordPtr *records;
  double sum = 0;

  g_assert_cmpint (virDomainListGetStats (domains,
                                          VIR_DOMAIN_STATS_CPU_TOTAL | VIR_DOMAIN_STATS_BLOCK |
                                            VIR_DOMAIN_STATS_INTERFACE,
                                          &records, 0),
                   ==, 1);
  for (int i = 0; i < records[0]->nparams; i++)
    {
      virTypedParameterPtr param = &records[0]->params[i];

      if (g_str_has_prefix (param->field, prefix) && g_str_has_suffix (param->field, suffix) &&
          param->type == VIR_TYPED_PARAM_ULLONG)
        sum += (double) param->value.ul;
    }
  virDomainStatsRecordListFree (records);

  return sum;
}

/* --- what samples tell --- */

typedef struct
{
  LibvirtStatsSampler *sampler;
  LibvirtDomainSampler *item;
  GListModel *history;
  guint n_samples; /* so far */
} Seen;

static void
count_up (guint *n)
{
  ++*n;
}

static void
seen_init (Seen *self, LibvirtConnect *connect, LibvirtDomain *domain)
{
  *self = (Seen){ .sampler = libvirt_connect_get_stats_sampler (connect) };
  libvirt_stats_sampler_set_interval (self->sampler, INTERVAL);
  libvirt_stats_sampler_set_history_length (self->sampler, 100000);
  live_wait_until ((self->item = libvirt_stats_sampler_find (self->sampler, domain)) != NULL);
  self->history = libvirt_domain_sampler_get_history (self->item);
  g_signal_connect_swapped (self->item, "notify::sample", G_CALLBACK (count_up), &self->n_samples);
  libvirt_stats_sampler_hold (self->sampler);
}

static void
seen_clear (Seen *self)
{
  libvirt_stats_sampler_release (self->sampler);
  g_signal_handlers_disconnect_by_data (self->item, &self->n_samples);
}

/* A sample that was read after this was called: the first to come may have been read before. */
static void
seen_wait (Seen *self)
{
  guint n = self->n_samples;

  live_wait_until (self->n_samples >= n + 2);
}

static LibvirtStatsSample *
seen_get (Seen *self, guint i)
{
  LibvirtStatsSample *sample = g_list_model_get_item (self->history, i);

  g_assert_nonnull (sample);
  g_object_unref (sample); /* the history has it */
  return sample;
}

static guint
seen_count (Seen *self)
{
  return g_list_model_get_n_items (self->history);
}

/* What a rate makes together from sample @first to the end: the counter's difference. */
static double
seen_sum (Seen *self, guint first, const char *rate)
{
  double sum = 0;

  for (guint i = first + 1; i < seen_count (self); i++)
    {
      LibvirtStatsSample *sample = seen_get (self, i);
      gint64 usec = libvirt_stats_sample_get_time (sample) -
                    libvirt_stats_sample_get_time (seen_get (self, i - 1));
      double value;

      g_object_get (sample, rate, &value, NULL);
      sum += value * (double) usec / G_USEC_PER_SEC;
    }

  return sum;
}

static double
seen_get_figure (Seen *self, const char *name)
{
  double value;

  g_object_get (self->item, name, &value, NULL);
  return value;
}

/* --- tests --- */

/* The samples from one before the first count to one behind the second have counted at least what
 * happened between them, and not more than what happened around. */
static void
test_processor (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  double outer = raw_count (raw, "cpu.time", "");
  double inner;
  double seconds;
  Seen seen;
  guint first;

  seen_init (&seen, self->connect, domain);
  live_guest_spawn (self, domain, "while [ ! -e /run/enough ]; do :; done; rm /run/enough");
  live_wait_until (seen_get_figure (&seen, "cpu-percent") > 10);
  first = seen_count (&seen) - 1;
  inner = raw_count (raw, "cpu.time", "");
  seen_wait (&seen);
  live_wait_until (raw_count (raw, "cpu.time", "") > inner + 1e9);
  inner = raw_count (raw, "cpu.time", "") - inner;
  seen_wait (&seen);
  seconds = seen_sum (&seen, first, "cpu-percent") / 100;
  outer = raw_count (raw, "cpu.time", "") - outer;

  g_assert_cmpfloat (seconds, >=, inner / 1e9 - 1e-3);
  g_assert_cmpfloat (seconds, <=, outer / 1e9 + 1e-3);
  g_assert_cmpuint (libvirt_stats_sample_get_n_vcpus (seen_get (&seen, first)), ==, 1);
  g_assert_cmpfloat (libvirt_stats_sample_get_vcpu_percent (seen_get (&seen, first), 0), >, 0);
  live_guest_run (self, domain, "touch /run/enough");
  seen_clear (&seen);
}

static const LibvirtStatsFlow *
find_flow (GPtrArray *flows, const char *name)
{
  for (guint i = 0; i < flows->len; i++)
    {
      const LibvirtStatsFlow *flow = g_ptr_array_index (flows, i);

      if (g_str_equal (flow->name, name))
        return flow;
    }

  return NULL;
}

/* What the raw connection counted of a disk that was at rest before and after. */
static void
test_disk (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autoptr (GPtrArray) flows = NULL;
  double written;
  double requests = 0;
  Seen seen;
  guint first;

  seen_init (&seen, self->connect, domain);
  seen_wait (&seen);
  first = seen_count (&seen) - 1;
  written = raw_count (raw, "block.", ".wr.bytes");
  g_free (live_guest_run (self, domain,
                          "dd if=/dev/zero of=/dev/vda bs=64k count=64 conv=fsync 2>/dev/null"));
  written = raw_count (raw, "block.", ".wr.bytes") - written;
  seen_wait (&seen);

  g_assert_cmpfloat (written, >=, 64 * 65536);
  g_assert_cmphex (libvirt_stats_sample_get_known (seen_get (&seen, first + 1)), ==,
                   LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL | LIBVIRT_DOMAIN_STATS_TYPES_BALLOON |
                     LIBVIRT_DOMAIN_STATS_TYPES_VCPU | LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE |
                     LIBVIRT_DOMAIN_STATS_TYPES_BLOCK);
  g_assert_cmpfloat_with_epsilon (seen_sum (&seen, first, "disk-write-rate"), written, 1);
  for (guint i = first + 1; i < seen_count (&seen); i++)
    {
      const LibvirtStatsFlow *flow;

      g_clear_pointer (&flows, g_ptr_array_unref);
      flows = libvirt_stats_sample_get_disks (seen_get (&seen, i));
      flow = find_flow (flows, "vda");
      g_assert_nonnull (flow);
      g_assert_cmpfloat_with_epsilon (
        flow->bytes_out, libvirt_stats_sample_get_disk_write_rate (seen_get (&seen, i)), 1e-3);
      requests += flow->requests_out;
    }
  g_assert_cmpfloat (requests, >, 0);
  seen_clear (&seen);
}

static const char interface_xml[] =
  "<interface type='network'><mac address='52:54:00:00:5a:01'/><source network='nat'/>"
  "<model type='virtio'/></interface>";

/* An interface is plugged in; the guest sends to its host, and gets as much back. */
static void
test_network (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  double sent;
  Seen seen;
  guint first;

  if (!live_has_kind ("network"))
    return;

  g_assert_cmpint (virDomainAttachDevice (raw, interface_xml), ==, 0);
  seen_init (&seen, self->connect, domain);
  seen_wait (&seen);
  first = seen_count (&seen) - 1;
  g_free (live_guest_run (self, domain,
                          "while ! ip link set eth0 up 2>/dev/null; do sleep 0.1; done\n"
                          "ip addr add 192.168.177.99/24 dev eth0\n"
                          "ping -c 5 -s 1400 192.168.177.1 >/dev/null"));
  seen_wait (&seen);
  sent = raw_count (raw, "net.", ".tx.bytes");

  g_assert_cmpfloat (seen_sum (&seen, first, "send-rate"), >=, 5 * 1400);
  g_assert_cmpfloat (seen_sum (&seen, first, "send-rate"), <=, sent + 1);
  g_assert_cmpfloat (seen_sum (&seen, first, "receive-rate"), >=, 5 * 1400);
  g_assert_cmpint (virDomainDetachDevice (raw, interface_xml), ==, 0);
  seen_clear (&seen);
}

static void
test_memory (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  LibvirtStatsSample *sample;
  Seen seen;

  seen_init (&seen, self->connect, domain);
  seen_wait (&seen);
  sample = libvirt_domain_sampler_get_sample (seen.item);
  g_assert_cmpuint (libvirt_stats_sample_get_memory_size (sample), >, 64 << 20);
  g_assert_cmpuint (libvirt_stats_sample_get_memory_size (sample), <=, 192 << 20);
  g_assert_cmpuint (libvirt_stats_sample_get_memory_used (sample), >, 0);
  g_assert_cmpuint (libvirt_stats_sample_get_memory_used (sample), <=,
                    libvirt_stats_sample_get_memory_size (sample));
  seen_clear (&seen);
}

/* Nothing that no guest can have used: a difference to counters of before would be 2^64. */
static void
assert_no_spike (Seen *self)
{
  for (guint i = 0; i < seen_count (self); i++)
    {
      LibvirtStatsSample *sample = seen_get (self, i);

      g_assert_cmpfloat (libvirt_stats_sample_get_cpu_percent (sample), <, 10000);
      g_assert_cmpfloat (libvirt_stats_sample_get_disk_read_rate (sample), <, 1e9);
      g_assert_cmpfloat (libvirt_stats_sample_get_disk_write_rate (sample), <, 1e9);
      g_assert_cmpfloat (libvirt_stats_sample_get_receive_rate (sample), <, 1e9);
      g_assert_cmpfloat (libvirt_stats_sample_get_send_rate (sample), <, 1e9);
    }
}

/* Off, and on again: the counters begin anew. */
static void
test_restart (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  Seen seen;
  guint n;

  g_free (live_guest_run (self, domain,
                          "dd if=/dev/zero of=/dev/vda bs=64k count=64 conv=fsync 2>/dev/null"));
  seen_init (&seen, self->connect, domain);
  seen_wait (&seen);
  /* At once, perhaps between two questions. */
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  g_assert_cmpint (virDomainCreate (raw), ==, 0);
  n = seen.n_samples;
  live_wait_until (seen.n_samples >= n + 4 && seen_get_figure (&seen, "cpu-percent") > 0);
  assert_no_spike (&seen);

  /* So that it is seen off: a sample of nothing, and then no more. */
  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  live_wait_until (!libvirt_domain_peek_active (domain));
  live_wait_until (seen_get_figure (&seen, "cpu-percent") <= 0);
  n = seen.n_samples;
  g_assert_cmpuint (libvirt_stats_sample_get_memory_size (seen_get (&seen, seen_count (&seen) - 1)), ==,
                    0);
  g_assert_cmpint (virDomainCreate (raw), ==, 0);
  live_wait_until (seen.n_samples >= n + 4 && seen_get_figure (&seen, "cpu-percent") > 0);
  assert_no_spike (&seen);
  seen_clear (&seen);
}

/* As by its button: the process of the hypervisor stays, and its counters go on. */
static void
test_reset (Live *self)
{
  g_autoptr (LibvirtDomain) domain = boot (self);
  g_autoptr (virDomain) raw = live_raw (self, domain);
  Seen seen;

  seen_init (&seen, self->connect, domain);
  seen_wait (&seen);
  g_assert_cmpint (virDomainReset (raw, 0), ==, 0);
  seen_wait (&seen);
  live_wait_for_agent (self, domain);
  seen_wait (&seen);
  assert_no_spike (&seen);
  seen_clear (&seen);
}

/* One that nobody has defined is gone when it ends, and so are its figures. */
static void
test_destroyed (Live *self)
{
  g_autofree char *xml = live_guest_xml (&(LiveGuest){ .name = "passing" });
  g_autoptr (GError) error = NULL;
  g_autoptr (virDomain) raw = virDomainCreateXML (self->raw, xml, VIR_DOMAIN_START_PAUSED);
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (self->connect, "passing", &error);
  GListModel *domains;
  Seen seen;
  guint n;

  g_assert_no_error (error);
  seen_init (&seen, self->connect, domain);
  domains = libvirt_stats_sampler_get_domains (seen.sampler);
  seen_wait (&seen);
  n = g_list_model_get_n_items (domains);
  g_object_ref (seen.item);

  g_assert_cmpint (virDomainDestroy (raw), ==, 0);
  live_wait_until (g_list_model_get_n_items (domains) == n - 1);
  g_assert_null (libvirt_stats_sampler_find (seen.sampler, domain));
  g_assert_null (libvirt_stats_sampler_get_error (seen.sampler));
  seen_clear (&seen);
  g_assert_finalize_object (seen.item);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/sampler/processor", test_processor);
  live_add ("/live/sampler/disk", test_disk);
  live_add ("/live/sampler/network", test_network);
  live_add ("/live/sampler/memory", test_memory);
  live_add ("/live/sampler/restart", test_restart);
  live_add ("/live/sampler/reset", test_reset);
  live_add ("/live/sampler/destroyed", test_destroyed);

  return live_run ();
}
