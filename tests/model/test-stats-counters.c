/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-stats-sample-private.h"

#define ASSERT_NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-6)

static LibvirtStatsCounters *
read_counters (const char *params,
               gint64 time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant =
    g_variant_parse (G_VARIANT_TYPE_VARDICT, params, NULL, NULL, &error);

  g_assert_no_error (error);
  return libvirt_stats_counters_new (variant, time);
}

static LibvirtStatsSample *
make_sample (const char *before,
             const char *now,
             gint64 usec)
{
  g_autoptr (LibvirtStatsCounters) first = read_counters (before, 1000);
  g_autoptr (LibvirtStatsCounters) second = read_counters (now, 1000 + usec);

  g_assert_true (libvirt_stats_counters_follow (second, first));
  return libvirt_stats_sample_new (first, second);
}

static void
test_cpu (void)
{
  g_autoptr (LibvirtStatsSample) sample = make_sample (
    "{'cpu.time': <uint64 1000>, 'vcpu.0.time': <uint64 0>, 'vcpu.2.time': <uint64 5>}",
    "{'cpu.time': <uint64 3000001000>, 'vcpu.0.time': <uint64 500000000>,"
    " 'vcpu.2.time': <uint64 2000000005>, 'vcpu.maximum': <uint32 4>}",
    2 * G_USEC_PER_SEC);

  ASSERT_NEAR (libvirt_stats_sample_get_cpu_percent (sample), 150);
  g_assert_cmpuint (libvirt_stats_sample_get_n_vcpus (sample), ==, 3);
  ASSERT_NEAR (libvirt_stats_sample_get_vcpu_percent (sample, 0), 25);
  ASSERT_NEAR (libvirt_stats_sample_get_vcpu_percent (sample, 1), 0);
  ASSERT_NEAR (libvirt_stats_sample_get_vcpu_percent (sample, 2), 100);
  ASSERT_NEAR (libvirt_stats_sample_get_vcpu_percent (sample, 3), 0);
}

static void
assert_flow (GPtrArray *flows,
             guint i,
             const char *name,
             double in,
             double out)
{
  const LibvirtStatsFlow *flow = g_ptr_array_index (flows, i);

  g_assert_cmpstr (flow->name, ==, name);
  ASSERT_NEAR (flow->bytes_in, in);
  ASSERT_NEAR (flow->bytes_out, out);
}

/* One was unplugged, so that the other has its number; a third is new. */
static void
test_parts_by_name (void)
{
  g_autoptr (GPtrArray) disks = NULL;
  g_autoptr (LibvirtStatsSample) sample = make_sample (
    "{'block.count': <uint32 2>, 'block.0.name': <'vda'>, 'block.0.rd.bytes': <uint64 7000>,"
    " 'block.1.name': <'vdb'>, 'block.1.rd.bytes': <uint64 100>, 'block.1.wr.bytes': <uint64 1>}",
    "{'block.count': <uint32 2>, 'block.0.name': <'vdb'>, 'block.0.rd.bytes': <uint64 300>,"
    " 'block.0.wr.bytes': <uint64 11>,"
    " 'block.1.name': <'vdc'>, 'block.1.rd.bytes': <uint64 999999>}",
    G_USEC_PER_SEC);

  disks = libvirt_stats_sample_get_disks (sample);
  g_assert_cmpuint (disks->len, ==, 2);
  assert_flow (disks, 0, "vdb", 200, 10);
  assert_flow (disks, 1, "vdc", 0, 0);
  ASSERT_NEAR (libvirt_stats_sample_get_disk_read_rate (sample), 200);
  ASSERT_NEAR (libvirt_stats_sample_get_disk_write_rate (sample), 10);
}

static void
test_interfaces (void)
{
  g_autoptr (GPtrArray) interfaces = NULL;
  g_autoptr (LibvirtStatsSample) sample = make_sample (
    "{'net.0.name': <'vnet0'>, 'net.0.rx.bytes': <uint64 4294967290>, 'net.0.tx.bytes': <uint64 5>,"
    " 'net.1.name': <'vnet1'>, 'net.1.rx.bytes': <uint64 0>, 'net.1.tx.bytes': <uint64 50>}",
    "{'net.0.name': <'vnet0'>, 'net.0.rx.bytes': <uint64 94>, 'net.0.tx.bytes': <uint64 1>,"
    " 'net.1.name': <'vnet1'>, 'net.1.rx.bytes': <uint64 40>, 'net.1.tx.bytes': <uint64 60>}",
    G_USEC_PER_SEC / 2);

  interfaces = libvirt_stats_sample_get_interfaces (sample);
  assert_flow (interfaces, 0, "vnet0", 200, 0); /* full at 32 bits; set back */
  assert_flow (interfaces, 1, "vnet1", 80, 20);
  ASSERT_NEAR (libvirt_stats_sample_get_receive_rate (sample), 280);
  ASSERT_NEAR (libvirt_stats_sample_get_send_rate (sample), 20);
}

static void
test_difference (void)
{
  g_assert_cmpuint (libvirt_stats_difference (5, 5, TRUE), ==, 0);
  g_assert_cmpuint (libvirt_stats_difference (5, 12, TRUE), ==, 7);
  g_assert_cmpuint (libvirt_stats_difference (12, 5, TRUE), ==, 0);
  g_assert_cmpuint (libvirt_stats_difference (G_MAXUINT32, 1, TRUE), ==, 2);
  g_assert_cmpuint (libvirt_stats_difference (G_MAXUINT64, 1, TRUE), ==, 2);
  g_assert_cmpuint (libvirt_stats_difference (G_MAXUINT64 / 2, 1, TRUE), ==, 0);
  g_assert_cmpuint (libvirt_stats_difference (G_GUINT64_CONSTANT (5000000000), 1, TRUE), ==, 0);
  g_assert_cmpuint (libvirt_stats_difference (G_MAXUINT32, 1, FALSE), ==, 0);
  g_assert_cmpuint (libvirt_stats_difference (G_MAXUINT64, 1, FALSE), ==, 2);
}

static void
test_memory (void)
{
  g_autoptr (LibvirtStatsSample) told =
    make_sample ("{}",
                 "{'balloon.current': <uint64 1000>, 'balloon.available': <uint64 900>,"
                 " 'balloon.unused': <uint64 100>, 'balloon.usable': <uint64 300>}",
                 1);
  g_autoptr (LibvirtStatsSample) untold =
    make_sample ("{}", "{'balloon.current': <uint64 1000>, 'balloon.available': <int64 -1>}", 1);

  g_assert_cmpuint (libvirt_stats_sample_get_memory_size (told), ==, 900 * 1024);
  g_assert_cmpuint (libvirt_stats_sample_get_memory_used (told), ==, 600 * 1024);
  g_assert_cmpuint (libvirt_stats_sample_get_memory_size (untold), ==, 1000 * 1024);
  g_assert_cmpuint (libvirt_stats_sample_get_memory_used (untold), ==, 1000 * 1024);
}

static void
assert_known (const char *before,
              const char *now,
              LibvirtDomainStatsTypes known)
{
  g_autoptr (LibvirtStatsSample) sample = make_sample (before, now, G_USEC_PER_SEC);

  g_assert_cmphex (libvirt_stats_sample_get_known (sample), ==, known);
}

static void
test_known (void)
{
  g_autoptr (LibvirtStatsSample) idle = libvirt_stats_sample_new_idle (1000);
  LibvirtDomainStatsTypes all = libvirt_stats_sample_get_known (idle);

  assert_known ("{}", "{}", LIBVIRT_DOMAIN_STATS_TYPES_NONE);
  assert_known ("{}", "{'cpu.time': <uint64 5>}", LIBVIRT_DOMAIN_STATS_TYPES_NONE);
  assert_known ("{'cpu.time': <uint64 5>}", "{'cpu.time': <uint64 5>}",
                LIBVIRT_DOMAIN_STATS_TYPES_CPU_TOTAL);
  assert_known ("{'vcpu.1.time': <uint64 5>}", "{'vcpu.1.time': <uint64 5>}",
                LIBVIRT_DOMAIN_STATS_TYPES_VCPU);
  assert_known ("{'vcpu.1.time': <uint64 5>}", "{'vcpu.2.time': <uint64 5>}",
                LIBVIRT_DOMAIN_STATS_TYPES_NONE);
  assert_known ("{}", "{'balloon.current': <uint64 5>}", LIBVIRT_DOMAIN_STATS_TYPES_BALLOON);
  assert_known ("{}", "{'balloon.current': <int64 -1>}", LIBVIRT_DOMAIN_STATS_TYPES_NONE);

  /* One that has come, one that does not tell, one that does; none at all. */
  assert_known ("{'block.count': <uint32 0>}",
                "{'block.count': <uint32 1>, 'block.0.rd.bytes': <uint64 1>}",
                LIBVIRT_DOMAIN_STATS_TYPES_NONE);
  assert_known ("{'block.0.rd.reqs': <uint64 1>}", "{'block.0.rd.reqs': <uint64 1>}",
                LIBVIRT_DOMAIN_STATS_TYPES_NONE);
  assert_known ("{'block.0.wr.bytes': <uint64 1>}", "{'block.0.wr.bytes': <uint64 1>}",
                LIBVIRT_DOMAIN_STATS_TYPES_BLOCK);
  assert_known ("{}", "{'block.count': <uint32 0>, 'net.count': <uint32 1>}",
                LIBVIRT_DOMAIN_STATS_TYPES_BLOCK);
  assert_known ("{'net.3.rx.bytes': <uint64 1>}", "{'net.3.rx.bytes': <uint64 1>}",
                LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE);
  assert_known ("{}", "{'net.count': <uint32 0>}", LIBVIRT_DOMAIN_STATS_TYPES_INTERFACE);

  assert_known ("{'cpu.time': <uint64 5>, 'vcpu.0.time': <uint64 5>}",
                "{'cpu.time': <uint64 5>, 'vcpu.0.time': <uint64 5>, 'balloon.current': <uint64 5>,"
                " 'block.count': <uint32 0>, 'net.count': <uint32 0>}",
                all);
}

/* What is not told, of another type or no figure at all. */
static void
test_missing (void)
{
  g_autoptr (GPtrArray) disks = NULL;
  g_autoptr (LibvirtStatsSample) sample = make_sample (
    "{'cpu.time': <uint64 5>}",
    "{'cpu.time': <'x'>, 'block.': <uint64 1>, 'block.x.rd.bytes': <uint64 1>,"
    " 'block.99999999999999999999.rd.bytes': <uint64 1>, 'block.3': <uint64 1>, 'net': <1>}",
    1);

  ASSERT_NEAR (libvirt_stats_sample_get_cpu_percent (sample), 0);
  disks = libvirt_stats_sample_get_disks (sample);
  g_assert_cmpuint (disks->len, ==, 1);
  assert_flow (disks, 0, NULL, 0, 0);
}

static void
test_follow (void)
{
  g_autoptr (LibvirtStatsCounters) first = read_counters ("{'cpu.time': <uint64 100>}", 1000);
  g_autoptr (LibvirtStatsCounters) same_time = read_counters ("{'cpu.time': <uint64 100>}", 1000);
  g_autoptr (LibvirtStatsCounters) restarted = read_counters ("{'cpu.time': <uint64 99>}", 2000);
  g_autoptr (LibvirtStatsCounters) untold = read_counters ("{}", 2000);

  g_assert_false (libvirt_stats_counters_follow (same_time, first));
  g_assert_false (libvirt_stats_counters_follow (restarted, first));
  g_assert_true (libvirt_stats_counters_follow (untold, first));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats-counters/cpu", test_cpu);
  g_test_add_func ("/stats-counters/parts-by-name", test_parts_by_name);
  g_test_add_func ("/stats-counters/interfaces", test_interfaces);
  g_test_add_func ("/stats-counters/difference", test_difference);
  g_test_add_func ("/stats-counters/memory", test_memory);
  g_test_add_func ("/stats-counters/known", test_known);
  g_test_add_func ("/stats-counters/missing", test_missing);
  g_test_add_func ("/stats-counters/follow", test_follow);
  return g_test_run ();
}
