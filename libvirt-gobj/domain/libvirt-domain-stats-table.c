/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-stats-table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "connect/libvirt-connect-enums-private.h"
#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-stats-table
 * @title: LibvirtDomainStatsTable
 * @short_description: figures of all domains by columns
 *
 * The statistics of all domains of a host at one moment, as a table with a row for each domain and a
 * column for each figure. Whoever wants the same few figures of thousands of domains gets them as arrays,
 * without an object for any of them: in Python and JavaScript that is several times faster than to look into
 * the records of libvirt_connect_get_all_domain_stats(), which has the domains' objects, and texts.
 *
 * |[<!-- language="Python" -->
 * kinds = Libvirt.DomainStatsTypes.CPU_TOTAL | Libvirt.DomainStatsTypes.BALLOON
 * table = host.get_domain_stats_table(kinds, Libvirt.ConnectGetAllDomainStatsFlags.ACTIVE)
 *
 * for name, time, memory in zip(table.get_names(),
 *                               table.get_numbers('cpu.time'),
 *                               table.get_numbers('balloon.current')):
 *     if not math.isnan(time + memory):
 *         print(f'{name}: {time / 1e9:.0f} s, {memory / 1024:.0f} MiB')
 * ]|
 *
 * The names of the figures and their units are those of the records, such as
 * %LIBVIRT_DOMAIN_STATS_CPU_TIME. A table never changes, and may be used by any thread.
 *
 * Since: 1.0
 */

/**
 * LibvirtDomainStatsTable:
 *
 * Statistics of all domains by columns.
 *
 * Since: 1.0
 */

typedef struct
{
  virTypedParameterPtr params;
  int n_params;
} Row;

struct _LibvirtDomainStatsTable
{
  GObject parent_instance;

  /* Set once. */
  char **names; /* by row */
  Row *rows;    /* as libvirt has sent them */
  gsize n_rows;
};

G_DEFINE_FINAL_TYPE (LibvirtDomainStatsTable, libvirt_domain_stats_table, G_TYPE_OBJECT)

static void
libvirt_domain_stats_table_finalize (GObject *object)
{
  LibvirtDomainStatsTable *self = LIBVIRT_DOMAIN_STATS_TABLE (object);

  for (gsize i = 0; i < self->n_rows; i++)
    virTypedParamsFree (self->rows[i].params, self->rows[i].n_params);
  g_free (self->rows);
  g_strfreev (self->names);

  G_OBJECT_CLASS (libvirt_domain_stats_table_parent_class)->finalize (object);
}

static void
libvirt_domain_stats_table_class_init (LibvirtDomainStatsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = libvirt_domain_stats_table_finalize;
}

static void
libvirt_domain_stats_table_init (LibvirtDomainStatsTable *self)
{
  self->names = g_new0 (char *, 1);
}

/* Takes the figures over, and only them: a handle would keep the connection open. */
static LibvirtDomainStatsTable *
table_new (virDomainStatsRecordPtr *records,
           gsize n_records)
{
  LibvirtDomainStatsTable *self = g_object_new (LIBVIRT_TYPE_DOMAIN_STATS_TABLE, NULL);

  self->n_rows = n_records;
  self->rows = g_new (Row, n_records);
  self->names = g_renew (char *, self->names, n_records + 1);
  for (gsize i = 0; i < n_records; i++)
    {
      self->names[i] = libvirt_dup_valid (virDomainGetName (records[i]->dom));
      self->rows[i].n_params = records[i]->nparams;
      self->rows[i].params = g_steal_pointer (&records[i]->params);
      records[i]->nparams = 0;
    }
  self->names[n_records] = NULL;

  return self;
}

/**
 * libvirt_connect_get_domain_stats_table:
 * @self: a connection
 * @stats: the groups that the columns are of; %LIBVIRT_DOMAIN_STATS_TYPES_NONE for all groups
 * @flags: which domains have a row, as in libvirt_connect_get_all_domain_stats()
 * @error: return location for a #GError
 *
 * Asks for the statistics of many domains at once (blocks), for whoever wants columns of numbers.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the hypervisor lacks one of @stats and @flags
 * says that it should. Calls virConnectGetAllDomainStats().
 *
 * Returns: (transfer full): a table with a row for each domain, in no particular order, or %NULL on
 *   failure
 *
 * Since: 1.0
 */
LibvirtDomainStatsTable *
libvirt_connect_get_domain_stats_table (LibvirtConnect *self,
                                        LibvirtDomainStatsTypes stats,
                                        LibvirtConnectGetAllDomainStatsFlags flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainStatsRecordPtr *records;
  LibvirtDomainStatsTable *table;
  int n_records;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  n_records =
    virConnectGetAllDomainStats (handle->connect, stats, &records,
                                 libvirt_connect_get_all_domain_stats_flags_to_native (flags));
  if (!libvirt_check (n_records, error))
    return NULL;

  table = table_new (records, n_records);
  libvirt_domain_free_records (records, n_records);
  return table;
}

/**
 * libvirt_domain_stats_table_get_names:
 * @self: a table
 *
 * Reads by which name each domain went when the table was made.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the domains, by row
 *
 * Since: 1.0
 */
const char *const *
libvirt_domain_stats_table_get_names (LibvirtDomainStatsTable *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_STATS_TABLE (self), NULL);

  return (const char *const *) self->names;
}

static GHashTable *
collect_fields (LibvirtDomainStatsTable *self)
{
  GHashTable *fields = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < self->n_rows; i++)
    {
      for (int j = 0; j < self->rows[i].n_params; j++)
        g_hash_table_add (fields, self->rows[i].params[j].field);
    }
  return fields;
}

static int
compare_fields (const void *a,
                const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * libvirt_domain_stats_table_list_fields:
 * @self: a table
 *
 * Collects the names of all figures that any of the domains has, texts included.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, sorted
 *
 * Since: 1.0
 */
char **
libvirt_domain_stats_table_list_fields (LibvirtDomainStatsTable *self)
{
  g_autoptr (GHashTable) fields = NULL;
  GStrv names;
  guint n_names;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_STATS_TABLE (self), NULL);

  fields = collect_fields (self);
  names = (GStrv) g_hash_table_get_keys_as_array (fields, &n_names);
  for (guint i = 0; i < n_names; i++)
    names[i] = libvirt_dup_valid (names[i]);
  qsort (names, n_names, sizeof *names, compare_fields);

  return names;
}

/* Begins at *@place, where the row before had it, as they are much alike. */
static virTypedParameterPtr
row_find (const Row *self,
          const char *field,
          int *place)
{
  for (int i = 0; i < self->n_params; i++)
    {
      int at = (*place + i) % self->n_params;

      if (g_str_equal (self->params[at].field, field))
        {
          *place = at;
          return &self->params[at];
        }
    }

  return NULL;
}

static double
to_number (const virTypedParameter *param)
{
  switch (param->type)
    {
    case VIR_TYPED_PARAM_INT:
      return param->value.i;
    case VIR_TYPED_PARAM_UINT:
      return param->value.ui;
    case VIR_TYPED_PARAM_LLONG:
      return (double) param->value.l;
    case VIR_TYPED_PARAM_ULLONG:
      return (double) param->value.ul;
    case VIR_TYPED_PARAM_DOUBLE:
      return param->value.d;
    case VIR_TYPED_PARAM_BOOLEAN:
      return param->value.b;
    default:
      return NAN;
    }
}

/**
 * libvirt_domain_stats_table_get_numbers:
 * @self: a table
 * @field: the name of a figure, such as "cpu.time"
 * @n_numbers: (out): how many there are, which is the number of rows
 *
 * Picks a column: the same figure of all domains, in their order in
 * libvirt_domain_stats_table_get_names().
 *
 * Where a domain does not have it, or it is a text, there is a number that is none (NaN, which isnan() tells);
 * libvirt_domain_stats_table_list_fields() says which figures there are. A truth value is 1 or 0. Whole numbers are exact up to 2⁵³.
 *
 * Returns: (transfer full) (array length=n_numbers) (nullable): a number for each row, or %NULL if there
 *   are no rows
 *
 * Since: 1.0
 */
double *
libvirt_domain_stats_table_get_numbers (LibvirtDomainStatsTable *self,
                                        const char *field,
                                        gsize *n_numbers)
{
  double *numbers;
  int place = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN_STATS_TABLE (self), NULL);
  g_return_val_if_fail (field != NULL && g_utf8_validate (field, -1, NULL), NULL);
  g_return_val_if_fail (n_numbers != NULL, NULL);

  *n_numbers = self->n_rows;
  numbers = g_new (double, self->n_rows);
  for (gsize i = 0; i < self->n_rows; i++)
    {
      const virTypedParameter *param = row_find (&self->rows[i], field, &place);

      numbers[i] = param != NULL ? to_number (param) : NAN;
    }

  return numbers;
}
