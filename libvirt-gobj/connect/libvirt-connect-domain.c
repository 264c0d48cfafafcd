/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "connect/libvirt-connect-domain.h"

#include <stdlib.h>

#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-fds-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-connect-domain
 * @title: Finding and making domains
 * @short_description: what a connection does with domains
 *
 * A domain is looked up, listed, defined or started through its connection. Each of these functions
 * gives the one object there is for the domain, so that what was connected to it before is heard of
 * after.
 *
 * Since: 1.0
 */

/**
 * libvirt_connect_lookup_domain_by_id:
 * @self: a connection
 * @id: the number of a running instance
 * @error: return location for a #GError
 *
 * Finds a running domain by the number that its host has given it for this run (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN if there is none. Calls virDomainLookupByID().
 *
 * Returns: (transfer full): the domain, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_lookup_domain_by_id (LibvirtConnect *self,
                                     int id,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtLookup lookup;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  libvirt_lookup_begin (&lookup, libvirt_connect_get_core (self));
  return libvirt_lookup_end (&lookup, &libvirt_domain_details, NULL,
                             virDomainLookupByID (handle->connect, id), error);
}

/**
 * libvirt_connect_lookup_domain_by_name:
 * @self: a connection
 * @name: what the domain is called on this host
 * @error: return location for a #GError
 *
 * Finds a domain, running or not, by its name (blocks). Whoever looks up the same domain gets
 * the same object.
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN if there is none. Calls virDomainLookupByName().
 *
 * Returns: (transfer full): the domain, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_lookup_domain_by_name (LibvirtConnect *self,
                                       const char *name,
                                       GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_domain_details,
                                  (LibvirtLookUp) virDomainLookupByName, name, error);
}

/**
 * libvirt_connect_lookup_domain_by_uuid:
 * @self: a connection
 * @uuid: a UUID as its 16 bytes
 * @error: return location for a #GError
 *
 * Finds a domain, running or not, by the bytes of its UUID (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN if there is none, with %LIBVIRT_ERROR_INVALID_ARG if
 * @uuid has another size. Calls virDomainLookupByUUID().
 *
 * Returns: (transfer full): the domain, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_lookup_domain_by_uuid (LibvirtConnect *self,
                                       GBytes *uuid,
                                       GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up_uuid (self, &libvirt_domain_details,
                                       (LibvirtLookUp) virDomainLookupByUUID, uuid, error);
}

/**
 * libvirt_connect_lookup_domain_by_uuid_string:
 * @self: a connection
 * @uuidstr: a UUID as text
 * @error: return location for a #GError
 *
 * Finds a domain, running or not, by its UUID in writing (blocks).
 *
 * Fails with %LIBVIRT_ERROR_NO_DOMAIN if there is none, with %LIBVIRT_ERROR_INVALID_ARG if
 * @uuidstr is no UUID. Calls virDomainLookupByUUIDString().
 *
 * Returns: (transfer full): the domain, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_lookup_domain_by_uuid_string (LibvirtConnect *self,
                                              const char *uuidstr,
                                              GError **error)
{
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (uuidstr != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return libvirt_connect_look_up (self, &libvirt_domain_details,
                                  (LibvirtLookUp) virDomainLookupByUUIDString, uuidstr, error);
}

/**
 * libvirt_connect_list_all_domains:
 * @self: a connection
 * @flags: which domains; those that fit one flag of each group of flags are listed, all if there
 *   is none
 * @error: return location for a #GError
 *
 * Lists domains (blocks), with their state and the other properties known to be true by then.
 * That takes two to six calls, one after the other, as many for one domain as for ten thousand: the fewest
 * where all are known and none starts by itself or has been saved. The objects stay with the connection:
 * see libvirt_connect_forget().
 *
 * Calls virConnectGetAllDomainStats() and virConnectListAllDomains(); with some flags also
 * virDomainListGetStats().
 *
 * Returns: (transfer container) (element-type LibvirtDomain): the domains in no particular
 *   order, or %NULL on failure
 *
 * Since: 1.0
 */
GPtrArray *
libvirt_connect_list_all_domains (LibvirtConnect *self,
                                  LibvirtConnectListAllDomainsFlags flags,
                                  GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  LibvirtCore *core;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  core = libvirt_connect_get_core (self);
  handle = libvirt_core_hold (core, error);
  if (handle == NULL)
    return NULL;

  return libvirt_domain_adopt_list (core, handle->connect, flags, error);
}

/**
 * libvirt_connect_list_domains:
 * @self: a connection
 * @n_ids: (out): how many numbers there are
 * @error: return location for a #GError
 *
 * Lists the numbers of the running domains (blocks). libvirt_connect_list_all_domains() gives
 * objects instead and misses none that comes or goes meanwhile.
 *
 * Calls virConnectListDomains() and virConnectNumOfDomains().
 *
 * Returns: (transfer full) (array length=n_ids) (nullable): the numbers, or %NULL if there are
 *   none or on failure: then @error is set
 *
 * Since: 1.0
 */
int *
libvirt_connect_list_domains (LibvirtConnect *self,
                              gsize *n_ids,
                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  g_autofree int *ids = NULL;
  int n_room = 0;
  int n;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (n_ids != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  *n_ids = 0;
  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  n = virConnectNumOfDomains (handle->connect);
  /* More may have started since they were counted: a full array is not to be trusted. */
  while (n >= 0 && n >= n_room)
    {
      n_room = n + 8;
      ids = g_renew (int, ids, n_room);
      n = virConnectListDomains (handle->connect, ids, n_room);
    }
  if (!libvirt_check (n, error) || n == 0)
    return NULL;

  *n_ids = n;
  return g_steal_pointer (&ids);
}

/**
 * libvirt_connect_list_defined_domains:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Lists the names of the domains that are not running (blocks).
 *
 * Calls virConnectListDefinedDomains() and virConnectNumOfDefinedDomains().
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, or %NULL on failure
 *
 * Since: 1.0
 */
GStrv
libvirt_connect_list_defined_domains (LibvirtConnect *self,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  return libvirt_check_names (handle->connect, (LibvirtCountNames) virConnectNumOfDefinedDomains,
                              (LibvirtListNames) virConnectListDefinedDomains, error);
}

/**
 * libvirt_connect_num_of_domains:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the running domains (blocks).
 *
 * Calls virConnectNumOfDomains().
 *
 * Returns: how many domains run, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_domains (LibvirtConnect *self,
                                GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virConnectNumOfDomains (handle->connect), error);
}

/**
 * libvirt_connect_num_of_defined_domains:
 * @self: a connection
 * @error: return location for a #GError
 *
 * Counts the domains that have a definition and do not run (blocks).
 *
 * Calls virConnectNumOfDefinedDomains().
 *
 * Returns: how many domains could be started, or -1 on failure
 *
 * Since: 1.0
 */
int
libvirt_connect_num_of_defined_domains (LibvirtConnect *self,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return -1;

  return libvirt_check_count (virConnectNumOfDefinedDomains (handle->connect), error);
}

/**
 * libvirt_connect_define_domain_xml:
 * @self: a connection
 * @xml: the domain as an XML document, in libvirt's format
 * @error: return location for a #GError
 *
 * Has the host keep a definition (blocks): a new domain, which is not started, or another
 * definition for one that has the UUID already.
 *
 * Fails with %LIBVIRT_ERROR_XML_ERROR, %LIBVIRT_ERROR_XML_DETAIL, or a code for what is missing such as
 * %LIBVIRT_ERROR_NO_NAME, if the description is malformed or incomplete, and with
 * %LIBVIRT_ERROR_OPERATION_FAILED if a domain with another UUID has the name. Calls
 * virDomainDefineXML().
 *
 * Returns: (transfer full): the domain, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_define_domain_xml (LibvirtConnect *self,
                                   const char *xml,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_domain_details, NULL,
                                virDomainDefineXML (handle->connect, xml), serial, error);
}

/**
 * libvirt_connect_define_domain_xml_flags:
 * @self: a connection
 * @xml: the definition to keep, as an XML document
 * @flags: whether to hold @xml against libvirt's schema first
 * @error: return location for a #GError
 *
 * Has the host keep a definition (blocks), as libvirt_connect_define_domain_xml() does; with
 * %LIBVIRT_DOMAIN_DEFINE_FLAGS_VALIDATE misspelt elements are refused instead of ignored.
 *
 * Calls virDomainDefineXMLFlags().
 *
 * Returns: (transfer full): the domain, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_define_domain_xml_flags (LibvirtConnect *self,
                                         const char *xml,
                                         LibvirtDomainDefineFlags flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_domain_details, NULL,
                                virDomainDefineXMLFlags (handle->connect, xml, flags), serial, error);
}

/**
 * libvirt_connect_create_domain_xml:
 * @self: a connection
 * @xml_desc: what to run, as an XML document
 * @flags: how to start it
 * @error: return location for a #GError
 *
 * Starts a domain without keeping a definition (blocks): when it stops it is gone. If the host
 * has a definition with the same UUID, that domain is started as described here.
 *
 * Calls virDomainCreateXML().
 *
 * Returns: (transfer full): the running domain, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_create_domain_xml (LibvirtConnect *self,
                                   const char *xml_desc,
                                   LibvirtDomainCreateFlags flags,
                                   GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainPtr native;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  native = virDomainCreateXML (handle->connect, xml_desc, flags);
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_domain_details, NULL,
                                native, serial, error);
}

/**
 * libvirt_connect_create_domain_xml_with_files:
 * @self: a connection
 * @xml_desc: the container to run, as an XML document
 * @files: (array length=n_files): file descriptors for its first process; they stay the caller's
 * @n_files: the number of elements in @files
 * @flags: whether to start it paused, or have it end with the connection
 * @error: return location for a #GError
 *
 * Does what libvirt_connect_create_domain_xml() does (blocks), and hands files to the first process
 * of the container, as libvirt_domain_create_with_files() does.
 *
 * Fails with %LIBVIRT_ERROR_NO_SUPPORT on hypervisors of virtual machines. Calls
 * virDomainCreateXMLWithFiles().
 *
 * Returns: (transfer full): the running container, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_create_domain_xml_with_files (LibvirtConnect *self,
                                              const char *xml_desc,
                                              const int *files,
                                              gsize n_files,
                                              LibvirtDomainCreateFlags flags,
                                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  guint n = (guint) MIN (n_files, G_MAXUINT);
  virDomainPtr native;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (files != NULL || n_files == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL || !libvirt_check_fds (files, n_files, error))
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  /* libvirt only reads the numbers. */
  native = virDomainCreateXMLWithFiles (handle->connect, xml_desc, n, (int *) files, flags);
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_domain_details, NULL,
                                native, serial, error);
}

/**
 * libvirt_connect_create_domain_linux:
 * @self: a connection
 * @xml_desc: the domain to run, as an XML document
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * The name that libvirt_connect_create_domain_xml() had before there were domains other than Linux
 * (blocks). It is kept for programs that are moved here, and does the same.
 *
 * Calls virDomainCreateLinux().
 *
 * Returns: (transfer full): the domain that was started, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_connect_create_domain_linux (LibvirtConnect *self,
                                     const char *xml_desc,
                                     guint flags,
                                     GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  virDomainPtr native;
  guint32 serial;

  g_return_val_if_fail (LIBVIRT_IS_CONNECT (self), NULL);
  g_return_val_if_fail (xml_desc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  handle = libvirt_core_hold (libvirt_connect_get_core (self), error);
  if (handle == NULL)
    return NULL;

  serial = libvirt_core_begin_load (libvirt_connect_get_core (self));
  native = virDomainCreateLinux (handle->connect, xml_desc, flags);
  return libvirt_adopt_changed (libvirt_connect_get_core (self), &libvirt_domain_details, NULL,
                                native, serial, error);
}
