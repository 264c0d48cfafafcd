/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* libvirt's test driver has volumes without contents: what fails, fails as it does there. */

#include <fcntl.h>
#include <glib/gstdio.h>

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

static void
test_files (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtTransfer) transfer = libvirt_transfer_new ();
  int fd = g_open ("/dev/null", O_RDWR, 0);

  g_assert_false (
    libvirt_storage_vol_download_to_file (self->volume, self->file, 0, 0, 0, transfer, &error));
  virStorageVolDownload (self->raw, self->raw_stream, 0, 0, 0);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_false (libvirt_storage_vol_download_to_fd (self->volume, fd, 0, 0, 0, transfer, &error));
  virStorageVolDownload (self->raw, self->raw_stream, 0, 0, 0);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_assert_false (
    libvirt_storage_vol_upload_from_file (self->volume, self->file, 0, 0, 0, transfer, &error));
  virStorageVolUpload (self->raw, self->raw_stream, 0, 0, 0);
  harness_assert_raw_error (error);
  g_clear_error (&error);
  g_assert_false (libvirt_storage_vol_upload_from_fd (self->volume, fd, 0, 0, 0, transfer, &error));
  virStorageVolUpload (self->raw, self->raw_stream, 0, 0, 0);
  harness_assert_raw_error (error);
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

#define ADD(path, func) g_test_add ("/storage/transfer/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("streams", test_streams);
  ADD ("files", test_files);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
