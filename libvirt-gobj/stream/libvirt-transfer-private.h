/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include <libvirt-gobj/libvirt-transfer.h>

G_BEGIN_DECLS

/* For what moves the data, in any thread. @total is 0 if nobody knows. */
void libvirt_transfer_begin (LibvirtTransfer *self,
                             guint64 total);
void libvirt_transfer_advance (LibvirtTransfer *self,
                               guint64 n_bytes);

/* All of it has been moved. */
void libvirt_transfer_complete (LibvirtTransfer *self);

/* Cancelled by libvirt_transfer_cancel(). */
GCancellable *libvirt_transfer_peek_cancellable (LibvirtTransfer *self);

G_END_DECLS
