/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stream/libvirt-transfer-private.h"

#include "async/libvirt-async-private.h"
#include "runtime/libvirt-error-private.h"

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
 * Each is for one transfer, the first that it is handed to, however that ends: whoever tries again
 * makes a new one. Any other function fails with %LIBVIRT_ERROR_OPERATION_INVALID, and nothing of it
 * shows here.
 *
 * #LibvirtJob::completed is emitted before the callback of an asynchronous function runs, if both are
 * of one #GMainContext, and before a blocking function returns in that context. When the cancellable
 * of the call is cancelled, that ends the transfer as well, though a thread may still be busy with
 * what it was doing.
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

  /* Atomic: the data of the asynchronous call that it is for; itself for another call, and when that
   * has ended; NULL before. */
  gpointer user;
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

static gboolean
transfer_claim (LibvirtTransfer *self,
                gpointer user)
{
  return g_atomic_pointer_compare_and_exchange (&self->user, NULL, user);
}

LibvirtTransfer *
libvirt_transfer_take (LibvirtTransfer *self,
                       gpointer data)
{
  transfer_claim (self, data);
  return g_object_ref (self);
}

gboolean
libvirt_transfer_begin (LibvirtTransfer *self,
                        GError **error)
{
  gpointer data = libvirt_async_peek_data ();

  if (transfer_claim (self, self) || (data != NULL && g_atomic_pointer_get (&self->user) == data))
    return TRUE;

  if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_INVALID,
                       "The LibvirtTransfer has been used for another transfer");
  return FALSE;
}

void
libvirt_transfer_end (LibvirtTransfer *self,
                      gpointer data,
                      const GError *error)
{
  if (g_atomic_pointer_compare_and_exchange (&self->user, data, self))
    libvirt_job_end (LIBVIRT_JOB (self), error);
}

/**
 * libvirt_transfer_new:
 *
 * Makes one that is at its beginning.
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
