/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-auth-private.h"

#include "async/libvirt-async-copy-private.h"

struct _LibvirtAuthExchange
{
  gatomicrefcount ref_count;

  GMutex lock;
  GCond wake;
  /* Guarded by lock. */
  gboolean ended;
  GStrv answers;
};

static void
free_answers (GStrv answers)
{
  for (guint i = 0; answers != NULL && answers[i] != NULL; i++)
    libvirt_async_free_secret (answers[i], -1);
  g_free (answers);
}

LibvirtAuthExchange *
libvirt_auth_exchange_new (void)
{
  LibvirtAuthExchange *self = g_new0 (LibvirtAuthExchange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);

  return self;
}

LibvirtAuthExchange *
libvirt_auth_exchange_ref (LibvirtAuthExchange *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
libvirt_auth_exchange_unref (LibvirtAuthExchange *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  free_answers (self->answers);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_free (self);
}

void
libvirt_auth_exchange_end (LibvirtAuthExchange *self,
                           GStrv answers)
{
  g_mutex_lock (&self->lock);
  if (!self->ended)
    {
      self->ended = TRUE;
      self->answers = g_steal_pointer (&answers);
      g_cond_signal (&self->wake);
    }
  g_mutex_unlock (&self->lock);

  free_answers (answers);
}

gboolean
libvirt_auth_exchange_is_ended (LibvirtAuthExchange *self)
{
  gboolean ended;

  g_mutex_lock (&self->lock);
  ended = self->ended;
  g_mutex_unlock (&self->lock);

  return ended;
}

GStrv
libvirt_auth_exchange_wait (LibvirtAuthExchange *self)
{
  GStrv answers;

  g_mutex_lock (&self->lock);
  while (!self->ended)
    g_cond_wait (&self->wake, &self->lock);
  answers = g_steal_pointer (&self->answers);
  g_mutex_unlock (&self->lock);

  return answers;
}
