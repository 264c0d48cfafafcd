/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "runtime/libvirt-event-private.h"

#include <libvirt-gobj/libvirt-error.h>
#include <libvirt-gobj/libvirt-version.h>
#include <pthread.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-event-loop-private.h"
#include "runtime/libvirt-executor-private.h"
#include "runtime/libvirt-fds-private.h"

/**
 * SECTION:libvirt-event
 * @title: Event loop
 * @short_description: where libvirt's input and output takes place
 *
 * A program need not do anything about it: the first connection that is opened starts a thread
 * that reads what arrives and sends what waits, whatever the program itself is busy with.
 *
 * A program that wants no such thread gives libvirt a #GMainContext before it opens its first
 * connection, with libvirt_event_register_impl(). Somebody must then keep running that context
 * as long as there are connections: what arrives without having been asked for, such as events,
 * waits for it. A function that blocks in that context gets what it waits for all the same, a read
 * of a #LibvirtStream for example; no other callback of the context is called meanwhile.
 *
 * libvirt has one event loop for the whole process, which cannot be replaced. Where another
 * library (the libvirt module of Python, libvirt-glib) has registered its own, or the program
 * has called virEventRegisterDefaultImpl(), connections of this library are served by that, and
 * hosts that freeze are not noticed (see #LibvirtConnect:keepalive-active).
 *
 * |[<!-- language="C" -->
 * if (!libvirt_event_register_default_impl (&error))
 *   g_error ("%s", error->message);
 * host = libvirt_connect_open ("qemu:///system", &error);
 * g_main_loop_run (loop);
 * ]|
 *
 * Since: 1.0
 */

/* GLib ends the program when there is no descriptor for a main context. libvirt makes one for each
 * connection to a daemon, after the socket, files that it reads and our own; and so does whoever is
 * the first to use GLib's default. */
#define N_FDS_TO_OPEN 16

/* The first libvirt in which no call leaves behind what points to its stack (CVE-2024-4418). */
#define LEAVES_NOTHING_SINCE 10004000

typedef enum
{
  MODE_UNDECIDED,
  MODE_CONTEXT,
  MODE_WORKER,
  MODE_FOREIGN
} Mode;

static GMutex mode_lock;
/* Written under mode_lock, once; read by anybody. */
static int mode = MODE_UNDECIDED;
static LibvirtEventLoop *the_loop;

/* In a child of the process that made the loop its worker is gone, and maybe its files. Written
 * under mode_lock; the first time by the only thread of a child. */
static int is_inherited;

static GPrivate opening; /* the innermost LibvirtEventOpening of this thread */

static void
take_socket (LibvirtEventOpening *self,
             int id,
             guint events)
{
  self->events = events;
  g_atomic_int_set (&self->socket, id);
  if (self->is_fragile)
    libvirt_event_loop_set_fragile (the_loop, id);
  if (g_atomic_int_get (&self->is_given_up))
    libvirt_event_loop_shutdown (the_loop, id);
}

static int
add_handle (int fd,
            int events,
            virEventHandleCallback callback,
            void *opaque,
            virFreeCallback free_opaque)
{
  LibvirtEventOpening *innermost = g_private_get (&opening);
  gboolean is_socket = innermost != NULL && innermost->socket == 0;
  int id = libvirt_event_loop_add_watch (the_loop, fd, is_socket ? 0 : (guint) events, callback,
                                         opaque, free_opaque);

  if (id > 0 && is_socket)
    take_socket (innermost, id, (guint) events);
  return id;
}

static void
update_handle (int id,
               int events)
{
  libvirt_event_loop_update_watch (the_loop, id, (guint) events);
}

static int
remove_handle (int id)
{
  return libvirt_event_loop_remove_watch (the_loop, id);
}

/* Asks whose implementation it is: never called, and ours does not add it. */
static void
note_ours (int id,
           void *is_ours)
{
  g_assert_not_reached ();
}

static int
add_timeout (int interval,
             virEventTimeoutCallback callback,
             void *opaque,
             virFreeCallback free_opaque)
{
  if (callback == note_ours)
    {
      *(gboolean *) opaque = TRUE;
      return -1;
    }
  return libvirt_event_loop_add_timer (the_loop, interval, callback, opaque, free_opaque);
}

static void
update_timeout (int id,
                int interval)
{
  libvirt_event_loop_update_timer (the_loop, id, interval);
}

static int
remove_timeout (int id)
{
  return libvirt_event_loop_remove_timer (the_loop, id);
}

static void
before_fork (void)
{
  g_mutex_lock (&mode_lock);
  libvirt_event_loop_before_fork (the_loop);
}

static void
after_fork_in_parent (void)
{
  libvirt_event_loop_after_fork (the_loop, FALSE);
  g_mutex_unlock (&mode_lock);
}

static void
after_fork_in_child (void)
{
  g_atomic_int_set (&is_inherited, TRUE);
  libvirt_event_loop_after_fork (the_loop, TRUE);
  g_mutex_unlock (&mode_lock);
}

/* libvirt does not tell whether there is an implementation, but without one nothing can be
 * added. Nor to our own, which another thread may be about to put in place. */
static gboolean
has_other_impl (void)
{
  gboolean is_ours;
  int id = virEventAddTimeout (-1, note_ours, &is_ours, NULL);

  if (id < 0)
    return FALSE;
  virEventRemoveTimeout (id);
  return TRUE;
}

/* Makes a loop that is served from @context, or from a thread if that is NULL. */
static LibvirtEventLoop *
start_loop (GMainContext *context,
            GError **error)
{
  LibvirtEventLoop *loop = libvirt_event_loop_new (error);

  if (loop != NULL && context != NULL)
    libvirt_event_loop_attach (loop, context);
  else if (loop != NULL && !libvirt_event_loop_start_worker (loop, error))
    g_clear_pointer (&loop, libvirt_event_loop_free);
  return loop;
}

/* Another library may have been quicker, in another thread; libvirt then ignores us. */
static gboolean
has_our_impl (void)
{
  gboolean is_ours = FALSE;
  int id = virEventAddTimeout (-1, note_ours, &is_ours, NULL);

  if (id >= 0)
    virEventRemoveTimeout (id);
  return is_ours;
}

static gboolean
refuse (GError **error)
{
  if (g_atomic_int_get (&mode) == MODE_FOREIGN)
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_INVALID,
                       "The event loop of another library is registered with libvirt and "
                       "cannot be replaced");
  else
    libvirt_set_error (error, LIBVIRT_ERROR_OPERATION_INVALID,
                       "libvirt's event loop was chosen before, by an earlier registration or "
                       "by the first connection");
  return FALSE;
}

/* Under mode_lock, with no mode chosen. */
static gboolean
install (GMainContext *context,
         GError **error)
{
  the_loop = start_loop (context, error);
  if (the_loop == NULL)
    return FALSE;

  pthread_atfork (before_fork, after_fork_in_parent, after_fork_in_child);
  virEventRegisterImpl (add_handle, update_handle, remove_handle, add_timeout, update_timeout,
                        remove_timeout);
  if (!has_our_impl ())
    {
      g_atomic_int_set (&mode, MODE_FOREIGN);
      return refuse (error);
    }
  g_atomic_int_set (&mode, context != NULL ? MODE_CONTEXT : MODE_WORKER);
  return TRUE;
}

/* Asked without our lock: an implementation written in Python takes the interpreter's. */
static void
look_for_other_impl (void)
{
  if (g_atomic_int_get (&mode) == MODE_UNDECIDED && has_other_impl ())
    g_atomic_int_compare_and_exchange (&mode, MODE_UNDECIDED, MODE_FOREIGN);
}

static gboolean
choose (GMainContext *context,
        GError **error)
{
  gboolean installed;

  if (!libvirt_initialize (error))
    return FALSE;
  look_for_other_impl ();

  g_mutex_lock (&mode_lock);
  if (g_atomic_int_get (&mode) == MODE_UNDECIDED)
    installed = install (context, error);
  else
    installed = refuse (error);
  g_mutex_unlock (&mode_lock);
  return installed;
}

/* Under mode_lock. */
static gboolean
revive_locked (GError **error)
{
  if (!libvirt_event_loop_revive (the_loop, error))
    return FALSE;

  return g_atomic_int_get (&mode) != MODE_WORKER ||
         libvirt_event_loop_start_worker (the_loop, error);
}

/* A child that goes on without exec, such as a daemon that was started in the usual way, opens
 * connections of its own. */
static gboolean
revive (GError **error)
{
  gboolean is_revived;

  g_mutex_lock (&mode_lock);
  is_revived = !g_atomic_int_get (&is_inherited) || revive_locked (error);
  if (is_revived)
    g_atomic_int_set (&is_inherited, FALSE);
  g_mutex_unlock (&mode_lock);

  return is_revived;
}

/* One at a time: to look takes them all for a moment. */
static gboolean
has_fds_to_open (GError **error)
{
  gboolean has_fds;

  g_mutex_lock (&mode_lock);
  has_fds = libvirt_check_free_fds (N_FDS_TO_OPEN, error);
  g_mutex_unlock (&mode_lock);

  return has_fds;
}

gboolean
libvirt_event_ensure_impl (GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!has_fds_to_open (error))
    return FALSE;

  if (g_atomic_int_get (&mode) == MODE_UNDECIDED)
    choose (NULL, &local_error);
  if (g_atomic_int_get (&mode) == MODE_UNDECIDED)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return !g_atomic_int_get (&is_inherited) || revive (error);
}

void
libvirt_event_watch_opening_begin (LibvirtEventOpening *self)
{
  unsigned long version = 0;

  self->outer = g_private_get (&opening);
  self->is_fragile = virGetVersion (&version, NULL, NULL) == 0 && version < LEAVES_NOTHING_SINCE;
  g_atomic_int_set (&self->socket, 0);
  g_private_set (&opening, self);
}

int
libvirt_event_watch_opening_end (LibvirtEventOpening *self)
{
  g_private_set (&opening, self->outer);
  if (self->socket != 0)
    libvirt_event_loop_update_new_watch (the_loop, self->socket, self->events);
  return self->socket;
}

/* Either this sees the socket, or who adds it sees that it was given up. */
void
libvirt_event_opening_give_up (LibvirtEventOpening *self)
{
  int socket;

  g_atomic_int_set (&self->is_given_up, TRUE);
  socket = g_atomic_int_get (&self->socket);
  if (socket != 0)
    libvirt_event_shutdown_socket (socket);
}

static gboolean
has_loop (void)
{
  int chosen = g_atomic_int_get (&mode);

  return chosen == MODE_CONTEXT || chosen == MODE_WORKER;
}

/* A context that is nobody's is only borrowed: whoever it belongs to may come any time. */
#define BORROW_MS 50

/* The thread's own, or the one of all threads that have none. */
static gboolean
is_in_context (GMainContext *context)
{
  return g_main_context_is_owner (context) ||
         (context == g_main_context_default () && g_main_context_get_thread_default () == NULL &&
          !libvirt_executor_in_worker ());
}

LibvirtEventServed
libvirt_event_begin_serving (void)
{
  gboolean is_owner;

  if (g_atomic_int_get (&mode) != MODE_CONTEXT || !is_in_context (the_loop->context))
    return LIBVIRT_EVENT_SERVED_ELSEWHERE;

  is_owner = g_main_context_is_owner (the_loop->context);
  if (!g_main_context_acquire (the_loop->context))
    return LIBVIRT_EVENT_SERVED_LATER;

  return is_owner ? LIBVIRT_EVENT_SERVED_HERE : LIBVIRT_EVENT_SERVED_FOR_NOW;
}

void
libvirt_event_serve (LibvirtEventServed served)
{
  gboolean is_borrowed = served == LIBVIRT_EVENT_SERVED_FOR_NOW;
  gboolean was_busy = libvirt_event_loop_serve (the_loop, is_borrowed ? BORROW_MS : -1);

  g_main_context_release (the_loop->context);
  /* Whoever wants it has been told by now, and is quicker than the next turn. */
  if (is_borrowed && !was_busy)
    g_usleep (1000);
}

void
libvirt_event_wake_server (void)
{
  libvirt_event_loop_wake_server (the_loop);
}

gboolean
libvirt_event_shutdown_socket (int socket)
{
  return has_loop () && libvirt_event_loop_shutdown (the_loop, socket);
}

void
libvirt_event_await_callback (void)
{
  if (has_loop ())
    libvirt_event_loop_await_callback (the_loop);
}

gboolean
libvirt_event_count_calls (int socket,
                           guint *n_calls)
{
  return has_loop () && libvirt_event_loop_count_calls (the_loop, socket, n_calls);
}

/**
 * libvirt_event_register_impl:
 * @context: (nullable): what is going to be run as long as there are connections, or %NULL for
 *   the global default main context
 * @error: return location for a #GError
 *
 * Makes @context serve libvirt's sockets and timers, in place of the thread that is otherwise
 * started by the first connection. The program must run @context all the time: nothing
 * arrives while it does not. @context is kept for the rest of the process's life.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID when the choice has been made: by an earlier
 * call, by a connection that was opened, or by another library whose event loop libvirt is
 * using. Calls virEventRegisterImpl().
 *
 * Returns: %TRUE if @context is the one from now on
 *
 * Since: 1.0
 */
gboolean
libvirt_event_register_impl (GMainContext *context,
                             GError **error)
{
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return choose (context != NULL ? context : g_main_context_default (), error);
}

/**
 * libvirt_event_register_default_impl:
 * @error: return location for a #GError
 *
 * Serves libvirt from the main loop that GTK and most GLib programs run in their main thread.
 * The same as libvirt_event_register_impl() with %NULL. Stands for virEventRegisterDefaultImpl():
 * the loop that libvirt itself brings along is not used. Calls virEventRegisterImpl().
 *
 * Returns: %FALSE with %LIBVIRT_ERROR_OPERATION_INVALID if it is too late for a choice
 *
 * Since: 1.0
 */
gboolean
libvirt_event_register_default_impl (GError **error)
{
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return choose (g_main_context_default (), error);
}
