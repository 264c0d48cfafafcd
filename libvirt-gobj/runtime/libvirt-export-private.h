/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * Marks what libvirt-gobj-admin needs of this library though it is nobody else's business. Such
 * functions are also named in libvirt-gobj-private.map.in, which gives them a symbol version that
 * only a libvirt-gobj-admin of the same release asks for.
 */
#define LIBVIRT_FOR_ADMIN __attribute__ ((visibility ("default")))
