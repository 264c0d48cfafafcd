/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>
#include "runtime/libvirt-export-private.h"

G_BEGIN_DECLS

/*
 * A weak reference to an object that languages may have wrapped. Such a language is told of the
 * second reference to what it has the only one to, in the thread that makes it, and waits there for
 * its own lock. So that reference must be made under no lock that somebody who has the language's may
 * want. GLib before 2.80 makes it under one, in g_weak_ref_get().
 *
 * Here it takes two steps. A claim may be made under any lock, and keeps the object's memory; the
 * reference is made of it later, under none. If the object's end was decided meanwhile, there is none
 * to be had any more: an object that has ended does not come back.
 */
typedef struct _LibvirtWeak LibvirtWeak;

/* For @object, or from the start for one that has ended. What it leads to tells of its end. */
LIBVIRT_FOR_ADMIN
LibvirtWeak *libvirt_weak_new (gpointer object);
LibvirtWeak *libvirt_weak_ref (LibvirtWeak *self);
LIBVIRT_FOR_ADMIN
void libvirt_weak_unref (LibvirtWeak *self);

/* FALSE if the object has ended. Else libvirt_weak_take() is to follow. */
LIBVIRT_FOR_ADMIN
gboolean libvirt_weak_claim (LibvirtWeak *self);

/* Gives a claim back for a reference, or for NULL. */
LIBVIRT_FOR_ADMIN
gpointer libvirt_weak_take (LibvirtWeak *self);

/* Both steps at once. */
LIBVIRT_FOR_ADMIN
gpointer libvirt_weak_get (LibvirtWeak *self);

/* For the object's dispose: nobody claims it from now on, and who did finds out. */
LIBVIRT_FOR_ADMIN
void libvirt_weak_end (LibvirtWeak *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtWeak, libvirt_weak_unref)

G_END_DECLS
