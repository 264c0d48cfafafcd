/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-connect-enums.h>
#include <libvirt-gobj/libvirt-entity.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_CONNECT (libvirt_connect_get_type ())

LIBVIRT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (LibvirtConnect, libvirt_connect, LIBVIRT, CONNECT, GObject)

/**
 * LibvirtConnectState:
 * @LIBVIRT_CONNECT_STATE_CLOSED: closed on purpose, for good
 * @LIBVIRT_CONNECT_STATE_CONNECTING: it has not been open yet, and a #LibvirtManager is at it; calls
 *   fail until then
 * @LIBVIRT_CONNECT_STATE_OPEN: calls reach the hypervisor
 * @LIBVIRT_CONNECT_STATE_LOST: the other end went away or stopped answering; calls fail
 * @LIBVIRT_CONNECT_STATE_RECONNECTING: it is being connected to again, see
 *   #LibvirtConnect:auto-reconnect; calls fail until then
 *
 * How a connection is.
 *
 * Since: 1.0
 */
typedef enum
{
  LIBVIRT_CONNECT_STATE_CLOSED,
  LIBVIRT_CONNECT_STATE_CONNECTING,
  LIBVIRT_CONNECT_STATE_OPEN,
  LIBVIRT_CONNECT_STATE_LOST,
  LIBVIRT_CONNECT_STATE_RECONNECTING,
} LibvirtConnectState;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect      *libvirt_connect_open           (const char      *name,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnect      *libvirt_connect_open_read_only (const char      *name,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_connect_close          (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtConnectState  libvirt_connect_get_state      (LibvirtConnect  *self);

LIBVIRT_AVAILABLE_IN_1_0
const char          *libvirt_connect_get_uri        (LibvirtConnect  *self);

LIBVIRT_AVAILABLE_IN_1_0
const GError        *libvirt_connect_get_error      (LibvirtConnect  *self);

LIBVIRT_AVAILABLE_IN_1_0
GListModel          *libvirt_connect_get_domains    (LibvirtConnect  *self);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNode         *libvirt_connect_get_node       (LibvirtConnect  *self);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_connect_is_alive       (LibvirtConnect  *self,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_connect_set_keep_alive (LibvirtConnect  *self,
                                                     int              interval,
                                                     guint            count,
                                                     GError         **error);

LIBVIRT_AVAILABLE_IN_1_0
gboolean             libvirt_connect_get_auto_reconnect (LibvirtConnect *self);

LIBVIRT_AVAILABLE_IN_1_0
void                 libvirt_connect_set_auto_reconnect (LibvirtConnect *self,
                                                         gboolean        auto_reconnect);

LIBVIRT_AVAILABLE_IN_1_0
void                 libvirt_connect_forget         (LibvirtConnect  *self,
                                                     LibvirtEntity   *entity);

G_END_DECLS
