/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#define LIBVIRT_GOBJ_INSIDE

#include <libvirt-gobj/libvirt-version-macros.h>
#include <libvirt-gobj/libvirt-types.h>
#include <libvirt-gobj/libvirt-enum-types.h>
#include <libvirt-gobj/libvirt-entity.h>
#include <libvirt-gobj/libvirt-error-enums.h>
#include <libvirt-gobj/libvirt-error.h>
#include <libvirt-gobj/libvirt-event.h>
#include <libvirt-gobj/libvirt-values-enums.h>
#include <libvirt-gobj/libvirt-version.h>
#include <libvirt-gobj/libvirt-connect-enums.h>
#include <libvirt-gobj/libvirt-connect.h>
#include <libvirt-gobj/libvirt-connect-credential.h>
#include <libvirt-gobj/libvirt-connect-auth-request.h>
#include <libvirt-gobj/libvirt-connect-auth.h>
#include <libvirt-gobj/libvirt-connect-domain.h>
#include <libvirt-gobj/libvirt-domain-block-enums.h>
#include <libvirt-gobj/libvirt-domain-enums.h>
#include <libvirt-gobj/libvirt-domain-event-enums.h>
#include <libvirt-gobj/libvirt-domain-event.h>
#include <libvirt-gobj/libvirt-domain-guest-enums.h>
#include <libvirt-gobj/libvirt-domain-info.h>
#include <libvirt-gobj/libvirt-domain-job-enums.h>
#include <libvirt-gobj/libvirt-domain-lifecycle.h>
#include <libvirt-gobj/libvirt-domain-memory-enums.h>
#include <libvirt-gobj/libvirt-domain-qemu-enums.h>
#include <libvirt-gobj/libvirt-domain-snapshot-enums.h>
#include <libvirt-gobj/libvirt-domain-vcpu-enums.h>
#include <libvirt-gobj/libvirt-domain.h>
#include <libvirt-gobj/libvirt-network-enums.h>
#include <libvirt-gobj/libvirt-node-device-enums.h>
#include <libvirt-gobj/libvirt-node-cpu.h>
#include <libvirt-gobj/libvirt-node-devices.h>
#include <libvirt-gobj/libvirt-node-enums.h>
#include <libvirt-gobj/libvirt-node-info.h>
#include <libvirt-gobj/libvirt-node-memory.h>
#include <libvirt-gobj/libvirt-node.h>
#include <libvirt-gobj/libvirt-secret-enums.h>
#include <libvirt-gobj/libvirt-storage-enums.h>
#include <libvirt-gobj/libvirt-stream-enums.h>
#include <libvirt-gobj/libvirt-async.h>

#undef LIBVIRT_GOBJ_INSIDE
