/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-core-private.h"

#include "async/libvirt-async-private.h"
#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-job-private.h"
#include "model/libvirt-entity-list-private.h"
#include "node/libvirt-node-private.h"
#include "runtime/libvirt-departed-private.h"
#include "runtime/libvirt-entity-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-fork-private.h"
#include "runtime/libvirt-session-private.h"
#include "runtime/libvirt-thread-private.h"
#include "stream/libvirt-stream-private.h"

/* On a link of 5 ms, 200 calls take 229 ms with 5 threads and 31 ms with 50. */
#define MAX_REQUESTS 50

static G_DEFINE_QUARK (libvirt-get-core, get_core)

/* It may be gone by now. */
static _Thread_local LibvirtCore *last_called;

LibvirtCore *
libvirt_core_new (gpointer connect,
                  const LibvirtSide *side,
                  gpointer native,
                  int socket)
{
  LibvirtCore *self = g_new0 (LibvirtCore, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->side = side;
  self->connect = libvirt_weak_new (connect);
  self->context = libvirt_async_ref_owner_context ();
  self->emitter = libvirt_emitter_new (self->context, self->connect);
  self->executor = libvirt_executor_new (MAX_REQUESTS, &self->calls_in_flight);
  self->ticker = libvirt_ticker_new (self);
  self->untold = g_hash_table_new (NULL, NULL);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  libvirt_registry_init (&self->registry);
  self->keepalive.interval = LIBVIRT_LINK_WATCH_INTERVAL;
  self->keepalive.count = LIBVIRT_LINK_WATCH_COUNT;
  self->departed = g_ptr_array_new_with_free_func (g_object_unref);
  self->event_serial = 1; /* what was asked at 0 was not asked */
  self->event_groups = ~0u;
  libvirt_fork_add (self);
  if (native != NULL)
    self->session = libvirt_session_new (self, native, socket);
  self->is_closed = native == NULL;
  self->was_open = native != NULL;

  return self;
}

LibvirtCore *
libvirt_core_new_waiting (gpointer connect,
                          const LibvirtSide *side)
{
  LibvirtCore *self = libvirt_core_new (connect, side, NULL, 0);

  self->is_closed = FALSE;
  return self;
}

LibvirtCore *
libvirt_core_ref (LibvirtCore *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_core_unref (LibvirtCore *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_assert (self->session == NULL);
  libvirt_fork_remove (self);
  libvirt_registry_destroy (&self->registry);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_hash_table_unref (self->untold);
  g_hash_table_unref (self->touched);
  g_ptr_array_unref (self->departed);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
  libvirt_ticker_free (self->ticker);
  libvirt_executor_unref (self->executor);
  libvirt_emitter_unref (self->emitter);
  g_main_context_unref (self->context);
  libvirt_weak_unref (self->connect);
  g_mutex_clear (&self->lock);
  g_free (self);
}

LibvirtHandle *
libvirt_core_hold (LibvirtCore *self,
                   GError **error)
{
  LibvirtHandle *handle = NULL;

  g_mutex_lock (&self->lock);
  if (self->session != NULL)
    handle = libvirt_handle_hold (self->session->handle);
  g_mutex_unlock (&self->lock);

  if (handle == NULL)
    libvirt_core_set_closed_error (self, error);
  return handle;
}

/* Under the lock. */
static const char *
core_explain_closed (LibvirtCore *self)
{
  gboolean is_awaited = self->awaited != NULL;

  if (self->is_inherited)
    return "The connection is that of the process which forked this one";
  if (self->is_closed)
    return "The connection is closed";
  if (self->was_open)
    return is_awaited ? "The connection was lost, and is not open again yet"
                      : "The connection was lost";
  return is_awaited ? "The connection is not open yet" : "The connection could not be opened";
}

void
libvirt_core_note_call (LibvirtCore *self)
{
  last_called = self;
}

int
libvirt_core_get_silence (void)
{
  return libvirt_fork_get_silence (last_called);
}

void
libvirt_core_set_closed_error_locked (LibvirtCore *self,
                                      GError **error)
{
  int silence = g_atomic_int_get (&self->silence);

  if (silence > 0 && !self->is_closed)
    libvirt_set_error (error, LIBVIRT_ERROR_INVALID_CONN,
                       "The connection was lost, as the host did not answer for %d seconds%s", silence,
                       self->awaited != NULL ? ", and is not open again yet" : "");
  else
    libvirt_set_error (error, LIBVIRT_ERROR_INVALID_CONN, "%s", core_explain_closed (self));
}

void
libvirt_core_set_closed_error (LibvirtCore *self,
                               GError **error)
{
  g_mutex_lock (&self->lock);
  libvirt_core_set_closed_error_locked (self, error);
  g_mutex_unlock (&self->lock);
}

/* Under the lock. */
static void
core_for_each_stream (LibvirtCore *self,
                      void (*func) (GList *link))
{
  GList *next;

  for (GList *link = self->streams.head; link != NULL; link = next)
    {
      next = link->next;
      func (link);
    }
}

void
libvirt_core_before_fork (LibvirtCore *self)
{
  g_mutex_lock (&self->lock);
  libvirt_emitter_before_fork (self->emitter);
  libvirt_executor_before_fork (self->executor);
}

/* What libvirt has is left alone in a child: to free it would talk to the daemon. */
void
libvirt_core_after_fork (LibvirtCore *self,
                         gboolean in_child)
{
  libvirt_executor_after_fork (self->executor, in_child);
  libvirt_emitter_after_fork (self->emitter, in_child);
  if (in_child)
    {
      self->is_inherited = TRUE;
      self->session = NULL;
      self->is_closed = TRUE;
      self->n_loads = 0;
      core_for_each_stream (self, libvirt_stream_core_forked);
      g_queue_init (&self->streams);
      g_atomic_int_set (&self->calls_in_flight, 0);
    }
  g_mutex_unlock (&self->lock);
}

LibvirtCore *
libvirt_core_of (gpointer object)
{
  LibvirtCore *(*get_core) (gpointer object);

  if (LIBVIRT_IS_ENTITY (object))
    return ((LibvirtEntity *) object)->core;
  if (LIBVIRT_IS_ENTITY_LIST (object))
    return libvirt_entity_list_get_core (object);
  if (LIBVIRT_IS_NODE (object))
    return libvirt_node_get_core (object);
  if (LIBVIRT_IS_CONNECT (object))
    return libvirt_connect_get_core (object);
  if (LIBVIRT_IS_STREAM (object))
    return libvirt_stream_core_get_core (((LibvirtStream *) object)->core);

  get_core = g_type_get_qdata (G_OBJECT_TYPE (object), get_core_quark ());
  g_assert (get_core != NULL);
  return get_core (object);
}

void
libvirt_core_add_type (GType type,
                       LibvirtCore *(*get_core) (gpointer object))
{
  g_type_set_qdata (type, get_core_quark (), get_core);
}

void
libvirt_core_replace (LibvirtCore **place,
                      LibvirtCore *core)
{
  libvirt_core_unref (*place);
  *place = libvirt_core_ref (core);
}

LibvirtCore *
libvirt_core_get_closed (void)
{
  static LibvirtCore *closed;

  if (g_once_init_enter (&closed))
    {
      LibvirtCore *core = libvirt_core_new (NULL, &libvirt_hypervisor_side, NULL, 0);

      libvirt_emitter_stop (core->emitter);
      g_once_init_leave (&closed, core);
    }

  return closed;
}

gboolean
libvirt_core_is_open (LibvirtCore *self)
{
  gboolean is_open;

  g_mutex_lock (&self->lock);
  is_open = self->session != NULL && !self->session->is_over;
  g_mutex_unlock (&self->lock);

  return is_open;
}

gboolean
libvirt_core_is_closed (LibvirtCore *self)
{
  gboolean is_closed;

  g_mutex_lock (&self->lock);
  is_closed = self->is_closed;
  g_mutex_unlock (&self->lock);

  return is_closed;
}

/* One native handle left behind would keep the connection open. */
static void
core_detach_all (LibvirtCore *self,
                 GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    libvirt_entity_detach (g_ptr_array_index (entities, i));
  if (self->side->detach != NULL)
    self->side->detach (self);
}

gboolean
libvirt_core_close (LibvirtCore *self)
{
  g_autoptr (GPtrArray) entities = NULL;
  LibvirtSession *session;
  GArray *found;
  gboolean was_closed;

  g_mutex_lock (&self->lock);
  was_closed = self->is_closed;
  self->is_closed = TRUE;
  session = g_steal_pointer (&self->session);
  found = libvirt_registry_clear (&self->registry);
  libvirt_departed_steal_all (self, found);
  core_for_each_stream (self, libvirt_stream_core_connection_closing);
  g_mutex_unlock (&self->lock);

  entities = libvirt_found_take_all (found);
  if (was_closed)
    return FALSE;

  libvirt_domain_jobs_end_all (self);
  core_detach_all (self, entities);
  for (guint i = 0; i < entities->len; i++)
    libvirt_entity_drop_owner (g_ptr_array_index (entities, i));
  libvirt_emitter_close (self->emitter);
  libvirt_emitter_let_go (self->emitter, g_steal_pointer (&entities),
                          (GDestroyNotify) g_ptr_array_unref);
  if (session != NULL)
    libvirt_session_close (session);
  libvirt_executor_close (self->executor);
  return TRUE;
}

gboolean
libvirt_core_let_end (LibvirtCore *self,
                      gpointer connect)
{
  if (!libvirt_thread_is_own ())
    return FALSE;

  libvirt_weak_end (self->connect);
  libvirt_core_close (self);
  return libvirt_emitter_let_end (self->emitter, connect);
}

void
libvirt_core_await_session (LibvirtCore *self,
                            gconstpointer who)
{
  g_mutex_lock (&self->lock);
  self->awaited = who;
  g_mutex_unlock (&self->lock);
}

gboolean
libvirt_core_take_session (LibvirtCore *self,
                           LibvirtSession *session,
                           gconstpointer who)
{
  gboolean is_taken;

  g_mutex_lock (&self->lock);
  is_taken = !self->is_closed && !session->is_over && self->awaited == who;
  if (is_taken)
    {
      session->first_serial = ++self->event_serial;
      self->session = libvirt_session_ref (session);
      self->was_open = TRUE;
      g_atomic_int_set (&self->silence, 0);
    }
  g_mutex_unlock (&self->lock);

  if (is_taken && session->watch != NULL)
    libvirt_link_watch_set (session->watch, self->keepalive.interval, self->keepalive.count);
  return is_taken;
}

void
libvirt_core_trust_events (LibvirtCore *self,
                           LibvirtSession *session)
{
  g_mutex_lock (&self->lock);
  if (self->session == session)
    g_atomic_int_set (&self->tracked_kinds, session->tracked_kinds);
  g_mutex_unlock (&self->lock);
}

void
libvirt_core_lose_session (LibvirtCore *self)
{
  g_autoptr (GPtrArray) entities = NULL;
  LibvirtSession *session;
  GArray *found;

  g_mutex_lock (&self->lock);
  session = g_steal_pointer (&self->session);
  if (session != NULL)
    session->is_lost = TRUE;
  g_atomic_int_set (&self->tracked_kinds, 0);
  found = libvirt_registry_find_all (&self->registry);
  libvirt_departed_steal_all (self, found);
  g_hash_table_remove_all (self->registry.domains_by_name); /* the names are in the handles */
  g_mutex_unlock (&self->lock);

  entities = libvirt_found_take_all (found);
  libvirt_domain_jobs_end_all (self);
  core_detach_all (self, entities);
  if (session != NULL)
    libvirt_session_close (session);
}

gboolean
libvirt_core_is_current (LibvirtCore *self,
                         guint32 serial)
{
  return self->session != NULL && serial >= self->session->first_serial;
}

LibvirtSession *
libvirt_core_ref_session (LibvirtCore *self)
{
  LibvirtSession *session;

  g_mutex_lock (&self->lock);
  session = self->session != NULL ? libvirt_session_ref (self->session) : NULL;
  g_mutex_unlock (&self->lock);

  return session;
}

guint
libvirt_core_get_event_groups (LibvirtCore *self)
{
  guint groups;

  g_mutex_lock (&self->lock);
  groups = self->event_groups;
  g_mutex_unlock (&self->lock);

  return groups;
}

gboolean
libvirt_core_set_keepalive (LibvirtCore *self,
                            const LibvirtKeepalive *keepalive)
{
  g_autoptr (LibvirtSession) session = libvirt_core_ref_session (self);

  if (session != NULL && session->watch == NULL)
    return FALSE;

  g_mutex_lock (&self->lock);
  self->keepalive = *keepalive;
  g_mutex_unlock (&self->lock);
  if (session != NULL)
    libvirt_link_watch_set (session->watch, keepalive->interval, keepalive->count);
  return TRUE;
}

guint
libvirt_core_get_patience (LibvirtCore *self)
{
  guint64 seconds;

  g_mutex_lock (&self->lock);
  seconds = (guint64) self->keepalive.interval * (MAX (self->keepalive.count, 1) + (guint64) 1);
  g_mutex_unlock (&self->lock);

  return (guint) MIN (seconds, G_MAXUINT / 1000);
}

gboolean
libvirt_core_is_watched (LibvirtCore *self)
{
  g_autoptr (LibvirtSession) session = libvirt_core_ref_session (self);

  return session != NULL && libvirt_link_watch_is_active (session->watch);
}

guint32
libvirt_core_get_serial (LibvirtCore *self)
{
  guint32 serial;

  g_mutex_lock (&self->lock);
  serial = self->event_serial;
  g_mutex_unlock (&self->lock);

  return serial;
}

guint32
libvirt_core_begin_load (LibvirtCore *self)
{
  guint32 serial;

  g_mutex_lock (&self->lock);
  self->n_loads++;
  serial = self->event_serial;
  g_mutex_unlock (&self->lock);

  return serial;
}

void
libvirt_core_end_load (LibvirtCore *self)
{
  g_mutex_lock (&self->lock);
  if (--self->n_loads == 0)
    g_hash_table_remove_all (self->touched);
  g_mutex_unlock (&self->lock);
}

/* What was heard of a name. */
typedef struct
{
  guint32 serial; /* when that was last */
  LibvirtBase news;
} Touch;

static char *
touched_key (LibvirtKind kind,
             const char *name)
{
  return g_strdup_printf ("%d %s", kind, name);
}

static void
note_touch (LibvirtCore *self,
            LibvirtKind kind,
            const char *name,
            const LibvirtBase *news)
{
  g_autofree char *key = touched_key (kind, name);
  Touch *touch = g_hash_table_lookup (self->touched, key);

  if (touch == NULL)
    {
      touch = g_new0 (Touch, 1);
      g_hash_table_insert (self->touched, g_steal_pointer (&key), touch);
    }
  touch->serial = self->event_serial;
  if (news != NULL)
    libvirt_base_add (&touch->news, news);
}

void
libvirt_core_touch (LibvirtCore *self,
                    LibvirtKind kind,
                    const char *name,
                    const LibvirtBase *news)
{
  if (self->n_loads > 0)
    note_touch (self, kind, name, news);
}

const LibvirtBase *
libvirt_core_peek_news (LibvirtCore *self,
                        LibvirtKind kind,
                        const char *name,
                        guint32 since)
{
  g_autofree char *key = NULL;
  Touch *touch;

  if (g_hash_table_size (self->touched) == 0)
    return NULL;

  key = touched_key (kind, name);
  touch = g_hash_table_lookup (self->touched, key);
  return touch != NULL && touch->serial > since ? &touch->news : NULL;
}
