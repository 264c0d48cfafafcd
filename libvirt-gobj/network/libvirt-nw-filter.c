/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "network/libvirt-nw-filter-private.h"

#include <libvirt/virterror.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-own-call-private.h"

/**
 * SECTION:libvirt-nw-filter
 * @title: LibvirtNWFilter
 * @short_description: rules for what a guest may send and receive
 *
 * A network filter is a list of rules that a host applies to the interfaces of guests whose
 * descriptions name it. Get one from its connection: libvirt_connect_lookup_nw_filter_by_name(),
 * libvirt_connect_define_nw_filter_xml(). libvirt tells nobody what becomes of filters: what others
 * do is seen with the next list.
 *
 * Since: 1.0
 */

/**
 * LibvirtNWFilter:
 *
 * A named set of rules for the traffic of guests.
 *
 * Since: 1.0
 */

enum
{
  PROP_UUID = LIBVIRT_FIRST_OWN_PROP,
};

struct _LibvirtNWFilter
{
  LibvirtEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (LibvirtNWFilter, libvirt_nw_filter, LIBVIRT_TYPE_ENTITY)

static void
nw_filter_read_uuid (gpointer native,
                     guint8 *uuid)
{
  virNWFilterGetUUID (native, uuid);
}

static const char *
nw_filter_read_name (gpointer native,
                     char *buffer)
{
  return virNWFilterGetName (native);
}

static gpointer
nw_filter_look_up (gpointer owner,
                   LibvirtEntity *self)
{
  return virNWFilterLookupByUUID (owner, self->uuid);
}

static int
list_nw_filters (gpointer connect,
                 gpointer **natives,
                 unsigned int flags)
{
  return virConnectListAllNWFilters (connect, (virNWFilterPtr **) natives, flags);
}

GPtrArray *
libvirt_nw_filter_adopt_list (LibvirtCore *core,
                              virConnectPtr connect,
                              guint flags,
                              GError **error)
{
  return libvirt_adopt_listed (core, &libvirt_nw_filter_details, NULL, connect, list_nw_filters, flags,
                               error);
}

static GPtrArray *
nw_filter_list (LibvirtCore *core,
                LibvirtEntity *owner,
                gpointer native_owner,
                GError **error)
{
  return libvirt_nw_filter_adopt_list (core, native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_nw_filter_details = {
  .kind = LIBVIRT_KIND_NW_FILTER,
  .owner_kind = LIBVIRT_KIND_CONNECT,
  .get_type = libvirt_nw_filter_get_type,
  .gone_code = VIR_ERR_NO_NWFILTER,
  .read_uuid = nw_filter_read_uuid,
  .read_name = nw_filter_read_name,
  .look_up = nw_filter_look_up,
  .take = libvirt_entity_take_only_flags,
  .notify_changed = libvirt_entity_notify_flags,
  .list = nw_filter_list,
};

static void
libvirt_nw_filter_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  g_value_set_string (value, libvirt_entity_get_uuid_text (LIBVIRT_ENTITY (object)));
}

static void
libvirt_nw_filter_class_init (LibvirtNWFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = libvirt_nw_filter_get_property;
  ((LibvirtEntityClass *) klass)->details = &libvirt_nw_filter_details;

  /**
   * LibvirtNWFilter:uuid: (getter get_uuid_string)
   *
   * What tells the filter from all others, as text of 36 characters. It never changes.
   *
   * Since: 1.0
   */
  g_object_class_install_property (
    object_class, PROP_UUID,
    g_param_spec_string ("uuid", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
}

static void
libvirt_nw_filter_init (LibvirtNWFilter *self)
{
}

/**
 * libvirt_nw_filter_get_name:
 * @self: a network filter
 *
 * Gets what the network filter is called on its host; nothing is asked.
 *
 * Calls virNWFilterGetName().
 *
 * Returns: (transfer none): the name; can be used as long as there is a reference to the filter
 *
 * Since: 1.0
 */
const char *
libvirt_nw_filter_get_name (LibvirtNWFilter *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_nw_filter_get_uuid:
 * @self: a network filter
 *
 * Gets the UUID of the network filter as its bytes.
 *
 * Calls virNWFilterGetUUID().
 *
 * Returns: (transfer full): the 16 bytes that tell the network filter from others
 *
 * Since: 1.0
 */
GBytes *
libvirt_nw_filter_get_uuid (LibvirtNWFilter *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER (self), NULL);

  return g_bytes_new (LIBVIRT_ENTITY (self)->uuid, VIR_UUID_BUFLEN);
}

/**
 * libvirt_nw_filter_get_uuid_string:
 * @self: a network filter
 *
 * Gets the UUID of the network filter in writing, with small letters.
 *
 * Stands for virNWFilterGetUUIDString().
 *
 * Returns: (transfer none): 36 characters, valid as long as the network filter
 *
 * Since: 1.0
 */
const char *
libvirt_nw_filter_get_uuid_string (LibvirtNWFilter *self)
{
  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER (self), NULL);

  return libvirt_entity_get_uuid_text (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_nw_filter_get_xml_desc:
 * @self: a network filter
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Gets the rules in libvirt's format (blocks).
 *
 * Calls virNWFilterGetXMLDesc().
 *
 * Returns: (transfer full): the filter as an XML document, or %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_nw_filter_get_xml_desc (LibvirtNWFilter *self,
                                guint flags,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_string (virNWFilterGetXMLDesc (handle->nw_filter, flags), error);
}

/**
 * libvirt_nw_filter_undefine:
 * @self: a network filter
 * @error: return location for a #GError
 *
 * Has the host forget the filter (blocks).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if a running guest or another filter uses it. Calls
 * virNWFilterUndefine().
 *
 * Returns: %TRUE if there is no such filter any more
 *
 * Since: 1.0
 */
gboolean
libvirt_nw_filter_undefine (LibvirtNWFilter *self,
                            GError **error)
{
  g_auto (LibvirtOwnCall) call = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_NW_FILTER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_own_call_begin (&call, self, error) &&
         libvirt_check (virNWFilterUndefine (call.handle->nw_filter), error) &&
         libvirt_own_call_gone (&call);
}
