/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#define LIBVIRT_GOBJ_ADMIN_INSIDE

#include <libvirt-gobj/libvirt-gobj.h>
#include <libvirt-gobj-admin/libvirt-admin-types.h>
#include <libvirt-gobj-admin/libvirt-admin-enum-types.h>
#include <libvirt-gobj-admin/libvirt-admin-client.h>
#include <libvirt-gobj-admin/libvirt-admin-connect.h>
#include <libvirt-gobj-admin/libvirt-admin-daemon.h>
#include <libvirt-gobj-admin/libvirt-admin-enums.h>
#include <libvirt-gobj-admin/libvirt-admin-params.h>
#include <libvirt-gobj-admin/libvirt-admin-server.h>
#include <libvirt-gobj-admin/libvirt-admin-version.h>
#include <libvirt-gobj-admin/libvirt-admin-async.h>

#undef LIBVIRT_GOBJ_ADMIN_INSIDE
