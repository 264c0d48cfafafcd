/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Where data is read from or written to on this side: a stream of GIO, and the file behind it, if
 * there is one: files have holes.
 */
typedef struct
{
  GInputStream *input;   /* one of these is NULL */
  GOutputStream *output;
  GFile *created; /* which was not there before; or NULL */
  GFile *replaced; /* what that becomes in the end, if not NULL */
  int fd; /* that of the stream, and read and written at its position; -1 if there is none */
  gboolean has_hole; /* made in a file by leaving it out */
} LibvirtStreamPlace;

/* Around a file descriptor, which stays the caller's. */
void libvirt_stream_place_init_input_fd (LibvirtStreamPlace *self,
                                         int fd);
void libvirt_stream_place_init_output_fd (LibvirtStreamPlace *self,
                                          int fd);

/* Opens @file, or what it leads to. What there was before stays until the new file is closed; then
 * it is another file with the same name, owner and mode. */
gboolean libvirt_stream_place_open_input (LibvirtStreamPlace *self,
                                          GFile *file,
                                          GCancellable *cancellable,
                                          GError **error);
gboolean libvirt_stream_place_open_output (LibvirtStreamPlace *self,
                                           GFile *file,
                                           GCancellable *cancellable,
                                           GError **error);

/* Closes a file that was opened; a new one is kept if @is_complete. FALSE only for such a one. */
gboolean libvirt_stream_place_close (LibvirtStreamPlace *self,
                                     gboolean is_complete,
                                     GCancellable *cancellable,
                                     GError **error);

/* How much there is to be read, 0 if nobody knows. */
guint64 libvirt_stream_place_get_size (LibvirtStreamPlace *self);

/* How far it is to the next change between data and hole; G_MAXINT64 if that cannot be told, and
 * 0 at the end. */
gint64 libvirt_stream_place_look (LibvirtStreamPlace *self,
                                  gboolean *is_hole);

/* Passes a hole that was found so. */
gboolean libvirt_stream_place_pass_hole (LibvirtStreamPlace *self,
                                         gint64 length,
                                         GError **error);

/* Makes a hole, or writes zeros. */
gboolean libvirt_stream_place_make_hole (LibvirtStreamPlace *self,
                                         gint64 length,
                                         GCancellable *cancellable,
                                         GError **error);

/* Lets a file end where it was written to last, after a hole. */
gboolean libvirt_stream_place_end (LibvirtStreamPlace *self,
                                   GError **error);

G_END_DECLS
