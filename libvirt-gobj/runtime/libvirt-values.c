/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "runtime/libvirt-values-private.h"

/* The class of a type that is compiled in never goes once it is there: the reference is kept. */
static gpointer
peek_class (GType type)
{
  gpointer klass = g_type_class_peek_static (type);

  return klass != NULL ? klass : g_type_class_ref (type);
}

int
libvirt_enum_known (GType type,
                    int value)
{
  GEnumClass *klass = peek_class (type);
  const GEnumValue *unknown;

  if (g_enum_get_value (klass, value) != NULL)
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
