/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-nw-filter-binding-private.h"

#include <libvirt/virterror.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-nw-filter-binding
 * @title: LibvirtNWFilterBinding
 * @short_description: a filter at work on an interface
 *
 * A binding applies a #LibvirtNWFilter to one interface of the host. Hosts make them for running
 * guests by themselves; libvirt_connect_create_nw_filter_binding_xml() makes one for an interface
 * that is no guest's of libvirt's. A binding is known by that interface: #LibvirtEntity:name is the
 * same as #LibvirtNWFilterBinding:port-dev.
 *
 * Since: 1.0
 */

/**
 * LibvirtNWFilterBinding:
 *
 * What applies a filter to one interface.
 *
 * Since: 1.0
 */

enum
{
  PROP_FILTER_NAME = LIBVIRT_FIRST_OWN_PROP,
  PROP_PORT_DEV,
};

struct _LibvirtNWFilterBinding
{
  LibvirtNamedEntity parent_instance;

  char *filter_name; /* never changes */
};

G_DEFINE_FINAL_TYPE (LibvirtNWFilterBinding, libvirt_nw_filter_binding, LIBVIRT_TYPE_ENTITY)

static const char *
nw_filter_binding_read_name (gpointer native,
                             char *buffer)
{
  return virNWFilterBindingGetPortDev (native);
}

static gpointer
nw_filter_binding_look_up (gpointer owner,
                           LibvirtEntity *self)
{
  return virNWFilterBindingLookupByPortDev (owner, libvirt_entity_read_name (self));
}

/* The native pointer is there when the object is made. */
static guint
binding_take (LibvirtEntity *entity,
              const LibvirtBase *base)
{
  LibvirtNWFilterBinding *self = LIBVIRT_NW_FILTER_BINDING (entity);
  virNWFilterBindingPtr native = libvirt_entity_peek_native (entity);

  if (self->filter_name == NULL && native != NULL)
    self->filter_name =
      libvirt_dup_valid (virNWFilterBindingGetFilterName (native));
  return libvirt_entity_take_only_flags (entity, base);
}

static int
list_bindings (gpointer connect,
               gpointer **natives,
               unsigned int flags)
{
  return virConnectListAllNWFilterBindings (connect, (virNWFilterBindingPtr **) natives, flags);
}

GPtrArray *
libvirt_nw_filter_binding_adopt_list (LibvirtCore *core,
                                      virConnectPtr connect,
                                      guint flags,
                                      GError **error)
{
  return libvirt_adopt_listed (core, &libvirt_nw_filter_binding_details, NULL, connect, list_bindings, flags,
                               error);
}

static GPtrArray *
nw_filter_binding_list (LibvirtCore *core,
                        LibvirtEntity *owner,
                        gpointer native_owner,
                        GError **error)
{
  return libvirt_nw_filter_binding_adopt_list (core, native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_nw_filter_binding_details = {
  .kind = LIBVIRT_KIND_NW_FILTER_BINDING,
  .owner_kind = LIBVIRT_KIND_CONNECT,
  .get_type = libvirt_nw_filter_binding_get_type,
  .gone_code = VIR_ERR_NO_NWFILTER_BINDING,
  .read_name = nw_filter_binding_read_name,
  .look_up = nw_filter_binding_look_up,
  .take = binding_take,
  .notify_changed = libvirt_entity_notify_flags,
  .list = nw_filter_binding_list,
};

static void
libvirt_nw_filter_binding_finalize (GObject *object)
{
  g_free (LIBVIRT_NW_FILTER_BINDING (object)->filter_name);

  G_OBJECT_CLASS (libvirt_nw_filter_binding_parent_class)->finalize (object);
}

static void
libvirt_nw_filter_binding_get_property (GObject *object,
                                        guint prop_id,
                                        GValue *value,
                                        GParamSpec *pspec)
{
  LibvirtNWFilterBinding *self = LIBVIRT_NW_FILTER_BINDING (object);

  g_value_set_string (value, prop_id == PROP_FILTER_NAME
                               ? libvirt_nw_filter_binding_get_filter_name (self)
                               : libvirt_nw_filter_binding_get_port_dev (self));
}

static void
libvirt_nw_filter_binding_class_init (LibvirtNWFilterBindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_nw_filter_binding_finalize;
  object_class->get_property = libvirt_nw_filter_binding_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_nw_filter_binding_details;

  /**
   * LibvirtNWFilterBinding:filter-name: (getter get_filter_name)
   *
   * Which filter is applied.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_FILTER_NAME,
    g_param_spec_string ("filter-name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  /**
   * LibvirtNWFilterBinding:port-dev: (getter get_port_dev)
   *
   * To which interface of the host it is applied, such as `vnet0`.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_PORT_DEV,
    g_param_spec_string ("port-dev", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
}

static void
libvirt_nw_filter_binding_init (LibvirtNWFilterBinding *self)
{
}

/**
 * libvirt_nw_filter_binding_get_port_dev:
 * @self: a binding
 *
 * Gets #LibvirtNWFilterBinding:port-dev without asking.
 *
 * Calls virNWFilterBindingGetPortDev().
 *
 * Returns: (transfer none): an interface of the host, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_nw_filter_binding_get_port_dev (LibvirtNWFilterBinding *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER_BINDING (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_nw_filter_binding_get_filter_name:
 * @self: a binding
 *
 * Gets #LibvirtNWFilterBinding:filter-name without asking.
 *
 * Calls virNWFilterBindingGetFilterName().
 *
 * Returns: (transfer none): what the filter is called, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_nw_filter_binding_get_filter_name (LibvirtNWFilterBinding *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER_BINDING (self), NULL);

  return self->filter_name;
}

/**
 * libvirt_nw_filter_binding_get_xml_desc:
 * @self: a binding
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Gets interface, filter and parameters in libvirt's format (blocks).
 *
 * Calls virNWFilterBindingGetXMLDesc().
 *
 * Returns: (transfer full): the binding as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_nw_filter_binding_get_xml_desc (LibvirtNWFilterBinding *self,
                                        guint flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER_BINDING (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virNWFilterBindingGetXMLDesc (handle->nw_filter_binding, flags),
                              error);
}

/**
 * libvirt_nw_filter_binding_delete:
 * @self: a binding
 * @error: return location for a #GError
 *
 * Ends the binding (blocks): nothing is filtered on that interface any more.
 *
 * Calls virNWFilterBindingDelete().
 *
 * Returns: %TRUE if the interface is free
 *
 * Since: 1.0
 */
gboolean
libvirt_nw_filter_binding_delete (LibvirtNWFilterBinding *self,
                                  GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER_BINDING (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNWFilterBindingDelete (call.handle->nw_filter_binding), error) &&
         libvirt_own_call_gone (&call);
}
