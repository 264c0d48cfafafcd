/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-transfer-private.h"

/**
 * SECTION:libvirt-transfer
 * @title: LibvirtTransfer
 * @short_description: how far a transfer is
 *
 * Watches the moving of data, of a disk's contents for example, and can end it early: a
 * #LibvirtJob that is made by the program, handed to the function that moves the data, and told by
 * that how it goes. `notify` is emitted in the #GMainContext that was the default of the thread
 * that made it, as often as a progress bar can use. If that thread is the one in which a blocking
 * function moves the data, it is emitted there meanwhile.
 *
 * |[<!-- language="C" -->
 * g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();
 *
 * g_object_bind_property (transfer, "fraction", progress_bar, "fraction", 0);
 * libvirt_storage_vol_upload_from_file_async (volume, file, 0, 0, 0, transfer, cancellable,
 *                                             on_uploaded, self);
 * ]|
 *
 * libvirt_job_cancel() makes the function that moves the data fail with %G_IO_ERROR_CANCELLED; one
 * that begins later fails at once.
 *
 * Since: 1.0
 */

/**
 * LibvirtTransfer:
 *
 * Counts the bytes of a transfer.
 *
 * Since: 1.0
 */

struct _LibvirtTransfer
{
  LibvirtJob parent_instance;

  GCancellable *cancellable; /* set once */
};

G_DEFINE_FINAL_TYPE (LibvirtTransfer, libvirt_transfer, LIBVIRT_TYPE_JOB)

static void
libvirt_transfer_cancel (LibvirtJob *job)
{
  g_cancellable_cancel (LIBVIRT_TRANSFER (job)->cancellable);
}

static const struct _LibvirtJobDetails details = { .cancel = libvirt_transfer_cancel };

static void
libvirt_transfer_finalize (GObject *object)
{
  g_object_unref (LIBVIRT_TRANSFER (object)->cancellable);

  G_OBJECT_CLASS (libvirt_transfer_parent_class)->finalize (object);
}

static void
libvirt_transfer_class_init (LibvirtTransferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = libvirt_transfer_finalize;
  ((LibvirtJobClass *) klass)->details = &details;
}

static void
libvirt_transfer_init (LibvirtTransfer *self)
{
  self->cancellable = g_cancellable_new ();
}

GCancellable *
libvirt_transfer_peek_cancellable (LibvirtTransfer *self)
{
  return self->cancellable;
}

/**
 * libvirt_transfer_new:
 *
 * Makes one that is at its beginning. Each is for one transfer.
 *
 * Returns: (transfer full): something to be handed to a function that moves data
 *
 * Since: 1.0
 */
LibvirtTransfer *
libvirt_transfer_new (void)
{
  return g_object_new (LIBVIRT_TYPE_TRANSFER, NULL);
}
