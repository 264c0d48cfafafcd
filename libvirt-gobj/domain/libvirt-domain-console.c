/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-console.h"

#include "async/libvirt-async-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "stream/libvirt-stream-private.h"

/**
 * SECTION:libvirt-domain-console
 * @title: Consoles and pictures of the screen
 * @short_description: what goes to and from a guest through a stream
 *
 * A guest's serial lines and consoles, the channels that programs inside it listen on, and what
 * its screen shows. All come through a #LibvirtStream.
 *
 * Consoles and channels carry data in both directions for as long as the guest runs. When it stops,
 * or when somebody else takes the device over, the stream ends or fails. What a guest writes need
 * not be UTF-8, nor end at the end of a line.
 *
 * |[<!-- language="C" -->
 * stream = libvirt_stream_new (host, LIBVIRT_STREAM_FLAGS_NONE, &error);
 * if (stream != NULL &&
 *     libvirt_domain_open_channel (domain, "org.example.0", stream, 0, &error))
 *   output = g_io_stream_get_output_stream (G_IO_STREAM (stream));
 * ]|
 *
 * Since: 1.0
 */

#define BOTH (LIBVIRT_STREAM_HALF_IN | LIBVIRT_STREAM_HALF_OUT)

/**
 * libvirt_domain_open_console:
 * @self: a running domain
 * @dev_name: (nullable): alias of a console, serial or parallel port in the domain's description, or
 *   %NULL for its first console
 * @st: a new stream of the same connection
 * @flags: what to do about others that have the console, or a driver that cannot tell
 * @error: return location for a #GError
 *
 * Ties a stream to a console of the guest (blocks until that is done).
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if the domain is not running or @st is open already,
 * and with %LIBVIRT_ERROR_OPERATION_FAILED if somebody else has the console. Calls
 * virDomainOpenConsole().
 *
 * Returns: %TRUE if @st can be read and written
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_open_console (LibvirtDomain *self,
                             const char *dev_name,
                             LibvirtStream *st,
                             LibvirtDomainConsoleFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtHandle) native = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (LIBVIRT_IS_STREAM (st), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;
  native = libvirt_stream_begin_open (st, libvirt_core_of (self), error);
  if (native == NULL)
    return FALSE;

  return libvirt_stream_end_open (
    st, BOTH,
    libvirt_check (virDomainOpenConsole (handle->domain, dev_name, native->stream, flags), error));
}

/**
 * libvirt_domain_open_channel:
 * @self: a domain whose guest runs
 * @name: (nullable): alias of the channel, or the name that programs in the guest know it by;
 *   %NULL for the first one
 * @st: a stream that is not open yet
 * @flags: whether to take the channel from others
 * @error: return location for a #GError
 *
 * Ties a stream to the host's end of a channel, a line to a program inside the guest (blocks for a
 * moment; whether there is such a program is not known). The channel must be of a kind that
 * has no other end on the host, `unix` without a path for one, and not the agent's, which
 * libvirt itself uses.
 *
 * Fails like libvirt_domain_open_console(). Calls virDomainOpenChannel().
 *
 * Returns: %TRUE if data can go both ways
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_open_channel (LibvirtDomain *self,
                             const char *name,
                             LibvirtStream *st,
                             LibvirtDomainChannelFlags flags,
                             GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtHandle) native = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (LIBVIRT_IS_STREAM (st), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;
  native = libvirt_stream_begin_open (st, libvirt_core_of (self), error);
  if (native == NULL)
    return FALSE;

  return libvirt_stream_end_open (
    st, BOTH,
    libvirt_check (virDomainOpenChannel (handle->domain, name, native->stream, flags), error));
}

/**
 * libvirt_domain_screenshot:
 * @self: a running domain with a screen
 * @stream: where the picture is to be read from: a new stream
 * @screen: which one: the heads of the first graphics card are counted first, from 0
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Takes a picture of a screen (blocks while the hypervisor makes it). Its data then comes on
 * @stream, up to the end. libvirt_domain_take_screenshot() does all that at once.
 *
 * Fails with %LIBVIRT_ERROR_INVALID_ARG or %LIBVIRT_ERROR_OPERATION_INVALID if there is no such screen.
 * Calls virDomainScreenshot().
 *
 * Returns: (transfer full): the kind of picture, as a MIME type: QEMU has `image/png` or
 *   `image/x-portable-pixmap`; %NULL on failure
 *
 * Since: 1.0
 */
char *
libvirt_domain_screenshot (LibvirtDomain *self,
                           LibvirtStream *stream,
                           guint screen,
                           guint flags,
                           GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autoptr (LibvirtHandle) native = NULL;
  char *mime_type;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (LIBVIRT_IS_STREAM (stream), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return NULL;
  native = libvirt_stream_begin_open (stream, libvirt_core_of (self), error);
  if (native == NULL)
    return NULL;

  mime_type = libvirt_check_string (
    virDomainScreenshot (handle->domain, native->stream, screen, flags), error);
  libvirt_stream_end_open (stream, LIBVIRT_STREAM_HALF_IN, mime_type != NULL);
  return mime_type;
}

/* A picture, and the end of the stream, which says that it is whole. */
static GBytes *
read_picture (LibvirtStream *stream,
              GError **error)
{
  g_autoptr (GOutputStream) picture = g_memory_output_stream_new_resizable ();
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (stream));
  GCancellable *cancellable = libvirt_async_peek_cancellable ();

  if (g_output_stream_splice (picture, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, cancellable,
                              error) < 0 ||
      !g_io_stream_close (G_IO_STREAM (stream), cancellable, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (picture));
}

/**
 * libvirt_domain_take_screenshot:
 * @self: a running domain with a screen
 * @screen: number of the screen, as libvirt_domain_screenshot() counts them
 * @flags: 0; libvirt has no flags for this yet
 * @mime_type: (out) (optional) (transfer full): what kind of picture it is, `image/png` for one
 * @error: return location for a #GError
 *
 * Takes a picture of a screen and gets all of it (blocks until it is here). Programs rather use
 * the asynchronous form: a picture may be some megabytes.
 *
 * Fails where libvirt_domain_screenshot() or its stream does. Calls virDomainScreenshot().
 *
 * Returns: (transfer full): the picture, in the format that the hypervisor has it in, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
GBytes *
libvirt_domain_take_screenshot (LibvirtDomain *self,
                                guint screen,
                                guint flags,
                                char **mime_type,
                                GError **error)
{
  g_autoptr (LibvirtStream) stream = NULL;
  g_autofree char *kind = NULL;
  GBytes *picture;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = libvirt_stream_new_of (libvirt_core_of (self), LIBVIRT_STREAM_FLAGS_NONE, error);
  if (stream == NULL)
    return NULL;

  kind = libvirt_domain_screenshot (self, stream, screen, flags, error);
  picture = kind != NULL ? read_picture (stream, error) : NULL;
  if (picture != NULL && mime_type != NULL)
    *mime_type = g_steal_pointer (&kind);

  return picture;
}
