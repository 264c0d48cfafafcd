/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* libvirt's test driver has volumes without contents: what fails, fails as it does there. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

#include "harness.h"

typedef struct
{
  Harness harness;
  LibvirtStorageVol *volume;
  virStorageVolPtr raw;
  virStreamPtr raw_stream;
  char *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  static const char xml[] =
    "<volume><name>moved.img</name><capacity unit='MiB'>16</capacity></volume>";
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  virStoragePoolPtr pool;

  harness_set_up (&self->harness, NULL);
  pool = virStoragePoolLookupByName (self->harness.raw, "default-pool");
  self->raw = virStorageVolCreateXML (pool, xml, 0);
  g_assert_nonnull (self->raw);
  virStoragePoolFree (pool);
  self->raw_stream = virStreamNew (self->harness.raw, 0);
  path = virStorageVolGetPath (self->raw);
  self->volume = libvirt_connect_lookup_volume_by_path (self->harness.connect, path, &error);
  g_assert_no_error (error);

  self->folder = g_dir_make_tmp ("libvirt-gobj-XXXXXX", &error);
  g_assert_no_error (error);
  self->file = g_file_new_build_filename (self->folder, "image", NULL);
  g_file_replace_contents (self->file, "what was there", 14, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_load_contents (self->file, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "what was there");
  g_file_delete (self->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_object_unref (self->file);
  g_free (self->folder);

  g_object_unref (self->volume);
  virStreamFree (self->raw_stream);
  virStorageVolDelete (self->raw, 0);
  virStorageVolFree (self->raw);
  harness_tear_down (&self->harness, NULL);
}

static void
test_streams (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtStream) stream = libvirt_stream_new (self->harness.connect, 0, &error);

  g_assert_false (libvirt_storage_vol_download (self->volume, stream, 0, 0, 0, &error));
  g_assert_cmpint (virStorageVolDownload (self->raw, self->raw_stream, 0, 0, 0), ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (libvirt_storage_vol_upload (self->volume, stream, 0, 0, 0, &error));
  g_assert_cmpint (virStorageVolUpload (self->raw, self->raw_stream, 0, 0, 0), ==, -1);
  harness_assert_raw_error (error);
}

/* Each of the functions that take one, with the file or with @fd. */
static gboolean
move (Fixture *self,
      guint which,
      int fd,
      LibvirtTransfer *transfer,
      GError **error)
{
  switch (which)
    {
    case 0:
      return libvirt_storage_vol_download_to_file (self->volume, self->file, 0, 0, 0, transfer, error);
    case 1:
      return libvirt_storage_vol_download_to_fd (self->volume, fd, 0, 0, 0, transfer, error);
    case 2:
      return libvirt_storage_vol_upload_from_file (self->volume, self->file, 0, 0, 0, transfer, error);
    default:
      return libvirt_storage_vol_upload_from_fd (self->volume, fd, 0, 0, 0, transfer, error);
    }
}

#define N_FUNCTIONS 4
#define IS_DOWNLOAD(which) ((which) < 2)

static void
test_files (Fixture *self,
            gconstpointer data)
{
  int fd = g_open ("/dev/null", O_RDWR, 0);

  for (guint which = 0; which < N_FUNCTIONS; which++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();

      g_assert_false (move (self, which, fd, transfer, &error));
      if (IS_DOWNLOAD (which))
        virStorageVolDownload (self->raw, self->raw_stream, 0, 0, 0);
      else
        virStorageVolUpload (self->raw, self->raw_stream, 0, 0, 0);
      harness_assert_raw_error (error);
      g_assert_cmpint (libvirt_job_get_phase (LIBVIRT_JOB (transfer)), ==, LIBVIRT_JOB_PHASE_FAILED);
    }
  g_close (fd, NULL);
}

/* One that is cancelled before it begins is not even tried. */
static void
test_cancelled (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();

  libvirt_job_cancel (LIBVIRT_JOB (transfer));
  g_assert_false (
    libvirt_storage_vol_upload_from_file (self->volume, self->file, 0, 0, 0, transfer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (
    libvirt_storage_vol_download_to_file (self->volume, self->file, 0, 0, 0, transfer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (libvirt_job_get_bytes_done (LIBVIRT_JOB (transfer)), ==, 0);
  g_assert_cmpfloat (libvirt_job_get_fraction (LIBVIRT_JOB (transfer)), ==, 0);
}

/* What was told, in its order. */
static void
on_notify (LibvirtJob *job,
           GParamSpec *pspec,
           GString *told)
{
  g_string_append (told, "phase ");
}

static void
on_completed (LibvirtJob *job,
              GError *error,
              GString *told)
{
  g_string_append_printf (told, "completed(%d) ", error->code);
}

static LibvirtTransfer *
watched_transfer (GString *told)
{
  LibvirtTransfer *transfer = libvirt_transfer_new ();

  g_signal_connect (transfer, "notify::phase", G_CALLBACK (on_notify), told);
  g_signal_connect (transfer, "completed", G_CALLBACK (on_completed), told);
  return transfer;
}

static void
test_second_use (Fixture *self,
                 gconstpointer data)
{
  int fd = g_open ("/dev/null", O_RDWR, 0);

  for (guint which = 0; which < N_FUNCTIONS * N_FUNCTIONS; which++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) told = g_string_new (NULL);
      g_autoptr (LibvirtTransfer) transfer = watched_transfer (told);
      g_autofree char *told_first = NULL;

      g_assert_false (move (self, which / N_FUNCTIONS, fd, transfer, &error));
      g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
      g_clear_error (&error);
      told_first = g_strdup (told->str);
      g_assert_nonnull (strstr (told_first, "completed"));

      g_assert_false (move (self, which % N_FUNCTIONS, fd, transfer, &error));
      g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
      g_assert_nonnull (strstr (error->message, "another transfer"));
      g_assert_cmpstr (told->str, ==, told_first);
    }
  g_close (fd, NULL);
}

typedef struct
{
  GString *told;
  guint which;
  gboolean is_ended;
  GError *error;
} Call;

static void
call_clear (Call *self)
{
  g_string_free (self->told, TRUE);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static void
on_ended (GObject *volume,
          GAsyncResult *result,
          gpointer user_data)
{
  static gboolean (*const finish[N_FUNCTIONS]) (LibvirtStorageVol *, GAsyncResult *, GError **) = {
    libvirt_storage_vol_download_to_file_finish,
    libvirt_storage_vol_download_to_fd_finish,
    libvirt_storage_vol_upload_from_file_finish,
    libvirt_storage_vol_upload_from_fd_finish,
  };
  Call *call = user_data;

  g_string_append (call->told, "callback");
  call->is_ended = TRUE;
  g_assert_false (finish[call->which](LIBVIRT_STORAGE_VOL (volume), result, &call->error));
}

static void
move_async (Fixture *self,
            Call *call,
            GFile *file,
            LibvirtTransfer *transfer,
            GCancellable *cancellable)
{
  int fd = g_open ("/dev/null", O_RDWR, 0);

  switch (call->which)
    {
    case 0:
      libvirt_storage_vol_download_to_file_async (self->volume, file, 0, 0, 0, transfer, cancellable,
                                                  on_ended, call);
      break;
    case 1:
      libvirt_storage_vol_download_to_fd_async (self->volume, fd, 0, 0, 0, transfer, cancellable,
                                                on_ended, call);
      break;
    case 2:
      libvirt_storage_vol_upload_from_file_async (self->volume, file, 0, 0, 0, transfer, cancellable,
                                                  on_ended, call);
      break;
    default:
      libvirt_storage_vol_upload_from_fd_async (self->volume, fd, 0, 0, 0, transfer, cancellable,
                                                on_ended, call);
    }
  g_close (fd, NULL);
}

/* The call that was started first has it, whichever thread comes first. */
static void
test_second_use_async (Fixture *self,
                       gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_auto (Call) first = { g_string_new (NULL), i % N_FUNCTIONS };
      g_auto (Call) second = { g_string_new (NULL), i / N_FUNCTIONS % N_FUNCTIONS };
      g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();

      move_async (self, &first, self->file, transfer, NULL);
      move_async (self, &second, self->file, transfer, NULL);
      harness_wait_until (first.is_ended && second.is_ended);
      g_assert_error (first.error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
      g_assert_error (second.error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_INVALID);
    }
}

static void
test_order (Fixture *self,
            gconstpointer data)
{
  for (guint which = 0; which < N_FUNCTIONS; which++)
    {
      g_auto (Call) call = { g_string_new (NULL), which };
      g_autoptr (LibvirtTransfer) transfer = watched_transfer (call.told);

      move_async (self, &call, self->file, transfer, NULL);
      harness_wait_until (call.is_ended);
      g_assert_error (call.error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SUPPORT);
      g_assert_true (g_str_has_suffix (call.told->str, "phase completed(3) callback"));
    }
}

/* It never begins, which is an end, too, but not before _async() has returned. */
static void
test_order_not_begun (Fixture *self,
                      gconstpointer data)
{
  for (guint which = 0; which < N_FUNCTIONS; which++)
    {
      g_auto (Call) call = { g_string_new (NULL), which };
      g_autoptr (LibvirtTransfer) transfer = watched_transfer (call.told);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      g_cancellable_cancel (cancellable);
      move_async (self, &call, self->file, transfer, cancellable);
      g_assert_cmpstr (call.told->str, ==, "");
      harness_wait_until (call.is_ended);
      g_assert_error (call.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpstr (call.told->str, ==, "phase completed(19) callback");
    }
}

/* A file whose opening takes as long as the test wants, and cannot be broken off. */
typedef GObject StuckFile;
typedef GObjectClass StuckFileClass;

static int is_opening, may_go; /* atomic */

static GFileInputStream *
stuck_file_read (GFile *file,
                 GCancellable *cancellable,
                 GError **error)
{
  g_atomic_int_set (&is_opening, TRUE);
  while (!g_atomic_int_get (&may_go))
    g_thread_yield ();
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "It was stuck");
  return NULL;
}

static void
stuck_file_init_file (GFileIface *iface)
{
  iface->read_fn = stuck_file_read;
}

static GType stuck_file_get_type (void);
G_DEFINE_TYPE_WITH_CODE (StuckFile, stuck_file, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_FILE, stuck_file_init_file))

static void
stuck_file_class_init (StuckFileClass *klass)
{
}

static void
stuck_file_init (StuckFile *self)
{
}

static void
test_order_under_way (Fixture *self,
                      gconstpointer data)
{
  g_auto (Call) call = { g_string_new (NULL), 2 };
  g_autoptr (LibvirtTransfer) transfer = watched_transfer (call.told);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_object_new (stuck_file_get_type (), NULL);

  move_async (self, &call, file, transfer, cancellable);
  while (!g_atomic_int_get (&is_opening))
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  harness_wait_until (call.is_ended);
  g_assert_error (call.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (call.told->str, ==, "phase completed(19) callback");

  g_atomic_int_set (&may_go, TRUE);
  harness_finish_threads ();
  g_assert_cmpstr (call.told->str, ==, "phase completed(19) callback");
}

#define ADD(path, func) g_test_add ("/storage/transfer/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("streams", test_streams);
  ADD ("files", test_files);
  ADD ("cancelled", test_cancelled);
  ADD ("second-use", test_second_use);
  ADD ("second-use-async", test_second_use_async);
  ADD ("order", test_order);
  ADD ("order/not-begun", test_order_not_begun);
  ADD ("order/under-way", test_order_under_way);

  return g_test_run ();
}
