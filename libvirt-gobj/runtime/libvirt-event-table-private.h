/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt/libvirt.h>

G_BEGIN_DECLS

/* What watches and timers have in common; the first field of both. */
typedef struct
{
  int id;             /* libvirt's name for it, always > 0 */
  guint32 generation; /* which of the entries that had this slot */
  gboolean running;   /* its callback is being called */
  gboolean removed;   /* freed by the loop once it no longer runs */
  gboolean inherited; /* of the parent process: to be removed, but not to be served */
  gpointer opaque;
  virFreeCallback free_opaque;
  GList dead_link;
} LibvirtEventEntry;

/*
 * Finds an entry by its number without searching. An id is a slot and some bits of a
 * generation, so that the id of a removed entry stays unknown long after its slot has been
 * given to another.
 */
typedef struct
{
  GArray *slots;
  guint32 first_free;
  guint32 last_free;
  guint n_free;
} LibvirtEventTable;

void libvirt_event_table_init (LibvirtEventTable *self);
void libvirt_event_table_clear (LibvirtEventTable *self);

/* Gives @entry an id; FALSE when there is none left. */
gboolean libvirt_event_table_insert (LibvirtEventTable *self,
                                     LibvirtEventEntry *entry);

/* Borrowed, NULL for the id of nothing or of what was removed. */
gpointer libvirt_event_table_lookup (LibvirtEventTable *self,
                                     int id);

/* Forgets the id and gives the entry back, if there was one. */
gpointer libvirt_event_table_steal (LibvirtEventTable *self,
                                    int id);

/* For a forked child. */
void libvirt_event_table_mark_inherited (LibvirtEventTable *self);

/* What is told to the kernel in place of a pointer, which could be one to freed memory when it
 * comes back. Unlike the id it tells all generations apart. */
guint64 libvirt_event_entry_get_key (LibvirtEventEntry *entry);
gpointer libvirt_event_table_lookup_key (LibvirtEventTable *self,
                                         guint64 key);

G_END_DECLS
