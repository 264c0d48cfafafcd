/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Secrets, which the test driver does not have. What becomes of them is seen by a raw connection. */

#include "live.h"

#include <string.h>

#define UUID "5ec3e700-0000-4000-8000-0000000000aa"
#define VALUE "open \0 sesame"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (virSecret, virSecretFree)

static const char *const xml =
  "<secret ephemeral='no' private='no'><uuid>" UUID "</uuid>"
  "<usage type='volume'><volume>/var/lib/own.img</volume></usage></secret>";

static LibvirtSecret *
define (Live *self, const char *description)
{
  g_autoptr (GError) error = NULL;
  LibvirtSecret *secret = libvirt_connect_define_secret_xml (self->connect, description, 0, &error);

  g_assert_no_error (error);
  return secret;
}

static void
set_value (LibvirtSecret *secret)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) value = g_bytes_new_static (VALUE, sizeof VALUE);

  g_assert_true (libvirt_secret_set_value (secret, value, 0, &error));
  g_assert_no_error (error);
}

static void
undefine (LibvirtSecret *secret)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (libvirt_secret_undefine (secret, &error));
  g_assert_no_error (error);
}

/* Ours failed with what the raw connection was told just now. */
static void
assert_raw_error (GError **error)
{
  g_assert_cmpint (virGetLastErrorCode (), !=, VIR_ERR_OK);
  g_assert_error (*error, LIBVIRT_ERROR, virGetLastErrorCode ());
  g_assert_cmpstr ((*error)->message, ==, virGetLastErrorMessage ());
  g_clear_error (error);
}

static void
test_identity (Live *self)
{
  g_autoptr (LibvirtSecret) secret = define (self, xml);
  g_autoptr (virSecret) raw = virSecretLookupByUUIDString (self->raw, UUID);
  g_autoptr (GBytes) uuid = libvirt_secret_get_uuid (secret);
  guint8 raw_uuid[VIR_UUID_BUFLEN];

  g_assert_nonnull (raw);
  virSecretGetUUID (raw, raw_uuid);
  g_assert_cmpmem (g_bytes_get_data (uuid, NULL), g_bytes_get_size (uuid), raw_uuid, sizeof raw_uuid);
  g_assert_cmpstr (libvirt_secret_get_uuid_string (secret), ==, UUID);
  g_assert_cmpstr (libvirt_secret_get_usage_id (secret), ==, virSecretGetUsageID (raw));
  g_assert_cmpint (libvirt_secret_get_usage_type (secret), ==, virSecretGetUsageType (raw));
  g_assert_true (libvirt_secret_get_connection (secret) == self->connect);
  undefine (secret);
  g_assert_null (virSecretLookupByUUIDString (self->raw, UUID));
}

static void
assert_found (LibvirtSecret *found, LibvirtSecret *expected, GError *error)
{
  g_assert_no_error (error);
  g_assert_true (found == expected);
  g_object_unref (found);
}

static void
test_lookups (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecret) secret = define (self, xml);
  g_autoptr (GBytes) uuid = libvirt_secret_get_uuid (secret);
  g_autoptr (virSecret) raw = libvirt_secret_get_native (secret, &error);

  assert_found (libvirt_secret_new_from_native (self->connect, raw, &error), secret, error);
  assert_found (libvirt_connect_lookup_secret_by_uuid (self->connect, uuid, &error), secret, error);
  assert_found (libvirt_connect_lookup_secret_by_uuid_string (self->connect, UUID, &error), secret,
                error);
  assert_found (libvirt_connect_lookup_secret_by_usage (
                  self->connect, LIBVIRT_SECRET_USAGE_TYPE_VOLUME, "/var/lib/own.img", &error),
                secret, error);
  undefine (secret);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (secret)));
  g_assert_null (libvirt_connect_lookup_secret_by_uuid_string (self->connect, UUID, &error));
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_NO_SECRET);
}

static void
test_list (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecret) secret = define (self, xml);
  g_autoptr (GPtrArray) all = libvirt_connect_list_all_secrets (self->connect, 0, &error);
  g_autoptr (GPtrArray) ephemeral = libvirt_connect_list_all_secrets (
    self->connect, LIBVIRT_CONNECT_LIST_ALL_SECRETS_FLAGS_EPHEMERAL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (all->len, ==, virConnectNumOfSecrets (self->raw));
  g_assert_true (g_ptr_array_find (all, secret, NULL));
  g_assert_false (g_ptr_array_find (ephemeral, secret, NULL));
  undefine (secret);
}

/* Bytes of any kind go there and back. */
static void
test_value (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecret) secret = define (self, xml);
  g_autoptr (virSecret) raw = virSecretLookupByUUIDString (self->raw, UUID);
  g_autoptr (GBytes) value = NULL;
  unsigned char *raw_value;
  size_t size;

  g_assert_null (libvirt_secret_get_value (secret, 0, &error));
  g_assert_null (virSecretGetValue (raw, &size, 0));
  assert_raw_error (&error);

  set_value (secret);
  raw_value = virSecretGetValue (raw, &size, 0);
  g_assert_cmpmem (raw_value, size, VALUE, sizeof VALUE);
  free (raw_value);

  g_assert_cmpint (virSecretSetValue (raw, (const unsigned char *) "theirs", 6, 0), ==, 0);
  value = libvirt_secret_get_value (secret, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (value, NULL), g_bytes_get_size (value), "theirs", 6);
  undefine (secret);
}

/* One that only the host itself may read. */
static void
test_private (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecret) secret =
    define (self, "<secret ephemeral='yes' private='yes'><uuid>" UUID "</uuid></secret>");
  g_autoptr (virSecret) raw = virSecretLookupByUUIDString (self->raw, UUID);
  size_t size;

  set_value (secret);
  g_assert_null (libvirt_secret_get_value (secret, 0, &error));
  g_assert_null (virSecretGetValue (raw, &size, 0));
  assert_raw_error (&error);
  undefine (secret);
}

static void
test_description (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtSecret) secret = define (self, xml);
  g_autoptr (virSecret) raw = virSecretLookupByUUIDString (self->raw, UUID);
  g_autofree char *ours = libvirt_secret_get_xml_desc (secret, 0, &error);
  char *theirs = virSecretGetXMLDesc (raw, 0);

  g_assert_no_error (error);
  g_assert_cmpstr (ours, ==, theirs);
  free (theirs);
  undefine (secret);
}

static void
test_events (Live *self)
{
  g_autoptr (LiveRecord) mirrored = live_record_new (self->connect, "secret-event-lifecycle");
  g_autoptr (LiveRecord) all_changed = live_record_new (self->connect, "secret-event-value-changed");
  g_autoptr (virSecret) raw = virSecretDefineXML (self->raw, xml, 0);
  g_autoptr (LiveRecord) lifecycle = NULL;
  g_autoptr (LiveRecord) changed = NULL;
  LibvirtSecret *secret;

  live_wait_until (live_record_count (mirrored) == 1);
  g_assert_cmpint (live_record_get_number (mirrored, 0, 1), ==, VIR_SECRET_EVENT_DEFINED);
  secret = g_value_get_object (live_record_get (mirrored, 0, 0));
  g_assert_cmpstr (libvirt_secret_get_uuid_string (secret), ==, UUID);
  lifecycle = live_record_new (secret, "event-lifecycle::undefined");
  changed = live_record_new (secret, "event-value-changed");

  g_assert_cmpint (virSecretSetValue (raw, (const unsigned char *) "new", 3, 0), ==, 0);
  live_wait_until (live_record_count (changed) == 1);
  g_assert_cmpint (virSecretUndefine (raw), ==, 0);
  live_wait_until (live_record_count (lifecycle) == 1);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (secret)));
  g_assert_cmpint (live_record_get_number (lifecycle, 0, 1), ==, 0);
  g_assert_cmpuint (live_record_count (mirrored), ==, 2);
  g_assert_cmpint (live_record_get_number (mirrored, 1, 1), ==, VIR_SECRET_EVENT_UNDEFINED);
  g_assert_cmpuint (live_record_count (all_changed), ==, 1);
  g_assert_true (g_value_get_object (live_record_get (all_changed, 0, 0)) == secret);
}

/* The same UUID is the same object, for whatever else it is used by then. */
static void
test_back (Live *self)
{
  g_autoptr (LibvirtSecret) secret = define (self, xml);
  g_autoptr (LibvirtSecret) again = NULL;

  undefine (secret);
  g_assert_false (libvirt_entity_get_exists (LIBVIRT_ENTITY (secret)));
  again = define (self, "<secret><uuid>" UUID "</uuid>"
                        "<usage type='ceph'><name>another</name></usage></secret>");
  g_assert_true (again == secret);
  g_assert_true (libvirt_entity_get_exists (LIBVIRT_ENTITY (secret)));
  g_assert_cmpstr (libvirt_secret_get_usage_id (secret), ==, "another");
  g_assert_cmpint (libvirt_secret_get_usage_type (secret), ==, LIBVIRT_SECRET_USAGE_TYPE_CEPH);
  undefine (secret);
}

static gboolean
is_listed (GListModel *secrets, const char *uuid)
{
  for (guint i = 0; i < g_list_model_get_n_items (secrets); i++)
    {
      g_autoptr (LibvirtSecret) secret = g_list_model_get_item (secrets, i);

      if (g_str_equal (libvirt_secret_get_uuid_string (secret), uuid))
        return TRUE;
    }

  return FALSE;
}

static void
test_live_list (Live *self)
{
  g_autoptr (GListModel) secrets = NULL;
  g_autoptr (virSecret) raw = NULL;

  g_object_get (self->connect, "secrets", &secrets, NULL);
  g_assert_true (secrets == libvirt_connect_get_secrets (self->connect));
  g_assert_true (g_list_model_get_item_type (secrets) == LIBVIRT_TYPE_SECRET);
  live_wait_until_loaded (secrets);
  g_assert_cmpint (g_list_model_get_n_items (secrets), ==, virConnectNumOfSecrets (self->raw));

  raw = virSecretDefineXML (self->raw, xml, 0);
  g_assert_nonnull (raw);
  live_wait_until (is_listed (secrets, UUID));
  g_assert_cmpint (virSecretUndefine (raw), ==, 0);
  live_wait_until (!is_listed (secrets, UUID));
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, NULL);

  live_add ("/live/secret/identity", test_identity);
  live_add ("/live/secret/lookups", test_lookups);
  live_add ("/live/secret/list", test_list);
  live_add ("/live/secret/value", test_value);
  live_add ("/live/secret/private", test_private);
  live_add ("/live/secret/description", test_description);
  live_add ("/live/secret/events", test_events);
  live_add ("/live/secret/back", test_back);
  live_add ("/live/secret/live-list", test_live_list);

  return live_run ();
}
