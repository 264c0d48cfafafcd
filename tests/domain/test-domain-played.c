/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What no host has that tests run on: hundreds of processors, figures of a later libvirt, a guest
 * with a secret, names that are not UTF-8. Some functions of libvirt are played here: the library
 * finds those of a program before libvirt's own.
 */

#include "harness.h"

#include <dlfcn.h>
#include <string.h>

#define N_CPUS 300

static struct
{
  gboolean is_on;
  gboolean knows_no_map; /* virNodeGetCPUMap() is not supported */
  guint n_calls;
  guint max_cpus; /* asked for in one call */
  char *secret;   /* as it arrived */
  guint n_freed;  /* texts of typed parameters */
  guint n_unwiped;
  char *file; /* that the description of what was restored was looked for in */
  int maplen;
} played;

static gpointer
real (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  g_assert_nonnull (function);
  return function;
}

static void
set_up (Harness *self,
        gconstpointer data)
{
  harness_set_up (self, data);
  g_assert_cmpint (virDomainCreate (self->raw_domain), ==, 0);
  memset (&played, 0, sizeof played);
  played.is_on = TRUE;
}

static void
tear_down (Harness *self,
           gconstpointer data)
{
  played.is_on = FALSE;
  g_clear_pointer (&played.secret, g_free);
  g_clear_pointer (&played.file, g_free);
  harness_tear_down (self, data);
}

/* Number N has used N nanoseconds; but nothing is known of number 200. */
G_MODULE_EXPORT int
virDomainGetCPUStats (virDomainPtr domain,
                      virTypedParameterPtr params,
                      unsigned int nparams,
                      int start_cpu,
                      unsigned int ncpus,
                      unsigned int flags)
{
  played.n_calls++;
  played.max_cpus = MAX (played.max_cpus, ncpus);
  if (params == NULL)
    return ncpus == 0 ? N_CPUS : 2;

  g_assert_cmpuint (nparams, ==, 2);
  for (guint i = 0; i < ncpus; i++)
    {
      if (start_cpu + i != 200)
        params[i * nparams] = (virTypedParameter){ .field = "cpu_time",
                                                   .type = VIR_TYPED_PARAM_ULLONG,
                                                   .value.ul = start_cpu + i };
    }
  return 1;
}

G_MODULE_EXPORT int
virDomainMemoryStats (virDomainPtr domain,
                      virDomainMemoryStatPtr stats,
                      unsigned int nr_stats,
                      unsigned int flags)
{
  g_assert_cmpuint (nr_stats, >, VIR_DOMAIN_MEMORY_STAT_NR + 1);
  for (int i = 0; i <= VIR_DOMAIN_MEMORY_STAT_NR; i++)
    stats[i] = (virDomainMemoryStatStruct){ .tag = i < VIR_DOMAIN_MEMORY_STAT_NR ? i : 1000,
                                            .val = G_MAXUINT64 - i };
  return VIR_DOMAIN_MEMORY_STAT_NR + 1;
}

G_MODULE_EXPORT int
virDomainGetSecurityLabelList (virDomainPtr domain,
                               virSecurityLabelPtr *seclabels)
{
  *seclabels = g_new0 (virSecurityLabel, 2);
  g_strlcpy ((*seclabels)[0].label, "system_u:system_r:svirt_t", VIR_SECURITY_LABEL_BUFLEN);
  (*seclabels)[0].enforcing = 1;
  g_strlcpy ((*seclabels)[1].label, "+64055:+106\xff", VIR_SECURITY_LABEL_BUFLEN);
  return 2;
}

G_MODULE_EXPORT int
virDomainGetLaunchSecurityInfo (virDomainPtr domain,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags)
{
  int max = 0;

  *params = NULL;
  *nparams = 0;
  virTypedParamsAddString (params, nparams, &max, "sev-measurement", "bWVhc3VyZW1lbnQ=");
  virTypedParamsAddUInt (params, nparams, &max, "sev-policy", 7);
  return 0;
}

G_MODULE_EXPORT int
virDomainSetLaunchSecurityState (virDomainPtr domain,
                                 virTypedParameterPtr params,
                                 int nparams,
                                 unsigned int flags)
{
  const char *secret;

  g_assert_cmpint (virTypedParamsGetString (params, nparams, "sev-secret", &secret), ==, 1);
  played.secret = g_strdup (secret);
  return 0;
}

G_MODULE_EXPORT int
virDomainRestoreParams (virConnectPtr connect,
                        virTypedParameterPtr params,
                        int nparams,
                        unsigned int flags)
{
  return 0;
}

G_MODULE_EXPORT char *
virDomainSaveImageGetXMLDesc (virConnectPtr connect,
                              const char *file,
                              unsigned int flags)
{
  played.file = g_strdup (file);
  return NULL;
}

G_MODULE_EXPORT void
virTypedParamsFree (virTypedParameterPtr params,
                    int nparams)
{
  void (*free_params) (virTypedParameterPtr, int) = real ("virTypedParamsFree");

  for (int i = 0; i < nparams; i++)
    {
      if (params[i].type != VIR_TYPED_PARAM_STRING)
        continue;

      g_atomic_int_inc (&played.n_freed);
      if (params[i].value.s[0] != '\0')
        g_atomic_int_inc (&played.n_unwiped);
    }
  free_params (params, nparams);
}

G_MODULE_EXPORT int
virDomainGetMessages (virDomainPtr domain,
                      char ***msgs,
                      unsigned int flags)
{
  *msgs = g_new0 (char *, 3);
  (*msgs)[0] = g_strdup_printf ("kind %u", flags);
  (*msgs)[1] = g_strdup ("caf\xe9");
  return 2;
}

G_MODULE_EXPORT const char *
virDomainGetName (virDomainPtr domain)
{
  typeof (&virDomainGetName) get_name = real ("virDomainGetName");
  const char *name = get_name (domain);

  return played.is_on && g_strcmp0 (name, "odd") == 0 ? "caf\xe9" : name;
}

G_MODULE_EXPORT int
virConnectGetCPUModelNames (virConnectPtr connect,
                            const char *arch,
                            char ***models,
                            unsigned int flags)
{
  *models = g_new0 (char *, 3);
  (*models)[0] = g_strdup (arch);
  (*models)[1] = g_strdup ("caf\xe9");
  return 2;
}

G_MODULE_EXPORT int
virNodeGetCPUMap (virConnectPtr connect,
                  unsigned char **cpumap,
                  unsigned int *online,
                  unsigned int flags)
{
  int (*get) (virConnectPtr, unsigned char **, unsigned int *, unsigned int) =
    real ("virNodeGetCPUMap");
  int n = 0;

  if (!played.is_on)
    return get (connect, cpumap, online, flags);
  if (!played.knows_no_map)
    return N_CPUS;

  /* What the driver really does not have. */
  g_assert_cmpint (virNodeGetMemoryParameters (connect, NULL, &n, 0), ==, -1);
  g_assert_cmpint (virGetLastErrorCode (), ==, VIR_ERR_NO_SUPPORT);
  return -1;
}

G_MODULE_EXPORT int
virDomainGetVcpuPinInfo (virDomainPtr domain,
                         int ncpumaps,
                         unsigned char *cpumaps,
                         int maplen,
                         unsigned int flags)
{
  g_assert_cmpint (ncpumaps, ==, 2);
  played.maplen = maplen;
  cpumaps[maplen - 1] = 0x08;
  return 1;
}

G_MODULE_EXPORT int
virDomainGetEmulatorPinInfo (virDomainPtr domain,
                             unsigned char *cpumap,
                             int maplen,
                             unsigned int flags)
{
  return 0;
}

static void
test_many_cpus (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) stats = libvirt_domain_get_cpu_stats (self->domain, 10, 0, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (stats), ==, N_CPUS - 10);
  g_assert_cmpuint (played.max_cpus, ==, 128);
  g_assert_cmpuint (played.n_calls, ==, 5);
  for (guint i = 0; i < N_CPUS - 10; i++)
    {
      g_autoptr (GVariant) cpu = g_variant_get_child_value (stats, i);
      guint64 time;

      g_assert_cmpint (g_variant_lookup (cpu, "cpu_time", "t", &time), ==, i != 190);
      if (i != 190)
        g_assert_cmpuint (time, ==, i + 10);
    }
}

static void
test_some_cpus (Harness *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) stats = libvirt_domain_get_cpu_stats (self->domain, 295, 3, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (stats), ==, 3);
  g_assert_cmpuint (played.max_cpus, ==, 3);
}

/* No language may meet a value that its enumeration does not have. */
static void
test_memory (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stats = libvirt_domain_memory_stats (self->domain, 0, &error);
  LibvirtDomainMemoryStat *stat;

  g_assert_no_error (error);
  g_assert_cmpuint (stats->len, ==, VIR_DOMAIN_MEMORY_STAT_NR + 1);
  stat = stats->pdata[3];
  g_assert_cmpint (stat->tag, ==, 3);
  g_assert_cmpuint (stat->val, ==, G_MAXUINT64 - 3);
  stat = stats->pdata[VIR_DOMAIN_MEMORY_STAT_NR];
  g_assert_cmpint (stat->tag, ==, LIBVIRT_DOMAIN_MEMORY_STAT_TAGS_UNKNOWN);
  g_assert_cmpuint (stat->val, ==, G_MAXUINT64 - VIR_DOMAIN_MEMORY_STAT_NR);
}

static void
test_labels (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) labels = libvirt_domain_get_security_label_list (self->domain, &error);
  LibvirtSecurityLabel *label;

  g_assert_no_error (error);
  g_assert_cmpuint (labels->len, ==, 2);
  label = labels->pdata[0];
  g_assert_cmpstr (label->label, ==, "system_u:system_r:svirt_t");
  g_assert_true (label->enforcing);
  label = labels->pdata[1];
  g_assert_cmpstr (label->label, ==, "+64055:+106\357\277\275");
  g_assert_false (label->enforcing);
}

static void
test_messages (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) messages = libvirt_domain_get_messages (
    self->domain, LIBVIRT_DOMAIN_MESSAGE_TYPE_TAINTING, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (messages), ==, 2);
  g_assert_cmpstr (messages[0], ==, "kind 2");
  g_assert_cmpstr (messages[1], ==, "caf\357\277\275");
}

static void
test_name (Harness *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = harness_domain_xml ("odd");
  virDomainPtr raw = virDomainDefineXML (self->raw, xml);
  g_autoptr (LibvirtDomain) domain =
    libvirt_connect_lookup_domain_by_name (self->connect, "odd", &error);
  const char *name = libvirt_domain_get_name (domain);
  g_autofree char *property = NULL;

  g_assert_no_error (error);
  g_object_get (domain, "name", &property, NULL);
  g_assert_cmpstr (name, ==, "caf\357\277\275");
  g_assert_cmpstr (property, ==, name);
  g_assert_true (libvirt_domain_get_name (domain) == name);

  g_assert_cmpint (virDomainUndefine (raw), ==, 0);
  virDomainFree (raw);
  harness_wait_until (!libvirt_entity_get_exists (LIBVIRT_ENTITY (domain)));
}

static void
test_models (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) models = libvirt_connect_get_cpu_model_names (self->connect, "i686", 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (models), ==, 2);
  g_assert_cmpstr (models[0], ==, "i686");
  g_assert_cmpstr (models[1], ==, "caf\357\277\275");
}

static void
test_launch_info (Harness *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) info =
    libvirt_domain_get_launch_security_info (self->domain, 0, &error);
  const char *measurement;
  guint policy;

  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (info), ==, 2);
  g_assert_true (g_variant_lookup (info, LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT, "&s",
                                   &measurement));
  g_assert_cmpstr (measurement, ==, "bWVhc3VyZW1lbnQ=");
  g_assert_true (
    g_variant_lookup (info, LIBVIRT_DOMAIN_LAUNCH_SECURITY_SEV_POLICY, "u", &policy));
  g_assert_cmpuint (policy, ==, 7);
}

static void
test_secret (Harness *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_domain_set_launch_security_state (
    self->domain, g_variant_new_parsed ("{'sev-secret': <'hush'>, 'sev-secret-header': <'h'>}"), 0,
    &error));
  g_assert_no_error (error);
  g_assert_cmpstr (played.secret, ==, "hush");
  g_assert_cmpuint (played.n_freed, ==, 2);
  g_assert_cmpuint (played.n_unwiped, ==, 0);
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_assert_true (libvirt_domain_set_launch_security_state_finish (LIBVIRT_DOMAIN (source), result,
                                                                  NULL));
  *(gboolean *) user_data = TRUE;
}

static void
test_secret_async (Harness *self,
                   gconstpointer data)
{
  gboolean done = FALSE;

  libvirt_domain_set_launch_security_state_async (
    self->domain, g_variant_new_parsed ("{'sev-secret': <'hush'>}"), 0, NULL, on_done, &done);
  harness_wait_until (done);
  g_assert_cmpstr (played.secret, ==, "hush");
  g_assert_cmpuint (played.n_freed, ==, 1);
  g_assert_cmpuint (played.n_unwiped, ==, 0);
}

/* Also where there is nobody to give it to. */
static void
test_secret_after_close (Harness *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_close (self->connect, &error));
  g_assert_no_error (error);
  g_assert_false (libvirt_domain_set_launch_security_state (
    self->domain, g_variant_new_parsed ("{'sev-secret': <'hush'>}"), 0, &error));
  harness_assert_closed (&error);
  g_assert_cmpuint (played.n_freed, ==, 1);
  g_assert_cmpuint (played.n_unwiped, ==, 0);
}

/* The dictionary is gone when libvirt has restored the domain. */
static void
test_restored (Harness *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_connect_domain_restore_params (
    self->connect, g_variant_new_parsed ("{'file': <'/nowhere/saved'>}"), 0, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (played.file, ==, "/nowhere/saved");
}

static void
assert_maps (Harness *self,
             int maplen)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) maps = libvirt_domain_get_vcpu_pin_info (self->domain, 0, &error);
  g_autoptr (GVariant) map = NULL;
  const guint8 *bytes;
  gsize n;

  g_assert_no_error (error);
  g_assert_cmpint (played.maplen, ==, maplen);
  g_assert_cmpuint (g_variant_n_children (maps), ==, 1);
  map = g_variant_get_child_value (maps, 0);
  bytes = g_variant_get_fixed_array (map, &n, 1);
  g_assert_cmpuint (n, ==, maplen);
  g_assert_cmpuint (bytes[n - 1], ==, 0x08);
}

/* Fewer virtual processors than there was room for, and a map for all processors of the host. */
static void
test_long_maps (Harness *self,
                gconstpointer data)
{
  assert_maps (self, VIR_CPU_MAPLEN (N_CPUS));
}

static void
test_maps_without_number (Harness *self,
                          gconstpointer data)
{
  virNodeInfo info;

  g_assert_cmpint (virNodeGetInfo (self->raw, &info), ==, 0);
  played.knows_no_map = TRUE;
  assert_maps (self, VIR_CPU_MAPLEN (VIR_NODEINFO_MAXCPUS (info)));
}

static void
test_emulator_anywhere (Harness *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize n = 7;

  g_assert_null (libvirt_domain_get_emulator_pin_info (self->domain, 0, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
}

#define ADD(path, func) \
  g_test_add ("/domain/played/" path, Harness, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("many-cpus", test_many_cpus);
  ADD ("some-cpus", test_some_cpus);
  ADD ("memory-of-a-later-libvirt", test_memory);
  ADD ("security-labels", test_labels);
  ADD ("messages", test_messages);
  ADD ("name", test_name);
  ADD ("cpu-models", test_models);
  ADD ("launch-info", test_launch_info);
  ADD ("secret/wiped", test_secret);
  ADD ("secret/wiped-async", test_secret_async);
  ADD ("secret/wiped-after-close", test_secret_after_close);
  ADD ("restored", test_restored);
  ADD ("long-maps", test_long_maps);
  ADD ("maps-without-number", test_maps_without_number);
  ADD ("emulator-anywhere", test_emulator_anywhere);

  return g_test_run ();
}
