/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * libvirt calls back from odd threads, in the middle of its own work; what it says is only
 * copied there and told here, by a source in the owner's context. See NOTES-emitter.md.
 */

#include "runtime/libvirt-emitter-private.h"

#include "runtime/libvirt-thread-private.h"

/* A turn ends after so many emissions or microseconds, so that a flood of events leaves room for
 * the application's own sources. */
#define MAX_PER_TURN 1000
#define MAX_TURN_USEC 4000

struct _LibvirtEmitter
{
  gatomicrefcount ref_count;

  /* Never change. */
  GMainContext *context;
  LibvirtWeak *connect;

  GMutex lock;
  /* Guarded by lock. */
  GSource *source; /* NULL once stopped */
  gboolean closed;
  LibvirtEmission *head;
  LibvirtEmission **tail;
  guint64 n_pushed; /* of all that ever was */
  guint64 n_popped;
};

typedef struct
{
  GSource source;
  LibvirtEmitter *emitter; /* counted: it may be stopped in another thread just before dispatch */
} EmitterSource;

/* Under the lock. */
static void
emitter_set_priority (LibvirtEmitter *self,
                      int priority)
{
  if (g_source_get_priority (self->source) != priority)
    g_source_set_priority (self->source, priority);
}

/* Under the lock. */
static void
emitter_sleep (LibvirtEmitter *self)
{
  if (self->source == NULL)
    return;

  g_source_set_ready_time (self->source, -1);
  emitter_set_priority (self, G_PRIORITY_DEFAULT);
}

/* The first one, if it is among the first @n that were ever pushed. With the last one the source goes to
 * sleep: what is pushed from then on wakes it. */
static LibvirtEmission *
emitter_pop (LibvirtEmitter *self,
             guint64 n,
             gboolean *is_last)
{
  LibvirtEmission *emission = NULL;

  g_mutex_lock (&self->lock);
  if (self->head != NULL && self->n_popped < n)
    {
      emission = self->head;
      self->n_popped++;
      self->head = emission->next;
      if (self->head == NULL)
        self->tail = &self->head;
    }
  *is_last = self->head == NULL;
  if (*is_last)
    emitter_sleep (self);
  g_mutex_unlock (&self->lock);

  return emission;
}

/* Under the lock. */
static LibvirtEmission *
emitter_pop_all (LibvirtEmitter *self)
{
  LibvirtEmission *all = g_steal_pointer (&self->head);

  self->tail = &self->head;
  self->n_popped = self->n_pushed;
  return all;
}

static void
emission_detach (LibvirtEmission *emission)
{
  if (emission->detach != NULL)
    emission->detach (emission);
}

static void
emitter_free_all (LibvirtEmission *emission)
{
  while (emission != NULL)
    {
      LibvirtEmission *next = emission->next;

      emission->free (emission);
      emission = next;
    }
}

/* The connection, if anybody has it but us: a reference is dear to get, and kept from one emission to the
 * next. Where it is the only one, the connection ends before anything else is told. */
static gpointer
emitter_keep_connect (LibvirtEmitter *self,
                      GObject **connect)
{
  if (*connect != NULL && g_atomic_int_get (&(*connect)->ref_count) == 1)
    g_clear_object (connect);
  if (*connect == NULL)
    *connect = libvirt_weak_get (self->connect);
  return *connect;
}

/* FALSE if it was the last one, or there was none. */
static gboolean
emitter_emit_one (LibvirtEmitter *self,
                  guint64 n,
                  GObject **connect)
{
  gboolean is_last;
  LibvirtEmission *emission = emitter_pop (self, n, &is_last);

  if (emission == NULL)
    return FALSE;

  if (emitter_keep_connect (self, connect) != NULL)
    emission->emit (emission, *connect);
  emission->free (emission);
  return !is_last;
}

/* There is more than is told in a turn: until all of it is, what has a lower priority comes in
 * between, such as the drawing of a window. */
static void
emitter_give_way (LibvirtEmitter *self)
{
  g_mutex_lock (&self->lock);
  if (self->source != NULL && self->head != NULL)
    emitter_set_priority (self, G_PRIORITY_DEFAULT_IDLE);
  g_mutex_unlock (&self->lock);
}

static gboolean
emitter_source_dispatch (GSource *source,
                         GSourceFunc callback,
                         gpointer user_data)
{
  LibvirtEmitter *emitter = ((EmitterSource *) source)->emitter;
  gint64 end = g_get_monotonic_time () + MAX_TURN_USEC;
  g_autoptr (GObject) connect = NULL;

  for (guint n = 0; n < MAX_PER_TURN && g_get_monotonic_time () <= end; n++)
    {
      if (!emitter_emit_one (emitter, G_MAXUINT64, &connect))
        return G_SOURCE_CONTINUE;
    }

  emitter_give_way (emitter);
  return G_SOURCE_CONTINUE;
}

static void
emitter_source_finalize (GSource *source)
{
  libvirt_emitter_unref (((EmitterSource *) source)->emitter);
}

static GSourceFuncs emitter_source_funcs = {
  .dispatch = emitter_source_dispatch,
  .finalize = emitter_source_finalize,
};

LibvirtEmitter *
libvirt_emitter_new (GMainContext *context,
                     LibvirtWeak *connect)
{
  LibvirtEmitter *self = g_new0 (LibvirtEmitter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref (context);
  self->connect = libvirt_weak_ref (connect);
  self->tail = &self->head;

  self->source = g_source_new (&emitter_source_funcs, sizeof (EmitterSource));
  ((EmitterSource *) self->source)->emitter = libvirt_emitter_ref (self);
  g_source_set_static_name (self->source, "libvirt-gobj emitter");
  /* A nested main loop in a handler goes on receiving. */
  g_source_set_can_recurse (self->source, TRUE);
  g_source_attach (self->source, context);

  return self;
}

LibvirtEmitter *
libvirt_emitter_ref (LibvirtEmitter *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_emitter_unref (LibvirtEmitter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_assert (self->source == NULL);
  libvirt_weak_unref (self->connect);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static gboolean
end_of_source (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

static void
free_late_emissions (gpointer user_data)
{
  emitter_free_all (user_data);
}

/* What comes after the end is not told, but what it holds is still let go in the owner's
 * context: a last unref in a worker would finalise a user's object there. */
static void
emitter_free_later (LibvirtEmitter *self,
                    LibvirtEmission *emission)
{
  g_autoptr (GSource) source = NULL;

  if (libvirt_emitter_enter (self))
    {
      emitter_free_all (emission);
      libvirt_emitter_leave (self);
      return;
    }

  source = g_idle_source_new ();
  /* As the source's data it is freed, too, if the context goes without being run again. */
  g_source_set_callback (source, end_of_source, emission, free_late_emissions);
  g_source_attach (source, self->context);
}

void
libvirt_emitter_push (LibvirtEmitter *self,
                      LibvirtEmission *emission)
{
  gboolean stopped;

  emission->next = NULL;

  g_mutex_lock (&self->lock);
  if (self->closed)
    {
      /* Without the lock: it may be the last pointer, and then talks to the daemon. */
      g_mutex_unlock (&self->lock);
      emission_detach (emission);
      g_mutex_lock (&self->lock);
    }
  stopped = self->source == NULL;
  if (!stopped)
    {
      if (self->head == NULL)
        g_source_set_ready_time (self->source, 0);
      *self->tail = emission;
      self->tail = &emission->next;
      self->n_pushed++;
    }
  g_mutex_unlock (&self->lock);

  if (stopped)
    emitter_free_later (self, emission);
}

gboolean
libvirt_emitter_enter (LibvirtEmitter *self)
{
  g_autoptr (GMainContext) thread_default = NULL;

  if (libvirt_thread_is_own ())
    return FALSE;

  /* Where no loop runs, a script say, the thread that has the context as its default may still
   * be told directly. Acquiring again what one owns only counts. */
  thread_default = g_main_context_ref_thread_default ();
  if (thread_default != self->context && !g_main_context_is_owner (self->context))
    return FALSE;

  return g_main_context_acquire (self->context);
}

void
libvirt_emitter_leave (LibvirtEmitter *self)
{
  g_main_context_release (self->context);
}

void
libvirt_emitter_tell (LibvirtEmitter *self,
                      LibvirtEmission *emission)
{
  if (!libvirt_emitter_enter (self))
    {
      libvirt_emitter_push (self, emission);
      return;
    }

  emission->emit (emission, NULL);
  emission->free (emission);
  libvirt_emitter_leave (self);
}

typedef struct
{
  LibvirtEmission emission;
  gpointer data;
  GDestroyNotify free;
} LetGoEmission;

static void
let_go_emission_emit (LibvirtEmission *emission,
                      gpointer connect)
{
}

static void
let_go_emission_free (LibvirtEmission *emission)
{
  LetGoEmission *self = (LetGoEmission *) emission;

  self->free (self->data);
  g_free (self);
}

void
libvirt_emitter_let_go (LibvirtEmitter *self,
                        gpointer data,
                        GDestroyNotify free)
{
  LetGoEmission *emission;

  if (libvirt_emitter_enter (self))
    {
      free (data);
      libvirt_emitter_leave (self);
      return;
    }

  emission = g_new0 (LetGoEmission, 1);
  emission->emission.emit = let_go_emission_emit;
  emission->emission.free = let_go_emission_free;
  emission->data = data;
  emission->free = free;
  libvirt_emitter_push (self, &emission->emission);
}

/* The last reference to something, on its way to the owner's context. */
typedef struct
{
  LibvirtEmitter *emitter;
  gpointer object;
} Ending;

static void
ending_pass_on (gpointer data)
{
  Ending *self = data;

  libvirt_emitter_let_go (self->emitter, self->object, g_object_unref);
  libvirt_emitter_unref (self->emitter);
  g_free (self);
}

/* This is called within g_object_unref(), which looks at the object once more before it returns: until
 * then the owner must not have it. */
gboolean
libvirt_emitter_let_end (LibvirtEmitter *self,
                         gpointer object)
{
  Ending *ending;

  if (!libvirt_thread_is_own ())
    return FALSE;

  ending = g_new (Ending, 1);
  *ending = (Ending){ libvirt_emitter_ref (self), g_object_ref (object) };
  libvirt_thread_postpone (ending_pass_on, ending);
  return TRUE;
}

static guint64
emitter_count_pushed (LibvirtEmitter *self)
{
  guint64 n;

  g_mutex_lock (&self->lock);
  n = self->n_pushed;
  g_mutex_unlock (&self->lock);

  return n;
}

/* What is pushed meanwhile may go on for ever: it has its turn as ever. */
void
libvirt_emitter_flush (LibvirtEmitter *self)
{
  guint64 n = emitter_count_pushed (self);
  GObject *connect = NULL;

  if (!libvirt_emitter_enter (self))
    return;

  while (emitter_emit_one (self, n, &connect))
    continue;

  g_clear_object (&connect);
  libvirt_emitter_leave (self);
}

void
libvirt_emitter_close (LibvirtEmitter *self)
{
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  for (LibvirtEmission *emission = self->head; emission != NULL; emission = emission->next)
    emission_detach (emission);
  g_mutex_unlock (&self->lock);
}

void
libvirt_emitter_before_fork (LibvirtEmitter *self)
{
  g_mutex_lock (&self->lock);
}

void
libvirt_emitter_after_fork (LibvirtEmitter *self,
                            gboolean in_child)
{
  if (in_child)
    {
      self->closed = TRUE;
      emitter_pop_all (self);
    }
  g_mutex_unlock (&self->lock);
}

void
libvirt_emitter_stop (LibvirtEmitter *self)
{
  LibvirtEmission *waiting;
  GSource *source;

  libvirt_weak_end (self->connect);

  g_mutex_lock (&self->lock);
  waiting = emitter_pop_all (self);
  source = g_steal_pointer (&self->source);
  g_mutex_unlock (&self->lock);

  if (source != NULL)
    {
      g_source_destroy (source);
      g_source_unref (source);
    }
  if (waiting != NULL)
    emitter_free_later (self, waiting);
}
