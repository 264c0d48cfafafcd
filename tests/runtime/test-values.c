/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain-job-enums.h>
#include <libvirt-gobj/libvirt-enum-types.h>

#include "runtime/libvirt-values-private.h"

/* Types nobody has used yet, so that the first look at them can be tested. */
typedef enum
{
  COLOUR_RED = 2,
  COLOUR_BLUE = 7,
} Colour;

static GType
colour_get_type (void)
{
  static const GEnumValue values[] = {
    { COLOUR_RED, "COLOUR_RED", "red" },
    { COLOUR_BLUE, "COLOUR_BLUE", "blue" },
    { 0, NULL, NULL },
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("Colour", values));

  return type;
}

static GType
toppings_get_type (void)
{
  static const GFlagsValue values[] = {
    { 0, "TOPPINGS_NONE", "none" },
    { 1, "TOPPINGS_OLIVES", "olives" },
    { 4, "TOPPINGS_CAPERS", "capers" },
    { 0, NULL, NULL },
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_flags_register_static ("Toppings", values));

  return type;
}

static void
test_enum (void)
{
  const int unknown[] = { -1, 0, 1, 3, 8, G_MININT, G_MAXINT };

  g_assert_cmpint (libvirt_enum_known (colour_get_type (), COLOUR_RED), ==, 2);
  g_assert_cmpint (libvirt_enum_known (colour_get_type (), COLOUR_BLUE), ==, 7);

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_cmpint (libvirt_enum_known (colour_get_type (), unknown[i]), ==, -1);
}

/* libvirt's own number for what it cannot tell is not always the one we add elsewhere. */
static void
test_own_unknown (void)
{
  g_assert_cmpint (libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_JOB_OPERATION, 4711), ==,
                   LIBVIRT_DOMAIN_JOB_OPERATION_UNKNOWN);
  g_assert_cmpint (libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_CONTROL_ERROR_REASON, 4711), ==,
                   LIBVIRT_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN);
}

static void
test_flags (void)
{
  g_assert_cmpuint (libvirt_flags_known (toppings_get_type (), 0), ==, 0);
  g_assert_cmpuint (libvirt_flags_known (toppings_get_type (), 5), ==, 5);
  g_assert_cmpuint (libvirt_flags_known (toppings_get_type (), 2), ==, 0);
  g_assert_cmpuint (libvirt_flags_known (toppings_get_type (), G_MAXUINT), ==, 5);
}

static gpointer
ask_often (gpointer data)
{
  for (int i = 0; i < 10000; i++)
    g_assert_cmpint (libvirt_enum_known (LIBVIRT_TYPE_ERROR_LEVEL, i % 4), ==,
                     i % 4 < 3 ? i % 4 : -1);

  return NULL;
}

static gpointer
ask_for_flags (gpointer data)
{
  for (guint i = 0; i < 10000; i++)
    g_assert_cmpuint (libvirt_flags_known (LIBVIRT_TYPE_DOMAIN_MODIFICATION_IMPACT, i % 4), ==, i % 4);

  return NULL;
}

static void
test_first_use_in_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asks", i % 2 == 0 ? ask_often : ask_for_flags, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/values/enum/unknown-is-minus-one", test_enum);
  g_test_add_func ("/values/enum/unknown-is-libvirts-own", test_own_unknown);
  g_test_add_func ("/values/first-use-in-threads", test_first_use_in_threads);
  g_test_add_func ("/values/flags/unknown-bits-are-masked", test_flags);

  return g_test_run ();
}
