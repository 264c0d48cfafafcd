/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-values-params.h>
#include "runtime/libvirt-enum-assert-private.h"

/**
 * SECTION:libvirt-values-params
 * @title: Limits of values
 * @short_description: lengths and the version that all is measured by
 *
 * Numbers that have to do with values of every kind.
 *
 * Since: 1.0
 */

ASSERT_SAME (TYPED_PARAM_FIELD_LENGTH, TYPED_PARAM_FIELD_LENGTH);
ASSERT_SAME (UUID_BUFLEN, UUID_BUFLEN);
