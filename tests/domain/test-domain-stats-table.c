/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <dlfcn.h>
#include <math.h>

#include "harness.h"

#define NO_FLAGS LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_NONE

/* What the test driver says of a domain is added to, as it has whole numbers of one type only. */
#define ADDED_LARGE ((1ull << 53) - 1)
#define ADDED_NEGATIVE (-(1ll << 40))

static gboolean adds;
static int n_calls;
static int n_left; /* atomic: references to the connection that was closed last */

#define REAL(name) ((typeof (&(name))) dlsym (RTLD_NEXT, #name))

static void
add_figures (virDomainStatsRecordPtr record)
{
  int room = record->nparams;

  virTypedParamsAddULLong (&record->params, &record->nparams, &room, "added.large", ADDED_LARGE);
  virTypedParamsAddLLong (&record->params, &record->nparams, &room, "added.negative",
                          ADDED_NEGATIVE);
  virTypedParamsAddUInt (&record->params, &record->nparams, &room, "added.uint", G_MAXUINT);
  virTypedParamsAddDouble (&record->params, &record->nparams, &room, "added.double", 0.25);
  virTypedParamsAddBoolean (&record->params, &record->nparams, &room, "added.yes", 1);
  virTypedParamsAddString (&record->params, &record->nparams, &room, "added.text", "text");
}

/* Only every other domain has more. */
int
virConnectGetAllDomainStats (virConnectPtr connect,
                             unsigned int stats,
                             virDomainStatsRecordPtr **records,
                             unsigned int flags)
{
  int n = REAL (virConnectGetAllDomainStats) (connect, stats, records, flags);

  n_calls++;
  for (int i = 0; adds && i < n; i += 2)
    add_figures ((*records)[i]);
  return n;
}

int
virConnectClose (virConnectPtr connect)
{
  int n = REAL (virConnectClose) (connect);

  g_atomic_int_set (&n_left, n);
  return n;
}

static LibvirtDomainStatsTable *
get_table (LibvirtConnect *connect,
           LibvirtConnectGetAllDomainStatsFlags flags)
{
  g_autoptr (GError) error = NULL;
  LibvirtDomainStatsTable *table =
    libvirt_connect_get_domain_stats_table (connect, LIBVIRT_DOMAIN_STATS_TYPES_STATE, flags,
                                            &error);

  g_assert_no_error (error);
  return table;
}

static double
get_number (LibvirtDomainStatsTable *table,
            const char *field,
            guint row)
{
  gsize n;
  g_autofree double *numbers = libvirt_domain_stats_table_get_numbers (table, field, &n);

  g_assert_cmpuint (n, ==,
                    g_strv_length ((GStrv) libvirt_domain_stats_table_get_names (table)));
  g_assert_cmpuint (row, <, n);
  return numbers[row];
}

static void
test_as_raw (Harness *self,
             gconstpointer data)
{
  unsigned int flags = GPOINTER_TO_UINT (data);
  g_autoptr (LibvirtDomainStatsTable) table =
    get_table (self->connect, (LibvirtConnectGetAllDomainStatsFlags) flags);
  const char *const *names = libvirt_domain_stats_table_get_names (table);
  virDomainStatsRecordPtr *raw;
  int n = virConnectGetAllDomainStats (self->raw, VIR_DOMAIN_STATS_STATE, &raw, flags);

  g_assert_cmpint (n, >, 0);
  g_assert_cmpuint (g_strv_length ((GStrv) names), ==, n);
  for (int i = 0; i < n; i++)
    {
      int state;

      g_assert_true (g_strv_contains (names, virDomainGetName (raw[i]->dom)));
      virTypedParamsGetInt (raw[i]->params, raw[i]->nparams, "state.state", &state);
      for (int row = 0; row < n; row++)
        {
          if (g_str_equal (names[row], virDomainGetName (raw[i]->dom)))
            g_assert_cmpfloat (get_number (table, "state.state", row), ==, state);
        }
    }
  virDomainStatsRecordListFree (raw);
}

/* Of all types; what one of them lacks, and what is none, is no number. */
static void
test_types (Harness *self,
            gconstpointer data)
{
  g_autoptr (LibvirtDomainStatsTable) table = NULL;

  adds = TRUE;
  table = get_table (self->connect, NO_FLAGS);
  adds = FALSE;

  g_assert_cmpfloat (get_number (table, "added.large", 0), ==, (double) ADDED_LARGE);
  g_assert_cmpfloat (get_number (table, "added.negative", 0), ==, (double) ADDED_NEGATIVE);
  g_assert_cmpfloat (get_number (table, "added.uint", 0), ==, (double) G_MAXUINT);
  g_assert_cmpfloat (get_number (table, "added.double", 0), ==, 0.25);
  g_assert_cmpfloat (get_number (table, "added.yes", 0), ==, 1);
  g_assert_true (isnan (get_number (table, "added.text", 0)));
  g_assert_true (isnan (get_number (table, "added.large", 1)));
  g_assert_true (isnan (get_number (table, "no.such", 0)));
  g_assert_false (isnan (get_number (table, "state.reason", 1)));
}

/* Of all rows, once each, and sorted. */
static void
test_fields (Harness *self,
             gconstpointer data)
{
  g_autoptr (LibvirtDomainStatsTable) table = NULL;
  g_auto (GStrv) fields = NULL;
  g_autofree char *text = NULL;

  adds = TRUE;
  table = get_table (self->connect, NO_FLAGS);
  adds = FALSE;

  fields = libvirt_domain_stats_table_list_fields (table);
  text = g_strjoinv (" ", fields);
  g_assert_cmpstr (text, ==,
                   "added.double added.large added.negative added.text added.uint added.yes "
                   "state.reason state.state");
}

/* Neither objects nor questions for them. */
static void
test_number_of_calls (Harness *self,
                      gconstpointer data)
{
  g_autoptr (LibvirtDomainStatsTable) table = NULL;

  n_calls = 0;
  table = get_table (self->connect, NO_FLAGS);
  g_assert_cmpint (n_calls, ==, 1);
}

static void
on_table (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(LibvirtDomainStatsTable **) user_data =
    libvirt_connect_get_domain_stats_table_finish (LIBVIRT_CONNECT (source), result, &error);
  g_assert_no_error (error);
}

static void
test_async (Harness *self,
            gconstpointer data)
{
  g_autoptr (LibvirtDomainStatsTable) table = NULL;

  libvirt_connect_get_domain_stats_table_async (self->connect, LIBVIRT_DOMAIN_STATS_TYPES_STATE,
                                                NO_FLAGS, NULL, on_table, &table);
  harness_wait_until (table != NULL);
  g_assert_true (g_strv_contains (libvirt_domain_stats_table_get_names (table), self->name));
}

static void
test_refused (Harness *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  virDomainStatsRecordPtr *raw;

  g_assert_null (libvirt_connect_get_domain_stats_table (
    self->connect, LIBVIRT_DOMAIN_STATS_TYPES_PERF,
    LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS, &error));
  g_assert_cmpint (virConnectGetAllDomainStats (self->raw, VIR_DOMAIN_STATS_PERF, &raw,
                                                VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS),
                   ==, -1);
  harness_assert_raw_error (error);
}

/* It has nothing of the connection, which is freed, and libvirt's, too. */
static void
test_outlives_connection (Harness *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtDomainStatsTable) table = NULL;
  LibvirtConnect *connect = libvirt_connect_open ("test:///default", &error);

  g_assert_no_error (error);
  n_left = -1;
  table = get_table (connect, NO_FLAGS);
  g_assert_true (libvirt_connect_close (connect, &error));
  g_assert_no_error (error);
  g_assert_null (libvirt_connect_get_domain_stats_table (
    connect, LIBVIRT_DOMAIN_STATS_TYPES_STATE, NO_FLAGS, &error));
  harness_assert_closed (&error);
  g_assert_finalize_object (connect);
  while (g_atomic_int_get (&n_left) < 0)
    g_usleep (1000); /* a thread closes it */
  g_assert_cmpint (g_atomic_int_get (&n_left), ==, 0);

  g_assert_true (g_strv_contains (libvirt_domain_stats_table_get_names (table), "test"));
}

static void
test_empty (void)
{
  g_autoptr (LibvirtDomainStatsTable) table =
    g_object_new (LIBVIRT_TYPE_DOMAIN_STATS_TABLE, NULL);
  g_auto (GStrv) fields = libvirt_domain_stats_table_list_fields (table);
  gsize n = 1;

  g_assert_null (*fields);
  g_assert_null (*libvirt_domain_stats_table_get_names (table));
  g_assert_null (libvirt_domain_stats_table_get_numbers (table, "state.state", &n));
  g_assert_cmpuint (n, ==, 0);
}

#define ADD(path, data, func) \
  g_test_add ("/domain/stats-table/" path, Harness, data, harness_set_up, func, harness_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("as-raw", NULL, test_as_raw);
  ADD ("as-raw/active", GUINT_TO_POINTER (VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE), test_as_raw);
  ADD ("types", NULL, test_types);
  ADD ("fields", NULL, test_fields);
  ADD ("number-of-calls", NULL, test_number_of_calls);
  ADD ("async", NULL, test_async);
  ADD ("refused", NULL, test_refused);
  ADD ("outlives-connection", NULL, test_outlives_connection);
  g_test_add_func ("/domain/stats-table/empty", test_empty);

  return g_test_run ();
}
