/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-node.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_NODE_INFO (libvirt_node_info_get_type ())

typedef struct _LibvirtNodeInfo LibvirtNodeInfo;

/**
 * LibvirtNodeInfo:
 * @model: the processor architecture, such as "x86_64"
 * @memory: how much RAM is installed, in KiB
 * @cpus: how many logical processors are online
 * @mhz: speed of the first processor when it was looked at, in MHz; 0 if unknown
 * @nodes: number of NUMA cells; 1 if the host has no NUMA, or is not regular enough for these
 *   figures to describe it
 * @sockets: processor packages in each cell
 * @cores: processor cores in each package
 * @threads: logical processors of each core
 *
 * The hardware of a host in a few numbers, as libvirt_node_get_info() got them.
 *
 * The product of @nodes, @sockets, @cores and @threads is the number of processors that the
 * host could have, offline ones included. It is a guess that takes all cells for equal.
 *
 * Mirrors virNodeInfo.
 *
 * Since: 1.0
 */
struct _LibvirtNodeInfo
{
  char *model;
  guint64 memory;
  guint cpus;
  guint mhz;
  guint nodes;
  guint sockets;
  guint cores;
  guint threads;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                 libvirt_node_info_get_type       (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNodeInfo      *libvirt_node_info_new            (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNodeInfo      *libvirt_node_info_copy           (const LibvirtNodeInfo *self);

LIBVIRT_AVAILABLE_IN_1_0
void                  libvirt_node_info_free           (LibvirtNodeInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtNodeInfo, libvirt_node_info_free)

#define LIBVIRT_TYPE_SECURITY_MODEL (libvirt_security_model_get_type ())

typedef struct _LibvirtSecurityModel LibvirtSecurityModel;

/**
 * LibvirtSecurityModel:
 * @model: the name of the system, such as "selinux" or "apparmor"; empty if there is none
 * @doi: the domain of interpretation: labels mean the same on all hosts with the same one
 *
 * What keeps a host's guests apart from each other and from the host, as
 * libvirt_node_get_security_model() got it.
 *
 * Mirrors virSecurityModel.
 *
 * Since: 1.0
 */
struct _LibvirtSecurityModel
{
  char *model;
  char *doi;
};

LIBVIRT_AVAILABLE_IN_1_0
GType                 libvirt_security_model_get_type  (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecurityModel *libvirt_security_model_new       (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecurityModel *libvirt_security_model_copy      (const LibvirtSecurityModel *self);

LIBVIRT_AVAILABLE_IN_1_0
void                  libvirt_security_model_free      (LibvirtSecurityModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtSecurityModel, libvirt_security_model_free)

LIBVIRT_AVAILABLE_IN_1_0
LibvirtNodeInfo      *libvirt_node_get_info            (LibvirtNode *self,
                                                        GError     **error);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtSecurityModel *libvirt_node_get_security_model  (LibvirtNode *self,
                                                        GError     **error);

LIBVIRT_AVAILABLE_IN_1_0
GVariant             *libvirt_node_get_sev_info        (LibvirtNode *self,
                                                        guint        flags,
                                                        GError     **error);

G_END_DECLS
