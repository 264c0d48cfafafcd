/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A list of ten thousand domains: what it keeps, what it gives back, and how it changes. */

#include "objects.h"

#include <malloc.h>
#include <stdlib.h>

#define N_DOMAINS (HARNESS_HAS_SANITIZER ? 1000 : 10000)

/* What the allocators of libvirt and GLib may keep for the next time. */
#define SLACK (64 * 1024)

typedef struct
{
  Harness harness;
  virDomainPtr *raw; /* N_DOMAINS, by their numbers */
  GString *changes;
} Fixture;

static char *
name_of (guint number)
{
  return g_strdup_printf ("many-%05u", number);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  harness_set_up (&self->harness, NULL);
  self->changes = g_string_new (NULL);
  self->raw = g_new0 (virDomainPtr, N_DOMAINS);
  for (guint i = 0; i < N_DOMAINS; i++)
    {
      g_autofree char *name = name_of (i);
      g_autofree char *xml = harness_domain_xml (name);

      self->raw[i] = virDomainDefineXML (self->harness.raw, xml);
      g_assert_nonnull (self->raw[i]);
    }
  harness_wait_for_events (&self->harness);
}

static void
raw_undefine (Fixture *self,
              guint number)
{
  g_assert_cmpint (virDomainUndefine (self->raw[number]), ==, 0);
  virDomainFree (g_steal_pointer (&self->raw[number]));
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  for (guint i = 0; i < N_DOMAINS; i++)
    {
      if (self->raw[i] != NULL)
        raw_undefine (self, i);
    }
  g_free (self->raw);
  g_string_free (self->changes, TRUE);
  harness_tear_down (&self->harness, NULL);
}

static void
note_end (gpointer n_ended,
          GObject *where_it_was)
{
  g_atomic_int_inc ((int *) n_ended);
}

static GListModel *
watch_items (LibvirtConnect *connect,
             int *n_ended)
{
  GListModel *list = libvirt_connect_get_domains (connect);

  harness_wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (list), >=, N_DOMAINS);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      g_object_weak_ref (item, note_end, n_ended);
    }
  return list;
}

/* How much more of the heap is in use when a connection with the list has been opened and closed. */
static gssize
list_and_close (gboolean keeps_list)
{
  gsize before = mallinfo2 ().uordblks;
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open ("test:///default", &error);
  g_autoptr (GListModel) list = NULL;
  int n_ended = 0;
  int n_items;

  g_assert_no_error (error);
  list = g_object_ref (watch_items (connect, &n_ended));
  n_items = (int) g_list_model_get_n_items (list);
  if (!keeps_list)
    g_clear_object (&list);
  g_assert_true (libvirt_connect_close (connect, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&connect));
  if (keeps_list)
    {
      harness_wait_for_threads ();
      g_assert_cmpuint (g_list_model_get_n_items (list), ==, n_items);
      g_assert_cmpint (g_atomic_int_get (&n_ended), ==, 0);
      g_assert_finalize_object (g_steal_pointer (&list));
    }
  harness_finish_threads ();
  g_assert_cmpint (g_atomic_int_get (&n_ended), ==, n_items);
  return (gssize) mallinfo2 ().uordblks - (gssize) before;
}

/* Whoever keeps the list keeps the items, and with it they go. */
static void
test_given_back (Fixture *self,
                 gconstpointer data)
{
  list_and_close (FALSE); /* what is made once is made here */
  for (guint i = 0; i < 2; i++)
    {
      gssize more = list_and_close (i != 0);

      if (!HARNESS_HAS_SANITIZER)
        g_assert_cmpint (more, <, SLACK);
    }
}

static void
note_change (GListModel *model,
             guint position,
             guint removed,
             guint added,
             gpointer user_data)
{
  Fixture *self = user_data;

  g_string_append_printf (self->changes, "%u-%u+%u ", position, removed, added);
}

static GPtrArray *
dup_items (GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));
  return items;
}

/* Those of @before that still exist, in their order, are all that there is. */
static void
assert_order_kept (GListModel *list,
                   GPtrArray *before)
{
  guint n = 0;

  for (guint i = 0; i < before->len; i++)
    {
      g_autoptr (GObject) item = NULL;

      if (!libvirt_entity_get_exists (g_ptr_array_index (before, i)))
        continue;
      item = g_list_model_get_item (list, n++);
      g_assert_true ((gpointer) item == g_ptr_array_index (before, i));
    }
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
}

/* Others take away every second one, and then the rest, all over the list. */
static void
test_come_and_go (Fixture *self,
                  gconstpointer data)
{
  GListModel *list = libvirt_connect_get_domains (self->harness.connect);
  g_autofree char *xml = harness_domain_xml ("one-more");
  g_autofree char *expected = NULL;
  g_autoptr (GPtrArray) before = NULL;
  virDomainPtr one_more;
  guint n;

  harness_wait_until_loaded (list);
  n = g_list_model_get_n_items (list);
  before = dup_items (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_change), self);

  one_more = virDomainDefineXML (self->harness.raw, xml);
  harness_wait_until (g_list_model_get_n_items (list) == n + 1);
  g_assert_cmpint (virDomainUndefine (one_more), ==, 0);
  virDomainFree (one_more);
  harness_wait_until (g_list_model_get_n_items (list) == n);
  expected = g_strdup_printf ("%u-0+1 %u-1+0 ", n, n);
  g_assert_cmpstr (self->changes->str, ==, expected);
  assert_order_kept (list, before);

  for (guint i = 0; i < N_DOMAINS; i += 2)
    raw_undefine (self, i * 7919 % N_DOMAINS);
  harness_wait_until (g_list_model_get_n_items (list) == n - N_DOMAINS / 2);
  assert_order_kept (list, before);
  for (guint i = 1; i < N_DOMAINS; i += 2)
    raw_undefine (self, i);
  harness_wait_until (g_list_model_get_n_items (list) == n - N_DOMAINS);
  assert_order_kept (list, before);
  g_signal_handlers_disconnect_by_data (list, self);
}

#define ADD(path, func) g_test_add ("/objects/many/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  objects_init (&argc, &argv);

  ADD ("given-back", test_given_back);
  ADD ("come-and-go", test_come_and_go);

  return g_test_run ();
}
