/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-guest-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_INFO (libvirt_domain_info_get_type ())

typedef struct _LibvirtDomainInfo LibvirtDomainInfo;

/**
 * LibvirtDomainInfo:
 * @state: whether it ran at that moment, and if not, why
 * @max_mem: the most memory it may have, in KiB
 * @memory: the memory it has now, in KiB
 * @nr_virt_cpu: number of virtual processors
 * @cpu_time: processor time used since the start, in nanoseconds
 *
 * The main figures of a domain, as libvirt_domain_get_info() got them.
 *
 * Mirrors virDomainInfo.
 *
 * Since: 1.0
 */
struct _LibvirtDomainInfo
{
  LibvirtDomainState state;
  guint64 max_mem;
  guint64 memory;
  guint16 nr_virt_cpu;
  guint64 cpu_time;
};

LIBVIRT_AVAILABLE_IN_1_0
GType              libvirt_domain_info_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainInfo *libvirt_domain_info_new      (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainInfo *libvirt_domain_info_copy     (const LibvirtDomainInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void               libvirt_domain_info_free     (LibvirtDomainInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainInfo, libvirt_domain_info_free)

LIBVIRT_AVAILABLE_IN_1_0
gboolean           libvirt_domain_get_state     (LibvirtDomain        *self,
                                                 guint                 flags,
                                                 LibvirtDomainState   *state,
                                                 int                  *reason,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainInfo *libvirt_domain_get_info      (LibvirtDomain        *self,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean           libvirt_domain_is_active     (LibvirtDomain        *self,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean           libvirt_domain_is_persistent (LibvirtDomain        *self,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean           libvirt_domain_is_updated    (LibvirtDomain        *self,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
char              *libvirt_domain_get_os_type   (LibvirtDomain        *self,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
char              *libvirt_domain_get_xml_desc  (LibvirtDomain        *self,
                                                 LibvirtDomainXMLFlags flags,
                                                 GError              **error);

LIBVIRT_AVAILABLE_IN_1_0
char              *libvirt_domain_get_hostname  (LibvirtDomain                  *self,
                                                 LibvirtDomainGetHostnameFlags   flags,
                                                 GError                        **error);

LIBVIRT_AVAILABLE_IN_1_0
char              *libvirt_domain_get_metadata  (LibvirtDomain                   *self,
                                                 LibvirtDomainMetadataType        type,
                                                 const char                      *uri,
                                                 LibvirtDomainModificationImpact  flags,
                                                 GError                         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean           libvirt_domain_set_metadata  (LibvirtDomain                   *self,
                                                 LibvirtDomainMetadataType        type,
                                                 const char                      *metadata,
                                                 const char                      *key,
                                                 const char                      *uri,
                                                 LibvirtDomainModificationImpact  flags,
                                                 GError                         **error);

G_END_DECLS
