/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Functions that no pair can be derived for. What is wrong is said by the function's name; the
 * message that is expected, in messages.txt.
 */

typedef enum
{
  REFUSED_COLOUR_RED,
  REFUSED_COLOUR_BLUE
} RefusedColour;

typedef struct _RefusedInfo RefusedInfo;
struct _RefusedInfo
{
  int size;
};

/* Has a GType and no way to be copied. */
typedef struct _RefusedKnot RefusedKnot;
struct _RefusedKnot
{
  int size;
};

typedef gboolean (*RefusedEach) (RefusedInfo *info,
                                 gpointer     user_data);

GType        refused_info_get_type              (void);
RefusedInfo *refused_info_copy                  (RefusedInfo   *self);
void         refused_info_free                  (RefusedInfo   *self);
gboolean     refused_info_check                 (RefusedInfo   *self,
                                                 GError       **error);

GType        refused_knot_get_type              (void);

G_DECLARE_FINAL_TYPE (RefusedHost, refused_host, REFUSED, HOST, GObject)

gboolean     refused_host_number_pointer        (RefusedHost   *self,
                                                 guint         *number,
                                                 GError       **error);
gboolean     refused_host_enum_pointer          (RefusedHost   *self,
                                                 RefusedColour *colour,
                                                 GError       **error);
gboolean     refused_host_string_pointer        (RefusedHost   *self,
                                                 const char   **names,
                                                 GError       **error);
gboolean     refused_host_boxed_pointer         (RefusedHost   *self,
                                                 RefusedInfo  **info,
                                                 GError       **error);
gboolean     refused_host_inout                 (RefusedHost   *self,
                                                 guint         *number,
                                                 GError       **error);
gboolean     refused_host_caller_allocates      (RefusedHost   *self,
                                                 RefusedInfo   *info,
                                                 GError       **error);
gboolean     refused_host_callback              (RefusedHost   *self,
                                                 RefusedEach    each,
                                                 gpointer       user_data,
                                                 GError       **error);
gboolean     refused_host_foreign_callback      (RefusedHost   *self,
                                                 GFunc          each,
                                                 GError       **error);
gboolean     refused_host_unknown_type          (RefusedHost   *self,
                                                 struct stat   *status,
                                                 GError       **error);
gboolean     refused_host_no_copy               (RefusedHost   *self,
                                                 RefusedKnot   *knot,
                                                 GError       **error);
gboolean     refused_host_untyped_pointer       (RefusedHost   *self,
                                                 gpointer       what,
                                                 GError       **error);
gboolean     refused_host_cancellable           (RefusedHost   *self,
                                                 GCancellable  *stop,
                                                 GError       **error);
gboolean     refused_host_taken_over            (RefusedHost   *self,
                                                 char          *name,
                                                 GError       **error);
gboolean     refused_host_array_without_length  (RefusedHost   *self,
                                                 const guint   *numbers,
                                                 GError       **error);
gboolean     refused_host_strings_with_length   (RefusedHost   *self,
                                                 const char   **names,
                                                 gsize          n_names,
                                                 GError       **error);
gboolean     refused_host_array_of_boxed        (RefusedHost   *self,
                                                 RefusedInfo  **infos,
                                                 gsize          n_infos,
                                                 GError       **error);
gboolean     refused_host_untyped_list          (RefusedHost   *self,
                                                 GPtrArray     *list,
                                                 GError       **error);
gboolean     refused_host_hash_table            (RefusedHost   *self,
                                                 GHashTable    *table,
                                                 GError       **error);
const char  *refused_host_lent_string           (RefusedHost   *self,
                                                 GError       **error);
RefusedInfo *refused_host_lent_boxed            (RefusedHost   *self,
                                                 GError       **error);
GPtrArray   *refused_host_full_list             (RefusedHost   *self,
                                                 GError       **error);
GList       *refused_host_linked_list           (RefusedHost   *self,
                                                 GError       **error);
gboolean     refused_host_reserved_name         (RefusedHost   *self,
                                                 guint          callback,
                                                 GError       **error);
gboolean     refused_host_clash                 (RefusedHost   *self,
                                                 GError       **error);
gboolean     refused_host_clash_finish          (RefusedHost   *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);
gboolean     refused_host_no_documentation      (RefusedHost   *self,
                                                 guint          number,
                                                 GError       **error);
gboolean     refused_host_misnamed_fd           (RefusedHost   *self,
                                                 int            fd,
                                                 GError       **error);
gboolean     refused_host_secret_bytes          (RefusedHost   *self,
                                                 GBytes        *secret,
                                                 GError       **error);

G_END_DECLS
