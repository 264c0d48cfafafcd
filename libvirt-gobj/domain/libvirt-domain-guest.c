/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-guest.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-guest
 * @title: Inside the guest
 * @short_description: the clock, users, keys and system inside a guest
 *
 * What only the guest's own system can tell or do. On QEMU an agent in the guest is asked for it,
 * a program that must be installed there, and for which the domain has a channel:
 *
 * |[
 * <channel type='unix'>
 *   <target type='virtio' name='org.qemu.guest_agent.0'/>
 * </channel>
 * ]|
 *
 * All of these calls fail with %LIBVIRT_ERROR_AGENT_UNRESPONSIVE if the agent is not there or does
 * not answer, with %LIBVIRT_ERROR_OPERATION_INVALID if the domain is not running, and most with
 * %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if it has no such channel.
 * #LibvirtDomain::event-agent-lifecycle tells when an agent comes and goes. An agent belongs to
 * the guest: what it says need not be true, and it may take any time for it, so that these calls
 * count among the long ones; libvirt_domain_agent_set_response_timeout() sets a limit.
 *
 * What a hypervisor has no agent for fails with %LIBVIRT_ERROR_NO_SUPPORT.
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_agent_set_response_timeout:
 * @self: a running domain
 * @timeout: how long to wait, in seconds, or one of #LibvirtDomainAgentResponseTimeoutValues
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Sets a limit to how long each question to the agent inside the guest may take from now on
 * (blocks); without one, libvirt waits as long as the agent likes. The limit holds for this
 * domain, for all who use it, and until the domain stops.
 *
 * Calls virDomainAgentSetResponseTimeout().
 *
 * Returns: %TRUE if the limit holds
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_agent_set_response_timeout (LibvirtDomain *self,
                                           int timeout,
                                           guint flags,
                                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainAgentSetResponseTimeout (handle->domain, timeout, flags), error);
}

/**
 * libvirt_domain_get_guest_info:
 * @self: a running domain
 * @types: which groups of facts; %LIBVIRT_DOMAIN_GUEST_INFO_TYPES_NONE for all that the agent
 *   knows
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks the guest about itself (blocks): its system, users, disks, network and so on.
 *
 * A fact's name begins with its group: "os.name", "timezone.offset" in seconds, "hostname". Where
 * there are several of something, a number follows, and a fact says how many there are:
 * "user.count" users have "user.0.name", "user.0.login-time" in milliseconds since 1970,
 * "user.1.name" and so on. Of groups that were named the call fails if one cannot be had; of all
 * groups those are missing.
 *
 * Calls virDomainGetGuestInfo().
 *
 * Returns: (transfer full): the facts by name, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_guest_info (LibvirtDomain *self,
                               LibvirtDomainGuestInfoTypes types,
                               guint flags,
                               GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr params = NULL;
  int n_params = 0;
  GVariant *info;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  if (!libvirt_check (virDomainGetGuestInfo (handle->domain, types, &params, &n_params, flags),
                      error))
    return NULL;

  info = libvirt_typed_params_to_variant (params, n_params);
  virTypedParamsFree (params, n_params);

  return info;
}

/**
 * libvirt_domain_get_time:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @seconds: (out) (optional): the time, in whole seconds since 1970 began in UTC
 * @nseconds: (out) (optional): what has passed of the next second, in nanoseconds
 * @error: return location for a #GError
 *
 * Asks the guest what time it is there (blocks).
 *
 * Calls virDomainGetTime().
 *
 * Returns: %TRUE if the guest told the time
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_get_time (LibvirtDomain *self,
                         guint flags,
                         gint64 *seconds,
                         guint *nseconds,
                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  long long native_seconds = 0;
  unsigned int native_nseconds = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainGetTime (handle->domain, &native_seconds, &native_nseconds, flags),
                      error))
    return FALSE;

  if (seconds != NULL)
    *seconds = native_seconds;
  if (nseconds != NULL)
    *nseconds = native_nseconds;
  return TRUE;
}

/**
 * libvirt_domain_set_time:
 * @self: a running domain
 * @seconds: the time it shall be, in seconds since 1970 began in UTC
 * @nseconds: what is to be added to @seconds, in nanoseconds
 * @flags: whether the guest rather takes the time from its hardware clock, which went on while it
 *   was paused; then the two numbers are not used
 * @error: return location for a #GError
 *
 * Puts the guest's clock right (blocks), after it was paused or restored, say: its system does not
 * notice that, and the gap may be more than it corrects by itself.
 *
 * A call that is cancelled may still have its effect. Calls virDomainSetTime().
 *
 * Returns: %TRUE if the guest's clock was set
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_time (LibvirtDomain *self,
                         gint64 seconds,
                         guint nseconds,
                         LibvirtDomainSetTimeFlags flags,
                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainSetTime (handle->domain, seconds, nseconds, flags), error);
}

/**
 * libvirt_domain_set_user_password:
 * @self: a running domain
 * @user: whose password, by the name of the user inside the guest
 * @password: the new one
 * @flags: whether it is the password itself, or a hash of it as the guest keeps it
 * @error: return location for a #GError
 *
 * Gives a user inside the guest another password (blocks). The password travels to the host as the
 * connection does: over the network only TLS or SSH keep it a secret. The asynchronous form wipes
 * its own copy.
 *
 * Fails with what the agent says if the guest has no such user. A call that is cancelled may still
 * have its effect. Calls virDomainSetUserPassword().
 *
 * Returns: %TRUE if the guest has taken the password
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_user_password (LibvirtDomain *self,
                                  const char *user,
                                  const char *password,
                                  LibvirtDomainSetUserPasswordFlags flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (user != NULL, FALSE);
  g_return_val_if_fail (password != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check_text (user, error) || !libvirt_check_text (password, error))
    return FALSE;

  return libvirt_check (virDomainSetUserPassword (handle->domain, user, password, flags), error);
}

/**
 * libvirt_domain_authorized_ssh_keys_get:
 * @self: a running domain
 * @user: the name of a user inside the guest
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Reads with which public keys one may log in over SSH as a user of the guest (blocks): the lines
 * of its authorized_keys file.
 *
 * Fails with what the agent says if the user is unknown or has no such file. Calls
 * virDomainAuthorizedSSHKeysGet().
 *
 * Returns: (transfer full): a line for each key, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_domain_authorized_ssh_keys_get (LibvirtDomain *self,
                                        const char *user,
                                        guint flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  char **keys = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (user != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainAuthorizedSSHKeysGet (handle->domain, user, &keys, flags), error))
    return NULL;

  return keys != NULL ? libvirt_take_all_valid (keys) : g_new0 (char *, 1);
}

/**
 * libvirt_domain_authorized_ssh_keys_set:
 * @self: a running domain
 * @user: whose keys they are, by the name the guest knows the user by
 * @keys: (nullable) (array zero-terminated=1): public keys, each as a line of OpenSSH's; none to
 *   take all away
 * @flags: whether @keys take the place of those that are there, come to them, or are removed
 * @error: return location for a #GError
 *
 * Changes with which keys one may log in over SSH as a user of the guest (blocks).
 *
 * Fails with what the agent says if the guest has no such user, and with
 * %LIBVIRT_ERROR_INVALID_ARG if there is nothing to add or to remove. A call that is cancelled may
 * still have its effect. Calls virDomainAuthorizedSSHKeysSet().
 *
 * Returns: %TRUE if the user's file of keys was written
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_authorized_ssh_keys_set (LibvirtDomain *self,
                                        const char *user,
                                        const char * const *keys,
                                        LibvirtDomainAuthorizedSSHKeysSetFlags flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint n_keys = keys != NULL ? g_strv_length ((char **) keys) : 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (user != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainAuthorizedSSHKeysSet (handle->domain, user, (const char **) keys,
                                                       n_keys, flags),
                        error);
}
