/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "harness.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *
harness_domain_xml (const char *name)
{
  return g_strdup_printf ("<domain type='test'>"
                          "  <name>%s</name>"
                          "  <memory unit='KiB'>8192</memory>"
                          "  <vcpu>2</vcpu>"
                          "  <os><type>hvm</type></os>"
                          "</domain>",
                          name);
}

static const char *awaited; /* atomic */

static void
write_text (const char *text)
{
  G_GNUC_UNUSED gssize n = write (STDERR_FILENO, text, strlen (text));
}

/* So a test that takes too long is ended. System calls only. */
static void
on_terminated (int number)
{
  const char *text = g_atomic_pointer_get (&awaited);

  if (text != NULL)
    {
      write_text ("waited in vain: ");
      write_text (text);
      write_text ("\n");
    }
  raise (number);
}

const char *
harness_set_awaited (const char *text)
{
  static gsize is_caught;

  if (g_once_init_enter (&is_caught))
    {
      struct sigaction action = { .sa_handler = on_terminated, .sa_flags = (int) SA_RESETHAND };

      sigaction (SIGTERM, &action, NULL);
      g_once_init_leave (&is_caught, 1);
    }

  return g_atomic_pointer_exchange (&awaited, text);
}

static void
on_marker (LibvirtConnect *connect,
           LibvirtDomain *domain,
           LibvirtDomainEventType event,
           int detail,
           gpointer user_data)
{
  if (g_str_equal (libvirt_domain_get_name (domain), "harness-marker"))
    *(gboolean *) user_data = TRUE;
}

void
harness_wait_until_loaded (gpointer list)
{
  harness_wait_until (!libvirt_entity_list_get_loading (list));
  g_assert_no_error (libvirt_entity_list_get_error (list));
}

GListModel *
harness_get_domains (Harness *self)
{
  GListModel *list = libvirt_connect_get_domains (self->connect);

  harness_wait_until_loaded (list);
  return list;
}

void
harness_wait_for_events (Harness *self)
{
  g_autofree char *xml = harness_domain_xml ("harness-marker");
  gboolean seen = FALSE;
  gulong id = g_signal_connect (self->connect, "domain-event-lifecycle::stopped",
                                G_CALLBACK (on_marker), &seen);
  virDomainPtr marker = virDomainCreateXML (self->raw, xml, 0);

  g_assert_nonnull (marker);
  g_assert_cmpint (virDomainDestroy (marker), ==, 0);
  virDomainFree (marker);

  harness_wait_until (seen);
  g_signal_handler_disconnect (self->connect, id);
}

static void
ignore_event (virConnectPtr connect,
              virDomainPtr domain,
              void *opaque)
{
}

int
harness_keep_events (virConnectPtr raw)
{
  int id = virConnectDomainEventRegisterAny (raw, NULL, VIR_DOMAIN_EVENT_ID_REBOOT, ignore_event,
                                             NULL, NULL);

  g_assert_cmpint (id, >=, 0);
  return id;
}

static void
keep_events_in_process (void)
{
  static virConnectPtr kept;

  if (kept != NULL)
    return;

  kept = virConnectOpen ("test:///default");
  g_assert_nonnull (kept);
  harness_keep_events (kept);
}

void
harness_set_up (Harness *self,
                gconstpointer data)
{
  static guint n_domains;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;

  self->connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  keep_events_in_process ();
  self->raw = virConnectOpen ("test:///default");
  g_assert_nonnull (self->raw);

  self->name = g_strdup_printf ("domain-%u", ++n_domains);
  xml = harness_domain_xml (self->name);
  self->raw_domain = virDomainDefineXML (self->raw, xml);
  g_assert_nonnull (self->raw_domain);

  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, &error);
  g_assert_no_error (error);
  harness_wait_for_events (self);
}

/* Whether a thread stays: the main thread, the one that serves libvirt's sockets, GLib's own, a
 * relay of the test's. One that was just made has no name of its own yet, and counts as one that
 * does not. */
static gboolean
thread_stays (const char *task)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/comm", task);
  g_autofree char *name = NULL;

  return atoi (task) == getpid () || !g_file_get_contents (path, &name, NULL, NULL) ||
         g_str_equal (name, "libvirt-events\n") || g_str_equal (name, "gmain\n") ||
         g_str_equal (name, "relay\n") || g_str_has_prefix (name, "pool-");
}

static guint
count_passing_threads (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;
  guint n = 0;

  while ((task = g_dir_read_name (tasks)) != NULL)
    n += thread_stays (task) ? 0 : 1;

  return n;
}

/* ThreadSanitizer has a thread of its own, which no name tells from others. */
#ifdef __SANITIZE_THREAD__
#define N_THREADS_OF_SANITIZER 1
#else
#define N_THREADS_OF_SANITIZER 0
#endif

void
harness_wait_for_threads (void)
{
  while (count_passing_threads () > N_THREADS_OF_SANITIZER)
    g_usleep (1000);
}

void
harness_finish_threads (void)
{
  while (count_passing_threads () > N_THREADS_OF_SANITIZER)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

void
harness_tear_down (Harness *self,
                   gconstpointer data)
{
  virDomainDestroy (self->raw_domain);
  virDomainUndefine (self->raw_domain);
  virDomainFree (self->raw_domain);

  g_assert_finalize_object (self->connect);
  harness_wait_for_threads ();
  /* What workers gave back too late is let go in the context. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->domain);
  g_assert_cmpint (virConnectClose (self->raw), ==, 0);
  g_free (self->name);
}

void
harness_redefine (Harness *self,
                  const char *elements)
{
  g_autofree char *xml = harness_domain_xml (self->name);
  g_auto (GStrv) parts = g_strsplit (xml, "</domain>", 2);
  g_autofree char *description = g_strconcat (parts[0], elements, "</domain>", NULL);

  g_assert_cmpint (virDomainUndefine (self->raw_domain), ==, 0);
  virDomainFree (self->raw_domain);
  self->raw_domain = virDomainDefineXML (self->raw, description);
  g_assert_nonnull (self->raw_domain);
  g_object_unref (self->domain);
  self->domain = libvirt_connect_lookup_domain_by_name (self->connect, self->name, NULL);
  g_assert_nonnull (self->domain);
}

LibvirtDomainSnapshot *
harness_create_snapshot (Harness *self,
                         const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strdup_printf ("<domainsnapshot><name>%s</name></domainsnapshot>", name);
  LibvirtDomainSnapshot *snapshot =
    libvirt_domain_create_snapshot_xml (self->domain, xml, 0, &error);

  g_assert_no_error (error);
  return snapshot;
}

void
harness_make_snapshot (Harness *self,
                       const char *name)
{
  g_autofree char *xml = g_strdup_printf ("<domainsnapshot><name>%s</name></domainsnapshot>", name);
  virDomainSnapshotPtr snapshot = virDomainSnapshotCreateXML (self->raw_domain, xml, 0);

  g_assert_nonnull (snapshot);
  virDomainSnapshotFree (snapshot);
}

void
harness_delete_snapshot (Harness *self,
                         const char *name,
                         guint flags)
{
  virDomainSnapshotPtr snapshot = virDomainSnapshotLookupByName (self->raw_domain, name, 0);

  g_assert_nonnull (snapshot);
  g_assert_cmpint (virDomainSnapshotDelete (snapshot, flags), ==, 0);
  virDomainSnapshotFree (snapshot);
}

void
harness_give_devices (Harness *self,
                      const char *devices)
{
  g_autofree char *element = g_strconcat ("<devices>", devices, "</devices>", NULL);

  harness_redefine (self, element);
}

void
harness_assert_raw_error (const GError *error)
{
  g_assert_cmpint (virGetLastErrorCode (), !=, VIR_ERR_OK);
  g_assert_error (error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpstr (error->message, ==, virGetLastErrorMessage ());
}

void
harness_assert_raw_text (const char *text,
                         const GError *error,
                         char *raw)
{
  if (raw == NULL)
    harness_assert_raw_error (error);
  else
    g_assert_no_error (error);

  g_assert_cmpstr (text, ==, raw);
  free (raw);
}

static GVariant *
raw_to_variant (const virTypedParameter *param)
{
  switch (param->type)
    {
    case VIR_TYPED_PARAM_INT:
      return g_variant_new_int32 (param->value.i);
    case VIR_TYPED_PARAM_UINT:
      return g_variant_new_uint32 (param->value.ui);
    case VIR_TYPED_PARAM_LLONG:
      return g_variant_new_int64 (param->value.l);
    case VIR_TYPED_PARAM_ULLONG:
      return g_variant_new_uint64 (param->value.ul);
    case VIR_TYPED_PARAM_DOUBLE:
      return g_variant_new_double (param->value.d);
    case VIR_TYPED_PARAM_BOOLEAN:
      return g_variant_new_boolean (param->value.b);
    default:
      g_assert_cmpint (param->type, ==, VIR_TYPED_PARAM_STRING);
      return g_variant_new_string (param->value.s);
    }
}

void
harness_assert_raw_params (GVariant *params,
                           virTypedParameterPtr raw,
                           int n_raw)
{
  g_assert_nonnull (params);
  g_assert_cmpstr (g_variant_get_type_string (params), ==, "a{sv}");
  g_assert_cmpuint (g_variant_n_children (params), ==, n_raw);

  for (int i = 0; i < n_raw; i++)
    {
      g_autoptr (GVariant) expected = g_variant_ref_sink (raw_to_variant (&raw[i]));
      g_autoptr (GVariant) value = g_variant_lookup_value (params, raw[i].field, NULL);

      g_assert_nonnull (value);
      g_assert_cmpvariant (value, expected);
    }
  virTypedParamsFree (raw, n_raw);
}

void
harness_assert_raw_xml (Harness *self,
                        guint flags,
                        const char *part)
{
  char *xml = virDomainGetXMLDesc (self->raw_domain, flags);

  g_assert_nonnull (xml);
  if (strstr (xml, part) == NULL)
    g_error ("%s is not in %s", part, xml);
  free (xml);
}

void
harness_assert_closed (GError **error)
{
  g_assert_error (*error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_CONN);
  g_clear_error (error);
}

int
harness_raw_state (Harness *self)
{
  int state;

  g_assert_cmpint (virDomainGetState (self->raw_domain, &state, NULL, 0), ==, 0);
  return state;
}
