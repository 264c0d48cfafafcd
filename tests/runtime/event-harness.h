/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt/libvirt.h>

/*
 * The same tests run once for each way libvirt's event loop can be served: $EVENT_LOOP is
 * `default-context` (the test's own thread runs it while it waits), `own-context` (a thread runs
 * a GMainContext) or `worker` (the library's own thread). All goes through libvirt's public
 * functions.
 */
typedef enum
{
  EVENT_IN_DEFAULT_CONTEXT,
  EVENT_IN_OWN_CONTEXT,
  EVENT_IN_WORKER
} EventMode;

extern EventMode event_mode;
extern GMainContext *event_context; /* NULL in the worker */

/* Initialises the test framework and libvirt's event loop. */
void event_harness_init (int *argc,
                         char ***argv);

/* Serves until @counter has at least the value @n, and fails if that takes very long. */
void event_wait_for (int *counter,
                     int n);

/* Serves until everything that was ready when it was called has had its turn. */
void event_turn (void);

/* Serves for a while, blocking where nothing happens; returns the CPU time used, in per cent
 * of the time. */
int event_measure_cpu (void);

/* In microseconds, of @who as getrusage() has it. */
gint64 event_get_cpu_time (int who);

/* A watch that counts. */
typedef struct
{
  int id;
  int fd;
  int calls;  /* atomic, as what follows */
  int events; /* all that were told */
  int last;   /* told in the last call */
  int freed;
  gboolean drain; /* set once: whether the callback reads what is there */
  void (*action) (gpointer data);
  gpointer data;
} EventProbe;

/* @probe is filled with zeros but for @drain, @action and @data. */
void event_probe_add (EventProbe *probe,
                      int fd,
                      int events);

/* Removes it unless that was done, and waits for the free callback. */
void event_probe_remove (EventProbe *probe);

/* The same with timers, which use id, calls, freed, action and data. */
void event_probe_add_timer (EventProbe *probe,
                            int interval);
void event_probe_remove_timer (EventProbe *probe);

/* A pipe; both ends closed on exec and not blocking. */
void event_pipe (int fds[2]);
void event_put (int fd);
gboolean event_take (int fd);
