/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "live.h"

static void
on_notify (LibvirtJob *job, GParamSpec *pspec, LiveTold *self)
{
  g_assert_cmpuint (self->n_completed, ==, 0);
  g_assert_true (g_thread_self () == self->owner);
  self->n_notified++;
}

static void
on_completed (LibvirtJob *job, GError *error, LiveTold *self)
{
  g_assert_true (g_thread_self () == self->owner);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->n_completed++;
}

void
live_told_init (LiveTold *self, LibvirtDomainJob *job)
{
  g_assert_nonnull (job);
  *self = (LiveTold){ .job = job, .owner = g_thread_self () };
  g_signal_connect (job, "notify", G_CALLBACK (on_notify), self);
  g_signal_connect (job, "completed", G_CALLBACK (on_completed), self);
}

void
live_told_end (LiveTold *self, LibvirtJobPhase phase)
{
  live_wait_until (self->n_completed > 0);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (self->n_completed, ==, 1);
  g_assert_cmpint (libvirt_job_get_phase (LIBVIRT_JOB (self->job)), ==, phase);
  g_assert_cmpuint (libvirt_job_get_time_left (LIBVIRT_JOB (self->job)), ==, 0);
  g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
}
