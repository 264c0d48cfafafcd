/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_SECURITY_LABEL (libvirt_security_label_get_type ())

typedef struct _LibvirtSecurityLabel LibvirtSecurityLabel;

/**
 * LibvirtSecurityLabel:
 * @label: the label as the security model of the host writes it; empty if there is none
 * @enforcing: whether the host acts upon it, or only takes note of what it would have refused
 *
 * What confines the process of a domain.
 *
 * Mirrors virSecurityLabel.
 *
 * Since: 1.0
 */
struct _LibvirtSecurityLabel
{
  char *label;
  gboolean enforcing;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                 libvirt_security_label_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecurityLabel *libvirt_security_label_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecurityLabel *libvirt_security_label_copy     (const LibvirtSecurityLabel *self);

LIBVIRT_AVAILABLE_IN_1_0
void                  libvirt_security_label_free     (LibvirtSecurityLabel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtSecurityLabel, libvirt_security_label_free)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecurityLabel *libvirt_domain_get_security_label      (LibvirtDomain  *self,
                                                              GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
GPtrArray            *libvirt_domain_get_security_label_list (LibvirtDomain  *self,
                                                              GError        **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant *libvirt_domain_get_launch_security_info  (LibvirtDomain             *self,
                                                    guint                      flags,
                                                    GError                   **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean  libvirt_domain_set_launch_security_state (LibvirtDomain             *self,
                                                    GVariant                  *params,
                                                    guint                      flags,
                                                    GError                   **error);

LIBVIRT_AVAILABLE_IN_1_0
GStrv     libvirt_domain_get_messages              (LibvirtDomain             *self,
                                                    LibvirtDomainMessageType   flags,
                                                    GError                   **error);

G_END_DECLS
