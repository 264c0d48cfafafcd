/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-connect-auth.h>
#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-enum-types.h>
#include "runtime/libvirt-entity-event-private.h"
#include "runtime/libvirt-event-private.h"
#include "runtime/libvirt-session-private.h"

G_BEGIN_DECLS

LibvirtCore *libvirt_connect_get_core (LibvirtConnect *self);

/* connect/libvirt-connect-event.c: the mirrors of the signals of entities. */
void libvirt_connect_event_class_init (GObjectClass *connect_class);

/* What libvirt gave, for those who want it as it was. */
void libvirt_connect_event_tell_raw (LibvirtConnect *self,
                                     LibvirtEntityEmission *emission);

/* The live list of all things of a kind. In the owner's context. */
GListModel *libvirt_connect_get_list (LibvirtConnect *self,
                                      const LibvirtEntityDetails *details);

/* connect/libvirt-connect-lookup.c: the object for what one of libvirt's functions finds by a name,
 * a path or a UUID, or its error. Both block. */
typedef gpointer (*LibvirtLookUp) (gpointer connect,
                                   gconstpointer key);
gpointer libvirt_connect_look_up (LibvirtConnect *self,
                                  const LibvirtEntityDetails *details,
                                  LibvirtLookUp look_up,
                                  gconstpointer key,
                                  GError **error);

/* The same for the bytes of a UUID, of which there may be too many. */
gpointer libvirt_connect_look_up_uuid (LibvirtConnect *self,
                                       const LibvirtEntityDetails *details,
                                       LibvirtLookUp look_up,
                                       GBytes *uuid,
                                       GError **error);

/* In the owner's context: libvirt says that the connection is over. */
void libvirt_connect_take_closed (LibvirtConnect *self,
                                  int reason);

/* connect/libvirt-connect-target.c: where a connection leads to, and how it is opened, for the
 * first time and again. */
typedef struct _LibvirtConnectTarget LibvirtConnectTarget;
struct _LibvirtConnectTarget
{
  /* libvirt's function; NULL with @error. Blocks. */
  virConnectPtr (*open) (const LibvirtConnectTarget *self,
                         GError **error);

  const char *name;         /* NULL for the default */
  LibvirtConnectAuth *auth; /* NULL to have nobody asked */
  guint flags;              /* LibvirtConnectFlags */
  int *n_asked; /* NULL, or atomic: raised when @auth is asked, and again when that has answered */
};

virConnectPtr libvirt_connect_target_open_plain (const LibvirtConnectTarget *self,
                                                 GError **error);

/* connect/libvirt-connect-auth.c */
virConnectPtr libvirt_connect_target_open_auth (const LibvirtConnectTarget *self,
                                                GError **error);

void libvirt_connect_target_copy (LibvirtConnectTarget *self,
                                  const LibvirtConnectTarget *other);
void libvirt_connect_target_clear (LibvirtConnectTarget *self);

/* Connects, or fails with @error. Blocks. The socket of @opening is for libvirt_session_new(). */
virConnectPtr libvirt_connect_target_open_native (const LibvirtConnectTarget *self,
                                                  LibvirtEventOpening *opening,
                                                  GError **error);

/* The same as an object. */
LibvirtConnect *libvirt_connect_target_open (const LibvirtConnectTarget *self,
                                             GError **error);

/* An object for a native connection, which is taken over. Blocks, as it registers for events. */
LibvirtConnect *libvirt_connect_new (virConnectPtr native,
                                     const LibvirtConnectTarget *target,
                                     int socket);

/* An object for what is opened in the background, as often as that takes. In the context that is to
 * be the owner's. */
LibvirtConnect *libvirt_connect_new_connecting (const LibvirtConnectTarget *target);

/* From any thread: #LibvirtConnect:keepalive-active is another. */
void libvirt_connect_tell_watched (LibvirtConnect *self);

/* How it was opened; its name is the URI that was given. */
const LibvirtConnectTarget *libvirt_connect_get_target (LibvirtConnect *self);

/* For connect/libvirt-connect-reconnect.c, in the owner's context. */
void libvirt_connect_tell_reconnecting (LibvirtConnect *self,
                                        guint attempt,
                                        guint delay);

/* An attempt has failed: @error, of which it may keep a copy. */
void libvirt_connect_tell_failed (LibvirtConnect *self,
                                  const GError *error);

/* @uri is libvirt's, NULL if it has none. */
void libvirt_connect_tell_opened (LibvirtConnect *self,
                                  const char *uri);

/* connect/libvirt-connect-reconnect.c: one connection's attempts to be open again. */
typedef struct _LibvirtReconnect LibvirtReconnect;
LibvirtReconnect *libvirt_reconnect_new (LibvirtConnect *connect);

/* Makes the first attempt at once, which is not announced. In the owner's context. */
void libvirt_reconnect_start (LibvirtReconnect *self);

/* Whether that is the one which is being made. */
gboolean libvirt_reconnect_is_first (LibvirtReconnect *self);

/* The session is over; another attempt is made soon. In the owner's context, as all. A signal
 * handler may free it before this returns. */
void libvirt_reconnect_go_on (LibvirtReconnect *self);

/* Makes no more attempts, and gives up the one that is being made. */
void libvirt_reconnect_free (LibvirtReconnect *self);

G_END_DECLS
