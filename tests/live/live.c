/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "live.h"

#include <fcntl.h>
#include <sched.h>
#include <stdarg.h>
#include <unistd.h>

/* What `tests/live/host up` exits with where there can be no host. */
#define EXIT_IMPOSSIBLE 77

static struct
{
  char *program;
  char *folder;      /* NULL: not ours to end */
  char *reason;      /* why there is no host; NULL: there is */
  GHashTable *lines; /* what the host said */
} host;

static void
ignore_error (void *data, virErrorPtr error)
{
}

static void
read_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  host.lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *equals = strchr (lines[i], '=');

      if (equals != NULL)
        g_hash_table_insert (host.lines, g_strndup (lines[i], equals - lines[i]),
                             g_strdup (equals + 1));
    }
}

/* Runs the program, and takes the arguments over. Returns its exit status. */
static int
run_host (GPtrArray *arguments, char **output, char **errors)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) environment = g_get_environ ();
  int status;

  /* Neither what is fatal to the test nor where it finds its libraries is for the daemons. */
  environment = g_environ_unsetenv (environment, "G_DEBUG");
  environment = g_environ_unsetenv (environment, "LD_LIBRARY_PATH");
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL, output,
                errors, &status, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (arguments);

  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

/* The folder of a host that is there already, or NULL. */
static const char *
given_folder (void)
{
  const char *given = g_getenv ("LIBVIRT_GOBJ_LIVE");

  return given != NULL && *given != '\0' ? given : NULL;
}

static GPtrArray *
command_new (const char *command)
{
  GPtrArray *self = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (self, g_strdup (host.program));
  g_ptr_array_add (self, g_strdup (command));
  g_ptr_array_add (self, g_strdup ("--folder"));
  g_ptr_array_add (self, g_strdup (host.folder != NULL ? host.folder : given_folder ()));
  return self;
}

static void
start_host (GPtrArray *command)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int status;

  if (host.folder != NULL)
    {
      g_ptr_array_add (command, g_strdup ("--owner"));
      g_ptr_array_add (command, g_strdup_printf ("%d", getpid ()));
    }

  status = run_host (command, &output, &errors);
  if (status == EXIT_IMPOSSIBLE)
    host.reason = g_strdup (g_strstrip (errors));
  else if (status != 0)
    g_error ("there is no host: %s", errors);
  else
    read_lines (output);
}

static void
choose_event_loop (void)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("EVENT_LOOP"), "context") == 0)
    libvirt_event_register_default_impl (&error);
  g_assert_no_error (error);
}

void
live_init (int *argc, char ***argv, ...)
{
  const char *option;
  GPtrArray *command;
  va_list options;

  g_test_init (argc, argv, NULL);
  virSetErrorFunc (NULL, ignore_error);
  choose_event_loop ();

  host.program = g_test_build_filename (G_TEST_DIST, "host", NULL);
  /* Not g_get_tmp_dir(), which may be too long for the names of sockets. */
  if (given_folder () == NULL)
    host.folder = g_strdup_printf ("/tmp/libvirt-gobj-live-%d", getpid ());

  command = command_new ("up");
  va_start (options, argv);
  while ((option = va_arg (options, const char *)) != NULL)
    g_ptr_array_add (command, g_strdup (option));
  va_end (options);
  start_host (command);
}

int
live_run (void)
{
  int result = g_test_run ();

  if (host.folder != NULL && host.reason == NULL)
    g_assert_cmpint (run_host (command_new ("down"), NULL, NULL), ==, 0);
  return result;
}

const char *
live_get (const char *key)
{
  return g_hash_table_lookup (host.lines, key);
}

gboolean
live_has_kind (const char *kind)
{
  g_auto (GStrv) kinds = g_strsplit (live_get ("kinds"), " ", -1);
  g_autofree char *reason = NULL;

  if (g_strv_contains ((const char *const *) kinds, kind))
    return TRUE;

  reason = g_strdup_printf ("this machine cannot have a %s", kind);
  g_test_skip (reason);
  return FALSE;
}

char *
live_enter (const char *script)
{
  GPtrArray *command = command_new ("enter");
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status;

  g_ptr_array_add (command, g_strdup ("sh"));
  g_ptr_array_add (command, g_strdup ("-euc"));
  g_ptr_array_add (command, g_strdup (script));
  status = run_host (command, &output, &errors);
  if (status != 0)
    g_error ("'%s' failed: %s", script, errors);

  return output;
}

int
live_enter_network (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/ns/net", live_get ("pid"));
  int own = open ("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
  int network = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (own, >=, 0);
  g_assert_cmpint (network, >=, 0);
  g_assert_cmpint (setns (network, CLONE_NEWNET), ==, 0);
  g_assert_cmpint (close (network), ==, 0);
  return own;
}

void
live_leave_network (int own)
{
  g_assert_cmpint (setns (own, CLONE_NEWNET), ==, 0);
  g_assert_cmpint (close (own), ==, 0);
}

static gboolean
on_look_again (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
live_iterate (gint64 deadline, const char *condition, const char *place)
{
  gboolean due = FALSE;
  guint id = g_timeout_add (50, on_look_again, &due);

  if (g_get_monotonic_time () > deadline)
    g_error ("%s: waited in vain for: %s", place, condition);

  g_main_context_iteration (NULL, TRUE);
  if (!due)
    g_source_remove (id);
}

void
live_wait_until_loaded (gpointer list)
{
  live_wait_until (!libvirt_entity_list_get_loading (list));
  g_assert_no_error (libvirt_entity_list_get_error (list));
}

void
live_open (Live *self, const char *key)
{
  g_autoptr (GError) error = NULL;
  const char *uri = live_get (key);

  /* With NULL it would be the system's own libvirtd. */
  g_assert_nonnull (uri);
  self->connect = libvirt_connect_open (uri, &error);
  g_assert_no_error (error);
  self->raw = virConnectOpen (uri);
  g_assert_nonnull (self->raw);
}

static void
tear_down (Live *self)
{
  g_assert_finalize_object (self->connect);
  g_assert_cmpint (virConnectClose (self->raw), ==, 0);
}

static void
run_test (gconstpointer data)
{
  LiveFunc func = (LiveFunc) data;
  Live self;

  if (host.reason != NULL)
    {
      g_test_skip (host.reason);
      return;
    }

  live_open (&self, "first-uri");
  func (&self);
  tear_down (&self);
}

void
live_add (const char *path, LiveFunc func)
{
  g_test_add_data_func (path, func, run_test);
}
