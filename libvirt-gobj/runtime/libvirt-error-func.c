/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * libvirt calls an error function in the thread that failed, in the middle of its work. Ours only
 * copies, and tells the listener in the context it belongs to.
 */

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-version.h"

typedef struct
{
  gatomicrefcount ref_count;
  LibvirtErrorFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  GMainContext *context;
} Listener;

typedef struct
{
  Listener *listener;
  LibvirtErrorInfo *info;
} Delivery;

static GMutex lock;
static Listener *current; /* guarded by lock */

static Listener *
listener_new (LibvirtErrorFunc func,
              gpointer user_data,
              GDestroyNotify destroy)
{
  Listener *self = g_new0 (Listener, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  self->context = g_main_context_ref_thread_default ();

  return self;
}

static void
listener_unref (Listener *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_main_context_unref (self->context);
  g_free (self);
}

static Listener *
listener_ref_current (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lock);

  if (current != NULL)
    g_atomic_ref_count_inc (&current->ref_count);

  return current;
}

static gboolean
listener_is_current (Listener *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lock);

  return self == current;
}

static gboolean
deliver (gpointer data)
{
  Delivery *self = data;

  if (listener_is_current (self->listener))
    self->listener->func (self->info, self->listener->user_data);

  return G_SOURCE_REMOVE;
}

static void
delivery_free (gpointer data)
{
  Delivery *self = data;

  listener_unref (self->listener);
  libvirt_error_info_free (self->info);
  g_free (self);
}

void
libvirt_error_tell (const virError *native)
{
  Listener *listener = listener_ref_current ();
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GSource) source = NULL;
  Delivery *delivery;

  if (listener == NULL)
    return;

  /* Until this thread has let go of the source. */
  context = g_main_context_ref (listener->context);

  delivery = g_new0 (Delivery, 1);
  delivery->listener = listener;
  delivery->info = libvirt_error_info_from_native (native);

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, delivery, delivery_free);
  g_source_set_static_name (source, "[libvirt-gobj] error function");
  g_source_attach (source, context);
}

static void
on_error (void *user_data,
          virErrorPtr native)
{
  if (native != NULL)
    libvirt_error_tell (native);
}

void
libvirt_error_init (void)
{
  virSetErrorFunc (NULL, on_error);
}

/**
 * libvirt_set_error_func:
 * @func: (scope notified) (closure user_data) (destroy destroy) (nullable): what is to be told,
 *   or %NULL for nobody
 * @user_data: handed to @func
 * @destroy: (nullable): called with @user_data when @func is no longer needed
 *
 * Has a function told of every failure that libvirt reports anywhere in the process, to log
 * them in one place. It is called in the #GMainContext that is the thread's default now, after
 * the failing call has returned: in a program without a main loop it is never called. There is
 * one such function; a new one takes the place of the old one, which is not called again.
 *
 * Underneath is libvirt's process-wide error function, set when libvirt-gobj first uses libvirt,
 * so that nothing is printed, and set again here. libvirt does not reveal which function was
 * there before: it is replaced and cannot be called from here. A program that has its own sets
 * it with virSetErrorFunc() after libvirt_initialize(); it has the failures to itself then, and
 * @func is not told of them.
 *
 * Calls virSetErrorFunc().
 *
 * Since: 1.0
 */
void
libvirt_set_error_func (LibvirtErrorFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  Listener *listener = func != NULL ? listener_new (func, user_data, destroy) : NULL;
  Listener *old;

  if (listener != NULL && libvirt_initialize (NULL))
    libvirt_error_init ();

  g_mutex_lock (&lock);
  old = g_steal_pointer (&current);
  current = listener;
  g_mutex_unlock (&lock);

  g_clear_pointer (&old, listener_unref);
}
