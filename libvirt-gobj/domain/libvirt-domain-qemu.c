/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-qemu.h"

#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-fds-private.h"

#include <libvirt/libvirt-qemu.h>

/**
 * SECTION:libvirt-domain-qemu
 * @title: QEMU's own commands
 * @short_description: talking to QEMU and to its guest agent past libvirt
 *
 * For what libvirt has no function for yet, on connections to QEMU only: commands for QEMU's
 * monitor and for the agent in the guest, in their own language.
 *
 * |[<!-- language="C" -->
 * g_autofree char *reply =
 *   libvirt_domain_qemu_monitor_command (domain, "info status",
 *                                        LIBVIRT_DOMAIN_QEMU_MONITOR_COMMAND_FLAGS_HMP, &error);
 * ]|
 *
 * To ask is harmless. A command that changes what libvirt keeps track of is not: libvirt is not
 * told, and does the wrong thing from then on. libvirt marks a domain that was talked to like this
 * as tainted. There is no promise that commands stay the same from one QEMU to the next.
 *
 * On other hypervisors all of this fails with %LIBVIRT_ERROR_NO_SUPPORT.
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_qemu_agent_command:
 * @self: a running domain
 * @cmd: the command, in JSON: `{"execute":"guest-ping"}`
 * @timeout: how long to wait for the reply, in seconds, or one of
 *   #LibvirtDomainQemuAgentCommandTimeoutValues
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the guest's agent carry out a command of its own language (blocks).
 *
 * Fails with %LIBVIRT_ERROR_AGENT_UNRESPONSIVE if the agent is not there or the time is over, with
 * %LIBVIRT_ERROR_AGENT_COMMAND_TIMEOUT if libvirt waited but the agent still works on it, and with
 * %LIBVIRT_ERROR_INTERNAL_ERROR and the agent's own words if it refuses. A call that is cancelled
 * may still have its effect. Calls virDomainQemuAgentCommand().
 *
 * Returns: (transfer full): the agent's reply in JSON, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_qemu_agent_command (LibvirtDomain *self,
                                   const char *cmd,
                                   int timeout,
                                   guint flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (cmd != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virDomainQemuAgentCommand (handle->domain, cmd, timeout, flags),
                               error);
}

/**
 * libvirt_domain_qemu_monitor_command:
 * @self: a running domain
 * @cmd: the command, in JSON, or as people type it with
 *   %LIBVIRT_DOMAIN_QEMU_MONITOR_COMMAND_FLAGS_HMP
 * @flags: which of the two languages of the monitor it is in
 * @error: return location for a #GError
 *
 * Has QEMU carry out a command of its monitor (blocks). In JSON a command that QEMU refuses is a
 * success, too: the reply says "error".
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain does not run. A call that is cancelled
 * may still have its effect. Calls virDomainQemuMonitorCommand().
 *
 * Returns: (transfer full): what QEMU says to it, in the language of the command, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_qemu_monitor_command (LibvirtDomain *self,
                                     const char *cmd,
                                     LibvirtDomainQemuMonitorCommandFlags flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  char *reply = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (cmd != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainQemuMonitorCommand (handle->domain, cmd, &reply, flags), error))
    return NULL;

  return libvirt_check_string (reply, error);
}

/**
 * libvirt_domain_qemu_monitor_command_with_files:
 * @self: a running domain
 * @cmd: the command to send along with the files
 * @infiles: (nullable): file descriptors that QEMU gets with it, which stay the caller's; %NULL
 *   for none
 * @flags: the language that @cmd is in
 * @outfiles: (out) (optional): the file descriptors that came with the reply. They belong to the
 *   list, and are closed with it
 * @error: return location for a #GError
 *
 * Does what libvirt_domain_qemu_monitor_command() does (blocks), with file descriptors that go to
 * QEMU or come from it. The connection must be one over a UNIX socket.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED or another code over connections that cannot
 * carry files. A call that is cancelled may still have its effect. Calls
 * virDomainQemuMonitorCommandWithFiles().
 *
 * Returns: (transfer full): what QEMU says to it, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_qemu_monitor_command_with_files (LibvirtDomain *self,
                                                const char *cmd,
                                                GUnixFDList *infiles,
                                                LibvirtDomainQemuMonitorCommandFlags flags,
                                                GUnixFDList **outfiles,
                                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (GUnixFDList) received = NULL;
  const int *fds = NULL;
  int n_fds = 0;
  int *native = NULL;
  unsigned int n_native = 0;
  char *reply = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (cmd != NULL, NULL);
  g_return_val_if_fail (infiles == NULL || G_IS_UNIX_FD_LIST (infiles), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  if (infiles != NULL)
    fds = g_unix_fd_list_peek_fds (infiles, &n_fds);
  if (!libvirt_check (virDomainQemuMonitorCommandWithFiles (handle->domain, cmd, n_fds, (int *) fds,
                                                            &n_native, &native, &reply, flags),
                      error))
    return NULL;

  received = libvirt_fds_take (native, n_native);
  if (outfiles != NULL)
    *outfiles = g_steal_pointer (&received);
  return libvirt_check_string (reply, error);
}

/**
 * libvirt_connect_qemu_attach_domain:
 * @self: a connection
 * @pid_value: the number of the process
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Takes a QEMU that somebody else has started into libvirt's care (blocks). libvirt has not had it
 * since version 5.5: every call fails with %LIBVIRT_ERROR_NO_SUPPORT on hosts that are newer.
 *
 * Calls virDomainQemuAttach().
 *
 * Returns: (transfer full): the domain that the process is, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_qemu_attach_domain (LibvirtConnect *self,
                                    guint pid_value,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtCore *core;
  virDomainPtr native;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = libvirt_connect_get_core (self);
  handle = libvirt_core_hold (core, error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (core);
  native = virDomainQemuAttach (handle->connect, pid_value, flags);
  return libvirt_adopt_changed (core, &libvirt_domain_details, NULL, native, serial, error);
}
