/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * What the benchmark programs have in common. Each is called as
 *
 *   PROGRAM IMPLEMENTATION WORKLOAD [uri=URI] [socket=PATH] [n=NUMBER] [repeats=NUMBER] [loop=MODE]
 * [path=PATH]
 *
 * and does one workload in one implementation: `raw` is libvirt's own C API, `gobj` is this
 * library, `glib` is libvirt-glib. It prints `NAME VALUE` lines, of which `work` says how much was
 * really done, and `seconds` how long that took. Under callgrind with --instr-atstart=no only what
 * lies between bench_begin() and bench_end() is counted, in all threads.
 */

#include <libvirt-gobj/libvirt-gobj.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#ifdef HAVE_LIBVIRT_GLIB
#include <libvirt-glib/libvirt-glib.h>
#include <libvirt-gobject/libvirt-gobject.h>
#endif

typedef struct
{
  const char *implementation;
  const char *uri;
  const char *socket; /* of a libvirtd, to put a relay before it */
  const char *path;   /* with which virDomainRestore() takes long */
  const char *loop;   /* who serves libvirt: `none`, `context` (this thread), `worker` */
  guint n;            /* the size of the workload */
  guint repeats;
  gboolean waits; /* whether bench_turn() is ended by bench_wake() */
  gint64 began;
  gint64 took;
} Bench;

typedef struct
{
  const char *implementation;
  const char *workload;
  void (*run) (Bench *self);
} BenchCase;

int bench_main (int argc, char **argv, const BenchCase *cases, guint n_cases);

/* Between these two is what counts. */
void bench_begin (Bench *self);
void bench_end (Bench *self, guint64 work);

/* But for what is between these. */
void bench_pause (Bench *self);
void bench_resume (Bench *self);

void bench_report (const char *name, double value);

/* Who serves libvirt's sockets and timers, as `loop` has it. Before the first connection. */
void bench_serve (Bench *self);

/* Lets what waits for this thread happen; returns after something was done. */
void bench_turn (Bench *self);

/* For callbacks of libvirt's: ends the bench_turn() of the main thread if a worker serves. */
void bench_wake (Bench *self);

/* In the implementation's own type; libvirt's errors end the program. */
virConnectPtr bench_raw_open (const char *uri);
LibvirtConnect *bench_gobj_open (const char *uri);
void bench_gobj_close (LibvirtConnect *connect);
#ifdef HAVE_LIBVIRT_GLIB
GVirConnection *bench_glib_open (const char *uri);
#endif

/* The URI of the daemon's test:///default through another socket. */
char *bench_dup_uri (const char *socket);

/* Bytes that are allocated. */
gsize bench_heap (void);
