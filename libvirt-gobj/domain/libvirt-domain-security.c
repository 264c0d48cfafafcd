/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-security-private.h"

#include "domain/libvirt-domain-params-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

#include <stdlib.h>

/**
 * SECTION:libvirt-domain-security
 * @title: Security of a domain
 * @short_description: what confines a domain's process, and what protects a guest from its host
 *
 * Systems such as SELinux and AppArmor give each process a label, and decide by it what the
 * process may touch. libvirt labels a domain and what belongs to it so that it cannot reach
 * anything else, even if a guest breaks out of its virtual machine.
 *
 * The other way round, processors with AMD SEV and the like can keep a guest's memory secret from
 * its host. The owner of a guest that was started paused looks at
 * libvirt_domain_get_launch_security_info(), which the processor has signed, and if that is as it
 * should be, gives it what it needs with libvirt_domain_set_launch_security_state().
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtSecurityLabel,
                     libvirt_security_label,
                     libvirt_security_label_copy,
                     libvirt_security_label_free)

/**
 * libvirt_security_label_new: (constructor)
 *
 * Makes a #LibvirtSecurityLabel that confines nothing, for languages that build their own.
 *
 * Returns: (transfer full): one without a text, that is not enforced
 *
 * Since: 1.0
 */
LibvirtSecurityLabel *
libvirt_security_label_new (void)
{
  return g_new0 (LibvirtSecurityLabel, 1);
}

/**
 * libvirt_security_label_copy:
 * @self: the label of a process
 *
 * Copies a label, to keep it apart from where it came from.
 *
 * Returns: (transfer full): the same label once more
 *
 * Since: 1.0
 */
LibvirtSecurityLabel *
libvirt_security_label_copy (const LibvirtSecurityLabel *self)
{
  LibvirtSecurityLabel *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->label = g_strdup (self->label);
  return copy;
}

/**
 * libvirt_security_label_free: (skip)
 * @self: the label of a process
 *
 * Frees a label that a function returned, with its text.
 *
 * Since: 1.0
 */
void
libvirt_security_label_free (LibvirtSecurityLabel *self)
{
  if (self == NULL)
    return;

  g_free (self->label);
  g_free (self);
}

LibvirtSecurityLabel *
libvirt_security_label_from_native (const virSecurityLabel *native)
{
  LibvirtSecurityLabel *self = libvirt_security_label_new ();

  self->label = libvirt_dup_valid (native->label);
  self->enforcing = native->enforcing != 0;
  return self;
}

/**
 * libvirt_domain_get_security_label:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks for the label of a running domain's process (blocks). A host without a security model, or a
 * domain that does not run, has one without text.
 *
 * Calls virDomainGetSecurityLabel().
 *
 * Returns: (transfer full): what confines it, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtSecurityLabel *
libvirt_domain_get_security_label (LibvirtDomain *self,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virSecurityLabel native = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check (virDomainGetSecurityLabel (handle->domain, &native), error))
    return NULL;

  return libvirt_security_label_from_native (&native);
}

/**
 * libvirt_domain_get_security_label_list:
 * @self: a domain
 * @error: return location for a #GError
 *
 * Asks for all labels of a running domain's process (blocks): a host can have several security
 * models at a time. libvirt_node_get_security_model() names the first.
 *
 * Calls virDomainGetSecurityLabelList().
 *
 * Returns: (transfer container) (element-type LibvirtSecurityLabel): a label of each model, none
 *   if the domain does not run, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_domain_get_security_label_list (LibvirtDomain *self,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virSecurityLabelPtr natives = NULL;
  GPtrArray *labels;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n = virDomainGetSecurityLabelList (handle->domain, &natives);
  if (!libvirt_check (n, error))
    return NULL;

  labels = g_ptr_array_new_full (n, (GDestroyNotify) libvirt_security_label_free);
  for (int i = 0; i < n; i++)
    g_ptr_array_add (labels, libvirt_security_label_from_native (&natives[i]));
  free (natives);

  return labels;
}

/**
 * libvirt_domain_get_launch_security_info:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks how a guest that is protected from its host was started (blocks). The keys begin with
 * LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV; a guest without such protection has none of them.
 *
 * Calls virDomainGetLaunchSecurityInfo().
 *
 * Returns: (transfer full): versions, policy and measurement by name, of type `a{sv}`, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_domain_get_launch_security_info (LibvirtDomain *self,
                                         guint flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_auto (LibvirtParams) params = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL || !libvirt_check (virDomainGetLaunchSecurityInfo (
                                          handle->domain, &params.values, &params.n, flags),
                                        error))
    return NULL;

  return libvirt_typed_params_to_variant (params.values, params.n);
}

/**
 * libvirt_domain_set_launch_security_state:
 * @self: a paused domain
 * @params: the secret and what belongs to it, as `a{sv}`:
 *   %LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SECRET and
 *   %LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER, and where to put it, if the guest does not
 *   say so itself
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Puts a secret into the memory of a guest that was started paused and is protected from its host
 * (blocks): the key to its disks, for example. Afterwards the guest can run; if it failed, it
 * should be destroyed.
 *
 * The library overwrites the copies that it makes. It makes none of @params, not even in the
 * asynchronous form, and what is in there is up to the caller.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED if the guest has no such protection. A call that
 * is cancelled may still have its effect. Calls virDomainSetLaunchSecurityState().
 *
 * Returns: %TRUE if the secret is in the guest's memory
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_set_launch_security_state (LibvirtDomain *self,
                                          GVariant *params,
                                          guint flags,
                                          GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_auto (LibvirtParams) native = { 0 };
  gboolean done;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_params_init (&native, params, "DOMAIN_LAUNCH_SECURITY_", error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  done = handle != NULL && libvirt_check (virDomainSetLaunchSecurityState (
                                            handle->domain, native.values, native.n, flags),
                                          error);
  libvirt_params_wipe (&native);

  return done;
}

/**
 * libvirt_domain_get_messages:
 * @self: a domain
 * @flags: of which kinds; %LIBVIRT_DOMAIN_MESSAGE_TYPE_NONE for all
 * @error: return location for a #GError
 *
 * Asks what libvirt finds remarkable about a domain (blocks): that it runs in a way that is not
 * supported, or uses what will be gone one day. Some hypervisors know this of running guests only.
 *
 * Calls virDomainGetMessages().
 *
 * Returns: (transfer full): a sentence for each, in the host's language, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_domain_get_messages (LibvirtDomain *self,
                             LibvirtDomainMessageType flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  char **messages = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainGetMessages (handle->domain, &messages, flags), error))
    return NULL;

  return messages != NULL ? libvirt_take_all_valid (messages) : g_new0 (char *, 1);
}
