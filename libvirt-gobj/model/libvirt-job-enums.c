/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libvirt-gobj/libvirt-job-enums.h>

/**
 * SECTION:libvirt-job-enums
 * @title: Types of jobs
 * @short_description: what long work goes through
 *
 * What all kinds of #LibvirtJob have in common, be it done by a hypervisor or by this library.
 *
 * Since: 1.0
 */
