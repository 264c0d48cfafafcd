/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Preloaded into what the test suites start: counts the calls of libvirt's functions that our libraries
 * make, by language, driver and success, in a file for each language that all processes share. Calls
 * that others make, a test with a connection of its own or libvirt itself, go through uncounted.
 *
 * It must not need libvirt, as it is loaded into programs that have none, or the admin library, which
 * does not go with it.
 */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libvirt/libvirt-admin.h>
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include "recorder-functions.h"

/* As in table.py */
enum
{
  DRIVER_CLIENT, /* no connection is involved */
  DRIVER_ADMIN,
  DRIVER_TEST,
  DRIVER_QEMU,
  DRIVER_LXC,
  DRIVER_OTHER,
  N_DRIVERS,
};

typedef struct
{
  _Atomic uint32_t entered;
  _Atomic uint32_t succeeded;
} Count;

typedef Count Counts[N_FUNCTIONS][N_DRIVERS];

static const char *const schemes[N_DRIVERS] = {
  [DRIVER_TEST] = "test",
  [DRIVER_QEMU] = "qemu",
  [DRIVER_LXC] = "lxc",
};

/* --- The file --- */

static const char *
find_language (void)
{
  char path[4096];
  ssize_t length = readlink ("/proc/self/exe", path, sizeof path - 1);
  const char *name;

  path[length > 0 ? length : 0] = '\0';
  name = strrchr (path, '/') != NULL ? strrchr (path, '/') + 1 : path;
  if (strncmp (name, "python", strlen ("python")) == 0)
    return "python";

  return strncmp (name, "gjs", strlen ("gjs")) == 0 ? "javascript" : "c";
}

static Counts *
open_counts (void)
{
  const char *folder = getenv ("LIBVIRT_GOBJ_COVERAGE");
  char path[4096];
  void *counts = MAP_FAILED;
  int fd;

  if (folder == NULL || *folder == '\0' || strlen (folder) > sizeof path - 64)
    return NULL;

  stpcpy (stpcpy (stpcpy (stpcpy (path, folder), "/"), find_language ()), ".counts");
  mkdir (folder, 0755);
  fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0)
    return NULL;

  /* Whoever comes first makes it as long as everybody needs it: zeros. */
  if (ftruncate (fd, sizeof (Counts)) == 0)
    counts = mmap (NULL, sizeof (Counts), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close (fd);

  return counts != MAP_FAILED ? counts : NULL;
}

/* Stays mapped, also in children that do not execute another program. */
static Count *
find_count (int function, int driver)
{
  static _Atomic (Counts *) shared;
  static atomic_bool tried;
  Counts *counts = atomic_load (&shared);

  if (counts == NULL && !atomic_exchange (&tried, true))
    {
      int saved_errno = errno;

      counts = open_counts ();
      atomic_store (&shared, counts);
      errno = saved_errno;
    }

  return counts != NULL ? &(*counts)[function][driver] : NULL;
}

static void
count_entered (int function, int driver)
{
  Count *count = find_count (function, driver);

  if (count != NULL)
    atomic_fetch_add (&count->entered, 1);
}

static void
count_succeeded (int function, int driver)
{
  Count *count = find_count (function, driver);

  if (count != NULL)
    atomic_fetch_add (&count->succeeded, 1);
}

/* --- Who calls, and what --- */

static bool
is_ours (void *caller)
{
  struct dl_find_object object;
  const char *name;

  if (_dl_find_object (caller, &object) != 0)
    return false;

  name = object.dlfo_link_map->l_name;
  return name != NULL && strstr (name, "/libvirt-gobj-") != NULL && strstr (name, ".so") != NULL;
}

/* Not RTLD_NEXT: a language loads libvirt where that does not look. */
static void *
find_function (_Atomic (void *) *found, const char *library, const char *name)
{
  void *function = atomic_load (found);

  if (function == NULL)
    {
      void *handle = dlopen (library, RTLD_LAZY | RTLD_NOLOAD);

      function = handle != NULL ? dlsym (handle, name) : NULL;
      if (function == NULL)
        abort ();
      atomic_store (found, function);
    }

  return function;
}

#define FIND(library, function)                                                                    \
  ({                                                                                               \
    static _Atomic (void *) found;                                                                 \
    (__typeof__ (&function)) find_function (&found, library, #function);                           \
  })

/* --- On which driver --- */

static int
driver_of_uri (const char *uri)
{
  for (int driver = 0; uri != NULL && driver < N_DRIVERS; driver++)
    {
      size_t length = schemes[driver] != NULL ? strlen (schemes[driver]) : 0;

      if (length > 0 && strncmp (uri, schemes[driver], length) == 0 && strchr (":+", uri[length]))
        return driver;
    }

  return uri != NULL ? DRIVER_OTHER : DRIVER_CLIENT;
}

/* Known to the client: nothing is sent. It resets the last error, as the call that follows does. */
static int
driver_of_virConnect (virConnectPtr conn)
{
  char *uri = conn != NULL ? FIND ("libvirt.so.0", virConnectGetURI) (conn) : NULL;
  int driver = driver_of_uri (uri);

  free (uri);
  return driver;
}

#define DRIVER_OF(class, get_connect)                                                              \
  static int driver_of_##class (class##Ptr object)                                                 \
  {                                                                                                \
    if (object == NULL)                                                                            \
      return DRIVER_CLIENT;                                                                        \
    return driver_of_virConnect (FIND ("libvirt.so.0", get_connect) (object));                     \
  }

DRIVER_OF (virDomain, virDomainGetConnect)
DRIVER_OF (virDomainSnapshot, virDomainSnapshotGetConnect)
DRIVER_OF (virDomainCheckpoint, virDomainCheckpointGetConnect)
DRIVER_OF (virInterface, virInterfaceGetConnect)
DRIVER_OF (virNetwork, virNetworkGetConnect)
DRIVER_OF (virSecret, virSecretGetConnect)
DRIVER_OF (virStoragePool, virStoragePoolGetConnect)
DRIVER_OF (virStorageVol, virStorageVolGetConnect)

static int
driver_of_virNetworkPort (virNetworkPortPtr object)
{
  if (object == NULL)
    return DRIVER_CLIENT;

  return driver_of_virNetwork (FIND ("libvirt.so.0", virNetworkPortGetNetwork) (object));
}

/* Objects that cannot be asked for their connection, by address. An address that is used again is
 * written again. What two of them share a place with is lost, which no test has come near. */
#define N_PLACES 65536

static struct
{
  _Atomic (void *) object;
  atomic_int driver;
} places[N_PLACES];

static size_t
find_place (void *object)
{
  return ((uintptr_t) object / 16) % N_PLACES;
}

static void
remember (void *object, int driver)
{
  size_t place = find_place (object);

  if (object == NULL)
    return;

  atomic_store (&places[place].driver, driver);
  atomic_store (&places[place].object, object);
}

static void
remember_all (void **objects, int n_objects, int driver)
{
  for (int i = 0; objects != NULL && i < n_objects; i++)
    remember (objects[i], driver);
}

static int
recall (void *object)
{
  size_t place = find_place (object);

  if (object == NULL || atomic_load (&places[place].object) != object)
    return DRIVER_CLIENT;

  return atomic_load (&places[place].driver);
}

/* --- The functions --- */

#define FUNCTION(number, name, library, parameters, arguments, where, type, failed, made)          \
  type name parameters                                                                             \
  {                                                                                                \
    __typeof__ (&name) function = FIND (library, name);                                            \
    type result;                                                                                   \
    int driver;                                                                                    \
                                                                                                   \
    if (!is_ours (__builtin_return_address (0)))                                                   \
      return function arguments;                                                                   \
                                                                                                   \
    driver = where;                                                                                \
    count_entered (number, driver);                                                                \
    result = function arguments;                                                                   \
    if (failed)                                                                                    \
      return result;                                                                               \
                                                                                                   \
    count_succeeded (number, driver);                                                              \
    made                                                                                           \
    return result;                                                                                 \
  }

#define VOID_FUNCTION(number, name, library, parameters, arguments, where)                         \
  void name parameters                                                                             \
  {                                                                                                \
    __typeof__ (&name) function = FIND (library, name);                                            \
    bool counts = is_ours (__builtin_return_address (0));                                          \
    int driver = counts ? where : 0;                                                               \
                                                                                                   \
    if (counts)                                                                                    \
      count_entered (number, driver);                                                              \
    function arguments;                                                                            \
    if (counts)                                                                                    \
      count_succeeded (number, driver);                                                            \
  }

/* Without an address it is libvirt that finds the driver. */
#define OPEN_FUNCTION(number, name, library, parameters, arguments, uri)                           \
  virConnectPtr name parameters                                                                    \
  {                                                                                                \
    __typeof__ (&name) function = FIND (library, name);                                            \
    virConnectPtr result = function arguments;                                                     \
    int driver;                                                                                    \
                                                                                                   \
    if (!is_ours (__builtin_return_address (0)))                                                   \
      return result;                                                                               \
                                                                                                   \
    driver = result != NULL ? driver_of_virConnect (result) : driver_of_uri (uri);                 \
    count_entered (number, driver);                                                                \
    if (result != NULL)                                                                            \
      count_succeeded (number, driver);                                                            \
    return result;                                                                                 \
  }

#undef N_FUNCTIONS
#include "recorder-functions.h"
