/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The client of the call that this thread works on, if of any, may end without waiting for it. */
void preload_end_call (void);
