/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-guest-enums.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-stream.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_open_console    (LibvirtDomain              *self,
                                          const char                 *dev_name,
                                          LibvirtStream              *st,
                                          LibvirtDomainConsoleFlags   flags,
                                          GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_open_channel    (LibvirtDomain              *self,
                                          const char                 *name,
                                          LibvirtStream              *st,
                                          LibvirtDomainChannelFlags   flags,
                                          GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
char     *libvirt_domain_screenshot      (LibvirtDomain              *self,
                                          LibvirtStream              *stream,
                                          guint                       screen,
                                          guint                       flags,
                                          GError                    **error);

LIBVIRT_AVAILABLE_IN_1_0
GBytes   *libvirt_domain_take_screenshot (LibvirtDomain              *self,
                                          guint                       screen,
                                          guint                       flags,
                                          char                      **mime_type,
                                          GError                    **error);

G_END_DECLS
