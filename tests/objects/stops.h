/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* Has libvirt's answers and events wait, so that a test says which of them comes first. */

#include "objects.h"

/* Where the next call of virDomainSuspend(), the next question for all domains, or for all of one,
 * stops until it is let go, in the thread that stops_run_until() starts. */
typedef enum
{
  STOP_NOWHERE,
  STOP_BEFORE_CALL,
  STOP_BEFORE_ANSWER,
  STOP_BEFORE_LIST,
  STOP_AFTER_TRANSIENT,
  STOP_BEFORE_QUERY,
  STOP_AFTER_QUERY,
} Stop;

/* Calls @func in a thread, up to there. */
void stops_run_until (Stop where,
                      ObjectsThread *thread,
                      void (*func) (gpointer data),
                      gpointer data);

/* Whether that is where the last one stopped; it may have gone on since. Any thread. */
gboolean stops_has_reached (Stop where);

/* Lets it go on to its end, until all events have been told. */
void stops_go_on (Harness *self,
                  ObjectsThread *thread);

/* Lets it go on to its end; no event is told before the answer. */
void stops_take_answer (ObjectsThread *thread);

/* Counts the questions for the state of the domain with that name, from now on; NULL ends it. The
 * name is not copied. */
void stops_count_queries_for (const char *name);
int stops_get_n_queries (void);

/* No event arrives up to stops_let_events_arrive(); in a context none does before that runs. */
void stops_hold_events (void);
void stops_let_events_arrive (void);

/* The first event that comes has arrived, and is not told yet where libvirt has a thread of its
 * own. */
void stops_let_first_event_arrive (Harness *self);

/* Where nobody listens, nothing is made of an event. */
void stops_let_events_pass (void);
