/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "storage/libvirt-storage-vol-transfer.h"

#include "async/libvirt-async-private.h"
#include "runtime/libvirt-entity-private.h"
#include "runtime/libvirt-error-private.h"
#include "stream/libvirt-stream-copy-private.h"
#include "stream/libvirt-stream-private.h"

/**
 * SECTION:libvirt-storage-vol-transfer
 * @title: Contents of volumes
 * @short_description: disk images to and from files of this side
 *
 * The bytes of a volume, as they are on the host: an image in a format such as qcow2 comes with its
 * format. libvirt_storage_vol_download_to_file() and its like move them between the volume and a
 * file on this side, all or a range of them; libvirt_storage_vol_download() and
 * libvirt_storage_vol_upload() have them in a #LibvirtStream, for everything else.
 *
 * With %LIBVIRT_STORAGE_VOL_DOWNLOAD_FLAGS_SPARSE_STREAM and
 * %LIBVIRT_STORAGE_VOL_UPLOAD_FLAGS_SPARSE_STREAM, holes are not carried, and are holes again in
 * the file or volume at the other end. A host makes a hole by passing over it and letting the
 * volume end there: what was in its place stays, and what was behind it is lost. So an upload with
 * holes is for a new volume, and for all of it.
 *
 * A #LibvirtTransfer, a new one for each, tells how far it is. When one is cancelled, or fails on either
 * side, the stream is aborted, and nobody holds the volume any more. Uploaded bytes stay in the
 * volume then, while an existing #GFile is only replaced by a complete one. Any number of transfers
 * can go on beside other calls.
 *
 * |[<!-- language="C" -->
 * libvirt_storage_vol_download_to_file_async (
 *   volume, file, 0, 0, LIBVIRT_STORAGE_VOL_DOWNLOAD_FLAGS_SPARSE_STREAM, transfer, cancellable,
 *   on_downloaded, self);
 * ]|
 *
 * Since: 1.0
 */

/**
 * libvirt_storage_vol_download:
 * @self: a volume
 * @stream: a stream of the same connection that is not open yet
 * @offset: where to begin, in bytes from the start of the volume
 * @length: how many bytes to get, 0 for all that follow
 * @flags: whether holes stay holes; then they are to be looked for, as libvirt_stream_recv_hole() says
 * @error: return location for a #GError
 *
 * Has a volume's contents come on a stream (blocks until they can be read). The volume is in use
 * until the stream ends.
 *
 * Where @offset lies behind the end there is nothing to get, which is no error. With holes, though,
 * a host takes what is there for one, of @length bytes; where that is 0, the stream fails.
 * Calls virStorageVolDownload().
 *
 * Returns: %TRUE if @stream can be read
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_download (LibvirtStorageVol *self,
                              LibvirtStream *stream,
                              guint64 offset,
                              guint64 length,
                              LibvirtStorageVolDownloadFlags flags,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtHandle) native = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (LIBVIRT_IS_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;
  native = libvirt_stream_begin_open (stream, libvirt_core_of (self), error);
  if (native == NULL)
    return FALSE;

  return libvirt_stream_end_open (
    stream, LIBVIRT_STREAM_HALF_IN,
    libvirt_check (virStorageVolDownload (handle->storage_vol, native->stream, offset, length, flags),
                   error));
}

/**
 * libvirt_storage_vol_upload:
 * @self: a volume that nobody uses
 * @stream: a stream that is not open yet, of the connection that the volume is from
 * @offset: where the first byte is to be in the volume
 * @length: the number of bytes that may be written, 0 for any
 * @flags: whether there will be holes, from libvirt_stream_send_hole()
 * @error: return location for a #GError
 *
 * Has what is written to a stream become the contents of a volume (blocks until it can be written).
 * Only the end of the stream tells whether it has: g_io_stream_close(), or libvirt_stream_finish().
 *
 * To write more than @length makes the stream fail. Calls virStorageVolUpload().
 *
 * Returns: %TRUE if @stream can be written
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_upload (LibvirtStorageVol *self,
                            LibvirtStream *stream,
                            guint64 offset,
                            guint64 length,
                            LibvirtStorageVolUploadFlags flags,
                            GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtHandle) native = NULL;

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (LIBVIRT_IS_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;
  native = libvirt_stream_begin_open (stream, libvirt_core_of (self), error);
  if (native == NULL)
    return FALSE;

  return libvirt_stream_end_open (
    stream, LIBVIRT_STREAM_HALF_OUT,
    libvirt_check (virStorageVolUpload (handle->storage_vol, native->stream, offset, length, flags),
                   error));
}

/* A transfer from the beginning to the end. */
typedef struct
{
  LibvirtStorageVol *volume;
  guint64 offset;
  guint64 length;
  guint flags;
  LibvirtTransfer *transfer; /* NULL if nobody watches */
  GFile *target; /* what the place of a download is to be; NULL if that is there already */
  LibvirtStreamPlace place;

  GCancellable *cancellable; /* cancelled by either of those that the program has */
  gulong cancelled_id;
  gulong transfer_id;
  GError *error;
} Job;

static void
on_cancelled (GCancellable *cancellable,
              gpointer ours)
{
  g_cancellable_cancel (ours);
}

static gulong
job_follow (Job *self,
            GCancellable *cancellable)
{
  return cancellable != NULL
           ? g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), self->cancellable, NULL)
           : 0;
}

static gboolean
job_begin (Job *self,
           GError **error)
{
  if (self->transfer != NULL && !libvirt_transfer_begin (self->transfer, error))
    return FALSE;

  self->cancellable = g_cancellable_new ();
  self->cancelled_id = job_follow (self, libvirt_async_peek_cancellable ());
  if (self->transfer != NULL)
    self->transfer_id = job_follow (self, libvirt_transfer_peek_cancellable (self->transfer));
  return TRUE;
}

/* TRUE if all went well. */
static gboolean
job_end (Job *self,
         gboolean is_complete,
         GError **error)
{
  is_complete =
    libvirt_stream_place_close (&self->place, is_complete, self->cancellable, &self->error) &&
    is_complete;
  g_cancellable_disconnect (libvirt_async_peek_cancellable (), self->cancelled_id);
  if (self->transfer != NULL)
    g_cancellable_disconnect (libvirt_transfer_peek_cancellable (self->transfer), self->transfer_id);
  g_clear_object (&self->cancellable);
  if (self->transfer != NULL)
    libvirt_job_end (LIBVIRT_JOB (self->transfer), self->error);
  if (self->error != NULL)
    g_propagate_error (error, self->error);

  return is_complete;
}

/* How many bytes a download brings; 0 if that cannot be told. */
static guint64
job_ask_size (Job *self)
{
  g_autoptr (LibvirtHandle) handle = libvirt_entity_hold (LIBVIRT_ENTITY (self->volume), NULL);
  virStorageVolInfo info;
  guint64 size;

  if (handle == NULL ||
      virStorageVolGetInfoFlags (handle->storage_vol, &info, VIR_STORAGE_VOL_GET_PHYSICAL) != 0 ||
      info.allocation <= self->offset)
    return self->length;

  size = info.allocation - self->offset;
  return self->length > 0 ? MIN (self->length, size) : size;
}

static guint64
job_get_size (Job *self)
{
  guint64 size;

  if (self->place.input == NULL)
    return job_ask_size (self);

  size = libvirt_stream_place_get_size (&self->place);
  return size > 0 && self->length > 0 ? MIN (self->length, size) : MAX (self->length, size);
}

/* When the host is ready: who cancels the call waits until the file is gone, but for no host. */
static gboolean
job_open_target (Job *self,
                 GError **error)
{
  if (self->target == NULL)
    return TRUE;

  if (!libvirt_async_keep_caller ())
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
      return FALSE;
    }

  return libvirt_stream_place_open_output (&self->place, self->target, self->cancellable, error);
}

static gboolean
job_receive (Job *self,
             LibvirtStreamCopy *copy,
             GError **error)
{
  if (job_open_target (self, error))
    return libvirt_stream_copy_receive (copy, error);

  libvirt_stream_copy_abort (copy);
  return FALSE;
}

static gboolean
job_copy (Job *self,
          LibvirtStream *stream,
          GError **error)
{
  LibvirtStreamCopy copy = {
    .core = stream->core,
    .place = &self->place,
    .length = self->length,
    .with_holes = (self->flags & LIBVIRT_STORAGE_VOL_UPLOAD_FLAGS_SPARSE_STREAM) != 0,
    .transfer = self->transfer,
    .cancellable = self->cancellable,
  };

  if (self->place.input == NULL)
    return libvirt_storage_vol_download (self->volume, stream, self->offset, self->length, self->flags,
                                         error) &&
           job_receive (self, &copy, error);

  return libvirt_storage_vol_upload (self->volume, stream, self->offset, self->length, self->flags,
                                     error) &&
         libvirt_stream_copy_send (&copy, error);
}

static gboolean
job_run (Job *self,
         GError **error)
{
  g_autoptr (LibvirtStream) stream = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  stream = libvirt_stream_new_of (libvirt_core_of (self->volume), LIBVIRT_STREAM_FLAGS_NONE, error);
  if (stream == NULL)
    return FALSE;
  if (self->transfer != NULL)
    libvirt_job_begin (LIBVIRT_JOB (self->transfer), job_get_size (self));

  return job_copy (self, stream, error);
}

/**
 * libvirt_storage_vol_download_to_file:
 * @self: a volume
 * @file: where its contents are to be, on this side
 * @offset: where the wanted part begins, in bytes
 * @length: the size of that part, 0 for everything from there
 * @flags: with holes or with zeros
 * @transfer: (nullable): told how far it is
 * @error: return location for a #GError
 *
 * Gets the contents of a volume into a file (blocks until all of it is there). If there is such a
 * file, it keeps its own contents unless all goes well: the new one is made in the same folder, and
 * takes its name, owner and mode at the end. Where @file is a symbolic link, this is done with what
 * it leads to; where it has several hard links, the others keep the old contents. If it is somebody
 * else's, and cannot be given to them, it becomes the caller's, and its group is allowed nothing.
 * Whether it fails or is cancelled, nothing of a new file is left when this is told.
 *
 * Fails like libvirt_storage_vol_download(), and with an error of GIO's if the file cannot be
 * written. Calls virStorageVolDownload().
 *
 * Returns: %TRUE if @file has all of it
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_download_to_file (LibvirtStorageVol *self,
                                      GFile *file,
                                      guint64 offset,
                                      guint64 length,
                                      LibvirtStorageVolDownloadFlags flags,
                                      LibvirtTransfer *transfer,
                                      GError **error)
{
  Job job = { self, offset, length, flags, transfer, file };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (transfer == NULL || LIBVIRT_IS_TRANSFER (transfer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!job_begin (&job, error))
    return FALSE;
  return job_end (&job, job_run (&job, &job.error), error);
}

/**
 * libvirt_storage_vol_download_to_fd:
 * @self: a volume
 * @fd: an open file, a pipe, or a socket: written from where it is
 * @offset: how many bytes of the volume to leave out
 * @length: how many bytes to write at most, 0 for no limit
 * @flags: with holes, which @fd gets if it is a file that is not appended to, or with zeros
 * @transfer: (nullable): counts what is written
 * @error: return location for a #GError
 *
 * Writes the contents of a volume to something that is open already (blocks until the end).
 * What it has behind the last byte stays as it is.
 *
 * Fails like libvirt_storage_vol_download_to_file(), after a part has been written. Calls
 * virStorageVolDownload().
 *
 * Returns: %TRUE if everything has been written
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_download_to_fd (LibvirtStorageVol *self,
                                    int fd,
                                    guint64 offset,
                                    guint64 length,
                                    LibvirtStorageVolDownloadFlags flags,
                                    LibvirtTransfer *transfer,
                                    GError **error)
{
  Job job = { self, offset, length, flags, transfer };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (fd >= 0, FALSE);
  g_return_val_if_fail (transfer == NULL || LIBVIRT_IS_TRANSFER (transfer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!job_begin (&job, error))
    return FALSE;
  libvirt_stream_place_init_output_fd (&job.place, fd);
  return job_end (&job, job_run (&job, &job.error), error);
}

/**
 * libvirt_storage_vol_upload_from_file:
 * @self: a volume
 * @file: what it is to contain
 * @offset: where in the volume the file is to begin
 * @length: how much of the file to take at most, 0 for all of it
 * @flags: whether the holes of the file are to be holes of the volume
 * @transfer: (nullable): told what is on its way
 * @error: return location for a #GError
 *
 * Puts a file into a volume (blocks until the host has confirmed it).
 *
 * Fails with an error of GIO's if the file cannot be read, and with that of the host, such as
 * %LIBVIRT_ERROR_SYSTEM_ERROR where there is no room. The volume has a part of the file then. A
 * volume that is itself a file grows when more is put into it. Calls virStorageVolUpload().
 *
 * Returns: %TRUE if the volume has it
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_upload_from_file (LibvirtStorageVol *self,
                                      GFile *file,
                                      guint64 offset,
                                      guint64 length,
                                      LibvirtStorageVolUploadFlags flags,
                                      LibvirtTransfer *transfer,
                                      GError **error)
{
  Job job = { self, offset, length, flags, transfer };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (transfer == NULL || LIBVIRT_IS_TRANSFER (transfer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!job_begin (&job, error))
    return FALSE;
  return job_end (&job,
                  libvirt_stream_place_open_input (&job.place, file, job.cancellable, &job.error) &&
                    job_run (&job, &job.error),
                  error);
}

/**
 * libvirt_storage_vol_upload_from_fd:
 * @self: a volume
 * @fd: an open file, a pipe, or a socket: read from where it is, up to its end
 * @offset: the place of the first byte, counted from the start of the volume
 * @length: the number of bytes to stop after, 0 for none
 * @flags: whether holes, which a file may have, are sent as such
 * @transfer: (nullable): counts what is sent
 * @error: return location for a #GError
 *
 * Reads what is to be in a volume from something that is open already (blocks until the end of
 * both).
 *
 * Fails like libvirt_storage_vol_upload_from_file(). Calls virStorageVolUpload().
 *
 * Returns: %TRUE if what was read is in the volume
 *
 * Since: 1.0
 */
gboolean
libvirt_storage_vol_upload_from_fd (LibvirtStorageVol *self,
                                    int fd,
                                    guint64 offset,
                                    guint64 length,
                                    LibvirtStorageVolUploadFlags flags,
                                    LibvirtTransfer *transfer,
                                    GError **error)
{
  Job job = { self, offset, length, flags, transfer };

  g_return_val_if_fail (LIBVIRT_IS_STORAGE_VOL (self), FALSE);
  g_return_val_if_fail (fd >= 0, FALSE);
  g_return_val_if_fail (transfer == NULL || LIBVIRT_IS_TRANSFER (transfer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!job_begin (&job, error))
    return FALSE;
  libvirt_stream_place_init_input_fd (&job.place, fd);
  return job_end (&job, job_run (&job, &job.error), error);
}
