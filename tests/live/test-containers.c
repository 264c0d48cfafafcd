/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Containers of LXC: files and signals for their processes, and going inside. */

#include "live.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <libvirt/libvirt-lxc.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

/* Its first process copies what it gets as file 3, and takes note of the signal that ends it. */
static const char container[] =
  "<domain type='lxc'>"
  "  <name>%s</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>"
  "  <os><type>exe</type><init>/bin/sh</init><initarg>-c</initarg>"
  "    <initarg>trap 'echo ended &gt;/mnt/signal; exit 0' TERM; touch /mnt/inside; cat &lt;&amp;3 &gt;/mnt/got;"
  "      while :; do sleep 0.1; done</initarg>"
  "  </os>"
  "  <devices>"
  "    <filesystem type='mount'><source dir='%s/%s'/><target dir='/mnt'/></filesystem>"
  "    <console type='pty'/>"
  "  </devices>"
  "</domain>";

typedef struct
{
  char *uri;
  LibvirtConnect *connect;
  virConnectPtr raw;
} Lxc;

static gboolean
lxc_open (Lxc *self)
{
  g_autoptr (GError) error = NULL;

  if (!live_has_kind ("container"))
    return FALSE;

  self->uri = g_strdup (live_get ("first-lxc-uri"));
  self->connect = libvirt_connect_open (self->uri, &error);
  g_assert_no_error (error);
  self->raw = virConnectOpen (self->uri);
  g_assert_nonnull (self->raw);
  return TRUE;
}

static void
lxc_clear (Lxc *self)
{
  g_clear_object (&self->connect);
  if (self->raw != NULL)
    g_assert_cmpint (virConnectClose (self->raw), ==, 0);
  g_free (self->uri);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lxc, lxc_clear)

static char *
folder_of (const char *name)
{
  return g_build_filename (live_get ("folder"), name, NULL);
}

static char *
make_xml (const char *name)
{
  g_autofree char *folder = folder_of (name);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  return g_strdup_printf (container, name, live_get ("folder"), name);
}

/* The end to read from, of a pipe with @text in it. */
static int
make_pipe (const char *text)
{
  int ends[2];

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  g_assert_cmpint (write (ends[1], text, strlen (text)), ==, strlen (text));
  g_assert_cmpint (close (ends[1]), ==, 0);
  return ends[0];
}

static gboolean
file_says (const char *name, const char *file, const char *expected)
{
  g_autofree char *folder = folder_of (name);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && g_str_equal (text, expected);
}

static int
raw_state (Lxc *self, const char *name)
{
  g_autoptr (virDomain) raw = virDomainLookupByName (self->raw, name);
  int state = VIR_DOMAIN_NOSTATE;

  if (raw != NULL)
    g_assert_cmpint (virDomainGetState (raw, &state, NULL, 0), ==, 0);
  return state;
}

/* libvirt is told of the first process by another one, maybe after that has begun to work. libvirt
 * 9.0 misses that now and then: such a container cannot be entered, nor its processes be told. */
static gboolean
raw_has_process (Lxc *self, const char *name)
{
  g_autoptr (virDomain) raw = virDomainLookupByName (self->raw, name);
  g_autofree int *fds = NULL;
  int n_fds = virDomainLxcOpenNamespace (raw, &fds, 0);

  for (int i = 0; i < n_fds; i++)
    g_assert_cmpint (close (fds[i]), ==, 0);

  return n_fds > 0;
}

static LibvirtDomain *
start_once (Lxc *self, const char *name)
{
  g_autofree char *xml = make_xml (name);
  g_autoptr (GError) error = NULL;
  int fd = make_pipe ("something to read");
  LibvirtDomain *domain =
    libvirt_connect_create_domain_xml_with_files (self->connect, xml, &fd, 1, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (close (fd), ==, 0);
  g_assert_cmpint (raw_state (self, name), ==, VIR_DOMAIN_RUNNING);
  live_wait_until (file_says (name, "got", "something to read"));
  return domain;
}

static gboolean
wait_for_process (Lxc *self, const char *name)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (!raw_has_process (self, name))
    {
      if (g_get_monotonic_time () > deadline)
        return FALSE;
      live_iterate (G_MAXINT64, "the first process", G_STRLOC);
    }
  return TRUE;
}

/* A container that runs, made for this test. */
static LibvirtDomain *
start (Lxc *self, const char *name)
{
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (LibvirtDomain) domain = start_once (self, name);

      if (wait_for_process (self, name))
        return g_steal_pointer (&domain);
      g_test_message ("libvirt was not told of the first process of '%s'", name);
      g_assert_true (libvirt_domain_destroy (domain, NULL));
    }
  g_error ("libvirt was never told of the first process of '%s'", name);
}

static void
test_create_xml_with_files (Live *live)
{
  g_auto (Lxc) self = { 0 };
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (GError) error = NULL;

  if (!lxc_open (&self))
    return;

  domain = start (&self, "box-of-files");
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
}

static void
test_create_with_files (Live *live)
{
  g_auto (Lxc) self = { 0 };
  g_autofree char *xml = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  if (!lxc_open (&self))
    return;

  xml = make_xml ("defined-box");
  domain = libvirt_connect_define_domain_xml (self.connect, xml, &error);
  g_assert_no_error (error);
  fd = make_pipe ("for a defined one");
  g_assert_true (libvirt_domain_create_with_files (domain, &fd, 1, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (close (fd), ==, 0);
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, LIBVIRT_DOMAIN_STATE_RUNNING);
  g_assert_cmpint (raw_state (&self, "defined-box"), ==, VIR_DOMAIN_RUNNING);
  live_wait_until (file_says ("defined-box", "got", "for a defined one"));

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_true (libvirt_domain_undefine (domain, &error));
  g_assert_no_error (error);
}

static void
test_send_signal (Live *live)
{
  g_auto (Lxc) self = { 0 };
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (GError) error = NULL;

  if (!lxc_open (&self))
    return;

  domain = start (&self, "signalled-box");
  g_assert_true (libvirt_domain_send_process_signal (
    domain, 1, LIBVIRT_DOMAIN_PROCESS_SIGNAL_NOP, 0, &error));
  g_assert_no_error (error);
  g_assert_true (libvirt_domain_send_process_signal (
    domain, 1, LIBVIRT_DOMAIN_PROCESS_SIGNAL_TERM, 0, &error));
  g_assert_no_error (error);
  live_wait_until (file_says ("signalled-box", "signal", "ended\n"));
  live_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
}

static void
test_open_namespace (Live *live)
{
  g_auto (Lxc) self = { 0 };
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (GUnixFDList) list = NULL;
  g_autoptr (GError) error = NULL;
  const int *fds;
  int n;

  if (!lxc_open (&self))
    return;

  domain = start (&self, "open-box");
  list = libvirt_domain_lxc_open_namespace (domain, 0, &error);
  g_assert_no_error (error);
  fds = g_unix_fd_list_peek_fds (list, &n);
  g_assert_cmpint (n, >, 0);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fds[i]);
      g_autofree char *target = g_file_read_link (path, NULL);

      g_assert_nonnull (strstr (target, ":["));
      g_assert_cmpint (fcntl (fds[i], F_GETFD) & FD_CLOEXEC, ==, FD_CLOEXEC);
    }

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
}

/* --- what changes the process that does it: another one, in the machine --- */

/* Which control groups this process is in. */
static char *
get_groups (void)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/cgroup", &text, NULL, NULL));
  return text;
}

static void
enter_cgroup (LibvirtDomain *domain)
{
  g_autofree char *before = get_groups ();
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (before, "entered-box"));
  g_assert_true (libvirt_domain_lxc_enter_cgroup (domain, 0, &error));
  g_assert_no_error (error);
  after = get_groups ();
  g_assert_nonnull (strstr (after, "entered"));
}

/* The label of a host without such a system. */
static void
enter_label (LibvirtConnect *connect)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecurityModel) model =
    libvirt_node_get_security_model (libvirt_connect_get_node (connect), &error);
  g_autoptr (LibvirtSecurityLabel) label = libvirt_security_label_new ();
  g_autoptr (LibvirtSecurityLabel) old = NULL;

  g_assert_no_error (error);
  old = libvirt_domain_lxc_enter_security_label (model, label, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (old->label, ==, "");
}

static gboolean
is_inside (void)
{
  return access ("/mnt/inside", F_OK) == 0;
}

static void
enter_namespace (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUnixFDList) list = libvirt_domain_lxc_open_namespace (domain, 0, &error);
  g_autoptr (GUnixFDList) old = NULL;
  g_autoptr (GUnixFDList) inner = NULL;

  g_assert_no_error (error);
  g_assert_false (is_inside ());

  /* A thread that has its folders to itself may change what it sees. */
  g_assert_cmpint (unshare (CLONE_FS), ==, 0);
  old = libvirt_domain_lxc_enter_namespace (domain, list, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unix_fd_list_get_length (old), >, 0);
  g_assert_true (is_inside ());

  inner = libvirt_domain_lxc_enter_namespace (domain, old, 0, &error);
  g_assert_no_error (error);
  g_assert_false (is_inside ());
}

static int
go_inside (const char *uri, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open (uri, &error);
  g_autoptr (LibvirtDomain) domain = NULL;

  g_assert_no_error (error);
  domain = libvirt_connect_lookup_domain_by_name (connect, name, &error);
  g_assert_no_error (error);
  enter_label (connect);
  enter_namespace (domain);
  enter_cgroup (domain);
  g_print ("was inside\n");
  return 0;
}

static void
test_enter (Live *live)
{
  g_auto (Lxc) self = { 0 };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *script = NULL;
  g_autofree char *said = NULL;
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autoptr (GError) error = NULL;

  if (!lxc_open (&self))
    return;

  domain = start (&self, "entered-box");
  script = g_strdup_printf ("'%s' --go-inside '%s' entered-box", program, self.uri);
  said = live_enter (script);
  g_assert_cmpstr (said, ==, "was inside\n");

  g_assert_true (libvirt_domain_destroy (domain, &error));
  g_assert_no_error (error);
}

/* A configuration as LXC's own tools have it. */
static void
test_native (Live *live)
{
  g_auto (Lxc) self = { 0 };
  const char *config = "lxc.utsname = native\nlxc.rootfs = /var/lib/native\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *raw = NULL;

  if (!lxc_open (&self))
    return;

  xml = libvirt_connect_domain_xml_from_native (self.connect, "lxc-tools", config, 0, &error);
  g_assert_no_error (error);
  raw = virConnectDomainXMLFromNative (self.raw, "lxc-tools", config, 0);
  g_assert_nonnull (strstr (raw, "<name>native</name>"));
  g_assert_nonnull (strstr (xml, "<name>native</name>"));
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--go-inside"))
    return go_inside (argv[2], argv[3]);

  live_init (&argc, &argv, "--lxc", NULL);

  live_add ("/live/containers/create-xml-with-files", test_create_xml_with_files);
  live_add ("/live/containers/create-with-files", test_create_with_files);
  live_add ("/live/containers/send-signal", test_send_signal);
  live_add ("/live/containers/open-namespace", test_open_namespace);
  live_add ("/live/containers/enter", test_enter);
  live_add ("/live/containers/native", test_native);

  return live_run ();
}
