/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-guest-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_agent_set_response_timeout (LibvirtDomain                *self,
                                                     int                           timeout,
                                                     guint                         flags,
                                                     GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_guest_info             (LibvirtDomain                *self,
                                                     LibvirtDomainGuestInfoTypes   types,
                                                     guint                         flags,
                                                     GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_get_time                   (LibvirtDomain                *self,
                                                     guint                         flags,
                                                     gint64                       *seconds,
                                                     guint                        *nseconds,
                                                     GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_time                   (LibvirtDomain                *self,
                                                     gint64                        seconds,
                                                     guint                         nseconds,
                                                     LibvirtDomainSetTimeFlags     flags,
                                                     GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_user_password
                                  (LibvirtDomain                      *self,
                                   const char                         *user,
                                   const char                         *password,
                                   LibvirtDomainSetUserPasswordFlags   flags,
                                   GError                            **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv     libvirt_domain_authorized_ssh_keys_get    (LibvirtDomain                *self,
                                                     const char                   *user,
                                                     guint                         flags,
                                                     GError                      **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_authorized_ssh_keys_set
                                  (LibvirtDomain                           *self,
                                   const char                              *user,
                                   const char * const                      *keys,
                                   LibvirtDomainAuthorizedSSHKeysSetFlags   flags,
                                   GError                                 **error);

G_END_DECLS
