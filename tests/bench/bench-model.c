/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * The live list of all domains. `fill` is from the moment somebody wants it until it has them all,
 * with names, UUIDs and states; `change` is `repeats` times that one of `n` domains is undefined
 * and defined again by somebody else, which the list is to tell in one `items-changed` each. What
 * the calls cost alone is `change` of libvirt alone, to be subtracted.
 */

#include "bench.h"

#include <libvirt-gobj/libvirt-gobj-native.h>
#include <stdlib.h>

typedef struct
{
  GListModel *domains;
  guint n_told;  /* how often */
  guint n_items; /* of how many that came or went */
} Model;

static void
on_items_changed (GListModel *domains, guint position, guint n_removed, guint n_added, Model *self)
{
  self->n_told++;
  self->n_items += n_removed + n_added;
}

static void
model_fill (Model *self, Bench *bench, LibvirtConnect *connect, guint n_items)
{
  self->domains = libvirt_connect_get_domains (connect);
  g_signal_connect (self->domains, "items-changed", G_CALLBACK (on_items_changed), self);
  while (libvirt_entity_list_get_loading (LIBVIRT_ENTITY_LIST (self->domains)))
    bench_turn (bench);
  g_assert_cmpuint (self->n_told, ==, 1);
  g_assert_cmpuint (self->n_items, ==, n_items);
}

static void
model_look_at_all (Model *self)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (self->domains, i);

      g_assert_nonnull (libvirt_domain_get_name (domain));
      g_assert_nonnull (libvirt_domain_get_uuid_string (domain));
      g_assert_cmpint (libvirt_domain_peek_state (domain), >, 0);
    }
}

/* A list of few before, on another connection, does not count. */
static void
gobj_fill (Bench *self)
{
  LibvirtConnect *connect;
  Model warm = { 0 };
  Model model = { 0 };

  bench_serve (self);
  connect = bench_gobj_open ("test:///default");
  model_fill (&warm, self, connect, 1);
  bench_gobj_close (connect);
  connect = bench_gobj_open (self->uri);
  bench_begin (self);
  model_fill (&model, self, connect, self->n);
  model_look_at_all (&model);
  bench_end (self, model.n_items);
  bench_gobj_close (connect);
}

/* What is done to the list: by libvirt's own calls, so that the library learns of it by events. */
typedef struct
{
  virConnectPtr connect;
  GPtrArray *domains; /* what is undefined, from all over the list, */
  GPtrArray *texts;   /* and their definitions */
} Changer;

static void
free_domain (gpointer domain)
{
  virDomainFree (domain);
}

static void
changer_add (Changer *self, guint number)
{
  g_autofree char *name = g_strdup_printf ("d%u", number);
  virDomainPtr domain = virDomainLookupByName (self->connect, name);

  g_assert_nonnull (domain);
  /* Else it would not be gone when it has been undefined. */
  g_assert_cmpint (virDomainDestroy (domain), ==, 0);
  g_ptr_array_add (self->domains, domain);
  g_ptr_array_add (self->texts, virDomainGetXMLDesc (domain, 0));
}

/* Takes @connect over. */
static void
changer_init (Changer *self, Bench *bench, virConnectPtr connect)
{
  self->connect = connect;
  self->domains = g_ptr_array_new_with_free_func (free_domain);
  self->texts = g_ptr_array_new_with_free_func (free);
  for (guint i = 0; i < bench->repeats; i++)
    changer_add (self, i * (bench->n / bench->repeats));
}

static void
changer_clear (Changer *self)
{
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->domains);
  virConnectClose (self->connect);
}

static void
changer_undefine (Changer *self, guint i)
{
  g_assert_cmpint (virDomainUndefine (self->domains->pdata[i]), ==, 0);
}

static void
changer_define (Changer *self, guint i)
{
  virDomainPtr domain = virDomainDefineXML (self->connect, self->texts->pdata[i]);

  g_assert_nonnull (domain);
  virDomainFree (domain);
}

static void
raw_change_all (Changer *self)
{
  for (guint i = 0; i < self->domains->len; i++)
    {
      changer_undefine (self, i);
      changer_define (self, i);
    }
}

/* Once before does not count. */
static void
raw_change (Bench *self)
{
  Changer changer;

  bench_serve (self);
  changer_init (&changer, self, bench_raw_open (self->uri));
  raw_change_all (&changer);
  bench_begin (self);
  raw_change_all (&changer);
  bench_end (self, 2 * self->repeats);
  changer_clear (&changer);
}

static void
model_wait (Model *self, Bench *bench, guint n_items)
{
  while (g_list_model_get_n_items (self->domains) != n_items)
    bench_turn (bench);
}

static void
gobj_change_all (Changer *self, Bench *bench, Model *model)
{
  for (guint i = 0; i < self->domains->len; i++)
    {
      changer_undefine (self, i);
      model_wait (model, bench, bench->n - 1);
      changer_define (self, i);
      model_wait (model, bench, bench->n);
    }
}

static void
gobj_change (Bench *self)
{
  LibvirtConnect *connect;
  Changer changer;
  Model model = { 0 };

  bench_serve (self);
  connect = bench_gobj_open (self->uri);
  model_fill (&model, self, connect, self->n);
  changer_init (&changer, self, libvirt_connect_get_native (connect, NULL));
  gobj_change_all (&changer, self, &model);
  model.n_told = model.n_items = 0;
  bench_begin (self);
  gobj_change_all (&changer, self, &model);
  bench_end (self, model.n_told);
  g_assert_cmpuint (model.n_items, ==, model.n_told);
  changer_clear (&changer);
  bench_gobj_close (connect);
}

static const BenchCase cases[] = {
  { "gobj", "fill", gobj_fill },
  { "raw", "change", raw_change },
  { "gobj", "change", gobj_change },
};

int
main (int argc, char **argv)
{
  return bench_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
