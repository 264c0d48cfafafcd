/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "node/libvirt-node-devices.h"

#include "node/libvirt-node-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-node-devices
 * @title: Names of a host's devices
 * @short_description: the names alone, without objects
 *
 * libvirt's older way to list what is built into a host. It costs little and gives names only;
 * libvirt_connect_list_all_node_devices() gives objects.
 *
 * Since: 1.0
 */

/**
 * libvirt_node_list_devices:
 * @self: a node
 * @cap: (nullable): a capability that the devices must have, such as "net" or "usb_device";
 *   %NULL for all devices
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Lists the names of the host's devices (blocks).
 *
 * Calls virNodeListDevices() and virNodeNumOfDevices().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_node_list_devices (LibvirtNode *self,
                           const char *cap,
                           guint flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_auto (GStrv) names = NULL;
  int n_room = 0;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL || !libvirt_check_text (cap, error))
    return NULL;

  n = virNodeNumOfDevices (handle->connect, cap, flags);
  /* A device may have been plugged in since they were counted: a full array is not to be
   * trusted. */
  while (n >= 0 && n >= n_room)
    {
      g_clear_pointer (&names, g_strfreev);
      n_room = n + 8;
      names = g_new0 (char *, n_room + 1);
      n = virNodeListDevices (handle->connect, cap, names, n_room, flags);
    }

  return libvirt_check (n, error) ? g_steal_pointer (&names) : NULL;
}

/**
 * libvirt_node_num_of_devices:
 * @self: a node
 * @cap: (nullable): a capability that a device must have to be counted, such as "pci"; %NULL to
 *   count them all
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Counts the devices of the host (blocks).
 *
 * Calls virNodeNumOfDevices().
 *
 * Returns: how many have the capability, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_node_num_of_devices (LibvirtNode *self,
                             const char *cap,
                             guint flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_core_hold (libvirt_node_get_core (self), error);
  if (handle == NULL || !libvirt_check_text (cap, error))
    return -1;

  return libvirt_check_count (virNodeNumOfDevices (handle->connect, cap, flags), error);
}
