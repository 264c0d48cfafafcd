/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <float.h>
#include <math.h>
#include <string.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"
#include "runtime/libvirt-version.h"

#define MAX_PARAMS 8

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
assert_sent (Native *native,
             GVariant *variant)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_typed_params_from_variant (variant, &native->params, &native->n_params,
                                                    &error));
  g_assert_no_error (error);
}

/* Refused with a message that has @part in it, and without anything to free. */
static void
assert_refused (GVariant *variant,
                const char *part)
{
  g_autoptr (GError) error = NULL;
  virTypedParameterPtr params = (virTypedParameterPtr) 1;
  int n_params = 1;

  g_assert_false (libvirt_typed_params_from_variant (variant, &params, &n_params, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_INVALID_ARG);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_null (params);
  g_assert_cmpint (n_params, ==, 0);
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
  g_assert_false (libvirt_typed_params_from_variant (parse ("1"), &params, &n_params, NULL));
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

  g_assert_cmpint (libvirt_typed_params_from_variant (owned, &params, &n_params, NULL), ==, taken);
  virTypedParamsFree (params, n_params);
  g_assert_cmpint (libvirt_typed_params_from_variant (floating, &params, &n_params, NULL), ==,
                   taken);
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
  g_test_add_func ("/typed-params/refused/not-a-dictionary", test_not_a_dictionary);
  g_test_add_func ("/typed-params/refused/wrong-type", test_wrong_type);
  g_test_add_func ("/typed-params/refused/bad-name", test_bad_name);
  g_test_add_func ("/typed-params/refused/same-key-twice", test_same_key_twice);
  g_test_add_func ("/typed-params/refused/array-without-value", test_array_without_value);
  g_test_add_func ("/typed-params/refused/without-error-location", test_without_error_location);

  return g_test_run ();
}
