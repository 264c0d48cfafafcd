/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-info.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-info
 * @title: Asking about a domain
 * @short_description: what the hypervisor knows about a domain at the moment
 *
 * These functions ask the hypervisor, and block until it has answered. What is also a property of
 * #LibvirtDomain is there without asking.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainInfo,
                     libvirt_domain_info,
                     libvirt_domain_info_copy,
                     libvirt_domain_info_free)

/**
 * libvirt_domain_info_new: (constructor)
 *
 * Makes an empty #LibvirtDomainInfo, for languages that build their own; the library hands out
 * filled ones.
 *
 * Returns: (transfer full): one with all figures 0
 *
 * Since: 1.0
 */
LibvirtDomainInfo *
libvirt_domain_info_new (void)
{
  return g_new0 (LibvirtDomainInfo, 1);
}

/**
 * libvirt_domain_info_copy:
 * @self: figures of a domain
 *
 * Copies what libvirt_domain_get_info() returned.
 *
 * Returns: (transfer full): the same figures
 *
 * Since: 1.0
 */
LibvirtDomainInfo *
libvirt_domain_info_copy (const LibvirtDomainInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * libvirt_domain_info_free: (skip)
 * @self: figures of a domain
 *
 * Frees what libvirt_domain_get_info() or libvirt_domain_info_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_domain_info_free (LibvirtDomainInfo *self)
{
  g_free (self);
}

/**
 * libvirt_domain_get_state:
 * @self: a domain
 * @flags: 0; libvirt has no flags for this yet
 * @state: (out) (optional): the state, fresh from the hypervisor
 * @reason: (out) (optional): why: a value of the enumeration that belongs to @state, such as
 *   #LibvirtDomainPausedReason
 * @error: return location for a #GError
 *
 * Asks the hypervisor (blocks), and brings #LibvirtDomain:state up to date. The property
 * follows events by itself; to ask is of use where a hypervisor has none.
 *
 * Calls virDomainGetState().
 *
 * Returns: %TRUE if the hypervisor answered
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_get_state (LibvirtDomain *self,
                          guint flags,
                          LibvirtDomainState *state,
                          int *reason,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtBase base = { 0 };
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  serial = libvirt_core_get_serial (LIBVIRT_ENTITY (self)->core);
  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_domain_query_state (handle->domain, flags, &base, error))
    return FALSE;

  libvirt_entity_update (LIBVIRT_ENTITY (self), &base, LIBVIRT_FROM_ANSWER, serial);
  if (state != NULL)
    *state = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_STATE, base.state);
  if (reason != NULL)
    *reason = base.state_reason;
  return TRUE;
}

/**
 * libvirt_domain_get_info:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks for the main figures: memory, virtual processors and processor time used (blocks).
 * libvirt_connect_get_all_domain_stats() asks for those of all domains at once, and for many
 * more.
 *
 * Calls virDomainGetInfo().
 *
 * Returns: (transfer full): the figures, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomainInfo *
libvirt_domain_get_info (LibvirtDomain *self,
                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainInfo native;
  LibvirtDomainInfo *info;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check (virDomainGetInfo (handle->domain, &native), error))
    return NULL;

  info = g_new (LibvirtDomainInfo, 1);
  *info = (LibvirtDomainInfo) {
    .state = libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_STATE, native.state),
    .max_mem = native.maxMem,
    .memory = native.memory,
    .nr_virt_cpu = native.nrVirtCpu,
    .cpu_time = native.cpuTime,
  };
  return info;
}

/**
 * libvirt_domain_is_active:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks the hypervisor whether the domain has a running instance (blocks);
 * #LibvirtDomain:active knows without asking.
 *
 * Calls virDomainIsActive().
 *
 * Returns: %TRUE if it has; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_is_active (LibvirtDomain *self,
                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check_boolean (virDomainIsActive (handle->domain), error);
}

/**
 * libvirt_domain_is_persistent:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks the hypervisor whether the host keeps a definition of the domain (blocks);
 * #LibvirtDomain:persistent knows without asking.
 *
 * Calls virDomainIsPersistent().
 *
 * Returns: %TRUE if it does; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_is_persistent (LibvirtDomain *self,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check_boolean (virDomainIsPersistent (handle->domain), error);
}

/**
 * libvirt_domain_is_updated:
 * @self: a running domain
 * @error: return location for a #GError
 *
 * Asks whether the domain was changed since its start in a way that its definition does not
 * have (blocks).
 *
 * Calls virDomainIsUpdated().
 *
 * Returns: %TRUE if it was; %FALSE if not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_is_updated (LibvirtDomain *self,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && libvirt_check_boolean (virDomainIsUpdated (handle->domain), error);
}

/**
 * libvirt_domain_get_os_type:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks how the guest is run (blocks): "hvm" for a full machine, "exe" for a container, and so
 * on. It does not tell which system is installed.
 *
 * Calls virDomainGetOSType().
 *
 * Returns: (transfer full): the word in the definition's os type element, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_get_os_type (LibvirtDomain *self,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainGetOSType (handle->domain), error);
}

/**
 * libvirt_domain_get_xml_desc:
 * @self: a domain
 * @flags: which description: of the running instance or the stored definition, with secrets or
 *   without
 * @error: return location for a #GError
 *
 * Asks for the whole description of the domain as an XML document (blocks). It can be given to
 * libvirt_connect_define_domain_xml(), here or on another host.
 *
 * Secrets are left out unless %LIBVIRT_DOMAIN_XML_FLAGS_SECURE asks for them, which a read-only
 * connection may not. Calls virDomainGetXMLDesc().
 *
 * Returns: (transfer full): the document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_get_xml_desc (LibvirtDomain *self,
                             LibvirtDomainXMLFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainGetXMLDesc (handle->domain, flags), error);
}

/**
 * libvirt_domain_get_hostname:
 * @self: a running domain
 * @flags: whom to ask: the agent inside the guest, or who leases addresses on its network
 * @error: return location for a #GError
 *
 * Asks what the guest calls itself on the network (blocks, and as long as the agent takes to
 * answer, if that is asked).
 *
 * Fails with %LIBVIRT_ERROR_NO_HOSTNAME if nobody knows; if the agent is asked, with
 * %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the guest was given none and with
 * %LIBVIRT_ERROR_AGENT_UNRESPONSIVE if it does not answer. Calls virDomainGetHostname().
 *
 * Returns: (transfer full): the guest's name for itself, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_get_hostname (LibvirtDomain *self,
                             LibvirtDomainGetHostnameFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainGetHostname (handle->domain, flags), error);
}

/**
 * libvirt_domain_get_metadata:
 * @self: a domain
 * @type: title, description, or an element of an application's own
 * @uri: (nullable): the XML namespace of the element; %NULL for title and description
 * @flags: whether to look at the running instance or at the stored definition
 * @error: return location for a #GError
 *
 * Asks for a text that is kept with the domain (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN_METADATA if there is none of that kind. Calls
 * virDomainGetMetadata().
 *
 * Returns: (transfer full): the text, an XML element if @type says so, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_get_metadata (LibvirtDomain *self,
                             LibvirtDomainMetadataType type,
                             const char *uri,
                             LibvirtDomainModificationImpact flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainGetMetadata (handle->domain, type, uri, flags), error);
}

/**
 * libvirt_domain_set_metadata:
 * @self: a domain
 * @type: which of the three to replace
 * @metadata: (nullable): the new text, one line for a title, an XML element for an
 *   application's own; %NULL removes what is there
 * @key: (nullable): the namespace prefix to write an element with; %NULL for title and
 *   description
 * @uri: (nullable): what marks an application's element as its own; %NULL for the other two
 * @flags: whether to change the running instance, the stored definition, or both
 * @error: return location for a #GError
 *
 * Keeps a text with the domain (blocks): its title, its description, or whatever an application
 * wants to find again.
 *
 * Others hear of it by #LibvirtDomain::event-metadata-change. Calls virDomainSetMetadata().
 *
 * Returns: %TRUE if the text was stored or removed
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_metadata (LibvirtDomain *self,
                             LibvirtDomainMetadataType type,
                             const char *metadata,
                             const char *key,
                             const char *uri,
                             LibvirtDomainModificationImpact flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check_enum (type, error) || !libvirt_check_text (metadata, error))
    return FALSE;

  return libvirt_check (virDomainSetMetadata (handle->domain, type, metadata, key, uri, flags),
                        error);
}
