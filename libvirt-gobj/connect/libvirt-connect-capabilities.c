/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-capabilities.h"

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-capabilities
 * @title: What a hypervisor can do
 * @short_description: capabilities of the host, of guests, of storage; foreign configurations
 *
 * Documents from which to find out, before a domain or a storage pool is defined, what the host
 * will accept. Both libvirt's own description of a domain and the hypervisor's native form of it
 * can be turned into the other.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_get_capabilities:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Asks for the description of host and hypervisor (blocks, and may take seconds if the daemon
 * has to look at its emulators first): processors, NUMA cells with their memory, security
 * models, and each kind of guest that can be run.
 *
 * Calls virConnectGetCapabilities().
 *
 * Returns: (transfer full): an XML document whose root is the element capabilities, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_get_capabilities (LibvirtConnect *self,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virConnectGetCapabilities (handle->connect), error);
}

/**
 * libvirt_connect_get_domain_capabilities:
 * @self: a connection
 * @emulatorbin: (nullable) (type filename): path of the emulator on the host
 * @arch: (nullable): the guest's processor architecture, such as "aarch64"
 * @machine: (nullable): the type of board, such as "q35"
 * @virttype: (nullable): the kind of virtualization, such as "kvm" or "qemu"
 * @flags: details to put into the document
 * @error: return location for a #GError
 *
 * Asks what guests of one kind can have (blocks): firmware, processor models, device models and
 * features. What is %NULL of the four is chosen by the host, as for a definition that leaves it
 * out.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if the emulator cannot run such a guest. Calls
 * virConnectGetDomainCapabilities().
 *
 * Returns: (transfer full): an XML document whose root is the element domainCapabilities, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_get_domain_capabilities (LibvirtConnect *self,
                                         const char *emulatorbin,
                                         const char *arch,
                                         const char *machine,
                                         const char *virttype,
                                         LibvirtConnectGetDomainCapabilitiesFlags flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL || !libvirt_check_text (arch, error) ||
      !libvirt_check_text (machine, error) || !libvirt_check_text (virttype, error))
    return NULL;

  return libvirt_check_string (virConnectGetDomainCapabilities (handle->connect, emulatorbin, arch,
                                                                machine, virttype, flags),
                               error);
}

/**
 * libvirt_connect_get_max_vcpus:
 * @self: a connection
 * @type: (nullable): the kind of virtualization, such as "kvm": what the type attribute of a
 *   domain's definition says
 * @error: return location for a #GError
 *
 * Asks how many virtual processors a guest may have at most (blocks). Emulator and type of board
 * are left out of account and may allow fewer: libvirt_connect_get_domain_capabilities() has the
 * number that holds.
 *
 * Calls virConnectGetMaxVcpus().
 *
 * Returns: the limit, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_get_max_vcpus (LibvirtConnect *self,
                               const char *type,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL || !libvirt_check_text (type, error))
    return -1;

  return libvirt_check_count (virConnectGetMaxVcpus (handle->connect, type), error);
}

/**
 * libvirt_connect_get_storage_pool_capabilities:
 * @self: a connection
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks which types of storage pools the host knows, and which formats of pools and volumes in
 * each (blocks).
 *
 * Calls virConnectGetStoragePoolCapabilities().
 *
 * Returns: (transfer full): an XML document whose root is the element storagepoolCapabilities, or
 *   %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_get_storage_pool_capabilities (LibvirtConnect *self,
                                               guint flags,
                                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virConnectGetStoragePoolCapabilities (handle->connect, flags),
                               error);
}

/**
 * libvirt_connect_find_storage_pool_sources:
 * @self: a connection
 * @type: the type of pool to look for, such as "iscsi", "netfs" or "logical"
 * @src_spec: (nullable): where to look: a pool's source element, mostly with the name of a
 *   server; %NULL for what is on the host itself
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the host look for storage that could become a pool (blocks, for as long as the servers take
 * to answer): targets of iSCSI, exports of NFS, volume groups of LVM.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT or %LIBVIRT_ERROR_INTERNAL_ERROR if nothing can be looked
 * for with that type, with %LIBVIRT_ERROR_INVALID_ARG if the type needs @src_spec. Calls
 * virConnectFindStoragePoolSources().
 *
 * Returns: (transfer full): an XML document: an element sources with a source element for each
 *   find, to be put into a pool's definition; or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_find_storage_pool_sources (LibvirtConnect *self,
                                           const char *type,
                                           const char *src_spec,
                                           guint flags,
                                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (type != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (
    virConnectFindStoragePoolSources (handle->connect, type, src_spec, flags), error);
}

/**
 * libvirt_connect_domain_xml_from_native:
 * @self: a connection
 * @native_format: what @native_config is: "vmware-vmx", "xen-xl", "lxc-tools", "bhyve-argv" and
 *   others; each hypervisor reads its own
 * @native_config: the text of the configuration
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Turns the configuration of a guest that another tool has written into a description for
 * libvirt (blocks). Nothing is defined on the host.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if the hypervisor does not read the format, with
 * %LIBVIRT_ERROR_NO_SUPPORT if it reads none. Calls virConnectDomainXMLFromNative().
 *
 * Returns: (transfer full): an XML document for libvirt_connect_define_domain_xml(), or %NULL on
 *   failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_domain_xml_from_native (LibvirtConnect *self,
                                        const char *native_format,
                                        const char *native_config,
                                        guint flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (native_format != NULL, NULL);
  g_return_val_if_fail (native_config != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (
    virConnectDomainXMLFromNative (handle->connect, native_format, native_config, flags), error);
}

/**
 * libvirt_connect_domain_xml_to_native:
 * @self: a connection
 * @native_format: what is wanted: "qemu-argv" for a command line of QEMU, or another form that
 *   this hypervisor writes
 * @domain_xml: description of a domain, which need not exist
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Shows how the hypervisor would be told about a domain (blocks), to read it or to hold it
 * against another. It is not enough to run the guest without libvirt, which hands over much by
 * other ways, such as open files.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if the hypervisor does not write the format, with
 * %LIBVIRT_ERROR_NO_SUPPORT if it writes none. Calls virConnectDomainXMLToNative().
 *
 * Returns: (transfer full): the configuration as text, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_connect_domain_xml_to_native (LibvirtConnect *self,
                                      const char *native_format,
                                      const char *domain_xml,
                                      guint flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (native_format != NULL, NULL);
  g_return_val_if_fail (domain_xml != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (
    virConnectDomainXMLToNative (handle->connect, native_format, domain_xml, flags), error);
}
