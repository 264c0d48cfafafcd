/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-auth-private.h"

#include <libvirt-gobj/libvirt-enum-types.h>
#include "async/libvirt-async-copy-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-credential
 * @title: LibvirtConnectCredential
 * @short_description: one question that must be answered to open a connection
 *
 * A daemon that wants to know who is calling puts one or several questions: for an account, a
 * password, a code. Each is an object of this class, found in a #LibvirtConnectAuthRequest.
 * #LibvirtConnectCredential:type tells how to ask the user, #LibvirtConnectCredential:prompt
 * with what words, and #LibvirtConnectCredential:result takes the answer.
 *
 * An answer is overwritten in memory before that is freed. Copies that a program, or the
 * language it is written in, has made of it are that program's own care.
 *
 * |[<!-- language="C" -->
 * switch (libvirt_connect_credential_get_credential_type (credential))
 *   {
 *   case LIBVIRT_CONNECT_CREDENTIAL_TYPE_AUTHNAME:
 *     libvirt_connect_credential_set_result (credential, "fred");
 *     break;
 *   case LIBVIRT_CONNECT_CREDENTIAL_TYPE_PASSPHRASE:
 *   case LIBVIRT_CONNECT_CREDENTIAL_TYPE_NOECHOPROMPT:
 *     libvirt_connect_credential_set_result (credential, password);
 *     break;
 *   default:
 *     break;
 *   }
 * ]|
 *
 * Since: 1.0
 */

/**
 * LibvirtConnectCredential:
 *
 * A question, and room for what the user says.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_CHALLENGE,
  PROP_DEFRESULT,
  PROP_PROMPT,
  PROP_RESULT,
  PROP_TYPE,
  N_PROPS
};

struct _LibvirtConnectCredential
{
  GObject parent_instance;

  /* Set once. */
  LibvirtConnectCredentialType type;
  char *prompt;
  char *challenge;
  char *defresult;

  /* Only touched in the thread that answers. */
  char *result;
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtConnectCredential, libvirt_connect_credential, G_TYPE_OBJECT)

static void
libvirt_connect_credential_finalize (GObject *object)
{
  LibvirtConnectCredential *self = LIBVIRT_CONNECT_CREDENTIAL (object);

  g_free (self->prompt);
  g_free (self->challenge);
  g_free (self->defresult);
  libvirt_async_free_secret (self->result, -1);

  G_OBJECT_CLASS (libvirt_connect_credential_parent_class)->finalize (object);
}

static void
libvirt_connect_credential_get_property (GObject *object,
                                         guint prop_id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  LibvirtConnectCredential *self = LIBVIRT_CONNECT_CREDENTIAL (object);

  switch (prop_id)
    {
    case PROP_CHALLENGE:
      g_value_set_string (value, self->challenge);
      break;
    case PROP_DEFRESULT:
      g_value_set_string (value, self->defresult);
      break;
    case PROP_PROMPT:
      g_value_set_string (value, self->prompt);
      break;
    case PROP_RESULT:
      g_value_set_string (value, self->result);
      break;
    case PROP_TYPE:
      g_value_set_enum (value, self->type);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_connect_credential_set_property (GObject *object,
                                         guint prop_id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  LibvirtConnectCredential *self = LIBVIRT_CONNECT_CREDENTIAL (object);

  switch (prop_id)
    {
    case PROP_RESULT:
      libvirt_connect_credential_set_result (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_connect_credential_class_init (LibvirtConnectCredentialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = libvirt_connect_credential_finalize;
  object_class->get_property = libvirt_connect_credential_get_property;
  object_class->set_property = libvirt_connect_credential_set_property;

  /**
   * LibvirtConnectCredential:challenge: (getter get_challenge)
   *
   * What the answer depends on, such as the number that a one-time password belongs to, or the
   * host that asks. To be shown with the prompt.
   *
   * Since: 1.0
   */
  props[PROP_CHALLENGE] = g_param_spec_string ("challenge", NULL, NULL, NULL, flags);

  /**
   * LibvirtConnectCredential:defresult: (getter get_defresult)
   *
   * What will be sent if no other answer is given; a good text to begin an entry with.
   *
   * Since: 1.0
   */
  props[PROP_DEFRESULT] = g_param_spec_string ("defresult", NULL, NULL, NULL, flags);

  /**
   * LibvirtConnectCredential:prompt: (getter get_prompt)
   *
   * The question in words, for people.
   *
   * Since: 1.0
   */
  props[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL, flags);

  /**
   * LibvirtConnectCredential:result: (getter get_result) (setter set_result)
   *
   * The answer, %NULL as long as there is none.
   *
   * Since: 1.0
   */
  props[PROP_RESULT] = g_param_spec_string ("result", NULL, NULL, NULL, flags | G_PARAM_WRITABLE);

  /**
   * LibvirtConnectCredential:type: (getter get_credential_type)
   *
   * The sort of answer that is wanted: an account, something secret, something to be shown.
   *
   * Since: 1.0
   */
  props[PROP_TYPE] = g_param_spec_enum ("type", NULL, NULL, LIBVIRT_TYPE_CONNECT_CREDENTIAL_TYPE,
                                        LIBVIRT_CONNECT_CREDENTIAL_TYPE_UNKNOWN, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
libvirt_connect_credential_init (LibvirtConnectCredential *self)
{
}

LibvirtConnectCredential *
libvirt_connect_credential_new (const virConnectCredential *native)
{
  LibvirtConnectCredential *self = g_object_new (LIBVIRT_TYPE_CONNECT_CREDENTIAL, NULL);

  self->type = libvirt_enum_known (LIBVIRT_TYPE_CONNECT_CREDENTIAL_TYPE, native->type);
  /* Challenges come from the other end, in whatever encoding. */
  self->prompt = libvirt_dup_valid (native->prompt);
  self->challenge = libvirt_dup_valid (native->challenge);
  self->defresult = libvirt_dup_valid (native->defresult);

  return self;
}

/* Drivers take an answer that is missing for a failure without a reason, or read through it. */
char *
libvirt_connect_credential_dup_answer (LibvirtConnectCredential *self)
{
  if (self->result != NULL)
    return g_strdup (self->result);

  return g_strdup (self->defresult != NULL ? self->defresult : "");
}

/**
 * libvirt_connect_credential_get_credential_type:
 * @self: a question
 *
 * Gets what #LibvirtConnectCredential:type says. (The shorter name would be that of the function
 * behind %LIBVIRT_TYPE_CONNECT_CREDENTIAL.)
 *
 * Returns: the kind, %LIBVIRT_CONNECT_CREDENTIAL_TYPE_UNKNOWN for one that only a newer libvirt
 *   has
 *
 * Since: 1.0
 */
LibvirtConnectCredentialType
libvirt_connect_credential_get_credential_type (LibvirtConnectCredential *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT_CREDENTIAL (self),
                        LIBVIRT_CONNECT_CREDENTIAL_TYPE_UNKNOWN);

  return self->type;
}

/**
 * libvirt_connect_credential_get_prompt:
 * @self: a question
 *
 * Gets the words to ask the user with. They may end in a colon or not, and may name the host.
 *
 * Returns: (nullable): #LibvirtConnectCredential:prompt
 *
 * Since: 1.0
 */
const char *
libvirt_connect_credential_get_prompt (LibvirtConnectCredential *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT_CREDENTIAL (self), NULL);

  return self->prompt;
}

/**
 * libvirt_connect_credential_get_challenge:
 * @self: a question
 *
 * Gets the text that the user needs in order to find the answer.
 *
 * Returns: (nullable): #LibvirtConnectCredential:challenge, %NULL for most questions
 *
 * Since: 1.0
 */
const char *
libvirt_connect_credential_get_challenge (LibvirtConnectCredential *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT_CREDENTIAL (self), NULL);

  return self->challenge;
}

/**
 * libvirt_connect_credential_get_defresult:
 * @self: a question
 *
 * Gets the suggestion that came with the question.
 *
 * Returns: (nullable): #LibvirtConnectCredential:defresult, %NULL if there is no suggestion
 *
 * Since: 1.0
 */
const char *
libvirt_connect_credential_get_defresult (LibvirtConnectCredential *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT_CREDENTIAL (self), NULL);

  return self->defresult;
}

/**
 * libvirt_connect_credential_get_result:
 * @self: a question
 *
 * Gets back what was set with libvirt_connect_credential_set_result() or
 * libvirt_connect_auth_request_set_answer().
 *
 * Returns: (nullable): #LibvirtConnectCredential:result; the memory is wiped when another answer
 *   is set
 *
 * Since: 1.0
 */
const char *
libvirt_connect_credential_get_result (LibvirtConnectCredential *self)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT_CREDENTIAL (self), NULL);

  return self->result;
}

/**
 * libvirt_connect_credential_set_result:
 * @self: a question
 * @result: (nullable): the text to send, %NULL to take an answer back
 *
 * Answers. Nothing is sent before libvirt_connect_auth_request_complete(), and a later answer
 * takes the place of an earlier one.
 *
 * Since: 1.0
 */
void
libvirt_connect_credential_set_result (LibvirtConnectCredential *self,
                                       const char *result)
{
  char *before;

  g_return_if_fail (LIBVIRT_IS_CONNECT_CREDENTIAL (self));
  g_return_if_fail (result == NULL || g_utf8_validate (result, -1, NULL));

  if (g_strcmp0 (self->result, result) == 0)
    return;

  before = self->result;
  self->result = g_strdup (result);
  libvirt_async_free_secret (before, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RESULT]);
}
