/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-transfer.h>
#include "model/libvirt-job-private.h"

G_BEGIN_DECLS

/* Cancelled by libvirt_job_cancel(). */
GCancellable *libvirt_transfer_peek_cancellable (LibvirtTransfer *self);

G_END_DECLS
