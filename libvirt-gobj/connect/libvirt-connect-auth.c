/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-auth-private.h"

#include <libvirt-gobj/libvirt-enum-types.h>
#include "async/libvirt-async-private.h"
#include "connect/libvirt-connect-private.h"
#include "runtime/libvirt-error-private.h"

/**
 * SECTION:libvirt-connect-auth
 * @title: LibvirtConnectAuth
 * @short_description: who answers when a host asks for a password
 *
 * Some hosts want to know who is calling before they let a connection be opened. Give
 * libvirt_connect_open_auth() an object of this class, and its signal
 * #LibvirtConnectAuth::authenticate asks your program. The handler finds the questions in a
 * #LibvirtConnectAuthRequest and answers there: while it runs, or, if the connection is opened
 * with libvirt_connect_open_auth_async(), at any time later. One opening may ask several times.
 *
 * A program for the terminal can take libvirt_connect_auth_get_default() and is done.
 *
 * The signal is emitted in the thread that waits in libvirt_connect_open_auth(), or in the
 * #GMainContext that was the thread default when libvirt_connect_open_auth_async() was called.
 * One object may serve any number of connections, one after the other or at the same time.
 *
 * A connection that is refused is not asked about again: libvirt_connect_open_auth() fails with
 * %LIBVIRT_ERROR_AUTH_FAILED after a wrong password, and to give the user another chance is to
 * call it again.
 *
 * |[<!-- language="C" -->
 * static void
 * on_authenticate (LibvirtConnectAuth        *auth,
 *                  LibvirtConnectAuthRequest *request,
 *                  gpointer                   window)
 * {
 *   show_password_dialog (window, g_object_ref (request));
 * }
 *
 * …
 * g_autoptr (LibvirtConnectAuth) auth = libvirt_connect_auth_new (NULL, 0);
 *
 * g_signal_connect (auth, "authenticate", G_CALLBACK (on_authenticate), window);
 * libvirt_connect_open_auth_async ("qemu+tcp://host/system", auth, LIBVIRT_CONNECT_FLAGS_NONE,
 *                                  cancellable, on_opened, window);
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtConnectAuth:
 *
 * Passes the questions of those who guard a connection on to the program.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_CREDTYPE,
  N_PROPS
};

enum
{
  SIGNAL_AUTHENTICATE,
  N_SIGNALS
};

struct _LibvirtConnectAuth
{
  GObject parent_instance;

  /* Set once. */
  GVariant *credtype;
  virConnectAuthPtr native; /* NULL, or libvirt's own way to ask */
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LibvirtConnectAuth, libvirt_connect_auth, G_TYPE_OBJECT)

/* One connection being opened. On the stack of the thread that does it. */
typedef struct
{
  LibvirtConnectAuth *auth;
  const char *uri;
  int *n_asked;     /* see LibvirtConnectTarget */
  char *unanswered; /* NULL, or what nobody had an answer to */
} Opening;

/* A request on its way to the thread that can answer it. */
typedef struct
{
  LibvirtConnectAuth *auth;
  LibvirtConnectAuthRequest *request;
  LibvirtAuthExchange *exchange;
} Question;

static void
libvirt_connect_auth_finalize (GObject *object)
{
  LibvirtConnectAuth *self = LIBVIRT_CONNECT_AUTH (object);

  g_variant_unref (self->credtype);

  G_OBJECT_CLASS (libvirt_connect_auth_parent_class)->finalize (object);
}

static GVariant *
ref_types (const int *types,
           gsize n_types)
{
  G_STATIC_ASSERT (sizeof (int) == sizeof (gint32));
  G_STATIC_ASSERT (sizeof (LibvirtConnectCredentialType) == sizeof (gint32));

  return g_variant_ref_sink (
    g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, types, n_types, sizeof (gint32)));
}

/* What libvirt's own tools declare. More would mean more questions: a daemon that hears of
 * USERNAME, say, asks for a second account. */
static GVariant *
ref_usual_types (void)
{
  return ref_types (virConnectAuthPtrDefault->credtype, virConnectAuthPtrDefault->ncredtype);
}

static void
libvirt_connect_auth_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  LibvirtConnectAuth *self = LIBVIRT_CONNECT_AUTH (object);

  switch (prop_id)
    {
    case PROP_CREDTYPE:
      g_value_set_variant (value, self->credtype);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_connect_auth_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  LibvirtConnectAuth *self = LIBVIRT_CONNECT_AUTH (object);

  switch (prop_id)
    {
    case PROP_CREDTYPE:
      self->credtype = g_value_dup_variant (value);
      if (self->credtype == NULL)
        self->credtype = ref_usual_types ();
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_connect_auth_class_init (LibvirtConnectAuthClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = libvirt_connect_auth_finalize;
  object_class->get_property = libvirt_connect_auth_get_property;
  object_class->set_property = libvirt_connect_auth_set_property;

  /**
   * LibvirtConnectAuth:credtype: (getter get_credtype)
   *
   * The kinds of questions that will be answered, as an array (`ai`) of the numbers of
   * #LibvirtConnectCredentialType. If nothing else is said, those that libvirt's own tools can
   * answer.
   *
   * Since: 1.0
   */
  props[PROP_CREDTYPE] =
    g_param_spec_variant ("credtype", NULL, NULL, G_VARIANT_TYPE ("ai"), NULL,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * LibvirtConnectAuth::authenticate:
   * @self: what was given to libvirt_connect_open_auth()
   * @request: the questions; keep a reference to it for an answer that is given later
   *
   * Emitted when the other end asks something, once for each round. If the connection is opened
   * with libvirt_connect_open_auth(), @request must be completed by the time the last handler
   * returns. With libvirt_connect_open_auth_async() it may also be completed later, as long as
   * somebody keeps it. Otherwise the opening fails with %LIBVIRT_ERROR_AUTH_CANCELLED; so it does
   * when a handler written in Python or JavaScript raises an exception.
   *
   * Since: 1.0
   */
  signals[SIGNAL_AUTHENTICATE] =
    g_signal_new ("authenticate", LIBVIRT_TYPE_CONNECT_AUTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, LIBVIRT_TYPE_CONNECT_AUTH_REQUEST);
}

static void
libvirt_connect_auth_init (LibvirtConnectAuth *self)
{
}

static void
question_free (gpointer user_data)
{
  Question *self = user_data;

  g_object_unref (self->auth);
  g_object_unref (self->request);
  libvirt_auth_exchange_unref (self->exchange);
  g_free (self);
}

static gboolean
question_ask (gpointer user_data)
{
  Question *self = user_data;

  /* The call may have been cancelled on the way. */
  if (!libvirt_auth_exchange_is_ended (self->exchange))
    g_signal_emit (self->auth, signals[SIGNAL_AUTHENTICATE], 0, self->request);
  return G_SOURCE_REMOVE;
}

/* Hands the last reference to @request to the owner's context: what a language has wrapped is
 * let go there. If that context goes unused, so do the questions, and the exchange ends. */
static void
ask_in_owner_context (Opening *self,
                      LibvirtConnectAuthRequest *request,
                      LibvirtAuthExchange *exchange)
{
  g_autoptr (GMainContext) context = libvirt_async_ref_owner_context ();
  g_autoptr (GSource) source = g_idle_source_new ();
  Question *question = g_new0 (Question, 1);

  question->auth = g_object_ref (self->auth);
  question->request = request;
  question->exchange = libvirt_auth_exchange_ref (exchange);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "libvirt-gobj authenticate");
  g_source_set_callback (source, question_ask, question, question_free);
  g_source_attach (source, context);
}

static void
on_call_cancelled (GCancellable *cancellable,
                   gpointer user_data)
{
  libvirt_auth_exchange_end (user_data, NULL);
}

/* A worker that waits for a person is let go as soon as the call is cancelled. */
static GStrv
wait_in_worker (LibvirtAuthExchange *exchange)
{
  GCancellable *cancellable = libvirt_async_peek_cancellable ();
  gulong id = 0;
  GStrv answers;

  if (cancellable != NULL)
    id = g_cancellable_connect (cancellable, G_CALLBACK (on_call_cancelled),
                                libvirt_auth_exchange_ref (exchange),
                                (GDestroyNotify) libvirt_auth_exchange_unref);
  answers = libvirt_auth_exchange_wait (exchange);
  g_cancellable_disconnect (cancellable, id);

  return answers;
}

static GStrv
ask_here (Opening *self,
          LibvirtConnectAuthRequest *request,
          LibvirtAuthExchange *exchange)
{
  g_signal_emit (self->auth, signals[SIGNAL_AUTHENTICATE], 0, request);
  g_object_unref (request);

  /* Now or never. */
  libvirt_auth_exchange_end (exchange, NULL);
  return libvirt_auth_exchange_wait (exchange);
}

static void
count_question (Opening *self)
{
  if (self->n_asked != NULL)
    g_atomic_int_inc (self->n_asked);
}

/* libvirt's callback. The texts are its own afterwards, and freed by it. */
static int
on_credentials_wanted (virConnectCredentialPtr natives,
                       unsigned int n_natives,
                       void *user_data)
{
  Opening *self = user_data;
  g_autoptr (LibvirtAuthExchange) exchange = libvirt_auth_exchange_new ();
  LibvirtConnectAuthRequest *request;
  g_autofree GStrv answers = NULL;

  request = libvirt_connect_auth_request_new (exchange, self->uri, natives, n_natives);
  if (libvirt_executor_in_worker ())
    {
      count_question (self);
      ask_in_owner_context (self, request, exchange);
      answers = wait_in_worker (exchange);
      count_question (self);
    }
  else
    {
      answers = ask_here (self, request, exchange);
    }

  if (answers == NULL)
    {
      g_free (self->unanswered);
      self->unanswered = n_natives > 0 ? g_utf8_make_valid (natives[0].prompt, -1) : g_strdup ("");
      return -1;
    }

  for (guint i = 0; i < n_natives; i++)
    {
      natives[i].result = answers[i];
      natives[i].resultlen = strlen (answers[i]);
    }
  return 0;
}

virConnectPtr
libvirt_connect_target_open_auth (const LibvirtConnectTarget *target,
                                  GError **error)
{
  LibvirtConnectAuth *auth = target->auth;
  Opening opening = { .auth = auth, .uri = target->name, .n_asked = target->n_asked };
  g_autofree char *unanswered = NULL;
  virConnectAuth callback = { .cb = on_credentials_wanted, .cbdata = &opening };
  virConnectAuthPtr asked = NULL;
  virConnectPtr native;
  gsize n_types;

  if (auth != NULL)
    {
      callback.credtype = (int *) g_variant_get_fixed_array (auth->credtype, &n_types,
                                                              sizeof (gint32));
      callback.ncredtype = n_types;
      asked = auth->native != NULL ? auth->native : &callback;
    }

  native = virConnectOpenAuth (target->name, asked, target->flags);
  unanswered = opening.unanswered;

  /* Drivers say that it failed, each with a code of its own. */
  if (native == NULL && unanswered != NULL)
    libvirt_set_error (error, LIBVIRT_ERROR_AUTH_CANCELLED,
                       "Authentication cancelled: no answer to '%s'", unanswered);
  else if (native == NULL)
    libvirt_take_last_error (error);

  return native;
}

/**
 * libvirt_connect_auth_new: (constructor)
 * @types: (array length=n_types) (nullable): the kinds of questions that will be answered; if
 *   there are none the usual ones: account, password, realm and challenges
 * @n_types: number of @types
 *
 * Creates an object whose signal #LibvirtConnectAuth::authenticate asks for credentials. A host
 * that needs another kind than those in @types refuses the connection without asking.
 *
 * Returns: (transfer full): what to open connections with
 *
 * Since: 1.0
 */
LibvirtConnectAuth *
libvirt_connect_auth_new (const LibvirtConnectCredentialType *types,
                          gsize n_types)
{
  g_autoptr (GVariant) credtype = NULL;

  g_return_val_if_fail (types != NULL || n_types == 0, NULL);

  /* To some languages no array and an empty one are the same. */
  if (n_types > 0)
    credtype = ref_types ((const int *) types, n_types);

  return g_object_new (LIBVIRT_TYPE_CONNECT_AUTH, "credtype", credtype, NULL);
}

/**
 * libvirt_connect_auth_get_default:
 *
 * Gets what libvirt's own command-line tools use: questions are put on the standard output and
 * answered on the standard input, passwords without being shown. No signal is emitted, and the
 * thread that opens the connection is the one that waits for the user; cancelling does not stop
 * it from reading the terminal.
 *
 * Uses virConnectAuthPtrDefault.
 *
 * Returns: (transfer none): an object that is there as long as the process
 *
 * Since: 1.0
 */
LibvirtConnectAuth *
libvirt_connect_auth_get_default (void)
{
  static LibvirtConnectAuth *terminal;

  if (g_once_init_enter (&terminal))
    {
      LibvirtConnectAuth *self = g_object_new (LIBVIRT_TYPE_CONNECT_AUTH, NULL);

      self->native = virConnectAuthPtrDefault;
      g_once_init_leave (&terminal, self);
    }

  return terminal;
}

/**
 * libvirt_connect_auth_get_credtype:
 * @self: what connections are opened with
 *
 * Gets #LibvirtConnectAuth:credtype: the kinds of questions that are passed on to the program.
 *
 * Returns: (transfer none): the numbers, of the type `ai`
 *
 * Since: 1.0
 */
GVariant *
libvirt_connect_auth_get_credtype (LibvirtConnectAuth *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT_AUTH (self), NULL);

  return self->credtype;
}

/**
 * libvirt_connect_open_auth: (constructor)
 * @name: (nullable): URI of the hypervisor; with %NULL it is looked for where
 *   libvirt_connect_open() does
 * @auth: (nullable): whom to ask for passwords and the like; with %NULL a host that asks is not
 *   connected to
 * @flags: whether to change anything there, and whether @name may be an alias
 * @error: return location for a #GError
 *
 * Connects to a hypervisor that may ask for credentials (blocks, also for as long as the user
 * thinks). libvirt looks into its file `auth.conf` first: what it finds there is not asked.
 *
 * Fails with %LIBVIRT_ERROR_AUTH_CANCELLED if no credentials were given, with
 * %LIBVIRT_ERROR_AUTH_FAILED if they were wrong or @auth cannot give the ones that are wanted, and
 * else as libvirt_connect_open() does. Calls virConnectOpenAuth().
 *
 * Returns: (transfer full): the connection, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_connect_open_auth (const char *name,
                           LibvirtConnectAuth *auth,
                           LibvirtConnectFlags flags,
                           GError **error)
{
  const LibvirtConnectTarget target = { libvirt_connect_target_open_auth, name, auth, flags };

  g_return_val_if_fail (auth == NULL || LIBVIRT_IS_CONNECT_AUTH (auth), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_target_open (&target, error);
}
