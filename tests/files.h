/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* Removes a folder with all that is in it. */
void files_remove_folder (const char *path);
