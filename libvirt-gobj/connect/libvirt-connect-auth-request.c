/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-auth-private.h"

#include "async/libvirt-async-copy-private.h"

/**
 * SECTION:libvirt-connect-auth-request
 * @title: LibvirtConnectAuthRequest
 * @short_description: the questions of one round of authentication
 *
 * A handler of #LibvirtConnectAuth::authenticate gets a request: one or several questions that
 * the other end wants to have answered together. Answer each with
 * libvirt_connect_auth_request_set_answer(), or through its #LibvirtConnectCredential, and send
 * the answers with libvirt_connect_auth_request_complete(); or give up with
 * libvirt_connect_auth_request_cancel().
 *
 * While libvirt_connect_open_auth() waits, this must happen before the handler returns (it may
 * run a main loop of its own until then). With libvirt_connect_open_auth_async() a handler may
 * keep a reference to the request, return, and answer whenever the user is ready. A request that
 * everybody has let go counts as cancelled.
 *
 * All of its functions are for the thread in which the signal was emitted.
 *
 * |[<!-- language="C" -->
 * static void
 * on_authenticate (LibvirtConnectAuth        *auth,
 *                  LibvirtConnectAuthRequest *request,
 *                  gpointer                   user_data)
 * {
 *   g_autoptr (GPtrArray) credentials = libvirt_connect_auth_request_get_credentials (request);
 *
 *   for (guint i = 0; i < credentials->len; i++)
 *     libvirt_connect_auth_request_set_answer (request, i, ask (credentials->pdata[i]));
 *   libvirt_connect_auth_request_complete (request);
 * }
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtConnectAuthRequest:
 *
 * Waits for the answers of one round; to be completed or cancelled once.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_URI,
  N_PROPS
};

struct _LibvirtConnectAuthRequest
{
  GObject parent_instance;

  /* Set once. */
  LibvirtAuthExchange *exchange;
  GPtrArray *credentials;
  char *uri;
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtConnectAuthRequest, libvirt_connect_auth_request, G_TYPE_OBJECT)

static void
libvirt_connect_auth_request_finalize (GObject *object)
{
  LibvirtConnectAuthRequest *self = LIBVIRT_CONNECT_AUTH_REQUEST (object);

  /* Nobody is left who could answer. */
  libvirt_auth_exchange_end (self->exchange, NULL);
  libvirt_auth_exchange_unref (self->exchange);
  g_ptr_array_unref (self->credentials);
  g_free (self->uri);

  G_OBJECT_CLASS (libvirt_connect_auth_request_parent_class)->finalize (object);
}

static void
libvirt_connect_auth_request_get_property (GObject *object,
                                           guint prop_id,
                                           GValue *value,
                                           GParamSpec *pspec)
{
  LibvirtConnectAuthRequest *self = LIBVIRT_CONNECT_AUTH_REQUEST (object);

  switch (prop_id)
    {
    case PROP_URI:
      g_value_set_string (value, self->uri);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_connect_auth_request_class_init (LibvirtConnectAuthRequestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_connect_auth_request_finalize;
  object_class->get_property = libvirt_connect_auth_request_get_property;

  /**
   * LibvirtConnectAuthRequest:uri: (getter get_uri)
   *
   * Which connection is being opened, in the words it was asked for with. Tells them apart where
   * one #LibvirtConnectAuth serves several.
   *
   * Since: 1.0
   */
  props[PROP_URI] =
    g_param_spec_string ("uri", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_connect_auth_request_init (LibvirtConnectAuthRequest *self)
{
  /* One that a program makes by itself answers nobody. */
  self->exchange = libvirt_auth_exchange_new ();
  self->credentials = g_ptr_array_new_with_free_func (g_object_unref);
}

LibvirtConnectAuthRequest *
libvirt_connect_auth_request_new (LibvirtAuthExchange *exchange,
                                  const char *uri,
                                  const virConnectCredential *natives,
                                  guint n_natives)
{
  LibvirtConnectAuthRequest *self = g_object_new (LIBVIRT_TYPE_CONNECT_AUTH_REQUEST, NULL);

  libvirt_auth_exchange_unref (self->exchange);
  self->exchange = libvirt_auth_exchange_ref (exchange);
  self->uri = g_strdup (uri);
  for (guint i = 0; i < n_natives; i++)
    g_ptr_array_add (self->credentials, libvirt_connect_credential_new (&natives[i]));

  return self;
}

/**
 * libvirt_connect_auth_request_get_uri:
 * @self: a request
 *
 * Gets #LibvirtConnectAuthRequest:uri.
 *
 * Returns: (nullable): the URI as it was given to libvirt_connect_open_auth(), %NULL for the
 *   default connection
 *
 * Since: 1.0
 */
const char *
libvirt_connect_auth_request_get_uri (LibvirtConnectAuthRequest *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT_AUTH_REQUEST (self), NULL);

  return self->uri;
}

/**
 * libvirt_connect_auth_request_get_credentials:
 * @self: a request
 *
 * Gets the questions in the order in which to ask them. One request rarely has all that a daemon
 * wants to know: a password may be asked for after the name was sent, by another request.
 *
 * Returns: (transfer container) (element-type LibvirtConnectCredential): at least one question
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_auth_request_get_credentials (LibvirtConnectAuthRequest *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT_AUTH_REQUEST (self), NULL);

  return libvirt_async_copy_ptr_array (self->credentials, g_object_ref, g_object_unref);
}

/**
 * libvirt_connect_auth_request_set_answer:
 * @self: a request
 * @index: which question, counted from 0 in the order of
 *   libvirt_connect_auth_request_get_credentials()
 * @text: (nullable): what the user said, or %NULL to take back what was set before
 *
 * Sets the #LibvirtConnectCredential:result of one question. That is still to be sent, with
 * libvirt_connect_auth_request_complete().
 *
 * Since: 1.0
 */
void
libvirt_connect_auth_request_set_answer (LibvirtConnectAuthRequest *self,
                                         guint index,
                                         const char *text)
{
  g_return_if_fail (LIBVIRT_IS_CONNECT_AUTH_REQUEST (self));
  g_return_if_fail (index < self->credentials->len);

  libvirt_connect_credential_set_result (g_ptr_array_index (self->credentials, index), text);
}

/**
 * libvirt_connect_auth_request_complete:
 * @self: a request
 *
 * Sends the answers, and lets the opening of the connection go on. A question without one gets
 * its #LibvirtConnectCredential:defresult, or an empty text if it has none. Whether the other end
 * is satisfied is told by the function that opens the connection: if not, it fails with
 * %LIBVIRT_ERROR_AUTH_FAILED.
 *
 * Does nothing if the request is over: already completed, cancelled, or too late.
 *
 * Since: 1.0
 */
void
libvirt_connect_auth_request_complete (LibvirtConnectAuthRequest *self)
{
  GStrv answers;

  g_return_if_fail (LIBVIRT_IS_CONNECT_AUTH_REQUEST (self));

  answers = g_new0 (char *, self->credentials->len + 1);
  for (guint i = 0; i < self->credentials->len; i++)
    answers[i] = libvirt_connect_credential_dup_answer (self->credentials->pdata[i]);

  libvirt_auth_exchange_end (self->exchange, answers);
}

/**
 * libvirt_connect_auth_request_cancel:
 * @self: a request
 *
 * Refuses to answer, for a user who has changed their mind. The connection is not opened: that
 * fails with %LIBVIRT_ERROR_AUTH_CANCELLED. Of a request that is over already nothing is undone.
 *
 * Since: 1.0
 */
void
libvirt_connect_auth_request_cancel (LibvirtConnectAuthRequest *self)
{
  g_return_if_fail (LIBVIRT_IS_CONNECT_AUTH_REQUEST (self));

  libvirt_auth_exchange_end (self->exchange, NULL);
}
