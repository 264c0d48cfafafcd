/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How many calls reach the daemon while a live list is opened: as many for a thousand domains as for ten. */

#include "../harness.h"
#include "relayed.h"

#define N_PROCEDURES 500    /* more than libvirt's protocol has */
#define GET_LIB_VERSION 157 /* what is asked only to wake libvirt, now and then */

typedef struct
{
  Daemon *daemon;
  Relay *relay;
  virConnectPtr raw;
  guint n_defined;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autofree char *uri = NULL;

  self->daemon = daemon_new (NULL);
  if (self->daemon == NULL)
    return;

  self->relay = relay_new (daemon_get_socket (self->daemon));
  uri = daemon_dup_uri (self->daemon, NULL);
  self->raw = virConnectOpen (uri);
  g_assert_nonnull (self->raw);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  LibvirtConnect *none = NULL;

  if (self->daemon == NULL)
    return;

  virConnectClose (self->raw);
  relayed_end (&none, self->daemon, self->relay);
}

/* Every second one runs. */
static void
define_up_to (Fixture *self,
              guint n)
{
  for (; self->n_defined < n; self->n_defined++)
    {
      g_autofree char *name = g_strdup_printf ("guest-%u", self->n_defined);
      g_autofree char *xml = harness_domain_xml (name);
      virDomainPtr domain = virDomainDefineXML (self->raw, xml);

      g_assert_nonnull (domain);
      if (self->n_defined % 2 == 0)
        g_assert_cmpint (virDomainCreate (domain), ==, 0);
      virDomainFree (domain);
    }
}

static void
count_calls (Fixture *self,
             guint *n_calls)
{
  for (guint i = 1; i < N_PROCEDURES; i++)
    n_calls[i] = i != GET_LIB_VERSION ? relay_count_calls (self->relay, i) : 0;
}

/* By a connection that knows of nothing yet, from the question to the last property that is right. */
static void
count_of_opening (Fixture *self,
                  guint n_domains,
                  guint *n_calls)
{
  g_autoptr (LibvirtConnect) connect = relayed_open (self->daemon, self->relay);
  g_autofree guint *before = g_new0 (guint, N_PROCEDURES);
  GListModel *list;

  count_calls (self, before);
  list = libvirt_connect_get_domains (connect);
  harness_wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n_domains);
  for (guint i = 0; i < n_domains; i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (list, i);

      g_assert_true (libvirt_domain_peek_persistent (domain));
    }
  count_calls (self, n_calls);
  for (guint i = 1; i < N_PROCEDURES; i++)
    n_calls[i] -= before[i];
  g_clear_object (&connect);
  harness_finish_threads ();
}

static void
test_many_as_few (Fixture *self,
                  gconstpointer data)
{
  g_autofree guint *few = g_new0 (guint, N_PROCEDURES);
  g_autofree guint *many = g_new0 (guint, N_PROCEDURES);
  guint n_all = 0;

  if (self->daemon == NULL)
    return;

  define_up_to (self, 10);
  count_of_opening (self, 11, few); /* with "test", which there always is */
  define_up_to (self, 1000);
  count_of_opening (self, 1001, many);
  for (guint i = 1; i < N_PROCEDURES; i++)
    {
      if (few[i] != many[i])
        g_test_message ("procedure %u", i);
      g_assert_cmpuint (many[i], ==, few[i]);
      n_all += many[i];
    }
  g_assert_cmpuint (n_all, >, 0);
  g_assert_cmpuint (n_all, <=, 5);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/faults/calls/many-as-few", Fixture, NULL, set_up, test_many_as_few, tear_down);

  return g_test_run ();
}
