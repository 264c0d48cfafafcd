/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-migrate.h"

#include "connect/libvirt-connect-private.h"
#include "domain/libvirt-domain-job-private.h"
#include "domain/libvirt-domain-private.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain-migrate
 * @title: Moving to another host
 * @short_description: migration, and what can be done about one that is under way
 *
 * A guest that moves from one host to another goes on there where it stopped here. Both hosts must
 * be of the same kind, be able to reach each other, and see the disks of the guest under the same
 * paths, unless the disks are to move as well. A program with connections to both of them has
 * libvirt_domain_migrate3() do it, and gets the domain as it is over there:
 *
 * |[<!-- language="C" -->
 * g_autoptr (LibvirtConnect) there = libvirt_connect_open ("qemu+tls://other/system", &error);
 * g_autoptr (LibvirtDomain) moved = NULL;
 *
 * if (there != NULL)
 *   moved = libvirt_domain_migrate3 (domain, there, NULL,
 *                                    LIBVIRT_DOMAIN_MIGRATE_FLAGS_LIVE, &error);
 * ]|
 *
 * With libvirt_domain_migrate_to_uri3() the host here talks to the one over there by itself, and
 * the program need not be able to. The other four are older forms of these two.
 *
 * A migration takes as long as the memory of the guest is large, the network slow and the guest
 * busy. Meanwhile it is the job of the domain here: libvirt_domain_get_job_stats() tells how far it
 * is, and libvirt_domain_abort_job() makes the guest stay. When a call has succeeded, the domain
 * here is off, or gone if it was transient or is to be undefined. If the call fails, the guest goes
 * on here.
 *
 * Since: 1.0
 */

/* A move from here to there. */
typedef struct
{
  LibvirtDomain *domain;
  LibvirtHandle *handle;
  guint32 serial;

  LibvirtCore *core_there;
  LibvirtHandle *there;
} Move;

static gboolean
move_begin (Move *self,
            LibvirtDomain *domain,
            GError **error)
{
  self->domain = g_object_ref (domain); /* a handler may drop the caller's */
  self->serial = libvirt_core_get_serial (LIBVIRT_ENTITY (domain)->core);
  self->handle = libvirt_entity_hold (LIBVIRT_ENTITY (domain), error);
  return self->handle != NULL;
}

static gboolean
move_begin_to (Move *self,
               LibvirtDomain *domain,
               LibvirtConnect *there,
               GError **error)
{
  if (!move_begin (self, domain, error))
    return FALSE;

  self->core_there = libvirt_core_ref (libvirt_connect_get_core (there));
  self->there = libvirt_core_hold (self->core_there, error);
  return self->there != NULL;
}

static void
move_clear (Move *self)
{
  g_clear_pointer (&self->there, libvirt_handle_release);
  g_clear_pointer (&self->core_there, libvirt_core_unref);
  g_clear_pointer (&self->handle, libvirt_handle_release);
  g_clear_object (&self->domain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

/* The domain here is as the move has left it, if @result, which libvirt returned just now, says that
 * there was one. One that moves its definition only goes on as it was. */
static gboolean
move_end (Move *self,
          int result,
          guint flags,
          GError **error)
{
  LibvirtBase base = {
    .state = VIR_DOMAIN_SHUTOFF,
    .state_reason = VIR_DOMAIN_SHUTOFF_MIGRATED,
  };
  GError *call_error = NULL;
  gboolean is_done = libvirt_check (result, &call_error);

  if ((flags & LIBVIRT_DOMAIN_MIGRATE_FLAGS_OFFLINE) == 0)
    base.fields |= LIBVIRT_HAS_STATE;
  if ((flags & LIBVIRT_DOMAIN_MIGRATE_FLAGS_UNDEFINE_SOURCE) != 0)
    base.fields |= LIBVIRT_HAS_PERSISTENT | LIBVIRT_HAS_AUTOSTART | LIBVIRT_HAS_MANAGED_SAVE;
  if (is_done && base.fields != 0)
    libvirt_entity_update (LIBVIRT_ENTITY (self->domain), &base, LIBVIRT_FROM_OWN, self->serial);

  return libvirt_domain_job_end_call (self->domain, LIBVIRT_DOMAIN_JOB_OPERATION_MIGRATION_OUT,
                                      call_error, error);
}

/* The object for @native, which is what the domain is over there; or libvirt's error. It is asked
 * only now: what the events of the arrival say is older, also if the domain was known already. */
static LibvirtDomain *
move_end_to (Move *self,
             virDomainPtr native,
             guint flags,
             GError **error)
{
  guint32 serial;

  if (!move_end (self, native != NULL ? 0 : -1, flags, error))
    return NULL;

  serial = libvirt_core_begin_load (self->core_there);
  return libvirt_adopt_changed (self->core_there, &libvirt_domain_details, NULL, native, serial,
                                error);
}

/**
 * libvirt_domain_migrate3:
 * @self: a running domain, or a persistent one that is off with
 *   %LIBVIRT_DOMAIN_MIGRATE_FLAGS_OFFLINE
 * @dconn: a connection to the host to move to
 * @params: (nullable): how to move, as `a{sv}` with the keys `LIBVIRT_MIGRATE_PARAM_…`, of which
 *   %LIBVIRT_MIGRATE_PARAM_BANDWIDTH is one; %NULL for nothing special
 * @flags: whether the guest runs meanwhile, what moves with it, and what stays
 * @error: return location for a #GError
 *
 * Moves a guest to another host (blocks, possibly for a long time).
 *
 * Cancelling the asynchronous form lets the guest stay here, if it is not too late for that. Fails
 * with %LIBVIRT_ERROR_OPERATION_ABORTED if somebody ends the job, and with
 * %LIBVIRT_ERROR_MIGRATE_UNSAFE if the disks could suffer. If the move was successful but nobody
 * over there answers any more, the call fails, and the domain here is off all the same. Calls
 * virDomainMigrate3().
 *
 * Returns: (transfer full): the domain over there, which belongs to @dconn, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_domain_migrate3 (LibvirtDomain *self,
                         LibvirtConnect *dconn,
                         GVariant *params,
                         LibvirtDomainMigrateFlags flags,
                         GError **error)
{
  g_auto (Move) move = { 0 };
  virTypedParameterPtr native = NULL;
  LibvirtDomain *moved = NULL;
  int n_native = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (dconn), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_typed_params_from_variant (params, "MIGRATE_PARAM_", &native, &n_native, error))
    return NULL;

  if (move_begin_to (&move, self, dconn, error))
    moved = move_end_to (&move,
                         virDomainMigrate3 (move.handle->domain, move.there->connect, native,
                                            n_native, flags),
                         flags, error);
  virTypedParamsFree (native, n_native);

  return moved;
}

/**
 * libvirt_domain_migrate2:
 * @self: a running domain
 * @dconn: a connection to where the guest shall go on
 * @dxml: (nullable): the description for over there, which may differ in what the guest does not
 *   see; %NULL for the same as here
 * @flags: what is done to the guest and its definitions
 * @dname: (nullable): what the domain shall be called over there, %NULL for the same as here
 * @uri: (nullable): where the host here sends the memory to, in the hypervisor's own notation;
 *   %NULL lets the one over there say
 * @bandwidth: how fast it may be sent, in MiB/s; 0 for the hypervisor's limit
 * @error: return location for a #GError
 *
 * Moves a guest with the choices that there were before libvirt_domain_migrate3() (blocks), where
 * the rest is told.
 *
 * Calls virDomainMigrate2().
 *
 * Returns: (transfer full): what the domain is on @dconn, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_domain_migrate2 (LibvirtDomain *self,
                         LibvirtConnect *dconn,
                         const char *dxml,
                         LibvirtDomainMigrateFlags flags,
                         const char *dname,
                         const char *uri,
                         guint64 bandwidth,
                         GError **error)
{
  g_auto (Move) move = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (dconn), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_check_long (bandwidth, error) || !move_begin_to (&move, self, dconn, error))
    return NULL;

  return move_end_to (&move,
                      virDomainMigrate2 (move.handle->domain, move.there->connect, dxml, flags,
                                         dname, uri, bandwidth),
                      flags, error);
}

/**
 * libvirt_domain_migrate:
 * @self: a running domain
 * @dconn: a connection to the other host
 * @flags: how it is done
 * @dname: (nullable): a new name for the domain, %NULL to keep the one it has
 * @uri: (nullable): the address for the memory as seen from here, %NULL for the one that the other
 *   host proposes
 * @bandwidth: as many MiB/s at most, 0 for what is usual
 * @error: return location for a #GError
 *
 * Moves a guest as libvirt has always been able to (blocks): libvirt_domain_migrate3() with fewer
 * choices.
 *
 * Calls virDomainMigrate().
 *
 * Returns: (transfer full): the domain at its new place, or %NULL on failure
 *
 * Since: 1.0
 */
LibvirtDomain *
libvirt_domain_migrate (LibvirtDomain *self,
                        LibvirtConnect *dconn,
                        LibvirtDomainMigrateFlags flags,
                        const char *dname,
                        const char *uri,
                        guint64 bandwidth,
                        GError **error)
{
  g_auto (Move) move = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);
  g_return_val_if_fail (LIBVIRT_IS_CONNECT (dconn), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!libvirt_check_long (bandwidth, error) || !move_begin_to (&move, self, dconn, error))
    return NULL;

  return move_end_to (&move,
                      virDomainMigrate (move.handle->domain, move.there->connect, flags, dname, uri,
                                        bandwidth),
                      flags, error);
}

/**
 * libvirt_domain_migrate_to_uri3:
 * @self: a running domain, or one that is off if only its definition moves
 * @dconnuri: (nullable): where the daemon over there is, as seen from the host here, with
 *   %LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER; %NULL without
 * @params: (nullable): the same as for libvirt_domain_migrate3(); without a @dconnuri they have
 *   %LIBVIRT_MIGRATE_PARAM_URI
 * @flags: the same as for libvirt_domain_migrate3(), and whether the daemons talk to each other
 * @error: return location for a #GError
 *
 * Has the host here move a guest to another one (blocks, possibly for a long time). Few hypervisors
 * can do without %LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER. The program may lose its connection
 * meanwhile, and the guest moves on.
 *
 * Fails with %LIBVIRT_ERROR_ARGUMENT_UNSUPPORTED if the hypervisor cannot move guests in this way;
 * otherwise like libvirt_domain_migrate3(). Calls virDomainMigrateToURI3().
 *
 * Returns: %TRUE if the guest has moved
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_migrate_to_uri3 (LibvirtDomain *self,
                                const char *dconnuri,
                                GVariant *params,
                                LibvirtDomainMigrateFlags flags,
                                GError **error)
{
  g_auto (Move) move = { 0 };
  virTypedParameterPtr native = NULL;
  int n_native = 0;
  gboolean done;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_typed_params_from_variant (params, "MIGRATE_PARAM_", &native, &n_native, error))
    return FALSE;

  done = move_begin (&move, self, error) &&
         move_end (&move,
                   virDomainMigrateToURI3 (move.handle->domain, dconnuri, native, n_native, flags),
                   flags, error);
  virTypedParamsFree (native, n_native);

  return done;
}

/**
 * libvirt_domain_migrate_to_uri2:
 * @self: a running domain
 * @dconnuri: (nullable): the URI by which the host here connects to the one over there; %NULL
 *   without %LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER
 * @miguri: (nullable): the address that the memory is sent to, %NULL to let the hosts agree on one
 * @dxml: (nullable): a changed description for over there, or %NULL
 * @flags: who talks to whom, and what is done to the guest
 * @dname: (nullable): the name that the domain shall have at its new place, or %NULL
 * @bandwidth: the limit for the network, in MiB/s; 0 for none of its own
 * @error: return location for a #GError
 *
 * Has the host here move a guest, with the choices that there were before
 * libvirt_domain_migrate_to_uri3() (blocks).
 *
 * Calls virDomainMigrateToURI2().
 *
 * Returns: %TRUE if the guest runs over there now
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_migrate_to_uri2 (LibvirtDomain *self,
                                const char *dconnuri,
                                const char *miguri,
                                const char *dxml,
                                LibvirtDomainMigrateFlags flags,
                                const char *dname,
                                guint64 bandwidth,
                                GError **error)
{
  g_auto (Move) move = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_check_long (bandwidth, error) && move_begin (&move, self, error) &&
         move_end (&move,
                   virDomainMigrateToURI2 (move.handle->domain, dconnuri, miguri, dxml, flags, dname,
                                           bandwidth),
                   flags, error);
}

/**
 * libvirt_domain_migrate_to_uri:
 * @self: a running domain
 * @duri: where to: with %LIBVIRT_DOMAIN_MIGRATE_FLAGS_PEER2PEER the daemon over there, else an
 *   address in the hypervisor's own notation
 * @flags: how to move it
 * @dname: (nullable): another name for the domain, or %NULL
 * @bandwidth: the highest speed in MiB/s, or 0
 * @error: return location for a #GError
 *
 * Has the host here move a guest, in the simplest form (blocks): libvirt_domain_migrate_to_uri3()
 * with fewer choices.
 *
 * Calls virDomainMigrateToURI().
 *
 * Returns: %TRUE if the guest is over there
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_migrate_to_uri (LibvirtDomain *self,
                               const char *duri,
                               LibvirtDomainMigrateFlags flags,
                               const char *dname,
                               guint64 bandwidth,
                               GError **error)
{
  g_auto (Move) move = { 0 };

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (duri != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return libvirt_check_long (bandwidth, error) && move_begin (&move, self, error) &&
         move_end (&move,
                   virDomainMigrateToURI (move.handle->domain, duri, flags, dname, bandwidth), flags,
                   error);
}

/**
 * libvirt_domain_migrate_get_compression_cache:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks how much memory the hypervisor uses to find out what has changed within a page, for
 * migrations with %LIBVIRT_DOMAIN_MIGRATE_FLAGS_COMPRESSED (blocks).
 *
 * Calls virDomainMigrateGetCompressionCache().
 *
 * Returns: the size in bytes; 0 on failure, with @error set
 *
 * Since: 1.0
 */
guint64
libvirt_domain_migrate_get_compression_cache (LibvirtDomain *self,
                                              guint flags,
                                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  unsigned long long size = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainMigrateGetCompressionCache (handle->domain, &size, flags), error))
    return 0;

  return size;
}

/**
 * libvirt_domain_migrate_set_compression_cache:
 * @self: a running domain
 * @cache_size: the memory to use, in bytes; QEMU rounds it down to a power of two
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Changes how much memory a migration that compresses may use for it (blocks), also while it is
 * under way: when %LIBVIRT_DOMAIN_JOB_COMPRESSION_CACHE_MISSES among its figures grows, say.
 *
 * Calls virDomainMigrateSetCompressionCache().
 *
 * Returns: %TRUE if it has as much from now on
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_migrate_set_compression_cache (LibvirtDomain *self,
                                              guint64 cache_size,
                                              guint flags,
                                              GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainMigrateSetCompressionCache (handle->domain, cache_size, flags),
                        error);
}

/**
 * libvirt_domain_migrate_get_max_downtime:
 * @self: a running domain
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Asks for how long the guest may be held at the end of a live migration (blocks).
 *
 * Calls virDomainMigrateGetMaxDowntime().
 *
 * Returns: the time in milliseconds; 0 on failure, with @error set
 *
 * Since: 1.0
 */
guint64
libvirt_domain_migrate_get_max_downtime (LibvirtDomain *self,
                                         guint flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  unsigned long long downtime = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainMigrateGetMaxDowntime (handle->domain, &downtime, flags), error))
    return 0;

  return downtime;
}

/**
 * libvirt_domain_migrate_set_max_downtime:
 * @self: a running domain
 * @downtime: the longest time, in milliseconds
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Decides for how long the guest may be held at the end of a live migration (blocks). The end comes
 * when what is left of its memory can be sent in that time: a busy guest gets there sooner if it
 * may be longer, and that can be said while the migration is under way.
 *
 * Calls virDomainMigrateSetMaxDowntime().
 *
 * Returns: %TRUE if that is the limit now
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_migrate_set_max_downtime (LibvirtDomain *self,
                                         guint64 downtime,
                                         guint flags,
                                         GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainMigrateSetMaxDowntime (handle->domain, downtime, flags), error);
}

/**
 * libvirt_domain_migrate_get_max_speed:
 * @self: a domain
 * @flags: the limit for most of the memory, or for that which follows the guest
 * @error: return location for a #GError
 *
 * Asks how fast a migration of the domain may be at most (blocks). QEMU's driver has a very large
 * number where there is no limit.
 *
 * Calls virDomainMigrateGetMaxSpeed().
 *
 * Returns: the speed in MiB/s; 0 on failure, with @error set
 *
 * Since: 1.0
 */
guint64
libvirt_domain_migrate_get_max_speed (LibvirtDomain *self,
                                      LibvirtDomainMigrateMaxSpeedFlags flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;
  unsigned long bandwidth = 0;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), 0);
  g_return_val_if_fail (error == NULL || *error == NULL, 0);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL ||
      !libvirt_check (virDomainMigrateGetMaxSpeed (handle->domain, &bandwidth, flags), error))
    return 0;

  return bandwidth;
}

/**
 * libvirt_domain_migrate_set_max_speed:
 * @self: a domain
 * @bandwidth: the limit in MiB/s
 * @flags: which of the two limits to change
 * @error: return location for a #GError
 *
 * Limits how fast migrations of the domain are (blocks), that which is under way among them, to
 * leave something of the network to others.
 *
 * Fails with %LIBVIRT_ERROR_OVERFLOW if it is more than the hypervisor can count in bytes. Calls
 * virDomainMigrateSetMaxSpeed().
 *
 * Returns: %TRUE if no migration will be faster
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_migrate_set_max_speed (LibvirtDomain *self,
                                      guint64 bandwidth,
                                      LibvirtDomainMigrateMaxSpeedFlags flags,
                                      GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!libvirt_check_long (bandwidth, error))
    return FALSE;

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainMigrateSetMaxSpeed (handle->domain, bandwidth, flags), error);
}

/**
 * libvirt_domain_migrate_start_post_copy:
 * @self: a domain that is being migrated with %LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY
 * @flags: 0; libvirt has no flags for this yet
 * @error: return location for a #GError
 *
 * Has the guest change over to the other host at once, and its memory follow (blocks until that was
 * asked): what is missing over there is fetched when the guest needs it. Such a migration is sure
 * to end however busy the guest is, but it cannot be taken back; if the network fails, neither host
 * has a whole guest until it is resumed with %LIBVIRT_DOMAIN_MIGRATE_FLAGS_POSTCOPY_RESUME.
 *
 * Fails with %LIBVIRT_ERROR_OPERATION_INVALID if no such migration is under way. A call that is
 * cancelled may still have its effect. Calls virDomainMigrateStartPostCopy().
 *
 * Returns: %TRUE if the guest is changing over
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_migrate_start_post_copy (LibvirtDomain *self,
                                        guint flags,
                                        GError **error)
{
  g_autoptr (LibvirtHandle) handle = NULL;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  handle = libvirt_entity_hold (LIBVIRT_ENTITY (self), error);
  if (handle == NULL)
    return FALSE;

  return libvirt_check (virDomainMigrateStartPostCopy (handle->domain, flags), error);
}
