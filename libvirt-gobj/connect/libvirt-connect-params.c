/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-connect-params.h>
#include "runtime/libvirt-enum-assert-private.h"

/**
 * SECTION:libvirt-connect-params
 * @title: Identities of clients
 * @short_description: what a host can be told about who is calling
 *
 * The keys of an identity, for programs that pass on requests of others. Each begins with the type
 * of its value, as a #GVariant has it.
 *
 * Since: 1.0
 */

ASSERT_SAME_TEXT (CONNECT_IDENTITY_GROUP_NAME);
ASSERT_SAME_TEXT (CONNECT_IDENTITY_PROCESS_ID);
ASSERT_SAME_TEXT (CONNECT_IDENTITY_PROCESS_TIME);
ASSERT_SAME_TEXT (CONNECT_IDENTITY_SASL_USER_NAME);
ASSERT_SAME_TEXT (CONNECT_IDENTITY_SELINUX_CONTEXT);
ASSERT_SAME_TEXT (CONNECT_IDENTITY_UNIX_GROUP_ID);
ASSERT_SAME_TEXT (CONNECT_IDENTITY_UNIX_USER_ID);
ASSERT_SAME_TEXT (CONNECT_IDENTITY_USER_NAME);
ASSERT_SAME_TEXT (CONNECT_IDENTITY_X509_DISTINGUISHED_NAME);
