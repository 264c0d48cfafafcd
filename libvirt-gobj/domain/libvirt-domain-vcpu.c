/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-vcpu.h"

#include "domain/libvirt-domain-params-private.h"
#include "domain/libvirt-domain-pin-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-vcpu
 * @title: A domain's processors
 * @short_description: how many a guest has, and how many can be plugged in
 *
 * A guest starts with a number of virtual processors, and has sockets for more up to a maximum
 * that is fixed while it runs. Processors are plugged in and out of a running guest by changing
 * their number, or one by one with libvirt_domain_set_vcpu(). Besides, the guest's own system can
 * stop using some of those that it has: libvirt_domain_set_guest_vcpus() asks it to.
 *
 * Since: 1.0
 */

/* libvirt asks for no more at a time over the network. */
#define MAX_CPUS_AT_ONCE 128

G_DEFINE_BOXED_TYPE (LibvirtVcpuInfo,
                     libvirt_vcpu_info,
                     libvirt_vcpu_info_copy,
                     libvirt_vcpu_info_free)

/**
 * libvirt_vcpu_info_new: (constructor)
 *
 * Makes a #LibvirtVcpuInfo of no guest, for languages that build their own; filled ones come from
 * libvirt_domain_get_vcpus().
 *
 * Returns: (transfer full): one that is off and runs nowhere
 *
 * Since: 1.0
 */
LibvirtVcpuInfo *
libvirt_vcpu_info_new (void)
{
  LibvirtVcpuInfo *self = g_new0 (LibvirtVcpuInfo, 1);

  self->cpu = LIBVIRT_VCPU_HOST_CPU_STATE_OFFLINE;
  return self;
}

/**
 * libvirt_vcpu_info_copy:
 * @self: a virtual processor
 *
 * Copies an element of what libvirt_domain_get_vcpus() returned.
 *
 * Returns: (transfer full): the same processor at the same moment
 *
 * Since: 1.0
 */
LibvirtVcpuInfo *
libvirt_vcpu_info_copy (const LibvirtVcpuInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_vcpu_info_free: (skip)
 * @self: a virtual processor
 *
 * Frees what is known of a virtual processor, if it was copied or stolen from a list.
 *
 * Since: 1.0
 */
void
libvirt_vcpu_info_free (LibvirtVcpuInfo *self)
{
  g_free (self);
}

/**
 * libvirt_domain_get_max_vcpus:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks how many processors could be plugged in (blocks). For a domain that is not running, some
 * hypervisors say what they allow for its type, others fail; libvirt_domain_get_vcpus_flags() can
 * tell what its definition says.
 *
 * Calls virDomainGetMaxVcpus().
 *
 * Returns: the highest possible number, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_get_max_vcpus (LibvirtDomain *self,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virDomainGetMaxVcpus (handle->domain), error);
}

/**
 * libvirt_domain_get_vcpus_flags:
 * @self: a domain
 * @flags: which number: of the running guest or the stored definition, plugged in or possible
 * @error: return location for a #GError
 *
 * Asks how many processors the domain has (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID when a running guest is asked of a domain that is
 * not running. When the guest's own system is asked, fails with
 * %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if it has no agent for that and with
 * %LIBVIRT_ERROR_AGENT_UNRESPONSIVE if the agent keeps silent. Calls virDomainGetVcpusFlags().
 *
 * Returns: the number, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_get_vcpus_flags (LibvirtDomain *self,
                                LibvirtDomainVcpuFlags flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virDomainGetVcpusFlags (handle->domain, flags), error);
}

/**
 * libvirt_domain_set_vcpus:
 * @self: a running domain
 * @nvcpus: how many processors it is to have, 1 at least
 * @error: return location for a #GError
 *
 * Plugs processors in or out of the running guest (blocks). Its system must play its part: one
 * that is still booting may not notice, and a processor goes only when the system lets go of it.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID on most hypervisors if the domain is not running,
 * with %LIBVIRT_ERROR_INVALID_ARG if there are not so many sockets. A call that is cancelled may
 * still have its effect. Calls virDomainSetVcpus().
 *
 * Returns: %TRUE if the hypervisor changed the number
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_vcpus (LibvirtDomain *self,
                          guint nvcpus,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetVcpus (handle->domain, nvcpus), error);
}

/**
 * libvirt_domain_set_vcpus_flags:
 * @self: a domain
 * @nvcpus: the new number, 1 at least
 * @flags: what it is the number of: of the running guest, of the stored definition, or of both;
 *   processors plugged in, or the most that can be, which only a definition can change
 * @error: return location for a #GError
 *
 * Changes the number of processors of a domain (blocks); of a running guest as
 * libvirt_domain_set_vcpus() does.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if @nvcpus is more than the maximum or the flags
 * contradict each other, with %LIBVIRT_ERROR_OPERATION_INVALID when a running guest is asked of a
 * domain that is not running. A call that is cancelled may still have its effect. Calls
 * virDomainSetVcpusFlags().
 *
 * Returns: %TRUE if the number was changed
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_vcpus_flags (LibvirtDomain *self,
                                guint nvcpus,
                                LibvirtDomainVcpuFlags flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetVcpusFlags (handle->domain, nvcpus, flags), error);
}

/**
 * libvirt_domain_set_vcpu:
 * @self: a domain
 * @vcpumap: numbers of virtual processors: "1", or "2-5,^4" for 2, 3 and 5
 * @state: whether they are to be there
 * @flags: whether they come to the running guest or go from it, or its definition is changed, and
 *   whether to wait for the guest's consent
 * @error: return location for a #GError
 *
 * Plugs certain processors in or out (blocks), where libvirt_domain_set_vcpus_flags() leaves to
 * the hypervisor which ones. Of a running guest QEMU takes one at a time, and only such as were
 * marked as hotpluggable.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if the numbers cannot be read, or if it makes no sense for
 * those processors: they are already as @state says, cannot be unplugged, or do not exist; with
 * %LIBVIRT_ERROR_OPERATION_TIMEOUT if the guest has not let one go within some seconds. A call
 * that is cancelled may still have its effect. Calls virDomainSetVcpu().
 *
 * Returns: %TRUE if they were plugged in or out
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_vcpu (LibvirtDomain *self,
                         const char *vcpumap,
                         gboolean state,
                         LibvirtDomainSetVcpuFlags flags,
                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (vcpumap != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetVcpu (handle->domain, vcpumap, state != FALSE, flags), error);
}

static GPtrArray *
infos_from_native (const virVcpuInfo *natives,
                   int n)
{
  GPtrArray *infos = g_ptr_array_new_full (n, (GDestroyNotify) libvirt_vcpu_info_free);

  for (int i = 0; i < n; i++)
    {
      LibvirtVcpuInfo *info = libvirt_vcpu_info_new ();

      info->number = natives[i].number;
      info->state = libvirt_enum_known (LIBVIRT_TYPE_VCPU_STATE, natives[i].state);
      info->cpu_time = natives[i].cpuTime;
      info->cpu = natives[i].cpu;
      g_ptr_array_add (infos, info);
    }

  return infos;
}

/* @cpumaps is where to put them, and may be NULL. */
static GPtrArray *
get_vcpus (virDomainPtr domain,
           int n,
           int length,
           GVariant **cpumaps,
           GError **error)
{
  g_autofree virVcpuInfo *natives = g_new0 (virVcpuInfo, n);
  g_autofree guint8 *maps = cpumaps != NULL ? g_malloc0_n (n, length) : NULL;

  n = virDomainGetVcpus (domain, natives, n, maps, maps != NULL ? length : 0);
  if (!libvirt_check (n, error))
    return NULL;

  if (cpumaps != NULL)
    *cpumaps = libvirt_cpumaps_to_variant (maps, n, length);
  return infos_from_native (natives, n);
}

/**
 * libvirt_domain_get_vcpus:
 * @self: a running domain
 * @cpumaps: (out) (optional) (transfer full): for each of them a map of the host's processors that
 *   it may run on, as libvirt_domain_get_vcpu_pin_info() has it, of type `aay`
 * @error: return location for a #GError
 *
 * Lists the processors that are plugged in, and what they do at the moment (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain is not running. Calls
 * virDomainGetVcpus(), virDomainGetVcpusFlags(), virNodeGetCPUMap(); virNodeGetInfo() if that is
 * unknown.
 *
 * Returns: (transfer container) (element-type LibvirtVcpuInfo): the processors, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_get_vcpus (LibvirtDomain *self,
                          GVariant **cpumaps,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  int n, length = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || (n = libvirt_domain_get_map_count (handle->domain, 0, error)) < 0)
    return NULL;

  if (cpumaps != NULL && (length = libvirt_domain_get_map_length (handle->domain, error)) < 0)
    return NULL;

  return get_vcpus (handle->domain, n, length, cpumaps, error);
}

/* How many of @ncpus there are from @start_cpu on. What is wrong is left to libvirt to tell: no
 * processor counts as 1, and several sums as 2. */
static int
count_cpus (virDomainPtr domain,
            int start_cpu,
            guint ncpus,
            guint flags,
            GError **error)
{
  int n;

  if (start_cpu < 0)
    return ncpus > 1 ? 2 : 1;

  n = virDomainGetCPUStats (domain, NULL, 0, 0, 0, flags);
  if (!libvirt_check (n, error))
    return -1;

  n = MAX (n - start_cpu, 1);
  return ncpus > 0 && ncpus < (guint) n ? (int) ncpus : n;
}

/* Adds the figures of up to MAX_CPUS_AT_ONCE processors. */
static gboolean
add_cpu_stats (GVariantBuilder *builder,
               virDomainPtr domain,
               guint n_params,
               int start_cpu,
               guint n_cpus,
               guint flags,
               GError **error)
{
  g_auto (LibvirtParams) params = { 0 };
  int n_filled;

  libvirt_params_init_sized (&params, n_params * n_cpus);
  n_filled =
    virDomainGetCPUStats (domain, params.values, n_params, start_cpu, n_cpus, flags);
  if (!libvirt_check (n_filled, error))
    return FALSE;

  for (guint i = 0; i < n_cpus; i++)
    {
      g_autoptr (GVariant) stats =
        libvirt_typed_params_to_variant (params.values + i * n_params, n_filled);

      g_variant_builder_add_value (builder, stats);
    }

  return TRUE;
}

static GVariant *
get_cpu_stats (virDomainPtr domain,
               int start_cpu,
               guint n_cpus,
               guint flags,
               GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  int n_params = virDomainGetCPUStats (domain, NULL, 0, start_cpu, 1, flags);

  if (!libvirt_check (n_params, error))
    return NULL;

  for (guint i = 0; i < n_cpus && n_params > 0; i += MAX_CPUS_AT_ONCE)
    {
      if (!add_cpu_stats (&builder, domain, n_params, start_cpu + (int) i,
                          MIN (n_cpus - i, MAX_CPUS_AT_ONCE), flags, error))
        return NULL;
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * libvirt_domain_get_cpu_stats:
 * @self: a running domain
 * @start_cpu: the number of a processor of the host, or -1 for the sum over all of them
 * @ncpus: how many processors from @start_cpu on; 0 for all that are left. With -1, at most 1
 * @flags: none are needed: texts are always understood
 * @error: return location for a #GError
 *
 * Asks how much time of which of the host's processors the domain has used (blocks). All figures
 * are in nanoseconds: "cpu_time" is the time of all of its threads, "vcpu_time" what its virtual
 * processors had of that, and the sum is split into "user_time" and "system_time".
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain is not running, with
 * %LIBVIRT_ERROR_INVALID_ARG if the host has no such processor or a sum is asked of several. A
 * host that counts by control groups of version 2 knows the sum only. Calls
 * virDomainGetCPUStats().
 *
 * Returns: (transfer full): a dictionary for each processor, or one for all of them, of type
 *   `aa{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_cpu_stats (LibvirtDomain *self,
                              int start_cpu,
                              guint ncpus,
                              LibvirtTypedParameterFlags flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  int n_cpus;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n_cpus = count_cpus (handle->domain, start_cpu, ncpus, flags, error);
  if (n_cpus < 0)
    return NULL;

  return get_cpu_stats (handle->domain, start_cpu, n_cpus, flags, error);
}

/**
 * libvirt_domain_get_guest_vcpus:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks the agent in the guest which processors the guest's system sees (blocks): "vcpus" are all
 * of them, "online" those it uses, "offlinable" those it could do without, each a text such as
 * "0-2,4".
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain is not running, with
 * %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if it has no channel for an agent and with
 * %LIBVIRT_ERROR_AGENT_UNRESPONSIVE if none answers. Calls virDomainGetGuestVcpus().
 *
 * Returns: (transfer full): the three lists by name, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_guest_vcpus (LibvirtDomain *self,
                                guint flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr params = NULL;
  guint n_params = 0;
  GVariant *vcpus;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check (virDomainGetGuestVcpus (handle->domain, &params,
                                                                &n_params, flags),
                                        error))
    return NULL;

  vcpus = libvirt_typed_params_to_variant (params, n_params);
  virTypedParamsFree (params, n_params);

  return vcpus;
}

/**
 * libvirt_domain_set_guest_vcpus:
 * @self: a running domain
 * @cpumap: numbers of processors as the guest counts them: "1", or "0-3,^2" for 0, 1 and 3
 * @state: whether the guest is to use them
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the agent in the guest switch processors on or off inside the guest's system (blocks). They
 * stay plugged in. Linux never lets go of number 0 on most machines.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if the guest has no such processor or it cannot be switched
 * off; for the rest as libvirt_domain_get_guest_vcpus() does. A call that is cancelled may still
 * have its effect. Calls virDomainSetGuestVcpus().
 *
 * Returns: %TRUE if the guest has switched them
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_guest_vcpus (LibvirtDomain *self,
                                const char *cpumap,
                                gboolean state,
                                guint flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (cpumap != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetGuestVcpus (handle->domain, cpumap, state != FALSE, flags),
                        error);
}
