/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-node-enums.h>

G_BEGIN_DECLS

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_create                  (LibvirtDomain                    *self,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_create_with_flags       (LibvirtDomain                    *self,
                                                 LibvirtDomainCreateFlags          flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_create_with_files       (LibvirtDomain                    *self,
                                                 const int                        *files,
                                                 gsize                             n_files,
                                                 LibvirtDomainCreateFlags          flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_shutdown                (LibvirtDomain                    *self,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_shutdown_flags          (LibvirtDomain                    *self,
                                                 LibvirtDomainShutdownFlagValues   flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_reboot                  (LibvirtDomain                    *self,
                                                 LibvirtDomainRebootFlagValues     flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_reset                   (LibvirtDomain                    *self,
                                                 guint                             flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_suspend                 (LibvirtDomain                    *self,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_resume                  (LibvirtDomain                    *self,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_pm_suspend_for_duration (LibvirtDomain                    *self,
                                                 LibvirtNodeSuspendTarget          target,
                                                 guint64                           duration,
                                                 guint                             flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_pm_wakeup               (LibvirtDomain                    *self,
                                                 guint                             flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_destroy                 (LibvirtDomain                    *self,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_destroy_flags           (LibvirtDomain                    *self,
                                                 LibvirtDomainDestroyFlagsValues   flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_undefine                (LibvirtDomain                    *self,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_undefine_flags          (LibvirtDomain                    *self,
                                                 LibvirtDomainUndefineFlagsValues  flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_rename                  (LibvirtDomain                    *self,
                                                 const char                       *new_name,
                                                 guint                             flags,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_get_autostart           (LibvirtDomain                    *self,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_autostart           (LibvirtDomain                    *self,
                                                 gboolean                          autostart,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_get_autostart_once      (LibvirtDomain                    *self,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_autostart_once      (LibvirtDomain                    *self,
                                                 gboolean                          autostart,
                                                 GError                          **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean libvirt_domain_set_lifecycle_action    (LibvirtDomain                    *self,
                                                 LibvirtDomainLifecycle            type,
                                                 LibvirtDomainLifecycleAction      action,
                                                 LibvirtDomainModificationImpact   flags,
                                                 GError                          **error);

G_END_DECLS
