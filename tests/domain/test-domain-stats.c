/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <dlfcn.h>

#include "harness.h"

#define NO_FLAGS LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_NONE

/*
 * libvirt's functions that list domains or their statistics, and how often this thread called
 * them: what a program defines goes before what its libraries have. Workers, which ask about what
 * events leave open, count for themselves.
 */
static _Thread_local int n_calls;

#define REAL(name) ((typeof (&(name))) dlsym (RTLD_NEXT, #name))

int
virConnectGetAllDomainStats (virConnectPtr connect,
                             unsigned int stats,
                             virDomainStatsRecordPtr **records,
                             unsigned int flags)
{
  n_calls++;
  return REAL (virConnectGetAllDomainStats) (connect, stats, records, flags);
}

int
virDomainListGetStats (virDomainPtr *doms,
                       unsigned int stats,
                       virDomainStatsRecordPtr **records,
                       unsigned int flags)
{
  n_calls++;
  return REAL (virDomainListGetStats) (doms, stats, records, flags);
}

int
virConnectListAllDomains (virConnectPtr connect,
                          virDomainPtr **domains,
                          unsigned int flags)
{
  n_calls++;
  return REAL (virConnectListAllDomains) (connect, domains, flags);
}

int
virDomainGetState (virDomainPtr domain,
                   int *state,
                   int *reason,
                   unsigned int flags)
{
  n_calls++;
  return REAL (virDomainGetState) (domain, state, reason, flags);
}

static virDomainStatsRecordPtr
find_raw (virDomainStatsRecordPtr *raw,
          const char *name)
{
  for (int i = 0; raw[i] != NULL; i++)
    {
      if (g_str_equal (virDomainGetName (raw[i]->dom), name))
        return raw[i];
    }

  g_assert_not_reached ();
}

static LibvirtDomainStatsRecord *
find_record (GPtrArray *records,
             const char *name)
{
  for (guint i = 0; i < records->len; i++)
    {
      LibvirtDomainStatsRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (libvirt_domain_get_name (record->dom), name))
        return record;
    }

  return NULL;
}

static void
assert_same_params (GVariant *params,
                    virDomainStatsRecordPtr raw)
{
  g_assert_true (g_variant_is_of_type (params, G_VARIANT_TYPE_VARDICT));
  g_assert_false (g_variant_is_floating (params));
  g_assert_cmpuint (g_variant_n_children (params), ==, raw->nparams);

  for (int i = 0; i < raw->nparams; i++)
    {
      g_autoptr (GVariant) value = g_variant_lookup_value (params, raw->params[i].field, NULL);

      g_assert_nonnull (value);
      if (raw->params[i].type == VIR_TYPED_PARAM_INT)
        g_assert_cmpint (g_variant_get_int32 (value), ==, raw->params[i].value.i);
    }
}

static void
assert_same_records (Harness *self,
                     GPtrArray *records,
                     LibvirtDomainStatsTypes stats,
                     unsigned int raw_flags)
{
  virDomainStatsRecordPtr *raw;
  int n_raw = virConnectGetAllDomainStats (self->raw, stats, &raw, raw_flags);

  g_assert_cmpuint (records->len, ==, n_raw);
  for (guint i = 0; i < records->len; i++)
    {
      LibvirtDomainStatsRecord *record = g_ptr_array_index (records, i);

      assert_same_params (record->params, find_raw (raw, libvirt_domain_get_name (record->dom)));
    }
  virDomainStatsRecordListFree (raw);
}

/* The domain has figures in two groups at least. */
static void
test_all (Harness *self,
          gconstpointer data)
{
  LibvirtDomainStatsTypes stats = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_assert_cmpint (virDomainAddIOThread (self->raw_domain, 1, VIR_DOMAIN_AFFECT_CONFIG), ==, 0);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);

  records = libvirt_connect_get_all_domain_stats (self->connect, stats, NO_FLAGS, &error);
  g_assert_no_error (error);
  assert_same_records (self, records, stats, 0);
  g_assert_true (find_record (records, self->name)->dom == self->domain);
  g_assert_cmpuint (g_variant_n_children (find_record (records, self->name)->params), >, 0);
}

static void
test_filtered (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) active = libvirt_connect_get_all_domain_stats (
    self->connect, LIBVIRT_DOMAIN_STATS_TYPES_STATE,
    LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ACTIVE, &error);
  g_autoptr (GPtrArray) inactive = libvirt_connect_get_all_domain_stats (
    self->connect, LIBVIRT_DOMAIN_STATS_TYPES_STATE,
    LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_INACTIVE, &error);

  g_assert_no_error (error);
  g_assert_null (find_record (active, self->name));
  g_assert_nonnull (find_record (active, "test"));
  g_assert_nonnull (find_record (inactive, self->name));
  g_assert_null (find_record (inactive, "test"));
  assert_same_records (self, active, LIBVIRT_DOMAIN_STATS_TYPES_STATE,
                       VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE);
}

/* The flag that has another number here reaches libvirt as what it is. */
static void
test_enforced (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doms = g_ptr_array_new ();
  virDomainStatsRecordPtr *raw;

  g_assert_null (libvirt_connect_get_all_domain_stats (
    self->connect, LIBVIRT_DOMAIN_STATS_TYPES_PERF,
    LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS, &error));
  g_assert_cmpint (virConnectGetAllDomainStats (self->raw, VIR_DOMAIN_STATS_PERF, &raw,
                                                VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS),
                   ==, -1);
  harness_assert_raw_error (error);
  g_clear_error (&error);

  g_ptr_array_add (doms, self->domain);
  g_assert_null (
    libvirt_domain_list_get_stats (doms, LIBVIRT_DOMAIN_STATS_TYPES_PERF,
                                   LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS,
                                   &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED);
}

/* Makes domains of each sort, which the connections of the test have not seen. */
static void
make_domains (virConnectPtr raw,
              int n_sorts)
{
  for (int i = 0; i < n_sorts; i++)
    {
      g_autofree char *name = g_strdup_printf ("stopped-%d", i);
      g_autofree char *xml = harness_domain_xml (name);
      g_autofree char *paused_name = g_strdup_printf ("paused-%d", i);
      g_autofree char *paused_xml = harness_domain_xml (paused_name);
      virDomainPtr stopped = virDomainDefineXML (raw, xml);
      virDomainPtr paused = virDomainCreateXML (raw, paused_xml, 0);

      g_assert_cmpint (virDomainSetAutostart (stopped, 1), ==, 0);
      g_assert_cmpint (virDomainSuspend (paused), ==, 0);
      virDomainFree (stopped);
      virDomainFree (paused);
    }
}

static void
remove_domains (virConnectPtr raw)
{
  virDomainPtr *domains;
  int n = REAL (virConnectListAllDomains) (raw, &domains, 0);

  for (int i = 0; i < n; i++)
    {
      if (g_str_has_prefix (virDomainGetName (domains[i]), "paused-"))
        virDomainDestroy (domains[i]);
      else if (g_str_has_prefix (virDomainGetName (domains[i]), "stopped-"))
        virDomainUndefine (domains[i]);
      virDomainFree (domains[i]);
    }
  g_free (domains);
}

/* A connection that knows nothing yet, and the records it gets. */
static GPtrArray *
get_all_anew (LibvirtConnect **connect)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  *connect = libvirt_connect_open ("test:///default", &error);
  g_assert_no_error (error);
  records = libvirt_connect_get_all_domain_stats (*connect, LIBVIRT_DOMAIN_STATS_TYPES_IOTHREAD,
                                                  NO_FLAGS, &error);
  g_assert_no_error (error);

  return records;
}

static void
assert_properties (LibvirtDomain *domain,
                   LibvirtDomainState state,
                   gboolean persistent,
                   gboolean autostart)
{
  g_assert_cmpint (libvirt_domain_peek_state (domain), ==, state);
  g_assert_cmpint (libvirt_domain_peek_active (domain), ==,
                   state != LIBVIRT_DOMAIN_STATE_SHUTOFF);
  g_assert_cmpint (libvirt_domain_peek_persistent (domain), ==, persistent);
  g_assert_cmpint (libvirt_domain_peek_autostart (domain), ==, autostart);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
}

/* Also when the state was not asked for, and without a turn of the main loop. */
static void
test_new_domains (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  LibvirtConnect *connect;
  LibvirtDomainStatsRecord *record;

  make_domains (self->raw, 1);
  records = get_all_anew (&connect);

  record = find_record (records, "stopped-0");
  assert_properties (record->dom, LIBVIRT_DOMAIN_STATE_SHUTOFF, TRUE, TRUE);
  g_assert_false (g_variant_lookup (record->params, "state.state", "i", NULL));
  record = find_record (records, "paused-0");
  assert_properties (record->dom, LIBVIRT_DOMAIN_STATE_PAUSED, FALSE, FALSE);
  record = find_record (records, "test");
  assert_properties (record->dom, LIBVIRT_DOMAIN_STATE_RUNNING, TRUE, FALSE);

  remove_domains (self->raw);
  g_clear_pointer (&records, g_ptr_array_unref);
  g_assert_finalize_object (connect);
}

/* Five for any number of new domains, one where all are known. */
static void
test_number_of_calls (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) again = NULL;
  LibvirtConnect *connect;

  make_domains (self->raw, 20);
  n_calls = 0;
  records = get_all_anew (&connect);
  g_assert_cmpuint (records->len, >, 40);
  g_assert_cmpint (n_calls, ==, 5);

  n_calls = 0;
  again = libvirt_connect_get_all_domain_stats (connect, LIBVIRT_DOMAIN_STATS_TYPES_NONE, NO_FLAGS,
                                                &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, records->len);
  g_assert_cmpint (n_calls, ==, 1);

  remove_domains (self->raw);
  g_clear_pointer (&records, g_ptr_array_unref);
  g_clear_pointer (&again, g_ptr_array_unref);
  g_assert_finalize_object (connect);
}

static void
test_copy (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = libvirt_connect_get_all_domain_stats (
    self->connect, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS, &error);
  g_autoptr (LibvirtDomainStatsRecord) copy = NULL;
  g_autoptr (LibvirtDomainStatsRecord) empty = libvirt_domain_stats_record_new ();
  g_autoptr (LibvirtDomainStatsRecord) empty_copy = NULL;
  int state;

  g_assert_no_error (error);
  copy = g_boxed_copy (LIBVIRT_TYPE_DOMAIN_STATS_RECORD, find_record (records, self->name));
  g_clear_pointer (&records, g_ptr_array_unref);
  g_assert_true (copy->dom == self->domain);
  g_assert_true (g_variant_lookup (copy->params, "state.state", "i", &state));
  g_assert_cmpint (state, ==, VIR_DOMAIN_SHUTOFF);

  empty_copy = g_boxed_copy (LIBVIRT_TYPE_DOMAIN_STATS_RECORD, empty);
  g_assert_null (empty_copy->dom);
  g_assert_null (empty_copy->params);
}

/* The domain of this test, and the one that libvirt's test driver brings along. */
static GPtrArray *
two_domains (Harness *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *doms = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (doms, g_object_ref (self->domain));
  g_ptr_array_add (doms, libvirt_connect_lookup_domain_by_name (self->connect, "test", &error));
  g_assert_no_error (error);

  return doms;
}

static void
assert_two_records (Harness *self,
                    GPtrArray *doms,
                    GPtrArray *records)
{
  int state;

  g_assert_cmpuint (records->len, ==, 2);
  g_assert_true (find_record (records, self->name)->dom == doms->pdata[0]);
  g_assert_true (find_record (records, "test")->dom == doms->pdata[1]);
  g_assert_true (
    g_variant_lookup (find_record (records, "test")->params, "state.state", "i", &state));
  g_assert_cmpint (state, ==, VIR_DOMAIN_RUNNING);
}

static void
test_list (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doms = two_domains (self);
  g_autoptr (GPtrArray) records = NULL;

  n_calls = 0;
  records = libvirt_domain_list_get_stats (doms, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS,
                                           &error);
  g_assert_no_error (error);
  assert_two_records (self, doms, records);
  g_assert_cmpint (n_calls, ==, 1);
}

static void
on_list (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (source);
  *(GPtrArray **) user_data = libvirt_domain_list_get_stats_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_list_async (Harness *self,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) doms = two_domains (self);
  g_autoptr (GPtrArray) records = NULL;

  libvirt_domain_list_get_stats_async (doms, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS, NULL,
                                       on_list, &records);
  harness_wait_until (records != NULL);
  assert_two_records (self, doms, records);
}

static void
test_list_without_state (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doms = two_domains (self);
  g_autoptr (GPtrArray) records =
    libvirt_domain_list_get_stats (doms, LIBVIRT_DOMAIN_STATS_TYPES_IOTHREAD, NO_FLAGS, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_false (g_variant_lookup (find_record (records, "test")->params, "state.state", "i",
                                    NULL));
}

/* A domain that is gone has no record, which does not disturb the others. */
static void
test_list_of_the_gone (Harness *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doms = two_domains (self);
  g_autoptr (GPtrArray) records = NULL;

  g_assert_cmpint (virDomainUndefine (self->raw_domain), ==, 0);
  records = libvirt_domain_list_get_stats (doms, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS,
                                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_nonnull (find_record (records, "test"));
}

static void
test_list_of_nothing (Harness *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doms = g_ptr_array_new ();

  g_assert_null (
    libvirt_domain_list_get_stats (doms, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
}

static void
test_list_of_two_connections (Harness *self,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doms = two_domains (self);
  LibvirtConnect *other = libvirt_connect_open ("test:///default", &error);

  g_assert_no_error (error);
  g_ptr_array_add (doms, libvirt_connect_lookup_domain_by_name (other, "test", &error));
  g_assert_no_error (error);

  g_assert_null (
    libvirt_domain_list_get_stats (doms, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);

  g_clear_pointer (&doms, g_ptr_array_unref);
  g_assert_finalize_object (other);
}

static void
on_error (const LibvirtErrorInfo *info,
          gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (info->message));
}

/* What works out is no failure to anybody: libvirt tells its error function of some that our own
 * handling of its lists could cause. */
static void
test_no_errors_told (Harness *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) domains = NULL;

  libvirt_set_error_func (on_error, told, NULL);
  records = libvirt_connect_get_all_domain_stats (self->connect, LIBVIRT_DOMAIN_STATS_TYPES_NONE,
                                                  NO_FLAGS, &error);
  g_assert_no_error (error);
  domains = libvirt_connect_list_all_domains (self->connect, 0, &error);
  g_assert_no_error (error);

  g_assert_null (libvirt_connect_lookup_domain_by_name (self->connect, "not-there", &error));
  harness_wait_until (told->len > 0);
  g_assert_cmpstr (told->pdata[0], ==, error->message);
  libvirt_set_error_func (NULL, NULL, NULL);
}

static void
test_after_close (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) doms = two_domains (self);

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);

  g_assert_null (libvirt_connect_get_all_domain_stats (
    self->connect, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS, &error));
  harness_assert_closed (&error);
  g_assert_null (
    libvirt_domain_list_get_stats (doms, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS, &error));
  harness_assert_closed (&error);
}

#define ADD(path, data, func) \
  g_test_add ("/domain/stats/" path, Harness, data, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("all", GUINT_TO_POINTER (LIBVIRT_DOMAIN_STATS_TYPES_NONE), test_all);
  ADD ("all/with-state", GUINT_TO_POINTER (LIBVIRT_DOMAIN_STATS_TYPES_STATE), test_all);
  ADD ("all/without-state", GUINT_TO_POINTER (LIBVIRT_DOMAIN_STATS_TYPES_IOTHREAD), test_all);
  ADD ("all/filtered", NULL, test_filtered);
  ADD ("all/enforced", NULL, test_enforced);
  ADD ("all/new-domains-have-true-properties", NULL, test_new_domains);
  ADD ("all/number-of-calls", NULL, test_number_of_calls);
  ADD ("copy-is-its-own", NULL, test_copy);
  ADD ("list", NULL, test_list);
  ADD ("list/async", NULL, test_list_async);
  ADD ("list/without-state", NULL, test_list_without_state);
  ADD ("list/of-the-gone", NULL, test_list_of_the_gone);
  ADD ("list/of-nothing", NULL, test_list_of_nothing);
  ADD ("list/of-two-connections", NULL, test_list_of_two_connections);
  ADD ("no-errors-told", NULL, test_no_errors_told);
  ADD ("after-close", NULL, test_after_close);

  return g_test_run ();
}
