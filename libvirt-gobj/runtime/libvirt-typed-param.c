/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * libvirt refuses a parameter that is not of the very type it has in mind. Who writes in a language
 * with one type of number, or does not know libvirt's, gives what there is: a number that fits
 * becomes one of the type that our own documentation tells.
 */

#include "runtime/libvirt-typed-param-private.h"

#include <string.h>

#include "runtime/libvirt-error-private.h"

static const struct
{
  const char *macro; /* without its LIBVIRT_; several may have the same key */
  const char *key;
  const char *types;
} keys[] = {
#include "libvirt-gobj/libvirt-typed-keys.inc"
};

typedef struct
{
  char type;
  int native;
  const char *description;
  gint64 least;
  guint64 most; /* 0 for what is no integer */
} Kind;

static const Kind kinds[] = {
  { 'i', VIR_TYPED_PARAM_INT, "a number from -2147483648 to 2147483647", G_MININT32,
    G_MAXINT32 },
  { 'u', VIR_TYPED_PARAM_UINT, "a number from 0 to 4294967295", 0, G_MAXUINT32 },
  { 'x', VIR_TYPED_PARAM_LLONG, "a number from -9223372036854775808 to 9223372036854775807",
    G_MININT64, G_MAXINT64 },
  { 't', VIR_TYPED_PARAM_ULLONG, "a number from 0 to 18446744073709551615", 0, G_MAXUINT64 },
  { 'd', VIR_TYPED_PARAM_DOUBLE, "a floating point number" },
  { 'b', VIR_TYPED_PARAM_BOOLEAN, "true or false" },
  { 's', VIR_TYPED_PARAM_STRING, "a text" },
};

/* What any type of integer can have; @bits are those of a gint64 if it is negative. */
typedef struct
{
  gboolean negative;
  guint64 bits;
} Integer;

static const Kind *
find_kind (char type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].type == type)
        return &kinds[i];
    }

  return NULL;
}

static gboolean
take_signed (Integer *integer,
             gint64 number)
{
  *integer = (Integer){ number < 0, number };
  return TRUE;
}

static gboolean
take_unsigned (Integer *integer,
               guint64 number)
{
  *integer = (Integer){ FALSE, number };
  return TRUE;
}

/* JavaScript and others have no other numbers. */
static gboolean
take_double (Integer *integer,
             double number)
{
  if (number >= -0x1p63 && number < 0)
    return take_signed (integer, number) && (gint64) integer->bits == number;
  if (number >= 0 && number < 0x1p64)
    return take_unsigned (integer, number) && integer->bits == number;

  return FALSE;
}

/* FALSE for what is no integer. */
static gboolean
take_integer (Integer *integer,
              GVariant *value)
{
  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_BYTE:
      return take_unsigned (integer, g_variant_get_byte (value));
    case G_VARIANT_CLASS_INT16:
      return take_signed (integer, g_variant_get_int16 (value));
    case G_VARIANT_CLASS_UINT16:
      return take_unsigned (integer, g_variant_get_uint16 (value));
    case G_VARIANT_CLASS_INT32:
      return take_signed (integer, g_variant_get_int32 (value));
    case G_VARIANT_CLASS_UINT32:
      return take_unsigned (integer, g_variant_get_uint32 (value));
    case G_VARIANT_CLASS_INT64:
      return take_signed (integer, g_variant_get_int64 (value));
    case G_VARIANT_CLASS_UINT64:
      return take_unsigned (integer, g_variant_get_uint64 (value));
    case G_VARIANT_CLASS_DOUBLE:
      return take_double (integer, g_variant_get_double (value));
    default:
      return FALSE;
    }
}

static gboolean
set_integer (virTypedParameterPtr self,
             const Kind *kind,
             GVariant *value)
{
  Integer integer;

  if (!take_integer (&integer, value) ||
      (integer.negative ? (gint64) integer.bits < kind->least : integer.bits > kind->most))
    return FALSE;

  switch (kind->native)
    {
    case VIR_TYPED_PARAM_INT:
      self->value.i = integer.bits;
      break;
    case VIR_TYPED_PARAM_UINT:
      self->value.ui = integer.bits;
      break;
    case VIR_TYPED_PARAM_LLONG:
      self->value.l = integer.bits;
      break;
    default:
      self->value.ul = integer.bits;
      break;
    }

  return TRUE;
}

static gboolean
set_value (virTypedParameterPtr self,
           const Kind *kind,
           GVariant *value)
{
  self->type = kind->native;
  if (kind->most != 0)
    return set_integer (self, kind, value);

  /* What is no integer is made of nothing else. */
  if ((char) g_variant_classify (value) != kind->type)
    return FALSE;

  switch (kind->native)
    {
    case VIR_TYPED_PARAM_DOUBLE:
      self->value.d = g_variant_get_double (value);
      break;
    case VIR_TYPED_PARAM_BOOLEAN:
      self->value.b = g_variant_get_boolean (value);
      break;
    default:
      self->value.s = g_variant_dup_string (value, NULL);
      break;
    }

  return TRUE;
}

static void
set_error_unfit (GError **error,
                 const char *name,
                 const Kind *kind,
                 GVariant *value)
{
  g_autofree char *text = g_variant_is_container (value)
                            ? g_strdup_printf ("one of type '%s'", g_variant_get_type_string (value))
                            : g_variant_print (value, TRUE);

  libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                     "The value of parameter '%s' must be of type '%c', %s, not %s", name,
                     kind->type, kind->description, text);
}

const char *
libvirt_typed_param_types (const char *family,
                           const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (strcmp (keys[i].key, key) == 0 && g_str_has_prefix (keys[i].macro, family))
        return keys[i].types;
    }

  return NULL;
}

gboolean
libvirt_typed_param_set (virTypedParameterPtr self,
                         const char *types,
                         GVariant *value,
                         GError **error)
{
  const char *given = g_variant_get_type_string (value);
  const Kind *kind = find_kind (*given);

  if (types == NULL && kind == NULL)
    {
      libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG,
                         "Parameter '%s' is of type '%s', which is none of i u x t d b s",
                         self->field, given);
      return FALSE;
    }

  for (const char *type = types != NULL ? types : given; *type != '\0'; type++)
    {
      kind = find_kind (*type);
      if (set_value (self, kind, value))
        return TRUE;
    }

  set_error_unfit (error, self->field, kind, value);
  return FALSE;
}
