/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (LIBVIRT_GOBJ_INSIDE) && !defined (LIBVIRT_GOBJ_COMPILATION)
#error "Only <libvirt-gobj/libvirt-gobj.h> can be included directly."
#endif

#include <libvirt-gobj/libvirt-domain-event-enums.h>
#include <libvirt-gobj/libvirt-domain.h>

G_BEGIN_DECLS

#define LIBVIRT_TYPE_DOMAIN_EVENT_GRAPHICS_ADDRESS \
  (libvirt_domain_event_graphics_address_get_type ())

typedef struct _LibvirtDomainEventGraphicsAddress LibvirtDomainEventGraphicsAddress;

/**
 * LibvirtDomainEventGraphicsAddress:
 * @family: whether it is one of IPv4, of IPv6, or the path of a local socket
 * @node: the host part: an IP address; QEMU has none for a UNIX socket, and this is empty then
 * @service: (nullable): the port; where QEMU listens on a UNIX socket its path, and empty for the
 *   client of one
 *
 * One end of a connection to a domain's display, in #LibvirtDomain::event-graphics.
 *
 * Mirrors virDomainEventGraphicsAddress.
 *
 * Since: 1.0
 */
struct _LibvirtDomainEventGraphicsAddress
{
  LibvirtDomainEventGraphicsAddressType family;
  char *node;
  char *service;
};

LIBVIRT_AVAILABLE_IN_1_0
GType
libvirt_domain_event_graphics_address_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainEventGraphicsAddress *
libvirt_domain_event_graphics_address_new (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainEventGraphicsAddress *
libvirt_domain_event_graphics_address_copy (const LibvirtDomainEventGraphicsAddress *self);

LIBVIRT_AVAILABLE_IN_1_0
void
libvirt_domain_event_graphics_address_free (LibvirtDomainEventGraphicsAddress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainEventGraphicsAddress,
                               libvirt_domain_event_graphics_address_free)

#define LIBVIRT_TYPE_DOMAIN_EVENT_GRAPHICS_SUBJECT_IDENTITY \
  (libvirt_domain_event_graphics_subject_identity_get_type ())

typedef struct _LibvirtDomainEventGraphicsSubjectIdentity LibvirtDomainEventGraphicsSubjectIdentity;

/**
 * LibvirtDomainEventGraphicsSubjectIdentity:
 * @type: how the client was recognised, such as "x509dname" or "saslUsername"
 * @name: who it is in those terms
 *
 * One of the names under which a display's client is known.
 *
 * Mirrors virDomainEventGraphicsSubjectIdentity.
 *
 * Since: 1.0
 */
struct _LibvirtDomainEventGraphicsSubjectIdentity
{
  char *type;
  char *name;
};

LIBVIRT_AVAILABLE_IN_1_0
GType
libvirt_domain_event_graphics_subject_identity_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainEventGraphicsSubjectIdentity *
libvirt_domain_event_graphics_subject_identity_new (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainEventGraphicsSubjectIdentity *
libvirt_domain_event_graphics_subject_identity_copy (
  const LibvirtDomainEventGraphicsSubjectIdentity *self);

LIBVIRT_AVAILABLE_IN_1_0
void
libvirt_domain_event_graphics_subject_identity_free (
  LibvirtDomainEventGraphicsSubjectIdentity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainEventGraphicsSubjectIdentity,
                               libvirt_domain_event_graphics_subject_identity_free)

#define LIBVIRT_TYPE_DOMAIN_EVENT_GRAPHICS_SUBJECT \
  (libvirt_domain_event_graphics_subject_get_type ())

typedef struct _LibvirtDomainEventGraphicsSubject LibvirtDomainEventGraphicsSubject;

/**
 * LibvirtDomainEventGraphicsSubject:
 * @identities: (element-type LibvirtDomainEventGraphicsSubjectIdentity): the names, none if the
 *   client was not asked who it is
 *
 * Who is at the other end of a connection to a domain's display.
 *
 * Mirrors virDomainEventGraphicsSubject.
 *
 * Since: 1.0
 */
struct _LibvirtDomainEventGraphicsSubject
{
  GPtrArray *identities;
};

LIBVIRT_AVAILABLE_IN_1_0
GType
libvirt_domain_event_graphics_subject_get_type (void) G_GNUC_CONST;

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainEventGraphicsSubject *
libvirt_domain_event_graphics_subject_new (void);

LIBVIRT_AVAILABLE_IN_1_0
LibvirtDomainEventGraphicsSubject *
libvirt_domain_event_graphics_subject_copy (const LibvirtDomainEventGraphicsSubject *self);

LIBVIRT_AVAILABLE_IN_1_0
void
libvirt_domain_event_graphics_subject_free (LibvirtDomainEventGraphicsSubject *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibvirtDomainEventGraphicsSubject,
                               libvirt_domain_event_graphics_subject_free)

G_END_DECLS
