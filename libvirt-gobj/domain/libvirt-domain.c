/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-private.h"

#include <libvirt/virterror.h>

#include "domain/libvirt-domain-moment.h"
#include "runtime/libvirt-error-private.h"
#include "runtime/libvirt-values-private.h"

/**
 * SECTION:libvirt-domain
 * @title: LibvirtDomain
 * @short_description: a virtual machine or container
 *
 * A domain is a virtual machine (or a container) that a hypervisor runs or can run. Get one from
 * its connection: libvirt_connect_lookup_domain_by_name(), libvirt_connect_list_all_domains(),
 * libvirt_connect_define_domain_xml().
 *
 * The properties follow the hypervisor. To read one costs nothing; connect to its `notify`
 * signal to hear of changes, whoever made them. When a call of this library succeeds, they have
 * their new values, and `notify` was emitted, before the call returns or its callback runs.
 * Functions named `get_` after libvirt's own ask the hypervisor and block; those named `peek_`
 * read the property.
 *
 * |[<!-- language="C" -->
 * g_autoptr (LibvirtDomain) domain = libvirt_connect_lookup_domain_by_name (host, "web", &error);
 *
 * g_object_bind_property (domain, "can-suspend", button, "sensitive", G_BINDING_SYNC_CREATE);
 * if (!libvirt_domain_suspend (domain, &error))
 *   g_warning ("%s", error->message);
 * ]|
 *
 * What libvirt announces to nobody is only as new as the last list that the domain was in, or the last
 * time that the host was asked about it: #LibvirtDomain:autostart when others change it, and
 * #LibvirtDomain:has-managed-save when others remove the image or start the domain without it.
 *
 * Since: 1.0
 */

/**
 * LibvirtDomain:
 *
 * One virtual machine or container of a hypervisor, whether it runs or not.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_ACTIVE = LIBVIRT_ENTITY_FIRST_CHANGED_BIT,
  PROP_AUTOSTART,
  PROP_CAN_DESTROY,
  PROP_CAN_REBOOT,
  PROP_CAN_RESUME,
  PROP_CAN_SHUT_DOWN,
  PROP_CAN_START,
  PROP_CAN_SUSPEND,
  PROP_CHECKPOINTS,
  PROP_HAS_MANAGED_SAVE,
  PROP_ID,
  PROP_PERSISTENT,
  PROP_ROOT_CHECKPOINTS,
  PROP_ROOT_SNAPSHOTS,
  PROP_SNAPSHOTS,
  PROP_STATE,
  PROP_STATE_REASON,
  PROP_UUID,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtDomain, libvirt_domain, LIBVIRT_TYPE_ENTITY)

static gboolean
domain_is_running (LibvirtEntity *self)
{
  return self->state == LIBVIRT_DOMAIN_STATE_RUNNING ||
         self->state == LIBVIRT_DOMAIN_STATE_BLOCKED;
}

/* The boolean properties that are TRUE, a bit each. */
static guint
domain_booleans (LibvirtEntity *self)
{
  gboolean active = libvirt_entity_has (self, LIBVIRT_FLAG_ACTIVE);
  gboolean running = domain_is_running (self);
  gboolean exists = libvirt_entity_has (self, LIBVIRT_FLAG_EXISTS);

  return (exists ? LIBVIRT_ENTITY_CHANGED_EXISTS : 0) |
         (active ? 1u << PROP_ACTIVE : 0) |
         (libvirt_entity_has (self, LIBVIRT_FLAG_AUTOSTART) ? 1u << PROP_AUTOSTART : 0) |
         (libvirt_entity_has (self, LIBVIRT_FLAG_MANAGED_SAVE) ? 1u << PROP_HAS_MANAGED_SAVE : 0) |
         (libvirt_entity_has (self, LIBVIRT_FLAG_PERSISTENT) ? 1u << PROP_PERSISTENT : 0) |
         (active ? 1u << PROP_CAN_DESTROY : 0) |
         (running ? 1u << PROP_CAN_REBOOT : 0) |
         (running ? 1u << PROP_CAN_SHUT_DOWN : 0) |
         (running ? 1u << PROP_CAN_SUSPEND : 0) |
         (self->state == LIBVIRT_DOMAIN_STATE_PAUSED ? 1u << PROP_CAN_RESUME : 0) |
         (exists && !active ? 1u << PROP_CAN_START : 0);
}

/* QEMU starts everything as paused, and tells how that is resumed before it tells of the start, or after
 * it. */
static guint8
reason_of (LibvirtEntity *self,
           const LibvirtBase *base)
{
  if (base->is_resumed && self->state == VIR_DOMAIN_RUNNING)
    return self->state_reason;
  if (base->is_resumed && self->state == VIR_DOMAIN_SHUTOFF &&
      base->state_reason == VIR_DOMAIN_RUNNING_UNPAUSED)
    return VIR_DOMAIN_RUNNING_BOOTED;

  return (guint8) base->state_reason;
}

static void
domain_take_state (LibvirtEntity *self,
                   const LibvirtBase *base)
{
  self->state_reason = reason_of (self, base);
  self->state = (guint8) base->state;

  if (!base->active)
    self->id = -1;
  else if (base->id != LIBVIRT_ID_SAME)
    self->id = base->id;
}

/* Nobody has seen what is still in the handle. */
static gboolean
id_is_told (int before,
            int now)
{
  return before != now && (before != LIBVIRT_ID_IN_HANDLE || now == -1);
}

static guint
domain_take (LibvirtEntity *self,
             const LibvirtBase *base)
{
  guint before = domain_booleans (self);
  guint8 state = self->state;
  guint8 reason = self->state_reason;
  int id = self->id;

  libvirt_entity_take_flags (self, base);
  if (base->fields & LIBVIRT_HAS_STATE)
    domain_take_state (self, base);

  return (before ^ domain_booleans (self)) |
         (state != self->state ? 1u << PROP_STATE : 0) |
         (reason != self->state_reason ? 1u << PROP_STATE_REASON : 0) |
         (id_is_told (id, self->id) ? 1u << PROP_ID : 0);
}

static void
domain_read_uuid (gpointer native,
                  guint8 *uuid)
{
  virDomainGetUUID (native, uuid);
}

static const char *
domain_read_name (gpointer native,
                  char *buffer)
{
  return virDomainGetName (native);
}

static gpointer
domain_look_up (gpointer owner,
                LibvirtEntity *self)
{
  return virDomainLookupByUUID (owner, self->uuid);
}

static void
domain_notify_changed (LibvirtEntity *entity,
                       guint changed)
{
  for (guint prop_id = PROP_ACTIVE; prop_id < N_PROPS; prop_id++)
    {
      if (changed & (1u << prop_id))
        g_object_notify_by_pspec (G_OBJECT (entity), props[prop_id]);
    }
}

static GPtrArray *
domain_list (LibvirtCore *core,
             LibvirtEntity *owner,
             gpointer native_owner,
             GError **error)
{
  return libvirt_domain_adopt_list (core, native_owner, 0, error);
}

const LibvirtEntityDetails libvirt_domain_details = {
  .kind = LIBVIRT_KIND_DOMAIN,
  .owner_kind = LIBVIRT_KIND_CONNECT,
  .get_type = libvirt_domain_get_type,
  .gone_code = VIR_ERR_NO_DOMAIN,
  .exists_by_state = TRUE,
  .gone_state = VIR_DOMAIN_SHUTOFF,
  .read_uuid = domain_read_uuid,
  .read_name = domain_read_name,
  .look_up = domain_look_up,
  .query = libvirt_domain_query,
  .guess = libvirt_domain_guess,
  .take = domain_take,
  .notify_changed = domain_notify_changed,
  .list = domain_list,
};

static gboolean
domain_peek_boolean (LibvirtDomain *self,
                     guint prop_id)
{
  LibvirtCore *core = LIBVIRT_ENTITY (self)->core;
  guint booleans;

  g_mutex_lock (&core->lock);
  booleans = domain_booleans (LIBVIRT_ENTITY (self));
  g_mutex_unlock (&core->lock);

  return (booleans & (1u << prop_id)) != 0;
}

static void
libvirt_domain_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  LibvirtDomain *self = LIBVIRT_DOMAIN (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
    case PROP_AUTOSTART:
    case PROP_CAN_DESTROY:
    case PROP_CAN_REBOOT:
    case PROP_CAN_RESUME:
    case PROP_CAN_SHUT_DOWN:
    case PROP_CAN_START:
    case PROP_CAN_SUSPEND:
    case PROP_HAS_MANAGED_SAVE:
    case PROP_PERSISTENT:
      g_value_set_boolean (value, domain_peek_boolean (self, prop_id));
      break;
    case PROP_CHECKPOINTS:
      g_value_set_object (value, libvirt_domain_get_checkpoints (self));
      break;
    case PROP_ROOT_CHECKPOINTS:
      g_value_set_object (value, libvirt_domain_get_root_checkpoints (self));
      break;
    case PROP_ROOT_SNAPSHOTS:
      g_value_set_object (value, libvirt_domain_get_root_snapshots (self));
      break;
    case PROP_SNAPSHOTS:
      g_value_set_object (value, libvirt_domain_get_snapshots (self));
      break;
    case PROP_ID:
      g_value_set_int (value, libvirt_domain_get_id (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, libvirt_domain_peek_state (self));
      break;
    case PROP_STATE_REASON:
      g_value_set_int (value, libvirt_domain_peek_state_reason (self));
      break;
    case PROP_UUID:
      g_value_set_string (value, libvirt_domain_get_uuid_string (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
libvirt_domain_class_init (LibvirtDomainClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LibvirtEntityClass *entity_class = (LibvirtEntityClass *) klass;
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = libvirt_domain_get_property;
  entity_class->details = &libvirt_domain_details;

  /**
   * LibvirtDomain:active: (getter peek_active)
   *
   * Whether there is a running instance of the domain, paused ones included.
   *
   * Since: 1.0
   */
  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:autostart: (getter peek_autostart)
   *
   * Whether the domain is started together with its host's libvirt daemon. libvirt has no event
   * for it: a change by others is seen with the next list that the domain is in.
   *
   * Since: 1.0
   */
  props[PROP_AUTOSTART] = g_param_spec_boolean ("autostart", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:can-destroy:
   *
   * Whether there is something to switch off: for a button that calls
   * libvirt_domain_destroy().
   *
   * Since: 1.0
   */
  props[PROP_CAN_DESTROY] = g_param_spec_boolean ("can-destroy", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:can-reboot:
   *
   * Whether the guest runs and could act on libvirt_domain_reboot().
   *
   * Since: 1.0
   */
  props[PROP_CAN_REBOOT] = g_param_spec_boolean ("can-reboot", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:can-resume:
   *
   * Whether the domain is paused, so that libvirt_domain_resume() makes sense.
   *
   * Since: 1.0
   */
  props[PROP_CAN_RESUME] = g_param_spec_boolean ("can-resume", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:can-shut-down:
   *
   * Whether the guest runs and could be asked to switch itself off by
   * libvirt_domain_shutdown().
   *
   * Since: 1.0
   */
  props[PROP_CAN_SHUT_DOWN] = g_param_spec_boolean ("can-shut-down", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:can-start:
   *
   * Whether the domain exists without running: for a button that calls
   * libvirt_domain_create().
   *
   * Since: 1.0
   */
  props[PROP_CAN_START] = g_param_spec_boolean ("can-start", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:can-suspend:
   *
   * Whether the guest runs and could be paused by libvirt_domain_suspend().
   *
   * Since: 1.0
   */
  props[PROP_CAN_SUSPEND] = g_param_spec_boolean ("can-suspend", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:checkpoints: (getter get_checkpoints)
   *
   * The points in time that backups can refer to, as a #LibvirtEntityList of
   * #LibvirtDomainCheckpoint. It fills itself when it is read first.
   *
   * Since: 1.0
   */
  props[PROP_CHECKPOINTS] =
    g_param_spec_object ("checkpoints", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtDomain:has-managed-save: (getter peek_has_managed_save)
   *
   * Whether the host keeps a saved image from which the next start goes on. That others have saved the
   * domain is heard of at once. A removal by others is seen with the next list that the domain is in, and
   * so is a start of theirs of which libvirt does not say that it went on from the image.
   *
   * Since: 1.0
   */
  props[PROP_HAS_MANAGED_SAVE] =
    g_param_spec_boolean ("has-managed-save", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:id: (getter get_id)
   *
   * Number of the running instance, unique on its host; -1 while there is none. Each start
   * gives another one.
   *
   * Since: 1.0
   */
  props[PROP_ID] = g_param_spec_int ("id", NULL, NULL, -1, G_MAXINT, -1, flags);

  /**
   * LibvirtDomain:persistent: (getter peek_persistent)
   *
   * Whether the host keeps a definition, so that the domain outlives its running instance. One
   * that is not persistent is gone when it stops.
   *
   * Since: 1.0
   */
  props[PROP_PERSISTENT] = g_param_spec_boolean ("persistent", NULL, NULL, FALSE, flags);

  /**
   * LibvirtDomain:root-checkpoints: (getter get_root_checkpoints)
   *
   * Where the tree of #LibvirtDomain:checkpoints begins; #LibvirtDomainCheckpoint:children goes on.
   *
   * Since: 1.0
   */
  props[PROP_ROOT_CHECKPOINTS] =
    g_param_spec_object ("root-checkpoints", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtDomain:root-snapshots: (getter get_root_snapshots)
   *
   * Those of #LibvirtDomain:snapshots whose #LibvirtDomainSnapshot:parent is %NULL, for views that
   * show snapshots as a tree. Reading it has that asked for.
   *
   * Since: 1.0
   */
  props[PROP_ROOT_SNAPSHOTS] =
    g_param_spec_object ("root-snapshots", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtDomain:snapshots: (getter get_snapshots)
   *
   * The moments to which the domain can return, as a #LibvirtEntityList of #LibvirtDomainSnapshot.
   * It fills itself when it is read first.
   *
   * Since: 1.0
   */
  props[PROP_SNAPSHOTS] = g_param_spec_object ("snapshots", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * LibvirtDomain:state: (getter peek_state)
   *
   * What the domain is doing.
   *
   * Since: 1.0
   */
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LIBVIRT_TYPE_DOMAIN_STATE,
                                         LIBVIRT_DOMAIN_STATE_NOSTATE, flags);

  /**
   * LibvirtDomain:state-reason: (getter peek_state_reason)
   *
   * Why the domain is in its state: a value of the enumeration that belongs to
   * #LibvirtDomain:state, such as #LibvirtDomainPausedReason; 0 if it is unknown.
   *
   * Since: 1.0
   */
  props[PROP_STATE_REASON] =
    g_param_spec_int ("state-reason", NULL, NULL, 0, G_MAXINT, 0, flags);

  /**
   * LibvirtDomain:uuid: (getter get_uuid_string)
   *
   * What tells the domain from all others, in any place and at any time, as text of 36
   * characters. It never changes.
   *
   * Since: 1.0
   */
  props[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);

  /* One by one: the ids are the bits of what changed, and the first bits are the base class's. */
  for (guint prop_id = PROP_ACTIVE; prop_id < N_PROPS; prop_id++)
    g_object_class_install_property (object_class, prop_id, props[prop_id]);

  libvirt_entity_events_class_init (&libvirt_domain_events, object_class);
}

static void
libvirt_domain_init (LibvirtDomain *self)
{
}

/**
 * libvirt_domain_get_connection:
 * @self: a domain
 *
 * Gets the connection the domain was found on, which it does not keep alive.
 *
 * Calls virDomainGetConnect().
 *
 * Returns: (transfer none) (nullable): the connection, or %NULL once that is gone
 *
 * Since: 1.0
 */
LibvirtConnect *
libvirt_domain_get_connection (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  return libvirt_entity_get_connection (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_get_name:
 * @self: a domain
 *
 * Gets what the domain is called on its host. Another one may have the name after a rename; the
 * UUID tells them apart.
 *
 * Calls virDomainGetName().
 *
 * Returns: (transfer none): the name; a string that stays as it is until the domain object goes,
 *   whatever becomes of the guest
 *
 * Since: 1.0
 */
const char *
libvirt_domain_get_name (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  return libvirt_entity_get_name (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_get_uuid:
 * @self: a domain
 *
 * Gets the UUID as its 16 bytes; libvirt_domain_get_uuid_string() has it as text.
 *
 * Calls virDomainGetUUID().
 *
 * Returns: (transfer full): 16 bytes
 *
 * Since: 1.0
 */
GBytes *
libvirt_domain_get_uuid (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  return g_bytes_new (LIBVIRT_ENTITY (self)->uuid, VIR_UUID_BUFLEN);
}

/**
 * libvirt_domain_get_uuid_string:
 * @self: a domain
 *
 * Gets the UUID as text, in the form 8-4-4-4-12 with small letters.
 *
 * Stands for virDomainGetUUIDString().
 *
 * Returns: (transfer none): 36 characters, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_domain_get_uuid_string (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  return libvirt_entity_get_uuid_text (LIBVIRT_ENTITY (self));
}

/**
 * libvirt_domain_get_id:
 * @self: a domain
 *
 * Gets the number of the running instance, as far as this process has heard.
 *
 * Calls virDomainGetID().
 *
 * Returns: a positive number, or -1 while the domain is not running
 *
 * Since: 1.0
 */
int
libvirt_domain_get_id (LibvirtDomain *self)
{
  LibvirtEntity *entity;
  int id;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), -1);

  entity = LIBVIRT_ENTITY (self);
  g_mutex_lock (&entity->core->lock);
  if (entity->id == LIBVIRT_ID_IN_HANDLE && entity->native != NULL)
    entity->id = (int) virDomainGetID (libvirt_entity_peek_native (entity));
  id = MAX (entity->id, -1);
  g_mutex_unlock (&entity->core->lock);

  return id;
}

/**
 * libvirt_domain_peek_state:
 * @self: a domain
 *
 * Reads #LibvirtDomain:state; libvirt_domain_get_state() asks the hypervisor instead.
 *
 * Returns: what the domain does, as far as is known without asking
 *
 * Since: 1.0
 */
LibvirtDomainState
libvirt_domain_peek_state (LibvirtDomain *self)
{
  LibvirtCore *core;
  int state;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), LIBVIRT_DOMAIN_STATE_NOSTATE);

  core = LIBVIRT_ENTITY (self)->core;
  g_mutex_lock (&core->lock);
  state = LIBVIRT_ENTITY (self)->state;
  g_mutex_unlock (&core->lock);

  return libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_STATE, state);
}

/**
 * libvirt_domain_peek_state_reason:
 * @self: a domain
 *
 * Reads #LibvirtDomain:state-reason without asking anybody.
 *
 * Returns: a value of the enumeration that belongs to the state, such as
 *   #LibvirtDomainShutoffReason
 *
 * Since: 1.0
 */
int
libvirt_domain_peek_state_reason (LibvirtDomain *self)
{
  LibvirtCore *core;
  int reason;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), 0);

  core = LIBVIRT_ENTITY (self)->core;
  g_mutex_lock (&core->lock);
  reason = LIBVIRT_ENTITY (self)->state_reason;
  g_mutex_unlock (&core->lock);

  return reason;
}

/**
 * libvirt_domain_peek_active:
 * @self: a domain
 *
 * Reads #LibvirtDomain:active; libvirt_domain_is_active() asks the hypervisor instead.
 *
 * Returns: %TRUE while there is a running instance
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_peek_active (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);

  return domain_peek_boolean (self, PROP_ACTIVE);
}

/**
 * libvirt_domain_peek_persistent:
 * @self: a domain
 *
 * Reads #LibvirtDomain:persistent; libvirt_domain_is_persistent() asks the hypervisor instead.
 *
 * Returns: %TRUE if the host keeps a definition
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_peek_persistent (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);

  return domain_peek_boolean (self, PROP_PERSISTENT);
}

/**
 * libvirt_domain_peek_autostart:
 * @self: a domain
 *
 * Reads #LibvirtDomain:autostart; libvirt_domain_get_autostart() asks the hypervisor instead.
 *
 * Returns: %TRUE if the domain starts with its host
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_peek_autostart (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);

  return domain_peek_boolean (self, PROP_AUTOSTART);
}

/**
 * libvirt_domain_peek_has_managed_save:
 * @self: a domain
 *
 * Reads #LibvirtDomain:has-managed-save; libvirt_domain_has_managed_save_image() asks the
 * hypervisor instead.
 *
 * Returns: %TRUE if the next start goes on from a saved image
 *
 * Since: 1.0
 */
gboolean
libvirt_domain_peek_has_managed_save (LibvirtDomain *self)
{
  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), FALSE);

  return domain_peek_boolean (self, PROP_HAS_MANAGED_SAVE);
}
