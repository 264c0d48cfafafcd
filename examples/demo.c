/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What `monitor --demo` shows: somebody else at work on the same host. Each step is an
 * asynchronous call, so that the monitor's main loop goes on meanwhile.
 */

#include "demo.h"

#define PAUSE 700 /* ms between two steps */

#define NEWCOMER_XML \
  "<domain type='test'>" \
  "  <name>newcomer</name>" \
  "  <memory unit='MiB'>256</memory>" \
  "  <vcpu>2</vcpu>" \
  "  <os><type>hvm</type></os>" \
  "</domain>"

typedef void (*StartFunc) (LibvirtDomain *domain,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
typedef gboolean (*FinishFunc) (LibvirtDomain *domain,
                                GAsyncResult *result,
                                GError **error);

static const struct
{
  const char *what;
  StartFunc start;
  FinishFunc finish;
} steps[] = {
  { "starting it", libvirt_domain_create_async, libvirt_domain_create_finish },
  { "suspending it", libvirt_domain_suspend_async, libvirt_domain_suspend_finish },
  { "resuming it", libvirt_domain_resume_async, libvirt_domain_resume_finish },
  { "suspending it again", libvirt_domain_suspend_async, libvirt_domain_suspend_finish },
  { "resuming it again", libvirt_domain_resume_async, libvirt_domain_resume_finish },
  { "asking it to shut down", libvirt_domain_shutdown_async, libvirt_domain_shutdown_finish },
  { "starting it once more", libvirt_domain_create_async, libvirt_domain_create_finish },
  { "destroying it", libvirt_domain_destroy_async, libvirt_domain_destroy_finish },
  { "undefining it", libvirt_domain_undefine_async, libvirt_domain_undefine_finish },
};

typedef struct
{
  LibvirtConnect *host;
  LibvirtDomain *domain;
  GMainLoop *loop;
  guint step;
} Demo;

static gboolean demo_go_on (gpointer data);

static void
demo_free (Demo *self)
{
  g_main_loop_quit (self->loop);
  g_main_loop_unref (self->loop);
  g_clear_object (&self->domain);
  g_object_unref (self->host);
  g_free (self);
}

static void
demo_pause (Demo *self,
            const GError *error)
{
  if (error != NULL)
    {
      g_printerr ("demo: %s\n", error->message);
      self->step = G_N_ELEMENTS (steps);
    }

  g_timeout_add (PAUSE, demo_go_on, self);
}

static void
on_step_done (GObject *domain,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GError) error = NULL;
  Demo *self = data;

  steps[self->step++].finish (LIBVIRT_DOMAIN (domain), result, &error);
  demo_pause (self, error);
}

static void
on_defined (GObject *host,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;
  Demo *self = data;

  self->domain = libvirt_connect_define_domain_xml_finish (LIBVIRT_CONNECT (host), result, &error);
  demo_pause (self, error);
}

static void
demo_define (Demo *self)
{
  g_print ("--- defining a domain\n");
  libvirt_connect_define_domain_xml_async (self->host, NEWCOMER_XML, NULL, on_defined, self);
}

static void
demo_start_step (Demo *self)
{
  g_print ("--- %s\n", steps[self->step].what);
  steps[self->step].start (self->domain, NULL, on_step_done, self);
}

static gboolean
demo_go_on (gpointer data)
{
  Demo *self = data;

  if (self->step == G_N_ELEMENTS (steps))
    demo_free (self);
  else if (self->domain != NULL)
    demo_start_step (self);
  else
    demo_define (self);

  return G_SOURCE_REMOVE;
}

gboolean
demo_start (const char *uri,
            GMainLoop *loop,
            GError **error)
{
  LibvirtConnect *host = libvirt_connect_open (uri, error);
  Demo *self;

  if (host == NULL)
    return FALSE;

  self = g_new0 (Demo, 1);
  self->host = host;
  self->loop = g_main_loop_ref (loop);
  demo_pause (self, NULL);

  return TRUE;
}
