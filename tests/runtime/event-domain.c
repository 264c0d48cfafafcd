/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "event-domain.h"

#include <libvirt/libvirt.h>

static int
count_event (virConnectPtr connect,
             virDomainPtr domain,
             int event,
             int detail,
             void *count)
{
  g_atomic_int_inc ((int *) count);
  return 0;
}

static void
add_thousand (void *count)
{
  g_atomic_int_add ((int *) count, 1000);
}

static void
serve_until (void (*serve) (void),
             int *count,
             int n)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (g_atomic_int_get (count) < n)
    {
      if (g_get_monotonic_time () > end)
        g_error ("%d events instead of %d", g_atomic_int_get (count), n);
      serve ();
      g_usleep (500);
    }
}

void
event_domain_check (void (*serve) (void))
{
  virConnectPtr connect = virConnectOpen ("test:///default");
  virDomainPtr domain = virDomainLookupByName (connect, "test");
  int count = 0;
  int id;

  g_assert_nonnull (domain);
  id = virConnectDomainEventRegisterAny (connect, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                         VIR_DOMAIN_EVENT_CALLBACK (count_event), &count,
                                         add_thousand);
  g_assert_cmpint (id, >=, 0);
  g_assert_cmpint (virDomainDestroy (domain), ==, 0);
  serve_until (serve, &count, 1);
  g_assert_cmpint (virDomainCreate (domain), ==, 0);
  serve_until (serve, &count, 2);
  g_assert_cmpint (virConnectDomainEventDeregisterAny (connect, id), ==, 0);
  serve_until (serve, &count, 1000);
  virDomainFree (domain);
  virConnectClose (connect);
}

void
event_domain_serve_none (void)
{
}

void
event_domain_serve_default_context (void)
{
  g_main_context_iteration (NULL, FALSE);
}
