/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-input.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-domain-input
 * @title: Input to a guest
 * @short_description: keys, interrupts and signals for a guest
 *
 * What reaches a guest from outside without its help: key strokes, the interrupt that debuggers
 * and crash dumps wait for, and, in containers, signals to processes.
 *
 * |[<!-- language="C" -->
 * guint ctrl_alt_del[] = { 29, 56, 111 };
 *
 * libvirt_domain_send_key (domain, LIBVIRT_KEYCODE_SET_LINUX, 50, ctrl_alt_del,
 *                          G_N_ELEMENTS (ctrl_alt_del), 0, &error);
 * ]|
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_send_key:
 * @self: a running domain
 * @codeset: how the keys are numbered
 * @holdtime: how long they are held down, in milliseconds; 0 for what the hypervisor thinks proper
 * @keycodes: (array length=n_keycodes): the keys, 16 at most, which are pressed together in this
 *   order
 * @n_keycodes: how many they are
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Presses keys of the guest's keyboard and lets them go again (blocks). Keys one after another are
 * a call each.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG for no keys, or too many, with that or
 * %LIBVIRT_ERROR_INTERNAL_ERROR for such that the guest's keyboard does not have, and with
 * %LIBVIRT_ERROR_OPERATION_INVALID if the domain is not running. Calls virDomainSendKey().
 *
 * Returns: %TRUE if the keys were pressed
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_send_key (LibvirtDomain *self,
                         LibvirtKeycodeSet codeset,
                         guint holdtime,
                         const guint *keycodes,
                         gsize n_keycodes,
                         guint flags,
                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  int n = (int) MIN (n_keycodes, G_MAXINT);

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (keycodes != NULL || n_keycodes == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  /* libvirt only reads them. */
  return libvirt_check (
    virDomainSendKey (handle->domain, codeset, holdtime, (guint *) keycodes, n, flags), error);
}

/**
 * libvirt_domain_inject_nmi:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Sends the guest an interrupt that it cannot mask (blocks). What it does about that is a matter
 * of its system: write a crash dump, start a debugger, or only note it in its log.
 *
 * Calls virDomainInjectNMI().
 *
 * Returns: %TRUE if the interrupt was sent
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_inject_nmi (LibvirtDomain *self,
                           guint flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainInjectNMI (handle->domain, flags), error);
}

/**
 * libvirt_domain_send_process_signal:
 * @self: a running domain, a container
 * @pid_value: which process, by its number inside; a negative one means the group of that number.
 *   All hypervisors that can do it know 1, and some nothing else
 * @signum: what to send: to end it, to have it read its configuration again, and so on
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Sends a signal to a process inside a container (blocks); with %LIBVIRT_DOMAIN_PROCESS_SIGNAL_NOP
 * only to learn whether it is there.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT on hypervisors of virtual machines. Calls
 * virDomainSendProcessSignal().
 *
 * Returns: %TRUE if the process got the signal
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_send_process_signal (LibvirtDomain *self,
                                    gint64 pid_value,
                                    LibvirtDomainProcessSignal signum,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSendProcessSignal (handle->domain, pid_value, signum, flags),
                        error);
}
