/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * libvirt's typed parameters are an array in which a name may come several times; ours are a
 * dictionary, in which the values of such a name are an array. libvirt repeats strings only, but
 * nothing in the type says so: other values are not lost either.
 */

#include <string.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

static GVariant *
string_to_variant (const char *text)
{
  return g_variant_new_take_string (g_utf8_make_valid (text != NULL ? text : "", -1));
}

/* NULL for a type that came to libvirt after this library: nobody could say what it means. */
static GVariant *
value_to_variant (const virTypedParameter *param)
{
  switch (param->type)
    {
    case VIR_TYPED_PARAM_INT:
      return g_variant_new_int32 (param->value.i);
    case VIR_TYPED_PARAM_UINT:
      return g_variant_new_uint32 (param->value.ui);
    case VIR_TYPED_PARAM_LLONG:
      return g_variant_new_int64 (param->value.l);
    case VIR_TYPED_PARAM_ULLONG:
      return g_variant_new_uint64 (param->value.ul);
    case VIR_TYPED_PARAM_DOUBLE:
      return g_variant_new_double (param->value.d);
    case VIR_TYPED_PARAM_BOOLEAN:
      return g_variant_new_boolean (param->value.b != 0);
    case VIR_TYPED_PARAM_STRING:
      return string_to_variant (param->value.s);
    default:
      return NULL;
    }
}

/* For each parameter, the index of the next one of its name, 0 if there is none. Sets @first to
 * whether a parameter is the first one of its name. */
static guint *
chain_names (virTypedParameterPtr params,
             guint n_params,
             gboolean *first)
{
  g_autoptr (GHashTable) previous = g_hash_table_new (g_str_hash, g_str_equal);
  guint *next = g_new0 (guint, n_params);

  for (guint i = 0; i < n_params; i++)
    {
      gpointer index;

      first[i] = !g_hash_table_lookup_extended (previous, params[i].field, NULL, &index);
      if (!first[i])
        next[GPOINTER_TO_UINT (index)] = i;
      g_hash_table_insert (previous, params[i].field, GUINT_TO_POINTER (i));
    }

  return next;
}

static gboolean
have_one_type (GPtrArray *values)
{
  const GVariantType *type = g_variant_get_type (values->pdata[0]);

  for (guint i = 1; i < values->len; i++)
    {
      if (!g_variant_is_of_type (values->pdata[i], type))
        return FALSE;
    }

  return TRUE;
}

/* An array of the values' type; of variants, should one name have values of several types. */
static GVariant *
values_to_array (GPtrArray *values)
{
  if (!have_one_type (values))
    {
      for (guint i = 0; i < values->len; i++)
        values->pdata[i] = g_variant_new_variant (values->pdata[i]);
    }

  return g_variant_new_array (NULL, (GVariant **) values->pdata, values->len);
}

static GVariant *
chain_to_variant (virTypedParameterPtr params,
                  const guint *next,
                  guint first)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  guint i = first;

  do
    {
      GVariant *value = value_to_variant (&params[i]);

      if (value != NULL)
        g_ptr_array_add (values, value);
      i = next[i];
    }
  while (i != 0);

  if (values->len == 0)
    return NULL;

  return next[first] == 0 ? values->pdata[0] : values_to_array (values);
}

GVariant *
libvirt_typed_params_to_variant (virTypedParameterPtr params,
                                 int n_params)
{
  guint n = MAX (n_params, 0);
  g_autofree gboolean *first = g_new (gboolean, n);
  g_autofree guint *next = chain_names (params, n, first);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < n; i++)
    {
      GVariant *value = first[i] ? chain_to_variant (params, next, i) : NULL;
      g_autofree char *name = value != NULL ? g_utf8_make_valid (params[i].field, -1) : NULL;

      if (value != NULL)
        g_variant_builder_add (&builder, "{sv}", name, value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* The type that a value of ours has in libvirt, or 0. */
static int
native_type (const GVariantType *type)
{
  static const struct
  {
    char ours;
    int native;
  } types[] = {
    { 'i', VIR_TYPED_PARAM_INT },
    { 'u', VIR_TYPED_PARAM_UINT },
    { 'x', VIR_TYPED_PARAM_LLONG },
    { 't', VIR_TYPED_PARAM_ULLONG },
    { 'd', VIR_TYPED_PARAM_DOUBLE },
    { 'b', VIR_TYPED_PARAM_BOOLEAN },
    { 's', VIR_TYPED_PARAM_STRING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_variant_type_peek_string (type)[0] == types[i].ours)
        return types[i].native;
    }

  return 0;
}

static const GVariantType *
element_type (GVariant *value)
{
  const GVariantType *type = g_variant_get_type (value);

  return g_variant_type_is_array (type) ? g_variant_type_element (type) : type;
}

static gboolean
check_name (const char *name,
            GError **error)
{
  if (*name == '\0')
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG, "The name of parameter '' is empty");
      return FALSE;
    }

  if (strlen (name) >= VIR_TYPED_PARAM_FIELD_LENGTH)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "The name of parameter '%s' is longer than %d bytes", name,
                         VIR_TYPED_PARAM_FIELD_LENGTH - 1);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_value (const char *name,
             GVariant *value,
             GError **error)
{
  if (native_type (element_type (value)) == 0)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "Parameter '%s' is of type '%s', which is none of i u x t d b s", name,
                         g_variant_get_type_string (value));
      return FALSE;
    }

  if (g_variant_is_container (value) && g_variant_n_children (value) == 0)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "Parameter '%s' is an array without a value", name);
      return FALSE;
    }

  return TRUE;
}

/* The number of native parameters that @variant makes, or -1. */
static gssize
count_params (GVariant *variant,
              GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GVariantIter iter;
  const char *name;
  GVariant *next;
  gssize n = 0;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &next))
    {
      g_autoptr (GVariant) value = next;

      if (!check_name (name, error) || !check_value (name, value, error))
        return -1;

      if (!g_hash_table_add (names, (gpointer) name))
        {
          libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                             "Parameter '%s' is given twice: several values are one array", name);
          return -1;
        }

      n += g_variant_is_container (value) ? (gssize) g_variant_n_children (value) : 1;
    }

  return n;
}

static void
set_param (virTypedParameterPtr param,
           const char *name,
           GVariant *value)
{
  g_strlcpy (param->field, name, sizeof param->field);
  param->type = native_type (g_variant_get_type (value));

  switch (param->type)
    {
    case VIR_TYPED_PARAM_INT:
      param->value.i = g_variant_get_int32 (value);
      break;
    case VIR_TYPED_PARAM_UINT:
      param->value.ui = g_variant_get_uint32 (value);
      break;
    case VIR_TYPED_PARAM_LLONG:
      param->value.l = g_variant_get_int64 (value);
      break;
    case VIR_TYPED_PARAM_ULLONG:
      param->value.ul = g_variant_get_uint64 (value);
      break;
    case VIR_TYPED_PARAM_DOUBLE:
      param->value.d = g_variant_get_double (value);
      break;
    case VIR_TYPED_PARAM_BOOLEAN:
      param->value.b = g_variant_get_boolean (value);
      break;
    default:
      param->value.s = g_variant_dup_string (value, NULL);
      break;
    }
}

/* Returns the place behind what was written. */
static virTypedParameterPtr
set_values (virTypedParameterPtr param,
            const char *name,
            GVariant *value)
{
  GVariantIter iter;
  GVariant *next;

  if (!g_variant_is_container (value))
    {
      set_param (param, name, value);
      return param + 1;
    }

  g_variant_iter_init (&iter, value);
  while ((next = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_autoptr (GVariant) element = next;

      set_param (param++, name, element);
    }

  return param;
}

/* In g_malloc()ed memory, which is malloc()ed: virTypedParamsFree() is to free it. */
static virTypedParameterPtr
make_params (GVariant *variant,
             gsize n_params)
{
  virTypedParameterPtr params = g_new0 (virTypedParameter, n_params);
  virTypedParameterPtr param = params;
  GVariantIter iter;
  const char *name;
  GVariant *next;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &next))
    {
      g_autoptr (GVariant) value = next;

      param = set_values (param, name, value);
    }

  g_assert (param == params + n_params);
  return params;
}

gboolean
libvirt_typed_params_from_variant (GVariant *variant,
                                   virTypedParameterPtr *params,
                                   int *n_params,
                                   GError **error)
{
  g_autoptr (GVariant) sunk = variant != NULL ? g_variant_ref_sink (variant) : NULL;
  gssize n;

  *params = NULL;
  *n_params = 0;

  if (sunk == NULL)
    return TRUE;

  if (!g_variant_is_of_type (sunk, G_VARIANT_TYPE_VARDICT))
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "Parameters must be of type 'a{sv}', not '%s'",
                         g_variant_get_type_string (sunk));
      return FALSE;
    }

  /* The names that are borrowed from it below stay where they are. */
  g_variant_get_data (sunk);

  n = count_params (sunk, error);
  if (n <= 0)
    return n == 0;

  *params = make_params (sunk, n);
  *n_params = n;
  return TRUE;
}
