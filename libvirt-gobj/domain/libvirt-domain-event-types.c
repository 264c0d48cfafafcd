/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-event.h"

/**
 * SECTION:libvirt-domain-event
 * @title: Details of domain events
 * @short_description: what events carry that is more than a number or a text
 *
 * Copies of structures that libvirt passes to event callbacks, as arguments of signals.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtDomainEventGraphicsAddress,
                     libvirt_domain_event_graphics_address,
                     libvirt_domain_event_graphics_address_copy,
                     libvirt_domain_event_graphics_address_free)

G_DEFINE_BOXED_TYPE (LibvirtDomainEventGraphicsSubjectIdentity,
                     libvirt_domain_event_graphics_subject_identity,
                     libvirt_domain_event_graphics_subject_identity_copy,
                     libvirt_domain_event_graphics_subject_identity_free)

G_DEFINE_BOXED_TYPE (LibvirtDomainEventGraphicsSubject,
                     libvirt_domain_event_graphics_subject,
                     libvirt_domain_event_graphics_subject_copy,
                     libvirt_domain_event_graphics_subject_free)

/**
 * libvirt_domain_event_graphics_address_new: (constructor)
 *
 * Makes an empty address; #LibvirtDomain::event-graphics comes with filled ones.
 *
 * Returns: (transfer full): an address without host and port
 *
 * Since: 1.0
 */
LibvirtDomainEventGraphicsAddress *
libvirt_domain_event_graphics_address_new (void)
{
  return g_new0 (LibvirtDomainEventGraphicsAddress, 1);
}

/**
 * libvirt_domain_event_graphics_address_copy:
 * @self: an address
 *
 * Copies an address, to keep it after the signal handler that got it.
 *
 * Returns: (transfer full): an equal address
 *
 * Since: 1.0
 */
LibvirtDomainEventGraphicsAddress *
libvirt_domain_event_graphics_address_copy (const LibvirtDomainEventGraphicsAddress *self)
{
  LibvirtDomainEventGraphicsAddress *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = libvirt_domain_event_graphics_address_new ();
  copy->family = self->family;
  copy->node = g_strdup (self->node);
  copy->service = g_strdup (self->service);
  return copy;
}

/**
 * libvirt_domain_event_graphics_address_free: (skip)
 * @self: an address
 *
 * Frees an address that was copied or made.
 *
 * Since: 1.0
 */
void
libvirt_domain_event_graphics_address_free (LibvirtDomainEventGraphicsAddress *self)
{
  if (self == NULL)
    return;

  g_free (self->node);
  g_free (self->service);
  g_free (self);
}

/**
 * libvirt_domain_event_graphics_subject_identity_new: (constructor)
 *
 * Makes an identity without content; those of a client are in
 * #LibvirtDomainEventGraphicsSubject.
 *
 * Returns: (transfer full): an identity that names nobody
 *
 * Since: 1.0
 */
LibvirtDomainEventGraphicsSubjectIdentity *
libvirt_domain_event_graphics_subject_identity_new (void)
{
  return g_new0 (LibvirtDomainEventGraphicsSubjectIdentity, 1);
}

/**
 * libvirt_domain_event_graphics_subject_identity_copy:
 * @self: an identity
 *
 * Copies one identity of a display's client.
 *
 * Returns: (transfer full): an equal identity
 *
 * Since: 1.0
 */
LibvirtDomainEventGraphicsSubjectIdentity *
libvirt_domain_event_graphics_subject_identity_copy (
  const LibvirtDomainEventGraphicsSubjectIdentity *self)
{
  LibvirtDomainEventGraphicsSubjectIdentity *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = libvirt_domain_event_graphics_subject_identity_new ();
  copy->type = g_strdup (self->type);
  copy->name = g_strdup (self->name);
  return copy;
}

/**
 * libvirt_domain_event_graphics_subject_identity_free: (skip)
 * @self: an identity
 *
 * Frees an identity that was copied or made.
 *
 * Since: 1.0
 */
void
libvirt_domain_event_graphics_subject_identity_free (
  LibvirtDomainEventGraphicsSubjectIdentity *self)
{
  if (self == NULL)
    return;

  g_free (self->type);
  g_free (self->name);
  g_free (self);
}

/**
 * libvirt_domain_event_graphics_subject_new: (constructor)
 *
 * Makes a subject that has no identities yet.
 *
 * Returns: (transfer full): an unknown client
 *
 * Since: 1.0
 */
LibvirtDomainEventGraphicsSubject *
libvirt_domain_event_graphics_subject_new (void)
{
  LibvirtDomainEventGraphicsSubject *self = g_new0 (LibvirtDomainEventGraphicsSubject, 1);

  self->identities = g_ptr_array_new_with_free_func (
    (GDestroyNotify) libvirt_domain_event_graphics_subject_identity_free);
  return self;
}

/**
 * libvirt_domain_event_graphics_subject_copy:
 * @self: a subject
 *
 * Copies a subject with all its identities.
 *
 * Returns: (transfer full): an equal subject
 *
 * Since: 1.0
 */
LibvirtDomainEventGraphicsSubject *
libvirt_domain_event_graphics_subject_copy (const LibvirtDomainEventGraphicsSubject *self)
{
  LibvirtDomainEventGraphicsSubject *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = libvirt_domain_event_graphics_subject_new ();
  for (guint i = 0; i < self->identities->len; i++)
    g_ptr_array_add (copy->identities, libvirt_domain_event_graphics_subject_identity_copy (
                                         g_ptr_array_index (self->identities, i)));
  return copy;
}

/**
 * libvirt_domain_event_graphics_subject_free: (skip)
 * @self: a subject
 *
 * Frees a subject that was copied or made, with its identities.
 *
 * Since: 1.0
 */
void
libvirt_domain_event_graphics_subject_free (LibvirtDomainEventGraphicsSubject *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->identities);
  g_free (self);
}
