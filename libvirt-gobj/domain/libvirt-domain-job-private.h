/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-domain-job.h>
#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

/* The connection is lost or closed: nobody can tell any more how they end. Without the lock. */
void libvirt_domain_jobs_end_all (LibvirtCore *core);

/* A call of this program's that does such work has returned, with @error or without: for what
 * hypervisors tell nobody but the caller. Without the lock. */
void libvirt_domain_job_tell_end (LibvirtDomain *domain,
                                  LibvirtDomainJobOperation operation,
                                  const GError *error);

G_END_DECLS
