/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Removes a folder with all that is in it. */
void files_remove_folder (const char *path);

/* To be compared with what it was before: how many files this process has open, and some more. */
guint files_count_open (void);
