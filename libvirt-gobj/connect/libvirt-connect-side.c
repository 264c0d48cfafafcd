/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the runtime does with connections to hypervisors and with what was found on them. */

#include "runtime/libvirt-side-private.h"

#include <stdlib.h>

#include "connect/libvirt-connect-private.h"

static int
side_ref_connect (gpointer native)
{
  return virConnectRef (native);
}

static int
side_ask (gpointer native)
{
  unsigned long version;

  return virConnectGetLibVersion (native, &version);
}

/* The test driver is the one that runs inside this process and has such a simple call; others say
 * that they do not support it. */
static gboolean
side_is_in_process (gpointer native)
{
  char *uri = virConnectGetURI (native);
  gboolean in_process = uri != NULL && g_str_has_prefix (uri, "test:///");

  free (uri);
  return in_process;
}

static void
side_deregister (LibvirtSession *session)
{
  libvirt_session_deregister_events (session);
}

static void
side_take_closed (gpointer connect,
                  int reason)
{
  libvirt_connect_take_closed (connect, reason);
}

const LibvirtSide libvirt_hypervisor_side = {
  .name = "hypervisors",
  .class_name = "virConnect",
  .connect_kind = LIBVIRT_KIND_CONNECT,
  .ref_connect = side_ref_connect,
  .free_native = libvirt_native_free,
  .ask = side_ask,
  .is_in_process = side_is_in_process,
  .deregister = side_deregister,
  .take_closed = side_take_closed,
};
