/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * One asynchronous call: the blocking function in a worker, everything else in the caller's
 * context. The worker never drops a last reference: what it used goes back to that context.
 */

#include "async/libvirt-async-private.h"

#include <errno.h>

#include "runtime/libvirt-core-private.h"
#include "runtime/libvirt-error-private.h"

#define CALL_OF_WORK(w) ((LibvirtCall *) (w)) /* its first member */

/* Whichever of the worker and the cancellable comes first takes a call that waits, or that runs. */
typedef enum
{
  CALL_WAITING,
  CALL_RUNNING,
  CALL_KEEPING,   /* its caller, until the worker is done */
  CALL_CANCELLED, /* if that was before the worker began, the hypervisor never sees it */
} CallPhase;

typedef struct
{
  LibvirtWork work;
  gatomicrefcount ref_count; /* the task's, and the worker's until it hands the call back */

  /* Never change. */
  const LibvirtCallInfo *info;
  GMainContext *context;
  GCancellable *cancellable; /* may be NULL */
  LibvirtExecutor *executor;
  LibvirtEmitter *emitter; /* NULL for constructors and statics */
  gpointer source;
  gpointer data; /* the worker's until it hands the call back, then the task's */
  GError *error; /* likewise */

  int phase; /* atomic, a CallPhase */

  /* Only touched in the context. */
  GTask *task; /* NULL once returned */
  gboolean is_fetched; /* a result is handed out once */
  GSource *cancel_source;
} LibvirtCall;

/* The call that this worker thread is in. */
static _Thread_local LibvirtCall *current_call;

static LibvirtCall *
call_ref (LibvirtCall *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
call_unref (gpointer user_data)
{
  LibvirtCall *self = user_data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_assert (self->task == NULL);
  self->info->free (self->data);
  g_clear_error (&self->error);
  g_clear_object (&self->source);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->emitter, libvirt_emitter_unref);
  libvirt_executor_unref (self->executor);
  g_main_context_unref (self->context);
  g_free (self);
}

/* Runs @func in the caller's context, which then has the reference to @self. That thread may do so
 * and give its context up before this one has let go of the source, which GLib does not stand
 * without a reference to the context. */
static void
call_post (LibvirtCall *self,
           GSourceFunc func)
{
  g_autoptr (GMainContext) context = g_main_context_ref (self->context);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "libvirt-gobj call");
  g_source_set_callback (source, func, self, call_unref);
  g_source_attach (source, context);
}

static void
call_drop_cancel_source (LibvirtCall *self)
{
  if (self->cancel_source == NULL)
    return;

  g_source_destroy (self->cancel_source);
  g_clear_pointer (&self->cancel_source, g_source_unref);
}

/* The end of @task, which is taken over, as of @error. */
static void
call_return (LibvirtCall *self,
             GTask *task,
             GError *error)
{
  if (self->info->end != NULL)
    self->info->end (self->data, error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static gboolean
call_on_done (gpointer user_data)
{
  LibvirtCall *self = user_data;
  GTask *task = g_steal_pointer (&self->task);

  if (task == NULL)
    return G_SOURCE_REMOVE; /* cancelled meanwhile */

  call_drop_cancel_source (self);

  /* What the call changed is told before the callback runs. */
  if (self->emitter != NULL)
    libvirt_emitter_flush (self->emitter);

  call_return (self, task, g_steal_pointer (&self->error));
  return G_SOURCE_REMOVE;
}

static void
call_run (LibvirtWork *work)
{
  LibvirtCall *self = CALL_OF_WORK (work);

  if (g_atomic_int_compare_and_exchange (&self->phase, CALL_WAITING, CALL_RUNNING))
    {
      current_call = self;
      self->info->run (self->source, self->data, &self->error);
      current_call = NULL;
    }

  call_post (self, call_on_done);
}

/* Where the call was made: it has not begun to run, and never will. */
static void
call_refuse (LibvirtWork *work)
{
  LibvirtCall *self = CALL_OF_WORK (work);

  if (g_atomic_int_compare_and_exchange (&self->phase, CALL_WAITING, CALL_RUNNING))
    libvirt_set_error (&self->error, LIBVIRT_ERROR_SYSTEM_ERROR,
                       "There can be no thread for the call: %s", g_strerror (EAGAIN));

  call_post (self, call_on_done);
}

typedef struct
{
  LibvirtWork work;
  LibvirtCall *call;
} CancelWork;

static gboolean
cancel_work_done (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

static void
cancel_work_run (LibvirtWork *work)
{
  LibvirtCall *call = ((CancelWork *) work)->call;

  call->info->cancel (call->source, call->data);
  call_post (call, cancel_work_done);
  g_free (work);
}

/* Stops at the hypervisor what the worker is waiting for. */
static void
call_abort (LibvirtCall *self)
{
  CancelWork *cancel = g_new0 (CancelWork, 1);

  cancel->work.flags = LIBVIRT_CALL_URGENT;
  cancel->work.run = cancel_work_run;
  cancel->call = call_ref (self);
  libvirt_executor_push (self->executor, &cancel->work);
}

static GError *
cancelled_error (void)
{
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
}

static gboolean
call_on_cancelled (GCancellable *cancellable,
                   gpointer user_data)
{
  LibvirtCall *self = user_data;

  call_drop_cancel_source (self);

  if (g_atomic_int_compare_and_exchange (&self->phase, CALL_WAITING, CALL_CANCELLED))
    {
      if (libvirt_executor_withdraw (self->executor, &self->work))
        call_unref (self);
    }
  else if (!g_atomic_int_compare_and_exchange (&self->phase, CALL_RUNNING, CALL_CANCELLED))
    {
      return G_SOURCE_REMOVE; /* the worker sees it, too */
    }
  else if (self->info->cancel != NULL)
    {
      call_abort (self);
    }

  call_return (self, g_steal_pointer (&self->task), cancelled_error ());
  return G_SOURCE_REMOVE;
}

static void
call_watch_cancellable (LibvirtCall *self,
                        GCancellable *cancellable)
{
  self->cancel_source = g_cancellable_source_new (cancellable);
  g_source_set_priority (self->cancel_source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (call_on_cancelled), call_ref (self),
                         call_unref);
  g_source_attach (self->cancel_source, self->context);
}

/* A constructor has no connection yet whose threads it could use, and may hang as long as its
 * host does: it gets a thread of its own. */
static LibvirtExecutor *
ref_executor_of (gpointer source)
{
  LibvirtExecutor *executor;

  if (source != NULL)
    return libvirt_executor_ref (libvirt_core_of (source)->executor);

  executor = libvirt_executor_new (1, NULL);
  libvirt_executor_close (executor);
  return executor;
}

void
libvirt_async_start (gpointer source,
                     const LibvirtCallInfo *info,
                     gpointer data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data,
                     gpointer tag)
{
  LibvirtCall *self = g_new0 (LibvirtCall, 1);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* A call that was done is reported as done: cancellation is told at once or not at all. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, call_unref);

  g_atomic_ref_count_init (&self->ref_count);
  self->info = info;
  self->data = data;
  self->context = g_main_context_ref (g_task_get_context (task));
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->executor = ref_executor_of (source);
  self->emitter = source != NULL ? libvirt_emitter_ref (libvirt_core_of (source)->emitter) : NULL;
  self->source = source != NULL ? g_object_ref (source) : NULL;
  self->work.flags = info->flags;
  self->work.run = call_run;
  self->work.refuse = call_refuse;

  self->task = g_steal_pointer (&task);
  call_ref (self); /* for the worker */
  if (g_cancellable_is_cancelled (cancellable))
    {
      self->error = cancelled_error ();
      call_post (self, call_on_done);
      return;
    }

  if (cancellable != NULL)
    call_watch_cancellable (self, cancellable);
  libvirt_executor_push (self->executor, &self->work);
}

gpointer
libvirt_async_finish (gpointer source,
                      GAsyncResult *result,
                      gpointer tag,
                      GError **error)
{
  g_autoptr (GError) local_error = NULL;
  LibvirtCall *self;

  g_assert (libvirt_async_is_valid (source, result, tag));

  self = g_task_get_task_data (G_TASK (result));
  self->is_fetched = TRUE;
  if (g_task_propagate_boolean (G_TASK (result), &local_error))
    return self->data;

  libvirt_error_remember (local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
libvirt_async_is_valid (gpointer source,
                        GAsyncResult *result,
                        gpointer tag)
{
  return g_task_is_valid (result, source) && g_async_result_is_tagged (result, tag) &&
         !((LibvirtCall *) g_task_get_task_data (G_TASK (result)))->is_fetched;
}

GMainContext *
libvirt_async_ref_owner_context (void)
{
  if (current_call != NULL)
    return g_main_context_ref (current_call->context);

  return g_main_context_ref_thread_default ();
}

gpointer
libvirt_async_peek_data (void)
{
  return current_call != NULL ? current_call->data : NULL;
}

GCancellable *
libvirt_async_peek_cancellable (void)
{
  return current_call != NULL ? current_call->cancellable : NULL;
}

gboolean
libvirt_async_keep_caller (void)
{
  return current_call == NULL ||
         g_atomic_int_compare_and_exchange (&current_call->phase, CALL_RUNNING, CALL_KEEPING);
}
