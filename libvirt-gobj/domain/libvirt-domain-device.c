/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-device.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-device
 * @title: Devices of a domain
 * @short_description: plugging, unplugging and changing devices
 *
 * Disks, network cards, memory modules and so on, put into a domain and taken out of it. What is
 * plugged in is an element of the domain's own description:
 *
 * |[<!-- language="C" -->
 * libvirt_domain_attach_device_flags (domain,
 *                                     "<interface type='network'>"
 *                                     "  <source network='default'/>"
 *                                     "  <model type='virtio'/>"
 *                                     "</interface>",
 *                                     LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_LIVE |
 *                                       LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_CONFIG,
 *                                     &error);
 * ]|
 *
 * The running guest and the stored definition are changed apart from each other: what is plugged
 * into the guest alone is gone at its next start, what goes into the definition alone is there
 * from then on. With %LIBVIRT_DOMAIN_DEVICE_MODIFY_FLAGS_CURRENT it is the guest if it runs, and
 * else the definition.
 *
 * A device leaves a guest only when the guest's system lets go of it:
 * #LibvirtDomain::event-device-removed says that it did,
 * #LibvirtDomain::event-device-removal-failed that it refused.
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_attach_device:
 * @self: a running domain
 * @xml: the device, as the XML element that describes it in a domain
 * @error: return location for a #GError
 *
 * Plugs a device into the running guest (blocks). For another disc in a drive that is there
 * already use libvirt_domain_update_device_flags().
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain does not run, and if @xml is no device, or
 * not a whole one, with %LIBVIRT_ERROR_XML_ERROR, %LIBVIRT_ERROR_XML_DETAIL,
 * %LIBVIRT_ERROR_CONFIG_UNSUPPORTED, or a code for what is missing such as %LIBVIRT_ERROR_NO_TARGET. A
 * call that is cancelled may still have its effect. Calls virDomainAttachDevice().
 *
 * Returns: %TRUE if the guest has the device
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_attach_device (LibvirtDomain *self,
                              const char *xml,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (xml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainAttachDevice (handle->domain, xml), error);
}

/**
 * libvirt_domain_attach_device_flags:
 * @self: a domain
 * @xml: what to add, as the XML element that would describe it in a domain
 * @flags: whether the running guest, the stored definition or both get it
 * @error: return location for a #GError
 *
 * Adds a device to a domain (blocks). If two places are named and the second one cannot have it,
 * none has it.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the running guest is meant and there is none, and
 * with %LIBVIRT_ERROR_OPERATION_FAILED or another code if there is such a device already or no
 * socket for one more. A call that is cancelled may still have its effect. Calls
 * virDomainAttachDeviceFlags().
 *
 * Returns: %TRUE if the device is wherever @flags say
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_attach_device_flags (LibvirtDomain *self,
                                    const char *xml,
                                    LibvirtDomainDeviceModifyFlags flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (xml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainAttachDeviceFlags (handle->domain, xml, flags), error);
}

/**
 * libvirt_domain_detach_device:
 * @self: a running domain
 * @xml: which device, as its element in the description of the running domain
 * @error: return location for a #GError
 *
 * Asks the running guest to give a device back (blocks for a few seconds, in case it does so at
 * once). The stored definition keeps it.
 *
 * Success means that the request was made: see #LibvirtDomain::event-device-removed. Fails with
 * %LIBVIRT_ERROR_DEVICE_MISSING if there is no such device. A call that is cancelled may still
 * have its effect. Calls virDomainDetachDevice().
 *
 * Returns: %TRUE if the guest was asked
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_detach_device (LibvirtDomain *self,
                              const char *xml,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (xml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainDetachDevice (handle->domain, xml), error);
}

/**
 * libvirt_domain_detach_device_flags:
 * @self: a domain
 * @xml: what to take out: best the element just as libvirt_domain_get_xml_desc() has it, since
 *   from less than that each hypervisor guesses in its own way
 * @flags: where to take it from
 * @error: return location for a #GError
 *
 * Takes a device out of a domain (blocks). It leaves a stored definition at once, but a running
 * guest only when that plays its part: the call waits a few seconds for that and then succeeds
 * anyway.
 *
 * Fails with %LIBVIRT_ERROR_DEVICE_MISSING if nothing fits @xml, and on some hypervisors while a
 * block job uses the disk. A call that is cancelled may still have its effect. Calls
 * virDomainDetachDeviceFlags().
 *
 * Returns: %TRUE if the device is gone, or the guest was asked to release it
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_detach_device_flags (LibvirtDomain *self,
                                    const char *xml,
                                    LibvirtDomainDeviceModifyFlags flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (xml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainDetachDeviceFlags (handle->domain, xml, flags), error);
}

/**
 * libvirt_domain_detach_device_alias:
 * @self: a domain
 * @alias: the name of the device in the domain: 'net0', or one that begins with 'ua-' and was
 *   given to it in its description
 * @flags: where to take it from; hypervisors differ in which they support
 * @error: return location for a #GError
 *
 * Asks for a device to be taken out (blocks until the request is made). Other than
 * libvirt_domain_detach_device_flags() it never waits for the guest: one of the signals
 * #LibvirtDomain::event-device-removed and #LibvirtDomain::event-device-removal-failed follows.
 *
 * Fails with %LIBVIRT_ERROR_DEVICE_MISSING, or with older libvirts %LIBVIRT_ERROR_INTERNAL_ERROR,
 * if no device has that name. Calls virDomainDetachDeviceAlias().
 *
 * Returns: %TRUE if the request was made
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_detach_device_alias (LibvirtDomain *self,
                                    const char *alias,
                                    LibvirtDomainDeviceModifyFlags flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (alias != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainDetachDeviceAlias (handle->domain, alias, flags), error);
}

/**
 * libvirt_domain_update_device_flags:
 * @self: a domain
 * @xml: the device as it shall be: its whole element as libvirt_domain_get_xml_desc() has it, with
 *   the change in it. What is left out counts as to be removed
 * @flags: which of the two to change, and whether to insist if the guest has locked a drive
 * @error: return location for a #GError
 *
 * Changes a device of a domain (blocks): puts another disc into a drive, sets the password of a
 * display, connects a network card elsewhere. Hypervisors can do little else to a running guest.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED or %LIBVIRT_ERROR_CONFIG_UNSUPPORTED for a
 * change that cannot be made while the guest runs. A call that is cancelled may still have its
 * effect. Calls virDomainUpdateDeviceFlags().
 *
 * Returns: %TRUE if the device is as described
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_update_device_flags (LibvirtDomain *self,
                                    const char *xml,
                                    LibvirtDomainDeviceModifyFlags flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (xml != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainUpdateDeviceFlags (handle->domain, xml, flags), error);
}

static gboolean
announce_interface (virDomainPtr domain,
                    const char *device,
                    virTypedParameterPtr params,
                    int n_params,
                    guint flags,
                    GError **error)
{
#if LIBVIR_CHECK_VERSION (12, 5, 0)
  return libvirt_check (virDomainAnnounceInterface (domain, device, params, n_params, flags),
                        error);
#else
  libvirt_set_error_needs (error, "virDomainAnnounceInterface", "12.5");
  return FALSE;
#endif
}

/**
 * libvirt_domain_announce_interface:
 * @self: a running domain
 * @device: (nullable): the network card, by its name on the host or its MAC address; %NULL for all of
 *   them
 * @params: (nullable): how often and how fast, as `a{sv}` with the numbers "initial", "max",
 *   "rounds" and "step"; %NULL for what the hypervisor thinks proper
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the host tell the network where the guest is (blocks): it sends packets in the name of the
 * guest's network cards, from which switches learn the way to them after a change of the wiring.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT if the hypervisor cannot do that, and with a libvirt that
 * is older than 12.5. Calls virDomainAnnounceInterface().
 *
 * Returns: %TRUE if the packets are on their way
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_announce_interface (LibvirtDomain *self,
                                   const char *device,
                                   GVariant *params,
                                   guint flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr native = NULL;
  int n_native = 0;
  gboolean done;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "DOMAIN_ANNOUNCE_INTERFACE_", &native, &n_native,
                                          error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  done = handle != NULL &&
         announce_interface (handle->domain, device, native, n_native, flags, error);
  virTypedParamsFree (native, n_native);

  return done;
}
