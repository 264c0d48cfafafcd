/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-graphics.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-fds-private.h"

/**
 * SECTION:libvirt-domain-graphics
 * @title: Displays of a domain
 * @short_description: connecting a viewer to a domain's display
 *
 * A domain may have displays that viewers connect to, by VNC or SPICE. Instead of over the
 * network, a viewer on the same host can get a connection from here, even to a display that does
 * not listen anywhere. The connection to libvirt must be a local one, as file descriptors do not
 * travel further.
 *
 * |[<!-- language="C" -->
 * int fd = libvirt_domain_open_graphics_fd (domain, 0,
 *                                           LIBVIRT_DOMAIN_OPEN_GRAPHICS_FLAGS_SKIPAUTH, &error);
 *
 * if (fd >= 0)
 *   vnc_display_open_fd (display, fd);
 * ]|
 *
 * Since: 1.0
 */

/**
 * libvirt_domain_open_graphics:
 * @self: a running domain
 * @idx: which display: 0 for the first in the domain's description
 * @fd: an end of a pair of connected sockets. The hypervisor gets a duplicate: the caller closes
 *   this one
 * @flags: whether the viewer must say who it is
 * @error: return location for a #GError
 *
 * Makes the domain's display talk over a socket of the caller's (blocks); the viewer has the other
 * end of it.
 *
 * Fails with %LIBVIRT_ERROR_INTERNAL_ERROR if there is no such display, and over connections that
 * are not local. Calls virDomainOpenGraphics().
 *
 * Returns: %TRUE if the display is at the other end
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_open_graphics (LibvirtDomain *self,
                              guint idx,
                              int fd,
                              LibvirtDomainOpenGraphicsFlags flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (fd >= 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainOpenGraphics (handle->domain, idx, fd, flags), error);
}

/**
 * libvirt_domain_open_graphics_fd:
 * @self: a running domain
 * @idx: number of the display, counted from 0 in the order of the domain's description
 * @flags: whether the viewer is let in without a password
 * @error: return location for a #GError
 *
 * Gets a socket at whose other end the domain's display is (blocks), to be handed to a viewer. It
 * is not inherited by programs that are started.
 *
 * Fails as libvirt_domain_open_graphics() does. Calls virDomainOpenGraphicsFD().
 *
 * Returns: the file descriptor, which the caller closes, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_domain_open_graphics_fd (LibvirtDomain *self,
                                 guint idx,
                                 LibvirtDomainOpenGraphicsFlags flags,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_fd_take (
    libvirt_check_count (virDomainOpenGraphicsFD (handle->domain, idx, flags), error));
}

static gboolean
graphics_reload (virDomainPtr domain,
                 guint type,
                 guint flags,
                 GError **error)
{
#if LIBVIR_CHECK_VERSION (10, 2, 0)
  return libvirt_check (virDomainGraphicsReload (domain, type, flags), error);
#else
  libvirt_set_error_needs (error, "virDomainGraphicsReload", "10.2");
  return FALSE;
#endif
}

/**
 * libvirt_domain_graphics_reload:
 * @self: a running domain
 * @type: which displays
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Makes displays read their TLS certificates again (blocks), when they have been renewed on the
 * host. Viewers that are connected stay so.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT if the hypervisor cannot do that, and with a libvirt that
 * is older than 10.2. Calls virDomainGraphicsReload().
 *
 * Returns: %TRUE if new viewers are shown the new certificates
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_graphics_reload (LibvirtDomain *self,
                                LibvirtDomainGraphicsReloadType type,
                                guint flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return graphics_reload (handle->domain, type, flags, error);
}
