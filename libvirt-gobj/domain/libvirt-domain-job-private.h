/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libvirt-gobj/libvirt-domain-job.h>
#include "runtime/libvirt-core-private.h"

G_BEGIN_DECLS

/* The connection is lost or closed: nobody can tell any more how they end. Without the lock. */
void libvirt_domain_jobs_end_all (LibvirtCore *core);

/* A call of this program's that does such work is about to return, with @call_error or without: so
 * that the job has ended before the call has, and for what hypervisors tell nobody but the caller.
 * @call_error becomes @error; TRUE if there is none. Without the lock. */
gboolean libvirt_domain_job_end_call (LibvirtDomain *domain,
                                      LibvirtDomainJobOperation operation,
                                      GError *call_error,
                                      GError **error);

G_END_DECLS
