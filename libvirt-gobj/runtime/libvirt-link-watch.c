/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-link-watch-private.h"

#include <libvirt-gobj/libvirt-connect-enums.h>

#include "runtime/libvirt-event-private.h"
#include "runtime/libvirt-session-private.h"
#include "runtime/libvirt-thread-private.h"

/* How long a good-bye may wait. A daemon that hears none sees the socket closed, and does all
 * that it would have done. */
#define HURRY_USEC (2 * G_TIME_SPAN_SECOND)

/* libvirt before 10.0 may not send a question until there is another; more would be no use. */
#define MAX_QUESTIONS 3

/* How often to look whether the last calls of a closed connection are back. */
#define LINGER_USEC (20 * G_TIME_SPAN_MILLISECOND)

struct _LibvirtLinkWatch
{
  gatomicrefcount ref_count;

  /* Set once. */
  LibvirtSession *session; /* a reference while it is in the list */
  int socket;

  /* Atomic. */
  int n_heard;     /* answers */
  int n_questions; /* that have not been answered */

  /* Guarded by lock, which is not held while libvirt or the event loop is called. */
  GList link;            /* in watches */
  LibvirtHandle *handle; /* NULL once finished */
  guint interval;        /* in seconds; 0: off */
  guint count;
  gint64 due;       /* when to look next */
  guint heard;      /* all that was heard by the last look */
  guint n_silent;   /* looks in a row at which that had not become more */
  gboolean hurry;   /* see libvirt_link_watch_hurry() */
  gboolean is_over; /* there is nothing more to watch */
};

static GMutex lock;
static GCond wake;
/* Guarded by lock. */
static GQueue watches = G_QUEUE_INIT;
static gboolean has_thread;

static LibvirtLinkWatch *
link_watch_ref (LibvirtLinkWatch *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_link_watch_unref (LibvirtLinkWatch *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/* Questions */

typedef struct
{
  LibvirtLinkWatch *watch;
  LibvirtSession *session;
  LibvirtHandle *handle;
} Question;

/* Whatever comes back is an answer, be it that this is not supported. If the connection is lost,
 * nobody listens any more. */
static gpointer
question_thread (gpointer user_data)
{
  Question *self = user_data;

  self->session->core->side->ask (self->handle->native);
  libvirt_link_watch_hear (self->watch);
  libvirt_handle_unref (self->handle);
  g_atomic_int_add (&self->watch->n_questions, -1);

  libvirt_link_watch_unref (self->watch);
  libvirt_session_unref (self->session);
  g_free (self);
  return NULL;
}

/* It could not be asked. If no other question waits for an answer either, nobody was silent. */
static void
link_watch_excuse (LibvirtLinkWatch *self)
{
  gboolean is_asked = !g_atomic_int_dec_and_test (&self->n_questions);

  g_mutex_lock (&lock);
  if (!is_asked && self->n_silent > 0)
    self->n_silent--;
  g_mutex_unlock (&lock);
}

/* In a thread of its own, as it waits for the other end. Takes over what
 * link_watch_take_handle() gave. It does not count as
 * a call in flight: nobody waits for it. */
static void
link_watch_ask (LibvirtLinkWatch *self,
                LibvirtHandle *handle)
{
  Question *question = g_new (Question, 1);

  question->watch = link_watch_ref (self);
  question->session = libvirt_session_ref (self->session);
  question->handle = handle;
  if (libvirt_thread_start ("libvirt-ask", question_thread, question))
    return;

  libvirt_handle_unref (handle);
  link_watch_excuse (self);
  libvirt_session_unref (question->session);
  libvirt_link_watch_unref (self);
  g_free (question);
}

/* The thread that looks */

typedef enum
{
  LINK_FINE,
  LINK_SILENT,
  LINK_DEAD,
} LinkState;

static gint64
link_watch_get_interval (LibvirtLinkWatch *self)
{
  return self->hurry ? HURRY_USEC : self->interval * G_TIME_SPAN_SECOND;
}

/* When to look next; looks are counted, not the time between them, so that a process that was
 * stopped itself does not take that for the silence of others. */
static void
link_watch_schedule (LibvirtLinkWatch *self)
{
  gint64 interval = link_watch_get_interval (self);

  self->due = interval == 0 || self->is_over ? G_MAXINT64 : g_get_monotonic_time () + interval;
}

/* Under the lock. */
static LinkState
link_watch_judge (LibvirtLinkWatch *self,
                  gboolean has_socket,
                  guint heard)
{
  gboolean is_silent = heard == self->heard;

  /* Without a handle its last reference is being given back, which may be a call, too. */
  self->is_over |= !has_socket || (self->handle == NULL && !self->hurry);
  self->heard = heard;
  self->n_silent = is_silent ? self->n_silent + 1 : 0;
  if (self->due == G_MAXINT64 || self->is_over || !is_silent)
    return LINK_FINE;
  if (self->hurry || self->n_silent > self->count)
    self->is_over = TRUE;

  return self->is_over ? LINK_DEAD : LINK_SILENT;
}

/* The handle for one more question; NULL if there are enough. */
static LibvirtHandle *
link_watch_take_handle (LibvirtLinkWatch *self)
{
  if (g_atomic_int_get (&self->n_questions) >= MAX_QUESTIONS)
    return NULL;

  g_atomic_int_inc (&self->n_questions);
  return libvirt_handle_ref (self->handle);
}

/* The connection is told first, or the reason would be what libvirt makes of it. @silence is in
 * seconds; 0 if nobody is to hear of it. */
static void
link_watch_shut (LibvirtLinkWatch *self,
                 guint silence)
{
  if (silence > 0)
    {
      g_atomic_int_set (&self->session->core->silence, (int) MIN (silence, G_MAXINT));
      libvirt_session_tell_closed (self->session, LIBVIRT_CONNECT_CLOSE_REASON_KEEPALIVE);
    }
  libvirt_event_shutdown_socket (self->socket);
}

static void
link_watch_look (LibvirtLinkWatch *self)
{
  LibvirtHandle *handle = NULL;
  guint heard = 0;
  gboolean has_socket = libvirt_event_count_calls (self->socket, &heard);
  guint silence;
  LinkState state;

  heard += (guint) g_atomic_int_get (&self->n_heard);

  g_mutex_lock (&lock);
  state = link_watch_judge (self, has_socket, heard);
  silence = self->hurry ? 0 : self->n_silent * self->interval;
  if (state == LINK_SILENT)
    handle = link_watch_take_handle (self);
  link_watch_schedule (self);
  g_mutex_unlock (&lock);

  if (handle != NULL)
    link_watch_ask (self, handle);
  if (state == LINK_DEAD)
    link_watch_shut (self, silence);
}

/* The one that is to be looked at first; NULL if there is none. */
static LibvirtLinkWatch *
find_first (void)
{
  LibvirtLinkWatch *first = NULL;

  for (GList *link = watches.head; link != NULL; link = link->next)
    {
      LibvirtLinkWatch *watch = link->data;

      if (first == NULL || watch->due < first->due)
        first = watch;
    }

  return first;
}

static void
wait_or_look (LibvirtLinkWatch *first)
{
  LibvirtSession *session;

  if (first->due == G_MAXINT64)
    {
      g_cond_wait (&wake, &lock);
      return;
    }
  if (first->due > g_get_monotonic_time ())
    {
      g_cond_wait_until (&wake, &lock, first->due);
      return;
    }

  /* It may be finished meanwhile. */
  link_watch_ref (first);
  session = libvirt_session_ref (first->session);
  g_mutex_unlock (&lock);
  link_watch_look (first);
  libvirt_link_watch_unref (first);
  libvirt_session_unref (session);
  libvirt_thread_do_postponed ();
  g_mutex_lock (&lock);
}

static gpointer
link_thread (gpointer user_data)
{
  LibvirtLinkWatch *first;

  g_mutex_lock (&lock);
  while ((first = find_first ()) != NULL)
    wait_or_look (first);
  has_thread = FALSE;
  g_mutex_unlock (&lock);

  return NULL;
}

/* Under the lock. FALSE if there can be none now. */
static gboolean
has_needed_thread (void)
{
  if (!has_thread && !g_queue_is_empty (&watches))
    has_thread = libvirt_thread_start ("libvirt-link", link_thread, NULL);
  g_cond_signal (&wake);

  return has_thread || g_queue_is_empty (&watches);
}

static gboolean
try_again (void)
{
  gboolean has_what_it_needs;

  g_mutex_lock (&lock);
  has_what_it_needs = has_needed_thread ();
  g_mutex_unlock (&lock);

  return !has_what_it_needs;
}

static LibvirtRetry retry = { .try_again = try_again };

/* Gives up the lock. Until there is a thread, nobody notices that an other end is gone. */
static void
unlock_for_thread (void)
{
  gboolean has_what_it_needs = has_needed_thread ();

  g_mutex_unlock (&lock);
  if (!has_what_it_needs)
    libvirt_retry_later (&retry);
}

LibvirtLinkWatch *
libvirt_link_watch_new (LibvirtSession *session,
                        int socket)
{
  LibvirtLinkWatch *self;

  if (socket <= 0)
    return NULL;

  self = g_new0 (LibvirtLinkWatch, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->session = libvirt_session_ref (session);
  self->socket = socket;
  self->link.data = link_watch_ref (self);
  self->handle = libvirt_handle_ref (session->handle);
  self->interval = LIBVIRT_LINK_WATCH_INTERVAL;
  self->count = LIBVIRT_LINK_WATCH_COUNT;
  link_watch_schedule (self);

  g_mutex_lock (&lock);
  g_queue_push_tail_link (&watches, &self->link);
  unlock_for_thread ();

  return self;
}

void
libvirt_link_watch_set (LibvirtLinkWatch *self,
                        guint interval,
                        guint count)
{
  g_mutex_lock (&lock);
  self->interval = interval;
  self->count = MAX (count, 1);
  self->n_silent = 0;
  link_watch_schedule (self);
  unlock_for_thread ();
}

gboolean
libvirt_link_watch_is_active (LibvirtLinkWatch *self)
{
  gboolean is_active;

  if (self == NULL)
    return FALSE;

  g_mutex_lock (&lock);
  is_active = self->interval > 0;
  g_mutex_unlock (&lock);

  return is_active;
}

static void
link_watch_set_hurry (LibvirtLinkWatch *self,
                      gboolean hurry)
{
  g_mutex_lock (&lock);
  self->hurry = hurry;
  self->n_silent = 0;
  link_watch_schedule (self);
  unlock_for_thread ();
}

void
libvirt_link_watch_hurry (LibvirtLinkWatch *self)
{
  if (self != NULL)
    link_watch_set_hurry (self, TRUE);
}

void
libvirt_link_watch_hear (LibvirtLinkWatch *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->n_heard);
}

/* Whether anybody has a reference to the native connection that is given back with an answer. */
static gboolean
link_watch_is_busy (LibvirtLinkWatch *self)
{
  return g_atomic_int_get (&self->session->core->calls_in_flight) > 0 ||
         g_atomic_int_get (&self->n_questions) > 0 || libvirt_kick_is_calling (self->session->kick);
}

/* Calls that are under way come back in their own time; while they do, the other end is watched
 * as ever. */
static void
link_watch_linger (LibvirtLinkWatch *self)
{
  if (self->session->is_lost || !link_watch_is_busy (self))
    return;

  link_watch_set_hurry (self, FALSE);
  while (link_watch_is_busy (self))
    g_usleep (LINGER_USEC);
  link_watch_set_hurry (self, TRUE);
}

void
libvirt_link_watch_finish (LibvirtLinkWatch *self)
{
  LibvirtHandle *handle;

  if (self == NULL)
    return;

  link_watch_linger (self);

  g_mutex_lock (&lock);
  handle = g_steal_pointer (&self->handle);
  g_mutex_unlock (&lock);
  libvirt_handle_unref (handle);

  g_mutex_lock (&lock);
  g_queue_unlink (&watches, &self->link);
  g_cond_signal (&wake);
  g_mutex_unlock (&lock);
  libvirt_session_unref (self->session);
  libvirt_link_watch_unref (self);
}

void
libvirt_link_watch_before_fork (void)
{
  g_mutex_lock (&lock);
}

/* What a watch holds is lost in the child, as the connection is. */
void
libvirt_link_watch_after_fork (gboolean in_child)
{
  if (in_child)
    {
      g_queue_init (&watches);
      has_thread = FALSE;
      libvirt_retry_forget (&retry);
    }
  g_mutex_unlock (&lock);
}
