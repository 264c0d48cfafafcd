/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "node/libvirt-node-info.h"

#include "node/libvirt-node-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-node-info
 * @title: What a host is
 * @short_description: hardware, security model and memory encryption of a host
 *
 * A host's hardware in a few numbers, and what it has to protect guests. The complete
 * description, with the exact layout of cells and processors, is the document that
 * libvirt_connect_get_capabilities() gets.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtNodeInfo,
                     libvirt_node_info,
                     libvirt_node_info_copy,
                     libvirt_node_info_free)

G_DEFINE_BOXED_TYPE (LibvirtSecurityModel,
                     libvirt_security_model,
                     libvirt_security_model_copy,
                     libvirt_security_model_free)

/**
 * libvirt_node_info_new: (constructor)
 *
 * Makes a #LibvirtNodeInfo that describes no machine, for languages that build their own; those
 * of real hosts come from libvirt_node_get_info().
 *
 * Returns: (transfer full): one without a model and with all numbers 0
 *
 * Since: 1.0
 */
LibvirtNodeInfo *
libvirt_node_info_new (void)
{
  return g_new0 (LibvirtNodeInfo, 1);
}

/**
 * libvirt_node_info_copy:
 * @self: the hardware of a host
 *
 * Copies what libvirt_node_get_info() returned, with its string.
 *
 * Returns: (transfer full): the same hardware once more
 *
 * Since: 1.0
 */
LibvirtNodeInfo *
libvirt_node_info_copy (const LibvirtNodeInfo *self)
{
  LibvirtNodeInfo *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->model = g_strdup (self->model);
  return copy;
}

/**
 * libvirt_node_info_free: (skip)
 * @self: the hardware of a host
 *
 * Frees what libvirt_node_get_info() or libvirt_node_info_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_node_info_free (LibvirtNodeInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->model);
  g_free (self);
}

/**
 * libvirt_security_model_new: (constructor)
 *
 * Makes a #LibvirtSecurityModel that names no system, for languages that build their own; that
 * of a host comes from libvirt_node_get_security_model().
 *
 * Returns: (transfer full): one with both strings %NULL
 *
 * Since: 1.0
 */
LibvirtSecurityModel *
libvirt_security_model_new (void)
{
  return g_new0 (LibvirtSecurityModel, 1);
}

/**
 * libvirt_security_model_copy:
 * @self: a security model
 *
 * Copies what libvirt_node_get_security_model() returned, with its strings.
 *
 * Returns: (transfer full): a model of the same name and domain
 *
 * Since: 1.0
 */
LibvirtSecurityModel *
libvirt_security_model_copy (const LibvirtSecurityModel *self)
{
  LibvirtSecurityModel *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = libvirt_security_model_new ();
  copy->model = g_strdup (self->model);
  copy->doi = g_strdup (self->doi);
  return copy;
}

/**
 * libvirt_security_model_free: (skip)
 * @self: a security model
 *
 * Frees what libvirt_node_get_security_model() or libvirt_security_model_copy() returned.
 *
 * Since: 1.0
 */
void
libvirt_security_model_free (LibvirtSecurityModel *self)
{
  if (self == NULL)
    return;

  g_free (self->model);
  g_free (self->doi);
  g_free (self);
}

/**
 * libvirt_node_get_info:
 * @self: a node
 * @error: return location for a #GError
 *
 * Asks how much memory and how many processors the host has (blocks).
 *
 * The numbers suit a host that is built regularly: with cells or packages that differ they are
 * wrong, and the speed is that of the first processor at that moment. For decisions rather read
 * libvirt_connect_get_capabilities(). Calls virNodeGetInfo().
 *
 * Returns: (transfer full): what the host is made of, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtNodeInfo *
libvirt_node_get_info (LibvirtNode *self,
                       GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virNodeInfo native;
  LibvirtNodeInfo *info;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL || !libvirt_check (virNodeGetInfo (handle->connect, &native), error))
    return NULL;

  info = libvirt_node_info_new ();
  info->model = g_utf8_make_valid (native.model, -1);
  info->memory = native.memory;
  info->cpus = native.cpus;
  info->mhz = native.mhz;
  info->nodes = native.nodes;
  info->sockets = native.sockets;
  info->cores = native.cores;
  info->threads = native.threads;
  return info;
}

/**
 * libvirt_node_get_security_model:
 * @self: a node
 * @error: return location for a #GError
 *
 * Asks which system confines the host's guests (blocks). A host may have several; this is the
 * first, and libvirt_connect_get_capabilities() has them all.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT where the hypervisor has no notion of it; if it has one
 * and uses none, the model's name is empty. Calls virNodeGetSecurityModel().
 *
 * Returns: (transfer full): name and domain of interpretation, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtSecurityModel *
libvirt_node_get_security_model (LibvirtNode *self,
                                 GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virSecurityModel native = { 0 };
  LibvirtSecurityModel *model;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virNodeGetSecurityModel (handle->connect, &native), error))
    return NULL;

  model = libvirt_security_model_new ();
  model->model = g_utf8_make_valid (native.model, -1);
  model->doi = g_utf8_make_valid (native.doi, -1);
  return model;
}

/**
 * libvirt_node_get_sev_info:
 * @self: a node
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks what a host with AMD processors offers for encrypting the memory of guests (blocks).
 * "pdh" and "cert-chain" are what the owner of a guest needs to check the host, in base64
 * (strings); "cbitpos" and "reduced-phys-bits" belong into the guest's definition (`u`); newer
 * hosts add "max-guests", "max-es-guests" (`u`) and "cpu0-id" (a string).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_UNSUPPORTED, %LIBVIRT_ERROR_CONFIG_UNSUPPORTED or
 * %LIBVIRT_ERROR_NO_SUPPORT where processor, kernel or hypervisor have no SEV. Calls
 * virNodeGetSEVInfo().
 *
 * Returns: (transfer full): what the processor offers, of type `a{sv}`, or %NULL on failure
 *
 * Since: 1.0
 */
GVariant *
libvirt_node_get_sev_info (LibvirtNode *self,
                           guint flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virTypedParameterPtr params = NULL;
  int n_params = 0;
  GVariant *variant;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL ||
      !libvirt_check (virNodeGetSEVInfo (handle->connect, &params, &n_params, flags), error))
    return NULL;

  variant = libvirt_typed_params_to_variant (params, n_params);
  virTypedParamsFree (params, n_params);
  return variant;
}
