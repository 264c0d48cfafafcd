/* SPDX-License-Identifier: LGPL-2.1-or-later */

/*
 * What libvirt calls, in its own threads, when something happens to a domain. Each copies what
 * it is given and sends it on its way to the owner's context.
 */

#include "domain/libvirt-domain-event-private.h"

#include "runtime/libvirt-values-private.h"

static void
set_params (LibvirtEntityEmission *emission,
            guint index,
            virTypedParameterPtr params,
            int n_params)
{
  GValue *value = libvirt_entity_emission_param (emission, index);

  g_value_take_variant (value, libvirt_typed_params_to_variant (params, n_params));
}

static int
on_lifecycle (virConnectPtr connect,
              virDomainPtr domain,
              int event,
              int detail,
              void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new_lifecycle (opaque, event, detail);

  libvirt_domain_base_from_lifecycle (&emission->base, &emission->ask, domain, event, detail);
  libvirt_entity_emission_push (emission, opaque, domain);
  return 0;
}

/* For events that say nothing but that they happened. */
static void
on_plain (virConnectPtr connect,
          virDomainPtr domain,
          void *opaque)
{
  libvirt_entity_emission_push (libvirt_entity_emission_new (opaque), opaque, domain);
}

static void
on_rtc_change (virConnectPtr connect,
               virDomainPtr domain,
               long long utcoffset,
               void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  g_value_set_int64 (libvirt_entity_emission_param (emission, 0), utcoffset);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_watchdog (virConnectPtr connect,
             virDomainPtr domain,
             int action,
             void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_enum (emission, 0, action);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_io_error (virConnectPtr connect,
             virDomainPtr domain,
             const char *src_path,
             const char *dev_alias,
             int action,
             void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, src_path);
  libvirt_entity_emission_set_string (emission, 1, dev_alias);
  libvirt_entity_emission_set_enum (emission, 2, action);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static LibvirtDomainEventGraphicsAddress *
graphics_address_new (const virDomainEventGraphicsAddress *native)
{
  LibvirtDomainEventGraphicsAddress *address = libvirt_domain_event_graphics_address_new ();

  address->family =
    libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_EVENT_GRAPHICS_ADDRESS_TYPE, native->family);
  address->node = native->node != NULL ? g_utf8_make_valid (native->node, -1) : NULL;
  address->service = native->service != NULL ? g_utf8_make_valid (native->service, -1) : NULL;
  return address;
}

static LibvirtDomainEventGraphicsSubject *
graphics_subject_new (const virDomainEventGraphicsSubject *native)
{
  LibvirtDomainEventGraphicsSubject *subject = libvirt_domain_event_graphics_subject_new ();

  for (int i = 0; i < native->nidentity; i++)
    {
      LibvirtDomainEventGraphicsSubjectIdentity *identity =
        libvirt_domain_event_graphics_subject_identity_new ();

      identity->type = g_utf8_make_valid (native->identities[i].type, -1);
      identity->name = g_utf8_make_valid (native->identities[i].name, -1);
      g_ptr_array_add (subject->identities, identity);
    }

  return subject;
}

static void
on_graphics (virConnectPtr connect,
             virDomainPtr domain,
             int phase,
             const virDomainEventGraphicsAddress *local,
             const virDomainEventGraphicsAddress *remote,
             const char *auth_scheme,
             const virDomainEventGraphicsSubject *subject,
             void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_enum (emission, 0, phase);
  g_value_take_boxed (libvirt_entity_emission_param (emission, 1), graphics_address_new (local));
  g_value_take_boxed (libvirt_entity_emission_param (emission, 2), graphics_address_new (remote));
  libvirt_entity_emission_set_string (emission, 3, auth_scheme);
  g_value_take_boxed (libvirt_entity_emission_param (emission, 4), graphics_subject_new (subject));
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_io_error_reason (virConnectPtr connect,
                    virDomainPtr domain,
                    const char *src_path,
                    const char *dev_alias,
                    int action,
                    const char *reason,
                    void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, src_path);
  libvirt_entity_emission_set_string (emission, 1, dev_alias);
  libvirt_entity_emission_set_enum (emission, 2, action);
  libvirt_entity_emission_set_string (emission, 3, reason);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_block_job (virConnectPtr connect,
              virDomainPtr domain,
              const char *disk,
              int type,
              int status,
              void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, disk);
  libvirt_entity_emission_set_enum (emission, 1, type);
  libvirt_entity_emission_set_enum (emission, 2, status);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_disk_change (virConnectPtr connect,
                virDomainPtr domain,
                const char *old_src_path,
                const char *new_src_path,
                const char *dev_alias,
                int reason,
                void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, old_src_path);
  libvirt_entity_emission_set_string (emission, 1, new_src_path);
  libvirt_entity_emission_set_string (emission, 2, dev_alias);
  libvirt_entity_emission_set_enum (emission, 3, reason);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_tray_change (virConnectPtr connect,
                virDomainPtr domain,
                const char *dev_alias,
                int reason,
                void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, dev_alias);
  libvirt_entity_emission_set_enum (emission, 1, reason);
  libvirt_entity_emission_push (emission, opaque, domain);
}

/* For events with a number that is passed on as it is. */
static void
on_int (virConnectPtr connect,
        virDomainPtr domain,
        int number,
        void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  g_value_set_int (libvirt_entity_emission_param (emission, 0), number);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_balloon_change (virConnectPtr connect,
                   virDomainPtr domain,
                   unsigned long long actual,
                   void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  g_value_set_uint64 (libvirt_entity_emission_param (emission, 0), actual);
  libvirt_entity_emission_push (emission, opaque, domain);
}

/* For events that name a device and say no more. */
static void
on_device (virConnectPtr connect,
           virDomainPtr domain,
           const char *dev_alias,
           void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, dev_alias);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_params (virConnectPtr connect,
           virDomainPtr domain,
           virTypedParameterPtr params,
           int n_params,
           void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  set_params (emission, 0, params, n_params);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_agent_lifecycle (virConnectPtr connect,
                    virDomainPtr domain,
                    int state,
                    int reason,
                    void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_enum (emission, 0, state);
  libvirt_entity_emission_set_enum (emission, 1, reason);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_metadata_change (virConnectPtr connect,
                    virDomainPtr domain,
                    int type,
                    const char *nsuri,
                    void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_enum (emission, 0, type);
  libvirt_entity_emission_set_string (emission, 1, nsuri);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_block_threshold (virConnectPtr connect,
                    virDomainPtr domain,
                    const char *dev,
                    const char *path,
                    unsigned long long threshold,
                    unsigned long long excess,
                    void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, dev);
  libvirt_entity_emission_set_string (emission, 1, path);
  g_value_set_uint64 (libvirt_entity_emission_param (emission, 2), threshold);
  g_value_set_uint64 (libvirt_entity_emission_param (emission, 3), excess);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_memory_failure (virConnectPtr connect,
                   virDomainPtr domain,
                   int recipient,
                   int action,
                   unsigned int flags,
                   void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_enum (emission, 0, recipient);
  libvirt_entity_emission_set_enum (emission, 1, action);
  libvirt_entity_emission_set_flags (emission, 2, flags);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_memory_device_size_change (virConnectPtr connect,
                              virDomainPtr domain,
                              const char *alias,
                              unsigned long long size,
                              void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, alias);
  g_value_set_uint64 (libvirt_entity_emission_param (emission, 1), size);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_nic_mac_change (virConnectPtr connect,
                   virDomainPtr domain,
                   const char *alias,
                   const char *old_mac,
                   const char *new_mac,
                   void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, alias);
  libvirt_entity_emission_set_string (emission, 1, old_mac);
  libvirt_entity_emission_set_string (emission, 2, new_mac);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_vcpu_removed (virConnectPtr connect,
                 virDomainPtr domain,
                 unsigned int vcpuid,
                 void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  g_value_set_uint (libvirt_entity_emission_param (emission, 0), vcpuid);
  libvirt_entity_emission_push (emission, opaque, domain);
}

static void
on_channel_lifecycle (virConnectPtr connect,
                      virDomainPtr domain,
                      const char *channel_name,
                      int state,
                      int reason,
                      void *opaque)
{
  LibvirtEntityEmission *emission = libvirt_entity_emission_new (opaque);

  libvirt_entity_emission_set_string (emission, 0, channel_name);
  libvirt_entity_emission_set_enum (emission, 1, state);
  libvirt_entity_emission_set_enum (emission, 2, reason);
  libvirt_entity_emission_push (emission, opaque, domain);
}

const virConnectDomainEventGenericCallback libvirt_domain_event_callbacks[] = {
  [LIBVIRT_DOMAIN_EVENT_ID_LIFECYCLE] = VIR_DOMAIN_EVENT_CALLBACK (on_lifecycle),
  [LIBVIRT_DOMAIN_EVENT_ID_REBOOT] = VIR_DOMAIN_EVENT_CALLBACK (on_plain),
  [LIBVIRT_DOMAIN_EVENT_ID_RTC_CHANGE] = VIR_DOMAIN_EVENT_CALLBACK (on_rtc_change),
  [LIBVIRT_DOMAIN_EVENT_ID_WATCHDOG] = VIR_DOMAIN_EVENT_CALLBACK (on_watchdog),
  [LIBVIRT_DOMAIN_EVENT_ID_IO_ERROR] = VIR_DOMAIN_EVENT_CALLBACK (on_io_error),
  [LIBVIRT_DOMAIN_EVENT_ID_GRAPHICS] = VIR_DOMAIN_EVENT_CALLBACK (on_graphics),
  [LIBVIRT_DOMAIN_EVENT_ID_IO_ERROR_REASON] = VIR_DOMAIN_EVENT_CALLBACK (on_io_error_reason),
  [LIBVIRT_DOMAIN_EVENT_ID_CONTROL_ERROR] = VIR_DOMAIN_EVENT_CALLBACK (on_plain),
  [LIBVIRT_DOMAIN_EVENT_ID_BLOCK_JOB] = VIR_DOMAIN_EVENT_CALLBACK (on_block_job),
  [LIBVIRT_DOMAIN_EVENT_ID_DISK_CHANGE] = VIR_DOMAIN_EVENT_CALLBACK (on_disk_change),
  [LIBVIRT_DOMAIN_EVENT_ID_TRAY_CHANGE] = VIR_DOMAIN_EVENT_CALLBACK (on_tray_change),
  [LIBVIRT_DOMAIN_EVENT_ID_PMWAKEUP] = VIR_DOMAIN_EVENT_CALLBACK (on_int),
  [LIBVIRT_DOMAIN_EVENT_ID_PMSUSPEND] = VIR_DOMAIN_EVENT_CALLBACK (on_int),
  [LIBVIRT_DOMAIN_EVENT_ID_BALLOON_CHANGE] = VIR_DOMAIN_EVENT_CALLBACK (on_balloon_change),
  [LIBVIRT_DOMAIN_EVENT_ID_PMSUSPEND_DISK] = VIR_DOMAIN_EVENT_CALLBACK (on_int),
  [LIBVIRT_DOMAIN_EVENT_ID_DEVICE_REMOVED] = VIR_DOMAIN_EVENT_CALLBACK (on_device),
  [LIBVIRT_DOMAIN_EVENT_ID_BLOCK_JOB_2] = VIR_DOMAIN_EVENT_CALLBACK (on_block_job),
  [LIBVIRT_DOMAIN_EVENT_ID_TUNABLE] = VIR_DOMAIN_EVENT_CALLBACK (on_params),
  [LIBVIRT_DOMAIN_EVENT_ID_AGENT_LIFECYCLE] = VIR_DOMAIN_EVENT_CALLBACK (on_agent_lifecycle),
  [LIBVIRT_DOMAIN_EVENT_ID_DEVICE_ADDED] = VIR_DOMAIN_EVENT_CALLBACK (on_device),
  [LIBVIRT_DOMAIN_EVENT_ID_MIGRATION_ITERATION] = VIR_DOMAIN_EVENT_CALLBACK (on_int),
  [LIBVIRT_DOMAIN_EVENT_ID_JOB_COMPLETED] = VIR_DOMAIN_EVENT_CALLBACK (on_params),
  [LIBVIRT_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED] = VIR_DOMAIN_EVENT_CALLBACK (on_device),
  [LIBVIRT_DOMAIN_EVENT_ID_METADATA_CHANGE] = VIR_DOMAIN_EVENT_CALLBACK (on_metadata_change),
  [LIBVIRT_DOMAIN_EVENT_ID_BLOCK_THRESHOLD] = VIR_DOMAIN_EVENT_CALLBACK (on_block_threshold),
  [LIBVIRT_DOMAIN_EVENT_ID_MEMORY_FAILURE] = VIR_DOMAIN_EVENT_CALLBACK (on_memory_failure),
  [LIBVIRT_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE] = VIR_DOMAIN_EVENT_CALLBACK (on_memory_device_size_change),
  [LIBVIRT_DOMAIN_EVENT_ID_NIC_MAC_CHANGE] = VIR_DOMAIN_EVENT_CALLBACK (on_nic_mac_change),
  [LIBVIRT_DOMAIN_EVENT_ID_VCPU_REMOVED] = VIR_DOMAIN_EVENT_CALLBACK (on_vcpu_removed),
  [LIBVIRT_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE] = VIR_DOMAIN_EVENT_CALLBACK (on_channel_lifecycle),
};
