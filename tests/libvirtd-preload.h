/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The call that this thread works on waits for something: its client may end meanwhile. */
void preload_call_is_slow (void);
