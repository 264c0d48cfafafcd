/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-gobj.h>
#include "libvirt-gobj/connect/libvirt-connect-enums-private.h"
#include "libvirt-gobj/node/libvirt-node-device-enums-private.h"

/* What a registered type is called: PREFIX_ before each of its values. */
typedef struct
{
  GType (*get_type) (void);
  const char *prefix;
} RegisteredType;

static const RegisteredType registered[] = {
#include "types/registered-enums.inc"
};

typedef void (*CheckValue) (const RegisteredType *type,
                            int value,
                            const char *name,
                            const char *nick);

/* Flags and enums differ only in the sign of their values. */
static void
foreach_value (CheckValue check)
{
  for (gsize i = 0; i < G_N_ELEMENTS (registered); i++)
    {
      GType type = registered[i].get_type ();
      gpointer klass = g_type_class_ref (type);

      if (G_TYPE_IS_FLAGS (type))
        for (const GFlagsValue *v = ((GFlagsClass *) klass)->values; v->value_name != NULL; v++)
          check (&registered[i], (int) v->value, v->value_name, v->value_nick);
      else
        for (const GEnumValue *v = ((GEnumClass *) klass)->values; v->value_name != NULL; v++)
          check (&registered[i], v->value, v->value_name, v->value_nick);

      g_type_class_unref (klass);
    }
}

static void
check_nick (const RegisteredType *type,
            int value,
            const char *name,
            const char *nick)
{
  g_autofree char *upper = g_ascii_strup (nick, -1);
  g_autofree char *expected = g_strconcat (type->prefix, g_strdelimit (upper, "-", '_'), NULL);

  g_assert_cmpstr (name, ==, expected);
}

/* PyGObject and GJS name a value after its nick: an enumeration whose values share one word more
 * than the type's name would lose it. */
static void
test_nicks (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (registered), >, 170);
  foreach_value (check_nick);
}

static void
test_prefixes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (registered); i++)
    {
      g_autofree char *words = g_ascii_strdown (registered[i].prefix, -1);
      g_auto (GStrv) parts = g_strsplit (words, "_", -1);
      g_autofree char *joined = g_strjoinv ("", parts);
      g_autofree char *type_name = g_ascii_strdown (g_type_name (registered[i].get_type ()), -1);

      g_assert_cmpstr (joined, ==, type_name);
    }
}

/* Each bit of @value is a value, too. */
static void
check_has_names (const RegisteredType *type,
                 guint value)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type->get_type ());

  for (guint bit = 1; value != 0; bit <<= 1)
    {
      if ((value & bit) != 0)
        g_assert_cmpuint (g_flags_get_first_value ((GFlagsClass *) klass, bit)->value, ==, bit);
      value &= ~bit;
    }
}

static void
check_bit (const RegisteredType *type,
           int value,
           const char *name,
           const char *nick)
{
  if (!G_TYPE_IS_FLAGS (type->get_type ()))
    return;

  g_test_message ("%s", name);
  g_assert_cmpint (value, >=, 0);
  if (g_str_equal (nick, "all"))
    check_has_names (type, (guint) value);
  else
    g_assert_cmpint (value & (value - 1), ==, 0);
}

static void
test_bits (void)
{
  foreach_value (check_bit);
}

static void
test_zero (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (registered); i++)
    {
      GType type = registered[i].get_type ();
      gpointer klass = g_type_class_ref (type);

      g_test_message ("%s", g_type_name (type));
      if (G_TYPE_IS_FLAGS (type))
        g_assert_nonnull (g_flags_get_first_value (klass, 0));

      g_type_class_unref (klass);
    }
}

static void
check_unknown (const RegisteredType *type,
               int value,
               const char *name,
               const char *nick)
{
  if (g_strcmp0 (nick, "unknown") != 0)
    return;

  g_test_message ("%s", name);
  g_assert_false (G_TYPE_IS_FLAGS (type->get_type ()));
  g_assert_cmpint (value, >=, -1);
  g_assert_cmpint (value, <=, 1);
}

static void
test_unknown (void)
{
  foreach_value (check_unknown);
}

static void
test_stats_flags_to_native (void)
{
  LibvirtConnectGetAllDomainStatsFlags ours =
    LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ACTIVE
    | LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_BACKING;
  unsigned int theirs =
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE | VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING;

  g_assert_cmphex (libvirt_connect_get_all_domain_stats_flags_to_native (ours), ==, theirs);

  ours |= LIBVIRT_CONNECT_GET_ALL_DOMAIN_STATS_FLAGS_ENFORCE_STATS;
  theirs |= VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;
  g_assert_cmphex (libvirt_connect_get_all_domain_stats_flags_to_native (ours), ==, theirs);
}

static void
test_node_device_flags_to_native (void)
{
  LibvirtConnectListAllNodeDeviceFlags ours =
    LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_CAP_NET
    | LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_INACTIVE;
  unsigned int theirs =
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET | VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE;

  g_assert_cmphex (libvirt_connect_list_all_node_device_flags_to_native (ours), ==, theirs);

  ours |= LIBVIRT_CONNECT_LIST_ALL_NODE_DEVICE_FLAGS_ACTIVE;
  theirs |= VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE;
  g_assert_cmphex (libvirt_connect_list_all_node_device_flags_to_native (ours), ==, theirs);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/types/registered/nick-is-the-rest-of-the-name", test_nicks);
  g_test_add_func ("/types/registered/prefix-is-the-type", test_prefixes);
  g_test_add_func ("/types/registered/flag-is-one-bit-and-not-the-last", test_bits);
  g_test_add_func ("/types/registered/flags-have-a-zero", test_zero);
  g_test_add_func ("/types/registered/unknown-is-no-value-in-use", test_unknown);
  g_test_add_func ("/types/registered/enforce-stats-reaches-libvirt", test_stats_flags_to_native);
  g_test_add_func ("/types/registered/active-devices-reaches-libvirt",
                   test_node_device_flags_to_native);

  return g_test_run ();
}
