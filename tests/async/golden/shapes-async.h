/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Derived from the synchronous functions by derive.py: what is changed here is lost with the next
 * build. */

#pragma once

#if !defined (SHAPES_INSIDE) && !defined (SHAPES_COMPILATION)
#error "Only <shapes/shapes.h> can be included directly."
#endif

#include <shapes/shapes.h>

G_BEGIN_DECLS

SHAPES_AVAILABLE_IN_1_0
void shapes_host_open_async (const char          *uri,
                             ShapesOpenFlags      flags,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
ShapesHost *shapes_host_open_finish (GAsyncResult  *result,
                                     GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_count_all_async (const char          *network,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
int shapes_host_count_all_finish (GAsyncResult  *result,
                                  GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_suspend_async (ShapesHost          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_suspend_finish (ShapesHost    *self,
                                     GAsyncResult  *result,
                                     GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_poke_async (ShapesHost          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_poke_finish (ShapesHost    *self,
                              GAsyncResult  *result,
                              GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_is_blue_async (ShapesHost          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_is_blue_finish (ShapesHost    *self,
                                     GAsyncResult  *result,
                                     GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_get_memory_async (ShapesHost          *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
guint64 shapes_host_get_memory_finish (ShapesHost    *self,
                                       GAsyncResult  *result,
                                       GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_get_time_async (ShapesHost          *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_get_time_finish (ShapesHost    *self,
                                      GAsyncResult  *result,
                                      gint64        *seconds,
                                      guint         *nanoseconds,
                                      GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_get_info_async (ShapesHost          *self,
                                 const char          *name,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
ShapesInfo *shapes_host_get_info_finish (ShapesHost    *self,
                                         GAsyncResult  *result,
                                         GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_swap_info_async (ShapesHost          *self,
                                  const ShapesInfo    *info,
                                  const ShapesInfo    *fallback,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_swap_info_finish (ShapesHost    *self,
                                       GAsyncResult  *result,
                                       ShapesInfo   **old,
                                       GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_describe_async (ShapesHost          *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_describe_finish (ShapesHost    *self,
                                      GAsyncResult  *result,
                                      char         **title,
                                      ShapesHost   **parent,
                                      ShapesColour  *colour,
                                      GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_list_neighbours_async (ShapesHost          *self,
                                        guint                n_wanted,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
GPtrArray *shapes_host_list_neighbours_finish (ShapesHost    *self,
                                               GAsyncResult  *result,
                                               GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_list_parts_async (ShapesHost          *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_list_parts_finish (ShapesHost    *self,
                                        GAsyncResult  *result,
                                        GPtrArray    **infos,
                                        GPtrArray    **names,
                                        GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_meet_async (ShapesHost          *self,
                             GPtrArray           *hosts,
                             GPtrArray           *infos,
                             GPtrArray           *words,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
int shapes_host_meet_finish (ShapesHost    *self,
                             GAsyncResult  *result,
                             GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_migrate_async (ShapesHost          *self,
                                ShapesHost          *target,
                                ShapesHost          *witness,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_migrate_finish (ShapesHost    *self,
                                     GAsyncResult  *result,
                                     GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_peek_memory_async (ShapesHost          *self,
                                    guint64              offset,
                                    gsize                size,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
GBytes *shapes_host_peek_memory_finish (ShapesHost    *self,
                                        GAsyncResult  *result,
                                        GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_write_memory_async (ShapesHost          *self,
                                     GBytes              *content,
                                     GBytes              *checksum,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gsize shapes_host_write_memory_finish (ShapesHost    *self,
                                       GAsyncResult  *result,
                                       GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_rename_async (ShapesHost                 *self,
                               const char          *const *names,
                               const char          *const *aliases,
                               GCancellable               *cancellable,
                               GAsyncReadyCallback         callback,
                               gpointer                    user_data);

SHAPES_AVAILABLE_IN_1_0
char **shapes_host_rename_finish (ShapesHost    *self,
                                  GAsyncResult  *result,
                                  GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_split_async (ShapesHost          *self,
                              GStrv                words,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
GStrv shapes_host_split_finish (ShapesHost    *self,
                                GAsyncResult  *result,
                                GStrv         *rest,
                                GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_get_cpu_map_async (ShapesHost          *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
guint8 *shapes_host_get_cpu_map_finish (ShapesHost    *self,
                                        GAsyncResult  *result,
                                        gsize         *n_bytes,
                                        GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_add_up_async (ShapesHost          *self,
                               const guint64       *numbers,
                               gsize                n_numbers,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
guint64 shapes_host_add_up_finish (ShapesHost    *self,
                                   GAsyncResult  *result,
                                   GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_paint_async (ShapesHost          *self,
                              ShapesColour         colour,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
ShapesColour shapes_host_paint_finish (ShapesHost    *self,
                                       GAsyncResult  *result,
                                       GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_exchange_async (ShapesHost          *self,
                                 GVariant            *parameters,
                                 GVariant            *hints,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
GVariant *shapes_host_exchange_finish (ShapesHost    *self,
                                       GAsyncResult  *result,
                                       ShapesColour  *colour,
                                       GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_open_console_async (ShapesHost          *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
int shapes_host_open_console_finish (ShapesHost    *self,
                                     GAsyncResult  *result,
                                     GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_open_pipe_async (ShapesHost          *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_open_pipe_finish (ShapesHost    *self,
                                       GAsyncResult  *result,
                                       int           *read_end,
                                       int           *write_end,
                                       GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_attach_fds_async (ShapesHost          *self,
                                   const int           *files,
                                   guint                n_files,
                                   int                  log,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_attach_fds_finish (ShapesHost    *self,
                                        GAsyncResult  *result,
                                        GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_command_async (ShapesHost          *self,
                                GUnixFDList         *in_files,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_command_finish (ShapesHost    *self,
                                     GAsyncResult  *result,
                                     char         **reply,
                                     GUnixFDList  **out_files,
                                     GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_set_secrets_async (ShapesHost          *self,
                                    const char          *password,
                                    const guint8        *key,
                                    gsize                key_size,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_set_secrets_finish (ShapesHost    *self,
                                         GAsyncResult  *result,
                                         GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_save_async (ShapesHost          *self,
                             const char          *path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_save_finish (ShapesHost    *self,
                                  GAsyncResult  *result,
                                  GError       **error);

SHAPES_AVAILABLE_IN_1_0
void shapes_host_abort_async (ShapesHost          *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean shapes_host_abort_finish (ShapesHost    *self,
                                   GAsyncResult  *result,
                                   GError       **error);

SHAPES_DEPRECATED_IN_1_2
void shapes_host_get_title_async (ShapesHost          *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

SHAPES_DEPRECATED_IN_1_2
char *shapes_host_get_title_finish (ShapesHost    *self,
                                    GAsyncResult  *result,
                                    GError       **error);

SHAPES_AVAILABLE_IN_1_2
void shapes_host_find_path_async (ShapesHost          *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

SHAPES_AVAILABLE_IN_1_2
char *shapes_host_find_path_finish (ShapesHost    *self,
                                    GAsyncResult  *result,
                                    GError       **error);

G_END_DECLS
