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

/* An object for a native connection, which is taken over; NULL with @error if that was lost
 * meanwhile. Blocks, as it registers for events. */
LibvirtConnect *libvirt_connect_new (virConnectPtr native,
                                     const LibvirtConnectTarget *target,
                                     int socket,
                                     GError **error);

/* An object for what is opened in the background, as often as that takes. In the context that is to
 * be the owner's. */
LibvirtConnect *libvirt_connect_new_connecting (const LibvirtConnectTarget *target);

/* From any thread: #LibvirtConnect:keepalive-active is another. */
void libvirt_connect_tell_watched (LibvirtConnect *self);

/* How it was opened; its name is the URI that was given. */
const LibvirtConnectTarget *libvirt_connect_get_target (LibvirtConnect *self);

/* Whether it has been open before; and that it is so under that URI, libvirt's own, or NULL if it has
 * none. TRUE if that is another than before. In the owner's context. */
gboolean libvirt_connect_was_open (LibvirtConnect *self);
gboolean libvirt_connect_take_uri (LibvirtConnect *self,
                                   const char *uri);

/* connect/libvirt-connect-life.c */
typedef struct _LibvirtConnectLife LibvirtConnectLife;
LibvirtConnectLife *libvirt_connect_get_life (LibvirtConnect *self);

/* In the owner's context: libvirt says that the connection is over. */
void libvirt_connect_take_closed (LibvirtConnect *self,
                                  int reason);

/* For connect/libvirt-connect-reconnect.c, in the owner's context: an attempt has failed with @error,
 * or succeeded, under a URI as above. libvirt_connect_life_tell() is to follow. */
void libvirt_connect_take_failed (LibvirtConnect *self,
                                  const GError *error);
void libvirt_connect_take_opened (LibvirtConnect *self,
                                  const char *uri);

/* connect/libvirt-connect-reconnect.c: one connection's attempts to be open again. */
typedef struct _LibvirtReconnect LibvirtReconnect;
LibvirtReconnect *libvirt_reconnect_new (LibvirtConnect *connect);

/* Makes the first attempt at once, which is not announced. In the owner's context. */
void libvirt_reconnect_start (LibvirtReconnect *self);

/* Whether that is the one which is being made. */
gboolean libvirt_reconnect_is_first (LibvirtReconnect *self);

/* The session is over; another attempt is made soon. In the owner's context, as all. */
void libvirt_reconnect_go_on (LibvirtReconnect *self);

/* The next one is made at once, and to be announced again; FALSE if there is none to wait for. */
gboolean libvirt_reconnect_hurry (LibvirtReconnect *self);

/* Which attempt is the next, and in how many milliseconds; FALSE if that was said already. */
gboolean libvirt_reconnect_announce (LibvirtReconnect *self,
                                     guint *attempt,
                                     guint *delay);

/* Makes no more attempts, and gives up the one that is being made. Any thread, once the connection
 * is nobody's any more. */
void libvirt_reconnect_free (LibvirtReconnect *self);

G_END_DECLS
