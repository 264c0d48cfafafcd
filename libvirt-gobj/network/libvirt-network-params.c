/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-network-params.h>
#include "runtime/libvirt-enum-assert-private.h"

/**
 * SECTION:libvirt-network-params
 * @title: Parameters of network ports
 * @short_description: keys of the bandwidth of a port
 *
 * The keys of the dictionaries of network ports. Each begins with the type of its value, as a
 * #GVariant has it.
 *
 * Since: 1.0
 */

ASSERT_SAME_TEXT (NETWORK_PORT_BANDWIDTH_IN_AVERAGE);
ASSERT_SAME_TEXT (NETWORK_PORT_BANDWIDTH_IN_BURST);
ASSERT_SAME_TEXT (NETWORK_PORT_BANDWIDTH_IN_FLOOR);
ASSERT_SAME_TEXT (NETWORK_PORT_BANDWIDTH_IN_PEAK);
ASSERT_SAME_TEXT (NETWORK_PORT_BANDWIDTH_OUT_AVERAGE);
ASSERT_SAME_TEXT (NETWORK_PORT_BANDWIDTH_OUT_BURST);
ASSERT_SAME_TEXT (NETWORK_PORT_BANDWIDTH_OUT_PEAK);
