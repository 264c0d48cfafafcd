/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "daemon.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"

/* With what a child exits that cannot have a namespace: not one of libvirtd's. */
#define EXIT_NO_NAMESPACE 77

/* What the test driver has for a picture of a screen. */
#define PICTURE "/usr/share/libvirt/test-screenshot.png"

struct _Daemon
{
  /* Set once. */
  char *root;
  char *run;
  char *etc;
  char *drivers; /* an empty folder */
  char *socket;
  char *read_only_socket;
  char *picture; /* NULL: the driver's own */
  int picture_fd;

  GPid pid; /* 0: killed */
};

static char *
find_program (void)
{
  static const char *const places[] = { "/usr/sbin/libvirtd", "/usr/local/sbin/libvirtd" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_file_test (places[i], G_FILE_TEST_IS_EXECUTABLE))
      return g_strdup (places[i]);

  return g_find_program_in_path ("libvirtd");
}

/* Beside the test program, or one folder up where a subject builds programs itself. */
static char *
find_preload (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (program);
  char *beside = g_build_filename (folder, "libvirtd-preload.so", NULL);

  if (g_file_test (beside, G_FILE_TEST_EXISTS))
    return beside;

  g_free (beside);
  return g_build_filename (folder, "..", "libvirtd-preload.so", NULL);
}

static void
append_number (GString *text, const char *name, int value)
{
  if (value != 0)
    g_string_append_printf (text, "%s = %d\n", name, value);
}

static void
write_configuration (Daemon *self, const DaemonOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->etc, "libvirtd.conf", NULL);
  g_autoptr (GString) text = g_string_new ("auth_unix_rw = \"none\"\n"
                                           "log_outputs = \"3:file:/run/libvirtd.log\"\n");

  if (options != NULL)
    {
      append_number (text, "max_client_requests", options->max_client_requests);
      append_number (text, "keepalive_interval", MAX (options->keepalive_interval, -1));
      append_number (text, "keepalive_count", options->keepalive_count);
      g_string_append (text, options->more != NULL ? options->more : "");
    }

  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
}

static char *
make_folder (Daemon *self, const char *name)
{
  char *path = g_build_filename (self->root, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
  return path;
}

static Daemon *
make_folders (void)
{
  g_autoptr (GError) error = NULL;
  Daemon *self = g_new0 (Daemon, 1);

  self->root = g_dir_make_tmp ("libvirt-gobj-XXXXXX", &error);
  g_assert_no_error (error);
  self->run = make_folder (self, "run");
  self->etc = make_folder (self, "etc");
  self->drivers = make_folder (self, "drivers");
  self->socket = g_build_filename (self->run, "libvirt", "libvirt-sock", NULL);
  self->read_only_socket = g_build_filename (self->run, "libvirt", "libvirt-sock-ro", NULL);

  return self;
}

/* In the child, before libvirtd is there: system calls only. */
static void
enter_namespace (gpointer user_data)
{
  Daemon *self = user_data;

  if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0 || unshare (CLONE_NEWNS) != 0 ||
      mount ("none", "/", "none", MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount (self->etc, "/etc/libvirt", "none", MS_BIND, NULL) != 0 ||
      mount (self->run, "/run", "none", MS_BIND, NULL) != 0 ||
      (self->picture != NULL && mount (self->picture, PICTURE, "none", MS_BIND, NULL) != 0))
    _exit (EXIT_NO_NAMESPACE);
}

static GStrv
dup_environment (Daemon *self)
{
  g_autofree char *preload = find_preload ();
  GStrv environment = g_get_environ ();

  environment = g_environ_setenv (environment, "LD_PRELOAD", preload, TRUE);
  environment = g_environ_setenv (environment, "LIBVIRT_DRIVER_DIR", self->drivers, TRUE);
  /* What is fatal to the test need not be to the daemon. */
  environment = g_environ_unsetenv (environment, "G_DEBUG");

  return environment;
}

/* Once it has taken in that this client is gone, it has one socket for each of the test's. */
static gboolean
answers (Daemon *self)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  gboolean is_there;
  char byte;

  g_assert_cmpint (strlen (self->socket), <, sizeof address.sun_path);
  g_strlcpy (address.sun_path, self->socket, sizeof address.sun_path);
  is_there = connect (fd, (struct sockaddr *) &address, sizeof address) == 0;
  if (is_there)
    {
      shutdown (fd, SHUT_WR);
      while (read (fd, &byte, 1) > 0)
        continue;
    }
  close (fd);

  return is_there;
}

/* 0, or what the daemon exited with before it listened. */
static int
wait_until_it_answers (Daemon *self)
{
  int status;

  while (!answers (self))
    {
      if (waitpid (self->pid, &status, WNOHANG) == self->pid)
        {
          self->pid = 0;
          return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
        }
      g_usleep (2000);
    }

  return 0;
}

static int
start (Daemon *self)
{
  g_autofree char *program = find_program ();
  g_auto (GStrv) environment = dup_environment (self);
  char *arguments[] = { program, NULL };
  g_autoptr (GError) error = NULL;

  /* That of one that was killed: nobody answers there. */
  g_unlink (self->socket);
  g_spawn_async ("/", arguments, environment,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, enter_namespace, self,
                 &self->pid, &error);
  g_assert_no_error (error);

  return wait_until_it_answers (self);
}

/* Open for both, so that neither the daemon nor the test waits for the other to open it. */
static void
make_picture (Daemon *self)
{
  self->picture = g_build_filename (self->root, "picture", NULL);
  g_assert_cmpint (mkfifo (self->picture, 0644), ==, 0);
  self->picture_fd = g_open (self->picture, O_RDWR | O_CLOEXEC, 0);
  g_assert_cmpint (self->picture_fd, >=, 0);
}

static Daemon *
skip (const char *reason)
{
  g_test_skip (reason);
  return NULL;
}

Daemon *
daemon_new (const DaemonOptions *options)
{
  g_autofree char *program = find_program ();
  g_autoptr (Daemon) self = NULL;
  int status;

  if (program == NULL)
    return skip ("there is no libvirtd");
  if (geteuid () != 0)
    return skip ("only root can run a libvirtd with a folder of its own for /run");

  self = make_folders ();
  write_configuration (self, options);
  if (options != NULL && options->slow_picture)
    make_picture (self);
  status = start (self);
  if (status == EXIT_NO_NAMESPACE)
    return skip ("no mount namespace can be made here");
  if (status != 0)
    g_error ("libvirtd ended with status %d", status);

  return g_steal_pointer (&self);
}

void
daemon_free (Daemon *self)
{
  daemon_kill (self);
  if (self->picture != NULL)
    close (self->picture_fd);
  files_remove_folder (self->root);
  g_free (self->root);
  g_free (self->run);
  g_free (self->etc);
  g_free (self->drivers);
  g_free (self->socket);
  g_free (self->picture);
  g_free (self->read_only_socket);
  g_free (self);
}

const char *
daemon_get_socket (Daemon *self)
{
  return self->socket;
}

const char *
daemon_get_read_only_socket (Daemon *self)
{
  return self->read_only_socket;
}

const char *
daemon_get_run_dir (Daemon *self)
{
  return self->run;
}

const char *
daemon_get_etc_dir (Daemon *self)
{
  return self->etc;
}

GPid
daemon_get_pid (Daemon *self)
{
  return self->pid;
}

int
daemon_get_picture_fd (Daemon *self)
{
  return self->picture_fd;
}

void
daemon_serve (void (*func) (const char *uri))
{
  g_autoptr (Daemon) self = daemon_new (NULL);
  g_autofree char *uri = NULL;

  if (self == NULL)
    return;

  uri = daemon_dup_uri (self, NULL);
  func (uri);
}

guint
daemon_count_sockets (Daemon *self)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/fd", (int) self->pid);
  g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
  const char *fd;
  guint n = 0;

  g_assert_nonnull (files);
  while ((fd = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *link = g_build_filename (path, fd, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      n += target != NULL && g_str_has_prefix (target, "socket:") ? 1 : 0;
    }

  return n;
}

char *
daemon_dup_uri (Daemon *self, const char *socket)
{
  return g_strconcat ("test+unix:///default?socket=", socket != NULL ? socket : self->socket, NULL);
}

char *
daemon_dup_admin_uri (Daemon *self)
{
  return g_strdup_printf ("libvirtd:///system?socket=%s/libvirt/libvirt-admin-sock", self->run);
}

char *
daemon_dup_slow_path (guint ms)
{
  return g_strdup_printf ("/libvirt-gobj/slow/%u", ms);
}

void
daemon_freeze (Daemon *self)
{
  int status;

  g_assert_cmpint (kill (self->pid, SIGSTOP), ==, 0);
  g_assert_cmpint (waitpid (self->pid, &status, WUNTRACED), ==, self->pid);
  g_assert_true (WIFSTOPPED (status));
}

void
daemon_thaw (Daemon *self)
{
  g_assert_cmpint (kill (self->pid, SIGCONT), ==, 0);
}

void
daemon_kill (Daemon *self)
{
  if (self->pid == 0)
    return;

  g_assert_cmpint (kill (self->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (self->pid, NULL, 0), ==, self->pid);
  g_spawn_close_pid (self->pid);
  self->pid = 0;
}

void
daemon_restart (Daemon *self)
{
  daemon_kill (self);
  g_assert_cmpint (start (self), ==, 0);
}
