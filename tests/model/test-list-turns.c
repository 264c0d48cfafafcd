/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Handlers of items-changed that change the list, or wait until others have. */

#include "harness.h"

#define FIRST "test:///default?host=1"
#define SECOND "test:///default?host=2"

static void
assert_is_copy (GListModel *model,
                GPtrArray *copy)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, copy->len);
  for (guint i = 0; i < copy->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == g_ptr_array_index (copy, i));
    }
}

/* Whoever is told of a change sees the list as it is after that. */
static void
follow (GListModel *model,
        guint position,
        guint removed,
        guint added,
        GPtrArray *copy)
{
  g_assert_cmpuint (position + removed, <=, copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (copy, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (copy, (int) i, g_list_model_get_item (model, i));
  assert_is_copy (model, copy);
}

static void
copy_free (gpointer copy,
           GClosure *closure)
{
  g_ptr_array_unref (copy);
}

static GPtrArray *
copy_of (GListModel *model)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  follow (model, 0, 0, g_list_model_get_n_items (model), copy);
  g_signal_connect_data (model, "items-changed", G_CALLBACK (follow), g_ptr_array_ref (copy),
                         copy_free, 0);
  return copy;
}

/* A handler that acts when it is called first, between two others that copy the list. */
typedef struct _Actor Actor;
struct _Actor
{
  Harness *harness;
  GListModel *list;
  GPtrArray *early;
  GPtrArray *late;
  gulong handler;
  gboolean is_done;
  void (*act) (Actor *self);

  /* What it acts on. */
  GListModel *other;
  LibvirtDomain *victim;
  LibvirtManager *manager;
  LibvirtConnect *second;
  gboolean is_refreshed;
  guint n_samples;
};

static void
on_items_changed (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  Actor *self)
{
  guint n = g_list_model_get_n_items (list);

  if (self->is_done)
    return;

  self->is_done = TRUE;
  self->act (self);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
}

static void
actor_begin (Actor *self,
             Harness *harness,
             GListModel *list,
             void (*act) (Actor *self))
{
  self->harness = harness;
  self->list = list;
  self->act = act;
  self->early = copy_of (list);
  self->handler = g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), self);
  self->late = copy_of (list);
}

static void
actor_end (Actor *self)
{
  g_assert_true (self->is_done);
  assert_is_copy (self->list, self->early);
  assert_is_copy (self->list, self->late);
  g_signal_handler_disconnect (self->list, self->handler);
  g_ptr_array_unref (self->early);
  g_ptr_array_unref (self->late);
}

static gboolean
has (GListModel *domains,
     const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (domains, i);

      if (g_str_equal (libvirt_domain_get_name (domain), name))
        return TRUE;
    }
  return FALSE;
}

static LibvirtDomain *
define (LibvirtConnect *connect,
        const char *name)
{
  g_autofree char *xml = harness_domain_xml (name);
  g_autoptr (GError) error = NULL;
  LibvirtDomain *domain = libvirt_connect_define_domain_xml (connect, xml, &error);

  g_assert_no_error (error);
  return domain;
}

static void
define_raw (Harness *self,
            const char *name)
{
  g_autofree char *xml = harness_domain_xml (name);
  virDomainPtr domain = virDomainDefineXML (self->raw, xml);

  g_assert_nonnull (domain);
  virDomainFree (domain);
}

static void
undefine_raw (Harness *self,
              const char *name)
{
  virDomainPtr domain = virDomainLookupByName (self->raw, name);

  g_assert_cmpint (virDomainUndefine (domain), ==, 0);
  virDomainFree (domain);
}

static guint
count_raw (Harness *self)
{
  return (guint) virConnectListAllDomains (self->raw, NULL, 0);
}

static void
define_and_undefine (Actor *self)
{
  g_autoptr (LibvirtDomain) nested G_GNUC_UNUSED = define (self->harness->connect, "nested");
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_undefine (self->victim, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (self->victim)));
}

static void
assert_figures (GListModel *figures,
                GListModel *domains)
{
  g_assert_cmpuint (g_list_model_get_n_items (figures), ==, g_list_model_get_n_items (domains));
  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (LibvirtDomain) domain = g_list_model_get_item (domains, i);
      g_autoptr (LibvirtDomainSampler) item = g_list_model_get_item (figures, i);

      g_assert_true (libvirt_domain_sampler_get_domain (item) == domain);
    }
}

static void
test_own_changes (Harness *self,
                  gconstpointer data)
{
  GListModel *list = harness_get_domains (self);
  g_autoptr (LibvirtDomain) victim = define (self->connect, "victim");
  g_autoptr (LibvirtDomain) first = NULL;
  g_autoptr (GPtrArray) copy = NULL;
  Actor actor = { .victim = victim };
  GListModel *figures;

  actor_begin (&actor, self, list, define_and_undefine);
  figures = libvirt_stats_sampler_get_domains (libvirt_connect_get_stats_sampler (self->connect));
  copy = copy_of (figures);

  first = define (self->connect, "first");
  g_assert_true (has (list, "first"));
  g_assert_true (has (list, "nested"));
  g_assert_false (has (list, "victim"));
  assert_is_copy (figures, copy);
  assert_figures (figures, list);
  actor_end (&actor);
}

/* Everything else goes on. */
static void
wait_for_others (Actor *self)
{
  undefine_raw (self->harness, "victim");
  harness_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (self->victim)));
  harness_wait_until (!has (self->other, "victim"));
  g_assert_true (has (self->list, "victim"));
}

static void
test_main_loop (Harness *self,
                gconstpointer data)
{
  g_autoptr (LibvirtConnect) connect = libvirt_connect_open ("test:///default", NULL);
  g_autoptr (LibvirtDomain) victim = define (self->connect, "victim");
  Actor actor = { .victim = victim, .other = libvirt_connect_get_domains (connect) };
  GListModel *list = harness_get_domains (self);

  harness_wait_until_loaded (actor.other);
  actor_begin (&actor, self, list, wait_for_others);
  define_raw (self, "first");
  harness_wait_until (has (list, "first"));
  g_assert_false (has (list, "victim"));
  actor_end (&actor);
}

static void
on_refreshed (GObject *list,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_entity_list_refresh_finish (LIBVIRT_ENTITY_LIST (list), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
refresh (Actor *self)
{
  LibvirtEntityList *list = LIBVIRT_ENTITY_LIST (self->list);

  libvirt_entity_list_refresh_async (list, NULL, on_refreshed, &self->is_refreshed);
  harness_wait_until (self->is_refreshed);
  g_assert_true (libvirt_entity_list_get_loading (list));
}

static void
on_loading (LibvirtEntityList *list,
            GParamSpec *pspec,
            Harness *self)
{
  if (!libvirt_entity_list_get_loading (list))
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, count_raw (self));
}

/* The items come before the word that they are all. */
static void
test_filled (Harness *self,
             gconstpointer data)
{
  GListModel *list = libvirt_connect_get_domains (self->connect);
  g_autoptr (LibvirtDomain) first = NULL;
  Actor actor = { NULL };

  g_signal_connect (list, "notify::loading", G_CALLBACK (on_loading), self);
  actor_begin (&actor, self, list, refresh);
  first = define (self->connect, "first");
  harness_wait_until (g_list_model_get_n_items (list) == count_raw (self));
  harness_wait_until_loaded (list);
  actor_end (&actor);
  g_signal_handlers_disconnect_by_data (list, self);
}

static void
define_when_loaded (LibvirtEntityList *list,
                    GParamSpec *pspec,
                    Harness *self)
{
  g_autoptr (LibvirtDomain) own G_GNUC_UNUSED = define (self->connect, "own");

  g_assert_true (has (G_LIST_MODEL (list), "own"));
}

/* To hear of a property is not to hear of a change of the list. */
static void
test_notified (Harness *self,
               gconstpointer data)
{
  GListModel *list = libvirt_connect_get_domains (self->connect);
  g_autoptr (GPtrArray) copy = copy_of (list);

  g_signal_connect (list, "notify::loading", G_CALLBACK (define_when_loaded), self);
  harness_wait_until_loaded (list);
  g_assert_true (has (list, "own"));
  assert_is_copy (list, copy);
  g_signal_handlers_disconnect_by_data (list, self);
}

static void
make_and_delete_snapshots (Actor *self)
{
  g_autoptr (LibvirtDomainSnapshot) last = g_list_model_get_item (self->list, 0);
  g_autoptr (LibvirtDomainSnapshot) nested G_GNUC_UNUSED =
    harness_create_snapshot (self->harness, "nested");
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_snapshot_delete (last, 0, &error));
  g_assert_no_error (error);
}

/* A root, and what comes after it, which becomes one when that is gone. */
static void
test_tree (Harness *self,
           gconstpointer data)
{
  GListModel *all = libvirt_domain_get_snapshots (self->domain);
  GListModel *roots = libvirt_domain_get_root_snapshots (self->domain);
  g_autoptr (GPtrArray) copy = NULL;
  g_autoptr (LibvirtDomainSnapshot) last = NULL;
  g_autoptr (LibvirtDomainSnapshot) item = NULL;
  Actor actor = { NULL };

  harness_wait_until_loaded (roots);
  copy = copy_of (all);
  actor_begin (&actor, self, roots, make_and_delete_snapshots);
  last = harness_create_snapshot (self, "last");
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 1);
  harness_wait_until (g_list_model_get_n_items (roots) == 1); /* asked for once more */
  item = g_list_model_get_item (roots, 0);
  g_assert_cmpstr (libvirt_domain_snapshot_get_name (item), ==, "nested");
  g_assert_null (libvirt_domain_snapshot_peek_parent (item));
  assert_is_copy (all, copy);
  actor_end (&actor);
}

static void
define_on_second (Actor *self)
{
  GListModel *domains = libvirt_connect_get_domains (self->second);
  g_autoptr (LibvirtDomain) nested G_GNUC_UNUSED = define (self->second, "nested");

  g_assert_true (has (domains, "nested"));
  undefine_raw (self->harness, "victim");
  harness_wait_until (!has (domains, "victim"));
}

/* While the domains of all hosts are told to have changed, those of each go on. */
static void
test_domains_of_hosts (Harness *self,
                       gconstpointer data)
{
  g_autoptr (LibvirtManager) manager = libvirt_manager_new ();
  g_autoptr (LibvirtConnect) first =
    g_object_ref (libvirt_manager_add (manager, FIRST, NULL, LIBVIRT_CONNECT_FLAGS_NONE));
  g_autoptr (LibvirtConnect) second =
    g_object_ref (libvirt_manager_add (manager, SECOND, NULL, LIBVIRT_CONNECT_FLAGS_NONE));
  GListModel *domains = libvirt_manager_get_domains (manager);
  g_autoptr (LibvirtDomain) domain = NULL;
  Actor actor = { .second = second };

  define_raw (self, "victim");
  harness_wait_until (g_list_model_get_n_items (domains) == 2 * count_raw (self));
  actor_begin (&actor, self, domains, define_on_second);
  domain = define (first, "first");
  harness_wait_until (has (domains, "nested") && !has (domains, "victim") &&
                      g_list_model_get_n_items (domains) == 2 * count_raw (self));
  actor_end (&actor);
  g_clear_object (&manager);
}

static void
change_hosts (Actor *self)
{
  LibvirtConnect *first = libvirt_manager_lookup_by_uri (self->manager, FIRST);
  LibvirtConnect *second =
    libvirt_manager_add (self->manager, SECOND, NULL, LIBVIRT_CONNECT_FLAGS_NONE);

  g_assert_nonnull (second);
  g_assert_true (libvirt_manager_lookup_by_uri (self->manager, SECOND) == second);
  g_assert_true (libvirt_manager_remove (self->manager, first));
  g_assert_false (libvirt_manager_remove (self->manager, first));
  g_assert_null (libvirt_manager_lookup_by_uri (self->manager, FIRST));
}

static void
test_hosts (Harness *self,
            gconstpointer data)
{
  g_autoptr (LibvirtManager) manager = libvirt_manager_new ();
  g_autoptr (LibvirtConnect) item = NULL;
  Actor actor = { .manager = manager };

  actor_begin (&actor, self, G_LIST_MODEL (manager), change_hosts);
  g_assert_null (libvirt_manager_add (manager, FIRST, NULL, LIBVIRT_CONNECT_FLAGS_NONE));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (manager)), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (manager), 0);
  g_assert_cmpstr (libvirt_connect_get_uri (item), ==, SECOND);
  actor_end (&actor);
  g_clear_object (&manager);
}

static void
wait_for_samples (Actor *self)
{
  guint n = self->n_samples;

  harness_wait_until (self->n_samples >= n + 3);
}

static void
count_sample (Actor *self)
{
  self->n_samples++;
}

/* Figures are told while a handler of their history waits for them. */
static void
test_history (Harness *self,
              gconstpointer data)
{
  LibvirtStatsSampler *sampler = libvirt_connect_get_stats_sampler (self->connect);
  LibvirtDomainSampler *figures;
  GListModel *history;
  Actor actor = { NULL };
  g_autoptr (LibvirtStatsSample) last = NULL;

  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  harness_wait_until ((figures = libvirt_stats_sampler_find (sampler, self->domain)) != NULL);
  libvirt_stats_sampler_set_interval (sampler, 100);
  libvirt_stats_sampler_set_history_length (sampler, 2);
  history = libvirt_domain_sampler_get_history (figures);
  g_signal_connect_swapped (figures, "notify::sample", G_CALLBACK (count_sample), &actor);
  actor_begin (&actor, self, history, wait_for_samples);

  libvirt_stats_sampler_hold (sampler);
  harness_wait_until (actor.is_done);
  libvirt_stats_sampler_release (sampler);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 2);
  last = g_list_model_get_item (history, 1);
  g_assert_true (last == libvirt_domain_sampler_get_sample (figures));
  g_signal_handlers_disconnect_by_data (figures, &actor);
  actor_end (&actor);
}

static void
let_go (Actor *self)
{
  g_assert_true (libvirt_connect_close (self->second, NULL));
  g_clear_object (&self->second);
  harness_finish_threads ();
}

/* The list lives on while it tells of a change, whatever becomes of its connection. */
static void
test_ended (Harness *self,
            gconstpointer data)
{
  Actor actor = { .second = libvirt_connect_open ("test:///default", NULL) };
  g_autoptr (GListModel) list = g_object_ref (libvirt_connect_get_domains (actor.second));

  harness_wait_until_loaded (list);
  actor_begin (&actor, self, list, let_go);
  define_raw (self, "first");
  harness_wait_until (actor.is_done);
  actor_end (&actor);
  g_assert_finalize_object (g_steal_pointer (&list));
}

/* The test driver has one host for all tests. */
static void
tear_down (Harness *self,
           gconstpointer data)
{
  static const char *const names[] = { "first", "nested", "own", "victim" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      virDomainPtr domain = virDomainLookupByName (self->raw, names[i]);

      if (domain != NULL)
        undefine_raw (self, names[i]);
      g_clear_pointer (&domain, virDomainFree);
    }
  harness_tear_down (self, data);
}

#define ADD(path, func) \
  g_test_add ("/list-turns/" path, Harness, NULL, harness_set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("own-changes", test_own_changes);
  ADD ("main-loop", test_main_loop);
  ADD ("filled", test_filled);
  ADD ("notified", test_notified);
  ADD ("tree", test_tree);
  ADD ("domains-of-hosts", test_domains_of_hosts);
  ADD ("hosts", test_hosts);
  ADD ("history", test_history);
  ADD ("ended", test_ended);

  return g_test_run ();
}
