/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "picture.h"

LibvirtStream *
picture_new_closed (Harness *self,
                    LibvirtStreamFlags flags)
{
  g_autoptr (GError) error = NULL;
  LibvirtStream *stream = libvirt_stream_new (self->connect, flags, &error);

  g_assert_no_error (error);
  return stream;
}

LibvirtStream *
picture_open (Harness *self,
              LibvirtStreamFlags flags)
{
  LibvirtStream *stream = picture_new_closed (self, flags);
  g_autoptr (GError) error = NULL;
  g_autofree char *kind = libvirt_domain_screenshot (self->domain, stream, 0, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kind, ==, "image/png");
  return stream;
}

GBytes *
picture_get_raw (Harness *self)
{
  virStreamPtr stream = virStreamNew (self->raw, 0);
  g_autofree char *kind = virDomainScreenshot (self->raw_domain, stream, 0, 0);
  GByteArray *picture = g_byte_array_new ();
  char buffer[1000];
  int n;

  g_assert_nonnull (kind);
  while ((n = virStreamRecv (stream, buffer, sizeof buffer)) > 0)
    g_byte_array_append (picture, (guint8 *) buffer, (guint) n);
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpint (virStreamFinish (stream), ==, 0);
  virStreamFree (stream);

  return g_byte_array_free_to_bytes (picture);
}

void
picture_assert (Harness *self,
                GBytes *picture)
{
  g_autoptr (GBytes) raw = picture_get_raw (self);

  g_assert_cmpuint (g_bytes_get_size (raw), >, 1000);
  g_assert_true (g_bytes_equal (picture, raw));
}
