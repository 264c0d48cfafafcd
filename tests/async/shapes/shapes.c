/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <shapes/shapes.h>

#include <fcntl.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

/**
 * SECTION:shapes
 * @title: Shapes
 * @short_description: awkward functions
 *
 * What every function does is so simple that its outcome tells whether the arguments arrived.
 */

struct _ShapesHost
{
  GObject parent_instance;

  char *name;
  ShapesInfo *info;
  ShapesColour colour;
  gboolean failing;
  gint aborted;
};

G_DEFINE_FINAL_TYPE (ShapesHost, shapes_host, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (ShapesInfo, shapes_info, shapes_info_copy, shapes_info_free)

/**
 * shapes_info_new:
 * @name: a name
 * @size: a size
 *
 * Makes one.
 *
 * Returns: (transfer full): the new structure
 *
 * Since: 1.0
 */
ShapesInfo *
shapes_info_new (const char *name,
                 guint64 size)
{
  ShapesInfo *self = g_new0 (ShapesInfo, 1);

  self->name = g_strdup (name);
  self->size = size;
  return self;
}

/**
 * shapes_info_copy:
 * @self: an info
 *
 * Copies it.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 1.0
 */
ShapesInfo *
shapes_info_copy (ShapesInfo *self)
{
  return shapes_info_new (self->name, self->size);
}

/**
 * shapes_info_free: (skip)
 * @self: an info
 *
 * Frees it.
 *
 * Since: 1.0
 */
void
shapes_info_free (ShapesInfo *self)
{
  g_free (self->name);
  g_free (self);
}

static void
shapes_host_finalize (GObject *object)
{
  ShapesHost *self = SHAPES_HOST (object);

  g_free (self->name);
  g_clear_pointer (&self->info, shapes_info_free);

  G_OBJECT_CLASS (shapes_host_parent_class)->finalize (object);
}

static void
shapes_host_class_init (ShapesHostClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shapes_host_finalize;
}

static void
shapes_host_init (ShapesHost *self)
{
}

static ShapesHost *
new_host (const char *name)
{
  ShapesHost *self = g_object_new (SHAPES_TYPE_HOST, NULL);

  self->name = g_strdup (name);
  return self;
}

static gboolean
works (ShapesHost *self,
       GError **error)
{
  if (self->failing)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s does not feel like it", self->name);
  return !self->failing;
}

/**
 * shapes_host_open: (constructor)
 * @uri: (nullable): where the host is
 * @flags: how to open it
 * @error: return location for a #GError
 *
 * Opens a host (blocks). Calls virConnectOpen().
 *
 * Returns: (transfer full): the new host
 *
 * Since: 1.0
 */
ShapesHost *
shapes_host_open (const char *uri,
                  ShapesOpenFlags flags,
                  GError **error)
{
  if (g_strcmp0 (uri, "nowhere") == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND, "Nowhere to go");
      return NULL;
    }

  return new_host (uri != NULL ? uri : (flags & SHAPES_OPEN_READ_ONLY) ? "read-only" : "default");
}

/**
 * shapes_host_count_all:
 * @network: a name
 * @error: return location for a #GError
 *
 * Counts the letters of a network (blocks). Belongs to no object.
 *
 * Returns: the number, or -1
 *
 * Since: 1.0
 */
int
shapes_host_count_all (const char *network,
                       GError **error)
{
  if (*network != '\0')
    return (int) strlen (network);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "Nothing to count");
  return -1;
}

/**
 * shapes_host_get_name:
 * @self: a host
 *
 * Tells the name without asking anybody.
 *
 * Returns: the name
 *
 * Since: 1.0
 */
const char *
shapes_host_get_name (ShapesHost *self)
{
  return self->name;
}

/**
 * shapes_host_set_failing:
 * @self: a host
 * @failing: whether to refuse
 *
 * Makes all that blocks fail.
 *
 * Since: 1.0
 */
void
shapes_host_set_failing (ShapesHost *self,
                         gboolean failing)
{
  self->failing = failing;
}

/**
 * shapes_host_suspend:
 * @self: the host to halt
 * @error: return location for a #GError
 *
 * Halts the host (blocks).
 *
 * Returns: %TRUE if it halts
 *
 * Since: 1.0
 */
gboolean
shapes_host_suspend (ShapesHost *self,
                     GError **error)
{
  return works (self, error);
}

/**
 * shapes_host_poke:
 * @self: a host
 * @error: return location for a #GError
 *
 * Pokes the host and returns nothing.
 *
 * Since: 1.0
 */
void
shapes_host_poke (ShapesHost *self,
                  GError **error)
{
  works (self, error);
}

/**
 * shapes_host_is_alive:
 * @self: a host
 * @error: return location for a #GError
 *
 * Has an error but does not block.
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
shapes_host_is_alive (ShapesHost *self,
                      GError **error)
{
  return works (self, error);
}

/**
 * shapes_host_is_blue:
 * @self: a host
 * @error: return location for a #GError
 *
 * Looks at the colour. %FALSE is no failure: only @error tells.
 *
 * Returns: %TRUE if it is blue
 *
 * Since: 1.0
 */
gboolean
shapes_host_is_blue (ShapesHost *self,
                     GError **error)
{
  return works (self, error) && self->colour == SHAPES_COLOUR_BLUE;
}

/**
 * shapes_host_get_memory:
 * @self: a host
 * @error: return location for a #GError
 *
 * Asks for the size of the memory.
 *
 * Returns: the size, in bytes
 *
 * Since: 1.0
 */
guint64
shapes_host_get_memory (ShapesHost *self,
                        GError **error)
{
  return works (self, error) ? G_GUINT64_CONSTANT (1) << 40 : 0;
}

/**
 * shapes_host_get_time:
 * @self: a host
 * @seconds: (out): whole seconds
 * @nanoseconds: (out) (optional): the rest
 * @error: return location for a #GError
 *
 * Asks for the time.
 *
 * Returns: %TRUE if the host has a clock
 *
 * Since: 1.0
 */
gboolean
shapes_host_get_time (ShapesHost *self,
                      gint64 *seconds,
                      guint *nanoseconds,
                      GError **error)
{
  *seconds = -5;
  if (nanoseconds != NULL)
    *nanoseconds = 7;
  return works (self, error);
}

/**
 * shapes_host_get_info:
 * @self: a host
 * @name: (nullable): which one
 * @error: return location for a #GError
 *
 * Asks for a structure that may not be there, which is no failure.
 *
 * Returns: (transfer full) (nullable): the structure, or %NULL if there is none
 *
 * Since: 1.0
 */
ShapesInfo *
shapes_host_get_info (ShapesHost *self,
                      const char *name,
                      GError **error)
{
  return works (self, error) && name != NULL ? shapes_info_new (name, strlen (name)) : NULL;
}

/**
 * shapes_host_swap_info:
 * @self: a host
 * @info: the new one
 * @fallback: (nullable): added to its size
 * @old: (out) (optional) (nullable): the one before
 * @error: return location for a #GError
 *
 * Puts one structure in the place of another.
 *
 * Returns: %TRUE if they were swapped
 *
 * Since: 1.0
 */
gboolean
shapes_host_swap_info (ShapesHost *self,
                       const ShapesInfo *info,
                       const ShapesInfo *fallback,
                       ShapesInfo **old,
                       GError **error)
{
  if (!works (self, error))
    return FALSE;

  *old = g_steal_pointer (&self->info);
  self->info = shapes_info_new (info->name, info->size + (fallback != NULL ? fallback->size : 0));
  return TRUE;
}

/**
 * shapes_host_describe:
 * @self: a host
 * @title: (out) (transfer full): a title
 * @parent: (out) (optional) (nullable) (transfer full): what it runs on
 * @colour: (out): how it looks
 * @error: return location for a #GError
 *
 * Asks for three things at once.
 *
 * Returns: %TRUE if they are known
 *
 * Since: 1.0
 */
gboolean
shapes_host_describe (ShapesHost *self,
                      char **title,
                      ShapesHost **parent,
                      ShapesColour *colour,
                      GError **error)
{
  if (!works (self, error))
    return FALSE;

  *title = g_strconcat ("The ", self->name, NULL);
  *parent = new_host ("parent");
  *colour = SHAPES_COLOUR_BLUE;
  return TRUE;
}

/**
 * shapes_host_list_neighbours:
 * @self: a host
 * @n_wanted: how many
 * @error: return location for a #GError
 *
 * Lists objects.
 *
 * Returns: (transfer container) (element-type ShapesHost): the neighbours
 *
 * Since: 1.0
 */
GPtrArray *
shapes_host_list_neighbours (ShapesHost *self,
                             guint n_wanted,
                             GError **error)
{
  GPtrArray *hosts;

  if (!works (self, error))
    return NULL;

  hosts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_wanted; i++)
    g_ptr_array_add (hosts, new_host ("neighbour"));
  return hosts;
}

/**
 * shapes_host_list_parts:
 * @self: a host
 * @infos: (out) (transfer container) (element-type ShapesInfo): structures
 * @names: (out) (optional) (transfer container) (element-type utf8): their names
 * @error: return location for a #GError
 *
 * Lists boxed structures and strings.
 *
 * Returns: %TRUE if there are any
 *
 * Since: 1.0
 */
gboolean
shapes_host_list_parts (ShapesHost *self,
                        GPtrArray **infos,
                        GPtrArray **names,
                        GError **error)
{
  if (!works (self, error))
    return FALSE;

  *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) shapes_info_free);
  g_ptr_array_add (*infos, shapes_info_new ("disk", 1));
  *names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*names, g_strdup ("disk"));
  return TRUE;
}

/**
 * shapes_host_meet:
 * @self: a host
 * @hosts: (element-type ShapesHost): whom to meet
 * @infos: (nullable) (element-type ShapesInfo): what to bring
 * @words: (element-type utf8): what to say
 * @error: return location for a #GError
 *
 * Takes arrays of objects, structures and strings.
 *
 * Returns: the number of all letters, or -1
 *
 * Since: 1.0
 */
int
shapes_host_meet (ShapesHost *self,
                  GPtrArray *hosts,
                  GPtrArray *infos,
                  GPtrArray *words,
                  GError **error)
{
  size_t n_letters = 0;

  if (!works (self, error))
    return -1;

  for (guint i = 0; i < hosts->len; i++)
    n_letters += strlen (shapes_host_get_name (g_ptr_array_index (hosts, i)));
  for (guint i = 0; infos != NULL && i < infos->len; i++)
    n_letters += strlen (((ShapesInfo *) g_ptr_array_index (infos, i))->name);
  for (guint i = 0; i < words->len; i++)
    n_letters += strlen (g_ptr_array_index (words, i));
  return (int) n_letters;
}

/**
 * shapes_host_migrate:
 * @self: a host
 * @target: where to go
 * @witness: (nullable): who looks on
 * @error: return location for a #GError
 *
 * Takes objects.
 *
 * Returns: %TRUE if it went
 *
 * Since: 1.0
 */
gboolean
shapes_host_migrate (ShapesHost *self,
                     ShapesHost *target,
                     ShapesHost *witness,
                     GError **error)
{
  return works (target, error) && (witness == NULL || works (witness, error));
}

/**
 * shapes_host_peek_memory:
 * @self: a host
 * @offset: where to begin
 * @size: how much
 * @error: return location for a #GError
 *
 * Reads memory.
 *
 * Returns: (transfer full): the content
 *
 * Since: 1.0
 */
GBytes *
shapes_host_peek_memory (ShapesHost *self,
                         guint64 offset,
                         gsize size,
                         GError **error)
{
  if (!works (self, error))
    return NULL;

  return g_bytes_new_take (g_strnfill (size, (char) ('a' + offset)), size);
}

/**
 * shapes_host_write_memory:
 * @self: a host
 * @content: what to write
 * @checksum: (nullable): added to the count
 * @error: return location for a #GError
 *
 * Writes memory.
 *
 * Returns: the number of bytes
 *
 * Since: 1.0
 */
gsize
shapes_host_write_memory (ShapesHost *self,
                          GBytes *content,
                          GBytes *checksum,
                          GError **error)
{
  if (!works (self, error))
    return 0;

  return g_bytes_get_size (content) + (checksum != NULL ? g_bytes_get_size (checksum) : 0);
}

/**
 * shapes_host_rename:
 * @self: a host
 * @names: (array zero-terminated=1): new names
 * @aliases: (nullable) (array zero-terminated=1): names beside them
 * @error: return location for a #GError
 *
 * Takes arrays of strings and returns one.
 *
 * Returns: (transfer full) (array zero-terminated=1): all names
 *
 * Since: 1.0
 */
char **
shapes_host_rename (ShapesHost *self,
                    const char *const *names,
                    const char *const *aliases,
                    GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!works (self, error))
    return NULL;

  g_strv_builder_addv (builder, (const char **) names);
  if (aliases != NULL)
    g_strv_builder_addv (builder, (const char **) aliases);
  return g_strv_builder_end (builder);
}

/**
 * shapes_host_split:
 * @self: a host
 * @words: words, as GLib's type says
 * @rest: (out) (optional) (transfer full): all but the first
 * @error: return location for a #GError
 *
 * Takes and returns arrays of strings whose stars are hidden.
 *
 * Returns: (transfer full): the first
 *
 * Since: 1.0
 */
GStrv
shapes_host_split (ShapesHost *self,
                   GStrv words,
                   GStrv *rest,
                   GError **error)
{
  if (!works (self, error))
    return NULL;

  *rest = g_strdupv (words + 1);
  return g_strsplit (words[0], " ", 0);
}

/**
 * shapes_host_get_cpu_map:
 * @self: a host
 * @n_bytes: (out): length of the map
 * @error: return location for a #GError
 *
 * Returns an array with its length.
 *
 * Returns: (transfer full) (array length=n_bytes): the map
 *
 * Since: 1.0
 */
guint8 *
shapes_host_get_cpu_map (ShapesHost *self,
                         gsize *n_bytes,
                         GError **error)
{
  *n_bytes = 3;
  return works (self, error) ? g_memdup2 ("\1\2\3", 3) : NULL;
}

/**
 * shapes_host_add_up:
 * @self: a host
 * @numbers: (array length=n_numbers): what to add
 * @n_numbers: how many there are
 * @error: return location for a #GError
 *
 * Takes an array with its length.
 *
 * Returns: the sum
 *
 * Since: 1.0
 */
guint64
shapes_host_add_up (ShapesHost *self,
                    const guint64 *numbers,
                    gsize n_numbers,
                    GError **error)
{
  guint64 sum = 0;

  for (gsize i = 0; i < n_numbers; i++)
    sum += numbers[i];
  return works (self, error) ? sum : 0;
}

/**
 * shapes_host_paint:
 * @self: a host
 * @colour: the new colour
 * @error: return location for a #GError
 *
 * Changes the colour.
 *
 * Returns: the colour before
 *
 * Since: 1.0
 */
ShapesColour
shapes_host_paint (ShapesHost *self,
                   ShapesColour colour,
                   GError **error)
{
  ShapesColour before = self->colour;

  if (!works (self, error))
    return SHAPES_COLOUR_UNKNOWN;

  self->colour = colour;
  return before;
}

/**
 * shapes_host_exchange:
 * @self: a host
 * @parameters: a dictionary
 * @hints: (nullable): another one
 * @colour: (out): a colour beside it
 * @error: return location for a #GError
 *
 * Takes variants, floating or not, and returns one.
 *
 * Returns: (transfer full): both in an array of variants
 *
 * Since: 1.0
 */
GVariant *
shapes_host_exchange (ShapesHost *self,
                      GVariant *parameters,
                      GVariant *hints,
                      ShapesColour *colour,
                      GError **error)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  if (!works (self, error))
    return NULL;

  *colour = SHAPES_COLOUR_BLUE;
  g_variant_builder_add (&builder, "v", parameters);
  if (hints != NULL)
    g_variant_builder_add (&builder, "v", hints);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * shapes_host_open_console:
 * @self: a host
 * @error: return location for a #GError
 *
 * Opens a descriptor.
 *
 * Returns: the descriptor, which the caller closes, or -1
 *
 * Since: 1.0
 */
int
shapes_host_open_console (ShapesHost *self,
                          GError **error)
{
  return works (self, error) ? open ("/dev/null", O_RDONLY | O_CLOEXEC) : -1;
}

/**
 * shapes_host_open_pipe:
 * @self: a host
 * @read_end: (out): where to read
 * @write_end: (out): where to write
 * @error: return location for a #GError
 *
 * Opens two descriptors.
 *
 * Returns: %TRUE if they are open
 *
 * Since: 1.0
 */
gboolean
shapes_host_open_pipe (ShapesHost *self,
                       int *read_end,
                       int *write_end,
                       GError **error)
{
  int fds[2];

  if (!works (self, error) || !g_unix_open_pipe (fds, FD_CLOEXEC, error))
    return FALSE;

  *read_end = fds[0];
  *write_end = fds[1];
  return TRUE;
}

/**
 * shapes_host_attach_fds:
 * @self: a host
 * @files: (array length=n_files): descriptors to write to
 * @n_files: how many there are
 * @log: one more
 * @error: return location for a #GError
 *
 * Writes a letter into each descriptor.
 *
 * Returns: %TRUE if all were open
 *
 * Since: 1.0
 */
gboolean
shapes_host_attach_fds (ShapesHost *self,
                        const int *files,
                        guint n_files,
                        int log,
                        GError **error)
{
  gboolean ok = write (log, "l", 1) == 1;

  for (guint i = 0; i < n_files; i++)
    ok &= write (files[i], "f", 1) == 1;
  return ok && works (self, error);
}

/**
 * shapes_host_command:
 * @self: a host
 * @in_files: (nullable): descriptors to send
 * @reply: (out) (transfer full): the answer
 * @out_files: (out) (optional) (transfer full): descriptors received
 * @error: return location for a #GError
 *
 * Sends descriptors and receives others.
 *
 * Returns: %TRUE if there was an answer
 *
 * Since: 1.0
 */
gboolean
shapes_host_command (ShapesHost *self,
                     GUnixFDList *in_files,
                     char **reply,
                     GUnixFDList **out_files,
                     GError **error)
{
  if (!works (self, error))
    return FALSE;

  *reply = g_strdup_printf ("%d", in_files != NULL ? g_unix_fd_list_get_length (in_files) : -1);
  if (out_files != NULL)
    *out_files = g_unix_fd_list_new ();
  return TRUE;
}

/**
 * shapes_host_set_secrets:
 * @self: a host
 * @password: a string that is wiped
 * @key: (array length=key_size): bytes that are wiped
 * @key_size: how many there are
 * @error: return location for a #GError
 *
 * Takes secrets.
 *
 * Returns: %TRUE if they are the right ones
 *
 * Since: 1.0
 */
gboolean
shapes_host_set_secrets (ShapesHost *self,
                         const char *password,
                         const guint8 *key,
                         gsize key_size,
                         GError **error)
{
  return works (self, error) && strcmp (password, "sesame") == 0 && key_size == 2 && key[1] == 9;
}

/**
 * shapes_host_save:
 * @self: a host
 * @path: (type filename): where to
 * @error: return location for a #GError
 *
 * Takes long, and can be stopped by shapes_host_abort().
 *
 * Returns: %TRUE if it was not stopped
 *
 * Since: 1.0
 */
gboolean
shapes_host_save (ShapesHost *self,
                  const char *path,
                  GError **error)
{
  return works (self, error) && !g_atomic_int_get (&self->aborted) && *path == '/';
}

/**
 * shapes_host_abort:
 * @self: a host
 * @error: return location for a #GError
 *
 * Stops shapes_host_save().
 *
 * Returns: %TRUE if it will stop
 *
 * Since: 1.0
 */
gboolean
shapes_host_abort (ShapesHost *self,
                   GError **error)
{
  g_atomic_int_set (&self->aborted, TRUE);
  return works (self, error);
}

/**
 * shapes_host_get_title:
 * @self: a host
 * @error: return location for a #GError
 *
 * Is not to be used any more.
 *
 * Returns: (transfer full): the title
 *
 * Deprecated: 1.2: Use shapes_host_describe().
 *
 * Since: 1.0
 */
char *
shapes_host_get_title (ShapesHost *self,
                       GError **error)
{
  return works (self, error) ? g_strdup ("title") : NULL;
}

/**
 * shapes_host_find_path:
 * @self: a host
 * @error: return location for a #GError
 *
 * Finds a file.
 *
 * Returns: (transfer full) (nullable) (type filename): its path,
 *   if there is one
 *
 * Since: 1.2
 */
char *
shapes_host_find_path (ShapesHost *self,
                       GError **error)
{
  return works (self, error) ? g_strdup ("/a/b") : NULL;
}

/**
 * shapes_host_load_async:
 * @self: a host
 * @cancellable: (nullable): what cancels it
 * @callback: (scope async) (closure user_data) (nullable): what is called
 * @user_data: handed to @callback
 *
 * Is a pair written by hand.
 *
 * Since: 1.0
 */
void
shapes_host_load_async (ShapesHost *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_return_boolean (task, TRUE);
}

/**
 * shapes_host_load_finish:
 * @self: a host
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Has a #GError but does not block.
 *
 * Returns: %TRUE
 *
 * Since: 1.0
 */
gboolean
shapes_host_load_finish (ShapesHost *self,
                         GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
