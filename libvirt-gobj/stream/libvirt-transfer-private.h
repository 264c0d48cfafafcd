/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-transfer.h>
#include "model/libvirt-job-private.h"

G_BEGIN_DECLS

/* Cancelled by libvirt_job_cancel(). */
GCancellable *libvirt_transfer_peek_cancellable (LibvirtTransfer *self);

/*
 * Each is for one call: the first that takes it. An asynchronous one does so when it is started, and
 * is known by its data.
 */

/* A new reference, for the call with @data. */
LibvirtTransfer *libvirt_transfer_take (LibvirtTransfer *self,
                                        gpointer data);

/* In the call: FALSE if it was for another one. */
gboolean libvirt_transfer_begin (LibvirtTransfer *self,
                                 GError **error);

/* What became of the call with @data, just before its callback hears of it. */
void libvirt_transfer_end (LibvirtTransfer *self,
                           gpointer data,
                           const GError *error);

G_END_DECLS
