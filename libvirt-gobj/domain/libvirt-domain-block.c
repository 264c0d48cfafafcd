/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-block.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-fds-private.h"
#include "runtime/libvirt-values-private.h"

#include <stdlib.h>

/**
 * SECTION:libvirt-domain-block
 * @title: A domain's disks
 * @short_description: size, load and limits of disks, and a look at what is on them
 *
 * What the hypervisor knows of the disks of a domain, and how it treats them. A disk is named by
 * its target in the description of the domain, such as "vda", or by the path of its source,
 * "/var/lib/libvirt/images/web.qcow2", if no other disk of the domain has the same.
 *
 * |[<!-- language="C" -->
 * g_autoptr (LibvirtDomainBlockInfo) info =
 *   libvirt_domain_get_block_info (domain, "vda", 0, &error);
 *
 * if (info != NULL)
 *   g_print ("%" G_GUINT64_FORMAT " GiB\n", info->capacity >> 30);
 * ]|
 *
 * A name that the domain has no disk for fails with %LIBVIRT_ERROR_INVALID_ARG, and what can only
 * be done to a running guest with %LIBVIRT_ERROR_OPERATION_INVALID if there is none. To copy and
 * merge the images behind a disk is work that takes its time: see libvirt_domain_block_copy() and
 * its neighbours.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainBlockInfo,
                     libvirt_domain_block_info,
                     libvirt_domain_block_info_copy,
                     libvirt_domain_block_info_free)

/**
 * libvirt_domain_block_info_new: (constructor)
 *
 * Makes a #LibvirtDomainBlockInfo of a disk without size, for languages that build their own;
 * those of real disks come from libvirt_domain_get_block_info().
 *
 * Returns: (transfer full): one with all sizes 0
 *
 * Since: 1.0
 */
LibvirtDomainBlockInfo *
libvirt_domain_block_info_new (void)
{
  return g_new0 (LibvirtDomainBlockInfo, 1);
}

/**
 * libvirt_domain_block_info_copy:
 * @self: how large a disk is
 *
 * Copies what libvirt_domain_get_block_info() returned.
 *
 * Returns: (transfer full): the same sizes
 *
 * Since: 1.0
 */
LibvirtDomainBlockInfo *
libvirt_domain_block_info_copy (const LibvirtDomainBlockInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_domain_block_info_free: (skip)
 * @self: how large a disk is
 *
 * Frees what libvirt_domain_get_block_info() or libvirt_domain_block_info_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_domain_block_info_free (LibvirtDomainBlockInfo *self)
{
  g_free (self);
}

G_DEFINE_BOXED_TYPE (LibvirtDomainBlockStats,
                     libvirt_domain_block_stats,
                     libvirt_domain_block_stats_copy,
                     libvirt_domain_block_stats_free)

/**
 * libvirt_domain_block_stats_new: (constructor)
 *
 * Makes a #LibvirtDomainBlockStats of a disk that was never used, for languages that build their
 * own; what guests have done tells libvirt_domain_block_stats().
 *
 * Returns: (transfer full): one with all counters 0
 *
 * Since: 1.0
 */
LibvirtDomainBlockStats *
libvirt_domain_block_stats_new (void)
{
  return g_new0 (LibvirtDomainBlockStats, 1);
}

/**
 * libvirt_domain_block_stats_copy:
 * @self: counters of a disk
 *
 * Copies what libvirt_domain_block_stats() returned.
 *
 * Returns: (transfer full): the same counters
 *
 * Since: 1.0
 */
LibvirtDomainBlockStats *
libvirt_domain_block_stats_copy (const LibvirtDomainBlockStats *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_domain_block_stats_free: (skip)
 * @self: counters of a disk
 *
 * Frees what libvirt_domain_block_stats() or libvirt_domain_block_stats_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_domain_block_stats_free (LibvirtDomainBlockStats *self)
{
  g_free (self);
}

G_DEFINE_BOXED_TYPE (LibvirtDomainDiskError,
                     libvirt_domain_disk_error,
                     libvirt_domain_disk_error_copy,
                     libvirt_domain_disk_error_free)

/**
 * libvirt_domain_disk_error_new: (constructor)
 *
 * Makes a #LibvirtDomainDiskError of no disk, for languages that build their own; real trouble
 * comes from libvirt_domain_get_disk_errors().
 *
 * Returns: (transfer full): one without a disk, and without an error
 *
 * Since: 1.0
 */
LibvirtDomainDiskError *
libvirt_domain_disk_error_new (void)
{
  return g_new0 (LibvirtDomainDiskError, 1);
}

/**
 * libvirt_domain_disk_error_copy:
 * @self: a disk that does not work
 *
 * Copies an element of what libvirt_domain_get_disk_errors() returned.
 *
 * Returns: (transfer full): the same disk with the same error
 *
 * Since: 1.0
 */
LibvirtDomainDiskError *
libvirt_domain_disk_error_copy (const LibvirtDomainDiskError *self)
{
  LibvirtDomainDiskError *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = libvirt_domain_disk_error_new ();
  copy->disk = g_strdup (self->disk);
  copy->error = self->error;
  return copy;
}

/**
 * libvirt_domain_disk_error_free: (skip)
 * @self: a disk that does not work
 *
 * Frees a disk's error that was copied, or stolen from a list of them.
 *
 * Since: 1.0
 */
void
libvirt_domain_disk_error_free (LibvirtDomainDiskError *self)
{
  if (self == NULL)
    return;

  g_free (self->disk);
  g_free (self);
}

/**
 * libvirt_domain_get_block_info:
 * @self: a domain
 * @disk: the one to measure, by target or source
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks how large a disk is (blocks): for the guest, and where it is stored. The domain need not
 * run. How far a running guest has written into an image on a block device is known only while it
 * runs; afterwards @allocation of the answer equals @physical.
 *
 * Calls virDomainGetBlockInfo().
 *
 * Returns: (transfer full): the sizes, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainBlockInfo *
libvirt_domain_get_block_info (LibvirtDomain *self,
                               const char *disk,
                               guint flags,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainBlockInfo native;
  LibvirtDomainBlockInfo *info;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (disk != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainGetBlockInfo (handle->domain, disk, &native, flags), error))
    return NULL;

  info = libvirt_domain_block_info_new ();
  info->capacity = native.capacity;
  info->allocation = native.allocation;
  info->physical = native.physical;
  return info;
}

/**
 * libvirt_domain_block_stats:
 * @self: a running domain
 * @disk: the disk, by target or source; some hypervisors, QEMU among them, give the sum of all
 *   disks for the empty string
 * @error: return location for a #GError
 *
 * Asks how much a guest has read and written since its start (blocks).
 * libvirt_domain_block_stats_flags() knows more of one disk, and
 * libvirt_connect_get_all_domain_stats() of all.
 *
 * Calls virDomainBlockStats().
 *
 * Returns: (transfer full): the counters, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainBlockStats *
libvirt_domain_block_stats (LibvirtDomain *self,
                            const char *disk,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainBlockStatsStruct native;
  LibvirtDomainBlockStats *stats;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (disk != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainBlockStats (handle->domain, disk, &native, sizeof native), error))
    return NULL;

  stats = libvirt_domain_block_stats_new ();
  stats->rd_req = native.rd_req;
  stats->rd_bytes = native.rd_bytes;
  stats->wr_req = native.wr_req;
  stats->wr_bytes = native.wr_bytes;
  stats->errs = native.errs;
  return stats;
}

/* A function of libvirt's that first tells how many parameters there are, and then fills them
 * in. */
typedef int (*QueryFunc) (virDomainPtr domain,
                          const char *disk,
                          virTypedParameterPtr params,
                          int *n_params,
                          unsigned int flags);

static GVariant *
query_params (LibvirtDomain *self,
              QueryFunc query,
              const char *disk,
              guint flags,
              GError **error)
{
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  g_autofree virTypedParameterPtr params = NULL;
  GVariant *variant;
  int n_params = 0;

  if (handle == NULL ||
      !libvirt_check (query (handle->domain, disk, NULL, &n_params, flags), error))
    return NULL;

  params = g_new0 (virTypedParameter, MAX (n_params, 1));
  if (n_params > 0 &&
      !libvirt_check (query (handle->domain, disk, params, &n_params, flags), error))
    return NULL;

  variant = libvirt_typed_params_to_variant (params, n_params);
  virTypedParamsClear (params, n_params);
  return variant;
}

/**
 * libvirt_domain_block_stats_flags:
 * @self: a running domain
 * @disk: the disk to ask about, or the empty string for all together, as in
 *   libvirt_domain_block_stats()
 * @flags: what the caller understands; text comes in any case
 * @error: return location for a #GError
 *
 * Asks for all that the hypervisor counts of a disk (blocks): besides bytes and requests also how
 * long those took, in nanoseconds. The keys are `LIBVIRT_DOMAIN_BLOCK_STATS_…`, of which
 * %LIBVIRT_DOMAIN_BLOCK_STATS_READ_BYTES is one.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT on hypervisors that have only the other function. Calls
 * virDomainBlockStatsFlags().
 *
 * Returns: (transfer full): the counters by name, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_block_stats_flags (LibvirtDomain *self,
                                  const char *disk,
                                  LibvirtTypedParameterFlags flags,
                                  GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (disk != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return query_params (self, virDomainBlockStatsFlags, disk, flags, error);
}

/* Takes the strings in @natives over, but not the array. */
static GPtrArray *
take_disk_errors (virDomainDiskErrorPtr natives,
                  int n)
{
  GPtrArray *errors = g_ptr_array_new_full (n, (GDestroyNotify) libvirt_domain_disk_error_free);

  for (int i = 0; i < n; i++)
    {
      LibvirtDomainDiskError *disk_error = libvirt_domain_disk_error_new ();

      disk_error->disk = libvirt_dup_valid (natives[i].disk);
      disk_error->error = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_DISK_ERROR_CODE,
                                              natives[i].error);
      free (natives[i].disk);
      g_ptr_array_add (errors, disk_error);
    }

  return errors;
}

/**
 * libvirt_domain_get_disk_errors:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks which disks of a guest have failed it (blocks): after #LibvirtDomain::event-io-error, or
 * when the domain is paused because of such an error. A disk that works is not in the list, so
 * that it is empty most of the time. libvirt_domain_resume() tries again, and makes the list
 * empty.
 *
 * Calls virDomainGetDiskErrors().
 *
 * Returns: (transfer container) (element-type LibvirtDomainDiskError): the disks that failed, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_get_disk_errors (LibvirtDomain *self,
                                guint flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree virDomainDiskErrorPtr natives = NULL;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n = virDomainGetDiskErrors (handle->domain, NULL, 0, flags);
  if (n > 0)
    {
      natives = g_new0 (virDomainDiskError, n);
      n = virDomainGetDiskErrors (handle->domain, natives, n, flags);
    }
  if (!libvirt_check (n, error))
    return NULL;

  return take_disk_errors (natives, n);
}

/**
 * libvirt_domain_block_peek:
 * @self: a domain, running or not
 * @disk: the disk to read from
 * @offset: where to begin, in bytes from the start of the image or device
 * @size: how many bytes; 0 is meant for finding out whether it would work, but QEMU's driver
 *   refuses it
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Reads what is on a disk (blocks), to see whether there is a boot sector, say. It is the raw
 * content at that moment: what a running guest has not written yet is missing.
 *
 * QEMU's driver reads raw images only, and fails with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED for
 * others; with %LIBVIRT_ERROR_INVALID_ARG if the part is not wholly on the disk. A connection to a
 * daemon carries 4 MiB at a time and fails with %LIBVIRT_ERROR_RPC for more. Calls
 * virDomainBlockPeek().
 *
 * Returns: (transfer full): the bytes, or %NULL on failure
 *
 * Since: 1.0
 */
GBytes *
libvirt_domain_block_peek (LibvirtDomain *self,
                           const char *disk,
                           guint64 offset,
                           gsize size,
                           guint flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree guint8 *buffer = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (disk != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_alloc_buffer (size, &buffer, error) ||
      !libvirt_check (virDomainBlockPeek (handle->domain, disk, offset, size, buffer, flags),
                      error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&buffer), size);
}

/**
 * libvirt_domain_block_resize:
 * @self: a running domain
 * @disk: the disk that is to have another size
 * @size: the new size, in KiB if @flags do not say otherwise
 * @flags: how @size is meant, and what is not wanted
 * @error: return location for a #GError
 *
 * Gives a disk another size while the guest uses it (blocks). The guest is told; whether its
 * system makes anything of it is another matter. What lies beyond a smaller size is lost.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED for images that can only grow and for formats
 * that cannot be resized. A call that is cancelled may still have its effect. Calls
 * virDomainBlockResize().
 *
 * Returns: %TRUE if the disk has the new size, which may be rounded up
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_block_resize (LibvirtDomain *self,
                             const char *disk,
                             guint64 size,
                             LibvirtDomainBlockResizeFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (disk != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainBlockResize (handle->domain, disk, size, flags), error);
}

/**
 * libvirt_domain_set_block_threshold:
 * @self: a running domain
 * @dev: a disk by its target, such as "vda"; one of the images behind it with its index in the
 *   description of the running domain, as in "vda[3]"
 * @threshold: the distance from the start of the image, in bytes
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks to be told when the guest has written up to some point (blocks), so that the device below a
 * growing image can be enlarged in time: #LibvirtDomain::event-block-threshold is emitted, once,
 * for each time this was called. The present value is "block.N.threshold" among the statistics,
 * how far the guest has got "block.N.allocation".
 *
 * Calls virDomainSetBlockThreshold().
 *
 * Returns: %TRUE if the point is watched
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_block_threshold (LibvirtDomain *self,
                                    const char *dev,
                                    guint64 threshold,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (dev != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetBlockThreshold (handle->domain, dev, threshold, flags), error);
}

/**
 * libvirt_domain_get_block_io_tune:
 * @self: a domain
 * @disk: the disk whose limits are wanted
 * @flags: the limits of the running guest, or those for the next start
 * @error: return location for a #GError
 *
 * Asks how much a guest may read and write per second (blocks). A limit of 0 is none. The keys
 * are `LIBVIRT_DOMAIN_BLOCK_IOTUNE_…`, of which %LIBVIRT_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC is
 * one.
 *
 * Calls virDomainGetBlockIoTune().
 *
 * Returns: (transfer full): the limits by name, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_block_io_tune (LibvirtDomain *self,
                                  const char *disk,
                                  LibvirtDomainModificationImpact flags,
                                  GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (disk != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return query_params (self, virDomainGetBlockIoTune, disk, flags, error);
}

/**
 * libvirt_domain_set_block_io_tune:
 * @self: a domain
 * @disk: the disk to slow down, or to set free again
 * @params: the limits that are to change, as `a{sv}` with the keys of
 *   libvirt_domain_get_block_io_tune()
 * @flags: whether it is done to the running guest, to the stored definition, or to both
 * @error: return location for a #GError
 *
 * Limits how much a guest may read and write per second (blocks), in bytes or in requests, and for
 * how long it may exceed that. Others hear of it by #LibvirtDomain::event-tunable.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG for a limit of all and one of a part of it at the same
 * time. Calls virDomainSetBlockIoTune().
 *
 * Returns: %TRUE if the limits hold
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_block_io_tune (LibvirtDomain *self,
                                  const char *disk,
                                  GVariant *params,
                                  LibvirtDomainModificationImpact flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native = NULL;
  int n_native = 0;
  gboolean done;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (disk != NULL, FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "DOMAIN_BLOCK_IOTUNE_", &native, &n_native,
                                          error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  done = handle != NULL &&
         libvirt_check (virDomainSetBlockIoTune (handle->domain, disk, native, n_native, flags),
                        error);
  virTypedParamsFree (native, n_native);

  return done;
}

static gboolean
set_throttle_group (virDomainPtr domain,
                    const char *group,
                    virTypedParameterPtr params,
                    int n_params,
                    guint flags,
                    GError **error)
{
#if LIBVIR_CHECK_VERSION (11, 2, 0)
  return libvirt_check (virDomainSetThrottleGroup (domain, group, params, n_params, flags), error);
#else
  libvirt_set_error_needs (error, "virDomainSetThrottleGroup", "11.2");
  return FALSE;
#endif
}

/**
 * libvirt_domain_set_throttle_group:
 * @self: a domain
 * @group: what the group is called
 * @params: its limits, as `a{sv}` with the keys of libvirt_domain_get_block_io_tune()
 * @flags: whether the running guest, the stored definition, or both have the group
 * @error: return location for a #GError
 *
 * Makes a group of limits, or changes one (blocks). Disks that name it in their description share
 * them, and a disk may be in several groups. Say the name in @params, too, as "group_name": libvirt 11.3
 * makes a group without a name otherwise, which cannot be removed.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT with a libvirt that is older than 11.2. Calls
 * virDomainSetThrottleGroup().
 *
 * Returns: %TRUE if there is a group with these limits
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_throttle_group (LibvirtDomain *self,
                                   const char *group,
                                   GVariant *params,
                                   LibvirtDomainModificationImpact flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native = NULL;
  int n_native = 0;
  gboolean done;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (group != NULL, FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "DOMAIN_BLOCK_IOTUNE_", &native, &n_native,
                                          error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  done = handle != NULL &&
         set_throttle_group (handle->domain, group, native, n_native, flags, error);
  virTypedParamsFree (native, n_native);

  return done;
}

static gboolean
del_throttle_group (virDomainPtr domain,
                    const char *group,
                    guint flags,
                    GError **error)
{
#if LIBVIR_CHECK_VERSION (11, 2, 0)
  return libvirt_check (virDomainDelThrottleGroup (domain, group, flags), error);
#else
  libvirt_set_error_needs (error, "virDomainDelThrottleGroup", "11.2");
  return FALSE;
#endif
}

/**
 * libvirt_domain_del_throttle_group:
 * @self: a domain
 * @group: the name of a group that no disk is in
 * @flags: whether it goes from the running guest, the stored definition, or both
 * @error: return location for a #GError
 *
 * Removes a group that libvirt_domain_set_throttle_group() made (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT with a libvirt that is older than 11.2. Calls
 * virDomainDelThrottleGroup().
 *
 * Returns: %TRUE if there is no such group any more
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_del_throttle_group (LibvirtDomain *self,
                                   const char *group,
                                   LibvirtDomainModificationImpact flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (group != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && del_throttle_group (handle->domain, group, flags, error);
}

/**
 * libvirt_domain_fd_associate:
 * @self: a domain
 * @name: what the description of the domain calls them, as `fdgroup` of a disk's source
 * @fds: (array length=n_fds): open files, which stay the caller's
 * @n_fds: how many there are, at least one: a second one is for writing where the first one cannot
 * @flags: how the host's security driver treats them
 * @error: return location for a #GError
 *
 * Hands files over that a domain is to use as images of disks (blocks), where it could not open
 * them by their path. They are there for starts of the domain as long as this connection is open,
 * which must be one over a UNIX socket.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if there are no files. Calls virDomainFDAssociate().
 *
 * Returns: %TRUE if the files are known by that name
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_fd_associate (LibvirtDomain *self,
                             const char *name,
                             const int *fds,
                             gsize n_fds,
                             LibvirtDomainFDAssociateFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint n = (guint) MIN (n_fds, G_MAXUINT);

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (fds != NULL || n_fds == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check_fds (fds, n_fds, error))
    return FALSE;

  /* libvirt only reads the numbers. */
  return libvirt_check (virDomainFDAssociate (handle->domain, name, n, (int *) fds, flags), error);
}
