/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-lifecycle.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-fds-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-lifecycle
 * @title: Life cycle of a domain
 * @short_description: starting, suspending, stopping, and what becomes of a guest that ends
 *
 * What makes a domain run and stop. Each of these calls blocks and has an asynchronous form. When
 * it has succeeded, the properties of the #LibvirtDomain show what it did, and the events of the
 * change arrive as they do for everybody else.
 *
 * Since: 1.0
 */

static gboolean
own_call_started (LibvirtOwnCall *self,
                  guint flags)
{
  gboolean paused = (flags & LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED) != 0;
  LibvirtBase base = {
    .fields = LIBVIRT_HAS_STATE | LIBVIRT_HAS_MANAGED_SAVE,
    .state = paused ? VIR_DOMAIN_PAUSED : VIR_DOMAIN_RUNNING,
    .state_reason = paused ? (int) VIR_DOMAIN_PAUSED_USER : (int) VIR_DOMAIN_RUNNING_BOOTED,
    .active = TRUE,
    .id = (int) virDomainGetID (self->handle->domain),
  };

  return libvirt_own_call_take (self, &base);
}

static gboolean
own_call_running_state (LibvirtOwnCall *self,
                        int state,
                        int reason)
{
  LibvirtBase base = {
    .fields = LIBVIRT_HAS_STATE,
    .state = state,
    .state_reason = reason,
    .active = TRUE,
    .id = LIBVIRT_ID_SAME,
  };

  return libvirt_own_call_take (self, &base);
}

static gboolean
own_call_stopped (LibvirtOwnCall *self,
                  int reason)
{
  LibvirtBase base = {
    .fields = LIBVIRT_HAS_STATE,
    .state = VIR_DOMAIN_SHUTOFF,
    .state_reason = reason,
  };

  return libvirt_own_call_take (self, &base);
}

/* What was only asked of the guest may be done at once or never: the hypervisor knows. A domain
 * that is gone by now is told of by its event. */
static gboolean
own_call_requested (LibvirtOwnCall *self)
{
  LibvirtBase base = { 0 };

  if (libvirt_domain_query_state (self->handle->domain, 0, &base, NULL))
    libvirt_own_call_take (self, &base);
  else
    libvirt_entity_ask (self->entity);

  return TRUE;
}

/**
 * libvirt_domain_create:
 * @self: a domain that is not running
 * @error: return location for a #GError
 *
 * Starts the domain (blocks), from its managed save image if there is one: what virsh calls
 * 'start'. libvirt_connect_create_domain_xml() starts one that was never defined.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain is running. Calls virDomainCreate().
 *
 * Returns: %TRUE if the domain runs
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_create (LibvirtDomain *self,
                       GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainCreate (call.handle->domain), error) &&
         own_call_started (&call, 0);
}

/**
 * libvirt_domain_create_with_flags:
 * @self: a domain that is not running
 * @flags: how to start: paused, without the managed save image, and so on
 * @error: return location for a #GError
 *
 * Starts the domain (blocks) in one of the ways that @flags describe.
 *
 * With %LIBVIRT_DOMAIN_CREATE_FLAGS_START_AUTODESTROY the hypervisor stops it when this
 * connection ends. Calls virDomainCreateWithFlags().
 *
 * Returns: %TRUE if the domain runs, or waits paused if that was asked for
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_create_with_flags (LibvirtDomain *self,
                                  LibvirtDomainCreateFlags flags,
                                  GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainCreateWithFlags (call.handle->domain, flags), error) &&
         own_call_started (&call, flags);
}

/**
 * libvirt_domain_create_with_files:
 * @self: a domain that is not running, a container
 * @files: (array length=n_files): what the first process shall have open; the caller closes its own
 * @n_files: how many there are
 * @flags: paused or not, and whether it ends with this connection
 * @error: return location for a #GError
 *
 * Starts a container whose first process has these files open (blocks), numbered from 3 on in the
 * order of @files. The connection must be one over a UNIX socket.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT on hypervisors of virtual machines. Calls
 * virDomainCreateWithFiles().
 *
 * Returns: %TRUE if the container runs
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_create_with_files (LibvirtDomain *self,
                                  const int *files,
                                  gsize n_files,
                                  LibvirtDomainCreateFlags flags,
                                  GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };
  guint n = (guint) MIN (n_files, G_MAXUINT);

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (files != NULL || n_files == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* libvirt only reads the numbers. */
  return libvirt_check_fds (files, n_files, error) &&
         libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainCreateWithFiles (call.handle->domain, n, (int *) files, flags),
                        error) &&
         own_call_started (&call, flags);
}

/**
 * libvirt_domain_shutdown:
 * @self: a running domain
 * @error: return location for a #GError
 *
 * Asks the guest to switch itself off (blocks until the request is made, not until the guest is
 * down). A guest is free not to react: #LibvirtDomain:state tells when it did, and
 * libvirt_domain_destroy() does not ask.
 *
 * Calls virDomainShutdown() and virDomainGetState().
 *
 * Returns: %TRUE if the request reached the guest
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_shutdown (LibvirtDomain *self,
                         GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainShutdown (call.handle->domain), error) &&
         own_call_requested (&call);
}

/**
 * libvirt_domain_shutdown_flags:
 * @self: a running domain
 * @flags: how to ask the guest; with none of them the hypervisor chooses
 * @error: return location for a #GError
 *
 * Asks the guest to switch itself off (blocks until the request is made) in a given way: by the
 * ACPI power button, the guest agent, a signal to its init process.
 *
 * If several ways are given, the hypervisor picks their order. Calls virDomainShutdownFlags()
 * and virDomainGetState().
 *
 * Returns: %TRUE if one way of asking worked
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_shutdown_flags (LibvirtDomain *self,
                               LibvirtDomainShutdownFlagValues flags,
                               GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainShutdownFlags (call.handle->domain, flags), error) &&
         own_call_requested (&call);
}

/**
 * libvirt_domain_reboot:
 * @self: a running domain
 * @flags: the ways to try; with none of them the hypervisor chooses
 * @error: return location for a #GError
 *
 * Asks the guest to restart itself (blocks until the request is made). The domain keeps running
 * with the same id; #LibvirtDomain::event-reboot tells of the restart.
 *
 * Calls virDomainReboot() and virDomainGetState().
 *
 * Returns: %TRUE if the guest was asked
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_reboot (LibvirtDomain *self,
                       LibvirtDomainRebootFlagValues flags,
                       GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainReboot (call.handle->domain, flags), error) &&
         own_call_requested (&call);
}

/**
 * libvirt_domain_reset:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Restarts the machine at once, as its reset button would (blocks): the guest cannot save
 * anything.
 *
 * #LibvirtDomain::event-reboot may be emitted two or three times for it. Calls virDomainReset()
 * and virDomainGetState().
 *
 * Returns: %TRUE if the machine was reset
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_reset (LibvirtDomain *self,
                      guint flags,
                      GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainReset (call.handle->domain, flags), error) &&
         own_call_requested (&call);
}

/**
 * libvirt_domain_suspend:
 * @self: a running domain
 * @error: return location for a #GError
 *
 * Pauses the domain (blocks): it keeps its memory and gets no processor time until
 * libvirt_domain_resume(). Its network peers see it hang.
 *
 * Calls virDomainSuspend().
 *
 * Returns: %TRUE if the domain is paused
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_suspend (LibvirtDomain *self,
                        GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainSuspend (call.handle->domain), error) &&
         own_call_running_state (&call, VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER);
}

/**
 * libvirt_domain_resume:
 * @self: a paused domain
 * @error: return location for a #GError
 *
 * Lets a paused domain go on (blocks).
 *
 * Calls virDomainResume().
 *
 * Returns: %TRUE if the domain runs again
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_resume (LibvirtDomain *self,
                       GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainResume (call.handle->domain), error) &&
         own_call_running_state (&call, VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED);
}

/**
 * libvirt_domain_pm_suspend_for_duration:
 * @self: a running domain with a guest agent
 * @target: the kind of sleep: to memory, to disk, or both
 * @duration: 0; waking up by itself after so many seconds is not supported by any hypervisor yet
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the guest go to sleep by its own power management (blocks until the agent was asked).
 * libvirt_domain_pm_wakeup() wakes it from memory; one that sleeps on disk is started again.
 *
 * Calls virDomainPMSuspendForDuration() and virDomainGetState().
 *
 * Returns: %TRUE if the agent took the request
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_pm_suspend_for_duration (LibvirtDomain *self,
                                        LibvirtNodeSuspendTarget target,
                                        guint64 duration,
                                        guint flags,
                                        GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainPMSuspendForDuration (call.handle->domain, target, duration,
                                                       flags),
                        error) &&
         own_call_requested (&call);
}

/**
 * libvirt_domain_pm_wakeup:
 * @self: a domain that sleeps in memory
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Wakes a guest that libvirt_domain_pm_suspend_for_duration() or the guest itself put to sleep
 * (blocks).
 *
 * Calls virDomainPMWakeup() and virDomainGetState().
 *
 * Returns: %TRUE if the guest was woken
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_pm_wakeup (LibvirtDomain *self,
                          guint flags,
                          GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainPMWakeup (call.handle->domain, flags), error) &&
         own_call_requested (&call);
}

/**
 * libvirt_domain_destroy:
 * @self: a running domain
 * @error: return location for a #GError
 *
 * Switches the domain off at once, as if its power were cut (blocks): what the guest had not
 * written is lost. The definition of a persistent domain stays; one that is not persistent is
 * gone, and #LibvirtEntity:exists becomes %FALSE.
 *
 * Calls virDomainDestroy().
 *
 * Returns: %TRUE if the domain is off
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_destroy (LibvirtDomain *self,
                        GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainDestroy (call.handle->domain), error) &&
         own_call_stopped (&call, VIR_DOMAIN_SHUTOFF_DESTROYED);
}

/**
 * libvirt_domain_destroy_flags:
 * @self: a running domain
 * @flags: how gently
 * @error: return location for a #GError
 *
 * Switches the domain off without asking the guest (blocks). With
 * %LIBVIRT_DOMAIN_DESTROY_FLAGS_VALUES_GRACEFUL the hypervisor process is given time to write
 * what it holds, and the call fails instead of killing it.
 *
 * Calls virDomainDestroyFlags().
 *
 * Returns: %TRUE if the domain is off
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_destroy_flags (LibvirtDomain *self,
                              LibvirtDomainDestroyFlagsValues flags,
                              GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainDestroyFlags (call.handle->domain, flags), error) &&
         own_call_stopped (&call, VIR_DOMAIN_SHUTOFF_DESTROYED);
}

static gboolean
own_call_undefined (LibvirtOwnCall *self)
{
  LibvirtBase base = {
    .fields = LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_AUTOSTART |
              LIBVIRT_HAS_MANAGED_SAVE,
  };

  return libvirt_own_call_take (self, &base);
}

/**
 * libvirt_domain_undefine:
 * @self: a persistent domain
 * @error: return location for a #GError
 *
 * Has the host forget the definition (blocks). A domain that is running goes on until it stops;
 * one that is not is gone.
 *
 * Fails if there is more that would be lost with it, such as snapshots or a managed save image:
 * libvirt_domain_undefine_flags() says what to do with those. Calls virDomainUndefine().
 *
 * Returns: %TRUE if the domain is no longer persistent
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_undefine (LibvirtDomain *self,
                         GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainUndefine (call.handle->domain), error) &&
         own_call_undefined (&call);
}

/**
 * libvirt_domain_undefine_flags:
 * @self: a persistent domain
 * @flags: what else to remove, or to keep
 * @error: return location for a #GError
 *
 * Has the host forget the definition (blocks), together with what @flags name: managed save
 * image, metadata of snapshots and checkpoints, NVRAM, TPM state.
 *
 * Calls virDomainUndefineFlags().
 *
 * Returns: %TRUE if the domain is no longer persistent
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_undefine_flags (LibvirtDomain *self,
                               LibvirtDomainUndefineFlagsValues flags,
                               GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainUndefineFlags (call.handle->domain, flags), error) &&
         own_call_undefined (&call);
}

/* A handle that nobody else has. */
static virDomainPtr
own_call_look_up (LibvirtOwnCall *self)
{
  return virDomainLookupByUUID (virDomainGetConnect (self->handle->domain), self->entity->uuid);
}

/* Some drivers put the new name into the handle and free the old one, which others may be reading. */
static gboolean
own_call_rename (LibvirtOwnCall *self,
                 const char *new_name,
                 guint flags,
                 GError **error)
{
  virDomainPtr native = libvirt_check_pointer (own_call_look_up (self), error);
  gboolean renamed =
    native != NULL && libvirt_check (virDomainRename (native, new_name, flags), error);

  if (native != NULL)
    virDomainFree (native);
  return renamed;
}

/* Other drivers leave the old name there. */
static gboolean
own_call_renamed (LibvirtOwnCall *self)
{
  virDomainPtr native = own_call_look_up (self);

  if (native != NULL)
    libvirt_entity_take_native (self->entity, native, LIBVIRT_FROM_OWN, self->serial);
  else
    libvirt_entity_ask (self->entity);

  return TRUE;
}

/**
 * libvirt_domain_rename:
 * @self: a domain that is not running
 * @new_name: what to call it
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Gives the domain another name (blocks). It keeps its UUID, and @self stays its object.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if another domain has the name. Calls
 * virDomainRename() and virDomainLookupByUUID().
 *
 * Returns: %TRUE if the domain has the new name
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_rename (LibvirtDomain *self,
                       const char *new_name,
                       guint flags,
                       GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (new_name != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_check_text (new_name, error) && libvirt_own_call_begin (&call, self, error) &&
         own_call_rename (&call, new_name, flags, error) && own_call_renamed (&call);
}

/**
 * libvirt_domain_get_autostart:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks the hypervisor whether the domain is started together with the host's libvirt daemon
 * (blocks), and brings #LibvirtDomain:autostart up to date.
 *
 * Calls virDomainGetAutostart().
 *
 * Returns: %TRUE if it is; %FALSE if it is not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_get_autostart (LibvirtDomain *self,
                              GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };
  int autostart = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainGetAutostart (call.handle->domain, &autostart), error) &&
         libvirt_own_call_autostart (&call, autostart != 0) && autostart != 0;
}

/**
 * libvirt_domain_set_autostart:
 * @self: a persistent domain
 * @autostart: whether to start it with its host
 * @error: return location for a #GError
 *
 * Decides whether the domain is started together with the host's libvirt daemon (blocks).
 *
 * Calls virDomainSetAutostart().
 *
 * Returns: %TRUE if the host took note
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_autostart (LibvirtDomain *self,
                              gboolean autostart,
                              GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virDomainSetAutostart (call.handle->domain, autostart != FALSE), error) &&
         libvirt_own_call_autostart (&call, autostart != FALSE);
}

static gboolean
get_autostart_once (virDomainPtr domain,
                    GError **error)
{
#if LIBVIR_CHECK_VERSION (11, 2, 0)
  int autostart = 0;

  return libvirt_check (virDomainGetAutostartOnce (domain, &autostart), error) && autostart != 0;
#else
  libvirt_set_error_needs (error, "virDomainGetAutostartOnce", "11.2");
  return FALSE;
#endif
}

/**
 * libvirt_domain_get_autostart_once:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks the hypervisor whether the domain is started at the next start of its host, and not at those
 * that follow (blocks). #LibvirtDomain:autostart is another thing, which holds for all of them.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT with a libvirt that is older than 11.2. Calls
 * virDomainGetAutostartOnce().
 *
 * Returns: %TRUE if it is; %FALSE if it is not, and also on failure: then @error is set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_get_autostart_once (LibvirtDomain *self,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && get_autostart_once (handle->domain, error);
}

static gboolean
set_autostart_once (virDomainPtr domain,
                    gboolean autostart,
                    GError **error)
{
#if LIBVIR_CHECK_VERSION (11, 2, 0)
  return libvirt_check (virDomainSetAutostartOnce (domain, autostart != FALSE), error);
#else
  libvirt_set_error_needs (error, "virDomainSetAutostartOnce", "11.2");
  return FALSE;
#endif
}

/**
 * libvirt_domain_set_autostart_once:
 * @self: a persistent domain
 * @autostart: whether to start it the next time its host starts
 * @error: return location for a #GError
 *
 * Decides whether the domain is started at the next start of its host (blocks), and only then: of
 * use before the host is restarted for maintenance.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT with a libvirt that is older than 11.2. Calls
 * virDomainSetAutostartOnce().
 *
 * Returns: %TRUE if the host will remember it
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_autostart_once (LibvirtDomain *self,
                                   gboolean autostart,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  return handle != NULL && set_autostart_once (handle->domain, autostart, error);
}

/**
 * libvirt_domain_set_lifecycle_action:
 * @self: a domain
 * @type: the occasion
 * @action: what is to happen then
 * @flags: whether that is so for the running instance, in the stored definition, or both
 * @error: return location for a #GError
 *
 * Decides what becomes of the domain when its guest switches itself off, restarts or crashes
 * (blocks): what the elements on_poweroff, on_reboot and on_crash of its description say.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED for a guest on QEMU that was started with all
 * three set to %LIBVIRT_DOMAIN_LIFECYCLE_ACTION_DESTROY. Calls virDomainSetLifecycleAction().
 *
 * Returns: %TRUE if it will be done like that
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_lifecycle_action (LibvirtDomain *self,
                                     LibvirtDomainLifecycle type,
                                     LibvirtDomainLifecycleAction action,
                                     LibvirtDomainModificationImpact flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetLifecycleAction (handle->domain, type, action, flags), error);
}
