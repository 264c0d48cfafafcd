/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Implements what the derived code calls, so that its own work can be looked at alone: a call
 * waits until the test lets it go, and then runs in a thread.
 */

/* Number of calls that wait. */
guint stand_in_n_waiting (void);

/* Runs one waiting call, the oldest, and completes it in this thread's context. */
void stand_in_run (void);

/* As if the oldest call was cancelled while it ran: it completes at once, its function comes
 * back later, and what it brings has no taker. */
void stand_in_cancel (void);

/* Flags of the call that was started last. */
guint stand_in_last_flags (void);

G_END_DECLS
