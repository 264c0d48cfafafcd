/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libvirt/libvirt.h>

/* Both sides without their prefix: ASSERT_SAME (DOMAIN_STATE_RUNNING, DOMAIN_RUNNING). The
 * numbers are passed on to libvirt as they are, so a wrong one must not compile. */
#define ASSERT_SAME(ours, theirs) G_STATIC_ASSERT ((int) LIBVIRT_##ours == (int) VIR_##theirs)

/* The same for texts, which have one name on both sides. The compiler compares literals itself. */
#define ASSERT_SAME_TEXT(name)                                                                     \
  G_STATIC_ASSERT (__builtin_strcmp (LIBVIRT_##name, VIR_##name) == 0)
