/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-weak-private.h"

/* The lowest bits of the state; above them is the number of claims. */
#define ENDED 1         /* nobody can claim it any more */
#define HAS_REFERENCE 2 /* which keeps the memory until the last claim is given back */
#define CLAIM 4

struct _LibvirtWeak
{
  gatomicrefcount ref_count;

  gpointer object; /* set once; to be looked at with a claim only */
  GWeakRef alive;  /* the same, until its end is decided */
  int state;       /* atomic, without a lock: nobody holds it while the process forks */
};

LibvirtWeak *
libvirt_weak_new (gpointer object)
{
  LibvirtWeak *self = g_new0 (LibvirtWeak, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->object = object;
  g_weak_ref_init (&self->alive, object);
  self->state = object == NULL ? ENDED : 0;
  return self;
}

LibvirtWeak *
libvirt_weak_ref (LibvirtWeak *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_weak_unref (LibvirtWeak *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_weak_ref_clear (&self->alive);
  g_free (self);
}

gboolean
libvirt_weak_claim (LibvirtWeak *self)
{
  int state;

  do
    {
      state = g_atomic_int_get (&self->state);
      if ((state & ENDED) != 0)
        return FALSE;
    }
  while (!g_atomic_int_compare_and_exchange (&self->state, state, state + CLAIM));

  libvirt_weak_ref (self);
  return TRUE;
}

static void
weak_give_back (LibvirtWeak *self)
{
  gboolean is_last;
  int state;
  int left;

  do
    {
      state = g_atomic_int_get (&self->state);
      left = state - CLAIM;
      is_last = left == (ENDED | HAS_REFERENCE);
    }
  while (!g_atomic_int_compare_and_exchange (&self->state, state, is_last ? ENDED : left));

  if (is_last)
    g_object_unref (self->object);
  libvirt_weak_unref (self);
}

gpointer
libvirt_weak_take (LibvirtWeak *self)
{
  gpointer object = g_object_ref (self->object);
  /* No language is told of this one, as there is that reference. With it nobody can decide on the end
   * any more; whether somebody did before, this tells. */
  g_autoptr (GObject) alive = g_weak_ref_get (&self->alive);

  if (alive == NULL)
    g_atomic_int_or (&self->state, ENDED);
  weak_give_back (self);
  if (alive == NULL)
    g_clear_object (&object);
  return object;
}

gpointer
libvirt_weak_get (LibvirtWeak *self)
{
  return libvirt_weak_claim (self) ? libvirt_weak_take (self) : NULL;
}

void
libvirt_weak_end (LibvirtWeak *self)
{
  gboolean is_claimed;
  int state;

  if (self->object == NULL)
    return;

  /* Before anybody can give it back. */
  g_object_ref (self->object);
  do
    {
      state = g_atomic_int_get (&self->state);
      is_claimed = state >= CLAIM && (state & HAS_REFERENCE) == 0;
    }
  while (!g_atomic_int_compare_and_exchange (&self->state, state,
                                             state | ENDED | (is_claimed ? HAS_REFERENCE : 0)));
  if (!is_claimed)
    g_object_unref (self->object);
}
