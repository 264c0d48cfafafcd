/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * Authentication by libvirt's test driver, which asks for a name and then for the password if
 * its file says so.
 */

#include "harness.h"

#include <glib/gstdio.h>
#include <string.h>

#define NODE "<node><auth><user password='s3cret'>fred</user></auth></node>"

typedef enum
{
  ANSWER_NOTHING,
  ANSWER_AT_ONCE,
  ANSWER_LATER,
  ANSWER_BY_CANCELLING,
  ANSWER_WITHOUT_TEXT,
  ANSWER_NEVER, /* but keep the request */
} Way;

typedef struct
{
  char *folder;
  char *file;
  char *uri;
  LibvirtConnectAuth *auth;

  /* What the handler does. */
  Way way;
  const char *name;
  const char *password;

  /* What it saw. */
  guint n_rounds;
  GThread *thread;
  LibvirtConnectAuthRequest *kept;

  /* How an asynchronous opening ended. */
  gboolean done;
  LibvirtConnect *connect;
  GError *error;
} Fixture;

/* Stand in for libc's, the second with _FORTIFY_SOURCE: what the library wipes is seen here. */
void wipe (void *memory,
           size_t size) __asm__ ("explicit_bzero");
void wipe_checked (void *memory,
                   size_t size,
                   size_t room) __asm__ ("__explicit_bzero_chk");

static const char *secret;
static guint n_wiped;

void
wipe (void *memory,
      size_t size)
{
  if (secret != NULL && size == strlen (secret) && memcmp (memory, secret, size) == 0)
    n_wiped++;
  memset (memory, 0, size);
}

void
wipe_checked (void *memory,
              size_t size,
              size_t room)
{
  wipe (memory, size);
}

static void
answer (Fixture *self,
        LibvirtConnectAuthRequest *request)
{
  g_autoptr (GPtrArray) credentials = libvirt_connect_auth_request_get_credentials (request);

  for (guint i = 0; i < credentials->len; i++)
    {
      LibvirtConnectCredential *credential = credentials->pdata[i];

      if (libvirt_connect_credential_get_credential_type (credential) ==
          LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME)
        libvirt_connect_auth_request_set_answer (request, i, self->name);
      else
        libvirt_connect_credential_set_result (credential, self->password);
    }
  libvirt_connect_auth_request_complete (request);
}

static gboolean
answer_now (gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (LibvirtConnectAuthRequest) request = g_steal_pointer (&self->kept);

  answer (self, request);
  return G_SOURCE_REMOVE;
}

static void
on_authenticate (LibvirtConnectAuth *auth,
                 LibvirtConnectAuthRequest *request,
                 gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_true (auth == self->auth);
  g_assert_cmpstr (libvirt_connect_auth_request_get_uri (request), ==, self->uri);
  self->n_rounds++;
  self->thread = g_thread_self ();

  switch (self->way)
    {
    case ANSWER_NOTHING:
      break;
    case ANSWER_AT_ONCE:
      answer (self, request);
      break;
    case ANSWER_LATER:
      self->kept = g_object_ref (request);
      g_timeout_add (50, answer_now, self);
      break;
    case ANSWER_BY_CANCELLING:
      libvirt_connect_auth_request_cancel (request);
      break;
    case ANSWER_WITHOUT_TEXT:
      libvirt_connect_auth_request_complete (request);
      break;
    case ANSWER_NEVER:
      self->kept = g_object_ref (request);
      break;
    }
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("test-connect-auth-XXXXXX", &error);
  g_assert_no_error (error);
  self->file = g_build_filename (self->folder, "node.xml", NULL);
  g_file_set_contents (self->file, NODE, -1, &error);
  g_assert_no_error (error);
  self->uri = g_strdup_printf ("test://%s", self->file);

  self->auth = libvirt_connect_auth_new (NULL, 0);
  g_signal_connect (self->auth, "authenticate", G_CALLBACK (on_authenticate), self);
  self->way = ANSWER_AT_ONCE;
  self->name = "fred";
  self->password = "s3cret";
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  if (self->kept != NULL)
    g_assert_finalize_object (self->kept);
  if (self->connect != NULL)
    g_assert_finalize_object (self->connect);
  harness_wait_for_threads ();
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->auth);

  g_clear_error (&self->error);
  g_remove (self->file);
  g_rmdir (self->folder);
  g_free (self->uri);
  g_free (self->file);
  g_free (self->folder);
}

static void
open_now (Fixture *self)
{
  self->connect = libvirt_connect_open_auth (self->uri, self->auth, LIBVIRT_CONNECT_FLAGS_NONE,
                                             &self->error);
  g_assert_true ((self->connect == NULL) == (self->error != NULL));
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Fixture *self = user_data;

  self->connect = libvirt_connect_open_auth_finish (result, &self->error);
  self->done = TRUE;
}

static void
start (Fixture *self,
       GCancellable *cancellable)
{
  libvirt_connect_open_auth_async (self->uri, self->auth, LIBVIRT_CONNECT_FLAGS_NONE, cancellable,
                                   on_opened, self);
}

static void
open_later (Fixture *self)
{
  start (self, NULL);
  harness_wait_until (self->done);
}

static void
assert_open (Fixture *self)
{
  g_assert_no_error (self->error);
  g_assert_cmpint (libvirt_connect_get_state (self->connect), ==, LIBVIRT_CONNECT_STATE_OPEN);
  g_assert_cmpint (self->n_rounds, ==, 2);
}

static void
assert_cancelled (Fixture *self)
{
  g_assert_error (self->error, LIBVIRT_ERROR, LIBVIRT_ERROR_AUTH_CANCELLED);
  g_assert_nonnull (strstr (self->error->message, "Enter username for localhost"));
}

static void
test_answered (Fixture *self,
               gconstpointer data)
{
  open_now (self);
  assert_open (self);
  g_assert_true (self->thread == g_thread_self ());
}

static void
test_wrong_password (Fixture *self,
                     gconstpointer data)
{
  self->password = "secret";
  open_now (self);
  g_assert_error (self->error, LIBVIRT_ERROR, LIBVIRT_ERROR_AUTH_FAILED);
  g_assert_cmpint (self->n_rounds, ==, 2);

  /* Another try is another call. */
  g_clear_error (&self->error);
  self->n_rounds = 0;
  self->password = "s3cret";
  open_now (self);
  assert_open (self);
}

static void
test_cancelled (Fixture *self,
                gconstpointer data)
{
  self->way = ANSWER_BY_CANCELLING;
  open_now (self);
  assert_cancelled (self);
}

static void
test_incomplete (Fixture *self,
                 gconstpointer data)
{
  self->way = ANSWER_NOTHING;
  open_now (self);
  assert_cancelled (self);
  g_assert_cmpint (self->n_rounds, ==, 1);
}

static void
test_no_handler (Fixture *self,
                 gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->auth, self);
  open_now (self);
  assert_cancelled (self);
}

/* In a synchronous opening nobody waits for an answer that comes later. */
static void
test_too_late (Fixture *self,
               gconstpointer data)
{
  self->way = ANSWER_NEVER;
  open_now (self);
  assert_cancelled (self);

  answer (self, self->kept);
  libvirt_connect_auth_request_cancel (self->kept);
}

/* Drivers must get a text, or they fail without saying why. */
static void
test_without_text (Fixture *self,
                   gconstpointer data)
{
  self->way = ANSWER_WITHOUT_TEXT;
  open_now (self);
  g_assert_error (self->error, LIBVIRT_ERROR, LIBVIRT_ERROR_AUTH_FAILED);
  g_assert_cmpint (self->n_rounds, ==, 2);
}

static void
on_authenticate_twice (LibvirtConnectAuth *auth,
                       LibvirtConnectAuthRequest *request,
                       gpointer user_data)
{
  libvirt_connect_auth_request_set_answer (request, 0, "somebody else");
  libvirt_connect_auth_request_complete (request);
  libvirt_connect_auth_request_cancel (request);
}

static void
test_first_counts (Fixture *self,
                   gconstpointer data)
{
  g_signal_connect (self->auth, "authenticate", G_CALLBACK (on_authenticate_twice), NULL);
  open_now (self);
  assert_open (self);
}

static void
test_without_auth (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (LibvirtConnect) connect = NULL;

  g_assert_null (libvirt_connect_open_auth (self->uri, NULL, LIBVIRT_CONNECT_FLAGS_NONE,
                                            &self->error));
  g_assert_true (self->error->domain == LIBVIRT_ERROR);
  g_assert_cmpint (self->error->code, !=, LIBVIRT_ERROR_AUTH_CANCELLED);
  g_clear_error (&self->error);

  connect = libvirt_connect_open_auth ("test:///default", NULL, LIBVIRT_CONNECT_FLAGS_NONE,
                                       &self->error);
  g_assert_no_error (self->error);
  g_assert_nonnull (connect);
}

static void
test_read_only (Fixture *self,
                gconstpointer data)
{
  g_autoptr (LibvirtDomain) domain = NULL;
  g_autofree char *xml = harness_domain_xml ("refused");
  gboolean read_only;

  self->connect = libvirt_connect_open_auth (self->uri, self->auth, LIBVIRT_CONNECT_FLAGS_RO,
                                             &self->error);
  assert_open (self);
  g_object_get (self->connect, "read-only", &read_only, NULL);
  g_assert_true (read_only);

  domain = libvirt_connect_define_domain_xml (self->connect, xml, &self->error);
  g_assert_error (self->error, LIBVIRT_ERROR, LIBVIRT_ERROR_OPERATION_DENIED);
  g_assert_null (domain);
}

static void
assert_types (LibvirtConnectAuth *auth,
              const int *types,
              gsize n_types)
{
  gsize n;
  const int *found = g_variant_get_fixed_array (libvirt_connect_auth_get_credtype (auth), &n,
                                                sizeof (int));

  g_assert_cmpmem (found, n * sizeof (int), types, n_types * sizeof (int));
}

static int
give_name (virConnectCredentialPtr credentials,
           unsigned int n_credentials,
           void *data)
{
  for (unsigned int i = 0; i < n_credentials; i++)
    {
      credentials[i].result = strdup ("fred");
      credentials[i].resultlen = strlen ("fred");
    }

  return 0;
}

/* What libvirt itself says to one that can be asked for a name only: that changed with time. */
static int
get_raw_code_without_password (Fixture *self)
{
  int types[] = { VIR_CRED_AUTHNAME };
  virConnectAuth auth = { types, G_N_ELEMENTS (types), give_name, NULL };

  g_assert_null (virConnectOpenAuth (self->uri, &auth, 0));
  return virGetLastErrorCode ();
}

static void
test_types (Fixture *self,
            gconstpointer data)
{
  static const LibvirtConnectCredentialType types[] = { LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME };

  assert_types (self->auth, virConnectAuthPtrDefault->credtype,
                virConnectAuthPtrDefault->ncredtype);

  g_object_unref (self->auth);
  self->auth = libvirt_connect_auth_new (types, G_N_ELEMENTS (types));
  g_signal_connect (self->auth, "authenticate", G_CALLBACK (on_authenticate), self);
  assert_types (self->auth, (const int *) types, G_N_ELEMENTS (types));

  /* A password is not among what this one can answer: it is not asked for. */
  open_now (self);
  g_assert_error (self->error, LIBVIRT_ERROR, get_raw_code_without_password (self));
  g_assert_cmpint (self->n_rounds, ==, 1);
}

static void
on_look_at_credentials (LibvirtConnectAuth *auth,
                        LibvirtConnectAuthRequest *request,
                        gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GPtrArray) credentials = libvirt_connect_auth_request_get_credentials (request);
  LibvirtConnectCredential *credential = credentials->pdata[0];
  gboolean first = self->n_rounds == 0;
  g_autofree char *result = NULL;
  LibvirtConnectCredentialType type;

  g_assert_cmpint (credentials->len, ==, 1);
  g_assert_cmpstr (libvirt_connect_credential_get_prompt (credential), ==,
                   first ? "Enter username for localhost" : "Enter fred's password for localhost");
  if (first) /* newer versions of libvirt say it with the name only */
    g_assert_cmpstr (libvirt_connect_credential_get_challenge (credential), ==, "localhost");
  g_assert_null (libvirt_connect_credential_get_defresult (credential));
  g_assert_null (libvirt_connect_credential_get_result (credential));

  g_object_set (credential, "result", "abc", NULL);
  g_object_get (credential, "type", &type, "result", &result, NULL);
  g_assert_cmpint (type, ==,
                   first ? LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME
                         : LIBVIRT_CONNECT_CREDENTIAL_TYPE_PASSPHRASE);
  g_assert_cmpstr (result, ==, "abc");
  libvirt_connect_credential_set_result (credential, NULL);
  g_assert_null (libvirt_connect_credential_get_result (credential));
}

static void
test_credentials (Fixture *self,
                  gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->auth, self);
  g_signal_connect (self->auth, "authenticate", G_CALLBACK (on_look_at_credentials), self);
  g_signal_connect (self->auth, "authenticate", G_CALLBACK (on_authenticate), self);
  open_now (self);
  assert_open (self);
}

static void
on_change_of_mind (LibvirtConnectAuth *auth,
                   LibvirtConnectAuthRequest *request,
                   gpointer user_data)
{
  libvirt_connect_auth_request_set_answer (request, 0, secret);
  libvirt_connect_auth_request_set_answer (request, 0, "other");
  g_assert_cmpint (n_wiped, ==, 1); /* replaced */

  libvirt_connect_auth_request_set_answer (request, 0, secret);
  libvirt_connect_auth_request_cancel (request);
  libvirt_connect_auth_request_complete (request);
  g_assert_cmpint (n_wiped, ==, 2); /* not wanted any more */
}

static void
test_wiped (Fixture *self,
            gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->auth, self);
  g_signal_connect (self->auth, "authenticate", G_CALLBACK (on_change_of_mind), self);
  n_wiped = 0;
  secret = "to be overwritten";
  open_now (self);
  assert_cancelled (self);
  g_assert_cmpint (n_wiped, ==, 3); /* gone with the request */
  secret = NULL;
}

static void
test_default (void)
{
  LibvirtConnectAuth *auth = libvirt_connect_auth_get_default ();

  g_assert_true (LIBVIRT_IS_CONNECT_AUTH (auth));
  g_assert_true (libvirt_connect_auth_get_default () == auth);
  assert_types (auth, virConnectAuthPtrDefault->credtype, virConnectAuthPtrDefault->ncredtype);
}

static void
test_async_answered (Fixture *self,
                     gconstpointer data)
{
  open_later (self);
  assert_open (self);
  g_assert_true (self->thread == g_thread_self ());
}

static void
test_async_answered_later (Fixture *self,
                           gconstpointer data)
{
  self->way = ANSWER_LATER;
  open_later (self);
  assert_open (self);
}

static void
test_async_wrong_password (Fixture *self,
                           gconstpointer data)
{
  self->way = ANSWER_LATER;
  self->password = "secret";
  open_later (self);
  g_assert_error (self->error, LIBVIRT_ERROR, LIBVIRT_ERROR_AUTH_FAILED);
}

static void
test_async_refused (Fixture *self,
                    gconstpointer data)
{
  self->way = ANSWER_BY_CANCELLING;
  open_later (self);
  assert_cancelled (self);
}

static void
test_async_dropped (Fixture *self,
                    gconstpointer data)
{
  self->way = ANSWER_NOTHING;
  open_later (self);
  assert_cancelled (self);

  /* Or later. */
  g_clear_error (&self->error);
  self->done = FALSE;
  self->way = ANSWER_NEVER;
  start (self, NULL);
  harness_wait_until (self->kept != NULL);
  g_assert_finalize_object (g_steal_pointer (&self->kept));
  harness_wait_until (self->done);
  assert_cancelled (self);
}

/* The worker that waited for the answer is let go, though nobody lets go of the request. */
static void
test_async_cancelled (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->way = ANSWER_NEVER;
  start (self, cancellable);
  harness_wait_until (self->kept != NULL);
  g_assert_false (self->done);

  g_cancellable_cancel (cancellable);
  harness_wait_for_threads ();
  harness_wait_until (self->done);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  answer (self, self->kept);
}

static void
test_async_cancelled_unasked (Fixture *self,
                              gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  start (self, cancellable);
  g_cancellable_cancel (cancellable);
  harness_wait_for_threads ();
  harness_wait_until (self->done);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (self->n_rounds, ==, 0);
}

static gpointer
open_in_thread (gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  start (self, NULL);
  while (!self->done)
    g_main_context_iteration (context, TRUE);
  g_assert_true (self->thread == g_thread_self ());
  assert_open (self);
  g_assert_finalize_object (g_steal_pointer (&self->connect));
  while (g_main_context_iteration (context, FALSE))
    continue;
  g_main_context_pop_thread_default (context);

  return NULL;
}

static void
test_async_owner_context (Fixture *self,
                          gconstpointer data)
{
  g_thread_join (g_thread_new ("owner", open_in_thread, self));
}

#define ADD(path, function) \
  g_test_add ("/connect/auth/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  /* Nothing is to be found in an auth.conf of the user's. */
  g_setenv ("XDG_CONFIG_HOME", "/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("answered", test_answered);
  ADD ("wrong-password", test_wrong_password);
  ADD ("cancelled", test_cancelled);
  ADD ("incomplete", test_incomplete);
  ADD ("no-handler", test_no_handler);
  ADD ("too-late", test_too_late);
  ADD ("without-text", test_without_text);
  ADD ("first-completion-counts", test_first_counts);
  ADD ("without-auth", test_without_auth);
  ADD ("read-only", test_read_only);
  ADD ("types", test_types);
  ADD ("credentials", test_credentials);
  ADD ("wiped", test_wiped);
  g_test_add_func ("/connect/auth/default", test_default);
  ADD ("async/answered", test_async_answered);
  ADD ("async/answered-later", test_async_answered_later);
  ADD ("async/wrong-password", test_async_wrong_password);
  ADD ("async/refused", test_async_refused);
  ADD ("async/dropped", test_async_dropped);
  ADD ("async/cancelled", test_async_cancelled);
  ADD ("async/cancelled-before-it-asks", test_async_cancelled_unasked);
  ADD ("async/owner-context", test_async_owner_context);

  return g_test_run ();
}
