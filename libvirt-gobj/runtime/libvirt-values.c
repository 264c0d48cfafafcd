/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/* The class of a type that is compiled in never goes once it is there: the reference is kept. What is
 * there is complete: GLib shows no class that another thread is still making. */
static gpointer
peek_class (GType type)
{
  gpointer klass = g_type_class_peek_static (type);

  return klass != NULL ? klass : g_type_class_ref (type);
}

/* To look a value up takes a hundred instructions, and most types have no gaps. */
static gboolean
has_value (GEnumClass *klass,
           int value)
{
  guint place = (guint) value - (guint) klass->minimum;

  return (place < klass->n_values && klass->values[place].value == value) ||
         g_enum_get_value (klass, value) != NULL;
}

int
libvirt_enum_known (GType type,
                    int value)
{
  GEnumClass *klass = peek_class (type);
  const GEnumValue *unknown;

  if (has_value (klass, value))
    return value;

  unknown = g_enum_get_value_by_nick (klass, "unknown");

  return unknown != NULL ? unknown->value : -1;
}

guint
libvirt_flags_known (GType type,
                     guint value)
{
  GFlagsClass *klass = peek_class (type);

  return value & klass->mask;
}

char *
libvirt_dup_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

char *
libvirt_take_valid (char *text)
{
  g_autofree char *invalid = NULL;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;

  invalid = text;
  return g_utf8_make_valid (invalid, -1);
}

GStrv
libvirt_take_all_valid (GStrv texts)
{
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    texts[i] = libvirt_take_valid (texts[i]);

  return texts;
}

gboolean
libvirt_check_enum (int value,
                    GError **error)
{
  if (value >= 0)
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG, "%d is not a value of an enumeration", value);
  return FALSE;
}

gboolean
libvirt_check_flags (guint flags,
                     guint known,
                     GError **error)
{
  if ((flags & ~known) == 0)
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG, "There are no flags 0x%x here",
                     flags & ~known);
  return FALSE;
}

gboolean
libvirt_check_text (const char *text,
                    GError **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG, "A text is not valid UTF-8");
  return FALSE;
}

gboolean
libvirt_check_long (guint64 value,
                    GError **error)
{
  if ((unsigned long) value == value)
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_OVERFLOW,
                     "%" G_GUINT64_FORMAT " is more than can be asked for on this machine", value);
  return FALSE;
}

gboolean
libvirt_alloc_buffer (gsize size,
                      guint8 **buffer,
                      GError **error)
{
  *buffer = size <= G_MAXSSIZE ? g_try_malloc0 (size) : NULL;
  if (*buffer != NULL || size == 0)
    return TRUE;

  libvirt_set_error (error, LIBVIRT_ERROR_NO_MEMORY,
                     "There is no memory for %" G_GSIZE_FORMAT " bytes", size);
  return FALSE;
}

const guint8 *
libvirt_uuid_from_bytes (GBytes *uuid,
                         GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (uuid, &size);

  if (size == VIR_UUID_BUFLEN)
    return bytes;

  libvirt_set_error (error, LIBVIRT_ERROR_INVALID_ARG, "A UUID has %d bytes, not %" G_GSIZE_FORMAT,
                     VIR_UUID_BUFLEN, size);
  return NULL;
}
