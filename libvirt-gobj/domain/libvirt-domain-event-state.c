/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-event-private.h"

/* What libvirt's drivers give as the reason of a state, by the detail of the event for it. */
static const int started_reasons[] = {
  [VIR_DOMAIN_EVENT_STARTED_BOOTED] = VIR_DOMAIN_RUNNING_BOOTED,
  [VIR_DOMAIN_EVENT_STARTED_MIGRATED] = VIR_DOMAIN_RUNNING_MIGRATED,
  [VIR_DOMAIN_EVENT_STARTED_RESTORED] = VIR_DOMAIN_RUNNING_RESTORED,
  [VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT] = VIR_DOMAIN_RUNNING_FROM_SNAPSHOT,
  [VIR_DOMAIN_EVENT_STARTED_WAKEUP] = VIR_DOMAIN_RUNNING_WAKEUP,
};

static const int suspended_reasons[] = {
  [VIR_DOMAIN_EVENT_SUSPENDED_PAUSED] = VIR_DOMAIN_PAUSED_USER,
  [VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED] = VIR_DOMAIN_PAUSED_MIGRATION,
  [VIR_DOMAIN_EVENT_SUSPENDED_IOERROR] = VIR_DOMAIN_PAUSED_IOERROR,
  [VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG] = VIR_DOMAIN_PAUSED_WATCHDOG,
  [VIR_DOMAIN_EVENT_SUSPENDED_RESTORED] = VIR_DOMAIN_PAUSED_USER,
  [VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT] = VIR_DOMAIN_PAUSED_FROM_SNAPSHOT,
  [VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR] = VIR_DOMAIN_PAUSED_UNKNOWN,
  [VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY] = VIR_DOMAIN_PAUSED_POSTCOPY,
  [VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED] = VIR_DOMAIN_PAUSED_POSTCOPY_FAILED,
};

static const int resumed_reasons[] = {
  [VIR_DOMAIN_EVENT_RESUMED_UNPAUSED] = VIR_DOMAIN_RUNNING_UNPAUSED,
  [VIR_DOMAIN_EVENT_RESUMED_MIGRATED] = VIR_DOMAIN_RUNNING_MIGRATED,
  [VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT] = VIR_DOMAIN_RUNNING_FROM_SNAPSHOT,
  [VIR_DOMAIN_EVENT_RESUMED_POSTCOPY] = VIR_DOMAIN_RUNNING_POSTCOPY,
  [VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED] = VIR_DOMAIN_RUNNING_POSTCOPY_FAILED,
};

static const int stopped_reasons[] = {
  [VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN] = VIR_DOMAIN_SHUTOFF_SHUTDOWN,
  [VIR_DOMAIN_EVENT_STOPPED_DESTROYED] = VIR_DOMAIN_SHUTOFF_DESTROYED,
  [VIR_DOMAIN_EVENT_STOPPED_CRASHED] = VIR_DOMAIN_SHUTOFF_CRASHED,
  [VIR_DOMAIN_EVENT_STOPPED_MIGRATED] = VIR_DOMAIN_SHUTOFF_MIGRATED,
  [VIR_DOMAIN_EVENT_STOPPED_SAVED] = VIR_DOMAIN_SHUTOFF_SAVED,
  [VIR_DOMAIN_EVENT_STOPPED_FAILED] = VIR_DOMAIN_SHUTOFF_CRASHED, /* rarely: it could not be started */
  [VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT] = VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT,
};

/* 0 is 'unknown' in each of libvirt's enumerations of reasons. */
#define REASON(table, detail) \
  ((detail) >= 0 && (guint) (detail) < G_N_ELEMENTS (table) ? (table)[detail] : 0)

static void
base_set_running (LibvirtBase *base,
                  int state,
                  int reason)
{
  base->fields |= LIBVIRT_HAS_STATE;
  base->state = state;
  base->state_reason = reason;
  base->active = TRUE;
  base->id = LIBVIRT_ID_SAME; /* QEMU's first event of a start is that it resumes */
}

static void
base_set_stopped (LibvirtBase *base,
                  int reason)
{
  base->fields |= LIBVIRT_HAS_STATE;
  base->state = VIR_DOMAIN_SHUTOFF;
  base->state_reason = reason;
  base->active = FALSE;
}

void
libvirt_domain_base_from_lifecycle (LibvirtBase *base,
                                    gboolean *ask,
                                    virDomainPtr native,
                                    int event,
                                    int detail)
{
  switch (event)
    {
    case VIR_DOMAIN_EVENT_DEFINED:
      base->fields |= LIBVIRT_HAS_PERSISTENT;
      base->persistent = TRUE;
      break;
    case VIR_DOMAIN_EVENT_UNDEFINED:
      /* One that is only renamed is defined again at once. */
      if (detail == VIR_DOMAIN_EVENT_UNDEFINED_RENAMED)
        break;
      base->fields |= LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_AUTOSTART | LIBVIRT_HAS_MANAGED_SAVE;
      break;
    case VIR_DOMAIN_EVENT_STARTED:
      base_set_running (base, VIR_DOMAIN_RUNNING, REASON (started_reasons, detail));
      base->id = (int) virDomainGetID (native);
      /* A start that goes on from an image uses it up. */
      *ask = detail == VIR_DOMAIN_EVENT_STARTED_RESTORED;
      break;
    case VIR_DOMAIN_EVENT_SUSPENDED:
      base_set_running (base, VIR_DOMAIN_PAUSED, REASON (suspended_reasons, detail));
      break;
    case VIR_DOMAIN_EVENT_RESUMED:
      base_set_running (base, VIR_DOMAIN_RUNNING, REASON (resumed_reasons, detail));
      base->is_resumed = TRUE;
      break;
    case VIR_DOMAIN_EVENT_STOPPED:
      base_set_stopped (base, REASON (stopped_reasons, detail));
      /* To a file, or to an image that the host keeps; not started, or its process crashed. */
      *ask = detail == VIR_DOMAIN_EVENT_STOPPED_SAVED || detail == VIR_DOMAIN_EVENT_STOPPED_FAILED;
      break;
    case VIR_DOMAIN_EVENT_SHUTDOWN:
      base_set_running (base, VIR_DOMAIN_SHUTDOWN, VIR_DOMAIN_SHUTDOWN_USER);
      break;
    case VIR_DOMAIN_EVENT_PMSUSPENDED:
      base_set_running (base, VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN);
      break;
    case VIR_DOMAIN_EVENT_CRASHED:
      base_set_running (base, VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED);
      break;
    default:
      /* Newer than this library. */
      *ask = TRUE;
    }
}
