/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Each function that takes a dictionary knows the types of its keys. What arrives is looked at: the
 * functions of libvirt's are played here, as a program's are found first, and refuse everything.
 */

#include "harness.h"

#include <string.h>

static struct
{
  guint n_calls;
  virTypedParameterPtr params;
  int n_params;
} arrived;

static int
take (virTypedParameterPtr params,
      int n_params)
{
  arrived.n_calls++;
  arrived.params = g_memdup2 (params, n_params * sizeof *params);
  arrived.n_params = n_params;
  for (int i = 0; i < n_params; i++)
    {
      if (params[i].type == VIR_TYPED_PARAM_STRING)
        arrived.params[i].value.s = g_strdup (params[i].value.s);
    }

  return -1;
}

#define PLAY(function)                                                                             \
  G_MODULE_EXPORT int function (virDomainPtr domain, virTypedParameterPtr params, int nparams,     \
                                unsigned int flags)                                                \
  {                                                                                                \
    return take (params, nparams);                                                                 \
  }

PLAY (virDomainSaveParams)
PLAY (virDomainSetBlkioParameters)
PLAY (virDomainSetLaunchSecurityState)
PLAY (virDomainSetMemoryParameters)
PLAY (virDomainSetNumaParameters)
PLAY (virDomainSetPerfEvents)
PLAY (virDomainSetSchedulerParametersFlags)

#define PLAY_NAMED(function)                                                                       \
  G_MODULE_EXPORT int function (virDomainPtr domain, const char *name,                             \
                                virTypedParameterPtr params, int nparams, unsigned int flags)      \
  {                                                                                                \
    return take (params, nparams);                                                                 \
  }

PLAY_NAMED (virDomainSetBlockIoTune)
PLAY_NAMED (virDomainSetInterfaceParameters)

#if LIBVIR_CHECK_VERSION (11, 2, 0)
PLAY_NAMED (virDomainSetThrottleGroup)

static gboolean
set_throttle_group (Harness *self,
                    GVariant *params,
                    GError **error)
{
  return libvirt_domain_set_throttle_group (self->domain, "group", params, 0, error);
}

#endif

#if LIBVIR_CHECK_VERSION (12, 5, 0)
PLAY_NAMED (virDomainAnnounceInterface)

static gboolean
announce_interface (Harness *self,
                    GVariant *params,
                    GError **error)
{
  return libvirt_domain_announce_interface (self->domain, NULL, params, 0, error);
}

#endif

#define PLAY_OF_HOST(function)                                                                     \
  G_MODULE_EXPORT int function (virConnectPtr connect, virTypedParameterPtr params, int nparams,   \
                                unsigned int flags)                                                \
  {                                                                                                \
    return take (params, nparams);                                                                 \
  }

PLAY_OF_HOST (virConnectSetIdentity)
PLAY_OF_HOST (virDomainRestoreParams)
PLAY_OF_HOST (virNodeSetMemoryParameters)

G_MODULE_EXPORT int
virDomainSetSchedulerParameters (virDomainPtr domain,
                                 virTypedParameterPtr params,
                                 int nparams)
{
  return take (params, nparams);
}

G_MODULE_EXPORT int
virDomainBlockCopy (virDomainPtr domain,
                    const char *disk,
                    const char *destxml,
                    virTypedParameterPtr params,
                    int nparams,
                    unsigned int flags)
{
  return take (params, nparams);
}

G_MODULE_EXPORT int
virDomainSetIOThreadParams (virDomainPtr domain,
                            unsigned int iothread_id,
                            virTypedParameterPtr params,
                            int nparams,
                            unsigned int flags)
{
  return take (params, nparams);
}

G_MODULE_EXPORT virDomainPtr
virDomainMigrate3 (virDomainPtr domain,
                   virConnectPtr dconn,
                   virTypedParameterPtr params,
                   unsigned int nparams,
                   unsigned int flags)
{
  take (params, nparams);
  return NULL;
}

G_MODULE_EXPORT int
virDomainMigrateToURI3 (virDomainPtr domain,
                        const char *dconnuri,
                        virTypedParameterPtr params,
                        unsigned int nparams,
                        unsigned int flags)
{
  return take (params, nparams);
}

static gboolean
block_copy (Harness *self,
            GVariant *params,
            GError **error)
{
  return libvirt_domain_block_copy (self->domain, "vda", "<disk/>", params, 0, error);
}

static gboolean
migrate3 (Harness *self,
          GVariant *params,
          GError **error)
{
  return libvirt_domain_migrate3 (self->domain, self->connect, params, 0, error) != NULL;
}

static gboolean
migrate_to_uri3 (Harness *self,
                 GVariant *params,
                 GError **error)
{
  return libvirt_domain_migrate_to_uri3 (self->domain, NULL, params, 0, error);
}

static gboolean
restore_params (Harness *self,
                GVariant *params,
                GError **error)
{
  return libvirt_connect_domain_restore_params (self->connect, params, 0, error);
}

static gboolean
save_params (Harness *self,
             GVariant *params,
             GError **error)
{
  return libvirt_domain_save_params (self->domain, params, 0, error);
}

static gboolean
set_blkio (Harness *self,
           GVariant *params,
           GError **error)
{
  return libvirt_domain_set_blkio_parameters (self->domain, params, 0, error);
}

static gboolean
set_block_io_tune (Harness *self,
                   GVariant *params,
                   GError **error)
{
  return libvirt_domain_set_block_io_tune (self->domain, "vda", params, 0, error);
}

static gboolean
set_identity (Harness *self,
              GVariant *params,
              GError **error)
{
  return libvirt_connect_set_identity (self->connect, params, 0, error);
}

static gboolean
set_interface (Harness *self,
               GVariant *params,
               GError **error)
{
  return libvirt_domain_set_interface_parameters (self->domain, "net0", params, 0, error);
}

static gboolean
set_io_thread (Harness *self,
               GVariant *params,
               GError **error)
{
  return libvirt_domain_set_io_thread_params (self->domain, 1, params, 0, error);
}

static gboolean
set_launch_security (Harness *self,
                     GVariant *params,
                     GError **error)
{
  return libvirt_domain_set_launch_security_state (self->domain, params, 0, error);
}

static gboolean
set_memory (Harness *self,
            GVariant *params,
            GError **error)
{
  return libvirt_domain_set_memory_parameters (self->domain, params, 0, error);
}

static gboolean
set_node_memory (Harness *self,
                 GVariant *params,
                 GError **error)
{
  LibvirtNode *node = libvirt_connect_get_node (self->connect);

  return libvirt_node_set_memory_parameters (node, params, 0, error);
}

static gboolean
set_numa (Harness *self,
          GVariant *params,
          GError **error)
{
  return libvirt_domain_set_numa_parameters (self->domain, params, 0, error);
}

static gboolean
set_perf_events (Harness *self,
                 GVariant *params,
                 GError **error)
{
  return libvirt_domain_set_perf_events (self->domain, params, 0, error);
}

static gboolean
set_scheduler (Harness *self,
               GVariant *params,
               GError **error)
{
  return libvirt_domain_set_scheduler_parameters (self->domain, params, error);
}

static gboolean
set_scheduler_flags (Harness *self,
                     GVariant *params,
                     GError **error)
{
  return libvirt_domain_set_scheduler_parameters_flags (self->domain, params, 0, error);
}

/* A function of ours, what it is given, what libvirt's gets of that, and what it never gets, as a
 * value after a good one is bad. */
typedef struct
{
  const char *path;
  gboolean (*call) (Harness *self, GVariant *params, GError **error);
  const char *given;
  const char *gets;
  const char *bad;
} Function;

static const Function functions[] = {
#if LIBVIR_CHECK_VERSION (12, 5, 0)
  /* Which takes both: the smaller one, if that is large enough. */
  { "announce-interface", announce_interface,
    "{'initial': <int16 5>, 'step': <uint64 6>, 'max': <uint64 4294967296>}",
    "{'initial': <uint32 5>, 'step': <uint32 6>, 'max': <uint64 4294967296>}",
    "{'rounds': <5>, 'max': <-5>}" },
#endif
  { "block-copy", block_copy, "{'bandwidth': <5>, 'granularity': <int64 4096>}",
    "{'bandwidth': <uint64 5>, 'granularity': <uint32 4096>}",
    "{'bandwidth': <5>, 'granularity': <int64 4294967296>}" },
  { "migrate3", migrate3, "{'bandwidth': <5>, 'disks_port': <uint16 49152>}",
    "{'bandwidth': <uint64 5>, 'disks_port': <49152>}", "{'bandwidth': <5>, 'migrate_disks': <5>}" },
  { "migrate-to-uri3", migrate_to_uri3, "{'bandwidth': <5>, 'migrate_disks': <['vda']>}",
    "{'bandwidth': <uint64 5>, 'migrate_disks': <'vda'>}",
    "{'bandwidth': <5>, 'disks_port': <uint32 2147483648>}" },
  { "restore-params", restore_params, "{'file': <'/nowhere'>, 'parallel.channels': <int64 5>}",
    "{'file': <'/nowhere'>, 'parallel.channels': <5>}",
    "{'parallel.channels': <int64 5>, 'file': <b'/nowhere'>}" },
  { "save-params", save_params, "{'file': <'/nowhere'>, 'parallel.channels': <int64 5>}",
    "{'file': <'/nowhere'>, 'parallel.channels': <5>}",
    "{'parallel.channels': <int64 5>, 'file': <5>}" },
  { "set-blkio-parameters", set_blkio, "{'weight': <5>, 'device_weight': <'/dev/sda,500'>}",
    "{'weight': <uint32 5>, 'device_weight': <'/dev/sda,500'>}",
    "{'weight': <5>, 'device_weight': <500>}" },
  { "set-block-io-tune", set_block_io_tune, "{'total_bytes_sec': <5>, 'group_name': <'group'>}",
    "{'total_bytes_sec': <uint64 5>, 'group_name': <'group'>}",
    "{'total_bytes_sec': <5>, 'total_bytes_sec_max': <-5>}" },
  { "set-identity", set_identity, "{'process-id': <5>, 'process-time': <6>}",
    "{'process-id': <int64 5>, 'process-time': <uint64 6>}",
    "{'process-id': <5>, 'process-time': <'noon'>}" },
  { "set-interface-parameters", set_interface, "{'inbound.average': <5>, 'outbound.peak': <6.0>}",
    "{'inbound.average': <uint32 5>, 'outbound.peak': <uint32 6>}",
    "{'inbound.average': <5>, 'outbound.peak': <6.5>}" },
  { "set-io-thread-params", set_io_thread, "{'poll_max_ns': <5>, 'poll_grow': <int64 6>}",
    "{'poll_max_ns': <uint64 5>, 'poll_grow': <uint32 6>}",
    "{'poll_max_ns': <5>, 'thread_pool_max': <true>}" },
  { "set-launch-security-state", set_launch_security,
    "{'sev-secret': <'hush'>, 'sev-secret-set-address': <5>}",
    "{'sev-secret': <'hush'>, 'sev-secret-set-address': <uint64 5>}",
    "{'sev-secret': <'hush'>, 'sev-secret-set-address': <-5>}" },
  { "set-memory-parameters", set_memory, "{'hard_limit': <9000>, 'soft_limit': <byte 5>}",
    "{'hard_limit': <uint64 9000>, 'soft_limit': <uint64 5>}",
    "{'hard_limit': <9000>, 'soft_limit': <-1>}" },
  { "set-node-memory-parameters", set_node_memory,
    "{'shm_pages_to_scan': <5>, 'shm_sleep_millisecs': <uint64 6>}",
    "{'shm_pages_to_scan': <uint32 5>, 'shm_sleep_millisecs': <uint32 6>}",
    "{'shm_pages_to_scan': <5>, 'shm_merge_across_nodes': <true>}" },
  { "set-numa-parameters", set_numa, "{'numa_mode': <uint32 2>, 'numa_nodeset': <'0-1'>}",
    "{'numa_mode': <2>, 'numa_nodeset': <'0-1'>}", "{'numa_mode': <2>, 'numa_nodeset': <1>}" },
  { "set-perf-events", set_perf_events, "{'cpu_clock': <true>, 'cmt': <false>}",
    "{'cpu_clock': <true>, 'cmt': <false>}", "{'cpu_clock': <true>, 'cmt': <0>}" },
  { "set-scheduler-parameters", set_scheduler, "{'cpu_shares': <5>, 'vcpu_quota': <-6>}",
    "{'cpu_shares': <uint64 5>, 'vcpu_quota': <int64 -6>}",
    "{'cpu_shares': <5>, 'vcpu_quota': <uint64 9223372036854775808>}" },
  { "set-scheduler-parameters-flags", set_scheduler_flags, "{'weight': <5>, 'shares': <int64 6>}",
    "{'weight': <uint32 5>, 'shares': <6>}", "{'weight': <5>, 'shares': <int64 2147483648>}" },
#if LIBVIR_CHECK_VERSION (11, 2, 0)
  { "set-throttle-group", set_throttle_group, "{'read_iops_sec': <5>, 'size_iops_sec': <6>}",
    "{'read_iops_sec': <uint64 5>, 'size_iops_sec': <uint64 6>}",
    "{'read_iops_sec': <5>, 'size_iops_sec': <'6'>}" },
#endif
};

static void
test_gets (Harness *self,
           gconstpointer data)
{
  const Function *function = data;
  g_autoptr (GVariant) gets = g_variant_ref_sink (g_variant_new_parsed (function->gets));

  memset (&arrived, 0, sizeof arrived);
  g_assert_false (function->call (self, g_variant_new_parsed (function->given), NULL));
  g_assert_cmpuint (arrived.n_calls, ==, 1);
  harness_assert_raw_params (gets, arrived.params, arrived.n_params);
}

static void
test_never_gets (Harness *self,
                 gconstpointer data)
{
  const Function *function = data;
  g_autoptr (GError) error = NULL;

  memset (&arrived, 0, sizeof arrived);
  g_assert_false (function->call (self, g_variant_new_parsed (function->bad), &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_nonnull (strstr (error->message, "must be of type"));
  g_assert_cmpuint (arrived.n_calls, ==, 0);
}

static void
add (const Function *function,
     const char *what,
     void (*func) (Harness *self, gconstpointer data))
{
  g_autofree char *path = g_strdup_printf ("/domain/params/%s/%s", function->path, what);

  g_test_add (path, Harness, function, harness_set_up, func, harness_tear_down);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      add (&functions[i], "gets", test_gets);
      add (&functions[i], "never-gets", test_never_gets);
    }

  return g_test_run ();
}
