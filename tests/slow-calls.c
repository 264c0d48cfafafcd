/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Preloaded into a libvirtd of a test's own: to open /libvirt-gobj/slow/N takes N milliseconds
 * and then fails, as there is no such file. libvirt's test driver opens the file that a domain is
 * restored from before it takes any lock, so that virDomainRestore() becomes a call of a known
 * length.
 */

/* Else open() would be another name of open64(), and both are needed. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "libvirtd-preload.h"

#define FOLDER "/libvirt-gobj/slow/"

typedef int (*Open) (const char *path, int flags, ...);

int open (const char *path, int flags, ...);
int open64 (const char *path, int flags, ...);

static void
wait_ms (long ms)
{
  struct timespec left = { ms / 1000, (ms % 1000) * 1000000 };

  while (nanosleep (&left, &left) != 0 && errno == EINTR)
    continue;
}

static int
open_with (Open real, const char *path, int flags, mode_t mode)
{
  if (strncmp (path, FOLDER, strlen (FOLDER)) != 0)
    return real (path, flags, mode);

  preload_end_call ();
  wait_ms (strtol (path + strlen (FOLDER), NULL, 10));
  errno = ENOENT;
  return -1;
}

/* The mode is there only if a file may be created; to pass on too much harms nobody. */
#define DEFINE_OPEN(name)                                                                          \
  __attribute__ ((visibility ("default"))) int name (const char *path, int flags, ...)             \
  {                                                                                                \
    static Open real;                                                                              \
    mode_t mode = 0;                                                                               \
    va_list arguments;                                                                             \
                                                                                                   \
    if (real == NULL)                                                                              \
      real = (Open) dlsym (RTLD_NEXT, #name);                                                      \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)                                                      \
      {                                                                                            \
        va_start (arguments, flags);                                                               \
        mode = va_arg (arguments, mode_t);                                                         \
        va_end (arguments);                                                                        \
      }                                                                                            \
    return open_with (real, path, flags, mode);                                                    \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)
