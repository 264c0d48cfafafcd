/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "runtime/libvirt-track-private.h"

G_BEGIN_DECLS

/*
 * How things come into the process: one object for each, with true base properties from the
 * start. @owner is what the thing belongs to, NULL for the connection. Native pointers are taken
 * over. What is returned is a reference of the caller's, NULL if the connection was closed or,
 * with @error set, if the hypervisor does not answer.
 */

/* A look for things, whose answer may be older than an event that arrives meanwhile. */
typedef struct
{
  LibvirtCore *core;
  guint32 serial;
} LibvirtLookup;

void libvirt_lookup_begin (LibvirtLookup *self,
                           LibvirtCore *core);

/* The object for what a function of libvirt's returned, or its error. */
gpointer libvirt_lookup_end (LibvirtLookup *self,
                             const LibvirtEntityDetails *details,
                             LibvirtEntity *owner,
                             gpointer native,
                             GError **error);

/* The same for what was looked up in a load that began at @serial and has not ended. Blocks if
 * the thing was not known. */
gpointer libvirt_adopt (LibvirtCore *core,
                        const LibvirtEntityDetails *details,
                        LibvirtEntity *owner,
                        gpointer native,
                        guint32 serial,
                        GError **error);

/* The object for what a call of ours made or changed, or libvirt's error; it may be gone already. The call
 * was made in a load that began at @serial, which is ended. Blocks. */
gpointer libvirt_adopt_changed (LibvirtCore *core,
                                const LibvirtEntityDetails *details,
                                LibvirtEntity *owner,
                                gpointer native,
                                guint32 serial,
                                GError **error);

/* The same where the base is known already. Never blocks. A live list is told at once of an object
 * that is made, unless there is a place to note that there are *@news: what is in one answer is told
 * together, with libvirt_entity_list_tell_all(). */
gpointer libvirt_adopt_with_base (LibvirtCore *core,
                                  const LibvirtEntityDetails *details,
                                  LibvirtEntity *owner,
                                  gpointer native,
                                  const LibvirtBase *base,
                                  LibvirtSource source,
                                  guint32 serial,
                                  gboolean *news);

/* The object for *@native, which it takes, if its properties can be trusted as they are. One
 * that was forgotten is held again, as it is handed out again. */
gpointer libvirt_adopt_tracked (LibvirtCore *core,
                                const LibvirtEntityDetails *details,
                                LibvirtEntity *owner,
                                gpointer *native,
                                guint32 serial);

/* The object that there is for @native, which is not taken, or NULL. Never blocks. */
gpointer libvirt_find_known (LibvirtCore *core,
                             const LibvirtEntityDetails *details,
                             gpointer native);

/* The object for what an event is about, with what the event says; never blocks. */
gpointer libvirt_adopt_from_event (LibvirtCore *core,
                                   const LibvirtEntityDetails *details,
                                   gpointer native,
                                   const LibvirtBase *base,
                                   guint32 serial);

/*
 * What a list call of libvirt's returned: @natives, its array, which is freed with what is in it.
 * @read_base, if there is one, says how the thing at @index is; without it, each is asked if it
 * has base properties and is not known.
 */
typedef void (*LibvirtReadBase) (guint index,
                                 gpointer native,
                                 LibvirtBase *base,
                                 gpointer data);

GPtrArray *libvirt_adopt_list (LibvirtCore *core,
                               const LibvirtEntityDetails *details,
                               LibvirtEntity *owner,
                               gpointer natives,
                               int n_natives,
                               LibvirtReadBase read_base,
                               gpointer data,
                               guint32 serial,
                               GError **error);

/* The names of what a filter lets through; NULL if the hypervisor lacks it. Blocks. */
GHashTable *libvirt_list_names (const LibvirtEntityDetails *details,
                                LibvirtListCall list,
                                gpointer owner,
                                unsigned int filter);

/* The filters of a list call; 0 where a kind has no such property. */
typedef struct
{
  guint active;
  guint persistent;
  guint autostart;
} LibvirtFilters;

/* All things that @flags let through, of a kind whose base properties are these flags; with as many
 * calls for one as for thousands. Blocks. */
GPtrArray *libvirt_adopt_filtered (LibvirtCore *core,
                                   const LibvirtEntityDetails *details,
                                   gpointer owner,
                                   LibvirtListCall list,
                                   guint flags,
                                   const LibvirtFilters *filters,
                                   GError **error);

/* The same of a kind for which each thing is asked that is not known, or that has no base properties;
 * @native_owner is that of @owner. */
GPtrArray *libvirt_adopt_listed (LibvirtCore *core,
                                 const LibvirtEntityDetails *details,
                                 LibvirtEntity *owner,
                                 gpointer native_owner,
                                 LibvirtListCall list,
                                 guint flags,
                                 GError **error);

/* Whether @names, which may be NULL, has @name. */
gboolean libvirt_is_among (GHashTable *names,
                           const char *name);

G_END_DECLS
