/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include <libvirt-gobj/libvirt-types.h>
#include "runtime/libvirt-export-private.h"
#include "runtime/libvirt-executor-private.h"

G_BEGIN_DECLS

/*
 * What the derived pairs call. Each pair has a struct with copies of its arguments and room for
 * its results, and one constant description.
 */
typedef struct
{
  LibvirtCallFlags flags;

  /* In a worker: calls the blocking function with the arguments in @data and leaves the results
   * there. @source is the object the call is made on, NULL for constructors and statics. */
  void (*run) (gpointer source,
               gpointer data,
               GError **error);

  /* Frees the arguments and the results that nobody fetched. In the caller's context, also when
   * a cancelled call comes back late. */
  void (*free) (gpointer data);

  /* NULL, or what stops the call at the hypervisor. In a worker, while @run goes on in another. */
  void (*cancel) (gpointer source,
                  gpointer data);

  /* NULL, or what tells the end to an object among the arguments. In the caller's context, before
   * the callback; @run may still go on if the call was cancelled. */
  void (*end) (gpointer data,
               const GError *error);
} LibvirtCallInfo;

/* Takes @data over. @tag is the _async function. */
LIBVIRT_FOR_ADMIN
void libvirt_async_start (gpointer source,
                          const LibvirtCallInfo *info,
                          gpointer data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data,
                          gpointer tag);

/* The data with the results, to be stolen from it; NULL with @error set if the call failed.
 * It stays valid as long as @result. */
LIBVIRT_FOR_ADMIN
gpointer libvirt_async_finish (gpointer source,
                               GAsyncResult *result,
                               gpointer tag,
                               GError **error);

/* TRUE if @result is of a call started with @tag on @source, and was not fetched yet. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_async_is_valid (gpointer source,
                                 GAsyncResult *result,
                                 gpointer tag);

/* The context in which what this thread makes is at home: in a worker that of the caller of the
 * _async function, else the thread's own default. */
GMainContext *libvirt_async_ref_owner_context (void);

/* In a worker the data of its call, else NULL. */
gpointer libvirt_async_peek_data (void);

/* In a worker the cancellable of its call, valid as long as that; NULL if there is none. A function
 * that waits for something other than libvirt stops doing so when it is cancelled. */
GCancellable *libvirt_async_peek_cancellable (void);

/* In a worker: its call is not over before the function returns any more, though it be cancelled.
 * Once, by a function that is about to do what it has to undo then; it looks at the cancellable all
 * the time and does not wait for libvirt. FALSE if the call has been cancelled before. */
gboolean libvirt_async_keep_caller (void);

G_END_DECLS
