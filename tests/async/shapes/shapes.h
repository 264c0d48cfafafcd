/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include <gio/gunixfdlist.h>

G_BEGIN_DECLS

/*
 * A library in miniature whose functions have every awkward shape that a pair is derived for.
 */

#define SHAPES_AVAILABLE_IN_1_0 extern
#define SHAPES_AVAILABLE_IN_1_2 extern
#define SHAPES_DEPRECATED_IN_1_2 G_DEPRECATED extern

/**
 * ShapesColour:
 * @SHAPES_COLOUR_UNKNOWN: a colour of the future
 * @SHAPES_COLOUR_RED: as roses are
 * @SHAPES_COLOUR_BLUE: as violets are
 *
 * How a host looks.
 *
 * Since: 1.0
 */
typedef enum
{
  SHAPES_COLOUR_UNKNOWN = -1,
  SHAPES_COLOUR_RED,
  SHAPES_COLOUR_BLUE
} ShapesColour;

/**
 * ShapesOpenFlags:
 * @SHAPES_OPEN_NONE: as usual
 * @SHAPES_OPEN_READ_ONLY: looking, not touching
 *
 * How a host is opened.
 *
 * Since: 1.0
 */
typedef enum
{
  SHAPES_OPEN_NONE = 0,
  SHAPES_OPEN_READ_ONLY = 1 << 0
} ShapesOpenFlags;

typedef struct _ShapesInfo ShapesInfo;

/**
 * ShapesInfo:
 * @name: what it is called
 * @size: how big it is, in bytes
 *
 * A boxed structure with a string of its own.
 *
 * Since: 1.0
 */
struct _ShapesInfo
{
  char *name;
  guint64 size;
};

#define SHAPES_TYPE_INFO (shapes_info_get_type ())

SHAPES_AVAILABLE_IN_1_0
GType         shapes_info_get_type             (void) G_GNUC_CONST;

SHAPES_AVAILABLE_IN_1_0
ShapesInfo   *shapes_info_new                  (const char           *name,
                                                guint64               size);

SHAPES_AVAILABLE_IN_1_0
ShapesInfo   *shapes_info_copy                 (ShapesInfo           *self);

SHAPES_AVAILABLE_IN_1_0
void          shapes_info_free                 (ShapesInfo           *self);

#define SHAPES_TYPE_HOST (shapes_host_get_type ())

SHAPES_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (ShapesHost, shapes_host, SHAPES, HOST, GObject)

SHAPES_AVAILABLE_IN_1_0
ShapesHost   *shapes_host_open                 (const char           *uri,
                                                ShapesOpenFlags       flags,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
int           shapes_host_count_all            (const char           *network,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
const char   *shapes_host_get_name             (ShapesHost           *self);

SHAPES_AVAILABLE_IN_1_0
void          shapes_host_set_failing          (ShapesHost           *self,
                                                gboolean              failing);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_suspend              (ShapesHost           *self,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
void          shapes_host_poke                 (ShapesHost           *self,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_is_alive             (ShapesHost           *self,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_is_blue              (ShapesHost           *self,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
guint64       shapes_host_get_memory           (ShapesHost           *self,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_get_time             (ShapesHost           *self,
                                                gint64               *seconds,
                                                guint                *nanoseconds,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
ShapesInfo   *shapes_host_get_info             (ShapesHost           *self,
                                                const char           *name,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_swap_info            (ShapesHost           *self,
                                                const ShapesInfo     *info,
                                                const ShapesInfo     *fallback,
                                                ShapesInfo          **old,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_describe             (ShapesHost           *self,
                                                char                **title,
                                                ShapesHost          **parent,
                                                ShapesColour         *colour,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
GPtrArray    *shapes_host_list_neighbours      (ShapesHost           *self,
                                                guint                 n_wanted,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_list_parts           (ShapesHost           *self,
                                                GPtrArray           **infos,
                                                GPtrArray           **names,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
int           shapes_host_meet                 (ShapesHost           *self,
                                                GPtrArray            *hosts,
                                                GPtrArray            *infos,
                                                GPtrArray            *words,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_migrate              (ShapesHost           *self,
                                                ShapesHost           *target,
                                                ShapesHost           *witness,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
GBytes       *shapes_host_peek_memory          (ShapesHost           *self,
                                                guint64               offset,
                                                gsize                 size,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gsize         shapes_host_write_memory         (ShapesHost           *self,
                                                GBytes               *content,
                                                GBytes               *checksum,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
char        **shapes_host_rename               (ShapesHost           *self,
                                                const char *const    *names,
                                                const char *const    *aliases,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
GStrv         shapes_host_split                (ShapesHost           *self,
                                                GStrv                 words,
                                                GStrv                *rest,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
guint8       *shapes_host_get_cpu_map          (ShapesHost           *self,
                                                gsize                *n_bytes,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
guint64       shapes_host_add_up               (ShapesHost           *self,
                                                const guint64        *numbers,
                                                gsize                 n_numbers,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
ShapesColour  shapes_host_paint                (ShapesHost           *self,
                                                ShapesColour          colour,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
GVariant     *shapes_host_exchange             (ShapesHost           *self,
                                                GVariant             *parameters,
                                                GVariant             *hints,
                                                ShapesColour         *colour,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
int           shapes_host_open_console         (ShapesHost           *self,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_open_pipe            (ShapesHost           *self,
                                                int                  *read_end,
                                                int                  *write_end,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_attach_fds           (ShapesHost           *self,
                                                const int            *files,
                                                guint                 n_files,
                                                int                   log,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_command              (ShapesHost           *self,
                                                GUnixFDList          *in_files,
                                                char                **reply,
                                                GUnixFDList         **out_files,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_set_secrets          (ShapesHost           *self,
                                                const char           *password,
                                                const guint8         *key,
                                                gsize                 key_size,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_save                 (ShapesHost           *self,
                                                const char           *path,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_abort                (ShapesHost           *self,
                                                GError              **error);

SHAPES_DEPRECATED_IN_1_2
char         *shapes_host_get_title            (ShapesHost           *self,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_2
char         *shapes_host_find_path            (ShapesHost           *self,
                                                GError              **error);

SHAPES_AVAILABLE_IN_1_0
void          shapes_host_load_async           (ShapesHost           *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

SHAPES_AVAILABLE_IN_1_0
gboolean      shapes_host_load_finish          (ShapesHost           *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
