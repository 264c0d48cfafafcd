/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <libvirt-gobj/libvirt-gobj.h>

static void
on_state_changed (LibvirtDomain *vm)
{
  gboolean paused = libvirt_domain_peek_state (vm) == LIBVIRT_DOMAIN_STATE_PAUSED;

  g_print ("%s is now %s\n", libvirt_domain_get_name (vm), paused ? "paused" : "running");
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) host = libvirt_connect_open ("test:///default", &error);
  g_autoptr (LibvirtDomain) vm = NULL;

  if (host == NULL)
    g_error ("%s", error->message);
  vm = libvirt_connect_lookup_domain_by_name (host, "test", &error);
  if (vm == NULL)
    g_error ("%s", error->message);

  g_signal_connect (vm, "notify::state", G_CALLBACK (on_state_changed), NULL);
  if (!libvirt_domain_suspend (vm, &error) || !libvirt_domain_resume (vm, &error))
    g_error ("%s", error->message);

  return 0;
}
