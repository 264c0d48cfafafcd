/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <pthread.h>

G_BEGIN_DECLS

/* Whether this thread is one of the library's. No object of a program's is to end in it, with the
 * signal handlers that are connected there. */
gboolean libvirt_thread_is_own (void);
void libvirt_thread_set_own (void);

/* In a thread of the library's: has something done when the thread is through with what it is about, and
 * does it. */
void libvirt_thread_postpone (GDestroyNotify func,
                              gpointer data);
void libvirt_thread_do_postponed (void);

/* A thread to be joined; FALSE if there can be none. Signals are the application's: it has them all
 * blocked. @name is kept. */
gboolean libvirt_thread_new (pthread_t *thread,
                             const char *name,
                             GThreadFunc func,
                             gpointer data);

/* The same that nobody joins. */
gboolean libvirt_thread_start (const char *name,
                               GThreadFunc func,
                               gpointer data);

/*
 * What waits for a thread because there could be none: @try_again is called every 100 ms, in libvirt's
 * event loop, as long as it returns TRUE. Those who ask for it have what it looks at in order before,
 * and hold no lock.
 */
typedef struct
{
  gboolean (*try_again) (void);
  int is_set; /* atomic */
} LibvirtRetry;

void libvirt_retry_later (LibvirtRetry *self);

/* In a child made by fork(), where nothing waits. */
void libvirt_retry_forget (LibvirtRetry *self);

/*
 * What a connection may always have is little. More threads than that are borrowed from what the
 * process has for all of its connections, so that a hundred hosts that hang have not thousands.
 */
gboolean libvirt_thread_borrow (void);
void libvirt_thread_give_back (guint n_threads);

/* In a child made by fork(), where there are none. */
void libvirt_thread_forget_borrowed (void);

G_END_DECLS
