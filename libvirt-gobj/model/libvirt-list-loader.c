/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model/libvirt-list-loader-private.h"

#include "runtime/libvirt-entity-private.h"

/* A question, and its answer on the way to the owner's context, where the list's turn has another
 * reference. */
typedef struct
{
  LibvirtWork work;
  LibvirtEmission emission;
  void (*after) (LibvirtListLoader *loader); /* what follows when the answer was taken, or NULL */
  LibvirtListLoader *loader;
  GObject *list;   /* a reference, which keeps the loader */
  GObject *owner;  /* of a load: a reference, or NULL */
  gpointer answer; /* or NULL and an error */
  GError *error;
} Task;

#define TASK_OF_EMISSION(e) ((Task *) ((guint8 *) (e) - G_STRUCT_OFFSET (Task, emission)))

static void
loader_set_error (LibvirtListLoader *self,
                  const GError *error)
{
  gboolean had_error = self->error != NULL;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (had_error || error != NULL)
    g_object_notify (self->list, "error");
}

static void
task_clear (gpointer data)
{
  Task *task = data;

  if (task->answer != NULL)
    task->loader->calls->free_answer (task->answer);
  g_clear_error (&task->error);
  g_clear_object (&task->owner);
  g_object_unref (task->list);
}

static void
task_unref (gpointer task)
{
  g_rc_box_release_full (task, task_clear);
}

static void
task_take_answer (gpointer list,
                  gpointer data)
{
  Task *task = data;

  if (task->answer != NULL)
    task->loader->calls->take (list, task->answer);
}

static void
task_tell_end (gpointer list,
               gpointer data)
{
  Task *task = data;

  loader_set_error (task->loader, task->error);
  if (task->after != NULL)
    task->after (task->loader);
}

/* Takes @task over. */
static void
task_end (Task *task)
{
  libvirt_list_turn_take (&task->loader->turn, task->list, task_take_answer, task_tell_end, task,
                          task_unref);
}

static void
task_emit (LibvirtEmission *emission,
           gpointer connect)
{
  task_end (g_rc_box_acquire (TASK_OF_EMISSION (emission)));
}

static void
task_free (LibvirtEmission *emission)
{
  task_unref (TASK_OF_EMISSION (emission));
}

static Task *
task_new (LibvirtListLoader *loader,
          void (*after) (LibvirtListLoader *loader))
{
  Task *task = g_rc_box_new0 (Task);

  task->after = after;
  task->loader = loader;
  task->list = g_object_ref (loader->list);
  task->emission.emit = task_emit;
  task->emission.free = task_free;
  return task;
}

void
libvirt_list_loader_install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (
    object_class, LIBVIRT_LIST_PROP_ERROR,
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags));
  g_object_class_install_property (
    object_class, LIBVIRT_LIST_PROP_INTERVAL,
    g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT / 1000, 0, flags | G_PARAM_WRITABLE));
  g_object_class_install_property (
    object_class, LIBVIRT_LIST_PROP_ITEM_TYPE,
    g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, flags));
  g_object_class_install_property (
    object_class, LIBVIRT_LIST_PROP_LOADING,
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags));
}

void
libvirt_list_loader_get_property (LibvirtListLoader *self,
                                  guint prop_id,
                                  GValue *value)
{
  switch (prop_id)
    {
    case LIBVIRT_LIST_PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case LIBVIRT_LIST_PROP_INTERVAL:
      g_value_set_uint (value, self->interval);
      break;
    case LIBVIRT_LIST_PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
libvirt_list_loader_init (LibvirtListLoader *self,
                          gpointer list,
                          const LibvirtListCalls *calls)
{
  self->list = list;
  self->calls = calls;
  self->core = libvirt_core_ref (libvirt_core_get_closed ());
}

void
libvirt_list_loader_set_source (LibvirtListLoader *self,
                                LibvirtCore *core,
                                LibvirtEntity *owner)
{
  libvirt_core_replace (&self->core, core);
  if (owner != NULL)
    self->owner = libvirt_weak_ref (libvirt_entity_get_weak (owner));
}

static void
loader_set_loading (LibvirtListLoader *self,
                    gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify (self->list, "loading");
}

/* FALSE if what the items belonged to is gone, and with it they. */
static gboolean
loader_ref_owner (LibvirtListLoader *self,
                  GObject **owner)
{
  *owner = self->owner != NULL ? libvirt_weak_get (self->owner) : NULL;
  return *owner != NULL || self->owner == NULL;
}

/* There will be no answer any more. */
static void
loader_fail_closed (LibvirtListLoader *self)
{
  g_autoptr (GError) error = NULL;

  libvirt_core_set_closed_error (self->core, &error);
  loader_set_error (self, error);
  loader_set_loading (self, FALSE);
}

static void loader_start (LibvirtListLoader *self);

static void
loader_end (LibvirtListLoader *self)
{
  if (self->is_stale)
    loader_start (self);
  else
    loader_set_loading (self, FALSE);
}

/* An answer that is awaited already may be older than another one that came. */
static void
loader_ask_again (LibvirtListLoader *self)
{
  if (self->loading)
    self->is_stale = TRUE;
}

static void
load_run (LibvirtWork *work)
{
  Task *task = (Task *) work;
  g_autoptr (LibvirtCore) core = libvirt_core_ref (task->loader->core);

  task->answer = task->loader->calls->ask (task->list, task->owner, &task->error);
  libvirt_emitter_push (core->emitter, &task->emission);
}

static void
loader_start (LibvirtListLoader *self)
{
  g_autoptr (GObject) owner = NULL;
  Task *task;

  self->is_stale = FALSE;
  if (!libvirt_core_is_open (self->core) || !loader_ref_owner (self, &owner))
    {
      loader_fail_closed (self);
      return;
    }

  task = task_new (self, loader_end);
  task->owner = g_steal_pointer (&owner);
  task->work.run = load_run;
  loader_set_loading (self, TRUE);
  libvirt_executor_push (self->core->executor, &task->work);
}

/* An answer that is awaited already may be older than what it is wanted for. */
void
libvirt_list_loader_load (LibvirtListLoader *self)
{
  if (self->loading)
    self->is_stale = TRUE;
  else
    loader_start (self);
}

void
libvirt_list_loader_take (LibvirtListLoader *self,
                          gpointer answer,
                          GError *error)
{
  Task *task = task_new (self, loader_ask_again);

  task->answer = answer;
  task->error = error;
  task_end (task);
}

gboolean
libvirt_list_loader_refresh (LibvirtListLoader *self,
                             GError **error)
{
  g_autoptr (GObject) owner = NULL;
  Task *task;

  if (!loader_ref_owner (self, &owner))
    {
      libvirt_core_set_closed_error (self->core, error);
      return FALSE;
    }

  task = task_new (self, NULL);
  task->answer = self->calls->ask (self->list, owner, error);
  if (task->answer == NULL)
    {
      task_unref (task);
      return FALSE;
    }

  libvirt_emitter_tell (self->core->emitter, &task->emission);
  return TRUE;
}

static void
loader_stop_timer (LibvirtListLoader *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
on_interval (gpointer data)
{
  LibvirtListLoader *self = data;

  if (libvirt_core_is_open (self->core) && !self->loading)
    loader_start (self);
  else if (libvirt_core_is_closed (self->core))
    loader_stop_timer (self);
  return G_SOURCE_CONTINUE;
}

static void
loader_start_timer (LibvirtListLoader *self)
{
  self->timer = g_timeout_source_new_seconds (self->interval);
  g_source_set_static_name (self->timer, "[libvirt-gobj] list");
  g_source_set_callback (self->timer, on_interval, self, NULL);
  g_source_attach (self->timer, self->core->context);
}

void
libvirt_list_loader_set_interval (LibvirtListLoader *self,
                                  guint interval)
{
  if (self->interval == interval)
    return;

  loader_stop_timer (self);
  self->interval = interval;
  if (interval > 0)
    loader_start_timer (self);
  g_object_notify (self->list, "interval");
}

void
libvirt_list_loader_clear (LibvirtListLoader *self)
{
  loader_stop_timer (self);
  g_clear_pointer (&self->owner, libvirt_weak_unref);
  g_clear_error (&self->error);
  libvirt_core_unref (self->core);
}
