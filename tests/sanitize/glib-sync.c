/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Preloaded into programs that are built with ThreadSanitizer. It knows what orders two threads only
 * if it sees that, and it sees pthread's functions and the atomics of what is built with it; but GLib
 * is not, and its GMutex and GCond, its main contexts and its counts of references are made of futexes
 * and atomics of its own. Here each of these calls does what it always does, and says which thread
 * waited for which: no more than is so, or races would be hidden.
 *
 * A call within GLib's own library does not come by here. GRecMutex, GRWLock and GThread do not have
 * to: they are made of pthread's.
 */

#include <dlfcn.h>
#include <gio/gio.h>
#include <pthread.h>

/* Not there in programs without ThreadSanitizer, as is a daemon that a test starts. */
#pragma weak __tsan_acquire
#pragma weak __tsan_release
#pragma weak __tsan_mutex_destroy
#pragma weak __tsan_mutex_pre_lock
#pragma weak __tsan_mutex_post_lock
#pragma weak __tsan_mutex_pre_unlock
#pragma weak __tsan_mutex_post_unlock
#pragma weak __tsan_func_entry
#pragma weak __tsan_func_exit
#include <sanitizer/tsan_interface.h>
extern void __tsan_func_entry (void *caller);
extern void __tsan_func_exit (void);

/* GLib's own, as a variable `real`. */
#define FIND_REAL(function)                                                                        \
  static __typeof__ (&function) found;                                                             \
  __typeof__ (&function) real = __atomic_load_n (&found, __ATOMIC_RELAXED);                        \
                                                                                                   \
  if (real == NULL)                                                                                \
    {                                                                                              \
      real = (__typeof__ (&function)) dlsym (RTLD_NEXT, #function);                                \
      __atomic_store_n (&found, real, __ATOMIC_RELAXED);                                           \
    }

/* What this thread has done so far comes before what another one does after acquire(). */
static void
release (gconstpointer address)
{
  if (__tsan_release != NULL)
    __tsan_release ((gpointer) address);
}

static void
acquire (gconstpointer address)
{
  if (__tsan_acquire != NULL)
    __tsan_acquire ((gpointer) address);
}

/* Mutexes, which are checked for the order of locks, too. */

void
g_mutex_clear (GMutex *mutex)
{
  FIND_REAL (g_mutex_clear);

  if (__tsan_mutex_destroy != NULL)
    __tsan_mutex_destroy (mutex, __tsan_mutex_linker_init);
  real (mutex);
}

static void
before_lock (GMutex *mutex, unsigned int flags)
{
  if (__tsan_mutex_pre_lock != NULL)
    __tsan_mutex_pre_lock (mutex, flags);
}

static void
after_lock (GMutex *mutex, unsigned int flags)
{
  if (__tsan_mutex_post_lock != NULL)
    __tsan_mutex_post_lock (mutex, flags, 0);
}

void
g_mutex_lock (GMutex *mutex)
{
  FIND_REAL (g_mutex_lock);

  before_lock (mutex, __tsan_mutex_linker_init);
  real (mutex);
  after_lock (mutex, __tsan_mutex_linker_init);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  unsigned int flags = __tsan_mutex_linker_init | __tsan_mutex_try_lock;
  gboolean locked;
  FIND_REAL (g_mutex_trylock);

  before_lock (mutex, flags);
  locked = real (mutex);
  after_lock (mutex, flags | (locked ? 0 : __tsan_mutex_try_lock_failed));

  return locked;
}

static void
before_unlock (GMutex *mutex)
{
  if (__tsan_mutex_pre_unlock != NULL)
    __tsan_mutex_pre_unlock (mutex, __tsan_mutex_linker_init);
}

static void
after_unlock (GMutex *mutex)
{
  if (__tsan_mutex_post_unlock != NULL)
    __tsan_mutex_post_unlock (mutex, __tsan_mutex_linker_init);
}

void
g_mutex_unlock (GMutex *mutex)
{
  FIND_REAL (g_mutex_unlock);

  before_unlock (mutex);
  real (mutex);
  after_unlock (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  FIND_REAL (g_cond_wait);

  before_unlock (mutex);
  after_unlock (mutex);
  real (cond, mutex);
  before_lock (mutex, __tsan_mutex_linker_init);
  after_lock (mutex, __tsan_mutex_linker_init);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean signalled;
  FIND_REAL (g_cond_wait_until);

  before_unlock (mutex);
  after_unlock (mutex);
  signalled = real (cond, mutex, end_time);
  before_lock (mutex, __tsan_mutex_linker_init);
  after_lock (mutex, __tsan_mutex_linker_init);

  return signalled;
}

/* What is done once: others read the location with an atomic of their own. */

void
(g_once_init_leave) (volatile void *location, gsize result)
{
  FIND_REAL (g_once_init_leave);

  release ((gconstpointer) location);
  real (location, result);
}

gboolean
(g_once_init_enter) (volatile void *location)
{
  gboolean enter;
  FIND_REAL (g_once_init_enter);

  enter = real (location);
  acquire ((gconstpointer) location);

  return enter;
}

/* Classes: whoever is given one comes after the thread that made it, and after no other: so the lock
 * is for those that make one. It can be taken again, for a class is made after its parent. */
static void
know_class (GType type)
{
  static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
  GQuark known = g_quark_from_static_string ("glib-sync-class");
  gpointer klass = g_type_get_qdata (type, known);

  if (klass == NULL)
    {
      pthread_mutex_lock (&lock);
      klass = g_type_class_ref (type);
      release (klass);
      g_type_set_qdata (type, known, klass);
      pthread_mutex_unlock (&lock);
    }

  acquire (klass);
}

gpointer
g_object_new (GType type, const char *first_property, ...)
{
  gpointer object;
  va_list arguments;

  know_class (type);
  va_start (arguments, first_property);
  object = g_object_new_valist (type, first_property, arguments);
  va_end (arguments);

  return object;
}

/* Counts of references. */

gboolean
(g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  gboolean last;
  FIND_REAL (g_atomic_ref_count_dec);

  release (count);
  last = real (count);
  if (last)
    acquire (count);

  return last;
}

/* The one that is the last frees before it returns: it must have waited for the others by then. So
 * that none comes in between, the count goes down here as long as it is not the last. */
void
(g_object_unref) (gpointer object)
{
  int *count = (int *) &((GObject *) object)->ref_count;
  int now = __atomic_load_n (count, __ATOMIC_SEQ_CST);
  FIND_REAL (g_object_unref);

  release (object);
  while (now > 1 && (g_datalist_get_flags (&((GObject *) object)->qdata) & 1) == 0)
    if (__atomic_compare_exchange_n (count, &now, now - 1, FALSE, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
      return;

  acquire (object);
  real (object);
}

/* What has a lock of its own within GLib: as if that had been taken, and given back. */

static void
take_turn (gconstpointer lock)
{
  if (lock == NULL)
    return;

  acquire (lock);
  release (lock);
}

/* Never called: between enter_glib() and leave_glib() reports show it as the caller, and threads.supp
 * names it. What is GLib's own is freed by one thread while the other is still within the call that
 * made it, and there is nothing at which that could be seen here. */
static __attribute__ ((used, noinline)) void
within_glib (void)
{
  __asm__ volatile ("nop; nop");
}

static void
enter_glib (gconstpointer lock)
{
  take_turn (lock);
  if (__tsan_func_entry != NULL)
    __tsan_func_entry ((char *) within_glib + 1);
}

static void
leave_glib (gconstpointer lock)
{
  if (__tsan_func_exit != NULL)
    __tsan_func_exit ();
  take_turn (lock);
}

/* What GLib finds out once, for all threads. */
#define FIND_OUT_ONCE(type, function)                                                              \
  type function (void)                                                                             \
  {                                                                                                \
    type result;                                                                                   \
    FIND_REAL (function);                                                                          \
                                                                                                   \
    result = real ();                                                                              \
    take_turn (found);                                                                             \
    return result;                                                                                 \
  }

FIND_OUT_ONCE (const char *, g_get_home_dir)
FIND_OUT_ONCE (const char *, g_get_host_name)
FIND_OUT_ONCE (const char *, g_get_prgname)
FIND_OUT_ONCE (const char *, g_get_real_name)
FIND_OUT_ONCE (const char *, g_get_user_name)
FIND_OUT_ONCE (const char *, g_get_user_cache_dir)
FIND_OUT_ONCE (const char *, g_get_user_config_dir)
FIND_OUT_ONCE (const char *, g_get_user_data_dir)
FIND_OUT_ONCE (const char *, g_get_user_runtime_dir)

/* It keeps each text that it gives, for whoever asks next: that one may be about to read it before the
 * first one is back here. */
const char *
g_strerror (int error)
{
  static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  const char *text;
  FIND_REAL (g_strerror);

  pthread_mutex_lock (&mutex);
  text = real (error);
  pthread_mutex_unlock (&mutex);

  return text;
}

/* Pools of threads, where GIO looks up addresses, for example. */

typedef struct
{
  GFunc func;
  gpointer user_data;
} Pool;

static void
pool_run (gpointer data, gpointer user_data)
{
  Pool *pool = user_data;

  acquire (pool);
  pool->func (data, pool->user_data);
}

/* The pool's own data is never freed: some of the threads may still be about to run. */
GThreadPool *
g_thread_pool_new (GFunc func, gpointer user_data, int n_threads, gboolean exclusive, GError **error)
{
  Pool *pool = g_new0 (Pool, 1);
  FIND_REAL (g_thread_pool_new);

  pool->func = func;
  pool->user_data = user_data;
  return real (pool_run, pool, n_threads, exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer data, GError **error)
{
  gboolean pushed;
  FIND_REAL (g_thread_pool_push);

  enter_glib (pool->user_data);
  pushed = real (pool, data, error);
  leave_glib (pool->user_data);

  return pushed;
}

/* Data of objects */

void
g_datalist_id_set_data_full (GData **list, GQuark key, gpointer data, GDestroyNotify destroy)
{
  FIND_REAL (g_datalist_id_set_data_full);

  enter_glib (list);
  real (list, key, data, destroy);
  leave_glib (list);
}

gpointer
g_datalist_id_remove_no_notify (GData **list, GQuark key)
{
  gpointer data;
  FIND_REAL (g_datalist_id_remove_no_notify);

  enter_glib (list);
  data = real (list, key);
  leave_glib (list);

  return data;
}

gboolean
g_datalist_id_replace_data (GData **list, GQuark key, gpointer old, gpointer data,
                            GDestroyNotify destroy, GDestroyNotify *old_destroy)
{
  gboolean replaced;
  FIND_REAL (g_datalist_id_replace_data);

  enter_glib (list);
  replaced = real (list, key, old, data, destroy, old_destroy);
  leave_glib (list);

  return replaced;
}

/* Main contexts */

static GMainContext *
or_default (GMainContext *context)
{
  return context != NULL ? context : g_main_context_default ();
}

typedef struct
{
  GSourceFuncs funcs; /* what GLib sees */
  const GSourceFuncs *real;
} SourceFuncs;

static gboolean
source_prepare (GSource *source, int *timeout)
{
  GMainContext *context = g_source_get_context (source);
  gboolean ready;

  take_turn (context);
  ready = ((SourceFuncs *) source->source_funcs)->real->prepare (source, timeout);
  take_turn (context);

  return ready;
}

static gboolean
source_check (GSource *source)
{
  GMainContext *context = g_source_get_context (source);
  gboolean ready;

  take_turn (context);
  ready = ((SourceFuncs *) source->source_funcs)->real->check (source);
  take_turn (context);

  return ready;
}

static gboolean
source_dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  GMainContext *context = g_source_get_context (source);
  gboolean stays;

  take_turn (context);
  stays = ((SourceFuncs *) source->source_funcs)->real->dispatch (source, callback, user_data);
  take_turn (context);

  return stays;
}

static void
source_finalize (GSource *source)
{
  acquire (source);
  ((SourceFuncs *) source->source_funcs)->real->finalize (source);
}

static GSourceFuncs *
wrap_funcs (const GSourceFuncs *real)
{
  SourceFuncs *wrapper = g_new0 (SourceFuncs, 1);

  wrapper->funcs = *real;
  wrapper->funcs.prepare = real->prepare != NULL ? source_prepare : NULL;
  wrapper->funcs.check = real->check != NULL ? source_check : NULL;
  wrapper->funcs.dispatch = source_dispatch;
  wrapper->funcs.finalize = real->finalize != NULL ? source_finalize : NULL;
  wrapper->real = real;

  return &wrapper->funcs;
}

/* One for each kind of source, never freed. */
static GSourceFuncs *
get_wrapper (const GSourceFuncs *real)
{
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  static GHashTable *wrappers;
  GSourceFuncs *funcs;

  pthread_mutex_lock (&lock);
  if (wrappers == NULL)
    wrappers = g_hash_table_new (NULL, NULL);
  funcs = g_hash_table_lookup (wrappers, real);
  if (funcs == NULL)
    {
      funcs = wrap_funcs (real);
      g_hash_table_insert (wrappers, (gpointer) real, funcs);
    }
  pthread_mutex_unlock (&lock);

  return funcs;
}

/* GLib knows these by the address of their functions. */
static gboolean
is_known_to_glib (GSource *source)
{
  return source->source_funcs == &g_unix_signal_funcs || source->source_funcs == &g_child_watch_funcs;
}

guint
g_source_attach (GSource *source, GMainContext *context)
{
  guint id;
  FIND_REAL (g_source_attach);

  if (__tsan_release != NULL && !is_known_to_glib (source))
    g_source_set_funcs (source, get_wrapper (source->source_funcs));
  enter_glib (or_default (context));
  id = real (source, context);
  leave_glib (or_default (context));

  return id;
}

void
g_source_destroy (GSource *source)
{
  GMainContext *context = source->context;
  FIND_REAL (g_source_destroy);

  take_turn (context);
  real (source);
  take_turn (context);
}

void
g_source_unref (GSource *source)
{
  GMainContext *context = source->context;
  FIND_REAL (g_source_unref);

  release (source);
  enter_glib (context);
  real (source);
  leave_glib (context);
}

static guint
attach_new (GSource *source, int priority, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  guint id;

  g_source_set_priority (source, priority);
  g_source_set_callback (source, func, data, notify);
  id = g_source_attach (source, NULL);
  g_source_unref (source);

  return id;
}

/* GLib's own attach within its library. */
guint
g_idle_add_full (int priority, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  return attach_new (g_idle_source_new (), priority, func, data, notify);
}

guint
g_idle_add (GSourceFunc func, gpointer data)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, func, data, NULL);
}

guint
g_timeout_add_full (int priority, guint interval, GSourceFunc func, gpointer data,
                    GDestroyNotify notify)
{
  return attach_new (g_timeout_source_new (interval), priority, func, data, notify);
}

guint
g_timeout_add (guint interval, GSourceFunc func, gpointer data)
{
  return g_timeout_add_full (G_PRIORITY_DEFAULT, interval, func, data, NULL);
}

gboolean
g_main_context_iteration (GMainContext *context, gboolean may_block)
{
  gboolean dispatched;
  FIND_REAL (g_main_context_iteration);

  take_turn (or_default (context));
  dispatched = real (context, may_block);
  take_turn (or_default (context));

  return dispatched;
}

gboolean
g_main_context_acquire (GMainContext *context)
{
  gboolean acquired;
  FIND_REAL (g_main_context_acquire);

  enter_glib (or_default (context));
  acquired = real (context);
  leave_glib (or_default (context));

  return acquired;
}

void
g_main_context_release (GMainContext *context)
{
  FIND_REAL (g_main_context_release);

  enter_glib (or_default (context));
  real (context);
  leave_glib (or_default (context));
}

void
g_main_context_wakeup (GMainContext *context)
{
  FIND_REAL (g_main_context_wakeup);

  enter_glib (or_default (context));
  real (context);
  leave_glib (or_default (context));
}

void
g_main_context_unref (GMainContext *context)
{
  FIND_REAL (g_main_context_unref);

  enter_glib (context);
  real (context);
  leave_glib (NULL);
}

void
g_main_loop_run (GMainLoop *loop)
{
  FIND_REAL (g_main_loop_run);

  take_turn (g_main_loop_get_context (loop));
  real (loop);
  take_turn (g_main_loop_get_context (loop));
}

void
g_main_loop_quit (GMainLoop *loop)
{
  FIND_REAL (g_main_loop_quit);

  take_turn (g_main_loop_get_context (loop));
  real (loop);
}
