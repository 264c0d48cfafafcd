/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * libvirt's typed parameters are an array in which a name may come several times; ours are a
 * dictionary, in which the values of such a name are an array. libvirt repeats strings only, but
 * nothing in the type says so: other values are not lost either.
 */

#include <string.h>

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-typed-param-private.h"
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

/* What was refused may be a secret. */
static void
clear_param (virTypedParameterPtr param)
{
  if (param->type == VIR_TYPED_PARAM_STRING)
    explicit_bzero (param->value.s, strlen (param->value.s));
  virTypedParamsClear (param, 1);
}

static gboolean
append_value (GArray *params,
              const char *name,
              const char *types,
              GVariant *value,
              GError **error)
{
  virTypedParameter param = { 0 };

  g_strlcpy (param.field, name, sizeof param.field);
  if (!libvirt_typed_param_set (&param, types, value, error))
    return FALSE;

  g_array_append_val (params, param);
  return TRUE;
}

/* A parameter for each value of an array, or the one for what is none. */
static gboolean
append_values (GArray *params,
               const char *name,
               const char *types,
               GVariant *value,
               GError **error)
{
  gsize n;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY))
    return append_value (params, name, types, value, error);

  n = g_variant_n_children (value);
  if (n == 0)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "Parameter '%s' is an array without a value", name);
      return FALSE;
    }

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) element = g_variant_get_child_value (value, i);

      if (!append_value (params, name, types, element, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
append_all (GArray *params,
            const char *family,
            GVariant *variant,
            GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GVariantIter iter;
  const char *name;
  GVariant *next;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &next))
    {
      g_autoptr (GVariant) value = next;

      if (!check_name (name, error))
        return FALSE;

      if (!g_hash_table_add (names, (gpointer) name))
        {
          libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                             "Parameter '%s' is given twice: several values are one array", name);
          return FALSE;
        }

      if (!append_values (params, name, libvirt_typed_param_types (family, name), value, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
libvirt_typed_params_from_variant (GVariant *variant,
                                   const char *family,
                                   virTypedParameterPtr *params,
                                   int *n_params,
                                   GError **error)
{
  g_autoptr (GVariant) sunk = variant != NULL ? g_variant_ref_sink (variant) : NULL;
  g_autoptr (GArray) array = NULL;

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

  /* The names that are borrowed from it stay where they are. */
  g_variant_get_data (sunk);

  array = g_array_sized_new (FALSE, FALSE, sizeof (virTypedParameter), g_variant_n_children (sunk));
  g_array_set_clear_func (array, (GDestroyNotify) clear_param);
  if (!append_all (array, family, sunk, error))
    return FALSE;

  /* In g_malloc()ed memory, which is malloc()ed: virTypedParamsFree() is to free it. */
  *n_params = array->len;
  *params = g_array_steal (array, NULL);
  return TRUE;
}
