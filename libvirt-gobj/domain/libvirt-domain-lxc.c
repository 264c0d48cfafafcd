/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-lxc.h"

#include "domain/libvirt-domain-private.h"
#include "domain/libvirt-domain-security-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-fds-private.h"
#include <libvirt-gobj/libvirt-version.h>

#include <libvirt/libvirt-lxc.h>

/**
 * SECTION:libvirt-domain-lxc
 * @title: Entering containers
 * @short_description: running something inside a container of LXC
 *
 * What a program on the host needs to run another one inside a container, as `virsh
 * lxc-enter-namespace` does it. These functions change the thread or process that calls them: none
 * but libvirt_domain_lxc_open_namespace() has an asynchronous form, and what is written here
 * happens in a child process, between fork() and exec().
 *
 * |[<!-- language="C" -->
 * namespaces = libvirt_domain_lxc_open_namespace (domain, 0, &error);
 * child = fork ();
 * if (child == 0)
 *   {
 *     if (enter_with_setns (namespaces))
 *       execl ("/bin/ps", "ps", NULL);
 *     _exit (1);
 *   }
 * ]|
 *
 * A connection cannot be used in a child. There, setns() does the same with the file descriptors;
 * libvirt_domain_lxc_enter_namespace() is for a program that enters the container itself.
 *
 * On other hypervisors all of this fails with %LIBVIRT_ERROR_NO_SUPPORT.
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_lxc_open_namespace:
 * @self: a running container
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Opens what setns() needs to enter the container (blocks): a file descriptor for each of its
 * namespaces. They are not inherited by programs that are started.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the container does not run. Calls
 * virDomainLxcOpenNamespace().
 *
 * Returns: (transfer full): the file descriptors, which belong to the list, or %NULL on failure
 *
 * Since: 1.0
 */
GUnixFDList *
libvirt_domain_lxc_open_namespace (LibvirtDomain *self,
                                   guint flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  int *fds = NULL;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  n = virDomainLxcOpenNamespace (handle->domain, &fds, flags);
  if (!libvirt_check (n, error))
    return NULL;

  return libvirt_fds_take (fds, n);
}

/**
 * libvirt_domain_lxc_enter_namespace:
 * @self: a running container
 * @fdlist: its namespaces, as libvirt_domain_lxc_open_namespace() has opened them
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Moves the calling thread into the container: from then on it sees the container's files, network
 * and so on, and only its children are among the container's processes.
 *
 * The kernel refuses a thread that is one of several for some namespaces, and this library has
 * threads of its own: to run a program in a container, rather call setns() in a child. Fails with
 * %LIBVIRT_ERROR_SYSTEM_ERROR if the kernel refuses; the thread may then be half in. Calls
 * virDomainLxcEnterNamespace().
 *
 * Returns: (transfer full): the namespaces the thread came from, to go back with, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GUnixFDList *
libvirt_domain_lxc_enter_namespace (LibvirtDomain *self,
                                    GUnixFDList *fdlist,
                                    guint flags,
                                    GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  const int *fds;
  int n_fds;
  int *old = NULL;
  unsigned int n_old = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (G_IS_UNIX_FD_LIST (fdlist), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  fds = g_unix_fd_list_peek_fds (fdlist, &n_fds);
  if (!libvirt_check (virDomainLxcEnterNamespace (handle->domain, n_fds, (int *) fds, &n_old, &old,
                                                  flags),
                      error))
    return NULL;

  return libvirt_fds_take (old, n_old);
}

/**
 * libvirt_domain_lxc_enter_cgroup:
 * @self: a running container
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Moves the calling process into the control groups of the container, so that its limits of
 * memory, processor and so on count for the process, too. There is no way back but for root.
 *
 * Fails with %LIBVIRT_ERROR_SYSTEM_ERROR where the host's groups are out of reach. Calls
 * virDomainLxcEnterCGroup().
 *
 * Returns: %TRUE if the process has been moved
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_lxc_enter_cgroup (LibvirtDomain *self,
                                 guint flags,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainLxcEnterCGroup (handle->domain, flags), error);
}

/* FALSE if it is longer than anything libvirt would know. */
static gboolean
fill_in (char *buffer,
         gsize size,
         const char *text,
         GError **error)
{
  if (text == NULL || g_strlcpy (buffer, text, size) < size)
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                     "A security label, or the name of a system, is longer than %" G_GSIZE_FORMAT
                     " bytes",
                     size - 1);
  return FALSE;
}

/**
 * libvirt_domain_lxc_enter_security_label:
 * @model: the system that confines the host's containers, from libvirt_node_get_security_model()
 * @label: the label to take on
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Puts the label of a container on the calling process, before that enters it. With some systems
 * the label counts from the next exec() on.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED for a system that libvirt cannot do this with.
 * Calls virDomainLxcEnterSecurityLabel().
 *
 * Returns: (transfer full): the label the process had, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtSecurityLabel *
libvirt_domain_lxc_enter_security_label (const LibvirtSecurityModel *model,
                                         const LibvirtSecurityLabel *label,
                                         guint flags,
                                         GError **error)
{
  virSecurityModel native_model = { 0 };
  virSecurityLabel native_label = { 0 };
  virSecurityLabel old_label = { 0 };

  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!fill_in (native_model.model, sizeof native_model.model, model->model, error) ||
      !fill_in (native_model.doi, sizeof native_model.doi, model->doi, error) ||
      !fill_in (native_label.label, sizeof native_label.label, label->label, error))
    return NULL;
  native_label.enforcing = label->enforcing;

  if (!libvirt_initialize (error) ||
      !libvirt_check (virDomainLxcEnterSecurityLabel (&native_model, &native_label, &old_label,
                                                      flags),
                      error))
    return NULL;

  return libvirt_security_label_from_native (&old_label);
}
