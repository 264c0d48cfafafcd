/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-connect-auth.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

/*
 * Where the thread that opens a connection and the one that answers meet. The opening thread
 * holds no more than this: the request is an object that a program's language may have wrapped,
 * and is let go in the program's own thread.
 */
typedef struct _LibvirtAuthExchange LibvirtAuthExchange;

LibvirtAuthExchange *libvirt_auth_exchange_new (void);
LibvirtAuthExchange *libvirt_auth_exchange_ref (LibvirtAuthExchange *self);
void libvirt_auth_exchange_unref (LibvirtAuthExchange *self);

/* The first call counts. @answers has a text for each credential and is taken over; NULL says
 * that there will be none. Any thread. */
void libvirt_auth_exchange_end (LibvirtAuthExchange *self,
                                GStrv answers);
gboolean libvirt_auth_exchange_is_ended (LibvirtAuthExchange *self);

/* Waits for the end. The answers are the caller's now; NULL if there are none. */
GStrv libvirt_auth_exchange_wait (LibvirtAuthExchange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtAuthExchange, libvirt_auth_exchange_unref)

/* Copies all there is to read in @native. */
LibvirtConnectCredential *libvirt_connect_credential_new (const virConnectCredential *native);

/* A copy of what is to be sent: never NULL. */
char *libvirt_connect_credential_dup_answer (LibvirtConnectCredential *self);

/* The request ends @exchange, at the latest when it goes. */
LibvirtConnectAuthRequest *libvirt_connect_auth_request_new (LibvirtAuthExchange *exchange,
                                                             const char *uri,
                                                             const virConnectCredential *natives,
                                                             guint n_natives);

G_END_DECLS
