/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

/* Named parameters as libvirt has them, in memory that virTypedParamsFree() can free. */
typedef struct
{
  virTypedParameterPtr values;
  int n;
} LibvirtParams;

/* FALSE with an error if @variant is malformed, as libvirt_typed_params_from_variant(). */
gboolean libvirt_params_init (LibvirtParams *self,
                              GVariant *variant,
                              const char *family,
                              GError **error);

/* With room for @n parameters. */
void libvirt_params_init_sized (LibvirtParams *self,
                                int n);

void libvirt_params_clear (LibvirtParams *self);

/* Overwrites all texts. */
void libvirt_params_wipe (LibvirtParams *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LibvirtParams, libvirt_params_clear)

/* Many of libvirt's functions have one of these types. The getters tell how many parameters there
 * are if there is no room for any. */
typedef int (*LibvirtDomainGetParams) (virDomainPtr domain,
                                       virTypedParameterPtr params,
                                       int *n_params,
                                       unsigned int flags);
typedef int (*LibvirtDomainSetParams) (virDomainPtr domain,
                                       virTypedParameterPtr params,
                                       int n_params,
                                       unsigned int flags);

GVariant *libvirt_domain_get_params (LibvirtDomain *self,
                                     LibvirtDomainGetParams get,
                                     guint flags,
                                     GError **error);

gboolean libvirt_domain_set_params (LibvirtDomain *self,
                                    LibvirtDomainSetParams set,
                                    const char *family,
                                    GVariant *params,
                                    guint flags,
                                    GError **error);

G_END_DECLS
