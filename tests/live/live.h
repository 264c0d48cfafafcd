/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * For tests on a real libvirtd with QEMU: a host of the program's own (tests/live/host), a
 * connection of ours to it and a raw one of libvirt's beside it, and guests that boot. Where
 * there can be no host, each test is skipped and says why.
 */

#include <libvirt-gobj/libvirt-gobj-native.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

typedef struct
{
  LibvirtConnect *connect;
  virConnectPtr raw;
} Live;

typedef void (*LiveFunc) (Live *self);

/* Like g_test_init(); the rest are options of `tests/live/host up`, ended by NULL. */
void live_init (int *argc, char ***argv, ...) G_GNUC_NULL_TERMINATED;

/* Adds a test, which has connections that are opened for it. Guests that it leaves are there for
 * the next one. */
void live_add (const char *path, LiveFunc func);

/* Runs the tests and ends the host. */
int live_run (void);

/* A line of what `tests/live/host status` says: "folder", "first-uri", "kinds"; NULL if there is
 * no such line. */
const char *live_get (const char *key);

/* Opens both connections to what this line names, such as "second-uri". */
void live_open (Live *self, const char *key);

/* Whether the host has this kind of thing; if not, the test is marked as skipped. */
gboolean live_has_kind (const char *kind);

/* Runs a shell script in the machine (its mounts, network and processes); it must succeed.
 * Returns what it wrote. */
char *live_enter (const char *script);

/* Has what this thread opens be in the machine's network, up to live_leave_network() with what the
 * first one returns. */
int live_enter_network (void);
void live_leave_network (int own);

/* Runs the default main context until @condition holds, and looks at it every now and then even
 * if nothing happens there. It is a failure if that takes two minutes. */
#define live_wait_until(condition)                                       \
  do                                                                     \
    {                                                                    \
      gint64 live_deadline = g_get_monotonic_time () + 120 * G_USEC_PER_SEC; \
      while (!(condition))                                               \
        live_iterate (live_deadline, #condition, G_STRLOC);              \
    }                                                                    \
  while (0)

void live_iterate (gint64 deadline, const char *condition, const char *place);

/* The same until @list, a live list, has all that is there. */
void live_wait_until_loaded (gpointer list);

/* --- guests --- */

typedef struct
{
  const char *name;
  const char *devices; /* NULL, or XML */
  const char *kernel;  /* NULL: "cloud" */
  guint memory;        /* in MiB; 0: 192 */
} LiveGuest;

/* A description of a guest, to be freed. */
char *live_guest_xml (const LiveGuest *guest);

/* An empty disk image in the host's folder, unless it is there. Returns its path, to be freed. */
char *live_make_disk (const char *name, const char *format, guint mib);

/* Defines a guest, to be freed. */
LibvirtDomain *live_guest_define (Live *self, const LiveGuest *guest);

/* One that a test before this one may have defined. */
LibvirtDomain *live_guest_get (Live *self, const LiveGuest *guest);

/* One that has booted, defined and started if need be. It stays for later tests. */
LibvirtDomain *live_guest_boot (Live *self, const LiveGuest *guest);

/* Starts a guest that shall not run yet, or at all. */
void live_guest_start_paused (LibvirtDomain *domain);

/* Ends and undefines it. */
void live_guest_end (LibvirtDomain *domain);

/* Its counterpart on the raw connection, to be freed. */
virDomainPtr live_raw (Live *self, LibvirtDomain *domain);

/* The state, and the reason in @reason if that is not NULL, that the raw connection sees. */
int live_raw_state (Live *self, LibvirtDomain *domain, int *reason);

/* That a migration failed as it was broken off. QEMU 7.2 shuts the link down before it notes that
 * it was asked to: it may take itself for failed then, and libvirt tells what the other side says
 * of the link. */
void live_assert_broken_off (const GError *error);

/* Until the guest's agent answers. */
void live_wait_for_agent (Live *self, LibvirtDomain *domain);

/* Runs a shell script in the guest, by its agent; it must succeed. Returns what it wrote. */
char *live_guest_run (Live *self, LibvirtDomain *domain, const char *script);

/* The same without waiting for it. */
void live_guest_spawn (Live *self, LibvirtDomain *domain, const char *script);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (virDomain, virDomainFree)

/* --- signals --- */

/* All emissions of a signal, with all arguments. Of an event of something on the host it also hears
 * the mirror on the connection: that each comes there as well, once and with the same arguments. */
typedef struct _LiveRecord LiveRecord;

LiveRecord *live_record_new (gpointer instance, const char *signal);
void live_record_free (LiveRecord *self);

guint live_record_count (LiveRecord *self);

/* Argument @argument, without the instance, of emission @emission. */
const GValue *live_record_get (LiveRecord *self, guint emission, guint argument);

/* The same as numbers, be it an enumeration, flags or an integer. */
gint64 live_record_get_number (LiveRecord *self, guint emission, guint argument);
const char *live_record_get_string (LiveRecord *self, guint emission, guint argument);

/* The number of the first emission with these values of its first two arguments (-1: any), or
 * -1. */
int live_record_find (LiveRecord *self, gint64 first, gint64 second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiveRecord, live_record_free)

/* --- jobs --- */

/* A job, and what it told: all of it in the thread that watches, and nothing after its end. */
typedef struct
{
  LibvirtDomainJob *job;
  GThread *owner;
  guint n_notified;
  guint n_completed;
  GError *error;
} LiveTold;

/* Takes @job over. */
void live_told_init (LiveTold *self, LibvirtDomainJob *job);

/* Waits for the end, which comes once. */
void live_told_end (LiveTold *self, LibvirtJobPhase phase);
