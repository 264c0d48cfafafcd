/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-security-private.h"

#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-security
 * @title: Security labels
 * @short_description: what confines a domain's process
 *
 * Systems such as SELinux and AppArmor give each process a label, and decide by it what the
 * process may touch. libvirt labels a domain and what belongs to it so that it cannot reach
 * anything else, even if a guest breaks out of its virtual machine.
 *
 * Since: 1.0
 */

G_DEFINE_BOXED_TYPE (LibvirtSecurityLabel,
                     libvirt_security_label,
                     libvirt_security_label_copy,
                     libvirt_security_label_free)

/**
 * libvirt_security_label_new: (constructor)
 *
 * Makes a #LibvirtSecurityLabel that confines nothing, for languages that build their own.
 *
 * Returns: (transfer full): one without a text, that is not enforced
 *
 * Since: 1.0
 */
LibvirtSecurityLabel *
libvirt_security_label_new (void)
{
  return g_new0 (LibvirtSecurityLabel, 1);
}

/**
 * libvirt_security_label_copy:
 * @self: the label of a process
 *
 * Copies a label, to keep it apart from where it came from.
 *
 * Returns: (transfer full): the same label once more
 *
 * Since: 1.0
 */
LibvirtSecurityLabel *
libvirt_security_label_copy (const LibvirtSecurityLabel *self)
{
  LibvirtSecurityLabel *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->label = g_strdup (self->label);
  return copy;
}

/**
 * libvirt_security_label_free: (skip)
 * @self: the label of a process
 *
 * Frees a label that a function returned, with its text.
 *
 * Since: 1.0
 */
void
libvirt_security_label_free (LibvirtSecurityLabel *self)
{
  g_free (self->label);
  g_free (self);
}

LibvirtSecurityLabel *
libvirt_security_label_from_native (const virSecurityLabel *native)
{
  LibvirtSecurityLabel *self = libvirt_security_label_new ();

  self->label = libvirt_dup_valid (native->label);
  self->enforcing = native->enforcing != 0;
  return self;
}
