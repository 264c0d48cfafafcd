/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Derived from the synchronous functions by derive.py: what is changed here is lost with the next
 * build. */

#include <shapes/shapes-async.h>

#include "async/libvirt-async-copy-private.h"
#include "async/libvirt-async-private.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

