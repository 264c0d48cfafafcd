/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "live.h"

#include <libvirt/libvirt-qemu.h>
#include <stdlib.h>

static void
fill_in (GString *text, const char *key, const char *value)
{
  g_string_replace (text, key, value, 0);
}

char *
live_guest_xml (const LiveGuest *guest)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "guest.xml", NULL);
  g_autofree char *memory = g_strdup_printf ("%u", guest->memory != 0 ? guest->memory : 192);
  g_autofree char *template = NULL;
  g_autoptr (GError) error = NULL;
  GString *text;

  g_file_get_contents (path, &template, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (template);
  fill_in (text, "@NAME@", guest->name);
  fill_in (text, "@MEMORY@", memory);
  fill_in (text, "@KERNEL@", guest->kernel != NULL ? guest->kernel : "cloud");
  fill_in (text, "@GUEST@", live_get ("guest"));
  fill_in (text, "@DEVICES@", guest->devices != NULL ? guest->devices : "");

  return g_string_free (text, FALSE);
}

char *
live_make_disk (const char *name, const char *format, guint mib)
{
  char *path = g_strdup_printf ("%s/%s", live_get ("folder"), name);
  g_autofree char *script =
    g_strdup_printf ("[ -e '%s' ] || qemu-img create -q -f %s '%s' %uM", path, format, path, mib);

  g_free (live_enter (script));
  return path;
}

LibvirtDomain *
live_guest_define (Live *self, const LiveGuest *guest)
{
  g_autofree char *xml = live_guest_xml (guest);
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain = libvirt_connect_define_domain_xml (self->connect, xml, &error);

  g_assert_no_error (error);
  return domain;
}

LibvirtDomain *
live_guest_get (Live *self, const LiveGuest *guest)
{
  LibvirtDomain *domain = libvirt_connect_lookup_domain_by_name (self->connect, guest->name, NULL);

  return domain != NULL ? domain : live_guest_define (self, guest);
}

/* NULL if the agent does not answer. */
static char *
ask_agent (virDomainPtr raw, const char *command)
{
  return virDomainQemuAgentCommand (raw, command, 5, 0);
}

static gboolean
agent_answers (virDomainPtr raw)
{
  g_autofree char *answer = ask_agent (raw, "{\"execute\":\"guest-ping\"}");

  return answer != NULL;
}

LibvirtDomain *
live_guest_boot (Live *self, const LiveGuest *guest)
{
  LibvirtDomain *domain = live_guest_get (self, guest);
  g_autoptr (GError) error = NULL;

  if (live_raw_state (self, domain, NULL) == VIR_DOMAIN_SHUTOFF)
    libvirt_domain_create (domain, &error);
  g_assert_no_error (error);
  live_wait_for_agent (self, domain);

  return domain;
}

void
live_guest_start_paused (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_create_with_flags (domain, LIBVIRT_DOMAIN_CREATE_FLAGS_START_PAUSED, &error);
  g_assert_no_error (error);
}

void
live_guest_end (LibvirtDomain *domain)
{
  g_autoptr (GError) error = NULL;

  libvirt_domain_destroy (domain, &error);
  g_assert_no_error (error);
  libvirt_domain_undefine (domain, &error);
  g_assert_no_error (error);
}

virDomainPtr
live_raw (Live *self, LibvirtDomain *domain)
{
  virDomainPtr raw = virDomainLookupByUUIDString (self->raw, libvirt_domain_get_uuid_string (domain));

  g_assert_nonnull (raw);
  return raw;
}

int
live_raw_state (Live *self, LibvirtDomain *domain, int *reason)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  int state;

  g_assert_cmpint (virDomainGetState (raw, &state, reason, 0), ==, 0);
  return state;
}

void
live_assert_broken_off (const GError *error)
{
  if (g_error_matches (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INTERNAL_ERROR))
    g_assert_nonnull (strstr (error->message, "closed the monitor"));
  else
    g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_ABORTED);
}

/* Any other call makes libvirt forget why. */
static void
fail_without_agent (Live *self, LibvirtDomain *domain)
{
  g_autofree char *reason = g_strdup (virGetLastErrorMessage ());

  g_error ("the agent of a guest in state %d does not answer: %s", live_raw_state (self, domain, NULL),
           reason);
}

void
live_wait_for_agent (Live *self, LibvirtDomain *domain)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  gint64 deadline = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  while (!agent_answers (raw))
    {
      if (g_get_monotonic_time () > deadline)
        fail_without_agent (self, domain);
      live_iterate (G_MAXINT64, "the agent", G_STRLOC);
    }
}

/* What follows @key in an answer of the agent's, which has no spaces. */
static const char *
find_value (const char *answer, const char *key)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\":", key);
  const char *found = strstr (answer, quoted);

  return found != NULL ? found + strlen (quoted) : NULL;
}

static int
spawn (virDomainPtr raw, const char *script)
{
  g_autofree char *escaped = g_strescape (script, NULL);
  g_autofree char *command =
    g_strdup_printf ("{\"execute\":\"guest-exec\",\"arguments\":{\"path\":\"/bin/sh\","
                     "\"arg\":[\"-c\",\"%s\"],\"env\":[\"PATH=/bin:/sbin:/usr/bin:/usr/sbin\"],"
                     "\"capture-output\":true}}",
                     escaped);
  g_autofree char *answer = ask_agent (raw, command);

  if (answer == NULL)
    g_error ("'%s' could not be started: %s", script, virGetLastErrorMessage ());
  return atoi (find_value (answer, "pid"));
}

static gboolean
has_exited (virDomainPtr raw, int pid, char **answer)
{
  g_autofree char *command = g_strdup_printf (
    "{\"execute\":\"guest-exec-status\",\"arguments\":{\"pid\":%d}}", pid);

  g_free (*answer);
  *answer = ask_agent (raw, command);
  g_assert_nonnull (*answer);
  return g_str_has_prefix (find_value (*answer, "exited"), "true");
}

static char *
decode (const char *value)
{
  g_autofree char *base64 = NULL;
  g_autofree guchar *bytes = NULL;
  gsize size;

  if (value == NULL)
    return g_strdup ("");

  base64 = g_strndup (value + 1, strcspn (value + 1, "\""));
  bytes = g_base64_decode (base64, &size);
  return g_strndup ((char *) bytes, size);
}

/* What the guest's kernel has said lately. */
static char *
get_messages (virDomainPtr raw)
{
  g_autofree char *answer = NULL;
  int pid = spawn (raw, "dmesg | tail -n 40");
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!has_exited (raw, pid, &answer) && g_get_monotonic_time () < deadline)
    g_usleep (G_USEC_PER_SEC / 10);

  return decode (find_value (answer, "out-data"));
}

static void
wait_for_script (virDomainPtr raw, int pid, const char *script, char **answer)
{
  gint64 deadline = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  while (!has_exited (raw, pid, answer))
    {
      if (g_get_monotonic_time () > deadline)
        {
          g_autofree char *messages = get_messages (raw);

          g_error ("'%s' does not end in the guest, whose kernel said:\n%s", script, messages);
        }
      live_iterate (G_MAXINT64, script, G_STRLOC);
    }
}

char *
live_guest_run (Live *self, LibvirtDomain *domain, const char *script)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);
  g_autofree char *answer = NULL;
  const char *code;
  int pid = spawn (raw, script);

  wait_for_script (raw, pid, script, &answer);
  code = find_value (answer, "exitcode");
  if (code == NULL || atoi (code) != 0)
    g_error ("'%s' failed in the guest: %s", script, answer);

  return decode (find_value (answer, "out-data"));
}

void
live_guest_spawn (Live *self, LibvirtDomain *domain, const char *script)
{
  g_autoptr (virDomain) raw = live_raw (self, domain);

  spawn (raw, script);
}
