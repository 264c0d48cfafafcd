/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "files.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>

static int
remove_one (const char *path, const struct stat *info, int type, struct FTW *place)
{
  return remove (path);
}

void
files_remove_folder (const char *path)
{
  /* FTW_MOUNT: never into what somebody has mounted there. */
  g_assert_cmpint (nftw (path, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT), ==, 0);
}

guint
files_count_open (void)
{
  DIR *folder = opendir ("/proc/self/fd");
  guint n = 0;

  g_assert_nonnull (folder);
  while (readdir (folder) != NULL)
    n++;
  closedir (folder);

  return n;
}
