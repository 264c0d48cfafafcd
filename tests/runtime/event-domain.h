/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Starts a domain of libvirt's test driver and stops it, on a raw connection, and fails if the
 * events of that do not come. @serve makes the loop that is to bring them go round once; it may
 * return at once. */
void event_domain_check (void (*serve) (void));

/* For a loop that goes round by itself. */
void event_domain_serve_none (void);
void event_domain_serve_default_context (void);
