/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "domain/libvirt-domain-private.h"

#include "model/libvirt-entity-list-private.h"
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
 * What libvirt announces to nobody is only as new as the last list that was asked for:
 * #LibvirtDomain:autostart and #LibvirtDomain:has-managed-save, when others change them.
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
  PROP_HAS_MANAGED_SAVE,
  PROP_ID,
  PROP_PERSISTENT,
  PROP_STATE,
  PROP_STATE_REASON,
  PROP_UUID,
  N_PROPS
};

/* What libvirt sends an event for when it changes. */
#define ANNOUNCED_FIELDS (LIBVIRT_DOMAIN_HAS_STATE | LIBVIRT_DOMAIN_HAS_PERSISTENT)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LibvirtDomain, libvirt_domain, LIBVIRT_TYPE_ENTITY)

/* Rare, so not in the instance: most domains are never asked for their UUID as text. */
static G_DEFINE_QUARK (libvirt-domain-uuid-string, uuid_string)

static gboolean
domain_has (LibvirtDomain *self,
            guint flag)
{
  return (LIBVIRT_ENTITY (self)->flags & flag) != 0;
}

static void
domain_set_flag (LibvirtDomain *self,
                 guint flag,
                 gboolean value)
{
  if (value)
    LIBVIRT_ENTITY (self)->flags |= flag;
  else
    LIBVIRT_ENTITY (self)->flags &= ~flag;
}

static int
domain_state (LibvirtDomain *self)
{
  return (gint8) LIBVIRT_ENTITY (self)->state;
}

static gboolean
domain_is_running (LibvirtDomain *self)
{
  return domain_state (self) == LIBVIRT_DOMAIN_STATE_RUNNING ||
         domain_state (self) == LIBVIRT_DOMAIN_STATE_BLOCKED;
}

/* The boolean properties that are TRUE, a bit each. */
static guint
domain_booleans (LibvirtDomain *self)
{
  gboolean active = domain_has (self, LIBVIRT_DOMAIN_ACTIVE);
  gboolean running = domain_is_running (self);
  gboolean exists = LIBVIRT_ENTITY (self)->exists;

  return (exists ? LIBVIRT_ENTITY_CHANGED_EXISTS : 0) |
         (active ? 1u << PROP_ACTIVE : 0) |
         (domain_has (self, LIBVIRT_DOMAIN_AUTOSTART) ? 1u << PROP_AUTOSTART : 0) |
         (domain_has (self, LIBVIRT_DOMAIN_MANAGED_SAVE) ? 1u << PROP_HAS_MANAGED_SAVE : 0) |
         (domain_has (self, LIBVIRT_DOMAIN_PERSISTENT) ? 1u << PROP_PERSISTENT : 0) |
         (active ? 1u << PROP_CAN_DESTROY : 0) |
         (running ? 1u << PROP_CAN_REBOOT : 0) |
         (running ? 1u << PROP_CAN_SHUT_DOWN : 0) |
         (running ? 1u << PROP_CAN_SUSPEND : 0) |
         (domain_state (self) == LIBVIRT_DOMAIN_STATE_PAUSED ? 1u << PROP_CAN_RESUME : 0) |
         (exists && !active ? 1u << PROP_CAN_START : 0);
}

static void
domain_take_state (LibvirtDomain *self,
                   const LibvirtDomainBase *base)
{
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);

  entity->state = (guint8) libvirt_enum_known (LIBVIRT_TYPE_DOMAIN_STATE, base->state);
  entity->state_reason = (guint8) base->state_reason;
  domain_set_flag (self, LIBVIRT_DOMAIN_ACTIVE, base->active);

  if (!base->active)
    self->id = -1;
  else if (base->id != LIBVIRT_DOMAIN_ID_SAME)
    self->id = base->id;
  else if (self->id == -1)
    self->id = LIBVIRT_DOMAIN_ID_IN_HANDLE;
}

/* Returns the properties that changed, a bit each. */
static guint
domain_take_base (LibvirtDomain *self,
                  const LibvirtDomainBase *base)
{
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);
  guint before = domain_booleans (self);
  guint8 state = entity->state;
  guint8 reason = entity->state_reason;
  int id = self->id;

  if (base->fields & LIBVIRT_DOMAIN_HAS_STATE)
    domain_take_state (self, base);
  if (base->fields & LIBVIRT_DOMAIN_HAS_PERSISTENT)
    domain_set_flag (self, LIBVIRT_DOMAIN_PERSISTENT, base->persistent);
  if (base->fields & LIBVIRT_DOMAIN_HAS_AUTOSTART)
    domain_set_flag (self, LIBVIRT_DOMAIN_AUTOSTART, base->autostart);
  if (base->fields & LIBVIRT_DOMAIN_HAS_MANAGED_SAVE)
    domain_set_flag (self, LIBVIRT_DOMAIN_MANAGED_SAVE, base->managed_save);
  entity->exists = domain_has (self, LIBVIRT_DOMAIN_ACTIVE | LIBVIRT_DOMAIN_PERSISTENT);

  return (before ^ domain_booleans (self)) |
         (state != entity->state ? 1u << PROP_STATE : 0) |
         (reason != entity->state_reason ? 1u << PROP_STATE_REASON : 0) |
         (id != self->id ? 1u << PROP_ID : 0);
}

static gboolean
domain_contradicts (LibvirtDomain *self,
                    const LibvirtDomainBase *base)
{
  return ((base->fields & LIBVIRT_DOMAIN_HAS_STATE) != 0 &&
          base->state != domain_state (self)) ||
         ((base->fields & LIBVIRT_DOMAIN_HAS_PERSISTENT) != 0 &&
          base->persistent != domain_has (self, LIBVIRT_DOMAIN_PERSISTENT));
}

/* Takes @base in if its source may say so; sets *@ask if the hypervisor must be asked. */
static guint
domain_weigh (LibvirtDomain *self,
              const LibvirtDomainBase *base,
              LibvirtDomainSource source,
              guint32 serial,
              gboolean *ask)
{
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);
  gboolean own_event_due = self->n_due > 0;
  guint32 last = entity->serial;
  guint changed;

  entity->serial = MAX (last, serial);

  switch (source)
    {
    case LIBVIRT_DOMAIN_FROM_ANSWER:
      *ask = serial < last;
      return *ask ? 0 : domain_take_base (self, base);

    case LIBVIRT_DOMAIN_FROM_OWN:
      changed = domain_take_base (self, base);
      if (changed != 0 && (base->fields & ANNOUNCED_FIELDS) != 0 && self->n_due < G_MAXUINT8)
        self->n_due++;
      return changed;

    case LIBVIRT_DOMAIN_FROM_EVENT:
      if (own_event_due)
        self->n_due--;
      if (serial <= last)
        return 0;
      *ask = own_event_due && domain_contradicts (self, base);
      return *ask ? 0 : domain_take_base (self, base);
    }

  g_assert_not_reached ();
}

/* The registry holds what exists. TRUE if its reference is the caller's now. */
static gboolean
domain_hold_if_exists (LibvirtDomain *self)
{
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);
  LibvirtRegistry *registry = &entity->core->registry;

  if (entity->core->handle == NULL)
    return FALSE; /* the connection is closed, and with it the registry */
  if (!entity->exists)
    return libvirt_registry_let_go (registry, entity, TRUE);

  libvirt_registry_hold (registry, entity);
  libvirt_registry_set_domain_name (registry, libvirt_entity_read_name (entity), entity);
  return FALSE;
}

void
libvirt_domain_update (LibvirtDomain *self,
                       const LibvirtDomainBase *base,
                       LibvirtDomainSource source,
                       guint32 serial)
{
  g_autoptr (LibvirtDomain) kept = g_object_ref (self); /* a handler may drop the caller's */
  LibvirtEntity *entity = LIBVIRT_ENTITY (self);
  gboolean let_go = FALSE;
  gboolean ask = FALSE;
  gboolean told_at_once;
  guint changed;

  told_at_once = libvirt_entity_begin_change (entity);
  changed = domain_weigh (self, base, source, serial, &ask);
  if (changed & LIBVIRT_ENTITY_CHANGED_EXISTS)
    let_go = domain_hold_if_exists (self);
  libvirt_entity_end_change (entity, told_at_once, changed);

  if (changed & LIBVIRT_ENTITY_CHANGED_EXISTS)
    libvirt_entity_list_tell (entity);
  if (ask)
    libvirt_domain_ask (self);
  if (let_go)
    g_object_unref (self);
}

void
libvirt_domain_set_first_base (LibvirtDomain *self,
                               const LibvirtDomainBase *base,
                               guint32 serial)
{
  domain_take_base (self, base);
  LIBVIRT_ENTITY (self)->serial = serial;
  self->name_serial = serial;
}

gboolean
libvirt_domain_want_ask (LibvirtDomain *self)
{
  LibvirtCore *core = LIBVIRT_ENTITY (self)->core;
  gboolean asking;

  g_mutex_lock (&core->lock);
  asking = domain_has (self, LIBVIRT_DOMAIN_ASKING);
  domain_set_flag (self, LIBVIRT_DOMAIN_ASKING, TRUE);
  g_mutex_unlock (&core->lock);

  return !asking;
}

guint32
libvirt_domain_begin_ask (LibvirtDomain *self)
{
  LibvirtCore *core = LIBVIRT_ENTITY (self)->core;
  guint32 serial;

  g_mutex_lock (&core->lock);
  domain_set_flag (self, LIBVIRT_DOMAIN_ASKING, FALSE);
  serial = core->event_serial;
  g_mutex_unlock (&core->lock);

  return serial;
}

static gconstpointer
domain_get_key (LibvirtEntity *entity)
{
  return LIBVIRT_DOMAIN (entity)->uuid;
}

static const char *
domain_read_name (LibvirtHandle *handle)
{
  return virDomainGetName (handle->domain);
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
             virConnectPtr connect,
             GError **error)
{
  return libvirt_domain_adopt_list (core, connect, 0, error);
}

static void
domain_ask (LibvirtEntity *entity)
{
  libvirt_domain_ask (LIBVIRT_DOMAIN (entity));
}

const LibvirtEntityDetails libvirt_domain_details = {
  .kind = LIBVIRT_KIND_DOMAIN,
  .get_key = domain_get_key,
  .read_name = domain_read_name,
  .list = domain_list,
  .ask = domain_ask,
  .notify_changed = domain_notify_changed,
};

static gboolean
domain_peek_boolean (LibvirtDomain *self,
                     guint prop_id)
{
  LibvirtCore *core = LIBVIRT_ENTITY (self)->core;
  guint booleans;

  g_mutex_lock (&core->lock);
  booleans = domain_booleans (self);
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
   * for it: a change by others is seen with the next list.
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
   * LibvirtDomain:has-managed-save: (getter peek_has_managed_save)
   *
   * Whether the host keeps a saved image from which the next start goes on. A removal by others
   * is seen with the next list.
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

  libvirt_domain_event_class_init (object_class);
}

static void
libvirt_domain_init (LibvirtDomain *self)
{
  self->id = -1;
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
 * Returns: (transfer none): the name; valid until the domain is renamed or the connection is
 *   closed
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

  return g_bytes_new (self->uuid, sizeof self->uuid);
}

/**
 * libvirt_domain_get_uuid_string:
 * @self: a domain
 *
 * Gets the UUID as text, in the form 8-4-4-4-12 with small letters.
 *
 * Calls virDomainGetUUIDString().
 *
 * Returns: (transfer none): 36 characters, valid as long as @self
 *
 * Since: 1.0
 */
const char *
libvirt_domain_get_uuid_string (LibvirtDomain *self)
{
  const guint8 *u;
  char *text;

  g_return_val_if_fail (LIBVIRT_IS_DOMAIN (self), NULL);

  text = g_object_get_qdata (G_OBJECT (self), uuid_string_quark ());
  if (text != NULL)
    return text;

  u = self->uuid;
  text = g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          u[0], u[1], u[2], u[3], u[4], u[5], u[6], u[7], u[8], u[9], u[10],
                          u[11], u[12], u[13], u[14], u[15]);
  /* Of several threads that come here at once, the first one's text stays. */
  if (!g_object_replace_qdata (G_OBJECT (self), uuid_string_quark (), NULL, text, g_free, NULL))
    g_free (text);

  return g_object_get_qdata (G_OBJECT (self), uuid_string_quark ());
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
  if (self->id == LIBVIRT_DOMAIN_ID_IN_HANDLE && entity->handle != NULL)
    self->id = (int) virDomainGetID (entity->handle->domain);
  id = MAX (self->id, -1);
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
  state = domain_state (self);
  g_mutex_unlock (&core->lock);

  return state;
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
