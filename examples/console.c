/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The console of a guest, in this terminal. ^] leaves it.
 *
 *   console [--force] [--device ALIAS] [URI] DOMAIN
 */

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <libvirt-gobj/libvirt-gobj.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define LEAVE 0x1d /* ^] */

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  GError *error; /* why it ended, if that is not as it should be */
} Console;

/* What is typed goes to the guest, what the guest writes comes to the screen: each is read, written,
 * and read again. */
typedef struct
{
  Console *console;
  GInputStream *input;
  GOutputStream *output;
  gboolean is_keyboard;
  gboolean is_last;
  GBytes *bytes;
} Direction;

static void read_next (Direction *self);

/* Takes @error over. The first one is the reason; NULL is none. */
static void
leave (Console *self,
       GError *error)
{
  if (g_main_loop_is_running (self->loop))
    self->error = error;
  else
    g_clear_error (&error);
  g_cancellable_cancel (self->cancellable);
  g_main_loop_quit (self->loop);
}

static void
on_written (GObject *output,
            GAsyncResult *result,
            gpointer user_data)
{
  Direction *self = user_data;
  GError *error = NULL;

  if (!g_output_stream_write_all_finish (self->output, result, NULL, &error) || self->is_last)
    leave (self->console, error);
  else
    read_next (self);
}

/* How much of what was read is to be written; all that is typed before ^]. */
static gsize
count_to_write (Direction *self)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (self->bytes, &size);
  const guint8 *end = self->is_keyboard && size > 0 ? memchr (bytes, LEAVE, size) : NULL;

  self->is_last = end != NULL || size == 0;
  return end != NULL ? (gsize) (end - bytes) : size;
}

static void
on_read (GObject *input,
         GAsyncResult *result,
         gpointer user_data)
{
  Direction *self = user_data;
  GError *error = NULL;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_input_stream_read_bytes_finish (self->input, result, &error);
  if (self->bytes == NULL)
    leave (self->console, error);
  else
    g_output_stream_write_all_async (self->output, g_bytes_get_data (self->bytes, NULL),
                                     count_to_write (self), G_PRIORITY_DEFAULT,
                                     self->console->cancellable, on_written, self);
}

static void
read_next (Direction *self)
{
  g_input_stream_read_bytes_async (self->input, 4096, G_PRIORITY_DEFAULT, self->console->cancellable,
                                   on_read, self);
}

static gboolean
on_interrupted (gpointer console)
{
  leave (console, NULL);
  return G_SOURCE_CONTINUE;
}

/* Every key goes to the guest as it is typed. FALSE if there is no terminal. */
static gboolean
make_raw (struct termios *before)
{
  struct termios raw;

  if (tcgetattr (STDIN_FILENO, before) != 0)
    return FALSE;

  raw = *before;
  cfmakeraw (&raw);
  return tcsetattr (STDIN_FILENO, TCSAFLUSH, &raw) == 0;
}

static gboolean
run (GIOStream *guest,
     const char *name,
     GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) keyboard = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) screen = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  Console console = { loop, cancellable, NULL };
  Direction out = { &console, keyboard, g_io_stream_get_output_stream (guest), TRUE, FALSE, NULL };
  Direction in = { &console, g_io_stream_get_input_stream (guest), screen, FALSE, FALSE, NULL };
  struct termios before;
  gboolean is_terminal = make_raw (&before);

  g_unix_signal_add (SIGTERM, on_interrupted, &console);
  g_unix_signal_add (SIGHUP, on_interrupted, &console);
  /* Not before: what was typed until now is lost. */
  g_printerr ("console: connected to %s, ^] leaves\r\n", name);
  read_next (&out);
  read_next (&in);
  g_main_loop_run (loop);

  if (is_terminal)
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  /* What was cancelled comes back before its memory goes. */
  while (g_input_stream_has_pending (out.input) || g_output_stream_has_pending (out.output) ||
         g_input_stream_has_pending (in.input) || g_output_stream_has_pending (in.output))
    g_main_context_iteration (NULL, TRUE);
  g_bytes_unref (out.bytes);
  g_bytes_unref (in.bytes);

  if (console.error == NULL)
    return g_io_stream_close (guest, NULL, error);
  g_propagate_error (error, console.error);
  return FALSE;
}

static gboolean
open_and_run (const char *uri,
              const char *name,
              const char *device,
              LibvirtDomainConsoleFlags flags,
              GError **error)
{
  g_autoptr (LibvirtConnect) host = libvirt_connect_open (uri, error);
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (LibvirtStream) stream = NULL;

  if (host == NULL)
    return FALSE;
  domain = libvirt_connect_lookup_domain_by_name (host, name, error);
  stream = domain != NULL ? libvirt_stream_new (host, LIBVIRT_STREAM_FLAGS_NONE, error) : NULL;
  if (stream == NULL || !libvirt_domain_open_console (domain, device, stream, flags, error))
    return FALSE;

  return run (G_IO_STREAM (stream), name, error);
}

int
main (int argc,
      char **argv)
{
  gboolean force = FALSE;
  g_autofree char *device = NULL;
  GOptionEntry options[] = {
    { "device", 'd', 0, G_OPTION_ARG_STRING, &device, "Which console, if there are several", "ALIAS" },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, "Take it from whoever has it", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[URI] DOMAIN");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error) && (argc == 2 || argc == 3) &&
      open_and_run (argc == 3 ? argv[1] : NULL, argv[argc - 1], device,
                    force ? LIBVIRT_DOMAIN_CONSOLE_FLAGS_FORCE : LIBVIRT_DOMAIN_CONSOLE_FLAGS_NONE,
                    &error))
    return 0;

  g_printerr ("console: %s\n", error != NULL ? error->message : "which domain?");
  return 1;
}
