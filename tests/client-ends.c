/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Preloaded into a libvirtd of a test's own: what belongs to a client is cleared away by the main
 * thread, and by no other one, and not while one works for that client.
 *
 * In libvirt 9.0 at least, a thread whose answer cannot be sent because the client is gone closes
 * the connection while the main thread may be closing it; and the main thread frees the lists of
 * callbacks while another thread may be adding one. Either corrupts the daemon's memory. Tests lose
 * connections all the time, with calls on their way, and what they want to see is what becomes of
 * the client.
 */

#include <dlfcn.h>
#include <libvirt/libvirt.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "libvirtd-preload.h"

/* Of libvirt's own, with the names and parameters that they have in all versions. */
void virNetServerClientClose (void *client);
void virNetServerClientSetCloseHook (void *client, void (*hook) (void *client));
int virNetServerProgramDispatch (void *program, void *server, void *client, void *message);

typedef void (*Func) (void *object);

/* A call that a thread works on, and for whose end its client has to wait. */
typedef struct Call
{
  void *client;
  struct Call *next;
} Call;

/* What clears away what a client had. */
typedef struct Hook
{
  void *client;
  Func run;
  struct Hook *next;
} Hook;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
/* Guarded by lock. */
static Call *calls;
static Hook *hooks;
static void *ending; /* the client whose hook is running */

static __thread Call *own;

static void
call (const char *name, void *object)
{
  Func func = (Func) dlsym (RTLD_NEXT, name);

  func (object);
}

static void
close_in_loop (int timer, void *client)
{
  virEventRemoveTimeout (timer);
  call ("virNetServerClientClose", client);
}

static void
drop (void *client)
{
  call ("virObjectUnref", client);
}

__attribute__ ((visibility ("default"))) void
virNetServerClientClose (void *client)
{
  if (gettid () == getpid ())
    {
      call ("virNetServerClientClose", client);
      return;
    }

  call ("virObjectRef", client);
  virEventAddTimeout (0, close_in_loop, client, drop);
}

static void
begin_call (Call *self)
{
  pthread_mutex_lock (&lock);
  while (ending == self->client)
    pthread_cond_wait (&changed, &lock);
  self->next = calls;
  calls = self;
  own = self;
  pthread_mutex_unlock (&lock);
}

/* Before its end, if it is slow. */
void
preload_end_call (void)
{
  Call **link = &calls;

  if (own == NULL)
    return;

  pthread_mutex_lock (&lock);
  while (*link != own)
    link = &(*link)->next;
  *link = own->next;
  own = NULL;
  pthread_cond_broadcast (&changed);
  pthread_mutex_unlock (&lock);
}

__attribute__ ((visibility ("default"))) int
virNetServerProgramDispatch (void *program, void *server, void *client, void *message)
{
  __typeof__ (&virNetServerProgramDispatch) real = dlsym (RTLD_NEXT, "virNetServerProgramDispatch");
  Call self = { client, NULL };
  int result;

  begin_call (&self);
  result = real (program, server, client, message);
  preload_end_call ();

  return result;
}

static int
is_worked_for (void *client)
{
  for (Call *i = calls; i != NULL; i = i->next)
    if (i->client == client)
      return 1;

  return 0;
}

static Func
take_hook (void *client)
{
  Hook **link = &hooks;
  Hook *hook;
  Func run;

  while ((*link)->client != client)
    link = &(*link)->next;
  hook = *link;
  *link = hook->next;
  run = hook->run;
  free (hook);

  return run;
}

static void
run_hook (void *client)
{
  Func run;

  pthread_mutex_lock (&lock);
  ending = client;
  while (is_worked_for (client))
    pthread_cond_wait (&changed, &lock);
  run = take_hook (client);
  pthread_mutex_unlock (&lock);

  run (client);

  pthread_mutex_lock (&lock);
  ending = NULL;
  pthread_cond_broadcast (&changed);
  pthread_mutex_unlock (&lock);
}

__attribute__ ((visibility ("default"))) void
virNetServerClientSetCloseHook (void *client, Func run)
{
  __typeof__ (&virNetServerClientSetCloseHook) real =
    dlsym (RTLD_NEXT, "virNetServerClientSetCloseHook");
  Hook *hook = calloc (1, sizeof (Hook));

  hook->client = client;
  hook->run = run;
  pthread_mutex_lock (&lock);
  hook->next = hooks;
  hooks = hook;
  pthread_mutex_unlock (&lock);

  real (client, run_hook);
}
