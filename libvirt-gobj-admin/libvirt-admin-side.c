/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the runtime does with connections to daemons and with what was found on them. */

#include "libvirt-admin-connect-private.h"
#include "libvirt-admin-link-private.h"

static int
side_ref_connect (gpointer native)
{
  return virAdmConnectRef (native);
}

static void
side_free_native (LibvirtKind kind,
                  gpointer native)
{
  switch (kind)
    {
    case LIBVIRT_KIND_ADMIN_CONNECT:
      virAdmConnectClose (native);
      return;
    case LIBVIRT_KIND_ADMIN_SERVER:
      virAdmServerFree (native);
      return;
    case LIBVIRT_KIND_ADMIN_CLIENT:
      virAdmClientFree (native);
      return;
    default:
      g_assert_not_reached ();
    }
}

static int
side_ask (gpointer native)
{
  unsigned long long version;

  return virAdmConnectGetLibVersion (native, &version);
}

static void
on_closed (virAdmConnectPtr native,
           int reason,
           void *opaque)
{
  libvirt_session_tell_closed (opaque, reason);
}

void
libvirt_admin_side_register (LibvirtSession *session)
{
  /* Without a reference of its own: whoever closes it keeps it until the callback is gone. */
  virAdmConnectRegisterCloseCallback (session->handle->native, on_closed, session, NULL);
}

static void
side_deregister (LibvirtSession *session)
{
  virAdmConnectUnregisterCloseCallback (session->handle->native, on_closed);
}

static void
side_take_closed (gpointer connect,
                  int reason)
{
  libvirt_admin_connect_take_closed (connect, reason);
}

const LibvirtSide libvirt_admin_side = {
  .name = "the admin interface of daemons",
  .class_name = "virAdmConnect",
  .connect_kind = LIBVIRT_KIND_ADMIN_CONNECT,
  .ref_connect = side_ref_connect,
  .free_native = side_free_native,
  .ask = side_ask,
  .deregister = side_deregister,
  .detach = libvirt_admin_link_detach_all,
  .take_closed = side_take_closed,
};
