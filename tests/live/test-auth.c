/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Connections over a network to a libvirtd that wants to know who is there. */

#include "live.h"

#include <string.h>

static LibvirtConnect *
open_with_certificate (const char *client, const char *more, GError **error)
{
  g_autofree char *uri = g_strdup_printf ("qemu+tls://localhost/system?pkipath=%s/%s%s",
                                          live_get ("first-pki"), client, more);
  int own = live_enter_network ();
  LibvirtConnect *connect = libvirt_connect_open (uri, error);

  live_leave_network (own);
  return connect;
}

static void
assert_is_same_host (Live *self, LibvirtConnect *connect)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = libvirt_connect_get_hostname (connect, &error);
  g_autofree char *raw_name = virConnectGetHostname (self->raw);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, raw_name);
  g_assert_true (libvirt_connect_is_encrypted (connect, &error));
  g_assert_no_error (error);
}

static void
test_good (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = open_with_certificate ("good", "", &error);

  g_assert_no_error (error);
  assert_is_same_host (self, connect);
}

/* The host's certificate is from somebody whom this client does not trust. */
static void
test_other_authority (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = open_with_certificate ("other-ca", "", &error);

  g_assert_null (connect);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_AUTH_FAILED);
}

/* To trust the host blindly does not make the host trust the client. */
static void
test_other_authority_unverified (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = open_with_certificate ("other-ca", "&no_verify=1", &error);

  g_assert_null (connect);
  g_assert_true (error != NULL && error->domain == LIBVIRT_ERROR);
}

static void
test_expired (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = open_with_certificate ("expired", "", &error);

  g_assert_null (connect);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_SYSTEM_ERROR);
  g_assert_nonnull (strstr (error->message, "expired"));
}

static void
on_authenticate (LibvirtConnectAuth *auth, LibvirtConnectAuthRequest *request, const char *password)
{
  GPtrArray *credentials = libvirt_connect_auth_request_get_credentials (request);

  for (guint i = 0; i < credentials->len; i++)
    {
      LibvirtConnectCredential *credential = credentials->pdata[i];
      gboolean is_name = libvirt_connect_credential_get_credential_type (credential) ==
                         LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME;

      libvirt_connect_credential_set_result (credential,
                                             is_name ? live_get ("first-user") : password);
    }
  libvirt_connect_auth_request_complete (request);
}

static LibvirtConnect *
open_with_password (const char *password, GError **error)
{
  g_autoptr (LibvirtConnectAuth) auth = libvirt_connect_auth_new (NULL, 0);
  int own = live_enter_network ();
  LibvirtConnect *connect;

  g_signal_connect (auth, "authenticate", G_CALLBACK (on_authenticate), (gpointer) password);
  connect = libvirt_connect_open_auth ("qemu+tcp://localhost/system", auth, 0, error);
  live_leave_network (own);
  return connect;
}

static void
test_password (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = open_with_password (live_get ("first-password"), &error);
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  name = libvirt_connect_get_hostname (connect, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "first");
}

static void
test_wrong_password (Live *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnect) connect = open_with_password ("shut sesame", &error);

  g_assert_null (connect);
  g_assert_error (error, LIBVIRT_ERROR, LIBVIRT_ERROR_AUTH_FAILED);
}

int
main (int argc, char **argv)
{
  live_init (&argc, &argv, "--auth", NULL);

  live_add ("/live/auth/certificate", test_good);
  live_add ("/live/auth/certificate/other-authority", test_other_authority);
  live_add ("/live/auth/certificate/other-authority-unverified", test_other_authority_unverified);
  live_add ("/live/auth/certificate/expired", test_expired);
  live_add ("/live/auth/password", test_password);
  live_add ("/live/auth/password/wrong", test_wrong_password);

  return live_run ();
}
