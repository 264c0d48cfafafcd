/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-session-private.h"

#include "stream/libvirt-stream-core-private.h"

/* Those of whose end libvirt may tell, by their numbers. */
static GMutex lock;
static GHashTable *numbered; /* guarded by lock; the sessions are borrowed */

LibvirtSession *
libvirt_session_new (LibvirtCore *core,
                     gpointer native,
                     int socket)
{
  LibvirtSession *self = g_new0 (LibvirtSession, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->registering);
  self->core = libvirt_core_ref (core);
  self->handle = libvirt_handle_new (core, core->side->connect_kind, native);
  self->event_callbacks = g_array_new (FALSE, FALSE, sizeof (LibvirtEventCallback));
  self->kick = libvirt_kick_new (self, native);
  self->watch = libvirt_link_watch_new (self, socket);

  return self;
}

LibvirtSession *
libvirt_session_ref (LibvirtSession *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_session_unref (LibvirtSession *self)
{
  LibvirtCore *core = self->core;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (!core->is_inherited)
    libvirt_kick_free (self->kick);
  libvirt_link_watch_unref (self->watch);
  g_array_unref (self->event_callbacks);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_mutex_clear (&self->registering);
  g_free (self);
  libvirt_core_unref (core);
}

gpointer
libvirt_session_give_number (LibvirtSession *self)
{
  static gsize last_number;
  gpointer number;

  g_mutex_lock (&lock);
  if (numbered == NULL)
    numbered = g_hash_table_new (NULL, NULL);
  number = GSIZE_TO_POINTER (++last_number);
  g_hash_table_insert (numbered, number, self);
  g_mutex_unlock (&lock);

  self->number = number;
  return number;
}

void
libvirt_session_take_number_back (LibvirtSession *self)
{
  if (self->number == NULL)
    return;

  g_mutex_lock (&lock);
  g_hash_table_remove (numbered, self->number);
  g_mutex_unlock (&lock);
  self->number = NULL;
}

LibvirtSession *
libvirt_session_ref_by_number (gpointer number)
{
  LibvirtSession *self;

  g_mutex_lock (&lock);
  self = g_hash_table_lookup (numbered, number);
  if (self != NULL)
    libvirt_session_ref (self);
  g_mutex_unlock (&lock);

  return self;
}

void
libvirt_sessions_before_fork (void)
{
  g_mutex_lock (&lock);
}

void
libvirt_sessions_after_fork (gboolean in_child)
{
  if (in_child && numbered != NULL)
    g_hash_table_remove_all (numbered);
  g_mutex_unlock (&lock);
}

gboolean
libvirt_session_is_in_use (LibvirtSession *self)
{
  gboolean is_in_use;

  g_mutex_lock (&self->core->lock);
  is_in_use = self->core->session == self;
  g_mutex_unlock (&self->core->lock);

  return is_in_use;
}

typedef struct
{
  LibvirtEmission emission;
  LibvirtSession *session;
  int reason;
} ClosedEmission;

/* It may have been closed, or another may have taken its place. */
static void
closed_emission_emit (LibvirtEmission *emission,
                      gpointer connect)
{
  ClosedEmission *self = (ClosedEmission *) emission;

  if (libvirt_session_is_in_use (self->session))
    self->session->core->side->take_closed (connect, self->reason);
}

static void
closed_emission_free (LibvirtEmission *emission)
{
  libvirt_session_unref (((ClosedEmission *) emission)->session);
  g_free (emission);
}

void
libvirt_session_tell_closed (LibvirtSession *self,
                             int reason)
{
  ClosedEmission *emission = g_new0 (ClosedEmission, 1);

  g_mutex_lock (&self->core->lock);
  self->is_over = TRUE;
  g_mutex_unlock (&self->core->lock);
  libvirt_stream_core_lose_all (self);

  emission->emission.emit = closed_emission_emit;
  emission->emission.free = closed_emission_free;
  emission->session = libvirt_session_ref (self);
  emission->reason = reason;
  libvirt_emitter_push (self->core->emitter, &emission->emission);
}

typedef struct
{
  LibvirtWork work;
  LibvirtSession *session;
} CloseWork;

void
libvirt_session_close_now (LibvirtSession *self)
{
  LibvirtHandle *handle = libvirt_session_hold (self);

  libvirt_link_watch_hurry (self->watch);
  self->core->side->deregister (self);
  libvirt_handle_release (handle);
  libvirt_kick_stop (self->kick);
  g_clear_pointer (&self->handle, libvirt_handle_unref);
  libvirt_link_watch_finish (self->watch);
  libvirt_session_unref (self);
}

static void
close_work_run (LibvirtWork *work)
{
  libvirt_session_close_now (((CloseWork *) work)->session);
  g_free (work);
}

/* The last steps talk to the daemon, which may hang: they are a worker's. */
void
libvirt_session_close (LibvirtSession *self)
{
  CloseWork *work = g_new0 (CloseWork, 1);

  libvirt_link_watch_hurry (self->watch); /* now: there may be no thread that is free */
  work->work.flags = LIBVIRT_CALL_URGENT;
  work->work.run = close_work_run;
  work->session = self;
  libvirt_executor_push (self->core->executor, &work->work);
}
