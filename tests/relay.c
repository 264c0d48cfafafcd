/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "relay.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "files.h"

/* No more is read while so many bytes wait to be passed on. */
#define MAX_HELD (1024 * 1024)

/* Of libvirt's protocol: all numbers have four bytes, the first one is the size of the message. */
#define PROGRAM_REMOTE 0x20008086
#define TYPE_CALL      0
#define N_PROCEDURES   1024

enum
{
  WORD_SIZE,
  WORD_PROGRAM,
  WORD_VERSION,
  WORD_PROCEDURE,
  WORD_TYPE,
  N_WORDS
};

/* Reads the beginning of each message. */
typedef struct
{
  guint32 words[N_WORDS];
  gsize n_read; /* of this message, in bytes */
} Reader;

/* One direction of a link. */
typedef struct
{
  int from;
  int to;
  GQueue chunks; /* of Chunk */
  gsize n_held;
  gboolean ended; /* nothing more comes from there */
  gboolean deaf;  /* nothing more may be written */
  gboolean drops; /* what comes is not passed on */
  Reader reader;
} Pipe;

typedef struct
{
  gint64 due;
  gsize size;
  gsize n_passed;
  char data[];
} Chunk;

typedef struct
{
  Pipe up;   /* from the client */
  Pipe down; /* to the client */
  gboolean over;
} Link;

struct _Relay
{
  /* Set once. */
  char *folder;
  char *socket;
  char *to_socket;
  int listener;
  int wake; /* an eventfd */
  GThread *thread;

  GMutex lock;
  /* Guarded by lock, which the thread holds but while it waits. */
  GPtrArray *links; /* of Link */
  gint64 delay;     /* in microseconds */
  gboolean stalled;
  guint stall_at; /* the number of a procedure, or 0 */
  gboolean stopped;
  guint n_calls[N_PROCEDURES]; /* the first: of all */
};

static void
fill_address (struct sockaddr_un *address, const char *path)
{
  memset (address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  g_assert_cmpint (strlen (path), <, sizeof address->sun_path);
  g_strlcpy (address->sun_path, path, sizeof address->sun_path);
}

static int
new_socket (void)
{
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  return fd;
}

static void
pipe_clear (Pipe *self)
{
  g_queue_clear_full (&self->chunks, g_free);
}

static void
link_free (gpointer user_data)
{
  Link *self = user_data;

  pipe_clear (&self->up);
  pipe_clear (&self->down);
  close (self->up.from);
  close (self->up.to);
  g_free (self);
}

static void
relay_accept (Relay *self)
{
  struct sockaddr_un address;
  Link *link = g_new0 (Link, 1);
  int client = accept4 (self->listener, NULL, NULL, SOCK_CLOEXEC);
  int server = new_socket ();

  g_assert_cmpint (client, >=, 0);
  link->up = (Pipe){ .from = client, .to = server, .chunks = G_QUEUE_INIT };
  link->down = (Pipe){ .from = server, .to = client, .chunks = G_QUEUE_INIT };
  fill_address (&address, self->to_socket);
  link->over = connect (server, (struct sockaddr *) &address, sizeof address) != 0;
  g_ptr_array_add (self->links, link);
}

static gboolean
reader_has_all (Reader *self)
{
  return self->n_read >= sizeof self->words &&
         self->n_read >= GUINT32_FROM_BE (self->words[WORD_SIZE]);
}

/* Takes some bytes of the message that is being read; returns how many. */
static gsize
reader_take (Reader *self, const char *data, gsize size)
{
  gsize rest = sizeof self->words;
  gsize n;

  if (self->n_read >= sizeof self->words)
    rest = GUINT32_FROM_BE (self->words[WORD_SIZE]);
  n = MIN (size, rest - self->n_read);
  if (self->n_read < sizeof self->words)
    memcpy ((char *) self->words + self->n_read, data, n);
  self->n_read += n;
  return n;
}

static void
relay_count (Relay *self, Reader *reader)
{
  guint procedure = GUINT32_FROM_BE (reader->words[WORD_PROCEDURE]);

  if (GUINT32_FROM_BE (reader->words[WORD_PROGRAM]) != PROGRAM_REMOTE ||
      GUINT32_FROM_BE (reader->words[WORD_TYPE]) != TYPE_CALL)
    return;

  self->n_calls[0]++;
  if (procedure < N_PROCEDURES)
    self->n_calls[procedure]++;
  self->stalled |= procedure == self->stall_at;
}

static void
relay_read_up (Relay *self, Reader *reader, const char *data, gsize size)
{
  while (size > 0)
    {
      gsize n = reader_take (reader, data, size);

      data += n;
      size -= n;
      if (reader_has_all (reader))
        {
          relay_count (self, reader);
          reader->n_read = 0;
        }
    }
}

/* @relay is NULL if it does not count what comes this way. */
static void
pipe_read (Pipe *self, Relay *relay, gint64 due)
{
  char data[16384];
  gssize n = recv (self->from, data, sizeof data, MSG_DONTWAIT);
  Chunk *chunk;

  if (n < 0 && errno == EAGAIN)
    return;
  if (n <= 0)
    {
      self->ended = TRUE;
      return;
    }
  if (relay != NULL)
    relay_read_up (relay, &self->reader, data, n);
  if (self->drops)
    return;

  chunk = g_malloc (sizeof *chunk + n);
  chunk->due = due;
  chunk->size = n;
  chunk->n_passed = 0;
  memcpy (chunk->data, data, n);
  g_queue_push_tail (&self->chunks, chunk);
  self->n_held += n;
}

static gboolean
pipe_is_due (Pipe *self, gint64 now)
{
  Chunk *chunk = g_queue_peek_head (&self->chunks);

  return chunk != NULL && chunk->due <= now;
}

static void
pipe_write (Pipe *self, gint64 now)
{
  while (pipe_is_due (self, now) && !self->deaf)
    {
      Chunk *chunk = g_queue_peek_head (&self->chunks);
      gssize n = send (self->to, chunk->data + chunk->n_passed, chunk->size - chunk->n_passed,
                       MSG_DONTWAIT | MSG_NOSIGNAL);

      if (n < 0 && errno == EAGAIN)
        return;
      if (n < 0)
        {
          self->deaf = TRUE;
          return;
        }
      chunk->n_passed += n;
      self->n_held -= n;
      if (chunk->n_passed == chunk->size)
        g_free (g_queue_pop_head (&self->chunks));
    }
}

/* What @self waits for. */
static void
pipe_add_files (Pipe *self, GArray *files, gint64 now)
{
  struct pollfd in = { .fd = self->from, .events = POLLIN };
  struct pollfd out = { .fd = self->to, .events = POLLOUT };

  if (!self->ended && self->n_held < MAX_HELD)
    g_array_append_val (files, in);
  if (!self->deaf && pipe_is_due (self, now))
    g_array_append_val (files, out);
}

static gint64
pipe_get_due (Pipe *self)
{
  Chunk *chunk = g_queue_peek_head (&self->chunks);

  return chunk != NULL && !self->deaf ? chunk->due : G_MAXINT64;
}

static GArray *
relay_get_files (Relay *self, gint64 now)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (struct pollfd));
  struct pollfd always[] = { { .fd = self->wake, .events = POLLIN },
                             { .fd = self->listener, .events = POLLIN } };

  g_array_append_vals (files, always, G_N_ELEMENTS (always));
  for (guint i = 0; i < self->links->len && !self->stalled; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);

      pipe_add_files (&link->up, files, now);
      pipe_add_files (&link->down, files, now);
    }

  return files;
}

/* Until when to wait if no file has anything; in milliseconds, as poll() wants it. */
static int
relay_get_timeout (Relay *self, gint64 now)
{
  gint64 due = G_MAXINT64;

  for (guint i = 0; i < self->links->len && !self->stalled; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);
      gint64 next = MIN (pipe_get_due (&link->up), pipe_get_due (&link->down));

      /* What is due already waits for room to be written to. */
      if (next > now)
        due = MIN (due, next);
    }

  return due == G_MAXINT64 ? -1 : (int) ((due - now + 999) / 1000);
}

static void
relay_wait (Relay *self)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GArray) files = relay_get_files (self, now);
  int timeout = relay_get_timeout (self, now);
  eventfd_t value;

  g_mutex_unlock (&self->lock);
  poll ((struct pollfd *) files->data, files->len, timeout);
  g_mutex_lock (&self->lock);

  if ((g_array_index (files, struct pollfd, 0).revents & POLLIN) != 0)
    eventfd_read (self->wake, &value);
  if ((g_array_index (files, struct pollfd, 1).revents & POLLIN) != 0)
    relay_accept (self);
}

static void
pipe_pass (Pipe *self, Relay *relay, gint64 now, gint64 delay)
{
  if (!self->ended && self->n_held < MAX_HELD)
    pipe_read (self, relay, now + delay);
  if (relay == NULL || !relay->stalled)
    pipe_write (self, now);
}

static gboolean
pipe_is_over (Pipe *self)
{
  return self->deaf || (self->ended && g_queue_is_empty (&self->chunks));
}

static void
relay_pass (Relay *self)
{
  gint64 now = g_get_monotonic_time ();

  for (guint i = self->links->len; i-- > 0;)
    {
      Link *link = g_ptr_array_index (self->links, i);

      if (!self->stalled)
        {
          pipe_pass (&link->up, self, now, self->delay);
          pipe_pass (&link->down, NULL, now, self->delay);
          link->over |= pipe_is_over (&link->up) || pipe_is_over (&link->down);
        }
      if (link->over)
        g_ptr_array_remove_index_fast (self->links, i);
    }
}

static gpointer
relay_thread (gpointer user_data)
{
  Relay *self = user_data;

  g_mutex_lock (&self->lock);
  while (!self->stopped)
    {
      relay_pass (self);
      relay_wait (self);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

Relay *
relay_new (const char *to_socket)
{
  struct sockaddr_un address;
  Relay *self = g_new0 (Relay, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("libvirt-gobj-XXXXXX", &error);
  g_assert_no_error (error);
  self->socket = g_build_filename (self->folder, "relay", NULL);
  self->to_socket = g_strdup (to_socket);
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->wake = eventfd (0, EFD_CLOEXEC);
  self->listener = new_socket ();
  fill_address (&address, self->socket);
  g_assert_cmpint (bind (self->listener, (struct sockaddr *) &address, sizeof address), ==, 0);
  g_assert_cmpint (listen (self->listener, 64), ==, 0);
  g_mutex_init (&self->lock);
  self->thread = g_thread_new ("relay", relay_thread, self);

  return self;
}

static void
relay_enter (Relay *self)
{
  g_mutex_lock (&self->lock);
}

/* The thread looks at what has changed. */
static void
relay_leave (Relay *self)
{
  g_assert_cmpint (eventfd_write (self->wake, 1), ==, 0);
  g_mutex_unlock (&self->lock);
}

void
relay_free (Relay *self)
{
  relay_enter (self);
  self->stopped = TRUE;
  relay_leave (self);
  g_thread_join (self->thread);

  g_ptr_array_unref (self->links);
  close (self->listener);
  close (self->wake);
  files_remove_folder (self->folder);
  g_mutex_clear (&self->lock);
  g_free (self->folder);
  g_free (self->socket);
  g_free (self->to_socket);
  g_free (self);
}

const char *
relay_get_socket (Relay *self)
{
  return self->socket;
}

guint
relay_count_links (Relay *self)
{
  guint n_links;

  relay_enter (self);
  n_links = self->links->len;
  relay_leave (self);

  return n_links;
}

guint
relay_count_calls (Relay *self, guint procedure)
{
  guint n_calls;

  g_assert_cmpuint (procedure, <, N_PROCEDURES);
  relay_enter (self);
  n_calls = self->n_calls[procedure];
  relay_leave (self);

  return n_calls;
}

void
relay_set_delay (Relay *self, guint ms)
{
  relay_enter (self);
  self->delay = (gint64) ms * 1000;
  relay_leave (self);
}

void
relay_stall (Relay *self)
{
  relay_enter (self);
  self->stalled = TRUE;
  relay_leave (self);
}

void
relay_stall_at (Relay *self, guint procedure)
{
  relay_enter (self);
  self->stall_at = procedure;
  relay_leave (self);
}

void
relay_go_on (Relay *self)
{
  relay_enter (self);
  self->stalled = FALSE;
  self->stall_at = 0;
  relay_leave (self);
}

void
relay_babble (Relay *self)
{
  /* Larger than any message. */
  static const guint8 size[] = { 0xff, 0xff, 0xff, 0xff };

  relay_enter (self);
  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);

      g_assert_cmpuint (link->down.n_held, ==, 0);
      g_assert_cmpint (send (link->down.to, size, sizeof size, MSG_NOSIGNAL), ==, sizeof size);
    }
  relay_leave (self);
}

void
relay_cut (Relay *self)
{
  relay_enter (self);
  g_ptr_array_set_size (self->links, 0);
  relay_leave (self);
}

void
relay_half_close (Relay *self)
{
  relay_enter (self);
  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);

      shutdown (link->down.to, SHUT_WR);
      pipe_clear (&link->down);
      link->down.n_held = 0;
      link->down.drops = TRUE;
    }
  relay_leave (self);
}
