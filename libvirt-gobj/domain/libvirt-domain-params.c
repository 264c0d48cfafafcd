/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-params-private.h"

#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

#include <string.h>

gboolean
libvirt_params_init (LibvirtParams *self,
                     GVariant *variant,
                     const char *family,
                     GError **error)
{
  return libvirt_typed_params_from_variant (variant, family, &self->values, &self->n, error);
}

void
libvirt_params_init_sized (LibvirtParams *self,
                           int n)
{
  self->values = g_new0 (virTypedParameter, n);
  self->n = n;
}

void
libvirt_params_clear (LibvirtParams *self)
{
  virTypedParamsFree (self->values, self->n);
  self->values = NULL;
  self->n = 0;
}

void
libvirt_params_wipe (LibvirtParams *self)
{
  for (int i = 0; i < self->n; i++)
    {
      virTypedParameterPtr param = &self->values[i];

      if (param->type == VIR_TYPED_PARAM_STRING && param->value.s != NULL)
        explicit_bzero (param->value.s, strlen (param->value.s));
    }
}

GVariant *
libvirt_domain_get_params (LibvirtDomain *self,
                           LibvirtDomainGetParams get,
                           guint flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  g_auto (LibvirtParams) params = { 0 };
  int n = 0;

  if (handle == NULL || !libvirt_check (get (handle->domain, NULL, &n, flags), error))
    return NULL;

  libvirt_params_init_sized (&params, n);
  if (n > 0 && !libvirt_check (get (handle->domain, params.values, &n, flags), error))
    return NULL;

  return libvirt_typed_params_to_variant (params.values, n);
}

gboolean
libvirt_domain_set_params (LibvirtDomain *self,
                           LibvirtDomainSetParams set,
                           const char *family,
                           GVariant *params,
                           guint flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_auto (LibvirtParams) native = { 0 };

  if (!libvirt_params_init (&native, params, family, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (set (handle->domain, native.values, native.n, flags), error);
}
