/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Copies of arguments that a derived call keeps while it is under way. The owner may change,
 * free or close its own as soon as the _async function has returned.
 */

/* A descriptor of our own; if there is none to be had, minus the errno. */
int libvirt_async_copy_fd (int fd);
void libvirt_async_close_fd (int fd);

int *libvirt_async_copy_fds (const int *fds,
                             gsize n_fds);
void libvirt_async_free_fds (int *fds,
                             gsize n_fds);

/* FALSE with @error set if one of the copies failed. */
gboolean libvirt_async_check_fds (const int *fds,
                                  gsize n_fds,
                                  GError **error);

/* An array may come from a language that sets no free function: each element is copied. */
GPtrArray *libvirt_async_copy_ptr_array (GPtrArray *array,
                                         GBoxedCopyFunc copy,
                                         GDestroyNotify free_element);

/* Whether it is a list, and each of its elements an object of @type. */
gboolean libvirt_async_is_list_of (GPtrArray *array,
                                   GType type);

/* Overwrites it first. @size is -1 for a string. */
void libvirt_async_free_secret (gpointer secret,
                                gssize size);

G_END_DECLS
