/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Questions that no driver on this machine asks, put by a virConnectOpenAuth() of this program.
 */

#include <libvirt-gobj/libvirt-gobj.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <string.h>

static virConnectCredential questions[] = {
  { .type = VIR_CRED_ECHOPROMPT, .prompt = "Code", .challenge = "42 \xff", .defresult = "1234" },
  { .type = VIR_CRED_NOECHOPROMPT, .prompt = "Answer", .defresult = "none" },
  { .type = 99, .prompt = "Fingerprint" },
};

virConnectPtr
virConnectOpenAuth (const char *name,
                    virConnectAuthPtr auth,
                    unsigned int flags)
{
  g_assert_cmpint (auth->cb (questions, G_N_ELEMENTS (questions), auth->cbdata), ==, 0);
  return virConnectOpen (name);
}

static void
assert_result (const virConnectCredential *question,
               const char *result)
{
  g_assert_cmpstr (question->result, ==, result);
  g_assert_cmpint (question->resultlen, ==, strlen (result));
}

static void
open_with (GCallback handler)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LibvirtConnectAuth) auth = libvirt_connect_auth_new (NULL, 0);
  g_autoptr (LibvirtConnect) connect = NULL;

  g_signal_connect (auth, "authenticate", handler, NULL);
  connect = libvirt_connect_open_auth ("test:///default", auth, LIBVIRT_CONNECT_FLAGS_NONE, &error);
  g_assert_no_error (error);
}

static void
clear_results (void)
{
  /* As libvirt does. */
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_clear_pointer (&questions[i].result, free);
}

static void
answer_second (LibvirtConnectAuth *auth,
               LibvirtConnectAuthRequest *request,
               gpointer user_data)
{
  libvirt_connect_auth_request_set_answer (request, 0, "5678");
  libvirt_connect_auth_request_set_answer (request, 0, NULL);
  libvirt_connect_auth_request_set_answer (request, 1, "this");
  libvirt_connect_auth_request_complete (request);
}

static void
test_defaults (void)
{
  open_with (G_CALLBACK (answer_second));
  assert_result (&questions[0], "1234");
  assert_result (&questions[1], "this");
  assert_result (&questions[2], "");
  clear_results ();
}

static void
look (LibvirtConnectAuth *auth,
      LibvirtConnectAuthRequest *request,
      gpointer user_data)
{
  g_autoptr (GPtrArray) credentials = libvirt_connect_auth_request_get_credentials (request);
  LibvirtConnectCredential *first = credentials->pdata[0];

  g_assert_cmpint (credentials->len, ==, G_N_ELEMENTS (questions));
  g_assert_cmpint (libvirt_connect_credential_get_credential_type (first), ==,
                   LIBVIRT_CONNECT_CREDENTIAL_TYPE_ECHOPROMPT);
  g_assert_cmpstr (libvirt_connect_credential_get_prompt (first), ==, "Code");
  g_assert_cmpstr (libvirt_connect_credential_get_challenge (first), ==, "42 \xef\xbf\xbd");
  g_assert_cmpstr (libvirt_connect_credential_get_defresult (first), ==, "1234");

  /* From a newer libvirt. */
  g_assert_cmpint (libvirt_connect_credential_get_credential_type (credentials->pdata[2]), ==,
                   LIBVIRT_CONNECT_CREDENTIAL_TYPE_UNKNOWN);

  /* The array is the caller's, not the request's. */
  g_ptr_array_set_size (credentials, 0);
  libvirt_connect_auth_request_set_answer (request, 2, "swirl");
  libvirt_connect_auth_request_complete (request);
}

static void
test_any_text_and_type (void)
{
  open_with (G_CALLBACK (look));
  assert_result (&questions[2], "swirl");
  clear_results ();
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connect/auth/questions/defaults", test_defaults);
  g_test_add_func ("/connect/auth/questions/any-text-and-type", test_any_text_and_type);

  return g_test_run ();
}
