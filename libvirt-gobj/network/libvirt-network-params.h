/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

/**
 * LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_AVERAGE:
 *
 * `u`: kilobytes, of 1000 bytes, a second that may flow towards the port's user in the long run. A key of
 * libvirt_network_port_get_parameters() and libvirt_network_port_set_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_AVERAGE "inbound.average"

/**
 * LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_BURST:
 *
 * `u`: KiB towards the port's user that may come at once at the peak rate. A key of
 * libvirt_network_port_get_parameters() and libvirt_network_port_set_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_BURST "inbound.burst"

/**
 * LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_FLOOR:
 *
 * `u`: kilobytes, of 1000 bytes, a second towards the port's user that the others must leave. A key of
 * libvirt_network_port_get_parameters() and libvirt_network_port_set_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_FLOOR "inbound.floor"

/**
 * LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_PEAK:
 *
 * `u`: kilobytes, of 1000 bytes, a second towards the port's user that a burst may reach. A key of
 * libvirt_network_port_get_parameters() and libvirt_network_port_set_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NETWORK_PORT_BANDWIDTH_IN_PEAK "inbound.peak"

/**
 * LIBVIRT_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE:
 *
 * `u`: kilobytes, of 1000 bytes, a second that the port's user may send in the long run. A key of
 * libvirt_network_port_get_parameters() and libvirt_network_port_set_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE "outbound.average"

/**
 * LIBVIRT_NETWORK_PORT_BANDWIDTH_OUT_BURST:
 *
 * `u`: KiB that the port's user may send at once at the peak rate. A key of
 * libvirt_network_port_get_parameters() and libvirt_network_port_set_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NETWORK_PORT_BANDWIDTH_OUT_BURST "outbound.burst"

/**
 * LIBVIRT_NETWORK_PORT_BANDWIDTH_OUT_PEAK:
 *
 * `u`: kilobytes, of 1000 bytes, a second that the port's user may reach in a burst. A key of
 * libvirt_network_port_get_parameters() and libvirt_network_port_set_parameters().
 *
 * Since: 1.0
 */
#define LIBVIRT_NETWORK_PORT_BANDWIDTH_OUT_PEAK "outbound.peak"
