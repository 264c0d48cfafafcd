/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "node/libvirt-node-private.h"

#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-node
 * @title: LibvirtNode
 * @short_description: the machine that a hypervisor runs on
 *
 * What libvirt calls a node is the host itself: its processors, its memory, its devices. There is
 * one object for it on each connection, #LibvirtConnect:node.
 *
 * |[<!-- language="C" -->
 * LibvirtNode *node = libvirt_connect_get_node (host);
 * guint64 free_bytes = libvirt_node_get_free_memory (node, &error);
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtNode:
 *
 * The physical machine that a hypervisor runs on.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_CONNECTION,
  N_PROPS
};

struct _LibvirtNode
{
  GObject parent_instance;

  LibvirtCore *core; /* set once */
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtNode, libvirt_node, G_TYPE_OBJECT)

static void
libvirt_node_finalize (GObject *object)
{
  LibvirtNode *self = LIBVIRT_NODE (object);

  libvirt_core_unref (self->core);

  G_OBJECT_CLASS (libvirt_node_parent_class)->finalize (object);
}

static void
libvirt_node_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  LibvirtNode *self = LIBVIRT_NODE (object);

  switch (prop_id)
    {
    case PROP_CONNECTION:
      g_value_take_object (value, libvirt_weak_get (self->core->connect));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_node_class_init (LibvirtNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_node_finalize;
  object_class->get_property = libvirt_node_get_property;

  /**
   * LibvirtNode:connection: (getter get_connection)
   *
   * The connection through which the host is asked; %NULL once it is gone.
   *
   * Since: 1.0
   */
  props[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, LIBVIRT_TYPE_CONNECT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_node_init (LibvirtNode *self)
{
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
}

LibvirtNode *
libvirt_node_new (LibvirtCore *core)
{
  LibvirtNode *self = g_object_new (LIBVIRT_TYPE_NODE, NULL);

  libvirt_core_replace (&self->core, core);
  return self;
}

LibvirtCore *
libvirt_node_get_core (LibvirtNode *self)
{
  return self->core;
}

/**
 * libvirt_node_get_connection:
 * @self: a node
 *
 * Gets the connection that the node belongs to, which it does not keep alive.
 *
 * Returns: (transfer none) (nullable): what leads to this machine, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_node_get_connection (LibvirtNode *self)
{
  g_autoptr (LibvirtConnect) connect = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), NULL);

  connect = libvirt_weak_get (self->core->connect);
  return connect;
}

/**
 * libvirt_node_suspend_for_duration:
 * @self: a node
 * @target: how deep the host is to sleep
 * @duration: after how many seconds the host wakes itself up
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Sends the host to sleep, with all its guests, until its clock wakes it (blocks). The call
 * returns shortly before the host goes; over a network, the connection may be lost.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG if @duration is less than a minute, with
 * %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the host cannot sleep that way, with
 * %LIBVIRT_ERROR_OPERATION_INVALID if it is about to sleep already. Calls
 * virNodeSuspendForDuration().
 *
 * Returns: %TRUE if the host is going to sleep
 *
 * Since: 1.0
 */
gboolean
libvirt_node_suspend_for_duration (LibvirtNode *self,
                                   LibvirtNodeSuspendTarget target,
                                   guint64 duration,
                                   guint flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_NODE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_core_hold (self->core, error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virNodeSuspendForDuration (handle->connect, target, duration, flags),
                        error);
}
