/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Preloaded into a libvirtd of a test's own: only its main thread closes connections.
 *
 * In libvirt 9.0 at least, a thread whose answer cannot be sent because the client is gone closes
 * the connection while the main thread may be closing it: what belongs to the client is freed by
 * both, and the daemon crashes. Tests lose connections all the time, with calls on their way, and
 * what they want to see is what becomes of the client.
 */

#include <dlfcn.h>
#include <libvirt/libvirt.h>
#include <unistd.h>

/* Of libvirt's own; its name is the same in all versions. */
void virNetServerClientClose (void *client);

typedef void (*Func) (void *object);

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
