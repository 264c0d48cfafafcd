/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <float.h>
#include <math.h>
#include <string.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "runtime/libvirt-version.h"

#define MAX_PARAMS 8

/* No key has a macro with this. */
#define NO_FAMILY "NO_"

typedef struct
{
  virTypedParameterPtr params;
  int n_params;
} Native;

static void
native_clear (Native *native)
{
  virTypedParamsFree (native->params, native->n_params);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Native, native_clear)

static void
assert_sent_as (Native *native,
                const char *family,
                GVariant *variant)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_typed_params_from_variant (variant, family, &native->params,
                                                    &native->n_params, &error));
  g_assert_no_error (error);
}

static void
assert_sent (Native *native,
             GVariant *variant)
{
  assert_sent_as (native, NO_FAMILY, variant);
}

/* Refused with a message that has @part in it, and without anything to free. */
static void
assert_refused_as (const char *family,
                   GVariant *variant,
                   const char *part)
{
  g_autoptr (GError) error = NULL;
  virTypedParameterPtr params = (virTypedParameterPtr) 1;
  int n_params = 1;

  g_assert_false (libvirt_typed_params_from_variant (variant, family, &params, &n_params, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  if (strstr (error->message, part) == NULL)
    g_error ("'%s' is not in '%s'", part, error->message);
  g_assert_null (params);
  g_assert_cmpint (n_params, ==, 0);
}

static void
assert_refused (GVariant *variant,
                const char *part)
{
  assert_refused_as (NO_FAMILY, variant, part);
}

static GVariant *
one (const char *name,
     GVariant *value)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, name, value);

  return g_variant_dict_end (&dict);
}

static GVariant *
parse (const char *text)
{
  return g_variant_new_parsed (text);
}

static void
assert_text (GVariant *variant,
             const char *text)
{
  g_autofree char *printed = g_variant_print (variant, TRUE);

  g_assert_cmpstr (printed, ==, text);
}

/* There and back again. */
static void
assert_round_trip (const char *text)
{
  g_auto (Native) native = { 0 };
  g_autoptr (GVariant) back = NULL;

  assert_sent (&native, parse (text));
  back = libvirt_typed_params_to_variant (native.params, native.n_params);

  g_assert_false (g_variant_is_floating (back));
  assert_text (back, text);
}

static void
test_types_out (void)
{
  g_auto (Native) native = { 0 };
  g_autoptr (GVariant) variant = NULL;
  int max = 0;

  virTypedParamsAddInt (&native.params, &native.n_params, &max, "i", -1);
  virTypedParamsAddUInt (&native.params, &native.n_params, &max, "u", 1);
  virTypedParamsAddLLong (&native.params, &native.n_params, &max, "x", -2);
  virTypedParamsAddULLong (&native.params, &native.n_params, &max, "t", 2);
  virTypedParamsAddDouble (&native.params, &native.n_params, &max, "d", 0.5);
  virTypedParamsAddBoolean (&native.params, &native.n_params, &max, "b", 1);
  virTypedParamsAddString (&native.params, &native.n_params, &max, "s", "text");

  variant = libvirt_typed_params_to_variant (native.params, native.n_params);
  assert_text (variant, "{'i': <-1>, 'u': <uint32 1>, 'x': <int64 -2>, 't': <uint64 2>, "
                        "'d': <0.5>, 'b': <true>, 's': <'text'>}");
}

static void
test_types_in (void)
{
  g_auto (Native) native = { 0 };
  const char *names[] = { "i", "u", "x", "t", "d", "b", "s" };
  const int types[] = { VIR_TYPED_PARAM_INT, VIR_TYPED_PARAM_UINT, VIR_TYPED_PARAM_LLONG,
                        VIR_TYPED_PARAM_ULLONG, VIR_TYPED_PARAM_DOUBLE, VIR_TYPED_PARAM_BOOLEAN,
                        VIR_TYPED_PARAM_STRING };

  assert_sent (&native, parse ("{'i': <-1>, 'u': <uint32 1>, 'x': <int64 -2>, 't': <uint64 2>, "
                               "'d': <0.5>, 'b': <true>, 's': <'text'>}"));

  g_assert_cmpint (native.n_params, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (native.params[i].field, ==, names[i]);
      g_assert_cmpint (native.params[i].type, ==, types[i]);
    }

  g_assert_cmpint (native.params[0].value.i, ==, -1);
  g_assert_cmpuint (native.params[1].value.ui, ==, 1);
  g_assert_cmpint (native.params[2].value.l, ==, -2);
  g_assert_cmpuint (native.params[3].value.ul, ==, 2);
  g_assert_cmpfloat (native.params[4].value.d, ==, 0.5);
  g_assert_cmpint (native.params[5].value.b, ==, 1);
  g_assert_cmpstr (native.params[6].value.s, ==, "text");
}

static void
test_extreme_integers (void)
{
  assert_round_trip ("{'least': <-2147483648>, 'most': <2147483647>}");
  assert_round_trip ("{'least': <uint32 0>, 'most': <uint32 4294967295>}");
  assert_round_trip ("{'least': <int64 -9223372036854775808>, "
                     "'most': <int64 9223372036854775807>}");
  assert_round_trip ("{'least': <uint64 0>, 'most': <uint64 18446744073709551615>}");
  assert_round_trip ("{'no': <false>, 'yes': <true>}");
}

static void
test_extreme_doubles (void)
{
  const double numbers[] = { 0.0, -0.0, DBL_MAX, -DBL_MAX, DBL_MIN, DBL_TRUE_MIN,
                             INFINITY, -INFINITY, NAN };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_auto (Native) native = { 0 };
      g_autoptr (GVariant) back = NULL;
      double number = 1;

      assert_sent (&native, one ("number", g_variant_new_double (numbers[i])));
      back = libvirt_typed_params_to_variant (native.params, native.n_params);

      g_assert_true (g_variant_lookup (back, "number", "d", &number));
      g_assert_cmpmem (&number, sizeof number, &numbers[i], sizeof number);
    }
}

static void
assert_string_round_trip (const char *text)
{
  g_auto (Native) native = { 0 };
  g_autoptr (GVariant) back = NULL;
  const char *found;

  assert_sent (&native, one ("text", g_variant_new_string (text)));
  back = libvirt_typed_params_to_variant (native.params, native.n_params);

  g_assert_true (g_variant_lookup (back, "text", "&s", &found));
  g_assert_cmpstr (found, ==, text);
}

static void
test_strings (void)
{
  g_autofree char *text = g_strnfill (1 << 20, 'x');

  assert_string_round_trip ("");
  assert_string_round_trip (text);
  assert_string_round_trip ("Größe, 大小, 🐧");
  assert_string_round_trip ("two\nlines\t'quoted' \"twice\"");
}

static void
test_invalid_string (void)
{
  virTypedParameter params[] = {
    { .field = "broken", .type = VIR_TYPED_PARAM_STRING, .value.s = (char *) "caf\xe9" },
    { .field = "absent", .type = VIR_TYPED_PARAM_STRING, .value.s = NULL },
    { .field = "n\xe9", .type = VIR_TYPED_PARAM_STRING, .value.s = (char *) "name" },
  };
  g_autoptr (GVariant) variant = libvirt_typed_params_to_variant (params, G_N_ELEMENTS (params));

  g_assert_true (g_variant_is_normal_form (variant));
  assert_text (variant, "{'broken': <'caf\xef\xbf\xbd'>, 'absent': <''>, "
                        "'n\xef\xbf\xbd': <'name'>}");
}

static void
test_repeated_strings (void)
{
  g_auto (Native) native = { 0 };
  g_autoptr (GVariant) variant = NULL;
  int max = 0;

  virTypedParamsAddString (&native.params, &native.n_params, &max, "disk", "vda");
  virTypedParamsAddInt (&native.params, &native.n_params, &max, "port", 49152);
  virTypedParamsAddString (&native.params, &native.n_params, &max, "disk", "vdb");
  virTypedParamsAddString (&native.params, &native.n_params, &max, "disk", "vdc");

  variant = libvirt_typed_params_to_variant (native.params, native.n_params);
  assert_text (variant, "{'disk': <['vda', 'vdb', 'vdc']>, 'port': <49152>}");
}

static void
test_arrays_in (void)
{
  g_auto (Native) native = { 0 };

  assert_sent (&native, parse ("{'disk': <['vda', 'vdb']>, 'port': <49152>, 'one': <['alone']>}"));

  g_assert_cmpint (native.n_params, ==, 4);
  g_assert_cmpstr (native.params[0].field, ==, "disk");
  g_assert_cmpstr (native.params[0].value.s, ==, "vda");
  g_assert_cmpstr (native.params[1].field, ==, "disk");
  g_assert_cmpstr (native.params[1].value.s, ==, "vdb");
  g_assert_cmpstr (native.params[2].field, ==, "port");
  g_assert_cmpstr (native.params[3].field, ==, "one");
  g_assert_cmpstr (native.params[3].value.s, ==, "alone");
}

static void
test_repeated_others (void)
{
  assert_round_trip ("{'i': <[1, 2]>, 'u': <[uint32 1, 2]>, 'x': <[int64 1, 2]>, "
                     "'t': <[uint64 1, 2]>, 'd': <[1.0, 2.0]>, 'b': <[true, false]>, "
                     "'s': <['', '']>}");
}

static void
test_repeated_with_different_types (void)
{
  virTypedParameter params[] = {
    { .field = "any", .type = VIR_TYPED_PARAM_INT, .value.i = 1 },
    { .field = "any", .type = VIR_TYPED_PARAM_STRING, .value.s = (char *) "one" },
  };
  g_autoptr (GVariant) variant = libvirt_typed_params_to_variant (params, G_N_ELEMENTS (params));

  assert_text (variant, "{'any': <[<1>, <'one'>]>}");
}

static void
test_unknown_type (void)
{
  virTypedParameter params[] = {
    { .field = "new", .type = 99 },
    { .field = "old", .type = VIR_TYPED_PARAM_INT, .value.i = 1 },
  };
  g_autoptr (GVariant) variant = libvirt_typed_params_to_variant (params, G_N_ELEMENTS (params));

  assert_text (variant, "{'old': <1>}");
}

static void
test_nothing (void)
{
  g_auto (Native) native = { 0 };
  g_auto (Native) empty = { 0 };
  g_autoptr (GVariant) variant = libvirt_typed_params_to_variant (NULL, 0);

  assert_text (variant, "@a{sv} {}");

  assert_sent (&native, NULL);
  g_assert_null (native.params);
  g_assert_cmpint (native.n_params, ==, 0);

  assert_sent (&empty, parse ("@a{sv} {}"));
  g_assert_null (empty.params);
  g_assert_cmpint (empty.n_params, ==, 0);
}

static void
test_many (void)
{
  g_auto (Native) native = { 0 };
  g_autoptr (GVariant) back = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("vcpu.%u.time", i);

      g_variant_dict_insert (&dict, name, "t", (guint64) i);
    }

  assert_sent (&native, g_variant_dict_end (&dict));
  g_assert_cmpint (native.n_params, ==, 5000);
  back = libvirt_typed_params_to_variant (native.params, native.n_params);
  g_assert_cmpuint (g_variant_n_children (back), ==, 5000);
}

static void
test_not_a_dictionary (void)
{
  assert_refused (parse ("'text'"), "'a{sv}', not 's'");
  assert_refused (parse ("{'name': 'text'}"), "not 'a{ss}'");
  assert_refused (parse ("[1, 2]"), "not 'ai'");
  assert_refused (parse ("(@a{sv} {},)"), "not '(a{sv})'");
  assert_refused (parse ("<@a{sv} {}>"), "not 'v'");
}

static void
test_wrong_type (void)
{
  const char *values[] = {
    "byte 1", "int16 1", "uint16 1", "handle 1", "just 1", "@mi nothing", "(1, 2)", "<1>",
    "objectpath '/'", "signature 's'", "[byte 1]", "[[1]]", "[['x']]", "[<1>]", "{'x': 1}",
    "{'x': <1>}", "{1, 2}", "@a(ss) []", "@aas []", "()",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'fine': <1>, 'speed': <%s>}", values[i]);
      GVariant *variant = g_variant_parse (NULL, text, NULL, NULL, NULL);

      g_assert_nonnull (variant);
      g_assert_false (g_variant_is_floating (variant));
      assert_refused (variant, "'speed'");
      g_variant_unref (variant);
    }
}

static void
test_bad_name (void)
{
  g_autofree char *long_name = g_strnfill (VIR_TYPED_PARAM_FIELD_LENGTH, 'n');
  g_auto (Native) native = { 0 };

  assert_refused (parse ("{'fine': <1>, '': <2>}"), "''");
  assert_refused (one (long_name, g_variant_new_int32 (1)), long_name);

  long_name[VIR_TYPED_PARAM_FIELD_LENGTH - 1] = '\0';
  assert_sent (&native, one (long_name, g_variant_new_int32 (1)));
  g_assert_cmpstr (native.params[0].field, ==, long_name);
}

static void
test_same_key_twice (void)
{
  assert_refused (parse ("{'a': <'x'>, 'speed': <1>, 'b': <'y'>, 'speed': <1>}"), "'speed'");
  assert_refused_as ("DOMAIN_SCHEDULER_", parse ("{'weight': <1>, 'weight': <uint32 1>}"),
                     "'weight' is given twice");
}

static void
test_array_without_value (void)
{
  assert_refused (parse ("{'fine': <1>, 'disks': <@as []>}"), "'disks'");
  assert_refused (parse ("{'fine': <1>, 'ports': <@ai []>}"), "'ports'");
}

static void
test_without_error_location (void)
{
  virTypedParameterPtr params;
  int n_params;

  libvirt_reset_last_error ();
  g_assert_false (libvirt_typed_params_from_variant (parse ("1"), NO_FAMILY, &params,
                                                     &n_params, NULL));
  g_assert_cmpint (libvirt_get_last_error_code (), ==, LIBVIRT_ERROR_INVALID_ARG);
}

static void
note (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* The memory of a variant tells when the variant goes. */
static void
assert_references (const char *type,
                   gboolean taken)
{
  g_autoptr (GVariant) model = g_variant_ref_sink (parse ("{'n': <1>}"));
  gboolean freed = FALSE;
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (g_variant_get_data (model),
                                                         g_variant_get_size (model), note, &freed);
  GVariant *floating = g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, TRUE);
  GVariant *owned = g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, TRUE);
  virTypedParameterPtr params;
  int n_params;

  g_variant_ref_sink (owned);
  g_clear_pointer (&bytes, g_bytes_unref);

  g_assert_cmpint (libvirt_typed_params_from_variant (owned, NO_FAMILY, &params, &n_params, NULL),
                   ==, taken);
  virTypedParamsFree (params, n_params);
  g_assert_cmpint (libvirt_typed_params_from_variant (floating, NO_FAMILY, &params, &n_params, NULL),
                   ==, taken);
  virTypedParamsFree (params, n_params);

  /* The floating one is gone; the other one is still the caller's. */
  g_assert_false (freed);
  g_assert_true (g_variant_is_of_type (owned, G_VARIANT_TYPE (type)));
  g_variant_unref (owned);
  g_assert_true (freed);
}

static void
test_references (void)
{
  assert_references ("a{sv}", TRUE);
  assert_references ("ay", FALSE);
}

typedef struct
{
  const char *family;
  const char *name;
} Key;

/* Known keys, one for each type. */
static const Key int_key = { "DOMAIN_SCHEDULER_", "shares" };
static const Key uint_key = { "DOMAIN_SCHEDULER_", "weight" };
static const Key llong_key = { "DOMAIN_SCHEDULER_", "vcpu_quota" };
static const Key ullong_key = { "DOMAIN_SCHEDULER_", "cpu_shares" };
static const Key both_key = { "DOMAIN_IOTHREAD_", "poll_weight" };
static const Key boolean_key = { "PERF_PARAM_", "cpu_clock" };
static const Key string_key = { "DOMAIN_NUMA_", "numa_nodeset" };
static const Key strings_key = { "MIGRATE_PARAM_", "migrate_disks" };

static GVariant *
value_of (const Key *key,
          const char *value)
{
  g_autofree char *text = g_strdup_printf ("{'other': <'text'>, '%s': <%s>}", key->name,
                                           value);

  return parse (text);
}

static void
assert_becomes (const Key *key,
                const char *given,
                const char *sent)
{
  g_auto (Native) native = { 0 };
  g_autoptr (GVariant) back = NULL;
  g_autoptr (GVariant) expected = g_variant_ref_sink (value_of (key, sent));

  assert_sent_as (&native, key->family, value_of (key, given));
  back = libvirt_typed_params_to_variant (native.params, native.n_params);
  g_assert_cmpvariant (back, expected);
}

/* The message has the key, the type that is wanted and the value. */
static void
assert_unfit (const Key *key,
              const char *given,
              const char *type)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (parse (given));
  g_autofree char *text = g_variant_print (value, TRUE);
  g_autofree char *message = g_strdup_printf ("'%s' must be of type '%s', ", key->name, type);
  g_autofree char *end = g_strdup_printf (", not %s", text);

  assert_refused_as (key->family, value_of (key, given), message);
  assert_refused_as (key->family, value_of (key, given), end);
}

static void
test_same_number (void)
{
  const char *types[] = { "byte", "int16", "uint16", "int32", "uint32", "int64", "uint64", "double" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *seven = g_strdup_printf ("%s 7", types[i]);

      assert_becomes (&int_key, seven, "7");
      assert_becomes (&uint_key, seven, "uint32 7");
      assert_becomes (&llong_key, seven, "int64 7");
      assert_becomes (&ullong_key, seven, "uint64 7");
    }
}

static void
test_same_negative_number (void)
{
  const char *types[] = { "int16", "int32", "int64", "double" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *seven = g_strdup_printf ("%s -7", types[i]);

      assert_becomes (&int_key, seven, "-7");
      assert_becomes (&llong_key, seven, "int64 -7");
      assert_unfit (&uint_key, seven, "u");
      assert_unfit (&ullong_key, seven, "t");
    }
}

static void
test_limits_of_int (void)
{
  assert_becomes (&int_key, "int64 -2147483648", "-2147483648");
  assert_becomes (&int_key, "-2147483648.0", "-2147483648");
  assert_becomes (&int_key, "int64 2147483647", "2147483647");
  assert_becomes (&int_key, "uint32 2147483647", "2147483647");
  assert_becomes (&int_key, "uint64 2147483647", "2147483647");
  assert_becomes (&int_key, "2147483647.0", "2147483647");

  assert_unfit (&int_key, "int64 -2147483649", "i");
  assert_unfit (&int_key, "-2147483649.0", "i");
  assert_unfit (&int_key, "int64 2147483648", "i");
  assert_unfit (&int_key, "uint32 2147483648", "i");
  assert_unfit (&int_key, "uint64 18446744073709551615", "i");
  assert_unfit (&int_key, "2147483648.0", "i");
}

static void
test_limits_of_uint (void)
{
  assert_becomes (&uint_key, "0", "uint32 0");
  assert_becomes (&uint_key, "int64 0", "uint32 0");
  assert_becomes (&uint_key, "-0.0", "uint32 0");
  assert_becomes (&uint_key, "int64 4294967295", "uint32 4294967295");
  assert_becomes (&uint_key, "uint64 4294967295", "uint32 4294967295");
  assert_becomes (&uint_key, "4294967295.0", "uint32 4294967295");

  assert_unfit (&uint_key, "-1", "u");
  assert_unfit (&uint_key, "int64 -9223372036854775808", "u");
  assert_unfit (&uint_key, "-1.0", "u");
  assert_unfit (&uint_key, "int64 4294967296", "u");
  assert_unfit (&uint_key, "uint64 4294967296", "u");
  assert_unfit (&uint_key, "4294967296.0", "u");
}

static void
test_limits_of_llong (void)
{
  assert_becomes (&llong_key, "-2147483648", "int64 -2147483648");
  assert_becomes (&llong_key, "-9223372036854775808.0", "int64 -9223372036854775808");
  assert_becomes (&llong_key, "uint64 9223372036854775807", "int64 9223372036854775807");
  assert_becomes (&llong_key, "9223372036854774784.0", "int64 9223372036854774784");

  assert_unfit (&llong_key, "-9223372036854777856.0", "x");
  assert_unfit (&llong_key, "uint64 9223372036854775808", "x");
  assert_unfit (&llong_key, "9223372036854775808.0", "x");
}

static void
test_limits_of_ullong (void)
{
  assert_becomes (&ullong_key, "0", "uint64 0");
  assert_becomes (&ullong_key, "int64 9223372036854775807", "uint64 9223372036854775807");
  assert_becomes (&ullong_key, "18446744073709549568.0", "uint64 18446744073709549568");

  assert_unfit (&ullong_key, "int16 -1", "t");
  assert_unfit (&ullong_key, "int64 -1", "t");
  assert_unfit (&ullong_key, "-1.0", "t");
  assert_unfit (&ullong_key, "18446744073709551616.0", "t");
}

static void
test_no_integer (void)
{
  const double numbers[] = { 0.5, -0.5, 1e300, -1e300, INFINITY, -INFINITY, NAN };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      assert_refused_as ("DOMAIN_SCHEDULER_", one ("shares", g_variant_new_double (numbers[i])),
                         "'shares' must be of type 'i'");
      assert_refused_as ("DOMAIN_SCHEDULER_", one ("cpu_shares", g_variant_new_double (numbers[i])),
                         "'cpu_shares' must be of type 't'");
    }
}

static void
test_wrong_kind (void)
{
  const char *no_numbers[] = { "true", "'5'", "objectpath '/'", "handle 5" };

  for (guint i = 0; i < G_N_ELEMENTS (no_numbers); i++)
    {
      assert_unfit (&int_key, no_numbers[i], "i");
      assert_unfit (&ullong_key, no_numbers[i], "t");
    }

  assert_unfit (&boolean_key, "1", "b");
  assert_unfit (&boolean_key, "'true'", "b");
  assert_unfit (&string_key, "1", "s");
  assert_unfit (&string_key, "false", "s");
  assert_unfit (&string_key, "signature 'i'", "s");
}

/* A text in another wrapping may be a secret, and long. */
static void
test_container (void)
{
  assert_refused_as ("DOMAIN_LAUNCH_SECURITY_", parse ("{'sev-secret': <('secret',)>}"),
                     "'sev-secret' must be of type 's', a text, not one of type '(s)'");
  assert_refused_as ("DOMAIN_SCHEDULER_", parse ("{'weight': <<1>>}"), "not one of type 'v'");
}

static void
test_two_types (void)
{
  assert_becomes (&both_key, "uint32 5", "uint32 5");
  assert_becomes (&both_key, "uint64 5", "uint32 5");
  assert_becomes (&both_key, "uint64 4294967296", "uint64 4294967296");
  assert_becomes (&both_key, "int64 5", "uint32 5");
  assert_becomes (&both_key, "int64 4294967296", "uint64 4294967296");
  assert_unfit (&both_key, "-1", "t");
}

/* The same key is another one, and maybe not known, to another function. */
static void
test_family (void)
{
  const Key weight_of_disks = { "DOMAIN_BLKIO_", "weight" };
  const Key weight_of_memory = { "DOMAIN_MEMORY_", "weight" };
  const Key bandwidth_of_copy = { "DOMAIN_BLOCK_COPY_", "bandwidth" };
  const Key bandwidth_of_share = { "DOMAIN_SCHEDULER_", "bandwidth" };

  assert_becomes (&weight_of_disks, "5", "uint32 5");
  assert_becomes (&weight_of_memory, "5", "5");
  assert_becomes (&bandwidth_of_copy, "5", "uint64 5");
  assert_becomes (&bandwidth_of_share, "-5", "-5");
}

static void
test_arrays_of_known (void)
{
  assert_becomes (&strings_key, "['vda', 'vdb']", "['vda', 'vdb']");
  assert_becomes (&strings_key, "'vda'", "'vda'");
  assert_becomes (&int_key, "[int64 1, 2]", "[1, 2]");
  assert_refused_as ("DOMAIN_SCHEDULER_", parse ("{'shares': <[int64 1, 2147483648]>}"),
                     "'shares' must be of type 'i', a number from -2147483648 to 2147483647, not "
                     "int64 2147483648");
  assert_refused_as ("DOMAIN_SCHEDULER_", parse ("{'shares': <@ax []>}"), "'shares' is an array");
}

/* What libvirt itself makes of what it is given. */
static void
test_accepted_by_libvirt (void)
{
  virConnectPtr host = virConnectOpen ("test:///default");
  virDomainPtr domain = virDomainLookupByName (host, "test");
  virTypedParameter params[MAX_PARAMS];
  int n_params = MAX_PARAMS;
  g_autoptr (GVariant) before G_GNUC_UNUSED = NULL;
  g_autoptr (GVariant) after = NULL;
  g_auto (Native) native = { 0 };

  assert_sent (&native, parse ("{'weight': <uint32 321>}"));
  virDomainSetSchedulerParameters (domain, native.params, native.n_params);

  memset (params, 0, sizeof params);
  g_assert_cmpint (virDomainGetSchedulerParameters (domain, params, &n_params), ==, 0);
  after = libvirt_typed_params_to_variant (params, n_params);
  g_assert_true (g_variant_is_of_type (after, G_VARIANT_TYPE_VARDICT));
  g_assert_true (g_variant_lookup (after, "weight", "u", NULL));

  virTypedParamsClear (params, n_params);
  virDomainFree (domain);
  virConnectClose (host);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  libvirt_initialize (NULL);

  g_test_add_func ("/typed-params/from-libvirt/types", test_types_out);
  g_test_add_func ("/typed-params/to-libvirt/types", test_types_in);
  g_test_add_func ("/typed-params/both-ways/extreme-integers", test_extreme_integers);
  g_test_add_func ("/typed-params/both-ways/extreme-doubles", test_extreme_doubles);
  g_test_add_func ("/typed-params/both-ways/strings", test_strings);
  g_test_add_func ("/typed-params/both-ways/repeated-others", test_repeated_others);
  g_test_add_func ("/typed-params/both-ways/nothing", test_nothing);
  g_test_add_func ("/typed-params/both-ways/many", test_many);
  g_test_add_func ("/typed-params/both-ways/accepted-by-libvirt", test_accepted_by_libvirt);
  g_test_add_func ("/typed-params/from-libvirt/invalid-string", test_invalid_string);
  g_test_add_func ("/typed-params/from-libvirt/repeated-strings", test_repeated_strings);
  g_test_add_func ("/typed-params/from-libvirt/repeated-with-different-types",
                   test_repeated_with_different_types);
  g_test_add_func ("/typed-params/from-libvirt/unknown-type", test_unknown_type);
  g_test_add_func ("/typed-params/to-libvirt/arrays", test_arrays_in);
  g_test_add_func ("/typed-params/to-libvirt/references", test_references);
  g_test_add_func ("/typed-params/known/same-number", test_same_number);
  g_test_add_func ("/typed-params/known/same-negative-number", test_same_negative_number);
  g_test_add_func ("/typed-params/known/limits-of-int", test_limits_of_int);
  g_test_add_func ("/typed-params/known/limits-of-uint", test_limits_of_uint);
  g_test_add_func ("/typed-params/known/limits-of-llong", test_limits_of_llong);
  g_test_add_func ("/typed-params/known/limits-of-ullong", test_limits_of_ullong);
  g_test_add_func ("/typed-params/known/no-integer", test_no_integer);
  g_test_add_func ("/typed-params/known/wrong-kind", test_wrong_kind);
  g_test_add_func ("/typed-params/known/container", test_container);
  g_test_add_func ("/typed-params/known/two-types", test_two_types);
  g_test_add_func ("/typed-params/known/family", test_family);
  g_test_add_func ("/typed-params/known/arrays", test_arrays_of_known);
  g_test_add_func ("/typed-params/refused/not-a-dictionary", test_not_a_dictionary);
  g_test_add_func ("/typed-params/refused/wrong-type", test_wrong_type);
  g_test_add_func ("/typed-params/refused/bad-name", test_bad_name);
  g_test_add_func ("/typed-params/refused/same-key-twice", test_same_key_twice);
  g_test_add_func ("/typed-params/refused/array-without-value", test_array_without_value);
  g_test_add_func ("/typed-params/refused/without-error-location", test_without_error_location);

  return g_test_run ();
}
