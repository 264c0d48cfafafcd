/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Shows the domains of a host, and then every event and every changed property until it is
 * interrupted, or nobody reads on. A host that goes away is waited for, half a minute unless
 * said otherwise; what has changed by then is shown as well.
 *
 *   monitor [--demo] [--wait SECONDS] [URI]
 */

#include <fcntl.h>
#include <locale.h>
#include <unistd.h>

#include <glib-unix.h>
#include <libvirt-gobj/libvirt-gobj.h>

#include "demo.h"

typedef struct
{
  const char *uri;
  GMainLoop *loop;
  /* Seconds. */
  int wait;
  /* The source that ends it, or 0 while nothing is waited for. */
  guint patience;
  gboolean lost;
} Monitor;

static char *
describe (const GValue *value)
{
  if (G_VALUE_HOLDS_ENUM (value))
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (G_VALUE_TYPE (value));
      GEnumValue *known = g_enum_get_value (klass, g_value_get_enum (value));

      return known ? g_strdup (known->value_nick) : g_strdup_printf ("%d", g_value_get_enum (value));
    }

  return g_strdup_value_contents (value);
}

static void
print_property (LibvirtDomain *domain,
                GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;

  g_object_get_property (G_OBJECT (domain), pspec->name, &value);
  text = describe (&value);
  g_print ("%-16s %s = %s\n", libvirt_domain_get_name (domain), pspec->name, text);
}

/* Its other facts have come. */
static void
print_domain (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  LibvirtDomain *domain = LIBVIRT_DOMAIN (source);
  g_autoptr (LibvirtDomainInfo) info = libvirt_domain_get_info_finish (domain, result, NULL);
  g_auto (GValue) state = G_VALUE_INIT;
  g_autofree char *text = NULL;

  /* It, or the host, may have gone meanwhile. */
  if (info == NULL)
    return;

  g_object_get_property (source, "state", &state);
  text = describe (&state);
  g_print ("%-16s %s  %-11s %5u %8" G_GUINT64_FORMAT " MiB\n", libvirt_domain_get_name (domain),
           libvirt_domain_get_uuid_string (domain), text, info->nr_virt_cpu, info->memory / 1024);
}

/* What is new in the list gets a line, and is watched from then on; what is gone has told so. */
static void
on_items_changed (GListModel *domains,
                  guint position,
                  guint removed,
                  guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (domains, i);

      libvirt_domain_get_info_async (domain, NULL, print_domain, NULL);
      if (!g_signal_handler_find (domain, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, print_property, NULL))
        g_signal_connect (domain, "notify", G_CALLBACK (print_property), NULL);
    }
}

static void
print_table (LibvirtConnect *host)
{
  GListModel *domains = libvirt_connect_get_domains (host);

  g_print ("%-16s %-36s  %-11s %5s %12s\n", "NAME", "UUID", "STATE", "VCPUS", "MEMORY");
  g_signal_connect (domains, "items-changed", G_CALLBACK (on_items_changed), NULL);
  on_items_changed (domains, 0, 0, g_list_model_get_n_items (domains));
}

/* One handler for all events: @values are the connection, the domain, and what the event tells. */
static void
print_event (GClosure *closure,
             GValue *result,
             guint n_values,
             const GValue *values,
             gpointer hint,
             gpointer signal_name)
{
  LibvirtDomain *domain = g_value_get_object (&values[1]);

  g_print ("%-16s %s", libvirt_domain_get_name (domain),
           (const char *) signal_name + strlen ("domain-event-"));
  for (guint i = 2; i < n_values; i++)
    {
      g_autofree char *text = describe (&values[i]);

      g_print (" %s", text);
    }
  g_print ("\n");
}

static void
connect_events (LibvirtConnect *host)
{
  guint n_ids;
  g_autofree guint *ids = g_signal_list_ids (LIBVIRT_TYPE_CONNECT, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      const char *name = g_signal_name (ids[i]);

      if (g_str_has_prefix (name, "domain-event-"))
        {
          GClosure *closure = g_closure_new_simple (sizeof (GClosure), NULL);

          g_closure_set_meta_marshal (closure, (gpointer) name, print_event);
          g_signal_connect_closure_by_id (host, ids[i], 0, closure, FALSE);
        }
    }
}

static gboolean
on_interrupted (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_CONTINUE;
}

/* Of a pipe, like that to `head`. The library does not let SIGPIPE end the program. */
static gboolean
on_reader_gone (int fd,
                GIOCondition condition,
                gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static gboolean
on_waited (gpointer user_data)
{
  Monitor *self = user_data;

  g_printerr ("monitor: the connection to %s was lost, and did not come back within %d s\n",
              self->uri, self->wait);
  self->patience = 0;
  self->lost = TRUE;
  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

static void
on_closed (LibvirtConnect *host,
           LibvirtConnectCloseReason reason,
           Monitor *self)
{
  if (self->wait > 0)
    {
      g_print ("%-16s lost, trying again for %d s\n", self->uri, self->wait);
      self->patience = g_timeout_add_seconds (self->wait, on_waited, self);
    }
  else
    {
      g_printerr ("monitor: the connection to %s was lost\n", self->uri);
      self->lost = TRUE;
      g_main_loop_quit (self->loop);
    }
}

static void
on_state (LibvirtConnect *host,
          GParamSpec *pspec,
          Monitor *self)
{
  if (libvirt_connect_get_state (host) != LIBVIRT_CONNECT_STATE_OPEN)
    return;

  g_clear_handle_id (&self->patience, g_source_remove);
  g_print ("%-16s connected again\n", self->uri);
}

static void
watch (Monitor *self,
       LibvirtConnect *host)
{
  g_unix_signal_add (SIGINT, on_interrupted, self->loop);
  g_unix_signal_add (SIGTERM, on_interrupted, self->loop);
  g_unix_fd_add (STDOUT_FILENO, G_IO_ERR, on_reader_gone, self->loop);
  libvirt_connect_set_auto_reconnect (host, self->wait > 0);
  g_signal_connect (host, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect (host, "notify::state", G_CALLBACK (on_state), self);
  connect_events (host);
  print_table (host);
}

static gboolean
monitor (Monitor *self,
         gboolean demo,
         GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (LibvirtConnect) host = libvirt_connect_open_read_only (self->uri, error);

  if (host == NULL)
    {
      g_prefix_error (error, "%s: ", self->uri);
      return FALSE;
    }

  self->loop = loop;
  watch (self, host);
  if (demo && !demo_start (self->uri, loop, error))
    return FALSE;

  g_main_loop_run (loop);

  return TRUE;
}

static gboolean
check_arguments (int argc,
                 const Monitor *self,
                 gboolean demo,
                 GError **error)
{
  const char *wrong = NULL;

  if (argc > 2)
    wrong = "only one URI can be watched";
  else if (self->wait < 0)
    wrong = "--wait takes a number of seconds, 0 or more";
  else if (demo && !g_str_has_prefix (self->uri, "test:") && !g_str_has_prefix (self->uri, "test+"))
    wrong = "--demo changes what is on the host, and is for the test driver only";

  if (wrong != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, wrong);

  return wrong == NULL;
}

/* What is opened next would get the number of one that is closed, and then the table. */
static void
occupy_standard_files (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      open ("/dev/null", O_RDWR);
}

int
main (int argc,
      char **argv)
{
  Monitor self = { .wait = 30 };
  gboolean demo = FALSE;
  GOptionEntry options[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &demo, "Make things happen, for ten seconds", NULL },
    { "wait", 0, 0, G_OPTION_ARG_INT, &self.wait, "Wait so long for a lost host (30)", "SECONDS" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[URI]");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  occupy_standard_files ();
  g_option_context_add_main_entries (context, options, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error))
    {
      self.uri = argc > 1 ? argv[1] : "test:///default";
      if (check_arguments (argc, &self, demo, &error) && monitor (&self, demo, &error))
        return self.lost ? 1 : 0;
    }

  g_printerr ("monitor: %s\n", error->message);
  return 1;
}
